/* Duplicates: one pair of events after the other; M, S and L decide, Z takes the last decision back. */
(function () {
  "use strict";
  const T = (window.timeline = window.timeline || {});
  window.dash_clientside = window.dash_clientside || {};
  const on = (window.dash_clientside.timeline = window.dash_clientside.timeline || {});
  const DONE = { merge: "Merged into one event.", separate: "Kept apart.", link: "Linked as related." };
  const KEYS = { m: "merge", s: "separate", l: "link" };
  const PATIENCE = 5000; // how long, in ms, one answer is waited for before another decision is taken
  const decided = [];
  let pairs = [], count = 0, at = 0, asked = null, back = null;

  on.pairs = function (found) {
    if (!found) return;
    ({ pairs, count } = found);
    if (back) at = Math.max(0, pairs.findIndex((pair) => same(pair.ids, back)));
    asked = back = null;
    draw();
  };

  const same = (one, other) => one.every((id) => other.includes(id));

  function draw() {
    at = Math.min(at, Math.max(0, pairs.length - 1));
    const pair = pairs[at];
    T.byId("pair-count").textContent = pair ? `${at + 1} of ${T.many(count, "pair")} · ${pair.percent} % alike` : "";
    T.byId("pair-choices").hidden = !pair;
    for (const [name, off] of [["pair-back", at === 0], ["pair-next", at >= pairs.length - 1]]) document.querySelector(`[data-do=${name}]`).disabled = off;
    const none = () => T.make("div", { class: "empty" }, T.make("h2", {}, "No two events look like one"),
      T.make("p", { class: "muted" }, "Pairs to decide on appear here when articles are added."));
    T.byId("pair").replaceChildren(...(pair ? pair.events.map(event) : [none()]));
  }

  function event(one) {
    const mentions = one.mentions.map(([pieces, article, title, who, language]) => T.make("article", { class: "mention" },
      T.make("blockquote", { lang: language }, ...T.drawText(pieces, (letters, what) => T.make({ phrase: "mark", trigger: "b" }[what] || "span", {}, letters))),
      T.make("p", { class: "source" }, T.make("a", { href: "/article/" + article, "data-go": "/article/" + article }, title), T.make("br"), T.make("span", { class: "muted" }, who))));
    return T.make("section", { class: "pair-event", "aria-label": one.title },
      T.make("p", { class: "kicker" }, T.make("span", { class: "dot lane-" + one.lane }), one.kind, T.make("span", { class: "state " + one.status }, one.status)),
      T.make("h2", {}, T.eventLink(one.id, one.title)),
      T.make("p", { class: "pair-when" }, one.said),
      one.named ? T.make("p", { class: "muted" }, one.named) : null,
      ...mentions,
      one.more ? T.make("p", { class: "muted" }, `${T.many(one.more, "more mention")} in the event`) : null);
  }

  function decide(action) {
    if (!pairs[at] || (asked && Date.now() - asked.at < PATIENCE)) return;
    asked = { action, ids: pairs[at].ids, at: Date.now() };
    T.set("pair-decision", { data: asked });
  }

  on.pairDecided = function (answer) {
    if (!answer) return;
    if (answer.edit) decided.push(answer);
    say(answer.problem || DONE[answer.action]);
  };

  function say(words) {
    const undo = decided.length ? T.make("button", { type: "button", class: "link", "data-do": "pair-undo" }, "Undo", T.make("kbd", { "aria-hidden": "true" }, "Z")) : null;
    T.byId("pair-said").replaceChildren(words + " ", ...(undo ? [undo] : []));
  }

  function undo() {
    const last = decided.pop();
    if (!last) return;
    back = last.ids;
    T.actions.turn({ dataset: { edit: last.edit } });
    say("Taken back.");
  }

  const step = (by) => {
    at = Math.min(Math.max(at + by, 0), pairs.length - 1);
    draw();
  };

  Object.assign(T.actions || (T.actions = {}), {
    "pair-decide": (button) => decide(button.dataset.decide),
    "pair-undo": undo,
    "pair-back": () => step(-1),
    "pair-next": () => step(1),
  });

  /* Before the page's own keys, of which L is one. */
  document.addEventListener("keydown", (event) => {
    if (document.body.dataset.view !== "duplicates" || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.target.matches("input, textarea, select, [contenteditable]") || document.querySelector("dialog[open]")) return;
    const key = event.key.toLowerCase();
    const act = KEYS[key] ? () => decide(KEYS[key]) : { z: undo, arrowleft: () => step(-1), arrowright: () => step(1) }[key];
    if (!act) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    act();
  }, true);
})();

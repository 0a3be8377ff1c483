/* Review: a card for each event that waits; A, E and R decide on the one with the focus, Z takes back. */
(function () {
  "use strict";
  const T = (window.timeline = window.timeline || {});
  window.dash_clientside = window.dash_clientside || {};
  const on = (window.dash_clientside.timeline = window.dash_clientside.timeline || {});
  let done = [], next = null, wished = "";

  on.queue = function (found) {
    if (!found) return;
    const { count, waiting, certain, events, text } = found;
    const many = text ? `${T.number(count)} of ${T.many(waiting, "event")} to review ${count === 1 ? "matches" : "match"} “${text}”` : `${T.many(count, "event")} to review`;
    const unsure = events.length && events[0].sure !== "certain" ? " · the least sure first" : "";
    T.byId("queue-count").textContent = count ? many + unsure : "";
    wished = text;
    Object.assign(T.byId("queue-certain"), { hidden: !certain, textContent: `Accept the ${T.number(certain)} certain` });
    const box = T.byId("queue");
    const focused = document.activeElement && document.activeElement.closest("#queue [data-queue]");
    const wanted = next || (focused && focused.dataset.queue);
    next = null;
    box.replaceChildren(...events.map(card));
    if (!events.length) box.replaceChildren(T.make("div", { class: "empty", role: "listitem" }, T.make("h2", {}, waiting ? `Nothing to review matches “${text}”` : "Everything is reviewed"),
      T.make("p", { class: "muted" }, waiting ? `${T.many(waiting, "event")} without the search.` : "Events of new articles wait here until you accept, edit or reject them.")));
    if (events.length < count) box.append(T.make("p", { class: "muted", role: "listitem" }, `${T.number(count - events.length)} more come up as you decide.`));
    const focus = wanted && (T.byId("queue-" + wanted) || box.querySelector("[data-queue]"));
    if (focus) focus.focus();
  };

  function card(one) {
    const press = (name, key) => T.make("button", { type: "button", class: "plain", "data-decision": name.toLowerCase(), "aria-keyshortcuts": key },
      name, T.make("kbd", { "aria-hidden": "true" }, key));
    const [article, title, who, language] = one.source || [];
    return T.make("div", { role: "listitem", id: "queue-" + one.id, tabindex: 0, "data-queue": one.id, class: "review-card", "aria-label": `${one.title}, ${one.said}, ${one.sure}` },
      T.make("p", { class: "kicker" }, T.make("span", { class: "dot lane-" + one.lane }), one.kind, T.make("span", { class: "state " + one.status }, one.status), T.make("span", { class: "muted" }, "date " + one.sure)),
      T.make("h2", {}, T.eventLink(one.id, one.title)),
      T.make("p", { class: "review-when" }, one.said),
      T.make("div", { class: "mention" },
        T.make("blockquote", { lang: language }, ...T.drawText(one.sentence, (letters, what) => T.make({ phrase: "mark", trigger: "b" }[what] || "span", {}, letters))),
        T.make("p", { class: "muted" }, one.why),
        article ? T.make("p", { class: "source" }, T.make("a", { href: "/article/" + article, "data-go": "/article/" + article }, title), T.make("span", { class: "muted" }, " · " + who)) : null),
      T.make("div", { class: "row" }, press("Accept", "A"), press("Edit", "E"), press("Reject", "R")));
  }

  const ask = (decision) => T.set("queue-decision", { data: { ...decision, at: Date.now() } });

  function decide(box, action) {
    if (action === "edit") {
      T.change({ sel: box.dataset.queue });
      return T.actions.edit();
    }
    const beside = box.nextElementSibling || box.previousElementSibling;
    next = (beside && beside.dataset.queue) || "none";
    box.classList.add(action === "accept" ? "accepted" : "rejected");
    ask({ action, id: box.dataset.queue });
  }

  on.queueDecided = function (answer) {
    if (!answer) return;
    if (answer.edits && answer.edits.length) done.push(answer.edits);
    T.turned(answer.undone || []);
    say(answer.problem || answer.said);
  };

  /* What was taken back by a key or in a card is no decision any more. */
  T.forgetDecisions = function (edits) {
    const held = done.length;
    done = done.filter((decision) => !decision.some((edit) => edits.includes(edit)));
    if (done.length < held) say("Taken back.");
  };

  function say(words) {
    const undo = done.length ? [T.make("button", { type: "button", class: "link", "data-do": "queue-undo" }, "Undo"), T.make("kbd", { "aria-hidden": "true" }, "Z")] : [];
    T.byId("queue-said").replaceChildren(words + " ", ...undo);
  }

  Object.assign(T.actions || (T.actions = {}), {
    "queue-certain": () => ask({ action: "certain", text: wished }),
    "queue-undo": () => done.length && ask({ action: "undo", edits: done.pop() }),
  });

  document.addEventListener("click", (click) => {
    const button = click.target.closest("[data-decision]");
    if (button) decide(button.closest("[data-queue]"), button.dataset.decision);
  });

  /* Before the page's own keys, of which A and E are two. */
  document.addEventListener("keydown", (event) => {
    if (document.body.dataset.view !== "review" || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.target.matches("input, textarea, select, [contenteditable]") || document.querySelector("dialog[open]")) return;
    if (event.target.closest("#detail-panel, .drop")) return;
    const box = event.target.closest("[data-queue]") || document.querySelector("[data-queue]");
    const action = { a: "accept", e: "edit", r: "reject" }[event.key.toLowerCase()];
    const beside = box && { ArrowDown: box.nextElementSibling, ArrowUp: box.previousElementSibling }[event.key];
    if (event.key.toLowerCase() === "z") T.actions["queue-undo"]();
    else if (box && action) decide(box, action);
    else if (beside && beside.dataset.queue) beside.focus();
    else return;
    event.preventDefault();
    event.stopImmediatePropagation();
  }, true);
})();

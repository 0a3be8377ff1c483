/* The review: the text beside a card for each event found, a preview of the timeline, and what the
   reader decides; at the end, what changed. */
(function () {
  "use strict";
  const T = (window.timeline = window.timeline || {});
  window.dash_clientside = window.dash_clientside || {};
  const on = (window.dash_clientside.timeline = window.dash_clientside.timeline || {});
  const FIELDS = ["title", "edtf", "said", "kind", "status", "lane"];
  const DAY = 86400000;
  let entries = [], cards = [], around = [];

  T.review = function (read) {
    entries = read;
    cards = entries.flatMap((entry, article) => entry.cards.map((found) => ({ found, article, entry })));
    T.set("draft", { data: {
      articles: entries.map((entry) => entry.article.record),
      cards: cards.map(({ found, article }, number) => ({ number, article, mentions: found.mentions, alike: found.alike && found.alike.id })),
    } });
    let base = 0;
    T.byId("review-text").replaceChildren(...entries.map((entry) => { const node = text(entry.article, base); base += entry.cards.length; return node; }));
    T.byId("review-cards").replaceChildren(...(cards.length ? cards.map((_, number) => card(number)) : [nothing()]));
    T.byId("save-problem").textContent = "";
    tell();
    neighbours();
  };

  function nothing() {
    const vague = entries.flatMap((entry) => entry.article.vague);
    return T.make("div", { class: "empty", role: "listitem" }, T.make("h2", {}, "No dated events found"),
      T.make("p", {}, vague.length ? `${T.many(vague.length, "sentence")} with words of time that name no days:` : "No sentence tells of something that happened on days that can be named."),
      vague.length ? T.make("ul", { class: "vague" }, ...vague.map((words) => T.make("li", {}, words))) : null,
      T.make("button", { type: "button", class: "plain", "data-do": "add-by-hand" }, "Add an event by hand"));
  }

  function text(article, base) {
    const body = T.drawText(article.pieces, (letters, what, number) => {
      const name = what === "phrase" ? "mark" : what === "trigger" ? "b" : "span";
      return T.make(name, { "data-card": base + number, class: "said" }, letters);
    });
    const facts = T.make("p", { class: "muted" }, article.facts);
    if (article.why && !article.doubtful) facts.append(T.make("br"), "Date: " + article.why);
    const doubt = article.doubtful && T.make("p", { class: "problem" }, `Is the publication date right? It was ${article.why}.`);
    const copy = article.copy && T.make("p", { class: "problem" }, `Looks like a wire copy: ${article.copy.percent} % of its text is in `,
      T.make("a", { href: "/article/" + article.copy.article, "data-go": "/article/" + article.copy.article }, article.copy.title),
      ". Add it only if it is a report of its own.");
    return T.make("article", { lang: article.language },
      T.make("h2", { lang: article.language }, article.title), facts, doubt || "", copy, T.make("div", { class: "reading" }, ...body));
  }

  function card(number) {
    const { found, entry } = cards[number], decision = found.decision;
    const now = { ...found, ...decision };
    const edited = FIELDS.some((name) => name in decision);
    const state = { accept: "accepted", reject: "rejected" }[decision.choice] || "";
    const press = (name, key, pressed, label) =>
      T.make("button", { type: "button", class: "plain", "data-review": name, "aria-pressed": pressed, "aria-keyshortcuts": key },
        label || name, key ? T.make("kbd", { "aria-hidden": "true" }, key) : null);
    const alike = now.alike && T.make("div", { class: "joins" },
      T.make("p", {}, T.make("strong", {}, "Looks like an event you have: "), T.eventLink(now.alike.id, now.alike.title), ` · ${now.alike.said} · ${T.many(now.alike.articles, "article")}`),
      T.make("div", { class: "row" }, press("Source", "M", String(!now.apart), "Add as source"), press("Separate", null, String(Boolean(now.apart)), "Keep separate")));
    return T.make("div", { role: "listitem", id: "review-card-" + number, tabindex: 0, "data-card": number,
        class: `review-card ${state}`, lang: entry.article.language, "aria-label": `${now.title}, ${now.said}, ${state || "not decided"}` },
      T.make("p", { class: "kicker" }, T.make("span", { class: "dot lane-" + now.lane }), now.kind,
        T.make("span", { class: "state " + now.status }, now.status),
        T.make("span", { class: "muted" }, (edited ? "edited · " : "") + (state || "not decided"))),
      T.make("h3", {}, now.title),
      T.make("p", { class: "review-when" }, now.said),
      T.make("p", { class: "muted" }, edited && decision.edtf ? "The date as you gave it." : `${now.why} (${now.sure})`),
      alike || null,
      T.make("div", { class: "row" }, press("Accept", "A", String(state === "accepted")), press("Edit", "E", null), press("Reject", "R", String(state === "rejected"))));
  }

  function redraw(number) {
    const old = T.byId("review-card-" + number);
    const inside = old.contains(document.activeElement) && document.activeElement.dataset.review;
    const focused = old === document.activeElement;
    const fresh = card(number);
    old.replaceWith(fresh);
    if (inside) fresh.querySelector(`[data-review=${inside}]`).focus();
    if (focused) fresh.focus();
    for (const node of T.byId("review-text").querySelectorAll(`[data-card="${number}"]`)) node.classList.toggle("out", cards[number].found.decision.choice === "reject");
  }

  const undecided = () => cards.filter(({ found }) => !found.decision.choice);
  const BULK = {
    certain: ["Accept", "certain", ({ found }) => found.sure === "certain", "accept"],
    undated: ["Reject", "undated", ({ found }) => found.undated, "reject"],
    rest: ["Accept all", "left", () => true, "accept"],
  };

  /* The counter, the bulk buttons, the preview, and what the server will be told. */
  function tell() {
    const open = undecided(), taken = cards.filter(({ found }) => found.decision.choice === "accept").length;
    const from = entries.length > 1 ? ` · ${T.many(entries.length, "article")}` : "";
    T.byId("review-count").textContent = `${cards.length - open.length}/${cards.length} decided${from}` + (taken && open.length ? ` · ${open.length} not decided ${open.length > 1 ? "come" : "comes"} along as “not reviewed” and ${open.length > 1 ? "wait" : "waits"} in Review` : "");
    T.set("btn-save-accepted", { children: `Add ${T.many(taken && taken + open.length, "event")}` });
    T.set("save-able", { disabled: !taken });
    T.byId("btn-save-accepted").title = taken ? "Put all that is not rejected on the timeline" : "Accept an event first";
    const buttons = Object.entries(BULK).map(([key, [verb, what, fits]]) => {
      const count = open.filter(fits).length;
      return count ? T.make("button", { type: "button", class: "plain", "data-bulk": key, title: key === "undated" ? "Events whose sentence names no date" : null }, `${verb} ${count} ${what}`) : null;
    });
    T.byId("review-bulk").replaceChildren(...buttons.filter(Boolean));
    T.set("decisions", { data: Object.fromEntries(cards.map(({ found }, number) => [number, found.decision])) });
    preview();
  }

  function decide(number, changes) {
    const found = cards[number].found;
    found.decision = { ...found.decision, ...changes };
    redraw(number);
    tell();
    T.adding.keep();
  }

  function open(number) {
    const { found, entry } = cards[number], now = { ...found, ...found.decision };
    T.set("editing", { data: { number, published: entry.article.record.published } });
    T.set("review-title", { value: now.title, error: null });
    T.set("review-when", { value: now.edtf, error: null });
    T.set("review-kind", { value: now.kind });
    T.set("review-status", { value: now.status });
    T.set("review-form", { opened: true });
  }

  /* What is said of a field is about what stood in it. */
  on.noError = () => null;

  on.applied = function (read) {
    if (!read || !cards[read.number]) return;
    const found = cards[read.number].found;
    const changes = { choice: "accept" };
    for (const name of FIELDS) if (read[name] !== found[name]) changes[name] = read[name];
    found.decision = found.decision.apart ? { apart: true } : {};
    T.set("review-form", { opened: false });
    decide(read.number, changes);
  };

  /* ---- the preview: events that are there faint, new ones ringed ---- */
  function stretch() {
    const days = cards.flatMap(({ found }) => found.days).map((day) => Date.parse(day + "T00:00Z")).filter((day) => !isNaN(day)).sort((a, b) => a - b);
    if (!days.length) return null;
    const spare = Math.max((days[days.length - 1] - days[0]) * 0.05, 15 * DAY);
    return [days[0] - spare, days[days.length - 1] + spare];
  }

  async function neighbours() {
    around = [];
    const span = stretch();
    if (!span) return;
    const day = (instant) => new Date(instant).toISOString().slice(0, 10);
    try {
      const answer = await fetch(`/add/around?from=${day(span[0])}&to=${day(span[1])}`);
      around = answer.ok ? await answer.json() : [];
    } catch (gone) { around = []; }
    preview();
  }

  function preview() {
    const box = T.byId("review-preview"), span = stretch();
    if (!box) return;
    if (!span) return box.replaceChildren();
    const place = (day) => ((Date.parse(day + "T00:00Z") - span[0]) / (span[1] - span[0])) * 100;
    const mark = (day, lane, kind, extra) => T.make("i", { class: `dot lane-${lane} ${kind}`, style: `left:${Math.min(Math.max(place(day), 0), 100).toFixed(2)}%;top:${6 + lane * 11}px`, ...extra });
    const old = around.filter(([day]) => place(day) >= 0 && place(day) <= 100).map(([day, lane]) => mark(day, lane, "faint"));
    const fresh = cards.map(({ found }, number) => ({ ...found, ...found.decision, number })).filter((now) => now.choice !== "reject")
      .map((now) => mark(now.days[0], now.lane, "ringed", { "data-to": now.number, title: `${now.said}: ${now.title}` }));
    const words = (instant) => T.dayWords(new Date(instant).toISOString().slice(0, 10));
    box.replaceChildren(
      T.make("div", { class: "preview", role: "img", "aria-label": `Preview: ${T.many(fresh.length, "new event")} among ${T.many(old.length, "event")} that ${old.length === 1 ? "is" : "are"} there, ${words(span[0])} to ${words(span[1])}` }, ...old, ...fresh),
      T.make("p", { class: "muted preview-ends" }, T.make("span", {}, words(span[0])), T.make("span", {}, "new events are ringed"), T.make("span", {}, words(span[1]))));
  }

  const next = (number) => { const after = T.byId("review-card-" + (number + 1)); if (after) after.focus(); };
  const ACTS = {
    Accept: (number) => decide(number, { choice: "accept" }),
    Reject: (number) => decide(number, { choice: "reject" }),
    Edit: open,
    Source: (number) => cards[number].found.alike && decide(number, { apart: false, choice: "accept" }),
    Separate: (number) => decide(number, { apart: true, choice: "accept" }),
  };
  const KEYS = { a: "Accept", e: "Edit", r: "Reject", m: "Source" };

  document.addEventListener("click", (click) => {
    const button = click.target.closest("[data-review]");
    if (button) return ACTS[button.dataset.review](Number(button.closest("[data-card]").dataset.card));
    const bulk = click.target.closest("[data-bulk]");
    if (bulk) {
      const [, , fits, choice] = BULK[bulk.dataset.bulk];
      cards.forEach((one, number) => { if (!one.found.decision.choice && fits(one)) { one.found.decision = { ...one.found.decision, choice }; redraw(number); } });
      tell();
      T.adding.keep();
      return;
    }
    const said = click.target.closest("#review-text [data-card], #review-preview [data-to]");
    if (said) {
      const target = T.byId("review-card-" + (said.dataset.card || said.dataset.to));
      target.focus({ preventScroll: true });
      target.scrollIntoView({ block: "nearest" });
    }
  });

  /* Before the page's own keys, so that A, E, R and M mean the card that has the focus. */
  document.addEventListener("keydown", (event) => {
    const box = event.target.closest && event.target.closest("#review-cards .review-card");
    if (!box || event.ctrlKey || event.metaKey || event.altKey) return;
    const number = Number(box.dataset.card);
    const beside = { ArrowDown: box.nextElementSibling, ArrowUp: box.previousElementSibling }[event.key];
    const act = KEYS[event.key.toLowerCase()];
    if (!act && !beside) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    if (beside) return beside.focus();
    ACTS[act](number);
    if (act !== "Edit" && event.target === box) next(number);
  }, true);

  document.addEventListener("focusin", (event) => {
    const box = event.target.closest && event.target.closest("#review-cards .review-card");
    if (!box) return;
    let first = null;
    for (const node of T.byId("review-text").querySelectorAll("[data-card]")) {
      const own = node.dataset.card === box.dataset.card;
      node.classList.toggle("now", own);
      if (own && !first) first = node;
    }
    const area = T.byId("review-text");
    if (!first || area.scrollHeight <= area.clientHeight) return;
    const place = first.getBoundingClientRect(), frame = area.getBoundingClientRect();
    if (place.top < frame.top || place.bottom > frame.bottom) area.scrollTop += place.top - frame.top - frame.height / 3;
  });

  /* ---- what changed ---- */
  on.added = function (done) {
    if (!done) return;
    const list = (events) =>
      T.make("ul", { class: "changed" }, ...events.map(([id, title, date, lane]) => {
        const link = T.eventLink(id, title);
        link.setAttribute("data-away", "");
        return T.make("li", {}, T.make("span", { class: "muted" }, date), T.make("span", {}, T.make("span", { class: "dot lane-" + lane }), link));
      }));
    const waiting = () => T.make("p", { class: "muted" }, "On the timeline, with a dashed ring, until you decide on them in ", T.make("a", { href: "/review", "data-go": "/review" }, "Review"), ".");
    const parts = [];
    if (done.undone) T.turned([...done.edits, ...done.splits]);
    if (done.undone) parts.push(T.make("h2", {}, "Undone"), T.make("p", {}, "The timeline is as it was before."));
    else if (!done.articles.length) parts.push(T.make("h2", {}, "Already on the timeline"), T.make("p", {}, "Nothing was added."));
    else {
      const groups = [["new", "new event", "New"], ["waiting", "not reviewed", "Not reviewed"], ["confirmed", "source added to events that were there", "Confirmed by another source"], ["narrowed", "date narrowed", "Date narrowed"], ["conflicts", "conflict of dates opened", "Sources disagree"]];
      const words = (count, what) => `${count} ${count === 1 ? what : what.replace(/^(source|date|conflict|new event)/, "$1s")}`;
      const told = groups.filter(([key]) => done[key].length || key === "new").map(([key, what]) => words(done[key].length, what));
      parts.push(T.make("h2", {}, told.join(", ")));
      for (const [key, , head] of groups) if (done[key].length) parts.push(T.make("h3", {}, head), key === "waiting" ? waiting() : "", list(done[key]));
    }
    T.adding.sources = [];
    T.adding.keep();
    T.byId("whats-changed").replaceChildren(...parts);
    T.set("btn-undo-all", { hidden: Boolean(done.undone) || !done.articles.length });
    T.adding.go(3);
  };

  (T.actions || (T.actions = {}))["review-cancel"] = () => T.set("review-form", { opened: false });
})();

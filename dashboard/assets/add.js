/* Adding articles: the review of what was found, drawn from the draft, and what the reader decides. */
(function () {
  "use strict";
  const T = (window.timeline = window.timeline || {});
  window.dash_clientside = window.dash_clientside || {};
  const on = (window.dash_clientside.timeline = window.dash_clientside.timeline || {});
  const STEPS = ["add-source", "add-review", "add-done"];
  const FIELDS = ["title", "edtf", "said", "kind", "status", "lane"];
  const LARGEST = 10000000;
  let draft = null;
  let decisions = {};

  const many = (number, what) => `${number} ${what}${number === 1 ? "" : "s"}`;

  function step(number) {
    STEPS.forEach((name, at) => {
      T.set(name, { hidden: at !== number });
      const mark = T.byId("step-" + at);
      at === number ? mark.setAttribute("aria-current", "step") : mark.removeAttribute("aria-current");
    });
    window.scrollTo(0, 0);
  }

  /* ---- the review ---- */
  on.review = function (made) {
    if (!made) return;
    draft = made;
    decisions = {};
    T.set("decisions", { data: {} });
    T.byId("add-problems").replaceChildren(...problems(made.articles.length ? [] : made.problems));
    if (!made.articles.length) return;
    T.byId("review-problems").replaceChildren(...problems(made.problems));
    T.byId("review-text").replaceChildren(...made.articles.map(text));
    T.byId("review-cards").replaceChildren(...(made.cards.length ? made.cards.map(card) : [nothing()]));
    count();
    step(1);
  };

  const problems = (list) =>
    list.map((problem) =>
      problem.article
        ? T.make("p", { class: "problem" }, `${problem.why} `, T.make("a", { href: "/article/" + problem.article, "data-go": "/article/" + problem.article }, problem.title))
        : T.make("p", { class: "problem" }, T.make("strong", {}, problem.name), " ", problem.why));

  const nothing = () =>
    T.make("div", { class: "empty", role: "listitem" }, T.make("h2", {}, "No dated events found"),
      T.make("p", {}, "No sentence tells of something that happened on days that can be named."));

  function text(article) {
    const body = T.drawText(article.pieces, (letters, what, number) => {
      const name = what === "phrase" ? "mark" : what === "trigger" ? "b" : "span";
      return T.make(name, { "data-card": number, class: "said" }, letters);
    });
    const facts = T.make("p", { class: "muted" }, article.facts);
    if (article.why) facts.append(T.make("br"), "Date: " + article.why);
    return T.make("article", { lang: article.language },
      T.make("h2", { lang: article.language }, article.title), facts, T.make("div", { class: "reading" }, ...body));
  }

  function card(found) {
    const now = { ...found, ...(decisions[found.number] || {}) };
    const edited = FIELDS.some((name) => decisions[found.number] && name in decisions[found.number]);
    const press = (name, key, pressed) =>
      T.make("button", { type: "button", class: "plain", "data-review": name, "aria-pressed": pressed, "aria-keyshortcuts": key },
        name, T.make("kbd", { "aria-hidden": "true" }, key));
    return T.make("div", { role: "listitem", id: "review-card-" + found.number, tabindex: 0, "data-card": found.number,
        class: "review-card" + (now.rejected ? " rejected" : ""), "aria-label": `${now.title}, ${now.said}${now.rejected ? ", rejected" : ""}` },
      T.make("p", { class: "kicker" }, T.make("span", { class: "dot lane-" + now.lane }), now.kind,
        T.make("span", { class: "state " + now.status }, now.status),
        edited ? T.make("span", { class: "muted" }, "edited") : null),
      T.make("h3", {}, now.title),
      T.make("p", { class: "review-when" }, now.said),
      T.make("p", { class: "muted" }, edited && decisions[found.number].edtf ? "The date as you gave it." : now.why),
      now.joins ? T.make("p", { class: "joins" }, T.make("strong", {}, "Looks like an event you have: "), now.joins, ". It is added there as a source.") : null,
      T.make("div", { class: "row" }, press("Accept", "A", String(!now.rejected)), press("Edit", "E", null), press("Reject", "R", String(Boolean(now.rejected)))));
  }

  function redraw(number) {
    const old = T.byId("review-card-" + number);
    const inside = old.contains(document.activeElement) && document.activeElement.dataset.review;
    const focused = old === document.activeElement;
    const fresh = card(draft.cards[number]);
    old.replaceWith(fresh);
    if (inside) fresh.querySelector(`[data-review=${inside}]`).focus();
    if (focused) fresh.focus();
    for (const node of T.byId("review-text").querySelectorAll(`[data-card="${number}"]`)) {
      node.classList.toggle("out", Boolean(decisions[number] && decisions[number].rejected));
    }
    count();
  }

  function count() {
    const out = draft.cards.filter((found) => decisions[found.number] && decisions[found.number].rejected).length;
    const left = draft.cards.length - out;
    const from = draft.articles.length > 1 ? ` in ${many(draft.articles.length, "article")}` : "";
    T.byId("review-count").textContent = `${many(draft.cards.length, "event")} found${from}${out ? ` · ${out} rejected` : ""}`;
    const button = T.byId("btn-save-accepted");
    T.set("btn-save-accepted", { children: `Add ${many(left, "event")}`, disabled: !left });
    button.title = left ? "Put the accepted events on the timeline" : "Accept an event first";
  }

  function decide(number, changes) {
    decisions = { ...decisions, [number]: { ...decisions[number], ...changes } };
    T.set("decisions", { data: decisions });
    redraw(number);
  }

  function open(number) {
    const found = { ...draft.cards[number], ...(decisions[number] || {}) };
    T.set("editing", { data: { number, published: draft.articles[found.article].record.published } });
    T.set("review-title", { value: found.title, error: null });
    T.set("review-when", { value: found.edtf, error: null });
    T.set("review-kind", { value: found.kind });
    T.set("review-status", { value: found.status });
    T.set("review-form", { opened: true });
  }

  on.applied = function (read) {
    if (!read || !draft) return;
    const found = draft.cards[read.number];
    const changes = { rejected: false };
    for (const name of FIELDS) if (read[name] !== found[name]) changes[name] = read[name];
    decisions = { ...decisions, [read.number]: {} };
    T.set("review-form", { opened: false });
    decide(read.number, changes);
  };

  const ACTS = {
    Accept: (number) => decide(number, { rejected: false }),
    Reject: (number) => decide(number, { rejected: true }),
    Edit: open,
  };
  const KEYS = { a: "Accept", e: "Edit", r: "Reject" };

  document.addEventListener("click", (click) => {
    const button = click.target.closest("[data-review]");
    if (button) return ACTS[button.dataset.review](Number(button.closest("[data-card]").dataset.card));
    const said = click.target.closest("#review-text [data-card]");
    if (said) {
      const target = T.byId("review-card-" + said.dataset.card);
      target.focus({ preventScroll: true });
      target.scrollIntoView({ block: "nearest" });
    }
  });

  /* Before the page's own keys, so that A, E and R mean the card that has the focus. */
  document.addEventListener("keydown", (event) => {
    const box = event.target.closest && event.target.closest(".review-card");
    if (!box || event.ctrlKey || event.metaKey || event.altKey) return;
    const next = { ArrowDown: box.nextElementSibling, ArrowUp: box.previousElementSibling }[event.key];
    const act = KEYS[event.key.toLowerCase()];
    if (!act && !next) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    next ? next.focus() : ACTS[act](Number(box.dataset.card));
  }, true);

  document.addEventListener("focusin", (event) => {
    const box = event.target.closest && event.target.closest(".review-card");
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

  /* Files that are too large are left out by the upload without a word; say so. */
  function weigh(files) {
    const large = [...(files || [])].filter((file) => file.size > LARGEST).map((file) => file.name);
    if (large.length) T.set("add-files-said", { children: `${large.join(", ")} ${large.length > 1 ? "are" : "is"} larger than 10 MB and left out.` });
  }
  document.addEventListener("change", (event) => event.target.closest("#add-files") && weigh(event.target.files), true);
  document.addEventListener("drop", (event) => event.target.closest && event.target.closest("#add-files") && weigh(event.dataTransfer.files), true);

  /* ---- what changed ---- */
  on.added = function (done) {
    if (!done) return;
    const list = (events) =>
      T.make("ul", { class: "changed" }, ...events.map(([id, title, date, lane]) => {
        const link = T.eventLink(id, title);
        link.setAttribute("data-away", "");
        return T.make("li", {}, T.make("span", { class: "muted" }, date), T.make("span", {}, T.make("span", { class: "dot lane-" + lane }), link));
      }));
    const parts = [];
    if (done.undone) parts.push(T.make("h2", {}, "Undone"), T.make("p", {}, "The timeline is as it was before."));
    else if (!done.articles.length) parts.push(T.make("h2", {}, "Already on the timeline"), T.make("p", {}, "Nothing was added."));
    else {
      const told = [many(done.new.length, "new event")];
      if (done.confirmed.length) told.push(`${done.confirmed.length} confirmed`);
      parts.push(T.make("h2", {}, told.join(", ")));
      if (done.new.length) parts.push(list(done.new));
      if (done.confirmed.length) parts.push(T.make("h3", {}, "Confirmed by this source"), list(done.confirmed));
    }
    T.byId("whats-changed").replaceChildren(...parts);
    T.set("btn-undo-all", { hidden: Boolean(done.undone) || !done.articles.length });
    step(2);
  };

  Object.assign(T.actions || (T.actions = {}), {
    "review-back": () => step(0),
    "review-cancel": () => T.set("review-form", { opened: false }),
    "add-another": () => {
      for (const name of ["add-text", "add-title", "add-published", "add-addresses"]) T.set(name, { value: "" });
      T.set("found", { data: null });
      step(0);
    },
  });
})();

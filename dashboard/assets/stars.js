/* Stars: a reader's own marks on events, kept in this browser; "Starred" shows those alone, by their ids
   in the address, so that a link to them shows anyone the same events. */
(function () {
  "use strict";
  const T = (window.timeline = window.timeline || {});
  const STORED = "timeline-stars";
  const sheet = new CSSStyleSheet();
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  let stars = read(), merged = {};

  function read() {
    try { return new Set(JSON.parse(localStorage.getItem(STORED) || "[]")); } catch (refused) { return new Set(); }
  }

  /* A star stays with the id that it was given to, and shows on the event that this one is part of now:
     so it comes back with the event when a merge is taken back. */
  const current = (id) => merged[id] || id;
  const shown = () => new Set([...stars].map(current));

  T.isStarred = (id) => shown().has(current(id));

  T.followMerged = async function () {
    const ids = [...new Set([...stars, ...T.words("ids"), T.state.sel].filter(Boolean))];
    if (!ids.length) return;
    const answer = await window.fetch("/current?" + new URLSearchParams({ ids: ids.join("|") })).catch(() => null);
    if (!answer || !answer.ok) return;
    merged = await answer.json();
    const asked = T.words("ids");
    if (asked.some((id) => merged[id])) T.change({ ids: [...new Set(asked.map(current))].join("|") }, { push: false });
    show();
  };

  T.star = function (id) {
    if (!id) return;
    stars = read(); // another tab may have added some
    const wanted = !T.isStarred(id);
    if (wanted) stars.add(id);
    else stars = new Set([...stars].filter((other) => current(other) !== current(id)));
    try { localStorage.setItem(STORED, JSON.stringify([...stars])); } catch (refused) { T.say("This browser keeps no settings"); }
    T.say(wanted ? "Starred" : "Star taken off");
    show();
  };

  /* In the strip, the grid and the chronicle by one rule, as rows come and go; in the card; in the filter bar. */
  function show() {
    if (T.records) T.drawStrip([...T.records.values()]);
    T.showStars();
    const places = [...shown()].map((id) => CSS.escape(id)).flatMap((id) => [
      `#event-strip [data-event-id="${id}"] .when::before`, `#list-grid .ag-row[row-id="${id}"] [col-id="title"]::before`, `#chronicle [data-entry="${id}"] a::before`]);
    sheet.replaceSync(places.length ? `${places.join(",")} { content: "★ " / ""; color: var(--focus); }` : "");
  }

  T.showStars = function () {
    const own = T.byId("btn-star"), only = T.byId("only-stars"), asked = T.words("ids");
    const starred = T.isStarred(T.state.sel);
    own.setAttribute("aria-pressed", String(starred));
    own.firstChild.textContent = starred ? "★" : "☆";
    only.hidden = !stars.size && !asked.length;
    only.setAttribute("aria-pressed", String(asked.length > 0));
    only.classList.toggle("on", asked.length > 0);
    const others = asked.some((id) => !T.isStarred(id));
    only.textContent = asked.length ? `${others ? "Chosen" : "★ Starred"}: ${T.many(asked.length, "event")}` : "★ Starred";
  };

  window.addEventListener("storage", (event) => {
    if (event.key !== STORED) return;
    stars = read();
    show();
  });

  T.watchStars = function () {
    show();
    T.followMerged();
  };
  Object.assign(T.actions || (T.actions = {}), {
    star: () => T.star(T.state.sel),
    "only-stars": () => T.change({ ids: T.state.ids ? null : [...shown()].join("|") }),
  });
})();

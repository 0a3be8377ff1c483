/* The list: tells the grid when the state has changed, draws the chronicle, opens the card of a row. */
(function () {
  "use strict";
  const T = (window.timeline = window.timeline || {});
  window.dash_clientside = window.dash_clientside || {};
  const on = (window.dash_clientside.timeline = window.dash_clientside.timeline || {});
  const parts = (window.dashAgGridComponentFunctions = window.dashAgGridComponentFunctions || {});
  const PAGE = 200;
  const PHONE = 640;
  let shown = null;
  let wanted = PAGE;

  parts.Kind = (props) =>
    props.data ? window.React.createElement("span", null,
      window.React.createElement("span", { className: "dot lane-" + props.data.lane }), props.value) : null;

  /* Ask anew only when what is chosen has changed; the card and the lanes change no list. */
  on.listChanged = function (state, version, form) {
    if (state && state.path === "/list") show(version, form);
    return T.none();
  };

  function show(version, form) {
    const state = T.state;
    if (!T.byId("chronicle")) return setTimeout(() => show(version, form), 50);
    const chronicle = form === "chronicle" || document.body.clientWidth <= PHONE;
    T.byId("list-table").hidden = chronicle;
    T.byId("chronicle").hidden = !chronicle;
    const key = JSON.stringify([version, chronicle, state.from, state.to, ...T.FILTERS.map((name) => state[name])]);
    if (key === shown) return;
    const first = shown === null;
    shown = key;
    if (chronicle) {
      wanted = PAGE;
      ask();
    } else if (!first) refresh();
  }

  const ask = () => T.set("chronicle-wanted", { data: { count: wanted, at: Date.now() } });

  function refresh() {
    const grid = window.dash_ag_grid && window.dash_ag_grid.getApi("list-grid");
    if (!grid) return setTimeout(refresh, 100);
    grid.purgeInfiniteCache();
    grid.ensureIndexVisible(0);
  }

  /* The grid's own script is read while nothing else is to do, so that the list opens at once. */
  T.foreseeGrid = function () {
    if (T.foreseen || document.body.clientWidth <= PHONE) return;
    T.foreseen = true;
    const idle = window.requestIdleCallback || ((then) => setTimeout(then, 500));
    idle(() => document.head.append(T.make("script", { src: "/_dash-component-suites/dash_ag_grid/async-community.js", async: "" })));
  };

  const number = (count) => count.toLocaleString("en-GB");

  on.listCounts = function (counts) {
    if (!counts) return;
    T.byId("list-status").textContent =
      counts.passing ? `${number(counts.passing)} of ${number(counts.all)} events${counts.days ? " · " + counts.days : ""}`
        : `No events match. ${number(counts.all)} without filters.`;
    T.byId("list-all").hidden = !counts.days;
  };

  on.chronicle = function (answer) {
    if (!answer) return;
    on.listCounts(answer);
    const box = T.byId("chronicle");
    const years = T.make("ol", { class: "years" });
    let year = null, month = null, months = null, events = null;
    for (const [id, inYear, inMonth, when, title, lane, kind, status, sources] of answer.entries) {
      if (inYear !== year) {
        year = inYear;
        month = null;
        months = T.make("ol", {});
        years.append(T.make("li", {}, T.make("h2", {}, String(year)), months));
      }
      if (inMonth !== month) {
        month = inMonth;
        events = T.make("ol", {});
        const heading = month || (months.children.length ? "Some time in the year" : "");
        months.append(T.make("li", {}, heading ? T.make("h3", {}, heading) : null, events));
      }
      const said = [kind, status === "happened" ? "" : status, sources > 1 ? `×${sources}` : ""].filter(Boolean).join(" · ");
      events.append(T.make("li", { class: "entry" }, T.make("span", { class: "entry-when" }, when),
        T.make("span", { class: "entry-what" }, T.make("span", { class: "dot lane-" + lane }),
          T.make("span", {}, T.eventLink(id, title), " ", T.make("span", { class: "muted" }, said)))));
    }
    const left = answer.passing - answer.entries.length;
    box.replaceChildren(years);
    if (left > 0) {
      const more = T.make("button", { type: "button", class: "plain", "data-do": "chronicle-more" }, `Show ${number(Math.min(PAGE, left))} more`);
      box.append(T.make("p", { class: "more" }, `${number(answer.entries.length)} of ${number(answer.passing)} shown `, more));
    }
  };

  const rowOf = (node) => node.closest && node.closest("#list-grid .ag-row[row-id]");

  document.addEventListener("click", (click) => {
    const row = rowOf(click.target);
    if (row) T.change({ sel: row.getAttribute("row-id") });
  });
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Enter") return;
    const row = rowOf(event.target);
    if (row) T.change({ sel: row.getAttribute("row-id") });
  });

  Object.assign(T.actions || (T.actions = {}), {
    "all-dates": () => T.change({ from: null, to: null }),
    "chronicle-more": () => {
      wanted += PAGE;
      ask();
    },
  });
})();

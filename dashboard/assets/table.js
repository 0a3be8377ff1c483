/* The list: tells the grid when the state has changed, draws the chronicle, opens the card of a row. */
(function () {
  "use strict";
  const T = (window.timeline = window.timeline || {});
  window.dash_clientside = window.dash_clientside || {};
  const on = (window.dash_clientside.timeline = window.dash_clientside.timeline || {});
  const parts = (window.dashAgGridComponentFunctions = window.dashAgGridComponentFunctions || {});
  const PAGE = 200;
  const PHONE = 640;
  const COLUMNS = "timeline-columns";
  const KEPT = ["date", "title", "ag-Grid-SelectionColumn"]; // columns that are always there
  const SINGLE = 220; // milliseconds in which a second click makes a double one
  let shown = null, filtered = null;
  let wanted = PAGE;

  parts.Kind = (props) =>
    props.data ? window.React.createElement("span", null,
      window.React.createElement("span", { className: "dot lane-" + props.data.lane }), props.value) : null;

  /* Ask anew only when what is chosen has changed; the card and the lanes change no list. */
  on.listChanged = function (state, version, form) {
    if (!state || state.path !== "/list") return T.none();
    const asked = state.form || "grid";
    if (form === asked) show(version, form);
    else if (window.dash_clientside.callback_context.triggered_id === "list-form") T.change({ form: form === "grid" ? null : form });
    else T.set("list-form", { value: asked });
    return T.none();
  };

  function show(version, form) {
    const state = T.state;
    if (!T.byId("chronicle")) return setTimeout(() => show(version, form), 50);
    const chronicle = form === "chronicle" || document.body.clientWidth <= PHONE;
    T.byId("list-table").hidden = T.byId("list-pick").hidden = chronicle;
    T.byId("chronicle").hidden = !chronicle;
    const chosen = JSON.stringify([chronicle, state.from, state.to, ...T.FILTERS.map((name) => state[name])]);
    const key = JSON.stringify([version, chosen]);
    if (!chronicle) sortAsAsked();
    if (key === shown) return;
    const first = shown === null, same = chosen === filtered;
    [shown, filtered] = [key, chosen];
    if (chronicle) {
      wanted = PAGE;
      ask();
    } else if (!first) refresh(same);
  }

  const ask = () => T.set("chronicle-wanted", { data: { count: wanted, at: Date.now() } });
  T.grid = () => window.dash_ag_grid.getApiAsync("list-grid"); // a promise, kept when the grid is ready

  /* The same events anew where they are, others from the first. */
  async function refresh(same) {
    const api = await T.grid();
    if (same) return api.refreshInfiniteCache();
    api.purgeInfiniteCache();
    api.ensureIndexVisible(0);
  }
  T.refreshList = () => refresh(true);

  /* The order ⇄ the address: "title" rises, "-title" falls; in time where none is named. */
  const order = (state) => (state ? (state.sort === "desc" ? "-" : "") + state.colId : "date");
  let watched = null;

  async function sortAsAsked() {
    const api = await T.grid();
    const asked = T.state.sort || "date";
    const now = () => order(api.getColumnState().find((column) => column.sort));
    if (asked !== now()) {
      const state = [{ colId: asked.replace(/^-/, ""), sort: asked[0] === "-" ? "desc" : "asc" }];
      api.applyColumnState({ state, defaultState: { sort: null } });
    }
    if (watched === api) return;
    watched = api;
    const columns = localStorage.getItem(COLUMNS); // those that the reader chose at an earlier visit
    if (columns) T.set("list-columns", { value: JSON.parse(columns) });
    api.addEventListener("sortChanged", () => T.state.path === "/list" && T.change({ sort: now() === "date" ? null : now() }));
  }

  on.listColumns = function (chosen) {
    if (!chosen) return;
    localStorage.setItem(COLUMNS, JSON.stringify(chosen));
    T.grid().then((api) => {
      const away = api.getColumns().map((column) => column.getColId()).filter((name) => !chosen.includes(name) && !KEPT.includes(name));
      api.setColumnsVisible(chosen, true);
      api.setColumnsVisible(away, false);
    });
  };

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

  /* A click opens the card, a double one (or F2) the cell's editor, the box in front chooses the row. */
  const rowOf = (node) => node.closest && !node.closest(".ag-cell-inline-editing, .ag-popup, [col-id='ag-Grid-SelectionColumn']") && node.closest("#list-grid .ag-row[row-id]");
  const open = (row) => T.change({ sel: row.getAttribute("row-id") });
  let opening = 0;

  document.addEventListener("click", (click) => {
    const row = rowOf(click.target);
    clearTimeout(opening);
    if (!row || click.detail > 1) return;
    if (T.byId("bulk-kind") && click.target.closest("[col-id=title], [col-id=kind]")) opening = setTimeout(open, SINGLE, row);
    else open(row);
  });
  document.addEventListener("keydown", (event) => {
    const row = event.key === "Enter" && rowOf(event.target);
    if (!row) return;
    event.stopPropagation(); // the grid would edit the cell
    open(row);
  }, true);

  Object.assign(T.actions || (T.actions = {}), {
    "all-dates": () => T.change({ from: null, to: null }),
    "chronicle-more": () => {
      wanted += PAGE;
      ask();
    },
  });
})();

/* The list: rows from the server into the grid, the order and the address in step, the card of a row,
   corrections in cells. The chronicle is in chronicle.js, the selection in bulk.js. */
(function () {
  "use strict";
  const T = (window.timeline = window.timeline || {});
  window.dash_clientside = window.dash_clientside || {};
  const on = (window.dash_clientside.timeline = window.dash_clientside.timeline || {});
  const functions = (window.dashAgGridFunctions = window.dashAgGridFunctions || {});
  const PHONE = 640;
  const BY_DATE = "date";
  const TWICE = 220;
  const QUIET = 600;
  let shown = {};
  let api = null;
  let columns = null;
  let opening = 0;
  let good = { asked: "", blocks: new Map() }; // what the server answered last

  /* The grid keeps its keys for moving and selecting; letters are the page's, Enter opens, F2 corrects. */
  functions.listKey = ({ editing, event }) => !editing && (event.key.length === 1 ? event.key !== " " : ["Enter", "Delete", "Backspace"].includes(event.key));

  T.inCell = (node) => Boolean(node.closest && node.closest(".ag-cell-inline-editing, .ag-popup"));

  /* ---- what is shown ---- */
  on.listChanged = function (state, version, form, chosen) {
    if (chosen !== columns) {
      columns = chosen;
      if (api) showColumns();
    }
    if (!state || state.path !== "/list") return prepare(version);
    const asked = state.form || "grid", picked = T.isChosen("list-form", form);
    if (form === asked) show(version, form);
    else if (picked && window.dash_clientside.callback_context.triggered_id === "list-form") T.change({ form: form === "grid" ? null : form });
    else {
      T.tellInput("list-form", asked);
      T.set("list-form", { value: asked });
    }
    return T.none();
  };

  const wished = () => JSON.stringify([T.state.from, T.state.to, ...T.FILTERS.map((name) => T.state[name])]);

  /* A list that was built before it is opened has its first rows, too. */
  function prepare(version) {
    if (!api && T.state.path === "/" && document.body.clientWidth > PHONE) {
      shown = { version, chronicle: false, wish: wished() };
      connect();
    }
    return T.none();
  }

  async function show(version, form) {
    if (!T.byId("chronicle")) return setTimeout(() => show(version, form), 50);
    const chronicle = form === "chronicle" || document.body.clientWidth <= PHONE;
    T.byId("list-table").hidden = T.byId("btn-columns").hidden = chronicle;
    T.byId("chronicle").hidden = !chronicle;
    if (T.byId("btn-select")) T.byId("btn-select").hidden = !chronicle;
    const before = shown;
    shown = { version, chronicle, wish: wished() };
    const same = before.wish === shown.wish && before.chronicle === chronicle;
    markOpen();
    if (chronicle) return same && before.version === version ? null : T.askChronicle(!same);
    if (!api) return connect();
    order();
    if (before.wish !== shown.wish) {
      api.purgeInfiniteCache();
      api.ensureIndexVisible(0);
    } else if (before.version !== version) T.refreshList();
  }

  /* The same rows again, where they are: after a correction nothing jumps. */
  T.refreshList = () => {
    if (T.state.path !== "/list") return;
    if (shown.chronicle) T.askChronicle(false);
    else if (api) api.refreshInfiniteCache();
  };

  T.askRows = async function (more) {
    const query = new URLSearchParams({ ...T.state, form: "", ...more });
    query.delete("path");
    const { wish } = shown;
    const answer = await window.fetch("/rows?" + query);
    if (!answer.ok) throw new Error("no rows");
    const found = await answer.json();
    const drawn = (then) => requestAnimationFrame(() => requestAnimationFrame(then)); // the grid takes two frames
    drawn(() => wish === shown.wish && said(found));
    return found;
  };

  function said(found) {
    T.listed = found;
    T.showFound();
    T.showPickAll();
    const { passing, all, days, matching, without } = found;
    T.byId("list-status").textContent =
      passing ? `${T.countOf(passing, matching, all)}${days ? " · " + days : ""}` : `No events match. ${T.number(all)} without filters.`;
    T.byId("list-all").hidden = !days;
    const box = T.byId("list-nothing");
    box.hidden = passing > 0;
    box.replaceChildren();
    if (passing) return;
    const button = (text, action) => T.make("button", { type: "button", class: "button", "data-do": action }, text);
    const filtered = T.FILTERS.some((key) => T.state[key]);
    if (!all) box.append(T.make("h2", {}, "No events yet"), T.byId("btn-add") ? T.make("a", { class: "button", href: "/add", "data-go": "/add" }, "Add an article") : "");
    else box.append(T.make("h2", {}, matching ? "Nothing in these days" : "No events match"), T.make("p", { class: "muted" }, matching ? `${T.number(matching)} on other days.` : `${T.number(all)} without filters.`),
      T.make("div", { class: "row" }, matching ? button("All dates", "all-dates") : "", T.withoutButton(without), filtered ? button("Clear all filters", "clear") : ""));
  }

  /* ---- the grid ---- */
  function connect() {
    if (api) return;
    const found = ready();
    if (!found) return setTimeout(connect, 30);
    api = found;
    order();
    showColumns();
    api.addEventListener("sortChanged", () => {
      const by = api.getColumnState().find((column) => column.sort);
      const text = by && (by.sort === "desc" ? "-" : "") + by.colId;
      T.change({ sort: text === BY_DATE ? null : text });
    });
    api.addEventListener("cellEditingStarted", choose);
    api.addEventListener("modelUpdated", () => T.markPicked(api));
    api.addEventListener("selectionChanged", () => T.takePicked(api));
    api.setGridOption("datasource", { getRows });
  }

  /* The grid, once it has Dash's source of rows: ours is to come after it. */
  function ready() {
    try {
      const found = window.dash_ag_grid.getApi("list-grid");
      return found.getGridOption("datasource") ? found : null;
    } catch (early) {
      return null;
    }
  }

  async function getRows({ startRow, endRow, sortModel, successCallback, failCallback }) {
    const [by] = sortModel;
    const sort = by ? (by.sort === "desc" ? "-" : "") + by.colId : "", asked = shown.wish + sort;
    try {
      const found = await T.askRows({ begin: startRow, end: endRow, sort });
      if (good.asked !== asked) good = { asked, blocks: new Map() };
      good.blocks.set(startRow, found);
      successCallback(found.rows, found.passing);
    } catch (failed) { // connection.js says it
      shown.version = null; // and all is asked for again
      const last = good.blocks.get(startRow);
      last ? successCallback(last.rows, last.passing) : failCallback();
    }
  }

  /* The grid's own select has no name and opens with a second click. */
  function choose({ colDef }) {
    const box = document.querySelector("#list-grid .ag-cell-inline-editing [role=combobox]");
    if (!box) return;
    box.setAttribute("aria-label", colDef.headerName);
    box.dispatchEvent(new MouseEvent("mousedown", { bubbles: true }));
  }

  /* The order that the address names; a name that the grid does not have is that of time. */
  function order() {
    const text = T.state.sort || "", key = text.replace(/^-/, "");
    const colId = api.getColumn(key) ? key : BY_DATE;
    const sort = text.startsWith("-") && colId === key ? "desc" : "asc";
    if (api.getColumn(colId).getSort() !== sort) api.applyColumnState({ state: [{ colId, sort }], defaultState: { sort: null } });
  }

  function showColumns() {
    const own = api.getColumns().map((column) => column.getColId()).filter((id) => !id.startsWith("ag-Grid") && id !== "title");
    if (columns) for (const id of own) api.setColumnsVisible([id], columns.includes(id));
  }

  /* ---- rows and the card ---- */
  const rowOf = (node) => node.closest && node.closest("#list-grid .ag-row[row-id]");
  const open = (row) => T.change({ sel: row.getAttribute("row-id") });

  /* The row whose card is open; by a rule of its own, as rows come and go while the list is scrolled. */
  const sheet = new CSSStyleSheet();
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  function markOpen() {
    const id = T.state.sel;
    sheet.replaceSync(id ? `#list-grid .ag-row[row-id="${CSS.escape(id)}"] { background: var(--brush); box-shadow: inset 3px 0 var(--focus); }` : "");
  }

  document.addEventListener("click", (click) => {
    const row = rowOf(click.target);
    if (!row || T.inCell(click.target) || click.target.closest('[col-id="ag-Grid-SelectionColumn"]')) return;
    clearTimeout(opening);
    if (click.detail > 1) return;
    // the card moves the columns: the second click of a double one is to meet the cell of the first
    if (click.target.closest(".editable") && !T.state.sel) opening = setTimeout(open, TWICE, row);
    else open(row);
  });
  document.addEventListener("keydown", (event) => {
    const row = rowOf(event.target);
    if (!row || T.inCell(event.target)) return;
    if (event.key === "Enter") open(row);
  });

  /* Previous and next from the card: along the rows as they are sorted. */
  T.stepList = function (by) {
    if (shown.chronicle) {
      const links = [...document.querySelectorAll("#chronicle [data-event]")];
      const next = links[links.findIndex((link) => link.dataset.event === T.state.sel) + by];
      if (next) T.change({ sel: next.dataset.event });
      return;
    }
    const here = api && T.state.sel && api.getRowNode(T.state.sel);
    const next = here && api.getDisplayedRowAtIndex(here.rowIndex + by);
    if (!next || !next.data) return;
    api.ensureIndexVisible(next.rowIndex);
    T.change({ sel: next.id });
  };

  /* The next event that nobody has reviewed, on the timeline or beside the list. */
  T.nextNew = async function () {
    const query = new URLSearchParams(T.state);
    if (T.state.path === "/") for (const end of ["from", "to"]) query.delete(end); // the window goes along
    const answer = await window.fetch("/next?" + query);
    if (!answer.ok) return;
    const { id, at } = await answer.json();
    if (!id) return T.say("Every event that matches is reviewed.");
    T.change({ sel: id });
    const node = api && T.state.path === "/list" && api.getRowNode(id);
    if (node) api.ensureNodeVisible(node);
    if (T.state.path !== "/" || at === null || T.records?.has(id)) return;
    T.view ? T.showAt(at) : T.bring(); // pressed before anything is drawn
  };

  /* The grid's own script is read, and the grid built, while the reader does nothing: the list opens at once. */
  const idle = window.requestIdleCallback || ((then) => setTimeout(then, 500));
  let acted = 0;
  for (const deed of ["pointerdown", "wheel", "keydown"]) document.addEventListener(deed, () => (acted = Date.now()), { capture: true, passive: true });
  T.foreseeGrid = function () {
    if (T.foreseen || document.body.clientWidth <= PHONE) return;
    T.foreseen = true;
    idle(async () => {
      await T.needed("dash_ag_grid");
      const script = T.make("script", { src: "/_dash-component-suites/dash_ag_grid/async-community.js", async: "" });
      script.addEventListener("load", buildGrid);
      document.head.append(script);
    });
  };

  function buildGrid() {
    if (Date.now() - acted < QUIET) return setTimeout(buildGrid, QUIET);
    idle(() => T.foresee("list"));
  }

  (T.actions || (T.actions = {}))["all-dates"] = () => T.change({ from: null, to: null });
})();

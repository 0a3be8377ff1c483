/* The library's coverage: how many articles each month has, year by year; a year narrows the list to it.
   The search narrows both, so that a publisher's name shows what that publisher covers. */
(function () {
  "use strict";
  const T = (window.timeline = window.timeline || {});
  window.dash_clientside = window.dash_clientside || {};
  const on = (window.dash_clientside.timeline = window.dash_clientside.timeline || {});
  const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
  const BAR = 3, HIGH = 28;
  const OLDER = "older rules";
  let rows = [], text = "", year = null, older = false, grid = null;

  const dated = () => rows.filter((row) => row.published);
  const words = () => text.toLowerCase().split(/\s+/).filter(Boolean);
  const has = (row) => (!older || row.reader === OLDER) && words().every((word) => [row.title, row.publisher, row.published].join(" ").toLowerCase().includes(word));
  const passes = (row) => has(row) && (!year || row.published.startsWith(year));

  on.libraryRows = function (given) {
    rows = given || [];
    if (year && !rows.some((row) => row.published.startsWith(year))) year = null;
    showOlder();
    draw();
    connect();
    return said();
  };
  on.librarySearch = function (typed) {
    text = typed || "";
    narrow();
    return said();
  };

  function said() {
    const shown = rows.filter(passes).length, all = T.many(rows.length, "article");
    return shown === rows.length ? all : `${T.number(shown)} of ${all}`;
  }

  function connect() {
    try {
      grid = window.dash_ag_grid.getApi("library-grid");
    } catch (early) {
      return setTimeout(connect, 50);
    }
    grid.setGridOption("isExternalFilterPresent", () => Boolean(year || text || older));
    grid.setGridOption("doesExternalFilterPass", (node) => passes(node.data));
    grid.onFilterChanged();
    T.followPicked(grid);
  }

  /* What other rules than today's read can be shown alone, to be read again. */
  function showOlder() {
    const button = T.byId("library-older"), count = rows.filter((row) => row.reader === OLDER).length;
    older = older && count > 0;
    if (!button) return;
    button.hidden = !count;
    button.textContent = `${T.number(count)} read by ${OLDER}`;
    button.setAttribute("aria-pressed", String(older));
    if (T.byId("library-again")) T.byId("library-again").hidden = !count;
  }

  Object.assign(T.actions || (T.actions = {}), {
    "library-older": () => {
      older = !older;
      showOlder();
      narrow();
      T.set("library-count", { children: said() });
    },
    "library-again": () => T.readAgain(rows.filter((row) => row.reader === OLDER).map((row) => row.id)),
  });

  function narrow() {
    draw();
    if (grid) grid.onFilterChanged();
  }

  function draw() {
    const box = T.byId("coverage"), years = dated().map((row) => +row.published.slice(0, 4));
    box.hidden = !years.length;
    if (!years.length) return;
    const counts = new Map();
    for (const row of dated()) if (has(row)) {
      const month = row.published.slice(0, 7);
      counts.set(month, (counts.get(month) || 0) + 1);
    }
    const most = Math.max(1, ...counts.values());
    const first = Math.min(...years), last = Math.max(...years);
    const focused = document.activeElement && document.activeElement.dataset.year, begun = box.childElementCount;
    box.replaceChildren(...Array.from({ length: last - first + 1 }, (_, at) => column(String(first + at), counts, most)));
    if (!begun) box.scrollLeft = box.scrollWidth; // where not all years fit, the latest, as in the list below
    if (focused && box.querySelector(`[data-year="${focused}"]`)) box.querySelector(`[data-year="${focused}"]`).focus();
  }

  /* A year: twelve bars, and a button where there is something to show. */
  function column(name, counts, most) {
    const months = MONTHS.map((month, at) => [month, counts.get(`${name}-${String(at + 1).padStart(2, "0")}`) || 0]);
    const total = months.reduce((sum, [, count]) => sum + count, 0);
    const told = months.filter(([, count]) => count).map(([month, count]) => `${month} ${count}`).join(", ");
    const label = [T.svg("svg", { viewBox: `0 0 ${12 * BAR} ${HIGH}`, preserveAspectRatio: "none", "aria-hidden": "true" },
      ...months.map(([, count], at) => T.svg("rect", { x: at * BAR, width: BAR - 0.6, y: HIGH - bar(count, most), height: bar(count, most) }))),
    T.make("span", {}, name)];
    if (!total) return T.make("span", { class: "covered none", title: `${name}: no article` }, ...label);
    const words = `${name}: ${T.many(total, "article")} (${told})`;
    return T.make("button", { type: "button", class: "covered", "data-year": name, "aria-pressed": String(year === name), "aria-label": words, title: words }, ...label);
  }
  const bar = (count, most) => (count ? Math.max(4, (count / most) * HIGH) : 0);

  document.addEventListener("click", (click) => {
    const button = click.target.closest("[data-year]");
    if (!button) return;
    year = year === button.dataset.year ? null : button.dataset.year;
    narrow();
    T.set("library-count", { children: said() });
  });
})();

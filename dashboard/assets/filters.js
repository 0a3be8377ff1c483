/* The filter bar ⇄ the state. */
(function () {
  "use strict";
  const T = (window.timeline = window.timeline || {});
  window.dash_clientside = window.dash_clientside || {};
  const on = (window.dash_clientside.timeline = window.dash_clientside.timeline || {});
  const PILLS = ["dates", "kind", "status", "review", "actor", "place", "outlet", "tag", "more"];
  const OPENED = [...PILLS.slice(1, -1), "cert", "min"];
  const MORE = { exact: "day known", month: "within a month", wider: "wider than a month", 2: "2+ publishers", 3: "3+ publishers" };

  const told = {}; // what stands in what the buttons open
  let asked = null, there = false;

  /* What is chosen, on the buttons; in what they open once it is there. */
  T.showFilters = function () {
    const filters = T.state, text = filters.q || "";
    const box = T.byId("search-input");
    const typing = box === document.activeElement || (typed !== null && typed !== text); // it is newer than the state
    const any = T.FILTERS.some((key) => filters[key]);
    const many = T.FILTERS.filter((key) => key !== "q" && filters[key]).length; // what is searched for stands beside it
    T.byId("btn-filters").textContent = many ? `Filters (${many})` : "Filters";
    if (!typing && text !== box.value.trim()) T.showSearch();
    for (const key of OPENED) {
      const value = filters[key] || "";
      T.tellInput(key, value);
      if (there && told[key] !== value) T.set(key, { value: T.LISTS.includes(key) ? (value ? value.split("|") : []) : value });
      told[key] = value;
    }
    for (const key of PILLS) label(key, filters);
    if (filters.tag) T.byId("pill-tag").hidden = false; // it may be a tag that no event has any more
    T.byId("clear-all").hidden = T.byId("save-view").hidden = !any;
  };

  /* What the buttons open is asked for when a reader comes near, so that the page stands without it. */
  function askForFilters() {
    if (asked || !T.state) return;
    asked = T.filtered();
    T.set("filters-wanted", { data: asked });
  }
  for (const near of ["pointerover", "focusin"]) document.addEventListener(near, ({ target }) => target.closest?.("#filter-bar, #btn-filters") && askForFilters());

  on.filtersThere = function () {
    there = true;
    for (const key of OPENED) told[key] = asked[key] || "";
    T.countFilters();
    T.showFilters();
    if (!T.byId("drop-dates").hidden) showDays();
  };

  /* The words of the search box that a reader typed; null while what stands there was put in by the page. The box
     repeats late, and more than once, what it was given: only what was typed is a choice. */
  let typed = null;
  document.addEventListener("input", ({ target }) => target.id === "search-input" && (typed = target.value.trim()));

  /* Back and forward are newer than what is being typed. */
  T.showSearch = function () {
    typed = null;
    T.set("search-input", { value: T.state.q || "" });
  };

  function label(key, filters) {
    const button = T.byId("pill-" + key), off = T.byId("off-" + key), name = button.dataset.name;
    const chosen = key === "more" ? [filters.cert, filters.min].filter(Boolean).map((v) => MORE[v] || v)
      : filters[key] ? filters[key].split("|").map((name) => name.replace(/^-/, "not ")) : [];
    button.classList.toggle("on", chosen.length > 0);
    if (off) off.hidden = !chosen.length;
    button.textContent = chosen.length ? name + ": " + chosen[0] + (chosen.length > 1 ? " +" + (chosen.length - 1) : "") : name;
  }

  /* A filter of the state, in a few words. */
  T.filterWords = function (key) {
    const value = T.state[key] || "", many = value.split("|").length;
    const words = { q: `“${value}”`, cert: MORE[value], min: MORE[value], asof: `“as known on ${T.dayWords(value)}”`, ids: "the stars", article: "the article" };
    return words[key] || `“${value.split("|")[0].replace(/^-/, "not ")}”` + (many > 1 ? ` +${many - 1}` : "");
  };

  /* The same with all that is chosen, for paper and pictures. */
  T.everyFilterWord = (key) => (T.LISTS.includes(key) ? T.state[key].split("|").map((word) => word.replace(/^-/, "not ")).join(", ") : T.filterWords(key));

  on.takeSearch = function (text) {
    const q = (text || "").trim();
    if (!T.state || q === (T.state.q || "")) return;
    if (q === typed) {
      typed = null;
      T.change({ q }, { push: !q || !T.state.q }); // a word is one step, not each letter
    } else if (typed === null) T.showSearch(); // the box took up late what it was given before
  };

  on.takeFilters = function (...values) {
    const said = Object.fromEntries(OPENED.map((key, at) => [key, T.LISTS.includes(key) ? (values[at] || []).join("|") : values[at] || ""]));
    const chosen = Object.entries(said).filter(([key, value]) => T.isChosen(key, value));
    for (const [key, value] of Object.entries(said)) told[key] = value;
    T.change(Object.fromEntries(chosen));
  };

  on.takeDates = function (days) {
    if (!T.drawing || !days) return;
    const [begin, end] = T.drawing.window;
    const [first, last] = [T.instant(days[0]), T.instant(days[1]) + T.DAY];
    if (T.day(begin) === days[0] && T.day(end - 1) === days[1]) return;
    T.setWindow(first, last, { push: true });
  };

  /* The calendar of a field says its day in words, and is done. */
  on.dayPicked = (day) => (day ? [T.dayWords(day), null, false] : [T.none(), T.none(), T.none()]);

  /* The days of the window go into their fields when these are opened, not at every step of a zoom. */
  document.addEventListener("click", (event) => {
    if (event.target.closest("#pill-dates") && there) showDays();
  });

  function showDays() {
    if (!T.drawing) return;
    T.set("date-from", { value: T.dayWords(T.day(T.view[0])) });
    T.set("date-to", { value: T.dayWords(T.day(T.view[1] - 1)) });
  }

  T.countFilters = () => there && T.set("filters", { data: T.filtered() });

  T.day = (instant) => new Date(instant).toISOString().slice(0, 10);

  /* The × of a filter; the focus stays where the filter was. */
  (T.actions || (T.actions = {}))["filter-off"] = ({ dataset: { key } }) => {
    T.change(Object.fromEntries((key === "more" ? ["cert", "min"] : [key]).map((one) => [one, null])));
    T.byId("pill-" + key).focus();
  };

  /* In a small window the bar is a sheet over all of it, and what is under it is out of reach. */
  const sheet = (open) => {
    document.body.classList.toggle("filtering", open);
    document.querySelectorAll(".top, .stage").forEach((under) => (under.inert = open));
    const bar = T.byId("filter-bar");
    bar.setAttribute("role", open ? "dialog" : "group");
    open ? bar.setAttribute("aria-modal", "true") : bar.removeAttribute("aria-modal");
    T.byId(open ? "filters-done" : "btn-filters").focus();
  };
  T.actions.filters = () => sheet(true);
  T.actions["filters-done"] = () => sheet(false);
  T.closeFilters = () => document.body.classList.contains("filtering") && (sheet(false), true);
  T.narrow = window.matchMedia("(max-width: 640px), (max-height: 500px)");
  T.narrow.addEventListener("change", T.closeFilters);

  T.actions.clear = () => T.change(Object.fromEntries(T.FILTERS.map((key) => [key, null])));
})();

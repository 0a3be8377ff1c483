/* The state of the page ⇄ the address bar. `T.state` holds the query's own texts; `T.change` is the
   only way to alter it. Discrete actions make a history entry, gestures do not. */
(function () {
  "use strict";
  const T = (window.timeline = window.timeline || {});
  window.dash_clientside = window.dash_clientside || {};
  const on = (window.dash_clientside.timeline = window.dash_clientside.timeline || {});

  const LISTS = ["kind", "status", "review", "actor", "place", "outlet", "tag"];
  const FILTERS = ["q", ...LISTS, "cert", "min", "asof", "article", "ids"];
  const OF_LIST = ["sort", "form"];
  const KEYS = ["from", "to", ...FILTERS, "lanes", "landmarks", "density", "tz", "sel", "pin", "data", ...OF_LIST];
  const DATES = ["from", "to", "asof"], DATE = /^\d{4}-\d\d-\d\d(T\d\d:\d\d)?$/;
  const DAY = 86400000;
  const LOST = 3000;
  Object.assign(T, { LISTS, FILTERS, DAY, state: null, actions: T.actions || {} });

  T.set = (id, props) => window.dash_clientside.set_props(id, props);
  T.none = () => window.dash_clientside.no_update;
  T.byId = (id) => document.getElementById(id);
  T.words = (key) => (T.state[key] ? T.state[key].split("|") : []);
  T.instant = (text) => (text ? Date.parse(text.length > 10 ? text + "Z" : text + "T00:00Z") : null);

  /* An instant as text, as exact as half a pixel of a window of this length needs. */
  T.text = function (instant, span) {
    const step = span > 2000 * DAY ? DAY : span > 83 * DAY ? DAY / 24 : 60000;
    const text = new Date(Math.round(instant / step) * step).toISOString();
    return text.endsWith("T00:00:00.000Z") ? text.slice(0, 10) : text.slice(0, 16);
  };

  /* A value of a link as far as it makes sense: a day that there is, a number, the words that the key can have. */
  function understood(key, value) {
    if (DATES.includes(key)) return DATE.test(value) && isDay(value.slice(0, 10)) ? value : "";
    if (key === "tz") return isZone(value) ? value : "";
    if (key === "min") return /^\d{1,5}$/.test(value) ? value : "";
    const words = T.vocabulary[key];
    return words ? value.split("|").filter((word) => words.includes(word)).join("|") : value;
  }

  const isZone = (name) => {
    try { return /^[A-Z]/.test(name) && Boolean(new Intl.DateTimeFormat("en", { timeZone: name })); } catch (unknown) { return false; }
  };

  const isDay = (text) => !isNaN(Date.parse(text)) && T.day(Date.parse(text)) === text;

  function fromLocation() {
    const query = new URLSearchParams(location.search);
    const state = { path: location.pathname.replace(/\/+$/, "") || "/" };
    for (const key of KEYS) {
      const value = understood(key, query.get(key) || "");
      if (value) state[key] = value;
    }
    if (!state.from || !state.to || T.instant(state.from) >= T.instant(state.to)) { // one end alone, or the wrong way round
      delete state.from;
      delete state.to;
    }
    T.leftOut = KEYS.filter((key) => query.get(key) && state[key] !== query.get(key)).map((key) => `${key}=${query.get(key)}`);
    if (state.path === "/embed") {
      state.path = "/";
      T.embedded = true;
      document.body.classList.add("embedded"); // before anything is measured
    }
    const event = state.path.match(/^\/event\/([\w-]+)$/);
    if (event) Object.assign(state, { path: "/", sel: event[1] });
    return state;
  }

  T.address = function (state) {
    const query = new URLSearchParams();
    for (const key of KEYS) if (state[key] && (state.path === "/list" || !OF_LIST.includes(key))) query.set(key, state[key]);
    const text = query.toString().replace(/%3A/g, ":").replace(/%7C/g, "|").replace(/%2C/g, ",").replace(/%2F/g, "/");
    const path = T.embedded && state.path === "/" ? "/embed" : state.path;
    return path + (text ? "?" + text : "");
  };

  T.change = function (changes, { push = true } = {}) {
    const next = { ...T.state };
    for (const [key, value] of Object.entries(changes)) {
      if (value === null || value === undefined || value === "") delete next[key];
      else next[key] = String(value);
    }
    const address = T.address(next);
    if (address === T.address(T.state)) return;
    history[push ? "pushState" : "replaceState"](null, "", address);
    tell(next);
  };

  /* Another view as a whole. */
  T.visit = function (address) {
    history.pushState(null, "", address);
    tell(fromLocation());
  };

  /* Hand the new state on: each store only when its own part has changed. */
  function tell(next) {
    const before = T.state;
    T.state = next;
    const changed = (keys) => keys.some((key) => (before[key] || "") !== (next[key] || ""));
    if (changed(["sel", "asof", "tz"])) T.askCard();
    const onlyCard = changed(["sel"]) && !changed(KEYS.filter((key) => key !== "sel")) && before.path === next.path;
    // first, so that the server works while the page does; but a card before the ring round its mark
    const drawn = onlyCard ? T.askSoon() : T.ask();
    if (next.path !== "/") T.set("state", { data: next }); // the timeline needs no way round by Dash
    // the counts beside the filters wait for the drawing, which the reader waits for
    if (changed(FILTERS)) countAfter(drawn);
    if (changed(["sel"])) {
      T.set("selected", { data: next.sel || null });
      for (const form of ["edit-form", "choose-form"]) if (T.byId(form)?.hidden === false) T.set(form, { hidden: true });
      showPanel();
      T.showTitle();
      T.showPhrase();
    }
    if (changed(["sel", "path"])) T.showOpened();
    if (changed(["q", "path"])) T.showFound();
    if (changed(["sel", "pin", "tz", "asof"])) T.showRuler();
    if (changed(["sel", "ids"])) T.showStars();
    if (changed(["tz"])) T.showZone();
    if (changed(["asof"])) {
      T.hideTip();
      showThen();
    }
    if (changed(["path"])) showRoute();
    if (changed(["lanes"])) showLanes();
  }

  const countAfter = (drawn) => drawn.finally(() => painted(() => {
    T.showFilters();
    T.countFilters();
    T.readSearch();
  }));
  const painted = (then) => requestAnimationFrame(() => setTimeout(then));

  T.filtered = () => Object.fromEntries(FILTERS.filter((key) => T.state[key]).map((key) => [key, T.state[key]]));

  function route() {
    const fits = (path) => T.state.path === path || (path !== "/" && T.state.path.startsWith(path + "/"));
    const found = T.views.filter((view) => fits(view.path)).sort((a, b) => b.path.length - a.path.length)[0];
    return found || { name: "missing", filtered: false };
  }

  let routed = "timeline", viewed = "timeline";

  /* Each thing that Dash is told costs a look at all that is on the page: only what changes is told. */
  const hidden = { "detail-panel": true, "filter-bar": false, "view-timeline": false };
  function hide(id, now) {
    if (hidden[id] !== now) T.set(id, { hidden: (hidden[id] = now) });
  }

  function showRoute() {
    const now = route();
    // telling it twice while a view is being put in makes Dash lose the view's first callbacks
    if (routed !== now.name) T.set("route", { data: now.name });
    routed = now.name;
    openView(now.name);
    hide("view-" + viewed, viewed !== now.name);
    hide("view-" + (viewed = now.name), false);
    for (const tab of document.querySelectorAll(".tab")) tab.id === "tab-" + now.name ? tab.setAttribute("aria-current", "page") : tab.removeAttribute("aria-current");
    showTab(T.byId("tab-" + now.name));
    hide("filter-bar", !now.filtered);
    if (!now.filtered) T.closeFilters(); // by Back or a key
    if (T.state.path !== "/") T.showWhole(false);
    document.body.dataset.view = now.name;
    if (T.embedded) T.byId("embed-back").href = T.address(T.state).replace(/^\/embed/, "/");
    T.showTitle();
  }

  /* Where the tabs have no room side by side, the open one is moved into sight. */
  function showTab(tab) {
    if (tab) tab.parentNode.scrollLeft = tab.offsetLeft - tab.parentNode.offsetLeft - (tab.parentNode.clientWidth - tab.offsetWidth) / 2;
  }

  let lanes = "kind";
  function showLanes() {
    const by = T.state.lanes || "kind";
    T.tellInput("lanes", by);
    if (by !== lanes) T.set("lanes", { value: (lanes = by) });
  }

  function showPanel() {
    const open = Boolean(T.state.sel);
    document.body.classList.toggle("with-card", open);
    if (!open) T.showSheet(false);
    hide("detail-panel", !open);
  }

  /* What was known then cannot be corrected. */
  const showThen = () => document.body.classList.toggle("then", Boolean(T.state.asof));

  T.say = function (words, stays = 4000) {
    const toast = T.byId("toast");
    toast.textContent = words;
    clearTimeout(T.saying);
    T.saying = setTimeout(() => (toast.textContent = ""), stays);
  };

  on.start = function (given) {
    Object.assign(T, given);
    T.state = fromLocation();
    window.addEventListener("popstate", () => {
      tell(fromLocation());
      T.showSearch();
    });
    document.addEventListener("click", follow);
    countAfter(T.ask());
    T.askCard();
    setTimeout(() => {
      if (T.state.path !== "/") T.set("state", { data: T.state });
      showRoute();
      showPanel();
      showThen();
      T.showZone();
      showLanes();
      T.watch();
      T.watchStars();
      T.checkFrozen();
      T.watchMini();
      T.showRuler();
      T.showViews();
      T.showFound();
      T.offerReread();
      T.placeEdge();
      if (T.leftOut.length) T.say(`Left out of this link, as it makes no sense: ${T.leftOut.join(", ")}`, 10000);
    });
    return T.state.sel || T.none();
  };

  /* The view that a route leads to is put in when it is not there yet. */
  async function openView(name) {
    if (T.byId("view-" + name).childElementCount || !isDue(name)) return;
    await scriptOf(name);
    T.set("open-" + name, { data: Date.now() });
  }

  const scriptOf = (name) => {
    const { script } = T.views.find((view) => view.name === name);
    return script ? T.needed(script) : null;
  };

  /* A view is asked for once; again only where the answer has not come for long. */
  const asked = {};
  function isDue(name) {
    const due = !asked[name] || Date.now() - asked[name] > LOST;
    if (due) asked[name] = Date.now();
    return due;
  }

  /* Build a view before it is opened. */
  T.foresee = async function (name) {
    await scriptOf(name);
    if (T.state.path === "/" && isDue(name)) T.set("open-" + name, { data: Date.now() });
  };

  /* Links within the page change the state; the filters go along. */
  function follow(click) {
    const link = click.target.closest("[data-go]");
    if (link && !(click.metaKey || click.ctrlKey || click.shiftKey || click.button)) {
      click.preventDefault();
      T.change({ path: link.dataset.go, sel: link.hasAttribute("data-beside") ? T.state.sel : null });
      return;
    }
    const tag = click.target.closest("[data-filter]");
    if (tag) T.change({ [tag.dataset.filter]: tag.dataset.value });
    const button = click.target.closest("[data-do]");
    if (button && T.actions[button.dataset.do]) T.actions[button.dataset.do](button);
  }
})();

/* The drawing: shows the server's figure in the reader's colours, and turns gestures into windows. */
(function () {
  "use strict";
  const T = (window.timeline = window.timeline || {});
  window.dash_clientside = window.dash_clientside || {};
  const on = (window.dash_clientside.timeline = window.dash_clientside.timeline || {});
  const SHORTEST = 2 * 3600000;
  const PHONE = 640;
  const FILTERS = 48; // pixels of the filter bar in one line, and a little
  // nothing goes to Plotly's cloud, and no tool bar stands between a keyboard and the events
  const PLAIN = { showSendToCloud: false, displaylogo: false, displayModeBar: false, scrollZoom: false, doubleClick: false, showTips: false };
  const WHOLE = 76; // pixels of the minimap, where the drawing has the rest of the screen
  let commit = 0, kept = 0, moving = 0;

  /* ---- size ---- */
  T.viewport = function () {
    const board = document.querySelector(".board");
    const shown = board.clientWidth || document.documentElement.clientWidth; // 0 while another screen is shown
    const { paddingLeft, paddingRight } = window.getComputedStyle(board);
    const width = Math.floor(shown - parseFloat(paddingLeft) - parseFloat(paddingRight));
    const known = T.byId("asof");
    const slider = known && !known.hidden ? known.offsetHeight : 0;
    const tools = document.querySelector(".toolbar"), top = document.querySelector(".top").offsetHeight;
    if (T.isWhole()) return { width, height: Math.max(window.innerHeight - tools.offsetHeight - slider - WHOLE, 200), whole: 1 };
    const filters = Math.max(T.byId("filter-bar").offsetHeight, FILTERS); // not yet shown where another screen was
    const taken = document.body.clientWidth <= PHONE ? 0 : top + filters + ((tools && tools.offsetHeight) || 48) + 74 + 88 + 16 + slider;
    return { width, height: Math.max(window.innerHeight - taken, 360) };
  };
  T.measure = function (anew) {
    const now = T.viewport();
    if (!anew && (!now.width || (T.size && T.size.width === now.width && Math.abs(T.size.height - now.height) < 8))) return;
    T.size = now;
    T.ask();
  };
  T.watch = function () {
    T.size = T.viewport();
    let waiting = 0;
    const resized = new ResizeObserver(() => {
      clearTimeout(waiting);
      waiting = setTimeout(T.measure, 60);
    });
    for (const box of [".board", "#filter-bar"]) resized.observe(document.querySelector(box));
    window.addEventListener("resize", () => T.measure());
    new MutationObserver(() => T.drawing && T.paint())
      .observe(document.documentElement, { attributeFilter: ["data-mantine-color-scheme"] });
    T.watchPointer(document.querySelector(".picture"));
    T.watchTouch(document.querySelector(".picture"));
    T.watchTip();
  };

  /* ---- painting ---- */
  T.show = function (drawing) {
    if (T.gesture || stale(drawing)) return;
    clearTimeout(moving);
    T.drawing = drawing;
    T.view = [...drawing.window];
    T.records = new Map(drawing.strip.map((record) => [record[0], record]));
    T.byId("chart").classList.remove("loading");
    T.byId("chart").classList.toggle("undrawn", !drawing.figure); // the graph itself may not be there yet
    T.paint();
    words(drawing);
    T.drawStrip(drawing.strip);
    T.showOpened();
    T.drawMinimap(drawing.minimap, T.view);
    T.drawKnown(drawing.published);
    T.drawTray(drawing.undated);
    T.drawGaps(drawing.gaps);
    T.drawLanes(drawing.figure && drawing.figure.layout.meta);
    requestAnimationFrame(() => T.placeMark());
    T.foreseeGrid();
    T.refreshExport();
  };

  /* Straight to Plotly: by way of Dash's own graph the first picture stands half a second later. */
  T.paint = function () {
    if (!T.drawing.figure) return;
    T.byId("timeline-graph").style.minHeight = `${T.drawing.figure.layout.height}px`; // what stands below waits in its place
    if (!window.Plotly) return T.needed("plotly").then(T.paint);
    const graph = T.plot(), { data, layout } = T.themed(T.drawing.figure), isNew = !graph.on;
    window.Plotly.react(graph, data, layout, PLAIN);
    if (isNew) T.watchPlot(graph);
  };

  /* An answer to a window that the reader has already left. */
  function stale(drawing) {
    const begin = T.instant(T.state.from), end = T.instant(T.state.to);
    if (begin === null || end === null || !(begin < end)) return false;
    const spare = (end - begin) * 0.02;
    return Math.abs(drawing.window[0] - begin) > spare || Math.abs(drawing.window[1] - end) > spare;
  }

  /* How many events are in these days, among how many: the timeline and the list say it alike. */
  T.countOf = (inside, passing, all) => `${T.number(inside)} of ${passing < all ? `${T.number(passing)} that match` : `${T.number(all)} events`}`;
  T.countWords = ({ inside, passing, all, words, zone }) => `${T.countOf(inside, passing, all)} · ${words} · ${zone}${zone === "UTC" ? "" : " time"}`;

  function words(drawing) {
    T.showPickAll();
    // a line ends between its parts, not within a date
    const parts = T.countWords(drawing).split(/(?<=[·–]) /).map((part) => T.make("span", {}, part));
    T.byId("status-line").replaceChildren(...parts.flatMap((part, at) => (at ? [" ", part] : [part])));
    [["earlier", (n) => `← ${n} earlier`], ["later", (n) => `${n} later →`]].forEach(([side, said]) => {
      const button = T.byId("go-" + side);
      button.hidden = !drawing[side][0];
      button.textContent = said(T.number(drawing[side][0]));
    });
    T.showNothing(drawing);
  }

  /* To the nearest event outside the window, which keeps its length. */
  function outside(side, share) {
    const [number, nearest] = T.drawing[side];
    const span = T.view[1] - T.view[0];
    if (number) T.setWindow(nearest - span * share, nearest + span * (1 - share), { push: true });
  }

  /* A figure in the colours of the page's theme. */
  T.themed = function (figure) {
    const dark = document.documentElement.getAttribute("data-mantine-color-scheme") === "dark";
    return dark ? recoloured(figure) : figure;
  };

  function recoloured(value) {
    if (typeof value === "string") return T.colours[value] || swapped(value);
    if (Array.isArray(value)) return typeof value[0] === "number" ? value : value.map(recoloured);
    if (!value || typeof value !== "object") return value;
    return Object.fromEntries(Object.entries(value).map(([k, v]) => [k, k === "meta" ? v : recoloured(v)]));
  }
  const swapped = (text) =>
    text.includes("color:#") ? text.replace(/color:(#\w{6})/, (all, c) => "color:" + (T.colours[c] || c)) : text;

  /* ---- windows ---- */
  function clamped(begin, end) {
    const [first, last] = T.drawing.span;
    const longest = Math.max((last - first) * 1.1, SHORTEST);
    const middle = (begin + end) / 2;
    const span = Math.min(Math.max(end - begin, SHORTEST), longest);
    if (span !== end - begin) [begin, end] = [middle - span / 2, middle + span / 2];
    if (span === longest) return [(first + last - span) / 2, (first + last + span) / 2]; // over all that there is
    const limit = span * 0.9;
    const shift = begin > last - span + limit ? last - span + limit - begin : end < first + span - limit ? first + span - limit - end : 0;
    return [begin + shift, end + shift];
  }

  /* `also` changes in the same step of the history. */
  T.setWindow = function (begin, end, { push = false, wait = 120, also = {} } = {}) {
    if (!T.drawing) return;
    [begin, end] = clamped(begin, end);
    T.view = [begin, end];
    clearTimeout(commit);
    clearTimeout(moving);
    const first = performance.now() - kept > wait; // of a gesture: asked for at once, what follows when it rests
    if (first || push) keep(push, also);
    else commit = setTimeout(() => {
      T.view = [begin, end]; // an answer to an earlier step may have come meanwhile
      keep(push);
    }, wait);
    // a single step waits for its own marks; what is drawn now moves when they are late, or the gesture goes on
    if (first || push) moving = setTimeout(move, 150);
    else move();
    T.moveBrush(T.view);
    T.placeMark();
  };

  function move() {
    const graph = T.plot();
    if (graph.on && T.drawing.figure) window.Plotly.relayout(graph, { "xaxis.range": [...T.view] });
  }

  T.between = (begin, end) => ({ from: T.text(begin, end - begin), to: T.text(end, end - begin) });

  function keep(push, also) {
    kept = performance.now();
    T.change({ ...T.between(...T.view), ...also }, { push });
  }

  /* The window around an instant, as long as it is. */
  T.showAt = function (instant, how) {
    const half = (T.view[1] - T.view[0]) / 2;
    T.setWindow(instant - half, instant + half, how);
  };

  T.zoom = function (factor, { at, push } = {}) {
    if (!T.view) return; // a key pressed before anything is drawn
    const [begin, end] = T.view;
    const centre = at === undefined ? (begin + end) / 2 : at;
    T.setWindow(centre - (centre - begin) * factor, centre + (end - centre) * factor, { push });
  };
  T.pan = function (share, how) {
    if (!T.view) return;
    const [begin, end] = T.view;
    T.setWindow(begin + (end - begin) * share, end + (end - begin) * share, how);
  };
  /* What is asked for in words, with what is looked at: "24 Feb" is the one nearest to it. */
  on.askDate = function (_submitted, text) {
    const entered = window.dash_clientside.callback_context.triggered.some((by) => by.prop_id === "go-date.n_submit");
    const asked = entered && T.view && (text || "").trim();
    return asked ? [{ text, view: T.view, at: Date.now() }, T.none()] : [T.none(), null];
  };
  on.goTo = function (found) {
    if (!found) return;
    const { span: [first, last], years, passing, all } = T.drawing;
    const events = passing < all ? "matching events" : "events", [from, to = from] = years.split("–");
    if (passing && found.end < first) return T.say(`Nothing so early; ${events} begin in ${from}`);
    if (passing && found.begin > last) return T.say(`Nothing so late; ${events} end in ${to}`);
    T.setWindow(found.begin, found.end, { push: true });
    T.say(`Showing ${found.said}${found.nearest ? ", the nearest to what was in view; write a year for another" : ""}`);
  };
  on.takeLanes = function (by) {
    if (T.state && T.isChosen("lanes", by)) T.change({ lanes: by === "kind" ? null : by });
  };

  T.select = (id) => {
    T.hideTip();
    T.change({ sel: id });
  };

  Object.assign(T.actions || (T.actions = {}), {
    fit: () => T.drawing && T.setWindow(T.drawing.span[0], T.drawing.span[1], { push: true }),
    earlier: () => outside("earlier", 0.85),
    later: () => outside("later", 0.15),
    "zoom-in": () => T.zoom(0.5, { push: true }),
    "zoom-out": () => T.zoom(2, { push: true }),
  });
})();

/* The drawing: shows the server's figure in the reader's colours, and turns gestures into windows. */
(function () {
  "use strict";
  const T = (window.timeline = window.timeline || {});
  window.dash_clientside = window.dash_clientside || {};
  const on = (window.dash_clientside.timeline = window.dash_clientside.timeline || {});
  const SHORTEST = 2 * 3600000;
  const PHONE = 640;
  let gesture = false;
  let commit = 0, kept = 0;

  /* ---- size ---- */
  T.viewport = function () {
    const board = document.querySelector(".board");
    const width = Math.floor(board ? board.clientWidth : document.documentElement.clientWidth);
    const known = T.byId("asof");
    const slider = known && !known.hidden ? known.offsetHeight : 0;
    const taken = document.body.clientWidth <= PHONE ? 0 : 56 + 48 + 48 + 74 + 88 + 16 + slider;
    return { width, height: Math.max(window.innerHeight - taken, 360) };
  };
  T.measure = function () {
    const now = T.viewport();
    if (!now.width || (T.size && T.size.width === now.width && Math.abs(T.size.height - now.height) < 8)) return;
    T.size = now;
    T.ask();
  };
  T.watch = function () {
    T.size = T.viewport();
    let waiting = 0;
    new ResizeObserver(() => {
      clearTimeout(waiting);
      waiting = setTimeout(T.measure, 60);
    }).observe(document.querySelector(".board"));
    window.addEventListener("resize", () => T.measure());
    new MutationObserver(() => T.drawing && paint())
      .observe(document.documentElement, { attributeFilter: ["data-mantine-color-scheme"] });
    gestures(T.byId("timeline-graph"));
  };

  /* ---- painting ---- */
  T.show = function (drawing) {
    if (gesture || stale(drawing)) return;
    T.drawing = drawing;
    T.view = [...drawing.window];
    T.records = new Map(drawing.strip.map((record) => [record[0], record]));
    T.byId("chart").classList.remove("loading");
    T.byId("timeline-graph").hidden = !drawing.figure;
    paint();
    words(drawing);
    T.drawStrip(drawing.strip);
    T.drawMinimap(drawing.minimap, T.view);
    T.drawKnown(drawing.published);
    T.drawTray(drawing.undated);
    if (drawing.figure) laneButtons(drawing.figure.layout.meta);
    const [begin, end] = drawing.window;
    T.set("date-from", { value: T.day(begin) });
    T.set("date-to", { value: T.day(end - 1) });
    requestAnimationFrame(() => T.placeMark());
  };

  /* Straight to Plotly once it is there: by way of Dash a picture takes a third longer. */
  function paint() {
    if (!T.drawing.figure) return;
    const graph = plot(), { data, layout } = figure();
    if (graph && graph.on) window.Plotly.react(graph, data, layout);
    else T.set("timeline-graph", { figure: { data, layout } });
  }

  /* An answer to a window that the reader has already left. */
  function stale(drawing) {
    const begin = T.instant(T.state.from), end = T.instant(T.state.to);
    if (begin === null || end === null || !(begin < end)) return false;
    const spare = (end - begin) * 0.02;
    return Math.abs(drawing.window[0] - begin) > spare || Math.abs(drawing.window[1] - end) > spare;
  }

  function words(drawing) {
    const count = (number) => number.toLocaleString("en-GB");
    T.byId("status-line").textContent =
      `${count(drawing.inside)} of ${count(drawing.all)} events · ${drawing.words}`;
    const nothing = T.byId("nothing");
    nothing.hidden = drawing.inside > 0;
    nothing.replaceChildren();
    if (drawing.inside) return;
    const add = (name, text, action) => {
      const node = document.createElement(name);
      node.textContent = text;
      if (action) Object.assign(node, { className: "button", type: "button" }).dataset.do = action;
      nothing.append(node);
    };
    if (!drawing.all) add("h2", "No events yet");
    else if (!drawing.passing) {
      add("h2", "No events match");
      add("p", `${count(drawing.all)} without filters.`);
      add("button", "Clear all filters", "clear");
    } else {
      add("h2", "Nothing in these days");
      add("p", `← ${count(drawing.earlier)} earlier · ${count(drawing.later)} later →`);
      add("button", "Show all events", "fit");
    }
  }

  function figure() {
    const dark = document.documentElement.getAttribute("data-mantine-color-scheme") === "dark";
    return dark ? recoloured(T.drawing.figure) : T.drawing.figure;
  }

  function recoloured(value) {
    if (typeof value === "string") return T.colours[value] || swapped(value);
    if (Array.isArray(value)) return typeof value[0] === "number" ? value : value.map(recoloured);
    if (!value || typeof value !== "object") return value;
    return Object.fromEntries(Object.entries(value).map(([k, v]) => [k, k === "meta" ? v : recoloured(v)]));
  }
  const swapped = (text) =>
    text.includes("color:#") ? text.replace(/color:(#\w{6})/, (all, c) => "color:" + (T.colours[c] || c)) : text;

  function laneButtons(meta) {
    const box = T.byId("lane-buttons");
    box.replaceChildren();
    if (!meta.gutter) return;
    for (const [name, top, height] of meta.lanes) {
      const button = document.createElement("button");
      button.type = "button";
      button.title = button.ariaLabel = solo(name) ? `${name}: show all lanes again` : `${name}: show only this lane`;
      button.style.cssText = `top:${meta.top + top}px;height:${height}px;width:${meta.gutter}px`;
      button.addEventListener("click", () => toggleLane(name));
      box.append(button);
    }
  }
  const laneKey = () => (T.state.lanes === "actor" ? "actor" : T.state.lanes === "place" ? "place" : "kind");
  const laneWords = (name) => (laneKey() === "kind" ? (T.kinds[name] || []).join("|") : name);
  const solo = (name) => T.state[laneKey()] === laneWords(name);
  function toggleLane(name) {
    if (T.state.lanes !== "none") T.change({ [laneKey()]: solo(name) ? null : laneWords(name) });
  }

  /* ---- windows ---- */
  function clamped(begin, end) {
    const [first, last] = T.drawing.span;
    const longest = Math.max((last - first) * 1.1, SHORTEST);
    const middle = (begin + end) / 2;
    const span = Math.min(Math.max(end - begin, SHORTEST), longest);
    if (span !== end - begin) [begin, end] = [middle - span / 2, middle + span / 2];
    const limit = span * 0.9;
    const shift = begin > last - span + limit ? last - span + limit - begin : end < first + span - limit ? first + span - limit - end : 0;
    return [begin + shift, end + shift];
  }

  T.setWindow = function (begin, end, { push = false, wait = 120 } = {}) {
    if (!T.drawing) return;
    [begin, end] = clamped(begin, end);
    T.view = [begin, end];
    const graph = plot();
    if (graph && T.drawing.figure) window.Plotly.relayout(graph, { "xaxis.range": [begin, end] });
    T.moveBrush(T.view);
    T.placeMark();
    clearTimeout(commit);
    const first = performance.now() - kept > wait; // of a gesture: asked for at once, what follows when it rests
    if (first || push) keep(push);
    else commit = setTimeout(() => keep(push), wait);
  };

  function keep(push) {
    kept = performance.now();
    const [begin, end] = T.view;
    T.change({ from: T.text(begin, end - begin), to: T.text(end, end - begin) }, { push });
  }

  T.zoom = function (factor, at) {
    const [begin, end] = T.view;
    const centre = at === undefined ? (begin + end) / 2 : at;
    T.setWindow(centre - (centre - begin) * factor, centre + (end - centre) * factor);
  };
  T.pan = function (share) {
    const [begin, end] = T.view;
    T.setWindow(begin + (end - begin) * share, end + (end - begin) * share);
  };
  on.goTo = function (found) {
    if (!found) return;
    T.setWindow(found.begin, found.end, { push: true });
    T.say("Showing " + found.said);
  };
  on.takeLanes = function (by) {
    if (T.state) T.change({ lanes: by === "kind" ? null : by });
  };

  /* ---- pointer ---- */
  const plot = () => document.querySelector("#timeline-graph .js-plotly-plot");

  function where(event) {
    const meta = T.drawing.figure.layout.meta;
    const box = T.byId("timeline-graph").getBoundingClientRect();
    const width = T.drawing.figure.layout.width - meta.gutter - meta.right;
    const x = event.clientX - box.left - meta.gutter;
    const scale = (T.view[1] - T.view[0]) / width;
    return { inside: x >= 0 && x <= width, instant: T.view[0] + x * scale, y: event.clientY - box.top - meta.top, scale };
  }

  function under(event) {
    if (!T.drawing || !T.drawing.figure) return null;
    const { inside, instant, y, scale } = where(event);
    if (!inside) return null;
    const meta = T.drawing.figure.layout.meta;
    const near = 4 * scale;
    let best = null;
    for (const hit of meta.hits) {
      if (y < hit[3] || y > hit[4] || instant < hit[1] - near || instant > hit[2] + near) continue;
      const far = Math.abs(instant - hit[5]);
      if (!best || far < best.far) best = { far, id: hit[0] };
    }
    if (best) return best;
    const chip = meta.chips.find(([, x0, x1, y0, y1]) => y >= y0 && y <= y1 && instant >= x0 && instant < x1);
    return chip ? { chip } : null;
  }

  function gestures(box) {
    let down = null;
    box.addEventListener("pointerdown", (event) => {
      down = [event.clientX, event.clientY];
      hideTip();
    }, true);
    window.addEventListener("pointerup", (event) => {
      if (!down) return;
      const moved = Math.hypot(event.clientX - down[0], event.clientY - down[1]) > 4;
      down = null;
      if (!moved && box.contains(event.target)) press(event);
    }, true);
    box.addEventListener("mousemove", (event) => {
      if (event.buttons) return;
      const found = under(event);
      box.classList.toggle("over", Boolean(found));
      found && found.id ? showTip(found.id, event) : hideTip();
    });
    box.addEventListener("mouseleave", (event) => {
      if (!event.relatedTarget || event.relatedTarget.id !== "tooltip") hideTip();
    });
    box.addEventListener("dblclick", (event) => {
      if (T.drawing && !under(event)) T.zoom(0.5, where(event).instant);
    });
    box.addEventListener("wheel", (event) => {
      if (!(event.ctrlKey || event.metaKey) || !T.drawing || !T.drawing.figure) return;
      event.preventDefault();
      T.zoom(Math.exp(Math.max(-100, Math.min(100, event.deltaY)) * 0.004), where(event).instant);
    }, { passive: false, capture: true });
    const watch = setInterval(() => {
      const graph = plot();
      if (!graph || !graph.on) return;
      clearInterval(watch);
      if (T.drawing) paint(); // an answer that came while Plotly was still being loaded
      graph.on("plotly_relayouting", (moved) => {
        const range = rangeOf(moved);
        if (!range) return;
        gesture = true;
        T.view = range;
        T.moveBrush(range);
        T.placeMark();
      });
      graph.on("plotly_relayout", (moved) => {
        const range = rangeOf(moved);
        gesture = false;
        if (!range || (range[0] === T.view[0] && range[1] === T.view[1] && !moved["xaxis.range[0]"])) return;
        if (moved["xaxis.range[0]"] !== undefined) T.setWindow(range[0], range[1]);
      });
    }, 50);
  }

  function rangeOf(moved) {
    if (moved["xaxis.range[0]"] !== undefined) return [+moved["xaxis.range[0]"], +moved["xaxis.range[1]"]];
    return moved["xaxis.range"] ? moved["xaxis.range"].map(Number) : null;
  }

  function press(event) {
    const found = under(event);
    if (!found) return;
    if (found.id) T.select(found.id);
    else T.setWindow(found.chip[1], found.chip[2], { push: true });
  }

  T.select = (id) => T.change({ sel: id });

  /* ---- tooltip, hairline ---- */
  let tipTimer = 0, tipFor = null;
  function showTip(id, event) {
    if (tipFor === id) return;
    hideTip();
    tipFor = id;
    const { clientX, clientY } = event;
    tipTimer = setTimeout(() => fillTip(id, clientX, clientY), 250);
  }
  function fillTip(id, x, y) {
    const record = T.records.get(id);
    if (!record) return;
    const tip = T.byId("tooltip");
    const line = (name, text) => Object.assign(document.createElement("div"), { className: name, textContent: text });
    tip.replaceChildren(line("tip-title", record[1]), line("tip-date", record[3]),
      line("tip-more", record[4] + (record[8] > 1 ? ` · told by ${record[8]} publishers` : "") +
        (record[12] ? ` · sources disagree: ${record[12] + 1} dates` : "")));
    tip.hidden = false;
    const box = T.byId("chart").getBoundingClientRect();
    const left = Math.min(Math.max(x - box.left + 12, 8), box.width - tip.offsetWidth - 8);
    const below = y - box.top + 18;
    tip.style.left = left + "px";
    tip.style.top = (below + tip.offsetHeight > box.height ? y - box.top - tip.offsetHeight - 14 : below) + "px";
  }
  function hideTip() {
    clearTimeout(tipTimer);
    tipFor = null;
    T.byId("tooltip").hidden = true;
  }
  T.hideTip = hideTip;

  /* The hairline and its date stand under the event that has the focus in the strip. */
  T.placeMark = function (id) {
    if (id !== undefined) T.focused = id;
    const line = T.byId("hairline");
    const shown = T.drawing && T.drawing.figure;
    const hit = shown && T.focused && T.drawing.figure.layout.meta.hits.find((one) => one[0] === T.focused);
    if (!hit) {
      line.hidden = true;
      return;
    }
    const { meta, width, height } = T.drawing.figure.layout;
    const share = (hit[5] - T.view[0]) / (T.view[1] - T.view[0]);
    line.hidden = share < 0 || share > 1;
    line.style.left = meta.gutter + share * (width - meta.gutter - meta.right) + "px";
    line.style.top = meta.top + hit[6] + "px";
    line.style.height = height - 30 - meta.top - hit[6] + "px";
    const record = T.records.get(T.focused);
    T.byId("hairline-date").textContent = record ? record[2] : "";
  };

  Object.assign(T.actions || (T.actions = {}), {
    fit: () => T.drawing && T.setWindow(T.drawing.span[0], T.drawing.span[1], { push: true }),
    "zoom-in": () => T.zoom(0.5),
    "zoom-out": () => T.zoom(2),
    centre: () => {
      const record = T.records && T.records.get(T.state.sel);
      if (!record) return;
      const half = (T.view[1] - T.view[0]) / 2;
      T.setWindow(record[11] - half, record[11] + half, { push: true });
    },
  });
})();

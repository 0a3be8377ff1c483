/* The pointer over the drawing: what it is on, and what clicks, drags and the wheel do.
   Plotly itself pans on a drag and zooms to a box on a drag with Shift. */
(function () {
  "use strict";
  const T = (window.timeline = window.timeline || {});
  const TWICE = 400;
  T.plot = () => T.byId("timeline-graph").firstElementChild;

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

  /* While a button is down Plotly covers the page, so what was pressed is where it went down. */
  T.watchPointer = function (box) {
    const inGraph = (event) => event.target.closest && event.target.closest("#timeline-graph");
    let down = null, last = null;
    box.addEventListener("pointerdown", (event) => {
      T.hideTip();
      down = inGraph(event) && !event.button ? [event.clientX, event.clientY] : null;
    }, true);
    window.addEventListener("pointerup", (event) => {
      if (!down) return;
      const moved = Math.hypot(event.clientX - down[0], event.clientY - down[1]) > 4;
      down = null;
      if (moved) return;
      const twice = last && event.timeStamp - last.timeStamp < TWICE && Math.hypot(event.clientX - last.clientX, event.clientY - last.clientY) < 8;
      last = twice ? null : event;
      press(event, twice);
    }, true);
    box.addEventListener("mousemove", (event) => {
      if (event.buttons || !inGraph(event)) return;
      const found = under(event);
      T.byId("timeline-graph").classList.toggle("over", Boolean(found));
      found && found.id ? T.tipAt(found.id, event.clientX, event.clientY) : T.leaveTip();
    });
    box.addEventListener("mouseleave", T.leaveTip);
    box.addEventListener("wheel", (event) => {
      if (!(event.ctrlKey || event.metaKey) || !inGraph(event) || !T.drawing || !T.drawing.figure) return;
      event.preventDefault();
      T.zoom(Math.exp(Math.max(-100, Math.min(100, event.deltaY)) * 0.004), { at: where(event).instant });
    }, { passive: false, capture: true });
  };

  /* What Plotly tells of a drag. */
  T.watchPlot = function (graph) {
    graph.on("plotly_relayouting", (moved) => {
      const range = rangeOf(moved);
      if (!range) return;
      T.gesture = true;
      T.view = range;
      T.moveBrush(range);
      T.placeMark();
    });
    graph.on("plotly_relayout", (moved) => {
      const range = rangeOf(moved);
      T.gesture = false;
      if (!range || (range[0] === T.view[0] && range[1] === T.view[1] && !moved["xaxis.range[0]"])) return;
      if (moved["xaxis.range[0]"] !== undefined) T.setWindow(range[0], range[1]);
    });
  };

  function rangeOf(moved) {
    if (moved["xaxis.range[0]"] !== undefined) return [+moved["xaxis.range[0]"], +moved["xaxis.range[1]"]];
    return moved["xaxis.range"] ? moved["xaxis.range"].map(Number) : null;
  }

  function press(event, twice) {
    if (!T.drawing || !T.drawing.figure) return;
    const found = under(event);
    if (found && found.id) T.select(found.id);
    else if (found) T.setWindow(found.chip[1], found.chip[2], { push: true });
    else if (twice && where(event).inside) T.zoom(0.5, { at: where(event).instant, push: true });
  }
})();

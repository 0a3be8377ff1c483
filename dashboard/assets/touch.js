/* Fingers on the drawing. Within the page one finger scrolls it, and two move and stretch what is drawn; where
   the drawing has the whole screen, one finger moves it sideways. What was under a finger stays under it. */
(function () {
  "use strict";
  const T = (window.timeline = window.timeline || {});
  const CLOSEST = 24; // fingers this close are taken for so far apart
  let held = null;

  T.isWhole = () => document.body.classList.contains("whole");

  T.watchTouch = function (box) {
    const onGraph = (event) => event.target.closest("#timeline-graph") && T.drawing && T.drawing.figure;
    const begin = (event) => {
      if (!onGraph(event)) return;
      event.stopPropagation(); // Plotly would pan by one finger, and keep the page from scrolling
      held = event.touches.length === 2 || (event.touches.length === 1 && T.isWhole()) ? grip(event) : null;
    };
    box.addEventListener("touchstart", begin, { capture: true, passive: true });
    box.addEventListener("touchmove", (event) => {
      if (held && held.first && isUpright(event)) held = null; // it scrolls to the lanes below
      if (!held) return;
      held.first = null;
      event.preventDefault();
      event.stopPropagation();
      drag(places(event));
    }, { capture: true, passive: false });
    for (const end of ["touchend", "touchcancel"]) box.addEventListener(end, begin, { capture: true, passive: true });
  };

  /* Whether one finger goes up or down rather than sideways. */
  function isUpright({ touches: [{ clientX, clientY }], touches }) {
    return touches.length === 1 && Math.abs(clientY - held.first[1]) > Math.abs(clientX - held.first[0]);
  }

  /* Where the fingers are along the drawing, in pixels from its left edge. */
  function places(event) {
    const left = T.byId("timeline-graph").getBoundingClientRect().left + T.drawing.figure.layout.meta.gutter;
    return [...event.touches].slice(0, 2).map((touch) => touch.clientX - left);
  }

  function grip(event) {
    const { width, meta } = T.drawing.figure.layout, wide = width - meta.gutter - meta.right;
    const at = places(event), [begin, end] = T.view;
    const first = [event.touches[0].clientX, event.touches[0].clientY];
    return { first, wide, scale: (end - begin) / wide, apart: apart(at), under: begin + (middle(at) * (end - begin)) / wide };
  }

  const middle = (at) => at.reduce((sum, x) => sum + x, 0) / at.length;
  const apart = (at) => (at.length === 2 ? Math.max(Math.abs(at[1] - at[0]), CLOSEST) : 1);

  function drag(at) {
    const scale = (held.scale * held.apart) / apart(at), begin = held.under - middle(at) * scale;
    T.setWindow(begin, begin + held.wide * scale);
  }

  /* The drawing alone on a small screen, and back. */
  T.showWhole = function (whole) {
    if (whole === T.isWhole()) return false;
    document.body.classList.toggle("whole", whole);
    const button = T.byId("btn-whole");
    button.textContent = whole ? "Close" : "Chart";
    button.setAttribute("aria-label", whole ? "Close the chart" : "Show the chart on the whole screen");
    for (const line of document.querySelectorAll(".toolbar, .tool-line")) line.scrollLeft = 0;
    window.scrollTo(0, 0);
    T.measure(true);
    return true;
  };

  T.narrow.addEventListener("change", (now) => !now.matches && T.showWhole(false));
  (T.actions || (T.actions = {})).whole = () => T.showWhole(!T.isWhole());
})();

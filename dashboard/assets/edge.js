/* The edge of the event's panel: drag it, or move it with the arrows, to make the panel wider; a double
   click makes it as wide as at first. The browser keeps the width. */
(function () {
  "use strict";
  const STORED = "timeline-card-width";
  const LEAST = 320, MOST = 640, FIRST = 400, STEP = 16;
  const most = () => Math.max(LEAST, Math.min(MOST, Math.round(innerWidth * 0.45)));
  let width = FIRST;

  function show(wanted) {
    width = Math.min(Math.max(Math.round(wanted), LEAST), most());
    document.documentElement.style.setProperty("--card", width + "px");
    const edge = document.getElementById("card-edge");
    if (!edge) return;
    for (const [name, value] of Object.entries({ valuenow: width, valuemin: LEAST, valuemax: most() })) edge.setAttribute("aria-" + name, value);
  }
  function set(wanted) {
    show(wanted);
    try { localStorage.setItem(STORED, width); } catch (refused) { /* it is as wide as this until the page is left */ }
  }
  function kept() {
    try { return Number(localStorage.getItem(STORED)) || FIRST; } catch (refused) { return FIRST; }
  }

  document.addEventListener("pointerdown", (down) => {
    const edge = down.target.closest("#card-edge");
    if (!edge || down.button) return;
    down.preventDefault();
    edge.focus();
    edge.setPointerCapture(down.pointerId);
    const from = width, move = (event) => show(from + down.clientX - event.clientX);
    edge.addEventListener("pointermove", move);
    edge.addEventListener("lostpointercapture", () => {
      edge.removeEventListener("pointermove", move);
      set(width);
    }, { once: true });
  });
  document.addEventListener("dblclick", (event) => event.target.closest("#card-edge") && set(FIRST));
  document.addEventListener("keydown", (event) => {
    if (event.target.id !== "card-edge") return;
    const wanted = { ArrowLeft: width + STEP, ArrowRight: width - STEP, Home: LEAST, End: most() }[event.key];
    if (wanted === undefined) return;
    event.preventDefault();
    set(wanted);
  });
  window.addEventListener("resize", () => show(kept()));
  window.timeline = Object.assign(window.timeline || {}, { placeEdge: () => show(kept()) });
})();

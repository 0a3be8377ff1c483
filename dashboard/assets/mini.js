/* The short axis of the open event: the server's strokes and symbols as a drawing, its ticks as words below. */
(function () {
  "use strict";
  const T = (window.timeline = window.timeline || {});
  const SHAPES = {
    circle: (x, y) => ["circle", { cx: x, cy: y, r: 5.5 }],
    square: (x, y) => ["rect", { x: x - 5, y: y - 5, width: 10, height: 10 }],
    diamond: (x, y) => ["path", { d: `M${x} ${y - 6.5}L${x + 6.5} ${y}L${x} ${y + 6.5}L${x - 6.5} ${y}Z` }],
  };

  T.drawMarks = function (svg, strokes, symbols) {
    const shapes = symbols.map(([x, y, symbol, hollow]) => {
      const [shape, where] = SHAPES[symbol](x, y);
      return T.svg(shape, { class: hollow ? "hollow" : "full", ...where });
    });
    const lines = (over) => strokes.filter(([how]) => (how === "struck") === over).map(([how, d]) => T.svg("path", { class: how, d }));
    svg.append(...lines(false), ...shapes, ...lines(true));
  };

  function draw(box) {
    const { size: [width, height], strokes, symbols, ticks } = JSON.parse(box.dataset.drawing);
    const svg = T.svg("svg", { viewBox: `0 0 ${width} ${height}`, "aria-hidden": "true" });
    svg.append(T.svg("path", { class: "axis", d: `M0 ${height - 1}H${width}` + ticks.map(([share]) => `M${share * width} ${height - 5}v4`).join("") }));
    T.drawMarks(svg, strokes, symbols);
    const words = ticks.map(([share, said]) => {
      const word = T.make("span", { "aria-hidden": "true" }, said);
      word.style.left = share * 100 + "%";
      return word;
    });
    box.replaceChildren(svg, ...words);
  }

  /* The card comes from the server and may keep its box from event to event. */
  T.watchMini = function () {
    const card = T.byId("card");
    new MutationObserver((changes) => {
      const box = T.byId("when-axis");
      if (box && changes.some(({ type, target }) => type === "attributes" || !box.contains(target))) draw(box);
    }).observe(card, { childList: true, subtree: true, attributeFilter: ["data-drawing"] });
    if (T.byId("when-axis")) draw(T.byId("when-axis"));
  };
})();

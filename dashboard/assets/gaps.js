/* Where nothing is told for a fifth of the view: for how long, and the way to what comes next. */
(function () {
  "use strict";
  const T = (window.timeline = window.timeline || {});

  T.drawGaps = function (gaps) {
    T.byId("gaps").replaceChildren(...gaps.map(([begin, end, words]) => {
      const button = T.make("button", { type: "button", class: "gap", title: "To what comes next" }, `nothing for ${words} ⇥`);
      button.addEventListener("click", () => {
        const span = T.view[1] - T.view[0];
        T.setWindow(end - span * 0.15, end + span * 0.85, { push: true });
      });
      Object.assign(button.dataset, { begin, end });
      return button;
    }));
    T.placeGaps();
  };

  /* In the middle of what is seen of each, as the view moves. */
  T.placeGaps = function () {
    const figure = T.drawing && T.drawing.figure;
    for (const button of T.byId("gaps").children) {
      const [first, last] = T.view, span = last - first;
      const begin = Math.max((button.dataset.begin - first) / span, 0), end = Math.min((button.dataset.end - first) / span, 1);
      button.hidden = !figure || end - begin < 0.15;
      if (button.hidden) continue;
      const { meta, width } = figure.layout;
      button.style.left = meta.gutter + ((begin + end) / 2) * (width - meta.gutter - meta.right) + "px";
    }
  };
})();

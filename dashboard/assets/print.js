/* What a printed page begins with: what it shows, of which days, by which filters, and where it is from. */
(function () {
  "use strict";
  const T = (window.timeline = window.timeline || {});

  function tell() {
    if (!T.state) return;
    const shown = T.state.path === "/" && T.drawing ? [T.countWords(T.drawing)] : [];
    const filters = T.FILTERS.filter((key) => T.state[key]).map(T.everyFilterWord);
    T.byId("print-head").replaceChildren(
      T.make("p", {}, T.make("strong", {}, "Crisis Timeline")), T.make("p", {}, [...shown, ...filters].join(" · ")),
      T.make("p", { class: "muted" }, `${location.href} · ${T.dayWords(T.day(Date.now()))}`));
  }

  window.addEventListener("beforeprint", tell);
  window.matchMedia("print").addEventListener("change", ({ matches }) => matches && tell());
})();

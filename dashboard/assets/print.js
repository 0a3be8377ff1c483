/* What is printed by the browser's own menu: of a screen that lists events the whole chronicle, as by Ctrl+P; of any
   other the page, which begins with what it shows, by which filters, and where it is from. */
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

  /* The browser prints what is there when it has told that it will, and does not wait: so this one request is waited for. */
  function chronicle() {
    const asked = new XMLHttpRequest();
    asked.open("GET", "/paper?" + T.exported(), false);
    try { asked.send(); } catch { return []; } // without the server what is on the page is printed
    if (asked.status !== 200) return [];
    const told = new DOMParser().parseFromString(asked.responseText, "text/html");
    return [told.querySelector("style"), told.querySelector("main")];
  }

  function done() {
    const paper = T.byId("paper");
    if (paper) paper.remove();
  }

  function begin() {
    done();
    tell();
    const paper = T.state && ["/", "/list"].includes(T.state.path) ? chronicle() : [];
    if (paper.length) document.body.append(T.make("div", { id: "paper" }, ...paper));
  }

  window.addEventListener("beforeprint", begin);
  window.addEventListener("afterprint", done);
})();

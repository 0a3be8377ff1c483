/* The export menu: says how many events each choice holds, and downloads exactly those. */
(function () {
  "use strict";
  const T = (window.timeline = window.timeline || {});
  const count = (number) => number.toLocaleString("en-GB") + (number === 1 ? " event" : " events");

  function chosen() {
    const box = document.querySelector("#export-scope input:checked");
    return box ? box.value : "view";
  }

  function query() {
    const wanted = new URLSearchParams();
    for (const key of T.FILTERS) if (T.state[key]) wanted.set(key, T.state[key]);
    if (chosen() === "view" && T.view && T.state.path === "/") {
      const [begin, end] = T.view;
      wanted.set("from", new Date(begin).toISOString().slice(0, 16));
      wanted.set("to", new Date(end).toISOString().slice(0, 16));
    }
    return wanted.toString();
  }

  function refresh() {
    const text = query();
    document.querySelectorAll("[data-export]").forEach((link) => {
      link.href = "/export/" + link.dataset.export + (text ? "?" + text : "");
    });
    const shown = T.drawing;
    const number = shown ? (chosen() === "view" && T.state.path === "/" ? shown.inside : shown.passing) : 0;
    T.byId("export-count").textContent = shown ? count(number) + " will be written." : "";
  }

  document.addEventListener("change", (event) => event.target.closest("#export-scope") && refresh());

  Object.assign(T.actions || (T.actions = {}), {
    export: refresh,
    print: () => window.print(),
    picture: (button) => {
      const graph = document.querySelector("#timeline-graph .js-plotly-plot");
      if (!graph || !T.drawing || !T.drawing.figure) return T.say("There is no drawing to save on this screen.");
      const format = button.dataset.picture;
      const { width, height } = T.drawing.figure.layout;
      window.Plotly.downloadImage(graph, { format, width, height, scale: format === "png" ? 2 : 1, filename: "timeline" });
    },
  });
})();

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
    if (chosen() === "picked") {
      wanted.set("ids", T.picked().join("|"));
      if (T.state.asof) wanted.set("asof", T.state.asof);
      return wanted.toString();
    }
    if (chosen() === "all") return "";
    for (const key of T.FILTERS) if (T.state[key]) wanted.set(key, T.state[key]);
    if (chosen() === "view" && T.view && T.state.path === "/") {
      const [begin, end] = T.view;
      wanted.set("from", new Date(begin).toISOString().slice(0, 16));
      wanted.set("to", new Date(end).toISOString().slice(0, 16));
    } else if (chosen() === "view" && T.state.from && T.state.to) {
      wanted.set("from", T.state.from);
      wanted.set("to", T.state.to);
    }
    return wanted.toString();
  }

  /* How many events the choice holds; null where this screen does not know. */
  function number() {
    if (chosen() === "picked") return T.picked().length;
    const view = chosen() === "view";
    if (chosen() === "all") return (T.drawing || T.listed || { all: null }).all;
    if (T.state.path === "/list") return T.listed ? T.listed[view ? "passing" : "matching"] : null;
    return T.drawing ? T.drawing[view && T.state.path === "/" ? "inside" : "passing"] : null;
  }

  /* The selection is a choice while there is one. */
  T.showScopes = function () {
    const data = [{ value: "view", label: "In view" }, { value: "filter", label: "All that match" }, { value: "all", label: "Everything" }];
    const some = T.picked().length;
    if (some) data.splice(2, 0, { value: "picked", label: "Selected" });
    T.set("export-scope", !some && chosen() === "picked" ? { data, value: "view" } : { data });
  };

  function refresh() {
    const text = query();
    document.querySelectorAll("[data-export]").forEach((link) => {
      link.href = "/export/" + link.dataset.export + (text ? "?" + text : "");
    });
    const many = number();
    T.byId("export-count").textContent = many === null ? "" : count(many) + " will be written.";
  }

  document.addEventListener("change", (event) => event.target.closest("#export-scope") && refresh());

  Object.assign(T.actions || (T.actions = {}), {
    export: () => requestAnimationFrame(refresh),
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

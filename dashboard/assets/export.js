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

  /* The drawing, in light colours, with what it shows above it and what its marks mean and where it is from below. */
  const ABOVE = 60, BELOW = 44;
  const LEGEND = "● day known   ○ known less exactly   ◆ time known   ◇ planned, expected or warned   ×n publishers";
  function titled({ data, layout }) {
    const { l, r, t, b } = layout.margin;
    const filters = T.FILTERS.filter((key) => T.state[key]).map(T.filterWords);
    const line = (text, shift, size, color) => ({
      text: text.replace(/&/g, "&amp;").replace(/</g, "&lt;"), xref: "paper", x: 0, xanchor: "left", xshift: 8 - l, yref: "paper", showarrow: false, font: { size, color },
      y: shift > 0 ? 1 : 0, yanchor: shift > 0 ? "bottom" : "top", yshift: shift,
    });
    const [ink, muted] = [layout.font.color, layout.xaxis.tickfont.color];
    const annotations = [
      ...layout.annotations,
      line("Crisis Timeline", t + 26, 20, ink), line([T.byId("status-line").textContent, ...filters].join(" · "), t + 6, 12, muted),
      line(LEGEND, -b, 12, muted), line(`${location.origin}${T.address(T.state)} · ${T.dayWords(T.day(Date.now()))}`, -b - 18, 12, muted),
    ];
    return { data, layout: { ...layout, annotations, height: layout.height + ABOVE + BELOW, margin: { l, r, t: t + ABOVE, b: b + BELOW } } };
  }

  document.addEventListener("change", (event) => event.target.closest("#export-scope") && refresh());

  Object.assign(T.actions || (T.actions = {}), {
    export: () => requestAnimationFrame(refresh),
    print: () => window.print(),
    picture: (button) => {
      if (!T.drawing || !T.drawing.figure || T.state.path !== "/") return T.say("There is no drawing to save on this screen.");
      const format = button.dataset.picture, figure = titled(T.drawing.figure);
      const { width, height } = figure.layout;
      const filename = ["timeline", T.day(T.view[0]), T.day(T.view[1] - 1)].join("_");
      window.Plotly.downloadImage(figure, { format, width, height, scale: format === "png" ? 2 : 1, filename });
    },
  });
})();

/* A picture to keep: the drawing in light colours, with what it shows above it and what its marks mean and where
   it is from below. Of the view it is what is on the screen, of every other choice the whole range. */
(function () {
  "use strict";
  const T = (window.timeline = window.timeline || {});
  const ABOVE = 60, BELOW = 44, LEFT = 12;
  const LINE = 16, LETTER = 6.4; // pixels of the small words
  const WIDE = 1600, TALL = 1100;
  const LEGEND = "● day known   ○ known less exactly   ◆ time known   ◇ planned, expected or warned   ×n publishers   +n more events";

  async function drawn(wanted) {
    const onScreen = T.drawing && T.drawing.figure && T.state.path === "/";
    if (onScreen && wanted.get("from")) return T.drawing;
    const shown = Object.fromEntries(["lanes", "tz", "landmarks", "density"].map((key) => [key, T.state[key] || ""]));
    const given = { ...Object.fromEntries(wanted), ...shown, width: WIDE, height: TALL };
    const ask = async (more) => {
      const answer = await window.fetch("/view?" + new URLSearchParams({ ...given, ...more }));
      if (!answer.ok) throw new Error("no drawing");
      return answer.json();
    };
    const drawing = await ask({});
    if (wanted.get("from") || !drawing.figure) return drawing;
    const [begin, end] = drawing.span; // without a window it is the usual one, which leaves outliers out
    return ask({ from: T.text(begin, end - begin), to: T.text(end, end - begin) });
  }

  function titled({ figure: { data, layout }, ...drawing }, wanted) {
    const { l, r, t, b } = layout.margin;
    const filters = T.FILTERS.filter((key) => wanted.get(key)).map((key) => (key === "ids" ? "selected events" : T.everyFilterWord(key)));
    const said = wrapped([T.countWords(drawing), ...filters].join(" · "), (layout.width + LEFT - 16) / LETTER);
    const above = ABOVE + LINE * (said.length - 1);
    const line = (text, shift, size, color) => ({
      text: text.replace(/&/g, "&amp;").replace(/</g, "&lt;"), xref: "paper", x: 0, xanchor: "left", xshift: 8 - LEFT - l, yref: "paper", showarrow: false, font: { size, color },
      y: shift > 0 ? 1 : 0, yanchor: shift > 0 ? "bottom" : "top", yshift: shift,
    });
    const [ink, muted] = [layout.font.color, layout.xaxis.tickfont.color];
    const address = T.address({ ...T.state, path: "/", from: null, to: null, ...Object.fromEntries(T.FILTERS.map((key) => [key, null])), ...Object.fromEntries(wanted) });
    const annotations = [
      ...layout.annotations,
      line("Crisis Timeline", t + 26 + LINE * (said.length - 1), 20, ink),
      ...said.map((words, at) => line(words, t + 6 + LINE * (said.length - 1 - at), 12, muted)),
      line(LEGEND, -b, 12, muted), line(`${location.origin}${address} · ${T.dayWords(T.day(Date.now()))}`, -b - 18, 12, muted),
    ];
    const [width, height] = [layout.width + LEFT, layout.height + above + BELOW];
    return { data, layout: { ...layout, annotations, width, height, margin: { l: l + LEFT, r, t: t + above, b: b + BELOW } } };
  }

  /* Lines of at most so many letters. */
  function wrapped(text, most) {
    const lines = [""];
    for (const word of text.split(" ")) {
      const last = lines[lines.length - 1];
      if (last && last.length + 1 + word.length > most) lines.push(word);
      else lines[lines.length - 1] = last ? `${last} ${word}` : word;
    }
    return lines;
  }

  (T.actions || (T.actions = {})).picture = async (button) => {
    const format = button.dataset.picture, wanted = T.exported();
    const drawing = await drawn(wanted).catch(() => null);
    if (!drawing) return T.say("The server does not answer; try again in a moment.");
    if (!drawing.figure) return T.say("There is nothing to draw: no event passes.");
    const light = titled(drawing, wanted), figure = T.byId("export-dark").checked ? T.themed(light) : light;
    await T.needed("plotly"); // a list does without it
    const { width, height } = figure.layout, [begin, end] = drawing.window;
    const filename = ["timeline", T.day(begin), T.day(end - 1)].join("_");
    window.Plotly.downloadImage(figure, { format, width, height, scale: format === "png" ? 2 : 1, filename });
  };
})();

/* What stands where the drawing is when there is nothing to draw: no events at all, none that pass, none in view. */
(function () {
  "use strict";
  const T = (window.timeline = window.timeline || {});
  const LOW = 260; // a drawing of fewer pixels has no room for words over it
  const STEPS = [["Add", "an article: text, file or address"], ["Review", "the dated events found in it"], ["See", "them on the timeline"]];
  const button = (text, action, kind = "button") => T.make("button", { class: kind, type: "button", "data-do": action }, text);
  let loading = false;

  T.showNothing = function (drawing) {
    const box = T.byId("nothing");
    document.body.classList.toggle("first", !drawing.all);
    box.hidden = drawing.inside > 0;
    T.byId("chart").style.setProperty("--tall", T.size.height + "px"); // what stands below stays where it is
    box.classList.toggle("below", Boolean(drawing.figure) && drawing.figure.layout.height < LOW);
    if (loading && !drawing.all) return; // it counts along
    box.replaceChildren();
    if (!drawing.inside) box.append(...(!drawing.all ? first() : !drawing.passing ? filtered(drawing) : elsewhere(drawing)));
  };

  function first() {
    const steps = STEPS.map(([name, what], at) => T.make("li", {}, T.make("span", { class: `step step-${at}`, "aria-hidden": "true" }), T.make("strong", {}, name), ` ${what}`));
    const mayAdd = T.byId("btn-add");
    return [
      T.make("h2", {}, "No events yet"),
      T.make("p", {}, "This timeline shows the dated events that news articles tell, each with its sentence and its source."),
      mayAdd && T.make("div", { class: "row" }, T.make("a", { class: "button", href: "/add", "data-go": "/add" }, "Add article"),
        T.sample ? button(`Load the sample set (${T.many(T.sample, "article")})`, "sample", "plain") : null),
      mayAdd && T.make("ol", { class: "first-steps" }, ...steps),
    ].filter(Boolean);
  }

  /* Takes off the filter whose removal brings most. */
  T.withoutButton = ([best, brings] = []) =>
    best ? T.make("button", { class: "plain", type: "button", "data-filter": best, "data-value": "" }, `Without ${T.filterWords(best)}: ${T.many(brings, "event")}`) : "";

  function filtered({ all, without }) {
    return [
      T.make("h2", {}, "No events match"), T.make("p", {}, `${T.number(all)} without filters.`),
      T.withoutButton(without),
      button("Clear all filters", "clear"),
    ].filter(Boolean);
  }

  function elsewhere({ earlier: [before], later: [after], years }) {
    return [
      T.make("h2", {}, "Nothing in these days"),
      T.make("div", { class: "row" }, before ? button(`← ${T.number(before)} earlier`, "earlier") : null, after ? button(`${T.number(after)} later →`, "later") : null),
      button(`Widen dates to ${years}`, "fit", "plain"),
    ];
  }

  async function load(opener) {
    loading = true;
    const box = T.byId("nothing"), said = T.make("p", { role: "status" }, "Reading the sample set…");
    const bar = T.make("progress", { value: "0", max: String(T.sample), "aria-label": "Articles read" });
    opener.closest(".row").replaceWith(said, bar);
    const problem = await read((done) => {
      said.textContent = `Reading the sample set: ${T.number(done)} of ${T.many(T.sample, "article")}`;
      bar.value = done;
    }).catch(() => "The server stopped answering; what it has read so far is kept.");
    loading = false;
    box.replaceChildren();
    if (problem) T.say(problem, 10000);
    T.set("version", { data: Date.now() });
  }

  /* A line of JSON for each article; what hindered it, if anything did. */
  async function read(told) {
    const answer = await window.fetch("/sample", { method: "POST" });
    if (answer.status === 409) return null; // another tab was faster
    if (!answer.ok) return "The sample set cannot be loaded; the server says why in its log.";
    const reader = answer.body.pipeThrough(new TextDecoderStream()).getReader();
    let rest = "", problem = null;
    for (let part = await reader.read(); !part.done; part = await reader.read()) {
      const lines = (rest + part.value).split("\n");
      rest = lines.pop();
      for (const line of lines.map((text) => JSON.parse(text))) {
        problem = line.problem || problem;
        told(line.done);
      }
    }
    return problem;
  }

  (T.actions || (T.actions = {})).sample = load;
})();

/* "As known on": the timeline as the articles published by a chosen day tell it. */
(function () {
  "use strict";
  const T = (window.timeline = window.timeline || {});
  const words = (day) =>
    new Date(day * T.DAY).toLocaleDateString("en-GB", { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" });
  const textOf = (day) => new Date(day * T.DAY).toISOString().slice(0, 10);
  const dayOf = (text) => Math.round(Date.parse(text + "T00:00Z") / T.DAY);
  let slider = null, playing = 0, waiting = 0;

  T.drawKnown = function (published) {
    const bar = T.byId("asof");
    if (!published || !published.length) return;
    if (!slider) {
      slider = Object.assign(document.createElement("input"), { type: "range", id: "asof-slider", step: 1 });
      slider.addEventListener("input", () => take(Number(slider.value), 150));
      T.byId("asof-box").append(slider);
    }
    slider.min = dayOf(published[0]);
    slider.max = dayOf(published[1]);
    const day = T.state.asof ? dayOf(T.state.asof) : Number(slider.max);
    if (document.activeElement !== slider || !waiting) slider.value = day;
    if (T.state.asof && bar.hidden) show(true);
    say(day);
  };

  function show(shown) {
    T.byId("asof").hidden = !shown;
    T.byId("btn-asof").setAttribute("aria-pressed", String(shown));
    T.measure();
  }

  function say(day) {
    const moving = T.state.asof !== textOf(day) && Boolean(waiting);
    const count = T.drawing ? T.number(T.drawing.passing) : "";
    const known = T.state.asof || waiting ? words(day) : "today";
    T.byId("asof-said").textContent = moving ? words(day) : `${known}: ${count} events known`;
    slider.setAttribute("aria-valuetext", known);
  }

  function take(day, wait) {
    clearTimeout(waiting);
    waiting = setTimeout(() => {
      waiting = 0;
      T.change({ asof: textOf(day) }, { push: false });
    }, wait);
    say(day);
  }

  /* A day, a week or a calendar month on (turn 1) or back (turn -1), within what there is. */
  function stepped(day, turn) {
    const unit = document.querySelector("#asof-step input:checked").value;
    let next = day + turn * (unit === "week" ? 7 : 1);
    if (unit === "month") {
      const date = new Date(day * T.DAY), first = Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + turn, 1);
      const last = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + turn + 1, 0)).getUTCDate();
      next = first / T.DAY + Math.min(date.getUTCDate(), last) - 1;
    }
    return Math.max(Number(slider.min), Math.min(Number(slider.max), next));
  }

  function step(turn) {
    slider.value = stepped(Number(slider.value), turn);
    take(Number(slider.value), 0);
  }

  function showPlaying() {
    const button = T.byId("asof-play");
    button.textContent = playing ? "❚❚" : "▸";
    button.title = button.ariaLabel = playing ? "Pause" : "Play";
  }

  function stop() {
    clearInterval(playing);
    playing = 0;
    showPlaying();
  }

  function play() {
    if (playing) return stop();
    if (Number(slider.value) >= Number(slider.max)) {
      slider.value = slider.min;
      take(Number(slider.min), 0);
    }
    playing = setInterval(() => {
      if (T.drawing.asof !== (T.state.asof || "") || waiting) return; // the last step is not yet drawn
      step(1);
      if (Number(slider.value) >= Number(slider.max)) stop();
    }, 900);
    showPlaying();
  }

  Object.assign(T.actions || (T.actions = {}), {
    asof: () => {
      const bar = T.byId("asof");
      show(bar.hidden);
      if (bar.hidden) T.actions["asof-off"]();
      else if (slider) slider.focus();
    },
    "asof-play": play,
    "asof-back": () => step(-1),
    "asof-forward": () => step(1),
    "asof-off": () => {
      stop();
      show(false);
      T.change({ asof: null });
    },
  });
})();

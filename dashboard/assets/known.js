/* "As known on": the timeline as the articles published by a chosen day tell it. */
(function () {
  "use strict";
  const T = (window.timeline = window.timeline || {});
  const words = (day) =>
    new Date(day * T.DAY).toLocaleDateString("en-GB", { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" });
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
    if (T.state.asof && bar.hidden) {
      bar.hidden = false;
      T.measure();
    }
    say(day);
  };

  function say(day) {
    const text = T.state.asof || waiting ? words(day) : "today";
    T.byId("asof-said").textContent = text;
    slider.setAttribute("aria-valuetext", text);
  }

  function take(day, wait) {
    clearTimeout(waiting);
    waiting = setTimeout(() => {
      waiting = 0;
      T.change({ asof: new Date(day * T.DAY).toISOString().slice(0, 10) }, { push: false });
    }, wait);
    say(day);
  }

  function stop() {
    clearInterval(playing);
    playing = 0;
    const button = document.querySelector("[data-do=asof-play]");
    if (button) button.textContent = "▸";
  }

  function play(button) {
    if (playing) return stop();
    if (Number(slider.value) >= Number(slider.max)) slider.value = slider.min;
    button.textContent = "❚❚";
    playing = setInterval(() => {
      const next = Math.min(Number(slider.value) + 30, Number(slider.max));
      slider.value = next;
      take(next, 0);
      if (next >= Number(slider.max)) stop();
    }, 900);
  }

  Object.assign(T.actions || (T.actions = {}), {
    asof: () => {
      const bar = T.byId("asof");
      bar.hidden = !bar.hidden;
      T.measure();
      if (bar.hidden) T.actions["asof-off"]();
      else if (slider) slider.focus();
    },
    "asof-play": play,
    "asof-off": () => {
      stop();
      T.byId("asof").hidden = true;
      T.measure();
      T.change({ asof: null });
    },
  });
})();

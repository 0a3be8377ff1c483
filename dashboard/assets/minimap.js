/* The minimap: the density of all events that pass the filters, with the window as a brush. */
(function () {
  "use strict";
  const T = (window.timeline = window.timeline || {});
  const HEIGHT = 40;
  const HALF_YEAR = 16; // pixels of half a word like "2014"
  const WIDEST = 14; // pixels of a bar: of a few days it would be a wall
  const NARROW = 40, BESIDE = 16; // a brush of fewer pixels has its handles beside it, so that it can be taken itself
  let map = null;
  let parts = null;
  let drawn = "";

  function build(box) {
    box.innerHTML =
      '<svg aria-hidden="true" preserveAspectRatio="none"><path class="bars"></path></svg><div class="brush"></div>' +
      '<div class="edge" role="slider" tabindex="0" aria-label="Start of the window"></div>' +
      '<div class="edge" role="slider" tabindex="0" aria-label="End of the window"></div><div class="years" aria-hidden="true"></div>';
    const [svg, brush, start, end, years] = box.children;
    parts = { box, svg, path: svg.firstChild, brush, start, end, years };
    box.addEventListener("pointerdown", press);
    start.addEventListener("keydown", (event) => nudge(event, 0));
    end.addEventListener("keydown", (event) => nudge(event, 1));
  }

  T.drawMinimap = function (data, view) {
    if (!parts) build(T.byId("minimap"));
    const width = T.size ? T.size.width : parts.box.clientWidth || 1;
    const key = [width, data.begin, data.end, ...data.counts].join();
    map = data;
    if (key === drawn) return T.moveBrush(view); // a zoom changes only the brush
    drawn = key;
    parts.svg.setAttribute("viewBox", `0 0 ${width} ${HEIGHT}`);
    const most = Math.max(1, ...data.counts);
    const each = (data.step / (data.end - data.begin)) * width, wide = Math.min(Math.max(each - 0.6, 0.8), WIDEST);
    const aside = Math.max(each - 0.6 - wide, 0) / 2;
    let path = "";
    data.counts.forEach((count, number) => {
      if (!count) return;
      const tall = Math.max(2, (HEIGHT - 4) * Math.sqrt(count / most));
      path += `M${(number * each + aside).toFixed(1)} ${HEIGHT}v${-tall.toFixed(1)}h${wide.toFixed(2)}v${tall.toFixed(1)}z`;
    });
    parts.path.setAttribute("d", path);
    years(width);
    T.moveBrush(view);
  };

  function years(width) {
    const first = new Date(map.begin).getUTCFullYear() + 1;
    const last = new Date(map.end).getUTCFullYear();
    const step = [1, 2, 5, 10, 20, 50, 100, 200, 500].find((n) => (width / Math.max((last - first) / n, 1)) > 56) || 1000;
    const marks = [];
    for (let year = Math.ceil(first / step) * step; year <= last; year += step) {
      const instant = new Date(0).setUTCFullYear(year, 0, 1);
      const node = Object.assign(document.createElement("span"), { textContent: year });
      const x = share(instant) * width;
      if (x < HALF_YEAR || x > width - HALF_YEAR) continue; // half of it would stick out
      node.style.left = x / width * 100 + "%";
      marks.push(node);
    }
    parts.years.replaceChildren(...marks);
  }

  const share = (instant) => (instant - map.begin) / (map.end - map.begin);
  const DATE = new Intl.DateTimeFormat("en-GB", { dateStyle: "long", timeZone: "UTC" });

  T.moveBrush = function ([begin, end]) {
    if (!map) return;
    const left = Math.max(0, Math.min(1, share(begin))), right = Math.max(0, Math.min(1, share(end)));
    const width = T.size ? T.size.width : parts.box.clientWidth || 1;
    const narrow = (right - left) * width < NARROW, aside = narrow ? BESIDE / width : 0;
    parts.box.classList.toggle("narrow", narrow);
    parts.brush.style.left = left * 100 + "%";
    parts.brush.style.width = Math.max(right - left, 0.002) * 100 + "%";
    parts.start.style.left = Math.max(left - aside, 0) * 100 + "%";
    parts.end.style.left = Math.min(right + aside, 1) * 100 + "%";
    [[parts.start, begin], [parts.end, end]].forEach(([edge, instant]) => {
      edge.setAttribute("aria-valuemin", Math.round(map.begin / T.DAY));
      edge.setAttribute("aria-valuemax", Math.round(map.end / T.DAY));
      edge.setAttribute("aria-valuenow", Math.round(instant / T.DAY));
      edge.setAttribute("aria-valuetext", DATE.format(instant));
    });
  };

  function press(event) {
    if (!map || event.button) return;
    const box = parts.box.getBoundingClientRect();
    const instant = (x) => map.begin + ((x - box.left) / box.width) * (map.end - map.begin);
    const from = instant(event.clientX);
    const [begin, end] = T.view;
    const edge = event.target === parts.start ? 0 : event.target === parts.end ? 1 : -1;
    const inside = event.target === parts.brush;
    event.preventDefault();
    let click = edge < 0 && !inside; // until it is dragged: a click centres, a drag marks a window of its own
    parts.box.classList.add("held"); // twice as high: a long way is easier to judge (Schwab et al., CHI 2019)
    const move = (moved) => {
      const to = instant(moved.clientX), by = to - from;
      if (edge < 0 && !inside) {
        if (click && Math.abs(moved.clientX - event.clientX) < 4) return;
        click = false;
        T.setWindow(Math.min(from, to), Math.max(from, to));
      } else if (edge === 0) T.setWindow(Math.min(begin + by, end - 7200000), end);
      else if (edge === 1) T.setWindow(begin, Math.max(end + by, begin + 7200000));
      else T.setWindow(begin + by, end + by);
    };
    const up = (released) => {
      if (click) T.showAt(from, { push: true });
      else if (released.clientX !== event.clientX) move(released); // a busy browser keeps the last moves back
      parts.box.classList.remove("held");
      window.removeEventListener("pointermove", move);
      window.removeEventListener("pointerup", up);
    };
    window.addEventListener("pointermove", move);
    window.addEventListener("pointerup", up);
  }

  function nudge(event, which) {
    const turn = { ArrowLeft: -1, ArrowDown: -1, ArrowRight: 1, ArrowUp: 1 }[event.key];
    if (!turn) return;
    event.preventDefault();
    event.stopPropagation();
    const view = [...T.view];
    view[which] += turn * (event.shiftKey ? 10 : 1) * Math.max(T.DAY, (view[1] - view[0]) / 100);
    if (view[0] < view[1]) T.setWindow(view[0], view[1]);
  }
})();

/* The event strip: one option an event in view, the drawing's twin for keyboard and screen reader.
   Beside the drawing a row of cards, on a phone the chronicle. Nodes are kept by event id. */
(function () {
  "use strict";
  const T = (window.timeline = window.timeline || {});
  const nodes = new Map();
  const MONTH = new Intl.DateTimeFormat("en-GB", { month: "long", year: "numeric", timeZone: "UTC" });
  let order = [];
  let at = -1;

  T.drawStrip = function (records) {
    const strip = T.byId("event-strip");
    const focused = order[at];
    order = records.map((record) => record[0]);
    let month = NaN;
    const fresh = records.map((record, number) => {
      let node = nodes.get(record[0]);
      if (!node) nodes.set(record[0], (node = option(record)));
      fill(node, record, number + 1, records.length);
      const day = new Date(record[11]), now = day.getUTCFullYear() * 12 + day.getUTCMonth();
      const head = now === month ? undefined : MONTH.format(day); // made where it changes: it takes long
      month = now;
      if (node.dataset.month !== head) head ? (node.dataset.month = head) : delete node.dataset.month;
      return node;
    });
    for (const id of nodes.keys()) if (!T.records.has(id)) nodes.delete(id);
    strip.replaceChildren(...fresh);
    at = order.indexOf(focused);
    mark();
    topMonth();
  };

  /* On a phone the month of the event that is uppermost stays in sight, as headings of a list do. */
  function topMonth() {
    const said = T.byId("strip-month");
    if (!isPhone()) {
      said.textContent = "";
      return;
    }
    const top = T.byId("minimap").getBoundingClientRect().bottom;
    const first = T.byId("event-strip").firstElementChild;
    const under = first && first.getBoundingClientRect().top < top ? document.elementsFromPoint(24, top + 30) : [];
    const node = under.map((one) => one.closest("#event-strip li")).find(Boolean);
    const words = node ? MONTH.format(new Date(T.records.get(node.dataset.eventId)[11])) : "";
    if (node || !first || first.getBoundingClientRect().top >= top) said.textContent = words;
  }

  let turn = 0;
  document.addEventListener("scroll", () => {
    cancelAnimationFrame(turn);
    turn = requestAnimationFrame(() => T.byId("event-strip") && T.records && topMonth());
  }, { passive: true });

  function option(record) {
    const node = document.createElement("li");
    node.id = "option-" + record[0];
    node.setAttribute("role", "option");
    node.dataset.eventId = record[0];
    for (const name of ["dot", "when", "what", "times"]) {
      node.append(Object.assign(document.createElement("span"), { className: name }));
    }
    return node;
  }

  function fill(node, record, number, total) {
    const [, title, label, spoken, kind, precision, , status, sources, colour, lane, , others, source, reviewed] = record;
    const starred = T.isStarred(record[0]);
    const key = [title, label, status, sources, others, source, reviewed, starred, number, total].join("|");
    if (node.dataset.key === key) return;
    Object.assign(node.dataset, { key, kind, precision, lane, status, source }); // the source for paper: timeline.css
    const [dot, when, what, times] = node.children;
    dot.className = "dot lane-" + colour + (status === "happened" || status === "ongoing" ? "" : " hollow");
    when.textContent = label;
    what.textContent = title;
    times.textContent = sources > 1 ? "×" + sources : "";
    const told = sources > 1 ? `, ${sources} publishers` : "";
    const doubt = others ? `, sources disagree: ${others + 1} dates` : "";
    node.setAttribute("aria-label", `${title}, ${lane}, ${spoken}${told}${doubt}${reviewed ? ", reviewed" : ""}${starred ? ", starred" : ""}, ${number} of ${total}`);
  }

  function mark() {
    const strip = T.byId("event-strip");
    const chosen = T.state.sel;
    for (const node of strip.children) {
      node.setAttribute("aria-selected", String(node.dataset.eventId === chosen));
      node.classList.toggle("focused", node.dataset.eventId === order[at]);
      T.isPicked(node.dataset.eventId) ? node.setAttribute("aria-checked", "true") : node.removeAttribute("aria-checked");
    }
    if (at >= 0) strip.setAttribute("aria-activedescendant", "option-" + order[at]);
    else strip.removeAttribute("aria-activedescendant");
  }

  function moveTo(number) {
    if (!order.length) return;
    at = Math.max(0, Math.min(order.length - 1, number));
    mark();
    const node = nodes.get(order[at]);
    const strip = T.byId("event-strip");
    if (node) strip.scrollTo({ left: node.offsetLeft - strip.clientWidth / 3 });
    T.placeMark(order[at]);
    if (strip.matches(":focus-visible")) T.tipForFocus(order[at]);
  }

  /* The nearest event in time in the same lane (step ±1), or in a neighbouring lane (turn ±1). */
  function alongLane(step) {
    const lane = T.records.get(order[at])[6];
    for (let next = at + step; order[next]; next += step) {
      if (T.records.get(order[next])[6] === lane) return moveTo(next);
    }
  }
  function acrossLanes(turn) {
    const [, , , , , , lane, , , , , time] = T.records.get(order[at]);
    let best = -1, least = [Infinity, Infinity];
    order.forEach((id, number) => {
      const record = T.records.get(id);
      const lanes = (record[6] - lane) * turn;
      if (lanes <= 0) return;
      const far = [lanes, Math.abs(record[11] - time)];
      if (far[0] < least[0] || (far[0] === least[0] && far[1] < least[1])) [best, least] = [number, far];
    });
    if (best >= 0) moveTo(best);
  }

  const KEYS = {
    ArrowRight: () => (at < 0 ? moveTo(0) : alongLane(1)),
    ArrowLeft: () => (at < 0 ? moveTo(0) : alongLane(-1)),
    ArrowDown: () => (at < 0 ? moveTo(0) : acrossLanes(1)),
    ArrowUp: () => (at < 0 ? moveTo(0) : acrossLanes(-1)),
    Home: () => moveTo(0),
    End: () => moveTo(order.length - 1),
    PageDown: () => T.pan(1, { push: true }),
    PageUp: () => T.pan(-1, { push: true }),
    Enter: () => at >= 0 && T.select(order[at]),
    ".": () => at >= 0 && T.openSource(order[at]),
    c: () => at >= 0 && T.copyLink(order[at]),
    x: () => at >= 0 && T.pick(order[at]),
    m: () => at >= 0 && T.change({ pin: order[at] }),
    " ": () => at >= 0 && T.star(order[at]),
  };
  const PHONE_KEYS = { ArrowDown: () => moveTo(at + 1), ArrowUp: () => moveTo(at - 1) };

  const phone = window.matchMedia("(max-width: 640px)"); // asking the page for its width would lay it out
  const isPhone = () => phone.matches;

  T.stripKey = function (event) {
    const act = (isPhone() && PHONE_KEYS[event.key]) || KEYS[event.key];
    if (!act || event.ctrlKey || event.metaKey || event.altKey) return false;
    if (event.key.length === 1 && event.key !== " " && !T.singleKeys()) return false;
    act();
    return true;
  };

  T.markSelected = mark;
  T.scrollStrip = function (id) {
    const node = nodes.get(id), strip = T.byId("event-strip");
    if (isPhone()) node.scrollIntoView(); // the strip is the page
    else strip.scrollTo({ left: node.offsetLeft - strip.clientWidth / 3 });
  };

  document.addEventListener("click", (event) => {
    const node = event.target.closest("#event-strip [role=option]");
    if (!node) return;
    at = order.indexOf(node.dataset.eventId);
    mark();
    T.placeMark(node.dataset.eventId);
    T.select(node.dataset.eventId);
  });
  document.addEventListener("focusin", (event) => {
    // a pointer has chosen its card: scrolling now would take it away from under the button that is still down
    if (event.target.id === "event-strip" && at < 0 && event.target.matches(":focus-visible")) moveTo(Math.max(order.indexOf(T.state.sel), 0));
  });
  document.addEventListener("focusout", (event) => {
    if (event.target.id !== "event-strip") return;
    T.placeMark(null);
    T.hideTip();
  });
})();

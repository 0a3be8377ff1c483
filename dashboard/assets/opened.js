/* The open event and the timeline: shown there, what hides it, the steps to what comes before and after it. */
(function () {
  "use strict";
  const T = (window.timeline = window.timeline || {});
  const STEPS = [["previous-event", -1, "before"], ["next-event", 1, "after"]];
  let waiting = null, reveal = null, begun = false;

  /* What the server tells of the open event; null while it has not answered. */
  function told() {
    const found = T.state.path === "/" && T.drawing && T.drawing.selected;
    return found && found.id === T.state.sel ? found : null;
  }

  const whenTold = (act) => (waiting = { id: T.state.sel, act });
  const onceTold = (act) => (told() ? act(told()) : whenTold(act));

  /* The event before or after the open one, of those in view. */
  function inView(by) {
    const order = [...(T.records || new Map()).keys()], at = order.indexOf(T.state.sel);
    return at < 0 ? undefined : order[at + by];
  }

  /* After each answer of the server, and when another event is opened. */
  T.showOpened = function () {
    const found = told();
    if (found && waiting) {
      const { id, act } = waiting;
      waiting = null;
      if (id === found.id) act(found);
    }
    for (const [action, by, side] of STEPS) {
      document.querySelector(`.card-bar [data-do=${action}]`).disabled = Boolean(found) && !inView(by) && !found[side];
    }
    T.byId("filtered-out").hidden = !found || !found.hidden || T.onlyKnown();
    if (T.drawing && !begun) {
      begun = true;
      reveal = found && found.id; // a link to an event shows it in the strip, too
    }
    if (found && reveal === found.id && T.records?.has(reveal)) T.scrollStrip(reveal);
    if (found) reveal = null;
  };

  /* Whether "As known on" is all that leaves events out: the card itself tells of that. */
  T.onlyKnown = () => T.FILTERS.filter((key) => T.state[key]).join() === "asof";

  /* On, beyond the window if need be, which then goes along. */
  T.step = function (by) {
    if (T.state.path === "/list") return T.stepList(by);
    if (stepInView(by) || T.state.path !== "/" || !T.state.sel) return;
    onceTold((found) => {
      const there = found[by < 0 ? "before" : "after"];
      if (!stepInView(by) && there) T.showAt(there.at, { push: true, also: { sel: there.id } });
    });
  };

  function stepInView(by) {
    const next = inView(by);
    if (next) T.select(next);
    return Boolean(next);
  }

  function show({ id, at, hidden }, push) {
    if (at === null) return T.say("This event is not on the timeline");
    if (hidden) return T.say(T.onlyKnown() ? `Not known on ${T.dayWords(T.state.asof)}` : "Hidden by your filters");
    const before = T.state;
    if (push || !T.records?.has(id)) T.showAt(at, { push });
    if (T.records?.has(id)) T.scrollStrip(id);
    reveal = T.state === before ? null : id; // the strip that comes with another window begins at its left
  }

  T.bring = () => onceTold((found) => show(found, false));

  Object.assign(T.actions || (T.actions = {}), {
    "next-event": () => T.step(1),
    "previous-event": () => T.step(-1),
    centre: () => {
      if (T.state.path === "/") return onceTold((found) => show(found, true));
      T.bring();
      T.change({ path: "/", from: null, to: null });
    },
    unfiltered: () => onceTold(({ id, at }) => {
      reveal = id;
      const half = (T.view[1] - T.view[0]) / 2;
      T.change({ ...Object.fromEntries(T.FILTERS.map((key) => [key, null])), ...T.between(at - half, at + half) });
    }),
  });
})();

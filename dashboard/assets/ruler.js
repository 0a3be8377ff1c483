/* The ruler: how far the open event is from the one that is measured from (`pin` in the address), said in
   the card and drawn over the lanes. */
(function () {
  "use strict";
  const T = (window.timeline = window.timeline || {});
  const TIGHT = 90;
  let measured = null;

  T.showRuler = async function () {
    const { pin, sel, tz, asof } = T.state, line = T.byId("apart"), button = T.byId("btn-pin");
    button.setAttribute("aria-pressed", String(Boolean(sel) && pin === sel));
    measured = null;
    T.placeRuler();
    line.hidden = !pin || !sel;
    if (line.hidden) return;
    if (pin === sel) return line.replaceChildren("Measuring from this event: open another. ", stop());
    const answer = await window.fetch("/apart?" + new URLSearchParams({ from: pin, to: sel, ...(tz && { tz }), ...(asof && { asof }) }));
    const found = answer.ok ? await answer.json() : {};
    if (T.state.pin !== pin || T.state.sel !== sel || T.state.asof !== asof) return;
    if (!found.said) return (line.hidden = true);
    measured = found;
    line.replaceChildren(T.make("strong", {}, found.said), " ", T.eventLink(found.id, found.title), " ", stop());
    T.placeRuler();
  };

  const stop = () => T.make("button", { type: "button", class: "link", "data-do": "pin-off", "aria-label": "Stop measuring" }, "Stop");

  /* Between the two beginnings, as much of it as is in view. */
  T.placeRuler = function () {
    const bar = T.byId("ruler");
    bar.hidden = !measured || !T.drawing || !T.drawing.figure;
    if (bar.hidden) return;
    const { meta, width, height } = T.drawing.figure.layout;
    const wide = width - meta.gutter - meta.right;
    const [from, to] = measured.ends.map((at) => (at - T.view[0]) / (T.view[1] - T.view[0])).sort((a, b) => a - b);
    bar.hidden = to < 0 || from > 1;
    const first = Math.max(from, 0), last = Math.min(to, 1);
    bar.style.left = meta.gutter + first * wide + "px";
    bar.style.width = (last - first) * wide + "px";
    bar.style.top = height - 44 + "px";
    bar.classList.toggle("on-left", from < 0);
    bar.classList.toggle("on-right", to > 1);
    const label = bar.firstChild;
    label.textContent = measured.said.replace(/,? (after|before|as)$/, "");
    label.classList.toggle("beside", (last - first) * wide < TIGHT);
  };

  Object.assign(T.actions || (T.actions = {}), {
    pin: () => T.change({ pin: T.state.pin === T.state.sel ? null : T.state.sel }),
    "pin-off": () => T.change({ pin: null }),
  });
})();

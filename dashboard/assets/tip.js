/* What a mark says when a pointer rests on it or the strip moves to it, and the hairline to its date.
   The tooltip can be pointed at itself; Escape puts it away (WCAG 1.4.13). */
(function () {
  "use strict";
  const T = (window.timeline = window.timeline || {});
  window.dash_clientside = window.dash_clientside || {};
  const on = (window.dash_clientside.timeline = window.dash_clientside.timeline || {});
  const REST = 250, GRACE = 300;
  const told = new Map(); // by event and the day by which it was known: its sentence, its article
  const then = (id) => `${id} ${T.state.asof || ""}`;
  const ask = (id) => T.set("tip-wanted", { data: { id, asof: T.state.asof || "" } });
  let going = null, opening = 0, closing = 0, shownFor = null;

  /* Over a mark at the pointer's place, in pixels of the window. */
  T.tipAt = function (id, x, y) {
    clearTimeout(closing);
    closing = 0;
    if (shownFor === id) return;
    T.hideTip();
    shownFor = id;
    opening = setTimeout(() => open(id, x, y), REST);
  };
  T.leaveTip = function () {
    clearTimeout(opening);
    if (!shownFor || closing) return;
    closing = setTimeout(T.hideTip, T.byId("tooltip").hidden ? 0 : GRACE);
  };
  T.hideTip = function () {
    clearTimeout(opening);
    clearTimeout(closing);
    closing = 0;
    shownFor = null;
    T.byId("tooltip").hidden = true;
  };

  function open(id, x, y) {
    const record = T.records.get(id);
    if (!record) return;
    const [, title, , spoken, kind, , , status, sources, , , , others] = record;
    const more = [kind, status === "happened" ? "" : status, sources > 1 ? `×${sources}` : "", others ? `sources disagree: ${others + 1} dates` : ""];
    const tip = T.byId("tooltip");
    const line = (name, text) => T.make("div", { class: name }, text);
    tip.replaceChildren(line("tip-title", title), line("tip-date", spoken), line("tip-more", more.filter(Boolean).join(" · ")), line("tip-said", (told.get(then(id)) || [""])[0]));
    if (!told.has(then(id))) ask(id);
    tip.hidden = false;
    const box = tip.offsetParent.getBoundingClientRect();
    const left = Math.min(Math.max(x - box.left + 12, 8), box.width - tip.offsetWidth - 8);
    const below = y - box.top + 16;
    const fits = below + tip.offsetHeight + box.top < innerHeight;
    tip.style.left = left + "px";
    tip.style.top = fits ? below + "px" : "auto";
    tip.style.bottom = fits ? "auto" : box.bottom - y + 14 + "px";
  }

  /* The first line of the sentence comes from the server, once for each event and day of "As known on". */
  on.tipTold = function (answer) {
    if (!answer) return;
    const [id, asof, sentence, article] = answer;
    told.set(`${id} ${asof}`, [sentence, article]);
    if (asof !== (T.state.asof || "")) return;
    if (going === id) T.openSource(id);
    const line = document.querySelector("#tooltip .tip-said");
    if (line && shownFor === id) line.textContent = sentence;
  };

  /* The article, at the sentence that tells of the event. */
  T.openSource = function (id) {
    going = told.has(then(id)) ? null : id;
    if (going) return ask(id);
    T.hideTip();
    const [, article] = told.get(then(id));
    if (article) T.change({ path: "/article/" + article, sel: id });
    else T.say("No article tells this event");
  };

  T.watchTip = function () {
    const tip = T.byId("tooltip");
    tip.addEventListener("mouseenter", () => {
      clearTimeout(closing);
      closing = 0;
    });
    tip.addEventListener("mouseleave", T.leaveTip);
  };

  /* The hairline and its date stand under the event that has the focus in the strip. */
  T.placeMark = function (id) {
    if (id !== undefined) T.focused = id;
    T.placeGaps();
    T.placeRuler();
    const line = T.byId("hairline");
    const at = T.drawing && T.drawing.figure && T.focused && placeOf(T.focused);
    line.hidden = !at || at.share < 0 || at.share > 1;
    if (line.hidden) return;
    const { meta, height } = T.drawing.figure.layout;
    line.style.left = at.x + "px";
    line.style.top = at.y + "px";
    line.style.height = height - 30 - at.y + "px";
    const record = T.records.get(T.focused);
    T.byId("hairline-date").textContent = record ? record[2] : "";
  };

  function placeOf(id) {
    const { meta, width } = T.drawing.figure.layout;
    const hit = meta.hits.find((one) => one[0] === id);
    if (!hit) return null;
    const share = (hit[5] - T.view[0]) / (T.view[1] - T.view[0]);
    return { share, x: meta.gutter + share * (width - meta.gutter - meta.right), y: meta.top + hit[6] };
  }

  /* The strip has moved to an event by keyboard: say at its mark what a pointer would be told. */
  T.tipForFocus = function (id) {
    const at = T.drawing.figure && placeOf(id);
    if (!at || at.share < 0 || at.share > 1) return T.hideTip();
    const box = T.byId("timeline-graph").getBoundingClientRect();
    T.tipAt(id, box.left + at.x, box.top + at.y);
  };
})();

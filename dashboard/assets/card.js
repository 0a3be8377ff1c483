/* The card of the open event: the server's HTML, as it is. The newest wish wins. */
(function () {
  "use strict";
  const T = (window.timeline = window.timeline || {});
  const AWAY = '<p class="muted">This event is shown once the server answers.</p>';
  let asking = null, shown = { id: null, html: null };

  T.askCard = async function () {
    if (asking) asking.abort();
    const { sel, asof, tz } = T.state;
    if (!sel) return;
    const own = (asking = new AbortController());
    try {
      const query = new URLSearchParams({ id: sel, zone: tz || "", asof: asof || "" });
      const answer = await window.fetch("/card?" + query, { signal: own.signal });
      if (!answer.ok) return;
      const html = await answer.text();
      if (own === asking) put(sel, html);
    } catch (gone) {
      if (gone.name === "AbortError") return;
      if (!(gone instanceof TypeError)) throw gone;
      if (own === asking && sel !== shown.id) put(sel, AWAY); // connection.js says the rest, and asks again
    }
  };

  /* A card that is the same stays untouched; in one that has changed the focus stays where it was. */
  function put(id, html) {
    if (html === shown.html) return;
    const card = T.byId("card"), held = card.contains(document.activeElement) && place(document.activeElement);
    const open = id === shown.id ? [...card.querySelectorAll("details")].map((one) => one.open) : [];
    if (id !== shown.id) T.byId("detail-panel").scrollTop = 0;
    shown = { id, html };
    card.innerHTML = html;
    [...card.querySelectorAll("details")].forEach((one, at) => (one.open = Boolean(open[at])));
    if (held) (find(card, held) || T.byId("detail-panel")).focus({ preventScroll: true });
  }

  /* A control by what it is for. */
  const NAMED = ["data-do", "data-edit", "data-came", "data-event", "data-filter", "data-value", "data-when", "href"];
  const place = (node) => NAMED.filter((name) => node.hasAttribute(name)).map((name) => `[${name}="${CSS.escape(node.getAttribute(name))}"]`).join("");
  const find = (card, selector) => selector && card.querySelector(selector);
})();

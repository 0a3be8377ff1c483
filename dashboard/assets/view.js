/* Asks the server for what is to be drawn. The newest wish wins: one that it overtakes is given up. */
(function () {
  "use strict";
  const T = (window.timeline = window.timeline || {});
  window.dash_clientside = window.dash_clientside || {};
  const on = (window.dash_clientside.timeline = window.dash_clientside.timeline || {});
  const LATE = 400; // milliseconds after which what is drawn steps back
  let asking = null, soon = 0;

  /* When what the reader waits for has been asked. */
  T.askSoon = function () {
    clearTimeout(soon);
    soon = setTimeout(T.ask, 150);
  };

  T.ask = async function () {
    clearTimeout(soon);
    if (!T.state || T.state.path !== "/") return;
    if (asking) asking.abort();
    const own = (asking = new AbortController());
    const query = new URLSearchParams({ ...T.state, ...T.viewport() });
    query.delete("path");
    const late = setTimeout(() => T.byId("chart").classList.add("waiting"), LATE);
    try {
      const answer = (await early(query)) || (await window.fetch("/view?" + query, { signal: own.signal }));
      if (!answer.ok) return;
      const drawing = unpacked(await answer.json());
      if (own === asking) T.show(drawing);
    } catch (gone) {
      if (gone.name !== "AbortError" && !(gone instanceof TypeError)) throw gone; // connection.js says it
    } finally {
      clearTimeout(late);
      if (own === asking) T.byId("chart").classList.remove("waiting");
    }
  };

  /* What the head of the page has asked for while the scripts were still coming, where it is what is wanted. */
  function early(query) {
    const one = T.early;
    T.early = null;
    return one && one.wanted === String(query) ? one.answer : null;
  }

  /* The words that many rows of the strip share, in their places again. */
  function unpacked(drawing) {
    const { rows, shared, words } = drawing.strip;
    for (const row of rows) for (const at of shared) row[at] = words[row[at]];
    return { ...drawing, strip: rows };
  }

  on.ask = (version) => {
    T.version = version;
    T.ask();
    T.askCard();
    T.showRuler();
    T.followMerged();
  };
})();

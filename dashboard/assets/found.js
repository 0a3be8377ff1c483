/* What was searched for is marked where it stands: in the strip, the list, the chronicle, the card and
   the tooltip. By ranges, not elements, so that nothing that draws these has to know of it. */
(function () {
  "use strict";
  const T = (window.timeline = window.timeline || {});
  const PLACES = ["event-strip", "chronicle", "list-table", "card", "tooltip"];
  const watched = new Set();
  let due = 0;

  /* Each letter without its accents, in as many characters as before: the search passes over accents, too. */
  const plain = (text) => text.replace(/[^\x00-\x7f]/g, (letter) => {
    const base = letter.normalize("NFD")[0];
    return base.length === letter.length ? base : letter;
  });

  T.showFound = function () {
    cancelAnimationFrame(due);
    due = requestAnimationFrame(mark);
  };

  function mark() {
    if (!window.CSS.highlights) return; // an old browser shows the same without marks
    const words = plain(T.state.q || "").match(/[\p{L}\p{N}_]+/gu);
    if (!words) return CSS.highlights.delete("found");
    const wanted = new RegExp(`(?<![\\p{L}\\p{N}_])(?:${words.join("|")})`, "giu");
    const ranges = [];
    for (const place of PLACES.map(T.byId).filter(Boolean)) {
      if (!watched.has(place)) {
        watched.add(place);
        new MutationObserver(T.showFound).observe(place, { childList: true, characterData: true, subtree: true });
      }
      const texts = document.createTreeWalker(place, NodeFilter.SHOW_TEXT);
      for (let node = texts.nextNode(); node; node = texts.nextNode()) {
        for (const hit of plain(node.data).matchAll(wanted)) {
          const [begin, end] = [hit.index, hit.index + hit[0].length];
          ranges.push(new StaticRange({ startContainer: node, startOffset: begin, endContainer: node, endOffset: end }));
        }
      }
    }
    CSS.highlights.set("found", new Highlight(...ranges));
  }
})();

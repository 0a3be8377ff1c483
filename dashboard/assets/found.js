/* What was searched for is marked where it stands: in the strip, the list, the chronicle, the card and
   the tooltip. By ranges, not elements, so that nothing that draws these has to know of it. The server tells in
   which spellings it was found, and where to go if it is a date. */
(function () {
  "use strict";
  const T = (window.timeline = window.timeline || {});
  const PLACES = ["event-strip", "chronicle", "list-table", "card", "tooltip"];
  const watched = new Set();
  let due = 0, spellings = [], go = null, read = "";

  /* Each letter without its accents, in as many characters as before: the search passes over accents, too. */
  const plain = (text) => text.replace(/[^\x00-\x7f]/g, (letter) => {
    const base = letter.normalize("NFD")[0];
    return base.length === letter.length ? base : letter;
  });

  /* "us" stands in "U.S.", "ceasefire" in "cease-fire"; what ends in "*" may go on, what is in capitals stands so. */
  const inCapitals = (spelling) => spelling !== spelling.toLowerCase();
  function pattern(spelling) {
    const words = spelling.replace("*", "").split(" ").map((word) => [...word].join("[-.‐‑]?"));
    return words.join("[^\\p{L}\\p{N}]+") + (spelling.endsWith("*") ? "" : "(?![\\p{L}\\p{N}_])");
  }

  /* Asked for whenever other words are searched for; of several answers the last counts. */
  T.readSearch = async function () {
    const q = T.state.q || "";
    if (q === read) return;
    read = q;
    const answer = q ? await window.fetch("/searched?" + new URLSearchParams({ q })).catch(() => null) : null;
    if (read !== q) return;
    ({ marked: spellings, go } = answer?.ok ? await answer.json() : { marked: [], go: null });
    T.showFound();
    const button = T.byId("go-found");
    button.hidden = !go;
    button.textContent = go ? `Go to ${go.said}` : "";
  };

  /* To the days, which hold more than the few events that tell them in words. */
  (T.actions || (T.actions = {}))["go-found"] = () => {
    const { begin, end } = go;
    T.change({ q: null, path: "/", from: T.text(begin, end - begin), to: T.text(end, end - begin) });
  };

  T.showFound = function () {
    cancelAnimationFrame(due);
    due = requestAnimationFrame(mark);
  };

  function mark() {
    if (!window.CSS.highlights) return; // an old browser shows the same without marks
    if (!T.state.q || !spellings.length) return CSS.highlights.delete("found");
    const wanted = (some, how) => some.length ? [new RegExp(`(?<![\\p{L}\\p{N}_])(?:${some.map(pattern).join("|")})`, how)] : [];
    const patterns = [...wanted(spellings.filter(inCapitals), "gu"), ...wanted(spellings.filter((one) => !inCapitals(one)), "giu")];
    const ranges = [];
    for (const place of PLACES.map(T.byId).filter(Boolean)) {
      if (!watched.has(place)) {
        watched.add(place);
        new MutationObserver(T.showFound).observe(place, { childList: true, characterData: true, subtree: true });
      }
      const texts = document.createTreeWalker(place, NodeFilter.SHOW_TEXT);
      for (let node = texts.nextNode(); node; node = texts.nextNode()) {
        for (const hit of patterns.flatMap((one) => [...plain(node.data).matchAll(one)])) {
          const [begin, end] = [hit.index, hit.index + hit[0].length];
          ranges.push(new StaticRange({ startContainer: node, startOffset: begin, endContainer: node, endOffset: end }));
        }
      }
    }
    CSS.highlights.set("found", new Highlight(...ranges));
  }
})();

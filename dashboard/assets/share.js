/* The share menu's texts: a link, a frame for another page, a citation; and the search of a missing page. */
(function () {
  "use strict";
  const T = (window.timeline = window.timeline || {});
  window.dash_clientside = window.dash_clientside || {};
  const on = (window.dash_clientside.timeline = window.dash_clientside.timeline || {});
  const today = () => new Date().toISOString().slice(0, 10);
  const address = () => location.origin + T.address(T.state);

  function copy(text, said) {
    navigator.clipboard.writeText(text).then(() => T.say(said), () => T.say(text));
  }

  Object.assign(T.actions || (T.actions = {}), {
    "share-embed": () => {
      const source = location.origin + T.address({ ...T.state, path: "/embed" });
      copy(`<iframe src="${source.replace(/&/g, "&amp;")}" title="Crisis Timeline" width="100%" height="560" style="border:0"></iframe>`, "Code copied");
    },
    "share-cite": () => copy(`Crisis Timeline, view of ${T.dayWords(today())}. ${address()}`, "Citation copied"),
    "share-bibtex": () => copy(`@misc{crisistimeline,\n  title = {Crisis Timeline},\n  howpublished = {\\url{${address()}}},\n  note = {view of ${today()}}\n}`, "Citation copied"),
  });

  on.missingSearch = function (times, text) {
    if (times && text && text.trim()) T.change({ path: "/list", q: text.trim(), sel: null });
    return T.none();
  };
})();

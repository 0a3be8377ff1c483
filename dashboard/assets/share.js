/* The share menu's texts: a link, a frame for another page, a citation; and the search of a missing page. */
(function () {
  "use strict";
  const T = (window.timeline = window.timeline || {});
  window.dash_clientside = window.dash_clientside || {};
  const on = (window.dash_clientside.timeline = window.dash_clientside.timeline || {});
  const today = () => new Date().toISOString().slice(0, 10);
  const address = () => location.origin + T.address(T.state);

  /* How often the timeline had been changed: a link that keeps to a day says so where more has changed since. */
  const version = () => window.fetch("/data-version").then((answer) => answer.text(), () => "");
  T.checkFrozen = async function () {
    const { data, asof } = T.state;
    const changed = data && asof && (await version()) !== data;
    T.byId("asof-changed").textContent = changed ? "The timeline has been corrected or added to since this link was made." : "";
  };

  /* What a citation names: the event whose card is open, else the view. */
  function cited() {
    const [title, date] = ["#card h2", "#card .when strong"].map((part) => document.querySelector(part));
    return T.state.sel && title && date
      ? { title: title.textContent, date: date.textContent, address: location.origin + "/event/" + T.state.sel }
      : { title: "", date: "", address: address() };
  }

  function copy(text, said) {
    navigator.clipboard.writeText(text).then(() => T.say(said), () => T.say(text));
  }

  Object.assign(T.actions || (T.actions = {}), {
    "share-embed": () => {
      const source = location.origin + T.address({ ...T.state, path: "/embed" });
      copy(`<iframe src="${source.replace(/&/g, "&amp;")}" title="Crisis Timeline" width="100%" height="560" style="border:0"></iframe>`, "Code copied");
    },
    "share-known": async () => {
      const data = await version();
      copy(location.origin + T.address({ ...T.state, asof: T.state.asof || today(), ...(data && { data }) }), "Link copied");
    },
    "share-cite": () => {
      const { title, address, date } = cited();
      copy(title ? `“${title}” (${date}). Crisis Timeline, read ${T.dayWords(today())}. ${address}` : `Crisis Timeline, view of ${T.dayWords(today())}. ${address}`, "Citation copied");
    },
    "share-bibtex": () => {
      const { title, address } = cited();
      copy(`@misc{crisistimeline,\n  title = {${title ? `{${title.replace(/[{}\\]/g, "")}}, Crisis Timeline` : "Crisis Timeline"}},\n  howpublished = {\\url{${address}}},\n  note = {view of ${today()}}\n}`, "Citation copied");
    },
    "share-wiki": () => {
      const { title, address } = cited();
      const safe = (text) => text.replace(/\|/g, "{{!}}").replace(/[[\]]/g, "");
      copy(`{{cite web |title=${safe(title || "Crisis Timeline")} |url=${address.replace(/\|/g, "%7C")} |website=Crisis Timeline |access-date=${today()}}}`, "Citation copied");
    },
  });

  on.missingSearch = function (times, text) {
    if (times && text && text.trim()) T.change({ path: "/list", q: text.trim(), sel: null });
    return T.none();
  };
})();

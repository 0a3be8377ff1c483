/* The library's grid and the page of one article. */
(function () {
  "use strict";
  const T = (window.timeline = window.timeline || {});
  window.dash_clientside = window.dash_clientside || {};
  const on = (window.dash_clientside.timeline = window.dash_clientside.timeline || {});
  const parts = (window.dashAgGridComponentFunctions = window.dashAgGridComponentFunctions || {});
  const make = (...all) => window.React.createElement(...all);

  parts.Day = (props) => T.dayWords((props.value || "").slice(0, 10));
  parts.ArticleLink = (props) =>
    make("a", { href: "/article/" + props.data.id, "data-go": "/article/" + props.data.id, title: props.value }, props.value);
  const action = (words, name, { id, title }) =>
    make("button", { type: "button", className: "link", [name]: id, "aria-label": words + ": " + title }, words);
  parts.ArticleActions = ({ data }) =>
    make("span", { className: "article-actions" }, action("Read again", "data-reread", data), action("Remove", "data-remove", data));

  T.dayWords = (text) =>
    !text ? "not known" : new Date(text + "T00:00Z").toLocaleDateString("en-GB", { day: "numeric", month: "short", year: "numeric", timeZone: "UTC" }).replace("Sept", "Sep");

  document.addEventListener("click", (click) => {
    const button = click.target.closest("[data-remove]");
    if (!button) return;
    T.set("library-chosen", { data: null });
    setTimeout(() => T.set("library-chosen", { data: button.dataset.remove }));
  });

  (T.actions || (T.actions = {}))["library-keep"] = () => T.set("library-ask", { opened: false });

  /* ---- the articles that are selected ---- */
  let grid = null;
  T.followPicked = function (api) {
    if (!T.byId("library-picked")) return; // the timeline may only be read
    if (grid !== api) api.addEventListener("selectionChanged", showPicked);
    grid = api;
    showPicked();
  };

  function showPicked() {
    const count = grid.getSelectedRows().length;
    T.byId("library-picked").hidden = !count;
    document.body.classList.toggle("picking-articles", count > 0);
    T.byId("library-picked-count").textContent = count ? T.many(count, "article") + " selected" : "";
  }

  /* What was read again is selected no more. */
  T.unpickArticles = (ids) => {
    if (grid) for (const id of ids) if (grid.getRowNode(id)) grid.getRowNode(id).setSelected(false);
  };

  Object.assign(T.actions, {
    "library-reread": () => T.readAgain(grid.getSelectedRows().map((row) => row.id)),
    "library-none": () => grid.deselectAll(),
  });

  /* ---- one article ---- */
  /* When the events that it tells were, against the day that it was published: the list below in time. */
  function line({ events, published }) {
    const days = [...events.map((event) => event[5]), published].filter(Boolean).map(Date.parse);
    const first = Math.min(...days), last = Math.max(...days);
    if (!(last > first)) return null;
    const place = (day) => `left:${(3 + ((Date.parse(day) - first) / (last - first)) * 94).toFixed(2)}%`;
    const dots = events.filter((event) => event[5]).map(([id, title, date, lane, , day]) =>
      T.make("a", { class: `dot lane-${lane}`, href: "/event/" + id, "data-event": id, tabindex: -1, title: `${date}: ${title}`, style: `${place(day)};top:${8 + lane * 11}px` }));
    const words = [first, last].map((instant) => T.make("span", {}, T.dayWords(T.day(instant))));
    return T.make("div", { id: "article-line", "aria-hidden": "true" },
      T.make("div", { class: "preview" }, published ? T.make("i", { class: "published", title: "Published " + T.dayWords(published), style: place(published) }) : null, ...dots),
      T.make("p", { class: "muted preview-ends" }, words[0], published ? T.make("span", {}, "┆ published") : null, words[1]));
  }

  on.article = function (shown) {
    if (!shown) return;
    const missing = Boolean(shown.missing);
    T.byId("article-body").hidden = missing;
    T.byId("article-missing").hidden = !missing;
    if (missing) {
      T.byId("article-missing").replaceChildren(T.make("h1", {}, "This article is not here"),
        T.make("p", {}, "It may have been removed."),
        T.make("a", { href: "/library", class: "button", "data-go": "/library" }, "Go to the library"));
      return;
    }
    const text = T.drawText(shown.pieces, (letters, _what, number) => {
      const [id, title, date, lane] = shown.events[number];
      const link = T.eventLink(id, letters);
      link.className = "phrase lane-" + lane;
      link.title = `${date}: ${title}`;
      link.dataset.number = number + 1;
      return link;
    });
    T.byId("article-text").replaceChildren(
      T.make("p", {}, T.make("a", { href: "/library", "data-go": "/library" }, "Library")),
      T.make("h1", { lang: shown.language }, shown.title),
      T.make("p", { class: "muted byline" }, shown.byline),
      T.make("div", { class: "reading", lang: shown.language }, ...text));
    const facts = T.make("dl", { class: "facts" });
    for (const [name, words, addresses] of shown.facts) {
      const hosts = addresses.map((address) => new URL(address).hostname.replace(/^www\./, ""));
      const links = addresses.map((address, at) => {
        const before = hosts.slice(0, at).filter((host) => host === hosts[at]).length;
        return T.make("a", { href: address, title: address, target: "_blank", rel: "noopener noreferrer" }, hosts[at] + (before ? ` (${before + 1})` : ""));
      });
      facts.append(T.make("dt", {}, name), T.make("dd", {}, words, ...links));
    }
    const entry = ([id, title, date, lane, status], number) =>
      T.make("li", {}, T.make("span", { class: "muted" }, T.make("span", { class: "dot lane-" + lane }), number, date + (status === "happened" ? "" : " · " + status)), T.eventLink(id, title));
    const events = shown.events.map((event, number) => entry(event, `${number + 1} · `));
    const rejected = shown.rejected.map((event) => entry(event, ""));
    T.byId("article-side").replaceChildren(
      T.make("h2", {}, `${shown.events.length} ${shown.events.length === 1 ? "event" : "events"}`),
      line(shown),
      events.length ? T.make("ol", { class: "article-events" }, ...events) : rejected.length ? "" : T.make("p", { class: "muted" }, "No dated event was found in it."),
      rejected.length ? T.make("details", { id: "article-rejected" }, T.make("summary", {}, `${T.number(rejected.length)} rejected`), T.make("ol", { class: "article-events" }, ...rejected)) : "",
      T.make("h2", {}, "Facts"), facts,
      T.byId("reread-toast") ? T.make("button", { type: "button", class: "plain", "data-reread": shown.id, title: "See what today’s rules find in it" }, "Read again") : "",
      T.byId("reread-toast") ? T.make("button", { type: "button", class: "plain", "data-redate": shown.id, "data-published": shown.published }, "Change publication date") : "");
    T.showPhrase();
  };
})();

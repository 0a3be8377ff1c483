/* Small makers that the reading screens share: an element, a marked text, links to events. */
(function () {
  "use strict";
  const T = (window.timeline = window.timeline || {});

  /* An element with attributes and children; a child may be text. */
  T.make = function (name, attributes, ...children) {
    const node = document.createElement(name);
    for (const [key, value] of Object.entries(attributes || {})) {
      if (value === null || value === undefined || value === false) continue;
      node.setAttribute(key, value === true ? "" : value);
    }
    node.append(...children.filter((child) => child !== null && child !== undefined && child !== ""));
    return node;
  };

  /* The same for a drawing's elements. */
  T.svg = function (name, attributes, ...children) {
    const node = document.createElementNS("http://www.w3.org/2000/svg", name);
    for (const [key, value] of Object.entries(attributes)) node.setAttribute(key, value);
    node.append(...children);
    return node;
  };

  /* A text from its pieces [letters, what, number]; `draw` makes the marked ones. */
  T.drawText = (pieces, draw) => pieces.map(([letters, what, number]) => (what ? draw(letters, what, number) : letters));

  /* In the article that is open, go to the phrase that dates the event whose card is open. */
  T.showPhrase = function () {
    const text = T.byId("article-text");
    if (!text || !T.state.path.startsWith("/article/")) return;
    const phrases = [...text.querySelectorAll("a.phrase")];
    for (const phrase of phrases) phrase.classList.toggle("here", phrase.dataset.event === T.state.sel);
    const here = phrases.find((phrase) => phrase.classList.contains("here"));
    if (here) here.scrollIntoView({ block: "center" });
  };

  T.eventLink = (id, ...children) => T.make("a", { href: "/event/" + id, "data-event": id }, ...children);

  /* Links to events: from a reading screen the card opens beside it; `data-away` goes to the timeline. */
  document.addEventListener("click", (click) => {
    const link = click.target.closest("a[data-event]");
    if (!link || click.metaKey || click.ctrlKey || click.shiftKey || click.button) return;
    click.preventDefault();
    T.change(link.hasAttribute("data-away") ? { path: "/", sel: link.dataset.event } : { sel: link.dataset.event });
  });
})();

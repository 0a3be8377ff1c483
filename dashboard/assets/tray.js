/* The undated tray: a button with a count at the left end of the axis, and the list behind it. */
(function () {
  "use strict";
  const T = (window.timeline = window.timeline || {});
  let articles = [];

  T.drawTray = function (undated) {
    articles = undated;
    const count = articles.reduce((sum, [, , told]) => sum + told.length, 0);
    const button = T.byId("undated-tray");
    button.textContent = `${T.number(count)} undated`;
    button.classList.toggle("none", !count);
    button.hidden = !count && T.FILTERS.some((key) => T.state[key]); // a filter leaves out those that there are
    const box = T.byId("undated-list");
    if (box && box.open) fill(box);
  };

  function fill(box) {
    const parts = articles.map(([title, publisher, told]) => T.make("section", {},
      T.make("h3", {}, title), publisher ? T.make("p", { class: "muted" }, publisher) : null,
      T.make("ul", {}, ...told.map(([id, what, phrase]) => T.make("li", {},
        T.make("button", { type: "button", class: "choice", "data-undated": id },
          T.make("span", {}, what), T.make("span", { class: "muted" }, phrase ? `“${phrase}”` : "no date named")))))));
    const said = articles.length
      ? "These come from articles of unknown date; a day named in them cannot be placed until you date the event."
      : "Every event has a date. What an article of unknown date tells is kept here.";
    box.replaceChildren(T.make("h2", { id: "undated-title" }, "Undated events"), T.make("p", { class: "muted" }, said), ...parts,
      T.make("form", { method: "dialog" }, T.make("button", { class: "button" }, "Close")));
  }

  document.addEventListener("click", (click) => {
    const chosen = click.target.closest("[data-undated]");
    if (!chosen) return;
    T.byId("undated-list").close();
    T.change({ sel: chosen.dataset.undated });
  });

  Object.assign(T.actions || (T.actions = {}), {
    undated: () => {
      let box = T.byId("undated-list");
      if (!box) {
        box = T.make("dialog", { id: "undated-list", "aria-labelledby": "undated-title" });
        document.body.append(box);
      }
      fill(box);
      box.showModal();
    },
  });
})();

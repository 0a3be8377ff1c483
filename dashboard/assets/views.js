/* Saved views: addresses under names of the reader's own, kept in this browser. */
(function () {
  "use strict";
  const T = (window.timeline = window.timeline || {});
  const STORED = "timeline-views";

  function saved() {
    try { return JSON.parse(localStorage.getItem(STORED) || "[]"); } catch (refused) { return []; }
  }
  function keep(views) {
    try { localStorage.setItem(STORED, JSON.stringify(views)); } catch (refused) { return T.say("This browser keeps no settings"); }
    T.showViews();
  }

  /* What distinguishes the view: its search and filters, else its days. */
  function suggested() {
    const named = T.LISTS.flatMap(T.words).map((name) => name.replace(/^-/, "not "));
    const words = [T.state.q, ...named].filter(Boolean).join(", ") || (T.drawing && T.drawing.words) || "";
    return words.slice(0, 60);
  }

  function ask(opener) {
    const name = T.make("input", { class: "field", id: "view-name", required: true, maxlength: "60", autocomplete: "off" });
    name.value = suggested();
    const form = T.make("form", {}, T.make("button", { type: "button", class: "plain", id: "view-cancel" }, "Cancel"), T.make("button", { class: "button", id: "view-save" }, "Save"));
    const dialog = T.make("dialog", { id: "view-dialog", "aria-labelledby": "view-title" }, T.make("h2", { id: "view-title" }, "Save this view"),
      T.make("p", { class: "muted" }, "Days, filters, lanes and order, kept in this browser."), T.make("label", { class: "labelled" }, "Name", name), form);
    name.setAttribute("form", (form.id = "view-form"));
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      const called = name.value.trim();
      if (!called) return;
      const address = T.address({ ...T.state, sel: null, pin: null });
      keep([...saved().filter((view) => view.name !== called), { name: called, address }]);
      dialog.close();
      T.say(`Saved as “${called}”`);
    });
    form.firstChild.addEventListener("click", () => dialog.close());
    dialog.addEventListener("close", () => {
      dialog.remove();
      opener.focus();
    });
    document.body.append(dialog);
    dialog.showModal();
    name.select();
  }

  T.showViews = function () {
    const views = saved();
    T.byId("pill-views").hidden = !views.length;
    T.byId("saved-views").replaceChildren(...views.map(({ name, address }) => T.make("div", { class: "saved-view" },
      T.make("a", { class: "choice", href: address, "data-saved": address }, name),
      T.make("button", { type: "button", class: "plain square", "data-forget": name, "aria-label": `Forget the view “${name}”`, title: "Forget" }, "×"))));
  };

  document.addEventListener("click", (click) => {
    const link = click.target.closest("[data-saved]"), gone = click.target.closest("[data-forget]");
    if (gone) keep(saved().filter((view) => view.name !== gone.dataset.forget));
    if (!link || click.metaKey || click.ctrlKey || click.shiftKey || click.button) return;
    click.preventDefault();
    T.byId("pill-views").click();
    T.visit(link.dataset.saved);
  });
  window.addEventListener("storage", (event) => event.key === STORED && T.showViews());

  (T.actions || (T.actions = {}))["save-view"] = (button) => {
    const menu = button.closest("#drop-share") && T.byId("btn-share");
    if (menu) menu.click(); // it keeps the focus while it is open
    setTimeout(ask, 0, menu || button);
  };
})();

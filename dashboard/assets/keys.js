/* The keyboard: single keys are off in inputs; Escape closes the top layer. */
(function () {
  "use strict";
  const T = (window.timeline = window.timeline || {});
  const press = (id) => T.byId(id) && T.byId(id).click();
  const focus = (id) => T.byId(id) && T.byId(id).focus();

  const SHOWN_WITHIN = 3000;
  T.focusOnceShown = function (id, how = {}, since = Date.now()) {
    const node = T.byId(id);
    if (node && node.offsetParent) node.focus(how);
    else if (Date.now() - since < SHOWN_WITHIN) requestAnimationFrame(() => T.focusOnceShown(id, how, since));
  };

  const KEYS = {
    "+": (how) => T.zoom(0.5, how), "=": (how) => T.zoom(0.5, how), "-": (how) => T.zoom(2, how), 0: () => T.actions.fit(),
    "[": (how) => T.pan(-0.5, how), "]": (how) => T.pan(0.5, how),
    g: () => focus("go-date"), "/": () => focus("search-input"), f: () => (T.byId("btn-filters").offsetParent ? T.actions.filters() : focus("pill-dates")),
    t: () => press("tab-timeline"), l: () => press("tab-list"), a: () => press("btn-add"), e: () => press("btn-export"),
    d: () => press("theme-toggle"), k: () => press("btn-asof"), n: () => T.nextNew(), "?": () => T.actions.help(),
  };

  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") return escape(event);
    const target = event.target;
    if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "z" && T.byId("undo-toast")) {
      if (target.matches("input, textarea, [contenteditable]")) return;
      event.preventDefault();
      return T.turnLast(event.shiftKey);
    }
    if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "p" && ["/", "/list"].includes(T.state?.path)) {
      event.preventDefault();
      return T.actions.print(); // in a frame of its own; by the browser's own menu: print.js
    }
    if (target.id === "search-input" && ["Enter", "ArrowDown"].includes(event.key) && T.state?.path === "/") {
      event.preventDefault();
      return focus("event-strip");
    }
    if (target.id === "event-strip") {
      if (T.stripKey(event)) return event.preventDefault();
    } else if (target.matches("input, textarea, select, [contenteditable], [role=slider], [role=radio]") || T.inCell(target)) return;
    if (event.ctrlKey || event.metaKey || event.altKey || !T.state) return;
    if (event.key.length === 1 && !T.singleKeys()) return;
    const act = KEYS[event.key.length === 1 ? event.key.toLowerCase() : event.key];
    if (!act || document.querySelector("dialog[open]")) return;
    event.preventDefault();
    act({ push: !event.repeat }); // a key held down is one gesture
  });

  function escape(event) {
    const tip = T.byId("tooltip");
    if (tip && !tip.hidden) return T.hideTip();
    if (T.inCell(event.target)) return; // it ends the correction, not the card
    if (event.target.closest && event.target.closest(".drop, .mantine-Popover-dropdown, dialog")) return;
    if (T.closeFilters()) return;
    if (event.target.closest && event.target.closest("[role=dialog]")) return;
    if (T.state && T.state.sel) T.actions.close();
    else if (T.showWhole(false)) focus("btn-whole");
  }

  document.addEventListener("click", (click) => {
    const came = click.target.closest("[data-came]");
    if (came) T.set("came", { data: { id: came.dataset.came, at: Date.now() } });
  });

  T.copyLink = function (id) {
    const address = location.origin + (id ? "/event/" + id : T.address(T.state));
    navigator.clipboard.writeText(address).then(() => T.say("Link copied"), () => T.say(address));
  };

  function edit(first) {
    T.set("edit-asked", { data: Date.now() }); // the server fills the form and shows it
    T.focusOnceShown(first);
  }

  Object.assign(T.actions || (T.actions = {}), {
    close: () => {
      const waiting = T.state.path === "/review" && T.state.sel;
      T.change({ sel: null });
      focus(waiting ? "queue-" + waiting : "event-strip");
    },
    edit: () => edit("edit-title"),
    "edit-date": () => edit("edit-when"),
    choose: (button) => {
      T.set("choose-when", { data: { when: button.dataset.when, now: button.dataset.now } });
      T.set("choose-said", { children: button.dataset.said });
      T.set("choose-problem", { children: "" });
      T.set("choose-form", { hidden: false });
      requestAnimationFrame(() => focus("choose-reason"));
    },
    "use-reading": ({ dataset }) => T.set("use-reading", { data: { mention: dataset.mention, when: dataset.when, at: Date.now() } }),
    "choose-cancel": () => T.set("choose-form", { hidden: true }),
    "edit-cancel": () => T.set("edit-form", { hidden: true }),
    "copy-link": () => T.copyLink(T.state.sel),
    share: () => T.copyLink(null),
  });
})();

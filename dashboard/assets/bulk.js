/* The selection: events picked in the strip, the grid or the chronicle, and the bar that does things with them. */
(function () {
  "use strict";
  const T = (window.timeline = window.timeline || {});
  window.dash_clientside = window.dash_clientside || {};
  const on = (window.dash_clientside.timeline = window.dash_clientside.timeline || {});
  const picked = new Set();
  let grid = null, choosing = false;

  T.isPicked = (id) => picked.has(id);
  T.picked = () => [...picked];

  /* Where the timeline may only be read there is no bar, and nothing to select for. */
  const able = () => T.byId("bulk") && !T.embedded;

  T.pick = function (id, wanted = !picked.has(id)) {
    if (!able() || wanted === picked.has(id)) return;
    wanted ? picked.add(id) : picked.delete(id);
    showAll();
  };

  const selected = () => (picked.size ? T.many(picked.size, "event") + " selected" : "");
  function showAll() {
    const bar = T.byId("bulk"), count = picked.size;
    bar.hidden = !count;
    document.body.classList.toggle("picking", count > 0);
    const mode = T.byId("btn-select");
    if (mode) mode.setAttribute("aria-pressed", String(choosing));
    T.byId("bulk-count").textContent = selected();
    T.byId("bulk-merge").hidden = count < 2;
    T.showPickAll();
    T.markPicked();
    T.markSelected();
    T.showScopes();
  }

  /* Show the selection in the grid's boxes and in the chronicle. */
  T.markPicked = function (api = grid) {
    grid = api;
    if (!able()) return;
    if (grid) grid.forEachNode((node) => {
      if (node.data && Boolean(node.isSelected()) !== picked.has(node.id)) node.setSelected(picked.has(node.id));
    });
    for (const entry of document.querySelectorAll("#chronicle [data-entry]")) {
      const on = picked.has(entry.dataset.entry);
      entry.classList.toggle("picked", on);
      const link = entry.querySelector("a");
      on ? link.setAttribute("aria-description", "selected") : link.removeAttribute("aria-description");
    }
  };

  /* What was ticked in the grid; rows that it has not loaded stay as they are. */
  T.takePicked = function (api) {
    const before = picked.size + "|" + T.picked();
    api.forEachNode((node) => {
      if (node.data) node.isSelected() ? picked.add(node.id) : picked.delete(node.id);
    });
    if (before !== picked.size + "|" + T.picked()) showAll();
  };

  /* All that the filters and days let through can be selected at once, to a limit. */
  const matching = () => (T.state.path === "/list" ? T.listed && T.listed.passing : T.drawing && T.drawing.inside) || 0;
  T.showPickAll = function () {
    clearTimeout(counting);
    if (picked.size) counting = setTimeout(countOutside, MOMENT);
    const button = T.byId("bulk-all"), most = Number(button ? button.dataset.most : 0), count = matching();
    if (!button) return;
    button.hidden = picked.size >= Math.min(count, most);
    button.textContent = count > most ? `Select the first ${T.number(most)}` : `Select all ${T.number(count)}`;
  };
  function inView() {
    const query = new URLSearchParams(T.state);
    query.delete("path");
    if (T.state.path === "/") ["from", "to"].forEach((end, at) => query.set(end, new Date(T.view[at]).toISOString().slice(0, 16)));
    return "/ids?" + query;
  }
  async function pickAll() {
    const answer = await window.fetch(inView());
    if (!answer.ok) return;
    for (const id of await answer.json()) picked.add(id);
    showAll();
  }

  /* What is selected, and how many of it the filters and days do not show. */
  const MOMENT = 200;
  let counting = 0;
  async function countOutside() {
    const ids = T.picked();
    const answer = await window.fetch(inView(), { method: "POST", body: JSON.stringify(ids) }).catch(() => null);
    if (!answer || !answer.ok || String(ids) !== String(T.picked())) return;
    const outside = ids.length - (await answer.json());
    T.byId("bulk-count").textContent = selected() + (outside ? ` · ${T.number(outside)} not in this view` : "");
  }

  function none() {
    choosing = false;
    picked.clear();
    showAll();
  }

  const ask = (wish, ids = T.picked()) => T.set("bulk-wanted", { data: { ...wish, ids, at: Date.now() } });

  /* What was dealt with is selected no more; what was picked since then still is. */
  on.bulkDone = function (done) {
    if (!done) return;
    for (const id of done.ids) picked.delete(id);
    choosing = choosing && picked.size > 0;
    showAll();
  };

  on.bulkKind = function (kind) {
    if (!kind) return T.none();
    ask({ action: "change", kind });
    return null;
  };

  on.bulkTag = function (_times, words) {
    if ((words || "").trim()) ask({ action: "tag", tag: words.trim() });
    return "";
  };

  document.addEventListener("click", (click) => {
    const button = click.target.closest("[data-several]");
    if (button) ask({ action: button.dataset.several });
  });

  /* By touch: an event that is held is selected, and while any is, a tap selects rather than opens. The
     button above the chronicle does so for a mouse, too. */
  const HELD = 450, STILL = 10;
  const entryOf = (target) => target.closest && target.closest("#event-strip [role=option], #chronicle [data-entry]");
  let holding = 0, from = null, held = false, touched = false;

  document.addEventListener("pointerdown", (down) => {
    const entry = entryOf(down.target);
    [touched, held] = [down.pointerType === "touch", false];
    clearTimeout(holding);
    if (!entry || !touched || !able()) return;
    from = [down.clientX, down.clientY];
    holding = setTimeout(() => {
      held = true;
      choosing = true;
      T.pick(entry.dataset.eventId || entry.dataset.entry);
    }, HELD);
  });
  document.addEventListener("pointermove", (move) => from && Math.hypot(move.clientX - from[0], move.clientY - from[1]) > STILL && clearTimeout(holding));
  for (const end of ["pointerup", "pointercancel"]) document.addEventListener(end, () => clearTimeout(holding));
  document.addEventListener("contextmenu", (menu) => touched && able() && entryOf(menu.target) && menu.preventDefault());
  document.addEventListener("click", (click) => {
    const entry = entryOf(click.target);
    if (!entry || !(held || choosing)) return;
    click.preventDefault();
    click.stopPropagation();
    if (!held) T.pick(entry.dataset.eventId || entry.dataset.entry);
    held = false;
  }, true);

  Object.assign(T.actions || (T.actions = {}), {
    "accept-event": () => {
      T.byId("detail-panel").focus({ preventScroll: true }); // the button goes
      ask({ action: "accept" }, [T.state.sel]);
    },
    "pick-none": none,
    "pick-all": pickAll,
    "pick-mode": () => {
      choosing = !choosing;
      showAll();
    },
    "export-picked": () => {
      T.set("export-scope", { value: "picked" });
      T.byId("btn-export").click();
    },
  });
})();

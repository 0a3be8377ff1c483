/* The selection: events picked in the strip, the grid or the chronicle, and the bar that does things with them. */
(function () {
  "use strict";
  const T = (window.timeline = window.timeline || {});
  window.dash_clientside = window.dash_clientside || {};
  const on = (window.dash_clientside.timeline = window.dash_clientside.timeline || {});
  const picked = new Set();
  let grid = null;

  T.isPicked = (id) => picked.has(id);
  T.picked = () => [...picked];

  /* Where the timeline may only be read there is no bar, and nothing to select for. */
  const able = () => T.byId("bulk") && !T.embedded;

  T.pick = function (id, wanted = !picked.has(id)) {
    if (!able() || wanted === picked.has(id)) return;
    wanted ? picked.add(id) : picked.delete(id);
    showAll();
  };

  function showAll() {
    const bar = T.byId("bulk"), count = picked.size;
    bar.hidden = !count;
    document.body.classList.toggle("picking", count > 0);
    T.byId("bulk-count").textContent = count ? T.many(count, "event") + " selected" : "";
    T.byId("bulk-merge").hidden = count < 2;
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

  function none() {
    picked.clear();
    showAll();
  }

  const ask = (wish) => T.set("bulk-wanted", { data: { ...wish, ids: T.picked(), at: Date.now() } });

  on.bulkDone = (at) => at && none();

  on.bulkKind = function (kind) {
    if (!kind) return T.none();
    ask({ action: "change", kind });
    return null;
  };

  document.addEventListener("click", (click) => {
    const button = click.target.closest("[data-several]");
    if (button) ask({ action: button.dataset.several });
  });

  Object.assign(T.actions || (T.actions = {}), {
    "pick-none": none,
    "export-picked": () => {
      T.set("export-scope", { value: "picked" });
      T.byId("btn-export").click();
    },
  });
})();

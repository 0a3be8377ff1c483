/* The list's chosen rows and typed cells: says what can be done with them, asks for it, takes it back. */
(function () {
  "use strict";
  const T = (window.timeline = window.timeline || {});
  window.dash_clientside = window.dash_clientside || {};
  const on = (window.dash_clientside.timeline = window.dash_clientside.timeline || {});
  let ids = [];
  let done = null;

  on.bulkChosen = function (rows) {
    ids = (rows || []).map((row) => row.id);
    T.byId("bulk-bar").hidden = !ids.length;
    if (!ids.length) return;
    T.byId("bulk-count").textContent = `${ids.length.toLocaleString("en-GB")} chosen`;
    T.byId("bulk-export").href = "/export/csv?ids=" + ids.join("|");
    const merge = document.querySelector("[data-rows=merge]");
    if (merge) merge.disabled = ids.length < 2;
  };

  const ask = (asked) => T.set("bulk-asked", { data: { ...asked, at: Date.now() } });

  on.bulkKind = function (kind) {
    if (!kind) return;
    T.set("bulk-kind", { value: null });
    ask({ action: "change", ids, changes: { kind } });
  };

  on.bulkTyped = function (cells) {
    for (const { data, colId, oldValue, value } of [].concat(cells || []).filter(Boolean)) {
      if (value !== oldValue) ask({ action: "change", ids: [data.id], changes: { [colId]: value || "" } });
    }
  };

  on.bulkDone = function (answer) {
    if (!answer) return;
    if (answer.problem) T.refreshList(); // what was typed does not hold
    else clear();
    done = answer.problem ? done : answer.edits;
    const undo = done && done.length ? T.make("button", { type: "button", class: "link", "data-do": "bulk-undo" }, "Undo") : null;
    T.byId("bulk-said").replaceChildren((answer.problem || answer.said) + " ", ...(undo ? [undo] : []));
  };

  const clear = () => T.grid().then((api) => api.deselectAll());

  document.addEventListener("click", (click) => {
    const button = click.target.closest("[data-rows]");
    if (button) ask({ action: button.dataset.rows, ids });
  });

  Object.assign(T.actions || (T.actions = {}), {
    "bulk-clear": clear,
    "bulk-undo": () => done && done.length && ask({ action: "undo", edits: done }),
  });
})();

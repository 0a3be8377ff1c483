/* The export menu: says how many rows each choice writes, and downloads exactly those. */
(function () {
  "use strict";
  const T = (window.timeline = window.timeline || {});
  const ticked = (id) => Boolean(T.byId(id) && T.byId(id).checked);
  let asked = 0;

  function chosen() {
    const box = document.querySelector("#export-scope input:checked");
    return box ? box.value : "view";
  }

  /* What the choice asks the server for: in view, what the filters let pass, what is selected, everything. */
  T.exported = function () {
    const wanted = new URLSearchParams(), scope = chosen();
    if (scope === "picked") wanted.set("ids", T.picked().join("|"));
    const keys = scope === "all" ? [] : scope === "picked" ? ["asof"] : T.FILTERS;
    for (const key of keys) if (T.state[key]) wanted.set(key, T.state[key]);
    const [from, to] = T.view && T.state.path === "/" ? T.view.map((at) => new Date(at).toISOString().slice(0, 16)) : [T.state.from, T.state.to];
    if (scope === "view" && from && to) {
      wanted.set("from", from);
      wanted.set("to", to);
      if (T.state.tz) wanted.set("tz", T.state.tz); // which clock times are within it
    }
    return wanted;
  };

  /* The selection is a choice while there is one. */
  T.showScopes = function () {
    const data = [{ value: "view", label: "In view" }, { value: "filter", label: "All that match" }, { value: "all", label: "Everything" }];
    const some = T.picked().length;
    if (some) data.splice(2, 0, { value: "picked", label: "Selected" });
    T.set("export-scope", !some && chosen() === "picked" ? { data, value: "view" } : { data });
  };

  /* The links need no answer of the server, so that they can be followed before the counts are there. */
  function refresh() {
    if (!T.state) return;
    const wanted = T.exported();
    document.querySelectorAll("[data-export]").forEach((link) => {
      const own = new URLSearchParams(wanted);
      if (ticked("export-bom") && link.dataset.export.endsWith("csv")) own.set("bom", "1");
      if (ticked("export-beside")) own.set("beside", "1");
      const text = own.toString();
      link.href = "/export/" + link.dataset.export + (text ? "?" + text : "");
    });
    count(wanted);
  }

  async function count(wanted) {
    const own = ++asked;
    const answer = await window.fetch("/export/sizes?" + wanted).catch(() => null);
    if (own !== asked) return;
    const sizes = answer && answer.ok ? await answer.json() : {};
    if (own !== asked) return;
    document.querySelectorAll("[data-rows]").forEach((place) => (place.textContent = sizes[place.dataset.rows] || ""));
    T.byId("export-count").textContent = sizes.print ? sizes.print + " will be written." : "";
  }

  /* What is drawn meanwhile may be another window. */
  T.refreshExport = () => T.byId("export-count").offsetParent && refresh();

  document.addEventListener("change", (event) => event.target.closest(".export") && refresh());

  /* Out of sight, a page of its own for paper. */
  function print() {
    document.querySelectorAll("iframe.paper").forEach((old) => old.remove());
    const frame = T.make("iframe", { class: "paper", src: "/paper?" + T.exported(), title: "Chronicle to print", "aria-hidden": "true", tabindex: "-1" });
    frame.addEventListener("load", () => frame.contentWindow.print());
    document.body.append(frame);
  }

  Object.assign(T.actions || (T.actions = {}), { export: () => requestAnimationFrame(refresh), print });
})();

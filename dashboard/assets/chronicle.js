/* The chronicle: the list by year and month, for reading, for paper and for phones. */
(function () {
  "use strict";
  const T = (window.timeline = window.timeline || {});
  const PAGE = 200;
  let wanted = PAGE;
  let newest = 0;

  T.askChronicle = async function (anew) {
    if (anew) wanted = PAGE;
    const own = ++newest;
    try {
      const found = await T.askRows({ begin: 0, end: wanted, form: "chronicle" });
      if (own === newest) draw(found);
    } catch (failed) { /* connection.js says it */ }
  };

  function draw({ rows, passing }) {
    const box = T.byId("chronicle");
    const years = T.make("ol", { class: "years" });
    let year = null, month = null, months = null, events = null;
    for (const [id, inYear, inMonth, when, title, lane, kind, status, sources, source] of rows) {
      if (inYear !== year) {
        year = inYear;
        month = null;
        months = T.make("ol", {});
        years.append(T.make("li", {}, T.make("h2", {}, String(year)), months));
      }
      if (inMonth !== month) {
        month = inMonth;
        events = T.make("ol", {});
        const heading = month || (months.children.length ? "Some time in the year" : "");
        months.append(T.make("li", {}, heading ? T.make("h3", {}, heading) : null, events));
      }
      const said = [kind, status === "happened" ? "" : status, sources > 1 ? `×${sources}` : ""].filter(Boolean).join(" · ");
      events.append(T.make("li", { class: "entry", "data-entry": id, "data-source": source }, T.make("span", { class: "entry-when" }, when),
        T.make("span", { class: "entry-what" }, T.make("span", { class: "dot lane-" + lane }),
          T.make("span", {}, T.eventLink(id, title), " ", T.make("span", { class: "muted" }, said)))));
    }
    const left = passing - rows.length;
    const focused = document.activeElement && document.activeElement.closest("#chronicle [data-entry]");
    box.replaceChildren(years);
    if (left > 0) {
      const more = T.make("button", { type: "button", class: "plain", "data-do": "chronicle-more" }, `Show ${T.number(Math.min(PAGE, left))} more`);
      box.append(T.make("p", { class: "more" }, `${T.number(rows.length)} of ${T.number(passing)} shown `, more));
    }
    T.markPicked();
    const again = focused && box.querySelector(`[data-entry="${CSS.escape(focused.dataset.entry)}"] a`);
    if (again) again.focus();
  }

  document.addEventListener("keydown", (event) => {
    if (event.key.toLowerCase() !== "x" || event.ctrlKey || event.metaKey || event.altKey || !T.singleKeys()) return;
    if (T.inCell(event.target)) return;
    const entry = event.target.closest("#chronicle [data-entry]"), row = event.target.closest("#list-grid .ag-row[row-id]");
    if (entry || row) T.pick(entry ? entry.dataset.entry : row.getAttribute("row-id"));
  });

  (T.actions || (T.actions = {}))["chronicle-more"] = () => {
    wanted += PAGE;
    T.askChronicle(false);
  };
})();

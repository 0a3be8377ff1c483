/* The toast that says what was done and offers to take it back; the same turn serves Ctrl+Z and the history. */
(function () {
  "use strict";
  const T = (window.timeline = window.timeline || {});
  window.dash_clientside = window.dash_clientside || {};
  const on = (window.dash_clientside.timeline = window.dash_clientside.timeline || {});
  const LONG = 20000;
  let leaving = 0;

  /* `saved` has words and, where something was saved, the edit that takes all of it back. */
  on.offerUndo = function (saved) {
    if (!saved) return;
    T.say("");
    const undo = saved.edit ? T.make("button", { type: "button", id: "undo", class: "link", "data-do": "turn", "data-edit": saved.edit, "data-together": "True" }, "Undo") : "";
    T.byId("undo-toast").replaceChildren(saved.said + " ", undo);
    show(true);
    if (!saved.edit) T.refreshList(); // what was typed was not saved
  };

  on.turned = function (words) {
    if (!words) return;
    show(false);
    T.say(words);
  };

  function show(shown) {
    const toast = T.byId("undo-toast");
    toast.hidden = !shown;
    clearTimeout(leaving);
    if (shown) leaving = setTimeout(() => show(toast.matches(":hover, :focus-within")), LONG);
  }

  (T.actions || (T.actions = {})).turn = ({ dataset }) =>
    T.set("turn", { data: { edit: dataset.edit ? Number(dataset.edit) : null, again: dataset.again === "True", together: dataset.together === "True", at: Date.now() } });
})();

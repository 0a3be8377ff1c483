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

  on.turned = function (told) {
    if (!told) return;
    show(false);
    T.say(told.said);
    T.turned(told.edits, told.again);
  };

  /* The edits of this window, each by the first of those that were saved together, and those taken back. */
  let mine = [], back = [];
  T.saved = function (steps) {
    mine.push(...steps);
    back = [];
  };
  T.turned = function (edits, again) {
    const these = (step) => edits.includes(step), others = (step) => !edits.includes(step);
    const turned = [...mine, ...back].filter(these);
    [mine, back] = [mine.filter(others), back.filter(others)];
    (again ? mine : back).push(...turned);
    if (!again) T.forgetDecisions(edits);
  };

  T.turnLast = function (again) {
    const edit = (again ? back : mine).pop();
    if (edit === undefined) return T.say(again ? "Nothing that this window took back is left." : "Nothing is left that this window changed. What others changed stands in the history of its event.", 8000);
    (again ? mine : back).push(edit);
    turn({ edit, again, together: true });
  };

  function show(shown) {
    const toast = T.byId("undo-toast");
    toast.hidden = !shown;
    clearTimeout(leaving);
    if (shown) leaving = setTimeout(() => show(toast.matches(":hover, :focus-within")), LONG);
  }

  const turn = (wish) => T.set("turn", { data: { ...wish, at: Date.now() } });
  (T.actions || (T.actions = {})).turn = ({ dataset }) =>
    turn({ edit: Number(dataset.edit), again: dataset.again === "True", together: dataset.together === "True" });
})();

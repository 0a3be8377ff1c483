/* Inputs that the page fills by itself: whether what one of them says is a reader's choice, or only what the
   page told it. Dash passes on what an input was told a moment later; by then Back may have led elsewhere, and
   taking it for a choice would undo the step and leave an entry of its own in the history. */
(function () {
  "use strict";
  const T = (window.timeline = window.timeline || {});
  const told = new Map(); // by input: what it was told last, and before that, as long as it may still say it

  /* The page gives an input a value. */
  T.tellInput = function (id, value) {
    const now = told.get(id) || { value: "", earlier: new Set() };
    if (now.value === value) return;
    now.earlier.add(now.value).delete(value);
    now.value = value;
    told.set(id, now);
  };

  /* What a reader chose is from now on what the input was told. */
  T.isChosen = function (id, value) {
    const now = told.get(id) || { value: "", earlier: new Set() };
    const chosen = value !== now.value && !now.earlier.has(value);
    if (chosen || value === now.value) told.set(id, { value, earlier: new Set() });
    return chosen;
  };
})();

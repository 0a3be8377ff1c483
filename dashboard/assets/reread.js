/* Reading an article again: a button that names one asks; the dialog itself comes from the server. */
(function () {
  "use strict";
  const T = (window.timeline = window.timeline || {});

  document.addEventListener("click", (click) => {
    const button = click.target.closest("[data-reread]");
    if (button) T.set("reread-chosen", { data: { id: button.dataset.reread, at: Date.now() } });
  });

  (T.actions || (T.actions = {}))["reread-close"] = () => T.set("reread-ask", { opened: false });
})();

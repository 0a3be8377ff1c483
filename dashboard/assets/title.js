/* The window's title: the open event, what is counted, the screen. Read off the page, so that it says the same. */
(function () {
  "use strict";
  const T = (window.timeline = window.timeline || {});
  const QUIET = 120;
  const watched = new WeakSet();
  const watcher = new MutationObserver(() => T.showTitle());
  let due = 0;

  T.showTitle = function () {
    clearTimeout(due);
    due = setTimeout(write, QUIET);
  };

  function watch(node, how) {
    if (!node || watched.has(node)) return;
    watched.add(node);
    watcher.observe(node, { childList: true, ...how });
  }

  function write() {
    const name = document.body.dataset.view, screen = T.byId("view-" + name);
    // of the timeline only its line of counts: the drawing changes with each step of a drag
    if (name === "timeline") watch(T.byId("status-line"));
    else watch(screen, { subtree: true, characterData: true });
    watch(T.byId("card"));
    const event = T.state.sel && document.querySelector("#card h2");
    const counts = [...screen.querySelectorAll("[role=status]")].find((node) => node.offsetParent && node.textContent);
    const head = [...screen.querySelectorAll("h1")].find((node) => node.offsetParent);
    const counted = counts && counts.textContent.split(/ · |[.;] /)[0];
    document.title = [event && event.textContent, counted, head && head.textContent, "Crisis Timeline"].filter(Boolean).join(" · ");
  }
})();

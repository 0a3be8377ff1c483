/* What other windows changed is shown once this one is looked at again. */
(function () {
  "use strict";
  const T = (window.timeline = window.timeline || {});

  async function look() {
    if (document.hidden || T.version === undefined) return;
    const answer = await window.fetch("/data-version").catch(() => null); // the next look tells
    const version = answer && answer.ok ? Number(await answer.text()) : T.version;
    if (version !== T.version) T.set("version", { data: version });
  }

  document.addEventListener("visibilitychange", look);
  window.addEventListener("focus", look);
})();

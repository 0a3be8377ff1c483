/* A server that fails or is gone is said in a line above the page; what is on the screen stays. */
(function () {
  "use strict";
  const T = (window.timeline = window.timeline || {});
  const plain = window.fetch.bind(window);
  let lost = false;

  window.fetch = async function (target, options) {
    const ours = /_dash-update-component|^\/(view|rows|next|export\/sizes)\?/.test(String(target && target.url ? target.url : target));
    if (!ours) return plain(target, options);
    try {
      const answer = await plain(target, options);
      answer.status >= 500 ? failed(answer) : clear();
      return answer;
    } catch (gone) {
      if (gone && gone.name === "AbortError") throw gone;
      notice("Connection lost; your edits are kept. Trying again…");
      if (!lost) again(1000);
      lost = true;
      throw gone;
    }
  };

  /* The id stands in the server's log beside all that is known of it. */
  function failed(answer) {
    const id = answer.headers.get("X-Error-Id");
    notice(`Something went wrong on the server${id ? ` (error ${id})` : ""}; what you see is the last good state.`);
  }

  function again(wait) {
    setTimeout(() => plain("/_dash-layout", { method: "GET" }).then(() => {
      lost = false;
      clear();
      T.set("version", { data: Date.now() });
    }, () => again(Math.min(wait * 2, 30000))), wait);
  }

  function notice(words) {
    const box = T.byId("notice");
    if (!box) return;
    box.hidden = false;
    box.textContent = words + " ";
    const retry = Object.assign(document.createElement("button"), { className: "link", textContent: "Retry", type: "button" });
    retry.addEventListener("click", () => T.set("version", { data: Date.now() }));
    box.append(retry);
  }
  function clear() {
    const box = T.byId("notice");
    if (box && !box.hidden) box.hidden = true;
  }
})();

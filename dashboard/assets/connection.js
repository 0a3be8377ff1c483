/* A server that fails or is gone is said in a line above the page; what is on the screen stays. What Dash asks
   for meanwhile waits, and is sent in its order once the server answers: no edit is lost, no screen stays empty. */
(function () {
  "use strict";
  const T = (window.timeline = window.timeline || {});
  const plain = window.fetch.bind(window);
  const EDIT = /"output":"[^"]*\bversion\.data@/; // all that is written changes the version
  const NOTHING = 204; // by which Dash changes nothing
  const failing = new Map(); // by what was asked for: the number of the request that failed
  let lost = false, waiting = [], trying = 0, asked = 0;

  window.fetch = async function (target, options) {
    const address = String(target && target.url ? target.url : target);
    const dash = address.includes("_dash-update-component");
    if (!dash && !/^\/(view|card|rows|next|export\/sizes)\?/.test(address)) return plain(target, options);
    if (dash && lost) return hold(target, options);
    const thing = dash ? outputOf({ options }) : address.split("?")[0], number = ++asked;
    try {
      return heard(await plain(target, options), thing, number);
    } catch (gone) {
      if (gone && gone.name === "AbortError") throw gone;
      lose();
      if (dash) return hold(target, options);
      throw gone;
    }
  };

  function lose() {
    notice("Connection lost; your edits are kept, and sent once the server answers. Trying again…");
    if (!lost) again(1000);
    lost = true;
  }

  /* A script that is wanted now: asked for until it comes. */
  T.needed = (name) => T.script(name).catch(async () => {
    lose();
    await new Promise((done) => setTimeout(done, 1000));
    return T.needed(name);
  });

  const isEdit = ({ options }) => EDIT.test(options.body);
  const outputOf = ({ options }) => String(options.body).match(/"output":"[^"]*"/)[0];

  /* An edit waits for its turn; of what is only read, what was asked last. */
  function hold(target, options) {
    return new Promise((answered) => {
      const one = { target, options, answered };
      const older = !isEdit(one) && waiting.find((other) => outputOf(other) === outputOf(one));
      if (older) {
        waiting = waiting.filter((other) => other !== older);
        older.answered(new Response(null, { status: NOTHING }));
      }
      waiting.push(one);
    });
  }

  async function back() {
    clear();
    while (waiting.length) {
      const one = waiting.shift();
      try {
        one.answered(heard(await plain(one.target, one.options), outputOf(one), ++asked));
      } catch (gone) {
        waiting.unshift(one);
        return again(1000);
      }
    }
    lost = false;
    T.set("version", { data: Date.now() });
  }

  /* That something failed is said until the same thing, asked for again, succeeds. */
  function heard(answer, thing, number) {
    if (answer.status >= 500) {
      failing.set(thing, number);
      failed(answer);
    } else if (number > failing.get(thing) && failing.delete(thing) && !failing.size && !lost) clear();
    const saved = answer.headers.get("X-Saved");
    if (saved) T.saved(saved.split(" ").map(Number));
    return answer;
  }

  /* The id stands in the server's log beside all that is known of it. */
  function failed(answer) {
    const id = answer.headers.get("X-Error-Id");
    notice(`Something went wrong on the server${id ? ` (error ${id})` : ""}; what you see is the last good state.`);
  }

  function again(wait) {
    clearTimeout(trying);
    trying = setTimeout(() => plain("/_dash-layout", { method: "GET" }).then(back, () => again(Math.min(wait * 2, 30000))), wait);
  }

  window.addEventListener("beforeunload", (leaving) => waiting.some(isEdit) && leaving.preventDefault());

  function notice(words) {
    const box = T.byId("notice");
    if (!box) return;
    box.hidden = false;
    box.textContent = words + " ";
    const retry = Object.assign(document.createElement("button"), { className: "link", textContent: "Retry", type: "button" });
    retry.addEventListener("click", () => {
      if (lost) return again(0);
      clear(); // what is not asked for on this screen is said again when it fails again
      T.set("version", { data: Date.now() });
    });
    box.append(retry);
  }

  function clear() {
    failing.clear();
    const box = T.byId("notice");
    if (box && !box.hidden) box.hidden = true;
  }
})();

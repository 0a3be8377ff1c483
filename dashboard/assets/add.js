/* Adding articles: what is to be read goes to the server one source at a time and comes back an article
   a line. The draft lives in the browser (IndexedDB), so that it survives a page or a server that is gone. */
(function () {
  "use strict";
  const T = (window.timeline = window.timeline || {});
  window.dash_clientside = window.dash_clientside || {};
  const on = (window.dash_clientside.timeline = window.dash_clientside.timeline || {});
  const STEPS = ["add-source", "add-reading", "add-review", "add-done"];
  const LARGEST = 10000000, FILES = 50, ADDRESSES = 20, ARTICLES = 100;
  const A = (T.adding = { sources: [], step: 0 });
  let running = false, control = null, shown = false, found = null, last = 0, carried = new Map();

  T.number = (count) => count.toLocaleString("en-GB");
  T.many = (number, what) => `${T.number(number)} ${what}${number === 1 ? "" : "s"}`;
  const value = (id) => { const box = T.byId(id); return box ? box.value.trim() : ""; };

  A.go = function (number) {
    A.step = number;
    STEPS.forEach((name, at) => {
      T.set(name, { hidden: at !== number });
      const mark = T.byId("step-" + at);
      if (mark) at === number ? mark.setAttribute("aria-current", "step") : mark.removeAttribute("aria-current");
    });
    T.byId("add-problems").hidden = number === 3;
    const cards = articles().flatMap((entry) => entry.cards), decided = cards.filter((card) => card.decision.choice).length;
    T.set("add-return", { hidden: !articles().length, children: `Return to the review (${decided}/${cards.length} decided)` });
    window.scrollTo(0, 0);
  };

  /* ---- what is kept in the browser ---- */
  const database = () => new Promise((done, failed) => {
    const asked = indexedDB.open("crisis-timeline", 1);
    asked.onupgradeneeded = () => asked.result.createObjectStore("draft");
    asked.onsuccess = () => done(asked.result);
    asked.onerror = () => failed(asked.error);
  });
  const table = async (mode) => (await database()).transaction("draft", mode).objectStore("draft");
  let saving = 0;
  A.keep = function () {
    clearTimeout(saving);
    saving = setTimeout(async () => {
      try {
        const store = await table("readwrite");
        A.sources.length ? store.put(A.sources.map((source) => ({ ...source })), "now") : store.delete("now");
      } catch (refused) { /* a private window keeps nothing */ }
    }, 200);
  };
  async function kept() {
    try {
      const asked = (await table("readonly")).get("now");
      return await new Promise((done) => { asked.onsuccess = () => done(asked.result || []); asked.onerror = () => done([]); });
    } catch (refused) { return []; }
  }

  on.addReady = function () {
    if (shown) return T.none();
    if (!T.byId("add-choose")) return setTimeout(on.addReady, 50), T.none();
    shown = true;
    upload();
    kept().then((sources) => {
      if (A.sources.length || !sources.length) return;
      A.sources = sources.map((source) => (source.state === "reading" ? { ...source, state: "waiting" } : source));
      last = Math.max(0, ...A.sources.map((source) => source.key));
      fill();
      A.sources.some((source) => source.state === "waiting") ? run() : finish();
    });
    return T.none();
  };

  /* ---- reading ---- */
  const articles = () => A.sources.flatMap((source) => source.entries);
  const pasted = () => A.sources.find((source) => source.kind === "text");

  /* What was pasted, back into its fields. */
  function fill() {
    const source = pasted();
    if (!source) return;
    for (const [name, text] of [["text", source.body], ["title", source.title], ["publisher", source.publisher], ["published", source.published]]) T.set("add-" + name, { value: text });
    T.set("add-dateless", { checked: source.dateless });
  }

  /* Another version of the text keeps the decisions on what it tells in the same words with the same date. */
  const told = (card) => [card.sentence, card.title, card.edtf].join("|");
  function read(list) {
    const text = list[0].kind === "text";
    if (text && pasted() && pasted().entries.length) carried = new Map(pasted().entries.flatMap((entry) => entry.cards).map((card) => [told(card), card.decision]));
    A.sources = A.sources.filter((source) => source.entries.length && !(text && source.kind === "text"));
    for (const source of list) A.sources.push({ key: ++last, state: "waiting", entries: [], problems: [], count: 1, ...source });
    run();
  }

  async function run() {
    A.keep();
    if (running) return;
    running = true;
    drawProblems();
    A.go(1);
    let wait = 500, source;
    while ((source = A.sources.find((one) => one.state === "waiting"))) {
      progress();
      const came = await one(source);
      if (came) { wait = 500; continue; }
      T.byId("reading-said").textContent = "Connection lost. The draft is kept; reading goes on when the server answers.";
      await new Promise((done) => setTimeout(done, wait));
      wait = Math.min(wait * 2, 15000);
    }
    running = false;
    finish();
  }

  async function one(source) {
    Object.assign(source, { state: "reading", entries: [], problems: [] });
    const query = new URLSearchParams({ kind: source.kind, name: source.name });
    for (const name of ["published", "publisher", "title"]) if (source[name]) query.set(name, source[name]);
    if (source.dateless) query.set("dateless", "1");
    control = new AbortController();
    let left = "";
    try {
      const answer = await fetch("/add/read?" + query, { method: "POST", body: source.body, signal: control.signal });
      if (!answer.ok) throw new Error("no answer");
      const reader = answer.body.pipeThrough(new TextDecoderStream()).getReader();
      for (;;) {
        const { done, value: part } = await reader.read();
        if (done) break;
        const lines = (left + part).split("\n");
        left = lines.pop();
        lines.forEach((line) => take(source, JSON.parse(line)));
        if (articles().length > ARTICLES) break;
        progress();
      }
      if (articles().length > ARTICLES) {
        source.entries.length -= articles().length - ARTICLES;
        source.problems.push({ name: source.name, why: `${ARTICLES} articles are reviewed at a time; add these first, then the rest.` });
        control.abort();
        A.sources = A.sources.filter((other) => other.state !== "waiting");
      } else if (source.entries.length + source.problems.length < source.count) throw new Error("cut off");
    } catch (gone) {
      if (gone.name !== "AbortError") { source.state = "waiting"; return false; }
    }
    source.state = "done";
    A.keep();
    return true;
  }

  function take(source, line) {
    if (line.count !== undefined) source.count = line.count;
    else if (line.problem) source.problems.push(line.problem);
    else source.entries.push({ ...line, cards: line.cards.map((card) => ({ ...card, decision: (source.kind === "text" && carried.get(told(card))) || {} })) });
  }

  function progress() {
    const total = A.sources.reduce((sum, source) => sum + source.count, 0);
    const done = A.sources.reduce((sum, source) => sum + source.entries.length + source.problems.length, 0);
    const events = articles().reduce((sum, entry) => sum + entry.cards.length, 0);
    T.byId("reading-said").textContent = `${done} of ${T.many(total, "article")} · ${T.many(events, "event")}`;
    Object.assign(T.byId("reading-bar"), { max: Math.max(total, 1), value: done });
    T.byId("btn-add").title = running ? `Reading: ${done} of ${total}` : "Add article";
  }

  function finish() {
    progress();
    drawProblems();
    A.keep();
    if (pasted()) tellPasted(pasted());
    if (articles().length) T.review(articles());
    articles().length ? show() : A.go(0);
  }

  function show() {
    A.go(2);
    // so that A, E and R are about the first event from the start
    if (T.state.path === "/add") T.focusOnceShown("review-card-0", { preventScroll: true });
  }

  function tellPasted(source) {
    const problem = source.problems[0];
    const entry = source.entries[0];
    if (problem) {
      if (problem.undated) T.set("add-published", { error: problem.why });
      else if (!problem.article) T.set("add-text", { error: problem.why });
    } else if (entry && !source.published && entry.article.day) {
      found = entry.article.day;
      T.set("add-published", { value: found, description: `Found: ${entry.article.why || "in the text"}` });
    }
  }

  /* ---- what could not be read ---- */
  function drawProblems() {
    const rows = A.sources.filter((source) => source.state !== "reading").flatMap((source) => source.problems.map((problem) => row(source, problem)));
    T.byId("add-problems").replaceChildren(...rows.filter(Boolean));
  }

  function row(source, problem) {
    if (problem.article) {
      return T.make("p", { class: "problem" }, `${problem.why} `, T.make("a", { href: "/article/" + problem.article, "data-go": "/article/" + problem.article }, problem.title), " · ",
        T.make("button", { type: "button", class: "link", "data-redate": problem.article, "data-published": source.published }, "Change publication date"));
    }
    if (source.kind === "text") return null;
    const parts = [T.make("p", {}, T.make("strong", {}, problem.name), " ", problem.why)];
    if (problem.undated) {
      parts.push(T.make("label", {}, "Published ", T.make("input", { type: "text", class: "plain-input", placeholder: "12 February 2022" })),
        T.make("label", { class: "tick" }, T.make("input", { type: "checkbox" }), " Unknown: relative dates stay unresolved"));
    }
    parts.push(T.make("button", { type: "button", class: "plain", "data-retry": source.key, "aria-label": "Retry " + problem.name }, "Retry"));
    return T.make("div", { class: "problem" }, ...parts);
  }

  document.addEventListener("click", (click) => {
    const button = click.target.closest("[data-retry]");
    if (!button || running) return;
    const source = A.sources.find((one) => one.key === Number(button.dataset.retry));
    const box = button.closest(".problem"), day = box.querySelector("[type=text]"), tick = box.querySelector("[type=checkbox]");
    Object.assign(source, { state: "waiting", published: (day && day.value.trim()) || source.published, dateless: Boolean(tick && tick.checked) });
    run();
  });

  /* ---- the three ways in ---- */
  function upload() {
    const area = T.byId("add-files");
    const input = T.make("input", { type: "file", multiple: true, accept: area.dataset.accept, tabindex: -1, "aria-hidden": "true" });
    area.append(input);
    T.byId("add-choose").addEventListener("click", () => input.click());
    input.addEventListener("change", () => { files([...input.files]); input.value = ""; });
    for (const name of ["dragenter", "dragover"]) area.addEventListener(name, (event) => { event.preventDefault(); area.classList.add("over"); });
    for (const name of ["dragleave", "drop"]) area.addEventListener(name, () => area.classList.remove("over"));
    area.addEventListener("drop", (event) => { event.preventDefault(); files([...event.dataTransfer.files]); });
  }

  function files(list) {
    const said = [];
    const large = list.filter((file) => file.size > LARGEST).map((file) => file.name);
    if (large.length) said.push(`${large.join(", ")} ${large.length > 1 ? "are" : "is"} larger than 10 MB and left out.`);
    let good = list.filter((file) => file.size <= LARGEST);
    if (good.length > FILES) {
      said.push(`${FILES} files are read at a time; ${T.many(good.length - FILES, "file")} from ${good[FILES].name} on ${good.length - FILES > 1 ? "are" : "is"} left out.`);
      good = good.slice(0, FILES);
    }
    T.byId("add-files-said").textContent = said.join(" ");
    const known = { published: value("add-files-published"), publisher: value("add-files-publisher") };
    if (good.length) read(good.map((file) => ({ kind: "file", name: file.name, body: file, ...known })));
  }

  Object.assign(T.actions || (T.actions = {}), {
    "read-text": () => {
      const text = T.byId("add-text").value;
      const given = value("add-published");
      T.set("add-text", { error: text.trim() ? null : "Paste the text of an article first." });
      if (!text.trim()) return;
      const day = given === found ? "" : given, tick = T.byId("add-dateless");
      const source = { kind: "text", name: "The pasted text", body: text, published: day, publisher: value("add-publisher"), title: value("add-title"), dateless: Boolean(tick && tick.checked) };
      if (pasted() && pasted().entries.length && Object.keys(source).every((key) => pasted()[key] === source[key])) return show();
      T.set("add-published", { error: null, description: "Left empty, it is looked for in the text" });
      if (given === found) { T.set("add-published", { value: "" }); found = null; }
      read([{ ...source, published: day }]);
    },
    "read-addresses": () => {
      let lines = [...new Set(T.byId("add-addresses").value.split("\n").map((line) => line.trim()).filter(Boolean))];
      T.set("add-addresses", { error: !lines.length ? "Give an address first." : lines.length > ADDRESSES ? `${ADDRESSES} addresses are read at a time; take some out.` : null });
      if (!lines.length || lines.length > ADDRESSES) return;
      const known = { published: value("add-address-published"), publisher: value("add-address-publisher") };
      read(lines.map((line) => ({ kind: "address", name: line, body: line, ...known })));
    },
    "read-cancel": () => {
      A.sources = A.sources.filter((source) => source.state !== "waiting");
      if (control) control.abort();
    },
    "review-back": () => A.go(0),
    "review-return": show,
    "add-by-hand": () => {
      T.set("add-tabs", { value: "hand" });
      A.go(0);
    },
    "add-another": () => {
      A.sources = [];
      carried.clear();
      A.keep();
      for (const name of ["add-text", "add-title", "add-published", "add-addresses"]) T.set(name, { value: "" });
      found = null;
      drawProblems();
      A.go(0);
    },
  });
})();

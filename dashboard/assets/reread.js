/* Reading articles again: a button that names one, or the library's selection, asks; the dialog itself comes
   from the server. What takes longer than a moment shows how far it is, and can be cancelled. What was saved
   can be taken back until the toast is closed, in this tab after a reload too. */
(function () {
  "use strict";
  const T = (window.timeline = window.timeline || {});
  window.dash_clientside = window.dash_clientside || {};
  const on = (window.dash_clientside.timeline = window.dash_clientside.timeline || {});
  const MOMENT = 500;
  const STORED = "timeline-reread";
  let chosen = [], published = null, going = null, saved = null, redating = null;

  T.readAgain = (ids, day = null) => {
    if (going || !ids.length) return;
    [chosen, published] = [ids, day];
    begin("reread-chosen", { ids, published }, "Looking at what changes");
  };

  /* Another publication date is typed first. */
  on.redateRead = (read) => {
    if (!read) return;
    T.set("redate-ask", { opened: false });
    T.readAgain([read.id], read.published);
  };

  function begin(name, wish, words) {
    going = { key: `${Date.now()}-${Math.random()}`, words, cancelled: false };
    T.set(name, { data: { ...wish, key: going.key } });
    setTimeout(follow, MOMENT, going);
  }

  async function follow(work) {
    if (work !== going) return;
    const answer = await window.fetch(`/reread?key=${work.key}${work.cancelled ? "&cancel" : ""}`, { method: "POST" }).catch(() => null);
    if (work !== going) return;
    const told = answer && answer.ok ? await answer.json() : {};
    if (work !== going) return;
    if (told.of) draw(work, told);
    else if (work.seen) work.lost = (work.lost || 0) + 1;
    if (work.lost > 20) return over(); // its answer never came
    setTimeout(follow, work.cancelled ? 100 : MOMENT, work);
  }

  function draw(work, { done, of }) {
    work.seen = true;
    work.lost = 0;
    T.byId("reread-working").hidden = false;
    T.set("reread-toast", { hidden: true });
    T.byId("reread-doing").textContent = work.cancelled ? "Cancelling…" : `${work.words}: ${T.number(done)} of ${T.many(of, "article")}`;
    T.byId("reread-bar").value = done;
    T.byId("reread-bar").max = of;
  }

  function over() {
    going = null;
    T.byId("reread-working").hidden = true;
  }

  on.rereadOver = function (told) {
    if (!told) return;
    if (told.saved) {
      saved = told.key;
      keep({ key: saved, said: told.saved });
      T.unpickArticles(chosen);
    }
    if (going && going.key === told.key) over();
  };

  function keep(done) {
    try { sessionStorage.setItem(STORED, JSON.stringify(done)); } catch (refused) { /* the toast is there until a reload */ }
  }

  T.offerReread = async function () {
    let done = null;
    try { done = JSON.parse(sessionStorage.getItem(STORED)); } catch (refused) { return; }
    if (!done || !T.byId("reread-toast")) return;
    const answer = await window.fetch("/reread?" + new URLSearchParams({ key: done.key, saved: "" }), { method: "POST" }).catch(() => null);
    if (!answer || !answer.ok || !(await answer.json()).saved || going || saved) return;
    saved = done.key;
    T.set("reread-said", { children: done.said });
    T.set("reread-undo", { hidden: false });
    T.set("reread-toast", { hidden: false });
  };

  document.addEventListener("click", (click) => {
    const button = click.target.closest("[data-reread]"), other = click.target.closest("[data-redate]");
    if (button) T.readAgain([button.dataset.reread]);
    if (!other) return;
    redating = other.dataset.redate;
    T.set("redate-day", { value: other.dataset.published, error: null });
    T.set("redate-ask", { opened: true });
  });

  Object.assign(T.actions || (T.actions = {}), {
    "redate-close": () => T.set("redate-ask", { opened: false }),
    "redate-see": () => T.set("redate-wanted", { data: { id: redating, text: T.byId("redate-day").value, at: Date.now() } }),
    "reread-close": () => T.set("reread-ask", { opened: false }),
    "reread-save": () => {
      if (going) return;
      T.set("reread-ask", { opened: false });
      begin("reread-wanted", { ids: chosen, published }, "Reading again");
    },
    "reread-undo": () => !going && begin("reread-unwanted", { saved }, "Taking back"),
    "reread-done": () => {
      keep(null);
      T.set("reread-toast", { hidden: true });
    },
    "reread-cancel": () => {
      going.cancelled = true;
      T.byId("reread-doing").textContent = "Cancelling…";
    },
  });
})();

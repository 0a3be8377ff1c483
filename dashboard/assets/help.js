/* The help dialog: every key, what the marks mean, and the switch for keys of a single letter (WCAG 2.1.4). */
(function () {
  "use strict";
  const T = (window.timeline = window.timeline || {});
  const STORED = "timeline-single-keys";
  const GROUPS = {
    "Anywhere": [
      ["/", "search"], ["Enter", "in the search: to the events found"], ["F", "filters"], ["G", "go to a date"], ["+ −", "zoom in, out"], ["0", "show all"],
      ["[ ]", "half a screen back, forward"], ["K", "as known on a day"], ["T L", "timeline, list"], ["N", "next event to review"], ["A", "add an article"],
      ["E", "export"], ["Ctrl P", "print the chronicle, or save it as PDF"], ["D", "light or dark"], ["Ctrl Z", "take your last correction back"], ["Ctrl Shift Z", "make it again"],
      ["Esc", "close what is on top"], ["?", "this help"],
    ],
    "In the strip of events": [
      ["← →", "previous, next in the lane"], ["↑ ↓", "nearest in the lane above, below"], ["Home End", "first, last in view"],
      ["PgUp PgDn", "a screen back, forward"], ["Enter", "open the event"], [".", "open its sentence in the article"], ["C", "copy a link to it"], ["Space", "star it"], ["M", "measure from it, then open another"], ["X", "select it, to accept, reject, merge or export several"],
    ],
    "In the list": [
      ["Enter", "open the event"], ["Space", "select it; with Shift up to it"], ["X", "select it in the chronicle, too"], ["F2", "correct the title, kind, tags or note"],
    ],
    "On the minimap and the lanes": [
      ["← →", "move an end of the window; with Shift ten times as far"], ["Enter", "on a lane's name: only this lane"], ["Del", "on a lane's name: hide it"],
    ],
    "When reviewing": [["A", "accept"], ["E", "edit"], ["R", "reject"], ["M", "merge with the event that is there"]],
    "Among likely duplicates": [["M", "merge"], ["S", "keep apart"], ["L", "link"], ["Z", "undo"], ["← →", "previous, next pair"]],
  };
  const SEARCH = "The search looks for every word, in other spellings of a name, too: “words in quotes” stand together, -word must not be there. Capitals such as US, UN or EU are taken as such.";
  const POINTER = "Ctrl with the wheel zooms, a drag pans, a drag with Shift zooms to a box, a double click zooms in. Alt-click on a lane's name hides it.";

  const SIGNS = [
    ["+n", "so many events more that have no room here; a click zooms in on them"], ["×n", "told by so many publishers"],
    ["▂", "at the foot of a lane: how many events there are"],
  ];

  T.singleKeys = function () {
    try { return localStorage.getItem(STORED) !== "off"; } catch (refused) { return true; }
  };

  /* Drawn as the timeline draws them. */
  function marks() {
    const { size: [width, height], marks } = T.legend;
    const drawn = marks.map(({ words, strokes, symbols }) => {
      const svg = T.svg("svg", { viewBox: `0 0 ${width} ${height}`, width, height, "aria-hidden": "true" });
      T.drawMarks(svg, strokes, symbols);
      return [svg, words];
    });
    const terms = [...drawn, ...SIGNS].flatMap(([sign, words]) => [T.make("dt", {}, sign), T.make("dd", {}, words)]);
    return T.make("section", { id: "help-marks", class: "mini", tabindex: "-1" }, T.make("h3", {}, "What the marks mean"), T.make("dl", {}, ...terms),
      T.make("p", { class: "muted" }, "The colour is the lane's, and says nothing of how sure something is."));
  }

  function build() {
    const groups = Object.entries(GROUPS).map(([name, keys]) => T.make("section", {}, T.make("h3", {}, name),
      T.make("dl", {}, ...keys.flatMap(([pressed, what]) => [
        T.make("dt", {}, ...pressed.split(" ").map((key) => T.make("kbd", {}, key))), T.make("dd", {}, what)]))));
    const single = T.make("input", { type: "checkbox", id: "single-keys" });
    single.checked = T.singleKeys();
    single.addEventListener("change", () => {
      try { localStorage.setItem(STORED, single.checked ? "on" : "off"); } catch (refused) { T.say("This browser keeps no settings"); }
    });
    return T.make("dialog", { id: "help", tabindex: "-1", "aria-labelledby": "help-title" }, T.make("h2", { id: "help-title" }, "Keys and marks"),
      T.make("div", { class: "groups" }, ...groups), marks(), T.make("p", { class: "muted" }, SEARCH), T.make("p", { class: "muted" }, POINTER),
      T.make("label", { class: "tick" }, single, " Use keys of a single letter"),
      T.make("form", { method: "dialog" }, T.make("a", { href: "/about" }, "About this timeline"), T.make("button", { class: "button" }, "Close")));
  }

  (T.actions || (T.actions = {})).marks = () => {
    T.actions.help();
    T.byId("help-marks").focus();
    T.byId("help-marks").scrollIntoView();
  };
  T.actions.help = () => {
    if (!T.byId("help")) document.body.append(build());
    const dialog = T.byId("help");
    dialog.showModal();
    dialog.focus(); // not the switch at its foot, which would scroll the keys out of sight
    dialog.scrollTop = 0;
  };
})();

/* The lanes' names as buttons: a click shows one lane only, Alt-click or Delete hides it; "All lanes" leads back.
   Both are filters, so that counts, list and export agree with the drawing. */
(function () {
  "use strict";
  const T = (window.timeline = window.timeline || {});
  const REST = "All others";
  let names = [];

  const key = () => (T.state.lanes === "actor" || T.state.lanes === "place" ? T.state.lanes : "kind");
  const without = (chosen) => chosen.map((name) => "-" + name);

  T.drawLanes = function (meta) {
    T.byId("lanes-all").hidden = T.state.lanes === "none" || !T.state[key()];
    showSwitch("landmarks", meta, "Key dates over the lanes", "Landmarks stand over months and years: zoom out to see them");
    showSwitch("density", meta, "How many events there are, at the foot of each lane", "Each event is drawn by itself here: zoom out to see how many there are");
    names = meta ? meta.lanes.map(([name]) => name) : [];
    if (!meta || !meta.gutter || T.state.lanes === "none") return T.byId("lane-buttons").replaceChildren();
    T.byId("lane-buttons").replaceChildren(...meta.lanes.map(([name, top, height]) => {
      const button = T.make("button", {
        type: "button", "aria-label": `${name}: show only this lane`, title: `Only ${name} (Alt-click hides it)`,
        style: `top:${meta.top + top}px;height:${height}px;width:${meta.gutter}px`,
      });
      button.addEventListener("click", (click) => (click.altKey ? hide(name) : only(name)));
      button.addEventListener("keydown", (event) => event.key === "Delete" && hide(name));
      return button;
    }));
  };

  /* What stands over or under the lanes: on or off, or out of reach where the window has none of it. */
  function showSwitch(what, meta, title, instead) {
    const button = T.byId("btn-" + what), none = Boolean(meta) && !meta[what];
    Object.assign(button, { disabled: none, title: none ? instead : title });
    button.setAttribute("aria-pressed", String(!none && !T.state[what]));
  }

  function only(name) {
    if (names.length === 1) return T.actions["all-lanes"]();
    const wanted = key() === "kind" ? T.kinds[name] : name === REST ? without(names.filter((one) => one !== REST)) : [name];
    T.change({ [key()]: wanted.join("|") });
  }

  function hide(name) {
    if (names.length === 1) return;
    const chosen = T.words(key());
    let left = [...chosen, "-" + name];
    if (key() === "kind") left = (chosen.length ? chosen : Object.values(T.kinds).flat()).filter((kind) => !T.kinds[name].includes(kind));
    else if (name === REST) left = names.filter((one) => one !== REST);
    T.change({ [key()]: left.join("|") });
    T.say(`${name} is hidden; “All lanes” shows it again`);
  }

  Object.assign(T.actions || (T.actions = {}), {
    "all-lanes": () => T.change({ [key()]: null }),
    landmarks: () => T.change({ landmarks: T.state.landmarks ? null : "off" }),
    density: () => T.change({ density: T.state.density ? null : "off" }),
  });
})();

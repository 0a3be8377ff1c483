/* Actors and places: tables and a map grid of what the server counted; a click filters the timeline. */
(function () {
  "use strict";
  const T = (window.timeline = window.timeline || {});
  window.dash_clientside = window.dash_clientside || {};
  const on = (window.dash_clientside.timeline = window.dash_clientside.timeline || {});
  const EDGE = 90; // per cent of the map after which a line's words have no room

  const go = (words, wanted, label) =>
    T.make("button", { type: "button", class: "link", "data-wanted": JSON.stringify(wanted), "aria-label": label }, words);

  document.addEventListener("click", (click) => {
    const button = click.target.closest("[data-wanted]");
    if (button) T.change({ path: "/", sel: null, ...JSON.parse(button.dataset.wanted) });
  });

  function table(head, rows, caption) {
    return T.make("table", { class: "counts" }, T.make("caption", {}, caption),
      T.make("thead", {}, T.make("tr", {}, ...head.map((words) => T.make("th", { scope: "col" }, words)))),
      T.make("tbody", {}, ...rows.map(([first, ...rest]) => T.make("tr", {}, T.make("th", { scope: "row" }, first), ...rest.map((cell) => T.make("td", {}, ...[cell].flat()))))));
  }

  const bar = (number, most) => T.make("span", { class: "bar", style: `--share:${(number / most).toFixed(3)}`, "aria-hidden": "true" });
  const kinds = (list, wanted) => T.make("span", { class: "told" }, ...list.map(([kind, number, words]) => go(`${words} ${number}`, { ...wanted, kind })));

  on.actors = function (shown) {
    if (!shown) return;
    T.byId("actors-said").textContent = `${T.many(shown.events, "event")}${T.FILTERS.some((key) => T.state[key]) || T.state.from ? " that match" : ""}. Choose a name or a number to see them on the timeline.`;
    const most = shown.actors.length ? shown.actors[0][1] : 1;
    T.byId("actors-list").replaceChildren(shown.actors.length
      ? table(["Actor", "Events", "Most often"], shown.actors.map(([name, number, told]) => [go(name, { actor: name }), [bar(number, most), String(number)], kinds(told, { actor: name })]), "Most named")
      : T.make("p", {}, "No event that matches names an actor."));
    T.byId("actors-pairs").replaceChildren(shown.pairs.length
      ? table(["Who and whom", "Events", "What"], shown.pairs.map(([a, b, number, told]) => [go(`${a} – ${b}`, { actor: a, q: b }), String(number), kinds(told, { actor: a, q: b })]), "Who with whom")
      : T.make("p", {}, "No event that matches names two actors together."));
  };

  on.places = function (shown) {
    if (!shown) return;
    const { places, map, placeless } = shown;
    T.byId("places-said").textContent = places.length
      ? `${T.many(places.length, "place")}; ${T.many(placeless, "event")} ${placeless === 1 ? "has" : "have"} no place on the map.` + (map.left ? ` ${T.many(map.left, "place")} far away ${map.left === 1 ? "is" : "are"} only in the table.` : "")
      : "No event that matches has a place with coordinates.";
    T.byId("places-map").replaceChildren(...(map ? [draw(map)] : []));
    T.byId("places-table").replaceChildren(...(places.length ? [table(["Place", "Events", "Most often"], places.map(([name, number, told]) => [go(name, { place: name }), [bar(number, places[0][1]), String(number)], kinds(told, { place: name })]), "All places")] : []));
  };

  function draw(map) {
    const lines = [
      ...map.across.map(([words, at]) => T.make("i", { class: "parallel", style: `top:${at}%` }, at < EDGE ? T.make("span", {}, words) : "")),
      ...map.down.map(([words, at]) => T.make("i", { class: "meridian", style: `left:${at}%` }, at < EDGE ? T.make("span", {}, words) : "")),
    ];
    const points = map.points.map(([name, number, x, y, size, named]) =>
      T.make("button", { type: "button", class: `point${named ? " named" : ""}`, style: `left:${x}%;top:${y}%;--size:${size}px`, "data-wanted": JSON.stringify({ place: name }),
        "data-name": name, title: `${name}: ${T.many(number, "event")}`, "aria-label": `${name}, ${T.many(number, "event")}` }));
    const box = T.make("div", { class: "map", role: "group", "aria-label": "Map of places; the same is in the table below", style: `aspect-ratio:${map.shape.toFixed(2)}` }, land(map.land), ...lines, ...points);
    requestAnimationFrame(() => thin(box));
    return box;
  }

  /* The coasts are fetched by an address that says which they are, so that the browser keeps them. */
  function land(address) {
    const path = T.svg("path", {});
    window.fetch(address).then((answer) => (answer.ok ? answer.text() : "")).then((d) => path.setAttribute("d", d), () => null); // without them the places stand alone
    return T.svg("svg", { class: "land", viewBox: "0 0 1000 1000", preserveAspectRatio: "none", "aria-hidden": "true" }, path);
  }

  /* A name goes to the side where it lies on no other name or point, else it is left off; the places with
     the most events come first. A degree that would lie there is left off, too. */
  function thin(box) {
    const edges = box.getBoundingClientRect();
    const apart = (a, b) => a.left >= b.right || a.right <= b.left || a.top >= b.bottom || a.bottom <= b.top;
    const points = [...box.querySelectorAll(".point")], taken = [];
    const discs = new Map(points.map((point) => [point, disc(point)]));
    for (const point of box.querySelectorAll(".point.named")) {
      const at = discs.get(point), wide = point.dataset.name.length * 7 + 8, middle = (at.top + at.bottom) / 2;
      const sides = [[at.right, ""], [at.left - wide, "left"]].map(([left, side]) => ({ left, right: left + wide, top: middle - 8, bottom: middle + 8, side }));
      const free = sides.find((one) => one.left >= edges.left && one.right <= edges.right && taken.every((other) => apart(one, other)) &&
        points.every((other) => other === point || apart(one, discs.get(other))));
      point.classList.toggle("named", Boolean(free));
      point.classList.toggle("left", free?.side === "left");
      if (free) taken.push(free);
    }
    for (const degree of box.querySelectorAll("i span")) {
      const at = degree.getBoundingClientRect();
      degree.hidden = ![...taken, ...discs.values()].every((other) => apart(at, other));
    }
  }

  function disc(point) {
    const at = point.getBoundingClientRect(), x = at.left + at.width / 2, y = at.top + at.height / 2;
    const half = parseFloat(point.style.getPropertyValue("--size")) / 2;
    return { left: x - half, right: x + half, top: y - half, bottom: y + half };
  }
})();

/* The time zone that clock times are shown in: Kyiv unless another is chosen; the address keeps it as `tz`. */
(function () {
  "use strict";
  const T = (window.timeline = window.timeline || {});
  window.dash_clientside = window.dash_clientside || {};
  const on = (window.dash_clientside.timeline = window.dash_clientside.timeline || {});
  const HOME = "Europe/Kyiv";
  const own = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const city = (zone) => zone.slice(zone.lastIndexOf("/") + 1).replace(/_/g, " ");
  const ALWAYS = [HOME, "Europe/Moscow", "UTC"];
  const label = (zone) => (zone === own && !ALWAYS.includes(zone) ? `Browser: ${city(zone)}` : zone === "UTC" ? "UTC" : `${city(zone)} time`);

  let shown = HOME;
  T.showZone = function () {
    const chosen = T.state.tz || HOME;
    const zones = [...new Set([...ALWAYS, own, chosen])];
    const data = zones.map((zone) => ({ value: zone, label: label(zone) }));
    T.tellInput("tz", chosen);
    T.set("tz", chosen === shown ? { data } : { data, value: (shown = chosen) });
  };

  on.takeZone = function (zone) {
    if (T.state && zone && T.isChosen("tz", zone)) T.change({ tz: zone === HOME ? null : zone });
  };
})();

"""The HTML document around the page, what it does before it is painted, and its theme.

The drawing and the lists have large scripts of their own. Each is fetched when a view wants it, the drawing's
beside all others where one opens with it; and what the drawing shows is asked for before any script is there.
"""

from importlib import metadata
from json import dumps
from typing import Any

from dash import Dash
from dash.fingerprint import build_fingerprint

from timeline.view import FONT

_SUITES = "/_dash-component-suites/"
_UNUSED = ("dash/deps/polyfill", "dash/dash_table/")
"""Scripts of Dash that nothing here needs: for browsers of long ago, and for another kind of table."""
_LATER = {"plotly": "package_data/plotly.min.js", "dash_ag_grid": "dash_ag_grid.min.js"}
"""Scripts that are fetched when they are wanted: by package, which file of it."""
SCRIPTS = {
    package: f"{_SUITES}{package}/{build_fingerprint(file, metadata.version(package), 0)}"
    for package, file in _LATER.items()
}
"""Where they are; the address changes with the version, so that a browser may keep them."""

# Before anything is painted: the theme that was chosen, so that a dark page never flashes white. Then what
# the timeline shows, in a wide window or on a phone: the sizes are those that `assets/drawing.js` will
# measure; where it finds others, it asks again.
BEFORE_PAINT = """
(function () {
  const chosen = (() => {
    try { return localStorage.getItem("mantine-color-scheme-value"); } catch (refused) { return null; }
  })();
  const dark = matchMedia("(prefers-color-scheme: dark)").matches;
  const scheme = chosen === "light" || chosen === "dark" ? chosen : dark ? "dark" : "light";
  document.documentElement.setAttribute("data-mantine-color-scheme", scheme);

  const T = (window.timeline = {}), addresses = %s, fetched = {};
  T.script = (name) => (fetched[name] = fetched[name] || new Promise((loaded, failed) => {
    const script = Object.assign(document.createElement("script"), { src: addresses[name], onload: loaded });
    script.onerror = () => {
      delete fetched[name];
      failed(new TypeError("no script " + name));
    };
    document.head.append(script);
  }));

  const wide = innerWidth > 1100, narrow = innerWidth <= 640;
  const heads = { "/": 330, "/embed": 274 }[location.pathname]; // pixels above and below the drawing
  if (!heads) return;
  if (!narrow) T.script("plotly");
  const wanted = new URLSearchParams(location.search);
  if (wanted.has("sel") || !(wide || narrow)) return;
  wanted.set("width", innerWidth - (narrow ? 24 : 32));
  wanted.set("height", Math.max(innerHeight - (narrow ? 0 : heads), 360));
  const answer = fetch("/view?" + wanted).then((one) => (one.ok ? one : null), () => null);
  T.early = { wanted: String(wanted), answer };
})();
""" % dumps(SCRIPTS)  # noqa: UP031 - the script is full of braces
INDEX = f"""<!DOCTYPE html>
<html lang="en">
  <head>
    {{%metas%}}
    <title>{{%title%}}</title>
    <meta name="description" content="What happened between Russia and Ukraine, when, and who says so.">
    <link rel="icon" href="data:,">
    <script>{BEFORE_PAINT}</script>
    {{%css%}}
  </head>
  <body>
    {{%app_entry%}}
    <div>{{%config%}}{{%scripts%}}{{%renderer%}}</div>
  </body>
</html>"""
MANTINE = {
    "fontFamily": FONT,
    "primaryColor": "blue",
    "defaultRadius": 6,
    "cursorType": "pointer",
    "respectReducedMotion": True,
}


def leave_out(app: Dash) -> None:
    """Keep the scripts that are fetched later, and those that never are, out of the document."""
    whole = app.interpolate_index
    out = [_SUITES + start for start in (*_UNUSED, *(f"{package}/" for package in _LATER))]

    def part(scripts: str, **parts: Any) -> str:
        now = [tag for tag in scripts.splitlines() if not any(start in tag for start in out)]
        return str(whole(scripts="\n".join(now), **parts))

    app.interpolate_index = part

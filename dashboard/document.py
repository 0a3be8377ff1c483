"""The HTML document around the page, what it does before it is painted, and its theme."""

from timeline.view import FONT

# Before anything is painted: the theme that was chosen, so that a dark page never flashes white.
BEFORE_PAINT = """
(function () {
  var chosen = null;
  try { chosen = localStorage.getItem("mantine-color-scheme-value"); } catch (refused) {}
  if (chosen !== "light" && chosen !== "dark") {
    chosen = matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light";
  }
  document.documentElement.setAttribute("data-mantine-color-scheme", chosen);
})();
"""
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

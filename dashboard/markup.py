"""Components as text: a tree of Dash's HTML components in, the same as HTML out.

What the browser only shows needs no React, each of whose components costs as much as many elements.
"""

from collections.abc import Iterator
from typing import Any

from dash.development.base_component import Component
from markupsafe import escape

NAMES = {"className": "class", "dateTime": "datetime", "htmlFor": "for", "tabIndex": "tabindex"}
"""Attributes that HTML calls otherwise."""
VOID = frozenset({"br", "hr", "img", "input"})
"""Elements without an end."""


def html_of(content: Any) -> str:
    """The HTML of components, texts and lists of them; None is nothing.

    >>> from dash import html
    >>> html_of([html.P(["a < b", html.Br()], className="muted"), None])
    '<p class="muted">a &lt; b<br></p>'
    """
    return "".join(_pieces(content))


def still(element: Component) -> Component:
    """The same element with all that is in it as HTML: one component for the page to keep instead of many.

    Of what is in it our own scripts may change what they like; no callback reaches it, only the element.

    >>> from dash import html
    >>> still(html.P(["a < b", html.Br()], id="one")).to_plotly_json()["props"]
    {'id': 'one', 'dangerouslySetInnerHTML': {'__html': 'a &lt; b<br>'}}
    """
    told = element.to_plotly_json()["props"]
    inside = html_of(told.pop("children", None))
    outside: Component = type(element)(**told)
    outside._prop_names = [
        *(name for name in outside._prop_names if name != "children"),
        "dangerouslySetInnerHTML",
    ]
    outside.dangerouslySetInnerHTML = {"__html": inside}
    return outside


def opens(drop: str) -> dict[str, str]:
    """The attributes of a button that opens what has the id `drop` below it (`assets/drops.js`)."""
    return {"aria-haspopup": "dialog", "aria-controls": drop, "aria-expanded": "false"}


def _pieces(content: Any) -> Iterator[str]:
    if isinstance(content, Component):
        name = type(content).__name__.lower()
        told = content.to_plotly_json()["props"]
        inside = told.pop("children", None)
        yield f"<{name}{''.join(_attribute(key, value) for key, value in told.items())}>"
        if name not in VOID:
            yield from _pieces(inside)
            yield f"</{name}>"
    elif isinstance(content, (list, tuple)):
        for one in content:
            yield from _pieces(one)
    elif content is not None:
        yield str(escape(content))


def _attribute(key: str, value: Any) -> str:
    """A space and an attribute; nothing for one that is off. `aria-` and `data-` are words."""
    name = NAMES.get(key, key)
    if value is None or (value is False and "-" not in key):
        return ""
    if value is True and "-" not in key:
        return f" {name}"
    return f' {name}="{escape(value)}"'

"""Two readers, or two tabs, that correct one event: what was saved meanwhile beside what is typed here.

The form keeps what it showed when it was opened. What another changed and this reader did not touch
stays the other's; only what both changed is asked about.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

import dash_mantine_components as dmc
from dash import html

from timeline import wording
from timeline.model import When
from timeline.store.edits import Edit

NAMES = {"when": "Date", "actors": "Who", "place": "Where"}
"""Fields whose name on the screen is another than in the store."""
ROUNDED = ((86_400, "day"), (3_600, "hour"), (60, "minute"))
"""Lengths of time in seconds, from the longest."""


@dataclass(frozen=True, slots=True)
class Clash:
    """A field that two changed: what the other saved, and what is typed here, as the form has them."""

    name: str
    theirs: Any
    mine: Any


def clashes(base: Mapping[str, Any], now: Mapping[str, Any], mine: Mapping[str, Any]) -> list[Clash]:
    """The fields of `mine` that have been changed from `base` to something else meanwhile.

    >>> clashes({"title": "A", "kind": "call"}, {"title": "B", "kind": "call"}, {"title": "C"})
    [Clash(name='title', theirs='B', mine='C')]
    """
    return [
        Clash(name, now[name], typed)
        for name, typed in mine.items()
        if now[name] != base[name] and now[name] != typed
    ]


def section(found: list[Clash], edits: list[Edit]) -> Any:
    """Both versions of each field side by side, to choose from; `edits` are the event's, newest first."""
    rows = [
        dmc.RadioGroup(
            html.Div(
                [_choice("theirs", "Saved meanwhile", clash), _choice("mine", "Yours", clash)],
                className="claims",
            ),
            id={"clash": clash.name},
            label=NAMES.get(clash.name, clash.name.capitalize()),
            value="mine",
        )
        for clash in found
    ]
    return [
        html.Strong(f"Changed elsewhere{_ago(edits)}"),
        html.P("Choose what to keep, and save again. The other stays in the history.", className="muted"),
        *rows,
    ]


def said(name: str, value: Any) -> str:
    """A field's value in words."""
    if name == "when":
        try:
            return wording.label(When.from_edtf(value))
        except ValueError:  # what is typed is no EDTF, or nothing
            return str(value) or "none"
    return (", ".join(value) if isinstance(value, list | tuple) else str(value)) or "none"


def _choice(value: str, name: str, clash: Clash) -> Any:
    text = said(clash.name, clash.theirs if value == "theirs" else clash.mine)
    return dmc.Radio(value=value, label=[html.Span(name, className="muted"), html.Span(text)], size="xs")


def _ago(edits: list[Edit]) -> str:
    """When the last edit was made; nothing where no edit but a new reading changed the event."""
    if not edits:
        return ""
    seconds = (datetime.now(UTC) - datetime.fromisoformat(edits[0].at)).total_seconds()
    for length, unit in ROUNDED:
        if count := int(seconds // length):
            return f" {count} {unit}{'s' if count > 1 else ''} ago"
    return " just now"

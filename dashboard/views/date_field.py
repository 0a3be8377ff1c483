"""Where a date is typed: words or EDTF, or its parts; whichever is changed rewrites the other.

The parts are a date taken apart (`timeline.dateparts`); below stands in words how the date is read.
"""

from collections.abc import Callable
from contextlib import suppress
from datetime import UTC, date, datetime
from typing import Any

import dash
import dash_mantine_components as dmc
from dash import ClientsideFunction, Dash, Input, Output, State, ctx, html

from timeline import temporal, wording
from timeline.calendar import granule
from timeline.dateparts import MEANINGS, DateParts, changed, parts_of, when_of_parts
from timeline.errors import TimelineError, UsageError
from timeline.marks import DAY, day_of_instant, milliseconds
from timeline.model import PRECISIONS, When
from timeline.temporal.typed import when_of

PARTS = ("shape", "precision", "begin", "end", "approximate", "clock")
ENDS = {"begin": "Earliest day", "end": "Latest day"}
EMPTY = DateParts("day", "within", None, None)
"""The parts of a date that is not given yet."""


def layout(form: str) -> list[Any]:
    """The text, how it is read, and its parts: inputs whose ids begin with the form's name."""
    near: dict[str, Any] = {"comboboxProps": {"withinPortal": False}, "allowDeselect": False}
    units = [{"value": unit, "label": "time of day" if unit == "time" else unit} for unit in PRECISIONS]
    meanings = [{"value": shape, "label": words} for shape, words in MEANINGS.items()]
    parts = [
        dmc.SegmentedControl(
            id=f"{form}-shape", data=meanings, value="within", size="xs", fullWidth=True, className="across",
            **{"aria-label": "What the days mean"},
        ),
        *(day_input(f"{form}-{name}", label, placeholder="open") for name, label in ENDS.items()),
        dmc.Select(id=f"{form}-precision", label="Known to the", data=units, value="day", **near),
        dmc.TextInput(id=f"{form}-clock", label="Time of day", placeholder="14:30", debounce=250),
        dmc.Switch(id=f"{form}-approximate", label="Approximate", checked=False, size="sm"),
    ]  # fmt: skip
    return [
        dmc.TextInput(id=f"{form}-when", label="Date", description="In words or as EDTF", debounce=250),
        html.P(id=f"{form}-when-said", className="muted when-said", role="status"),
        html.Div(parts, className="date-parts", role="group", **{"aria-label": "The date in parts"}),
    ]


def day_input(key: str, label: str, **more: Any) -> Any:
    """Where one day is typed in any words, or picked from a calendar (`assets/filters.js`)."""
    name = f"Calendar: {label.lower()}"
    button = html.Button(
        className="calendar", **{"aria-label": name, "title": name, "aria-haspopup": "dialog"}
    )
    days = dmc.DatePicker(id=f"{key}-calendar", ariaLabels=_CALENDAR)
    calendar = dmc.Popover(
        [dmc.PopoverTarget(button), dmc.PopoverDropdown(days)],
        id=f"{key}-popover",
        position="bottom-end",
        withinPortal=False,
        withRoles=False,
        trapFocus=True,
        returnFocus=True,
    )
    return dmc.TextInput(id=key, label=label, debounce=True, rightSection=calendar, **more)


def day_read(text: str | None, *, last: bool) -> tuple[date | None, str | None]:
    """The first or last of the days that are typed where one belongs, and what is wrong with them."""
    if not (text or "").strip():
        return None, None
    try:
        when = read_date(text or "")
    except TimelineError as why:
        return None, wording.sentence(str(why))
    day = when.end if last else when.begin
    return day, None if day else f"This has no {'last' if last else 'first'} day."


def register_calendar(app: Dash, key: str) -> None:
    """Put the day that is picked into the field."""
    app.clientside_callback(
        ClientsideFunction("timeline", "dayPicked"),
        Output(key, "value", allow_duplicate=True),
        Output(f"{key}-calendar", "value"),
        Output(f"{key}-popover", "opened"),
        Input(f"{key}-calendar", "value"),
        prevent_initial_call=True,
    )


_CALENDAR = {
    f"{step}{unit}": f"{word} {unit.lower()}"
    for step, word in (("previous", "Previous"), ("next", "Next"))
    for unit in ("Month", "Year", "Decade")
}


def register(app: Dash, form: str, reads: Callable[..., When], *context: State) -> None:
    """Keep text, parts and words together; `reads` tells what a typed date means, given the context."""

    def read(text: str | None, *given: Any) -> tuple[When | None, str]:
        """The date, and what is said of it."""
        if not (text or "").strip():
            return None, ""
        try:
            when = reads(text, *given)
        except TimelineError as why:
            return None, wording.sentence(str(why))
        return when, how_read(when)

    for name in ENDS:
        register_calendar(app, f"{form}-{name}")

    @app.callback(
        Output(f"{form}-when", "value", allow_duplicate=True),
        Output(f"{form}-when-said", "children"),
        *(Output(f"{form}-{name}", _property(name)) for name in PARTS),
        *(Output(f"{form}-{name}-calendar", "defaultDate") for name in ENDS),
        *(Output(f"{form}-{name}", "error") for name in ENDS),
        Input(f"{form}-when", "value"),
        *(Input(f"{form}-{name}", _property(name)) for name in PARTS),
        *context,
        prevent_initial_call=True,
    )
    def agree(text: str | None, *values: Any) -> tuple[Any, ...]:
        shown, given = values[: len(PARTS)], values[len(PARTS) :]
        name = str(ctx.triggered_id).removeprefix(f"{form}-")
        if name == "when":
            when, said = read(text, *given)
            return dash.no_update, said, *_values(parts_of(when) if when else EMPTY)
        now, wrong = _parts(shown)
        if any(wrong):
            return (*[dash.no_update] * (2 + len(PARTS) + len(ENDS)), *wrong)
        before, _ = read(text, *given)
        parts = changed(parts_of(before) if before else now, name, getattr(now, name))
        try:
            when = when_of_parts(parts)
        except TimelineError as why:  # until it is whole, no date is typed
            return "", wording.sentence(str(why)), *_values(parts)
        return when.edtf, how_read(when), *_values(parts_of(when))


def _parts(values: tuple[Any, ...]) -> tuple[DateParts, list[str | None]]:
    """What the inputs hold, and what is wrong with each end."""
    held = dict(zip(PARTS, values, strict=True))
    read = {name: day_read(held[name], last=name == "end") for name in ENDS}
    days = {name: day for name, (day, _) in read.items()}
    parts = DateParts(**held | days | {"clock": (held["clock"] or "").strip()})
    return parts, [wrong for _, wrong in read.values()]


def _values(parts: DateParts) -> list[Any]:
    """What the inputs show, at which day each calendar opens, and that nothing is wrong."""
    ends = {name: getattr(parts, name) for name in ENDS}
    shown = ends | {name: wording.days(day, day) if day else "" for name, day in ends.items()}
    values = [shown[name] if name in shown else getattr(parts, name) for name in PARTS]
    return [*values, *(day.isoformat() if day else None for day in ends.values()), None, None]


def _property(name: str) -> str:
    return "checked" if name == "approximate" else "value"


def how_read(when: When) -> str:
    """What stands below a date that is typed."""
    return f"Read as: {wording.spoken(when)} ({when.edtf})"


def read_date(text: str, today: date | None = None) -> When:
    """The days that are meant by who types a date today; TimelineError says what cannot be read."""
    if not text.strip():
        raise UsageError("type a date")
    return when_of(text, today or datetime.now(UTC).date())


def window_of(
    text: str, view: tuple[float, float] | None = None, today: date | None = None
) -> dict[str, Any]:
    """The window that a typed date asks for, with room around it.

    A day or month without a year is the `nearest` to the middle of what is looked at.
    """
    nearest = _in_view(text, view) if view else None
    when = nearest or read_date(text, today)
    begin, end = when.begin or when.end, when.end or when.begin
    assert begin is not None
    assert end is not None
    if begin == end:
        begin, end = granule("month", begin)
    first, last = milliseconds(begin), milliseconds(end) + DAY
    room = (last - first) * 0.1
    said = wording.label(when)
    return {"begin": first - room, "end": last + room, "said": said, "nearest": bool(nearest)}


_LEAPS = 8
"""Years to the next 29 February, at most."""


def _in_view(text: str, view: tuple[float, float]) -> When | None:
    middle = day_of_instant(sum(view) / 2)
    found: dict[int, When] = {}
    for year in range(max(middle.year - _LEAPS, 1), min(middle.year + _LEAPS, date.max.year) + 1):
        with suppress(UsageError):
            typed = f"{text} {year}"
            told = temporal.explain(typed, middle)
            if (
                told.text.endswith(f" {year}")
                and told.end_char == len(typed)
                and told.when
                and told.when.begin
            ):
                found[abs((told.when.begin - middle).days)] = told.when
    return found[min(found)] if found else None

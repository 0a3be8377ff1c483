"""A date as the parts of a form, and back: what each change of one part makes of the whole.

Every part says what EDTF says: `parts_of` takes a When apart, `changed` changes one part as a reader would
mean it, `when_of_parts` puts the parts together.
"""

from dataclasses import dataclass, replace
from datetime import date, time
from typing import Any

from timeline.calendar import granule
from timeline.errors import UsageError
from timeline.model import ClockTime, Precision, Shape, When

MEANINGS: dict[Shape, str] = {
    "within": "Some time in", "throughout": "All through", "since": "Since", "until": "Until",
}  # fmt: skip
"""What the days mean, in words for a form; the last two are open at one end."""


@dataclass(frozen=True, slots=True)
class DateParts:
    """A date as a form shows it; an end that is open is None, `clock` is "14:30" or empty."""

    precision: Precision
    shape: Shape
    begin: date | None
    end: date | None
    approximate: bool = False
    clock: str = ""


def parts_of(when: When) -> DateParts:
    """The parts of a date.

    >>> parts = parts_of(When.from_edtf("2014-04/.."))
    >>> parts.shape, parts.precision, str(parts.begin), parts.end
    ('since', 'month', '2014-04-01', None)
    """
    clock = when.time.iso if when.time else ""
    return DateParts(when.precision, when.shape, when.begin, when.end, when.approximate, clock)


def when_of_parts(parts: DateParts) -> When:
    """The date that the parts say; UsageError says in a sentence what they leave open.

    >>> when_of_parts(DateParts("month", "within", date(2014, 3, 1), date(2014, 3, 31))).edtf
    '2014-03'
    """
    clock = None
    if parts.precision == "time":
        try:
            clock = ClockTime(time.fromisoformat(parts.clock))
        except ValueError:
            raise UsageError("give the time of day as hours and minutes, such as 14:30") from None
    try:
        when = When(parts.begin, parts.end, parts.precision, parts.shape, parts.approximate, clock)
    except ValueError:
        raise UsageError("give the earliest or the latest day") from None
    return When.from_edtf(when.edtf)


def changed(parts: DateParts, name: str, value: Any) -> DateParts:
    """The parts after a reader has changed one, the others following where they must.

    A coarser precision takes in the whole unit; a day that breaks a unit makes the precision that of days; an
    end that is passed moves along; an end that is emptied is open.

    >>> day = parts_of(When.from_edtf("2014-03-18"))
    >>> when_of_parts(changed(day, "precision", "month")).edtf
    '2014-03'
    >>> when_of_parts(changed(day, "shape", "since")).edtf
    '2014-03-18/..'
    >>> when_of_parts(changed(day, "end", date(2014, 3, 20))).edtf
    '[2014-03-18..2014-03-20]'
    """
    match name:
        case "precision":
            return _in_units(parts, value)
        case "shape":
            return _meaning(parts, value)
        case "begin" | "end":
            return _bounded(parts, name, value)
        case "clock":
            unit: Precision = "time" if value else ("day" if parts.precision == "time" else parts.precision)
            return replace(_in_units(parts, unit) if unit != parts.precision else parts, clock=value)
        case _:
            return replace(parts, **{name: value})


def _in_units(parts: DateParts, unit: Precision) -> DateParts:
    """The same days in whole units; of a time of day, the first."""
    begin = granule(unit, parts.begin)[0] if parts.begin else None
    end = granule(unit, parts.end)[1] if parts.end else None
    if unit == "time":
        end = begin = begin or end
        return replace(parts, precision=unit, shape="within", begin=begin, end=end)
    return replace(parts, precision=unit, begin=begin, end=end, clock="")


def _meaning(parts: DateParts, shape: Shape) -> DateParts:
    begin, end = parts.begin, parts.end
    unit: Precision = "day" if parts.precision == "time" else parts.precision
    if shape == "since":
        begin, end = begin or (granule(unit, end)[0] if end else None), None
    elif shape == "until":
        begin, end = None, end or (granule(unit, begin)[1] if begin else None)
    else:
        begin = begin or (granule(unit, end)[0] if end else None)
        end = end or (granule(unit, begin)[1] if begin else None)
    return replace(parts, shape=shape, begin=begin, end=end)


def _bounded(parts: DateParts, name: str, day: date | None) -> DateParts:
    """One end moved: the other goes along where it would be passed."""
    begin, end = (day, parts.end) if name == "begin" else (parts.begin, day)
    if begin and end and begin > end:
        begin = end = day
    if begin and end:
        shape: Shape = parts.shape if parts.shape in ("within", "throughout") else "within"
    else:
        shape = "since" if begin else "until"
    unit = parts.precision
    if unit == "time" and begin != end:
        unit = "day"
    whole = (not begin or granule(unit, begin)[0] == begin) and (not end or granule(unit, end)[1] == end)
    if not whole:
        unit = "day"
    return replace(
        parts, precision=unit, shape=shape, begin=begin, end=end, clock=parts.clock if unit == "time" else ""
    )

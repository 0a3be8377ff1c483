"""What lies so far from an anchor: "two days later", "a week after 9 May", "day 100 of the war"."""

from datetime import date, time, timedelta
from functools import lru_cache
from math import ceil

from timeline.calendar import Days, add_months
from timeline.model import ClockTime, Precision
from timeline.temporal.expression import Amount, DayOf, Shift
from timeline.temporal.holidays import BEGINNINGS
from timeline.temporal.locating.setting import (
    KEPT,
    WIDTH,
    Located,
    Setting,
    anchor_of,
    dated_on,
    in_words,
    located,
    locates,
    said,
    unit_of,
    unknown,
)

_PARTS = frozenset({"week", "month", "season", "quarter", "half"})
"""A year from one of these is such a part of the other year."""
_FINER_THAN_DAY = frozenset({"second", "minute", "hour"})


_MONTHS: dict[str, int] = {
    "month": 1, "season": 3, "quarter": 3, "half": 6, "year": 12, "decade": 120, "century": 1200,
    "millennium": 12000,
}  # fmt: skip
_SHIFTED: dict[str, Precision] = {
    "day": "day", "weekend": "day", "week": "week", "fortnight": "week", "month": "month", "season": "month",
    "quarter": "quarter", "half": "half", "year": "year", "decade": "year", "century": "year",
    "millennium": "year",
}  # fmt: skip


@locates(Shift)
def _shift(e: Shift, s: Setting) -> Located | None:
    lasting = e.so_far and s.cue.lower() != "had"  # "two years on, nothing has changed": by now
    if e.base == "told" and s.told is None and e.direction > 0 and s.side < 0 and not lasting:
        anchor, because = None, ""  # "two years later he had become": after what, is not told
    elif isinstance(e.base, str):
        anchor, because = anchor_of(e.base, s)
    else:
        anchor = located(e.base, s)
        because = f"counted from {in_words(anchor)}: {anchor.because}" if anchor else ""
    finest = e.amounts[-1]
    if (
        isinstance(e.base, str)
        and finest.unit == "year"
        and finest.count == 1
        and s.quarter is not None
        and s.told is not None
        and s.told.precision == "quarter"
    ):
        assert s.quarter.begin is not None
        day = add_months(s.quarter.begin, 12 * e.direction)
        return unit_of(
            "quarter", day, f"the text tells of {s.quarter.value}; a year earlier than that quarter"
        )._replace(
            anchor=s.quarter.value,
            sure=0.85,
        )
    if anchor is None or anchor.begin is None:
        return Located(
            "PAST_REF" if e.direction < 0 else "FUTURE_REF",
            because="what it is counted from has no date",
            sure=0.3,
        )
    if finest.between is not None:
        return _between(finest, e.direction, anchor, because)
    if finest.unit in _FINER_THAN_DAY:
        return _shift_hours(e, anchor, because, s)
    counted = not isinstance(e.base, str) or (e.base == "told" and s.told is not None)
    found = _moved_on(e.amounts, e.direction, e.mod, isinstance(e.base, str), counted, anchor, because)
    if e.so_far and s.day and found.begin and found.begin > s.day:
        because = f"{dated_on(s.day)}, and so long after what it tells of is now"
        return unit_of(_SHIFTED[finest.unit], s.day, because)._replace(anchor=s.day.isoformat(), sure=0.7)
    return found


def _between(amount: Amount, direction: int, anchor: Located, because: str) -> Located:
    """What lies between two numbers of units off: "two to three weeks ago"."""
    assert amount.between is not None
    value = "PAST_REF" if direction < 0 else "FUTURE_REF"
    begin, end = stretch_between(amount, direction, anchor)
    least, most = amount.between
    because = f"{because}, so {least:g} to {most:g} {amount.unit}s {'back' if direction < 0 else 'on'}"
    return Located(value, begin, end, because=because, approximate=True, anchor=anchor.value, sure=0.7)


def stretch_between(amount: Amount, direction: int, anchor: Located) -> Days:
    """The days between the least and the most that a range of units leads to."""
    assert amount.between is not None
    assert anchor.begin is not None
    day = anchor.begin if direction < 0 or anchor.end is None else anchor.end
    least, most = (moved(day, Amount(amount.unit, count), direction) for count in amount.between)
    return (most, least) if direction < 0 else (least, most)


_AT_HAND = 3
"""Days around publication in which the n-th day of a war that the program knows must lie."""


@locates(DayOf)
def _day_of(e: DayOf, s: Setting) -> Located | None:
    """Counted from the beginning that the text tells, else from a known one whose n-th day is at hand."""
    on = timedelta(days=e.number - 1)
    if s.begun is not None:
        because = f"the text tells that it began on {said(s.begun)}"
        return unit_of("day", s.begun + on, because)._replace(anchor=s.begun.isoformat(), sure=0.8)
    for name, begun in BEGINNINGS.items():
        if s.day is not None and abs((begun + on - s.day).days) <= _AT_HAND:
            because = f"{name} began on {said(begun)}, and that day is at hand"
            return unit_of("day", begun + on, because)._replace(anchor=begun.isoformat(), sure=0.7)
    return None


@lru_cache(maxsize=KEPT)
def _moved_on(
    amounts: tuple[Amount, ...], direction: int, mod: str | None, from_anchor: bool, counted: bool,
    anchor: Located, because: str,
) -> Located:  # fmt: skip
    """The unit that lies so far from an anchor, as exact as the words and the anchor are."""
    assert anchor.begin is not None
    finest = amounts[-1]
    unit = _SHIFTED[finest.unit]
    if finest.count is not None and finest.count != int(finest.count):
        unit = {"year": "month", "decade": "year", "month": "week", "week": "day"}.get(unit, unit)  # type: ignore[assignment]
    if unit == "week" and counted and anchor.precision in ("day", "time"):
        unit = "day"
    if not from_anchor and anchor.precision in ("day", "time") and unit in ("month", "year"):
        unit = "day"
    if not from_anchor and unit == "year" and anchor.precision in _PARTS:
        unit = anchor.precision
    if WIDTH[anchor.precision] > WIDTH[unit] and not (anchor.precision == "week" and unit == "day"):
        if unit == "day":
            return Located(
                unknown("day", "", anchor).value,
                because=f"{because}, which names no day",
                sure=0.3,
                anchor=anchor.value,
            )
        unit = anchor.precision
    day = anchor.begin if direction < 0 or anchor.end is None else anchor.end
    if unit not in ("day", "week"):
        day = anchor.begin
    for amount in amounts:
        day = moved(day, amount, direction)
    way = "back" if direction < 0 else "on"
    length = " and ".join(f"{a.count:g} {a.unit}{'s' * (a.count != 1)}" for a in amounts if a.count)
    found = unit_of(unit, day, f"{because}, so {length} {way}")
    return found._replace(anchor=anchor.value, mod=mod, approximate=mod is not None, sure=0.9)


def _shift_hours(e: Shift, anchor: Located, because: str, s: Setting) -> Located:
    assert anchor.begin is not None
    if anchor.precision not in ("day", "time"):
        reference = "PAST_REF" if e.direction < 0 else "FUTURE_REF"
        return Located(reference, because=f"{because}, which names no day", sure=0.3)
    hours = sum(
        (a.count or 0) * {"hour": 1, "minute": 1 / 60, "second": 1 / 3600}.get(a.unit, 0) for a in e.amounts
    )
    clock = anchor.clock.at if anchor.clock else s.clock if e.base == "published" else None
    if clock is None or any(a.count is None for a in e.amounts):
        if hours < 24:
            return Located(
                anchor.begin.isoformat(),
                anchor.begin,
                anchor.begin,
                because=f"{because}; hours from then",
                sure=0.6,
                anchor=anchor.value,
            )
        day = anchor.begin + timedelta(days=e.direction * round(hours / 24))
        return Located(
            day.isoformat(), day, day, because=f"{because}; hours from then", sure=0.7, anchor=anchor.value
        )
    minutes = clock.hour * 60 + clock.minute + round(e.direction * hours * 60)
    day = anchor.begin + timedelta(days=minutes // 1440)
    at = time(minutes % 1440 // 60, minutes % 60)
    value = f"{day.isoformat()}T{at:%H:%M}"
    found = Located(value, day, day, "time", "TIME", clock=ClockTime(at), because=because)
    return found._replace(anchor=anchor.value, sure=0.85)


def moved(day: date, amount: Amount, direction: int) -> date:
    """`day` so many units on or back; hours and minutes are rounded up to days."""
    count = amount.count or 0
    match amount.unit:
        case "second" | "minute":
            return day
        case "hour":
            return day + timedelta(days=direction * max(1, ceil(count / 24)))
        case "day":
            return day + timedelta(days=direction * ceil(count))
        case "weekend" | "week" | "fortnight":
            return day + timedelta(days=direction * round(count * (14 if amount.unit == "fortnight" else 7)))
        case unit:
            return add_months(day, direction * round(count * _MONTHS[unit]))

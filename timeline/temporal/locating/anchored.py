"""What is counted from publication or from the last date told: "last week", "two days later"."""

from dataclasses import replace
from datetime import date, time, timedelta
from functools import lru_cache
from math import ceil

from timeline.calendar import add_months
from timeline.model import ClockTime, Precision
from timeline.temporal.expression import (
    Amount,
    Around,
    Date,
    DayOf,
    Near,
    Part,
    Rolling,
    Shift,
    Unit,
)
from timeline.temporal.holidays import BEGINNINGS
from timeline.temporal.locating.setting import (
    KEPT,
    SEASONS,
    WEEKDAYS,
    WIDTH,
    Located,
    Setting,
    anchor_of,
    dated_on,
    in_words,
    located,
    locates,
    part_of,
    said,
    unit_at,
    unit_of,
    unknown,
)  # fmt: skip
from timeline.temporal.values import duration_value

_PARTS = frozenset({"week", "month", "season", "quarter", "half"})
"""A year from one of these is such a part of the other year."""
_WHICH = {-1: "the last", 0: "that", 1: "the next"}
_DAY_STEPS = {
    -2: "two days before", -1: "the day before", 0: "that same day", 1: "the day after", 2: "two days after",
}  # fmt: skip
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


@locates(Around)
def _around(e: Around, s: Setting) -> Located | None:
    unit, offset, base = e.unit, e.offset, e.base
    if base == "published" and unit in ("day", "week", "weekend"):
        s = _near_now(s)
    anchor, because = anchor_of(base, s)
    if unit == "quarter" and base == "told" and offset == 0:
        if s.quarter is not None:
            return s.quarter._replace(
                because=f"the quarter told before, {s.quarter.value}",
                anchor=s.quarter.value,
                sure=0.9,
            )
        if s.day is not None:
            return unit_at("quarter", s.day, -1, f"{because}, so the last quarter that was over")._replace(
                anchor=s.day.isoformat(),
                sure=0.8,
            )
    if anchor is None or anchor.begin is None:
        return unknown(unit, because or "there is no date to count from")
    here = s.narrates and base == "published" and offset == 0 and not s.foretells
    if here and s.told and WIDTH.get(unit, 0) >= WIDTH["month"]:
        anchor, because = anchor_of("told", s)
        assert anchor is not None
    assert anchor.begin is not None
    if s.frame and base == "published":
        return unit_at(unit, s.frame[0], offset, "")
    coarser = base == "told" and WIDTH[anchor.precision] > WIDTH.get(unit, 0)
    if coarser and unit in ("day", "week", "weekend", "month"):
        return unknown(unit, f"{because}, which names no {unit}", anchor)
    day = anchor.begin
    if unit == "weekend" and offset == 0 and base == "published" and s.side < 0 and day.isoweekday() < 5:
        offset = -1
    told = base == "told" and s.told is not None
    return _counted(unit, day, offset, because, anchor.value, told)


@lru_cache(maxsize=KEPT)
def _counted(unit: Unit, day: date, offset: int, because: str, anchor: str, told: bool) -> Located:
    """The unit so many on from the one of a day, with the step in words."""
    if unit == "day":
        step = _DAY_STEPS[offset]
    else:
        step = {-1: f"the {unit} before", 0: f"the {unit} that it lies in", 1: f"the {unit} after"}.get(
            offset, f"{abs(offset)} {unit}s {'after' if offset > 0 else 'before'}"
        )
    found = unit_at(unit, day, offset, because)
    return found._replace(because=f"{because}, so {step}", anchor=anchor, sure=0.9 if told else 0.97)


def _near_now(s: Setting) -> Setting:
    """The setting of "last Tuesday" in a history: publication, where no day is told that it could follow."""
    if s.narrates and s.day and s.told and WIDTH[s.told.precision] > WIDTH["month"]:
        return replace(s, told=None)
    return s


@locates(Near)
def _near(e: Near, s: Setting) -> Located | None:
    side, what, base = e.side, e.what, e.base
    if base == "published" and isinstance(what, Date) and what.weekday:
        s = _near_now(s)
    anchor, because = anchor_of(base, s)
    if isinstance(what, Near):
        inner = _near(what, s)
        if inner is None or inner.begin is None:
            return inner
        return unit_of("day", inner.begin + timedelta(days=7), inner.because + ", and a week on")._replace(
            anchor=inner.anchor,
        )
    if anchor is None or anchor.begin is None:
        return located(what, s)
    first, last = anchor.begin, anchor.end or anchor.begin
    told = base == "told" and s.told is not None
    if isinstance(what, Date) and what.weekday and what.month is None:
        if told and anchor.precision not in ("day", "time"):
            return Located(f"XXXX-WXX-{what.weekday}", because=f"{because}, which names no day", sure=0.3)
        day, step = _near_weekday(side, what.weekday, first, told, s)
        found = unit_of("day", day, f"{because}, so {step} {WEEKDAYS[what.weekday - 1]}")
    elif isinstance(what, Date) and what.month:
        year = first.year
        if side < 0:
            year -= what.month >= first.month
        elif side > 0:
            year += what.month <= last.month
        elif not told and s.side < 0 and what.month > first.month:
            year -= 1
        step = {-1: "the one before", 0: "the one of that year", 1: "the one after"}[side]
        found = unit_of("month", date(year, what.month, 1), f"{because}, so {step}")
    elif isinstance(what, Part):
        parts = [part_of(what, first.year + shift, "") for shift in (-2, -1, 0, 1, 2)]
        if side < 0:
            found = next(p for p in reversed(parts) if p.end and p.end < first)
        elif side > 0:
            found = next(p for p in parts if p.begin and p.begin > last)
        else:
            found = next((p for p in parts if p.begin and p.end and p.begin <= first <= p.end), parts[2])
        found = found._replace(
            because=f"{because}, so {_WHICH[side]} {SEASONS[str(what.name)]}",
        )
    else:
        return located(what, s)
    return found._replace(anchor=anchor.value, sure=0.85 if side > 0 else 0.92)


def _near_weekday(side: int, number: int, day: date, told: bool, s: Setting) -> tuple[date, str]:
    if side < 0:
        return day - timedelta(days=(day.isoweekday() - number) % 7 or 7), "the last"
    if side > 0:
        return day + timedelta(days=(number - day.isoweekday()) % 7 or 7), "the next"
    if told or s.side < 0:
        return day - timedelta(days=(day.isoweekday() - number) % 7), "the latest"
    return day + timedelta(days=(number - day.isoweekday()) % 7), "the coming"


@locates(Rolling)
def _rolling(e: Rolling, s: Setting) -> Located:
    value = duration_value((e.amount,))
    anchor, because = anchor_of(e.base, s)
    plain = Located(value, type="DURATION", mod=e.mod, because="a number of units that is not told")
    if e.amount.count is None or anchor is None or anchor.begin is None:
        return plain
    if e.amount.unit in ("second", "minute") or (
        e.base == "told" and anchor.precision not in ("day", "time")
    ):
        return plain._replace(because="a length of time")
    day = anchor.begin if e.direction < 0 else (anchor.end or anchor.begin)
    other = _moved(day, e.amount, e.direction)
    begin, end = (other, day) if e.direction < 0 else (day, other)
    which = "up to" if e.direction < 0 else "from"
    return plain._replace(
        begin=begin, end=end, precision="day", approximate=True, anchor=anchor.value, sure=0.9,
        because=f"{because}, so the stretch of that length {which} that day",
        begin_point=begin.isoformat(), end_point=end.isoformat(),
    )  # fmt: skip


def _moved(day: date, amount: Amount, direction: int) -> date:
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


@locates(Shift)
def _shift(e: Shift, s: Setting) -> Located | None:
    if e.base == "told" and s.told is None and e.direction > 0 and s.side < 0:
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
    if finest.unit in _FINER_THAN_DAY:
        return _shift_hours(e, anchor, because, s)
    counted = not isinstance(e.base, str) or (e.base == "told" and s.told is not None)
    found = _moved_on(e.amounts, e.direction, e.mod, isinstance(e.base, str), counted, anchor, because)
    if e.so_far and s.day and found.begin and found.begin > s.day:
        because = f"{dated_on(s.day)}, and so long after what it tells of is now"
        return unit_of(_SHIFTED[finest.unit], s.day, because)._replace(anchor=s.day.isoformat(), sure=0.7)
    return found


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
        day = _moved(day, amount, direction)
    way = "back" if direction < 0 else "on"
    length = " and ".join(f"{a.count:g} {a.unit}{'s' * (a.count != 1)}" for a in amounts if a.count)
    found = unit_of(unit, day, f"{because}, so {length} {way}")
    return found._replace(anchor=anchor.value, mod=mod, approximate=mod is not None, sure=0.9)


def _shift_hours(e: Shift, anchor: Located, because: str, s: Setting) -> Located:
    assert anchor.begin is not None
    hours = sum(
        (a.count or 0) * {"hour": 1, "minute": 1 / 60, "second": 1 / 3600}.get(a.unit, 0) for a in e.amounts
    )
    clock = anchor.clock.at if anchor.clock else s.clock if e.base == "published" else None
    if clock is None:
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

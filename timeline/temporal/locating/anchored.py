"""What lies around publication or the last date told: "last week", "next May", "the past three months"."""

from dataclasses import replace
from datetime import date, timedelta
from functools import lru_cache

from timeline.temporal.expression import (
    Around,
    Date,
    Expression,
    Holiday,
    Near,
    Part,
    Rolling,
    Unit,
)
from timeline.temporal.holidays import holiday, nearest
from timeline.temporal.locating.setting import (
    KEPT,
    SEASONS,
    WEEKDAYS,
    WIDTH,
    Located,
    Setting,
    anchor_of,
    in_words,
    located,
    locates,
    part_of,
    unit_at,
    unit_of,
    unknown,
)  # fmt: skip
from timeline.temporal.locating.shifted import moved, stretch_between
from timeline.temporal.values import duration_value

_SATURDAY = 6
_WHICH = {-1: "the last", 0: "that", 1: "the next"}
_DAY_STEPS = {
    -2: "two days before", -1: "the day before", 0: "that same day", 1: "the day after", 2: "two days after",
}  # fmt: skip


@locates(Around)
def _around(e: Around, s: Setting) -> Located | None:
    unit, offset, base = e.unit, e.offset, e.base
    if base == "published" and unit in ("day", "week", "weekend"):
        s = _near_now(s)
    if base == "told" and unit == "week" and offset == 0 and _is_of_now(s):
        base = "published"
    anchor, because = anchor_of(base, s)
    if unit == "quarter" and base == "told" and offset == 0:
        if s.frame is not None:
            return _quarter_in(s.frame[0].year, s.quarter)
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
    coarser = (base == "told" or anchor is s.told) and WIDTH[anchor.precision] > WIDTH.get(unit, 0)
    if coarser and unit in ("day", "week", "weekend", "month"):
        return unknown(unit, f"{because}, which names no {unit}", anchor)
    day = anchor.begin
    if unit == "weekend" and offset == 0 and base == "published" and s.side < 0:
        offset -= day.isoweekday() < _SATURDAY or s.cue == "since"
    told = base == "told" and s.told is not None
    return _counted(unit, day, offset, because, anchor.value, told)


def _quarter_in(year: int, quarter: Located | None) -> Located:
    """The quarter of a year that is compared with the one told; the year where none is told."""
    if quarter is None or quarter.begin is None:
        return unit_of("year", date(year, 1, 1), "")
    return unit_of("quarter", quarter.begin.replace(year=year), "")


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


def _is_of_now(s: Setting) -> bool:
    """Whether a week is no week of a date ahead: "It falls due on 2 August. Earlier in the week he left"."""
    told, now = s.told, s.published
    if told is None or now is None or told.begin is None or told.begin <= now:
        return False
    return s.side < 0 or WIDTH[told.precision] > WIDTH["week"]


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
    anchor, because = anchor_of(base, s) if isinstance(base, str) else _anchor_named(base, s)
    if isinstance(what, Near):
        return _week_on(_near(what, s))
    if anchor is None or anchor.begin is None:
        return located(what, s)
    first, last = anchor.begin, anchor.end or anchor.begin
    told = s.told is not None and (base == "told" or anchor is s.told)
    if isinstance(what, Holiday):
        return _near_holiday(what, side, first, because)
    if isinstance(what, Date) and what.weekday and what.month is None:
        if told and anchor.precision not in ("day", "time"):
            return Located(f"XXXX-WXX-{what.weekday}", because=f"{because}, which names no day", sure=0.3)
        day, step = _near_weekday(side, what.weekday, first, told, s)
        found = unit_of("day", day, f"{because}, so {step} {WEEKDAYS[what.weekday - 1]}")
    elif isinstance(what, Date) and what.month:
        year = first.year
        if side < 0:
            just_over = (
                not told and what.month == first.month - 1
            )  # in December "last November" is no "last month"
            year -= what.month >= first.month or just_over
        elif side > 0:
            year += what.month <= last.month
        elif not told and s.side < 0 and what.month > first.month:
            year -= 1
        step = {-1: "the one before", 0: "the one of that year", 1: "the one after"}[side]
        found = unit_of("month", date(year, what.month, 1), f"{because}, so {step}")
    elif isinstance(what, Part):
        edge = last if side > 0 else first  # years apart where the anchor is a decade
        parts = [part_of(what, edge.year + shift, "") for shift in (-2, -1, 0, 1, 2)]
        if side < 0:
            found = next(p for p in reversed(parts) if p.end and p.end < first)
        elif side > 0:
            found = next(p for p in parts if p.begin and p.begin > last)
        else:
            found = _this_part(parts, first)
        found = found._replace(
            because=f"{because}, so {_WHICH[side]} {SEASONS[str(what.name)]}",
        )
    else:
        return located(what, s)
    return found._replace(anchor=anchor.value, sure=0.85 if side > 0 else 0.92)


def _week_on(inner: Located | None) -> Located | None:
    """Saturday week: a week on from the next Saturday."""
    if inner is None or inner.begin is None:
        return inner
    found = unit_of("day", inner.begin + timedelta(days=7), inner.because + ", and a week on")
    return found._replace(anchor=inner.anchor)


def _anchor_named(base: Expression, s: Setting) -> tuple[Located | None, str]:
    """The anchor that an expression names itself: "the Sunday before Easter"."""
    anchor = located(base, s)
    return anchor, f"counted from {in_words(anchor)}: {anchor.because}" if anchor is not None else ""


def _near_holiday(what: Holiday, side: int, day: date, because: str) -> Located:
    """Last Thanksgiving, next Easter; "this Christmas" is that of the year."""
    days = [holiday(nearest(what.name, day), day.year + shift) for shift in (-1, 0, 1)]
    if side < 0:
        chosen = max(each for each in days if each < day)
    else:
        chosen = min(each for each in days if each > day) if side > 0 else days[1]
    because = f"{because}, so {_WHICH[side]} one"
    return unit_of("day", chosen, because)._replace(anchor=day.isoformat(), sure=0.92)


def _this_part(parts: list[Located], day: date) -> Located:
    """Of "this summer" the one of the day's year; of "this winter" the one that the day is nearest to."""
    of_year = parts[len(parts) // 2]

    def days_off(part: Located) -> int:
        assert part.begin is not None
        assert part.end is not None
        return max((part.begin - day).days, (day - part.end).days)

    return min(parts, key=days_off) if of_year.end and of_year.end.year > day.year else of_year


def _near_weekday(side: int, number: int, day: date, told: bool, s: Setting) -> tuple[date, str]:
    if side < 0:
        return day - timedelta(days=(day.isoweekday() - number) % 7 or 7), "the last"
    if side > 0:
        return day + timedelta(days=(number - day.isoweekday()) % 7 or 7), "the next"
    if told and s.cue.lower() != "had":
        return day + timedelta(days=(number - day.isoweekday()) % 7), "the first"
    if told or s.side < 0:
        return day - timedelta(days=(day.isoweekday() - number) % 7), "the latest"
    return day + timedelta(days=(number - day.isoweekday()) % 7), "the coming"


@locates(Rolling)
def _rolling(e: Rolling, s: Setting) -> Located:
    value = duration_value((e.amount,))
    anchor, because = anchor_of(e.base, s)
    plain = Located(value, type="DURATION", mod=e.mod, because="a number of units that is not told")
    counted = e.amount.count is not None or e.amount.between is not None
    if not counted or anchor is None or anchor.begin is None:
        return plain
    if e.amount.unit in ("second", "minute") or (
        e.base == "told" and anchor.precision not in ("day", "time")
    ):
        return plain._replace(because="a length of time")
    day = anchor.begin if e.direction < 0 else (anchor.end or anchor.begin)
    if e.amount.between is None:
        other = moved(day, e.amount, e.direction)
    else:
        first, last = stretch_between(e.amount, e.direction, anchor)
        day, other = (first if e.apart else day), (first if e.direction < 0 else last)
    begin, end = (other, day) if e.direction < 0 else (day, other)
    which = "up to" if e.direction < 0 else "from"
    return plain._replace(
        begin=begin, end=end, precision="day", approximate=True, anchor=anchor.value, sure=0.9,
        because=f"{because}, so the stretch of that length {which} that day",
        begin_point=begin.isoformat(), end_point=end.isoformat(),
    )  # fmt: skip

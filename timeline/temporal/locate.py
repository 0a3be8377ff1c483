"""An Expression in its setting → the days that are meant, with the reason.

Follows the project's decisions about time (docs/decisions-about-time.md), which keep to TimeML
where TimeML decides.
"""

from dataclasses import dataclass, replace
from datetime import MINYEAR, MAXYEAR, date, time, timedelta
from math import ceil

from timeline.calendar import Days, add_months, granule, months
from timeline.edtf import thirds
from timeline.model import ClockTime, Precision, TimexType
from timeline.temporal.expression import (
    Amount, Around, Base, Century, Clock, Date, DayPart, Decade, Duration, Edge, Expression, Hedged, Holiday, Near,
    Nth, Part, Repeat, Rolling, Shift, Span, Unit, UnitOf, Vague, Within,
)  # fmt: skip
from timeline.temporal.holidays import holiday
from timeline.temporal.values import duration_value, season_of, week_value

MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
          "November", "December")  # fmt: skip
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
SEASONS = {"SP": "spring", "SU": "summer", "FA": "autumn", "WI": "winter"}
_FINER_THAN_DAY = frozenset({"second", "minute", "hour"})
_JUST_OVER = 100
"""Days for which a quarter or season that is over is still the one that plans and reports speak of."""
_NEAREST = 75
"""Days from publication within which a day and month without a year is the nearest one."""
_WIDTH: dict[str, int] = {
    "time": 0, "day": 0, "week": 1, "month": 2, "season": 3, "quarter": 3, "half": 4, "year": 5, "decade": 6,
    "century": 7,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Located:
    """An expression resolved: its TIMEX3 value, its days (None where it names none), and why."""

    value: str
    begin: date | None = None
    end: date | None = None
    precision: Precision = "day"
    type: TimexType = "DATE"
    mod: str | None = None
    approximate: bool = False
    throughout: bool = False
    clock: ClockTime | None = None
    because: str = ""
    anchor: str | None = None
    sure: float = 1.0
    explicit: bool = False
    """Whether the year is written out."""
    quant: str | None = None
    freq: str | None = None
    begin_point: str | None = None
    end_point: str | None = None


@dataclass(frozen=True, slots=True)
class Setting:
    """What an expression is counted from.

    `told` is the last date told, `month` the last that names a month or day, `quarter` the last quarter told, `heading` the date that heads this part of a chronicle; in a
    `narrative` dates without a year belong to the year told. `side` is that of the verb (−1 past,
    1 future, 0 unknown), `cue` the word that shows it.
    """

    published: date | None = None
    told: Located | None = None
    month: Located | None = None
    quarter: Located | None = None
    heading: Located | None = None
    narrative: bool = False
    side: int = 0
    cue: str = ""
    spoken: bool = False
    """Whether the cue is a verb of speech, which tells less about what is spoken of."""
    frame: Days | None = None
    clock: time | None = None

    @property
    def day(self) -> date | None:
        """The day that news is counted from: the chronicle's heading, else publication."""
        return self.heading.begin if self.heading is not None else self.published

    @property
    def narrates(self) -> bool:
        """Whether dates without a year follow the last date told."""
        return (
            self.told is not None
            and self.told.begin is not None
            and (self.narrative or self.published is None)
        )


def said(day: date) -> str:
    """A day in words: "Saturday 12 February 2022"."""
    return f"{WEEKDAYS[day.weekday()]} {day.day} {MONTHS[day.month - 1]} {day.year}"


def locate(expression: Expression, s: Setting) -> Located | None:
    """The days that an expression means; None where it cannot be a date at all."""
    try:
        return _locate(expression, s)
    except (OverflowError, ValueError):  # a year that no calendar of ours holds, 30 February
        return None


def _locate(e: Expression, s: Setting) -> Located | None:
    match e:
        case Date():
            return _date(e, s)
        case Part():
            return _part(e, s)
        case Decade():
            return _decade(e, s)
        case Century(number, bc):
            return _century(number, bc)
        case Holiday(name, year):
            return _holiday(name, year, s)
        case Around(unit, offset, base):
            return _around(unit, offset, base, s)
        case Near(side, what, base):
            return _near(side, what, base, s)
        case Within(what, frame):
            return _within(what, frame, s)
        case Nth():
            return _nth(e, s)
        case UnitOf(_, what):
            inner = _locate(what, s)
            return inner and _unit("week", inner.begin, inner.because) if inner and inner.begin else None
        case Rolling():
            return _rolling(e, s)
        case Shift():
            return _shift(e, s)
        case Duration(amounts, mod):
            return Located(
                duration_value(amounts),
                type="DURATION",
                mod=mod,
                because="a length of time, on no day in particular",
            )
        case Repeat(value, quant, freq):
            return Located(
                value,
                type="SET",
                quant=quant,
                freq=freq,
                because="something repeated, on no day in particular",
            )
        case Clock() | DayPart():
            return _time_of_day(e, s)
        case Edge():
            return _edge(e, s)
        case Hedged(mod, what):
            inner = _locate(what, s)
            return inner and replace(
                inner, mod=mod, approximate=inner.clock is None, because=inner.because + "; only about then"
            )
        case Vague(reference):
            return Located(reference, because="it names no day")
        case Span(first, last):
            return _span(first, last, s)


# Calendar dates


def _date(e: Date, s: Setting) -> Located | None:
    if e.bc:
        text = (
            f"BC{e.year or 0:04}" + (f"-{e.month:02}" if e.month else "") + (f"-{e.day:02}" if e.day else "")
        )
        return Located(
            text, because="a year before our era, which the timeline does not reach", explicit=True
        )
    if e.year is not None:
        sure = 0.6 if e.ambiguous else 1.0
        return _written(
            e.year, e.month, e.day, "the date is written out" if e.day else "it is written out", sure
        )
    if e.month is None and e.day is None:
        return _weekday(e.weekday or 1, s)
    if s.day is None and not s.narrates and s.frame is None:
        return Located(f"XXXX-{e.month or 0:02}".replace("-00", "-XX") + (f"-{e.day:02}" if e.day else ""),
                       because="no year is told, and the text has no publication date", sure=0.3)  # fmt: skip
    if e.month is None:
        return _day_of_month(e.day or 1, s)
    return _yearless(e, s)


def _written(year: int, month: int | None, day: int | None, because: str, sure: float = 1.0) -> Located:
    if not MINYEAR <= year <= MAXYEAR:
        raise ValueError(f"no year {year}")
    if month is None:
        return replace(_unit("year", date(year, 1, 1), because), explicit=True)
    if day is None:
        return replace(_unit("month", date(year, month, 1), because), explicit=True)
    if sure < 1:
        because += ", month first as American texts have it; it could also be the other way round"
    return replace(_unit("day", date(year, month, day), because), explicit=True, sure=sure)


def _yearless(e: Date, s: Setting) -> Located:
    month = e.month or 1
    if s.frame:
        years = range(s.frame[0].year, s.frame[1].year + 1)
        year = next((y for y in years if s.frame[0] <= _first_of(y, month, e.day) <= s.frame[1]), years[0])
        return _written(year, month, e.day, "")
    if s.narrates and s.told and s.told.begin:
        told = s.told
        if told.precision == "year" and s.month and s.month.begin and abs(s.month.begin.year - s.told.begin.year) <= 1:
            told = s.month
        year = _told_year(told, month, e.day)
        because = f"the text tells of {_in_words(told)} just before, so it is the {MONTHS[month - 1]} of {year}"
        return replace(_written(year, month, e.day, because), explicit=False, anchor=told.value, sure=0.85)
    day = s.day
    assert day is not None
    if e.weekday and e.day:
        for year in sorted(range(day.year - 6, day.year + 7), key=lambda y: abs(y - day.year)):
            if (
                _exists(year, month, e.day)
                and date(year, month, e.day).isoweekday() == e.weekday
                and abs(year - day.year) <= 3
            ):
                because = f"the {e.day} {MONTHS[month - 1]} nearest to {said(day)} that is a {WEEKDAYS[e.weekday - 1]}"
                return replace(_written(year, month, e.day, because), explicit=False, anchor=day.isoformat())
    year, because, sure = _news_year(month, e.day, day, s)
    return replace(_written(year, month, e.day, because), explicit=False, anchor=day.isoformat(), sure=sure)


def _first_of(year: int, month: int, day: int | None) -> date:
    return date(year, month, day if day and _exists(year, month, day) else 1)


def _exists(year: int, month: int, day: int) -> bool:
    return day <= months(year, month, 1)[1].day


def _told_year(told: Located, month: int, day: int | None) -> int:
    """In a narrative the year told, or the next where the tale has passed from autumn to spring."""
    assert told.begin is not None
    if _WIDTH[told.precision] >= _WIDTH["year"]:
        return told.begin.year
    return told.begin.year + (told.begin.month - month >= 9)


def _news_year(month: int, day: int | None, anchor: date, s: Setting) -> tuple[int, str, float]:
    """The year of a month, or of a day and month, in news of `anchor`."""
    dated = f"the article is dated {said(anchor)}"
    if day is None:
        if s.side > 0 and month != anchor.month and not s.spoken:
            return (
                anchor.year + (month < anchor.month),
                f"{dated} and {_verb(s)}, so the next {MONTHS[month - 1]}",
                0.9,
            )
        if month == anchor.month:
            return anchor.year, f"{dated}, in that month", 0.9
        return (
            anchor.year - (month > anchor.month),
            f"{dated}{_and_verb(s)}, so the latest {MONTHS[month - 1]}",
            0.9 if s.side else 0.8,
        )
    years = [
        y for y in (anchor.year - 1, anchor.year, anchor.year + 1, anchor.year + 2) if _exists(y, month, day)
    ]
    years = years or [y for y in range(anchor.year - 4, anchor.year + 5) if _exists(y, month, day)]
    nearest = min(years, key=lambda y: abs((date(y, month, day) - anchor).days))
    distance = (date(nearest, month, day) - anchor).days
    if s.side == 0 and distance > _NEAREST and not s.spoken:
        year = max((y for y in years if date(y, month, day) <= anchor), default=nearest)
        return year, f"{dated}, so the latest {day} {MONTHS[month - 1]}", 0.75
    if abs(distance) <= _NEAREST or s.side == 0 or s.spoken or distance * s.side > 0:
        return nearest, f"{dated}, and this is the nearest {day} {MONTHS[month - 1]}", 0.9
    if s.side < 0:
        year = max((y for y in years if date(y, month, day) <= anchor), default=nearest)
        return year, f"{dated} and {_verb(s)}, so the latest {day} {MONTHS[month - 1]}", 0.85
    year = min((y for y in years if date(y, month, day) >= anchor), default=nearest)
    return year, f"{dated} and {_verb(s)}, so the next {day} {MONTHS[month - 1]}", 0.85


def _day_of_month(day: int, s: Setting) -> Located | None:
    if s.frame:
        return _written(s.frame[0].year, s.frame[0].month, day, "")
    base = s.told.begin if s.narrates and s.told else s.day
    if base is None:
        return None
    around = [add_months(base.replace(day=1), shift) for shift in (-1, 0, 1)]
    days = [date(m.year, m.month, day) for m in around if _exists(m.year, m.month, day)]
    if s.narrates:
        chosen = next((d for d in days if (d.year, d.month) == (base.year, base.month)), days[0])
    elif s.side > 0:
        chosen = min((d for d in days if d >= base), default=days[-1])
    else:
        chosen = max((d for d in days if d <= base), default=days[0])
    return replace(
        _unit("day", chosen, f"the {day}th nearest to {said(base)}{_and_verb(s)}"),
        anchor=base.isoformat(),
        sure=0.7,
    )


def _weekday(number: int, s: Setting) -> Located:
    name = WEEKDAYS[number - 1]
    if s.frame:
        first = s.frame[0]
        return _unit("day", first + timedelta(days=(number - first.isoweekday()) % 7), "")
    if s.narrates and s.told and s.told.begin and s.told.precision in ("day", "time"):
        day = s.told.begin + timedelta(days=(number - s.told.begin.isoweekday()) % 7)
        return replace(
            _unit("day", day, f"the first {name} from {said(s.told.begin)}, told just before"),
            anchor=s.told.value,
            sure=0.8,
        )
    anchor = s.day
    if anchor is None or s.narrates:
        return Located(f"XXXX-WXX-{number}", because="there is no date to count the weekday from", sure=0.3)
    back = (anchor.isoweekday() - number) % 7
    dated = f"{'this part is headed' if s.heading else 'the article is dated'} {said(anchor)}"
    if back == 0:
        return replace(
            _unit("day", anchor, f"{dated}{_and_verb(s)}, so that same day"),
            anchor=anchor.isoformat(),
            sure=0.95,
        )
    if s.side > 0:
        day = anchor + timedelta(days=7 - back)
        return replace(
            _unit("day", day, f"{dated} and {_verb(s)}, so the next {name}"),
            anchor=anchor.isoformat(),
            sure=0.9,
        )
    day = anchor - timedelta(days=back)
    return replace(
        _unit("day", day, f"{dated}{_and_verb(s)}, so the latest {name}"),
        anchor=anchor.isoformat(),
        sure=0.95 if s.side else 0.85,
    )


def _verb(s: Setting) -> str:
    return f"the verb (“{s.cue}”) is {'past' if s.side < 0 else 'future'}"


def _and_verb(s: Setting) -> str:
    return f" and {_verb(s)}" if s.side else ""


# Parts of years, decades, centuries, holidays


def _part(e: Part, s: Setting) -> Located | None:
    if e.bc:
        return Located(f"BC{e.year or 0:04}-{_part_name(e)}", because="a year before our era", explicit=True)
    if e.year is not None:
        return replace(_part_of(e, e.year, "it is written out"), explicit=True)
    if s.frame:
        return _part_of(e, s.frame[0].year, "")
    if s.narrates and s.told and s.told.begin:
        year = s.told.begin.year
        part = _part_of(e, year, "")
        if (
            _WIDTH[s.told.precision] < _WIDTH["season"]
            and part.end
            and part.end < s.told.begin - timedelta(days=200)
        ):
            year += 1
        return replace(
            _part_of(e, year, f"the text tells of {_in_words(s.told)} just before"),
            anchor=s.told.value,
            sure=0.8,
        )
    if s.day is None:
        return Located(f"XXXX-{_part_name(e)}", because="no year is told", sure=0.3)
    parts = [_part_of(e, s.day.year + shift, "") for shift in (-1, 0, 1)]
    dated = f"the article is dated {said(s.day)}"
    latest = next(p for p in reversed(parts) if p.begin and p.begin <= s.day)
    over = latest.end is not None and (s.day - latest.end).days > _JUST_OVER
    if s.side > 0 and not s.spoken and over:
        part = next(p for p in parts if p.end and p.end >= s.day)
        return replace(
            part, because=f"{dated} and {_verb(s)}, so the next one", anchor=s.day.isoformat(), sure=0.85
        )
    return replace(
        latest, because=f"{dated}{_and_verb(s)}, so the latest one", anchor=s.day.isoformat(), sure=0.85
    )


def _part_name(e: Part) -> str:
    return {"quarter": f"Q{e.name}", "half": f"H{e.name}"}.get(e.unit, str(e.name))


def _part_of(e: Part, year: int, because: str) -> Located:
    if e.unit == "season":
        first = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}[str(e.name)]
        begin, end = months(year, first, 3)
    else:
        length = 3 if e.unit == "quarter" else 6
        begin, end = months(year, (int(e.name) - 1) * length + 1, length)
    return Located(f"{year:04}-{_part_name(e)}", begin, end, e.unit, because=because)


def _decade(e: Decade, s: Setting) -> Located | None:
    first = e.first
    if not e.century:
        near = s.told.begin if s.narrates and s.told else s.day
        now = near.year if near else 2000
        first = max(c + e.first for c in range(1000, 2100, 100) if c + e.first <= now + 5)
    begin, end = granule("decade", date(first, 1, 1))
    return Located(f"{first // 10}", begin, end, "decade", because="it is written out", explicit=e.century)


def _century(number: int, bc: bool) -> Located:
    if bc:
        return Located(f"BC{number - 1:02}", because="a century before our era", explicit=True)
    begin, end = granule("century", date(max(1, (number - 1) * 100), 1, 1))
    return Located(f"{number - 1:02}", begin, end, "century", because="it is written out", explicit=True)


def _holiday(name: str, year: int | None, s: Setting) -> Located | None:
    called = name.title().replace("'S", "'s")
    if year is not None:
        return replace(_unit("day", holiday(name, year), f"{called} of {year}"), explicit=True)
    if s.frame:
        return _unit("day", holiday(name, s.frame[0].year), f"{called} of that year")
    if s.narrates and s.told and s.told.begin:
        day = holiday(name, s.told.begin.year)
        return replace(
            _unit("day", day, f"{called} of {day.year}, the year told just before"),
            anchor=s.told.value,
            sure=0.8,
        )
    if s.day is None:
        return None
    days = [holiday(name, s.day.year + shift) for shift in (-1, 0, 1)]
    nearest = min(days, key=lambda d: abs((d - s.day).days))  # type: ignore[operator]
    day = nearest
    if s.side < 0 and not s.spoken:
        day = max(d for d in days if d <= s.day)
    elif s.side > 0 and not s.spoken:
        day = min(d for d in days if d >= s.day)
    return replace(
        _unit("day", day, f"{called} nearest to {said(s.day)}{_and_verb(s)}"),
        anchor=s.day.isoformat(),
        sure=0.85,
    )


# Counted from an anchor


def _base(base: Base, s: Setting) -> tuple[Located | None, str]:
    """The anchor of a relative expression, and how to name it."""
    if base == "told" and s.told is not None:
        return s.told, f"counted from {_in_words(s.told)}, told just before"
    if s.day is None:
        if s.told is not None and s.told.begin is not None:
            return s.told, f"counted from {_in_words(s.told)}, told just before"
        return None, ""
    what = "this part is headed" if s.heading else "the article is dated"
    return Located(s.day.isoformat(), s.day, s.day), f"{what} {said(s.day)}"


def _in_words(located: Located) -> str:
    if located.begin is None:
        return f"“{located.value}”"
    match located.precision:
        case "day" | "time":
            return said(located.begin)
        case "month":
            return f"{MONTHS[located.begin.month - 1]} {located.begin.year}"
        case "year":
            return str(located.begin.year)
        case _:
            return located.value


def _around(unit: Unit, offset: int, base: Base, s: Setting) -> Located | None:
    anchor, because = _base(base, s)
    if unit == "quarter" and base == "told" and offset == 0:
        if s.quarter is not None:
            return replace(s.quarter, because=f"the quarter told before, {s.quarter.value}", anchor=s.quarter.value, sure=0.9)
        if s.day is not None:
            return replace(_unit_at("quarter", s.day, -1, f"{because}, so the last quarter that was over"), anchor=s.day.isoformat(), sure=0.8)
    if anchor is None or anchor.begin is None:
        return _unknown(unit, because or "there is no date to count from")
    if s.narrates and base == "published" and offset == 0 and s.told and _WIDTH.get(unit, 0) >= _WIDTH["month"]:
        anchor, because = _base("told", s)
        assert anchor is not None and anchor.begin is not None
    if s.frame and base == "published":
        return _unit_at(unit, s.frame[0], offset, "")
    if base == "told" and _WIDTH[anchor.precision] > _WIDTH.get(unit, 0):
        if unit in ("day", "week", "weekend", "month") and not (
            offset == 0 and unit == "day" and anchor.precision == "week"
        ):
            return _unknown(unit, f"{because}, which names no {unit}", anchor)
    day = anchor.begin
    if unit == "weekend" and offset == 0 and base == "published" and s.side < 0 and day.isoweekday() < 5:
        offset = -1
    found = _unit_at(unit, day, offset, because)
    step = {-1: "the one before", 0: "the one that it lies in", 1: "the one after"}.get(
        offset, f"{offset:+} {unit}s"
    )
    if unit == "day":
        step = {
            -2: "two days before",
            -1: "the day before",
            0: "that same day",
            1: "the day after",
            2: "two days after",
        }[offset]
    told = base == "told" and s.told is not None
    return replace(found, because=f"{because}, so {step}", anchor=anchor.value, sure=0.9 if told else 0.97)


def _unknown(unit: Unit, because: str, anchor: Located | None = None) -> Located:
    value = {"day": "XXXX-XX-XX", "week": "XXXX-WXX", "weekend": "XXXX-WXX-WE", "month": "XXXX-XX"}.get(
        unit, "XXXX"
    )
    if anchor is not None and anchor.precision in ("month", "year") and unit in ("day", "month"):
        value = (anchor.value + "-XX-XX-XX")[: 10 if unit == "day" else 7]
    return Located(value, because=because, sure=0.3, anchor=anchor.value if anchor else None)


def _unit_at(unit: Unit, day: date, offset: int, because: str) -> Located:
    """The granule `offset` units on from the one that `day` lies in."""
    match unit:
        case "day":
            return _unit("day", day + timedelta(days=offset), because)
        case "week" | "fortnight":
            return _unit("week", day + timedelta(days=7 * offset), because)
        case "weekend":
            saturday = day - timedelta(days=day.weekday()) + timedelta(days=5 + 7 * offset)
            return Located(
                week_value(saturday) + "-WE", saturday, saturday + timedelta(days=1), "day", because=because
            )
        case "month":
            return _unit("month", add_months(day.replace(day=1), offset), because)
        case "season":
            return _unit("season", add_months(day.replace(day=1), 3 * offset), because)
        case "quarter":
            return _unit("quarter", add_months(day.replace(day=1), 3 * offset), because)
        case "half":
            return _unit("half", add_months(day.replace(day=1), 6 * offset), because)
        case "decade":
            return _unit("decade", date(day.year + 10 * offset, 1, 1), because)
        case "century" | "millennium":
            return _unit("century", date(day.year + 100 * offset, 1, 1), because)
        case _:
            return _unit("year", date(day.year + offset, 1, 1), because)


def _unit(unit: Precision, day: date, because: str) -> Located:
    """The granule of a day as a located date."""
    begin, end = granule(unit, day)
    match unit:
        case "week":
            value = week_value(day)
        case "month":
            value = f"{day:%Y-%m}" if day.year > 999 else f"{day.year:04}-{day.month:02}"
        case "season":
            year, name = season_of(day)
            value = f"{year:04}-{name}"
        case "quarter":
            value = f"{day.year:04}-Q{(day.month - 1) // 3 + 1}"
        case "half":
            value = f"{day.year:04}-H{1 + (day.month > 6)}"
        case "year":
            value = f"{day.year:04}"
        case "decade":
            value = f"{day.year // 10:03}"
        case "century":
            value = f"{day.year // 100:02}"
        case _:
            value = day.isoformat()
    return Located(value, begin, end, unit, because=because)


def _near(side: int, what: Expression, base: Base, s: Setting) -> Located | None:
    anchor, because = _base(base, s)
    if isinstance(what, Near):
        inner = _near(what.side, what.what, what.base, s)
        if inner is None or inner.begin is None:
            return inner
        return replace(
            _unit("day", inner.begin + timedelta(days=7), inner.because + ", and a week on"),
            anchor=inner.anchor,
        )
    if anchor is None or anchor.begin is None:
        return _locate(what, s)
    first, last = anchor.begin, anchor.end or anchor.begin
    told = base == "told" and s.told is not None
    if isinstance(what, Date) and what.weekday and what.month is None:
        if told and anchor.precision not in ("day", "time"):
            return Located(f"XXXX-WXX-{what.weekday}", because=f"{because}, which names no day", sure=0.3)
        day, step = _near_weekday(side, what.weekday, first, told, s)
        found = _unit("day", day, f"{because}, so {step} {WEEKDAYS[what.weekday - 1]}")
    elif isinstance(what, Date) and what.month:
        year = first.year
        if side < 0:
            year -= what.month >= first.month
        elif side > 0:
            year += what.month <= last.month
        elif not told and s.side < 0 and what.month > first.month:
            year -= 1
        step = {-1: "the one before", 0: "the one of that year", 1: "the one after"}[side]
        found = _unit("month", date(year, what.month, 1), f"{because}, so {step}")
    elif isinstance(what, Part):
        parts = [_part_of(what, first.year + shift, "") for shift in (-2, -1, 0, 1, 2)]
        if side < 0:
            found = next(p for p in reversed(parts) if p.end and p.end < first)
        elif side > 0:
            found = next(p for p in parts if p.begin and p.begin > last)
        else:
            found = next((p for p in parts if p.begin and p.end and p.begin <= first <= p.end), parts[2])
        found = replace(
            found,
            because=f"{because}, so {({-1: 'the last', 0: 'that', 1: 'the next'})[side]} {SEASONS[str(what.name)]}",
        )
    else:
        return _locate(what, s)
    return replace(found, anchor=anchor.value, sure=0.85 if side > 0 else 0.92)


def _near_weekday(side: int, number: int, day: date, told: bool, s: Setting) -> tuple[date, str]:
    if side < 0:
        return day - timedelta(days=(day.isoweekday() - number) % 7 or 7), "the last"
    if side > 0:
        return day + timedelta(days=(number - day.isoweekday()) % 7 or 7), "the next"
    if told or s.side < 0:
        return day - timedelta(days=(day.isoweekday() - number) % 7), "the latest"
    return day + timedelta(days=(number - day.isoweekday()) % 7), "the coming"


def _within(what: Expression, frame: Expression, s: Setting) -> Located | None:
    outer = _locate(frame, s)
    if outer is None or outer.begin is None or outer.end is None:
        return _locate(what, s) if outer is None else Located(outer.value, because=outer.because)
    if isinstance(what, Clock | DayPart | Duration):
        return None
    inner = _locate(what, replace(s, frame=(outer.begin, outer.end), told=None, narrative=False))
    if inner is None:
        return None
    return replace(
        inner,
        because=f"that of {_in_words(outer)}: {outer.because}",
        anchor=outer.anchor or outer.value,
        explicit=outer.explicit,
    )


def _nth(e: Nth, s: Setting) -> Located | None:
    outer = _locate(e.frame, s)
    if outer is None or outer.begin is None or outer.end is None:
        return Located("XXXX", because="what it is a part of has no date", sure=0.3)
    begin, end, n = outer.begin, outer.end, e.number
    because = f"counted in {_in_words(outer)}: {outer.because}"
    match e.unit:
        case "day":
            day = begin + timedelta(days=n - 1) if n > 0 else end + timedelta(days=n + 1)
            found = _unit("day", day, because)
        case "week" | "weekend":
            first = begin + timedelta(days=7 * (n - 1)) if n > 0 else end - timedelta(days=6)
            if e.unit == "weekend":
                saturday = first + timedelta(days=(6 - first.isoweekday()) % 7)
                found = _unit_at("weekend", saturday, 0, because)
            else:
                found = replace(
                    _unit("week", first + timedelta(days=3), because),
                    begin=first,
                    end=min(first + timedelta(days=6), end),
                    precision="day",
                )
        case "month" | "quarter" | "half" | "year":
            size = {"month": 1, "quarter": 3, "half": 6, "year": 12}[e.unit]
            if e.unit == "half":
                total = max(2, round((end - begin).days / 30.4))
                size = total // 2
                if outer.precision not in ("year", "month", "quarter", "decade", "century"):
                    return replace(outer, mod="START" if n == 1 else "END", because=because)
                if outer.precision != "year":
                    return _half_of(outer, n, because)
            first = add_months(begin, size * (n - 1)) if n > 0 else add_months(begin.replace(day=1), 0)
            if n < 0:
                first = add_months(end.replace(day=1), -(size - 1))
            found = _unit(e.unit, first, because)
        case _:
            return None
    if found.begin is None or found.begin > end or found.begin < begin - timedelta(days=7):
        return None
    return replace(found, anchor=outer.value, explicit=outer.explicit)


def _half_of(outer: Located, n: int, because: str) -> Located:
    assert outer.begin is not None and outer.end is not None
    middle = outer.begin + (outer.end - outer.begin) // 2
    if outer.precision in ("decade", "century"):
        middle = date(middle.year, 12, 31) if middle.month > 6 else date(middle.year - 1, 12, 31)
    days = (outer.begin, middle) if n == 1 else (middle + timedelta(days=1), outer.end)
    return replace(
        outer, begin=days[0], end=days[1], mod="START" if n == 1 else "END", precision="day", because=because
    )


def _rolling(e: Rolling, s: Setting) -> Located:
    value = duration_value((e.amount,))
    anchor, because = _base(e.base, s)
    plain = Located(value, type="DURATION", mod=e.mod, because="a number of units that is not told")
    if e.amount.count is None or anchor is None or anchor.begin is None:
        return plain
    if e.amount.unit in ("second", "minute") or e.base == "told" and anchor.precision not in ("day", "time"):
        return replace(plain, because="a length of time")
    day = anchor.begin if e.direction < 0 else (anchor.end or anchor.begin)
    other = _moved(day, e.amount, e.direction)
    begin, end = (other, day) if e.direction < 0 else (day, other)
    which = "up to" if e.direction < 0 else "from"
    return replace(
        plain, begin=begin, end=end, precision="day", approximate=True, anchor=anchor.value, sure=0.9,
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
            size = {"month": 1, "season": 3, "quarter": 3, "half": 6, "year": 12, "decade": 120, "century": 1200,
                    "millennium": 12000}[unit]  # fmt: skip
            return add_months(day, direction * round(count * size))


_SHIFTED: dict[str, Precision] = {
    "day": "day", "weekend": "day", "week": "week", "fortnight": "week", "month": "month", "season": "month",
    "quarter": "quarter", "half": "half", "year": "year", "decade": "year", "century": "year", "millennium": "year",
}  # fmt: skip


def _shift(e: Shift, s: Setting) -> Located | None:
    if isinstance(e.base, str):
        anchor, because = _base(e.base, s)
    else:
        anchor = _locate(e.base, s)
        because = f"counted from {_in_words(anchor)}: {anchor.because}" if anchor else ""
    finest = e.amounts[-1]
    if isinstance(e.base, str) and finest.unit == "year" and finest.count == 1 and s.quarter is not None and s.told is not None and (
        s.told.precision == "quarter" or s.told.because.endswith("earlier than that quarter")
    ):
        assert s.quarter.begin is not None
        day = add_months(s.quarter.begin, 12 * e.direction)
        return replace(_unit("quarter", day, f"the text tells of {s.quarter.value}; a year earlier than that quarter"), anchor=s.quarter.value, sure=0.85)
    if anchor is None or anchor.begin is None:
        return Located(
            "PAST_REF" if e.direction < 0 else "FUTURE_REF",
            because="what it is counted from has no date",
            sure=0.3,
        )
    if finest.unit in _FINER_THAN_DAY:
        return _shift_hours(e, anchor, because, s)
    unit = _SHIFTED[finest.unit]
    if finest.count is not None and finest.count != int(finest.count):
        unit = {"year": "month", "decade": "year", "month": "week", "week": "day"}.get(unit, unit)  # type: ignore[assignment]
    counted = not isinstance(e.base, str) or (e.base == "told" and s.told is not None)
    if unit == "week" and counted and anchor.precision in ("day", "time"):
        unit = "day"
    if not isinstance(e.base, str) and anchor.precision in ("day", "time") and unit in ("month", "year"):
        unit = "day"
    if _WIDTH[anchor.precision] > _WIDTH[unit] and not (anchor.precision == "week" and unit == "day"):
        if unit == "day":
            return Located(
                _unknown("day", "", anchor).value,
                because=f"{because}, which names no day",
                sure=0.3,
                anchor=anchor.value,
            )
        unit = anchor.precision
    day = anchor.begin if e.direction < 0 or anchor.end is None else anchor.end
    if unit not in ("day", "week"):
        day = anchor.begin
    for amount in e.amounts:
        day = _moved(day, amount, e.direction)
    way = "back" if e.direction < 0 else "on"
    length = " and ".join(f"{a.count:g} {a.unit}{'s' * (a.count != 1)}" for a in e.amounts if a.count)
    found = _unit(unit, day, f"{because}, {length} {way}")
    return replace(found, anchor=anchor.value, mod=e.mod, approximate=e.mod is not None, sure=0.9)


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
    return Located(f"{day.isoformat()}T{at:%H:%M}", day, day, "time", "TIME", clock=ClockTime(at), because=because,
                   anchor=anchor.value, sure=0.85)  # fmt: skip


# Times of day


def _time_of_day(e: Clock | DayPart, s: Setting) -> Located | None:
    if e.day is not None:
        day = _locate(e.day, s)
    elif s.told is not None and s.told.precision in ("day", "time") and s.told.begin is not None:
        day = replace(
            s.told, because=f"the day told just before is {_in_words(s.told)}", value=s.told.begin.isoformat()
        )
    elif s.day is not None and not s.narrates:
        because = f"{'this part is headed' if s.heading else 'the article is dated'} {said(s.day)}"
        day = Located(s.day.isoformat(), s.day, s.day, because=because, anchor=s.day.isoformat(), sure=0.8)
    else:
        day = None
    if day is None:
        day = Located("XXXX-XX-XX", because="no day is told", sure=0.3)
    value = day.value if len(day.value) >= 10 and day.precision in ("day", "time") else day.value
    value = value.split("T")[0]
    if isinstance(e, DayPart):
        return replace(
            day,
            value=f"{value}T{e.part}",
            type="TIME",
            precision="day" if day.precision == "time" else day.precision,
            clock=None,
        )
    stamp = (
        f"{e.hour:02}"
        + (f":{e.minute:02}" if e.minute is not None else ":00")
        + (f":{e.second:02}" if e.second else "")
    )
    value = f"{value}T{stamp}"
    if day.precision not in ("day", "time") or day.begin is None or day.begin != day.end:
        return replace(day, value=value, type="TIME", clock=None)
    begin = day.begin + timedelta(days=e.hour == 24)
    clock = ClockTime(time(e.hour % 24, e.minute or 0, e.second or 0), e.zone)
    zone = f"; the clock is {e.zone}" if e.zone else ""
    return replace(
        day,
        value=value,
        begin=begin,
        end=begin,
        type="TIME",
        precision="time",
        clock=clock,
        because=day.because + zone,
    )


# Edges and spans


def _edge(e: Edge, s: Setting) -> Located | None:
    inner = _locate(e.what, s)
    if inner is None or inner.begin is None or inner.end is None:
        return inner and replace(inner, mod=e.mod)
    if not e.narrows:
        return _up_to_now(e, inner, s)
    cuts = thirds(inner.precision, inner.begin) if inner.precision in ("month", "year", "decade") else ()
    if not cuts or (inner.begin, inner.end) != granule(inner.precision, inner.begin):
        vague = inner.precision not in ("day", "time")
        return replace(inner, mod=e.mod, approximate=vague, because=inner.because)
    begin, end = cuts[{"START": 0, "MID": 1, "END": 2}[e.mod]]
    third = {"START": "first", "MID": "middle", "END": "last"}[e.mod]
    return replace(
        inner,
        begin=begin,
        end=end,
        mod=e.mod,
        approximate=True,
        because=f"{inner.because}; its {third} third",
    )


def _up_to_now(e: Edge, inner: Located, s: Setting) -> Located:
    """Earlier this year: from its beginning up to publication; later this year: from then on."""
    assert inner.begin is not None and inner.end is not None
    now = s.day
    if now is None or not inner.begin < now < inner.end or s.narrates:
        return replace(inner, mod=e.mod)
    days = (inner.begin, now) if e.mod == "START" else (now, inner.end)
    which = "up to" if e.mod == "START" else "from"
    return replace(
        inner,
        begin=days[0],
        end=days[1],
        mod=e.mod,
        precision="day",
        because=f"{inner.because}; the part of it {which} {said(now)}",
    )


def _span(first: Expression, last: Expression, s: Setting) -> Located | None:
    end = _locate(last, s)
    if end is None:
        return None
    if end.begin is None:
        begin = _locate(first, s)
        return begin and Located(f"{begin.value}/{end.value}", because=end.because, explicit=True)
    if isinstance(first, Date) and first.year is None and end.begin is not None:
        first = replace(first, year=end.begin.year)
    begin = _locate(first, s)
    if begin is None or begin.begin is None or end.end is None or begin.begin > end.end:
        return None
    return Located(f"{begin.value}/{end.value}", begin.begin, end.end, end.precision, throughout=True, because=end.because,
                   anchor=end.anchor, sure=end.sure, explicit=end.explicit)  # fmt: skip

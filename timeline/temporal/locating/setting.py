"""What an expression is counted from, what it turns out to mean, and the granules that both share."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, time, timedelta
from functools import lru_cache
from typing import Any, NamedTuple

from timeline.calendar import Days, add_months, granule, months
from timeline.model import ClockTime, Precision, TimexType
from timeline.temporal.expression import Base, Expression, Found, Part, Unit
from timeline.temporal.values import season_of, week_value

KEPT = 4096
"""Results kept of a function that news asks the same things of again and again."""


MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
          "November", "December")  # fmt: skip


WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


SEASONS = {"SP": "spring", "SU": "summer", "FA": "autumn", "WI": "winter"}


WIDTH: dict[str, int] = {
    "time": 0, "day": 0, "week": 1, "month": 2, "season": 3, "quarter": 3, "half": 4, "year": 5, "decade": 6,
    "century": 7,
}  # fmt: skip


class Located(NamedTuple):
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


@dataclass(slots=True)
class Setting:
    """What an expression is counted from; it moves on with the text.

    `told` is the last date told, `past` the last that was not after publication, `main` the last that the
    text goes on from after the sentence, `day_told` the last that is a day, `month` the last that names a
    month or day, `quarter` the last quarter told, `heading` the date that heads this part of a chronicle.
    In a `narrative` dates
    without a year belong to the year told. `side` is that of the verb (−1 past, 1 future, 0
    unknown), `cue` the word that shows it.
    """

    published: date | None = None
    told: Located | None = None
    past: Located | None = None
    main: Located | None = None
    day_told: Located | None = None
    month: Located | None = None
    quarter: Located | None = None
    heading: Located | None = None
    year: Located | None = None
    """The year or month that alone heads this part: dates below it are of that year."""
    teller: Found | None = None
    """Where the date told last stands."""
    near: bool = False
    """Whether the date told last stands in the same paragraph; of a time of day, in the same sentence."""
    heads: bool = False
    """Whether the date heads a part or an entry of a chronicle itself."""
    begun: date | None = None
    """The day on which the text says that something began, where it counts days from that."""
    bc: str | None = None
    """The TIMEX3 value told last, where that was a year before our era."""
    narrative: bool = False
    aside: bool = False
    """Whether the paragraph looks back at another year that it has written out."""
    late: bool = False
    """Whether a word says that the date is of late, whatever year is told before: "most recently in May"."""
    tells: bool = False
    """Whether a tale of an earlier year has gone on from the day that began it: "The next day …"."""
    story: bool = False
    """Whether it goes on telling of that year: "that February"."""
    compared: bool = False
    """Whether a history only compares what it tells with this date."""
    counted_back: bool = False
    """Whether what is told comes before the date told last: "in May 2019, a month after they had met"."""
    had: bool = False
    """Whether the sentence tells what had been before the day told in the last."""
    side: int = 0
    cue: str = ""
    spoken: bool = False
    """Whether the cue is a verb of speech, which tells less about what is spoken of."""
    plain: bool = False
    """Whether the cue leaves no doubt: its verb stands right before the date, "since", or "will"."""
    later: bool = False
    """Whether the day is that of what was to follow the day told: "told on Friday to leave by Monday"."""
    signal: str = ""
    """The signal before the expression, as it is written."""
    frame: Days | None = None
    clock: time | None = None

    @property
    def day(self) -> date | None:
        """The day that news is counted from: the chronicle's heading, else publication."""
        return self.heading.begin if self.heading is not None else self.published

    @property
    def come_to(self) -> date | None:
        """The day or month that an entry of a chronicle has come to, past its heading."""
        told, heading = self.told, self.heading
        if self.heads or not self.near or told is None or heading is None:
            return None
        if told.begin is None or heading.begin is None or told.precision not in ("day", "time", "month"):
            return None
        over = self.published is None or told.begin <= self.published
        return told.begin if told.begin > heading.begin and over else None

    @property
    def headed(self) -> bool:
        """Whether a heading with a date stands above, as in a chronicle."""
        return self.heading is not None or self.year is not None

    @property
    def narrates(self) -> bool:
        """Whether dates without a year follow the last date told."""
        return (
            self.told is not None
            and self.told.begin is not None
            and (self.narrative or self.published is None)
        )

    @property
    def planned_then(self) -> bool:
        """Whether it was a plan of its time, which is over or not: "was due to end in September"."""
        return self.side > 0 and self.cue.lower().startswith(("was ", "were "))

    @property
    def foretells(self) -> bool:
        """Whether a history speaks of what is to come after it was published: "come September it will"."""
        return self.published is not None and self.side > 0 and self.cue.lower() in _OF_NOW


_OF_NOW = frozenset(("will", "shall", "is on", "is to", "are to"))
"""Words by which what is to come is so from the day of writing."""


@lru_cache(maxsize=KEPT)
def said(day: date) -> str:
    """A day in words: "Saturday 12 February 2022"."""
    return f"{WEEKDAYS[day.weekday()]} {day.day} {MONTHS[day.month - 1]} {day.year}"


def in_words(located: Located) -> str:
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


def and_verb(side: int, cue: str) -> str:
    """What the verb of the clause adds to a reason; nothing where it tells no side."""
    return f" and “{cue}” puts it in the {'past' if side < 0 else 'future'}" if side and cue else ""


@lru_cache(maxsize=KEPT)
def dated_on(day: date, headed: bool = False) -> str:
    """Where the day that news is counted from stands: over this part of a chronicle, or over it all."""
    return f"{'this part is headed' if headed else 'the article is dated'} {said(day)}"


def anchor_of(base: Base, s: Setting) -> tuple[Located | None, str]:
    """The anchor of a relative expression, and how to name it."""
    if (base == "told" or (s.narrates and s.published is None)) and s.told is not None:
        return s.told, f"counted from {in_words(s.told)}, told just before"
    if s.day is None:
        if s.told is not None and s.told.begin is not None:
            return s.told, f"counted from {in_words(s.told)}, told just before"
        return None, ""
    return _day(s.day), dated_on(s.day, s.heading is not None)


@lru_cache(maxsize=KEPT)
def _day(day: date) -> Located:
    return Located(day.isoformat(), day, day)


def unknown(unit: Unit, because: str, anchor: Located | None = None) -> Located:
    value = {"day": "XXXX-XX-XX", "week": "XXXX-WXX", "weekend": "XXXX-WXX-WE", "month": "XXXX-XX"}.get(
        unit, "XXXX"
    )
    if anchor is not None and anchor.precision in ("month", "year") and unit in ("day", "month"):
        value = (anchor.value + "-XX-XX-XX")[: 10 if unit == "day" else 7]
    return Located(value, because=because, sure=0.3, anchor=anchor.value if anchor else None)


@lru_cache(maxsize=KEPT)
def unit_of(unit: Precision, day: date, because: str) -> Located:
    """The granule of a day as a located date."""
    begin, end = granule(unit, day)
    match unit:
        case "week":
            value = week_value(day)
        case "month":
            value = f"{day:%Y-%m}" if day.year > 999 else f"{day.year:04}-{day.month:02}"
        case "season":
            year, name = season_of(day)
            if year < date.min.year:
                raise ValueError(f"no year {year}")
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


def unit_at(unit: Unit, day: date, offset: int, because: str) -> Located:
    """The granule `offset` units on from the one that `day` lies in."""
    match unit:
        case "day":
            return unit_of("day", day + timedelta(days=offset), because)
        case "week" | "fortnight":
            return unit_of("week", day + timedelta(days=7 * offset), because)
        case "weekend":
            saturday = day - timedelta(days=day.weekday()) + timedelta(days=5 + 7 * offset)
            return Located(
                week_value(saturday) + "-WE", saturday, saturday + timedelta(days=1), "day", because=because
            )
        case "month":
            return unit_of("month", add_months(day.replace(day=1), offset), because)
        case "season":
            return unit_of("season", add_months(day.replace(day=1), 3 * offset), because)
        case "quarter":
            return unit_of("quarter", add_months(day.replace(day=1), 3 * offset), because)
        case "half":
            return unit_of("half", add_months(day.replace(day=1), 6 * offset), because)
        case "decade":
            return unit_of("decade", date(day.year + 10 * offset, 1, 1), because)
        case "century" | "millennium":
            return unit_of("century", date(day.year + 100 * offset, 1, 1), because)
        case _:
            return unit_of("year", date(day.year + offset, 1, 1), because)


def part_of(e: Part, year: int, because: str) -> Located:
    if e.unit == "season":
        first = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}[str(e.name)]
        begin, end = months(year, first, 3)
    else:
        length = 3 if e.unit == "quarter" else 6
        begin, end = months(year, (int(e.name) - 1) * length + 1, length)
    return Located(f"{year:04}-{part_name(e)}", begin, end, e.unit, because=because)


def part_name(e: Part) -> str:
    return {"quarter": f"Q{e.name}", "half": f"H{e.name}"}.get(e.unit, str(e.name))


_Locates = Callable[[Any, "Setting"], "Located | None"]
_BY_TYPE: dict[type, _Locates] = {}


def locates(*types: type) -> Callable[[_Locates], _Locates]:
    """Register how expressions of these types are located; the modules beside this one do."""

    def register(function: _Locates) -> _Locates:
        _BY_TYPE.update(dict.fromkeys(types, function))
        return function

    return register


def located(expression: Expression, setting: Setting) -> Located | None:
    """The days that an expression means."""
    return _BY_TYPE[type(expression)](expression, setting)

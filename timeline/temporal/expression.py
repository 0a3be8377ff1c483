"""What a temporal expression says, before it is known which day it was said on.

The scanner builds these values, `resolve` works out the days. Everything is frozen; a field that
the text leaves open is None.
"""

from dataclasses import dataclass
from datetime import date
from typing import Literal, NamedTuple

Unit = Literal[
    "second", "minute", "hour", "day", "weekend", "week", "fortnight", "month", "season", "quarter", "half",
    "year", "decade", "century", "millennium",
]  # fmt: skip
Base = Literal["published", "told"]
Direction = Literal[-1, 1]


@dataclass(frozen=True, slots=True)
class Date:
    """A calendar date with some fields known: "12 February", "Saturday", "1914", "490 BC".

    `ambiguous` is set where day and month could be the other way round.
    """

    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    bc: bool = False
    ambiguous: bool = False


@dataclass(frozen=True, slots=True)
class Part:
    """A numbered part of a year: quarter 1–4, half 1–2, season by name (SP, SU, FA, WI)."""

    unit: Literal["quarter", "half", "season"]
    name: int | str
    year: int | None = None
    bc: bool = False


@dataclass(frozen=True, slots=True)
class Decade:
    """Ten years by their first: 1990; `century` is unknown in "the nineties"."""

    first: int
    century: bool = True
    bc: bool = False


@dataclass(frozen=True, slots=True)
class Century:
    """The n-th century."""

    number: int
    bc: bool = False


@dataclass(frozen=True, slots=True)
class Holiday:
    """A named day whose date a rule of `holidays` tells."""

    name: str
    year: int | None = None


@dataclass(frozen=True, slots=True)
class Remembered:
    """A day and month that what happened then is known by: "the September 11 attacks", once it has been."""

    day: date
    what: Date


@dataclass(frozen=True, slots=True)
class Around:
    """A unit around an anchor: "last week" (offset −1), "this year" (0), "the following day" (told, +1)."""

    unit: Unit
    offset: int
    base: Base = "published"


@dataclass(frozen=True, slots=True)
class Near:
    """The named date on one side: "last Saturday", "next May"; on side 0 of `told` the one told."""

    side: Literal[-1, 0, 1]
    what: "Expression"
    base: "Base | Expression" = "published"


@dataclass(frozen=True, slots=True)
class Within:
    """A date that a wider one completes: "July last year", "Friday of that week", "May of 1915"."""

    what: "Expression"
    frame: "Expression"


@dataclass(frozen=True, slots=True)
class Nth:
    """The n-th unit of something wider: "the first week of May"; −1 is the last."""

    number: int
    unit: Unit
    frame: "Expression"
    weekday: int | None = None
    """Of days, only those: "the first Sunday of May"."""


@dataclass(frozen=True, slots=True)
class UnitOf:
    """The unit that a date lies in: "the week of 9 March"."""

    unit: Unit
    what: "Expression"


@dataclass(frozen=True, slots=True)
class Amount:
    """So many units; count None is "some", or as many as `between` tells: "two to four weeks"."""

    unit: Unit
    count: float | None
    between: tuple[float, float] | None = None


@dataclass(frozen=True, slots=True)
class Rolling:
    """The stretch of that length that ends, or begins, at the anchor: "the past three months".

    `apart` from it by the least of a range: "in two to four weeks".
    """

    amount: Amount
    direction: Direction
    base: Base = "published"
    mod: str | None = None
    apart: bool = False


@dataclass(frozen=True, slots=True)
class Shift:
    """So far from an anchor: "two days ago", "a week after 9 May"."""

    amounts: tuple[Amount, ...]
    direction: Direction
    base: "Base | Expression" = "published"
    mod: str | None = None
    so_far: bool = False
    """Whether it has come by now: "eight years on"."""


@dataclass(frozen=True, slots=True)
class DayOf:
    """The n-th day since something began: "day 100 of the war"."""

    number: int


@dataclass(frozen=True, slots=True)
class Duration:
    """A length of time that names no days; several amounts add up ("2 hours 15 minutes")."""

    amounts: tuple[Amount, ...]
    mod: str | None = None


@dataclass(frozen=True, slots=True)
class Repeat:
    """A set of times: its TIMEX3 value, quantifier and frequency."""

    value: str
    quant: str | None = None
    freq: str | None = None


@dataclass(frozen=True, slots=True)
class Clock:
    """A time of day, on a day (None: the day that is told, or the publication day)."""

    hour: int
    minute: int | None = None
    second: int | None = None
    zone: str | None = None
    day: "Expression | None" = None


@dataclass(frozen=True, slots=True)
class DayPart:
    """MO, AF, EV, NI … of a day (None as for a Clock)."""

    part: str
    day: "Expression | None" = None
    over: bool = False
    """Whether it is a whole night, of two days: "the night to Friday", "overnight"."""


@dataclass(frozen=True, slots=True)
class Edge:
    """Early, mid, late or the end of something: TIMEX3 mod; `narrows` the days to that third.

    "earlier this year" does not narrow: its days run up to publication, those of "later" from it.
    """

    mod: str
    what: "Expression"
    narrows: bool = True


@dataclass(frozen=True, slots=True)
class Hedged:
    """A date that is only about right: "around 1 November"; mod APPROX, BEFORE, AFTER …"""

    mod: str
    what: "Expression"


@dataclass(frozen=True, slots=True)
class Vague:
    """PAST_REF, PRESENT_REF or FUTURE_REF."""

    reference: str


@dataclass(frozen=True, slots=True)
class Name:
    """A name that holds the word of a date and is none: "the Sunday Times"."""


Expression = (
    Date | Part | Decade | Century | Holiday | Remembered | Around | Near | Within | Nth | UnitOf | Rolling
    | Shift | DayOf | Duration | Repeat | Clock | DayPart | Edge | Hedged | Vague | Name
)  # fmt: skip


class Found(NamedTuple):
    """An expression where it stands: tokens first to last (exclusive), and its symbol in compositions.

    A weak one counts only as a part of a longer one.
    """

    first: int
    last: int
    expression: Expression
    symbol: str
    weak: bool = False


def kind(expression: Expression) -> str:
    """The class that composition rules know an expression by, by the unit that it names."""
    known = _CLASSES.get(type(expression))
    if known is not None:
        return known
    match expression:
        case Date(month=month, day=day, weekday=weekday):
            if day is not None or weekday is not None:
                return "weekday_only" if day is None and month is None else "day_date"
            return "month_date" if month is not None else "year_date"
        case Around(unit):
            return _AROUND.get(unit, "part_date")
        case Near(_, what, _) | Within(what, _):
            inner = kind(what)
            return "day_date" if inner in ("weekday_only", "holiday_date") else inner
        case Clock(day=None):
            return "clock_time"
        case DayPart(day=None):
            return "day_part"
        case Shift(amounts, _, _, _):
            return "day_near" if amounts[-1].unit == "day" else "shifted"
        case Clock() | DayPart():
            return "timed"
        case Edge(_, DayPart(day=None)):
            return "day_part"
        case _:
            return "composed"


_AROUND = {
    "day": "day_near", "weekend": "week_near", "week": "week_near", "month": "month_near",
    "year": "year_near",
}  # fmt: skip
_CLASSES: dict[type, str] = {
    Part: "part_date", Decade: "era_date", Century: "era_date", Holiday: "holiday_date", Duration: "length",
    Remembered: "day_date",
    Repeat: "repeated", Rolling: "rolling_date", Vague: "vague_date",
    Name: "name_only",
}  # fmt: skip


KINDS = (
    "day_date", "weekday_only", "month_date", "year_date", "part_date", "era_date", "holiday_date",
    "day_near", "week_near", "month_near", "year_near", "length", "repeated", "clock_time", "day_part",
    "timed", "shifted", "rolling_date", "vague_date", "name_only", "composed",
)  # fmt: skip

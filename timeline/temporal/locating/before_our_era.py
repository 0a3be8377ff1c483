"""Dates that a text about the years before our era leaves open: "that winter" after "480 BC".

No calendar of the program reaches so far back, so these have a TIMEX3 value and no days.
"""

import re

from timeline.temporal.expression import (
    Around,
    Clock,
    Date,
    DayPart,
    Edge,
    Expression,
    Hedged,
    Near,
    Part,
    Shift,
)
from timeline.temporal.locating.setting import Located, part_name

_YEARS = {"year": 1, "decade": 10, "century": 100}
_YEAR = re.compile(r"BC(\d{4})")


def year_before_our_era(value: str) -> int | None:
    """The year of a TIMEX3 value before our era; None of any other value.

    >>> year_before_our_era("BC0480-09"), year_before_our_era("1914")
    (480, None)
    """
    caught = _YEAR.match(value) if value.startswith("BC") else None
    return int(caught[1]) if caught else None


def located_before_our_era(e: Expression, told: str) -> Located | None:
    """What an expression means where the value `told`, before our era, was told last; None where nothing."""
    value = _value(e, told)
    if value is not None:
        because = f"the text tells of {year_before_our_era(told)} BC just before"
        return Located(
            value,
            type="TIME" if isinstance(e, Clock | DayPart) else "DATE",
            because=because,
            anchor=told,
            sure=0.8,
        )
    if isinstance(e, Edge | Hedged):
        inner = located_before_our_era(e.what, told)
        return inner and inner._replace(mod=e.mod)
    return None


def _value(e: Expression, told: str) -> str | None:
    year = year_before_our_era(told) or 0
    month = told[6:9] if told[7:9].isdigit() else "-XX"
    match e:
        case Date(year=None, month=int(number), day=day):
            return f"BC{year:04}-{number:02}" + (f"-{day:02}" if day else "")
        case Part(year=None):
            return f"BC{year:04}-{part_name(e)}"
        case Near(side, Date(year=None, month=int()) | Part(year=None) as what):
            return _value(what, f"BC{year - side:04}")
        case Around(("year" | "decade" | "century") as unit, offset):
            return _granule(unit, year - offset * _YEARS[unit])
        case Around("month", _, "told"):
            return f"BC{year:04}-XX"
        case Around("day", _, "told"):
            return f"BC{year:04}{month}-XX"
        case Shift(amounts, direction, str()) if all(a.unit in _YEARS and a.count for a in amounts):
            moved = year - direction * round(sum((a.count or 0) * _YEARS[a.unit] for a in amounts))
            return f"BC{moved:04}" if moved > 0 else None
        case DayPart(part, None | Around("day", _, "told")):
            return f"BC{year:04}{month}-XXT{part}"
        case _:
            return None


def _granule(unit: str, year: int) -> str | None:
    if year <= 0:
        return None
    return f"BC{year // _YEARS[unit]:0{ {'year': 4, 'decade': 3, 'century': 2}[unit] }}"

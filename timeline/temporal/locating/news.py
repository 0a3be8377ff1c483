"""Dates that hang on nothing told before: those written out, and those of a piece of news.

What they mean follows from the words, the day of the news and the verb alone, so results are kept.
"""

from datetime import MAXYEAR, MINYEAR, date, timedelta
from functools import lru_cache

from timeline.calendar import months
from timeline.temporal.expression import Part
from timeline.temporal.locating.setting import (
    KEPT,
    MONTHS,
    WEEKDAYS,
    Located,
    and_verb,
    dated_on,
    part_of,
    unit_of,
)

_JUST_OVER = 100
"""Days for which a quarter or half that is over is still the one that plans and reports speak of."""


_SEASON_AHEAD = 60
"""Days before a season in which it is spoken of as the one to come: "a spring offensive" in February."""
JUST_BEYOND = 45
"""Days beyond publication that a day and a month may still lie against the tense of the verb."""
_NEAREST = 75
"""Days from publication within which a day and month without a year is the nearest one."""


@lru_cache(maxsize=KEPT)
def written(year: int, month: int | None, day: int | None, because: str, sure: float = 1.0) -> Located:
    """A year, or a month or day of it; ValueError where there is none such."""
    if not MINYEAR <= year <= MAXYEAR:
        raise ValueError(f"no year {year}")
    if month is None:
        return unit_of("year", date(year, 1, 1), because)._replace(explicit=True)
    if day is None:
        return unit_of("month", date(year, month, 1), because)._replace(explicit=True)
    if sure < 1:
        because += ", month first as American texts have it; it could also be the other way round"
    return unit_of("day", date(year, month, day), because)._replace(explicit=True, sure=sure)


def exists(year: int, month: int, day: int) -> bool:
    """Whether a month of that year has such a day."""
    return day <= months(year, month, 1)[1].day


@lru_cache(maxsize=KEPT)
def in_news(
    month: int, day: int | None, anchor: date, side: int, spoken: bool, cue: str, plain: bool = False
) -> Located:
    """A month, or a day and month, in news of `anchor`."""
    year, because, sure = _news_year(month, day, anchor, side, spoken, cue, plain)
    return written(year, month, day, because)._replace(explicit=False, anchor=anchor.isoformat(), sure=sure)


def _news_year(
    month: int, day: int | None, anchor: date, side: int, spoken: bool, cue: str, plain: bool
) -> tuple[int, str, float]:
    """The year of a month, or of a day and month, in news of `anchor`."""
    dated = dated_on(anchor)
    if day is None:
        if side > 0 and month != anchor.month and not spoken:
            return (
                anchor.year + (month < anchor.month),
                f"{dated}{and_verb(side, cue)}, so the next {MONTHS[month - 1]}",
                0.9,
            )
        if month == anchor.month:
            return anchor.year, f"{dated}, in that month", 0.9
        if side == 0 and month == anchor.month % 12 + 1:
            return anchor.year + (month == 1), f"{dated}, so {MONTHS[month - 1]} is the month to come", 0.7
        return (
            anchor.year - (month > anchor.month),
            f"{dated}{and_verb(side, cue)}, so the latest {MONTHS[month - 1]}",
            0.9 if side else 0.8,
        )
    years = [
        y for y in (anchor.year - 1, anchor.year, anchor.year + 1, anchor.year + 2) if exists(y, month, day)
    ]
    years = years or [y for y in range(anchor.year - 4, anchor.year + 5) if exists(y, month, day)]
    nearest = min(years, key=lambda y: abs((date(y, month, day) - anchor).days))
    distance = (date(nearest, month, day) - anchor).days
    if side == 0 and distance > _NEAREST and not spoken:
        year = max((y for y in years if date(y, month, day) <= anchor), default=nearest)
        return year, f"{dated}, so the latest {day} {MONTHS[month - 1]}", 0.75
    known = side != 0 and not spoken
    if not known or distance * side >= 0 or abs(distance) <= (0 if plain else JUST_BEYOND):
        return nearest, f"{dated}, and this is the nearest {day} {MONTHS[month - 1]}", 0.9
    if side < 0:
        year = max((y for y in years if date(y, month, day) <= anchor), default=nearest)
        return year, f"{dated}{and_verb(side, cue)}, so the latest {day} {MONTHS[month - 1]}", 0.85
    year = min((y for y in years if date(y, month, day) >= anchor), default=nearest)
    return year, f"{dated}{and_verb(side, cue)}, so the next {day} {MONTHS[month - 1]}", 0.85


@lru_cache(maxsize=KEPT)
def news_weekday(number: int, anchor: date, headed: bool, side: int, cue: str) -> Located:
    """A weekday in news of `anchor`, or below that date as a heading."""
    back = (anchor.isoweekday() - number) % 7
    if back == 0:
        day, which, sure = anchor, "that same day", 0.95
    elif side > 0:
        day, which, sure = anchor + timedelta(days=7 - back), f"the next {WEEKDAYS[number - 1]}", 0.9
    else:
        day, which = anchor - timedelta(days=back), f"the latest {WEEKDAYS[number - 1]}"
        sure = 0.95 if side else 0.85
    because = f"{dated_on(anchor, headed)}{and_verb(side, cue)}, so {which}"
    return unit_of("day", day, because)._replace(anchor=anchor.isoformat(), sure=sure)


@lru_cache(maxsize=KEPT)
def news_part(e: Part, anchor: date, side: int, spoken: bool, cue: str) -> Located:
    """A season, quarter or half in news of `anchor`."""
    parts = [part_of(e, anchor.year + shift, "") for shift in (-1, 0, 1)]
    dated = dated_on(anchor)
    latest = next(p for p in reversed(parts) if p.begin and p.begin <= anchor)
    just_over = 0 if e.unit == "season" else _JUST_OVER
    over = latest.end is not None and (anchor - latest.end).days > just_over
    coming = next((p for p in parts if p.begin and p.begin > anchor), latest)
    ahead = (coming.begin - anchor).days if coming.begin else 0
    if e.unit == "season" and side == 0 and 0 < ahead <= _SEASON_AHEAD and over:
        part, because = coming, f"{dated}, so the one to come"
    elif side > 0 and not spoken and over:
        part, because = (
            next(p for p in parts if p.end and p.end >= anchor),
            f"{dated}{and_verb(side, cue)}, so the next one",
        )
    else:
        part, because = latest, f"{dated}{and_verb(side, cue)}, so the latest one"
    return part._replace(because=because, anchor=anchor.isoformat(), sure=0.85)

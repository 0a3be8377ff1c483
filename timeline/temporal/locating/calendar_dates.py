"""Calendar dates, parts of years, decades, centuries and holidays → the days that are meant."""

from datetime import MAXYEAR, MINYEAR, date, timedelta
from functools import lru_cache

from timeline.calendar import add_months, granule, months
from timeline.temporal.expression import Century, Date, Decade, Holiday, Part
from timeline.temporal.holidays import holiday, nearest
from timeline.temporal.locating.setting import (
    KEPT,
    MONTHS,
    WEEKDAYS,
    WIDTH,
    Located,
    Setting,
    and_verb,
    in_words,
    locates,
    part_name,
    part_of,
    said,
    unit_of,
    verb,
)  # fmt: skip

_JUST_OVER = 100
"""Days for which a quarter or season that is over is still the one that plans and reports speak of."""


_JUST_BEYOND = 45
"""Days beyond publication that a day and a month may still lie against the tense of the verb."""
_NEAREST = 75
"""Days from publication within which a day and month without a year is the nearest one."""


@locates(Date)
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


@lru_cache(maxsize=KEPT)
def _written(year: int, month: int | None, day: int | None, because: str, sure: float = 1.0) -> Located:
    if not MINYEAR <= year <= MAXYEAR:
        raise ValueError(f"no year {year}")
    if month is None:
        return unit_of("year", date(year, 1, 1), because)._replace(explicit=True)
    if day is None:
        return unit_of("month", date(year, month, 1), because)._replace(explicit=True)
    if sure < 1:
        because += ", month first as American texts have it; it could also be the other way round"
    return unit_of("day", date(year, month, day), because)._replace(explicit=True, sure=sure)


def _yearless(e: Date, s: Setting) -> Located:
    month = e.month or 1
    if s.frame:
        years = range(s.frame[0].year, s.frame[1].year + 1)
        year = next((y for y in years if s.frame[0] <= _first_of(y, month, e.day) <= s.frame[1]), years[0])
        return _written(year, month, e.day, "")
    if s.year is not None and s.year.begin is not None and not s.foretells:
        because = f"this part is headed {in_words(s.year)}"
        found = _written(s.year.begin.year, month, e.day, because)
        return found._replace(explicit=False, anchor=s.year.value, sure=0.95)
    if (s.narrates or s.aside) and s.told and s.told.begin and not s.foretells:
        told = s.told
        if told.precision == "year" and s.month and s.month.begin and s.month.begin.year == s.told.begin.year:
            told = s.month
        year = _told_year(told, month, e.day)
        because = (
            f"the text tells of {in_words(told)} just before, so it is the {MONTHS[month - 1]} of {year}"
        )
        return _written(year, month, e.day, because)._replace(explicit=False, anchor=told.value, sure=0.85)
    day = s.day
    assert day is not None
    if e.weekday and e.day:
        for year in sorted(range(day.year - 6, day.year + 7), key=lambda y: abs(y - day.year)):
            if (
                _exists(year, month, e.day)
                and date(year, month, e.day).isoweekday() == e.weekday
                and abs(year - day.year) <= 3
            ):
                named = f"{e.day} {MONTHS[month - 1]}"
                because = f"the {named} nearest to {said(day)} that is a {WEEKDAYS[e.weekday - 1]}"
                return _written(year, month, e.day, because)._replace(explicit=False, anchor=day.isoformat())
    return _in_news(month, e.day, day, s.side, s.spoken, verb(s) if s.side else "")


@lru_cache(maxsize=KEPT)
def _in_news(month: int, day: int | None, anchor: date, side: int, spoken: bool, verb: str) -> Located:
    """A month, or a day and month, in news of a day."""
    year, because, sure = _news_year(month, day, anchor, side, spoken, verb)
    return _written(year, month, day, because)._replace(explicit=False, anchor=anchor.isoformat(), sure=sure)


def _first_of(year: int, month: int, day: int | None) -> date:
    return date(year, month, day if day and _exists(year, month, day) else 1)


def _exists(year: int, month: int, day: int) -> bool:
    return day <= months(year, month, 1)[1].day


def _told_year(told: Located, month: int, day: int | None) -> int:
    """In a narrative the year told, or the next where the tale has passed from autumn to spring."""
    assert told.begin is not None
    if WIDTH[told.precision] >= WIDTH["year"]:
        return told.begin.year
    return told.begin.year + (told.begin.month - month >= 9)


def _news_year(
    month: int, day: int | None, anchor: date, side: int, spoken: bool, verb: str
) -> tuple[int, str, float]:
    """The year of a month, or of a day and month, in news of `anchor`."""
    dated = f"the article is dated {said(anchor)}"
    if day is None:
        if side > 0 and month != anchor.month and not spoken:
            return (
                anchor.year + (month < anchor.month),
                f"{dated} and {verb}, so the next {MONTHS[month - 1]}",
                0.9,
            )
        if month == anchor.month:
            return anchor.year, f"{dated}, in that month", 0.9
        if side == 0 and month == anchor.month % 12 + 1:
            return anchor.year + (month == 1), f"{dated}, so {MONTHS[month - 1]} is the month to come", 0.7
        return (
            anchor.year - (month > anchor.month),
            f"{dated}{f' and {verb}' if side else ''}, so the latest {MONTHS[month - 1]}",
            0.9 if side else 0.8,
        )
    years = [
        y for y in (anchor.year - 1, anchor.year, anchor.year + 1, anchor.year + 2) if _exists(y, month, day)
    ]
    years = years or [y for y in range(anchor.year - 4, anchor.year + 5) if _exists(y, month, day)]
    nearest = min(years, key=lambda y: abs((date(y, month, day) - anchor).days))
    distance = (date(nearest, month, day) - anchor).days
    if side == 0 and distance > _NEAREST and not spoken:
        year = max((y for y in years if date(y, month, day) <= anchor), default=nearest)
        return year, f"{dated}, so the latest {day} {MONTHS[month - 1]}", 0.75
    known = side != 0 and not spoken
    if not known or distance * side >= 0 or abs(distance) <= _JUST_BEYOND:
        return nearest, f"{dated}, and this is the nearest {day} {MONTHS[month - 1]}", 0.9
    if side < 0:
        year = max((y for y in years if date(y, month, day) <= anchor), default=nearest)
        return year, f"{dated} and {verb}, so the latest {day} {MONTHS[month - 1]}", 0.85
    year = min((y for y in years if date(y, month, day) >= anchor), default=nearest)
    return year, f"{dated} and {verb}, so the next {day} {MONTHS[month - 1]}", 0.85


def ordinal(number: int) -> str:
    """A number as it counts: "1st", "22nd", "13th".

    >>> ordinal(1), ordinal(22), ordinal(13)
    ('1st', '22nd', '13th')
    """
    ending = "th" if 10 < number % 100 < 14 else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"


def _day_of_month(day: int, s: Setting) -> Located | None:
    if s.frame:
        return _written(s.frame[0].year, s.frame[0].month, day, "")
    base = s.told.begin if s.narrates and s.told else s.day
    if base is None:
        return None
    around = [add_months(base.replace(day=1), shift) for shift in (-1, 0, 1)]
    days = [date(m.year, m.month, day) for m in around if _exists(m.year, m.month, day)]
    dated = f"{'this part is headed' if s.heading else 'the article is dated'} {said(base)}{and_verb(s)}, so"
    if s.narrates:
        chosen = next((d for d in days if (d.year, d.month) == (base.year, base.month)), days[0])
        because = f"the text tells of {said(base)} just before, so the {ordinal(day)} of that month"
    elif s.side > 0:
        chosen, because = (
            min((d for d in days if d >= base), default=days[-1]),
            f"{dated} the next {ordinal(day)}",
        )
    else:
        chosen, because = (
            max((d for d in days if d <= base), default=days[0]),
            f"{dated} the latest {ordinal(day)}",
        )
    return unit_of("day", chosen, because)._replace(
        anchor=base.isoformat(),
        sure=0.7,
    )


def _weekday(number: int, s: Setting) -> Located:
    name = WEEKDAYS[number - 1]
    if s.frame:
        first = s.frame[0]
        return unit_of("day", first + timedelta(days=(number - first.isoweekday()) % 7), "")
    if s.narrates and s.told and s.told.begin and s.told.precision in ("day", "time"):
        day = s.told.begin + timedelta(days=(number - s.told.begin.isoweekday()) % 7)
        return unit_of("day", day, f"the first {name} from {said(s.told.begin)}, told just before")._replace(
            anchor=s.told.value,
            sure=0.8,
        )
    anchor = s.day
    if anchor is None or s.narrates:
        return Located(f"XXXX-WXX-{number}", because="there is no date to count the weekday from", sure=0.3)
    dated = f"{'this part is headed' if s.heading else 'the article is dated'} {said(anchor)}"
    return _news_weekday(number, anchor, dated, s.side, verb(s) if s.side else "")


@lru_cache(maxsize=KEPT)
def _news_weekday(number: int, anchor: date, dated: str, side: int, verb: str) -> Located:
    back = (anchor.isoweekday() - number) % 7
    if back == 0:
        day, which, sure = anchor, "that same day", 0.95
    elif side > 0:
        day, which, sure = anchor + timedelta(days=7 - back), f"the next {WEEKDAYS[number - 1]}", 0.9
    else:
        day, which = anchor - timedelta(days=back), f"the latest {WEEKDAYS[number - 1]}"
        sure = 0.95 if side else 0.85
    because = f"{dated}{f' and {verb}' if side else ''}, so {which}"
    return unit_of("day", day, because)._replace(anchor=anchor.isoformat(), sure=sure)


@locates(Part)
def _part(e: Part, s: Setting) -> Located | None:
    if e.bc:
        return Located(f"BC{e.year or 0:04}-{part_name(e)}", because="a year before our era", explicit=True)
    if e.year is not None:
        return part_of(e, e.year, "it is written out")._replace(explicit=True)
    if s.frame:
        return part_of(e, s.frame[0].year, "")
    if s.narrates and s.told and s.told.begin:
        year = s.told.begin.year
        part = part_of(e, year, "")
        if (
            WIDTH[s.told.precision] < WIDTH["season"]
            and part.end
            and part.end < s.told.begin - timedelta(days=200)
        ):
            year += 1
        return part_of(e, year, f"the text tells of {in_words(s.told)} just before")._replace(
            anchor=s.told.value,
            sure=0.8,
        )
    if s.day is None:
        return Located(f"XXXX-{part_name(e)}", because="no year is told", sure=0.3)
    return _news_part(e, s.day, s.side, s.spoken, verb(s) if s.side else "")


@lru_cache(maxsize=KEPT)
def _news_part(e: Part, anchor: date, side: int, spoken: bool, verb: str) -> Located:
    parts = [part_of(e, anchor.year + shift, "") for shift in (-1, 0, 1)]
    dated = f"the article is dated {said(anchor)}"
    latest = next(p for p in reversed(parts) if p.begin and p.begin <= anchor)
    over = latest.end is not None and (anchor - latest.end).days > _JUST_OVER
    if side > 0 and not spoken and over:
        part, because = (
            next(p for p in parts if p.end and p.end >= anchor),
            f"{dated} and {verb}, so the next one",
        )
    else:
        part, because = latest, f"{dated}{f' and {verb}' if side else ''}, so the latest one"
    return part._replace(because=because, anchor=anchor.isoformat(), sure=0.85)


@locates(Decade)
def _decade(e: Decade, s: Setting) -> Located | None:
    first = e.first
    if e.bc:
        return Located(f"BC{first // 10:03}", because="a decade before our era", explicit=True)
    if not e.century:
        near = s.told.begin if s.narrates and s.told else s.day
        now = near.year if near else 2000
        first = max(c + e.first for c in range(1000, 2100, 100) if c + e.first <= now + 5)
    begin, end = granule("decade", date(first, 1, 1))
    return Located(f"{first // 10}", begin, end, "decade", because="it is written out", explicit=e.century)


@locates(Century)
def _century(e: Century, s: Setting) -> Located:
    number, bc = e.number, e.bc
    if bc:
        return Located(f"BC{number - 1:02}", because="a century before our era", explicit=True)
    begin, end = granule("century", date(max(1, (number - 1) * 100), 1, 1))
    return Located(f"{number - 1:02}", begin, end, "century", because="it is written out", explicit=True)


@locates(Holiday)
def _holiday(e: Holiday, s: Setting) -> Located | None:
    around = s.told.begin if s.told and s.told.begin and s.told.precision in ("day", "time") else s.day
    name, year = nearest(e.name, around or date(e.year or 1, 1, 1)), e.year
    called = name.title().replace("'S", "'s")
    if year is not None:
        return unit_of("day", holiday(name, year), f"{called} of {year}")._replace(explicit=True)
    if s.frame:
        return unit_of("day", holiday(name, s.frame[0].year), f"{called} of that year")
    if s.narrates and s.told and s.told.begin:
        day = holiday(name, s.told.begin.year)
        return unit_of("day", day, f"{called} of {day.year}, the year told just before")._replace(
            anchor=s.told.value,
            sure=0.8,
        )
    if s.day is None:
        return None
    days = [holiday(name, s.day.year + shift) for shift in (-1, 0, 1)]
    closest = min(days, key=lambda d: abs((d - s.day).days))  # type: ignore[operator]
    day, which = closest, f", and this is the nearest {called}"
    if s.side < 0 and not s.spoken and (closest - s.day).days > _JUST_BEYOND:
        day, which = max(d for d in days if d <= s.day), f" and {verb(s)}, so the latest {called}"
    elif s.side > 0 and not s.spoken and (s.day - closest).days > 0:
        day, which = min(d for d in days if d >= s.day), f" and {verb(s)}, so the next {called}"
    return unit_of("day", day, f"the article is dated {said(s.day)}{which}")._replace(
        anchor=s.day.isoformat(),
        sure=0.85,
    )

"""Parts of years, decades, centuries, holidays and days of history → the days that are meant."""

from datetime import date, timedelta

from timeline.calendar import granule
from timeline.temporal.expression import Century, Decade, Holiday, Part, Remembered
from timeline.temporal.holidays import holiday, nearest
from timeline.temporal.locating.news import JUST_BEYOND, news_part
from timeline.temporal.locating.setting import (
    WIDTH,
    Located,
    Setting,
    and_verb,
    dated_on,
    in_words,
    located,
    locates,
    part_name,
    part_of,
    said,
    unit_of,
)


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
    return news_part(e, s.day, s.side, s.spoken, s.cue)


_MID_DECADE = 5


@locates(Decade)
def _decade(e: Decade, s: Setting) -> Located | None:
    first = e.first
    if e.bc:
        return Located(f"BC{first // 10:03}", because="a decade before our era", explicit=True)
    if not e.century:
        decades = [century + e.first for century in range(1000, 2100, 100)]
        if s.narrates and s.told and s.told.begin:
            told = s.told.begin.year
            first = min(decades, key=lambda year: abs(year + _MID_DECADE - told))
        else:
            now = s.day.year if s.day else 2000
            first = max(year for year in decades if year <= now + _MID_DECADE)
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
    if (apart := _of_year_told(name, called, s)) is not None:
        return apart
    come_to = s.come_to or s.day
    days = [holiday(name, come_to.year + shift) for shift in (-1, 0, 1)]
    closest = min(days, key=lambda d: abs((d - come_to).days))
    day, which = closest, f", and this is the nearest {called}"
    if s.side < 0 and not s.spoken and (closest - s.day).days > (0 if s.plain else JUST_BEYOND):
        day, which = max(d for d in days if d <= s.day), f"{and_verb(s.side, s.cue)}, so the latest {called}"
    elif s.side > 0 and not s.spoken and (s.day - closest).days > 0:
        day, which = min(d for d in days if d >= s.day), f"{and_verb(s.side, s.cue)}, so the next {called}"
    told = f"the text tells of {said(come_to)} just before" if s.come_to else dated_on(s.day)
    return unit_of("day", day, told + which)._replace(
        anchor=s.day.isoformat(),
        sure=0.85,
    )


def _of_year_told(name: str, called: str, s: Setting) -> Located | None:
    """A feast of an earlier year that its sentence tells of: "won in May 2019, a month after … at Easter"."""
    told, begin = s.told, s.told.begin if s.told is not None else None
    if not s.near or told is None or begin is None or s.day is None or s.heading is not None:
        return None
    if (s.day - begin).days < _A_YEAR or WIDTH[told.precision] > WIDTH["month"]:
        return None
    days = [holiday(name, begin.year + shift) for shift in (-1, 0, 1)]
    if s.counted_back:
        day, which = max(d for d in days if d <= begin), "the latest"
    else:
        day, which = min(d for d in days if d >= begin), "the next"
    because = f"the text tells of {in_words(told)} just before, and this is {which} {called} to it"
    return unit_of("day", day, because)._replace(anchor=told.value, sure=0.75)


_A_YEAR = 365


@locates(Remembered)
def _remembered(e: Remembered, s: Setting) -> Located | None:
    """The day that is remembered; before it has been, the words mean no more than a day and a month."""
    if s.day is not None and s.day < e.day:
        return located(e.what, s)
    return unit_of("day", e.day, f"known by its day ever since {said(e.day)}")._replace(sure=0.9)

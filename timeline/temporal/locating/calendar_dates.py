"""Calendar dates, whole or with fields left open → the days that are meant."""

from datetime import date, timedelta

from timeline.calendar import add_months
from timeline.temporal.expression import Date
from timeline.temporal.locating.news import exists, in_news, news_weekday, written
from timeline.temporal.locating.setting import (
    MONTHS,
    WEEKDAYS,
    WIDTH,
    Located,
    Setting,
    and_verb,
    dated_on,
    in_words,
    locates,
    said,
    unit_of,
)  # fmt: skip


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
        return written(
            e.year, e.month, e.day, "the date is written out" if e.day else "it is written out", sure
        )
    if e.month is None and e.day is None:
        return _weekday(e.weekday or 1, s)
    if s.day is None and not s.narrates and s.frame is None:
        return Located(f"XXXX-{e.month or 0:02}".replace("-00", "-XX") + (f"-{e.day:02}" if e.day else ""),
                       because="no year is told, and the text has no publication date", sure=0.3)  # fmt: skip
    if e.month is None:
        return _day_of_month(e.day or 1, e.weekday, s)
    return _yearless(e, s)


def _yearless(e: Date, s: Setting) -> Located:
    month = e.month or 1
    if s.frame:
        years = range(s.frame[0].year, s.frame[1].year + 1)
        year = next((y for y in years if s.frame[0] <= _first_of(y, month, e.day) <= s.frame[1]), years[0])
        return written(year, month, e.day, "")
    if s.year is not None and s.year.begin is not None and not s.foretells:
        last = s.heading or s.year
        because = f"this part is headed {in_words(last)}"
        first = last.begin or s.year.begin
        headed = _nearest_year(first, month) if s.year.precision == "month" else s.year.begin.year
        found = written(headed, month, e.day, because)
        return found._replace(explicit=False, anchor=s.year.value, sure=0.95)
    goes_on = (s.narrates or s.aside) and not (s.late and s.day)
    if goes_on and s.told and s.told.begin and not s.foretells:
        told = s.told
        if told.precision == "year" and s.month and s.month.begin and s.month.begin.year == s.told.begin.year:
            told = s.month
        year = _year_before(told, month) if s.compared else _told_year(told, month, e.day)
        because = (
            f"the text tells of {in_words(told)} just before, so it is the {MONTHS[month - 1]} of {year}"
        )
        return written(year, month, e.day, because)._replace(explicit=False, anchor=told.value, sure=0.85)
    day = s.day
    assert day is not None
    if e.weekday and e.day:
        for year in sorted(range(day.year - 6, day.year + 7), key=lambda y: abs(y - day.year)):
            if (
                exists(year, month, e.day)
                and date(year, month, e.day).isoweekday() == e.weekday
                and abs(year - day.year) <= 3
            ):
                named = f"{e.day} {MONTHS[month - 1]}"
                because = f"the {named} nearest to {said(day)} that is a {WEEKDAYS[e.weekday - 1]}"
                return written(year, month, e.day, because)._replace(explicit=False, anchor=day.isoformat())
    if (before := _had_before(month, e.day, s, day)) is not None:
        return before
    if s.planned_then and s.heading is None and e.month:
        planned = _planned_then(e.month, e.day, s, day)
        if planned is not None:
            return planned
    if s.heading is not None and s.side <= 0 and s.cue != "since":
        return _below(s.heading, month, e.day, s)
    if s.heading is not None and s.cue == "since" and s.published is not None:
        lately = in_news(month, e.day, s.published, s.side, s.spoken, s.cue, s.plain)
        begun = s.heading.begin
        if begun and lately.begin and timedelta() <= lately.begin - begun <= _LATER:
            return lately  # below "26 April": "Since mid-July it has been shelled"
    return in_news(month, e.day, day, s.side, s.spoken, s.cue, s.plain)


def _had_before(month: int, day: int | None, s: Setting, now: date) -> Located | None:
    """What had been before a day of an earlier year: "On 24 July 2014 … gunmen had seized him on 8 June"."""
    told = s.told
    if not s.had or s.heading is not None or told is None or told.begin is None:
        return None
    if told.precision not in ("day", "time", "month") or told.begin.year >= now.year:
        return None
    year = told.begin.year - ((month, day or 1) > (told.begin.month, told.begin.day))
    if not exists(year, month, day or 1):
        return None
    because = f"it had been before {in_words(told)}, told just before, so the latest {MONTHS[month - 1]}"
    return written(year, month, day, because)._replace(explicit=False, anchor=told.value, sure=0.8)


def _planned_then(month: int, day: int | None, s: Setting, now: date) -> Located | None:
    """What was planned for a month: the one after what is told of just before, else the nearest."""
    told = s.told
    if told is not None and s.near and told.begin is not None and told.begin < now.replace(day=1):
        first = told.begin
        year = first.year + ((month, day or 31) < (first.month, first.day))
        if not exists(year, month, day or 1):
            return None
        because = f"planned after {in_words(told)}, told just before, so the next {MONTHS[month - 1]}"
        return written(year, month, day, because)._replace(explicit=False, anchor=told.value, sure=0.75)
    if day is not None:
        return None
    because = (
        f"{dated_on(now)}, and “{s.cue}” tells of a plan of its time, so the nearest {MONTHS[month - 1]}"
    )
    year = _nearest_year(now, month)
    return written(year, month, None, because)._replace(explicit=False, anchor=now.isoformat(), sure=0.7)


def _below(heading: Located, month: int, day: int | None, s: Setting) -> Located:
    """A month or day below a chronicle's heading: the nearest one, but none that is still to come.

    The next heading is of the same year, or of the next after a half of a year gone back.
    """
    assert heading.begin is not None
    first = s.come_to or heading.begin
    years = [y for y in (first.year, first.year - 1, first.year + 1) if not day or exists(y, month, day)]
    years = years or [first.year]
    if s.heads and first.year in years:
        year = first.year + (first.month - month > _HALF)
    elif day:
        year = min(years, key=lambda y: abs((date(y, month, day) - first).days))
        if s.side == 0 and _goes_on(first, date(year, month, day), s.published):
            year += 1
    else:
        year = _nearest_year(first, month)
    ahead = s.published is not None and first <= s.published < date(year, month, day or 1)
    told = (
        f"the text tells of {said(first)} just before" if s.come_to else f"this part is headed {said(first)}"
    )
    because = f"{told}, and the nearest {MONTHS[month - 1]} to it is meant"
    found = written(year - 1 if ahead and (s.side < 0 or s.heads) else year, month, day, because)
    return found._replace(explicit=False, anchor=heading.value, sure=0.9)


def _goes_on(heading: date, day: date, published: date | None) -> bool:
    """Whether a day long before its heading is that of the year after: an entry in the present tells on."""
    if (heading - day).days <= _ENTRY or published is None or not exists(day.year + 1, day.month, day.day):
        return False
    return day.replace(year=day.year + 1) <= published


_HALF = 6


def _first_of(year: int, month: int, day: int | None) -> date:
    return date(year, month, day if day and exists(year, month, day) else 1)


def _told_year(told: Located, month: int, day: int | None) -> int:
    """In a narrative the year told, or the next where the tale has passed from autumn to spring."""
    assert told.begin is not None
    if WIDTH[told.precision] >= WIDTH["year"]:
        return told.begin.year
    return told.begin.year + (told.begin.month - month >= 9)


def _year_before(told: Located, month: int) -> int:
    """The year of the latest such month when a history compares with it what it tells."""
    assert told.begin is not None
    return told.begin.year - (WIDTH[told.precision] < WIDTH["year"] and month > told.begin.month)


def ordinal(number: int) -> str:
    """A number as it counts: "1st", "22nd", "13th".

    >>> ordinal(1), ordinal(22), ordinal(13)
    ('1st', '22nd', '13th')
    """
    ending = "th" if 10 < number % 100 < 14 else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"


_MONTHS_TO_A_WEEKDAY = 12
"""Months on either side in which a day of the month falls on every weekday."""


def _nearest_year(day: date, month: int) -> int:
    """The year in which a month lies nearest to a day: below "October 2021" January is that of 2022."""
    return min(
        (day.year, day.year - 1, day.year + 1), key=lambda y: abs(12 * (y - day.year) + month - day.month)
    )


def _told_below(s: Setting) -> Located | None:
    """The day that an entry of a chronicle has come to, or a paragraph that tells of another month."""
    if s.heading is None or s.heading.begin is None:
        told, now = s.told, s.published
        if not s.near or told is None or told.begin is None or told.end is None or now is None or s.side > 0:
            return None
        apart = (now - told.end).days > _ENTRY or s.signal in _UP_TO  # "On the 20th … until the 25th"
        return told if told.precision == "day" and apart else None
    told = s.told
    if told is None or told.begin is None or told.precision not in ("day", "time"):
        return s.heading
    return told if s.near or abs((told.begin - s.heading.begin).days) <= _ENTRY else s.heading


_UP_TO = frozenset(("until", "till"))
_ENTRY = 45
"""Days about its heading that an entry tells of."""


def _day_of_month(day: int, weekday: int | None, s: Setting) -> Located | None:
    if s.frame:
        return written(s.frame[0].year, s.frame[0].month, day, "")
    told = s.told if s.narrates else _told_below(s)
    base = told.begin if told is not None else s.day
    if base is None:
        return None
    if s.year is not None and s.year.begin is not None and s.year.precision == "month":
        last = s.told if s.told is not None and s.told.precision in ("day", "month") else s.heading or s.year
        month = (s.heading or s.year).begin if last.begin is None else last.begin
        if month is not None and exists(month.year, month.month, day):
            because = f"this part is headed {in_words(s.heading or s.year)}"
            return written(month.year, month.month, day, because)._replace(explicit=False, sure=0.9)
    reach = 1 if weekday is None else _MONTHS_TO_A_WEEKDAY
    around = [add_months(base.replace(day=1), shift) for shift in range(-reach, reach + 1)]
    days = [date(m.year, m.month, day) for m in around if exists(m.year, m.month, day)]
    days = [found for found in days if weekday in (None, found.isoweekday())]
    if not days:
        return None
    if told is not None:
        back = s.cue.lower() in ("had", "since") and s.signal not in _UP_TO
        chosen = _as_told(days, base, back=back)
        because = f"the text tells of {said(base)} just before, so the {ordinal(day)} that follows or is near"
        return unit_of("day", chosen, because)._replace(anchor=base.isoformat(), sure=0.8)
    if weekday is not None and not s.side:
        chosen = min(days, key=lambda found: abs(found - base))
        because = f"the {ordinal(day)} nearest to {said(base)} that is a {WEEKDAYS[weekday - 1]}"
        return unit_of("day", chosen, because)._replace(anchor=base.isoformat(), sure=0.85)
    dated = f"{dated_on(base, s.heading is not None)}{and_verb(s.side, s.cue)}, so"
    if s.side > 0:
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


def _as_told(days: list[date], base: date, *, back: bool) -> date:
    """Of the days of that number the one on from the day told; one before where that is of another month."""
    before = max((d for d in days if d <= base), default=days[0])
    on = min((d for d in days if d >= base), default=before)
    same_month = (on.year, on.month) == (base.year, base.month)
    return before if back or (not same_month and (on - base).days > _ON) else on


_ON = 20
"""Days on from the day told in which a tale's "the 3rd" is that of the next month."""


def _later_in_entry(s: Setting) -> date | None:
    """The day that an entry of a chronicle has come to in the same paragraph, beyond its heading."""
    told = s.told
    if s.heading is None or s.heading.begin is None or not s.near or s.heads or told is None:
        return None
    if told.begin is None or told.begin != told.end or told.precision not in ("day", "time"):
        return None
    return told.begin if timedelta() < told.begin - s.heading.begin <= timedelta(days=_ENTRY) else None


_LATER = timedelta(days=183)
_FRIDAY = 5


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
    if s.told and s.near and s.told.value.endswith("-WE") and s.told.begin and number > _FRIDAY:
        day = s.told.begin + timedelta(days=number - _FRIDAY - 1)
        return unit_of("day", day, "that of the weekend told just before")._replace(
            anchor=s.told.value, sure=0.9
        )
    if s.later and s.told and s.told.begin and s.told.precision in ("day", "time"):
        day = s.told.begin + timedelta(days=(number - s.told.begin.isoweekday()) % 7 or 7)
        because = f"it was to follow {said(s.told.begin)}, told just before, so the {name} after that"
        return unit_of("day", day, because)._replace(anchor=s.told.value, sure=0.85)
    told = _later_in_entry(s)
    if told is not None:
        back = s.cue.lower() in ("had", "since")
        days = (told.isoweekday() - number) % 7 if back else -((number - told.isoweekday()) % 7)
        because = f"the text tells of {said(told)} just before, so the {'latest' if back else 'first'} {name}"
        return unit_of("day", told - timedelta(days=days), because)._replace(
            anchor=told.isoformat(), sure=0.85
        )
    anchor = s.day
    if anchor is None or s.narrates:
        return Located(f"XXXX-WXX-{number}", because="there is no date to count the weekday from", sure=0.3)
    ahead = timedelta(days=(number - anchor.isoweekday()) % 7)
    back = s.heads and s.published is not None and anchor <= s.published < anchor + ahead
    return news_weekday(number, anchor, s.heading is not None, -1 if back else s.side, s.cue)

"""A When in words: short for labels ("27 Feb 2014"), spoken for cards and screen readers.

Never digits for months, never sharper than what was said: a month is "some time in March 2014".
"""

from datetime import date

from timeline.calendar import granule, is_granule
from timeline.edtf import thirds
from timeline.model import PRECISIONS, Precision, When

MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
SEASONS = {3: "spring", 6: "summer", 9: "autumn", 12: "winter"}
_UNITS: tuple[Precision, ...] = (
    "century",
    "decade",
    "year",
    "half",
    "quarter",
    "season",
    "month",
    "week",
    "day",
)
_NAMED: tuple[Precision, ...] = ("century", "decade", "year", "half", "quarter", "season", "month")
_THIRDS = ("early", "mid", "late")
_MODAL = {"planned": "forecast", "warned": "forecast", "hypothetical": "hypothetical", "denied": "denied"}

_COUNTED = ("call", "visit", "statement", "agreement", "vote", "attack", "annexation", "protest", "election")
"""Kinds that are named in the singular."""


def kinds(kind: str) -> str:
    """A kind of event as several are called.

    >>> kinds("statement"), kinds("talks"), kinds("aid")
    ('statements', 'talks', 'aid')
    """
    return kind + "s" if kind in _COUNTED else kind


def capitalised(words: str) -> str:
    """With a capital at its head, the rest as it is.

    >>> capitalised("on 24 February 2022")
    'On 24 February 2022'
    """
    return words[:1].upper() + words[1:]


def many(count: int, name: str) -> str:
    """So many of what is named in the singular.

    >>> many(1, "event"), many(1200, "event")
    ('1 event', '1,200 events')
    """
    return f"{count:,} {name}{'' if count == 1 else 's'}"


def sentence(words: str) -> str:
    """As a sentence: a capital at its head, a stop at its end.

    >>> sentence("there is no such event")
    'There is no such event.'
    """
    return capitalised(words) + ("" if words.endswith((".", "!", "?")) else ".")


def label(when: When) -> str:
    """The short date.

    >>> label(When(date(2014, 3, 1), date(2014, 3, 31), "month"))
    'Mar 2014'
    >>> label(When(date(2014, 4, 6), None, "day", "since"))
    'since 6 Apr 2014'
    """
    about = "~" if when.approximate else ""
    return about + _words(when, short=True, link=" – ")


def spoken(when: When, status: str = "happened") -> str:
    """The date as one would say it, with how sure it is and how real.

    >>> spoken(When(date(2014, 3, 1), date(2014, 3, 31), "month"))
    'some time in March 2014'
    >>> spoken(When(date(2022, 2, 14), date(2022, 2, 20), "week"), "warned")
    'forecast: some time in the week of 14–20 February 2022'
    """
    said = _sentence(when)
    return f"{_MODAL[status]}: {said}" if status in _MODAL else said


def days(begin: date, end: date, *, short: bool = True) -> str:
    """A stretch of days, saying month and year once where they are the same.

    >>> days(date(2014, 3, 1), date(2014, 3, 31))
    '1–31 Mar 2014'
    """
    if begin == end:
        return _day(begin, short)
    if (begin.year, begin.month) == (end.year, end.month):
        return f"{begin.day}–{_day(end, short)}"
    if begin.year == end.year:
        return f"{begin.day} {_month(begin, short)} – {_day(end, short)}"
    return f"{_day(begin, short)} – {_day(end, short)}"


def first_report(reported: date, lag: int, *, least: bool) -> str:
    """When something was first reported, and how long after it happened; `least`: that long or longer.

    "" after more than a year: that is when these articles look back, not when it became known.

    >>> first_report(date(2014, 3, 2), 3, least=False)
    'First reported 2 Mar 2014, 3 days later'
    >>> first_report(date(2015, 2, 8), -4, least=False)
    'First reported 8 Feb 2015, 4 days before'
    >>> first_report(date(2024, 8, 23), 11_924, least=True)
    ''
    """
    if lag > _LOOKED_BACK:
        return ""
    said = f"First reported {days(reported, reported)}"
    if not lag:
        return said
    many = "1 day" if abs(lag) == 1 else f"{abs(lag):,} days"
    return f"{said}, {'at least ' if least else ''}{many} {'later' if lag > 0 else 'before'}"


_LOOKED_BACK = 366
"""Days after which an article tells of the past."""


def years(begin: date, end: date) -> str:
    """The years of a stretch.

    >>> years(date(2013, 11, 21), date(2022, 2, 24))
    '2013–2022'
    """
    return f"{begin.year}–{end.year}" if begin.year != end.year else str(begin.year)


def _words(when: When, *, short: bool, link: str) -> str:
    if when.time and when.begin:
        zone = f" ({when.time.zone})" if when.time.zone else ""
        return f"{when.time.at:%H:%M}{zone}, {_day(when.begin, short)}"
    if when.begin is None:
        return f"until {_bound(when.end, when, short, last=True)}"
    if when.end is None:
        return f"since {_bound(when.begin, when, short, last=False)}"
    if whole := _granule_name(when, short):
        return whole
    if when.shape == "within" or when.precision == "day":
        return days(when.begin, when.end, short=short)
    first, last = _bound(when.begin, when, short, last=False), _bound(when.end, when, short, last=True)
    year = f" {when.end.year}"
    if (
        when.begin.year == when.end.year
        and first.endswith(year)
        and last.endswith(year)
        and first != year[1:]
    ):
        first = first.removesuffix(year)
    return f"{first}{link}{last}"


def _sentence(when: When) -> str:
    said = _words(when, short=False, link=" to ")
    about = "about " if when.approximate else ""
    if when.time and when.begin:
        zone = f" ({when.time.zone})" if when.time.zone else ""
        return f"{'about' if about else 'at'} {when.time.at:%H:%M}{zone} on {_day(when.begin, False)}"
    if when.shape == "since":
        return f"ongoing {said.replace('since ', 'since ' + about, 1)}"
    if when.shape == "until":
        return said.replace("until ", "until " + about, 1)
    if when.begin is None or when.end is None:  # never: only since and until are open
        return said
    whole = _granule_name(when, short=False)
    if when.shape == "throughout":
        return f"all through {about}{whole}" if whole else _from_to(when, about)
    if when.begin == when.end:
        return f"about {said}" if about else f"on {said}"
    if whole and whole.startswith(_THIRDS):
        return f"in {whole}"
    if when.precision == "week" and is_granule("week", when.begin, when.end):
        return f"some time in the week of {said}"
    if whole:
        return f"about {whole}" if about else f"some time in {whole}"
    return f"{about}{_between(when.begin, when.end)}"


def _from_to(when: When, about: str) -> str:
    first = _bound(when.begin, when, short=False, last=False)
    last = _bound(when.end, when, short=False, last=True)
    return f"from {about}{first} to {about}{last}"


def _between(begin: date, end: date) -> str:
    if (begin.year, begin.month) == (end.year, end.month):
        return f"between {begin.day} and {_day(end, False)}"
    if begin.year == end.year:
        return f"between {begin.day} {_month(begin, False)} and {_day(end, False)}"
    return f"between {_day(begin, False)} and {_day(end, False)}"


def _granule_name(when: When, short: bool) -> str:
    """The name of the calendar unit (or its third) that the days are exactly, "" where they are none."""
    if when.begin is None or when.end is None:
        return ""
    for unit in (when.precision, *_NAMED):
        if unit in _NAMED and is_granule(unit, when.begin, when.end):
            return _unit(unit, when.begin, short)
    if when.approximate and when.precision in ("month", "year", "decade"):
        parts = thirds(when.precision, when.begin)
        if (when.begin, when.end) in parts:
            return (
                f"{_THIRDS[parts.index((when.begin, when.end))]} {_unit(when.precision, when.begin, short)}"
            )
    return ""


def _bound(day: date | None, when: When, short: bool, *, last: bool) -> str:
    """One end of a stretch, at the coarsest unit not above the precision that it is aligned to."""
    if day is None:
        return ""
    for unit in _UNITS:
        if PRECISIONS.index(unit) > PRECISIONS.index(when.precision):
            continue
        if unit in ("half", "quarter", "season", "week") and unit != when.precision:
            continue
        if granule(unit, day)[last] == day:
            return _unit(unit, day, short)
    return _day(day, short)


def _unit(unit: Precision, day: date, short: bool) -> str:
    begin, end = granule(unit, day)
    match unit:
        case "century":
            return f"{_ordinal(day.year // 100 + 1)} century"
        case "decade":
            return f"{begin.year}s"
        case "year":
            return str(day.year)
        case "half":
            return f"{'first' if begin.month == 1 else 'second'} half of {day.year}"
        case "quarter":
            return f"Q{(begin.month + 2) // 3} {day.year}"
        case "season":
            years = f"{begin.year}–{end.year % 100:02}" if begin.year != end.year else str(begin.year)
            return f"{SEASONS[begin.month]} {years}"
        case "month":
            return f"{_month(day, short)} {day.year}"
        case "week":
            return days(begin, end, short=short)
        case _:
            return _day(day, short)


def _day(day: date, short: bool) -> str:
    return f"{day.day} {_month(day, short)} {day.year}"


def _month(day: date, short: bool) -> str:
    name = MONTHS[day.month - 1]
    return name[:3] if short else name


def _ordinal(number: int) -> str:
    ending = "th" if 10 <= number % 100 <= 20 else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"

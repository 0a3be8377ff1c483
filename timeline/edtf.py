"""When ⇄ Extended Date/Time Format text (ISO 8601-2, Library of Congress levels 0–2).

within      one granule ("2021-12", "2014", "201X", "2022-21" for spring, 33–36 quarters, 40–41
            halves), else one of a set of days: "[2022-02-14..2022-02-20]"
throughout  an interval: "2022-05/2022-07"
since       "2021-12/..", until "../2021-12"
A week that bounds an interval is written as ISO 8601-1 has it ("2022-W06/.."): EDTF itself has no
weeks, and a day would say more than is known. "~" marks what is approximate.
"""

import re
from datetime import date, time, timedelta

from timeline.calendar import add_months, granule, is_granule
from timeline.model import PRECISIONS, ClockTime, Precision, When

_UNITS: tuple[Precision, ...] = ("century", "decade", "year", "half", "quarter", "season", "month", "week")
_DATE = re.compile(
    r"(?P<year>\d{4})(?:-(?:W(?P<week>\d\d)|(?P<month>\d\d|XX)(?:-(?P<day>\d\d|XX))?))?"
    r"|(?P<century>\d\d)XX|(?P<decade>\d{3})X"
)
_TIME = re.compile(r"(\d{4}-\d\d-\d\d)T(\d\d:\d\d(?::\d\d)?(?:Z|[+-]\d\d(?::?\d\d)?)?)")


def to_edtf(when: When) -> str:
    """EDTF text of `when`.

    >>> to_edtf(When(date(2021, 12, 1), None, "month", "since"))
    '2021-12/..'
    """
    about = "~" if when.approximate else ""
    unit = _unit_of_bounds(when)
    units = _units_apart(when) if unit == "day" else (unit, unit)
    first = _bound(when.begin, when, units[0], last=False) + about if when.begin else ".."
    last = _bound(when.end, when, units[1], last=True) + about if when.end else ".."
    if when.shape != "within":
        return f"{first}/{last}"
    if when.begin == when.end and when.begin:
        return _stamp(when.begin, when.time) + about
    if when.begin and when.end:
        for unit in (when.precision, *_UNITS):
            if unit not in ("time", "day", "week") and is_granule(unit, when.begin, when.end):
                return _granule_text(unit, when.begin) + about
        if when.precision == "week" and is_granule("week", when.begin, when.end):
            first, last = when.begin.isoformat() + about, when.end.isoformat() + about
    return f"[{first}..{last}]"


def from_edtf(text: str) -> When:
    """The When of an EDTF text; ValueError says what is wrong with it.

    >>> from_edtf("2021-12/..").begin
    datetime.date(2021, 12, 1)
    """
    approximate = any(mark in text for mark in "~?%")
    plain = re.sub(r"[~?%]", "", text.strip())
    if set_of := re.fullmatch(r"\[(.+)\.\.(.+)\]", plain):
        shape, parts = "within", set_of.groups()
    elif "/" in plain:
        parts = tuple(plain.split("/"))
        if len(parts) != 2:
            raise ValueError(f"{text!r} is no EDTF interval: it has more than one '/'")
        shape = "throughout"
    else:
        begin, end, unit, clock = _read(plain, text)
        return When(begin, end, unit, "within", approximate, clock)
    if all(part in ("", "..") for part in parts):
        raise ValueError(f"{text!r} is open at both ends: it names no day")
    if parts[1] in ("", ".."):
        begin, _, unit, clock = _read(parts[0], text)
        return When(begin, None, unit, "since", approximate, clock)
    if parts[0] in ("", ".."):
        _, end, unit, clock = _read(parts[1], text)
        return When(None, end, unit, "until", approximate, clock)
    begin, _, first_unit, clock = _read(parts[0], text)
    _, end, last_unit, _ = _read(parts[1], text)
    if begin > end:
        raise ValueError(f"{text!r} ends before it begins")
    unit = "time" if clock else max(first_unit, last_unit, key=PRECISIONS.index)
    if unit == "day" or (approximate and not clock):
        unit = _unit_of_stretch(begin, end, unit, approximate)
    return When(begin, end, unit, "within" if shape == "within" else "throughout", approximate, clock)


def _unit_of_stretch(begin: date, end: date, written: Precision, approximate: bool) -> Precision:
    """The unit that a stretch between two days (or months, years) was said in.

    A calendar week is a week. An approximate stretch is a third of a unit ("early December") or a
    rolling count of whole units ("in the past two weeks").
    """
    if written == "day" and is_granule("week", begin, end):
        return "week"
    if not approximate:
        return written
    for unit in ("month", "year", "decade"):
        if (begin, end) in thirds(unit, begin):
            return unit
    if written != "day":
        return written
    if end == add_months(begin, 12 * (end.year - begin.year)) and end.year > begin.year:
        return "year"
    if end == add_months(begin, 12 * (end.year - begin.year) + end.month - begin.month):
        return "month" if (end.year, end.month) > (begin.year, begin.month) else written
    return "week" if (end - begin).days % 7 == 0 and end > begin else written


def thirds(unit: Precision, day: date) -> tuple[tuple[date, date], ...]:
    """Early, mid and late in the week, month, year or decade of `day` (TIMEX3 mod START, MID, END)."""
    begin, end = granule(unit, day)
    if unit == "week":
        cuts = [begin + timedelta(days=2), begin + timedelta(days=4)]
    elif unit == "month":
        cuts = [begin.replace(day=11), begin.replace(day=21)]
    elif unit == "year":
        cuts = [begin.replace(month=5), begin.replace(month=9)]
    elif unit == "decade":
        cuts = [begin.replace(year=begin.year + 4), begin.replace(year=begin.year + 7)]
    else:
        return ()
    bounds = [begin, *cuts]
    ends = [date.fromordinal(cut.toordinal() - 1) for cut in cuts] + [end]
    return tuple(zip(bounds, ends, strict=True))


def _unit_of_bounds(when: When) -> Precision:
    """The coarsest unit, not above the precision, that both ends of a stretch are aligned to."""
    for unit in _UNITS:
        if PRECISIONS.index(unit) > PRECISIONS.index(when.precision):
            continue
        if unit in ("half", "quarter", "season", "week") and unit != when.precision:
            continue
        if when.begin and granule(unit, when.begin)[0] != when.begin:
            continue
        if when.end and granule(unit, when.end)[1] != when.end:
            continue
        return unit
    return "day"


def _units_apart(when: When) -> tuple[Precision, Precision]:
    """The units of two ends of which only one is a whole unit: "from January to 22 February"."""
    unit = when.precision
    if when.shape != "throughout" or unit not in ("month", "year", "decade", "century"):
        return "day", "day"
    assert when.begin is not None
    assert when.end is not None
    whole = granule(unit, when.begin)[0] == when.begin, granule(unit, when.end)[1] == when.end
    return unit if whole[0] else "day", unit if whole[1] else "day"


def _bound(day: date, when: When, unit: Precision, *, last: bool) -> str:
    """One end of a stretch."""
    timed = when.time is not None and (not last or when.begin is None)
    return _stamp(day, when.time) if timed else _granule_text(unit, day)


def _granule_text(unit: Precision, day: date) -> str:
    match unit:
        case "century":
            return f"{day.year // 100:02}XX"
        case "decade":
            return f"{day.year // 10:03}X"
        case "year":
            return f"{day.year:04}"
        case "half":
            return f"{day.year:04}-{40 + (day.month > 6)}"
        case "quarter":
            return f"{day.year:04}-{33 + (day.month - 1) // 3}"
        case "season":
            begin = granule("season", day)[0]
            return f"{begin.year:04}-{20 + begin.month // 3}"
        case "month":
            return f"{day.year:04}-{day.month:02}"
        case "week":
            year, week, _ = day.isocalendar()
            return f"{year:04}-W{week:02}"
        case _:
            return day.isoformat()


def _stamp(day: date, clock: ClockTime | None) -> str:
    if clock is None:
        return day.isoformat()
    return f"{day.isoformat()}T{clock.at.isoformat(timespec='seconds')}"


def _read(part: str, whole: str) -> tuple[date, date, Precision, ClockTime | None]:
    """One date of the text: its first and last day, unit, and clock time."""
    try:
        if stamped := _TIME.fullmatch(part):
            day = date.fromisoformat(stamped[1])
            return day, day, "time", ClockTime(time.fromisoformat(stamped[2]))
        if found := _DATE.fullmatch(part):
            return *_read_date(found), None
    except ValueError as why:
        raise ValueError(f"{whole!r} names a date that does not exist: {why}") from None
    raise ValueError(f"{whole!r} is not EDTF that we can read; try 2022-02-24, 2022-02, 2014 or 2021-12/..")


def _read_date(found: re.Match[str]) -> tuple[date, date, Precision]:
    if found["century"]:
        return *granule("century", date(max(int(found["century"]) * 100, 1), 1, 1)), "century"
    if found["decade"]:
        return *granule("decade", date(max(int(found["decade"]) * 10, 1), 1, 1)), "decade"
    year = int(found["year"])
    if found["week"]:
        return *granule("week", date.fromisocalendar(year, int(found["week"]), 1)), "week"
    if found["month"] in (None, "XX"):
        return *granule("year", date(year, 1, 1)), "year"
    month = int(found["month"])
    if found["day"] not in (None, "XX"):
        day = date(year, month, int(found["day"]))
        return day, day, "day"
    if 21 <= month <= 24:
        return *granule("season", date(year, (month - 20) * 3, 1)), "season"
    if 33 <= month <= 36:
        return *granule("quarter", date(year, (month - 33) * 3 + 1, 1)), "quarter"
    if month in (40, 41):
        return *granule("half", date(year, 1 if month == 40 else 7, 1)), "half"
    return *granule("month", date(year, month, 1)), "month"

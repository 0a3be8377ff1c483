"""Publication dates: a date line, a header or what a person typed in; a day and a clock time out.

The shapes of a full date are ours, in any script; dateparser reads the names of months in them. A
date without its year, and a numeric one that could be read two ways, is never completed by a guess.
"""

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from functools import lru_cache

from timeline.articles.clock import find_clock
from timeline.articles.facts import Published
from timeline.errors import ArticleError, UsageError
from timeline.model import ClockTime

EARLIEST = date(1900, 1, 1)
LANGUAGES = ["en", "uk", "ru", "de", "fr", "es", "it", "pl", "pt", "nl", "cs", "ro", "tr"]
"""Whose names of months are known in date lines."""

WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")

_YEAR = r"(?P<year>(?:1\d|20|21)\d\d)(?!\d)"
_YEAR_ALONE = re.compile(r"(?<!\d)\d{4}(?!\d)")
_WORD = r"(?P<month>[^\W\d_]{3,12})\.?"
_SHAPES = [
    re.compile(shape)
    for shape in (
        rf"(?<!\d){_YEAR}(?P<sep>[-/.])(?P<m>\d{{1,2}})(?P=sep)(?P<d>\d{{1,2}})(?!\d)T?",
        rf"(?<![\d.:]){_YEAR[:-6]}(?P<m>[01]\d)(?P<d>[0-3]\d)(?![\d:])T?",
        rf"(?<![\d.:/-])(?P<first>\d{{1,2}})(?P<sep>[-/.])(?P<second>\d{{1,2}})(?P=sep){_YEAR}",
        rf"(?<![\d:])(?P<d>\d{{1,2}})(?:st|nd|rd|th|er|º|°)?\.?(?:\s+(?:of|de|the))?[\s.-]*{_WORD},?(?:\s+(?:de|del))?[\s-]*{_YEAR}",
        rf"(?<![^\W\d_]){_WORD}\s*(?P<d>\d{{1,2}})(?:st|nd|rd|th)?\s*[,.]?\s+{_YEAR}",
    )
]
"""Year first, eight digits, day or month first, day and named month, named month and day."""

_GLUE = re.compile(
    r"(?<=(?:19|20)\d\d)(?=\d{1,2}[:.]\d\d)|(?<=\b20\d\d)(?=[^\W\d_]{2})|(?<=[ap]m)(?=[A-Z][a-z])"
)
_LABELS = re.compile(
    r"\b(?:(?:first |last |originally )?(?:published|posted|issued|released|updated|modified|edited|created)"
    r"(?: (?:on|at))?|date|time|at|on|as of)\b",
    re.IGNORECASE,
)
_WEEKDAY = re.compile(
    r"\b(mon|tue|wed|thu|fri|sat|sun)(?:s?day|nesday|r?s?day|urday|s|rs|r)?\b\.?", re.IGNORECASE
)
_SPARE = {"the", "р", "року", "г", "года", "году", "um", "Uhr", "à", "le", "den", "el", "dnia", "r"}
"""Words that stand in full dates of other languages."""
_JOINTS = {"by", "and", "in", "for", "from", "of", "read", "min", "mins", "minutes", "ago", "am", "pm", "gmt"}
"""Words that stand in date lines beside names."""


@dataclass(frozen=True, slots=True)
class Stamp:
    """A full date in a text: the day, its clock time, what the text holds beside them, and any doubt."""

    day: date | None
    clock: ClockTime | None
    rest: str
    doubt: str = ""


def parse_published(text: str) -> tuple[date, ClockTime | None]:
    """The day, and the clock time where told, of a publication date in any usual form or language.

    Raises UsageError with one sentence for what is no full date, lies before 1900 or in the future.

    >>> parse_published("Saturday 12 February 2022")
    (datetime.date(2022, 2, 12), None)
    """
    stamp = find_stamp(text)
    if stamp is None and (year := _YEAR_ALONE.search(text)) and find_stamp(text.replace(year[0], "2000")):
        problem = "in the future" if int(year[0]) > 2000 else "before 1900"
        raise UsageError(f"a publication date cannot be {problem}; got {text[:60]!r}")
    if stamp is None or not _is_spare(stamp.rest):
        raise UsageError(
            f"{text[:60]!r} is not a publication date that can be read; write it like 2022-02-12"
        )
    if stamp.day is None:
        raise UsageError(f"{stamp.doubt}; write it like 2022-02-12")
    if problem := _out_of_range(stamp.day):
        raise UsageError(f"a publication date cannot be {problem}; got {text[:60]!r}")
    return stamp.day, stamp.clock


def given_published(value: date | str) -> Published:
    """The publication date that a caller gave, a date, a datetime or text; UsageError if it is none."""
    text = value if isinstance(value, str) else value.isoformat()
    day, clock = parse_published(text)
    return Published(day, clock, f"given as {text!r}" + weekday_remark(text, day))


def told_published(value: str, name: str) -> Published:
    """The publication date that a source says it has; ArticleError, with the source's name, if it is none."""
    try:
        return given_published(value)
    except UsageError as why:
        raise ArticleError(f"{name}: {why}") from None


def find_stamp(text: str) -> Stamp | None:
    """The first full date in one line of text; its day is None where it could be read two ways."""
    spaced = _GLUE.sub(" ", text)
    for shape in _SHAPES:
        if found := shape.search(spaced):
            day, doubt = _day(found.groupdict(), found.group())
            if day is None and not doubt:
                continue
            before, after = spaced[: found.start()], spaced[found.end() :]
            clock = find_clock(f"{after} \n {before}", day or EARLIEST)
            rest = f"{before} \n {after}"
            if clock:
                joined = f"{after} \n {before}"
                rest = joined[: clock[1][0]] + " " + joined[clock[1][1] :]
            return Stamp(day, clock and clock[0], rest, doubt)
    return None


def weekday_remark(text: str, day: date) -> str:
    """A remark where `text` names another weekday than `day` has, else nothing.

    >>> weekday_remark("Sunday 12 February 2022", date(2022, 2, 12))
    ', though 12 February 2022 was a Saturday'
    """
    named = {found[1].lower() for found in _WEEKDAY.finditer(text)}
    if not named or WEEKDAYS[day.weekday()] in named:
        return ""
    return f", though {day.day} {day:%B %Y} was a {day:%A}"


def is_possible(day: date) -> bool:
    """Whether an article can have been published on that day."""
    return not _out_of_range(day)


def _out_of_range(day: date) -> str:
    latest = (datetime.now(UTC) + timedelta(hours=14)).date()  # today where the day begins first
    if day > latest:
        return "in the future"
    return "before 1900" if day < EARLIEST else ""


def _day(part: dict[str, str | None], written: str) -> tuple[date | None, str]:
    """The day of a match, or why it could be read two ways."""
    year = int(part["year"] or 0)
    if part.get("month"):
        return _named(f"{part['d']} {part['month']} {year}"), ""
    if part.get("m"):
        return _date(year, part["m"], part["d"]), ""
    first, second = part["first"], part["second"]
    day_first, month_first = _date(year, second, first), _date(year, first, second)
    if day_first and month_first and day_first != month_first and part["sep"] != ".":
        return None, f"{written!r} could be {_told(day_first)} or {_told(month_first)}"
    return day_first or month_first, ""


def _date(year: int, month: str | None, day: str | None) -> date | None:
    try:
        return date(year, int(month or 0), int(day or 0))
    except ValueError:
        return None


@lru_cache(maxsize=4096)
def _named(text: str) -> date | None:
    import dateparser  # an eighth of a second: only when a month has a name

    settings = {"STRICT_PARSING": True, "REQUIRE_PARTS": ["day", "month", "year"], "DATE_ORDER": "DMY"}
    found = dateparser.parse(text, languages=LANGUAGES, settings=settings)
    return found.date() if found else None


def _told(day: date) -> str:
    return f"{day.day} {day:%B %Y}"


def _is_spare(rest: str) -> bool:
    """Whether what stands beside a date adds nothing: labels, a weekday, punctuation."""
    words = re.findall(r"[^\W\d_]+|\d+", _WEEKDAY.sub(" ", _LABELS.sub(" ", rest)))
    return all(word in _SPARE or _names_weekday(word) for word in words)


def is_told(rest: str) -> bool:
    """Whether what stands beside a date tells something, as a sentence does and a date line does not.

    >>> is_told("Austria will host talks on"), is_told("Oliver O'Connell, Kim Sengupta, published on")
    (True, False)
    """
    words: list[str] = re.findall(r"[^\W\d_]+", _WEEKDAY.sub(" ", _LABELS.sub(" ", rest)))
    return sum(word.islower() and len(word) > 1 and word not in _SPARE | _JOINTS for word in words) > 1


@lru_cache(maxsize=256)
def _names_weekday(word: str) -> bool:
    """Whether dateparser reads the word as a day by itself, as it does weekdays in its languages."""
    if word.isascii():
        return False
    import dateparser

    return dateparser.parse(word, languages=LANGUAGES) is not None

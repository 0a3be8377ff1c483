"""A date that a person types → When: no word of it is passed over, and nothing sharper is made of it.

A text that says "after 24 February" tells of something that the day dates; who types the same as a date means
the days after it.
"""

import re
from datetime import date, timedelta

from timeline.calendar import granule
from timeline.dateparts import DateParts, changed, parts_of, when_of_parts
from timeline.errors import UsageError
from timeline.model import PRECISIONS, Shape, Timex, When
from timeline.temporal import tag

_NUMERIC = re.compile(r"(?<!\d)(\d{1,2})([./-])(0?[1-9]|1[0-2])\2(\d{4}|\d\d)(?!\d)")
_SHORT_YEAR = re.compile(r"^(\d{1,2} [^\W\d]+) (\d\d)$")
"""A date that ends in a year of two digits: "20 Feb 22"."""
_SHAPES: tuple[tuple[Shape, re.Pattern[str]], ...] = (
    ("since", re.compile(r"(?:on or after|not before|(?:no|not) earlier than) (.+)", re.IGNORECASE)),
    ("since", re.compile(r"(.+?),? (?:onwards?|on|or later|or after|and after)", re.IGNORECASE)),
    ("until", re.compile(r"(?:to|up to|on or before|not after|(?:no|not) later than) (.+)", re.IGNORECASE)),
    ("until", re.compile(r"(.+?),? (?:at the latest|or earlier|or before|and before)", re.IGNORECASE)),
    ("within", re.compile(r"(?:the )?week of (\d.*[–-].*)", re.IGNORECASE)),
    ("throughout", re.compile(r"(?:all through|all of|the whole of) (.+)", re.IGNORECASE)),
)
_BESIDE = re.compile(r"(?:(before|prior to|earlier than)|after|later than) (.+)", re.IGNORECASE)
_BETWEEN = re.compile(r"(about )?between (.+ and .+)", re.IGNORECASE)
_PASSED_OVER = re.compile(r"(?:(?:at )?some ?time (?:in|on) |ongoing )(.+)", re.IGNORECASE)
_HARMLESS = frozenset(("in", "on", "at", "the", "during"))
_WORD = re.compile(r"[^\W_]+|[/?!]")
_EXAMPLE = "write for instance 12 Feb 2022, since March 2014 or 2022-02"


def when_of(text: str, today: date, language: str = "en") -> When:
    """The days that a person means who types a date: EDTF, or words as of `today`; the day before the month.

    UsageError says in a sentence what cannot be read.

    >>> when_of("before 12 Feb 2015", date(2022, 2, 12)).edtf
    '../2015-02-11'
    >>> when_of("02/03/2022", date(2022, 2, 12)).edtf
    '2022-03-02'
    """
    typed = " ".join(text.split())
    try:
        return When.from_edtf(typed)
    except ValueError:
        return _read(_SHORT_YEAR.sub(r"\1 '\2", _NUMERIC.sub(r"\1.\3.\4", typed)), today, language)


def _read(typed: str, today: date, language: str) -> When:
    if found := _PASSED_OVER.fullmatch(typed):
        return _read(found[1], today, language)
    if found := _BETWEEN.fullmatch(typed):
        lasting = _as_told(f"between {found[1] or ''}{found[2]}", today, language)
        return _shaped(lasting, "within", typed)
    if found := _BESIDE.fullmatch(typed):
        return _beside(_read(found[2], today, language), before=bool(found[1]), typed=typed)
    for shape, words in _SHAPES:
        if found := words.fullmatch(typed):
            return _shaped(_read(found[1], today, language), shape, typed)
    return _as_told(typed, today, language)


def _as_told(typed: str, today: date, language: str) -> When:
    """What a text would mean by it, if that leaves no word out."""
    found = tag(typed, today, language)
    if not found and (found := tag(f"in {typed}", today, language)):  # a bare "May" might be the verb
        typed = f"in {typed}"
    if not found:
        raise UsageError(f"nothing in {typed!r} names a date; {_EXAMPLE}")
    first, last = found[0], found[-1]
    whens = [timex.when for timex in found if timex.when]
    if len(whens) < len(found):
        raise UsageError(f"{typed!r} names no days; {_EXAMPLE}")
    left = _left_over(typed, found)
    lasting = len(found) == 2 and first.when == last.when
    if len(found) == 2 and not lasting and left[-1:] in (["or"], ["/"]) and not _strange(left[:-1]):
        return _either(whens[0], whens[1], typed)
    signals = {word for timex in found for word in (timex.signal or "").lower().split()}
    if len(found) == 1 and first.signal == "from":
        return _shaped(whens[0], "since", typed)
    if lasting or whens[0].shape != "within":
        left = [word for word in left if word not in signals]
    if strange := _strange(left):
        raise UsageError(f"what “{' '.join(strange)}” means in {typed!r} is not understood; {_EXAMPLE}")
    if len(found) > 1 and not lasting:
        raise UsageError(f"{typed!r} names several dates; write for instance between 12 and 14 Feb 2022")
    return whens[0]


def _left_over(typed: str, found: list[Timex]) -> list[str]:
    rest, at = "", 0
    for timex in found:
        rest += typed[at : timex.start_char] + " "
        at = timex.end_char
    return [word.lower() for word in _WORD.findall(rest + typed[at:])]


def _strange(words: list[str]) -> list[str]:
    return [word for word in words if word not in _HARMLESS]


def _shaped(when: When, shape: Shape, typed: str) -> When:
    """The same days meaning something else; what is open already cannot."""
    if when.shape == shape:
        return when
    if (when.begin is None or when.end is None) or (shape in ("since", "until") and when.shape != "within"):
        raise UsageError(f"{typed!r} contradicts itself; {_EXAMPLE}")
    return when_of_parts(changed(parts_of(when), "shape", shape))


def _beside(when: When, *, before: bool, typed: str) -> When:
    """All days before or after; a clock time is where they begin or end."""
    shape: Shape = "until" if before else "since"
    if when.time:
        return _shaped(when, shape, typed)
    if when.begin is None or when.end is None:
        raise UsageError(f"{typed!r} contradicts itself; {_EXAMPLE}")
    try:
        day = when.begin - timedelta(days=1) if before else when.end + timedelta(days=1)
    except OverflowError:
        raise UsageError(f"{typed!r} names no days; {_EXAMPLE}") from None
    unit = when.precision if granule(when.precision, day)[before] == day else "day"
    begin, end = (None, day) if before else (day, None)
    return when_of_parts(DateParts(unit, shape, begin, end, when.approximate))


def _either(one: When, two: When, typed: str) -> When:
    """Some time in the one or the other, where no day lies between them."""
    if not (one.begin and one.end and two.begin and two.end) or one.end + timedelta(days=1) != two.begin:
        raise UsageError(f"{typed!r} names several dates; write for instance between 12 and 14 Feb 2022")
    unit = max(one.precision, two.precision, key=PRECISIONS.index)
    unit = "day" if unit == "time" else unit
    parts = DateParts(unit, "within", one.begin, two.end, one.approximate or two.approximate)
    return when_of_parts(parts)

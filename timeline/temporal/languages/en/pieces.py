"""The pieces that dates are made of: the numbers of years, months and weekdays."""

from timeline.temporal.languages.en.words import number
from timeline.temporal.reading import Reading

NUMBERED_MONTHS = {
    name: n for n, name in enumerate("jan feb mar apr may jun jul aug sep oct nov dec".split(), 1)
}

NUMBERED_WEEKDAYS = {name: n for n, name in enumerate("mon tue wed thu fri sat sun".split(), 1)}

TURN_OF_SHORT_YEARS = 40  # '39 is 2039, '40 is 1940


def month(r: Reading, name: str = "month") -> int | None:
    """The month's number, in words or digits."""
    if r.has("monthno"):
        return int(r.text("monthno"))
    return NUMBERED_MONTHS.get(r.text(name)[:3])


def weekday(r: Reading) -> int | None:
    """The weekday's ISO number."""
    return NUMBERED_WEEKDAYS.get(r.text("weekday")[:3])


def year(r: Reading, name: str = "year") -> int | None:
    """A year in four digits, two after an apostrophe, or in words."""
    text = r.text(name)
    if not text:
        return None
    digits = "".join(c for c in text if c.isdigit())
    if digits:
        return year_of(digits)
    words = text.replace("-", " ").split()
    if words[0] == "two":
        return int(number(text) or 0) or None
    rest = 0 if words[1] == "hundred" else number(" ".join(words[1:]))
    first = number(words[0])
    return None if first is None or rest is None else int(first * 100 + rest)


def year_of(digits: str) -> int:
    """The year that two or four digits write: 22 and 2022."""
    return two_digit_year(int(digits)) if len(digits) == len("22") else int(digits)


def two_digit_year(short: int) -> int:
    """'98 is 1998, '22 is 2022."""
    return short + (2000 if short < TURN_OF_SHORT_YEARS else 1900)


DASHES = frozenset("-–—")


def is_year(token: str) -> bool:
    """Whether a token is a year in four digits."""
    return len(token) == 4 and token.isdecimal() and 1000 <= int(token) < 2200


def era_number(r: Reading) -> int | None:
    """The number before or after BC, AD."""
    text = r.text("digits")
    return int(text) if text and int(text) < 3000 else None

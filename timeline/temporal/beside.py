"""What the expression beside one tells for it: the year of "April and June 1955", a zone's day."""

from dataclasses import replace
from datetime import date

from timeline.temporal.chronicle import NARROWED, unnarrowed
from timeline.temporal.expression import (
    Amount,
    Around,
    Clock,
    Date,
    Expression,
    Found,
    Hedged,
    Holiday,
    Near,
    Part,
    Shift,
)
from timeline.temporal.holidays import FROM_EASTER, ORTHODOX, holiday, nearest
from timeline.temporal.lexicon import Tokens, without_spaces

_SAME_DAY = frozenset({"and", "or", "to", "until", "till", "-", "–", "—"})


def same_moment(tokens: Tokens, last: Found | None, found: Found, value: str) -> Found | None:
    """A time in a bracket that tells the last on another zone's clock: "midnight on Friday (2200 GMT)".

    It is on the day of the last, or on the one beside it where that is nearer; `value` is that of the last.
    """
    told, again = unnarrowed(last.expression) if last else None, found.expression
    if last is None or not isinstance(told, Clock) or not isinstance(again, Clock):
        return None
    bracketed = tokens.slice(last.last, found.first).strip() == "("
    if not bracketed or told.day is None or again.day is not None:
        return None
    closing = f"T{_DAY_HOURS}" in value  # a midnight that ends its day
    hours = again.hour - (_DAY_HOURS if closing else told.hour % _DAY_HOURS)
    return found._replace(expression=replace(again, day=_day_in_zone(told.day, hours)))


def same_day(tokens: Tokens, last: Found | None, found: Found, begin: date | None) -> Found | None:
    """A day and month that only tells of which day the one before is: "Orthodox Christmas, on 7 January".

    So it is with the name of a day after its date: "on 8 June, Whit Sunday, ".
    """
    what = found.expression
    if last is None or begin is None:
        return None
    if isinstance(what, Holiday):
        return _same_holiday(tokens, last, found, what, begin)
    if isinstance(what, Around) and what == Around(what.unit, 0):  # "since 2014, the year he fled"
        apposed = tokens.slice(last.last, found.first).split() == [","] and tokens.words[found.first] == "the"
        return found._replace(expression=replace(what, base="told")) if apposed else None
    if not isinstance(what, Date) or what.year or not what.day:
        return None
    between = tokens.slice(last.last, found.first).split()
    if between not in ([","], [",", "on"], ["("]) or (what.month, what.day) != (begin.month, begin.day):
        return None
    return found._replace(expression=replace(what, year=begin.year))


def _same_holiday(tokens: Tokens, last: Found, found: Found, what: Holiday, day: date) -> Found | None:
    if what.year is not None or tokens.slice(last.last, found.first).split() not in (
        [","],
        ["("],
        [",", "on"],
    ):
        return None
    called = (
        name for name in (what.name, ORTHODOX + what.name) if name.removeprefix(ORTHODOX) in FROM_EASTER
    )
    names = [nearest(what.name, day), *called]
    name = next((name for name in names if holiday(name, day.year) == day), None)
    return found._replace(expression=Holiday(name, day.year)) if name is not None else None


def shares_verb(tokens: Tokens, last: Found | None, found: Found) -> bool:
    """Whether an expression lies on the side of the one before: "by 5 a.m. (0300 GMT) on Monday"."""
    if last is None or found.first - last.last > _JOINT:
        return False
    between = tokens.slice(last.last, found.first).split()
    if isinstance(unnarrowed(last.expression), Clock) and "".join(between) in ("(", ")", ")on"):
        return True
    return between in (["or"], ["or", "the"], ["or", "on"], ["or", "in"], ["or", "at"])


_JOINT = 5
"""Tokens, spaces among them, between two expressions of one verb."""


def _day_in_zone(day: Expression, hours: int) -> Expression:
    """A day, or the one beside it, where the clock shows so many `hours` more than that of the day."""
    if abs(hours) <= _DAY_HOURS // 2:
        return day
    return Shift((Amount("day", 1),), -1 if hours > 0 else 1, day)


_DAY_HOURS = 24


def _after_bracket(tokens: Tokens, found: Found, following: Found) -> Expression | None:
    """The day after another zone's time: "14:46 local time (05:46 GMT) on Friday"."""
    between = tokens.slice(found.last, following.first).replace(" ", "")
    return (
        following.expression
        if between in (")", ")on") and isinstance(following.expression, Near | Date)
        else None
    )


def _after_place(tokens: Tokens, found: Found, following: Found) -> Expression | None:
    """The day after the place where something is: "at 9 a.m. in Minsk on Tuesday"."""
    match without_spaces(tokens.words[found.last : following.first]):
        case ["in" | "at", *place, "on"] if place and all(word.istitle() for word in place):
            return following.expression if isinstance(following.expression, Near | Date) else None
        case _:
            return None


def with_next(tokens: Tokens, found: Found, following: Found, after: Found | None) -> Found:
    """What the second tells holds for the first: "April and June 1955", "9:10 and 11:45 on Friday"."""
    a, b = found.expression, following.expression
    if isinstance(a, Hedged) and isinstance(a.what, Clock):  # "about 16:20 local time (13:20 GMT) on Friday"
        exact = with_next(tokens, found._replace(expression=a.what), following, after)
        return found._replace(expression=replace(a, what=exact.expression))
    if isinstance(a, Clock) and a.day is None:
        between = tokens.slice(found.last, following.first).strip()
        if between == "(" and isinstance(b, Clock):
            day = b.day or (_after_bracket(tokens, following, after) if after else None)
            same = day and _day_in_zone(day, a.hour % _DAY_HOURS - b.hour % _DAY_HOURS)
            return found._replace(expression=replace(a, day=same))
        if day := _after_bracket(tokens, found, following) or _after_place(tokens, found, following):
            return found._replace(expression=replace(a, day=day))
    if isinstance(a, Clock) and a.day is None and isinstance(b, Clock) and b.day is not None:
        if tokens.slice(found.last, following.first).strip() not in _SAME_DAY:
            return found
        over_midnight = (a.hour, a.minute or 0) > (b.hour, b.minute or 0)
        day = Shift((Amount("day", 1),), -1, b.day) if over_midnight else b.day
        return found._replace(expression=replace(a, day=day))
    dated = _with_year(b)
    first = unnarrowed(a)
    if (
        dated is None
        or not isinstance(first, Date | Part)
        or first.year is not None
        or not _in_order(first, unnarrowed(b))
    ):
        return found
    if tokens.slice(found.last, following.first).strip() not in ("and", "or", ",", ", and", "/"):
        return found
    with_year = replace(first, year=dated.year, bc=dated.bc)
    return found._replace(expression=replace(a, what=with_year) if isinstance(a, NARROWED) else with_year)


def _with_year(expression: Expression) -> Date | Part | None:
    """The date, month or season that an expression is, where its year is written out."""
    what = unnarrowed(expression)
    return what if isinstance(what, Date | Part) and what.year is not None else None


def _in_order(a: Expression, b: Expression) -> bool:
    """Whether two months, two days or two seasons of one year follow each other."""
    if isinstance(a, Date) and isinstance(b, Date) and a.month and b.month:
        return a.month <= b.month and (a.day is None) == (b.day is None)
    if isinstance(a, Part) and isinstance(b, Part) and a.unit == b.unit == "season":
        return _SEASONS.index(str(a.name)) < _SEASONS.index(str(b.name))
    return False


_SEASONS = ("SP", "SU", "FA", "WI")

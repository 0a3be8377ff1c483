"""What else a phrase could mean: the readings that a reader may have had in mind instead of the one taken.

Worked out when they are asked for, from the phrase, the day of publication and what the text tells before it.
Where the reading that was taken is none of those that are known here, nothing is offered: it hangs on more
than the phrase, and another would be a guess.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise
from typing import Any, NamedTuple

from timeline.model import Article, Timex, When
from timeline.temporal import LANGUAGES, scanner_for, tag
from timeline.temporal.expression import (
    Amount,
    Around,
    Clock,
    Date,
    DayPart,
    Edge,
    Expression,
    Hedged,
    Holiday,
    Near,
    Part,
    Rolling,
    Shift,
)  # fmt: skip
from timeline.temporal.locating import Located, Setting, locate, said
from timeline.temporal.locating.setting import MONTHS, SEASONS, WEEKDAYS, in_words
from timeline.temporal.timexes import when_meant

_WEEK = timedelta(days=7)
FARTHEST = 3
"""Dates told before that something may be counted from."""
_NEARLY = 2
"""Days by which another reading of a stretch may be longer or shorter: a leap year's."""


class Alternative(NamedTuple):
    """Another reading of a phrase: the days, what the phrase then means, and the phrase."""

    when: When
    why: str
    phrase: str


class _Text(NamedTuple):
    """What readings hang on: publication, the dates told before, and whether the day is over by then."""

    published: date
    told: Sequence[Located]
    over: bool


class _Candidate(NamedTuple):
    expression: Expression
    setting: Setting
    why: str


def alternatives_in(article: Article, timex: Timex, *, over: bool = False) -> tuple[Alternative, ...]:
    """The other readings of a phrase of an article; `over`: of what has happened, which is no later day."""
    if article.language not in LANGUAGES:
        return ()
    found = tag(article.reading_text, article.published, article.language, article.published_time)
    pair = _pair_of(found, timex)
    first = pair[0] if pair else timex
    before = [one.when for one in found if one.when and one.end_char <= first.start_char]
    if not pair:
        return alternatives(timex, article.published, before[::-1], article.language, over=over)
    if article.published is None or first.when is None:
        return ()
    phrase = article.reading_text[first.start_char : pair[1].end_char]
    text = _Text(article.published, _anchors(before[::-1]), over)
    return _others(_stretches(phrase, article.language, text, first.when), first.when, text)


def alternatives(
    timex: Timex,
    published: date | None,
    told: Sequence[When] = (),
    language: str = "en",
    *,
    over: bool = False,
) -> tuple[Alternative, ...]:
    """The other readings of a phrase; `told` are the dates that its text tells before it, the last one first.

    Of what is `over` when it is told, no day after publication is offered.

    >>> from timeline.temporal import explain
    >>> other = alternatives(explain("Tuesday", date(2014, 2, 27)), date(2014, 2, 27))
    >>> [(one.when.edtf, one.why) for one in other]
    [('2014-03-04', 'the next Tuesday after publication')]
    """
    if timex.when is None or published is None:
        return ()
    text = _Text(published, _anchors(told), over)
    expression = _expression(timex.text, language)
    readings = [
        Alternative(when, why, timex.text)
        for located, why in _located(expression, text)
        if (when := _as_shaped(when_meant(located, "", "")[0], timex.when))
    ]
    return _others(readings, timex.when, text)


def _others(readings: Sequence[Alternative], taken: When, text: _Text) -> tuple[Alternative, ...]:
    """Each reading once but for the one that was taken; none where that is not among them."""
    once: dict[str, Alternative] = {}
    for one in readings:
        once.setdefault(one.when.edtf, one)
    if once.pop(taken.edtf, None) is None:
        return ()
    return tuple(
        one for one in once.values() if not text.over or (one.when.begin or date.min) <= text.published
    )


def _located(expression: Expression | None, text: _Text) -> Iterator[tuple[Located, str]]:
    """What every reading of an expression means, and why."""
    for candidate in _candidates(expression, text):
        if located := locate(candidate.expression, candidate.setting):
            yield located, candidate.why


def _pair_of(found: Sequence[Timex], timex: Timex) -> tuple[Timex, Timex] | None:
    """The two dates that bound one stretch, where a phrase is one of them: "from Monday to Wednesday"."""
    for one, two in pairwise(found):
        if timex.start_char in (one.start_char, two.start_char) and one.when and one.when == two.when:
            return (one, two) if one.when.shape == "throughout" else None
    return None


def _stretches(phrase: str, language: str, text: _Text, taken: When) -> list[Alternative]:
    """Every reading of two dates that bound a stretch: from one of the first to the next of the second."""
    scanner = scanner_for(language)
    bounds = [list(_located(found.expression, text)) for found in scanner.scan(scanner.tokens(phrase))]
    if len(bounds) != len(("from", "to")) or taken.begin is None or taken.end is None:
        return []
    readings = []
    for one, first in bounds[0]:
        ends = [(two.end, why) for two, why in bounds[1] if one.begin and two.end and two.end >= one.begin]
        end, last = min(ends, default=(None, ""), key=lambda each: each[0])
        if one.begin is None or end is None:
            continue
        longer = (end - one.begin) - (taken.end - taken.begin)
        if abs(longer.days) <= _NEARLY:
            when = replace(taken, begin=one.begin, end=end)
            readings.append(Alternative(when, f"{first} to {last}", phrase))
    return readings


def _expression(phrase: str, language: str) -> Expression | None:
    """What a phrase says, where it is one expression."""
    scanner = scanner_for(language)
    found = scanner.scan(scanner.tokens(phrase))
    return found[0].expression if len(found) == 1 else None


def _as_shaped(when: When | None, like: When) -> When | None:
    """The days open where those of the reading that was taken are open."""
    if when is None or like.shape in ("within", "throughout"):
        return when
    if like.shape == "since":
        when = replace(when, shape="since", end=None)
    else:
        when = replace(when, shape="until", begin=None)
    return When.from_edtf(when.edtf)


def _anchors(told: Sequence[When]) -> list[Located]:
    """The last dates told, each once."""
    once = {(when.begin, when.end): when for when in reversed(told) if when.begin and when.end}
    return [
        Located(when.edtf[:10], when.begin, when.end, "day" if when.precision == "time" else when.precision)
        for when in reversed(once.values())
    ][:FARTHEST]


def _candidates(e: Expression | None, text: _Text) -> Iterator[_Candidate]:
    """Every reading of an expression that is known here, the one that was taken among them."""
    published = text.published
    now = Setting(published)
    match e:
        case Edge(what=inner) | Hedged(what=inner):
            yield from _wrapped(inner, lambda other: replace(e, what=other), text)
        case Clock(day=inner) | DayPart(day=inner) if inner is not None:
            yield from _wrapped(inner, lambda other: replace(e, day=other), text)
        case Clock() | DayPart():
            days = [one.begin for one in text.told if one.begin and one.precision == "day"]
            yield _Candidate(replace(e, day=_day(published)), now, "on the day of publication")
            for day in days:
                yield _Candidate(replace(e, day=_day(day)), now, f"on {said(day)}, told before it")
        case Around(base="told") | Shift(base="told") | Rolling(base="told"):
            yield from _counted(e, text)
        case Around(unit="week" | "month" | "year" as unit, offset=-1 | 1 as offset, base="published"):
            side = "before" if offset < 0 else "after"
            run = {"week": "seven days", "month": "month", "year": "twelve months"}[unit]
            yield _Candidate(e, now, f"the calendar {unit} {side}")
            edge = "up to" if offset < 0 else "from"
            rolling = Rolling(Amount(unit, 1), -1 if offset < 0 else 1)
            yield _Candidate(rolling, now, f"the {run} {edge} publication")
        case Near(side=side, what=Date(weekday=int(number), month=None), base="published"):
            yield from _near_weekdays(side, number, published)
        case Near(side=-1 | 1 as side, what=Date(month=int(month)) as what, base="published"):
            year = published.year + (side if (month - published.month) * side <= 0 else 0)
            first = replace(what, year=year)
            yield _Candidate(first, now, f"the {_FIRST[side]} {MONTHS[month - 1]} {_SIDE[side]} publication")
            other = replace(what, year=published.year + side)
            yield _Candidate(other, now, f"{MONTHS[month - 1]} of the year {_SIDE[side]}")
        case Date(year=None, month=None, day=None, weekday=int(number)):
            yield from _weekdays(number, text)
        case Date(year=None, month=int(month)):
            name = f"{e.day} {MONTHS[month - 1]}" if e.day else MONTHS[month - 1]
            yield from _years(replace(e, weekday=None), name, text)
        case Holiday(year=None):
            yield from _years(e, e.name.title().replace("'S", "'s"), text)
        case Part(year=None):
            name = SEASONS.get(str(e.name), "one")
            yield from _years(e, name, text)
        case Date(ambiguous=True):
            yield _Candidate(e, now, "the month first, as American texts have it")
            turned = replace(e, month=e.day, day=e.month)
            yield _Candidate(turned, now, "the day first, as European texts have it")
        case _:
            return


_FIRST = {-1: "latest", 1: "next"}
_SIDE = {-1: "before", 1: "after"}


def _wrapped(inner: Expression, again: Callable[[Any], Expression], text: _Text) -> Iterator[_Candidate]:
    """The readings of what is inside: "early December" has those of "December"."""
    for expression, setting, why in _candidates(inner, text):
        yield _Candidate(again(expression), setting, why)


def _counted(e: Around | Shift | Rolling, text: _Text) -> Iterator[_Candidate]:
    for anchor in text.told:
        why = f"counted from {in_words(anchor)}, told before it"
        yield _Candidate(e, Setting(text.published, told=anchor), why)
    yield _Candidate(
        replace(e, base="published"), Setting(text.published), "counted from the day of publication"
    )


def _weekdays(number: int, text: _Text) -> Iterator[_Candidate]:
    published = text.published
    name, now = WEEKDAYS[number - 1], Setting(published)
    latest = published - timedelta(days=(published.isoweekday() - number) % 7)
    if latest == published:
        yield _Candidate(_day(latest), now, "the day of publication")
        yield _Candidate(_day(latest - _WEEK), now, f"the latest {name} before publication")
    else:
        yield _Candidate(_day(latest), now, f"the latest {name} before publication")
    if latest < published and text.over:
        yield _Candidate(_day(latest - _WEEK), now, f"the {name} a week before the latest one")
    following = published + timedelta(days=(number - published.isoweekday()) % 7 or 7)
    yield _Candidate(_day(following), now, f"the next {name} after publication")
    for anchor in text.told:
        if anchor.begin and anchor.precision == "day" and anchor.begin == anchor.end:
            first = anchor.begin + timedelta(days=(number - anchor.begin.isoweekday()) % 7)
            yield _Candidate(_day(first), now, f"the first {name} from {said(anchor.begin)}, told before it")


def _near_weekdays(side: int, number: int, published: date) -> Iterator[_Candidate]:
    """The latest and the coming one, and that of the calendar week before or after: "last Friday"."""
    name, now = WEEKDAYS[number - 1], Setting(published)
    back = (published.isoweekday() - number) % 7
    if side <= 0:
        latest = published - timedelta(days=back or (7 if side else 0))
        yield _Candidate(_day(latest), now, f"the latest {name} up to publication")
    if side >= 0:
        coming = published + timedelta(days=(7 - back) if back or side else 0)
        yield _Candidate(_day(coming), now, f"the next {name} from publication")
    if side:
        monday = published - timedelta(days=published.weekday()) + timedelta(days=7 * side)
        of_week = monday + timedelta(days=number - 1)
        yield _Candidate(_day(of_week), now, f"the {name} of the calendar week {_SIDE[side]}")


def _years(e: Date | Holiday | Part, name: str, text: _Text) -> Iterator[_Candidate]:
    """A date without a year: the latest one, the next one, that of the years told before."""
    now, published = Setting(text.published), text.published
    around = [replace(e, year=published.year + shift) for shift in (-2, -1, 0, 1)]
    begun = [(one, days.begin) for one in around if (days := locate(one, now)) and days.begin]
    past = [one for one, begin in begun if begin <= published]
    to_come = [one for one, begin in begun if begin > published]
    if past:
        yield _Candidate(past[-1], now, f"the latest {name} before publication")
    if past[1:] and text.over:
        yield _Candidate(past[-2], now, f"the {name} a year before the latest one")
    if to_come:
        yield _Candidate(to_come[0], now, f"the next {name} after publication")
    for year in dict.fromkeys(anchor.begin.year for anchor in text.told if anchor.begin):
        yield _Candidate(replace(e, year=year), now, f"{name} of {year}, the year told before it")


def _day(day: date) -> Date:
    return Date(day.year, day.month, day.day)

"""Located expressions → Timex: shaped by the words before them, paired, explained."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from functools import lru_cache
from itertools import zip_longest

from timeline.calendar import add_months
from timeline.model import PRECISIONS, ClockTime, Precision, Shape, Timex, When
from timeline.temporal.context import JOINING_TOKENS, joined
from timeline.temporal.expression import Amount, Clock, Date, DayPart, Duration, Expression, Found, UnitOf
from timeline.temporal.lexicon import Tokens, without_spaces
from timeline.temporal.locating import Located, Setting, locate, said
from timeline.temporal.locating.setting import KEPT, WIDTH
from timeline.temporal.locating.shifted import moved
from timeline.temporal.rules import Language
from timeline.zones import on_its_clock

_WEEK = 7
_A_YEAR = timedelta(days=366)
_DASHES = ("-", "–", "—", "/")
_TIMES_OF_DAY = (Clock, DayPart)

Signalled = tuple[Found, Located, str, str]
"""An expression, what it means, the signal before it and that signal as it is written."""


def timexes(
    tokens: Tokens, located: Sequence[Signalled], language: Language, setting: Setting
) -> list[Timex]:
    """The timexes of a text's located expressions, two that bound one stretch made a pair."""
    out: list[Timex] = []
    paired = False  # with the one before
    for one, two in zip_longest(located, located[1:]):
        if paired:
            paired = False
            continue
        if two is not None and (
            two[0].first - one[0].last <= JOINING_TOKENS
            or (one[2] == "from" and _over_aside(tokens, one[0], two[0]))
        ):
            pair = _length_of(tokens, one, two) or _pair(tokens, one, two, language, setting)
            if pair is not None:
                out += pair
                paired = True
                continue
        out.append(_timex(tokens, *one))
    return out


def _length_of(tokens: Tokens, first: Signalled, second: Signalled) -> list[Timex] | None:
    """A length and the date that ends or holds it: "the year to August", "the first two weeks of May"."""
    (a, one, _, word), (b, two, _, _) = first, second
    what = a.expression
    if not isinstance(what, Duration | UnitOf):
        return None
    words = [w.lower() for w in tokens.words[a.first : b.first] if w.strip()]
    whole = isinstance(what, UnitOf) and what.unit == "year"
    amounts = what.amounts if isinstance(what, Duration) else (Amount("year", 1),) if whole else ()
    if len(amounts) != 1 or amounts[0].count is None or words[0] != "the" or two.type != "DATE":
        return None
    while words[-1] in _BEFORE_PERIODS:
        words.pop()
    join = words[-1]
    if join in (_ENDED if whole else _UP_TO):
        days = _up_to(amounts[0], two)
    else:
        days = _part_of(amounts[0], words[1], two) if join in _IN else None
    if days is None:
        return None
    stretch = _days(*days, "throughout", False)
    written = " ".join(tokens.slice(a.first, b.last).split())
    why = f"“{written}” is one stretch, {said(days[0])} to {said(days[1])}: {two.because}"
    points = (days[0].isoformat(), days[1].isoformat()) if one.type == "DURATION" else (None, None)
    length = _timex(tokens, a, one, "", "")
    return [
        length._replace(
            when=stretch, why=why, signal=word or None, begin_point=points[0], end_point=points[1]
        ),
        _timex(tokens, b, two, "", "")._replace(when=stretch, why=why, signal=join),
    ]


def _up_to(amount: Amount, two: Located) -> tuple[date, date, Precision] | None:
    """The first and last day of a length that a day or a month ends, and how finely they are told."""
    last = two.end
    if last is None or two.precision not in ("day", "month") or amount.unit in ("second", "minute"):
        return None
    if two.precision == "day":
        return moved(last, amount, -1) + timedelta(days=1), last, "day"
    if amount.unit not in _OF_MONTHS:
        return None
    return add_months(moved(last.replace(day=1), amount, -1), 1), last, "month"


def _part_of(amount: Amount, which: str, two: Located) -> tuple[date, date, Precision] | None:
    """The first and last day of a length that opens or closes a period."""
    begin, end = two.begin, two.end
    if begin is None or end is None or two.precision in ("day", "time") or which not in _OPENING | _CLOSING:
        return None
    if which in _OPENING:
        end = moved(begin, amount, 1) - timedelta(days=1)
    else:
        begin = moved(end + timedelta(days=1), amount, -1)
    if two.begin is None or two.end is None or begin < two.begin or end > two.end:
        return None
    return begin, end, "month" if amount.unit in _OF_MONTHS else "day"


_IN = frozenset({"of", "in"})
_OPENING = frozenset({"first", "opening"})
_CLOSING = frozenset({"last", "final", "closing"})
_BEFORE_PERIODS = frozenset({"the", "this", "that", "on"})
_ENDED = frozenset({"ended", "ending"})
_UP_TO = _ENDED | {"to", "through"}
_OF_MONTHS = frozenset({"month", "quarter", "half", "year"})


def _pair(
    tokens: Tokens, first: Signalled, second: Signalled,
    language: Language, setting: Setting,
) -> list[Timex] | None:  # fmt: skip
    """Two dates that bound one stretch: "from 3 to 9 May", "between May and July", "2014–2022"."""
    (a, one, signal, word), (b, two, _, _) = first, second
    if (
        one.type in ("SET", "DURATION")
        or two.type in ("SET", "DURATION")
        or one.begin is None
        or two.end is None
    ):
        return None
    if (one.clock is not None) != (two.clock is not None) and WIDTH[
        max(one, two, key=_width).precision
    ] > WIDTH["day"]:
        return None
    if isinstance(a.expression, DayPart) and two.clock is not None:
        return None  # "in the night of 17 to 18 February, around 5 a.m."
    join = joined(tokens, a, b, language) or (_over_aside(tokens, a, b) if signal == "from" else "")
    if _is_weekday(a.expression) and _is_month(b.expression):
        return None  # "a revision Friday to December's figures"
    if join in _DASHES and "\n" in tokens.slice(a.last, b.first):
        return None  # "2023", and below it "- 6 June: …"
    if not join or (join == "and" and signal != "between"):
        return None
    if signal not in language.openers and join not in (*_DASHES, "to", "through"):
        return None
    if _verb_before(tokens, a, signal) in language.movers:
        gone = _timex(tokens, a, one, signal, word)
        why = f"{gone.why}; what was planned for then was moved"
        return [gone._replace(when=None, why=why), _timex(tokens, b, two, "", "")]
    one, two = _completed(a.expression, one, b.expression, two, setting)
    if one.begin is None or two.end is None or one.begin > two.end:
        return None
    shape: Shape = "within" if join == "/" else "throughout"  # "5/6 March" may be the one or the other
    stretch = _stretch(one, two, shape)
    opener = f"{word} " if signal in language.openers else ""
    written = " ".join(tokens.slice(a.first, b.last).split())
    why = f"“{opener}{written}” is one stretch, {said(one.begin)} to {said(two.end)}"
    return [
        _timex(tokens, a, one, "", "")._replace(
            when=stretch, why=f"{why}: {one.because}", signal=word or None
        ),
        _timex(tokens, b, two, "", "")._replace(when=stretch, why=f"{why}: {two.because}", signal=join),
    ]


def _over_aside(tokens: Tokens, a: Found, b: Found) -> str:
    """The word that joins two dates over an aside: "from 24 February, when it began, to 31 March"."""
    if b.first - a.last > _ASIDE or tokens.words[a.last : a.last + 1] != [","]:
        return ""
    between = without_spaces(tokens.words[a.last : b.first])
    whole = between[1] in _BEGIN_ASIDES and between[-2] == "," and between.count(",") == len(_COMMAS)
    return between[-1] if whole and between[-1] in _CLOSE and "." not in between else ""


_ASIDE = 48
_COMMAS = (",", ",")
"""What sets an aside apart."""
_BEGIN_ASIDES = frozenset(("when", "the", "as", "a", "which"))
_CLOSE = frozenset(("to", "until", "till", "through"))


def _is_weekday(expression: Expression) -> bool:
    return isinstance(expression, Date) and expression.weekday is not None and expression.month is None


def _is_month(expression: Expression) -> bool:
    return isinstance(expression, Date) and expression.month is not None and expression.day is None


def _verb_before(tokens: Tokens, found: Found, signal: str) -> str:
    """The word before the signal of an expression, in lower case."""
    before = (word.lower() for word in reversed(tokens.words[max(0, found.first - 6) : found.first]))
    return next((word for word in before if word.strip() and word != signal), "")


def _width(located: Located) -> int:
    return WIDTH[located.precision]


def _completed(
    a: Expression, one: Located, b: Expression, two: Located, s: Setting
) -> tuple[Located, Located]:
    """The year (or week) of one member completes the other; a night goes on into the next day."""
    if one.clock and two.clock and isinstance(b, Clock) and b.day is None and one.begin == two.begin:
        if two.begin is not None and two.clock.at < one.clock.at:
            day = two.begin + timedelta(days=1)
            value = f"{day.isoformat()}T{two.value.partition('T')[2]}"
            return one, two._replace(value=value, begin=day, end=day)
        return one, two
    if isinstance(a, Date) and a.year is None and two.explicit and two.begin and not one.explicit:
        year = two.begin.year
        again = locate(replace(a, year=year, weekday=None), s) if a.month else None
        if again and again.begin and two.end and again.begin > two.end:
            again = locate(replace(a, year=year - 1, weekday=None), s)
        return again or one, two
    if (
        isinstance(b, Date)
        and b.year is None
        and b.month
        and one.begin
        and (one.explicit or (two.end and (two.end < one.begin or two.end - one.begin > _A_YEAR)))
    ):
        again = locate(replace(b, year=one.begin.year, weekday=None), s)
        if again and again.end and again.end < one.begin:
            again = locate(replace(b, year=one.begin.year + 1, weekday=None), s)
        return one, again or two
    weekday = _weekday_in(b)
    gap = (two.begin - one.begin).days if one.begin and two.begin else 0
    if weekday and one.begin and (gap < 0 or (gap >= _WEEK and _weekday_in(a))):
        day = one.begin + timedelta(days=(weekday - one.begin.isoweekday()) % 7)
        return one, two._replace(value=day.isoformat() + two.value[10:], begin=day, end=day)
    return one, two


def _weekday_in(expression: Expression) -> int | None:
    """The weekday that an expression is, or is a time of, where nothing else tells its day."""
    what = expression.day if isinstance(expression, Clock | DayPart) else expression
    return what.weekday if isinstance(what, Date) and what.month is None and what.day is None else None


def _stretch(one: Located, two: Located, shape: Shape) -> When | None:
    assert one.begin is not None
    assert two.end is not None
    if one.clock and two.clock and one.begin == two.begin:
        return When(
            one.begin, two.end, "time", "throughout", False, on_its_clock(one.clock, one.begin)
        )  # fmt: skip
    precision = max(one.precision, two.precision, key=PRECISIONS.index)
    return _settled(
        one.begin,
        two.end,
        "day" if precision == "time" else precision,
        shape,
        one.approximate or two.approximate,
        None,
    )


def _timex(tokens: Tokens, found: Found, located: Located, signal: str, word: str) -> Timex:
    start, text = tokens.start(found.first), tokens.slice(found.first, found.last)
    when, shaped = when_meant(located, signal, word)
    return Timex(
        start, start + len(text), text, located.type, located.value, located.mod, when,
        f"“{text}”: {located.because}{shaped}", located.sure, word or None, located.anchor, located.quant,
        located.freq, located.begin_point, located.end_point,
    )  # fmt: skip


def when_meant(located: Located, signal: str, word: str) -> tuple[When | None, str]:
    """The days that are meant, shaped by the signal; and what the signal adds to the reason."""
    begin, end = located.begin, located.end
    if (
        begin is None
        or end is None
        or located.type == "SET"
        or (located.type == "DURATION" and located.begin_point is None)
    ):
        return None, ""
    precision = located.precision
    if not signal:
        shape: Shape = "throughout" if located.throughout else "within"
        if located.clock is None:
            return _days(begin, end, precision, shape, located.approximate), ""
        return _settled(begin, end, precision, shape, located.approximate, located.clock), ""
    if signal == "since" and located.type != "DURATION":
        return _settled(
            begin, None, precision, "since", located.approximate, located.clock
        ), f"; “{word}” leaves the end open"
    if signal == "until" and located.type != "DURATION":
        return _settled(
            None, end, precision, "until", located.approximate, located.clock
        ), f"; “{word}” leaves the beginning open"
    lasting = located.throughout or (
        signal in ("throughout", "for") and (located.type == "DURATION" or signal == "throughout")
    )
    shape = "throughout" if lasting else "within"
    return _settled(begin, end, precision, shape, located.approximate, located.clock), ""


def _settled(
    begin: date | None, end: date | None, precision: Precision, shape: Shape, approximate: bool,
    clock: ClockTime | None,
) -> When:  # fmt: skip
    """A When at the precision that its EDTF text keeps."""
    if clock is not None and precision == "time":
        told = begin or end
        assert told is not None
        when = When(begin, end, precision, shape, False, on_its_clock(clock, told))
        return When.from_edtf(when.edtf) if shape == "throughout" else when
    return _days(begin, end, precision, shape, approximate and clock is None)


@lru_cache(maxsize=KEPT)
def _days(
    begin: date | None, end: date | None, precision: Precision, shape: Shape, approximate: bool
) -> When:
    """The same without a clock time."""
    when = When(begin, end, precision, shape, approximate)
    about_days = precision == "day" or begin is None or (precision == "week" and shape == "within")
    if (approximate and about_days) or shape == "throughout":
        return When.from_edtf(when.edtf)
    return when

"""Found expressions → Timex: located in its setting, shaped by the words before it, paired, explained."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from functools import lru_cache

from timeline.model import PRECISIONS, ClockTime, Precision, Shape, Timex, When
from timeline.temporal.context import JOINING_TOKENS, clause_of, is_narrative, joined, signal_of
from timeline.temporal.expression import (
    Amount,
    Around,
    Century,
    Clock,
    Date,
    DayPart,
    Duration,
    Edge,
    Expression,
    Found,
    Hedged,
    Near,
    Repeat,
    Rolling,
    Shift,
    Vague,
    Within,
)  # fmt: skip
from timeline.temporal.lexicon import Tokens
from timeline.temporal.locating import Located, Setting, locate, said
from timeline.temporal.locating.before_our_era import year_before_our_era
from timeline.temporal.locating.setting import KEPT, WIDTH
from timeline.temporal.narrative import PERFECT, is_aside, looks_aside, looks_back
from timeline.temporal.rules import Language

_SAME_DAY = frozenset({"and", "or", "to", "until", "till", "-", "–", "—"})
_WEEK = 7
_NARROWED = (Edge, Hedged)
_TIMES_OF_DAY = (Clock, DayPart)
_SAY_NO_DAY = (Duration, Repeat, Vague, Rolling, Century)
_SPEECH = frozenset(
    """
    said told says announced reported added warned stated claimed tweeted wrote declared according
    """.split()
)


def resolve(
    tokens: Tokens,
    founds: Sequence[Found],
    language: Language,
    published: date | None,
    clock: ClockTime | None,
) -> list[Timex]:
    """The timexes of a text, in order; expressions that turn out to be no date are left out."""
    narrative = is_narrative(founds, published)
    setting = Setting(published, narrative=narrative, clock=clock.at if clock else None)
    out: list[tuple[Found, Located, str, str]] = []
    written: int | None = None  # the last token of a date with its year
    for found, following, after in zip(founds, [*founds[1:], None], [*founds[2:], None, None], strict=False):
        if following and following.first - found.last <= JOINING_TOKENS:
            found = _with_next(tokens, found, following, after)
        heading = _is_heading(tokens, found)
        signal, word = signal_of(tokens, found, language)
        if _needs_verb(found.expression):
            _put_in_clause(setting, tokens, found, language, word)
            setting.aside = setting.side <= 0 and looks_back(tokens, written, found, setting)
        forgetful = _is_clock(found) and not narrative and _begins_anew(tokens, found, setting)
        located = locate(found.expression, replace(setting, told=None) if forgetful else setting)
        if located is None:
            continue
        out.append((found, located, signal, word))
        if (
            narrative
            and located.explicit
            and not heading
            and is_aside(tokens, found, located, language, setting)
        ):
            continue
        _remember(setting, found, located, heading and not narrative)
        if located.explicit and located.begin is not None:
            written = found.last
    return _timexes(tokens, out, language, setting)


def _is_clock(found: Found) -> bool:
    told = found.expression
    while isinstance(told, _NARROWED):
        told = told.what
    return isinstance(told, _TIMES_OF_DAY) and told.day is None


def _begins_anew(tokens: Tokens, found: Found, setting: Setting) -> bool:
    """Whether a time of day is not of the day told last: it heads a blog's entry, or that day is to come."""
    told, published = setting.told, setting.published
    if published and told and told.begin and told.begin > published and setting.side < 0:
        return True
    before, after = tokens.words[found.first - 1 : found.first], tokens.words[found.last : found.last + 1]
    return bool(before and after) and "\n" in before[0] and "\n" in after[0]


def _after_bracket(tokens: Tokens, found: Found, following: Found) -> Expression | None:
    """The day after another zone's time: "14:46 local time (05:46 GMT) on Friday"."""
    between = "".join(tokens.words[found.last : following.first]).replace(" ", "")
    return (
        following.expression
        if between in (")", ")on") and isinstance(following.expression, Near | Date)
        else None
    )


def _with_next(tokens: Tokens, found: Found, following: Found, after: Found | None) -> Found:
    """What the second tells holds for the first: "April and June 1955", "9:10 and 11:45 on Friday"."""
    a, b = found.expression, following.expression
    if isinstance(a, Clock) and a.day is None:
        between = "".join(tokens.words[found.last : following.first]).strip()
        if between == "(" and isinstance(b, Clock):
            day = b.day or (_after_bracket(tokens, following, after) if after else None)
            return found._replace(expression=replace(a, day=day))
        if day := _after_bracket(tokens, found, following):
            return found._replace(expression=replace(a, day=day))
    if isinstance(a, Clock) and a.day is None and isinstance(b, Clock) and b.day is not None:
        if "".join(tokens.words[found.last : following.first]).strip() not in _SAME_DAY:
            return found
        over_midnight = (a.hour, a.minute or 0) > (b.hour, b.minute or 0)
        day = Shift((Amount("day", 1),), -1, b.day) if over_midnight else b.day
        return found._replace(expression=replace(a, day=day))
    if not (
        isinstance(a, Date) and isinstance(b, Date) and a.month and a.year is None and b.month and b.year
    ):
        return found
    between = tokens.slice(found.last, following.first).strip()
    if (
        between not in ("and", "or", ",", ", and", "/")
        or a.month > b.month
        or (a.day is None) != (b.day is None)
    ):
        return found
    return found._replace(expression=replace(a, year=b.year))


def _needs_verb(expression: Expression) -> bool:
    """Whether the side that the verb tells can matter to what an expression means."""
    if isinstance(expression, Date):
        return expression.year is None
    if isinstance(expression, Around):
        return expression.unit == "weekend"
    if isinstance(expression, Shift):
        return not isinstance(expression.base, str)
    return not isinstance(expression, _SAY_NO_DAY)


def _put_in_clause(setting: Setting, tokens: Tokens, found: Found, language: Language, signal: str) -> None:
    clause = clause_of(tokens, found, language.cues)
    setting.side, setting.cue, setting.spoken = clause.side, clause.cue, clause.cue.lower() in _SPEECH
    if signal in language.behind and clause.side > 0:
        setting.side, setting.cue, setting.spoken = -1, signal, False
    ahead = signal in language.ahead and not (clause.side < 0 and clause.cue.lower() in PERFECT)
    if ahead or (signal == "by" and clause.side == 0):
        setting.side, setting.cue, setting.spoken = 1, signal, False


def _remember(setting: Setting, found: Found, located: Located, heading: bool) -> None:
    """Keep a date that names days as the one that was told last."""
    if year_before_our_era(located.value) is not None:
        setting.bc = located.value
    elif located.explicit:
        setting.bc = None
    if located.type in ("DURATION", "SET") or located.begin is None:
        return
    if isinstance(found.expression, Clock) and found.expression.day is None and setting.told is None:
        return
    if isinstance(found.expression, Shift) and located.precision == "quarter":
        return  # "the year-ago quarter" is compared with the one that the text goes on about
    if setting.narrative and looks_aside(found.expression) and located.precision not in ("day", "time"):
        return
    setting.told = located
    if heading and located.precision == "day" and located.begin == located.end:
        setting.heading = None if located.begin == setting.published else located
    elif located.precision == "quarter":
        setting.quarter = located
    elif located.precision in ("day", "time", "month") and not isinstance(found.expression, Shift):
        setting.month = located


def _is_heading(tokens: Tokens, found: Found) -> bool:
    """Whether a date heads a part of a chronicle: it begins a line, alone or before a colon or dash."""
    if found.first and "\n" not in tokens.words[found.first - 1]:
        return False
    if not isinstance(found.expression, (Date, Within)):
        return False
    after = tokens.words[found.last : found.last + 3]
    return (
        not after
        or "\n" in after[0]
        or after[0] == ":"
        or (len(after) > 1 and after[0] == " " and after[1] in "–—-")
    )


def _timexes(
    tokens: Tokens, located: Sequence[tuple[Found, Located, str, str]], language: Language, setting: Setting
) -> list[Timex]:
    out: list[Timex] = []
    at = 0
    while at < len(located):
        if at + 1 < len(located) and located[at + 1][0].first - located[at][0].last <= JOINING_TOKENS:
            pair = _pair(tokens, located[at], located[at + 1], language, setting)
            if pair is not None:
                out += pair
                at += 2
                continue
        found, place, signal, word = located[at]
        out.append(_timex(tokens, found, place, signal, word))
        at += 1
    return out


def _pair(
    tokens: Tokens, first: tuple[Found, Located, str, str], second: tuple[Found, Located, str, str],
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
    join = joined(tokens, a, b, language)
    if not join or (join == "and" and signal != "between"):
        return None
    if signal not in language.openers and join not in ("-", "–", "—", "to", "through"):
        return None
    one, two = _completed(a.expression, one, b.expression, two, setting)
    if one.begin is None or two.end is None or one.begin > two.end:
        return None
    stretch = _stretch(one, two)
    opener = f"{word} " if signal in language.openers else ""
    written = " ".join(tokens.slice(a.first, b.last).split())
    why = f"“{opener}{written}” is one stretch, {said(one.begin)} to {said(two.end)}"
    return [
        _timex(tokens, a, one, "", "")._replace(
            when=stretch, why=f"{why}: {one.because}", signal=word or None
        ),
        _timex(tokens, b, two, "", "")._replace(when=stretch, why=f"{why}: {two.because}", signal=join),
    ]


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
        and (one.explicit or (two.end and two.end < one.begin))
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


def _stretch(one: Located, two: Located) -> When | None:
    assert one.begin is not None
    assert two.end is not None
    if one.clock and two.clock and one.begin == two.begin:
        return When(one.begin, two.end, "time", "throughout", False, one.clock)
    precision = max(one.precision, two.precision, key=PRECISIONS.index)
    return _settled(
        one.begin,
        two.end,
        "day" if precision == "time" else precision,
        "throughout",
        one.approximate or two.approximate,
        None,
    )


def _timex(tokens: Tokens, found: Found, located: Located, signal: str, word: str) -> Timex:
    start, text = tokens.start(found.first), tokens.slice(found.first, found.last)
    when, shaped = _when(located, signal, word)
    return Timex(
        start, start + len(text), text, located.type, located.value, located.mod, when,
        f"“{text}”: {located.because}{shaped}", located.sure, word or None, located.anchor, located.quant,
        located.freq, located.begin_point, located.end_point,
    )  # fmt: skip


def _when(located: Located, signal: str, word: str) -> tuple[When | None, str]:
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
    shape: Shape = "throughout" if lasting else "within"
    return _settled(begin, end, precision, shape, located.approximate, located.clock), ""


def _settled(
    begin: date | None, end: date | None, precision: Precision, shape: Shape, approximate: bool,
    clock: ClockTime | None,
) -> When:  # fmt: skip
    """A When at the precision that its EDTF text keeps."""
    if clock is not None and precision == "time":
        when = When(begin, end, precision, shape, False, clock)
        return When.from_edtf(when.edtf) if shape == "throughout" else when
    return _days(begin, end, precision, shape, approximate and clock is None)


@lru_cache(maxsize=KEPT)
def _days(
    begin: date | None, end: date | None, precision: Precision, shape: Shape, approximate: bool
) -> When:
    """The same without a clock time."""
    when = When(begin, end, precision, shape, approximate)
    if (approximate and precision == "day") or shape == "throughout":
        return When.from_edtf(when.edtf)
    return when

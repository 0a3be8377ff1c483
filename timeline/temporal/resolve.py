"""Found expressions → Timex: each located in the setting that the text has brought it to."""

from collections.abc import Sequence
from datetime import date, timedelta
from itertools import takewhile

from timeline.model import ClockTime, Timex
from timeline.temporal.beside import same_day, same_moment, shares_verb, with_next
from timeline.temporal.chronicle import (
    NARROWED,
    ends_part,
    heads_entry,
    is_chronicle,
    is_heading,
    unnarrowed,
    with_range,
)
from timeline.temporal.context import JOINING_TOKENS, is_narrative, signal_of, word_before
from timeline.temporal.expression import (
    Amount,
    Around,
    Century,
    Clock,
    Date,
    DayOf,
    DayPart,
    Duration,
    Edge,
    Expression,
    Found,
    Holiday,
    Remembered,
    Repeat,
    Rolling,
    Shift,
    Vague,
)  # fmt: skip
from timeline.temporal.grammar import BREAK
from timeline.temporal.lexicon import Tokens, without_spaces
from timeline.temporal.locating import Located, Setting, locate
from timeline.temporal.locating.before_our_era import year_before_our_era
from timeline.temporal.narrative import (
    counts_from_now,
    goes_on_in_tale,
    had_been,
    is_aside,
    is_compared,
    is_embedded,
    is_measure,
    is_mentioned,
    is_of_late,
    is_quoted,
    looks_aside,
    looks_back,
    names_which,
    tells_after,
    tells_on,
)
from timeline.temporal.rules import Cues, Language
from timeline.temporal.sides import SENTENCE, goes_on, is_for_later, put_in_clause
from timeline.temporal.timexes import Signalled, timexes
from timeline.temporal.values import day_of

_TIMES_OF_DAY = (Clock, DayPart)
_DAYLESS = (Duration, Repeat, Vague)
_SAY_NO_DAY = (Duration, Repeat, Vague, Rolling, Century)


def resolve(
    tokens: Tokens,
    founds: Sequence[Found],
    language: Language,
    published: date | None,
    clock: ClockTime | None,
) -> list[Timex]:
    """The timexes of a text, in order; expressions that turn out to be no date are left out."""
    narrative = is_narrative(founds, published) and not is_chronicle(tokens, founds)
    setting = Setting(published, narrative=narrative, clock=clock.at if clock else None)
    out: list[Signalled] = []
    written: Found | None = None  # the last date with its year
    last: Found | None = None
    mentioned: int | None = None  # the last token of a date that news only mentions
    dated = 0  # the last token of a date that the text goes on from
    tale: Found | None = None  # the last date of a tale of an earlier year
    counts = any(isinstance(found.expression, DayOf) for found in founds)
    for found, following, after in zip(founds, [*founds[1:], None], [*founds[2:], None, None], strict=False):
        if following and following.first - found.last <= JOINING_TOKENS:
            found = with_next(tokens, found, following, after)
        told_last = out[-1][1] if out else None
        moment = same_moment(tokens, last, found, told_last.value if told_last else "")
        named = same_day(tokens, last, found, told_last.begin if told_last else None)
        found = moment or named or found
        found = _counted_ahead(tokens, found, setting, language)
        what = found.expression
        if isinstance(what, _DAYLESS) and not setting.headed:
            last, located = found, locate(what, setting)
            if located is not None:
                out.append((found, located, *signal_of(tokens, found, language)))
            continue
        close = last is not None and found.first - last.last <= _CLOSE
        whole = with_range(tokens, last, found) if close else found
        heading = is_heading(tokens, whole)
        timed = _is_clock(found)
        asks = not narrative and (timed or setting.headed)
        new_part = asks and last is not None and ends_part(tokens, last, found)
        if new_part and setting.headed:
            setting.heading = setting.year = None
        listed = close and last is not None and _is_listed(tokens, last, found, language.cues)
        setting.heads = heading and not narrative
        dawns = _is_dawn(last, found, whole)
        before, last = last, found
        signal, word = signal_of(tokens, found, language)
        setting.signal = word
        if not shares_verb(tokens, before, found) and (_needs_verb(what) or _may_look_ahead(what, setting)):
            _look_about(setting, tokens, found, written, language, word, listed=listed)
            told_on = tale is not None and setting.tells and goes_on_in_tale(found, tale, setting)
            setting.aside = setting.aside or told_on
        setting.near = _stands_near(tokens, setting, found, timed=timed)
        setting.compared = narrative and is_compared(tokens, found)
        if mentioned is not None and "." in tokens.words[mentioned : found.first]:
            setting.told, mentioned = setting.main, None
        anew = timed and (new_part or _begins_anew(tokens, found, setting))
        forgetful = not narrative and (anew or _is_lately(tokens, found, setting))
        told = None if forgetful or setting.told is None else _told_for(what, setting)
        located = _located(setting, tokens, found, told)
        if located is None:
            continue
        out.append((found, located, _shaping(tokens, found, located, signal, setting), word))
        measures = word == "since" and published is not None and is_measure(tokens, found)
        by_the_way = moment is not None or measures or dawns or setting.compared
        told_whole = narrative and located.explicit and not heading
        if by_the_way or (told_whole and is_aside(tokens, found, located, language, setting)):
            continue
        tale = _tale(setting, tokens, tale, found, located, heading=heading)
        told_before, past = setting.told, setting.past
        _remember(setting, found, located, ranged=whole.first < found.first)
        if setting.told is not told_before:
            news = not narrative and not heading
            aside = news and is_mentioned(tokens, found, located, setting.main, dated)
            mentioned, dated = (found.last, dated) if aside else (None, found.last)
            _move_on(setting, found, located, past, aside=aside)
        if counts and located.precision == "day" and located.type == "DATE":
            _remember_beginning(setting, tokens, found, located, language)
        goes_back = written is not None and tells_on(what)
        if (
            (located.explicit or goes_back)
            and located.begin is not None
            and (narrative or not names_which(tokens, found))  # "the 2019 law": no time that is told of
        ):
            written, setting.story = found, goes_back and not isinstance(what, Shift)
    return timexes(tokens, out, language, setting)


def _tale(
    setting: Setting, tokens: Tokens, tale: Found | None, found: Found, located: Located, *, heading: bool
) -> Found | None:
    """The last date of a tale of an earlier year, where one goes on; a full date may begin one."""
    now, begin = setting.published, located.begin
    if now is None or setting.narrative or heading or setting.headed:
        return None
    if begin is None:
        return tale
    if located.explicit:
        setting.tells = False
        return found if begin.year < now.year and located.precision == "day" else None
    if tale is None or (counts_from_now(found.expression) and is_embedded(tokens, found)):
        return tale
    goes_on_in_it = tells_after(found.expression)
    setting.tells = setting.tells or goes_on_in_it
    return found if goes_on_in_it or (setting.aside and begin.year < now.year) else None


def _shaping(tokens: Tokens, found: Found, located: Located, signal: str, setting: Setting) -> str:
    """The signal that shapes the days of an expression, which may be another than its word is elsewhere."""
    word, day = setting.signal, setting.day
    if word == "as of" and day is not None and located.end is not None and located.end <= day:
        return "" if _is_count(tokens, found) else signal
    if word == "before" and isinstance(found.expression, Edge) and setting.side >= 0:
        return "until" if found.expression.mod == "END" else signal  # "wanted before the end of March"
    return signal


def _is_count(tokens: Tokens, found: Found) -> bool:
    """Whether "as of" tells up to when something was counted: "As of 6 p.m. 40 had died"."""
    at = found.first - _AS_OF
    return at >= 0 and (tokens.words[at] == "As" or word_before(tokens.words, at) in _BEFORE_COUNTS)


_AS_OF = 4
"""Tokens of "as of" before an expression."""
_BEFORE_COUNTS = frozenset((",", ";", "and", "but", "received", "information", "data", "figures"))


def _counted_ahead(tokens: Tokens, found: Found, setting: Setting, language: Language) -> Found:
    """A range of lengths made the days that it leads to: "will meet in two to four weeks"."""
    match found.expression:
        case Duration((Amount(between=(_, _)) as amount,), mod):
            before = word_before(tokens.words, found.first)
        case _:
            return found
    if before not in _AHEAD or setting.day is None or setting.narrative:
        return found
    put_in_clause(setting, tokens, found, language, "", listed=False)
    if setting.side <= 0:
        return found
    return found._replace(expression=Rolling(amount, 1, mod=mod, apart=before == "in"))


_AHEAD = frozenset(("in", "within"))


def _located(setting: Setting, tokens: Tokens, found: Found, told: Located | None) -> Located | None:
    """What an expression means that is counted from a date told, if from any."""
    now_told, published = setting.told, setting.published
    setting.told = told
    if setting.narrative and counts_from_now(found.expression) and is_quoted(tokens, found):
        setting.published = None  # whom a history quotes did not speak on the day that it was written
    located = locate(found.expression, setting)
    setting.told, setting.published = now_told, published
    return located


def _look_about(
    setting: Setting, tokens: Tokens, found: Found, written: Found | None, language: Language, word: str,
    *, listed: bool,
) -> None:  # fmt: skip
    """Note in the setting what the clause and the sentences before tell of an expression."""
    put_in_clause(setting, tokens, found, language, word, listed=listed)
    setting.later = is_for_later(tokens, setting.teller, found)
    setting.had = setting.side < 0 and had_been(tokens, setting.teller, found)
    lasts = word == "since" and _is_present(tokens, found)
    setting.aside = setting.side <= 0 and not lasts and looks_back(tokens, written, found, setting)
    behind = setting.aside or setting.narrative
    setting.late = behind and is_of_late(tokens, written, found, setting.told, language.cues)


def _move_on(setting: Setting, found: Found, located: Located, past: Located | None, *, aside: bool) -> None:
    """Note where the text goes on from after a date told; after one told `aside`, where it was before."""
    setting.teller = found
    if aside:
        setting.past = past
        return
    setting.main = setting.told
    setting.day_told = located if _names_day(located) else setting.day_told


def _is_day_of_told(what: Expression) -> bool:
    """Whether an expression is a weekday or the n-th, or a part of it, which may be one of the month told."""
    if isinstance(what, NARROWED):
        what = what.what
    day = what.day if isinstance(what, _TIMES_OF_DAY) else what
    return isinstance(day, Date) and day.month is None and (day.weekday or day.day) is not None


def _is_in_sentence(tokens: Tokens, teller: Found | None, found: Found) -> bool:
    """Whether the date told last stands in the same sentence."""
    if teller is None or found.first - teller.last > _SENTENCE_TOKENS:
        return False
    return "." not in tokens.words[teller.last : found.first]


def _stands_near(tokens: Tokens, setting: Setting, found: Found, *, timed: bool) -> bool:
    """Whether the date told last stands near enough for an expression to be of it."""
    teller, what = setting.teller, found.expression
    if timed:
        return _is_in_sentence(tokens, teller, found)
    if isinstance(what, Holiday) and not setting.headed:
        if teller is None or not _is_in_sentence(tokens, teller, found) or is_embedded(tokens, teller):
            setting.counted_back = False
            return False
        setting.counted_back = "after" in tokens.words[teller.last : found.first]  # back from it
        return True
    near = _is_near(tokens, teller, found)
    lasts = near and teller is not None and word_before(tokens.words, teller.first) == "since"
    of_day = _is_day_of_told(what) or isinstance(what, Edge)
    return near and (of_day or setting.headed or (setting.planned_then and not lasts))


_SENTENCE_TOKENS = 120


def _is_near(tokens: Tokens, teller: Found | None, found: Found) -> bool:
    """Whether the date told last stands in the same paragraph."""
    return teller is not None and BREAK not in tokens.symbols[teller.last : found.first]


def _told_for(expression: Expression, setting: Setting) -> Located | None:
    """The date told that an expression is counted from: what counts days, from the last day told."""
    told, day = setting.told, setting.day_told
    if isinstance(expression, Date):  # as mostly: counted from no other date
        return told
    if _is_earlier_today(expression, setting):
        return None
    if not setting.narrative and _tells_apart(expression, setting):
        return setting.past if setting.side < 0 else None
    if _is_bare_season(told) and _counts_days(expression):
        return day or told  # "On 3 May it fell. In winter it is cut off. That day …"
    if setting.narrative or told is None or told.end is None or day is None or day.begin is None:
        return told
    mentioned = setting.main is not None and setting.main is not told
    wider = told.precision not in ("day", "time")
    around = told.begin is not None and told.begin <= day.begin <= told.end  # "On 3 May he won. That month …"
    older = wider and (told.end < day.begin or mentioned or around)
    return day if older and _counts_days(expression) else told


def _is_lately(tokens: Tokens, found: Found, setting: Setting) -> bool:
    """Whether "in the previous 24 hours" is what news reports of now, in a paragraph that tells no day."""
    match found.expression:
        case Rolling(Amount(unit="hour" | "day"), direction=-1, base="told"):
            return not setting.headed and not _is_near(tokens, setting.teller, found)
        case _:
            return False


def _is_earlier_today(expression: Expression, setting: Setting) -> bool:
    """Whether "earlier in the day" is of the day of the news, where no day is told beside it."""
    match expression:
        case Edge(what=Around(unit="day", offset=0, base="told")):
            told, now = setting.told, setting.published
            apart = told is not None and told.end is not None and now is not None and now - told.end > _WEEK
            return apart and not setting.narrative and not setting.headed and not setting.near
        case _:
            return False


_WEEK = timedelta(days=7)


def _tells_apart(expression: Expression, setting: Setting) -> bool:
    """Whether the clause is of another time than the date told.

    What had happened "the day before" is not counted from a day ahead, nor what may come "before the end
    of the month" from a month that is over.
    """
    told, now = setting.told, setting.published
    if told is None or now is None or told.begin is None or told.end is None or setting.heading is not None:
        return False
    if setting.side < 0:
        return told.begin > now and _is_counted_from_told(expression)
    match expression:
        case Edge(what=Around(unit="week" | "month" | "quarter" | "year", offset=0, base="told")):
            return setting.side > 0 and told.end < now
        case _:
            return False


def _is_counted_from_told(expression: Expression) -> bool:
    match expression:
        case Shift(base="told") | Around(base="told") | DayPart(day=Around(base="told")):
            return True
        case Edge(what=Around(unit="day", base="told")):
            return True
        case _:
            return False


def _is_bare_season(told: Located | None) -> bool:
    """Whether the last date told is a season without its year, which may be any year's: "in winter"."""
    return told is not None and told.precision == "season" and not told.explicit


def _counts_days(expression: Expression) -> bool:
    """Whether days are counted from what was told: "the same day", "three days earlier", "that night"."""
    match expression:
        case Shift(base="told", amounts=(Amount(unit="day" | "hour" | "minute"), *_)):
            return True
        case Around(unit="day", base="told"):
            return True
        case DayPart(day=Around(unit="day", base="told")) | Clock(day=Around(unit="day", base="told")):
            return True
        case _:
            return False


def _names_day(located: Located) -> bool:
    return located.precision == "day" and located.begin == located.end


def _is_clock(found: Found) -> bool:
    told = found.expression
    while isinstance(told, NARROWED):
        told = told.what
    return isinstance(told, _TIMES_OF_DAY) and told.day is None


def _begins_anew(tokens: Tokens, found: Found, setting: Setting) -> bool:
    """Whether a time of day is not of the day told last: it heads a blog's entry, or that day is to come."""
    told, published = setting.told, setting.published
    if published and told and told.begin and told.begin > published and setting.side < 0:
        return True
    teller = setting.teller if setting.cue.lower() != "had" else None
    if teller and "." in tokens.words[teller.last : found.first] and is_embedded(tokens, teller):
        return True  # "The banks, which had signed on Friday, waited. In the morning …"
    if (
        _is_overnight(found)
        and published
        and told
        and told.end
        and told.end < published
        and not (told.end >= published - _DAYS_BACK and _is_in_sentence(tokens, setting.teller, found))
    ):
        return True
    near = without_spaces(tokens.words[max(0, found.first - 4) : found.first])
    if near[-2:] == ["Updated", "at"]:
        return True  # as live blogs note below an entry
    if published and told and told.end and told.end < published and near[-1:] == ["for"]:
        return True  # "A ceremony is set for 3pm"
    return heads_entry(tokens, found)


def _is_dawn(last: Found | None, found: Found, whole: Found) -> bool:
    """Whether a date is the day on which a night ends: a text goes on from the night of 22 to 23 July."""
    if last is None or whole.first == found.first or not isinstance(last.expression, DayPart):
        return False
    night = last.expression.part == "NI" and last.expression.day is not None
    return night and not isinstance(unnarrowed(found.expression), Clock)


def _is_overnight(found: Found) -> bool:
    return isinstance(found.expression, DayPart) and found.expression.part == "NI"


_DAYS_BACK = timedelta(days=2)
"""How far back a day may lie whose night news tells of by "overnight" alone."""


def _needs_verb(expression: Expression) -> bool:
    """Whether the side that the verb tells can matter to what an expression means."""
    if isinstance(expression, Date):
        return expression.year is None
    if isinstance(expression, Around):
        return expression.unit == "weekend"
    if isinstance(expression, Shift):
        return not isinstance(expression.base, str)
    return not isinstance(expression, _SAY_NO_DAY)


def _is_present(tokens: Tokens, found: Found) -> bool:
    """Whether what has lasted still does: "has been held since 26 July", not "had been"."""
    return "had" not in tokens.words[max(0, found.first - SENTENCE) : found.first]


def _may_look_ahead(expression: Expression, setting: Setting) -> bool:
    """Whether the verb can matter besides: "this year" in a history, "two days later" after nothing told."""
    told, now = setting.told, setting.published
    if told is not None and told.begin is not None and now is not None and told.begin > now:
        return _is_counted_from_told(expression)
    if isinstance(expression, Around):
        return setting.narrative and expression.base == "published" and expression.offset == 0
    return told is None and isinstance(expression, Shift) and expression.base == "told"


def _is_listed(tokens: Tokens, last: Found, found: Found, cues: Cues) -> bool:
    """Whether an expression is of the verb of the one before: "on 5 May in X, 6 May in Y and 9 May in Z"."""
    between = without_spaces(tokens.words[last.last : found.first])
    if between == [","]:
        return True
    apart = cues.clause_ends | cues.relatives | cues.clause_openers
    return "and" in between and len(between) <= _IN_LIST and apart.isdisjoint(between)


_IN_LIST = 6
_CLOSE = 2 * _IN_LIST + 1
"""Tokens, spaces among them, between two expressions of a list or a range, at the most."""


def _remember(setting: Setting, found: Found, located: Located, *, ranged: bool) -> None:
    """Keep a date that names days as the one that was told last; `ranged`: as the last of a stretch."""
    what, precision = found.expression, located.precision
    if located.value.startswith("BC") and year_before_our_era(located.value) is not None:
        setting.bc = located.value
    elif located.explicit:
        setting.bc = None
    if located.begin is None or located.type in ("DURATION", "SET"):
        return
    if isinstance(what, Remembered):
        return  # "the September 11 attacks" are named, not told
    if setting.told is None and isinstance(what, Clock) and what.day is None:
        return
    if precision == "quarter" and isinstance(what, Shift):
        return  # "the year-ago quarter" is compared with the one that the text goes on about
    if setting.narrative and precision not in ("day", "time") and looks_aside(what):
        return
    if isinstance(what, DayPart) and what.over and (day := day_of(located.value)):
        located = located._replace(begin=day, end=day)  # a text goes on from one day of a night
    setting.told = located
    if setting.published is not None and (located.begin or date.max) <= setting.published:
        setting.past = located
    if setting.heads:
        _head(setting, located, ranged=ranged)
    if precision == "quarter":
        setting.quarter = located
    elif precision in ("day", "time", "month") and not isinstance(what, Shift):
        setting.month = located


def _head(setting: Setting, located: Located, *, ranged: bool) -> None:
    """Keep a date that heads a part or an entry of a chronicle."""
    if located.precision in ("year", "month"):
        if ranged and located.precision == "year":  # "2014-2021: first cracks"
            setting.year = setting.heading = None
        elif located.explicit or setting.headed:  # "December" after its days
            setting.year, setting.heading = located, None
    elif located.precision == "day" and located.begin == located.end and located.begin is not None:
        setting.heading = None if located.begin == setting.published else located
        year = setting.year.begin if setting.year is not None else None
        if located.explicit and year is not None and year.year != located.begin.year:
            setting.year = None


def _remember_beginning(
    setting: Setting, tokens: Tokens, found: Found, located: Located, language: Language
) -> None:
    """Keep the day on which something began, by a word that says so in the same sentence."""
    before = tokens.words[max(0, found.first - SENTENCE) : found.first]
    after = tokens.words[found.last : found.last + SENTENCE]
    near = [*takewhile(goes_on, reversed(before)), *takewhile(goes_on, after)]
    if located.begin == located.end and not language.beginnings.isdisjoint(map(str.lower, near)):
        setting.begun = located.begin

"""Whether a text goes on from a date that it tells, or only mentions it and goes on where it was."""

from datetime import timedelta
from itertools import pairwise, takewhile

from timeline.temporal.context import clause_before, word_before
from timeline.temporal.expression import (
    Amount,
    Around,
    Clock,
    Date,
    DayPart,
    Edge,
    Expression,
    Found,
    Hedged,
    Near,
    Nth,
    Rolling,
    Shift,
    UnitOf,
    Within,
)
from timeline.temporal.grammar import BREAK
from timeline.temporal.lexicon import Tokens, without_spaces
from timeline.temporal.locating import Located, Setting
from timeline.temporal.locating.before_our_era import year_before_our_era
from timeline.temporal.rules import Cues, Language

_ASIDE = 80
"""Tokens after a written year in which dates without one belong to it."""
_PLAN_TOKENS = 12
_PLANNED = frozenset(
    "plan plans planned planning projected scheduled proposed intended expected hoped".split()
)
"""Words that make a later year after them one that is only thought of."""
_PAUSES = frozenset(".,;:()\n")
_HAD = frozenset({"had"})
_HAD_TOKENS = 24
_BOUNDS = frozenset({"until", "till"})
_COMPARED = frozenset(
    "compared comparison opposed surpassing exceeding topping unlike than peak high low".split()
)
_COMPARED_TOKENS = 24
_OCCASIONS = frozenset("following followed after".split())
PERFECT = frozenset({"had", "been"})


def looks_back(tokens: Tokens, date: Found | None, found: Found, setting: Setting) -> bool:
    """Whether a year before that of publication was written out just before, in this sentence or the last."""
    if date is None or setting.told is None or setting.told.begin is None or setting.published is None:
        return False
    written = date.last
    if _ends_stretch(tokens, date):
        return False
    between = tokens.words[written : found.first]
    if len(between) > _ASIDE or BREAK in tokens.symbols[written : found.first]:
        return False
    had = _follows(tokens, found, _HAD, _HAD_TOKENS) and not _follows(
        tokens, found, _SUBORDINATE, _HAD_TOKENS
    )
    apart = "." in between
    if apart or ";" in between:
        if word_before(tokens.words, date.first) == "since":
            return False  # "has bought none since 2015; the price agreed in December …"
        if not _goes_on(found.expression, setting, had=had, apart=apart):
            return False
    if apart and (_is_apposition(tokens, written) or _has_been(tokens, found)):
        return False
    if "." not in between and "," in between and (_in_aside(tokens, written) or _says_which(tokens, date)):
        return False  # "the bank, founded in 1983, disclosed on March 8"
    return setting.told.begin.year < setting.published.year


def had_been(tokens: Tokens, teller: Found | None, found: Found) -> bool:
    """Whether a sentence tells what had been before the last: "… opened a grave. Men had come on 8 June"."""
    if teller is None or BREAK in tokens.symbols[teller.last : found.first]:
        return False
    if "." not in tokens.words[teller.last : found.first] or is_embedded(tokens, teller):
        return False
    had = _follows(tokens, found, _HAD, _HAD_TOKENS)
    return had and not _follows(tokens, found, _SUBORDINATE, _HAD_TOKENS)


def is_of_thing(tokens: Tokens, date: Found) -> bool:
    """Whether "of" before a date makes it that of a thing, "the fire of 2 May", not a part of it."""
    before = without_spaces(tokens.words[max(0, date.first - _OF_TOKENS) : date.first])
    return len(before) > 1 and before[-2].lower() not in _OF_DAY


def _is_apposition(tokens: Tokens, written: int) -> bool:
    """Whether a date stands between commas, in what only says who: "Petrov, elected in May 2014, …"."""
    return tokens.words[written : written + 1] == [","] and _in_aside(tokens, written)


def _has_been(tokens: Tokens, found: Found) -> bool:
    """Whether a sentence tells of what has been so since: "He has had no majority since he lost in April"."""
    before = takewhile(_in_sentence, reversed(tokens.words[max(0, found.first - _ASIDE) : found.first]))
    return not _HAS.isdisjoint(before)


def _in_sentence(word: str) -> bool:
    return word != "." and "\n" not in word


_HAS = frozenset({"has", "have"})


def is_of_late(tokens: Tokens, date: Found | None, found: Found, told: Located | None, cues: Cues) -> bool:
    """Whether a word says that a date is of late: "in 2016, and most recently on 10 October"."""
    if date is None or told is None or found.first - date.last > _ASIDE:
        return False
    between = without_spaces(tokens.words[date.last : found.first])
    if not cues.of_late.isdisjoint(between) or _goes_on_to_come(tokens, found):
        return True
    if any(
        one == "last" and (two in cues.past or two.endswith(cues.past_endings))
        for one, two in pairwise(between)
    ):
        return True  # "signed in July 2020 and last extended in May"
    return told.precision == "year" and not cues.again.isdisjoint(between)


def _goes_on_to_come(tokens: Tokens, found: Found) -> bool:
    """Whether a sentence goes on with what will be: "She was held on 4 March and will be tried in May"."""
    return "will" in takewhile(_in_sentence, tokens.words[found.last : found.last + _PLAN_TOKENS])


def _says_which(tokens: Tokens, date: Found) -> bool:
    """Whether a date only says which thing is meant: "the trial over the fire of 2 May 2014 in Odesa, …"."""
    return word_before(tokens.words, date.first) == "of" and is_of_thing(tokens, date)


def _in_aside(tokens: Tokens, written: int) -> bool:
    """Whether a year stands behind a comma of its own sentence: ", founded in 1983"."""
    for word in reversed(tokens.words[max(0, written - _ASIDE) : written]):
        if word in (".", "\n"):
            return False
        if word == ",":
            return True
    return False


def _ends_stretch(tokens: Tokens, date: Found) -> bool:
    """Whether a year is the last of a stretch: "coups between 2020 and 2022" are no time that is told of."""
    near = [
        word.lower()
        for word in tokens.words[max(0, date.first - _STRETCH) : date.first]
        if not word.isspace()
    ]
    return near[-1:] == ["and"] and "between" in near


_STRETCH = 12
"""Tokens before the last date of a stretch in which "between" stands."""


def _goes_on(expression: Expression, setting: Setting, *, had: bool, apart: bool) -> bool:
    """Whether the next sentence tells on: "In August 2014 a column was hit. In September they signed".

    A day does so only where no stop sets it `apart`: "On 1 May 2014 he was seized; on 6 May he was freed".

    Or of what `had` been before: "It was held on March 16, 2014. They had seized the town on March 1".
    """
    told = setting.told
    if not isinstance(expression, Date) or told is None or told.begin is None:
        return False
    month = expression.month or 0
    if had and 0 < month <= told.begin.month:
        return told.precision in ("month", "day")
    if expression.day and apart and not setting.story:
        return False
    later = month >= told.begin.month
    if told.precision == "season":  # "In the winter of 2013 … By February"
        later = (month - told.begin.month) % 12 <= _HALF
    narrow = told.precision in ("month", "day", "season") or (setting.story and told.precision == "week")
    return later and setting.side < 0 and narrow


_HALF = 6


def tells_after(expression: Expression | None) -> bool:
    """Whether a text tells what came after a day that it tells of: "the next day", "two weeks later"."""
    match expression:
        case (
            Shift(base="told", direction=1, amounts=(Amount(unit=unit), *_))
            | Around(base="told", offset=1, unit=unit)
        ):
            return unit in ("hour", "day", "week", "month")
        case Edge(what=what) | Hedged(what=what) | DayPart(day=what) | Clock(day=what):
            return tells_after(what)
        case _:
            return False


def goes_on_in_tale(found: Found, tale: Found, setting: Setting) -> bool:
    """Whether a date without its year is of the tale that a full date of an earlier year began.

    "On 12 April 2014 men stormed the town hall. The next day an officer was shot. … They left on 3 May.": a
    tale that has gone on once goes on while its days follow each other, and no day is counted from now.
    """
    what: Expression | None = found.expression
    while isinstance(what, Edge | Hedged | DayPart | Clock):
        what = what.what if isinstance(what, Edge | Hedged) else what.day
    told, last = setting.told, setting.day_told or setting.told
    if not isinstance(what, Date) or what.month is None or what.year is not None or setting.side >= 0:
        return False
    if told is None or told.begin is None or last is None or last.begin is None or setting.published is None:
        return False
    if found.first - tale.last > _TALE or told.begin.year >= setting.published.year:
        return False
    last = last if last.begin.year == told.begin.year else told
    assert last.begin is not None
    return (what.month, what.day or 31) >= (last.begin.month, last.begin.day)


_TALE = 300
"""Tokens from one date of a tale to the next."""


def names_which(tokens: Tokens, found: Found) -> bool:
    """Whether a year only says which thing is meant: "the 2019 law was repealed in May"."""
    what = found.expression
    if not isinstance(what, Date) or what.year is None or what.month is not None or what.weekday is not None:
        return False
    before = without_spaces(tokens.words[max(0, found.first - 2) : found.first])
    after = without_spaces(tokens.words[found.last : found.last + 2])
    return bool(before and after) and before[-1].lower() in _BEFORE_THINGS and after[0].islower()


_BEFORE_THINGS = frozenset("a an the its his her their our".split())


def tells_on(expression: Expression) -> bool:
    """Whether a text that has told of a year goes on in it: "that February", "the end of that month"."""
    match expression:
        case Near(side=0, base=base) | Around(unit="month" | "season", offset=0, base=base):
            return base == "told"
        case Shift(base="told", direction=1):
            return True
        case Nth(frame=what) | Edge(what=what) | Within(frame=what):
            return tells_on(what)
        case _:
            return False


def is_aside(tokens: Tokens, found: Found, located: Located, language: Language, setting: Setting) -> bool:
    """Whether a history that goes on elsewhere only mentions this year.

    It may be that of a plan, of what had been, of what led to this, or one that is compared with.
    """
    told, year = _year_told(setting), _year_of(located)
    if told is None or year is None or year == told:
        return False
    clause = clause_before(tokens, found, language.cues)
    if year < told:
        return clause.cue.lower() in PERFECT or _follows(tokens, found, _HAD | _OCCASIONS)
    if _follows(tokens, found, _BOUNDS):
        return True
    return clause.side > 0 or not _PLANNED.isdisjoint(
        tokens.words[max(0, found.first - _PLAN_TOKENS) : found.first]
    )


def is_compared(tokens: Tokens, found: Found) -> bool:
    """Whether a history only compares with this date: "from a peak of 1,600 in the summer of 2007"."""
    return _follows(tokens, found, _COMPARED, _COMPARED_TOKENS)


def is_mentioned(tokens: Tokens, found: Found, located: Located, main: Located | None, dated: int) -> bool:
    """Whether news only mentions an older day in a phrase, or what is set for one, and goes on where it was.

    "Invoking the attacks of 11 September 2001", "the president, who was elected on 5 May 2019, …". In a
    sentence that has told its day before, at token `dated`, a clause of its own tells of any earlier day only
    by the way; in one that has not, "its decision of 14 January" is what the sentence is about.
    """
    before = word_before(tokens.words, found.first)
    if main is None or main.begin is None or located.begin is None or located.end is None:
        return False
    if before == "since":  # "since 26 July, when soldiers shut the gates": the text goes on from there
        lasting = main.begin - located.end > _LONG_BEFORE and _has_been(tokens, found)
        goes_on = "when" in tokens.words[found.last : found.last + 3]
        return lasting and not goes_on and is_embedded(tokens, found)
    if located.begin > main.begin:
        return before == "for"  # "calls an election for 25 May"
    if main.begin <= located.end:
        return False
    known = found.first - dated < _LONG_SENTENCE and _is_one_sentence(tokens, dated, found.first)
    if not known and main.begin - located.end <= _LONG_BEFORE:
        return False
    if before == "of" and (known or located.explicit) and is_of_thing(tokens, found):
        return True
    if (
        not known
        and tokens.words[found.last : found.last + 1] == ["."]
        and _opens_paragraph(tokens, dated, found)
    ):
        return False  # "A former baker, he led men who seized the town in April 2014."
    reach = _CLAUSE_TOKENS if known else _PLAN_TOKENS
    return is_embedded(tokens, found) or _follows(tokens, found, _SUBORDINATE, reach)


def is_measure(tokens: Tokens, found: Found) -> bool:
    """Whether a date only says what is without example since: "the deadliest attack since March 2021"."""
    before = takewhile(
        _in_sentence, reversed(tokens.words[max(0, found.first - _CLAUSE_TOKENS) : found.first])
    )
    return not _RECORDS.isdisjoint(before)


def _opens_paragraph(tokens: Tokens, dated: int, found: Found) -> bool:
    """Whether a date is the first of its paragraph, in its first sentence."""
    at = tokens.symbols.rfind(BREAK, dated, found.first)
    return at >= 0 and "." not in tokens.words[at : found.first]


_RECORDS = frozenset(
    """
    first worst most least only best biggest largest longest highest lowest deadliest heaviest fiercest
    bloodiest strongest sharpest steepest greatest closest busiest fastest coldest hottest warmest wettest
    driest gravest widest deepest weakest slowest smallest fewest youngest
    """.split()
)


def _is_one_sentence(tokens: Tokens, first: int, last: int) -> bool:
    between = tokens.words[first:last]
    return "." not in between and BREAK not in tokens.symbols[first:last]


def is_embedded(tokens: Tokens, found: Found) -> bool:
    """Whether a date stands in a relative clause or a parenthesis: "the banks, which signed on Friday, …"."""
    return _follows(tokens, found, _RELATIVES, _CLAUSE_TOKENS) or _in_brackets(tokens, found)


def _in_brackets(tokens: Tokens, found: Found) -> bool:
    near = tokens.words[max(0, found.first - _CLAUSE_TOKENS) : found.first]
    if "(" not in near:
        return False
    for word in reversed(near):
        if word in (")", ".") or "\n" in word:
            return False
        if word == "(":
            return True
    return False


_LONG_BEFORE = timedelta(days=7)
_LONG_SENTENCE = 120
"""Tokens of one that is long."""
_CLAUSE_TOKENS = 28
_RELATIVES = frozenset("who whom whose which".split())
_OF_TOKENS = 4
_OF_DAY = frozenset(
    """
    morning afternoon evening night hours day days week weekend month year dawn eve end start beginning middle
    spring summer autumn winter fall half quarter rest
    """.split()
)
_SUBORDINATE = frozenset("who whom whose which where since after before when that".split())


def _follows(tokens: Tokens, found: Found, words: frozenset[str], reach: int = _PLAN_TOKENS) -> bool:
    """Whether one of these stands before in the clause: "that had invaded it in late 1943", "until 1945"."""
    near = tokens.words
    if words.isdisjoint(near[max(0, found.first - reach) : found.first]):
        return False
    for at in range(found.first - 1, max(-1, found.first - 1 - reach), -1):
        if near[at] in words:
            return True
        if near[at] in _PAUSES and not near[at + 1].isdigit():
            return False
    return False


def _year_told(setting: Setting) -> int | None:
    if setting.bc is not None:
        return -(year_before_our_era(setting.bc) or 0)
    return setting.told.begin.year if setting.told is not None and setting.told.begin else None


def _year_of(located: Located) -> int | None:
    before = year_before_our_era(located.value)
    if before is not None:
        return -before
    return located.begin.year if located.begin else None


def looks_aside(expression: Expression) -> bool:
    """Whether a history that says this goes on where it was: "two years earlier", "by next summer"."""
    back = isinstance(expression, Around) and expression.base == "told" and expression.offset < 0
    named = isinstance(expression, Near) and expression.base == "published" and expression.side != 0
    return back or named or isinstance(expression, Shift)


def counts_from_now(what: Expression | None) -> bool:
    """Whether an expression is counted from the day of speaking, or from a part of it: "spring next year"."""
    match what:
        case Edge(what=inner) | Hedged(what=inner) | UnitOf(what=inner):
            return counts_from_now(inner)
        case Within(frame=inner) | Nth(frame=inner) | Clock(day=inner) | DayPart(day=inner):
            return counts_from_now(inner)
        case Around(base=base) | Near(base=base) | Rolling(base=base) | Shift(base=base):
            return base == "published"
        case _:
            return False


def is_quoted(tokens: Tokens, found: Found) -> bool:
    """Whether an expression stands in quotation marks that its paragraph opened before it."""
    at = tokens.symbols.rfind(BREAK, 0, found.first)
    before = tokens.words[max(at + 1, found.first - _QUOTED) : found.first]
    return before.count('"') % 2 == 1 or before.count("“") > before.count("”")


_QUOTED = 400
"""Tokens of a quotation, at the most."""

"""Whether a text goes on from a date that it tells, or only mentions it and goes on where it was."""

from timeline.temporal.context import clause_before
from timeline.temporal.expression import Around, Date, Expression, Found, Shift
from timeline.temporal.grammar import BREAK
from timeline.temporal.lexicon import Tokens
from timeline.temporal.locating import Located, Setting
from timeline.temporal.locating.before_our_era import year_before_our_era
from timeline.temporal.rules import Language

_ASIDE = 80
"""Tokens after a written year in which dates without one belong to it."""
_PLAN_TOKENS = 12
_PLANNED = frozenset(
    "plan plans planned planning projected scheduled proposed intended expected hoped".split()
)
"""Words that make a later year after them one that is only thought of."""
_PAUSES = frozenset(".,;:()\n")
_HAD = frozenset({"had"})
_BOUNDS = frozenset({"until", "till"})
PERFECT = frozenset({"had", "been"})


def looks_back(tokens: Tokens, written: int | None, found: Found, setting: Setting) -> bool:
    """Whether a year before that of publication was written out just before, in this sentence or the last."""
    if written is None or setting.told is None or setting.told.begin is None or setting.published is None:
        return False
    if _ends_stretch(tokens, written):
        return False
    between = tokens.words[written : found.first]
    if len(between) > _ASIDE or BREAK in tokens.symbols[written : found.first]:
        return False
    if "." in between and not _goes_on(found.expression, setting):
        return False
    return setting.told.begin.year < setting.published.year


def _ends_stretch(tokens: Tokens, written: int) -> bool:
    """Whether a year is the last of several, as in "coups between 2020 and 2022": no time that is told of."""
    before = [
        word for word in tokens.words[max(0, written - _YEARS_APART) : written - 1] if not word.isspace()
    ]
    return (
        before[-1:] == ["and"]
        and len(before) > 1
        and before[-2].isdigit()
        and len(before[-2]) == _YEAR_DIGITS
    )


_YEARS_APART = 6
_YEAR_DIGITS = 4


def _goes_on(expression: Expression, setting: Setting) -> bool:
    """Whether the next sentence tells on: "In August 2014 a column was hit. In September they signed"."""
    told = setting.told
    if not isinstance(expression, Date) or expression.day or told is None or told.begin is None:
        return False
    later = (expression.month or 0) >= told.begin.month
    return later and setting.side < 0 and told.precision in ("month", "day")


def is_aside(tokens: Tokens, found: Found, located: Located, language: Language, setting: Setting) -> bool:
    """Whether a history that goes on elsewhere only mentions this year: as a plan, or as what had been."""
    told, year = _year_told(setting), _year_of(located)
    if told is None or year is None or year == told:
        return False
    clause = clause_before(tokens, found, language.cues)
    if year < told:
        return clause.cue.lower() in PERFECT or _follows(tokens, found, _HAD)
    if _follows(tokens, found, _BOUNDS):
        return True
    return clause.side > 0 or not _PLANNED.isdisjoint(
        tokens.words[max(0, found.first - _PLAN_TOKENS) : found.first]
    )


def _follows(tokens: Tokens, found: Found, words: frozenset[str]) -> bool:
    """Whether one of these stands before in the clause: "that had invaded it in late 1943", "until 1945"."""
    for word in reversed(tokens.words[max(0, found.first - _PLAN_TOKENS) : found.first]):
        if word in _PAUSES:
            return False
        if word in words:
            return True
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
    """Whether a history that says this goes on where it was: "two years earlier", "the previous year"."""
    back = isinstance(expression, Around) and expression.base == "told" and expression.offset < 0
    return back or isinstance(expression, Shift)

"""The side of a day that owns what happens on it: "Wednesday's ruling", "Friday's elections are close",
and of a month whose figures are spoken of: "December's sales".

What is owned tells more than the verb before it, which is often that of another thing: a ruling or
an attack has been made once it is spoken of, an election that "is" or "will be" is still to come.
"""

from collections.abc import Sequence
from itertools import pairwise

from timeline.temporal.context import Clause
from timeline.temporal.expression import Date, Found
from timeline.temporal.lexicon import Tokens
from timeline.temporal.rules import Cues

_OWNS = (["'", "s"], ["’", "s"])
_NOUN_TOKENS = 8
"""Tokens after the possessive in which the noun stands: "Friday's second presidential election"."""
_VERB_TOKENS = 12
_VERB_WORDS = 3
"""Words before the day in which one may have the owned thing for its object: "victory in Friday's vote"."""
_SUBJECT_AFTER = frozenset(
    {"", ".", ";", ":", ",", "that", "and", "but", "said", "says", "because", "if", "as", "while"}
)
"""Words after which a noun with its owner begins a clause, and is the subject of the verb after it."""


def clause_of_owned(tokens: Tokens, found: Found, cues: Cues) -> Clause | None:
    """The side of what a weekday owns, where that tells it; None where the clause has to."""
    words, last = tokens.words, found.last
    if isinstance(found.expression, Date) and _is_month(found.expression):
        return _side_of_reported(words[last : last + _NOUN_TOKENS], cues)
    last += words[last : last + 1] == [" "]  # "Friday 's vote", as some texts are cut
    if words[last : last + 2] not in _OWNS:
        return None
    day = found.expression
    if not isinstance(day, Date) or day.weekday is None or day.day is not None:
        return None
    owned = [word.lower() for word in words[last + 2 : last + 2 + _NOUN_TOKENS] if not word.isspace()]
    before = [
        word.lower() for word in words[max(0, found.first - _VERB_TOKENS) : found.first] if not word.isspace()
    ]
    return _side_of_noun(before, owned, cues)


def _is_month(day: Date) -> bool:
    return day.month is not None and day.day is None and day.year is None


def _side_of_reported(words: Sequence[str], cues: Cues) -> Clause | None:
    """The past, where a month's figures are spoken of: "January unemployment data", "December's sales"."""
    for word in words[2:] if list(words[:2]) in _OWNS else words:
        if word in cues.reported:
            return Clause(-1, word)
        if not (word.isspace() or word.islower()) or word in cues.before_dates:
            return None
    return None


def _side_of_noun(before: Sequence[str], owned: Sequence[str], cues: Cues) -> Clause | None:
    for noun, verb in pairwise([*owned, ""]):
        if noun in cues.done:
            return None if "ahead" in before[-2:] else Clause(-1, noun)
        if noun in cues.appointed:
            return _side_of_appointed(before, verb, cues)
        if not noun.isalnum() and noun != "-":
            return None
    return None


def _side_of_appointed(before: Sequence[str], verb: str, cues: Cues) -> Clause | None:
    """The side of a vote or a summit: that of the verb after it, or of what is done to it."""
    if (before[-1] if before else "") in _SUBJECT_AFTER and (verb in cues.present or verb in cues.future):
        return Clause(1, verb)
    for word in reversed(before[-_VERB_WORDS:]):
        if word in cues.of_the_held:
            return Clause(-1, word)
        if word in cues.of_the_coming:
            return Clause(1, word)
    return None

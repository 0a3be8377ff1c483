"""What surrounds an expression: the side that its clause plays on, the words before it, the kind of text."""

from collections.abc import Sequence
from datetime import date
from functools import lru_cache
from itertools import compress
from typing import NamedTuple

from timeline.temporal.expression import Around, Date, DayPart, Edge, Expression, Found, Hedged, Near
from timeline.temporal.lexicon import Tokens
from timeline.temporal.rules import Cues, Language

_NEAR = 28
"""Tokens on either side in which a verb may be found."""
_OPENING = 6
"""Tokens in which the word that opens a clause stands before an expression."""
_CACHED_WORDS = 100_000
_CACHED_SIDES = 10_000
_FAR_YEARS = 2
_MANY = 2
_SIGNAL_TOKENS = 7
JOINING_TOKENS = 16
"""Tokens that can stand between two expressions that are read together."""
_MODAL_SIDES = {("could", "not"): 0, ("could", "be"): 0}
"""Past as often as not: "he could not be reached on Friday"."""


class Clause(NamedTuple):
    """How an expression stands in its clause."""

    side: int
    """−1 past, 1 future, 0 unknown."""
    cue: str
    """The word that shows it."""


def clause_of(tokens: Tokens, found: Found, cues: Cues) -> Clause:
    """The side of the nearest verb cue: looked for before the expression, then after it.

    What opens a clause of its own ("said that on Friday it would") has its verb after it.
    """
    if _opens_clause(tokens.words, found.first, cues):
        own = _clause_after(tokens, found, cues)
        if own.side:
            return own
    before = clause_before(tokens, found, cues)
    told = before if before.side else _clause_after(tokens, found, cues)
    return told if told.side else _far_before(tokens, found, cues)


def _opens_clause(words: Sequence[str], first: int, cues: Cues) -> bool:
    """Whether nothing but prepositions stand between an expression and the "that" before it."""
    for at in range(first - 1, max(-1, first - _OPENING), -1):
        if words[at] in cues.clause_openers:
            return True
        if not words[at].isspace() and words[at] not in cues.before_dates:
            return False
    return False


def _clause_after(tokens: Tokens, found: Found, cues: Cues) -> Clause:
    words = tokens.words
    end = min(len(words), found.last + _NEAR)
    told = _nearest(words, range(found.last, end), cues)
    if told is not None and not cues.relatives.isdisjoint(words[found.last : end]):
        end = next(at for at in range(found.last, end) if words[at] in cues.relatives)
        told = _nearest(words, range(found.last, end), cues)  # "on Friday with Lavrov, who has been …"
    return told or Clause(0, "")


def _far_before(tokens: Tokens, found: Found, cues: Cues) -> Clause:
    """The verb that a long sentence began with: "will travel to Berlin …, before sitting down on Friday"."""
    first = found.first - _NEAR
    if "before" not in tokens.words[max(0, first) : found.first]:
        return Clause(0, "")
    return _nearest(tokens.words, range(first, max(-1, first - _NEAR), -1), cues) or Clause(0, "")


def clause_before(tokens: Tokens, found: Found, cues: Cues) -> Clause:
    """The side of the nearest verb cue before an expression, in its sentence."""
    first = found.first - 1
    return _nearest(tokens.words, range(first, max(-1, first - _NEAR), -1), cues) or Clause(0, "")


class _Telling(dict[str, bool]):
    """Whether a word can show a side or end a clause at all; filled as words are met."""

    def __init__(self, cues: Cues) -> None:
        super().__init__()
        self._cues = cues
        self._words = (
            cues.future
            | cues.modals
            | cues.past
            | cues.clause_ends
            | {first for first, _ in cues.future_pairs}
        )

    def __missing__(self, word: str) -> bool:
        if len(self) > _CACHED_WORDS:
            self.clear()
        low = word.lower()
        telling = low in self._words or (
            low.endswith(self._cues.past_endings) and low not in self._cues.not_past
        )
        self[word] = telling
        return telling


@lru_cache(maxsize=8)
def _telling(cues: Cues) -> _Telling:
    return _Telling(cues)


def _nearest(words: Sequence[str], positions: range, cues: Cues) -> Clause | None:
    telling = map(_telling(cues).__getitem__, map(words.__getitem__, positions))
    for at in compress(positions, telling):
        word = words[at]
        if word in cues.clause_ends and not _is_abbreviation_dot(words, at):
            return None
        side = _side(words, at, cues) or _told_of_plan(words, at, positions, cues)
        if side:
            following = _next_word(words, at)
            return Clause(
                side, f"{word} {following}" if (word.lower(), following) in cues.future_pairs else word
            )
    return None


def _side(words: Sequence[str], at: int, cues: Cues) -> int:
    """The side that the word at a position shows; 0 where it shows none."""
    return _side_shown(_previous_word(words, at), words[at], _next_word(words, at), cues)


@lru_cache(maxsize=_CACHED_SIDES)
def _side_shown(previous: str, word: str, following: str, cues: Cues) -> int:
    low = word.lower()
    if word in cues.modals:
        return _MODAL_SIDES.get((word, following), -1 if following == "have" else 1)
    if low in cues.nouns and previous in cues.articles and following != "to":
        return 0
    if (low, following) in cues.future_pairs or low in cues.future:
        return -1 if previous in cues.past_of_future else 1
    if low in cues.past:
        return 0 if following in cues.future or previous == "be" else -1
    if low.endswith(cues.past_endings) and low not in cues.not_past and word.islower() and len(low) > 3:
        return 0 if previous in cues.before_adjectives else -1
    return 0


def _told_of_plan(words: Sequence[str], at: int, positions: range, cues: Cues) -> int:
    """−1 where the verb after the expression told of a plan then: "In September it announced plans"."""
    low = words[at].lower()
    told = low in cues.past or (low.endswith(cues.past_endings) and low not in cues.not_past)
    planned = positions.step > 0 and told and low not in cues.auxiliaries
    return -1 if planned and _next_word(words, at) in cues.future else 0


def _previous_word(words: Sequence[str], at: int) -> str:
    for before in range(at - 1, max(-1, at - 3), -1):
        if not words[before].isspace():
            return words[before].lower()
    return ""


def _is_abbreviation_dot(words: Sequence[str], at: int) -> bool:
    return words[at] == "." and at > 0 and (len(words[at - 1]) <= 3 and words[at - 1][:1].isupper())


def _next_word(words: Sequence[str], at: int) -> str:
    for word in words[at + 1 : at + 4]:
        if not word.isspace():
            return word.lower()
    return ""


def signal_of(tokens: Tokens, found: Found, language: Language) -> tuple[str, str]:
    """The signal before an expression and the word as it is written; ("", "") where there is none."""
    written = tokens.words
    at = found.first - 1
    first = max(-1, at - _SIGNAL_TOKENS)
    while at > first and written[at].isspace():
        at -= 1
    longest = language.signal_ends.get(written[at].lower()) if at > first else None
    if longest is None:
        return "", ""
    words: list[str] = []
    while at > first and len(words) < longest:
        if written[at].isalpha():
            words.insert(0, written[at].lower())
        elif not written[at].isspace():
            break
        at -= 1
    for count in range(len(words), 0, -1):
        signal = language.signals.get(tuple(words[-count:]))
        if signal:
            return signal, " ".join(words[-count:])
    return "", ""


def joined(tokens: Tokens, first: Found, second: Found, language: Language) -> str:
    """The word that joins two neighbouring expressions to a pair; "" where other words stand between."""
    between = [word for word in tokens.words[first.last : second.first] if not word.isspace()]
    if len(between) == 1 and between[0].lower() in language.joins:
        return between[0].lower()
    if (
        len(between) == 2
        and between[0].lower() in ("to", "until", "and", "through")
        and between[1].lower() in ("the", "about", "at")
    ):
        return between[0].lower()
    return ""


def is_narrative(founds: Sequence[Found], published: date | None) -> bool:
    """Whether the text tells of other years than the one it was published in, as histories do.

    Histories write years out and hardly ever count from the day they are written on.
    """
    if published is None:
        return True
    dates = (_date_in(found.expression) for found in founds)
    years = [-date.year if date.bc else date.year for date in dates if date is not None and date.year]
    if len(years) < _MANY:
        return False
    far = sum(abs(year - published.year) >= _FAR_YEARS for year in years)
    return far > len(years) / 2 and sum(map(_is_deictic, founds)) * 4 <= len(years)


def _date_in(expression: Expression) -> Date | None:
    """The calendar date that an expression is, or narrows: "late 1953"."""
    match expression:
        case Date():
            return expression
        case Edge(_, Date() as what) | Hedged(_, Date() as what):
            return what
        case _:
            return None


def _is_deictic(found: Found) -> bool:
    """Whether an expression counts from the day of writing, as news does: "yesterday", "on Friday"."""
    match found.expression:
        case Date(year=None, month=None, day=None) | Near(base="published"):
            return True
        case Around(base=base):
            return base == "published"
        case DayPart(day=Around(base="published")):
            return True
        case _:
            return False

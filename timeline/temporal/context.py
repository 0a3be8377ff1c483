"""What surrounds an expression: the side that its clause plays on, the words before it, the kind of text."""

from collections.abc import Sequence
from datetime import date
from functools import lru_cache
from itertools import compress, pairwise, takewhile
from typing import NamedTuple

from timeline.temporal.expression import (
    Around,
    Clock,
    Date,
    DayPart,
    Edge,
    Expression,
    Found,
    Hedged,
    Near,
    Part,
    Rolling,
    Shift,
)
from timeline.temporal.lexicon import Tokens, without_spaces
from timeline.temporal.rules import Cues, Language

_NEAR = 28
"""Tokens on either side in which a verb may be found."""
_OPENING = 6
"""Tokens in which the word that opens a clause stands before an expression."""
_CACHED_WORDS = 100_000
_CACHED_SIDES = 10_000
_FAR_YEARS = 2
_MANY = 2
_DEICTIC = 6
"""Years that a history writes out for each expression that counts from the day of writing, at the least."""
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
    told = before if before.cue else _announced(tokens, found, cues) or _clause_after(tokens, found, cues)
    return told if told.cue else _far_before(tokens, found, cues)


def _announced(tokens: Tokens, found: Found, cues: Cues) -> Clause | None:
    """What a headline says will be done: "Putin and Xi to meet on Thursday", "UK to send tanks in March".

    "To" then follows its first words, none of which is a preposition, an article or the like.
    """
    words = tokens.words
    first = max(0, found.first - _NEAR)
    if "to" not in words[first : found.first]:
        return None
    begin = next((at + 1 for at in range(found.first - 1, first - 1, -1) if _ends_clause(words, at, cues)), 0)
    if begin < first and first > 0:
        return None
    told = without_spaces(words[begin : found.first])
    at = told.index("to") if "to" in told else 0
    if not 0 < at <= _SUBJECT or at + 1 >= len(told):
        return None
    verb = told[at + 1]
    if not verb.isalpha() or not verb.islower() or verb in cues.before_announced:
        return None
    if any(
        word.lower() in cues.before_announced and not (nth and word in _OF)
        for nth, word in enumerate(told[:at])
    ):
        return None
    return Clause(1, f"to {verb}")


def _ends_clause(words: Sequence[str], at: int, cues: Cues) -> bool:
    word = words[at]
    return "\n" in word or (word in cues.clause_ends and not _ends_nothing(words, at))


_OF = frozenset(("of", "in", "on", "for", "over"))
"""Words that may stand within what a headline is about: "Curfew in ten regions to start on Monday"."""
_SUBJECT = 7
"""Words of what a headline is about, at the most."""


def _opens_clause(words: Sequence[str], first: int, cues: Cues) -> bool:
    """Whether nothing but prepositions stand between an expression and the "that" before it."""
    near = words[max(0, first - _OPENING + 1) : first]
    if cues.clause_openers.isdisjoint(near):
        return False
    between = takewhile(lambda word: word not in cues.clause_openers, reversed(near))
    return all(word in cues.before_dates or word.isspace() for word in between)


def _clause_after(tokens: Tokens, found: Found, cues: Cues) -> Clause:
    words = tokens.words
    first = found.last + (words[found.last : found.last + 1] == [":"])  # "Over the weekend: a convoy was hit"
    first += _apposition(words[first : first + _NEAR])
    return _nearest(words, range(first, min(len(words), first + _NEAR)), cues) or Clause(0, "")


def _apposition(words: Sequence[str]) -> int:
    """The tokens after a day that say which it is: "on Friday, the day named for it, he is to speak"."""
    if words[:1] != [","] or "," not in words[1:] or _DAYS.isdisjoint(words[:_OF_A_DAY]):
        return 0
    opens = next((word for word in words[1:] if not word.isspace()), "")
    return words.index(",", 1) if opens.lower() in _BEFORE_DAYS else 0


_OF_A_DAY = 8
_DAYS = frozenset("day eve date anniversary deadline birthday holiday night morning".split())
_BEFORE_DAYS = frozenset("the a an his her its their".split())


def _far_before(tokens: Tokens, found: Found, cues: Cues) -> Clause:
    """The verb that a long sentence began with: "will travel to Berlin …, before sitting down on Friday"."""
    first = found.first - _NEAR
    near = tokens.words[max(0, first) : found.first]
    if "before" not in near or not cues.clause_ends.isdisjoint(near):
        return Clause(0, "")
    return _nearest(tokens.words, range(first, max(-1, first - _NEAR), -1), cues) or Clause(0, "")


def clause_before(tokens: Tokens, found: Found, cues: Cues) -> Clause:
    """The side of the nearest verb cue before an expression, in its sentence.

    A verb farther off counts only where it tells of what is to come: without one a date is of the past.
    """
    first, last = found.first - 1, max(-1, found.first - 1 - _NEAR)
    near = _nearest(tokens.words, range(first, last, -1), cues)
    if near is not None or last < 0 or not cues.clause_ends.isdisjoint(tokens.words[last + 1 : found.first]):
        return near or Clause(0, "")
    far = _nearest(tokens.words, range(last, max(-1, last - _FARTHER), -1), cues)
    return far if far is not None and far.side > 0 else Clause(0, "")


_FARTHER = 12
"""Tokens beyond those."""


class _Telling(dict[str, bool]):
    """Whether a word can show a side or end a clause at all, met on the way ahead or back; filled as met."""

    def __init__(self, cues: Cues, ahead: bool) -> None:
        super().__init__()
        self._cues = cues
        self.ends = cues.clause_ends | _clauses_apart(cues) if ahead else cues.clause_ends
        self._words = (
            cues.future
            | cues.modals
            | cues.past
            | self.ends
            | cues.plural_programmes
            | {first for first, _ in cues.future_pairs}
            | {"to"}
        )

    def __missing__(self, word: str) -> bool:
        if len(self) > _CACHED_WORDS:
            self.clear()
        low = word.lower()
        telling = (
            word in self.ends
            or low in self._words
            or (low.endswith(self._cues.past_endings) and low not in self._cues.not_past)
        )
        self[word] = telling
        return telling


@lru_cache(maxsize=8)
def _telling(cues: Cues, ahead: bool) -> _Telling:
    return _Telling(cues, ahead)


def _clauses_apart(cues: Cues) -> frozenset[str]:
    """Words that begin another clause after a date: "on Friday with Lavrov, who has been …"."""
    return cues.relatives | cues.clause_openers


def _nearest(words: Sequence[str], positions: range, cues: Cues) -> Clause | None:
    ahead = positions.step > 0
    telling = _telling(cues, ahead)
    soonest: Clause | None = None
    for at in compress(positions, map(telling.__getitem__, map(words.__getitem__, positions))):
        word = words[at]
        if word in telling.ends and not _ends_nothing(words, at):
            return soonest
        previous = _plural_head(words, at) if words[at] in cues.plural_programmes else _verb_before(words, at)
        clause = _shown(previous, word, _word_after(words, at), ahead, cues)
        if clause is None and word == "could" and _may_come(words, at):
            return Clause(1, word)
        if clause is None and previous in cues.present and _is_once_done(words, at, cues):
            return Clause(1, f"{previous} {word}")
        if clause is not None and clause.cue == _EARLY_AS:
            soonest = clause
        elif clause is not None:
            planned = previous == "been" and _was_to_have(words, at)
            return _CANCELLED if planned or (clause.side < 0 and _would_have(words, at)) else clause
    return soonest


_EARLY_AS = "early as"
"""A cue that a verb beyond it outweighs: "may come as early as May", "was asked for as early as May"."""


@lru_cache(maxsize=_CACHED_SIDES)
def _shown(previous: str, word: str, following: str, ahead: bool, cues: Cues) -> Clause | None:
    """What a word shows between its neighbours, met on the way ahead or back; None where nothing."""
    previous, low, following = previous.lower(), word.lower(), following.lower()
    if previous in cues.past_of_future and (low in cues.future or (low, following) in cues.future_pairs):
        return Clause(0, word)  # "had planned to vote on 11 November": that day may be over or not
    side = _side(previous, word, low, following, cues) or (
        _told_of_plan(low, following, cues) if ahead else 0
    )
    if not side:
        return None
    cue = f"{word} {following}" if low == "to" or (low, following) in cues.future_pairs else word
    then = (
        side > 0 and previous in cues.then and (low in cues.future or (low, following) in cues.future_pairs)
    )
    return Clause(side, f"{previous} {cue}" if then else cue)


def _verb_before(words: Sequence[str], at: int) -> str:
    """The word before a position, adverbs of a passive passed over: "to be formally adopted"."""
    previous = word_before(words, at)
    if at > _ADVERB and previous[-2:] == "ly" and words[at - _ADVERB] in ("be", "being"):
        return words[at - _ADVERB]
    if words[at] == "to" and previous.istitle() and at >= _OVER_DAY:  # "agreed on Friday to meet"
        return words[at - _OVER_DAY] if words[at - _ADVERB] == "on" else words[at - _ADVERB]
    if previous[:1].isupper() and "and" in words[max(0, at - _PAIR) : at]:  # "Putin and Xi meet on Monday"
        return "they"
    return previous


def _plural_head(words: Sequence[str], at: int) -> str:
    """The word before a verb, or the plural that "of" leads it from: "Ambassadors of the alliance meet"."""
    previous = _verb_before(words, at)
    if _is_plural(previous):
        return previous
    before = without_spaces(words[max(0, at - _HEAD) : at])
    heads = (one for one, two in pairwise(before) if two in _OF and _is_plural(one))
    return next(heads, previous) if "," not in before else previous


_HEAD = 13
"""Tokens from a plural over "of" and its noun to the verb."""


def _was_to_have(words: Sequence[str], at: int) -> bool:
    """Whether a participle is of what had been planned: "was to have been held on Sunday"."""
    before = without_spaces(words[max(0, at - _TO_HAVE) : at])
    return before[-3:] == ["to", "have", "been"]


def _is_once_done(words: Sequence[str], at: int, cues: Cues) -> bool:
    """Whether a participle is of what is to be done first: "when the case is heard in May"."""
    low = words[at].lower()
    if low not in cues.past and not (low.endswith(cues.past_endings) and low not in cues.not_past):
        return False
    before = takewhile(
        lambda word: word not in cues.clause_ends and word != ",", reversed(words[max(0, at - _ONCE) : at])
    )
    return not _WHEN.isdisjoint(before)


_ONCE = 14
_WHEN = frozenset(("when", "once", "if", "until", "unless"))


def _may_come(words: Sequence[str], at: int) -> bool:
    """Whether "could be" tells of what may come: "could be cut off on Friday", not "could be heard"."""
    after = without_spaces(words[at + 1 : at + _COULD_BE])
    if after[:1] != ["be"] or len(after) < len(("be", "cut")) or after[1] in _SENSED:
        return False
    return _NONE.isdisjoint(word.lower() for word in words[max(0, at - _ONCE) : at])


_COULD_BE = 5
_SENSED = frozenset("heard seen found felt located reached read smelt confirmed verified".split())
_NONE = frozenset("neither nor no none nobody nothing".split())


def _would_have(words: Sequence[str], at: int) -> bool:
    """Whether a participle is of what did not come: "would otherwise have expired on 15 March"."""
    before = without_spaces(words[max(0, at - _WOULD_HAVE) : at])
    return before[-1:] == ["have"] and "would" in before


_WOULD_HAVE = 8
_TO_HAVE = 6
_CANCELLED = Clause(1, "was to")
_ADVERB = 4
"""Tokens from the auxiliary over an adverb to its verb."""
_PAIR = 11
"""Tokens from the "and" between two names to their verb, at the most."""
_OVER_DAY = 6
"""Tokens from a verb over "on" and a day to what it is to come."""


def _side(previous: str, word: str, low: str, following: str, cues: Cues) -> int:
    if word in cues.modals:
        return _MODAL_SIDES.get((word, following), -1 if following == "have" else 1)
    if previous == "-" and (low in _COMPOUNDED or low in cues.past or low.endswith(cues.past_endings)):
        return 0  # "the so-called Nine", "a rebel-held town", "the go-ahead"
    if (
        low in cues.nouns
        and following != "to"
        and (previous in cues.articles or following in cues.after_nouns)
    ):
        return 0
    if low in cues.plural_programmes:
        apart = previous == "," and low not in cues.plural_nouns  # "cuts, agreed in May, start in June"
        return int(apart or previous in cues.plural_subjects or _is_plural(previous))
    if low in cues.countable and previous[:1].isdigit():
        return 0
    if low == "to" and (
        (previous == "," and following in cues.infinitives)
        or (previous.lower() == "agreed" and following in cues.agreed_on)
    ):
        return 1
    if (low, following) in cues.future_pairs or (low in cues.future and (low, following) != _BEFORE_IT):
        return 1
    if low in _HOLDING and (following in cues.articles or following[:1].isdigit() or following in _ANY):
        return 0  # "we have three shops", "the mission has no staff"
    if low in cues.naming and previous == ",":
        return 0  # "the decree, called a tomos, …"
    if low in cues.past:
        none = previous in cues.before_bases or previous in cues.present or previous in _BEFORE_NOUNS
        return 0 if following in cues.future or none else -1  # "when it is heard in May", "the cut on Monday"
    if low.endswith(cues.past_endings) and low not in cues.not_past and word.islower() and len(low) > 3:
        return 0 if previous in cues.before_adjectives else -1
    return 0


_COMPOUNDED = frozenset({"ahead"})
_BEFORE_NOUNS = frozenset(("a", "an", "the"))
_HOLDING = frozenset(("have", "has"))
_ANY = frozenset(("no", "many", "several", "some", "more", "few", "enough"))


def _is_plural(word: str) -> bool:
    return word[-1:] == "s" and len(word) > _SHORT and word[-2:] not in ("ss", "us")


_SHORT = 3
_BEFORE_IT = ("ahead", "of")
"""What stands before is not to come by that: "Ahead of the trip he spoke on Sunday"."""


def _told_of_plan(low: str, following: str, cues: Cues) -> int:
    """−1 where the verb after the expression told of a plan then: "In September it announced plans"."""
    told = low in cues.past or (low.endswith(cues.past_endings) and low not in cues.not_past)
    return -1 if told and low not in cues.auxiliaries and following in cues.future else 0


def word_before(words: Sequence[str], at: int) -> str:
    """The word before a position, white space passed over; "" where there is none."""
    word = words[at - 1] if at else ""
    if not word.isspace():
        return word
    word = words[at - 2] if at > 1 else ""
    return "" if word.isspace() else word


def _word_after(words: Sequence[str], at: int) -> str:
    """The word after a position, white space passed over."""
    for word in words[at + 1 : at + 4]:
        if not word.isspace():
            return word
    return ""


def _ends_nothing(words: Sequence[str], at: int) -> bool:
    """Whether a dot or colon ends no clause: "Mr.", "3.9", "9:30", "9 a.m." before small letters."""
    if words[at] not in _WITHIN_NUMBERS or at == 0:
        return False
    if words[at - 1][-1].isdigit() and at + 1 < len(words) and words[at + 1][0].isdigit():
        return True
    if words[at] == ":":
        return False
    if words[at - 1] in _OF_HOURS:
        return not _word_after(words, at)[:1].isupper()
    return len(words[at - 1]) <= _SHORT and words[at - 1][:1].isupper()


_WITHIN_NUMBERS = frozenset(".:")
_OF_HOURS = frozenset(("a", "p", "m"))


def signal_of(tokens: Tokens, found: Found, language: Language) -> tuple[str, str]:
    """The signal before an expression and the word as it is written; ("", "") where there is none."""
    words, ends = tokens.words, language.signal_ends
    signal = written = ""
    at = found.first
    while ends:
        at -= 2 if at > 1 and words[at - 1].isspace() else 1
        end = ends.get(words[at].lower()) if at >= 0 else None
        if end is None:
            break
        if end.signal:
            signal, written = end.signal, end.written
        ends = end.before
    if written == "through" and words[found.first].lower() == "the" and _lasts(found.expression):
        signal = "throughout"  # "through the night", but "through Monday"
    return signal, written


def _lasts(expression: Expression) -> bool:
    match expression:
        case DayPart(day=None) | Part(unit="season", year=None):
            return True
        case _:
            return False


_LAST_OF_JOINTS = frozenset({"the", "about", "at", "least"})


def joined(tokens: Tokens, first: Found, second: Found, language: Language) -> str:
    """The word that joins two neighbouring expressions to a pair; "" where other words stand between."""
    last = word_before(tokens.words, second.first).lower()
    if last and last not in _LAST_OF_JOINTS and last not in language.joins:
        return ""
    match tokens.slice(first.last, second.first).lower().split():
        case [join] | [join, "at", "least"] if join in language.joins:
            return join
        case [("to" | "until" | "and" | "through") as join, last] if last in _LAST_OF_JOINTS:
            return join
        case _:
            return ""


def is_narrative(founds: Sequence[Found], published: date | None) -> bool:
    """Whether the text tells of other years than the one it was published in, as histories do.

    Histories write years out, and the first day or month with its year; they hardly ever count from the
    day they are written on.
    """
    if published is None:
        return True
    years, parts, known = list[int](), list[int](), 0
    for found in founds:
        what = found.expression
        if isinstance(what, _NARROWED):
            what = what.what
        if isinstance(what, Date) and what.year:
            years.append(-what.year if what.bc else what.year)
        elif isinstance(what, Part) and what.year:
            parts.append(what.year)
        elif isinstance(what, Date) and what.month and what.day and not years:
            known += 1
            if known >= _MANY:
                return False  # "between 16 August and 15 November": of the year that the reader knows
    if len(years) < _MANY:
        years += parts  # "the campaign of 1812", "the spring of 1813"
    if len(years) < _MANY:
        return False
    far = sum(abs(year - published.year) >= _FAR_YEARS for year in years)
    return far > len(years) / 2 and sum(map(_is_deictic, founds)) * _DEICTIC <= len(years)


_NARROWED = Edge | Hedged
_TIMES_OF_DAY = Clock | DayPart


def _is_deictic(found: Found) -> bool:
    """Whether an expression counts from the day of writing, as news does: "yesterday", "two years ago"."""
    what: Expression | None = found.expression
    while isinstance(what, _NARROWED | _TIMES_OF_DAY):
        what = what.what if isinstance(what, _NARROWED) else what.day
    match what:
        case Date(year=None, month=None, day=None):
            return True
        case Around(base=base) | Near(base=base) | Rolling(base=base) | Shift(base=base):
            return base == "published"
        case _:
            return False

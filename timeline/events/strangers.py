"""Who acts beside a verb that no list names: a name by its place, a body by what it is called.

"Intel was fined", "lodged by FairSearch"; "parliament approved", "the upper house", "armed groups".
"""

from collections.abc import Iterator

from timeline.events.lexicon import name_words
from timeline.events.parts import Sentence, Trigger
from timeline.events.predicate import Predicate
from timeline.events.unlisted import NO_NAMES
from timeline.events.words import BREAKS, DETERMINERS, NUMBERS, PREPOSITIONS


def body_that_acts(sentence: Sentence, predicate: Predicate) -> str:
    """A body without a name of its own that is the subject of a clause or does what is done."""
    words = sentence.words
    for low, high in _doers(sentence, predicate):
        stop = next((k for k in range(low, high) if words[k].low in PREPOSITIONS | BREAKS), high)
        named = any(words[low].start <= a.start_char < words[high - 1].end for a in sentence.actors)
        if stop == low or named or sentence.timed & set(range(low, stop)):
            continue
        head, before = words[stop - 1].low, words[stop - 2] if stop - low > 1 else None
        if words[stop : stop + 1] and words[stop].low == "to":  # "opposition to the school"
            continue
        kind = before is not None and before.text[0].isalpha() and before.low not in _NO_KIND
        if head in _BODIES or (head in _BODIES_OF_A_KIND and kind):
            begin = stop - 2 if before is not None and kind else stop - 1
            name = " ".join(w.text for w in words[begin:stop])
            return name[0].upper() + name[1:]
    return ""


def _doers(sentence: Sentence, predicate: Predicate) -> Iterator[tuple[int, int]]:
    """The words that say who acts: the subject, and after a passive whom "by" names."""
    if not predicate.passive:
        yield predicate.subject
    elif by := _by(sentence, predicate):
        yield by + 1, predicate.end


def _by(sentence: Sentence, predicate: Predicate) -> int:
    """Where "by" stands soon after a verb; 0 where it does not."""
    words, soon = sentence.words, range(predicate.at + 1, min(predicate.at + 5, predicate.end))
    return next((k for k in soon if words[k].low == "by"), 0)


_BODIES, _BODIES_OF_A_KIND = name_words("body"), name_words("body of a kind")
_NO_KIND = (
    DETERMINERS
    | NUMBERS
    | frozenset("same other whole entire new former first second another such own and or".split())
)
"""Words before a body that say not which it is."""


def name_beside(sentence: Sentence, trigger: Trigger, predicate: Predicate) -> str:
    """A name that no list has, by its place beside the verb: "Intel was fined", "lodged by FairSearch"."""
    words, (begin, end) = sentence.words, predicate.subject
    if trigger.kind in _OF_PLACES:
        return ""
    runs = [(begin, end)]
    if predicate.passive and (by := _by(sentence, predicate)):
        runs.append((by + 1, _name_end(sentence, by + 1)))
    if trigger.kind == "legal" and not predicate.passive:
        runs.append((predicate.at + 1, _name_end(sentence, predicate.at + 1)))
    for low, high in runs:
        if not 0 < high - low <= _LONGEST_NAME or (low == 0 and high - low == 1):
            continue
        named = all(w.text[0].isupper() and len(w.text) > _INITIALS for w in words[low:high])
        known = any(words[low].start <= p.start_char < words[high - 1].end for p in sentence.places)
        common = words[low - 1].low in PREPOSITIONS - {"by"} or any(
            w.text in NO_NAMES or w.low in _NOBODY for w in words[low:high]
        )
        if named and not known and not common and not sentence.timed & set(range(low, high)):
            return " ".join(w.text for w in words[low:high])
    return ""


def _name_end(sentence: Sentence, at: int) -> int:
    words = sentence.words
    return next((k for k in range(at, len(words)) if not words[k].text[0].isupper()), len(words))


_OF_PLACES = frozenset(("military", "attack", "annexation"))
"""Kinds of what is done to places: "Kopyliv was shelled"."""
_LONGEST_NAME = 4
_INITIALS = 2
_NOBODY = frozenset("nothing nobody everything everyone something someone anything none both each".split())

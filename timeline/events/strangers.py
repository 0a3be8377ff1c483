"""Who acts beside a verb that no list names: a name by its place, a body by what it is called.

"Intel was fined", "lodged by FairSearch"; "parliament approved", "the upper house", "armed groups".
"""

from collections.abc import Iterator

from timeline.events.gazetteer import countries_low
from timeline.events.lexicon import name_words
from timeline.events.parts import Sentence, Trigger
from timeline.events.predicate import Predicate
from timeline.events.unlisted import NO_NAMES
from timeline.events.words import DETERMINERS, ENDS_OF_NOUNS, NUMBERS, OFFICES, PREPOSITIONS


def body_that_acts(sentence: Sentence, predicate: Predicate) -> str:
    """A body without a name of its own that is the subject of a clause or does what is done."""
    words = sentence.words
    for low, high in _doers(sentence, predicate):
        if low >= len(words):  # "… was met by", where a sentence is cut
            continue
        stop = next((k for k in range(low, high) if words[k].low in ENDS_OF_NOUNS), high)
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


def names_beside(sentence: Sentence, trigger: Trigger, predicate: Predicate) -> list[str]:
    """Names that no list has, by their place beside the verb: "Intel was fined", "lodged by FairSearch"."""
    runs = _named_runs(sentence, *predicate.subject)
    if predicate.passive and (by := _by(sentence, predicate)):
        runs += _named_runs(sentence, by + 1, predicate.end)
    if trigger.kind in _DONE_TO_BODIES and not predicate.passive:
        runs += _named_runs(sentence, predicate.at + 1, predicate.end)
    return [
        " ".join(w.text for w in sentence.words[low:high])
        for low, high in runs
        if _names_someone(sentence, trigger, low, high)
    ]


def _named_runs(sentence: Sentence, begin: int, end: int) -> list[tuple[int, int]]:
    """The capitalised words that a phrase is about: "CFDT" in "the moderate CFDT", two joined by "and"."""
    words = sentence.words
    low = begin
    while low < end and (words[low].low in DETERMINERS or (low > begin and words[low].text[0].islower())):
        low += 1
    high = low
    while high < end and words[high].text[0].isupper():
        high += 1
    if not 0 < high - low <= _LONGEST_NAME:
        return []
    after = words[high].low if high < end else "."
    if after == "and":
        if high + 1 >= len(words) or not words[high + 1].text[0].isupper():
            return [(low, high)]
        return [(low, high), *_named_runs(sentence, high + 1, end)] if high - low > 1 else []
    named_on = after[0].isdigit() and (high + 1 == end or words[high + 1].text[0].isupper() or "-" in after)
    other = after[0].isalpha() and after not in PREPOSITIONS  # "the Boeing jet"
    return [] if other or named_on else [(low, high)]  # "the Nasdaq 100 Index"


def _names_someone(sentence: Sentence, trigger: Trigger, low: int, high: int) -> bool:
    """Whether capitalised words are a name, and of no place or thing."""
    words, text = sentence.words, sentence.text
    name = words[low:high]
    acronym = len(name) == 1 and name[0].text.isupper() and len(name[0].text) > _INITIALS
    if trigger.kind in _OF_PLACES and not acronym:
        return False
    if low == 0 and len(name) == 1 and not acronym:  # any word is written so at the head of a sentence
        after = text[name[0].end - sentence.start :]
        several = name[0].low.endswith("s")  # "Shares, which …"
        if not after.startswith((", a ", ", an ", ", the ")) and (several or not after.startswith(_ON_WHOM)):
            return False
    known = any(p.start_char < name[-1].end and name[0].start < p.end_char for p in sentence.places)
    common = words[low - 1].low in _BEFORE_THINGS or any(
        w.text in NO_NAMES or w.low in _NOBODY or len(w.text) <= _INITIALS for w in name
    )
    common = common or name[-1].low in _ROLES or name[-1].low in countries_low()
    return not known and not common and not sentence.timed & set(range(low, high))


_ON_WHOM = (", which ", ", who ", ", whose ")
_DONE_TO_BODIES = frozenset(("legal", "sanctions"))
_OF_PLACES = frozenset(("military", "attack", "annexation"))
"""Kinds of what is done to places: "Kopyliv was shelled"."""
_BEFORE_THINGS = PREPOSITIONS - {"by"}
_ROLES = OFFICES | name_words("person noun")
_LONGEST_NAME = 4
_INITIALS = 2
_NOBODY = frozenset("nothing nobody everything everyone something someone anything none both each".split())

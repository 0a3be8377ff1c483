"""The thing before a relative clause, which its title puts in its place: "a treaty which they signed"."""

from timeline.events.asides import name_before, noun_before, person_begin
from timeline.events.meant import DONE_TO_PLACES
from timeline.events.parts import Sentence
from timeline.events.predicate import Predicate
from timeline.events.segments import REPORTING_FORMS, of_relative
from timeline.events.subjects import is_object_clause
from timeline.events.words import (
    DETERMINERS,
    NUMBERS,
    PARTICLES,
    PREPOSITIONS,
    PRONOUNS,
    REPORTING,
    UNITS_OF_TIME,
    is_noun_like,
)


def antecedent_of(sentence: Sentence, predicate: Predicate) -> tuple[int, int] | None:
    """The object of a relative clause that has a subject of its own: "a treaty which they signed"."""
    words, opener = sentence.words, predicate.opener
    if (before := _joined_relative(sentence, predicate)) is not None:
        return antecedent_of(sentence, before)
    begin = predicate.subject[0] - 2
    if begin > 0 and is_object_clause(words, begin, predicate, sentence.timed):
        return begin, begin + 2  # "a charge the Kremlin rejected"
    which = sentence.says_which(predicate) and predicate.subject[1] == predicate.first
    which = which or _says_which_it(sentence, predicate)
    if not which and (opener not in _OF_OBJECT or predicate.governor is not None):
        return None
    opened = predicate.begin + (words[predicate.begin].low == opener)
    at = last_verb(sentence, predicate) + 1
    if predicate.passive or predicate.subject[0] < opened or at >= len(words):
        return None
    if not which and words[predicate.begin].low in PREPOSITIONS:
        return None  # "a day in the course of which they freed ten"
    if at not in sentence.timed and words[at].low not in PREPOSITIONS | {".", ",", ";"}:
        return None  # it has an object already
    end = predicate.subject[0] if which else predicate.begin - (words[predicate.begin - 1].low == ",")
    low, high = thing_before(sentence, predicate, end)
    joined = words[low].low == "and" or words[low - 1].low == ","
    if joined and any(w.low == "and" for w in words[low:high]):
        return _listed_whole(sentence, low, high)
    if (told := sentence.predicate_at(low - 1)) is not None and told.lemma in REPORTING:
        return None  # "told this newspaper she had heard nothing"
    if words[high - 1].low in REPORTING_FORMS and not words[high - 1].low.endswith("s"):
        return None  # "analysts at Duda & Kos warn that it would lose"
    if opener == "whom":
        low = person_begin(words, low, high)
        low, high = name_before(words, low, high, sentence.predicates) or (low, high)
    low += low < high and words[low].low in PARTICLES
    low += 2 * (words[low].low in _PARTS and words[low + 1].low == "of" and low + 2 < high)
    thing = low < high and words[high - 1].low not in PREPOSITIONS | UNITS_OF_TIME
    return (low, high) if thing else None  # no thing is "the year that Stalin died"


def _says_which_it(sentence: Sentence, predicate: Predicate) -> bool:
    """Whether a pronoun begins what says which thing is meant: "the demands | it published in May"."""
    words, (begin, end) = sentence.words, predicate.subject
    if begin <= predicate.begin + 1 or end - begin != 1 or words[begin].low not in PRONOUNS:
        return False
    noun = words[begin - 1]
    low, high = noun_before(words, begin, sentence.predicates)
    counted = any(w.low in DETERMINERS | NUMBERS or w.low.isdigit() for w in words[low:high])
    known = low < high == begin and (counted or noun.low.endswith("s")) and noun.low not in _NO_THINGS
    plain = noun.text.islower() and is_noun_like(noun) and begin - 1 not in sentence.timed
    infinitive = any(p.governor == predicate.at and p.tense == "infinitive" for p in sentence.predicates)
    return plain and known and predicate.first == end and not infinitive


_NO_THINGS = frozenset("time way moment year month week day there".split())
"""Nouns that no clause beside them has for its object: "by the time they withdrew"."""


def _listed_whole(sentence: Sentence, low: int, high: int) -> tuple[int, int] | None:
    """A list whose end a relative clause follows: "curbs on banks, arms and oil which they imposed"."""
    words = sentence.words
    on = next((k for k in range(low - 1, max(0, low - _LISTED), -1) if words[k].low in PREPOSITIONS), 0)
    if not on or any(p.at > on and p.at < high for p in sentence.predicates):
        return None
    first, end = noun_before(words, on, sentence.predicates)
    whole = first < end and words[end - 1].text.islower() and on - 1 not in sentence.timed
    return (first, high) if whole else None


_LISTED = 8
"""Words of a list before its last."""
_PARTS = frozenset("half most some many part much all".split())
"""How much of a thing, of which a clause beside it says which it is: "half of the gas it sold"."""


def thing_before(sentence: Sentence, predicate: Predicate, end: int) -> tuple[int, int]:
    """What a relative clause is about, with where it is: "the monument in Delft, which the king unveiled"."""
    words = sentence.words
    small = PREPOSITIONS | {"and"}
    while end - 1 in sentence.timed or (end in sentence.timed and words[end - 1].low in small):
        end -= 1
    low, high = noun_before(words, end, sentence.predicates)
    place = low < high and all(w.text[0].isupper() or w.low == "the" for w in words[low:high])
    place = place or (low < high and of_relative(words, predicate.begin) > 0)
    if place and words[low - 1].low in _WHERE_IT_IS and predicate.kind not in _ABOUT_PLACES:
        first, _ = noun_before(words, low - 1, sentence.predicates)
        thing = 0 < first < low - 1 and words[low - 2].text.islower() and first not in sentence.timed
        told = words[first].low in DETERMINERS | NUMBERS or words[first].text[0].isdigit()
        return (first, high) if thing and told else (low, high)
    return low, high


_WHERE_IT_IS = frozenset("in at near across on along outside between".split())
_ABOUT_PLACES = DONE_TO_PLACES | {"visit"}


def _joined_relative(sentence: Sentence, predicate: Predicate) -> Predicate | None:
    """The clause with the same object: "which the Duma passed in May and | the president signed in June"."""
    words, begin = sentence.words, predicate.begin
    begin += words[begin].low == "and"
    after = words[min(predicate.at + 1, len(words) - 1)]
    whole = predicate.at + 1 not in sentence.timed and after.low not in PREPOSITIONS | {".", ",", ";"}
    ends = (begin, begin - 1)
    before = next((p for p in sentence.predicates if p.end in ends and p.opener in _OF_OBJECT), None)
    shared = before is not None and before.subject == predicate.subject and before.subject[0] > before.begin
    own = predicate.subject[0] == begin or (shared and predicate.first == begin)
    if predicate.opener or whole or words[begin - 1].low != "and" or not own:
        return None
    return before


_OF_OBJECT = ("which", "whom", "that")
"""What opens a clause whose object stands before it."""


def last_verb(sentence: Sentence, predicate: Predicate) -> int:
    """The last verb of a group: "capture" in "which they have been trying to capture since May"."""
    words, at = sentence.words, predicate.at
    if at + 2 >= len(words) or words[at + 1].low != "to":
        return at
    to_do = sentence.predicate_at(at + 2)
    return to_do.at if to_do is not None and to_do.tense == "infinitive" else at

"""Dates apart from the verb of their clause: of an occasion, a scene, or a participle right before them."""

from collections.abc import Sequence
from itertools import pairwise

from timeline.events.dated_clause import predicate_of
from timeline.events.papers import is_of_paper, is_paper, paper_before
from timeline.events.parts import Sentence, Trigger, trigger_of
from timeline.events.predicate import Predicate
from timeline.events.tokens import Word
from timeline.events.words import DETERMINERS, PREPOSITIONS
from timeline.model import When


def done_at(sentence: Sentence, first: int, last: int) -> Predicate | None:
    """What was done where a day's own occasion was: "gave up his text at Wednesday's general audience"."""
    words = sentence.words
    if words[last].low not in ("'s", "'") or not first:
        return None
    done = predicate_of(sentence, first, last)
    if done is None or done.at >= first or has_its_own(sentence, done, first):
        return None
    gives = done.tense == "future" and done.at == first - 1  # "will donate Sunday's takings"
    at_it = words[first - 1].low in ("at", "in", "during") or is_beside(words, first)
    return done if gives or at_it else None


def fared_at(sentence: Sentence, vote: Trigger, first: int, last: int) -> Predicate | None:
    """How someone fared in a dated vote: "won by a wide margin in the 14 June presidential election"."""
    done = predicate_of(sentence, first, last)
    if done is None or done.lemma not in _FARING or not done.finite or not done.at < first < vote.index:
        return None
    near = sentence.words[max(done.at, first - _NEAR_IN) : first]
    of_it = any(w.low in ("in", "at") for w in near) or first - done.at <= _NEAR_IN  # "won the May election"
    return done if of_it and not done.negated and not has_its_own(sentence, done, first) else None


_FARING = frozenset("win lose finish triumph prevail fare stand run compete".split())
_NEAR_IN = 8


def is_beside(words: Sequence[Word], first: int) -> bool:
    """Whether something was done beside an occasion: "on the margins of Sunday's ceremonies"."""
    return first > 1 and words[first - 1].low == "of" and words[first - 2].low in ("margins", "sidelines")


def done_then(sentence: Sentence, predicate: Predicate | None, end: int) -> Trigger | None:
    """What a participle right before a date says was done then: "a test carried out | in 2014 will be …".

    Of an occurrence it only says when that was: "the veto cast | ten days earlier".
    """
    words = sentence.words
    near = (p for p in sentence.predicates if p.at in (end - 1, end - 2) and p.tense == "participle")
    done = next((p for p in near if p.passive and p.at > 0), None)
    if done is None or done is predicate or done.kind not in ("plain", None):
        return None
    told = predicate is not None and predicate.finite and predicate.at > end
    if told and is_of_paper(done) and paper_before(words, done.first) is not None:
        return None  # "In an address broadcast | this morning, he announced …"
    particle = done.at == end - 1 or words[end - 1].low in PREPOSITIONS
    noun = sentence.noun_kind(done.first - 1)
    if noun is not None and particle:
        return Trigger(words[done.first - 1], done.first - 1, noun, None)
    main = predicate is not None and predicate.finite and predicate.at < done.at
    if main and predicate is not None and not has_its_own(sentence, predicate, end):
        return None  # "banned imports from the states concerned | in August"
    bare = "base" not in done.form.forms and done.first == done.at
    bare = bare and done.subject[0] < done.subject[1] == done.first
    return trigger_of(sentence, done) if bare and particle and done.lemma not in _SAYS_WHICH else None


_SAYS_WHICH = frozenset("name call know dub title make base give take plan schedule set expect due".split())
"""Verbs whose participle tells no occurrence: "remarks made in May", "a meeting planned for Friday"."""


def scene_before(sentence: Sentence, predicate: Predicate | None, first: int, last: int) -> Trigger | None:
    """What a sentence opens with that came before: "After the shouting match on Friday, he left on Monday".

    Only where the verb has another date: the first is then of what it follows, whatever that is called.
    """
    words = sentence.words
    opens = words[0].low in ("after", "following") and predicate is not None and predicate.at > last
    if not opens or predicate is None or words[1].low not in DETERMINERS or words[last].low != ",":
        return None
    starts = [t.start_char for t in sentence.timexes if t.when is not None]
    own = any(words[predicate.at].start < start < words[predicate.end - 1].end for start in starts)
    stop = next((k for k in range(2, first) if words[k].low in PREPOSITIONS), first)
    if not own or not 2 < stop < first + 1 or words[stop - 1].text[0].isupper():
        return None
    return Trigger(words[stop - 1], stop - 1, "other", None)


def done_by_gathered(sentence: Sentence, noun: Trigger, last: int) -> Predicate | None:
    """What those did who met on a day: "Ministers, meeting in Riga on Tuesday, warned Mali"."""
    words, at = sentence.words, noun.index
    meet = noun.word.low in ("meeting", "gathering") and at > 1 and words[at - 1].low == ","
    if not meet or words[at + 1].low not in PREPOSITIONS or last >= len(words) or words[last].low != ",":
        return None
    done = next((p for p in sentence.predicates if p.first == last + 1 and p.finite and not p.opener), None)
    return done if done is not None and done.subject[1] <= at else None


def done_by_paper(sentence: Sentence, first: int, last: int) -> Predicate | None:
    """What was done by a paper of a date: "the decree of 18 February 2017 by which he recognised them"."""
    words = sentence.words
    of = first > 1 and words[first - 1].low == "of" and is_paper(words[first - 2])
    at = last + (last < len(words) and words[last].low == ",")
    by = [w.low for w in words[at : at + 2]] in (["by", "which"], ["in", "which"], ["under", "which"])
    if not of or not by:
        return None
    done = next((p for p in sentence.predicates if p.begin == at + 1 and p.finite), None)
    return done if done is not None and done.tense == "past" and not done.negated else None


def is_since_before(words: Sequence[Word], noun: int) -> bool:
    """Whether a noun only says how long it is since something had been: "since before the invasion"."""
    near = [w.low for w in words[max(0, noun - _NEAR_SINCE) : noun]]
    return ("since", "before") in pairwise(near)


_NEAR_SINCE = 5


def is_as_of(sentence: Sentence, first: int) -> bool:
    """Whether a date is that of a count of what has gone on since: "As of 30 May, 50 had died since"."""
    opens = [w.low for w in sentence.words[max(0, first - 2) : first]] == ["as", "of"]
    return opens and any(p.opener == "since" for p in sentence.predicates)


def has_its_own(
    sentence: Sentence, predicate: Predicate | None, first: int, when: When | None = None
) -> bool:
    """Whether a verb has a date before this one; with `when`, one of other days."""
    if predicate is None or predicate.at > first:
        return False
    verb, start = sentence.words[predicate.at].end, sentence.words[first].start
    dates = [
        t.when
        for t in sentence.timexes
        if t.when is not None
        and verb <= t.start_char < start
        and not sentence.text[: t.start_char - sentence.start].endswith(" for ")  # of its noun
    ]
    return any(when is None or not when.overlaps(other) for other in dates)

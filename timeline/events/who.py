"""A trigger → who takes part in what it names, and where it happens."""

import re
from collections.abc import Iterator

from timeline.events.extents import clause_end, noun_phrase
from timeline.events.locative import is_where
from timeline.events.meant import (
    OWNERS,
    is_pronoun,
    meant_by,
    meant_by_him,
    meant_by_object,
    owner_of,
    speaker_of,
    whom,
)
from timeline.events.named import NamedActor
from timeline.events.parts import Sentence, Subject, Trigger
from timeline.events.predicate import Predicate
from timeline.events.strangers import body_that_acts, names_beside
from timeline.events.subjects import MAKING
from timeline.events.who_else import MUTUAL, named_after, who_else
from timeline.events.words import REPORTING
from timeline.model import Place

MOST = 6


def actors_of(sentence: Sentence, trigger: Trigger) -> tuple[str, ...]:
    """The names of those who act or are acted on, in the order of the text; who only says so is not."""
    names: dict[str, None] = {}
    predicate = trigger.predicate
    if predicate and is_pronoun(sentence, predicate) and (meant := meant_by(sentence, predicate)):
        names = dict.fromkeys(meant.names)
    if predicate and (several := he_and_others(sentence, predicate)):
        names = dict.fromkeys(several)
    if predicate and (speaker := speaker_of(sentence, predicate)) is not None:
        names = dict.fromkeys(speaker.names)
    for at in _owned(sentence, trigger):
        if (owner := owner_of(sentence, at)) is not None:
            names |= dict.fromkeys(owner.names)
    if predicate is not None:
        names |= dict.fromkeys(name for at in _foretelling(sentence, predicate) for name in at.names)
        names |= dict.fromkeys(_whose(sentence, predicate))
    for begin, end in _spans(sentence, trigger):
        for actor in sentence.actors:
            given = predicate is not None and predicate.lemma in _GIVING and _follows_to(sentence, actor)
            given = given or (predicate is not None and _is_subject(sentence, predicate, actor))
            if begin <= actor.start_char < end and (given or not is_where(sentence, actor)):
                names.setdefault(actor.name)
    if predicate is not None:
        names |= dict.fromkeys(who_else(sentence, predicate))
    if predicate is not None and (body := body_that_acts(sentence, predicate)):
        names = {body: None, **names}
    if predicate is not None and len(names) <= 1:
        beside = names_beside(sentence, trigger, predicate)
        known = names.keys() <= set(beside)  # "Oleh Kos and Sava Duda", where one is known
        names = dict.fromkeys(beside) if known else names
        names = names or dict.fromkeys(_said_by(sentence, predicate))
    if (him := meant_by_object(sentence, trigger) or _him(sentence, predicate)) is not None:
        names |= dict.fromkeys(him.names)
    return tuple(names)[:MOST]


def _him(sentence: Sentence, predicate: Predicate | None) -> Subject | None:
    """Whom "him" means within a clause: "whose leaders had appealed to him"."""
    if predicate is None or "him" not in sentence.lows:
        return None
    at = next((k for k in range(predicate.at + 2, predicate.end) if sentence.words[k].low == "him"), None)
    return meant_by_him(sentence, at) if at is not None else None


def he_and_others(sentence: Sentence, predicate: Predicate) -> tuple[str, ...]:
    """Whom "he" means among several: "He and his counterparts from France agreed"."""
    begin, end = predicate.subject
    words = [w.low for w in sentence.words[begin : min(begin + 2, end)]]
    if words not in (["he", "and"], ["she", "and"]):
        return ()
    here = [a.name for a in sentence.actors if a.coreferent and a.start_char == sentence.words[begin].start]
    before = sentence.before if sentence.before is not None and sentence.before.person else sentence.person
    start = sentence.words[begin].start
    told = {a.name for a in sentence.actors if a.kind == "person" and a.end_char <= start}
    if not here and len(told) == 1:  # "Mr Duda broke the news in Riga, where he and Ms Kos were dining"
        return tuple(told)
    return tuple(here) or (before.names if before is not None and sentence.alone else ())


def _foretelling(sentence: Sentence, predicate: Predicate) -> Iterator[Subject]:
    """Who warns of, announces or expects what is told: "The agency warned that a meltdown could follow"."""
    governor = sentence.predicate_at(predicate.governor)
    if governor is None and predicate.modal and predicate.opener in ("that", "which"):
        before = [p for p in sentence.predicates if p.at < predicate.begin]
        chain = before[-1] if before else None  # "warned people to prepare for cuts that could last"
        while chain is not None and chain.lemma != "warn":
            chain = sentence.predicate_at(chain.governor)
        governor = chain
    if governor is None or governor.passive or not governor.finite:
        return
    made = governor.lemma in MAKING and predicate.tense == "infinitive"  # "wants the town to vote"
    if made or governor.lemma == "warn" or (governor.lemma in _FORETELLING and predicate.modal in _AHEAD):
        meant = whom(sentence, governor)
        if meant is not None:
            yield meant


_FORETELLING = frozenset(
    "announce predict fear forecast say tell expect believe threaten promise vow pledge".split()
)
_AHEAD = frozenset("will would could may might".split())


def _said_by(sentence: Sentence, predicate: Predicate) -> tuple[str, ...]:
    """Who says it, where nobody does it: "Mr Duda said that the units would be moved".

    A body says what is to come; of what was, only a person's word is of note.
    """
    governor = sentence.predicate_at(predicate.governor)
    told = governor is not None and governor.finite and not governor.passive and governor.lemma in REPORTING
    meant = whom(sentence, governor) if told and governor is not None else None
    if meant is None or not (meant.person or predicate.modal in ("will", "would")):
        return ()
    return meant.names


def _whose(sentence: Sentence, predicate: Predicate) -> Iterator[str]:
    """Those whose talks or men are told of: "Jan Duda, whose talks with his envoy, Eva Kos, broke up"."""
    words, (begin, end) = sentence.words, predicate.subject
    if begin < _TWO or begin >= end or words[begin - 1].low != "whose":
        return
    before = [a for a in sentence.actors if a.end_char <= words[begin - 1].start]
    at = begin - _TWO
    at -= at > 0 and words[at - 1].low == "leaders"  # "EU leaders, whose attempt failed"
    if before and words[at].start - before[-1].end_char <= 1:
        yield before[-1].name
    beside = sentence.text[words[end - 1].end - sentence.start :]
    yield from (
        a.name
        for a in sentence.actors
        if words[end - 1].end < a.start_char <= words[end - 1].end + 2 and beside[:1] == ","
    )


def _owned(sentence: Sentence, trigger: Trigger) -> Iterator[int]:
    """Where a pronoun says whose deed or men are told of: "his arrest", "its forces were attacked"."""
    if trigger.predicate is None:
        low, high = noun_phrase(sentence, trigger.index)
        high = min(high, trigger.index)
    else:
        low, high = trigger.predicate.subject
        counted = low + 1 < high and sentence.words[low + 1].low == "of"  # "five of its soldiers"
        high = min(high, low + (3 if counted else 1))
        done_to = trigger.predicate.at + 1  # "A court prolonged her detention"
        if done_to < len(sentence.words) and sentence.words[done_to].low in ("his", "her"):
            yield done_to
    yield from (k for k in range(low, high) if sentence.words[k].low in OWNERS)


_GIVING = frozenset(
    """
    hand give offer deliver pledge sell supply provide donate transfer lend present submit grant promise
    """.split()
)


def _is_subject(sentence: Sentence, predicate: Predicate, actor: NamedActor) -> bool:
    """Whether an actor is all that a relative clause is about: "aid for Mali, which has been a member"."""
    begin, end = predicate.subject
    if predicate.opener not in ("which", "who") or begin >= end or begin >= predicate.begin:
        return False
    words = sentence.words
    return words[begin].start == actor.start_char and words[end - 1].end == actor.end_char


def _follows_to(sentence: Sentence, actor: NamedActor) -> bool:
    """Whether something goes to an actor: "handed to the United States"."""
    return (
        re.search(
            r"\bto (?:the )?(?:[A-Z]\w+(?: [A-Z]\w+)? and (?:the )?)?$",
            sentence.text[: actor.start_char - sentence.start],
        )
        is not None
    )


def place_of(sentence: Sentence, trigger: Trigger) -> Place | None:
    """Where it happens: the place that the clause names, else the only one that the sentence names."""
    spans = list(_spans(sentence, trigger))
    places = [p for p in sentence.places if p.locative]
    near = [
        p
        for p in places
        if any(a <= p.start_char < b for a, b in spans) and not _is_whence(sentence, trigger, p.start_char)
    ]
    if near:  # "the leaders of France and Poland visited Kyiv": what follows the verb is where
        return next((p.place for p in near if p.start_char > trigger.word.start), near[0].place)
    where = {p.place.name: p for p in places if not _is_of_next_deed(sentence, trigger, p.start_char)}
    only = next(iter(where.values())) if len(where) == 1 else None
    return only.place if only and not _is_whence(sentence, trigger, only.start_char) else None


def _is_whence(sentence: Sentence, trigger: Trigger, start: int) -> bool:
    """Whether a place is no more than where something comes from: "attacked Ukraine from Belarus"."""
    verb = trigger.predicate.lemma if trigger.predicate is not None else trigger.word.low
    before = sentence.text[max(0, start - sentence.start - 10) : start - sentence.start]
    told = trigger.kind in ("statement", "call", "talks")  # "spoke from Wilmington"
    return verb not in _LEAVING and not told and _WHENCE.search(before) is not None


_WHENCE = re.compile(r"\bfrom (?:the )?$")
_LEAVING = frozenset(
    """
    withdraw withdrawal pull leave flee evacuate evacuation retreat expel expulsion remove depart departure
    escape rescue move deport deportation transfer return oust drive free release seize
    """.split()
)


def _is_of_next_deed(sentence: Sentence, trigger: Trigger, start: int) -> bool:
    """Whether a place belongs to another occurrence: "met him in May and flew to Kyiv in June"."""
    words, clause = sentence.words, trigger.predicate
    if clause is not None and clause.opener in ("after", "before", "since"):
        return start < words[clause.begin].start  # "talks in Belarus, four days after the invasion began"
    if sum(t.when is not None for t in sentence.timexes) < _TWO:
        return False
    return any(
        p.finite and not p.opener and p.at > trigger.index and sentence.is_dated(p)
        for p in sentence.predicates
        if words[p.at].start < start < words[p.end - 1].end
    )


def _spans(sentence: Sentence, trigger: Trigger) -> Iterator[tuple[int, int]]:
    words = sentence.words
    if trigger.predicate is None:
        low, high = noun_phrase(sentence, trigger.index)
        yield words[low].start, words[high - 1].end
        inside = {a.name for a in sentence.actors if words[low].start <= a.start_char < words[high - 1].end}
        if (
            trigger.kind in MUTUAL
            and len(inside) < _TWO
            and (held := holder_of(sentence, trigger)) is not None
        ):
            begin, end = held.subject
            if begin < end:
                yield words[begin].start, words[end - 1].end
            if held.at < trigger.index and words[low - 1].low in ("in", "at", "during"):
                yield words[held.at].start, words[low].start  # "told Mr Putin in a call"
        return
    begin, end = trigger.predicate.subject
    if begin < end and not trigger.predicate.begin <= begin < trigger.predicate.end:
        yield words[begin].start, words[end - 1].end
    end = clause_end(sentence, trigger.predicate)
    yield words[trigger.predicate.begin].start, max(words[end - 1].end, named_after(sentence, end))
    for beside in sentence.predicates:  # "flew to Moscow, telling Mr Lavrov it was hard to see"
        with_it = (
            beside.tense == "participle"
            and beside.progressive
            and beside.subject == trigger.predicate.subject
        )
        if with_it and beside.lemma in _BESIDE and beside.begin == end + (words[end - 1].low != ","):
            yield words[beside.at].start, words[min(beside.at + 4, beside.end) - 1].end
    if trigger.whole:  # who is said to have done what: "The MDC says that Mr Tsvangirai won"
        for said in sentence.predicates:
            low, high = said.subject
            if said.governor == trigger.predicate.at and said.finite and low < high:
                yield words[low].start, words[high - 1].end
    for done in sentence.predicates:  # "announced that it would block Mali's ties with the EU"
        announced = done.governor == trigger.predicate.at and done.modal in ("will", "would", "should")
        if announced and done.opener == "that" and trigger.predicate.lemma in _ANNOUNCING:
            yield words[done.at].end, words[clause_end(sentence, done) - 1].end


def holder_of(sentence: Sentence, trigger: Trigger) -> Predicate | None:
    """The finite verb in whose clause a noun stands."""
    at = trigger.index
    held = [p for p in sentence.predicates if p.begin <= at < p.end and p.finite]
    if held:
        return held[0]
    return next((p for p in reversed(sentence.predicates) if p.at < at and p.finite and not p.opener), None)


_ANNOUNCING = frozenset("announce confirm declare say propose agree decide promise pledge vow".split())
_BESIDE = frozenset(("tell", "meet", "join", "accompany"))
_TWO = 2

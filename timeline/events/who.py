"""A trigger → who takes part in what it names, and where it happens."""

import re
from collections.abc import Iterator
from itertools import pairwise

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
from timeline.events.words import OFFICES, REPORTING
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
        names |= dict.fromkeys(_apposed(sentence, predicate))
        names |= dict.fromkeys((*_among_them(sentence, predicate), *_met_before(sentence, predicate)))
        names |= dict.fromkeys((*_led_by(sentence, predicate), *_listed_after(sentence, predicate)))
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
    if governor.lemma == "warn" or (governor.lemma in _FORETELLING and predicate.modal in _AHEAD):
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


def _apposed(sentence: Sentence, predicate: Predicate) -> Iterator[str]:
    """Who an officer is, between commas: "the commissioner for human rights, Jan Duda, visited"."""
    words, (begin, end) = sentence.words, predicate.subject
    if begin >= end or end + 1 >= len(words) or words[end].low != ",":
        return
    if not any(w.low in OFFICES | {"commissioner", "rapporteur", "coordinator", "prosecutor"} for w in words[begin:end]):
        return
    for actor in sentence.actors:
        closed = sentence.text[actor.end_char - sentence.start :][:1] == ","
        if actor.start_char == words[end + 1].start and actor.kind == "person" and closed:
            yield actor.name


def _among_them(sentence: Sentence, predicate: Predicate) -> Iterator[str]:
    """Those named among many: "ten people, Jan Duda among them, died", or "among them Jan Duda"."""
    words, end = sentence.words, predicate.subject[1]
    if not end < predicate.first or words[end].low != ",":
        return
    lows = [w.low for w in words[end : predicate.first]]
    if ("among", "them") in pairwise(lows) or "including" in lows:
        for actor in sentence.actors:
            if words[end].start < actor.start_char < words[predicate.first].start and actor.kind == "person":
                yield actor.name


def _led_by(sentence: Sentence, predicate: Predicate) -> Iterator[str]:
    """Who leads those who act: "men commanded by Jan Duda stormed the hall"."""
    words, (begin, end) = sentence.words, predicate.subject
    for led in sentence.predicates:
        inside = begin <= led.first and led.at < predicate.first and led.at <= end
        if not inside or led.lemma not in _LEADING or words[led.at + 1].low != "by":
            continue
        near = (a for a in sentence.actors if words[led.at].end < a.start_char < words[predicate.first].start)
        first = next((a for a in near if a.kind == "person"), None)
        if first is not None and first.start_char - words[led.at + 1].end < _WITH_TITLE:
            yield first.name


_LEADING = frozenset("lead command head chair".split())
_WITH_TITLE = 30
"""Characters from "by" over a title to a name."""


def _listed_after(sentence: Sentence, predicate: Predicate) -> Iterator[str]:
    """Those named of whom something is done to: "detained seven, among them Jan Duda", "two – A and B –"."""
    words, at = sentence.words, predicate.at
    stop = next((p.first for p in sentence.predicates if p.at > at and p.finite), len(words))
    for k in range(at + 2, min(stop, at + _LIST_REACH)):
        among = words[k].low == "among" and k + 1 < len(words) and words[k + 1].low == "them"
        dash = words[k].low in _DASHES and words[k - 1].text.islower() and words[k - 1].low.endswith("s")
        if words[k].low in (";", ":") or not (among or dash):
            continue
        end = next((j for j in range(k + 2, len(words)) if words[j].low in (";", *_DASHES)), len(words))
        end = min(end, next((p.first for p in sentence.predicates if p.finite and p.at > k), end))
        low, high = words[k].start, words[end - 1].end
        people = [a.name for a in sentence.actors if low < a.start_char < high and a.kind == "person"]
        yield from people if among or len(people) >= _TWO else ()
        return


_DASHES = ("-", "–", "—")
_LIST_REACH = 16
"""Words from a verb to a list of those whom it is done to."""


def _met_before(sentence: Sentence, predicate: Predicate) -> Iterator[str]:
    """With whom, where a sentence opens with a meeting: "In a call with Mr Duda, she agreed to talks"."""
    words = sentence.words
    opens = next((k + 1 for k in range(min(_HEADING, len(words) - 1)) if words[k].low == ":"), 0)
    if words[opens].low not in ("in", "at", "during", "after") or predicate.opener or not predicate.finite:
        return
    comma = next((k for k in range(opens + 1, min(opens + _OPENING, len(words))) if words[k].low == ","), 0)
    link = next((k for k in range(opens + 1, comma) if words[k].low == "with"), 0)
    noun = next((k for k in range(opens + 1, link) if sentence.noun_kind(k) in MUTUAL), 0)
    first = next((p for p in sentence.predicates if p.finite), None)
    if not noun or predicate.at < comma or first is not predicate:
        return
    yield from (a.name for a in sentence.actors if words[link].start < a.start_char < words[comma].start)


_HEADING = 6
"""Words of a date that heads an entry: "Aug. 19: In a call with Mr Duda, …"."""
_OPENING = 16
"""Words that such an opening may have."""


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
    yield words[trigger.predicate.begin].start, max(words[end - 1].end, _named_after(sentence, end))
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


def _named_after(sentence: Sentence, end: int) -> int:
    """Where a name ends beside what a clause ends in: "with his counterpart, Jan Duda, …"."""
    words = sentence.words
    at = end if words[end - 1].low == "," else end + 1
    if at >= len(words) or words[at - 1].low != ",":
        return 0
    of_office = words[at - 3].low in ("of", "for") and words[at - 4].low in OFFICES
    if words[at - 2].text[0].isupper() and not of_office:
        return 0
    while at + 1 < len(words) and words[at].text in _TITLES:
        at += 1
    beside = next(
        (a for a in sentence.actors if a.start_char == words[at].start and a.kind == "person"), None
    )
    if beside is None:
        return 0
    after = sentence.text[beside.end_char - sentence.start :][:1]
    return beside.end_char if after in (",", ".", ";", "") else 0


_ANNOUNCING = frozenset("announce confirm declare say propose agree decide promise pledge vow".split())
_BESIDE = frozenset(("tell", "meet", "join", "accompany"))
_TITLES = frozenset(("Mr", "Mrs", "Ms", "Dr", "President", "Minister", "."))
_TWO = 2
MUTUAL = frozenset(("talks", "call", "visit"))
"""What people do with each other: its noun shares the actors of its clause."""


def holder_of(sentence: Sentence, trigger: Trigger) -> Predicate | None:
    """The finite verb in whose clause a noun stands."""
    at = trigger.index
    held = [p for p in sentence.predicates if p.begin <= at < p.end and p.finite]
    if held:
        return held[0]
    return next((p for p in reversed(sentence.predicates) if p.at < at and p.finite and not p.opener), None)

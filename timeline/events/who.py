"""A trigger → who takes part in what it names, and where it happens."""

import re
from collections.abc import Iterator

from timeline.events.extents import clause_end, noun_phrase
from timeline.events.named import NamedActor
from timeline.events.parts import Sentence, Subject, Trigger
from timeline.events.predicate import Predicate
from timeline.events.words import BREAKS, DETERMINERS, PREPOSITIONS, SUBORDINATORS
from timeline.model import Place

MOST = 6
_WHERE = re.compile(
    r"\b(?:in|near|at|outside|around|to|from|into|through|across|over|inside|towards?|out of|onto|off"
    r"|within|throughout|leave|leaves|leaving|left|flee|fled|fleeing|enter|entered|quit)\s+"
    r"(?:[A-Z]\w+(?: [A-Z]\w+)?,? and\s+)?(?:the\s+)?(?:(?:eastern|western|northern|southern|central"
    r"|neighbouring|neighboring|nearby|occupied|mainland)\s+)*$"
)
_SOIL = re.compile(
    r"['’]?s?\s+(?:\w+\s+)?(?:border(?! (?:guard|police|troop|patrol|service))"
    r"|borders|capital|city|cities|town|soil|territory|village|region"
    r"|port|airspace|coast|waters|peninsula|language)\b"
)


def actors_of(sentence: Sentence, trigger: Trigger) -> tuple[str, ...]:
    """The names of those who act or are acted on, in the order of the text; who only says so is not."""
    names: dict[str, None] = {}
    predicate = trigger.predicate
    if predicate and _is_pronoun(sentence, predicate) and (meant := meant_by(sentence, predicate)):
        names = dict.fromkeys(meant.names)
    for begin, end in _spans(sentence, trigger):
        for actor in sentence.actors:
            given = predicate is not None and predicate.lemma in _GIVING and _follows_to(sentence, actor)
            if begin <= actor.start_char < end and (given or not _is_where(sentence, actor)):
                names.setdefault(actor.name)
    if (him := _meant_by_object(sentence, trigger)) is not None and him.names:
        names.setdefault(him.names[0])
    return tuple(names)[:MOST]


def _meant_by_object(sentence: Sentence, trigger: Trigger) -> Subject | None:
    """Whom "him" after a verb means: the person spoken of before who is not the one that acts."""
    predicate, words = trigger.predicate, sentence.words
    if predicate is None or predicate.at + 1 >= len(words) or words[predicate.at + 1].low != "him":
        return None
    people = [
        a.name for a in sentence.actors if a.kind == "person" and a.end_char <= words[predicate.at].start
    ]
    if people:
        return None  # more than one may be meant
    return sentence.person


_GIVING = frozenset(
    """
    hand give offer deliver pledge sell supply provide donate transfer lend present submit grant promise
    """.split()
)


def _follows_to(sentence: Sentence, actor: NamedActor) -> bool:
    """Whether something goes to an actor: "handed to the United States"."""
    return re.search(r"\bto (?:the )?$", sentence.text[: actor.start_char - sentence.start]) is not None


def _is_pronoun(sentence: Sentence, predicate: Predicate) -> bool:
    begin, end = predicate.subject
    return end - begin == 1 and sentence.words[begin].low in PRONOUNS


def subject_of(sentence: Sentence, predicate: Predicate) -> Subject | None:
    """The subject of a clause with the actors that it names."""
    begin, end = predicate.subject
    if begin >= end or _is_pronoun(sentence, predicate):
        return None
    low, high = sentence.words[begin].start, sentence.words[end - 1].end
    actors = [a for a in sentence.actors if low <= a.start_char < high and not _is_where(sentence, a)]
    text = sentence.text[low - sentence.start : high - sentence.start]
    names = tuple(dict.fromkeys(a.name for a in actors))
    return (
        Subject(text, names, len({a.name for a in actors if _is_head(sentence, a)}) == 1)
        if len(text) < _LONGEST_SUBJECT
        else None
    )


def _is_head(sentence: Sentence, actor: NamedActor) -> bool:
    """Whether a person is the one that a phrase is about, not the owner: "Suu Kyi's party"."""
    after = sentence.text[actor.end_char - sentence.start :][:2]
    return actor.kind == "person" and after not in ("'s", "’s")


def meant_by(sentence: Sentence, predicate: Predicate) -> Subject | None:
    """Whom a pronoun as subject means: who speaks, or who the main clause or the last sentence is about."""
    word = sentence.words[predicate.subject[0]]
    for actor in sentence.actors:
        if actor.coreferent and actor.start_char == word.start:
            return Subject(actor.name, (actor.name,), True)
    if predicate.opener in ("that", "which", "whom") and predicate.governor is None and word.low != "he":
        within = [a for a in sentence.actors if a.start_char < word.start and a.kind != "person"]
        if within:  # "ordered Russia to end the operations that it began"
            return Subject(within[-1].name, (within[-1].name,), False)
    if word.low in ("he", "she"):
        people = [a for a in sentence.actors if a.kind == "person" and a.end_char <= word.start]
        if people and predicate.opener in ("when", "as", "after", "before", "while", "because"):
            return Subject(people[-1].name, (people[-1].name,), True)
    governor = sentence.predicate_at(predicate.governor)
    near = [governor] if governor else [p for p in sentence.predicates if p.at < predicate.at and p.finite]
    if word.low in ("it", "they"):
        near.reverse()  # the closest clause
    paper = word.low == "it" and predicate.passive and predicate.kind in _DONE_TO_PAPERS and near
    if paper and (thing := _object_of(sentence, near[0])):
        return thing
    for other in near:
        meant = subject_of(sentence, other)
        if meant and _agrees(word.low, meant):
            return meant
    if sentence.before and _agrees(word.low, sentence.before):
        return sentence.before
    return sentence.person if word.low in ("he", "she") else None


_DONE_TO_PAPERS = frozenset({"agreement", "vote", "legal"})
"""What is signed, passed or annulled is no state."""
_AFTER_OBJECT = PREPOSITIONS | BREAKS | SUBORDINATORS | {"and"}


def _object_of(sentence: Sentence, predicate: Predicate) -> Subject | None:
    """What something is done to: "the grain deal" in "quit the grain deal on Monday, after it was signed"."""
    words, begin = sentence.words, predicate.at + 1
    if begin >= len(words) or words[begin].low not in DETERMINERS:
        return None
    end = begin + 1
    while end < len(words) and end not in sentence.timed and words[end].low not in _AFTER_OBJECT:
        end += 1
    if not 2 <= end - begin <= 8:
        return None
    text = sentence.text[words[begin].start - sentence.start : words[end - 1].end - sentence.start]
    return Subject(text, (), False)


def _agrees(pronoun: str, subject: Subject) -> bool:
    if pronoun in ("he", "she"):
        return subject.person
    if pronoun == "we":
        return False
    last = subject.text.split()[-1].lower()
    plural = " and " in subject.text or last.endswith("s") or last in ("people", "police", "men", "women")
    return plural if pronoun == "they" else not subject.person and not (plural and not subject.names)


PRONOUNS = frozenset("he she it they we".split())
_LONGEST_SUBJECT = 60


def place_of(sentence: Sentence, trigger: Trigger) -> Place | None:
    """Where it happens: the place that the clause names, else the only one that the sentence names."""
    spans = list(_spans(sentence, trigger))
    near = [p for p in sentence.places if p.locative and any(a <= p.start_char < b for a, b in spans)]
    if near:  # "the leaders of France and Poland visited Kyiv": what follows the verb is where
        return next((p.place for p in near if p.start_char > trigger.word.start), near[0].place)
    where = {place.place.name: place.place for place in sentence.places if place.locative}
    return next(iter(where.values())) if len(where) == 1 else None


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
    if trigger.whole:  # who is said to have done what: "The MDC says that Mr Tsvangirai won"
        for said in sentence.predicates:
            low, high = said.subject
            if said.governor == trigger.predicate.at and said.finite and low < high:
                yield words[low].start, words[high - 1].end


def _named_after(sentence: Sentence, end: int) -> int:
    """Where a name ends beside what a clause ends in: "with his counterpart, Jan Duda, …"."""
    words = sentence.words
    at = end if words[end - 1].low == "," else end + 1
    if at >= len(words) or words[at - 1].low != "," or words[at - 2].text[0].isupper():
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


_HAILING = re.compile(
    r"\b(?:delegat(?:ion|e)|negotiator|official|diplomat|minister|leader|representative|envoy|lawmaker"
    r"|officer|expert)s?"
    r" from (?:\w+ and )?(?:the )?$"
)
"""Before a country that people act for: "delegations from Ukraine and Russia"."""
_EDGE = re.compile(
    r"\b(?:border|borders|frontier|coast|soil|territory|capital|waters|airspace) of\s+(?:the\s+)?$"
)


def _is_where(sentence: Sentence, actor: NamedActor) -> bool:
    if actor.kind != "country":
        return False
    at, end = actor.start_char - sentence.start, actor.end_char - sentence.start
    if _HAILING.search(sentence.text, max(0, at - 36), at):
        return False
    return _EDGE.search(sentence.text, max(0, at - 36), at) is not None or (
        _WHERE.search(sentence.text, max(0, at - 36), at) is not None
        or _SOIL.match(sentence.text, end) is not None
    )

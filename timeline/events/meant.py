"""A pronoun → whom it means: who speaks, whom the clause or the sentences before were about."""

import re
from dataclasses import replace

from timeline.events.asides import noun_before
from timeline.events.lexicon import name_words
from timeline.events.locative import is_where
from timeline.events.named import NamedActor
from timeline.events.parts import Sentence, Subject, Trigger, carried_noun
from timeline.events.predicate import Predicate
from timeline.events.tokens import Word
from timeline.events.words import (
    BREAKS,
    DETERMINERS,
    ENDS_OF_NOUNS,
    LINKS,
    PREPOSITIONS,
    PRONOUNS,
    REPORTING,
    SAYING,
    SUBORDINATORS,
    is_adverb,
)


def meant_by_object(sentence: Sentence, trigger: Trigger) -> Subject | None:
    """Whom "him", "her" or "them" after a verb means: who was spoken of before and does not act."""
    predicate, words = trigger.predicate, sentence.words
    if predicate is None or predicate.at + 1 >= len(words):
        return None
    pronoun = words[predicate.at + 1].low
    if pronoun == "them":
        return sentence.pair  # "Mr Duda met Ms Kos. Others joined them"
    her = (
        pronoun == "her" and predicate.lemma not in _DONE_TO_SHIPS and _is_object(sentence, predicate.at + 1)
    )
    return _other_person(sentence, predicate) if her or pronoun == "him" else None


def meant_by_him(sentence: Sentence, at: int) -> Subject | None:
    """Whom a "him" anywhere in a clause means: "Parliament voted to remove him"."""
    predicate = next((p for p in reversed(sentence.predicates) if p.at < at), None)
    if predicate is None or sentence.words[at].low != "him":
        return None
    asked = sentence.predicate_at(predicate.governor) if predicate.tense == "infinitive" else None
    acts = whom(sentence, asked or predicate)
    if acts is None or any(w.low.endswith("-elect") for w in sentence.words[:at]):
        return None  # "congratulated the president-elect and hoped to work with him"
    meant = _other_person(sentence, asked or predicate)
    apart = acts.person and meant is sentence.person
    return None if apart else meant  # "Olha, whose brother is missing, last heard from him in May"


def _other_person(sentence: Sentence, predicate: Predicate) -> Subject | None:
    """The person whom a clause is about who does not act in it."""
    before = sentence.words[predicate.at].start
    people = {a.name for a in sentence.actors if a.kind == "person" and a.end_char <= before}
    subject = whom(sentence, predicate)
    doers = set(subject.names if subject else ())
    others = people - doers
    thing = subject is not None and not subject.person and not subject.names
    if len(others) == 1 and (len(people) > 1 or thing):
        # "Mr Duda, speaking with Ms Kos, warned her", "Mr Duda was held when the guard shut the gate on him"
        (name,) = others
        return Subject(name, (name,), True)
    if others or not sentence.alone:  # more than one may be meant
        return None
    spoken_of = sentence.person  # "Mr Duda left. A day earlier Ms Kos had warned him"
    return spoken_of if spoken_of is not None and doers.isdisjoint(spoken_of.names) else None


_DONE_TO_SHIPS = frozenset("board clear float free inspect launch refloat salvage scrap sink tow".split())


def _is_object(sentence: Sentence, at: int) -> bool:
    """Whether "her" is a person to whom something is done; before a noun it says whose that is."""
    after = sentence.words[at + 1].low if at + 1 < len(sentence.words) else "."
    ends = not after[0].isalnum() or at + 1 in sentence.timed or after in PREPOSITIONS
    return ends or after in ("that", "to")


def thing_meant(sentence: Sentence, predicate: Predicate) -> str:
    """What "it" after a verb means: the object of the clause before; "" where there is none.

    "The United States resumed its aid, eight days after Mr Trump had paused it."
    """
    words, at = sentence.words, predicate.at + 1
    if (
        at >= len(words)
        or words[at].low != "it"
        or any(
            words[k].text[0].isalnum() and k not in sentence.timed and words[k].low not in _BEFORE_DATES
            for k in range(at + 1, predicate.end)
        )
    ):
        return ""
    taken = [p for p in sentence.places if p.end_char < words[predicate.subject[0]].start]
    if taken and predicate.kind in DONE_TO_PLACES:  # "have died in Mariupol since troops encircled it"
        return taken[-1].place.name
    before = next((p for p in reversed(sentence.predicates) if p.finite and p.end <= predicate.begin), None)
    thing = object_of(sentence, before) if before is not None and not before.passive else None
    if thing is not None:
        return thing.text.split(" ", 1)[1]
    acts = whom(sentence, predicate)
    if acts is None or (acts.person and not acts.names):
        return ""
    named = {a.name for a in sentence.actors if a.kind != "person" and a.end_char <= words[at].start}
    others = named - set(acts.names)
    if len(others) == 1 and predicate.kind not in SAYING and predicate.lemma not in _ACTS_ON_PAPERS:
        return others.pop()  # "The Council, which Mali joined in 1996, has expelled it"
    if sentence.paper is not None and predicate.lemma in _ACTS_ON_PAPERS:
        return sentence.paper.text  # "Kiev signed the truce. Parliament must approve it by May"
    told = sentence.before
    known = told is not None and not told.person and not told.names and not others and _agrees("it", told)
    articled = known and told is not None and told.text.split()[0].lower() in ("the", "this")
    return f"the {told.text.split(' ', 1)[1]}" if articled and told is not None and " " in told.text else ""


DONE_TO_PLACES = frozenset(("annexation", "attack", "military"))
"""Kinds of what is done to a place itself, and not to what is in it."""
_BEFORE_DATES = frozenset("on in at since by until from during".split())


def is_pronoun(sentence: Sentence, predicate: Predicate) -> bool:
    """Whether the subject of a clause is a pronoun alone."""
    begin, end = predicate.subject
    words = sentence.words
    return (
        begin < end
        and words[begin].low in PRONOUNS
        and all(is_adverb(w.low) or w.low in _LIKE_ADVERBS for w in words[begin + 1 : end])
    )


_LIKE_ADVERBS = frozenset("last first both all".split())
"""What may stand between a pronoun and its verb: "they last met"."""


def subject_of(sentence: Sentence, predicate: Predicate) -> Subject | None:
    """The subject of a clause with the actors that it names."""
    begin, end = predicate.subject
    bare = all(is_adverb(w.low) or w.low in LINKS for w in sentence.words[begin:end])
    if bare or is_pronoun(sentence, predicate):  # "Never before had Moscow admitted …"
        return None
    low, high = sentence.words[begin].start, sentence.words[end - 1].end
    actors = [a for a in sentence.actors if low <= a.start_char < high and not is_where(sentence, a)]
    text = sentence.text[low - sentence.start : high - sentence.start]
    names = tuple(dict.fromkeys(a.name for a in actors))
    owner = owner_of(sentence, begin) if not names and sentence.words[begin].low in OWNERS else None
    if owner is not None and not {"’", "'"} & set(owner.text):  # "Moscow is silent. Its ministry said it …"
        text, names = f"{owner.text}’s {text.split(' ', 1)[1]}" if " " in text else text, owner.names
    people = tuple(dict.fromkeys(a.name for a in actors if _is_head(sentence, a)))
    person = len(people) == 1 or (not names and _head(sentence, begin, end) in _PEOPLE)
    if len(text) >= _LONGEST_SUBJECT and people:  # "President Jan Duda of Mali and President Eva Kos of Chad"
        text, names = " and ".join(people), people
    return Subject(text, names, person) if len(text) < _LONGEST_SUBJECT else None


def _head(sentence: Sentence, begin: int, end: int) -> str:
    """The noun that a phrase is about: "commander" in "the top commander of the force"."""
    stop = next((k for k in range(begin, end) if sentence.words[k].low in ENDS_OF_NOUNS), end)
    return sentence.words[stop - 1].low if stop > begin else ""


_PEOPLE = name_words("person noun") | frozenset(
    "man woman boy girl pensioner villager teenager resident driver student".split()
)


def _is_head(sentence: Sentence, actor: NamedActor) -> bool:
    """Whether a person is the one that a phrase is about, not the owner: "Suu Kyi's party"."""
    after = sentence.text[actor.end_char - sentence.start :][:2]
    return actor.kind == "person" and after not in ("'s", "’s")


def whom(sentence: Sentence, predicate: Predicate) -> Subject | None:
    """Who or what the subject of a clause is, or means where it is a pronoun."""
    return (
        meant_by(sentence, predicate) if is_pronoun(sentence, predicate) else subject_of(sentence, predicate)
    )


def meant_by(sentence: Sentence, predicate: Predicate) -> Subject | None:
    """Whom a pronoun as subject means: who speaks, or who the main clause or the last sentence is about."""
    word = sentence.words[predicate.subject[0]]
    for actor in sentence.actors:
        if actor.coreferent and actor.start_char == word.start:
            return Subject(actor.name, (actor.name,), True)
    if (asked := _asked_to_do(sentence, predicate)) is not None:
        return asked
    people = [a.name for a in sentence.actors if a.kind == "person" and a.end_char <= word.start]
    if word.low in ("he", "she") and people and predicate.opener in _BESIDE:
        main = next((p for p in reversed(sentence.predicates) if p.at < predicate.begin and p.finite), None)
        acts = subject_of(sentence, main) if main is not None and predicate.perfect else None
        if acts is not None and acts.person and len(acts.names) == 1:
            return acts  # "Macron met Scholz a day after he had been to Kyiv"
        return Subject(people[-1], (people[-1],), True)
    if (apart := _place_meant(sentence, predicate) or _named_after(sentence, predicate)) is not None:
        return apart
    near = _clauses_before(sentence, predicate, word.low)
    paper = word.low == "it" and predicate.passive and predicate.kind in _DONE_TO_PAPERS and near
    if paper and (thing := object_of(sentence, near[0])):
        return thing
    for other in near:
        meant = subject_of(sentence, other)
        if meant and _agrees(word.low, meant):
            return meant
        if word.low == "it" and meant and len(meant.names) > 1 and (thing := object_of(sentence, other)):
            return thing  # "Mali and Chad, which brokered the deal, met before it ran out"
    if word.low in ("he", "she") and (aged := _AGED.search(sentence.text[: word.start - sentence.start])):
        return Subject(aged.group(), (), True)  # whoever that is, it is none told of before
    if word.low == "it" and sentence.paper is not None and _is_done_to_paper(sentence, predicate):
        return sentence.paper
    return _only_one_named(sentence, word) or _told_of_before(sentence, word.low)


def _asked_to_do(sentence: Sentence, predicate: Predicate) -> Subject | None:
    """What "it" means after something asked: "called on Gazprom to resume the flow to Mali, which it cut"."""
    word = sentence.words[predicate.subject[0]]
    if (
        predicate.opener not in ("that", "which", "whom")
        or predicate.governor is not None
        or word.low != "it"
    ):
        return None
    last = next((p for p in reversed(sentence.predicates) if p.at < predicate.begin), None)
    to_do = subject_of(sentence, last) if last is not None and last.tense == "infinitive" else None
    if to_do is not None and len(to_do.names) == 1 and not to_do.person:
        return to_do
    within = [a for a in sentence.actors if a.start_char < word.start and a.kind != "person"]
    # "ordered Russia to end the operations that it began"
    return Subject(within[-1].name, (within[-1].name,), False) if within else None


def is_known(sentence: Sentence, predicate: Predicate) -> bool:
    """Whether a pronoun takes up someone who has been named: "Macron … In 2018 he accused"."""
    if not is_pronoun(sentence, predicate):
        return False
    meant = meant_by(sentence, predicate)
    return meant is not None and bool(meant.names)


def _named_after(sentence: Sentence, predicate: Predicate) -> Subject | None:
    """Whom "he" means where the main clause comes after: "Weeks after he was sworn in, Mr Duda left"."""
    word = sentence.words[predicate.subject[0]]
    if word.low not in ("he", "she") or predicate.opener not in _BESIDE:
        return None
    first = next((p for p in sentence.predicates if p.finite), None)
    main = next(
        (p for p in sentence.predicates if p.begin >= predicate.end and p.finite and not p.opener), None
    )
    if first is not predicate or main is None or sentence.words[predicate.end - 1].low != ",":
        return None
    whose = sentence.words[main.subject[0]].low in OWNERS  # "After he was freed, his state was …": his own
    acts = subject_of(sentence, main) if not (whose or is_pronoun(sentence, main)) else None
    return acts if acts is not None and acts.person and len(acts.names) == 1 else None


def _place_meant(sentence: Sentence, predicate: Predicate) -> Subject | None:
    """The place that "it" means: "stood behind the militias in Crimea before it was annexed"."""
    word = sentence.words[predicate.subject[0]]
    taken = predicate.passive and predicate.kind in ("annexation", "attack", "military")
    if word.low != "it" or not taken or predicate.opener not in _BESIDE | {"since", "until", "once"}:
        return None
    before = [p for p in sentence.places if p.locative and p.start_char < word.start]
    return Subject(before[-1].place.name, (), False) if before else None


_ACRONYM = re.compile(r"[A-Z]{2,}")
_AGED = re.compile(r"\b[Tt]he \d\d-year-old\b")


_BESIDE = frozenset(("when", "as", "after", "before", "while", "because"))


def _clauses_before(sentence: Sentence, predicate: Predicate, pronoun: str) -> list[Predicate]:
    """The verbs whose subjects a pronoun may mean, the likeliest first."""
    governor = sentence.predicate_at(predicate.governor)
    while governor is not None and governor.subject == predicate.subject:  # "he hopes to recover"
        governor = sentence.predicate_at(governor.governor)
    if governor is not None:
        return [governor]
    near = [p for p in sentence.predicates if p.at < predicate.at and p.finite]
    return near[::-1] if pronoun in ("it", "they") else near  # of "it" the closest clause


def _only_one_named(sentence: Sentence, word: Word) -> Subject | None:
    """The only one named before in the sentence whom "he" or "it" can mean."""
    person = word.low in ("he", "she")
    if not person and word.low != "it":
        return None
    named = {a.name for a in sentence.actors if a.end_char <= word.start and (a.kind == "person") == person}
    return Subject(next(iter(named)), tuple(named), person) if len(named) == 1 else None


def _told_of_before(sentence: Sentence, pronoun: str) -> Subject | None:
    """Whom the sentences before were about."""
    before = sentence.before
    if before is not None and _agrees(pronoun, before) and (before.names or not before.person):
        return before
    if pronoun == "they":
        return sentence.pair
    return sentence.person if pronoun in ("he", "she") and sentence.alone else None


def pair_of(sentence: Sentence) -> Subject | None:
    """The two who meet or speak in a sentence: "Putin met Biden. They agreed …"."""
    met = next((p for p in sentence.predicates if not p.passive and _meets(sentence, p)), None)
    if met is None:
        return None
    acts = met if met.subject != (0, 0) else sentence.predicate_at(met.governor)
    one = whom(sentence, acts) if acts is not None else None
    if one is None or len(one.names) != 1:
        return None
    begin, end = sentence.words[met.at].end, sentence.words[met.end - 1].end
    if sentence.words[met.end - 1].low == "," and met.end < len(sentence.words):
        end = sentence.words[met.end].end
    others = [a for a in sentence.actors if begin <= a.start_char < end and not is_where(sentence, a)]
    alike = (a for a in others if (a.kind == "person") == one.person)  # "met his Russian colleague, Jan Duda"
    other = next(alike, None) if one.person else next(iter(others), None)
    if other is None or other.name in one.names or (other.kind == "person") != one.person:
        return None
    title = _WITH_TITLE.search(sentence.text[: other.start_char - sentence.start])
    return Subject(
        f"{one.text} and {title.group() if title else ''}{other.text}", (*one.names, other.name), False
    )


def _meets(sentence: Sentence, predicate: Predicate) -> bool:
    if predicate.kind in _TOGETHER or predicate.lemma not in ("hold", "have"):
        return predicate.kind in _TOGETHER
    held = carried_noun(sentence, predicate)
    return held is not None and held.kind in _TOGETHER


def paper_of(sentence: Sentence) -> Subject | None:
    """The only deal or law that a sentence tells of: "Kiev signed a truce. Parliament must approve it"."""
    if sentence.lows.isdisjoint(_PAPERS):
        return None
    words = sentence.words
    heads = [k for k, w in enumerate(words) if w.low in _PAPERS]
    if len({words[k].low for k in heads}) > 1:
        return None
    low, high = noun_before(words, heads[0] + 1, sentence.predicates)
    if low >= high or words[low].low not in DETERMINERS:
        return None
    named = sentence.text[words[low].end - sentence.start : words[high - 1].end - sentence.start].strip()
    return Subject(f"the {named}", (), False) if high - low <= _LONGEST_PAPER else None


_PAPERS = frozenset(
    """
    law bill budget resolution decree constitution amendment text draft plan proposal agreement accord deal
    treaty pact truce ceasefire cease-fire armistice memorandum
    """.split()
)
_LONGEST_PAPER = 5


def _is_done_to_paper(sentence: Sentence, predicate: Predicate) -> bool:
    """Whether something is told that is told of deals and laws: signed, extended, in force."""
    after = [w.low for w in sentence.words[predicate.at + 1 : predicate.at + 3]]
    ends = predicate.lemma in _OF_PAPERS or after[:1] == ["effect"] or after == ["into", "force"]
    return ends or (predicate.passive and predicate.kind in _DONE_TO_PAPERS)


_OF_PAPERS = frozenset("expire lapse prolong extend renew".split())
_ACTS_ON_PAPERS = frozenset(
    "sign ratify approve pass adopt veto reject endorse back repeal amend prolong extend renew draft".split()
)
_TOGETHER = frozenset(("talks", "call"))
_WITH_TITLE = re.compile(r"\b(?:Mr|Mrs|Ms|Dr) $")
_DONE_TO_PAPERS = frozenset({"agreement", "vote", "legal"})
"""What is signed, passed or annulled is no state."""
_AFTER_OBJECT = PREPOSITIONS | BREAKS | SUBORDINATORS | {"and"}


def object_of(sentence: Sentence, predicate: Predicate) -> Subject | None:
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
    plural = " and " in subject.text or last.endswith(("s", "men")) or last in ("people", "police")
    return plural if pronoun == "they" else not subject.person and not (plural and len(subject.names) != 1)


def owner_of(sentence: Sentence, at: int) -> Subject | None:
    """Whose "his", "her", "its" or "their" is."""
    word = sentence.words[at]
    pronoun = OWNERS[word.low]
    if pronoun == "he":
        people = {a.name: a for a in sentence.actors if a.kind == "person" and a.end_char <= word.start}
        if len(people) == 1:
            (name,) = people
            return Subject(name, (name,), True)
    if pronoun == "it" and sentence.words[at - 1].low in _BESIDE | PREPOSITIONS:  # "Iraq after its invasion"
        states = [a for a in sentence.actors if a.kind != "person" and a.end_char <= word.start]
        if states:
            return Subject(states[-1].name, (states[-1].name,), False)
    for other in reversed(sentence.predicates):
        goes_on = other.begin > at and is_pronoun(sentence, other)  # of whom "his" may be the one that tells
        if other.finite and other.subject[1] <= at and not goes_on:
            meant = whom(sentence, other)
            named = meant is not None and (meant.names or _ACRONYM.fullmatch(meant.text))
            if meant is not None and named and _agrees(pronoun, meant):
                return meant
    if pronoun == "he":
        near = [a for a in sentence.actors if a.kind == "person" and a.end_char <= word.start]
        if near:  # "Mr Duda's words echo Ms Kos's promise in her speech in May"
            return Subject(near[-1].name, (near[-1].name,), True)
    told = _told_of_before(sentence, pronoun)
    return told if told is not None and told.names else None


def speaker_of(sentence: Sentence, predicate: Predicate) -> Subject | None:
    """Who says "I" or "we" within quotation marks: "“We are back,” Mr Duda said"."""
    words, begin = sentence.words, predicate.subject[0]
    if predicate.subject[1] <= begin or words[begin].low not in ("i", "we") or begin not in sentence.quoted:
        return None
    for speech in sentence.predicates:
        if speech.at in sentence.quoted or not speech.finite or speech.lemma not in REPORTING:
            continue
        after = [
            w.start for w in words[speech.at + 1 : speech.at + 4] if w.text[0].isupper() or w.text == "."
        ]
        behind = next((a for a in sentence.actors if a.start_char in after and a.kind == "person"), None)
        if behind is not None:  # "said Jan Duda"
            return Subject(behind.name, (behind.name,), True)
        meant = whom(sentence, speech)
        if meant is not None:
            office = meant.person and meant.names and meant.text.lower().startswith("the ")
            return replace(meant, text=meant.names[0]) if office else meant  # "the president told …"
    return None


OWNERS = {"his": "he", "her": "he", "its": "it", "their": "they"}
"""Words that say whose something is, with the pronoun that means the same."""
_LONGEST_SUBJECT = 60

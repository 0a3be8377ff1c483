"""A sentence → whom or what it is about, for the pronouns of those that follow."""

from timeline.events.meant import subject_of, whom
from timeline.events.parts import Sentence, Subject
from timeline.events.predicate import Predicate
from timeline.events.words import SAYING

_HEAD = 16
"""Characters at the head of a sentence within which someone is named whom it is about."""


def about_whom(sentence: Sentence) -> Subject | None:
    """What a sentence is about."""
    asked = [w.low for w in sentence.words[:2]] in (["who", "is"], ["who", "was"])
    for actor in sentence.actors if asked else ():
        if actor.kind == "person" and actor.start_char == sentence.words[2].start:
            return Subject(actor.text, (actor.name,), True)  # "Who was Jan Duda?"
    opens = sentence.words[0].low == "for" and any(w.low == "it" for w in sentence.words)
    for actor in sentence.actors if opens else ():
        if actor.kind == "person" and actor.start_char - sentence.start < _HEAD:
            return Subject(actor.text, (actor.name,), True)  # "For Mr Duda, the new mayor, it was a blow."
    main = main_of(sentence)
    if main and main.at in sentence.quoted and (speaker := _quoted_person(sentence)) is not None:
        return speaker
    if main and main.lemma == "be" and main.at + 1 < len(sentence.words):
        named = sentence.words[main.at + 1].start
        if who := next((a for a in sentence.actors if a.kind == "person" and a.start_char == named), None):
            return Subject(who.text, (who.name,), True)  # "The most disputed of them was Jan Duda."
        bodies = {a.name for a in sentence.actors if a.kind != "person"}
        if sentence.words[main.subject[0]].low == "it" and len(bodies) == 1:
            return Subject(next(iter(bodies)), tuple(bodies), False)  # "It is a crisis for the company."
    return whom(sentence, main) if main else None


def goes_on_about_someone(sentence: Sentence) -> bool:
    """Whether a sentence goes on about the same person, whoever else it names."""
    return not sentence.lows.isdisjoint(_GOES_ON)


_GOES_ON = frozenset("he she his her him".split())


def _quoted_person(sentence: Sentence) -> Subject | None:
    """Whose words a sentence quotes: "“It was a blow,” Jan Duda said."."""
    for speech in sentence.predicates:
        if speech.finite and speech.kind in SAYING and speech.at not in sentence.quoted:
            told = subject_of(sentence, speech)
            return told if told is not None and told.person and told.names else None
    return None


def takes_up(sentence: Sentence) -> bool:
    """Whether a sentence goes on about what was told before: "The sanctions banned …", "He was freed"."""
    main = main_of(sentence)
    return main is not None and sentence.words[main.subject[0]].low in _TAKING_UP


def tells_past(sentence: Sentence) -> bool:
    """Whether a sentence only tells what was: no present, and nobody who says something now."""
    main = [p for p in sentence.predicates if p.finite and not p.opener]
    return bool(main) and all(p.tense == "past" and p.kind not in ("plainspeech", "speech") for p in main)


_TAKING_UP = frozenset("the this that these those his her its their he she it they".split())


def main_of(sentence: Sentence) -> Predicate | None:
    """The verb of the first main clause that has a subject."""
    return next((p for p in sentence.predicates if p.finite and not p.opener and p.subject != (0, 0)), None)

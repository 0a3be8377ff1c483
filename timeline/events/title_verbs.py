"""The verb of a title: "visited" for "had visited", "calls" for "We call"."""

from itertools import takewhile

from timeline.events.lexicon import past_of, third_person
from timeline.events.meant import is_pronoun
from timeline.events.parts import Sentence
from timeline.events.predicate import Predicate
from timeline.events.words import AUX_DO, NEGATIONS, NUMBERS, PREPOSITIONS


def in_other_words(sentence: Sentence, predicate: Predicate) -> str:
    """The verb as a title has it: "calls" for "We call", "returned" for "did not return until May"."""
    if predicate.first == predicate.at and _spoken(sentence, predicate):
        return third_person(predicate.lemma)
    wanted = predicate.modal == "should" and sentence.words[predicate.first].low == "be"
    if wanted:  # "demands that he be freed"
        return "to " + " ".join(w.text for w in sentence.words[predicate.first : predicate.at + 1])
    if predicate.opener == "if" and sentence.words[predicate.begin].text == "Should":
        return f"to {predicate.lemma}"  # "Should Russia attack"
    governor = sentence.predicate_at(predicate.governor)
    only = predicate.first > 1 and [w.low for w in sentence.words[predicate.first - 2 : predicate.first]]
    if predicate.tense == "infinitive" and only == ["only", "to"]:  # "left, only to return in May"
        return past_of(predicate.lemma)
    if predicate.tense == "infinitive" and governor is not None and governor.lemma in ("appear", "come"):
        return past_of(predicate.lemma) if governor.tense == "past" else ""
    done = sentence.words[predicate.at].text
    reduced = predicate.tense == "participle" and predicate.passive and predicate.first == predicate.at
    alone = reduced and sentence.predicate_at(predicate.first - 1) is None  # not "remained shut"
    if alone and is_pronoun(sentence, predicate):  # "Signed in July, it will lapse"
        return f"{'were' if _are_several(sentence, predicate) else 'was'} {done.lower()}"
    if _is_before_past(predicate):
        if not predicate.passive:  # "Merkel had visited Kyiv"
            return done if done.endswith("ed") else past_of(predicate.lemma)
        return f"{'were' if _are_several(sentence, predicate) else 'was'} {done}"
    group = [w for w in sentence.words[predicate.first : predicate.at] if w.low not in NEGATIONS]
    if predicate.negated or len(group) == predicate.at - predicate.first:
        return ""
    if any(w.low in AUX_DO for w in group):
        return past_of(predicate.lemma) if predicate.tense == "past" else third_person(predicate.lemma)
    return " ".join([*(w.text for w in group), sentence.words[predicate.at].text])


def _is_before_past(predicate: Predicate) -> bool:
    """Whether a title may tell in the past what is told as having been before: "had visited"."""
    told = predicate.tense == "past" and predicate.perfect and predicate.first < predicate.at
    plain = not (predicate.negated or predicate.modal or predicate.progressive)
    said = predicate.opener == "that" and predicate.passive  # "alleged that a coup had been planned"
    return told and plain and predicate.kind != "state" and not said


def _are_several(sentence: Sentence, predicate: Predicate) -> bool:
    """Whether a subject takes "were": "bodies of a man", "Poland and Mali", "many"."""
    words = [w.low for w in sentence.words[slice(*predicate.subject)]]
    words = words[2:] if words[:2] == ["at", "least"] else words
    head = list(takewhile(lambda low: low not in PREPOSITIONS, words))
    if "and" in words or not head:
        return "and" in words
    counted = any(low in NUMBERS or low.replace(",", "").isdigit() for low in head)
    plural = head[-1].endswith("s") and not head[-1].endswith(("ss", "us", "is"))
    return plural or head[-1] in _MANY or (counted and "one" not in head)


_MANY = frozenset("they people men women children police many some most all both troops forces".split())


def _spoken(sentence: Sentence, predicate: Predicate) -> bool:
    """Whether a verb follows the "we" of a statement's issuer."""
    we = sentence.words[predicate.first - 1]
    return we.low == "we" and any(a.start_char == we.start for a in sentence.actors)

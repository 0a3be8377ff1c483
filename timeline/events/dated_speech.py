"""A verb of saying and its date → what was said to have happened then, or that it was said."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from timeline.events.meant import is_known
from timeline.events.papers import is_of_paper, paper_before
from timeline.events.parts import Sentence, Trigger, own_kind, said_before, someone, trigger_of
from timeline.events.predicate import Predicate
from timeline.events.status import status_of, told_status
from timeline.events.told import Dated
from timeline.events.words import DETERMINERS
from timeline.model import Status, When

_OLD_DAYS = 7
"""What someone said longer ago than this is told because it mattered."""


def by_saying(
    sentence: Sentence, predicate: Predicate, when: When, published: date | None, *, future: bool
) -> Iterator[Dated]:
    """What is told by a verb of saying: what was said to have happened, or that it was said, if long ago."""
    to_speak = predicate.tense in ("infinitive", "future") and not predicate.passive and not predicate.negated
    if future and to_speak and someone(sentence, predicate):  # "is to report to parliament on Friday"
        spoken = replace(trigger_of(sentence, predicate), kind="statement", whole=True)
        yield spoken, when, Status.PLANNED
        return
    in_paper = any(
        is_of_paper(p) and p.at < predicate.at and paper_before(sentence.words, p.first) is not None
        for p in sentence.predicates
    )  # "In a report released in May, the UN found …": the deeds are older
    told = (
        []
        if in_paper and _is_claim(sentence, predicate)
        else list(_said(sentence, predicate, when, published))
    )
    if not told and _is_dated_apart(sentence, predicate):
        return
    past = published is not None and when.end is not None and (published - when.end).days > _OLD_DAYS
    if not told and past and someone(sentence, predicate):
        told = [(replace(trigger_of(sentence, predicate), whole=True), when, Status.HAPPENED)]
    if not told and _is_agreed(sentence, predicate):
        told = [
            (replace(trigger_of(sentence, predicate), kind="agreement", whole=True), when, Status.HAPPENED)
        ]
    if not told and _says_thing(sentence, predicate):
        told = [(replace(trigger_of(sentence, predicate), kind="statement"), when, Status.HAPPENED)]
    if not told and (then := goes_on_to(sentence, predicate)):
        told = [(trigger_of(sentence, then), when, Status.HAPPENED)]
    if not told and _is_claim(sentence, predicate):
        told = [
            (replace(trigger_of(sentence, predicate), kind="statement", whole=True), when, Status.HAPPENED)
        ]
    yield from told


def _is_dated_apart(sentence: Sentence, speech: Predicate) -> bool:
    """Whether what is said before who says so has its own date: "It fell on Monday, he said on Tuesday"."""
    before = said_before(sentence, speech)
    if before is None or any(is_of_paper(p) and p.at > speech.at for p in sentence.predicates):
        return False  # "ten have died since May, he said in a report published on Friday"
    deeds = (p for p in sentence.predicates if before[0] <= p.at < before[1] and p.finite and not p.opener)
    return any(sentence.is_dated(p) and p.kind not in ("plainspeech", "speech", "state") for p in deeds)


def _says_thing(sentence: Sentence, speech: Predicate) -> bool:
    """Whether someone gives word of a thing: "yesterday signalled a shift", "repeated his demand"."""
    told = speech.tense == "past" and not speech.passive and not speech.negated and not speech.opener
    if not told or not (someone(sentence, speech) or is_known(sentence, speech)):
        return False
    after = sentence.words[min(speech.at + 1, len(sentence.words) - 1)].low
    if speech.lemma in ("respond", "reply"):
        return after == "to"
    if speech.lemma == "describe":  # "described the measure as humanitarian"
        return any(w.low == "as" for w in sentence.words[speech.at + 2 : min(speech.end, speech.at + 9)])
    return speech.lemma in _GIVING_WORD and after in DETERMINERS


_GIVING_WORD = frozenset("signal reveal disclose reiterate repeat voice outline detail".split())


def _is_agreed(sentence: Sentence, speech: Predicate) -> bool:
    """Whether something is settled: "negotiators agreed on Tuesday that the guns should be drawn back"."""
    settles = speech.lemma in ("agree", "decide") and speech.tense == "past" and not speech.negated
    return settles and any(p.governor == speech.at and p.finite and p.modal for p in sentence.predicates)


def _is_claim(sentence: Sentence, speech: Predicate) -> bool:
    """Whether someone named claims something: "On Friday Netanyahu said he had no qualms"."""
    said = any(p.governor == speech.at and p.finite for p in sentence.predicates)
    said = said or said_before(sentence, speech) is not None
    low, high = (sentence.words[k].start for k in speech.subject) if speech.subject != (0, 0) else (0, 0)
    named = any(low <= a.start_char < high for a in sentence.actors) or is_known(sentence, speech)
    told = speech.tense == "past" and not speech.negated
    if speech.passive:  # "A promise of membership was repeated ten days ago"
        subject = {w.low for w in sentence.words[slice(*speech.subject)]}
        return told and speech.lemma in _SAID_AGAIN and not subject.isdisjoint(_SAID)
    return told and said and named and speech.lemma not in ("show", "reveal", "suggest", "indicate", "know")


_SAID_AGAIN = frozenset("repeat reiterate renew restate".split())
_SAID = frozenset("promise pledge demand call offer warning threat appeal invitation ultimatum".split())
"""What is said that is of note whenever it is said."""


def goes_on_to(sentence: Sentence, speech: Predicate) -> Predicate | None:
    """What someone does beside saying something: "said on Tuesday it was theirs and accused the West"."""
    for other in sentence.predicates:
        if other.at <= speech.at or not other.finite or other.opener or other.subject != speech.subject:
            continue
        if (
            other.kind in ("plainspeech", "state")
            or other.tense != speech.tense
            or other.modal
            or other.passive
        ):
            continue
        if not sentence.is_dated(other):
            return other
    return None


def _is_result(predicate: Predicate) -> bool:
    """Whether a plain verb tells what came of something: "said that 12 bodies were found"."""
    done = predicate.tense == "past" and predicate.kind == "plain" and not predicate.modal
    done = done and not predicate.perfect and predicate.lemma not in _FEELING
    return done and not predicate.negated and (predicate.passive or predicate.lemma in _FINDING)


_FEELING = frozenset(
    """
    convince concern worry satisfy please disappoint prepare determine shock sadden appal alarm surprise
    delight encourage interest commit oppose involve base aim design intend need require suppose impress
    """.split()
)
"""What someone is said to be rather than to have had done to him: "said he was convinced"."""
_ANNOUNCING = frozenset("say tell add report".split())
_FINDING = frozenset("find discover locate identify recover retrieve unearth uncover".split())


def _said(sentence: Sentence, speech: Predicate, when: When, published: date | None) -> Iterator[Dated]:
    """What was said on a day to have happened, happened then; an intention told is an announcement."""
    content = [p for p in sentence.predicates if p.governor == speech.at and p.finite]
    goes_on = sentence.words[speech.begin].low in ("and", "but")  # "…, and in May the group reported a loss"
    if not content and not goes_on:
        content = [p for p in sentence.predicates if p.begin < speech.begin and p.finite and not p.opener]
    told = [t for t in sentence.timexes if t.when is not None and t.when != when]
    for predicate in content:
        words = sentence.words
        if any(words[predicate.begin].start <= t.start_char < words[predicate.end - 1].end for t in told):
            continue
        light = predicate.kind in ("plain", None) and own_kind(sentence, predicate) is None
        light = light and not (predicate.perfect and not predicate.opener and someone(sentence, predicate))
        light = light and not (speech.lemma in _ANNOUNCING and _is_result(predicate))
        if told_status(words, predicate) is Status.DENIED and not predicate.opener:
            yield trigger_of(sentence, predicate), when, Status.DENIED
            return
        refused = predicate.negated and someone(sentence, speech)
        if (predicate.kind in ("plainspeech", "state", "speech") or light) and not (
            refused and predicate.modal
        ):
            continue
        trigger = trigger_of(sentence, predicate)
        if refused or (predicate.modal in ("will", "would", "shall") and someone(sentence, speech)):
            yield (
                Trigger(words[speech.at], speech.at, trigger.kind, speech, whole=True),
                when,
                Status.HAPPENED,
            )
            return
        if predicate.tense == "past" or predicate.perfect:
            yield trigger, when, status_of(words, predicate, speech, when, trigger.kind, published)
            return

"""Tolls told without a date → the day of the attack that the article tells elsewhere.

"At least 82 were killed, officials said" is of the bombing on Friday, wherever in the report that stands.
"""

from collections.abc import Container, Iterable
from dataclasses import replace
from datetime import date, timedelta

from timeline.events.parts import Sentence, Trigger
from timeline.events.words import HARMS, NUMBERS
from timeline.model import Mention, Status, When

_HARMS = HARMS | {"perish"}
_RECENT = timedelta(days=7)


def tells_toll(sentence: Sentence, trigger: Trigger) -> bool:
    """Whether a verb only says whom something harmed: "82 people were killed"."""
    predicate = trigger.predicate
    harms = predicate is not None and predicate.lemma in _HARMS and predicate.passive
    return harms and trigger.kind == "attack" and not _is_of_attack(sentence, trigger)


def tells_of_known(sentence: Sentence, trigger: Trigger) -> bool:
    """Whether a verb tells what an attack did that has been named: "The car bomb attack killed 253"."""
    begin = trigger.predicate.subject[0] if trigger.predicate else 0
    new = NUMBERS | {"a", "an", "another", "more"}
    return _is_of_attack(sentence, trigger) and sentence.words[begin].low not in new


def _is_of_attack(sentence: Sentence, trigger: Trigger) -> bool:
    subject = trigger.predicate.subject if trigger.predicate else (0, 0)
    return trigger.kind == "attack" and any(sentence.noun_kind(k) == "attack" for k in range(*subject))


def of_attack(
    mentions: Iterable[Mention], tolls: Container[int], known: Container[int], published: date | None
) -> list[Mention]:
    """Mentions, those whose triggers begin at `tolls` or `known` moved to the day of the attack.

    A toll is of the only attack of the week before; what a known attack did, else of the only one told.
    """
    found = list(mentions)
    days = {day for day in map(_day_of_attack, found) if day is not None}
    late = {day for day in days if published and published - _RECENT <= day <= published}
    if published in days:
        return found

    def moved(mention: Mention) -> Mention:
        at, undated = mention.trigger_start, mention.timex is None and mention.when.begin == published
        of = (late or days) if at in known else late if at in tolls else set()
        if not undated or len(of) != 1:
            return mention
        (day,) = of
        why = f"no date is told; the article tells of an attack on {day}, which this is of"
        return replace(mention, when=When(day, day), why=why)

    return [moved(mention) for mention in found]


def _day_of_attack(mention: Mention) -> date | None:
    when, told = mention.when, mention.timex is not None and mention.status is Status.HAPPENED
    return when.begin if told and mention.kind == "attack" and when.begin == when.end else None

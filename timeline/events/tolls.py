"""Tolls told without a date → the day of the attack that the article tells elsewhere.

"At least 82 were killed, officials said" is of the bombing on Friday, wherever in the report that stands.
"""

from collections.abc import Container, Iterable
from dataclasses import replace
from datetime import date, timedelta

from timeline.events.parts import Sentence, Trigger
from timeline.events.words import NUMBERS
from timeline.model import Mention, Status, When

_HARMS = frozenset("kill die wound injure hurt perish".split())
_RECENT = timedelta(days=7)


def tells_toll(sentence: Sentence, trigger: Trigger) -> bool:
    """Whether a verb only says whom something harmed, or "the attack" what it did."""
    predicate = trigger.predicate
    if predicate is None or trigger.kind != "attack":
        return False
    begin, end = predicate.subject
    of_attack = any(sentence.noun_kind(k) == "attack" for k in range(begin, end))
    known = begin < end and sentence.words[begin].low not in NUMBERS | {"a", "an", "another", "more"}
    return known if of_attack else predicate.lemma in _HARMS and predicate.passive


def of_attack(mentions: Iterable[Mention], tolls: Container[int], published: date | None) -> list[Mention]:
    """Mentions, those whose triggers begin at `tolls` moved to the only day of late that an attack has."""
    found = list(mentions)
    days = {when.begin for when in map(_day_of_attack, found) if when is not None}
    late = {day for day in days if day and published and published - _RECENT <= day <= published}
    if len(late) != 1 or published in late:
        return found
    (day,) = late
    why = f"no date is told; the article tells of an attack on {day}, to which the toll belongs"
    return [
        replace(m, when=When(day, day), why=why)
        if m.timex is None and m.trigger_start in tolls and m.when.begin == published
        else m
        for m in found
    ]


def _day_of_attack(mention: Mention) -> When | None:
    when, told = mention.when, mention.timex is not None and mention.status is Status.HAPPENED
    return when if told and mention.kind == "attack" and when.begin and when.begin == when.end else None

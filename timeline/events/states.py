"""A state that is told with its date: "the bridge will be ready by June", "were without power on Friday".

Most of what only is (an age, a rank, a likeness) is no occurrence; which states are is listed in
`lexicons/states.tsv`, with the kind of each.
"""

from timeline.events.asides import noun_before
from timeline.events.lexicon import Form, states
from timeline.events.parts import Sentence, Trigger
from timeline.events.predicate import Predicate
from timeline.events.words import PREPOSITIONS, is_adverb


def state_told(sentence: Sentence, predicate: Predicate) -> Trigger | None:
    """The state that a verb of being tells of its date; None where it tells none."""
    words = sentence.words
    if predicate.negated:
        return None
    if predicate.lemma == "last" and words[min(predicate.at + 1, len(words) - 1)].low in _UP_TO:
        return Trigger(words[predicate.at], predicate.at, "other", predicate)
    if predicate.lemma != "be":
        return None
    at = predicate.at + 1
    while at < predicate.end and is_adverb(words[at].low):
        at += 1
    for length in range(_LONGEST, 0, -1):
        kind = states().get(" ".join(w.low for w in words[at : at + length]))
        if kind is not None and at + length <= predicate.end:
            last = at + length - 1
            return Trigger(words[last], predicate.at, kind, predicate)
    person = [
        a for a in sentence.actors if a.kind == "person" and _in_subject(sentence, predicate, a.start_char)
    ]
    where = next(
        (p for p in sentence.places if at + 1 < len(words) and p.start_char == words[at + 1].start), None
    )
    if person and where is not None and words[at].low in ("in", "at"):
        return Trigger(words[at + 1], predicate.at, "visit", predicate)
    return None


def state_beside(sentence: Sentence, comma: int, end: int) -> Trigger | None:
    """The state of what stands before a comma, up to a date after it: "Jan Duda, in office since May"."""
    words = sentence.words
    subject = noun_before(words, comma, sentence.predicates)
    for length in range(_LONGEST, 0, -1):
        at = comma + length
        kind = states().get(" ".join(w.low for w in words[comma + 1 : at + 1])) if at < end else None
        if kind is not None and subject != (0, 0):
            being = Form("be", frozenset(), "state")
            held = Predicate(at, comma + 1, being, "present", begin=comma + 1, end=end, subject=subject)
            return Trigger(words[at], at, kind, held)
    return None


def _in_subject(sentence: Sentence, predicate: Predicate, start: int) -> bool:
    begin, end = predicate.subject
    return begin < end and sentence.words[begin].start <= start < sentence.words[end - 1].end


_UP_TO = frozenset("until till through into".split())
_LONGEST = 4
"""Words of the longest state."""


def is_due(sentence: Sentence, predicate: Predicate) -> bool:
    """Whether something is due or expected at a date, no verb after: "a report is due within 30 days"."""
    words, at = sentence.words, predicate.at
    while predicate.lemma == "be" and at + 2 < len(words) and is_adverb(words[at + 1].low):
        at += 1  # "is now due"
    if predicate.lemma == "be" and at + 1 < len(words) and words[at + 1].low == "due":
        at += 1
    elif not (predicate.passive and predicate.lemma in ("expect", "schedule", "plan", "set")):
        return False
    after = at + 1
    while (
        after < len(words)
        and after not in sentence.timed
        and (words[after].low in PREPOSITIONS or words[after].text[0].isupper())
    ):
        after += 1  # "is due in Mali on Friday"
    return after > at and after in sentence.timed

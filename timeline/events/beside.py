"""Clauses that take their date from a clause or an expression beside them.

"arrived and met", "the incident of 25 November, in which ships were seized", "12 February, the day on
which they agreed".
"""

from collections.abc import Mapping
from dataclasses import replace

from timeline.calendar import granule
from timeline.events.parts import Sentence, trigger_of
from timeline.events.predicate import Predicate
from timeline.events.status import told_status
from timeline.events.told import REAL, Told
from timeline.events.words import POINTS, UNITS_OF_TIME
from timeline.model import Status, Timex, When


def same_date(
    sentence: Sentence, predicate: Predicate, other: Predicate, known: Mapping[int, Told]
) -> Told | None:
    """The date of another clause, where both are told in the same tense."""
    source = known.get(other.at) or next(
        (known[p.at] for p in sentence.predicates if _goes_with(p, other) and p.at in known), None
    )
    planned = predicate.modal and predicate.modal == other.modal  # "will open a fair and receive guests"
    arranged = predicate.modal == "will" and other.tense == "infinitive"  # "are to fly …, and he will visit"
    if source is None or source.status not in (REAL if not (planned or arranged) else (Status.PLANNED,)):
        return None
    if (predicate.tense, predicate.perfect) != (other.tense, other.perfect) and not arranged:
        return None
    why = f"told beside “{sentence.words[other.at].text}”, which has its date"
    denied = told_status(sentence.words, predicate) is Status.DENIED
    status = Status.DENIED if denied else source.status
    return replace(source, trigger=trigger_of(sentence, predicate), beside=why, status=status)


def _goes_with(predicate: Predicate, light: Predicate) -> bool:
    """Whether a verb is what another begins or plans: "began evacuating", "was ordered to leave"."""
    inside = predicate.begin == light.begin and predicate.tense == "participle" and predicate.at > light.at
    reduced = predicate.passive and predicate.tense == "participle"  # "vowed that the war begun in May …"
    return (predicate.governor == light.at and not reduced) or inside


def told_in_which(
    sentence: Sentence, predicate: Predicate, known: Mapping[int, Told], news: When | None
) -> Told | None:
    """What a relative clause tells of the date or the dated occurrence that it goes on about."""
    if (timex := _timex_in_which(sentence, predicate)) is not None:
        return of_timex(sentence, predicate, timex, news)
    return _of_the_day(sentence, predicate, known) or _noun_in_which(sentence, predicate, known)


def _timex_in_which(sentence: Sentence, predicate: Predicate) -> Timex | None:
    """The date of what a clause goes on about: "the incident of 25 November, in which ships were seized".

    So is "12 February, the day on which they met".
    """
    words, at = sentence.words, predicate.begin - 1
    point = words[at].low == "at" and words[min(predicate.begin + 1, len(words) - 1)].low in POINTS
    if predicate.opener == "which" and at > 0 and (words[at].low in ("in", "during") or point):
        return timex_before(sentence, predicate._replace(begin=at))
    day = _the_day(sentence, predicate)
    return timex_before(sentence, predicate._replace(begin=day)) if day else None


def _the_day(sentence: Sentence, predicate: Predicate) -> int:
    """Where "the day" stands that a clause is about: "the day on which they met", "the week when"; else 0."""
    words, at = sentence.words, predicate.begin - 1
    if predicate.opener not in ("which", "when", "that") or at < 2:
        return 0
    at -= predicate.opener == "which" and words[at].low in ("on", "in")
    return at - 1 if words[at].low in UNITS_OF_TIME and words[at - 1].low == "the" else 0


def _of_the_day(sentence: Sentence, predicate: Predicate, known: Mapping[int, Told]) -> Told | None:
    """What was on a day just told of: "It insisted on Tuesday; that was the day on which he rang"."""
    words, begin = sentence.words, predicate.begin
    if (
        predicate.opener == "which"
        and begin > 1
        and [w.low for w in words[begin - 2 : begin]] == ["and", "on"]
    ):
        first = next((p for p in reversed(sentence.predicates) if p.at < begin and p.opener == "which"), None)
        return same_date(sentence, predicate, first, known) if first is not None else None
    day = _the_day(sentence, predicate)
    be = next((p for p in sentence.predicates if p.at == day - 1 and p.lemma == "be"), None) if day else None
    told = [t for at, t in known.items() if be is not None and at < be.at and t.status in REAL]
    points = be is not None and (be.opener == "that" or words[be.subject[0]].low in ("that", "this", "it"))
    if not points or not told:
        return None
    why = f"of “the {words[day + 1].text}”, whose date is told before"
    return replace(told[-1], trigger=trigger_of(sentence, predicate), beside=why)


def _noun_in_which(sentence: Sentence, predicate: Predicate, known: Mapping[int, Told]) -> Told | None:
    """The date of what a clause goes on about: "last month's trip, during which he met Mr Carter"."""
    at = predicate.begin - 1
    if predicate.opener != "which" or at < 1 or sentence.words[at].low not in ("in", "during"):
        return None
    near = [t for k, t in known.items() if at - _NEAR < k < at and t.trigger.predicate is None]
    if not near or near[-1].status not in REAL or predicate.tense != "past":
        return None
    why = f"of “{near[-1].trigger.word.text}”, which has its date"
    return replace(near[-1], trigger=trigger_of(sentence, predicate), beside=why)


def of_timex(sentence: Sentence, predicate: Predicate, timex: Timex, news: When | None) -> Told | None:
    """The date right before "when": "since late February, when armed men took over the parliament".

    The present tense tells what is to come: "next Tuesday, when Russia marks the victory".
    """
    when = timex.when
    if when is not None and when.begin is None and when.end is not None:  # "until April, when she conceded"
        when = When(*granule(when.precision, when.end), when.precision, "within", when.approximate)
    if when is None or when.begin is None:
        return None
    ahead = news is not None and news.end is not None and when.begin > news.end
    to_come = ahead and predicate.tense in ("present", "future") and not predicate.perfect
    if predicate.tense != "past" and not to_come:
        return None
    if when.end is None:
        begin, end = when.begin, granule(when.precision, when.begin)[1]
        when = When(begin, end, when.precision, "within", when.approximate, when.time)
    why = f"“{predicate.opener}” tells of “{timex.text}”"
    status = Status.PLANNED if to_come else Status.HAPPENED
    return Told(trigger_of(sentence, predicate), when, status, timex, why)


def timex_before(sentence: Sentence, predicate: Predicate) -> Timex | None:
    """The dated expression that a clause follows at once."""
    at = predicate.begin - 1
    at -= at > 0 and sentence.words[at].low in (",", "–", "—")
    if at not in sentence.timed:
        return None
    word = sentence.words[at]
    return next((t for t in sentence.timexes if t.when and t.start_char <= word.start < t.end_char), None)


_NEAR = 8

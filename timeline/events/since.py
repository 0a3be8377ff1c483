"""What has gone on since a date, and what is to start on one: "since December", "starting on Tuesday"."""

import re
from collections.abc import Iterator
from datetime import date, timedelta

from timeline.calendar import granule
from timeline.events.dated_clause import predicate_of
from timeline.events.dated_nouns import begins_since, is_supposed, noun_of
from timeline.events.dated_verbs import told_by
from timeline.events.firsts import is_first_since
from timeline.events.parts import Sentence, Trigger, noun_before, trigger_of
from timeline.events.predicate import Predicate
from timeline.events.states import state_beside
from timeline.events.told import Dated
from timeline.events.words import RELATIVES
from timeline.model import Status, Timex, When


def since(sentence: Sentence, when: When, first: int, published: date | None) -> Iterator[Dated]:
    """Since December: going on; the first call since December: the one before was then."""
    assert when.begin is not None
    before = noun_before(sentence, first - 1) if is_first_since(sentence, first) else None
    predicate = _trying_to(sentence, _going_on(sentence, predicate_of(sentence, first, first + 1)))
    if (last_one := before or _none_since(sentence, predicate)) is not None:
        begin, end = granule(when.precision, when.begin)
        then = When(begin, end, when.precision, "within", when.approximate, when.time)
        yield last_one, then, Status.HAPPENED
        return
    if predicate is not None and (held := _held_in_aside(sentence, predicate, first)) is not None:
        if predicate.lemma not in _ENDING:
            yield trigger_of(sentence, held), when, Status.ONGOING
        return
    if predicate is not None and (aside := _aside_of(sentence, predicate, first)) is not None:
        if (state := state_beside(sentence, aside, first)) is not None and predicate.lemma not in _ENDING:
            yield state, when, Status.ONGOING
        return
    if predicate is not None and _still_is(sentence, predicate):
        yield trigger_of(sentence, predicate), when, Status.ONGOING
        return
    if predicate is not None and _is_held(sentence, predicate):
        yield trigger_of(sentence, predicate), when, Status.ONGOING
        return
    if predicate is None or not predicate.finite or is_first_since(sentence, first):
        return
    between = (p for p in sentence.predicates if predicate.at < p.at < first)
    if any(sentence.words[p.first].low == "having" for p in between):
        return  # "were accused of having taken bribes since 1991"
    reported = sentence.predicate_at(predicate.governor)
    if (
        reported is None
        and predicate.perfect
        and predicate.tense == "past"
        and published
        and when.begin <= published
    ):
        if when.precision != "time":  # "had been there since November": over by now
            end = _ended(sentence, predicate, first, when.begin, published)
            over = When(when.begin, end, when.precision, "throughout", when.approximate)
            yield trigger_of(sentence, predicate), over, Status.HAPPENED
        return
    ahead_of_us = predicate.tense == "future" and published is not None and when.begin > published
    yield trigger_of(sentence, predicate), when, Status.PLANNED if ahead_of_us else Status.ONGOING


def noun_since(
    sentence: Sentence, when: When, first: int, last: int, published: date | None
) -> Iterator[Dated]:
    """The occurrence that something has gone on from: "since Sunday's election", "since the 2 May raid"."""
    noun = noun_of(sentence, first, last)
    if noun is not None and noun.word.low and when.begin is not None and published is not None:
        begin, end = granule(when.precision, when.begin)
        if end <= published and not is_supposed(sentence, noun):
            yield noun, When(begin, end, when.precision, "within", when.approximate), Status.HAPPENED


def _none_since(sentence: Sentence, predicate: Predicate | None) -> Trigger | None:
    """The last of what has not been since: "No such meeting has been held since October 2016"."""
    if predicate is None:
        return None
    begin, end = predicate.subject
    if begin >= end or sentence.words[begin].low != "no" or not predicate.perfect or not predicate.passive:
        return None
    at = next((k for k in range(end - 1, begin, -1) if sentence.noun_kind(k)), 0)
    kind = sentence.noun_kind(at) if at else None
    return Trigger(sentence.words[at], at, kind, None) if kind else None


def _held_in_aside(sentence: Sentence, main: Predicate, first: int) -> Predicate | None:
    """What goes on in an aside before the verb: "Ms Kos, a pilot held in Mali since June, has written"."""
    opens, closes = _commas_around(sentence, first)
    held = (p for p in sentence.predicates if opens < p.at < first and p.passive and p.tense == "participle")
    return next(held, None) if opens > 0 and closes < main.at else None


def _aside_of(sentence: Sentence, predicate: Predicate, first: int) -> int | None:
    """The comma before a date that stands without a verb in an aside: "Jan Duda, in office since May, …"."""
    opens, closes = _commas_around(sentence, first)
    verbs = (p for p in sentence.predicates if opens < p.at < closes)
    return opens if opens > 0 and predicate.at > closes and next(verbs, None) is None else None


def _commas_around(sentence: Sentence, at: int) -> tuple[int, int]:
    """The comma before a word, 0 where there is none, and the one after it, or the end of the sentence."""
    words = sentence.words
    opens = next((k for k in range(at, 0, -1) if words[k].low == ","), 0)
    return opens, next((k for k in range(at, len(words)) if words[k].low == ","), len(words))


_ENDING = frozenset(
    "lift end expire lapse close cancel scrap abolish repeal revoke resign release free".split()
)
"""What is no longer so once it is told: "The ban, in force since 2014, was lifted"."""


def _still_is(sentence: Sentence, aside: Predicate) -> bool:
    """Whether a participle between commas is still so: "The airport, closed since May, is not to reopen"."""
    words = sentence.words
    if aside.tense != "participle" or not aside.passive or words[aside.first - 1].low != ",":
        return False
    main = next((p for p in sentence.predicates if p.at > aside.at and p.finite and not p.opener), None)
    if main is None or main.lemma in _ENDING:
        return False
    return main.tense in ("present", "future") and words[aside.end - 1].low == ","


def _is_held(sentence: Sentence, aside: Predicate) -> bool:
    """Whether someone is kept so, by a participle between commas: "Jan Duda, held since May, fell ill"."""
    words = sentence.words
    apart = aside.first > 0 and words[aside.first - 1].low == "," and words[aside.end - 1].low == ","
    main = next((p for p in sentence.predicates if p.at > aside.at and p.finite and not p.opener), None)
    if main is not None and main.lemma in _ENDING:
        return False
    return apart and aside.tense == "participle" and aside.passive and aside.lemma in _KEEPING


_KEEPING = frozenset("hold detain imprison jail keep station base deploy besiege occupy blockade".split())


def _ended(sentence: Sentence, lasting: Predicate, first: int, begin: date, published: date) -> date:
    """When it ended what had gone on: "which had barred them since 12 May, was completed on 24 May"."""
    since = sentence.words[first].start
    later = [t.when for t in sentence.timexes if t.when is not None and t.start_char > since]
    day = later[0].end if len(later) == 1 and later[0].begin == later[0].end else None
    return day if day is not None and lasting.opener in RELATIVES and begin <= day <= published else published


_A_WEEK = 7


def starting(sentence: Sentence, timex: Timex, first: int, published: date | None) -> list[Dated]:
    """What is to start on a day, and for how long: "hold a two-day meeting starting on Tuesday"."""
    words, when = sentence.words, timex.when
    starts = {w.low for w in words[max(0, first - 2) : first]} & {"starting", "beginning"}
    before = [p for p in sentence.predicates if p.finite and p.at < first and not p.perfect]
    predicate = before[-1] if before else None
    if when is None or when.begin is None or not starts or predicate is None:
        return []
    begin = when.begin
    if predicate.tense in ("present", "future") and published and begin < published:
        if (published - begin).days > _A_WEEK:
            return []
        begin += timedelta(days=_A_WEEK)
    if when.precision in ("month", "year", "season"):  # "to begin flights starting in April 2027"
        first_of = When(*granule(when.precision, begin), when.precision)
        return list(told_by(sentence, predicate, first_of, published))
    lasting = next((re.match(r"P(\d+)D", t.value) for t in sentence.timexes if t.type == "DURATION"), None)
    end = begin + timedelta(days=int(lasting[1]) - 1 if lasting else 0)
    return list(told_by(sentence, predicate, When(begin, end, "day", "within"), published))


def _going_on(sentence: Sentence, predicate: Predicate | None) -> Predicate | None:
    """The verb that has gone on: "Since 1985, when they created a zone, 200 soldiers have been killed"."""
    if predicate is None or predicate.perfect or predicate.opener not in ("when", "which", "who"):
        return predicate
    return next((p for p in sentence.predicates if p.perfect and not p.opener), predicate)


def _trying_to(sentence: Sentence, predicate: Predicate | None) -> Predicate | None:
    """The verb around what someone has been at since: "have been trying to capture it since August"."""
    if predicate is None or predicate.tense != "infinitive":
        return predicate
    around = sentence.predicate_at(predicate.governor)
    return around if around is not None and around.finite and around.perfect else predicate


def gone_on_since(
    sentence: Sentence, noun: Trigger, predicate: Predicate | None, when: When
) -> Iterator[Dated]:
    """What is told beside a noun that "since" leads to: "has been searched since the May 1998 killing"."""
    if predicate is None or predicate.at > noun.index or when.begin is None or when.precision == "time":
        return
    if not begins_since(sentence, noun) or is_first_since(sentence, noun.index):
        return
    open_ended = When(when.begin, None, when.precision, "since", when.approximate)
    yield trigger_of(sentence, predicate), open_ended, Status.ONGOING

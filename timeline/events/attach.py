"""A sentence and its temporal expressions → what each of them dates: a verb or a noun, when, and how real."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from timeline.calendar import granule
from timeline.events.days import a_year_on, ahead, already, deadline, not_yet, only_plans
from timeline.events.lexicon import event_nouns, verb_forms
from timeline.events.parts import (
    Sentence,
    Trigger,
    carried_noun,
    noun_before,
    noun_in,
    own_kind,
    perceives,
    someone,
    trigger_of,
)
from timeline.events.status import status_of
from timeline.events.tokens import Word
from timeline.events.verbs import Predicate
from timeline.events.words import ADVERBS, AUX_BE, AUX_HAVE, DETERMINERS, MODALS, PLANNING, PREPOSITIONS
from timeline.model import Status, Timex, When

_FIRST_SINCE = re.compile(
    r"\b(?:first|biggest|largest|worst|deadliest|highest|lowest|latest|heaviest|longest)\b[^.;]{0,80}\bsince\b"
)


_JOINING = frozenset("for in on of at from during since after before following between by late early".split())


_FRONT = 6
"""A noun among so many first words only sets the scene: "At a summit in Brussels on Thursday, leaders …"."""


_OLD_DAYS = 7
"""What someone said longer ago than this is told because it mattered."""


def joined(timexes: Sequence[Timex], text: str) -> list[Timex]:
    """Temporal expressions, neighbouring days that "and" joins made one: "on Tuesday and Wednesday"."""
    out: list[Timex] = []
    for timex in timexes:
        last = out[-1] if out else None
        if last and last.when and timex.when and text[last.end_char : timex.start_char].strip() == "and":
            a, b = last.when, timex.when
            if (
                a.shape == b.shape == "within"
                and a.precision == b.precision == "day"
                and a.end
                and b.begin
                and b.end
            ) and 0 < (b.begin - a.end).days <= 1:
                both = text[last.start_char : timex.end_char]
                when = When(a.begin, b.end)
                why = f"{last.why}; and the day after"
                out[-1] = replace(last, end_char=timex.end_char, text=both, when=when, why=why)
                continue
        out.append(timex)
    return out


Dated = tuple[Trigger, When, Status]


def dated(sentence: Sentence, timex: Timex, published: date | None) -> Iterator[Dated]:
    """What a temporal expression dates, at most two occurrences."""
    if timex.type == "SET":
        return
    first, last = _span(sentence.words, timex)
    when = timex.when
    if when is None:
        yield from _to_come(sentence, timex, first, published)
        return
    if when.shape == "since":
        yield from _since(sentence, when, first, published)
        return
    if (
        _names_year_of_thing(sentence, when, first)
        or _is_verb(sentence, first)
        or _names_games(sentence, last)
    ):
        return
    possessed = _noun_after(sentence, first, last)
    if possessed is not None:
        if possessed.word.low:
            yield possessed, when, _noun_status(sentence, possessed, when, published)
        return
    predicate = _predicate_of(sentence, first, last)
    joins = first > 0 and sentence.words[first - 1].low in _JOINING
    free = predicate is not None and predicate.modal == "would" and not joins
    noun = noun_before(sentence, first - joins) if joins or free else None
    if noun is not None and _is_called(sentence, noun, predicate, first):
        yield noun, a_year_on(when, timex, published), Status.PLANNED
        return
    fronted = noun is not None and noun.index <= _FRONT and sentence.words[0].low in ("at", "in", "during")
    if fronted and predicate is not None and predicate.at > last:
        told = list(_of_predicate(sentence, predicate, when, published))
        if told:
            yield from told
            return
    past = bool(published and when.end and when.end < published)
    if noun is not None and _noun_is_meant(sentence, noun, predicate, past=past):
        yield noun, when, _noun_status(sentence, noun, when, published)
        if (
            predicate is not None
            and _begins_since(sentence, noun)
            and when.begin
            and when.precision != "time"
        ):
            open_ended = When(when.begin, None, when.precision, "since", when.approximate)
            yield trigger_of(sentence, predicate), open_ended, Status.ONGOING
        return
    if predicate is None:
        if noun := noun_in(sentence, first):
            yield noun, when, _noun_status(sentence, noun, when, published)
        return
    when = already(
        predicate,
        timex,
        not_yet(
            predicate,
            sentence.predicate_at(predicate.governor),
            timex,
            when,
            published,
            sentence.words[first - 1].low if first else "",
        ),
        published,
    )
    yield from _of_predicate(sentence, predicate, deadline(when, sentence, first, published), published)
    yield from _held_beside(sentence, last, when, published)


def _to_come(sentence: Sentence, timex: Timex, first: int, published: date | None) -> Iterator[Dated]:
    """What a length dates that counts from publication: "could invade within 48 hours"."""
    inside = [p for p in sentence.predicates if p.begin <= first < p.end and p.at < first]
    if timex.type != "DURATION" or not first or not inside:
        return
    when = ahead(timex, sentence.words[first - 1].low, inside[-1], published)
    if when is not None:
        yield from _of_predicate(sentence, inside[-1], when, published)


def _held_beside(sentence: Sentence, last: int, when: When, published: date | None) -> Iterator[Dated]:
    """What else the same date dates: "visited Moscow last week, as well as talks taking place in Berlin"."""
    if any(t.start_char > sentence.words[last - 1].start and t.when for t in sentence.timexes):
        return
    for predicate in sentence.predicates:
        if predicate.tense != "participle" or predicate.at < last or predicate.lemma not in ("take", "hold"):
            continue
        if noun := noun_before(sentence, predicate.at):
            yield noun, when, _noun_status(sentence, noun, when, published)


def _is_verb(sentence: Sentence, first: int) -> bool:
    """Whether a word that may count time is a verb: "the drills are due to last two weeks"."""
    words = sentence.words
    return 0 < first < len(words) and words[first].low in ("last", "march") and words[first - 1].low == "to"


def _names_games(sentence: Sentence, last: int) -> bool:
    """Whether a season is a part of a name: "the Winter Olympics"."""
    return last < len(sentence.words) and sentence.words[last].low in (
        "olympics",
        "paralympics",
        "games",
        "palace",
    )


def _names_year_of_thing(sentence: Sentence, when: When, first: int) -> bool:
    """Whether a year only says which thing is meant: "the constitution of 2004", "the forecast for 2016"."""
    if when.precision != "year" or first < 2 or sentence.words[first - 1].low not in ("of", "for"):
        return False
    return not any(sentence.noun_kind(k) for k in range(max(0, first - 4), first - 1))


def _span(words: Sequence[Word], timex: Timex) -> tuple[int, int]:
    first = next((i for i, w in enumerate(words) if w.end > timex.start_char), len(words))
    last = next((i for i in range(first, len(words)) if words[i].start >= timex.end_char), len(words))
    return first, last


def _since(sentence: Sentence, when: When, first: int, published: date | None) -> Iterator[Dated]:
    """Since December: going on; the first call since December: the one before was then."""
    assert when.begin is not None
    before = noun_before(sentence, first - 1)
    if before is not None and _FIRST_SINCE.search(sentence.text):
        begin, end = granule(when.precision, when.begin)
        yield before, When(begin, end, when.precision, "within", when.approximate, when.time), Status.HAPPENED
        return
    predicate = _predicate_of(sentence, first, first + 1)
    if predicate is None or not predicate.finite or _FIRST_SINCE.search(sentence.text):
        return
    reported = sentence.predicate_at(predicate.governor)
    if (
        reported is None
        and predicate.perfect
        and predicate.tense == "past"
        and published
        and when.begin <= published
    ):
        if when.precision != "time":  # "had been there since November": over by now
            over = When(when.begin, published, when.precision, "throughout", when.approximate)
            yield trigger_of(sentence, predicate), over, Status.HAPPENED
        return
    yield trigger_of(sentence, predicate), when, Status.ONGOING


def _is_called(sentence: Sentence, noun: Trigger, predicate: Predicate | None, first: int) -> bool:
    """Whether a date says for when something was called: "called an election for 25 May"."""
    called = predicate is not None and predicate.lemma in (
        "call",
        "schedule",
        "set",
        "plan",
        "announce",
        "fix",
    )
    return called and sentence.words[first - 1].low == "for" and noun.index < first


def _noun_after(sentence: Sentence, first: int, last: int) -> Trigger | None:
    """The noun that a date belongs to: "Saturday's call", "the 2014 annexation".

    A date that belongs to a noun of no occurrence ("the 2015 law") dates nothing: its word is empty.
    """
    words, nouns = sentence.words, event_nouns()
    if last >= len(words):
        return None
    possessive = words[last].low in ("'s", "'")
    attributive = (
        first > 0
        and (
            words[first - 1].low in DETERMINERS
            or (words[first - 1].low in ("of", "since", "after") and words[last].low in nouns)
        )
        and words[last].low[0].isalpha()
        and words[last].low
        not in PREPOSITIONS | ADVERBS | AUX_BE | AUX_HAVE | MODALS | {"and", "or", "that", "which", "when"}
        and (words[last].low in nouns or words[last].low not in verb_forms())
    )
    if not possessive and not attributive:
        return None
    for at in range(last + possessive, min(last + possessive + 4, len(words))):
        low = words[at].low
        if low in nouns and not (at + 1 < len(words) and words[at + 1].low in nouns):
            return Trigger(words[at], at, nouns[low], None)
        if (not low[0].isalnum() and low != "-") or low in PREPOSITIONS or low in AUX_BE:
            break
    return Trigger(Word("", 0, 0, ""), -1, "other", None)


def _noun_is_meant(sentence: Sentence, noun: Trigger, predicate: Predicate | None, *, past: bool) -> bool:
    """Whether a date after a noun phrase dates that noun rather than the verb."""
    if predicate is None or predicate.kind in ("plainspeech", "state"):
        return True
    if predicate.at > noun.index:
        return True
    if predicate.modal in ("will", "would", "could", "should") and past:
        return True  # "would condemn the annexation of last month"
    words = sentence.words
    for k in range(noun.index - 1, max(predicate.at, noun.index - 7), -1):
        if words[k].low in PREPOSITIONS and words[k].low != "of":
            return words[k].low in _OTHER_TIME and not sentence.predicate_at(noun.index - 1)
    return False


_OTHER_TIME = frozenset("since after following before despite during".split())


def _begins_since(sentence: Sentence, noun: Trigger) -> bool:
    return any(w.low == "since" for w in sentence.words[max(0, noun.index - 5) : noun.index])


def _predicate_of(sentence: Sentence, first: int, last: int) -> Predicate | None:
    """The verb whose clause a date stands in."""
    useful = [p for p in sentence.predicates if _can_be_dated(p, sentence.words)]
    inside = [p for p in useful if p.begin <= first < p.end]
    before = [p for p in inside if p.at < first]
    if before and not (before[-1].at == 0 and before[-1].progressive):  # "Speaking on Sunday, he …"
        return before[-1]
    after = [p for p in inside if p.at >= last]
    if after:
        return next((p for p in after if p.finite), after[0])
    following = [p for p in useful if p.at >= last and p.finite]
    preceding = [p for p in useful if p.at < first and (p.finite or p.begin <= first - 4)]
    clause = sentence.words[first - 1].low if first else ""
    if following and (not preceding or first <= 3):
        return next((p for p in following if not p.opener), following[0])
    if preceding:
        near = preceding[-1]
        return near if clause or near.finite else next((p for p in reversed(preceding) if p.finite), near)
    return following[0] if following else (useful[-1] if useful else None)


def _can_be_dated(predicate: Predicate, words: Sequence[Word]) -> bool:
    if predicate.finite or predicate.tense == "infinitive":
        return True
    if predicate.passive and predicate.lemma in PLANNING:
        return True
    opened = words[predicate.begin].low in ("after", "before", "since", "while", "following")
    return opened or predicate.kind not in ("plain", "state", "plainspeech", None)


def _of_predicate(
    sentence: Sentence, predicate: Predicate, when: When, published: date | None
) -> Iterator[Dated]:
    future = bool(published and when.end and when.end > published)
    governor = sentence.predicate_at(predicate.governor)
    if predicate.tense == "infinitive" and governor is not None and not future and not only_plans(governor):
        predicate, governor = governor, sentence.predicate_at(governor.governor)
    planned = predicate.lemma in PLANNING and (
        predicate.tense == "participle" or (predicate.kind == "plainspeech" and predicate.passive)
    )
    if _is_of_nothing(sentence, predicate):
        return
    if planned and (noun := noun_before(sentence, predicate.first)):
        yield noun, when, Status.PLANNED
        return
    if _is_expected(sentence, predicate):
        yield replace(trigger_of(sentence, predicate), kind="visit"), when, Status.PLANNED
        return
    if predicate.kind == "plainspeech" and not perceives(sentence, predicate):
        told = list(_said(sentence, predicate, when, published))
        past = published is not None and when.end is not None and (published - when.end).days > _OLD_DAYS
        if not told and past and someone(sentence, predicate):
            told = [(replace(trigger_of(sentence, predicate), whole=True), when, Status.HAPPENED)]
        if not told and (then := _goes_on_to(sentence, predicate)):
            told = [(trigger_of(sentence, then), when, Status.HAPPENED)]
        yield from told
        return
    trigger = trigger_of(sentence, predicate)
    if predicate.kind == "state" and (
        _is_it(sentence, predicate) or carried_noun(sentence, predicate) is None
    ):
        return
    if predicate.kind == "speech" and not (
        someone(sentence, predicate) and not _warns_of(sentence, predicate, published)
    ):
        return
    status = status_of(sentence.words, predicate, governor, when, trigger.kind, published)
    yield replace(trigger, whole=trigger.kind == "statement"), when, status
    if predicate.opener == "since" and when.begin and when.precision != "time":
        main = next(
            (p for p in sentence.predicates if not p.opener and p.perfect and p.tense == "present"), None
        )
        if main is not None and not main.negated:
            yield (
                trigger_of(sentence, main),
                When(when.begin, None, when.precision, "since", when.approximate),
                Status.ONGOING,
            )


def _is_expected(sentence: Sentence, predicate: Predicate) -> bool:
    """Whether someone is expected somewhere: "is expected in Moscow on Sunday"."""
    if predicate.lemma != "expect" or not predicate.passive or not someone(sentence, predicate):
        return False
    after = sentence.words[predicate.at + 1].low if predicate.at + 1 < len(sentence.words) else ""
    return after in ("in", "at")


def _goes_on_to(sentence: Sentence, speech: Predicate) -> Predicate | None:
    """What someone does beside saying something: "said on Tuesday it was theirs and accused the West"."""
    for other in sentence.predicates:
        if other.at <= speech.at or not other.finite or other.opener or other.subject != speech.subject:
            continue
        if other.kind in ("plainspeech", "state") or other.tense != speech.tense or other.modal:
            continue
        low, high = sentence.words[other.begin].start, sentence.words[other.end - 1].end
        if not any(low <= t.start_char < high and t.when for t in sentence.timexes):
            return other
    return None


def _is_of_nothing(sentence: Sentence, predicate: Predicate) -> bool:
    """Whether no more is told than that something is: "what has happened today"."""
    begin, end = predicate.subject
    return predicate.lemma in ("happen", "occur") and any(
        w.low in ("what", "here", "it", "this") for w in sentence.words[begin:end]
    )


def _is_it(sentence: Sentence, predicate: Predicate) -> bool:
    begin, end = predicate.subject
    return end - begin == 1 and sentence.words[begin].low in ("it", "this", "that", "there")


def _warns_of(sentence: Sentence, predicate: Predicate, published: date | None) -> bool:
    """Whether a warning names the time of what it warns of, which then dates it."""
    return predicate.lemma in ("warn", "fear") and any(
        t.when and t.when.begin and published and t.when.begin > published for t in sentence.timexes
    )


def _said(sentence: Sentence, speech: Predicate, when: When, published: date | None) -> Iterator[Dated]:
    """What was said on a day to have happened, happened then; an intention told is an announcement."""
    content = [p for p in sentence.predicates if p.governor == speech.at and p.finite]
    if not content:
        content = [p for p in sentence.predicates if p.begin < speech.begin and p.finite and not p.opener]
    told = [t for t in sentence.timexes if t.when is not None and t.when != when and t.type != "DURATION"]
    for predicate in content:
        words = sentence.words
        if any(words[predicate.begin].start <= t.start_char < words[predicate.end - 1].end for t in told):
            continue
        light = predicate.kind in ("plain", None) and own_kind(sentence, predicate) is None
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


def _noun_status(sentence: Sentence, noun: Trigger, when: When, published: date | None) -> Status:
    return status_of(sentence.words, None, None, when, noun.kind, published)

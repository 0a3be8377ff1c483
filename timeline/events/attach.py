"""A sentence and its temporal expressions → what each of them dates: a verb or a noun, when, and how real."""

import re
from calendar import day_name
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from timeline.calendar import granule
from timeline.events.actors import NamedActor
from timeline.events.clauses import Predicate, Word
from timeline.events.lexicon import event_nouns, verb_forms
from timeline.events.places import NamedPlace
from timeline.events.status import status_of
from timeline.events.words import ADVERBS, AUX_BE, AUX_HAVE, DETERMINERS, MODALS, PLANNING, PREPOSITIONS
from timeline.model import Status, Timex, When

KIND_OF_CLASS = {
    "speech": "statement",
    "plainspeech": "statement",
    "plain": "other",
    "state": "other",
    None: "other",
}
_FIRST_SINCE = re.compile(
    r"\b(?:first|biggest|largest|worst|deadliest|highest|lowest|latest|heaviest|longest)\b[^.;]{0,80}\bsince\b"
)
_JOINING = frozenset("for in on of at from during since after before following between by late early".split())
_NOUN_REACH = 8
_FRONT = 6
"""A noun among so many first words only sets the scene: "At a summit in Brussels on Thursday, leaders …"."""
_OLD_DAYS = 7
"""What someone said longer ago than this is told because it mattered."""


@dataclass(frozen=True, slots=True)
class Subject:
    """Who or what a sentence is about, for the pronoun that follows."""

    text: str
    names: tuple[str, ...]
    person: bool


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence with everything that was found in it."""

    text: str
    start: int
    end: int
    words: Sequence[Word]
    predicates: Sequence[Predicate]
    timexes: Sequence[Timex]
    actors: Sequence[NamedActor]
    places: Sequence[NamedPlace]
    quoted: frozenset[int] = frozenset()
    """The words inside quotation marks."""
    timed: frozenset[int] = frozenset()
    """The words of temporal expressions."""
    lead: bool = False
    """Whether it stands at the head of the article."""
    before: "Subject | None" = None
    """The subject of the sentence before, for a pronoun."""

    def noun_kind(self, at: int) -> str | None:
        """The kind of the occurrence that a word names as a noun: "talks", but not the month of "March"."""
        word = self.words[at]
        return None if at in self.timed or word.text == "March" else event_nouns().get(word.low)

    def predicate_at(self, at: int | None) -> Predicate | None:
        """The predicate whose verb is a word."""
        return next((p for p in self.predicates if p.at == at), None)


@dataclass(frozen=True, slots=True)
class Trigger:
    """The word that names an occurrence: a predicate's verb, or a noun."""

    word: Word
    index: int
    kind: str
    predicate: Predicate | None
    whole: bool = False
    """Whether what is said belongs to it: "said it would withdraw"."""


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
    when = timex.when
    if when is None or timex.type == "SET":
        return
    first, last = _span(sentence.words, timex)
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
    noun = _noun_before(sentence, first - 1) if first and sentence.words[first - 1].low in _JOINING else None
    if noun is not None and _is_called(sentence, noun, predicate, first):
        yield noun, _a_year_on(when, timex, published), Status.PLANNED
        return
    fronted = noun is not None and noun.index <= _FRONT and sentence.words[0].low in ("at", "in", "during")
    if fronted and predicate is not None and predicate.at > last:
        told = list(_of_predicate(sentence, predicate, when, published))
        if told:
            yield from told
            return
    if noun is not None and _noun_is_meant(sentence, noun, predicate):
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
        if noun := _noun_in(sentence, first):
            yield noun, when, _noun_status(sentence, noun, when, published)
        return
    when = _already(
        predicate,
        timex,
        _not_yet(predicate, sentence.predicate_at(predicate.governor), timex, when, published),
        published,
    )
    yield from _of_predicate(sentence, predicate, _deadline(when, sentence, first, published), published)
    yield from _held_beside(sentence, last, when, published)


def _held_beside(sentence: Sentence, last: int, when: When, published: date | None) -> Iterator[Dated]:
    """What else the same date dates: "visited Moscow last week, as well as talks taking place in Berlin"."""
    if any(t.start_char > sentence.words[last - 1].start and t.when for t in sentence.timexes):
        return
    for predicate in sentence.predicates:
        if predicate.tense != "participle" or predicate.at < last or predicate.lemma not in ("take", "hold"):
            continue
        if noun := _noun_before(sentence, predicate.at):
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


def trigger_of(sentence: Sentence, predicate: Predicate) -> Trigger:
    """The trigger that a predicate is; a light verb takes the kind of the noun it carries."""
    kind = KIND_OF_CLASS.get(predicate.kind) or str(predicate.kind)
    if (
        predicate.lemma == "strike"
        and (noun := carried_noun(sentence, predicate))
        and noun.kind == "agreement"
    ):
        kind = noun.kind  # "struck a deal"
    elif predicate.kind in ("plain", "state", None) or (
        predicate.kind == "plainspeech" and predicate.passive
    ):
        kind = own_kind(sentence, predicate) or kind
    if kind == "attack" and any(w.low in _NATURE for w in sentence.words[slice(*predicate.subject)]):
        kind = "other"
    return Trigger(sentence.words[predicate.at], predicate.at, kind, predicate)


_NATURE = frozenset(
    """
    earthquake quake storm hurricane typhoon cyclone tsunami flood floods tornado lightning avalanche
    """.split()
)


def own_kind(sentence: Sentence, predicate: Predicate) -> str | None:
    """The kind of what a light verb leads to: "began to shell", "held talks"."""
    for later in sentence.predicates:
        if (
            later.governor == predicate.at
            and predicate.lemma in _BEGINNING
            and later.kind not in KIND_OF_CLASS
        ):
            return later.kind
    noun = carried_noun(sentence, predicate)
    return noun.kind if noun else None


_BEGINNING = frozenset("begin start continue help manage move".split())


def carried_noun(sentence: Sentence, predicate: Predicate) -> Trigger | None:
    """The noun that says what happened beside a light verb: "held talks", "the vote took place"."""
    begin, end = predicate.subject
    places = [*range(predicate.at + 1, min(predicate.at + 7, predicate.end)), *range(end - 1, begin - 1, -1)]
    for at in places:
        kind = sentence.noun_kind(at)
        if kind and sentence.words[at - 1].low != "to":
            return Trigger(sentence.words[at], at, kind, None)
    return None


def _span(words: Sequence[Word], timex: Timex) -> tuple[int, int]:
    first = next((i for i, w in enumerate(words) if w.end > timex.start_char), len(words))
    last = next((i for i in range(first, len(words)) if words[i].start >= timex.end_char), len(words))
    return first, last


def _since(sentence: Sentence, when: When, first: int, published: date | None) -> Iterator[Dated]:
    """Since December: going on; the first call since December: the one before was then."""
    assert when.begin is not None
    before = _noun_before(sentence, first - 1)
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


def _a_year_on(when: When, timex: Timex, published: date | None) -> When:
    """A day without a year that something was called for lies ahead."""
    if (
        published is None
        or not when.begin
        or not when.end
        or when.end >= published
        or _YEAR.search(timex.text)
    ):
        return when
    try:
        begin, end = when.begin.replace(year=when.begin.year + 1), when.end.replace(year=when.end.year + 1)
    except ValueError:  # 29 February
        return when
    return replace(when, begin=begin, end=end) if begin >= published else when


def _already(predicate: Predicate, timex: Timex, when: When, published: date | None) -> When:
    """A day or month without a year of what has happened is the latest one."""
    told = predicate.tense == "past" and not predicate.modal and not predicate.passive
    if (
        not told
        or predicate.lemma in PLANNING
        or when.precision not in ("day", "month")
        or _YEAR.search(timex.text)
    ):
        return when
    if (
        not published
        or not when.begin
        or not when.end
        or when.begin <= published
        or not _MONTH.search(timex.text)
    ):
        return when
    try:
        return replace(
            when,
            begin=when.begin.replace(year=when.begin.year - 1),
            end=when.end.replace(year=when.end.year - 1),
        )
    except ValueError:  # 29 February
        return when


_YEAR = re.compile(r"\d{4}")
_MONTH = re.compile(r"\b(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)")


def _not_yet(
    predicate: Predicate, governor: Predicate | None, timex: Timex, when: When, published: date | None
) -> When:
    """A bare weekday of what may, will or is to happen is the next one."""
    ahead = predicate.modal in ("may", "might", "could", "will") and not predicate.perfect
    if predicate.tense == "infinitive" and governor is not None and governor.tense == "present":
        ahead = not governor.perfect and _only_plans(governor)
    if not ahead or when.precision != "day" or timex.text.title() not in day_name:
        return when
    if published and when.begin and when.end and when.end < published:
        return replace(when, begin=when.begin + timedelta(days=7), end=when.end + timedelta(days=7))
    return when


def _deadline(when: When, sentence: Sentence, first: int, published: date | None) -> When:
    """A deadline runs from publication to its day."""
    before = sentence.words[first - 1].low if first else ""
    end = when.end
    if published is None or end is None or not (when.shape == "until" or before in ("by", "until", "till")):
        return when
    if end > published:
        return When(published, end, "day", "within")
    if when.shape == "until" and end == published:
        return When(end, end)
    return when


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


def _noun_before(sentence: Sentence, at: int) -> Trigger | None:
    """The noun of an occurrence whose phrase ends in a date: "the seizure of Crimea in 2014"."""
    verbs = {p.at for p in sentence.predicates}
    for k in range(at - 1, max(-1, at - 1 - _NOUN_REACH), -1):
        low = sentence.words[k].low
        if k in verbs or low in (",", ";", "(", ")", ":", "that"):
            return None
        kind = sentence.noun_kind(k)
        if kind and (k == 0 or sentence.words[k - 1].low not in ("to", "will")):
            return Trigger(sentence.words[k], k, kind, None)
    return None


def _noun_in(sentence: Sentence, first: int) -> Trigger | None:
    named = [(k, kind) for k in range(len(sentence.words)) if (kind := sentence.noun_kind(k))]
    if not named:
        return None
    at, kind = min(named, key=lambda found: abs(found[0] - first))
    return Trigger(sentence.words[at], at, kind, None)


def _noun_is_meant(sentence: Sentence, noun: Trigger, predicate: Predicate | None) -> bool:
    """Whether a date after a noun phrase dates that noun rather than the verb."""
    if predicate is None or predicate.kind in ("plainspeech", "state"):
        return True
    if predicate.at > noun.index:
        return True
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
    if predicate.tense == "infinitive" and governor is not None and not future and not _only_plans(governor):
        predicate, governor = governor, sentence.predicate_at(governor.governor)
    planned = predicate.tense == "participle" and predicate.lemma in PLANNING
    if planned and (noun := _noun_before(sentence, predicate.at)):
        yield noun, when, Status.PLANNED
        return
    if predicate.kind == "plainspeech":
        told = list(_said(sentence, predicate, when, published))
        past = published is not None and when.end is not None and (published - when.end).days > _OLD_DAYS
        if not told and past and someone(sentence, predicate):
            told = [(replace(trigger_of(sentence, predicate), whole=True), when, Status.HAPPENED)]
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


def _is_it(sentence: Sentence, predicate: Predicate) -> bool:
    begin, end = predicate.subject
    return end - begin == 1 and sentence.words[begin].low in ("it", "this", "that", "there")


def _only_plans(governor: Predicate) -> bool:
    """Whether a verb says no more than that another is planned: "plans to visit", "was to visit"."""
    return governor.kind == "state" or (governor.lemma in PLANNING and governor.kind in ("plain", None))


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


def someone(sentence: Sentence, predicate: Predicate) -> bool:
    """Whether the subject is someone who can be named: an actor, a proper name, an institution."""
    begin, end = predicate.subject
    if begin == end:
        return False
    words = sentence.words[begin:end]
    low, high = words[0].start, words[-1].end
    if any(low <= actor.start_char < high for actor in sentence.actors):
        return True
    if words[-1].low in _NOBODY or words[0].low in _NOBODY:
        return False
    return any(w.text[0].isupper() and (begin + i > 0) for i, w in enumerate(words)) or any(
        w.low in _INSTITUTIONS for w in words
    )


_NOBODY = frozenset(
    """
        he she it they we i you who which that this analysts experts sources observers critics witnesses
        some many others people
        """.split()
)
_INSTITUTIONS = frozenset(
    """
    government ministry minister president parliament court judge police army military navy troops forces
    soldiers rebels separatists militants gunmen protesters demonstrators officials authorities prosecutors
    lawmakers senate council commission committee leaders ministers company bank union residents rescuers
    firefighters voters parties party opposition officers fighters insurgents activists workers senators
    deputies mayor governor airline
    """.split()
)


def _noun_status(sentence: Sentence, noun: Trigger, when: When, published: date | None) -> Status:
    return status_of(sentence.words, None, None, when, noun.kind, published)

"""An article → its mentions: what it says happened, is going on, is planned or warned of, and when."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from timeline.calendar import granule
from timeline.events.actors import NamedActor, find_actors
from timeline.events.clauses import (
    AUX_BE, PLANNING, RELATIVES, SPEECH, SUBORDINATORS, Predicate, Word, predicates, words_of,
)  # fmt: skip
from timeline.events.lexicon import event_nouns
from timeline.events.places import NamedPlace, find_places
from timeline.events.sentences import sentences
from timeline.events.titles import title_of
from timeline.events.merge import merge
from timeline.model import Article, Event, Mention, Status, Timex, When
from timeline.temporal import tag

STRONG_SPEECH = frozenset(
    "warn urge demand accuse condemn denounce threaten announce declare admit deny reject refuse vow pledge promise apologise apologize appeal propose offer invite summon recall confirm blame call".split()
)
WARNING = frozenset("warn fear threaten threat risk intelligence imminent".split())
STATIVE = frozenset(
    "be have remain include consist contain seem appear stand live know want need like stay lie own cost mean keep face depend".split()
)
CONTENT_AFTER = frozenset("that".split())


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence with everything that was found in it."""

    text: str
    start: int
    end: int
    words: list[Word]
    predicates: list[Predicate]
    timexes: list[Timex]
    actors: list[NamedActor]
    places: list[NamedPlace]


@dataclass(frozen=True, slots=True)
class Trigger:
    """The word that names an occurrence: a predicate's verb, or a noun."""

    word: Word
    index: int
    kind: str
    predicate: Predicate | None


def find_mentions(article: Article, timexes: Sequence[Timex] | None = None) -> list[Mention]:
    """The dated statements of an article, in the order of the text."""
    text = article.reading_text
    if timexes is None:
        timexes = tag(text, article.published, article.language, article.published_time)
    actors = find_actors(text, article.published)
    places = find_places(text)
    out: list[Mention] = []
    told: When | None = None
    for start, end in sentences(text):
        words = words_of(text, start, end)
        if len(words) < 4:
            told = _heading(timexes, start, end) or told
            continue
        sentence = Sentence(
            text[start:end], start, end, words, predicates(words),
            [t for t in timexes if start <= t.start_char < end],
            [a for a in actors if start <= a.start_char < end],
            [p for p in places if start <= p.start_char < end],
        )  # fmt: skip
        out += mentions_of(sentence, article)
    return _distinct(out)


def _heading(timexes: Sequence[Timex], start: int, end: int) -> When | None:
    return next((t.when for t in timexes if start <= t.start_char < end and t.when), None)


def extract(article: Article) -> list[Event]:
    """The dated events of one article, its repeated mentions of the same occurrence joined."""
    return merge(find_mentions(article), {article.id: article})


def mentions_of(sentence: Sentence, article: Article) -> list[Mention]:
    """The mentions of one sentence: what its timexes date, then what it reports as the news of the day."""
    out: list[Mention] = []
    used: set[int] = set()
    for timex in sentence.timexes:
        if (
            timex.when is None
            or timex.type == "SET"
            or (timex.type == "DURATION" and timex.begin_point is None)
        ):
            continue
        for trigger, when, status in _dated(sentence, timex, article):
            if trigger.index in used:
                continue
            used.add(trigger.index)
            out.append(_mention(sentence, article, trigger, when, status, timex))
    if article.published is not None:
        for trigger in _news(sentence, used):
            when = When(article.published, article.published)
            out.append(_mention(sentence, article, trigger, when, Status.HAPPENED, None))
    return out


def _dated(sentence: Sentence, timex: Timex, article: Article) -> list[tuple[Trigger, When, Status]]:
    assert timex.when is not None
    first = next(
        (i for i, w in enumerate(sentence.words) if w.start >= timex.start_char), len(sentence.words)
    )
    last = next((i for i, w in enumerate(sentence.words) if w.start >= timex.end_char), len(sentence.words))
    noun = _noun_of(sentence, first, last)
    predicate = _predicate_of(sentence, first, last)
    out: list[tuple[Trigger, When, Status]] = []
    if timex.when.shape == "since":
        if _is_first_since(sentence) and (noun := _noun_before(sentence, first, 8)):
            begin = timex.when.begin
            assert begin is not None
            return [(noun, _granule(timex.when), Status.HAPPENED)]
        if predicate is not None:
            return [(_trigger(sentence, predicate), timex.when, Status.ONGOING)]
        return []
    since = noun is not None and any(
        w.low == "since" for w in sentence.words[max(0, noun.index - 5) : noun.index]
    )
    if noun is not None:
        out.append((noun, timex.when, _status(sentence, predicate, timex, article, noun)))
        if since and predicate is not None and timex.when.begin is not None:
            open_ended = When(timex.when.begin, None, timex.when.precision, "since", timex.when.approximate)
            if timex.when.precision != "time":
                out.append((_trigger(sentence, predicate), open_ended, Status.ONGOING))
        return out
    if predicate is not None:
        trigger = _trigger(sentence, predicate)
        when = timex.when
        if when.shape == "until" and article.published and when.end and when.end >= article.published:
            when = (
                When(article.published, when.end, "day", "within")
                if when.end > article.published
                else When(when.end, when.end)
            )
        out.append((trigger, when, _status(sentence, predicate, timex, article, trigger)))
    return out


def _granule(when: When) -> When:
    assert when.begin is not None
    begin, end = granule(when.precision, when.begin)
    return When(begin, end, when.precision, "within", when.approximate, when.time)


def _is_first_since(sentence: Sentence) -> bool:
    """The first call since December": the one before was in December."""
    return (
        re.search(
            r"\b(?:first|biggest|largest|worst|deadliest|highest|latest)\b[^.;]{0,80}\bsince\b", sentence.text
        )
        is not None
    )


def _noun_of(sentence: Sentence, first: int, last: int) -> Trigger | None:
    """The event noun that a timex dates directly: "the seizure of Crimea in 2014", "the 2014 annexation"."""
    nouns = event_nouns()
    low = [w.low for w in sentence.words]
    for at in range(last, min(last + 4, len(low))):  # "Saturday's call", "the 2014 referendum"
        if low[at] in nouns and all(
            k in ("'s", "s", "'", "’") or low_is_adjective(low[k_i])
            for k_i, k in enumerate(low[last:at], last)
        ):
            if last < len(low) and (low[last] in ("'s", "s") or at == last or low[first - 1] in ("the", "a")):
                if low[first - 1 : first] and low[first - 1] in ("in", "on", "since", "by", "until"):
                    break
                return Trigger(sentence.words[at], at, nouns[low[at]], None)
        if low[at] in (",", ".", ";"):
            break
    if first and low[first - 1] in ("in", "on", "of", "at", "from", "during"):
        return _noun_before(sentence, first - 1, 7)
    return None


def low_is_adjective(word: str) -> bool:
    """A word that may stand between a date and its noun."""
    return word not in ("the", "a", "and", "to", "of", "in", "on", "was", "is", "had", "that", ",")


def _noun_before(sentence: Sentence, first: int, reach: int) -> Trigger | None:
    nouns = event_nouns()
    verbs = {p.at for p in sentence.predicates if p.tense in ("past", "present", "future", "infinitive")}
    for at in range(first - 1, max(-1, first - 1 - reach), -1):
        low = sentence.words[at].low
        if at in verbs or low in (",", ";", "(", ")", "that"):
            return None
        if low in nouns and sentence.words[at - 1].low not in ("to", "will"):
            return Trigger(sentence.words[at], at, nouns[low], None)
    return None


def _predicate_of(sentence: Sentence, first: int, last: int) -> Predicate | None:
    """The verb whose clause a timex stands in."""
    finite = [p for p in sentence.predicates if p.tense != "participle"]
    inside = [p for p in finite if p.begin <= first < p.end]
    before = [p for p in inside if p.at < first]
    if before:
        best = before[-1]
        if (
            _is_speech(best)
            and (later := [p for p in finite if p.at > last and p.begin <= last + 12])
            and sentence.words[best.at].low != "announced"
        ):
            return best if best.form.lemma in STRONG_SPEECH else later[0]
        return best
    after = [p for p in inside if p.at >= first]
    if after:
        return after[0]
    following = [p for p in finite if p.at >= last and not p.opener]
    if first <= 3 and following:
        return following[0]
    preceding = [p for p in finite if p.at < first]
    if preceding:
        return preceding[-1]
    return following[0] if following else None


def _is_speech(predicate: Predicate) -> bool:
    return predicate.form.lemma in SPEECH or predicate.form.lemma in STRONG_SPEECH


def _trigger(sentence: Sentence, predicate: Predicate) -> Trigger:
    return Trigger(sentence.words[predicate.at], predicate.at, predicate.form.kind or "other", predicate)


def _status(
    sentence: Sentence, predicate: Predicate | None, timex: Timex, article: Article, trigger: Trigger
) -> Status:
    lows = {w.low for w in sentence.words}
    warned = (
        any(word.startswith(("warn", "threat", "fear")) for word in lows)
        or "intelligence" in lows
        or "imminent" in lows
    )
    future = bool(
        article.published and timex.when and timex.when.begin and timex.when.begin > article.published
    )
    if predicate is None:
        return (Status.WARNED if warned else Status.PLANNED) if future else Status.HAPPENED
    if "denied" in lows and predicate.form.lemma != "deny":
        return Status.DENIED
    modal = predicate.modal
    if modal in ("could", "may", "might", "can"):
        return (
            Status.WARNED
            if warned or trigger.kind in ("military", "attack") or future
            else Status.HYPOTHETICAL
        )
    if (
        modal in ("will", "shall", "'ll", "would", "should", "must")
        or predicate.tense == "infinitive"
        and future
    ):
        return (
            Status.WARNED
            if warned and trigger.kind in ("military", "attack", "annexation")
            else Status.PLANNED
        )
    if predicate.opener in ("if", "unless"):
        return Status.HYPOTHETICAL
    if future:
        return Status.WARNED if warned else Status.PLANNED
    if predicate.progressive and predicate.tense == "present":
        return Status.ONGOING
    return Status.HAPPENED


def _news(sentence: Sentence, used: set[int]) -> list[Trigger]:
    """What a sentence reports as the news of the day: a main clause in the simple past, by someone named."""
    out = []
    for predicate in sentence.predicates:
        if predicate.at in used or predicate.quoted or predicate.negated or predicate.modal:
            continue
        if (
            predicate.tense != "past"
            or predicate.perfect
            or predicate.progressive
            or predicate.form.kind is None
        ):
            continue
        if sentence.words[predicate.begin].low in ("including", "such", "with", "among"):
            continue
        if predicate.opener and predicate.opener not in ("as", "while", "after", "when"):
            continue
        if predicate.form.lemma in STATIVE or _is_speech(predicate) and predicate.form.lemma != "speak":
            continue
        if predicate.form.kind == "other":
            continue
        if (
            not any(a.start_char < sentence.words[predicate.at].start for a in sentence.actors)
            and predicate.at > 14
        ):
            continue
        out.append(_trigger(sentence, predicate))
    return out[:1]


def _mention(
    sentence: Sentence, article: Article, trigger: Trigger, when: When, status: Status, timex: Timex | None
) -> Mention:
    begin, end = _clause(sentence, trigger)
    actors = [a for a in sentence.actors if begin <= a.start_char < end]
    if not actors:
        actors = [a for a in sentence.actors if a.start_char < end][-2:]
    names = tuple(dict.fromkeys(a.name for a in actors))
    place = next((p.place for p in sentence.places if p.locative and begin <= p.start_char < end), None)
    why = (
        timex.why
        if timex
        else f"no date is told; the article of {article.published} reports it as the news of the day"
    )
    confidence = (timex.confidence * (0.95 if trigger.predicate else 0.9)) if timex else 0.6
    return Mention(
        article.id, sentence.text, sentence.start, sentence.end, trigger.word.text, trigger.word.start, trigger.word.end,
        title_of(sentence, trigger), when, status, trigger.kind, names, place, timex, why, round(confidence, 3),
    )  # fmt: skip


def _clause(sentence: Sentence, trigger: Trigger) -> tuple[int, int]:
    """The characters of the clause that a trigger stands in."""
    if trigger.predicate is None:
        low = max(0, trigger.index - 6)
        high = min(len(sentence.words) - 1, trigger.index + 8)
        return sentence.words[low].start, sentence.words[high].end
    return sentence.words[trigger.predicate.begin].start, sentence.words[trigger.predicate.end - 1].end


def _distinct(mentions: list[Mention]) -> list[Mention]:
    seen: set[tuple[int, int]] = set()
    out = []
    for mention in mentions:
        key = (mention.trigger_start, mention.trigger_end)
        if key not in seen:
            seen.add(key)
            out.append(mention)
    return out

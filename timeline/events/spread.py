"""What a sentence dates → what stands beside it: the same days in a joined clause, days away in a counted.

"met on Monday and agreed", "was killed when gunmen stormed the base", "signed it two days after they voted":
one expression dates both verbs, and only where the second has no date of its own.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import pairwise

from timeline.calendar import granule
from timeline.events.days import days_on
from timeline.events.parts import Sentence, Trigger, noun_after, own_kind, perceives, same_harm, trigger_of
from timeline.events.tokens import Word
from timeline.events.verbs import Predicate
from timeline.events.words import DETERMINERS, RELATIVES
from timeline.model import Status, Timex, When


@dataclass(frozen=True, slots=True)
class Told:
    """What is dated: by which expression (None: by the news of the day), and when."""

    trigger: Trigger
    when: When
    status: Status
    timex: Timex | None
    beside: str = ""
    """How a date that is not its own came to it, in words."""


_REAL = (Status.HAPPENED, Status.ONGOING)
_AT_ONCE = frozenset("when as while".split())
_LINKS = frozenset(("and", "but", ";"))
_COUNTED = frozenset("after before since".split())
_AWAY = re.compile(r"P(T?)(\d+|X)([DWMYHS])")
_SLIGHT = frozenset("fail express shake manage try seem continue put tend bid".split())
"""Verbs that tell little beside another: "met but failed to agree", "spoke and expressed concern"."""
_WEAK = frozenset("plain state plainspeech statement speech".split())


def spread(
    sentence: Sentence, told: Mapping[int, Told], news: When | None, last: When | None
) -> Iterator[Told]:
    """What takes its date from `told`, by the place of its word.

    `news` is the day of what has no date, `last` the last date that the text told before.
    """
    known = dict(told)
    for _ in range(2):  # a clause beside a clause beside a date
        for at, predicate in enumerate(sentence.predicates):
            if predicate.at in known or not _is_open(sentence, predicate):
                continue
            found = (
                _since_then(sentence, predicate, known, last)
                or _beside(sentence, at, known)
                or _counted(sentence, at, known, news)
            )
            if found is not None:
                known[predicate.at] = found
                yield found
    for noun in (*_counted_nouns(sentence, known, news), *_nouns_after(sentence, known)):
        if noun.trigger.index not in known:
            known[noun.trigger.index] = noun
            yield noun


def _is_open(sentence: Sentence, predicate: Predicate) -> bool:
    """Whether a verb tells an occurrence that has no date of its own yet."""
    if predicate.negated or predicate.modal or predicate.at in sentence.quoted:
        return False
    listed = predicate.passive and predicate.finite and predicate.first == predicate.at
    if predicate.tense == "infinitive" or listed:  # "were rammed, fired on and boarded" is told once
        return False
    if predicate.kind == "state" and (
        predicate.lemma not in _STAYING or _ever_since(sentence, predicate) is None
    ):
        return False
    if predicate.kind == "plainspeech" and not perceives(sentence, predicate):
        return False
    if predicate.lemma in _SLIGHT and own_kind(sentence, predicate) is None:
        return False
    counted = predicate.opener in _COUNTED and predicate.progressive
    if not (predicate.finite or counted) or (predicate.subject == (0, 0) and not counted):
        return False
    return not sentence.is_dated(predicate)


def _beside(sentence: Sentence, at: int, known: Mapping[int, Told]) -> Told | None:
    predicate, words = sentence.predicates[at], sentence.words
    before = _told_before(sentence, at)
    after = next((p for p in sentence.predicates[at + 1 :] if p.finite), None)
    if before is not None and same_harm(predicate, before):
        return None
    if after is not None and after.opener in _AT_ONCE and after.begin == predicate.end:
        return _same(sentence, predicate, after, known)  # "was killed when gunmen stormed the base"
    linking = {words[predicate.begin].low, words[max(0, predicate.begin - 1)].low}
    if linking & _LINKS and not predicate.opener and (shared := _joined_to(sentence, at, before, known)):
        return _same(sentence, predicate, shared, known)
    if (met := _met(sentence, at)) is not None:
        return _same(sentence, predicate, met, known)  # "leaders who met on Thursday agreed"
    if (timex := _timex_in_which(sentence, predicate)) is not None:
        return _of_timex(sentence, predicate, timex)
    if predicate.opener in _AT_ONCE:
        if (timex := _timex_before(sentence, predicate)) is not None:
            return _of_timex(sentence, predicate, timex)
        main = before if predicate.begin else _main_after(sentence, at)
        return _same(sentence, predicate, main, known) if main is not None else None
    if predicate.opener == "where" and before is not None and predicate.begin >= before.end:
        return _same(sentence, predicate, before, known)  # "gathered at the embassy, where a car burned"
    if predicate.opener in ("after", "before"):
        return _around(sentence, predicate, before, known)
    if after is None or after.opener or after.subject != predicate.subject:
        return None
    closely = words[after.begin - 1].low == "and" and words[after.begin - 2].low != ","
    return _same(sentence, predicate, after, known) if closely else None


def _joined_to(
    sentence: Sentence, at: int, before: Predicate | None, known: Mapping[int, Told]
) -> Predicate | None:
    """The verb that "and" goes on from, past what it said: "says there will be a vote and endorses him"."""
    subject = sentence.predicates[at].subject
    told = [p for p in reversed(sentence.predicates[:at]) if p.at in known and p.finite]
    same = next((p for p in told if p.subject == subject or not p.opener), before)
    return before if before is not None and before.at in known else same


def _met(sentence: Sentence, at: int) -> Predicate | None:
    """The meeting at which something is done, told in a relative clause of who does it."""
    predicate = sentence.predicates[at]
    last = sentence.predicates[at - 1] if at else None
    if last is None or predicate.opener or last.opener not in ("who", "which") or last.kind != "talks":
        return None
    return last if predicate.subject[0] < last.at < predicate.first else None


def _around(
    sentence: Sentence, predicate: Predicate, before: Predicate | None, known: Mapping[int, Told]
) -> Told | None:
    """What came right before or after: "after gunmen stormed the base", "before chairing a meeting"."""
    if before is None or is_counted(sentence, predicate):
        return None
    if predicate.progressive and own_kind(sentence, predicate):
        told = _same(sentence, replace(predicate, tense=before.tense), before, known)
        return told and replace(told, trigger=trigger_of(sentence, predicate))
    near = known.get(before.at)
    clause = [w.low for w in sentence.words[predicate.begin : predicate.end]]
    apart = "day" in clause or "week" in clause  # "after a tanker moored there the day before"
    simple = predicate.opener == "after" and predicate.tense == "past" and not predicate.perfect and not apart
    if not simple or near is None or not (_is_day(near.when) or near.when.precision == "month"):
        return None
    weak = trigger_of(sentence, predicate).kind in _WEAK
    return None if weak else _same(sentence, predicate, before, known)


def _goes_with(predicate: Predicate, light: Predicate) -> bool:
    """Whether a verb is what another begins or plans: "began evacuating", "was ordered to leave"."""
    inside = predicate.begin == light.begin and predicate.tense == "participle" and predicate.at > light.at
    return predicate.governor == light.at or inside


def _same(
    sentence: Sentence, predicate: Predicate, other: Predicate, known: Mapping[int, Told]
) -> Told | None:
    """The date of another clause, where both are told in the same tense."""
    source = known.get(other.at) or next(
        (known[p.at] for p in sentence.predicates if _goes_with(p, other) and p.at in known), None
    )
    if source is None or source.status not in _REAL:
        return None
    if (predicate.tense, predicate.perfect) != (other.tense, other.perfect):
        return None
    why = f"told beside “{sentence.words[other.at].text}”, which has its date"
    return replace(source, trigger=trigger_of(sentence, predicate), beside=why)


def _since_then(
    sentence: Sentence, predicate: Predicate, known: Mapping[int, Told], last: When | None
) -> Told | None:
    """What has gone on since the date that was told before: "1,000 people have died since then"."""
    if not predicate.perfect or predicate.tense != "present":
        return None
    if (pair := _ever_since(sentence, predicate)) is None:
        return None
    before = [t for at, t in known.items() if at < predicate.at and t.status in _REAL]
    when = before[-1].when if before else last
    if when is None or when.begin is None:
        return None
    open_ended = When(when.begin, None, "day" if when.precision == "time" else when.precision, "since")
    why = f"“{pair[0].text} {pair[1].text}”: since {when.edtf}, told before"
    return Told(trigger_of(sentence, predicate), open_ended, Status.ONGOING, None, why)


def _ever_since(sentence: Sentence, predicate: Predicate) -> tuple[Word, Word] | None:
    """The words that say that something has gone on: "since then"."""
    words = sentence.words[predicate.begin : predicate.end]
    return next(((a, b) for a, b in pairwise(words) if (a.low, b.low) in _SINCE_THEN), None)


_STAYING = frozenset("remain stay live".split())
_SINCE_THEN = {("since", "then"), ("ever", "since")}


def _of_timex(sentence: Sentence, predicate: Predicate, timex: Timex) -> Told | None:
    """The date right before "when": "since late February, when armed men took over the parliament"."""
    when = timex.when
    if when is None or when.begin is None or predicate.tense != "past":
        return None
    if when.end is None:
        begin, end = when.begin, granule(when.precision, when.begin)[1]
        when = When(begin, end, when.precision, "within", when.approximate, when.time)
    why = f"“{predicate.opener}” tells of “{timex.text}”"
    return Told(trigger_of(sentence, predicate), when, Status.HAPPENED, timex, why)


def _counted(sentence: Sentence, at: int, known: Mapping[int, Told], news: When | None) -> Told | None:
    """A clause so long after or before another: "a day after an airliner was brought down"."""
    predicate = sentence.predicates[at]
    if predicate.opener not in _COUNTED or predicate.perfect:
        return None
    away = _away(sentence, predicate.begin)
    if away is None:
        return None
    main = _finite_before(sentence, at)
    if main is None:  # "a day before it began, he spoke": of what comes first the day is not the news's
        main, news = _main_after(sentence, at), None
    base = _right_before(sentence, away) or _base(main, known, news)
    return _told_away(trigger_of(sentence, predicate), base, away, predicate.opener)


def _told_away(trigger: Trigger, base: When | None, away: Timex | str, opener: str) -> Told | None:
    """What lies so far from a day, with the words that say so."""
    when = _moved(base, away, opener) if base is not None else None
    if base is None or when is None:
        return None
    timex = away if isinstance(away, Timex) else None
    text = timex.text if timex is not None else f"the {away}"
    why = f"“{text} {opener}” it, counted from {base.edtf}"
    return Told(trigger, when, Status.HAPPENED, timex, why)


def _counted_nouns(sentence: Sentence, known: Mapping[int, Told], news: When | None) -> Iterator[Told]:
    """An occurrence named by a noun, so long away: "two days after the referendum"."""
    words = sentence.words
    openers = {p.begin for p in sentence.predicates if p.opener in _COUNTED}
    for at in range(1, len(words) - 1):
        opener = words[at].low
        if opener not in _COUNTED or at in openers or words[at + 1].low not in DETERMINERS:
            continue
        away, noun = _away(sentence, at), noun_after(sentence, at + 1)
        if away is None or noun is None or _has_date(sentence, noun):
            continue
        near = [p for p in sentence.predicates if p.finite and not p.opener]
        main = next((p for p in reversed(near) if p.at < at), None) or next(iter(near), None)
        told = _told_away(noun, _base(main, known, news), away, opener)
        if told is not None:
            yield told


def _nouns_after(sentence: Sentence, known: Mapping[int, Told]) -> Iterator[Told]:
    """What has come right before, told for the first time: "was detained today after a raid on his home"."""
    words = sentence.words
    for at in range(1, len(words) - 1):
        if words[at].low not in ("after", "following") or words[at + 1].low not in ("a", "an"):
            continue
        main = next((p for p in reversed(sentence.predicates) if p.at < at and p.finite), None)
        noun, source = noun_after(sentence, at + 1), known.get(main.at) if main is not None else None
        if noun is None or source is None or main is None or source.status not in _REAL:
            continue
        if not _is_day(source.when) or noun.kind not in _SUDDEN or _has_date(sentence, noun):
            continue
        why = f"told as what “{words[main.at].text}”, which has its date, came right after"
        yield replace(source, trigger=noun, status=Status.HAPPENED, beside=why)


_SUDDEN = frozenset("attack military protest call talks vote".split())


def _has_date(sentence: Sentence, noun: Trigger) -> bool:
    """Whether a date follows a noun: "after the vote on 16 March"."""
    return any(t.when is not None and 0 < t.start_char - noun.word.end < 30 for t in sentence.timexes)


def _base(main: Predicate | None, known: Mapping[int, Told], news: When | None) -> When | None:
    """The day that is counted from."""
    if main is None:
        return None
    source = known.get(main.at)
    if source is not None:
        return source.when if source.status in (*_REAL, Status.PLANNED) else None
    reports = main.kind in ("plainspeech", "speech", "state") and main.tense == "past"
    return news if reports or (main.finite and main.lemma in ("come", "be", "follow")) else None


def is_counted(sentence: Sentence, predicate: Predicate) -> bool:
    """Whether a clause says how long before or after another it was, so that it is not of the same day."""
    return predicate.opener in _COUNTED and _away(sentence, predicate.begin) is not None


def _away(sentence: Sentence, at: int) -> Timex | str | None:
    """The length that stands before "after": a timex, or the unit of "the day after"."""
    words = sentence.words
    if not at:
        return None
    for timex in sentence.timexes:
        if timex.when is None and timex.type == "DURATION" and timex.end_char <= words[at].start:
            between = sentence.text[
                timex.end_char - sentence.start : words[at].start - sentence.start
            ].strip()
            if between in ("", "to the day"):
                return timex
    if words[at - 1].low in ("day", "week", "month", "year") and at > 1 and words[at - 2].low == "the":
        return words[at - 1].low
    return None


def _right_before(sentence: Sentence, away: Timex | str) -> When | None:
    """The date that a length is told beside: "since April, a month after Russia annexed Crimea"."""
    if not isinstance(away, Timex):
        return None
    for timex in sentence.timexes:
        if timex.when is not None and timex.end_char < away.start_char:
            between = sentence.text[timex.end_char - sentence.start : away.start_char - sentence.start]
            if between.strip() in (",", ""):
                return timex.when
    return None


def _moved(base: When, away: Timex | str, opener: str) -> When | None:
    """The days that lie so far from a day: exact for days, as wide as their unit for longer ones."""
    if base.begin is None:
        return None
    value = away.value if isinstance(away, Timex) else f"P1{away[0].upper()}"
    found = _AWAY.fullmatch(value)
    if found is None or (found[2] == "X" and not found[1]):
        return None
    if not _is_day(base) and (base.precision, found[3]) not in _AS_WIDE:
        return None
    sign = 1 if opener == "before" else -1
    count = 0 if found[1] or found[2] == "X" else sign * int(found[2])
    if found[1] and found[3] == "H" and found[2] != "X":
        count = sign * (int(found[2]) // 24)
    return days_on(base.begin, count, "D" if found[1] else found[3])


_AS_WIDE = {("month", "M"), ("month", "Y"), ("year", "Y"), ("week", "W")}
"""Which lengths can be counted from something wider than a day."""


def _is_day(when: When) -> bool:
    return when.begin is not None and when.begin == when.end


def _timex_before(sentence: Sentence, predicate: Predicate) -> Timex | None:
    """The dated expression that a clause follows at once."""
    at = predicate.begin - 1
    at -= at > 0 and sentence.words[at].low in (",", "–", "—")
    if at not in sentence.timed:
        return None
    word = sentence.words[at]
    return next((t for t in sentence.timexes if t.when and t.start_char <= word.start < t.end_char), None)


def _timex_in_which(sentence: Sentence, predicate: Predicate) -> Timex | None:
    """The date of what a clause goes on about: "the incident of 25 November, in which ships were seized"."""
    at = predicate.begin - 1
    if predicate.opener != "which" or at < 1 or sentence.words[at].low not in ("in", "during"):
        return None
    return _timex_before(sentence, replace(predicate, begin=at))


def _told_before(sentence: Sentence, at: int) -> Predicate | None:
    """The verb before that tells something, past "an official said" and relative clauses."""
    for predicate in reversed(sentence.predicates[:at]):
        aside = predicate.kind in ("plainspeech", "state") or predicate.opener in RELATIVES
        if predicate.finite and not aside:
            return predicate
    return None


def _finite_before(sentence: Sentence, at: int) -> Predicate | None:
    return next((p for p in reversed(sentence.predicates[:at]) if p.finite), None)


def _main_after(sentence: Sentence, at: int) -> Predicate | None:
    return next((p for p in sentence.predicates[at + 1 :] if p.finite and not p.opener), None)

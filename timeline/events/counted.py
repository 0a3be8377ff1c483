"""What lies so long before or after what is dated: "a day after an airliner was brought down"."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace

from timeline.events.beside import of_timex, timex_before
from timeline.events.days import days_on
from timeline.events.meant import is_pronoun, meant_by
from timeline.events.parts import Sentence, Trigger, noun_after, trigger_of
from timeline.events.predicate import Predicate
from timeline.events.status import is_arranged
from timeline.events.tokens import low_at
from timeline.events.told import REAL, Told, is_day
from timeline.events.words import COUNTED, DETERMINERS, RELATIVES
from timeline.model import Status, Timex, When

_AWAY = re.compile(r"P(T?)(\d+|X)([DWMYHS])")


def counted(sentence: Sentence, at: int, known: Mapping[int, Told], news: When | None) -> Told | None:
    """A clause so long after or before another: "a day after an airliner was brought down"."""
    predicate = sentence.predicates[at]
    if predicate.opener not in COUNTED:
        return None
    away = _away(sentence, predicate.begin)
    if away is None:
        return None
    main = _main_before(sentence, at, away)
    if main is None:  # "a day before it began, he spoke": of what comes first the day is not the news's
        later = [p for p in sentence.predicates[at + 1 :] if p.finite and not p.opener]
        main = next((p for p in later if p.at in known), later[0] if later else None)
        news = None
    if main is not None and main.modal and main.at not in known:
        return None  # "will come into force a month after it is signed"
    it = sentence.words[predicate.subject[0]].low == "it" and is_pronoun(sentence, predicate)
    if it and meant_by(sentence, predicate) is None:
        return None  # "A day before it began" tells nobody what began
    base = _right_before(sentence, away) or _base(main, known, news)
    return _told_away(trigger_of(sentence, predicate), base, away, predicate.opener)


def _main_before(sentence: Sentence, at: int, away: Timex | str) -> Predicate | None:
    """The verb that a length is counted from: past a first length where "and" joins another to it."""
    words = sentence.words
    before = next(
        (w.low for w in reversed(words) if isinstance(away, Timex) and w.end <= away.start_char), ""
    )
    near = [p for p in sentence.predicates[:at] if p.finite and not (before == "and" and p.opener in COUNTED)]
    said = near[-1] if near else None
    if before == "," and said is not None and said.opener in RELATIVES and words[said.begin - 1].low != ",":
        return next((p for p in reversed(near) if p.opener not in RELATIVES), said)
    return said  # "hit men who had seized it, a day after …" is counted from what was hit


def _told_away(trigger: Trigger, base: When | None, away: Timex | str, opener: str) -> Told | None:
    """What lies so far from a day, with the words that say so."""
    when = _moved(base, away, opener) if base is not None else None
    if base is None or when is None:
        return None
    timex = away if isinstance(away, Timex) else None
    text = timex.text if timex is not None else f"the {away}"
    why = f"“{text} {opener}” it, counted from {base.edtf}"
    return Told(trigger, when, Status.HAPPENED, timex, why)


def counted_nouns(sentence: Sentence, known: Mapping[int, Told], news: When | None) -> Iterator[Told]:
    """An occurrence named by a noun, so long away: "two days after the referendum"."""
    if COUNTED.isdisjoint(sentence.lows):
        return
    words = sentence.words
    openers = {p.begin for p in sentence.predicates if p.opener in COUNTED}
    for at in range(_fronted_before(sentence) + 1, len(words) - 1):
        opener = words[at].low
        if opener not in COUNTED or at in openers:
            continue
        owner = next((k for k in range(at + 2, min(at + 4, len(words))) if words[k].low == "'s"), 0)
        if not owner and words[at + 1].low not in DETERMINERS:
            continue
        away, noun = _away(sentence, at), noun_after(sentence, owner or at + 1)
        if away is None or noun is None or has_date(sentence, noun):
            continue
        near = [p for p in sentence.predicates if p.finite and not p.opener]
        main = next((p for p in reversed(near) if p.at < at), None) or next(iter(near), None)
        told = _told_away(noun, _base(main, known, news), away, opener)
        if told is not None:
            yield told


def before_told(sentence: Sentence, known: Mapping[int, Told], last: When | None) -> Iterator[Told]:
    """What came so long before what the text told last: "Three days before the vote it was revealed …"."""
    at, words = _fronted_before(sentence), sentence.words
    if not at or last is None or not is_day(last):
        return
    away, again = _away(sentence, at), low_at(words, at + 1)
    main = next((p for p in sentence.predicates if p.at > at and p.finite and not p.opener), None)
    if away is None or main is None or main.at in known or main.negated or main.kind == "state":
        return
    if again not in _AGAIN or sentence.is_dated(main) or main.tense != "past":
        return
    when = _moved(last, away, "after")
    if when is not None:
        text = away.text if isinstance(away, Timex) else f"the {away}"
        why = f"“{text} before” what is told of {last.edtf}"
        timex = away if isinstance(away, Timex) else None
        yield Told(trigger_of(sentence, main), when, Status.HAPPENED, timex, why)


_AGAIN = frozenset("the that this it he she they his her its their".split())
"""Words that begin what has been told of before."""


def _fronted_before(sentence: Sentence) -> int:
    """Where "before" stands after a length that a sentence opens with; 0 where it does not."""
    words = sentence.words
    if "before" not in sentence.lows:
        return 0
    at = next((k for k in range(1, min(_FRONT, len(words) - 1)) if words[k].low == "before"), 0)
    away = _away(sentence, at) if at else None
    return at if isinstance(away, Timex) and away.start_char == sentence.start else 0


_FRONT = 5


def counted_from(sentence: Sentence, at: int, known: Mapping[int, Told]) -> Told | None:
    """What lies so long away from a clause that has its date: "held hours before they met on 3 May"."""
    predicate = sentence.predicates[at]
    for number, later in enumerate(sentence.predicates[at + 1 :], at + 1):
        source, away = known.get(later.at), _away(sentence, later.begin)
        if later.opener not in ("after", "before") or source is None or away is None:
            continue
        if source.timex is None or source.timex is away or _finite_before(sentence, number) is not predicate:
            continue
        when = _moved(source.when, away, "before" if later.opener == "after" else "after")
        if when is not None:
            text = away.text if isinstance(away, Timex) else f"the {away}"
            why = f"“{text} {later.opener}” what is told of {source.when.edtf}"
            return Told(trigger_of(sentence, predicate), when, Status.HAPPENED, source.timex, why)
    return None


def arranged(sentence: Sentence, known: Mapping[int, Told], news: When | None) -> Iterator[Told]:
    """What is or was to be, so long away: "hours before he was due to lead a rally".

    Or on the day right before: "on Saturday, when the victims are to be buried".
    """
    for at, predicate in enumerate(sentence.predicates):
        if (then := _to_be_then(sentence, predicate, news)) is not None:
            yield then
        if predicate.kind != "state" or predicate.opener not in ("after", "before") or not at:
            continue
        planned = next((p for p in sentence.predicates if p.governor == predicate.at), None)
        away, main = _away(sentence, predicate.begin), _finite_before(sentence, at)
        if planned is None or away is None or not is_arranged(sentence.words, predicate, planned):
            continue
        told = _told_away(trigger_of(sentence, planned), _base(main, known, news), away, predicate.opener)
        if told is not None:
            yield replace(told, status=Status.PLANNED)


def _to_be_then(sentence: Sentence, be: Predicate, news: When | None) -> Told | None:
    """What is to be on the day that "when" follows."""
    if be.kind != "state" or be.opener != "when" or be.tense != "present":
        return None
    planned = next((p for p in sentence.predicates if p.governor == be.at), None)
    timex = timex_before(sentence, be)
    if planned is None or timex is None or not is_arranged(sentence.words, be, planned):
        return None
    told = of_timex(sentence, be, timex, news)
    return replace(told, trigger=trigger_of(sentence, planned)) if told is not None else None


def has_date(sentence: Sentence, noun: Trigger) -> bool:
    """Whether a date follows a noun: "after the vote on 16 March"."""
    return any(t.when is not None and 0 < t.start_char - noun.word.end < 30 for t in sentence.timexes)


def _base(main: Predicate | None, known: Mapping[int, Told], news: When | None) -> When | None:
    """The day that is counted from."""
    if main is None:
        return None
    source = known.get(main.at)
    if source is not None:
        return source.when if source.status in (*REAL, Status.PLANNED) else None
    reports = main.kind in ("plainspeech", "speech", "state") and main.tense == "past"
    return news if reports or (main.finite and main.lemma in ("come", "be", "follow")) else None


def is_counted(sentence: Sentence, predicate: Predicate) -> bool:
    """Whether a clause says how long before or after another it was, so that it is not of the same day."""
    return predicate.opener in COUNTED and _away(sentence, predicate.begin) is not None


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
    if not is_day(base) and (base.precision, found[3]) not in _AS_WIDE:
        return None
    sign = 1 if opener == "before" else -1
    count = 0 if found[1] or found[2] == "X" else sign * int(found[2])
    if found[1] and found[3] == "H" and found[2] != "X":
        count = sign * round(int(found[2]) / 24)
    return days_on(base.begin, count, "D" if found[1] else found[3])


_AS_WIDE = {("month", "M"), ("month", "Y"), ("year", "Y"), ("week", "W")}
"""Which lengths can be counted from something wider than a day."""


def _finite_before(sentence: Sentence, at: int) -> Predicate | None:
    return next((p for p in reversed(sentence.predicates[:at]) if p.finite), None)


def main_after(sentence: Sentence, at: int) -> Predicate | None:
    return next((p for p in sentence.predicates[at + 1 :] if p.finite and not p.opener), None)

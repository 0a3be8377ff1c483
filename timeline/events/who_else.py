"""Who acts or is acted on besides those whom a clause names: listed after it, in an aside, or beside it."""

import re
from collections.abc import Iterator
from itertools import pairwise

from timeline.events.meant import whom
from timeline.events.parts import Sentence
from timeline.events.predicate import Predicate
from timeline.events.tokens import low_at
from timeline.events.words import OFFICES

MUTUAL = frozenset(("talks", "call", "visit"))
"""What people do with each other: its noun shares the actors of its clause."""
_TWO = 2


def who_else(sentence: Sentence, predicate: Predicate) -> Iterator[str]:
    """Every such name, in the order of how sure it is."""
    lows = sentence.lows
    yield from _apposed(sentence, predicate)
    if "them" in lows or "including" in lows:
        yield from _among_them(sentence, predicate)
    if "with" in lows:
        yield from _met_before(sentence, predicate)
    if "by" in lows:
        yield from _led_by(sentence, predicate)
    if "them" in lows or not lows.isdisjoint(_DASHES):
        yield from _listed_after(sentence, predicate)
    if "did" in lows:
        yield from _as_did(sentence, predicate)
    if "by" in lows:
        yield from _hosts(sentence, predicate)
    if predicate.modal:
        yield from _warns_after(sentence, predicate)


def _apposed(sentence: Sentence, predicate: Predicate) -> Iterator[str]:
    """Who an officer is, between commas: "the commissioner for human rights, Jan Duda, visited"."""
    words, (begin, end) = sentence.words, predicate.subject
    if begin >= end or end + 1 >= len(words) or words[end].low != ",":
        return
    if not any(
        w.low in OFFICES | {"commissioner", "rapporteur", "coordinator", "prosecutor"}
        for w in words[begin:end]
    ):
        return
    for actor in sentence.actors:
        closed = sentence.text[actor.end_char - sentence.start :][:1] == ","
        if actor.start_char == words[end + 1].start and actor.kind == "person" and closed:
            yield actor.name


def _among_them(sentence: Sentence, predicate: Predicate) -> Iterator[str]:
    """Those named among many: "ten people, Jan Duda among them, died", or "among them Jan Duda"."""
    words, end = sentence.words, predicate.subject[1]
    if not end < predicate.first or words[end].low != ",":
        return
    lows = [w.low for w in words[end : predicate.first]]
    if ("among", "them") in pairwise(lows) or "including" in lows:
        for actor in sentence.actors:
            if words[end].start < actor.start_char < words[predicate.first].start and actor.kind == "person":
                yield actor.name


def _met_before(sentence: Sentence, predicate: Predicate) -> Iterator[str]:
    """With whom, where a sentence opens with a meeting: "In a call with Mr Duda, she agreed to talks"."""
    words = sentence.words
    opens = next((k + 1 for k in range(min(_HEADING, len(words) - 1)) if words[k].low == ":"), 0)
    if words[opens].low not in ("in", "at", "during", "after") or predicate.opener or not predicate.finite:
        return
    comma = next((k for k in range(opens + 1, min(opens + _OPENING, len(words))) if words[k].low == ","), 0)
    link = next((k for k in range(opens + 1, comma) if words[k].low == "with"), 0)
    noun = next((k for k in range(opens + 1, link) if sentence.noun_kind(k) in MUTUAL), 0)
    first = next((p for p in sentence.predicates if p.finite), None)
    if not noun or predicate.at < comma or first is not predicate:
        return
    yield from (a.name for a in sentence.actors if words[link].start < a.start_char < words[comma].start)


_HEADING = 6
"""Words of a date that heads an entry: "Aug. 19: In a call with Mr Duda, …"."""
_OPENING = 16
"""Words that such an opening may have."""


def _led_by(sentence: Sentence, predicate: Predicate) -> Iterator[str]:
    """Who leads those who act: "men commanded by Jan Duda stormed the hall"."""
    words, (begin, end) = sentence.words, predicate.subject
    for led in sentence.predicates:
        inside = begin <= led.first and led.at < predicate.first and led.at <= end
        if not inside or led.lemma not in _LEADING or low_at(words, led.at + 1) != "by":
            continue
        near = (a for a in sentence.actors if words[led.at].end < a.start_char < words[predicate.first].start)
        first = next((a for a in near if a.kind == "person"), None)
        if first is not None and first.start_char - words[led.at + 1].end < _WITH_TITLE:
            yield first.name


_LEADING = frozenset("lead command head chair".split())
_WITH_TITLE = 30
"""Characters from "by" over a title to a name."""


def _listed_after(sentence: Sentence, predicate: Predicate) -> Iterator[str]:
    """Those named of whom something is done to: "detained seven, among them Jan Duda", "two – A and B –"."""
    words, at = sentence.words, predicate.at
    stop = next((p.first for p in sentence.predicates if p.at > at and p.finite), len(words))
    for k in range(at + 2, min(stop, at + _LIST_REACH)):
        among = words[k].low == "among" and k + 1 < len(words) and words[k + 1].low == "them"
        if among and words[k - 1].text[0].isupper():  # "freed 70, the director Jan Duda among them"
            comma = next((j for j in range(k - 1, at, -1) if words[j].low == ","), k)
            low = words[comma].start
            yield from (a.name for a in sentence.actors if low < a.start_char < words[k].start)
            return
        noun = next((j for j in range(k - 1, at, -1) if j not in sentence.timed and words[j].low != "on"), at)
        dash = words[k].low in _DASHES and words[noun].text.islower() and words[noun].low.endswith("s")
        if words[k].low in (";", ":") or not (among or dash):
            continue
        end = next((j for j in range(k + 2, len(words)) if words[j].low in (";", *_DASHES)), len(words))
        end = min(end, next((p.first for p in sentence.predicates if p.finite and p.at > k), end))
        low, high = words[k].start, words[end - 1].end
        people = [a.name for a in sentence.actors if low < a.start_char < high and a.kind == "person"]
        yield from people if among or len(people) >= _TWO else ()
        return


_DASHES = ("-", "–", "—")
_LIST_REACH = 16
"""Words from a verb to a list of those whom it is done to."""


def _as_did(sentence: Sentence, predicate: Predicate) -> Iterator[str]:
    """Who did the same: "Mr Duda rang her on Sunday, as did Ms Kos"."""
    words = sentence.words
    for k in range(predicate.at + 1, min(len(words) - 2, predicate.at + _LIST_REACH)):
        if words[k].low == "as" and words[k + 1].low == "did":
            after = words[k + 2].start
            near = (a for a in sentence.actors if after <= a.start_char <= after + _WITH_OFFICE)
            yield from (a.name for a in near if a.kind == "person")
            return


_WITH_OFFICE = 45
"""Characters of an office and a country before a name."""


def _hosts(sentence: Sentence, predicate: Predicate) -> Iterator[str]:
    """Who holds or attends a meeting at which others meet: "at a summit hosted by Mr Duda"."""
    if predicate.kind not in MUTUAL and predicate.lemma not in ("sit", "gather"):
        return
    words = sentence.words
    for held in sentence.predicates:
        beside = held.at > predicate.at and held.passive and held.lemma in ("host", "attend", "chair")
        if beside and held.at + 1 < len(words) and words[held.at + 1].low == "by":
            low, high = words[held.at].end, words[held.end - 1].end
            high = max(high, named_after(sentence, held.end))
            yield from (a.name for a in sentence.actors if low < a.start_char < high and a.kind == "person")


def _warns_after(sentence: Sentence, predicate: Predicate) -> tuple[str, ...]:
    """Who warns of it after all: "Fires could flare up this month, the service has cautioned"."""
    for speech in sentence.predicates:
        after = speech.at > predicate.at and speech.finite and not speech.opener and not speech.passive
        if after and speech.lemma in ("warn", "caution") and speech.begin >= predicate.end:
            between = (p for p in sentence.predicates if predicate.at < p.at < speech.at)
            meant = whom(sentence, speech) if not any(p.finite and not p.opener for p in between) else None
            return meant.names if meant is not None else ()
    return ()


def named_after(sentence: Sentence, end: int) -> int:
    """Where a name ends beside what a clause ends in: "with his counterpart, Jan Duda, …"."""
    words = sentence.words
    at = end if words[end - 1].low == "," else end + 1
    if at >= len(words) or words[at - 1].low != ",":
        return 0
    near = [w.low for w in words[max(0, at - _OFFICE_REACH) : at - 1]]
    office = not OFFICES.isdisjoint(near) or not _STANDING.isdisjoint(near)
    if words[at - 2].text[0].isupper() and not office:
        return 0
    while at + 1 < len(words) and words[at].text in _TITLES:
        at += 1
    beside = next(
        (a for a in sentence.actors if a.start_char == words[at].start and a.kind == "person"), None
    )
    if beside is None:
        return 0
    after = sentence.text[beside.end_char - sentence.start :]
    ends = after[:1] in (",", ".", ";", "") or _GOES_ON.match(after)
    return beside.end_char if ends else 0


_OFFICE_REACH = 6
_STANDING = frozenset(
    "representative commissioner entrant candidate owner successor counterpart envoy".split()
)
_GOES_ON = re.compile(r" (?:as|from|for|in|and|on|after|over|this|last|yesterday)\b")
"""What may follow a name beside what a clause ends in, which no verb does."""
_TITLES = frozenset(("Mr", "Mrs", "Ms", "Dr", "President", "Minister", "."))

"""A verb group → the words of its subject: its own, or of the clause that it is joined to."""

from collections.abc import Sequence
from dataclasses import replace

from timeline.events.asides import (
    antecedent,
    before_bracket,
    before_dashes,
    before_participle,
    is_apposed,
    name_before,
    noun_before,
    of_paper,
    past_date,
    person_begin,
    reduced,
    said_of,
    whose,
)
from timeline.events.lexicon import event_nouns, verb_forms
from timeline.events.segments import REACH
from timeline.events.tokens import Word
from timeline.events.verbs import Predicate
from timeline.events.words import (
    BREAKS,
    DETERMINERS,
    PREPOSITIONS,
    RELATIVES,
    REPORTING,
    SUBORDINATORS,
    is_adverb,
)


def with_subject(
    words: Sequence[Word],
    predicate: Predicate,
    before: Sequence[Predicate],
    inside: Sequence[Predicate],
    segments: Sequence[tuple[int, int]],
    number: int,
    timed: frozenset[int],
) -> Predicate:
    begin = predicate.begin + bool(
        predicate.opener and words[predicate.begin].low in SUBORDINATORS | RELATIVES
    )
    if words[predicate.begin].low in ("due", "set") and predicate.begin > 1 and not inside:
        return replace(
            predicate, subject=noun_before(words, predicate.begin - 1, before)
        )  # "…, due to begin"
    if not inside and _is_phrase(words, begin, predicate):
        begin += 1  # "with elections scheduled for May", "in a letter sent on Friday, …"
    at = predicate.first - 1
    if at >= begin and words[at].low in _NOMINATIVE:  # "the policy he has pursued"
        return replace(predicate, subject=(at, at + 1))
    if (told := reduced(words, predicate, before, inside, timed)) is not None:
        return replace(predicate, subject=told)
    if (
        inside
    ):  # "Troops seized by rebels were freed": the first noun phrase; "agreed to send": the same subject
        shared = inside[0].subject
        if predicate.finite and all(p.tense == "infinitive" for p in inside) and shared[0] >= begin:
            return replace(
                predicate, subject=(shared[0], predicate.first)
            )  # "the decision to leave was taken"
        resumes = (
            not predicate.opener and inside[0].opener in RELATIVES and predicate.begin == predicate.first
        )
        if resumes and shared[0] >= inside[0].begin and number:  # "a theatre in which they hid was destroyed"
            return replace(predicate, subject=antecedent(words, segments[number - 1]))
        return replace(predicate, subject=(begin, inside[0].first) if shared == (0, 0) else shared)
    while begin < predicate.first and (
        (begin in timed and words[begin + 1].low != "of" and not _counts(words, begin, timed))
        or (begin + 1 in timed and words[begin].low in PREPOSITIONS)
        or is_adverb(words[begin].low)
        or words[begin].low in _LOOSE
    ):
        begin += 1
    if begin < predicate.first and not all(
        k in timed or is_adverb(words[k].low) or words[k].low in PREPOSITIONS
        for k in range(begin, predicate.first)
    ):
        begin = _list_begin(words, begin, predicate.first, before, segments[:number], timed)
        begin = before_bracket(words, begin, segments[:number])
        if words[predicate.first - 1].low == "whom" and begin > 1 and words[begin - 1].low == ",":
            return replace(predicate, subject=noun_before(words, begin - 1, before))  # "…, many of whom fled"
        to = predicate.tense == "infinitive" and words[predicate.first - 1].low == "to"
        return replace(predicate, subject=(begin, predicate.first - to))
    return replace(predicate, subject=_borrowed(words, predicate, before, segments[:number], timed))


def _is_phrase(words: Sequence[Word], begin: int, predicate: Predicate) -> bool:
    """Whether a segment is no clause but a phrase whose noun a participle goes on about."""
    if predicate.first != predicate.at or "participle" not in predicate.form.forms:
        return False
    if words[begin].low == "with":
        return True
    end = predicate.end
    after = verb_forms().get(words[end].low) if end < len(words) else None
    closed = after is None or "past" not in after.forms
    whole = closed and words[end - 1].low in (",", ".")
    alone = not any(w.low in DETERMINERS or w.text[0].isupper() for w in words[begin + 2 : predicate.first])
    return whole and alone and words[begin].low in _HEADS and words[begin + 1].low in ("a", "an")


_HEADS = frozenset("in at by from under".split())


_NOMINATIVE = frozenset("i he she we they".split())
_LOOSE = frozenset(("alone", "last", "never", "and", "but", "then", ",", "“", '"'))


def _counts(words: Sequence[Word], at: int, timed: frozenset[int]) -> bool:
    """Whether a length is what the clause is about: "three days of mourning will begin"."""
    while at in timed and at + 1 < len(words):
        at += 1
    return words[at].low == "of"


def _list_begin(
    words: Sequence[Word],
    begin: int,
    end: int,
    before: Sequence[Predicate],
    segments: Sequence[tuple[int, int]],
    timed: frozenset[int],
) -> int:
    """Where a subject begins that commas cut: "Russia, Germany and France", "Blinken, the …, and Kuleba"."""
    if (
        not begin
        or before
        or not (words[begin - 1].low == "and" or any(w.low == "and" for w in words[begin:end]))
    ):
        return begin
    for low, high in reversed(segments):
        if words[low].low in PREPOSITIONS or low in timed or is_adverb(words[low].low) or high - low > REACH:
            break
        begin = low
    return begin


def _borrowed(
    words: Sequence[Word],
    predicate: Predicate,
    before: Sequence[Predicate],
    segments: Sequence[tuple[int, int]],
    timed: frozenset[int],
) -> tuple[int, int]:
    """The subject of a clause without one: of the clause it is joined to, or what stands before a comma."""
    if predicate.opener in RELATIVES or (
        predicate.opener == "that" and predicate.first == predicate.begin + 1
    ):
        return _of_relative(words, predicate, before)
    if (beside := _beside(words, predicate, before, segments, timed)) is not None:
        return beside
    apposition = (0, 0)
    passed = len(words)
    resumed = False  # after a relative clause: "the theatre, where hundreds had sheltered, was hit"
    for number in range(len(segments) - 1, -1, -1):
        begin, end = segments[number]
        held = [p for p in before if p.begin == begin]
        if begin and words[begin - 1].low in ("(", "["):
            continue
        if words[begin].low in RELATIVES:
            if end == predicate.begin and held and words[end - 1].low == "and" and words[end - 2].low != ",":
                return held[-1].subject  # "the blasts which killed dozens and injured hundreds"
            resumed = True
            continue
        finite = [p for p in held if p.finite]
        if finite and (low := finite[-1].subject[0]) and words[low - 1].low == "whose":
            passed, resumed = low - 1, True  # "Ryabkov, whose talks with Wendy Sherman broke up, said"
        if begin >= passed:
            continue
        if finite:
            return said_of(words, finite[-1], end, timed) or finite[-1].subject
        begin = past_date(begin, end, timed) if resumed or not begin else begin
        if _says_how(words, begin, end):
            continue
        opens = PREPOSITIONS | SUBORDINATORS if held else PREPOSITIONS | SUBORDINATORS - {"that"}
        if words[begin].low in opens or (begin and words[begin].low in ("a", "an", "the") and not resumed):
            continue
        bare = held and held[0].tense != "infinitive"  # "the last vessel to use it, the Samsun, had left"
        stop = held[0].first if bare else end - (words[end - 1].low in BREAKS)
        if begin < stop and begin not in timed and words[begin].text[0].isalpha():
            if is_apposed(words, begin, stop, timed):
                apposition = apposition if apposition != (0, 0) else (begin, stop)
                continue
            return _list_begin(words, begin, begin, before, segments[:number], timed), stop
    return apposition


def _beside(
    words: Sequence[Word],
    predicate: Predicate,
    before: Sequence[Predicate],
    segments: Sequence[tuple[int, int]],
    timed: frozenset[int],
) -> tuple[int, int] | None:
    """The subject that an aside or a speech between it and its verb leads back to."""
    teller = _teller(words, predicate, before)
    return (
        whose(words, before, segments)
        or of_paper(words, predicate, before)
        or (teller.subject if teller else None)
        or before_dashes(words, predicate, before, segments, timed)
        or before_participle(words, before, segments, timed)
    )


def _says_how(words: Sequence[Word], begin: int, end: int) -> bool:
    """Whether a segment is no subject: "Britain, meanwhile, has begun", "envoys, meeting, agreed"."""
    doing = verb_forms().get(words[begin].low)
    aside = begin > 0 and doing is not None and "ing" in doing.forms
    aside = aside or (begin > 0 and words[begin].low in ("both", "all", "each"))  # "…, both run by soldiers,"
    return aside or (is_adverb(words[begin].low) and end - begin <= 2)


def _of_relative(words: Sequence[Word], predicate: Predicate, before: Sequence[Predicate]) -> tuple[int, int]:
    """The words that a relative clause says something of."""
    begin = predicate.begin - (predicate.begin > 0 and words[predicate.begin - 1].low == ",")
    if begin and words[begin - 1].low == ")":  # "the Commodore (its rival) which will be sold"
        begin = next((k for k in range(begin - 1, 0, -1) if words[k].low == "("), begin)
    low, high = noun_before(words, begin, before)
    if predicate.opener == "who":
        low = person_begin(words, low, high)
        name = name_before(words, low, high, before)
        if name is not None:  # "Lukashenko, 67, who announced …", "Poroshenko, the magnate who was elected"
            return name
    placed = low and words[low - 1].low in ("in", "near", "at")
    if placed or predicate.lemma in _LASTING:  # "the siege of the port, which began in May"
        near = range(begin - 1, max(-1, begin - 9), -1)
        low = next((k for k in near if words[k].low in event_nouns()), low)
    several = any(w.low == "and" for w in words[low:high]) and words[predicate.first].low in (
        "was",
        "is",
        "has",
    )
    if several and low > 1:  # "a pipe between Avdiivka and Yasynuvata which was damaged"
        return noun_before(words, low - 1, before)[0], high
    return low, high


def _teller(words: Sequence[Word], predicate: Predicate, before: Sequence[Predicate]) -> Predicate | None:
    """Who goes on to speak after what was said: "said it was theirs and accused the West"."""
    last = next((p for p in reversed(before) if p.finite), None)
    closed = predicate.begin > 1 and words[predicate.begin - 2].low in ('"', "”", "’")
    if last is None or last.opener != "that" or not (closed or predicate.kind in ("speech", "plainspeech")):
        return None
    return next((p for p in reversed(before) if p.at < last.begin and p.lemma in REPORTING), None)


_LASTING = frozenset("begin start end erupt last continue follow plan schedule".split())

"""A verb group → the words of its subject: its own, or of the clause that it is joined to."""

from collections.abc import Sequence
from dataclasses import replace

from timeline.events.lexicon import event_nouns
from timeline.events.segments import REACH
from timeline.events.tokens import Word
from timeline.events.verbs import Predicate
from timeline.events.words import (
    BREAKS,
    DETERMINERS,
    OFFICES,
    PREPOSITIONS,
    RELATIVES,
    REPORTING,
    SUBORDINATORS,
    ZERO_THAT,
    is_adverb,
    is_noun_like,
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
    if words[begin].low == "with" and predicate.first == predicate.at and not inside:
        begin += 1  # "with elections scheduled for May"
    at = predicate.first - 1
    if at >= begin and words[at].low in _NOMINATIVE:  # "the policy he has pursued"
        return replace(predicate, subject=(at, at + 1))
    if (whose := _reduced(words, predicate, before, inside, timed)) is not None:
        return replace(predicate, subject=whose)
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
            return replace(predicate, subject=_antecedent(words, segments[number - 1]))
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
        begin = _before_bracket(words, begin, segments[:number])
        if words[predicate.first - 1].low == "whom" and begin > 1 and words[begin - 1].low == ",":
            return replace(predicate, subject=noun_before(words, begin - 1, before))  # "…, many of whom fled"
        to = predicate.tense == "infinitive" and words[predicate.first - 1].low == "to"
        return replace(predicate, subject=(begin, predicate.first - to))
    return replace(predicate, subject=_borrowed(words, predicate, before, segments[:number], timed))


_NOMINATIVE = frozenset("i he she we they".split())
_LOOSE = frozenset(("and", "but", "then", ",", "“", '"'))


def _reduced(
    words: Sequence[Word],
    predicate: Predicate,
    before: Sequence[Predicate],
    inside: Sequence[Predicate],
    timed: frozenset[int],
) -> tuple[int, int] | None:
    """The noun that a participle follows, where the clause has its verb: "said in a report published in May"."""
    at = predicate.first
    told = predicate.passive and predicate.tense == "participle" and any(p.finite for p in inside)
    if not told or at < 1 or at - 1 in timed or not is_noun_like(words[at - 1]):
        return None
    low, high = noun_before(words, at, [*before, *inside])
    return (low, high) if low < high and words[low].low in DETERMINERS else None


def _before_bracket(words: Sequence[Word], begin: int, segments: Sequence[tuple[int, int]]) -> int:
    """Where a subject begins that a bracket cuts: "a majority (57%) of voters"."""
    if words[begin].low != "of" or not begin or words[begin - 1].low != ")":
        return begin
    for low, high in reversed(segments):
        if words[high - 1].low == "(":
            return low
    return begin


def _counts(words: Sequence[Word], at: int, timed: frozenset[int]) -> bool:
    """Whether a length is what the clause is about: "three days of mourning will begin"."""
    while at in timed and at + 1 < len(words):
        at += 1
    return words[at].low == "of"


def _antecedent(words: Sequence[Word], segment: tuple[int, int]) -> tuple[int, int]:
    """The words that a relative clause belongs to, a preposition before "which" off."""
    begin, end = segment
    while end > begin and (words[end - 1].low in PREPOSITIONS or words[end - 1].low in BREAKS):
        end -= 1
    return (begin, end)


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
        begin = predicate.begin - (predicate.begin > 0 and words[predicate.begin - 1].low == ",")
        low, high = noun_before(words, begin, before)
        if predicate.opener == "who":
            low = _person(words, low, high)
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
    if (signed := _of_paper(words, predicate, before)) is not None:
        return signed
    if teller := _teller(words, predicate, before):
        return teller.subject
    if (head := _before_dashes(words, predicate, before, segments, timed)) is not None:
        return head
    if (head := _before_participle(words, before, segments, timed)) is not None:
        return head
    apposition = (0, 0)
    resumed = False  # after a relative clause: "the theatre, where hundreds had sheltered, was hit"
    for number in range(len(segments) - 1, -1, -1):
        begin, end = segments[number]
        held = [p for p in before if p.begin == begin]
        if words[begin].low in RELATIVES:
            if end == predicate.begin and held and words[end - 1].low == "and" and words[end - 2].low != ",":
                return held[-1].subject  # "the blasts which killed dozens and injured hundreds"
            resumed = True
            continue
        finite = [p for p in held if p.finite]
        if finite:
            return _said_of(words, finite[-1], end, timed) or finite[-1].subject
        begin = _past_date(begin, end, timed) if resumed or not begin else begin
        if words[begin].low in PREPOSITIONS | SUBORDINATORS or (
            begin and words[begin].low in ("a", "an", "the") and not resumed
        ):
            continue
        stop = held[0].first if held else end - (words[end - 1].low in BREAKS)
        if begin < stop and begin not in timed and words[begin].text[0].isalpha():
            if _is_apposed(words, begin, stop, timed):
                apposition = apposition if apposition != (0, 0) else (begin, stop)
                continue
            return _list_begin(words, begin, begin, before, segments[:number], timed), stop
    return apposition


def _before_dashes(
    words: Sequence[Word],
    predicate: Predicate,
    before: Sequence[Predicate],
    segments: Sequence[tuple[int, int]],
    timed: frozenset[int],
) -> tuple[int, int] | None:
    """The subject before an aside between dashes: "the code – which the president, X, signs – was passed"."""
    if not predicate.begin or words[predicate.begin - 1].low not in _DASHES:
        return None
    opened = False
    for low, high in reversed(segments[:-1]):
        opened = opened or words[high - 1].low in _DASHES
        begin = _past_date(low, high, timed)
        if not opened or not words[low].text[0].isalpha():  # an age: "Jan Duda, 25 – who …"
            continue
        told = any(low <= p.at < high for p in before)
        return None if told or begin >= high - 1 or words[begin].low in PREPOSITIONS else (begin, high - 1)
    return None


_DASHES = frozenset("–—")


def _past_date(begin: int, end: int, timed: frozenset[int]) -> int:
    """Where a phrase begins after its date: "On 16 March the theatre, where …", "This week Koval, a …"."""
    while begin < end and (begin in timed or begin + 1 in timed):
        begin += 1
    return begin


def _said_of(
    words: Sequence[Word], speech: Predicate, end: int, timed: frozenset[int]
) -> tuple[int, int] | None:
    """Of whom something is said without "that": "said two men, in cases of their own, were convicted"."""
    begin = speech.at + 1
    stop = end - (words[end - 1].low in BREAKS)
    if speech.lemma not in ZERO_THAT or begin >= stop or begin in timed or begin + 1 in timed:
        return None
    first = words[begin]
    opens = (
        first.low in DETERMINERS or first.low.isdigit() or first.text[0].isupper() or first.low in _NUMBERS
    )
    return (begin, stop) if opens and stop - begin <= REACH else None


_NUMBERS = frozenset("one two three four five six seven eight nine ten dozens hundreds thousands".split())


def _of_paper(
    words: Sequence[Word], predicate: Predicate, before: Sequence[Predicate]
) -> tuple[int, int] | None:
    """What was signed or passed, named just before the comma: "whether the deal, signed in July, has a future"."""
    begin = predicate.begin
    aside = predicate.first == predicate.at == begin and "participle" in predicate.form.forms
    if not aside or predicate.kind not in ("agreement", "vote") or begin < 2 or words[begin - 1].low != ",":
        return None
    low, high = noun_before(words, begin - 1, before)
    low += low < high and words[low].low in SUBORDINATORS
    return (low, high) if any(event_nouns().get(w.low) == "agreement" for w in words[low:high]) else None


def _before_participle(
    words: Sequence[Word],
    before: Sequence[Predicate],
    segments: Sequence[tuple[int, int]],
    timed: frozenset[int],
) -> tuple[int, int] | None:
    """The subject before an aside: "the deal, brokered by France and Poland over two days, was signed"."""
    for number, (begin, _) in enumerate(segments[1:], 1):
        aside = any(p.first == begin and p.tense == "participle" and p.passive for p in before)
        low, high = segments[number - 1]
        if not (aside or words[begin].low in ("given", "born")) or words[begin - 1].low != ",":
            continue
        if any(p.finite and p.at < begin for p in before):
            return None
        low = low if low else _past_date(low, high, timed)
        return None if low >= high - 1 or words[low].low in PREPOSITIONS | SUBORDINATORS else (low, high - 1)
    return None


def _is_apposed(words: Sequence[Word], begin: int, stop: int, timed: frozenset[int]) -> bool:
    """Whether words between commas only say who or where: ", the foreign minister,", ", Tanzania,"."""
    if not begin or words[begin - 1].low != ",":
        return False
    named = all(w.text[0].isupper() for w in words[begin:stop]) and words[begin - 2].text[0].isupper()
    named = named and begin - 2 not in timed
    if words[begin].low in ("both", "all", "each") and stop - begin > 2:
        return True  # "Mousavi and Karroubi, both former candidates, …"
    return any(w.low in OFFICES for w in words[begin:stop]) or (named and stop - begin <= 3)


def _teller(words: Sequence[Word], predicate: Predicate, before: Sequence[Predicate]) -> Predicate | None:
    """Who goes on to speak after what was said: "said it was theirs and accused the West"."""
    last = next((p for p in reversed(before) if p.finite), None)
    closed = predicate.begin > 1 and words[predicate.begin - 2].low in ('"', "”", "’")
    if last is None or last.opener != "that" or not (closed or predicate.kind in ("speech", "plainspeech")):
        return None
    return next((p for p in reversed(before) if p.at < last.begin and p.lemma in REPORTING), None)


def _person(words: Sequence[Word], low: int, high: int) -> int:
    """Where the people begin whom "who" means: "prisoners" in "the release of prisoners who were held"."""
    of = next((k for k in range(high - 2, low, -1) if words[k].low == "of"), None)
    if of is None:
        return low
    head = words[of - 1].low
    return of + 1 if head in event_nouns() or head.endswith(_ABSTRACT) or head in _NO_PERSON else low


_ABSTRACT = ("tion", "sion", "ment", "ness", "ity", "ance", "ence", "ship", "cy", "ess", "ism")
_NO_PERSON = frozenset(
    "death release fate life lives case cases body bodies arrival trial home homes row".split()
)

_LASTING = frozenset("begin start end erupt last continue follow plan schedule".split())


def noun_before(words: Sequence[Word], end: int, verbs: Sequence[Predicate]) -> tuple[int, int]:
    """The noun phrase that ends before a word: "soldiers of the army" in "soldiers of the army who fled"."""
    low = end
    stops = BREAKS | {"that"} | PREPOSITIONS - {"of"}
    while (
        low and end - low < 8 and words[low - 1].low not in stops and not any(p.at == low - 1 for p in verbs)
    ):
        low -= 1
    low += low < end and words[low].low == "of"
    return (low, end) if low < end else (0, 0)

"""A sentence → its predicates: the verbs that say what happens, with tense, mood, subject and clause.

No model and no parser: signs, subordinators and verb forms cut a sentence into clauses well enough for
news, at the speed of a word list.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from timeline.events.lexicon import Form, event_nouns, phrases, verb_forms
from timeline.events.words import (
    ADVERBS,
    AUX_BE,
    AUX_DO,
    AUX_HAVE,
    BREAKS,
    DETERMINERS,
    MODALS,
    NEGATIONS,
    NOT_SUBJECTS,
    NOT_VERBS,
    OFFICES,
    PREPOSITIONS,
    RELATIVES,
    REPORTING,
    SUBORDINATORS,
    ZERO_THAT,
    is_adverb,
)  # fmt: skip

_TOKEN = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*|\d[\d,.]*\d|\d|\S")
_CONTRACTED = re.compile(r"(?:n['’]t|['’](?:s|re|ve|ll|d))$", re.IGNORECASE)
_REACH = 14
"""How many words are looked through for the verb of a clause that begins."""


@dataclass(frozen=True, slots=True)
class Word:
    """A word of the sentence; offsets are characters of the text, `low` is in lower case."""

    text: str
    start: int
    end: int
    low: str


@dataclass(frozen=True, slots=True)
class Predicate:
    """A verb group: `at` is the verb, `first` the first word of its group, `begin` to `end` its clause."""

    at: int
    first: int
    form: Form
    tense: str
    """past, present, future, infinitive or participle."""
    perfect: bool = False
    passive: bool = False
    progressive: bool = False
    modal: str = ""
    negated: bool = False
    begin: int = 0
    end: int = 0
    opener: str = ""
    """The subordinator or relative that opens the clause; "" in a main clause."""
    subject: tuple[int, int] = (0, 0)
    """The words of the subject; empty where the clause has none."""
    governor: int | None = None
    """The verb that reports, plans or orders this one, as the place of its word."""

    @property
    def finite(self) -> bool:
        """Whether it can be the verb of a sentence."""
        return self.tense not in ("infinitive", "participle")

    @property
    def lemma(self) -> str:
        """The verb in the dictionary's form."""
        return self.form.lemma

    @property
    def kind(self) -> str | None:
        """The lexicon's kind or class of the verb."""
        return self.form.kind


def words_of(text: str, start: int, end: int) -> list[Word]:
    """The words and signs of a sentence, contractions and possessives split off."""
    out = []
    for found in _TOKEN.finditer(text, start, end):
        token, begin = found.group(), found.start()
        tail = _CONTRACTED.search(token) if ("'" in token or "’" in token) else None
        if tail and tail.start():
            cut = tail.start()
            out.append(Word(token[:cut], begin, begin + cut, token[:cut].lower()))
            token, begin = token[cut:], begin + cut
        out.append(Word(token, begin, begin + len(token), token.lower().replace("’", "'")))
    return out


def predicates(words: Sequence[Word], timed: frozenset[int] = frozenset()) -> list[Predicate]:
    """The verb groups of a sentence, from left to right; `timed` are the words of temporal expressions."""
    out: list[Predicate] = []
    segments = _segments(words, timed)
    for number, (begin, end) in enumerate(segments):
        opener = words[begin].low if words[begin].low in SUBORDINATORS | RELATIVES else ""
        if (not opener and begin and words[begin - 1].low in REPORTING_FORMS and out) or (
            not opener
            and begin
            and out
            and out[-1].lemma in REPORTING
            and _only_time(words, out[-1].at, begin, timed)
        ):
            opener = "that"
        inside = _in_segment(words, begin, end, opener, timed)
        own: list[Predicate] = []
        for predicate in inside:
            told = _with_subject(words, predicate, out, own, segments, number, timed)
            own.append(told if told.subject[0] < told.subject[1] else replace(told, subject=(0, 0)))
        out += own
    return [_governed(words, p, out[:i]) for i, p in enumerate(out)]


def _only_time(words: Sequence[Word], verb: int, begin: int, timed: frozenset[int]) -> bool:
    return all(k in timed or words[k].low in PREPOSITIONS for k in range(verb + 1, begin))


def _segments(words: Sequence[Word], timed: frozenset[int]) -> list[tuple[int, int]]:
    """Stretches between signs, before subordinators and after verbs that report."""
    cuts = [0]
    for at, word in enumerate(words):
        low = word.low
        if low in BREAKS:
            cuts.append(at + 1)
        elif low in SUBORDINATORS or low in RELATIVES:
            if at and cuts[-1] != at and _opens(words, at, timed):
                cuts.append(at)
        elif low in ("and", "but", "or"):
            if _coordinates(words, at, cuts[-1], timed):
                cuts.append(at + 1)
        elif low in _ZERO_THAT_FORMS and at + 2 < len(words) and words[at - 1].low != "to":
            after = at + 1
            while after < len(words) and (
                after in timed or (after + 1 in timed and words[after].low in PREPOSITIONS)
            ):
                after += 1
            if _content_begins(words, after, timed):
                cuts.append(after)
    return [(a, b) for a, b in zip(cuts, [*cuts[1:], len(words)], strict=True) if a < b]


def _opens(words: Sequence[Word], at: int, timed: frozenset[int]) -> bool:
    """Whether a subordinator opens a clause, rather than a phrase: "as president", "since December"."""
    low = words[at].low
    if low == "that" and words[at - 1].low in PREPOSITIONS | {"all", "so"}:
        return False
    if at + 1 in timed or (low in RELATIVES and words[at - 1].low == "of"):
        return False
    return _verb_ahead(words, at + 1, gerund=low in ("after", "before", "since", "while", "when"))


def _coordinates(words: Sequence[Word], at: int, cut: int, timed: frozenset[int]) -> bool:
    """Whether "and" begins a clause with a verb of its own."""
    after = at + 1
    while after < len(words) and (is_adverb(words[after].low) or after in timed):
        after += 1
    if after >= len(words):
        return False
    if not _verb_ahead(words, cut, gerund=True, until=at):  # "Finland and Sweden sent": one subject
        return False
    low = words[after].low
    form = verb_forms().get(low)
    if low in AUX_BE | AUX_HAVE | MODALS or (form and "past" in form.forms and low not in NOT_VERBS):
        return True
    if words[at].low == "but":
        return True
    return low not in PREPOSITIONS and _content_begins(words, after, timed, plural=False)


def _content_begins(words: Sequence[Word], at: int, timed: frozenset[int], *, plural: bool = True) -> bool:
    """Whether a clause begins here: a subject, then a finite verb, before any sign."""
    if at >= len(words) or words[at].low in PREPOSITIONS | BREAKS | {"that", "to"} or at in timed:
        return False
    return _verb_ahead(words, at + 1, gerund=False, plural=plural)


def _verb_ahead(
    words: Sequence[Word], at: int, *, gerund: bool, plural: bool = True, until: int | None = None
) -> bool:
    """Whether a verb stands before the next sign; `plural`: whether a form in -s, perhaps a noun, is one."""
    for k in range(at, min(at + _REACH, len(words)) if until is None else until):
        low = words[k].low
        if low in BREAKS and low not in '“”"':
            return False
        if low in AUX_BE or low in AUX_HAVE or low in MODALS or low in AUX_DO:
            return True
        form = verb_forms().get(low)
        if form is None:
            continue
        if "past" in form.forms and words[k - 1].low not in DETERMINERS and low not in NOT_VERBS:
            return True
        if plural and "s" in form.forms and low not in event_nouns() and words[k - 1].low not in DETERMINERS:
            return True
        if gerund and "ing" in form.forms and k == at:
            return True
    return False


def _in_segment(
    words: Sequence[Word], begin: int, end: int, opener: str, timed: frozenset[int]
) -> list[Predicate]:
    out: list[Predicate] = []
    at = begin
    last_finite = _last_finite(words, begin, end)
    finite = False
    while at < end:
        found = None if at in timed else _group(words, begin, at, end, finite, last_finite, timed)
        if found is None:
            at += 1
            continue
        found = replace(found, begin=begin, end=end, opener=opener)
        relative = opener in RELATIVES or (opener == "that" and bool(out) and out[0].first == begin + 1)
        if relative and finite and _goes_on(words, found):
            found = replace(found, tense="past", passive=False, begin=found.at, opener="")
        out.append(found)
        finite = finite or found.finite
        at = found.at + 1
    return out


def _goes_on(words: Sequence[Word], found: Predicate) -> bool:
    """Whether the clause around a relative one goes on: "separatists who hold Donetsk announced …"."""
    bare = found.tense == "participle" and "past" in found.form.forms and found.first == found.at
    return bare and words[found.at - 1].low not in BREAKS | {"and"}


def _last_finite(words: Sequence[Word], begin: int, end: int) -> int:
    """The last word that is surely of a finite verb: an earlier doubtful form is then no verb of its own."""
    for k in range(end - 1, begin - 1, -1):
        low = words[k].low
        if low in MODALS or (low in AUX_HAVE and low != "having") or low in _FINITE_BE:
            return k
        form = verb_forms().get(low)
        if form and "past" in form.forms and low not in NOT_VERBS:
            following = words[k + 1].low if k + 1 < end else ""
            free = k > begin and words[k - 1].low not in NOT_SUBJECTS and following != "by"
            if free or "participle" not in form.forms:
                return k
    return -1


_FINITE_BE = frozenset("is are was were".split())


def _group(
    words: Sequence[Word],
    begin: int,
    at: int,
    end: int,
    finite: bool,
    last_finite: int,
    timed: frozenset[int],
) -> Predicate | None:
    """The verb group that begins at a word, if one does."""
    low = words[at].low
    after = words[at + 1].low if at + 1 < end else ""
    if low in event_nouns() and (after in MODALS or after in AUX_HAVE or after in _FINITE_BE):
        return None
    if low in event_nouns() and low.endswith("ing") and at == begin and after not in DETERMINERS:
        return None
    if low in AUX_BE or low in AUX_HAVE or low in MODALS or low in AUX_DO:
        return _with_auxiliaries(words, begin, at, end)
    form = _form_of(words, at)
    if form is None:
        return None
    before = words[at - 1].low if at > begin else ""
    k = at - 1
    while k > begin and is_adverb(words[k].low):
        k -= 1
    skipped = words[k].low if k >= begin else ""
    if skipped == "to" and "base" in form.forms:
        return Predicate(at, at, form, "infinitive")
    if "past" in form.forms and before[:1].isdigit() and (after in BREAKS or after in (".", "and", "")):
        return None  # "twelve dead and 20 injured"
    relative = before == "that" and at == begin + 1
    if "past" in form.forms and (relative or before not in NOT_SUBJECTS):
        doubtful = last_finite > at and (after in PREPOSITIONS or at + 1 in timed)
        return _bare_past(words, begin, at, form, finite or doubtful, after)
    if "participle" in form.forms and before not in DETERMINERS:
        return Predicate(at, at, form, "participle", passive=True)
    if (
        "ing" in form.forms
        and before not in NOT_SUBJECTS | PREPOSITIONS - {"by"}
        and low not in event_nouns()
    ):
        return Predicate(at, at, form, "participle", progressive=True)
    if "ing" in form.forms and (at == begin or (words[begin].low in SUBORDINATORS and at == begin + 1)):
        return Predicate(at, at, form, "participle", progressive=True)
    return None if finite or last_finite > at else _bare_present(words, begin, at, form)


def _bare_present(words: Sequence[Word], begin: int, at: int, form: Form) -> Predicate | None:
    """A form in -s, or a base form, that is the verb of its clause rather than a noun."""
    low = words[at].low
    before = words[at - 1].low if at > begin else ""
    if at == begin + 1 and words[begin].low in RELATIVES | {"that"}:
        return (
            Predicate(at, at, form, "present") if "base" in form.forms and low not in event_nouns() else None
        )
    if at == begin and at and words[at - 1].low == "," and "s" in form.forms:
        return Predicate(at, at, form, "present")
    if not before or before in NOT_SUBJECTS or not before[0].isalnum():
        return None
    if "s" in form.forms and (low not in event_nouns() or words[at - 1].text[0].isupper()):
        return Predicate(at, at, form, "present")
    if "base" in form.forms and low not in event_nouns() and before.endswith("s") and form.kind != "state":
        return Predicate(at, at, form, "present")
    return None


def _bare_past(
    words: Sequence[Word], begin: int, at: int, form: Form, beside_finite: bool, after: str
) -> Predicate:
    """A past form alone: the verb of its clause, or the participle of "a missile fired from Russia"."""
    if (
        "participle" in form.forms
        and not _after_conjunction(words, begin, at)
        and (beside_finite or after == "by")
    ):
        return Predicate(at, at, form, "participle", passive=True)
    return Predicate(at, at, form, "past")


def _with_auxiliaries(words: Sequence[Word], begin: int, at: int, end: int) -> Predicate | None:
    modal, perfect, be, negated, tense = "", False, "", False, ""
    last = i = at
    while i < end:
        w = words[i].low
        if w in MODALS:
            modal, tense = (
                modal or w,
                "future" if w in ("will", "shall", "'ll", "wo", "would", "'d") else "present",
            )
        elif w in AUX_HAVE:
            perfect, tense = True, tense or ("past" if w in ("had", "'d") else "present")
        elif w in AUX_BE:
            be, tense = w, tense or ("past" if w in ("was", "were") else "present")
        elif w in AUX_DO:
            tense = tense or ("past" if w == "did" else "present")
        elif w in NEGATIONS:
            negated = True
        elif not is_adverb(w):
            break
        if w in AUX_BE or w in AUX_HAVE:
            last = i
        i += 1
    if words[at].low in ("being", "having", "be", "been") and at and words[at - 1].low != "to":
        tense = "participle"
    if at > begin and words[at - 1].low == "to":
        tense = "infinitive"
    form = _form_of(words, i) if i < end else None
    if form is None and modal and i < end and words[i].text.islower() and words[i].low not in NOT_SUBJECTS:
        form = Form(words[i].low, frozenset({"base"}), None)
    return _completed(words, at, last, i, form, tense, modal, perfect=perfect, be=be, negated=negated)


def _completed(
    words: Sequence[Word],
    at: int,
    last: int,
    i: int,
    form: Form | None,
    tense: str,
    modal: str,
    *,
    perfect: bool,
    be: str,
    negated: bool,
) -> Predicate | None:
    """The verb group of auxiliaries and the verb after them; without one, "be" or "have" is the verb."""
    if form is None or not (be or perfect or modal or "base" in form.forms):
        if not (be or perfect):
            return None
        lemma = "be" if be else "have"
        return Predicate(
            last,
            at,
            Form(lemma, frozenset(), "state"),
            tense,
            perfect and bool(be),
            negated=negated,
            modal=modal,
        )
    passive = bool(be) and "participle" in form.forms
    progressive = bool(be) and "ing" in form.forms and not passive
    if perfect and not be and "participle" not in form.forms:
        return Predicate(last, at, Form("have", frozenset(), "state"), tense, negated=negated)
    if be and not passive and not progressive:
        return Predicate(
            last, at, Form("be", frozenset(), "state"), tense, perfect, negated=negated, modal=modal
        )
    return Predicate(i, at, form, tense, perfect, passive, progressive, modal, negated)


def _form_of(words: Sequence[Word], at: int) -> Form | None:
    word = words[at]
    low = word.low
    if at and word.text[0].isupper() and words[at - 1].low not in "“\"'‘:.":
        return None
    form = verb_forms().get(low)
    if form is not None:
        if low in NOT_VERBS:
            return None
        after = words[at + 1].low if at + 1 < len(words) else ""
        kind = phrases().get((form.lemma, after))
        if form.lemma == "call" and kind is None and not _calls_someone(words, at):
            kind = "plainspeech"
        return Form(form.lemma, form.forms, kind) if kind else form
    if (
        len(low) > 4
        and low.endswith("ed")
        and word.text[0].islower()
        and "-" not in low
        and low not in NOT_VERBS
    ):
        return Form(low[:-2], frozenset({"past", "participle"}), None)
    return None


def _calls_someone(words: Sequence[Word], at: int) -> bool:
    """Whether "called" is by telephone, as in "called Mr Putin", rather than "called the decision void"."""
    after = words[at + 1] if at + 1 < len(words) else None
    naming = any(w.low in ("a", "an", "the") for w in words[at + 2 : at + 5])
    return after is not None and after.text[0].isupper() and after.low not in DETERMINERS and not naming


def _after_conjunction(words: Sequence[Word], begin: int, at: int) -> bool:
    return any(words[k].low in ("and", "but", "then") for k in range(max(begin, at - 2), at))


def _with_subject(
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
    if (
        inside
    ):  # "Troops seized by rebels were freed": the first noun phrase; "agreed to send": the same subject
        shared = inside[0].subject
        return replace(predicate, subject=(begin, inside[0].first) if shared == (0, 0) else shared)
    while begin < predicate.first and (
        begin in timed
        or (begin + 1 in timed and words[begin].low in PREPOSITIONS)
        or words[begin].low in ADVERBS | {"and", "but", "then", ",", "“", '"'}
    ):
        begin += 1
    if begin < predicate.first and not all(
        k in timed or words[k].low in ADVERBS or words[k].low in PREPOSITIONS
        for k in range(begin, predicate.first)
    ):
        begin = _list_begin(words, begin, predicate.first, before, segments[:number], timed)
        return replace(predicate, subject=(begin, predicate.first))
    return replace(predicate, subject=_borrowed(words, predicate, before, segments[:number], timed))


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
        if words[low].low in PREPOSITIONS or low in timed or is_adverb(words[low].low) or high - low > _REACH:
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
        low, high = _noun_before(words, begin, before)
        placed = low and words[low - 1].low in ("in", "near", "at")
        if placed or predicate.lemma in _LASTING:  # "the siege of the port, which began in May"
            near = range(begin - 1, max(-1, begin - 9), -1)
            low = next((k for k in near if words[k].low in event_nouns()), low)
        return low, high
    for begin, end in reversed(segments):
        held = [p for p in before if p.begin == begin]
        if words[begin].low in RELATIVES:
            continue
        finite = [p for p in held if p.finite]
        if finite:
            return finite[-1].subject
        if words[begin].low in PREPOSITIONS | SUBORDINATORS or (
            begin and words[begin].low in ("a", "an", "the")
        ):
            continue
        stop = held[0].first if held else end - (words[end - 1].low in BREAKS)
        apposed = begin and words[begin - 1].low == "," and any(w.low in OFFICES for w in words[begin:stop])
        if begin < stop and begin not in timed and words[begin].text[0].isalpha() and not apposed:
            return (
                _list_begin(words, begin, begin, before, segments[: segments.index((begin, end))], timed),
                stop,
            )
    return (0, 0)


_LASTING = frozenset("begin start end erupt last continue follow plan schedule".split())


def _noun_before(words: Sequence[Word], end: int, verbs: Sequence[Predicate]) -> tuple[int, int]:
    """The noun phrase that ends before a word: "soldiers of the army" in "soldiers of the army who fled"."""
    low = end
    stops = BREAKS | PREPOSITIONS - {"of"}
    while (
        low and end - low < 8 and words[low - 1].low not in stops and not any(p.at == low - 1 for p in verbs)
    ):
        low -= 1
    low += low < end and words[low].low == "of"
    return (low, end) if low < end else (0, 0)


def _governed(words: Sequence[Word], predicate: Predicate, before: Sequence[Predicate]) -> Predicate:
    if predicate.tense == "infinitive":
        near = [p for p in before if p.at >= predicate.begin]
        return replace(predicate, governor=near[-1].at) if near else predicate
    if predicate.opener == "that" or predicate.opener in ("if", "whether"):
        near = [p for p in before if p.lemma in REPORTING and p.at < predicate.begin]
        return replace(predicate, governor=near[-1].at) if near else predicate
    joined = [p for p in before if p.governor is not None and p.finite and p.opener == "that"]
    if (
        joined
        and not predicate.opener
        and predicate.begin
        and words[predicate.begin - 1].low in ("and", "but")
    ):
        return replace(predicate, governor=joined[-1].governor)
    return predicate


REPORTING_FORMS = frozenset(form for form, known in verb_forms().items() if known.lemma in REPORTING)
_ZERO_THAT_FORMS = frozenset(form for form, known in verb_forms().items() if known.lemma in ZERO_THAT)

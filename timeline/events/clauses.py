"""A sentence → its predicates: the verbs that say what happens, with tense, mood and the span of their clause."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from timeline.events.lexicon import Form, verb_forms

_TOKEN = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?|\d[\d,.]*\d|\d|\S")
AUX_BE = frozenset("is are was were be been being am 's 're".split())
AUX_HAVE = frozenset("has have had having".split())
AUX_DO = frozenset("do does did".split())
MODALS = frozenset("will would shall should can could may might must 'll wo won't ca".split())
NEGATIONS = frozenset("not n't never".split())
SUBORDINATORS = frozenset(
    "after before when while as since because although though if unless until whether once whereas despite amid".split()
)
RELATIVES = frozenset("which who whom whose where that".split())
BREAKS = frozenset(',;:—–()[]“”"')
SPEECH = frozenset(
    "say tell add note explain argue believe think insist stress claim suggest write tweet report state comment hope expect fear estimate describe call quote ask know see hear feel".split()
)
PLANNING = frozenset(
    "plan intend expect schedule aim hope prepare agree promise vow pledge want seek threaten set decide propose due".split()
)
NOT_SUBJECTS = frozenset(
    "the a an of in on at by to for with from its his her their our my your this that these those and or".split()
)
ADVERBS = frozenset(
    "also already just now then still later immediately recently repeatedly again formally officially reportedly only even soon first briefly publicly quickly apparently allegedly finally once jointly".split()
)


@dataclass(frozen=True, slots=True)
class Word:
    """A word of the sentence; offsets are characters of the text."""

    text: str
    start: int
    end: int

    @property
    def low(self) -> str:
        """In lower case, apostrophes made plain."""
        return self.text.lower().replace("’", "'")


@dataclass(frozen=True, slots=True)
class Predicate:
    """A verb group. `at` is the verb, `first` the first word of its group, the clause is words `begin` to `end`."""

    at: int
    first: int
    form: Form
    tense: str
    """past, present, future, infinitive, participle."""
    perfect: bool = False
    passive: bool = False
    progressive: bool = False
    modal: str = ""
    negated: bool = False
    begin: int = 0
    end: int = 0
    opener: str = ""
    """The subordinator or relative that opens the clause; "" in a main clause."""
    quoted: bool = field(default=False)


def words_of(text: str, start: int, end: int) -> list[Word]:
    """The words and signs of a sentence."""
    return [Word(m.group(), m.start(), m.end()) for m in _TOKEN.finditer(text, start, end)]


def predicates(words: Sequence[Word]) -> list[Predicate]:
    """The verb groups of a sentence, from left to right."""
    cuts = _segments(words)
    out: list[Predicate] = []
    quotes = 0
    for begin, end in cuts:
        opener = words[begin].low if words[begin].low in SUBORDINATORS | RELATIVES else ""
        out += _in_segment(words, begin, end, opener, quotes % 2 == 1)
        quotes += sum(word.text in '“”"' for word in words[begin : end + 1])
    return out


def _segments(words: Sequence[Word]) -> list[tuple[int, int]]:
    """Stretches between signs and before subordinators."""
    cuts = [0]
    for at, word in enumerate(words):
        if word.text in BREAKS:
            cuts.append(at + 1)
        elif at and (
            word.low in SUBORDINATORS or (word.low in RELATIVES and words[at - 1].low not in ("of",))
        ):
            if cuts[-1] != at:
                cuts.append(at)
        elif word.low in ("and", "but") and at + 1 < len(words) and _starts_clause(words, at + 1):
            cuts.append(at + 1)
    ends = [*cuts[1:], len(words)]
    return [(a, b) for a, b in zip(cuts, ends, strict=True) if a < b]


def _starts_clause(words: Sequence[Word], at: int) -> bool:
    form = verb_forms().get(words[at].low)
    return (
        bool(form and ("past" in form.forms))
        or words[at].low in AUX_BE | AUX_HAVE | MODALS
        or any(
            w.low in AUX_BE | AUX_HAVE | MODALS or ((f := verb_forms().get(w.low)) and "past" in f.forms)
            for w in words[at : at + 5]
        )
    )


def _in_segment(words: Sequence[Word], begin: int, end: int, opener: str, quoted: bool) -> list[Predicate]:
    out: list[Predicate] = []
    at = begin
    finite = False
    while at < end:
        found = _group(words, begin, at, end, finite)
        if found is None:
            at += 1
            continue
        out.append(
            Predicate(
                found.at,
                found.first,
                found.form,
                found.tense,
                found.perfect,
                found.passive,
                found.progressive,
                found.modal,
                found.negated,
                begin,
                end,
                opener,
                quoted,
            )  # fmt: skip
        )
        finite = finite or found.tense in ("past", "present", "future")
        at = found.at + 1
    return out


def _group(words: Sequence[Word], begin: int, at: int, end: int, finite: bool) -> Predicate | None:
    """The verb group that begins at a word, if one does."""
    low = words[at].low
    first, modal, perfect, be, negated, tense = at, "", False, "", False, ""
    i = at
    while i < end:
        w = words[i].low
        if w in MODALS:
            modal, tense = modal or w, "future" if w in ("will", "shall", "'ll", "wo", "would") else "present"
        elif w in AUX_HAVE:
            perfect, tense = True, tense or ("past" if w == "had" else "present")
        elif w in AUX_BE:
            be, tense = w, tense or ("past" if w in ("was", "were") else "present")
        elif w in AUX_DO:
            tense = tense or ("past" if w == "did" else "present")
        elif w in NEGATIONS or w.endswith("n't"):
            negated = True
        elif (w in ADVERBS or w.endswith("ly")) and i > at:
            pass
        else:
            break
        i += 1
    has_aux = bool(tense)
    if i >= end or (not has_aux and i > at):
        return None
    low = words[i].low
    form = verb_forms().get(low)
    if (
        form is None
        and len(low) > 4
        and low.endswith("ed")
        and words[i].text.islower()
        and low not in NOT_VERBS
    ):
        form = Form(low[:-2], frozenset({"past", "participle"}), None)
    if has_aux:
        if form is None:
            if be or perfect:  # a copula: "has been", "was"
                last = next((k for k in range(i - 1, at - 1, -1) if words[k].low in AUX_BE | AUX_HAVE), at)
                return Predicate(
                    last, first, Form("be", frozenset(), None), tense, perfect, negated=negated, modal=modal
                )
            return None
        passive = bool(be) and "participle" in form.forms
        progressive = bool(be) and "ing" in form.forms and not passive
        return Predicate(i, first, form, tense, perfect, passive, progressive, modal, negated)
    if form is None:
        return None
    before = words[at - 1].low if at > begin else ""
    if before == "to" and "base" in form.forms:
        return Predicate(i, first, form, "infinitive")
    if "past" in form.forms and before not in NOT_SUBJECTS and not (before == "" and begin == 0 and at == 0):
        if finite and not _after_conjunction(words, begin, at):
            return Predicate(i, first, form, "participle", passive=True)
        return Predicate(i, first, form, "past")
    if "participle" in form.forms and "past" not in form.forms:
        return Predicate(i, first, form, "participle", passive=True)
    if "ing" in form.forms and before not in NOT_SUBJECTS:
        return Predicate(i, first, form, "participle", progressive=True)
    if (
        "s" in form.forms
        and before
        and before not in NOT_SUBJECTS
        and not finite
        and words[at - 1].text[0].isalnum()
    ):
        return Predicate(i, first, form, "present")
    return None


def _after_conjunction(words: Sequence[Word], begin: int, at: int) -> bool:
    return any(words[k].low in ("and", "but", "then") for k in range(max(begin, at - 2), at))


NOT_VERBS = frozenset(
    "united hundred indeed allied armed so-called alleged wounded limited naked sacred speed need breed seed weed feed bleed exceed proceed masked unmarked suspected".split()
)

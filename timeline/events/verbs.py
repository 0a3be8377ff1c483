"""A clause → its verb groups: tense, mood, voice, and whether another verb is the clause's own."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from timeline.events.lexicon import Form, event_nouns, phrases, verb_forms
from timeline.events.tokens import Word
from timeline.events.words import (
    AUX_BE,
    AUX_DO,
    AUX_HAVE,
    BREAKS,
    DETERMINERS,
    MODALS,
    NEGATIONS,
    NOT_SUBJECTS,
    NOT_VERBS,
    PREPOSITIONS,
    RELATIVES,
    SUBORDINATORS,
    is_adverb,
    is_noun_like,
)


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


def verb_groups(
    words: Sequence[Word],
    begin: int,
    end: int,
    opener: str,
    timed: frozenset[int],
    joined: Predicate | None = None,
) -> list[Predicate]:
    """The verb groups of a clause; `joined`: what "and" goes on from: "will open … and receive"."""
    out: list[Predicate] = []
    at = begin
    last_finite = _last_finite(words, begin, end)
    finite = False
    while at < end:
        purpose = begin > 0 and bool(out) and out[-1].tense == "infinitive"
        found = None if at in timed else _group(words, begin, at, end, finite, last_finite, timed, purpose)
        if found is None and joined is not None and not out:
            found = _under_modal(words, begin, at, joined)
        if found is None:
            at += 1
            continue
        found = replace(found, begin=begin, end=end, opener=opener)
        relative = opener in RELATIVES or (
            words[begin].low == "that" and bool(out) and out[0].first == begin + 1
        )
        restricts = (
            begin == 0 or words[begin - 1].low != ","
        )  # "Finland, which cut the visas issued in May, says"
        if relative and restricts and finite and _goes_on(words, found):
            tense, passive = (found.tense, found.passive) if found.finite else ("past", False)
            found = replace(found, tense=tense, passive=passive, begin=found.first, opener="")
        out.append(found)
        finite = finite or found.finite
        at = found.at + 1
    return out


def _under_modal(words: Sequence[Word], begin: int, at: int, joined: Predicate) -> Predicate | None:
    """A bare verb that a modal before "and" is of too."""
    form = _form_of(words, at)
    heads = all(is_adverb(w.low) or w.low in ("and", "or") for w in words[begin:at])
    if not joined.modal or form is None or "base" not in form.forms or not heads:
        return None
    return Predicate(at, at, form, joined.tense, modal=joined.modal)


def _goes_on(words: Sequence[Word], found: Predicate) -> bool:
    """Whether the clause around a relative one goes on: "separatists who hold Donetsk announced …"."""
    bare = found.tense == "participle" and "past" in found.form.forms and found.first == found.at
    helped = found.finite and words[found.first].low in AUX_BE | AUX_HAVE | MODALS
    return (bare or helped) and words[found.first - 1].low not in BREAKS | {"and", "or", "but", "that"}


def _last_finite(words: Sequence[Word], begin: int, end: int) -> int:
    """The last word that is surely of a finite verb: an earlier doubtful form is then no verb of its own."""
    for k in range(end - 1, begin - 1, -1):
        low = words[k].low
        if low in MODALS or (low in AUX_HAVE and low != "having") or low in _FINITE_BE:
            return k
        if low in _SEEMING and k + 1 < end and words[k + 1].low == "to":
            return k  # "plates recovered at the park appear to match"
        form = verb_forms().get(low)
        if form and "past" in form.forms and low not in NOT_VERBS:
            following = words[k + 1].low if k + 1 < end else ""
            free = k > begin and words[k - 1].low not in NOT_SUBJECTS | _UNFINISHED and following != "by"
            if free or "participle" not in form.forms:
                return k
    return -1


_UNFINISHED = frozenset("being be been".split())
"""After these a participle is no verb of its own: "stop a woman being executed"."""
_QUOTES = frozenset(("“", '"', "‘"))
_SEEMING = frozenset("appear appears seem seems".split())
_FINITE_BE = frozenset("is are was were".split())


def _group(
    words: Sequence[Word],
    begin: int,
    at: int,
    end: int,
    finite: bool,
    last_finite: int,
    timed: frozenset[int],
    purpose: bool,
) -> Predicate | None:
    """The verb group that begins at a word, if one does."""
    low = words[at].low
    after = words[at + 1].low if at + 1 < end else ""
    if low in event_nouns() and (after in MODALS or after in AUX_HAVE or after in _FINITE_BE):
        return None
    if low in event_nouns() and low.endswith("ing") and at == begin and after not in DETERMINERS | {"with"}:
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
    if _is_adjective(words, begin, at, form, before, skipped, after):
        return None
    relative = before == "that" and at == begin + 1
    if "past" in form.forms and (relative or before not in NOT_SUBJECTS):
        doubtful = (last_finite > at or purpose) and (after in PREPOSITIONS or at + 1 in timed)
        doubtful = (doubtful and form.lemma != "say") or _is_between_commas(words, begin, at, end)
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


def _is_adjective(
    words: Sequence[Word], begin: int, at: int, form: Form, before: str, skipped: str, after: str
) -> bool:
    """Whether a participle stands before its noun.

    "A democratically elected government", "as stunned officials watched", "releasing imprisoned dissidents".
    """
    if "participle" not in form.forms or not after.isalpha():
        return False
    if before in _BEFORE_ADJECTIVES and _of_noun(after):
        return True  # "behind closed doors", "in occupied towns"
    if before == "and" and at - 3 >= begin and words[at - 3].low in DETERMINERS and _of_noun(after):
        earlier = verb_forms().get(words[at - 2].low)
        if earlier is not None and "participle" in earlier.forms:
            return True  # "the man's dismembered and decapitated body"
    if before.endswith("ly") and skipped in DETERMINERS | {"most", "more"}:
        return True
    doing = before.endswith("ing") and before in verb_forms() and before not in NOT_VERBS
    heads = at == 0 or (at == begin + 1 and words[begin].low in SUBORDINATORS - {"that"})
    if not heads and not (doing and words[at].low.endswith("ed")):
        return False
    return _of_noun(after)


_BEFORE_ADJECTIVES = frozenset("behind in under against with from into between".split())


def _of_noun(low: str) -> bool:
    """Whether a word can be the noun after its adjective."""
    return low not in PREPOSITIONS | DETERMINERS | AUX_BE | AUX_HAVE | MODALS and not is_adverb(low)


def _bare_present(words: Sequence[Word], begin: int, at: int, form: Form) -> Predicate | None:
    """A form in -s, or a base form, that is the verb of its clause rather than a noun."""
    low = words[at].low
    before = words[at - 1].low if at > begin else ""
    if at == begin + 1 and words[begin].low in RELATIVES - {"whose"} | {"that"}:
        told = not form.forms.isdisjoint(("base", "s")) and low not in event_nouns()
        return Predicate(at, at, form, "present") if told else None
    if at == begin and at and words[at - 1].low in (",", "and", "but") and "s" in form.forms:
        return Predicate(at, at, form, "present")
    if not before or before in NOT_SUBJECTS or not before[0].isalnum():
        return None
    named = words[at - 1].text[0].isupper() and at - 1 > 0
    if low in _OFTEN_NOUNS and not _has_object(words, at):
        return None  # "were boarded by Russian forces"
    if "s" in form.forms and (low not in event_nouns() or named):
        return Predicate(at, at, form, "present")
    if "base" in form.forms and before in ("we", "they", "i"):
        return Predicate(at, at, form, "present")  # "We call on all sides"
    if "base" not in form.forms or low in event_nouns() or form.kind == "state":
        return None
    after = words[at + 1].low if at + 1 < len(words) else ""
    if after in DETERMINERS - {"'s"} and is_noun_like(words[at - 1]):
        return Predicate(at, at, form, "present")  # "columns from Crimea seize the dam"
    if at > begin + 2 and words[at - 2].low == "of" and words[at - 3].low.endswith("s"):
        return Predicate(at, at, form, "present")  # "heads of state gather"
    if before.endswith("s") or before in _PLURALS or (named and _several(words, begin, at)):
        return Predicate(at, at, form, "present")
    return None


_OFTEN_NOUNS = frozenset("forces wounds ships shares plans charges plots fires raises costs".split())
"""Forms in -s that are verbs only before an object: "Russia forces the issue"."""


def _has_object(words: Sequence[Word], at: int) -> bool:
    after = words[at + 1] if at + 1 < len(words) else None
    return after is not None and (
        after.low in DETERMINERS | {"to", "that"} or after.text[0].isupper() or after.text[0].isdigit()
    )


_PLURALS = frozenset("they we you media people police men women children".split())


def _several(words: Sequence[Word], begin: int, at: int) -> bool:
    """Whether a subject is more than one: "separatists in Donetsk", "Ukraine and Moldova"."""
    return any(
        w.low == "and" or (w.low.endswith("s") and w.text.islower() and len(w.low) > 4)
        for w in words[begin:at]
    )


def _is_between_commas(words: Sequence[Word], begin: int, at: int, end: int) -> bool:
    """Whether a participle stands in an aside: "the rebels, bloodied and in retreat, made peace"."""
    if (
        at != begin
        or begin < 1
        or end >= len(words)
        or words[begin - 1].low != ","
        or words[end - 1].low != ","
    ):
        return False
    front = next((k + 1 for k in range(begin - 2, -1, -1) if words[k].low == ","), 0)
    told = (verb_forms().get(w.low) for w in words[front : begin - 1])
    if not front and words[0].low in PREPOSITIONS and not any(form and "past" in form.forms for form in told):
        return True  # "In a speech, postponed from Tuesday, he announced"
    bare = not front and words[0].low in DETERMINERS and begin - front <= _SHORT
    ahead = [k for k in range(end, len(words)) if words[k - 1].low == ","] if bare else [end]
    return any(_goes_on_at(words, k) for k in ahead)


_SHORT = 6
"""Words of a subject that an aside of some clauses may follow: "The list, approved …, had been held back"."""


def _goes_on_at(words: Sequence[Word], at: int) -> bool:
    after = verb_forms().get(words[at].low)
    told = after is not None and "past" in after.forms and words[at].low not in NOT_VERBS
    return told or words[at].low in AUX_BE | AUX_HAVE | MODALS


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
        elif not is_adverb(w) and not (modal and w in _QUOTES):
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
    form = verb_forms().get(low) or verb_forms().get(low.removeprefix("re-")) or _after_to(words, at)
    if form is not None:
        if low in NOT_VERBS and not (at and words[at - 1].low in AUX_BE):
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


def _after_to(words: Sequence[Word], at: int) -> Form | None:
    """A verb that no list has, known by where it stands: "to refurbish the dam"."""
    low = words[at].low
    bare = at > 0 and words[at - 1].low == "to" and at + 1 < len(words) and words[at + 1].low in DETERMINERS
    if not bare or not low.isalpha() or low.endswith("s") or low in NOT_SUBJECTS:
        return None
    return Form(low, frozenset({"base"}), None)


def _calls_someone(words: Sequence[Word], at: int) -> bool:
    """Whether "called" is by telephone, as in "called Mr Putin", rather than "called the decision void"."""
    after = words[at + 1] if at + 1 < len(words) else None
    owned = any(w.low in ("'s", "'") for w in words[at + 2 : at + 4])
    naming = owned or any(w.low in ("a", "an", "the") for w in words[at + 2 : at + 5])
    return after is not None and after.text[0].isupper() and after.low not in DETERMINERS and not naming


def _after_conjunction(words: Sequence[Word], begin: int, at: int) -> bool:
    return any(words[k].low in ("and", "but", "then") for k in range(max(begin, at - 2), at))

"""A clause → its verb groups: tense, mood, voice, and whether another verb is the clause's own."""

from bisect import bisect_left
from collections.abc import Sequence

from timeline.events.bare_verbs import bare_past, bare_present, is_adjective, is_between_commas
from timeline.events.lexicon import Form, event_nouns, verb_forms, without_passive
from timeline.events.papers import BROUGHT_OUT, is_paper
from timeline.events.predicate import Predicate
from timeline.events.segments import REPORTING_FORMS, is_each
from timeline.events.tokens import Word
from timeline.events.verb_form import form_of, is_past_form
from timeline.events.words import (
    AUX_BE,
    AUX_DO,
    AUX_HAVE,
    AUXILIARIES,
    BREAKS,
    DETERMINERS,
    MODALS,
    NEGATIONS,
    NOT_SUBJECTS,
    NOT_VERBS,
    NUMBERS,
    OFFICES,
    PARTICLES,
    PREPOSITIONS,
    PRONOUNS,
    RELATIVES,
    REPORTING,
    SAID_THAT,
    SUBORDINATORS,
    is_adverb,
    is_noun_like,
)


def verb_groups(
    words: Sequence[Word],
    begin: int,
    end: int,
    opener: str,
    timed: frozenset[int],
    verbal: list[int],
    joined: Predicate | None = None,
) -> list[Predicate]:
    """The verb groups of a clause, which begin at `verbal` places.

    `joined`: what "and" goes on from: "will open … and receive".
    """
    out: list[Predicate] = []
    verbal = verbal[bisect_left(verbal, begin) : bisect_left(verbal, end)]
    last_finite = _last_finite(words, begin, end, verbal)
    finite = False
    after = begin
    for at in verbal:
        if at < after:
            continue
        heads = (
            bool(out) and out[0].progressive and out[0].first == begin
        )  # "brushing aside a deal struck in"
        purpose = begin > 0 and bool(out) and (out[-1].tense == "infinitive" or heads)
        found = None if at in timed else _group(words, begin, at, end, finite, last_finite, timed, purpose)
        if found is None and joined is not None and not out:
            found = _under_modal(words, begin, at, joined)
        if found is None:
            continue
        after = found.at + 1
        if out and _completes(out[-1], found):
            out[-1] = _completed_by(out[-1], found)
            continue
        found.begin, found.end, found.opener = begin, end, opener
        relative = opener in RELATIVES or (
            words[begin].low == "that" and bool(out) and out[0].first == begin + 1
        )
        of_claim = finite and says_of_what(words, begin) and words[found.first].low in _FINITE
        relative = relative or of_claim
        restricts = (
            begin == 0 or words[begin - 1].low != ","
        )  # "Finland, which cut the visas issued in May, says"
        if relative and restricts and finite and _goes_on(words, found):
            tense, passive = (found.tense, found.passive) if found.finite else ("past", False)
            found = found._replace(tense=tense, passive=passive, begin=found.first, opener="")
            out = [told._replace(end=found.first) for told in out]
        out.append(found)
        finite = finite or found.finite
    return out


def says_of_what(words: Sequence[Word], begin: int) -> bool:
    """Whether "that" says what a noun claims: "Reports that it had been mined | were false"."""
    return begin > 0 and words[begin].low == "that" and words[begin - 1].low in SAID_THAT


def _completes(told: Predicate, found: Predicate) -> bool:
    """Whether a participle only says how someone was found: "was found abandoned", "were left stranded"."""
    return (
        told.passive and told.lemma in _FINDING and found.first == found.at == told.at + 1 and found.passive
    )


def _completed_by(told: Predicate, found: Predicate) -> Predicate:
    """What was told, of the kind of how it was found: "were found shot" tells of an attack."""
    kind = found.kind if found.kind not in ("plain", "state", "plainspeech", None) else told.kind
    return told._replace(form=Form(told.lemma, told.form.forms, kind))


_FINDING = frozenset("find leave keep hold".split())


def _under_modal(words: Sequence[Word], begin: int, at: int, joined: Predicate) -> Predicate | None:
    """A bare verb that goes on from one before "and": under its modal, or in the present of several."""
    form = form_of(words, at)
    heads = all(is_adverb(w.low) or w.low in ("and", "or") for w in words[begin:at])
    several = joined.tense == "present" and joined.first == joined.at and words[joined.at].low == joined.lemma
    if not (joined.modal or several) or form is None or "base" not in form.forms or not heads:
        return None
    if several and words[at].low in event_nouns():
        return None
    return Predicate(at, at, form, joined.tense, modal=joined.modal)


def _goes_on(words: Sequence[Word], found: Predicate) -> bool:
    """Whether the clause around a relative one goes on: "separatists who hold Donetsk announced …"."""
    bare = found.tense == "participle" and "past" in found.form.forms and found.first == found.at
    helped = found.finite and words[found.first].low in _HELPING
    surely = found.tense == "past" and "participle" not in found.form.forms
    apart = words[found.first - 1].low in _APART
    return (bare or helped or surely) and not apart


def _last_finite(words: Sequence[Word], begin: int, end: int, verbal: Sequence[int]) -> int:
    """The last word that is surely of a finite verb: an earlier doubtful form is then no verb of its own."""
    forms = verb_forms()
    what = next((k for k in verbal if words[k].low == "what" and k >= begin + 2), end)
    end = what if words[what - 1].low in PREPOSITIONS else end  # "goes on line in what was then a dairy"
    for k in reversed(verbal):
        if k >= end:
            continue
        low = words[k].low
        if low in _FINITE or (low == "be" and k > begin and is_noun_like(words[k - 1])):
            return k  # "demanded that the line agreed in May be drawn again"
        if low in _SEEMING and k + 1 < end and words[k + 1].low == "to":
            return k  # "plates recovered at the park appear to match"
        form = forms.get(low)
        if form and "past" in form.forms and low not in NOT_VERBS:
            following = words[k + 1].low if k + 1 < end else ""
            free = k > begin and words[k - 1].low not in _UNFINISHED and following != "by"
            free = free and not _is_brought_out(words, begin, k, following)
            if free or "participle" not in form.forms:
                return k
    return -1


def _is_brought_out(words: Sequence[Word], begin: int, at: int, after: str) -> bool:
    """Whether a participle says of words when they came: "asserted in an interview published on Friday"."""
    paper = (
        is_paper(words[at - 1]) and after in PREPOSITIONS and verb_forms()[words[at].low].lemma in BROUGHT_OUT
    )
    return paper and any(w.low in PREPOSITIONS for w in words[max(begin, at - _PHRASE) : at - 1])


_APART = BREAKS | {"and", "or", "but", "that"}
_COUNTS = NUMBERS | DETERMINERS
_PHRASE = 5
"""Words of a paper with its preposition: "in his famous speech"."""
_IN_PERFECT = ("since", "but")
"""What may stand within: "have since sailed", "have all but surrounded it"."""
_UNFINISHED = NOT_SUBJECTS | frozenset("being be been".split())
"""After these a participle is no verb of its own: "stop a woman being executed"."""
_BEFORE_OBJECT = DETERMINERS | {"with"}
_NOT_BEFORE_GERUND = NOT_SUBJECTS | PREPOSITIONS - {"by"}
_QUOTES = frozenset(("“", '"', "‘"))
_POINTERS = frozenset("this that these those".split())
"""What may be a subject alone: "This came a day after it"."""
_SEEMING = frozenset("appear appears seem seems".split())
_HELPING = AUXILIARIES | AUX_DO
_FINITE_BE = frozenset("is are was were".split())
_FINITE = MODALS | AUX_HAVE - {"having"} | _FINITE_BE
"""Auxiliaries that are surely of a finite verb."""


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
    helps = low in _HELPING
    form = None if helps else form_of(words, at)
    if form is None and not helps:  # as most words
        return None
    after = words[at + 1].low if at + 1 < end else ""
    if low in event_nouns() and (after in MODALS or after in AUX_HAVE or after in _FINITE_BE):
        return None
    whom = at + 1 < end and words[at + 1].text[0].isupper() and words[at - 1].low == ","
    named = low in event_nouns() and at == begin and after not in _BEFORE_OBJECT and not (at and whom)
    if low.endswith("ing") and (named or after == "of"):  # "its biggest massing of troops"
        return None
    if form is None:
        return _with_auxiliaries(words, begin, at, end, timed)
    if (
        low in event_nouns()
        and low.endswith("ing")
        and is_past_form(after)
        and words[begin].low in SUBORDINATORS
    ):
        return None  # "since fighting erupted"
    head = begin + (words[begin].low == "and")  # ", and flew to Minsk"
    before = words[at - 1].low if at > head else ""
    before = words[at - 2].low if at > head + 1 and is_each(words, at - 1) else before
    k = at - 1
    while k > begin and is_adverb(words[k].low):
        k -= 1
    skipped = words[k].low if k >= begin else ""
    if skipped == "to" and "base" in form.forms:
        return Predicate(at, at, form, "infinitive")
    counted = before[:1].isdigit() and (after in BREAKS or after in (".", "and", ""))
    if "past" in form.forms and (counted or "than" in (before, skipped)):
        return None  # "twelve dead and 20 injured", "later than originally planned"
    compound = before == "-" and words[at - 1].end == words[at].start
    dated = at + 1 in timed  # "Signed last July and prolonged in March, the deal …"
    if compound or (not dated and is_adjective(words, begin, at, form, before, skipped, after)):
        return None  # "in “DPR”-controlled Donetsk"
    relative = before == "that" and at == begin + 1
    aloof = before in ("outside", "inside") and after in _COUNTS  # "the crowd outside killed two"
    points = before in _POINTERS and at == head + 1 and "participle" not in form.forms
    if "past" in form.forms and (relative or aloof or points or before not in NOT_SUBJECTS):
        beside = at + 1 + (after in PARTICLES)  # "shot down 18 drones launched at Odesa"
        follows = words[beside].low if beside < end else ""
        doubtful = (last_finite > at or purpose) and (follows in PREPOSITIONS or beside in timed)
        doubtful = doubtful and form.lemma != "say" and before not in PRONOUNS
        doubtful = doubtful and not (
            form.lemma in REPORTING and end < len(words) and words[end].low == "that"
        )  # "asserted in an interview published on Friday that …"
        doubtful = doubtful and (
            finite or words[begin].low not in ("which", "whom")
        )  # "which they | renewed"
        doubtful = doubtful or is_between_commas(words, begin, at, end)
        beside = (finite and before not in PRONOUNS) or doubtful  # "the party he founded"
        return bare_past(words, begin, at, form, beside, after)
    comes = "base" in form.forms and form.lemma in without_passive()  # "arguments come to an end"
    if "participle" in form.forms and before not in DETERMINERS and not (comes and before.endswith("s")):
        return Predicate(at, at, form, "participle", passive=True)
    if "ing" in form.forms and _is_doing(words, begin, at, end, before):
        return Predicate(at, at, form, "participle", progressive=True)
    if at == begin and after.endswith("ing") and after in verb_forms() and after not in event_nouns():
        return None  # "…, monitors recording 1,500 shots"
    opens = at == begin + 1 and (words[begin].low in _OPENING or _is_of_noun(words, begin, form))
    return None if finite or (last_finite > at and not opens) else bare_present(words, begin, at, form)


_OPENING = frozenset(("who", "he", "she", "it"))
"""What a verb right after it is of: "rebels who hold it announced"."""


def _is_of_noun(words: Sequence[Word], begin: int, form: Form) -> bool:
    """Whether a form in -s after a relative is of the noun before: "a deal that allows trade was renewed"."""
    if "s" not in form.forms or not begin or words[begin + 1].low in event_nouns():
        return False
    said = words[begin - 1].low in SAID_THAT or words[begin - 1].low in REPORTING_FORMS
    return words[begin].low == "which" or (words[begin].low == "that" and not said)


def _is_doing(words: Sequence[Word], begin: int, at: int, end: int, before: str) -> bool:
    """Whether a form in -ing is a verb: "after meeting him", not "where falling debris injured two"."""
    if before in RELATIVES and at + 2 < end and is_past_form(words[at + 2].low):
        return False
    after = words[at + 1].low if at + 1 < end else ""
    if after in ("point", "points"):
        return False  # "the Maiorske crossing point"
    if words[at].low in _NOUNS_IN_ING and after not in DETERMINERS:
        return False  # "its last open crossing with Belarus", "his approval rating fell"
    if words[at].low == "acting" and at + 1 < end and words[at + 1].low in OFFICES:
        return False  # "acting president Jan Duda"
    opens = at == begin or (words[begin].low in SUBORDINATORS and at == begin + 1)
    return opens or (before not in _NOT_BEFORE_GERUND and words[at].low not in event_nouns())


_NOUNS_IN_ING = frozenset(
    """
    crossing building briefing housing funding filing opening screening posting listing rating setting wedding
    ceiling dwelling drawing painting spending lending banking mining farming trading shipping engineering
    manufacturing training planning policing offering understanding beginning ending feeling finding parking
    """.split()
)


def _with_auxiliaries(
    words: Sequence[Word], begin: int, at: int, end: int, timed: frozenset[int]
) -> Predicate | None:
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
        elif i > at and (i in timed or (i + 1 in timed and w in PREPOSITIONS)):
            pass  # "has tonight ordered", "was on Friday sent home"
        elif not is_adverb(w) and not (modal and w in _QUOTES) and not (perfect and w in _IN_PERFECT):
            break
        if w in AUX_BE or w in AUX_HAVE:
            last = i
        i += 1
    before = words[at - 1].low if at else ""
    if words[at].low in _NOT_FINITE and before != "to":
        wanted = words[at].low == "be" and words[begin].low == "that" and at > begin + 1
        tense, modal = ("present", "should") if wanted else ("participle", modal)  # "that he be freed"
    if at > begin and before == "to":
        tense = "infinitive"
    form = form_of(words, i) if i < end else None
    if i < end and words[i].low == "given" and (perfect or be):  # a preposition elsewhere: "given the cold"
        form = verb_forms()["given"]
    if form is None and modal and i < end and words[i].text.islower() and words[i].low not in NOT_SUBJECTS:
        form = Form(words[i].low, frozenset({"base"}), None)
    return _completed(words, at, last, i, form, tense, modal, perfect=perfect, be=be, negated=negated)


_NOT_FINITE = frozenset(("being", "having", "be", "been"))


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

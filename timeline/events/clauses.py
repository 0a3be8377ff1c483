"""A sentence → its predicates: the verbs that say what happens, with tense, mood, subject and clause.

No model and no parser: signs, subordinators and verb forms cut a sentence into clauses well enough for
news, at the speed of a word list.
"""

from collections.abc import Sequence
from dataclasses import replace

from timeline.events.asides import is_aside, noun_before
from timeline.events.lexicon import intransitive, verb_forms, without_passive
from timeline.events.papers import brought_out
from timeline.events.predicate import Predicate
from timeline.events.reduced import as_participle, blamed_for, done_to_noun, split_object_clauses
from timeline.events.segments import REPORTING_FORMS, by_the_time, only_fronts, segments, some_of
from timeline.events.subjects import set_apart, subject_words
from timeline.events.tokens import Word
from timeline.events.verb_form import verbal_places
from timeline.events.verbs import verb_groups
from timeline.events.words import (
    CAUSING,
    CLAUSE_OPENERS,
    COUNTED,
    DETERMINERS,
    HARMS,
    MODALS,
    NUMBERS,
    PLANNING,
    PREPOSITIONS,
    PRONOUNS,
    RELATIVES,
    REPORTING,
    SUBORDINATORS,
    UNITS_OF_TIME,
    is_adverb,
)


def predicates(words: Sequence[Word], timed: frozenset[int] = frozenset()) -> list[Predicate]:
    """The verb groups of a sentence, from left to right; `timed` are the words of temporal expressions."""
    lows = [word.low for word in words]
    if timed or "may" in lows or "will" in lows:
        words = [
            _masked(word) if at in timed or (word.text in _SURNAMES and _is_name(words, at)) else word
            for at, word in enumerate(words)
        ]
        lows = [word.low for word in words]
    if lows[0] in _INVERTED and _inverts(words):  # "Should he refuse, …" says "if"
        words = [replace(words[0], low="if"), *words[1:]]
        lows[0] = "if"
    verbal = verbal_places(lows)
    out: list[Predicate] = []
    cut = segments(words, lows, timed)
    for number, (begin, end) in enumerate(cut):
        opener = words[begin].low if words[begin].low in CLAUSE_OPENERS else some_of(words, begin)
        if opener in COUNTED and only_fronts(words, begin):  # "After that call the Kremlin said"
            opener = ""
        if begin + 1 in timed and words[begin].low not in RELATIVES:  # "since last autumn" opens no clause
            opener = ""
        if by_the_time(words, begin):
            opener = "when"
        if (not opener and begin and words[begin - 1].low in REPORTING_FORMS and out) or (
            not opener
            and begin
            and out
            and out[-1].lemma in REPORTING
            and _only_time(words, out[-1].at, begin, timed)
        ):
            opener = "that"
        links = (
            bool(out)
            and out[-1].end == begin
            and (words[begin - 1].low in _AND_OR or words[begin].low in _AND_OR)
        )
        inside = verb_groups(words, begin, end, opener, timed, verbal, out[-1] if links else None)
        aside = number > 0 and any(p.finite for p in inside) and is_aside(words, cut, number, out)
        inside = [as_participle(p) for p in inside] if aside else inside
        own: list[Predicate] = []
        for predicate in inside:
            subject = subject_words(words, predicate, out, own, cut, number, timed)
            predicate.subject = set_apart(words, predicate, subject, out, timed)
            told = _as_before(words, predicate, out)
            told = brought_out(words, told)
            if aside and told.tense == "participle" and told.passive and told.subject[0] == begin:
                told = told._replace(subject=(cut[number - 1][0], begin - 1))  # "Jan Duda, a baker elected …"
            told = _taken_up(words, told, out, cut[max(0, number - _ASIDES) : number], timed)
            told = blamed_for(words, done_to_noun(words, told, out, timed), [*out, *own])
            told = _on_the_day(words, told, timed)
            own.append(told if told.subject[0] < told.subject[1] else told._replace(subject=(0, 0)))
        out += own
    out = _one_toll(words, _fronted(words, split_object_clauses(words, out)))
    governed = [_governed(words, p, out[:i]) for i, p in enumerate(out)]
    asked = {p.governor for p in governed if p.tense == "infinitive" and p.governor is not None}
    return [_asking(words, p) if _asks(words, p, asked) else p for p in governed]


_INVERTED = frozenset("should had were".split())


def _inverts(words: Sequence[Word]) -> bool:
    """Whether a sentence begins with a condition, its subject after the verb: "Had he signed it, …"."""
    comma = next((k for k, w in enumerate(words) if w.low == ","), 0)
    named = comma > 1 and (words[1].text[0].isupper() or words[1].low in DETERMINERS | PRONOUNS)
    return named and words[-1].low != "?"


def _one_toll(words: Sequence[Word], found: list[Predicate]) -> list[Predicate]:
    """A toll as one verb: "two were killed and five others, one of them a child, wounded"."""
    if sum(predicate.lemma in _HARMING for predicate in found) <= 1:
        return found
    out: list[Predicate] = []
    for predicate in found:
        last = out[-1] if out else None
        harmed = predicate.lemma in _HARMING and predicate.first == predicate.at and not predicate.opener
        if last is not None and harmed and last.passive and last.finite and last.lemma in _HARMING:
            between = words[last.at + 1 : predicate.at]
            joined = next((k for k, w in enumerate(between) if w.low == "and"), -1)
            after = between[joined + 1 :]
            if joined >= 0 and after and (after[0].low in NUMBERS or after[0].low[0].isdigit()):
                out[-1] = last._replace(end=predicate.end)
                continue
        out.append(predicate)
    return out


_AND_OR = frozenset(("and", "or"))
_HARMING = HARMS - {"die"}
"""Harms that have a passive."""


def _taken_up(
    words: Sequence[Word],
    predicate: Predicate,
    before: Sequence[Predicate],
    segments: Sequence[tuple[int, int]],
    timed: frozenset[int],
) -> Predicate:
    """A clause that goes on after an aside is of what opened it: "a school which, a guard said, was hit".

    So is "after Adam Duda, the envoy, left".
    """
    if predicate.opener or not predicate.finite:
        return predicate
    opens = words[predicate.subject[0] - 1].low
    if 0 < predicate.subject[0] < predicate.begin < predicate.subject[1] and opens in CLAUSE_OPENERS:
        # "when Putin, Merkel and Hollande spoke"
        return predicate._replace(opener=opens, begin=predicate.subject[0] - 1)
    if predicate.first != predicate.begin:
        return predicate
    at = next(
        (end - 2 for _, end in segments if words[end - 1].low == "," and words[end - 2].low in RELATIVES), 0
    )
    if at:
        return predicate._replace(opener=words[at].low, subject=noun_before(words, at, before))
    for begin, end in reversed(segments):
        inside = [p for p in before if p.begin == begin]
        if any(p.finite for p in inside):
            if words[begin].low in RELATIVES:
                continue
            own = all(p.subject != predicate.subject for p in inside)
            if own and words[predicate.subject[0] - 1].low == "that" and begin < predicate.subject[0] < end:
                return predicate._replace(opener="that")  # "agreed that the pact, signed in May, will last"
            break
        word = words[begin].low
        after = next((k for k in range(begin, end) if words[k].low in COUNTED), None)
        counts = after is not None and (after == begin or after - 1 in timed) and end - after > _OPENED
        aside = words[end - 1].low == "," and end < predicate.begin and words[end].low in _OPEN_ASIDES
        if counts and aside and after is not None and not inside:
            # "a day after Mali, the last to do so, left"
            return predicate._replace(opener=words[after].low, begin=after, subject=(after + 1, end - 1))
        if inside:
            continue
        if word == "whose" or (word in SUBORDINATORS and predicate.subject[0] == begin + 1):
            return predicate._replace(opener=word)
    return predicate


def _on_the_day(words: Sequence[Word], predicate: Predicate, timed: frozenset[int]) -> Predicate:
    """What was on a day just named, no word opening it: "last Friday, the day a missile struck Uman"."""
    begin, (low, high) = predicate.begin, predicate.subject
    named = begin > 1 and words[begin - 1].low == "," and begin - 2 in timed
    if not named or predicate.opener or not predicate.finite or low != begin or high - low <= _THE_DAY:
        return predicate
    if words[begin].low != "the" or words[begin + 1].low not in UNITS_OF_TIME:
        return predicate
    at = begin + _THE_DAY
    return predicate._replace(opener="when", begin=at, subject=(at, high))


_OPEN_ASIDES = DETERMINERS | PREPOSITIONS
_THE_DAY = 2
_OPENED = 2
_ASIDES = 4
"""Segments back in which such a clause may have begun."""


def _fronted(words: Sequence[Word], found: list[Predicate]) -> list[Predicate]:
    """A participle without a subject has the main clause's: "Detained in May, she fled".

    So has one that says when: "will fly to Paris before sitting down with X".
    """
    out: list[Predicate] = []
    heads_on = True  # whether only such participles stand before: "Signed in July and prolonged in March, …"
    for at, predicate in enumerate(found):
        heads_on = heads_on and _may_be_fronted(words, predicate, found[:at])
        after = next((p for p in found[at + 1 :] if p.subject != (0, 0)), None) if heads_on else None
        if after is not None and after.finite and not after.opener:
            predicate = predicate._replace(tense="participle", passive=True, subject=after.subject)
        borrowed = predicate
        if predicate.tense == "participle":
            heads = (
                not at and not predicate.opener and all(is_adverb(w.low) for w in words[: predicate.first])
            )
            before = next((p for p in reversed(out) if p.finite), None)
            after = next((p for p in found[at + 1 :] if p.finite and not p.opener), None)
            if heads and predicate.subject == (0, 0) and after is not None:
                borrowed = predicate._replace(subject=after.subject)
            elif predicate.opener in _TIMES and predicate.progressive and predicate.at == predicate.begin + 1:
                main = before or after
                borrowed = predicate._replace(subject=main.subject) if main is not None else predicate
        out.append(borrowed)
    return out


def _may_be_fronted(words: Sequence[Word], predicate: Predicate, before: Sequence[Predicate]) -> bool:
    """Whether a bare participle heads a sentence, or goes on with one that does."""
    bare = predicate.first == predicate.at and "participle" in predicate.form.forms and not predicate.opener
    if not bare or predicate.subject != (0, 0) or predicate.lemma in without_passive():
        return False
    return words[predicate.first - 1].low == "and" if before else predicate.first == 0


_TIMES = frozenset("before after while since".split())


def _asks(words: Sequence[Word], predicate: Predicate, asked: set[int]) -> bool:
    if predicate.lemma == "ask" and any(w.low == "for" for w in words[predicate.at + 2 : predicate.at + 7]):
        return True
    return predicate.lemma in ("ask", "tell") and predicate.at in asked


def _asking(words: Sequence[Word], predicate: Predicate) -> Predicate:
    """A verb of saying that asks for something to be done is a demand: "asked the UN to impose a zone"."""
    after = words[predicate.at + 1].low if predicate.at + 1 < len(words) else "to"
    if predicate.passive or after == "to":
        return predicate
    return predicate._replace(form=replace(predicate.form, kind="speech"))


def _as_before(words: Sequence[Word], predicate: Predicate, before: Sequence[Predicate]) -> Predicate:
    """A past form that goes on with the auxiliary before "and": "has occupied Crimea and fuelled a war"."""
    if before and _goes_on_reduced(words, predicate, before[-1]):
        return predicate._replace(tense="participle", passive=True, subject=before[-1].subject)
    last = next((p for p in reversed(before) if p.finite), None)
    if last is not None and _is_listed(words, predicate, last):
        return predicate._replace(
            tense=last.tense, perfect=last.perfect, passive=True, modal=last.modal, subject=last.subject
        )
    joined = (
        predicate.begin > 0 and words[predicate.begin - 1].low == "and" and predicate.first == predicate.at
    )
    if last is None or not joined or not last.perfect or last.subject != predicate.subject:
        return predicate
    if predicate.tense != "past" or "participle" not in predicate.form.forms:
        return predicate
    return predicate._replace(tense=last.tense, perfect=True)


def _goes_on_reduced(words: Sequence[Word], predicate: Predicate, last: Predicate) -> bool:
    """Whether a participle goes on with one before: "an idea backed by Germany and rejected by France"."""
    reduced = last.passive and last.tense == "participle" and last.subject[0] < last.subject[1]
    bare = predicate.first == predicate.at and "participle" in predicate.form.forms
    if not reduced or not bare or words[predicate.at + 1 : predicate.at + 2] == []:
        return False
    at = predicate.first - 1
    while at > 0 and is_adverb(words[at].low):
        at -= 1
    near = last.at < at and words[at - 1].low != ","
    if near and words[at].low == "and" and last.at == at - 1 and words[predicate.at + 1].low in _DONE_BY:
        return True  # "an expert kidnapped and killed by rebels", "kidnapped and presumed killed"
    return (
        words[predicate.at + 1].low == "by"
        and words[last.at + 1].low == "by"
        and words[at].low == "and"
        and near
    )


_DONE_BY = frozenset("by in on dead killed lost missing".split())


def _is_listed(words: Sequence[Word], predicate: Predicate, last: Predicate) -> bool:
    """Whether a participle goes on with a passive: "were rammed, fired on and boarded by soldiers"."""
    begin, after = predicate.first, words[predicate.at + 1 : predicate.at + 2]
    if not last.passive or begin != predicate.at or begin != predicate.begin or not after:
        return False
    if words[begin - 1].low not in (",", "and") or predicate.lemma in intransitive():
        return False
    if last.opener in SUBORDINATORS and words[begin - 1].low == ",":
        return False  # "Mr Duda, who spoke before it was signed, asked"
    placed = False  # "flown to Turkey and freed"
    for word in words[last.at + 1 : begin]:
        if word.low in PREPOSITIONS:
            placed = word.low in _PLACING
        elif not (word.low in (",", "and") or is_adverb(word.low) or (placed and word.text[0].isupper())):
            return False
    takes_none = after[0].low in _AFTER_LISTED
    return takes_none and "participle" in predicate.form.forms


_AFTER_LISTED = PREPOSITIONS | {",", "and", ".", "free"}
_PLACING = frozenset("to in into from near at".split())
"""What stands before the place where something is done to someone."""


def _is_name(words: Sequence[Word], at: int) -> bool:
    """Whether a word that could help a verb is a surname: "Theresa May chaired a meeting"."""
    return at > 0 and words[at - 1].text[0].isupper()


_SURNAMES = frozenset(("May", "Will"))


def _masked(word: Word) -> Word:
    """A word of a date that could be read as a verb, made one that cannot: "May", "March", "last"."""
    return replace(word, low="day") if word.low in MODALS or word.low in verb_forms() else word


def _only_time(words: Sequence[Word], verb: int, begin: int, timed: frozenset[int]) -> bool:
    return all(k in timed or words[k].low in PREPOSITIONS for k in range(verb + 1, begin))


def _chosen(
    words: Sequence[Word], predicate: Predicate, before: Sequence[Predicate]
) -> tuple[int, int] | None:
    """Who is to do what someone was chosen for: "chose Jan Duda as its head, to take over in May"."""
    at = predicate.first - 2
    if at < 1 or words[at].low != "," or not before or before[-1].lemma not in _CHOOSING:
        return None
    begin = next((k for k in range(before[-1].at + 1, at) if words[k].text[0].isupper()), at)
    end = next((k for k in range(begin, at) if not words[k].text[0].isupper()), at)
    return (begin, end) if begin < end else None


_ENDING = frozenset("begin start open end close conclude".split())
_CHOOSING = frozenset("choose appoint name elect pick nominate select".split())


def _past_commas(words: Sequence[Word], predicate: Predicate, before: Sequence[Predicate]) -> list[Predicate]:
    """The verb that "to" goes on from after an aside: "prompted ministers, meeting in Paris, to close it"."""
    begin = predicate.begin
    if words[begin].low != "to" or predicate.first != begin + 1 or words[begin - 1].low != ",":
        return []
    told = [p for p in before if p.finite and words[p.end - 1].low == ","]
    return told[-1:] if told and told[-1].lemma in CAUSING | _TELLING else []


_TELLING = frozenset("ask urge order tell invite call".split())
_TELLING_THAT = REPORTING | {"accept"}


def _governed(words: Sequence[Word], predicate: Predicate, before: Sequence[Predicate]) -> Predicate:
    if predicate.tense == "infinitive":
        chosen = _chosen(words, predicate, before)
        if chosen is not None:
            return predicate._replace(governor=before[-1].at, subject=chosen)
        near = [p for p in before if p.at >= predicate.begin] or _past_commas(words, predicate, before)
        if near and near[-1].opener in ("that", "which") and near[-1].lemma in _ENDING:
            main = [p for p in before if not p.opener and p.lemma in PLANNING and p.end == near[-1].begin]
            near = main or near
        told = [p for p in near if not (p.passive and p.tense == "participle")]
        orders = near and told and told[-1].lemma in PLANNING and near[-1].begin == told[-1].begin
        near = told if orders else near  # "ordered the men seized in May to be kept"
        to = words[predicate.first - 1].low == "to"
        if near and near[-1].lemma == "be" and near[-1].at == predicate.first - 1 - to:
            predicate = predicate._replace(subject=near[-1].subject)  # "a report his team was to give him"
        return predicate._replace(governor=near[-1].at) if near else predicate
    if predicate.opener in ("that", "if", "whether"):
        ends = predicate.lemma in _ENDING and predicate.first == predicate.begin + 1
        if predicate.opener == "that" and ends:
            return predicate  # "decided at a summit that ended on Saturday to send troops"
        near = [p for p in before if p.lemma in _TELLING_THAT and p.at < predicate.begin]
        return predicate._replace(governor=near[-1].at) if near else predicate
    joined = [p for p in before if p.governor is not None and p.finite and p.opener == "that"]
    if (
        joined
        and predicate.kind not in ("speech", "plainspeech")
        and not predicate.opener
        and predicate.begin
        and words[predicate.begin - 1].low in ("and", "but")
    ):
        return predicate._replace(governor=joined[-1].governor)
    return predicate

"""A sentence → the stretches that each hold a clause: cut at signs, subordinators and verbs that report."""

from collections.abc import Sequence

from timeline.events.bare_verbs import decides
from timeline.events.lexicon import Form, event_nouns, verb_forms
from timeline.events.tokens import Word, low_at
from timeline.events.verb_form import is_past_form, takes_lives
from timeline.events.words import (
    AUX_DO,
    AUX_HAVE,
    AUXILIARIES,
    BREAKS,
    CLAUSE_OPENERS,
    COUNTED,
    DETERMINERS,
    ENDS_OF_NOUNS,
    NOT_VERBS,
    OFFICES,
    OPENERS,
    PREPOSITIONS,
    RELATIVES,
    REPORTING,
    SAYING,
    SUBORDINATORS,
    ZERO_THAT,
    is_adverb,
    is_noun_like,
)

REACH = 14
"""How many words are looked through for the verb of a clause that begins."""
REPORTING_FORMS = frozenset(form for form, known in verb_forms().items() if known.lemma in REPORTING)
_ZERO_THAT_FORMS = frozenset(form for form, known in verb_forms().items() if known.lemma in ZERO_THAT)
_COORDINATORS = frozenset("and but or".split())
_CUTTING = BREAKS | CLAUSE_OPENERS | _COORDINATORS | _ZERO_THAT_FORMS
"""What a sentence may be cut at."""


def segments(words: Sequence[Word], lows: Sequence[str], timed: frozenset[int]) -> list[tuple[int, int]]:
    """Stretches between signs, before subordinators and after verbs that report; `lows` are in lower case."""
    cuts = [0]
    fronted = not _FRONTING.isdisjoint(lows)
    for at, low in enumerate(lows):
        if fronted:
            if low in _NOMINATIVE and cuts == [0] and at - 1 in timed and lows[0] in _FRONTING_TIMED:
                cuts.append(at)  # "Since taking office in May | he has dismissed five governors"
            if words[at].text[0].isupper() and _main_begins(words, cuts[-1], at, timed):
                cuts.append(at)  # "Two days before it ran out | Mr Duda saw the king"
        if low not in _CUTTING:  # as most words
            continue
        if low in BREAKS:
            if not (low == "," and _between_adjectives(words, at, timed)):
                cuts.append(at + 1)
        elif low in CLAUSE_OPENERS:
            if at and cuts[-1] != at and _opens(words, at, timed):
                cuts.append(at)
        elif low in _COORDINATORS:
            if _coordinates(words, at, cuts[-1], timed):
                cuts.append(at + 1)
        elif at + 2 < len(words) and not _is_noun(words, at) and not takes_lives(words, at):
            after = _past_time(words, at + 1, timed)
            if _content_begins(words, after, timed):
                cuts.append(after)
    return [(a, b) for a, b in zip(cuts, [*cuts[1:], len(words)], strict=True) if a < b]


_NOMINATIVE = frozenset("he she they we".split())
_FRONTING_TIMED = COUNTED | {"while"}
_FRONTING = _FRONTING_TIMED | {"when"}
"""What opens a clause that the main one may follow without a comma."""


def _between_adjectives(words: Sequence[Word], at: int, timed: frozenset[int]) -> bool:
    """Whether a comma stands between what is said of one noun: "a long, bitter war"."""
    if at < _WITH_ARTICLE or at + 2 >= len(words) or words[at - 2].low not in DETERMINERS or at - 1 in timed:
        return False
    said, next_one = words[at - 1], words[at + 1]
    of_it = said.low in _ADJECTIVES or (said.low.endswith(_OF_ADJECTIVES) and said.text.islower())
    return of_it and is_noun_like(next_one) and next_one.text.islower() and next_one.low not in CLAUSE_OPENERS


_ADJECTIVES = frozenset(
    """
    small big large long short new old young brief bitter heavy fierce deadly bloody tense rare huge major
    strong sharp quiet wide deep dark bleak busy narrow tough harsh full quick slow low high poor rich
    """.split()
)
_OF_ADJECTIVES = ("ous", "ful", "less", "able", "ible")


def _main_begins(words: Sequence[Word], cut: int, at: int, timed: frozenset[int]) -> bool:
    """Whether a name begins the main clause after one that opens the sentence, no comma between."""
    if (
        words[cut].low not in _FRONTING
        or at - cut < _CLAUSE
        or at in timed
        or words[at - 1].text[0].isupper()
    ):
        return False
    if not all(k in timed for k in range(cut)) or words[at - 1].low in _BEFORE_NAMES:
        return False
    told = any(_is_past(words[k].low) for k in range(cut + 1, at))
    name = next((k for k in range(at, len(words)) if not words[k].text[0].isupper()), len(words))
    return told and name < len(words) and name - at <= _NAME and _is_past(words[name].low)


_CLAUSE = 3
"""Words of the shortest clause that such a name follows: "before it ended"."""
_BEFORE_NAMES = PREPOSITIONS - {"out", "up", "down", "off", "in"} | DETERMINERS | {"and", "or", "that", ","}


def _is_past(low: str) -> bool:
    return low in AUX_HAVE or is_past_form(low)


def by_the_time(words: Sequence[Word], begin: int) -> int:
    """How many words open a clause as "when" does: "by the time"; 0 where none do."""
    if len(words) < begin + 3 or words[begin].low != "by":
        return 0
    return 3 if words[begin + 1].low == "the" and words[begin + 2].low == "time" else 0


def in_course_of_which(words: Sequence[Word], begin: int) -> int:
    """How many words open a relative clause so: "in the course of which"; 0 where none do."""
    if len(words) < begin + 5 or words[begin].low not in PREPOSITIONS or words[begin].low in _ABOUT:
        return 0
    return 5 if words[begin + 3].low == "of" and words[begin + 4].low in RELATIVES else 0


_ABOUT = frozenset(("about", "around", "over"))
"""Before a number these open no phrase: "about a hundred of whom"."""


def some_of(words: Sequence[Word], begin: int) -> str:
    """The relative of a clause about some of what was named: "whom" of ", many of whom fled"."""
    if in_course_of_which(words, begin):
        return words[begin + 4].low
    of = of_relative(words, begin)
    return words[of + 1].low if of else ""


def of_relative(words: Sequence[Word], begin: int) -> int:
    """Where "of" stands in ", many of whom fled", ", the most recent of which he signed"; 0 where none is."""
    if not begin or words[begin - 1].low not in BREAKS or words[begin].low in PREPOSITIONS:
        return 0
    of = next((k for k in range(begin + 1, min(begin + 4, len(words) - 1)) if words[k].low == "of"), 0)
    return of if of and words[of + 1].low in RELATIVES else 0


_BEFORE_POINTER = PREPOSITIONS | {"all", "so"}
_PHRASE_OPENERS = PREPOSITIONS - SUBORDINATORS
_BEFORE_NOUN = DETERMINERS | {"to"}
"""After these "report" and "claim" are nouns, and "say" reports nothing."""


def _is_noun(words: Sequence[Word], at: int) -> bool:
    """Whether a word like "report" is no verb; "France and Poland each said" has one."""
    return words[at - 1].low in _BEFORE_NOUN and not (at > 1 and is_each(words, at - 1))


def is_each(words: Sequence[Word], at: int) -> bool:
    """Whether "each" or "both" after a subject goes with its verb: "The two both said"."""
    return words[at].low in ("each", "both", "all") and is_noun_like(words[at - 1])


def _opens(words: Sequence[Word], at: int, timed: frozenset[int]) -> bool:
    """Whether a subordinator opens a clause, rather than a phrase: "as president", "since December"."""
    low = words[at].low
    if low == "that" and (words[at - 1].low in _BEFORE_POINTER or _points(words, at)):
        return False
    if low == "since" and words[at - 1].low in AUX_HAVE:  # "have since sailed"
        return False
    if low == "before" and words[at - 1].low == "never":
        return False
    if low == "as" and [w.low for w in words[at + 1 : at + 3]] == ["a", "whole"]:
        return False
    if low == "as" and at + 1 < len(words) and words[at + 1].low in OFFICES:  # "installed as head of X"
        return False
    if low == "as" and _says_as_what(words, at, timed):
        return False
    if low == "as" and words[at - 1].low in _TAKEN_AS:  # "dismissed as lies Russian claims"
        return False
    if low == "because" and at + 1 < len(words) and words[at + 1].low == "of":
        return False
    if at + 1 in timed or (low in RELATIVES and words[at - 1].low == "of"):
        return False
    if (
        low in OPENERS
        and words[at + 1 : at + 2]
        and words[at + 1].low in DETERMINERS
        and _past_aside(words, at)
    ):
        return True
    if low in COUNTED and at - 1 in timed and _past_aside(words, at):
        return True  # "two days after the envoy, in a call with Mr Duda, had proposed it"
    if low in COUNTED and (_goes_on_after(words, at) or only_fronts(words, at) or _after_reduced(words, at)):
        return False
    after = _past_apposition(words, at + 1)
    return _verb_ahead(words, after, gerund=low in ("after", "before", "since", "while", "when")) or (
        low in _BASE_AFTER and _base_ahead(words, at + 1)
    )


def _says_as_what(words: Sequence[Word], at: int, timed: frozenset[int]) -> bool:
    """Whether "as" leads to a noun in the plural: "call them as witnesses"; a clause would have a subject."""
    after = verb_forms().get(words[at + 1].low) if at + 1 < len(words) else None
    several = after is not None and "s" in after.forms and after.lemma not in _AS_IT_DOES
    rest = _past_time(words, at + 2, timed)
    return several and not _verb_ahead(words, rest, gerund=False)  # "as shells burst all around"


_AS_IT_DOES = frozenset("happen follow seem appear do be suit".split())


def only_fronts(words: Sequence[Word], at: int) -> bool:
    """Whether a noun phrase follows that another subject ends: "After that call the Kremlin said"."""
    near = words[at + 1 : at + 4]
    return (
        len(near) == 3
        and near[0].low in ("that", "this", "the")
        and near[1].low in event_nouns()
        and (near[2].low in ("the", "he", "she", "they", "it") or near[2].text[0].isupper())
    )


def _goes_on_after(words: Sequence[Word], at: int) -> bool:
    """Whether the next verb is another clause's: "idle since the new year and could freeze again"."""
    for k in range(at + 2, min(at + REACH, len(words))):
        helps = words[k].low in AUXILIARIES
        if helps or words[k].low in BREAKS or words[k].low in verb_forms():
            return helps and words[k - 1].low == "and"
    return False


def _after_reduced(words: Sequence[Word], at: int) -> bool:
    """Whether the verb ahead is of what a sentence begins with: "Curbs imposed after the raid have ended"."""
    done = verb_forms().get(words[at - 1].low)
    if at > _HEAD or done is None or "participle" not in done.forms or not is_noun_like(words[at - 2]):
        return False
    if any(w.low in AUXILIARIES or w.low in BREAKS or w.low in CLAUSE_OPENERS for w in words[: at - 1]):
        return False
    end = next((k for k in range(at, len(words)) if words[k].low in BREAKS), len(words))
    helping = [
        k for k in range(at, end) if words[k].low in AUX_HAVE or words[k].low in ("was", "were", "is", "are")
    ]
    named = any(w.low in event_nouns() for w in words[at + 1 : at + 4])
    told = any(
        _is_past(w.low) and w.low not in AUX_HAVE for w in words[at + 1 : helping[0] if helping else at + 1]
    )
    return len(helping) == 1 and named and not told


_HEAD = 6
"""Words of such a beginning."""


def _past_aside(words: Sequence[Word], at: int) -> bool:
    """Whether a verb follows the aside after a noun: "when a convoy, having crossed the border, returned"."""
    commas = [k for k in range(at + 2, min(at + 2 * REACH, len(words))) if words[k].low == ","][:2]
    if len(commas) < 2 or commas[1] + 1 >= len(words):
        return False
    doing, form = (verb_forms().get(words[k + 1].low) for k in commas)
    aside = (doing is not None and "ing" in doing.forms) or words[commas[0] + 1].low in PREPOSITIONS
    return aside and (words[commas[1] + 1].low == "had" or (form is not None and "past" in form.forms))


def _past_apposition(words: Sequence[Word], at: int) -> int:
    """Past a name and who it is: "after Dmitry Peskov, the Kremlin spokesman, said"."""
    comma = at
    while comma < len(words) and words[comma].text[0].isupper():
        comma += 1
    if comma == at or comma + 2 >= len(words) or words[comma].low != "," or comma - at > _NAME:
        return at
    closing = next((k for k in range(comma + 1, min(comma + REACH, len(words))) if words[k].low == ","), 0)
    said = closing and any(w.low.removesuffix("s") in OFFICES for w in words[comma + 1 : closing])
    return closing + 1 if said else at


_NAME = 5
"""Words of a name, with its title."""


def _points(words: Sequence[Word], at: int) -> bool:
    """Whether "that" says which, as the object of a verb that reports nothing: "defended that stance in"."""
    form = verb_forms().get(words[at - 1].low)
    if form is None or "past" not in form.forms or at + 2 >= len(words) or form.kind in SAYING:
        return False
    known = form.lemma not in REPORTING and form.lemma not in ZERO_THAT
    return known and words[at + 2].low in PREPOSITIONS


_TAKING_AS = frozenset("dismiss describe denounce regard condemn hail brand reject treat".split())
_TAKEN_AS = frozenset(form for form, known in verb_forms().items() if known.lemma in _TAKING_AS)
_BASE_AFTER = frozenset("when once if unless until because although though while before after".split())


def _base_ahead(words: Sequence[Word], at: int) -> bool:
    """Whether a plural subject and a verb in its bare form come before any sign: "when the talks resume"."""
    for k in range(at + 1, min(at + REACH, len(words))):
        if words[k].low in BREAKS:
            return False
        form = verb_forms().get(words[k].low)
        several = words[k - 1].low.endswith("s") or (  # "before heads of state gather"
            words[k - 2].low == "of" and words[k - 3].low.endswith("s")
        )
        if form and "base" in form.forms and words[k].low not in event_nouns() and several:
            return words[k].low not in NOT_VERBS and words[k - 1].low not in DETERMINERS
    return False


def _coordinates(words: Sequence[Word], at: int, cut: int, timed: frozenset[int]) -> bool:
    """Whether "and" begins a clause with a verb of its own."""
    if words[at].low == "but" and words[at - 1].low == "all":  # "have all but surrounded it"
        return False
    after = _past_time(words, at + 1, timed)
    if (
        after >= len(words)
        or _joins_name(words, at)
        or _joins_pair(words, at)
        or _joins_adjectives(words, at)
    ):
        return False
    only_when = all(k in timed or words[k].low in PREPOSITIONS for k in range(cut, at)) and cut < at
    told = _verb_ahead(words, cut, gerund=True, until=at)
    told = told or any(decides(words, cut, k) for k in range(cut + 1, min(cut + 3, at)))
    told = told or _base_ahead(words[:at], cut)  # "Crowds fill the square and allege …"
    resumed = cut > 0 and words[cut - 1].low == "," and words[cut].low in _PHRASE_OPENERS
    if not only_when and not told and not resumed:  # "Finland and Sweden sent": one subject
        return False
    low = words[after].low
    form = verb_forms().get(low)
    if low in AUXILIARIES or (form and "past" in form.forms and low not in NOT_VERBS):
        return True
    if words[at].low == "but":
        return True
    noun = low in event_nouns() and not (after + 1 < len(words) and words[after + 1].low in DETERMINERS)
    if form and not noun and _present_before(words, cut, at, form):
        return True
    if (
        words[cut].low in RELATIVES
        and low_at(words, at + 1) == low
        and form
        and "s" in form.forms
        and not noun
    ):
        return True  # "which was signed in May and expires in June"
    return low not in PREPOSITIONS and _content_begins(words, after, timed, plural=False)


def _past_time(words: Sequence[Word], at: int, timed: frozenset[int]) -> int:
    """The word after adverbs and dates with their prepositions: "captured" in "and on Wednesday captured"."""
    while at < len(words) and (
        is_adverb(words[at].low) or at in timed or (at + 1 in timed and words[at].low in PREPOSITIONS)
    ):
        at += 1
    return at


def _joins_name(words: Sequence[Word], at: int) -> bool:
    """Whether "and" stands in a name: "the Joint Centre for Control and Co-ordination"."""
    if (
        at < 3
        or at + 1 >= len(words)
        or words[at].low != "and"
        or words[at - 2].low not in ("for", "of", "on")
    ):
        return False
    return all(words[k].text[0].isupper() for k in (at - 3, at - 1, at + 1))


def _joins_adjectives(words: Sequence[Word], at: int) -> bool:
    """Whether "and" joins two participles before their noun: "the man's bruised and battered body"."""
    if at < _WITH_ARTICLE or at + 2 >= len(words) or words[at - 2].low not in DETERMINERS:
        return False
    both = words[at - 1].low.endswith("ed") and words[at + 1].low.endswith("ed")
    return both and is_noun_like(words[at + 2]) and words[at + 2].text.islower()


_WITH_ARTICLE = 2


def _joins_pair(words: Sequence[Word], at: int) -> bool:
    """Whether "and" joins the two that something is between: "talks between Mr Duda and Ms Kos"."""
    near = words[max(0, at - _NAME) : at]
    return words[at].low == "and" and any(
        w.low == "between" and all(name.text[0].isupper() for name in near[k + 1 :])
        for k, w in enumerate(near)
    )


def _present_before(words: Sequence[Word], cut: int, at: int, form: Form) -> bool:
    """Whether the clause before "and" has its verb in the same form of the present: "votes … and sets"."""
    same = "s" if "s" in form.forms else "base"
    if same == "s" and any(words[k].low in ("is", "has") for k in range(cut, at)):
        return True  # "is released and the same night addresses"
    if same == "s" and any(decides(words, cut, k) for k in range(cut + 1, min(cut + 3, at))):
        return True  # "Parliament votes to remove him and calls"
    return same in form.forms and any(
        known is not None
        and same in known.forms
        and words[k].low not in event_nouns()
        and words[k - 1].low != "to"
        for k in range(max(1, cut - 1), at)
        if (known := verb_forms().get(words[k].low))
    )


def _content_begins(words: Sequence[Word], at: int, timed: frozenset[int], *, plural: bool = True) -> bool:
    """Whether a clause begins here: a subject, then a finite verb, before any sign."""
    if at >= len(words) or words[at].low in ENDS_OF_NOUNS or words[at].low == "that" or at in timed:
        return False
    return _verb_ahead(words, at + 1, gerund=False, plural=plural)


def _is_subject(words: Sequence[Word], at: int, verb: int) -> bool:
    """Whether words before a verb can be its subject: not that of "… and last extended"."""
    before = verb - 1
    while before > at and (is_adverb(words[before].low) or words[before].low == "last"):
        before -= 1
    return words[before].low not in ("and", "or")


def _verb_ahead(
    words: Sequence[Word], at: int, *, gerund: bool, plural: bool = True, until: int | None = None
) -> bool:
    """Whether a verb stands before the next sign; `plural`: whether a form in -s, perhaps a noun, is one."""
    for k in range(at, min(at + REACH, len(words)) if until is None else until):
        low = words[k].low
        if low in BREAKS and low not in '“”"':
            return False
        if low in AUXILIARIES or low in AUX_DO:
            return words[k - 1].low != "and"  # "saw social and political rights grow and were …"
        form = verb_forms().get(low)
        if form is None:
            if (
                low.endswith("ed")
                and len(low) > 5
                and k > at
                and is_noun_like(words[k - 1])
                and "-" not in low
            ):
                return True
            continue
        if "past" in form.forms and words[k - 1].low not in DETERMINERS and low not in NOT_VERBS:
            return _is_subject(words, at, k)
        if plural and "s" in form.forms and low not in event_nouns() and words[k - 1].low not in DETERMINERS:
            return True
        if gerund and "ing" in form.forms and k == at:
            return True
    return False

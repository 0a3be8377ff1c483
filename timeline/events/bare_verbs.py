"""Verb forms without an auxiliary: the verb of a clause, an adjective, or a participle of an aside."""

from collections.abc import Sequence

from timeline.events.gazetteer import countries_low
from timeline.events.lexicon import Form, event_nouns, verb_forms, without_passive
from timeline.events.predicate import Predicate
from timeline.events.tokens import Word
from timeline.events.words import (
    AUXILIARIES,
    BREAKS,
    DETERMINERS,
    MODALS,
    NOT_SUBJECTS,
    NOT_VERBS,
    NUMBERS,
    PREPOSITIONS,
    RELATIVES,
    SUBORDINATORS,
    is_adverb,
    is_noun_like,
)


def is_adjective(
    words: Sequence[Word], begin: int, at: int, form: Form, before: str, skipped: str, after: str
) -> bool:
    """Whether a participle stands before its noun.

    "A democratically elected government", "as stunned officials watched", "releasing imprisoned dissidents".
    """
    if "participle" not in form.forms or not after.isalpha():
        return False
    if before in _DEGREES and at >= 2 and words[at - 2].low in _OF_WHICH and _of_noun(after):
        return True  # "two of the less damaged wards"
    if before in _BEFORE_ADJECTIVES and _of_noun(after):
        return True  # "behind closed doors", "in occupied towns"
    counted = at - 1 > begin and (before in NUMBERS or before in _QUANTIFIERS or before[:1].isdigit())
    hedged = counted and at - _BEFORE_HEDGE > begin and words[at - 2].low in _HEDGES
    lead = words[at - 2 - hedged].low if counted else ""  # "has taken in about 200,000 displaced people"
    of_them = lead in verb_forms() or lead in ("in", "from", "with")
    if of_them and _before_plural(words, at + 1):
        return True  # "jailed two captured Russian soldiers", "in four occupied regions"
    if (
        at - 1 == begin
        and before in NUMBERS
        and words[at].low.endswith("ed")
        and _before_plural(words, at + 1)
    ):
        return True  # "six armoured personnel carriers were …"
    base = verb_forms().get(before)
    acting = base is not None and "base" in base.forms and at >= 2 and words[at - 2].low == "to"
    people = at + 1 < len(words) and words[at + 1].text[0].isupper() and words[at + 1].low.endswith("s")
    if acting and words[at].low.endswith("ed") and (people or _before_plural(words, at + 1)):
        return True  # "to treat captured Ukrainians as terrorists"
    if before == "and" and at - 3 >= begin and words[at - 3].low in DETERMINERS and _of_noun(after):
        earlier = verb_forms().get(words[at - 2].low)
        if words[at - 2].low.endswith("ed") or (earlier is not None and "participle" in earlier.forms):
            return True  # "the man's dismembered and decapitated body"
    how_many = skipped in DETERMINERS or (at - 2 >= begin and words[at - 2].low in _QUANTIFIERS)
    if before.endswith("ly") and how_many:
        return True  # "all badly wounded prisoners"
    doing = before.endswith("ing") and before in verb_forms() and before not in NOT_VERBS
    if doing and (after in NUMBERS or before in event_nouns()):
        return False  # "shelling wounded nine people"
    heads = at == 0 or (at == begin + 1 and words[begin].low in SUBORDINATORS - {"that"})
    said = at == begin + 1 and words[begin].low == "that" and at + 2 < len(words)
    heads = heads or (said and words[at + 2].low in MODALS)  # "that frozen ground would help"
    if not heads and not (doing and words[at].low.endswith("ed")):
        return False
    return _of_noun(after)


_BEFORE_HEDGE = 3
_HEDGES = frozenset("about around some nearly almost roughly over".split())


def _before_plural(words: Sequence[Word], at: int) -> bool:
    """Whether a noun of several stands here, or after other words: "soldiers", "Russian men"."""
    for word in words[at : at + 3]:
        if not _of_noun(word.low) or word.low in SUBORDINATORS | BREAKS:
            return False
        if word.text.islower() and (word.low.endswith("s") or word.low in _PLURALS):
            return True
    return False


_QUANTIFIERS = frozenset("all both many more most several".split())
_BEFORE_ADJECTIVES = frozenset("behind of in under against with from into between".split())
_DEGREES = frozenset("less more least most very".split())
_OF_WHICH = DETERMINERS | NUMBERS
_NO_HEADS = PREPOSITIONS | DETERMINERS | AUXILIARIES


def _of_noun(low: str) -> bool:
    """Whether a word can be the noun after its adjective."""
    return low not in _NO_HEADS and not is_adverb(low)


def bare_present(words: Sequence[Word], begin: int, at: int, form: Form) -> Predicate | None:
    """A form in -s, or a base form, that is the verb of its clause rather than a noun."""
    low = words[at].low
    before = words[at - 1].low if at > begin else ""
    if at == begin + 1 and words[begin].low in RELATIVES - {"whose"} | {"that"}:
        told = not form.forms.isdisjoint(("base", "s")) and low not in event_nouns()
        return Predicate(at, at, form, "present") if told else None
    things = _names_things(words, at)
    goes_on = at == begin and at > 0 and words[at - 1].low in (",", "and", "but") and not things
    several = "base" in form.forms and (_after_aside(words, at, form) or _after_relative(words, at))
    if goes_on and ("s" in form.forms or several):
        return Predicate(at, at, form, "present")
    if not before or before in NOT_SUBJECTS or not before[0].isalnum():
        return None
    if words[begin].text == "Should" and words[begin].low == "if" and "base" in form.forms:
        return Predicate(at, at, form, "infinitive")  # "Should Russia attack, …"
    named = words[at - 1].text[0].isupper() and (at - 1 > 0 or _is_a_name(words[0]))
    doing = verb_forms().get(before)
    if doing is not None and "ing" in doing.forms and before not in event_nouns():
        return None  # "answering questions"
    if low in _OFTEN_NOUNS and not _has_object(words, at):
        return None  # "were boarded by Russian forces"
    if things or _ends_object(words, begin, at):
        return None  # "shedding their military ties to Moscow"
    if "s" in form.forms and (low not in event_nouns() or named or decides(words, begin, at)):
        return Predicate(at, at, form, "present")
    if "base" in form.forms and before in ("we", "they", "i"):
        return Predicate(at, at, form, "present")  # "We call on all sides"
    after = words[at + 1].low if at + 1 < len(words) else ""
    before = words[_past_adverbs(words, begin, at)].low
    several = before.endswith("s") and after in DETERMINERS - {"'s"}  # "relatives address the court"
    several = several or (before in NUMBERS and before.endswith("s"))  # "hundreds of thousands march"
    if "base" not in form.forms or (low in event_nouns() and not several) or form.kind == "state":
        return None
    if after in DETERMINERS - {"'s"} and is_noun_like(words[at - 1]):
        return Predicate(at, at, form, "present")  # "columns from Crimea seize the dam"
    if any(
        words[k].low == "of" and words[k - 1].low.endswith("s") for k in range(max(begin + 1, at - 4), at - 1)
    ):
        return Predicate(at, at, form, "present")  # "heads of state gather", "leaders of the G7 meet"
    joined = low in _OF_SEVERAL and any(w.low == "and" for w in words[begin:at])
    if before.endswith("s") or before in _PLURALS or joined or (named and _several(words, begin, at)):
        return Predicate(at, at, form, "present")
    return None


def _names_things(words: Sequence[Word], at: int) -> bool:
    """Whether a form in -s is the noun that it may be: "bans on loans, arms and oil", "27 heads of state"."""
    after = words[at + 1].low if at + 1 < len(words) else ""
    return (words[at].low == "heads" and after == "of") or (
        words[at].low == "arms" and not _has_object(words, at)
    )


def _past_adverbs(words: Sequence[Word], begin: int, at: int) -> int:
    """The word before a verb and its adverb: "governments" in "two governments formally accuse Mali"."""
    head = at - 1
    while head > begin + 1 and words[head].low.endswith("ly") and is_adverb(words[head].low):
        head -= 1
    return head


def _ends_object(words: Sequence[Word], begin: int, at: int) -> bool:
    """Whether a form in -s ends what someone is doing something to: "shedding their old ties"."""
    head = next((k for k in range(at - 1, max(begin, at - _OBJECT), -1) if not is_noun_like(words[k])), begin)
    doing = words[head - 1].low if head > begin and words[head].low in DETERMINERS else ""
    return doing.endswith("ing") and doing not in event_nouns()


_OBJECT = 6
"""Words of such an object before its noun."""


def _is_a_name(first: Word) -> bool:
    """Whether a sentence begins with a name, whose capital says nothing there: "NATO", "Canada"."""
    return (first.text.isupper() and len(first.text) > 1) or first.low in countries_low()


def decides(words: Sequence[Word], begin: int, at: int) -> bool:
    """Whether a body does what could be a noun in the plural: "Parliament votes 328 to nil"."""
    if words[at].low not in event_nouns() or not words[at].low.endswith("s"):
        return False
    after = words[at + 1] if at + 1 < len(words) else None
    alone = 0 < at - begin <= _BODY and words[begin].low not in DETERMINERS - {"the"}
    body = words[at].low == "votes" and words[at - 1].low in _VOTING
    if body and after is not None and after.low in ("in", "against", "for", "on"):
        return True  # "The Turkish parliament votes in favour"
    return alone and after is not None and (after.low in _OBJECTS or after.text[0].isdigit())


_OBJECTS = DETERMINERS - {"'s"} | {"to"}
_VOTING = frozenset("parliament senate house council assembly duma rada congress bundestag chamber".split())
_BODY = 2
"""Words of a body before its verb: "the Duma"."""


def _after_aside(words: Sequence[Word], at: int, form: Form) -> bool:
    """Whether several do something after an aside: "EU leaders, gathered in Brussels, freeze talks"."""
    comma = next((k for k in range(at - 2, max(0, at - _ASIDE), -1) if words[k].low == ","), 0)
    if not comma or form.kind in ("plain", "state", None) or words[at - 1].low != ",":
        return False
    doing = verb_forms().get(words[comma + 1].low)
    aside = doing is not None and not doing.forms.isdisjoint(("participle", "ing"))
    return aside and words[comma - 1].low.endswith("s") and words[comma - 1].text.islower()


def _after_relative(words: Sequence[Word], at: int) -> bool:
    """Whether several do something after what is told of them: "The curbs that Mali imposed, …, expire"."""
    opener = next((k for k in range(1, min(at, _HEAD)) if words[k].low in RELATIVES | {"that"}), 0)
    head = words[opener - 1]
    plural = opener > 0 and head.text.islower() and head.low.endswith("s")
    ends = at + 1 < len(words) and words[at + 1].low in PREPOSITIONS and words[at - 1].low == ","
    return plural and ends and all(w.low not in PREPOSITIONS for w in words[:opener])


_HEAD = 6
"""Words of such a subject up to its relative clause."""
_ASIDE = 8
"""Words of such an aside."""
_OFTEN_NOUNS = frozenset(
    """
    forces wounds ships shares plans charges plots fires raises costs suspects bans freezes curbs limits
    checks fines duties caps stations
    """.split()
)
"""Forms in -s that are verbs only before an object: "Russia forces the issue"."""


def _has_object(words: Sequence[Word], at: int) -> bool:
    after = words[at + 1] if at + 1 < len(words) else None
    return after is not None and (
        after.low in DETERMINERS | {"to", "that"} or after.text[0].isupper() or after.text[0].isdigit()
    )


_OF_SEVERAL = frozenset(
    "come become agree go begin arrive say announce accuse meet depart resign withdraw reject declare".split()
)
"""Base forms that are no nouns: "the president and the prime minister come out in favour"."""
_PLURALS = frozenset("they we you media people police men women children aircraft crew staff".split())


def _several(words: Sequence[Word], begin: int, at: int) -> bool:
    """Whether a subject is more than one: "separatists in Donetsk", "Ukraine and Moldova"."""
    return any(
        w.low == "and" or (w.low.endswith("s") and w.text.islower() and len(w.low) > 4)
        for w in words[begin:at]
    )


def is_between_commas(words: Sequence[Word], begin: int, at: int, end: int) -> bool:
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
    if after is not None and words[at].low not in event_nouns():
        told = told or "s" in after.forms or ("base" in after.forms and _after_aside(words, at, after))
    return told or words[at].low in AUXILIARIES


def bare_past(
    words: Sequence[Word], begin: int, at: int, form: Form, beside_finite: bool, after: str
) -> Predicate:
    """A past form alone: the verb of its clause, or the participle of "a missile fired from Russia"."""
    if (
        "participle" in form.forms
        and form.lemma not in without_passive()
        and not _after_conjunction(words, begin, at)
        and (beside_finite or (after == "by" and not _by_how_much(words, at + 2)))
    ):
        return Predicate(at, at, form, "participle", passive=True)
    return Predicate(at, at, form, "past")


def _by_how_much(words: Sequence[Word], at: int) -> bool:
    """Whether "by" says how much rather than who: "contracted by 37 per cent", "won by a landslide"."""
    low = [w.low for w in words[at : at + _MARGIN]]
    parts = "third quarter half fifth tenth".split()
    return bool(low) and (
        low[0][0].isdigit()
        or low[0] in NUMBERS
        or low[0] == "half"
        or (low[0] == "a" and low[1:2] and low[1] in parts)
        or (low[0] in ("a", "the") and not _MARGINS.isdisjoint(low))
    )


_MARGIN = 4
_MARGINS = frozenset("landslide margin majority whisker distance factor".split())


def _after_conjunction(words: Sequence[Word], begin: int, at: int) -> bool:
    return any(words[k].low in ("and", "but", "then") for k in range(max(begin, at - 2), at))

"""A date and the noun beside it: whether the date is that noun's, as in "the seizure of Crimea in 2014"."""

from collections.abc import Sequence
from datetime import date

from timeline.events.lexicon import event_nouns, verb_forms
from timeline.events.parts import Sentence, Trigger, noun_before
from timeline.events.predicate import Predicate
from timeline.events.status import HARMFUL, status_of
from timeline.events.tokens import Word
from timeline.events.words import ADVERBS, AUX_BE, AUXILIARIES, DETERMINERS, PREPOSITIONS
from timeline.model import Status, When


def noun_aside(sentence: Sentence, first: int) -> Trigger | None:
    """The occurrence that a phrase names before its date: "following his meeting with him on Friday"."""
    if (planned := _planned_noun(sentence, first)) is not None:
        return planned
    noun = noun_before(sentence, first)
    if noun is None:
        return None
    for at in range(noun.index - 1, max(-1, noun.index - 5), -1):
        if sentence.words[at].low in PREPOSITIONS:
            opens = any(p.begin == at and p.opener for p in sentence.predicates)
            return noun if sentence.words[at].low in ("following", "after", "before") and not opens else None
    return None


def _planned_noun(sentence: Sentence, first: int) -> Trigger | None:
    """What is planned for a date further on: "a planned meeting with Mr Putin in Paris this weekend"."""
    verbs = {p.at for p in sentence.predicates}
    for at in range(first - 1, max(0, first - _PLANNED_REACH), -1):
        if at in verbs or sentence.words[at].low in (",", ";", ":"):
            return None
        kind = sentence.noun_kind(at)
        if kind and TO_COME & {w.low for w in sentence.words[max(0, at - 2) : at]}:
            return Trigger(sentence.words[at], at, kind, None)
    return None


_PLANNED_REACH = 14


def names_a_thing(sentence: Sentence, when: When, first: int, last: int) -> bool:
    """Whether a date is no time of anything: a part of a name, or a verb."""
    return (
        _names_year_of_thing(sentence, when, first)
        or _is_verb(sentence, first)
        or _names_feast(sentence, first, last)
        or _names_games(sentence, last)
        or _says_how_old(sentence, when, first, last)
        or [w.low for w in sentence.words[max(0, first - 2) : first]] == ["back", "to"]  # "back to the 1980s"
    )


def _says_how_old(sentence: Sentence, when: When, first: int, last: int) -> bool:
    """Whether a century only says how old a thing is: "the fabled 11th century temple"."""
    words = sentence.words
    if when.precision != "century" or last >= len(words) or sentence.noun_kind(last):
        return False
    of_thing = any(w.low in DETERMINERS for w in words[max(0, first - 2) : first])
    thing = words[last]
    return of_thing and thing.text.islower() and thing.low not in PREPOSITIONS | AUXILIARIES | {"and"}


def _is_verb(sentence: Sentence, first: int) -> bool:
    """Whether a word that may count time is a verb: "the drills are due to last two weeks"."""
    words = sentence.words
    return 0 < first < len(words) and words[first].low in ("last", "march") and words[first - 1].low == "to"


def _names_feast(sentence: Sentence, first: int, last: int) -> bool:
    """Whether a feast only says what sort: "left for a Christmas break on Friday"."""
    words = sentence.words
    feast = any(w.low in _FEASTS for w in words[first:last])
    return feast and last < len(words) and words[last].low in _OF_FEASTS and not sentence.noun_kind(last)


_FEASTS = frozenset("christmas easter ramadan thanksgiving halloween".split())
_OF_FEASTS = frozenset(
    """
    break breaks holiday holidays dinner lunch party parties tree trees card cards carol carols present
    presents gift gifts shopping recess market markets lights season service services mass cookies decorations
    """.split()
)


def _names_games(sentence: Sentence, last: int) -> bool:
    """Whether a season is a part of a name: "the Winter Olympics"."""
    return last < len(sentence.words) and sentence.words[last].low in (
        "olympics",
        "paralympics",
        "games",
        "palace",
    )


def _names_year_of_thing(sentence: Sentence, when: When, first: int) -> bool:
    """Whether a year only says which thing is meant: "the constitution of 2004", "the forecast for 2016"."""
    if when.precision != "year" or first < 2 or sentence.words[first - 1].low not in ("of", "for"):
        return False
    if sentence.words[first - 2].low == "course":  # "will be delivered in the course of 2023"
        return False
    return not any(sentence.noun_kind(k) for k in range(max(0, first - 4), first - 1))


def is_called(sentence: Sentence, noun: Trigger, predicate: Predicate | None, first: int) -> bool:
    """Whether a date says for when something was called: "called an election for 25 May".

    So it does in "called for marches on Tuesday".
    """
    called = predicate is not None and predicate.lemma in (
        "call",
        "schedule",
        "set",
        "plan",
        "announce",
        "fix",
        "order",
        "declare",
    )
    low = sentence.words[max(0, noun.index - 3) : noun.index]
    more = predicate is not None and predicate.lemma == "call" and any(w.low == "for" for w in low)
    more = more or _is_summoned(sentence, noun, predicate, first)
    return called and (more or sentence.words[first - 1].low == "for") and noun.index < first


def _is_summoned(sentence: Sentence, noun: Trigger, predicate: Predicate | None, first: int) -> bool:
    """Whether people are called somewhere: "has called ministers to a meeting tonight", "called a rally"."""
    if predicate is None or predicate.lemma != "call" or predicate.passive or predicate.tense == "future":
        return False
    own = sentence.words[predicate.at + 1 : noun.index]
    near = not any(w.low in PREPOSITIONS - {"to"} or w.low == "," for w in own)
    direct = bool(own) and own[0].low in ("a", "an") and noun.kind in ("protest", "talks", "election", "vote")
    return near and (direct or (predicate.perfect and any(w.low == "to" for w in own)))


def noun_of(sentence: Sentence, first: int, last: int) -> Trigger | None:
    """The noun that a date belongs to: "Saturday's call", "the 2014 annexation".

    A date that belongs to a noun of no occurrence ("the 2015 law") dates nothing: its word is empty.
    """
    words, nouns = sentence.words, event_nouns()
    full = last + 1 < len(words) and words[last].low == "," and words[last - 1].low.isdigit()
    if full and words[last - 2].low == "," and words[last + 1].low in nouns:
        last += 1  # "the Dec. 21, 1988, bombing of an airliner"
    if last >= len(words):
        return None
    possessive = words[last].low in ("'s", "'")
    attributive = (
        first > 0
        and (
            words[first - 1].low in DETERMINERS
            or words[first - 1].low == "that"
            or (words[first].low == "the" and words[first + 1].low[0].isdigit())  # "the 20 February meeting"
            or (words[first - 1].low in ("of", "since", "after") and words[last].low in nouns)
        )
        and words[last].low[0].isalpha()
        and words[last].low not in _NO_NOUNS
        and (
            words[last].low in nouns
            or words[last].low not in verb_forms()
            or (words[first - 1].low in DETERMINERS and _is_year(words[first:last]))  # "the 2015 decree"
            or (words[first - 1].low in DETERMINERS and _heads_on(words, last))  # "the December award were"
            or (last + 1 < len(words) and words[last + 1].low in nouns)
        )
    )
    if not possessive and not attributive:
        return None
    if first > 1 and words[first - 2].low == "during" and words[last].low not in nouns:
        return None  # "was removed during a 1998 power struggle"
    for at in range(last + possessive, min(last + possessive + 4, len(words))):
        low = words[at].low
        if low in nouns and not (at + 1 < len(words) and words[at + 1].low in nouns):
            return Trigger(words[at], at, nouns[low], None)
        if (not low[0].isalnum() and low != "-") or low in PREPOSITIONS or low in AUX_BE:
            break
    return Trigger(Word("", 0, 0, ""), -1, "other", None)


def _heads_on(words: Sequence[Word], at: int) -> bool:
    """Whether a word that could be a verb is a noun by the auxiliary after it: "the December award was"."""
    form = verb_forms().get(words[at].low)
    after = words[at + 1].low if at + 1 < len(words) else ""
    return form is not None and form.forms <= {"base"} and after in AUXILIARIES


def _is_year(words: Sequence[Word]) -> bool:
    return len(words) == 1 and words[0].low.isdigit()


_NO_NOUNS = PREPOSITIONS | ADVERBS | AUXILIARIES | DETERMINERS | frozenset("and or that which when".split())


def noun_is_meant(sentence: Sentence, noun: Trigger, predicate: Predicate | None, *, past: bool) -> bool:
    """Whether a date after a noun phrase dates that noun rather than the verb."""
    if predicate is None or predicate.kind in ("plainspeech", "state"):
        return True
    if predicate.at > noun.index:
        return True
    if predicate.modal in ("will", "would", "could", "should") and past:
        return True  # "would condemn the annexation of last month"
    words = sentence.words
    for k in range(noun.index - 1, max(predicate.at, noun.index - 7), -1):
        if words[k].low in TO_COME:
            return True
        if words[k].low == "over" and past and noun.kind in ("attack", "annexation", "military"):
            return True  # "was convicted over the downing of the airliner in 2014"
        if words[k].low == "about" and past:
            return True  # "wins with a song about the deportation of Tatars in 1944"
        if words[k].low in PREPOSITIONS and words[k].low != "of":
            return words[k].low in _OTHER_TIME and not sentence.predicate_at(noun.index - 1)
    return False


TO_COME = frozenset("next slated planned scheduled upcoming forthcoming proposed coming".split())
_OTHER_TIME = frozenset("since after following before despite during".split())


def begins_since(sentence: Sentence, noun: Trigger) -> bool:
    """Whether "since" leads to a noun: what is told beside it has gone on from then."""
    for word in sentence.words[noun.index - 1 : max(0, noun.index - _SINCE_REACH) : -1]:
        if word.low == "since":
            return True
        if word.low == "," or (word.low in PREPOSITIONS and word.low != "of"):
            return False
    return False


_SINCE_REACH = 10
"""Words back from a noun within which "since" may lead to it."""


def is_supposed(sentence: Sentence, noun: Trigger) -> bool:
    """Whether what a noun names may only come: "the possibility of a Russian attack in February"."""
    words = sentence.words
    of = next((k for k in range(noun.index - 1, max(0, noun.index - 5), -1) if words[k].low == "of"), 0)
    of -= of > 1 and words[of - 1].low in ("”", '"', "’")
    return of > 0 and words[of - 1].low in _SUPPOSING


_SUPPOSING = frozenset(
    "possibility prospect chance likelihood threat threats risk danger fear fears warning warnings".split()
)


def noun_status(sentence: Sentence, noun: Trigger, when: When, published: date | None) -> Status:
    """How real the text says it is what a noun names."""
    if is_supposed(sentence, noun):
        return Status.WARNED if noun.kind in HARMFUL else Status.HYPOTHETICAL
    if any(p.opener in ("if", "unless") and p.begin <= noun.index < p.end for p in sentence.predicates):
        return Status.HYPOTHETICAL  # "If there is no deal by 1 January"
    return status_of(sentence.words, None, None, when, noun.kind, published)

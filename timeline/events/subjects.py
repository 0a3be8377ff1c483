"""A verb group → the words of its subject: its own, or of the clause that it is joined to."""

from collections.abc import Sequence

from timeline.events.asides import (
    antecedent,
    before_bracket,
    name_before,
    noun_before,
)
from timeline.events.borrowed import borrowed, list_begin
from timeline.events.lexicon import verb_forms
from timeline.events.predicate import Predicate
from timeline.events.reduced import occurrence_before, reduced
from timeline.events.segments import by_the_time, in_course_of_which, of_relative
from timeline.events.tokens import Word
from timeline.events.verb_form import is_past_form
from timeline.events.verbs import says_of_what
from timeline.events.words import (
    BREAKS,
    CLAUSE_OPENERS,
    DETERMINERS,
    POINTS,
    PREPOSITIONS,
    RELATIVES,
    is_adverb,
    is_noun_like,
)


def subject_words(
    words: Sequence[Word],
    predicate: Predicate,
    before: Sequence[Predicate],
    inside: Sequence[Predicate],
    segments: Sequence[tuple[int, int]],
    number: int,
    timed: frozenset[int],
) -> tuple[int, int]:
    """The words of a verb's subject; as good as none where the clause has none.

    `before` are the verbs of the clauses before, `inside` those before it in its own, segment `number`.
    """
    begin = _past_opener(words, predicate)
    if words[predicate.begin].low in ("due", "set") and predicate.begin > 1 and not inside:
        return noun_before(words, predicate.begin - 1, before)  # "…, due to begin"
    if not inside and (to_do := _to_do(words, begin, predicate, before, segments[:number])) is not None:
        return to_do
    if not inside and _is_phrase(words, begin, predicate):
        begin += 1  # "with elections scheduled for May", "in a letter sent on Friday, …"
    if (he := _nominative(words, begin, predicate.first)) is not None:
        return he
    if (told := reduced(words, predicate, before, inside, timed)) is not None:
        return told
    if inside:
        return _shared(words, predicate, inside, begin, segments[number - 1] if number else None)
    while begin < predicate.first and (
        (begin in timed and words[begin + 1].low != "of" and not _counts(words, begin, timed))
        or (begin + 1 in timed and words[begin].low in PREPOSITIONS)
        or (is_adverb(words[begin].low) and not _how_many(words, begin, predicate.first))
        or words[begin].low in _LOOSE
    ):
        begin += 1
    if begin < predicate.first and not all(
        k in timed
        or (is_adverb(words[k].low) and not _stands_alone(words, k))
        or words[k].low in PREPOSITIONS
        for k in range(begin, predicate.first)
    ):
        begin = list_begin(words, begin, predicate.first, before, segments[:number], timed)
        begin = _headline_begin(words, predicate, begin, segments[:number])
        begin = before_bracket(words, begin, segments[:number])
        if words[predicate.first - 1].low == "whom" and number and words[predicate.begin - 1].low == ",":
            return _some_of(words, predicate, before, segments[number - 1])
        begin += 2 * is_object_clause(words, begin, predicate, timed)
        to = predicate.tense == "infinitive" and words[predicate.first - 1].low == "to"
        return (begin, predicate.first - to)
    near = [(low, high) for low, high in segments[:number] if words[low].low not in ("according", "due")]
    return borrowed(words, predicate, before, near, timed)


def set_apart(
    words: Sequence[Word],
    predicate: Predicate,
    subject: tuple[int, int],
    before: Sequence[Predicate],
    timed: frozenset[int],
) -> tuple[int, int]:
    """The name before the comma, where a subject says who that is: "Duda, a German condemned to death"."""
    low, high = subject
    done_to = predicate.passive and predicate.tense == "participle" and 1 < low < high
    aside = done_to and words[low - 1].low == "," and low - 2 not in timed
    if aside and words[low].low in ("a", "an", "the"):
        return name_before(words, low, high, before) or subject
    return subject


def _shared(
    words: Sequence[Word],
    predicate: Predicate,
    inside: Sequence[Predicate],
    begin: int,
    last: tuple[int, int] | None,
) -> tuple[int, int]:
    """The subject that a verb shares with one before it in its clause; `last` is the stretch before that.

    "Troops seized … were freed": the first noun phrase; "agreed to send": the same subject.
    """
    shared = inside[0].subject
    if (someone := _made_to(words, predicate, inside)) is not None:
        return someone
    if predicate.finite and all(p.tense == "infinitive" for p in inside) and shared[0] >= begin:
        return (shared[0], predicate.first)  # "the decision to leave was taken"
    resumes = not predicate.opener and inside[0].opener in RELATIVES and predicate.begin == predicate.first
    if resumes and last is not None and shared[0] >= inside[0].begin:
        return antecedent(words, last)  # "a theatre in which they hid was destroyed"
    if not predicate.opener and last is not None and says_of_what(words, inside[0].begin):
        return antecedent(words, last)
    if not predicate.opener and inside[0].opener in RELATIVES | {"that"} and last is not None:
        whole = antecedent(words, last)  # "a cap on the oil that is sold took effect"
        if whole[0] < shared[0] < whole[1] == shared[1] and words[whole[0]].low in ("a", "an", "the"):
            return whole
    return (begin, inside[0].first) if shared == (0, 0) else shared


def _made_to(
    words: Sequence[Word], predicate: Predicate, inside: Sequence[Predicate]
) -> tuple[int, int] | None:
    """Who is expected or asked to do something: "expects Germany to be able to end imports"."""
    last = inside[-1]
    if predicate.tense != "infinitive":
        return None
    chained = last.tense == "infinitive" and last.at + 2 >= predicate.first - 1
    if chained and last.subject != inside[0].subject:
        return last.subject
    begin, end = last.at + 1, predicate.first - 1
    between = words[begin:end]
    plain = 0 < end - begin <= _LONGEST_OBJECT and words[end].low == "to" and last.lemma in MAKING
    if not plain or last.passive or any(w.low in PREPOSITIONS - {"of"} or w.low in BREAKS for w in between):
        return None
    return begin, end


MAKING = frozenset("expect want allow enable force permit require oblige compel".split())
"""What makes someone else do something."""
_LONGEST_OBJECT = 6


def _to_do(
    words: Sequence[Word],
    to: int,
    predicate: Predicate,
    before: Sequence[Predicate],
    segments: Sequence[tuple[int, int]],
) -> tuple[int, int] | None:
    """What is to be done after a comma, or who does what was not looked for.

    "The summit of the group, to be held in Kyiv", "only for the speaker, who was away, to refuse".
    """
    if words[to].low != "to" or to < _AFTER_COMMA or words[to - 1].low != ",":
        return None
    if predicate.passive and predicate.tense == "infinitive":
        return occurrence_before(words, to - 1, before) or noun_before(words, to - 1, before)
    for low, high in reversed(segments):
        only = (k for k in range(low, high - 1) if words[k].low == "only" and words[k + 1].low == "for")
        at = next(only, None)
        if at is not None and to - high < _ASIDE_WORDS:
            return at + 2, high - (words[high - 1].low == ",")
    return None


_AFTER_COMMA = 2
_ASIDE_WORDS = 14
"""Words of an aside about who does it."""


def _past_opener(words: Sequence[Word], predicate: Predicate) -> int:
    """Where a clause begins past what opens it: "of which | Poland gave notice", "by the time | he left"."""
    begin = predicate.begin + bool(predicate.opener and words[predicate.begin].low in CLAUSE_OPENERS)
    if predicate.opener == "which" and words[begin].low in POINTS and words[predicate.begin - 1].low == "at":
        return begin + 1
    if (of := of_relative(words, begin)) and of + 2 < predicate.first and words[of + 1].low == "which":
        return of + 2  # "the first of which | the president opened"
    if words[begin].low not in PREPOSITIONS:  # as in most clauses
        return begin
    if begin + 1 < predicate.first and words[begin + 1].low in RELATIVES:
        begin += 2
    begin += by_the_time(words, begin)
    return begin + in_course_of_which(words, begin)


_ARTICLE = 5
"""Words from an article to such a clause."""


def _nominative(words: Sequence[Word], begin: int, verb: int) -> tuple[int, int] | None:
    """A pronoun right before a verb or its adverb: "the policy he has pursued", "They last swapped men".

    So it is with what is someone's: "depending on a report | his team was to give him on Tuesday".
    """
    at = verb - 1
    while at > begin and (is_adverb(words[at].low) or words[at].low == "last"):
        at -= 1
    if at >= begin and words[at].low in _NOMINATIVE:
        return at, at + 1
    of_noun = at > begin + 1 and words[at].low == "it" and is_noun_like(words[at - 1])
    if of_noun and words[at - 1].text.islower() and _is_thing(words, at - 1, verb):
        return at, at + 1  # "left the city it took a year ago"
    at = next((k for k in range(verb - 1, begin, -1) if not is_noun_like(words[k])), begin)
    if words[at].low not in ("his", "her", "their", "its") or verb - at <= 1:
        return None
    before = range(at - 2, max(begin - 1, at - _ARTICLE), -1)
    article = next((k for k in before if words[k].low in ("a", "the")), None)
    noun = article is not None and all(is_noun_like(w) for w in words[article + 1 : at])
    return (at, verb) if noun else None


def _headline_begin(
    words: Sequence[Word], predicate: Predicate, begin: int, segments: Sequence[tuple[int, int]]
) -> int:
    """Where two begin whom a headline joins by a comma: "Johnson, Scholz condemn strike"."""
    several = predicate.tense == "present" and words[predicate.at].low == predicate.lemma
    if not several or len(segments) != 1 or predicate.first - begin != 1 or words[-1].low in (".", "!", "?"):
        return begin
    names = words[: begin - 1]
    named = begin > 1 and words[begin - 1].low == "," and len(names) <= _LONGEST_NAME
    return 0 if named and all(w.text[0].isupper() for w in (*names, words[begin])) else begin


_LONGEST_NAME = 3


def _stands_alone(words: Sequence[Word], at: int) -> bool:
    """Whether "both" is all that acts: "Both were resumed", "the embargo that both imposed"."""
    opens = at == 0 or words[at - 1].low in RELATIVES | {"that"}
    return opens and words[at].low in ("both", "all")


def _is_thing(words: Sequence[Word], at: int, verb: int) -> bool:
    """Whether a word is a noun and no verb: "the security demands it published", not "demands it publish"."""
    if words[at].low not in verb_forms():
        return True
    articled = any(w.low in DETERMINERS for w in words[max(0, at - 2) : at])
    return words[at].low.endswith("s") and articled and is_past_form(words[verb].low)


def _some_of(
    words: Sequence[Word], predicate: Predicate, before: Sequence[Predicate], last: tuple[int, int]
) -> tuple[int, int]:
    """Those of whom some did something: "…, many of whom fled", whole where they head the sentence.

    "Monitors of the Organization for Security in Europe, about a hundred of whom have been working, …".
    """
    low, high = last
    told = any(low <= p.at < high for p in before)
    low += words[low].low == "and" and words[low + 1].text.islower()
    heads = words[low].low not in PREPOSITIONS and not told and (not last[0] or words[low].low.endswith("s"))
    return (low, predicate.begin - 1) if heads else noun_before(words, predicate.begin - 1, before)


def _how_many(words: Sequence[Word], at: int, end: int) -> bool:
    """Whether a word says which a subject is, not how something is done: "both sides", "first flight"."""
    if words[at].low in ("first", "only"):
        return at + 1 < end and is_noun_like(words[at + 1]) and words[at + 1].text.islower()
    return words[at].low in ("both", "all") and (at + 1 >= end or words[at + 1].text.islower())


def is_object_clause(words: Sequence[Word], begin: int, predicate: Predicate, timed: frozenset[int]) -> bool:
    """Whether what something is done to stands before the subject: ", a charge the Kremlin rejected"."""
    aside = begin > 0 and words[begin - 1].low in (",", "–", "—") and words[begin].low in ("a", "an")
    aside = aside and words[begin + 1].text.islower()  # "a Wall Street reporter arrested in May"
    if not aside or predicate.first - begin < _WITH_OBJECT or not predicate.finite or predicate.passive:
        return False
    head, after = words[begin + 2], words[min(predicate.at + 1, len(words) - 1)]
    alone = predicate.at + 1 in timed or after.low in PREPOSITIONS | {".", ",", ";"}
    return alone and (
        head.low in ("the", "his", "her", "its", "their", "it", "he", "she", "they") or head.text[0].isupper()
    )


_WITH_OBJECT = 3


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

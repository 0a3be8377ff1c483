"""How far a phrase that a noun heads goes, and the clause of a verb."""

from timeline.events.parts import Sentence
from timeline.events.predicate import Predicate
from timeline.events.words import BREAKS, DETERMINERS, PREPOSITIONS, RELATIVES, SUBORDINATORS


def noun_phrase(sentence: Sentence, at: int) -> tuple[int, int]:
    """The words of the phrase that a noun heads."""
    words = sentence.words
    verbs = {k for p in sentence.predicates for k in range(p.first, p.at + 1) if p.tense != "participle"}
    low = high = at
    while low and at - low < 9 and words[low - 1].low not in _LEFT_STOPS and low - 1 not in verbs:
        if words[low - 1].low in _STOPS:
            break
        low -= 1
    while (
        high + 1 < len(words)
        and high - at < 11
        and high + 1 not in verbs
        and words[high + 1].low not in _STOPS
    ):
        if words[high + 1].low in ("the", "a", "an") and (high in sentence.timed or high == at):
            break  # "After last Friday's elections the man …"
        if words[high + 1].low in ("!", "?") or (high + 2 == len(words) and words[high + 1].low == "."):
            break
        high += 1
    if low + 1 < at and words[low].low.endswith("ing") and words[low + 1].low in ("a", "an", "the"):
        low += 1  # "by overriding the veto"
    return low, _list_end(sentence, high + 1)


_STOPS = BREAKS | SUBORDINATORS | RELATIVES
_LEFT_STOPS = frozenset(
    """
        since after before from during in on at to by with for following about over amid despite off
        out up down was were is
        are had has and of
        """.split()
)


_MADE = frozenset(
    """
    appoint install name elect choose nominate confirm recognise recognize designate describe brand portray
    """.split()
)
"""Verbs after which "as" says what someone is made or called."""
_ASIDE = frozenset("since following despite amid after before as while until if unless".split())


def clause_end(sentence: Sentence, predicate: Predicate) -> int:
    """The word after a predicate's clause: phrases of other occurrences off, a list's rest joined."""
    words = sentence.words
    if (rest := past_aside(sentence, predicate)) is not None:
        return rest[1]
    end = next((k for k in range(predicate.at + 2, predicate.end) if words[k].low in _ASIDE), predicate.end)
    end = min([end, *(p.begin for p in sentence.predicates if predicate.at < p.begin < end)])
    if end < len(words) and words[end].low == "as" and predicate.lemma in _MADE:  # "named her as its head"
        stops = _ENDS | PREPOSITIONS - {"of"}
        timed = sentence.timed
        end = next((k for k in range(end + 1, len(words)) if words[k].low in stops or k in timed), len(words))
    if predicate.opener in SUBORDINATORS:  # "since he took office last month the two men have been …"
        dated = range(predicate.at + 2, end)
        end = next((k for k in dated if k - 1 in sentence.timed and words[k].low in ("the", "a", "an")), end)
    return _list_end(sentence, end)


def past_aside(sentence: Sentence, predicate: Predicate) -> tuple[int, int] | None:
    """What goes on after a phrase between commas: "has eased, since May, the repair of a pipe"."""
    words = sentence.words
    at = predicate.at + 1
    if at + 2 >= len(words) or words[at].low != ",":
        return None
    closing = next((k for k in range(at + 2, min(at + 10, len(words) - 1)) if words[k].low == ","), None)
    if closing is None or words[at + 1].low not in PREPOSITIONS or words[closing + 1].low not in DETERMINERS:
        return None
    if any(at < p.at < closing and p.finite for p in sentence.predicates):
        return None
    return closing + 1, next((k for k in range(closing + 2, len(words)) if words[k].low in _ENDS), len(words))


_ENDS = BREAKS | RELATIVES | {"."}


def _list_end(sentence: Sentence, end: int) -> int:
    """Past "…, Ukraine, Germany and France" where a clause was cut at a list's comma."""
    words = sentence.words
    if end >= len(words) or (words[end - 1].low != "," and words[min(end, len(words) - 1)].low != ","):
        return end
    at = end + (words[end].low == ",")
    reached = end
    while at < len(words) and words[at].text[0].isupper():
        while at < len(words) and words[at].text[0].isupper():
            at += 1
        if (
            at < len(words)
            and words[at].low == "and"
            and at + 1 < len(words)
            and words[at + 1].text[0].isupper()
        ):
            at += 1
            while at < len(words) and words[at].text[0].isupper():
                at += 1
            if at < len(words) and words[at].low.endswith("s") and words[at].text.isalpha():
                at += at not in sentence.timed  # "his British, French and German counterparts"
            return at
        if at >= len(words) or words[at].low != ",":
            return reached
        at += 1
        reached = end
    return reached

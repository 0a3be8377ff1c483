"""A date in a sentence → the verb in whose clause it stands."""

from collections.abc import Sequence

from timeline.events.lexicon import event_nouns
from timeline.events.papers import is_of_paper, paper_before
from timeline.events.parts import (
    Sentence,
    perceives,
    same_harm,
)
from timeline.events.predicate import Predicate
from timeline.events.tokens import Word
from timeline.events.words import PLANNING, PREPOSITIONS, RELATIVES


def predicate_of(sentence: Sentence, first: int, last: int) -> Predicate | None:
    """The verb whose clause a date stands in."""
    useful = [
        p
        for p in sentence.predicates
        if _can_be_dated(p, sentence.words)
        and not _is_name(sentence, p)
        and not _is_seen(sentence, p)
        and not _is_kept(sentence, p)
        and not is_sent(sentence, p)
    ]
    inside = [p for p in useful if p.begin <= first < p.end]
    before = [p for p in inside if p.at < first]
    if before and (first_told := _first_harm(sentence.words, useful, before[-1])) is not None:
        return first_told
    if before and (cleft := _cleft(sentence, useful, before[-1], last)) is not None:
        return cleft
    nearest = next(
        (p for p in reversed(sentence.predicates) if p.begin <= first < p.end and p.at < first), None
    )
    if (told := _told_in_paper(sentence, useful, nearest, first, last)) is not None:
        return told
    if before and (main := _past_plan(sentence, before, first)) is not None:
        return main
    if before and not _only_opens(before[-1]):
        return before[-1]
    after = [p for p in inside if p.at >= last]
    if after:
        return next((p for p in after if p.finite), after[0])
    if (main := _resumed(sentence, useful, first)) is not None:
        return main
    following = [p for p in useful if p.at >= last and p.finite]
    if following and _before_aside(sentence.words, last):
        return next((p for p in following if not p.opener), following[0])
    if following and _goes_on(sentence.words, first):
        return following[0]
    preceding = [p for p in useful if p.at < first and (p.finite or p.begin <= first - 4)]
    preceding = [p for p in preceding if not _only_opens(p)]
    clause = sentence.words[first - 1].low if first else ""
    between = [p for p in following[:1] if first - _ASIDE <= p.subject[1] < first and p.subject[1]]
    if between:  # "The strikes on Odesa, before dawn on Tuesday, were …"
        return between[0]
    stays = bool(preceding) and preceding[-1].lemma == "be"  # "When he was in Rome, on 3 May, he was shown …"
    if following and not stays and _between_clauses(sentence, first, last):
        return next((p for p in following if not p.opener), following[0])
    if following and (not preceding or first <= 3):
        return next((p for p in following if not p.opener), following[0])
    if preceding:
        near = preceding[-1]
        return near if clause or near.finite else next((p for p in reversed(preceding) if p.finite), near)
    return following[0] if following else (useful[-1] if useful else None)


def _before_aside(words: Sequence[Word], last: int) -> bool:
    """Whether an aside tells what came before or after: "but in 1941, soon after he left, it was shut"."""
    match [word.low for word in words[last : last + 3]]:
        case [",", "soon" | "shortly" | "just" | "immediately" | "right", "after" | "before"]:
            return True
        case _:
            return False


def _between_clauses(sentence: Sentence, first: int, last: int) -> bool:
    """Whether a date stands alone between a clause that opens a sentence and the main one.

    "When parliament met to change it, on 31 August, a grenade killed three guards."
    """
    words = sentence.words
    opens = words[0].low in ("when", "as", "while", "after", "before", "once")
    begin = first - (first > 0 and words[first - 1].low in PREPOSITIONS)
    return (
        opens and begin > 0 and words[begin - 1].low == "," and last < len(words) and words[last].low == ","
    )


def _only_opens(first: Predicate) -> bool:
    """Whether a participle at the head only says when someone spoke: "Speaking on Sunday, he …"."""
    asked = first.lemma in ("ask", "question", "interview") and first.subject == (0, 0)
    return first.at == 0 and (first.progressive or asked)


def _past_plan(sentence: Sentence, before: Sequence[Predicate], first: int) -> Predicate | None:
    """The verb around a plan that has its own date: "unveiled its plan to cut them by 2030 on Wednesday"."""
    plan, words = before[-1], sentence.words
    main = next((p for p in reversed(before[:-1]) if p.finite and p.begin == plan.begin), None)
    inside = plan.tense == "infinitive" or sentence.says_which(plan)  # "left the city it took a year ago"
    if not inside or main is None or main.kind == "state":
        return None
    starts = [t.start_char for t in sentence.timexes if t.when is not None]
    own = any(words[plan.at].end <= start < words[first].start for start in starts)
    dated = any(words[main.at].end <= start < words[plan.at].start for start in starts)
    return main if own and not dated else None


def _cleft(sentence: Sentence, useful: Sequence[Predicate], be: Predicate, last: int) -> Predicate | None:
    """What a date is put first for: "It was on Monday that troops crossed the border"."""
    it = [w.low for w in sentence.words[slice(*be.subject)]] == ["it"]
    if not it or be.lemma != "be":
        return None
    return next(
        (p for p in useful if p.begin == last and p.opener in ("that", "when", "before") and p.finite), None
    )  # "It was 1996 before they agreed to pay"


def _told_in_paper(
    sentence: Sentence, useful: Sequence[Predicate], nearest: Predicate | None, first: int, last: int
) -> Predicate | None:
    """The verb that tells what a paper of a date says: "In a letter sent on Monday, Germany accused …"."""
    words = sentence.words
    dated = first > 1 and words[first - 1].low == "dated"  # "in a letter dated Monday"
    at = first - 1 if dated else nearest.first if nearest is not None and is_of_paper(nearest) else 0
    paper = paper_before(words, at)
    if paper is None:
        return None
    same = [p for p in useful if p.finite and p.begin <= at < p.end and p.at < paper]
    if same:  # "accused Russia in a letter sent on Monday", "appeared in a video published on Monday"
        return same[-1] if same[-1].kind != "state" else None
    after = next((p for p in useful if p.finite and p.at >= last), None)
    return after if after is not None and not after.opener and after.kind != "state" else None


_ASIDE = 3


def _goes_on(words: Sequence[Word], first: int) -> bool:
    """Whether "and" opens the clause that a date heads: "met and, in 2022, fought", "…, and on Friday"."""
    at = first - 1
    while at > 0 and words[at].low in _BEFORE_DATES:
        at -= 1
    if at > 0 and words[at].low == ",":
        return words[at - 1].low in _AND
    if at > 0 and words[at].low == ";":
        return True
    return at > 0 and words[at].low in _AND and words[at - 1].low in (",", ";")


_AND = frozenset("and but then".split())
_BEFORE_DATES = frozenset("in on at by from since during early late about around only just the".split())


def _resumed(sentence: Sentence, useful: Sequence[Predicate], first: int) -> Predicate | None:
    """The main verb that a date after a dated aside belongs to: "will meet Li, who left on Monday, today"."""
    words = sentence.words
    comma = next((k for k in range(first - 1, max(-1, first - 4), -1) if words[k].low == ","), None)
    aside = next((p for p in reversed(useful) if p.end - 1 == comma), None) if comma is not None else None
    if aside is None:
        return None
    apart = aside.tense == "participle" and aside.first == aside.begin and words[aside.begin - 1].low == ","
    if not apart and (aside.opener not in RELATIVES or not sentence.is_dated(aside)):
        return None  # "have been going about, accompanied by guards, since Monday"
    return next((p for p in reversed(useful) if p.at < aside.begin and not p.opener), None)


def _first_harm(words: Sequence[Word], useful: Sequence[Predicate], predicate: Predicate) -> Predicate | None:
    """The first verb of a toll: "killed three people and wounded six on Tuesday" is one occurrence."""
    earlier = next((p for p in reversed(useful) if p.at < predicate.at), None)
    begin = predicate.begin
    joined = earlier is not None and (
        earlier.begin == begin or "and" in (words[begin].low, words[max(0, begin - 1)].low)
    )
    return earlier if earlier is not None and joined and same_harm(predicate, earlier) else None


def _is_seen(sentence: Sentence, predicate: Predicate) -> bool:
    """Whether a participle is part of what someone saw: "saw a column crossing the border"."""
    seen = predicate.progressive and predicate.tense == "participle"
    return seen and any(p.begin == predicate.begin and perceives(sentence, p) for p in sentence.predicates)


def _is_kept(sentence: Sentence, predicate: Predicate) -> bool:
    """Whether a participle only says how something is kept: "to keep the government funded"."""
    if predicate.tense != "participle" or not predicate.passive:
        return False
    verbs = (p for p in sentence.predicates if predicate.at - _KEPT <= p.at < predicate.at)
    return any(p.lemma in ("keep", "leave", "get") and p.begin == predicate.begin for p in verbs)


_KEPT = 5
"""Words from such a verb to its participle."""


def is_sent(sentence: Sentence, predicate: Predicate) -> bool:
    """Whether a participle only says which things a verb is of: "shot down 41 drones launched overnight"."""
    if predicate.tense != "participle" or not predicate.passive or predicate.lemma not in ("launch", "fire"):
        return False
    before = (p for p in sentence.predicates if p.begin == predicate.begin and p.at < predicate.at)
    return predicate.first == predicate.at and any(p.finite and p.kind == "attack" for p in before)


def _is_name(sentence: Sentence, predicate: Predicate) -> bool:
    """Whether a clause between commas says what something is called: "the decree, called a tomos, …"."""
    words, at = sentence.words, predicate.at
    if predicate.lemma not in _NAMING or not predicate.begin == predicate.first == at > 0:
        return False
    closed = words[at - 1].low == "," and words[predicate.end - 1].low == ","
    told = any(p.finite and p.at < at for p in sentence.predicates)
    return closed and told and words[at + 1].low in ("a", "an", "the")


def _can_be_dated(predicate: Predicate, words: Sequence[Word]) -> bool:
    if predicate.lemma in ("schedule", "plan", "expect") and words[predicate.at - 1].low == "as":
        return False  # "will go ahead as scheduled on Thursday"
    if predicate.progressive and predicate.tense == "participle" and words[predicate.at - 1].low in _ASPECTS:
        return False
    if predicate.finite or predicate.tense == "infinitive":
        return True
    deed = predicate.lemma == "make" and any(w.low in event_nouns() for w in words[slice(*predicate.subject)])
    if predicate.passive and predicate.lemma in _NAMING and not deed and words[predicate.at + 1 :][:1]:
        named = words[predicate.at + 1].text[0]
        if predicate.lemma not in PLANNING or named.isupper() or named in '“"':
            return False
    if predicate.passive and predicate.lemma in PLANNING:
        return True
    heads = predicate.at == predicate.begin and words[predicate.at - 1].low in (",", "and")
    aside = predicate.passive and (heads or predicate.at == 0)
    if aside and words[predicate.at + 1 :][:1] and words[predicate.at + 1].low in ("on", "in", "by"):
        return True  # "that ultimatum, issued on 30 July, expired"
    apart = predicate.begin > 0 and words[predicate.begin - 1].low == ","
    own = predicate.subject[0] == predicate.begin < predicate.first
    if apart and predicate.progressive and own and words[predicate.begin].low not in PREPOSITIONS:
        return True  # "…, monitors recording 1,500 shots on the 19th"
    opened = words[predicate.begin].low in ("after", "before", "since", "while", "following")
    return opened or predicate.kind not in ("plain", "state", "plainspeech", None)


_ASPECTS = frozenset("stop stopped start started begin began keep kept cease ceased".split())
_NAMING = frozenset("name call know dub title make".split())
"""Verbs whose participle only says what something is: "a puppy named Dolphin", "remarks made in May"."""

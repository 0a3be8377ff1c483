"""How much of a sentence a title takes: up to where a clause or what is said ends, its dates cut out."""

import re

from timeline.events.dated_clause import is_sent
from timeline.events.extents import clause_end
from timeline.events.parts import Sentence
from timeline.events.predicate import Predicate
from timeline.events.tokens import words_over
from timeline.events.words import BREAKS, HARMS, PREPOSITIONS, RELATIVES, REPORTING, SUBORDINATORS
from timeline.model import Timex

_BEFORE_DATE = re.compile(
    r"(?:\b(?:(?:for|through|during) (?:most|much|part|some|all) of|in the course of"
    r"|on|(?<!sworn )in|since|until|till|by|from|of|at|during|early|late|(?<!take )(?<!took )(?<!taken )"
    r"(?<!handed )(?<!turned )over"
    r"|as soon as|as early as|as"
    r"|for|between|before|after|within|starting|beginning|to|and|this)\s*|[(,]\s*)$",
    re.IGNORECASE,
)


def content_end(sentence: Sentence, predicate: Predicate) -> int:
    """Where what is said, or what follows a bare verb, ends."""
    later = [p for p in sentence.predicates if p.governor == predicate.at]
    if later:
        return later[-1].end
    words = sentence.words
    told = [p for p in sentence.predicates if p.kind == "plainspeech" and not p.opener]
    said = {p.begin for p in told} | {_speaker_begin(sentence, p) for p in told}
    end = predicate.end
    if predicate.opener == "that" and words[end - 1].low in ("and", "but"):
        return end - 1  # "told parliament that a bill had been drafted | but that …"
    own = [p for p in sentence.predicates if p.finite and not p.opener]
    if predicate.opener in SUBORDINATORS - {"that"} and any(p.begin == end for p in own):
        return end  # "Two days before it ran out | Mr Duda saw the king"
    clauses = {p.begin for p in own if not (p.passive and p.first == p.at)}
    says = predicate.lemma in REPORTING  # "warned on Friday, the station would …"
    while (
        end < len(words)
        and not (end in clauses and (words[end].low == "and" or (words[end - 1].low == "," and not says)))
        and not (end in said and words[end - 1].low == ",")  # "have fled Ukraine, officials said"
        and words[end - 1].low not in (";", ":")
        and words[end].text not in ".;:"
        and end - predicate.at < 24
    ):
        end += 1
        if words[end - 1].low in (",", "—", "–") and end - predicate.at > 5:
            break
        if words[end - 1].low == "," and words[end : end + 2] and _goes_on_saying(sentence, end):
            break
        if end < len(words) and words[end].low in ("after", "since", "following") and end - predicate.at > 3:
            break
    return end


def _speaker_begin(sentence: Sentence, speech: Predicate) -> int:
    """Where it begins who says it, an office before a name with it: ", its minister, Jan Duda, said"."""
    words, low = sentence.words, speech.subject[0]
    if low < 2 or speech.subject[1] >= len(words) or words[low - 1].low != ",":
        return low
    return next((k + 1 for k in range(low - 2, max(0, low - _OFFICE), -1) if words[k].low == ","), low)


_OFFICE = 8
"""Words of an office before a name."""


def end_of(sentence: Sentence, predicate: Predicate) -> int:
    """The word after what a title tells of a verb."""
    words = sentence.words
    end = _past_bracket(sentence, clause_end(sentence, predicate))
    if not predicate.finite and predicate.opener not in RELATIVES:  # "Sanctions due to expire were extended"
        later = [p for p in sentence.predicates if p.begin == predicate.begin and p.finite]
        mains = [p.first for p in later if p.at > predicate.at and p.subject[0] == predicate.subject[0]]
        end = min([end, *mains])
    for sent in sentence.predicates:  # "shot down 41 drones launched overnight"
        if sent.at > predicate.at and sent.at + 1 in sentence.timed and is_sent(sentence, sent):
            end = min(end, sent.first)
    for listed in sentence.predicates:  # "was submitted in May | and withdrawn in June"
        dated = not sentence.timed.isdisjoint(range(predicate.at, listed.first))
        if predicate.passive and listed.passive and dated and predicate.at < listed.first == listed.at < end:
            end = listed.first - 1 if words[listed.first - 1].low == "and" else end
    for told in sentence.predicates:  # "decided at a summit that ended on Saturday | to send troops"
        if told.tense == "infinitive" and told.begin == predicate.begin and told.at > predicate.at:
            end = min(end, told.first - 1) if (told.governor or predicate.at) < predicate.at else end
    if predicate.lemma in HARMS:  # "A soldier died when a drone dropped a grenade"
        end = next((p.end for p in sentence.predicates if p.opener == "when" and p.begin == end), end)
    return end


def _goes_on_saying(sentence: Sentence, at: int) -> bool:
    """Whether more follows of what is said: "…, and that eight mortars were absent"."""
    return [w.low for w in sentence.words[at : at + 2]] == ["and", "that"]


def _past_bracket(sentence: Sentence, end: int) -> int:
    """Where a clause ends that a bracket cuts: "announced a €100bn (£84bn) fund"."""
    words = sentence.words
    if end >= len(words) or words[end - 1].low != "(":
        return end
    closing = next((k for k in range(end, min(end + _BRACKET, len(words))) if words[k].low == ")"), None)
    if closing is None or closing + 1 >= len(words) or not words[closing + 1].text[0].isalnum():
        return end
    stops = BREAKS | RELATIVES | SUBORDINATORS | {".", "and"}
    return next((k for k in range(closing + 2, len(words)) if words[k].low in stops), len(words))


_BRACKET = 6


_ONLY_SAYS_WHICH = re.compile(r" (?:holidays?|recess|season|break|vacations?|harvest|crops?)\b")
"""After a season that is the name of something: "the summer holidays"."""


def _says_which(sentence: Sentence, timex: Timex) -> bool:
    """Whether a date stands between an article and the noun of an occurrence."""
    _, after = words_over(sentence.words, timex.start_char, timex.end_char)
    words = sentence.words
    return any(
        sentence.noun_kind(k) and all(w.text.isalpha() and w.low not in PREPOSITIONS for w in words[after:k])
        for k in range(after, min(after + 3, len(words)))
    )


def cut(sentence: Sentence, begin: int, end: int) -> str:
    """The text of words, its dates and the prepositions before them taken out."""
    words = sentence.words
    if begin >= end:
        return ""
    low, high = words[begin].start, words[min(end, len(words)) - 1].end
    out: list[str] = []
    at = low
    for timex in sentence.timexes:
        if (
            timex.end_char <= low
            or timex.start_char >= high
            or (timex.type in ("DURATION", "SET") and timex.when is None)
        ):
            continue
        if _ONLY_SAYS_WHICH.match(sentence.text, timex.end_char - sentence.start):
            continue  # "before the summer holidays"
        head = sentence.text[at - sentence.start : max(at, timex.start_char) - sentence.start]
        head = "" if out and head.strip() in ("-", "–") else head  # "March 15-17"
        if timex.text[:4].lower() == "the " and _says_which(sentence, timex):
            out.append(f"{head.rstrip()} the")  # "won in the 14 June election"
            at = min(timex.end_char, high)
            continue
        owns = sentence.text[timex.end_char - sentence.start :][:2] in ("'s", "’s")
        while not owns and (shorter := _BEFORE_DATE.sub("", head)) != head:
            head = shorter
        inside = owns and bool(out or head.strip())  # "boycotted Sunday's vote": "boycotted the vote"
        out.append(f"{head.rstrip()} the" if inside else head.rstrip())
        at = min(timex.end_char, high)
        if sentence.text[at - sentence.start :][:2] in ("'s", "’s"):
            at = min(at + 2, high)
    out.append(sentence.text[at - sentence.start : high - sentence.start].lstrip())
    return " ".join(out)

"""Clauses reduced to a participle, or that no word opens, and the noun that they say something of."""

from collections.abc import Sequence

from timeline.events.asides import Span, noun_before, person_begin
from timeline.events.lexicon import event_nouns, without_passive
from timeline.events.predicate import Predicate
from timeline.events.tokens import Word
from timeline.events.words import (
    BREAKS,
    DETERMINERS,
    NUMBERS,
    PREPOSITIONS,
    PRONOUNS,
    SUBORDINATORS,
    is_noun_like,
)


def reduced(
    words: Sequence[Word],
    predicate: Predicate,
    before: Sequence[Predicate],
    inside: Sequence[Predicate],
    timed: frozenset[int],
) -> Span | None:
    """The noun that a participle follows where the clause has its verb: "said in a report published …"."""
    at = predicate.first
    if not inside or at < 1 or not predicate.passive or predicate.tense != "participle":
        return None
    counted = words[at - 1].low[0].isdigit()  # "many of the more than 100 arrested"
    quoted = at > 1 and words[at - 1].text in _CLOSING and words[at - 2].text.isalpha()
    if at - 1 in timed or not (counted or quoted or is_noun_like(words[at - 1])):
        return None
    low, high = noun_before(words, at, [*before, *inside])
    low = person_begin(words, low, high) if predicate.kind == "attack" else low  # "the body of a man killed"
    several = low > 0 and words[low - 1].low == "of" and words[high - 1].low.endswith("s")
    some = low < high and (words[low].low in _COUNTS or words[low].text[0].isdigit())
    return (low, high) if low < high and (counted or several or some) else None


_COUNTS = DETERMINERS | NUMBERS
_CLOSING = frozenset(("”", '"', "’"))
"""What ends a name in quotation marks: 'the "people's republic" proclaimed there in April'."""


def of_paper(words: Sequence[Word], predicate: Predicate, before: Sequence[Predicate]) -> Span | None:
    """What was signed or passed, named before the comma: "whether the deal, signed in July, lasts"."""
    begin = predicate.begin
    aside = predicate.first == predicate.at == begin and "participle" in predicate.form.forms
    if not aside or begin < 2 or words[begin - 1].low != ",":
        return None
    if predicate.lemma in _STAGED and (staged := occurrence_before(words, begin - 1, before)) is not None:
        return staged
    low, high = noun_before(words, begin - 1, before)
    low += low < high and words[low].low in SUBORDINATORS
    named = {event_nouns().get(w.low) for w in words[low:high]} - {None}
    after = [w.low for w in words[predicate.at + 1 : predicate.end]]
    done, into_law = after[:1] == ["by"], after[:2] == ["into", "law"]
    paper = predicate.kind in ("agreement", "vote") and "agreement" in named
    low = _from_article(words, low, high)
    thing = low < high and words[low].low in DETERMINERS and not words[high - 1].text[0].isupper()
    thing = thing and words[low - 1].low not in PREPOSITIONS
    made = done and thing and predicate.lemma not in _OF_COMPANY
    return (low, high) if paper or into_law or made or (done and named) else None


def occurrence_before(words: Sequence[Word], end: int, before: Sequence[Predicate]) -> Span | None:
    """The occurrence that a phrase before a word names: "the first summit on peace, held in May"."""
    for at in range(end - 1, max(-1, end - _PHRASE), -1):
        if words[at].low in BREAKS or any(p.at == at for p in before):
            return None
        if words[at].low in event_nouns():
            low, _ = noun_before(words, at + 1, before)
            return low, end
    return None


_PHRASE = 7
_STAGED = frozenset("hold convene host stage organise organize launch conduct mount schedule".split())
"""What is done with an occurrence: "the summit, held in Paris, …"."""
_OF_COMPANY = frozenset("accompany follow join flank surround support back escort urge represent".split())
"""What is done by those beside someone: "entered the room, accompanied by aides"."""


_PRONOUNS = PRONOUNS | {"i"}
_PARTING = BREAKS | {"and", "but", "or", "that"}
"""What no such clause has between its verb and the main one."""
_HELD_SO = frozenset("say believe think claim know hope fear expect suspect".split())
"""Verbs in "the man officials say was killed"."""


def split_object_clauses(words: Sequence[Word], found: Sequence[Predicate]) -> list[Predicate]:
    """Verbs of a clause that no word opens apart from the main one: "a truce Mr Duda declared was broken"."""
    out = list(found)
    for at in range(len(out) - 1):
        inner, main = out[at], out[at + 1]
        together = (
            inner.begin == main.begin
            and not inner.progressive
            and (main.first < main.at or main.lemma in without_passive())
            and main.finite
            and inner.tense in ("past", "participle")
        )
        bare = inner.first == inner.at and not inner.opener and inner.lemma not in _HELD_SO
        if not together or not bare or any(w.low in _PARTING for w in words[inner.at : main.first]):
            continue
        own = words[inner.first - 1].low in _PRONOUNS  # "The policy he pursued in May failed"
        name = inner.first - own
        while name > inner.begin and words[name - 1].text[0].isupper():
            name -= 1
        begin = inner.begin
        if name == inner.first or name - begin < 2 or words[begin].low not in DETERMINERS:
            continue
        if words[name - 1].low in PREPOSITIONS or not is_noun_like(words[name - 1]):
            continue
        if not inner.finite and words[name - 1].low not in event_nouns():
            continue  # "the ship Moskva sunk in April was …"
        out[at] = inner._replace(
            tense="past",
            passive=False,
            begin=name,
            end=main.first,
            subject=(name, inner.first),
            opener="that",
        )
        out[at + 1] = main._replace(begin=main.first, subject=(begin, name))
        out[at + 2 :] = [
            p._replace(subject=(begin, name)) if p.subject == main.subject else p for p in out[at + 2 :]
        ]
    return out


def as_participle(predicate: Predicate) -> Predicate:
    """A past form that is no verb of its own: "a former comedian elected in 2019"."""
    bare = predicate.finite and predicate.first == predicate.at and "participle" in predicate.form.forms
    bare = bare and predicate.kind not in ("plainspeech", "speech")
    return predicate._replace(tense="participle", passive=True) if bare else predicate


def done_to_noun(
    words: Sequence[Word], predicate: Predicate, before: Sequence[Predicate], timed: frozenset[int]
) -> Predicate:
    """What was done to the noun before a comma: "freed ten soldiers, captured in May"."""
    begin, after = predicate.begin, predicate.at + 1
    bare = predicate.tense in ("past", "participle") and not predicate.progressive and not predicate.opener
    bare = bare and predicate.first == predicate.at == begin > 0 and words[begin - 1].low == ","
    if not bare or "participle" not in predicate.form.forms or after >= len(words):
        return predicate
    alone = after in timed or words[after].low in PREPOSITIONS
    if not alone or any(w.low == "and" for w in words[after : predicate.end]):
        return predicate
    main = before[-1] if before else None
    to_object = main is not None and main.finite and not main.passive and main.end == begin
    to_object = to_object and predicate.kind in _DONE and predicate.lemma not in _NOT_DONE_TO
    what = main is not None and main.lemma == "be" and words[main.subject[0]].low == "what"
    to_object = to_object or what  # "what changed minds was a set of traces, received on Friday"
    if not to_object and (predicate.subject != (0, 0) or predicate.lemma in ("postpone", "delay", "move")):
        return predicate
    low, high = noun_before(words, begin - 1, before)
    low = _from_article(words, low, high)
    if low >= high or (main is not None and low <= main.at < high):
        return predicate
    return predicate._replace(tense="participle", passive=True, subject=(low, high))


_DONE = frozenset(
    "attack military legal annexation mobilisation agreement vote sanctions humanitarian".split()
)
_NOT_DONE_TO = frozenset(
    """
    flee die retreat withdraw advance fight clash land erupt march rally explode crash collapse plead testify
    appeal vote negotiate escape surrender agree
    """.split()
)
"""Verbs that nothing is done by to another: "entered the town, fought for hours"."""


def _from_article(words: Sequence[Word], low: int, high: int) -> int:
    """Where a phrase begins after an unknown verb: "the corridor" in "We commend the corridor"."""
    articled = any(w.low in ("a", "an", "the") for w in words[low:high])
    while articled and low < high and words[low].low not in DETERMINERS:
        low += 1
    return low


def blamed_for(words: Sequence[Word], predicate: Predicate, before: Sequence[Predicate]) -> Predicate:
    """Who has done what someone is accused of: "accused Russian hackers of having knocked out the grid"."""
    first = predicate.first
    if words[first].low != "having" or not first or words[first - 1].low not in ("of", "for"):
        return predicate
    blame = next((p for p in reversed(before) if p.lemma in _BLAMING and p.at < first), None)
    if blame is None:
        return predicate
    if not blame.passive:
        return predicate._replace(subject=(blame.at + 1, first - 1))
    if blame.finite:
        return predicate._replace(subject=blame.subject)
    low, high = noun_before(words, blame.first, before)
    low = next((k + 1 for k in range(high - 1, low, -1) if words[k].low == "of"), low)
    return predicate._replace(subject=(low, high))  # "the trial of two men accused of having shot him"


_BLAMING = frozenset("accuse suspect blame convict condemn jail sentence acquit clear arrest".split())

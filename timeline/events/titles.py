"""A headline for a mention: who does what, without the date and without who says so."""

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from timeline.events.asides import is_named_after
from timeline.events.extents import clause_end, noun_phrase, past_aside
from timeline.events.lexicon import past_of
from timeline.events.meant import (
    OWNERS,
    is_pronoun,
    meant_by,
    meant_by_him,
    meant_by_object,
    owner_of,
    speaker_of,
    thing_meant,
)
from timeline.events.papers import is_of_paper
from timeline.events.parts import Sentence, Trigger, said_before
from timeline.events.predicate import Predicate
from timeline.events.segments import of_relative
from timeline.events.subjects import MAKING
from timeline.events.title_antecedents import antecedent_of, last_verb, thing_before
from timeline.events.title_extents import content_end, cut, end_of
from timeline.events.title_text import LONGEST, shortened, tidied, without_offices
from timeline.events.title_verbs import in_other_words
from timeline.events.tokens import low_at
from timeline.events.who import he_and_others, holder_of, place_of
from timeline.events.who_else import MUTUAL
from timeline.events.words import (
    BREAKS,
    CAUSING,
    DETERMINERS,
    NUMBERS,
    OFFICES,
    PLANNING,
    PREPOSITIONS,
    RELATIVES,
    REPORTING,
)

_NEAR_PLAN = 5
"""A plan so many words before its verb is left out: "agreed in Paris on Monday to hold …"."""


def title_of(sentence: Sentence, trigger: Trigger) -> str:
    """A title of at most 90 characters, never cut in mid-word."""
    if trigger.predicate is None:
        text = _of_noun(sentence, trigger)
    else:
        parts = _of_first(sentence, trigger.predicate) or _of_predicate(sentence, trigger, trigger.predicate)
        text = " ".join(part for part in parts if part)
        text = _straight(sentence, trigger.predicate, text) or text
        if (speaker := speaker_of(sentence, trigger.predicate)) is not None:
            said = tidied(text)  # "Mr Duda: We are leaving"
            text = f"{speaker.text}: {said[:1].upper()}{said[1:]}"
        elif claimed := _claimed(sentence, trigger.predicate):
            subject = _subject(sentence, trigger.predicate)
            it = is_pronoun(sentence, trigger.predicate) and text.startswith(subject)
            text = sentence.words[trigger.predicate.subject[0]].text + text[len(subject) :] if it else text
            text = f"{claimed} that {text}"
        else:
            text = _with_verb(sentence, trigger.predicate, _with_him(sentence, trigger.predicate, text))
    return shortened(tidied(text)) or trigger.word.text.capitalize()


def _with_him(sentence: Sentence, predicate: Predicate, text: str) -> str:
    """The text with the name of whom "him" means, where it does not have that already."""
    if "him" not in sentence.lows:
        return text
    places = [k for k, word in enumerate(sentence.words) if word.low == "him"]
    if len(places) != 1 or places[0] < predicate.at or len(re.findall(r"\bhim\b", text)) != 1:
        return text
    him = meant_by_him(sentence, places[0])
    if him is None or len(him.names) != 1 or him.names[0].split()[-1] in text:
        return text
    return re.sub(r"\bhim\b", lambda _: him.names[0], text)


def _with_verb(sentence: Sentence, predicate: Predicate, text: str) -> str:
    """The text with a subject short enough for its verb to stay within a title."""
    begin, end = predicate.subject
    if len(tidied(text)) <= LONGEST or predicate.tense == "participle" or begin >= end:
        return text
    subject, words = _subject(sentence, predicate), sentence.words
    if not without_offices(tidied(subject)).lower().startswith(shortened(tidied(text)).lower()):
        return text
    at = next((k for k in range(begin + 2, end) if words[k].low in _SAYS_MORE), end)
    first = cut(sentence, begin, at).rstrip(" ,")
    listed = at < end and words[at].low in (",", "and") and words[begin].text[0].isupper()
    short = f"{first} and others" if listed else first
    return short + text[len(subject) :] if text.startswith(subject) and at < end else text


_SAYS_MORE = PREPOSITIONS - {"of"} | BREAKS | {"and"}
"""What a subject may be cut at."""


def _claimed(sentence: Sentence, predicate: Predicate) -> str:
    """Who claims what only they say: "crowds alleged" that the vote was rigged; else nothing."""
    claim = sentence.predicate_at(predicate.governor)
    if claim is None or claim.lemma not in ("allege", "claim") or not claim.finite or claim.passive:
        return ""
    if claim.at > predicate.at or predicate.opener != "that" or claim.subject == predicate.subject:
        return ""
    return f"{_subject(sentence, claim)} {cut(sentence, max(claim.first, claim.subject[1]), claim.at + 1)}"


def _straight(sentence: Sentence, predicate: Predicate, text: str) -> str:
    """Who decides or asks what, without where: "Kenya pledged to go", not "pledged in the Charter to go".

    Nothing where there is room for all of it and no clause lies between.
    """
    content = _content(sentence, predicate)
    between = (p for p in sentence.predicates if content and predicate.at < p.at < content[0])
    apart = any(p.finite or is_of_paper(p) for p in between)  # "said in a letter published in May that …"
    short = tidied(text) if not apart else ""
    if not apart and (len(short) <= LONGEST or len(without_offices(short)) <= LONGEST):
        return ""
    where = low_at(sentence.words, predicate.at + 1) in ("in", "at", "during")
    if content is None or not predicate.finite or not where or content[0] - predicate.at > _WHERE:
        return ""
    verb = cut(sentence, max(predicate.first, predicate.subject[1]), predicate.at + 1)
    return f"{_subject(sentence, predicate)} {verb} {cut(sentence, *content)}"


_WHERE = 14
"""Words of a place or an occasion that may be left out: "at a summit in Warsaw that ended on Saturday"."""


def _of_noun(sentence: Sentence, trigger: Trigger) -> str:
    low, high = noun_phrase(sentence, trigger.index)
    if low > 1 and sentence.words[low - 1].low == "of" and sentence.words[low - 2].low in _STAGES:
        low -= 2  # "the start of the invasion"
    text = _owned(sentence, low, high)
    inside = (sentence.words[low].start, sentence.words[high - 1].end)
    named = any(inside[0] <= a.start_char < inside[1] for a in sentence.actors)
    if (verb := _of_subject(sentence, trigger)) is not None:  # "a similar attack knocked out two banks"
        return " ".join(part for part in _of_predicate(sentence, trigger, verb) if part)
    told = holder_of(sentence, trigger) if trigger.kind in MUTUAL else None
    match [w.low for w in sentence.words[max(0, low - 2) : low]]:
        case [*_, "after" | "before" | "since" | "following"] | ["ahead", "of"]:
            apart = True
        case _:
            apart = False
    if told is not None and not named and not apart and told.begin <= trigger.index < told.end:
        whole = replace(trigger, whole=told.kind == "plainspeech")
        return " ".join(part for part in _of_predicate(sentence, whole, told) if part)
    if sentence.words[low].low == "its" and text.startswith(sentence.words[low].text):
        where = place_of(sentence, trigger) if trigger.kind in ("annexation", "attack", "military") else None
        text = f"{cut(sentence, low + 1, high)} of {where.name}" if where is not None else text
    of = [w.low for w in sentence.words[max(0, low - 2) : low]] == ["anniversary", "of"]
    if of or len(tidied(text).split()) > 1:
        return text
    holder = [p for p in sentence.predicates if p.begin <= trigger.index < p.end and p.finite]
    if not holder or not _holds(sentence, holder[0], trigger):
        dated = any(sentence.words[k].text[0].isalnum() for k in sentence.timed if low <= k < trigger.index)
        if dated:  # "the 2003 invasion", "the April elections"
            return tidied(sentence.text[inside[0] - sentence.start : inside[1] - sentence.start])
        if place := place_of(sentence, trigger):
            return f"{tidied(text)} in {place.name}"
        if sentence.words[low - 1].low in _APART and tidied(text):
            return text  # "hours after the strike, he called"
    if holder:
        return " ".join(_of_predicate(sentence, trigger, holder[0]))
    # with its date, which may be its name: "the parade of D-Day"
    return sentence.text[inside[0] - sentence.start : inside[1] - sentence.start]


_STAGES = frozenset("start beginning outbreak onset launch end height aftermath resumption".split())
"""What of an occurrence a date may tell."""


def _holds(sentence: Sentence, predicate: Predicate, trigger: Trigger) -> bool:
    """Whether a verb tells what became of a noun: "called an election", "the vote failed"."""
    begin, end = predicate.subject
    between = sentence.words[min(predicate.at + 1, trigger.index - 1) : trigger.index]
    apart = any(word.low in _APART for word in between)  # "have died since Sunday's election"
    object_ = predicate.at < trigger.index <= predicate.at + _NEAR_OBJECT and not apart
    return object_ or (begin <= trigger.index < end and not _is_being_done(sentence, predicate))


_NEAR_OBJECT = 4
_APART = frozenset("since after before until following during despite".split())


def _is_being_done(sentence: Sentence, predicate: Predicate) -> bool:
    return any(w.low == "being" for w in sentence.words[predicate.first : predicate.at])


def _of_subject(sentence: Sentence, trigger: Trigger) -> Predicate | None:
    """The verb that a noun heads the subject of, if it tells more than that it was."""
    for predicate in sentence.predicates:
        begin, end = predicate.subject
        told = predicate.finite and predicate.kind not in ("state", "plainspeech") and not predicate.modal
        told = told and not _is_being_done(sentence, predicate)  # "is being seen as a test"
        if told and begin <= trigger.index < end and end == predicate.first:
            between = sentence.words[trigger.index + 1 : end]
            head = all(w.low not in PREPOSITIONS for w in sentence.words[begin : trigger.index])
            return predicate if head and all(w.low not in ("which", "that", "who") for w in between) else None
    return None


def _with_plan(sentence: Sentence, predicate: Predicate) -> tuple[Predicate, int]:
    """A verb with the subject that a title gives it, and its first word: that of who plans or expects it."""
    governor, words, first = sentence.predicate_at(predicate.governor), sentence.words, predicate.first
    kept = next((p for p in sentence.predicates if p.at == first - 1 and p.lemma in ("remain", "stay")), None)
    if kept is not None:  # "will remain closed"
        predicate, first = predicate._replace(subject=kept.subject), kept.first
    if predicate.tense != "infinitive":
        return predicate, first
    if governor is not None and predicate.at - governor.at <= _NEAR_PLAN:
        if governor.lemma in MAKING and governor.finite:  # "Analysts expect Mali to leave"
            predicate = predicate._replace(subject=governor.subject)
        if governor.lemma in PLANNING | CAUSING or governor.at >= first - 3:
            to = governor.tense == "infinitive" and words[governor.first - 1].low == "to"
            return predicate, governor.first - to
    bare = governor is not None and governor.kind == "state" and governor.lemma != "have"
    return predicate, first - (not bare and predicate.subject[1] < first)  # "to"


def _of_predicate(sentence: Sentence, trigger: Trigger, predicate: Predicate) -> Iterator[str]:
    words = sentence.words
    predicate, first = _with_plan(sentence, predicate)
    subject = predicate.subject
    yield _subject(sentence, predicate)
    after = any(p.governor == predicate.at and p.finite for p in sentence.predicates)
    before = said_before(sentence, predicate) if trigger.whole and predicate.finite and not after else None
    if before is not None:
        said, verb = cut(sentence, *before), words[predicate.at].text
        verb += " that" if words[before[0]].low in ("if", "unless", "should") else ""
        small = words[before[0]].text[1:].islower() and not _is_named(sentence, before[0])
        verb = verb.replace("told", "said")
        yield f"{verb} {said[:1].lower() + said[1:] if small else said}"
        return
    end = end_of(sentence, predicate)
    content = _aside_content(sentence, predicate)
    at_head = predicate.first == predicate.begin
    fronted = predicate.tense == "participle" and (predicate.progressive or at_head)
    whole = trigger.whole and predicate.opener not in RELATIVES
    main_goes_on = predicate.opener in ("that", "which", "whom") and any(
        p.first == predicate.end and p.finite and p.subject != predicate.subject for p in sentence.predicates
    )
    if content is None and not fronted and not main_goes_on and (whole or end - predicate.at < 3):
        end = content_end(sentence, predicate)
    start = max(first, subject[1] if subject[1] <= first else first)
    if content is not None:  # "decided, in an extraordinary meeting, that Russia ceases to be a member"
        yield cut(sentence, start, predicate.at + 1)
        start, end = content
    if start <= predicate.at and (verb := in_other_words(sentence, predicate)):
        yield verb
        start = predicate.at + 1
    doing = predicate.progressive or words[predicate.first].low == "having"
    if predicate.tense == "participle" and doing and subject[0] < subject[1]:
        yield past_of(predicate.lemma)  # "he spoke", for "after speaking"
        start = predicate.at + 1
    if (meant := antecedent_of(sentence, predicate)) is not None:  # "which the presidents signed"
        told, start = _of_antecedent(sentence, predicate, start, meant)
        yield told
    if predicate.passive and predicate.finite and predicate.first == predicate.at:
        yield _auxiliary(sentence, predicate)
    him = meant_by_object(sentence, trigger) if start <= predicate.at + 1 <= end else None
    if (rest := past_aside(sentence, predicate)) is not None:
        yield cut(sentence, start, predicate.at + 1)
        start, end = rest
    elif thing := thing_meant(sentence, predicate):
        yield cut(sentence, start, predicate.at + 1)
        start, end = predicate.at + 1, predicate.at + 1
        yield thing
    elif him is not None and him.names:  # "warned him that …"
        yield cut(sentence, start, predicate.at + 1)
        yield " and ".join(him.names)
        start = predicate.at + 2
    yield from _to_end(
        sentence, predicate, start, _past_name(sentence, start, end), whole=content is not None
    )


def _of_antecedent(
    sentence: Sentence, predicate: Predicate, start: int, meant: tuple[int, int]
) -> tuple[str, int]:
    """A verb with the object that stands before it, and the word after its particle: "fired on a ship"."""
    words, at = sentence.words, last_verb(sentence, predicate) + 1
    beside, follows = words[at], words[min(at + 1, len(words) - 1)].low
    dated = at + 1 in sentence.timed
    particle = beside.low in PREPOSITIONS and (dated or follows in _AFTER_PARTICLE)
    thing = cut(sentence, *meant)
    thing = thing[:1].lower() + thing[1:] if words[meant[0]].low in DETERMINERS else thing
    of = of_relative(words, predicate.begin)  # "two dams, the first of which they opened"
    told = [
        cut(sentence, start, at),
        beside.text if particle and (not dated or beside.low == "for") else "",
        cut(sentence, predicate.begin, of + 1) if of else "",
        thing,
    ]
    return " ".join(part for part in told if part), at + particle


def _to_end(sentence: Sentence, predicate: Predicate, start: int, end: int, *, whole: bool) -> Iterator[str]:
    """What a clause tells, and what is decided or said in it after a date or an aside."""
    text = cut(sentence, start, end)
    if predicate.at == start == 0:  # "Signed in May, the deal …"
        text = text[:1].lower() + text[1:]
    for told in sentence.predicates:  # "agreed that the pact, signed in May, | will last"
        resumed = told.governor == predicate.at and told.opener == "that" and told.begin == told.first >= end
        if resumed and predicate.at < told.subject[0] < told.subject[1] <= end:
            yield f"{text.rstrip(',')} {cut(sentence, told.first, clause_end(sentence, told))}"
            return
    later = _content(sentence, predicate) if not whole else None
    apart = later is not None and any(w.low in (";", ":", "—") for w in sentence.words[end - 1 : later[0]])
    goes_on = later is not None and not apart and end <= later[0] <= end + _APART_BY
    yield text.rstrip(",") if goes_on else text
    if later is not None and goes_on:  # "agreed on Monday to go"
        yield cut(sentence, *later)


def _past_name(sentence: Sentence, begin: int, end: int) -> int:
    """Where a clause ends that a comma cuts before the name of an officer: "met Mali's leader, Jan Duda"."""
    words = sentence.words
    comma = end - 1 if end > begin and words[end - 1].low == "," else end
    if comma <= begin or comma + 1 >= len(words) or words[comma].low != ",":
        return end
    called = words[comma - 1].low in OFFICES and "'s" in [w.low for w in words[begin:comma]]
    name = next((a for a in sentence.actors if a.start_char == words[comma + 1].start), None)
    if not called or name is None or name.kind != "person" or name.coreferent:
        return end
    return next((k for k in range(comma + 1, len(words)) if words[k].start >= name.end_char), len(words))


def _content(sentence: Sentence, predicate: Predicate) -> tuple[int, int] | None:
    """What is decided or asked: "to go", "that it would go"."""
    words = sentence.words
    if predicate.lemma not in PLANNING | REPORTING | CAUSING:
        return None
    for told in sentence.predicates:
        if told.governor != predicate.at or told.at <= predicate.at:
            continue
        begin = told.begin if told.opener == "that" and told.finite else told.first
        while begin > predicate.at + 1 and words[begin - 1].low in ("to", "not"):
            begin -= 1
        opens = words[begin].low in ("that", "to", "not")
        return (begin, max(told.at + 1, clause_end(sentence, told))) if opens else None
    return None


_APART_BY = 8


def _is_named(sentence: Sentence, at: int) -> bool:
    """Whether a word begins a name."""
    starts = {a.start_char for a in sentence.actors} | {p.start_char for p in sentence.places}
    return sentence.words[at].start in starts


def _of_first(sentence: Sentence, predicate: Predicate) -> list[str]:
    """What someone has done that few had: "Canada was the first country to recognise it"; else nothing."""
    be = sentence.predicate_at(predicate.governor) if predicate.tense == "infinitive" else None
    if be is None or be.lemma not in ("be", "become") or be.tense != "past":
        return []
    if _FIRST.isdisjoint(w.low for w in sentence.words[be.at + 1 : predicate.at]):
        return []
    done = cut(sentence, predicate.at + 1, end_of(sentence, predicate))
    return [_subject(sentence, predicate), past_of(predicate.lemma), done]


_AFTER_PARTICLE = BREAKS | {"and", "."}
_FIRST = frozenset("first last only second third latest".split())


def _auxiliary(sentence: Sentence, predicate: Predicate) -> str:
    """What a listed participle goes on with: "were" for "boarded" in "were rammed and boarded"."""
    listed = (p for p in reversed(sentence.predicates) if p.at < predicate.at and p.first < p.at)
    first = next((p for p in listed if p.passive and p.subject == predicate.subject), None)
    return cut(sentence, first.first, first.at) if first is not None else ""


def _aside_content(sentence: Sentence, predicate: Predicate) -> tuple[int, int] | None:
    """What is decided or said, where something stands between."""
    told = next((p for p in sentence.predicates if p.governor == predicate.at and p.opener == "that"), None)
    if told is None or told.begin <= predicate.at + 1 or sentence.words[told.begin].low != "that":
        return None
    return (told.begin, told.end) if low_at(sentence.words, predicate.at + 1) == "," else None


def _subject(sentence: Sentence, predicate: Predicate) -> str:
    begin, end = predicate.subject
    if begin == end:
        return ""
    words = sentence.words
    if len(others := he_and_others(sentence, predicate)) == 1:
        return f"{others[0]} {cut(sentence, begin + 1, end)}"
    if is_pronoun(sentence, predicate):
        someone = meant_by(sentence, predicate)
        return someone.text if someone else words[begin].text
    if (of := of_relative(words, begin)) and of < end - 1 and (some := _some_of(sentence, predicate, of)):
        return some
    if begin and words[begin - 1].low == "whose" and (owner := _whose(sentence, begin - 1)):
        return f"{_of_owner(owner)} {cut(sentence, begin, end)}"
    begin = _after_front(sentence, begin, end)
    span = (words[begin].start, words[end - 1].end)
    meant = [a for a in sentence.actors if a.coreferent and (a.start_char, a.end_char) == span]
    pair = len(meant) == _TWO
    if len(meant) == 1 or (pair and sum(len(a.name) for a in meant) < _LONGEST_PAIR):
        return " and ".join(a.name for a in meant)  # "the president", "the two countries"
    return _only_names(sentence, begin, end) or _owned(sentence, begin, end)


def _only_names(sentence: Sentence, begin: int, end: int) -> str:
    """Two or more by their names, without what office each holds; "" where no name follows an office.

    "Jan Duda and the envoy to Iran, Eva Kos," are "Jan Duda and Eva Kos".
    """
    words = sentence.words
    parts: list[tuple[int, int]] = []
    for at in range(begin, end + 1):
        if at == end or words[at].low in (",", "and"):
            low = parts[-1][1] + 1 if parts else begin
            parts.append((low, at))
    parts = [(low, high) for low, high in parts if low < high]
    named = [is_named_after(words, (low, high + 1), after) for (low, high), after in pairwise(parts)]
    if not any(named):
        return ""
    kept = [part for part, dropped in zip(parts, [*named, False], strict=True) if not dropped]
    if len(kept) < _TWO:
        return ""
    return " and ".join(cut(sentence, low, high) for low, high in kept)


def _some_of(sentence: Sentence, predicate: Predicate, of: int) -> str:
    """Some of what was named before: "half of the school", for ", half of which collapsed"."""
    words, (begin, end) = sentence.words, predicate.subject
    some = sentence.text[words[begin].start - sentence.start : words[of - 1].end - sentence.start]
    relative = words[of + 1].low
    if relative == "whose":  # "monitors of the Council, one of whose patrols was fired at"
        before = [a for a in sentence.actors if a.end_char <= words[begin].start]
        return f"{some} of {_of_owner(before[-1].name)} {cut(sentence, of + 2, end)}" if before else ""
    low, high = thing_before(sentence, predicate, begin - 1)
    if relative == "whom" or low >= high:
        return ""
    thing, known = cut(sentence, low, high), words[low].low in DETERMINERS | NUMBERS
    known = known or words[low].text[0].isdigit() or words[low].text[0].isupper()
    thing = thing[:1].lower() + thing[1:] if known else f"the {thing}"
    return f"{some} of {thing} {cut(sentence, of + 2, end)}"


def _whose(sentence: Sentence, at: int) -> str:
    """The name right before "whose": "Mike Johnson, whose chamber is in recess"."""
    before = (
        sentence.words[at - 1].start if sentence.words[at - 1].low == "," else sentence.words[at].start - 1
    )
    return next((a.name for a in sentence.actors if a.end_char == before), "")


def _owned(sentence: Sentence, begin: int, end: int) -> str:
    """The text of a phrase, "his" or "its" at its head replaced by whose it is."""
    owner = owner_of(sentence, begin) if sentence.words[begin].low in OWNERS else None
    if owner is None or "’" in owner.text or "'" in owner.text or len(owner.text.split()) > _LONGEST_OWNER:
        return cut(sentence, begin, end)
    return f"{_of_owner(owner.text)} {cut(sentence, begin + 1, end)}"


def _of_owner(name: str) -> str:
    """A name with what says that something is its own: "Moscow’s", "Committee of Ministers’"."""
    return f"{name}’" if name.endswith("s") and " of " in name else f"{name}’s"


_TWO = 2
_LONGEST_PAIR = 40
"""Characters of two names that a title gives for "the two leaders"."""
_LONGEST_OWNER = 4
"""Words of a name that can stand before "’s" in a title."""


def _after_front(sentence: Sentence, begin: int, end: int) -> int:
    """Where a subject begins after a phrase that no comma ends: "Under the accord both sides"."""
    words = sentence.words
    dated = begin in sentence.timed or begin + 1 in sentence.timed
    if words[begin].low not in _FRONTING and not dated:
        return begin
    for k in range(begin + 2, end):
        person = next((a for a in sentence.actors if a.start_char == words[k].start), None)
        if person is not None and (person.kind == "person" or person.text.islower()):
            return k  # "At the house monitors saw a crater"
        fronted = dated and words[k].text[0].isupper()  # "the last quarter of the year Airbus sold"
        if (
            (words[k].low in _BEGINS_NOUN or fronted)
            and words[k - 1].text[0].isalnum()
            and words[k - 1].low not in PREPOSITIONS
        ):
            return k
    return begin


_FRONTING = frozenset("in at under on during by with within over for from after before".split())
_BEGINS_NOUN = frozenset("the both all its his her their a an two three four five several some many".split())

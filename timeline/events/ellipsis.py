"""A sentence that leaves words out before a second date → the sentences that it stands for.

"met Putin on Monday and Xi on Thursday" tells of two meetings, "Germany expelled 40 diplomats on Monday and
France 35 a day later" of two deeds: gapping and conjunction reduction (Quirk et al., A Comprehensive Grammar
of the English Language, 1985, 13.92). What is left out is written in, and what is of the other date left out.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise
from typing import NamedTuple

from timeline.events.attach import dated
from timeline.events.clauses import predicates
from timeline.events.named import NamedActor
from timeline.events.parts import Sentence
from timeline.events.places import NamedPlace
from timeline.events.predicate import Predicate
from timeline.events.tokens import Word, words_of, words_over, words_within
from timeline.events.words import BREAKS, CLAUSE_OPENERS, DETERMINERS, NUMBERS, PREPOSITIONS, is_adverb
from timeline.model import Timex

_AND = frozenset(("and", "but"))
_LONGEST = 9
"""Words that may stand between "and" and the second date."""
_STOPS = BREAKS | CLAUSE_OPENERS | frozenset((".", "and", "but", "?", "!"))


class Second(NamedTuple):
    """What is told of a second date, as a sentence of its own; `trigger`: where the words for it stand."""

    sentence: Sentence
    timex: Timex
    trigger: tuple[int, int]


class _Joined(NamedTuple):
    """A verb with a date from `before` to `after`, "and" (`link`), `rest` and another date, to `end`."""

    verb: Predicate
    before: int
    after: int
    link: int
    rest: tuple[int, int]
    date: tuple[int, int]
    end: int


def unfolded(sentence: Sentence, published: date | None) -> tuple[Sentence, list[Second]]:
    """The sentence without what it says of a second date only, and that in sentences of their own."""
    for first, second in pairwise(sentence.timexes):
        joined = _joined(sentence, first, second)
        if joined is None:
            continue
        one = _without(sentence, [(joined.link, joined.end)])
        told = _second(sentence, joined) if _dates(one, first, joined.verb, published) else None
        if told is not None:
            told, _ = unfolded(told, published)  # "…, Latvia on Tuesday and Estonia on Wednesday"
            begin, end = joined.rest if joined.rest[0] < joined.rest[1] else (joined.date[1], joined.end)
            begin = min(begin, end - 1)
            written = (sentence.words[begin].start, sentence.words[end - 1].end)
            one, more = unfolded(one, published)
            return one, [Second(told, second, written), *more]
    return sentence, []


def _joined(sentence: Sentence, first: Timex, second: Timex) -> _Joined | None:
    """The parts of a clause with two dates and one verb, if it is such a clause."""
    for timex in (first, second):
        if timex.when is None or timex.when.shape != "within" or timex.type not in ("DATE", "TIME"):
            return None
    words = sentence.words
    one, two = (words_over(words, timex.start_char, timex.end_char) for timex in (first, second))
    verb = next((p for p in reversed(sentence.predicates) if p.at < one[0]), None)
    link = next((k for k in range(two[0] - 1, one[1] - 1, -1) if words[k].low in (*_AND, ",")), None)
    if verb is None or link is None or two[0] - link > _LONGEST:
        return None
    end = next((k for k in range(two[1], len(words)) if words[k].low in _STOPS), len(words))
    if words[link].low == "," and words[end : end + 1] and words[end].low not in (",", "and"):
        return None  # it is no list
    begin, stop = link + 1, two[0]
    link -= words[link].low in _AND and words[link - 1].low == ","
    while stop > begin and words[stop - 1].low in PREPOSITIONS:
        stop -= 1
    after = one[1]
    before = one[0]
    while before > verb.at + 1 and words[before - 1].low in PREPOSITIONS:
        before -= 1
    signs = [k for k in range(verb.at, end) if words[k].low in BREAKS and k != link]
    aside = signs == [before - 1] and begin == stop  # "Two warnings followed, in March and June"
    apart = (bool(signs) and not aside) or words[after - 1].low in _AND
    told = any(verb.at < p.at < end or link < p.subject[0] < end for p in sentence.predicates)
    if apart or told or not (after == link or words[after].low in PREPOSITIONS):
        return None
    if end > two[1] and words[two[1]].low not in PREPOSITIONS:
        return None
    if begin < stop and words[begin].low.endswith("ing"):
        return None  # "toured the capital on Thursday and meeting with police on Friday"
    beside = begin == stop and (after == link or end == two[1])
    if beside and not (after == link and _are_apart(first, second)):
        return None  # "on Monday and Tuesday"
    if words[before - 1].low == "times":
        return None  # "expanded three times: with Germany in 1955 and Spain in 1982"
    return _Joined(verb, before, after, link, (begin, stop), two, end)


def _are_apart(first: Timex, second: Timex) -> bool:
    """Whether days, months or years lie between two: "in March and June", not "in March and April"."""
    one, two = first.when, second.when
    if one is None or two is None or one.end is None or two.begin is None or one.precision != two.precision:
        return False
    return one.precision in ("day", "month", "year") and two.begin - one.end > timedelta(days=1)


def _dates(sentence: Sentence, timex: Timex, verb: Predicate, published: date | None) -> bool:
    """Whether a date is the verb's, and not that of a noun: "the events of 2014 and the war in 2015"."""
    verbs = {verb.at, _main(sentence, verb).at}
    return any(trigger.index in verbs for trigger, _, _ in dated(sentence, timex, published))


def _second(sentence: Sentence, joined: _Joined) -> Sentence | None:
    """The sentence that tells of the second date."""
    words, verb = sentence.words, joined.verb
    begin, stop = joined.rest
    while begin < stop and (is_adverb(words[begin].low) or words[begin].low == "then"):
        begin += 1
    if begin == stop:  # "in March and again in July", "on 3 May in Donetsk and on 5 May in Luhansk"
        first = joined.before
        while begin == joined.date[0] and words[first].low in PREPOSITIONS:
            first += 1  # "in March and June": in June
        return _without(sentence, [(first, begin)])
    if words[begin].low in PREPOSITIONS:  # "met in Geneva on Monday and in Vienna on Thursday"
        same = [k for k in range(verb.at + 1, joined.before) if words[k].low == words[begin].low]
        return _without(sentence, [(same[-1] if same else joined.before, begin)])
    split = _new_object(sentence, begin, stop)
    object_ = _object(sentence, joined, (begin, stop))
    main = _main(sentence, verb)
    if split or object_ is None or _is_of_subject(sentence, joined, main, object_, (begin, stop)):
        return _with_subject(sentence, joined, main, (begin, split or stop), stop, object_)
    return _without(sentence, [(object_[0], begin)])


def _new_object(sentence: Sentence, begin: int, stop: int) -> int:
    """Where the object begins after a new subject: "France 35", "Poland its consul"; else 0."""
    words = sentence.words
    name = next((a for a in sentence.actors if a.start_char == words[begin].start), None)
    if name is None:
        return 0
    after = next((k for k in range(begin, stop) if words[k].start >= name.end_char), stop)
    number = after < stop and (words[after].text[0].isdigit() or words[after].low in NUMBERS)
    return after if after < stop and (number or words[after].low in DETERMINERS - {"'s"}) else 0


def _object(sentence: Sentence, joined: _Joined, new: tuple[int, int]) -> tuple[int, int] | None:
    """What the new words may stand for: the object, or the noun of the last phrase: "spoke to | Estonia"."""
    words, first = sentence.words, joined.verb.at + 1
    phrases = [k for k in range(first, joined.before) if words[k].low in PREPOSITIONS]
    noun = (phrases[-1] + 1, joined.before) if phrases else (0, 0)
    direct = first < joined.before and words[first].low not in PREPOSITIONS and not joined.verb.passive
    kind = _kind(sentence, *new)
    if noun[0] < noun[1] and (not direct or (kind and kind == _kind(sentence, *noun))):
        return noun
    return (first, joined.before) if direct else None


def _main(sentence: Sentence, verb: Predicate) -> Predicate:
    """The verb that the subject stands before: "applied" for "applied to join"."""
    if verb.finite:
        return verb
    return next((p for p in reversed(sentence.predicates) if p.at < verb.at and p.finite), verb)


def _is_of_subject(
    sentence: Sentence, joined: _Joined, main: Predicate, object_: tuple[int, int], new: tuple[int, int]
) -> bool:
    """Whether what is new takes the subject's place: "Germany recalled its envoy on Monday and France …"."""
    if not (kind := _kind(sentence, *new)):
        return joined.verb.passive and sentence.words[object_[0] - 1].low != "by"
    subject, old = (_likeness(kind, _kind(sentence, *span)) for span in (main.subject, object_))
    return subject > old


def _likeness(kind: str, other: str) -> int:
    """How alike two sorts of names are: a country is more like another than like an organisation."""
    return 2 * (kind == other) + ({kind, other} == {"country", "organisation"})


def _kind(sentence: Sentence, begin: int, end: int) -> str:
    """What a phrase names: a person, a country …, a place; "" for something else."""
    if begin >= end:
        return ""

    def names(named: NamedActor | NamedPlace) -> bool:
        lead = [w for w in words if low <= w.start < named.start_char]
        leads = all(w.low in DETERMINERS | {"and"} or w.text[0].isupper() for w in lead)
        return leads and low <= named.start_char and named.end_char == words[-1].end

    words = sentence.words[begin:end]
    low = words[0].start
    kind = next((actor.kind for actor in sentence.actors if names(actor)), "")
    return kind or ("place" if any(map(names, sentence.places)) else "")


def _with_subject(
    sentence: Sentence, joined: _Joined, main: Predicate, new: tuple[int, int], stop: int,
    object_: tuple[int, int] | None,
) -> Sentence | None:  # fmt: skip
    """The sentence with another subject, the verb written after it: "France expelled 35 a day later"."""
    words = sentence.words
    if main.subject[0] == main.subject[1]:
        return None
    own = new[1] < stop  # it has an object of its own
    until = object_[0] if own and object_ is not None else joined.before
    subject, verb = _text(sentence, *new), _text(sentence, main.first, until)
    room = words[new[1]].start if new[1] < len(words) else words[-1].end
    written = f"{subject} {verb} "
    low, start = words[main.subject[0]].start, sentence.start
    if room - len(written) < low:
        return None
    text = list(sentence.text)
    text[low - start : room - start] = " " * (room - low - len(written)) + written
    by = room - len(written) - words[new[0]].start
    kept = (words[main.first].start, words[until - 1].end)
    by_verb = room - 1 - len(verb) - kept[0]
    moved = [
        (words[new[0]].start, words[new[1] - 1].end, by),
        (*kept, by_verb),
        (low, room, None),
    ]
    return _rewritten(sentence, "".join(text), moved)


def _text(sentence: Sentence, begin: int, end: int) -> str:
    words = sentence.words
    return sentence.text[words[begin].start - sentence.start : words[end - 1].end - sentence.start]


def _without(sentence: Sentence, spans: list[tuple[int, int]]) -> Sentence:
    """The sentence with words left out, what is left in its place."""
    text = list(sentence.text)
    gone = []
    for begin, end in spans:
        if begin < end:
            low, high = sentence.words[begin].start, sentence.words[end - 1].end
            text[low - sentence.start : high - sentence.start] = " " * (high - low)
            gone.append((low, high, None))
    return _rewritten(sentence, "".join(text), gone)


def _rewritten(sentence: Sentence, text: str, moved: Sequence[tuple[int, int, int | None]]) -> Sentence:
    """A sentence of as many characters in the same place; `moved`: by how much names have, None: left out."""
    start = sentence.start
    words = [Word(w.text, w.start + start, w.end + start, w.low) for w in words_of(text, 0, len(text))]
    timexes = [t for t in sentence.timexes if _by(moved, t.start_char) == 0]
    actors = [
        replace(a, start_char=a.start_char + by, end_char=a.end_char + by)
        for a in sentence.actors
        if (by := _by(moved, a.start_char)) is not None
    ]
    places = [
        replace(p, start_char=p.start_char + by, end_char=p.end_char + by)
        for p in sentence.places
        if (by := _by(moved, p.start_char)) is not None
    ]
    timed = words_within(words, [(t.start_char, t.end_char) for t in timexes])
    quoted = {sentence.words[k].start for k in sentence.quoted}
    return replace(
        sentence, text=text, words=words, predicates=predicates(words, timed), timexes=timexes,
        actors=sorted(actors, key=lambda a: a.start_char), places=sorted(places, key=lambda p: p.start_char),
        quoted=frozenset(i for i, w in enumerate(words) if w.start in quoted), timed=timed,
    )  # fmt: skip


def _by(moved: Sequence[tuple[int, int, int | None]], at: int) -> int | None:
    """How far what stood there has moved; None where it is left out."""
    return next((by for low, high, by in moved if low <= at < high), 0)

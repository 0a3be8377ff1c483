"""A group by its number, "the two countries", "both men", "the four leaders" → whom it means.

Meant are as many as the number says, of that sort, where the sentences just before name no more.
"""

import re
from collections import Counter
from collections.abc import Iterator
from datetime import date

from timeline.events.lexicon import name_words
from timeline.events.named import ActorKind, NamedActor
from timeline.events.officeholders import roles_of

_NUMBERS = {"two": 2, "both": 2, "pair": 2, "leaders": 2, "presidents": 2, "three": 3, "four": 4, "five": 5}
_SORTS: dict[ActorKind, frozenset[str]] = {
    "person": name_words("people together"),
    "country": name_words("states together"),
    "organisation": name_words("bodies together"),
}
"""Words for several of a kind."""
_NOUN = "|".join(sorted(frozenset[str]().union(*_SORTS.values()), key=len, reverse=True))
_GROUP = re.compile(
    r"\b(?:(?:[Tt]he|[Tt]hese|[Tt]hose) (?P<number>two|three|four|five)|(?P<both>[Bb]oth)"
    r"|[Tt]he (?P<bare>pair|leaders|presidents))\b"
    rf"(?(bare)|(?: (?:foreign |prime |defen[cs]e |energy )?(?P<noun>{_NOUN})\b"
    r"|(?= (?:met|held|spoke|will|would|have|had|promised|agreed|pledged|discussed"
    r"|(?:were|are)(?! \w+ed\b))\b)))"
    r"(?! of\b| (?:of|from) both\b)"
)
_SENTENCE_END = re.compile(r"[.!?][”\"’]? +|\n+")
_SENTENCES_BACK = 24


def groups(text: str, found: list[NamedActor], published: date | None) -> Iterator[NamedActor]:
    """Every actor that such a group means, at the group's place, in the order in which they are named."""
    told = list(_GROUP.finditer(text))
    starts = [0, *(end.end() for end in _SENTENCE_END.finditer(text))] if told else []
    for group in told:
        word = (group["number"] or group["both"] or group["bare"]).lower()
        number, noun = _NUMBERS[word], group["noun"] or word
        sorts = [kind for kind, nouns in _SORTS.items() if noun in nouns] or ["person"]
        back = _SENTENCES_BACK if number == _PAIR else _SENTENCES_BACK // 2
        near = [start for start in starts if start <= group.start()][-back:]
        before = [
            a
            for a in found
            if a.kind in sorts and near[0] <= a.start_char < group.start() and not a.coreferent
        ]
        if noun == "sides":
            meant = _sides(text, before, number)
        elif sorts == ["person"]:
            meant = _people(before, near, number, noun, published)
        else:
            meant = _listed(text, before, number)
        for actor in meant:
            yield NamedActor(group.start(), group.end(), group.group(), actor.name, actor.kind, True)


def _people(
    before: list[NamedActor], starts: list[int], number: int, noun: str, published: date | None
) -> list[NamedActor]:
    """Those whom the nearest sentences name, from the first back that makes them as many as meant."""
    if noun in _HEADS:
        known = [a for a in before if _leads(a.name, published)]
        if number > _PAIR or len({a.name for a in known}) >= number:
            before = known
        else:
            before = [a for a in before if _leads(a.name, published) is not False]
        often = Counter(a.name for a in before).most_common(number + 1)
        if len(often) > number and often[-1][1] < often[-2][1]:  # those whom the text is about
            before = [a for a in before if a.name != often[-1][0] and a.name in dict(often)]
        latest = list({a.name: a for a in reversed(before)}.values())[:number]
        return latest[::-1] if len(latest) == number else []
    for start in reversed(starts):
        here = list({a.name: a for a in before if a.start_char >= start}.values())
        if len(here) >= number:
            return here if len(here) == number else []
    return []


def _leads(name: str, published: date | None) -> bool | None:
    """Whether someone is head of a state or government that day; None where nothing is known of them."""
    if not roles_of(name, None):
        return None
    return any(_HEAD_OF.search(role) and "vice" not in role.lower() for role in roles_of(name, published))


_PAIR = 2
_HEADS = frozenset(("leaders", "presidents", "pair", "heads"))
_HEAD_OF = re.compile(r"president|prime minister|chancellor|king|queen", re.IGNORECASE)


def _listed(text: str, before: list[NamedActor], number: int) -> list[NamedActor]:
    """The last list of so many: "Mali and Burkina Faso", "between Russia, Turkey and Iran"."""
    run: list[NamedActor] = []
    last: list[NamedActor] = []
    for actor in before:
        joint = text[run[-1].end_char : actor.start_char] if run else ""
        ends = _LAST_JOINT.fullmatch(joint) is not None
        run = [*run, actor] if ends or joint == ", " else [actor]
        last = run if ends else last
    return last if len(last) == number else []


def _sides(text: str, before: list[NamedActor], number: int) -> list[NamedActor]:
    """Two that act together at the head of a sentence: "Ukraine and Russia swapped prisoners"; else none."""
    pair = _listed(text, before, number)
    heads = bool(pair) and _HEADS_SENTENCE.search(text, max(0, pair[0].start_char - 8), pair[0].start_char)
    return pair if heads else []


_HEADS_SENTENCE = re.compile(r"(?:^|[.!?”\"] |\n)(?:[•–-] )?\Z")
_LAST_JOINT = re.compile(r",? (?:and|with) (?:the )?")

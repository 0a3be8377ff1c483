"""A text → the people, countries and organisations that it names, each by its gazetteer entry.

Names come from the gazetteers; a person, or an organisation that defines its own acronym, is also
found where no gazetteer knows it. Short second mentions ("Mr Biden"), offices ("the French
president", by the date), demonyms and seats of government stand for whom they mean.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Literal

from timeline.events.gazetteer import Names, offices, rows, spellings
from timeline.events.places import find_places
from timeline.events.unlisted import NOT_NAMES, TITLES, unlisted

ActorKind = Literal["person", "country", "organisation"]
_LEADERS = re.compile(r"\b[Tt]he (?:two |pair of )?(?:leaders|presidents|men|pair)\b(?! of)")
_PRONOUN = re.compile(r"(?:(?<=[.!?”\"] )|(?<=\n)|^)(?:He|She)\b", re.MULTILINE)
_LOCATIVE = re.compile(
    r"\b(?:in|near|at|outside|around|to|from|into|through|over|of|on|towards?|across|inside"
    r"|leaving|left|visited|visit|reached|entered|captured|seized|attacked|hit|shelled|struck)\s+(?:the\s+)?$"
)


_COMMON_WORDS = frozenset("May Major Brown March Power Rice Long King Young Price Hunt".split())
"""Surnames that are months or common words: a name only with a title."""
_NAMED_AFTER = re.compile(
    r"[- ](?:\w+ )?(?:agreements?|accords?|protocols?|talks|summit|format|process|treaty|conference"
    r"|deal|memorandum)\b",
    re.I,
)
"""What is called by the city where it was made stands for no government."""
_OFFICE = (
    r"(?:president|minister|secretary|chancellor|ambassador|spokes\w+|leader|envoy|general|premier"
    r"|counterpart|chief|commander"
    r"|negotiator|senator|king|queen|official|adviser|advisor|diplomat|representative|head)"
)
_OFFICE_OF = re.compile(
    rf"(?:['’]s)?(?: [\w-]+){{0,4}}? {_OFFICE}(?: (?:of|for) (?:state|defen[cs]e|foreign affairs"
    rf"|the treasury))?,? $",
    re.IGNORECASE,
)
_APPOSED = re.compile(rf"(?:['’]s)?(?: [\w-]+){{0,3}}? {_OFFICE}\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class NamedActor:
    """An actor where the text names it; `coreferent` marks a pronoun or the like."""

    start_char: int
    end_char: int
    text: str
    name: str
    kind: ActorKind
    coreferent: bool = False


Entry = tuple[str, ActorKind, str]
"""Name, kind, and how it is named: name, surname, demonym or seat."""


def find_actors(text: str, published: date | None = None) -> list[NamedActor]:
    """Every actor that a text names, in order.

    `published` decides who held an office; without it an office stands for its last holder.
    """
    found = list(_from_gazetteers(text, published))
    taken = [(actor.start_char, actor.end_char) for actor in found]
    places = [(place.start_char, place.end_char) for place in find_places(text)]
    people = [actor.name for actor in found if actor.kind == "person"]
    found += [
        NamedActor(start, end, text[start:end], name, kind)
        for start, end, name, kind in unlisted(text, people, [*taken, *places], _countries_low())
        if not _overlaps(start, end, taken)
    ]
    found.sort(key=lambda actor: actor.start_char)
    found = list(_without_offices(text, found))
    found += _coreferent(text, found)
    return sorted(found, key=lambda actor: actor.start_char)


def _from_gazetteers(text: str, published: date | None) -> Iterator[NamedActor]:
    last_named: dict[str, str] = {}
    for start, end, (name, kind, way) in _names().find(text):
        if text[end : end + 1] == "$":  # "US$"
            continue
        if way == "seat" and _NAMED_AFTER.match(text, end):
            continue
        if way == "seat" and _LOCATIVE.search(text, max(0, start - 16), start):
            continue
        if way == "surname":
            if not _stands_alone(text, start, end):
                continue
            name = last_named.get(name) or _holder_of_surname(name, published)
            if not name:
                continue
        elif way == "office":
            held = _holder(name, published)
            if held is None:
                continue
            name = held
        if kind == "person":
            last_named[name.split()[-1]] = name
        yield NamedActor(start, end, text[start:end], name, kind)


def _stands_alone(text: str, start: int, end: int) -> bool:
    """Whether a surname is not a part of a longer, unlisted name."""
    if (
        text[start - 1 : start] == "-"
        and text[end : end + 1] != "-"
        and not re.search(r"[A-Z]\w+-$", text[:start][-24:])
    ):
        return False
    before = re.search(r"([A-Z][\w’'-]*)\.? $", text[max(0, start - 24) : start])
    if (
        before
        and before[1] not in TITLES
        and not re.search(r"[.!?]\s+\S*$", text[max(0, start - 24) : start])
    ):
        return before[1] in NOT_NAMES or before[1].lower() in _countries_low()
    return re.match(r" [A-Z][a-z]", text[end : end + 3]) is None


@cache
def _countries_low() -> frozenset[str]:
    return frozenset(
        value.lower() for row in rows("countries") for value in spellings(row, "name", "demonyms")
    )


def _without_offices(text: str, found: list[NamedActor]) -> Iterator[NamedActor]:
    """Actors without countries that only say whose officer a person is: "Russian Foreign Minister Lavrov"."""
    for at, actor in enumerate(found):
        if actor.kind == "country":
            after = found[at + 1] if at + 1 < len(found) else None
            titled = after and after.kind == "person" and after.start_char - actor.end_char < 60
            if titled and after and _OFFICE_OF.fullmatch(text, actor.end_char, after.start_char):
                continue
            before = found[at - 1] if at else None
            if (
                before
                and before.kind == "person"
                and text[before.end_char : actor.start_char] in (", ", ", the ", ", a ")
            ) and _APPOSED.match(text, actor.end_char):
                continue
        yield actor


def _overlaps(start: int, end: int, spans: list[tuple[int, int]]) -> bool:
    return any(a < end and start < b for a, b in spans)


def _coreferent(text: str, found: list[NamedActor]) -> Iterator[NamedActor]:
    """The two leaders, and a pronoun that begins a sentence, where only those just named can be meant."""
    people = [actor for actor in found if actor.kind == "person"]
    for leaders in _LEADERS.finditer(text):
        before = [actor.name for actor in people if actor.end_char <= leaders.start()]
        pair = list(dict.fromkeys(reversed(before)))[:2]
        if len(pair) == 2:
            for name in pair:
                yield NamedActor(leaders.start(), leaders.end(), leaders.group(), name, "person", True)
    for pronoun in _PRONOUN.finditer(text):
        near = [a for a in people if pronoun.start() - 400 <= a.start_char < pronoun.start()]
        if near and len({actor.name for actor in near}) == 1:
            yield NamedActor(pronoun.start(), pronoun.end(), pronoun.group(), near[-1].name, "person", True)


@cache
def _names() -> Names[Entry]:
    names: Names[Entry] = Names()
    for row in rows("people"):
        for spelling in spellings(row, "name", "other_spellings"):
            names.add(spelling, (row["name"], "person", "name"))
    for row in rows("organisations"):
        for spelling in spellings(row, "name", "acronyms", "other_spellings"):
            names.add(spelling, (row["name"], "organisation", "name"))
    for row in rows("countries"):
        for spelling in spellings(row, "name", "other_spellings"):
            names.add(spelling, (row["name"], "country", "name"))
        for spelling in spellings(row, "demonyms"):
            names.add(spelling, (row["name"], "country", "demonym"))
        for spelling in spellings(row, "seats"):
            names.add(spelling, (row["name"], "country", "seat"))
    for role in {office.role for office in offices()}:
        for spelling in role_spellings(role):
            names.add(spelling, (role, "person", "office"))
    _add_surnames(names)
    return names


def _add_surnames(names: Names[Entry]) -> None:
    for row in rows("people"):
        surname = row["name"].split()[-1]
        for spelling in spellings(row, "name", "other_spellings"):
            short = spelling.split()[-1]
            if short not in _COMMON_WORDS:
                names.add(short, (surname, "person", "surname"))
            for title in ("Mr", "Mrs", "Ms"):
                names.add(f"{title} {short}", (surname, "person", "surname"))


def role_spellings(role: str) -> Iterator[str]:
    """The ways to write an office.

    >>> sorted(role_spellings("US president"))[:2]
    ['American President', 'American president']
    """
    yield role
    for short, longer in _SHORT_COUNTRIES.items():
        if role.startswith(short + " "):
            rest = role.removeprefix(short + " ")
            for form in longer:
                yield f"{form} {rest}"
                yield f"{form} {rest.title()}"
    for row in rows("countries"):
        for demonym in spellings(row, "demonyms"):
            if role.startswith(demonym + " "):
                yield f"{row['name']}’s {role.removeprefix(demonym + ' ')}"
                yield f"{row['name']}'s {role.removeprefix(demonym + ' ')}"
                yield role.replace(" minister", " Minister").replace(" president", " President")


_SHORT_COUNTRIES = {"US": ("American", "U.S.", "US"), "UK": ("British", "UK", "U.K.")}


def _holder(role: str, published: date | None) -> str | None:
    """Who held an office on a day; its last holder without a day."""
    holders = [office for office in offices() if office.role == role]
    if published is None:
        return max(holders, key=lambda office: office.begin).person if holders else None
    return next((office.person for office in holders if office.begin <= published <= office.end), None)


def _holder_of_surname(surname: str, published: date | None) -> str:
    """Whom a surname alone means: the one in office that day, else the only one of that name."""
    bearers = [office for office in offices() if office.person.split()[-1] == surname]
    names = dict.fromkeys(office.person for office in bearers)
    if len(names) == 1:
        return next(iter(names))
    in_office = {o.person for o in bearers if published and o.begin <= published <= o.end}
    return in_office.pop() if len(in_office) == 1 else ""

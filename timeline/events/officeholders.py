"""Who held an office when, how offices are written, and who holds the same one elsewhere."""

import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from functools import cache

from timeline.events.gazetteer import Office, offices, rows, spellings


def role_spellings(role: str) -> Iterator[str]:
    """The ways to write an office.

    >>> sorted(role_spellings("US president"))[:3]
    ['American President', 'American leader', 'American president']
    """
    yield role
    if role == "US secretary of state":
        yield from _TOP_DIPLOMATS
    if role in _LEADERS:
        yield from _led(role.split()[0])
    for short, longer in _SHORT_COUNTRIES.items():
        if role.startswith(short + " "):
            rest = role.removeprefix(short + " ")
            for form in longer:
                yield f"{form} {rest}"
                yield f"{form} {rest.title()}"
    for demonym, name in _demonyms():
        if role.startswith(demonym + " "):
            yield f"{name}’s {role.removeprefix(demonym + ' ')}"
            yield f"{name}'s {role.removeprefix(demonym + ' ')}"
            yield role.replace(" minister", " Minister").replace(" president", " President")


@cache
def _demonyms() -> tuple[tuple[str, str], ...]:
    """Every demonym with its country's name."""
    return tuple(
        (demonym, row["name"]) for row in rows("countries") for demonym in spellings(row, "demonyms")
    )


def _led(state: str) -> Iterator[str]:
    """The ways to call a state's leader by the state: "the Russian leader", "the Kremlin chief"."""
    houses = {"Russian": ("Kremlin",), "US": ("American", "U.S.", "White House"), "UK": ("British",)}
    for word in (state, *houses.get(state, ())):
        yield from (f"{word} leader", f"{word} chief") if word == "Kremlin" else (f"{word} leader",)


_LEADERS = frozenset((
    "Russian president", "Ukrainian president", "US president", "French president", "Turkish president",
    "Belarusian president", "Chinese president", "German chancellor", "UK prime minister",
    "Canadian prime minister", "Dutch prime minister", "Hungarian prime minister", "Indian prime minister",
    "Israeli prime minister", "Italian prime minister",
))  # fmt: skip
"""The offices that lead their states."""
_TOP_DIPLOMATS = (
    "top US diplomat", "top American diplomat", "top U.S. diplomat", "America’s top diplomat",
    "America's top diplomat", "Washington’s top diplomat", "Washington's top diplomat",
)  # fmt: skip
_SHORT_COUNTRIES = {"US": ("American", "U.S.", "US"), "UK": ("British", "UK", "U.K.")}


def holder(role: str, published: date | None) -> str | None:
    """Who held an office on a day; its last holder without a day."""
    holders = _by_role().get(role, ())
    if published is None:
        return max(holders, key=lambda office: office.begin).person if holders else None
    return next((office.person for office in holders if office.begin <= published <= office.end), None)


def holder_of_surname(surname: str, published: date | None) -> str:
    """Whom a surname means: the only one, or who is in office that day or ever was, heads first."""
    bearers = _by_surname().get(surname, ())
    names = dict.fromkeys(office.person for office in bearers)
    if len(names) == 1:
        return next(iter(names))
    now = [office for office in bearers if published and office.begin <= published <= office.end]
    heads, heads_now = ({o.person for o in some if _HEAD.search(o.role)} for some in (bearers, now))
    in_office = heads_now or {o.person for o in now} or heads
    return in_office.pop() if len(in_office) == 1 else ""


_HEAD = re.compile(r"(?<!vice )(?:president|prime minister|chancellor)$", re.IGNORECASE)


def roles_of(name: str, published: date | None) -> list[str]:
    """The offices that someone held on a day; all without a day."""
    return [o.role for o in _by_person().get(name, ()) if published is None or o.begin <= published <= o.end]


@cache
def _by_person() -> Mapping[str, Sequence[Office]]:
    return _offices_by(lambda office: office.person)


@cache
def _by_surname() -> Mapping[str, Sequence[Office]]:
    return _offices_by(lambda office: office.person.split()[-1])


@cache
def _by_role() -> Mapping[str, Sequence[Office]]:
    return _offices_by(lambda office: office.role)


def _offices_by(key: Callable[[Office], str]) -> Mapping[str, Sequence[Office]]:
    held = defaultdict[str, list[Office]](list)
    for office in offices():
        held[key(office)].append(office)
    return held


_OFFICES_ALIKE = (
    ("president",), ("foreign minister", "foreign secretary", "secretary of state"),
    ("defence minister", "defence secretary", "defense secretary"),
    ("chancellor", "prime minister", "president"),
)  # fmt: skip


def same_office(roles: list[str], country: str, published: date | None) -> str:
    for alike in _OFFICES_ALIKE:
        if not any(word in role.lower() for word in alike for role in roles):
            continue
        for word in alike:
            for office in offices():
                in_office = published is None or office.begin <= published <= office.end
                if office.country == country and in_office and word in office.role.lower():
                    return office.person
    return ""

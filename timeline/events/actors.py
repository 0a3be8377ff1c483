"""A text → the people, countries and organisations that it names, each by its gazetteer entry.

Names come from the gazetteers; a person, or an organisation that defines its own acronym, is also
found where no gazetteer knows it. Short second mentions ("Mr Biden"), offices ("the French
president", by the date), demonyms and seats of government stand for whom they mean.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from functools import cache

from timeline.events.coreference import coreferent
from timeline.events.gazetteer import Names, countries_low, offices, rows, spellings
from timeline.events.lexicon import name_words
from timeline.events.named import ActorKind, NamedActor
from timeline.events.officeholders import holder, holder_of_surname, role_spellings
from timeline.events.places import find_places
from timeline.events.unlisted import NOT_NAMES, TITLES, unlisted
from timeline.temporal.languages.en.words import MONTHS, WEEKDAYS

_LOCATIVE = re.compile(
    r"\b(?:[Ii]n|[Nn]ear|at|outside|around|to|from|into|through|over|of|(?<!called )(?<!calls )(?<!call )on"
    r"|towards?|across|inside|leaving|left|visited|visit|reached|entered|captured|seized|attacked|hit"
    r"|shelled|struck)\s+(?:the\s+)?$"
)


_GOVERNS_FROM = re.compile(
    r"\b(?:ministry|government|authorities|cabinet|parliament|leadership) in (?:the )?$"
)
"""What acts for a state from its capital: "the foreign ministry in Moscow"."""
_COMMON_WORDS = frozenset("May Major Brown March Power Rice Long King Young Price Hunt".split())
"""Surnames that are months or common words: a name only with a title."""
_NAMED_BY = re.compile(
    r" (?!(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?:Jan|Febr|Mar|Apr|May|Jun|Jul|Aug|Sept|Oct|Nov|Dec))"
    r"[A-Z][a-z]+"
)
"""A seat of government within a longer name: "the Rome Statute"."""
_NAMED_AFTER = re.compile(
    r"(?:['’]s)?[- ](?:(?!(?:for|to|on|in|at|after|before|and)\b)\w+ )?(?:agreements?|accords?|protocols?"
    r"|talks|summit|format|process|treaty|conference|deal|memorandum|airports?|metro|suburbs?|region|mayor|hotels?|streets?"
    r"|ceremony|hospitals?|stations?|time)\b",
    re.I,
)
"""What is called by the city where it was made, or lies in it, stands for no government."""
_OFFICE = (
    r"(?:president|minister|secretary|chancellor|ambassador|spokes\w+|leader|envoy|general|premier"
    r"|counterpart|chief|commander"
    r"|negotiator|senator|king|queen|official|adviser|advisor|diplomat|representative|head)"
)
_OFFICE_OF = re.compile(
    rf"(?:['’]s|\.)?(?: [\w-]+){{0,4}}? {_OFFICE}(?: (?:of|for) (?:state|defen[cs]e|foreign affairs"
    rf"|the treasury))?,? $",
    re.IGNORECASE,
)
_APPOSED = re.compile(rf"(?:['’]s)?(?: [\w-]+){{0,3}}? {_OFFICE}\b", re.IGNORECASE)


Entry = tuple[str, ActorKind, str]
"""Name, kind, and how it is named: name, surname, demonym or seat."""


def find_actors(text: str, published: date | None = None, headed: Sequence[str] = ()) -> list[NamedActor]:
    """Every actor that a text names, in order.

    `published` decides who held an office; without it an office stands for its last holder. `headed` are
    the organisations that the head of the page names, whom "the Mission" or "the company" may mean.
    """
    found = list(_from_gazetteers(text, published))
    taken = [(actor.start_char, actor.end_char) for actor in found]
    places = [
        (p.start_char, p.end_char) for p in find_places(text) if not _is_company(text, p.end_char, "country")
    ]
    people = [actor.name for actor in found if actor.kind == "person"]
    others = [
        (start, end, _known_as(name) if kind == "person" else name, kind)
        for start, end, name, kind in unlisted(text, people, [*taken, *places], countries_low())
    ]
    found = _by_the_names_here(found, {name for *_, name, kind in others if kind == "person"})
    found.sort(key=_start)
    for start, end, name, kind in others:
        if name.lower() in countries_low():
            continue  # "South Africa's president, Cyril Ramaphosa"
        at, last = bisect_right(found, start, key=_start), bisect_left(found, end, key=_start)
        if kind == "organisation":  # "the Bank of Japan" is one name
            found[at:last] = [a for a in found[at:last] if a.kind != "country"]
        near = found[max(0, at - _BESIDE) : at + 1]  # names hardly overlap, so no other reaches here
        if not any(a.start_char < end and start < a.end_char for a in near):
            found.insert(at, NamedActor(start, end, text[start:end], _listed().get(name, name), kind))
    found = list(_without_offices(text, found))
    meant = list(coreferent(text, found, published, headed))
    begun = {actor.start_char for actor in meant}  # "his Russian counterpart" is no state
    found = [actor for actor in found if actor.start_char not in begun] + meant
    return sorted(found, key=_start)


_BESIDE = 4


def _start(actor: NamedActor) -> int:
    return actor.start_char


@cache
def _listed() -> dict[str, str]:
    """What gazetteers call an organisation that a text may call otherwise."""
    return {
        spelling: row["name"]
        for row in rows("organisations")
        for spelling in spellings(row, "other_spellings")
    }


def _known_as(name: str) -> str:
    """The gazetteer's name of someone whom a text gives a middle initial: "Vladimir V. Putin"."""
    return _people_by_name().get(_INITIAL.sub("", name), name)


_INITIAL = re.compile(r"(?<=[a-z]) [A-Z]\.(?= [A-Z])")


@cache
def _people_by_name() -> dict[str, str]:
    return {
        spelling: row["name"]
        for row in rows("people")
        for spelling in spellings(row, "name", "other_spellings")
    }


def _by_the_names_here(found: list[NamedActor], people: set[str]) -> list[NamedActor]:
    """Surnames of the well-known given to whom this text names in full: "Mr Duda", where it is Jan Duda."""
    known = {actor.name for actor in found if len([w for w in actor.text.split() if w not in TITLES]) > 1}
    full = {name.split()[-1]: name for name in sorted(people) if " " in name}
    return [
        replace(actor, name=full[actor.text.split()[-1]])
        if actor.kind == "person" and actor.name not in known and actor.text.split()[-1] in full
        else actor
        for actor in found
    ]


def _from_gazetteers(text: str, published: date | None) -> Iterator[NamedActor]:
    last_named: dict[str, str] = {}
    for start, end, (name, kind, way) in _names().find(text):
        if way == "demonym" and (body := _NAMED_BODY.match(text, end)) is not None:
            name = text[start : body.end()]
            yield NamedActor(start, body.end(), name, name, "organisation")
            continue
        if _is_no_actor(text, start, end, kind, way):
            continue
        if way == "seat" and (_NAMED_AFTER.match(text, end) or _NAMED_BY.match(text, end)):
            continue
        if way == "seat" and _LOCATIVE.search(text, max(0, start - 16), start):
            body = _GOVERNS_FROM.search(text, max(0, start - 28), start)
            if body is None:
                continue
            start = body.start()
        if way == "surname":
            if not _stands_alone(text, start, end) or _OF_WHOM.match(text, end):
                continue
            name = last_named.get(name) or holder_of_surname(name, published)
            if not name:
                continue
        elif way == "office":
            named = _NAME_AFTER.match(text, end) is not None  # "US president George Bush"
            any_one = _ANY_ONE.search(text, max(0, start - 4), start) is not None  # "a US leader"
            any_one = any_one or text.startswith("leader of ", end - len("leader"))
            held = holder(name, published) if not named and not any_one else None
            if held is None:
                continue
            name = held
        if kind == "person":
            last_named[name.split()[-1]] = name
        yield NamedActor(start, end, text[start:end], name, kind)


def _is_no_actor(text: str, start: int, end: int, kind: ActorKind, way: str) -> bool:
    """Whether a known name is only part of something else: "US$", "New Mexico", "Russian gas"."""
    if text[end : end + 1] == "$" or text[max(0, start - 4) : start] == "New ":
        return True
    if kind != "person" and _only_says_which(text, start, end, kind):
        return True
    return (way == "demonym" and not _acts_for_state(text, start, end)) or _is_company(text, end, kind)


_NAMED_BODY = re.compile(
    r"(?: [A-Z][a-z]+){0,3} (?:Church|Synod|Patriarchate|Academy|Association|Party"
    r"|Olympic Committee|Red Cross)\b"
)
"""What makes an adjective the beginning of a body's own name: "the Russian Orthodox Church"."""
_OF_WHOM = re.compile(r" (?:formula|doctrine|memorandum|amendment|plan)\b")
"""After a name that only says whose idea something is: "the Steinmeier formula"."""
_ANY_ONE = re.compile(r"\b[Aa]n? $")


def _only_says_which(text: str, start: int, end: int, kind: ActorKind) -> bool:
    """Whether a name is part of another word or phrase: "pro-Kremlin", "the UN charter"."""
    if text[max(0, start - 5) : start].lower().endswith(("pro-", "anti-", "non-")):
        return True
    if kind == "country" and _PART_OF.search(text, max(0, start - 40), start):
        return True
    return _OF_WHAT.match(text, end) is not None or (
        kind == "organisation" and _OF_BODY.match(text, end) is not None
    )


_OF_WHAT = re.compile(
    r"-(?:made|built|brokered|mediated|supplied|flagged|designed|born|speaking|language|style|era|owned"
    r"|registered|occupied|controlled|held|installed|appointed|annexed|backed|mandated|funded|wide|facing)\b"
    r"|(?:['’]s)? (?:[Cc]harter|[Hh]eadquarters)\b| (?:[Mm]embership|[Cc]andidacy|accession|pipelines?)\b"
)
"""After a name that only says which thing is meant: "Iranian-made drones", "the UN charter"."""
_PART_OF = re.compile(
    r"\b(?:sovereignty|integrity|independence|borders?|whole|rest|unity|security|future|parts?|coast"
    r"|(?:south|north)?-?(?:east|west)|south|north|centre|people|peoples?) (?:and \w+ )?of (?:the )?$"
)
"""Before a name that only says of which land something is: "the integrity of Ukraine"."""
_OF_BODY = re.compile(
    r"(?<=[Pp]olice) (?:[A-Z]\w+|stations?|cars?|vans?|custody|chiefs?|headquarters|vehicles?|posts?)\b"
)
"""Words that make a body's name say only what sort of thing something is."""


_NAME_AFTER = re.compile(r",? [A-Z][a-z]+ [A-Z][a-z]")


def _acts_for_state(text: str, start: int, end: int) -> bool:
    """Whether an adjective stands for its state: "Russian forces", not "Russian gas"."""
    if text[max(0, start - 5) : start].lower().endswith(("pro-", "anti-", "non-")):
        return False
    if _SUPPOSED.search(text, max(0, start - 40), start):
        return False  # "fears of a Russian invasion"
    if text[start:end].endswith("ns") or text[start:end].endswith("is"):  # a people: "the Israelis"
        if _BEGINS.search(text, max(0, start - 3), start) and _A_PEOPLE_ACTS.match(text, end):
            return True  # "Ukrainians will elect a president"
        if _SO_MANY.search(text, max(0, start - 24), start):
            return True  # "expelled 23 Russians"
        return (
            text[max(0, start - 4) : start].lower() == "the " and text[max(0, start - 7) : start - 4] != "of "
        )
    noun = _ADJECTIVE_OF.match(text, end)
    if noun is None and text[start + 1].islower() and _SOMEONE.search(text, max(0, start - 24), start):
        return False  # "a young Greek"
    if noun is None or text[start:end].isupper():  # "the UK froze"
        return True
    words = noun.group().replace("-", " ").split()
    return any(word in name_words("of state") or word[0].isupper() for word in words)


_BEGINS = re.compile(r"(?:\A|[.!?\n]\s?)$")
_A_PEOPLE_ACTS = re.compile(r" (?:will|have|had|are|were|vote|voted|elect|elected|choose|chose|go|went)\b")
_SO_MANY = re.compile(
    r"\b(?:\d[\d,.]*|two|three|four|five|six|seven|eight|nine|ten|twelve|dozens of|several hundred"
    r"|hundreds of|the departing) $"
)
_SUPPOSED = re.compile(
    r"\b(?:fears?|threats?|risks?|danger|possibility|warnings?) of (?:an? |the )?(?:\w+ )?$"
)
_SOMEONE = re.compile(
    r"\b(?:an?|one|another|every|young|old|elderly|fellow)(?: (?!the\b)[a-z]+)? $", re.IGNORECASE
)
_ADJECTIVE_OF = re.compile(
    r"(?: (?:and|or) [A-Z]\w+)?(?:[ -](?!(?:and|or|to|of|in|on|at|by|for|from|with|who|that|was|were|is|are"
    r"|has|have|had|will|would|could|may|said|says|also)\b)[A-Za-z]+){1,3}"
)


def _is_company(text: str, end: int, kind: ActorKind) -> bool:
    """Whether a country's name only begins a company's: "Malaysia Airlines"."""
    after = re.match(r" ([A-Z][a-z]+)", text[end : end + 24]) if kind == "country" else None
    return after is not None and after[1] in name_words("company")


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
        return before[1] in _NO_FIRST_NAMES or before[1].lower() in countries_low()
    return re.match(r" [A-Z][a-z]", text[end : end + 3]) is None


_NO_FIRST_NAMES = NOT_NAMES | {*map(str.capitalize, WEEKDAYS), *MONTHS}
"""What is written with a capital before a surname and is no part of the name: "on Friday Biden"."""


def _without_offices(text: str, found: list[NamedActor]) -> Iterator[NamedActor]:
    """Actors without countries that only say whose officer a person is: "Russian Foreign Minister Lavrov"."""
    for at, actor in enumerate(found):
        if actor.kind == "country":
            after = found[at + 1] if at + 1 < len(found) else None
            titled = after and after.kind == "person" and after.start_char - actor.end_char < 60
            if titled and after and _OFFICE_OF.fullmatch(text, actor.end_char, after.start_char):
                continue
            if titled and after and text[actor.end_char : after.start_char] in (" ", "'s ", "’s "):
                continue  # "Italy's Federica Mogherini", "the Italian Federica Mogherini"
            before = found[at - 1] if at else None
            if (
                before
                and before.kind == "person"
                and text[before.end_char : actor.start_char] in (", ", ", the ", ", a ")
            ) and _APPOSED.match(text, actor.end_char):
                continue
            if _NAMED_OFFICER.match(text, actor.end_char) and _OFFICER_OF.search(
                text, max(0, actor.start_char - 40), actor.start_char
            ):
                continue  # "the President of Ukraine, Mr Zelenskyy"
            if _MADE_OFFICER.search(text, max(0, actor.start_char - 60), actor.start_char):
                continue  # "was named commander of the Russian forces"
            of = text[before.end_char : actor.start_char] if before and before.kind == "person" else ""
            if of in (" of ", " of the "):  # "Presidents Jan Duda of Poland and …"
                continue
        pair = [a.kind for a in found[at : at + 2]] == ["organisation", "organisation"]
        if pair and text[actor.end_char : found[at + 1].start_char] in ("'s ", "’s "):
            continue  # "the UN's World Food Programme"
        yield actor


_NAMED_OFFICER = re.compile(r", (?:(?:Mr|Mrs|Ms|Dr)\.? )?[A-Z][\w’'-]+ [A-Z]")
_OFFICER_OF = re.compile(rf"\b{_OFFICE} (?:of|to|for) (?:the )?$", re.IGNORECASE)
_MADE_OFFICER = re.compile(
    rf"\b(?:named|appointed|elected|made|became|becomes|as) (?:the |a )?(?:[\w-]+ ){{0,2}}{_OFFICE}"
    rf" (?:of|for) (?:the )?$",
    re.IGNORECASE,
)


@cache
def _names() -> Names[Entry]:
    names: Names[Entry] = Names()
    for row in rows("people"):
        for spelling in spellings(row, "name", "other_spellings"):
            names.add(spelling, (row["name"], "person", "name"))
    for row in rows("organisations"):
        for spelling in spellings(row, "name", "acronyms", "other_spellings"):
            for written in {spelling, spelling[0].upper() + spelling[1:]}:  # "Rebel leaders said"
                names.add(written, (row["name"], "organisation", "name"))
        for spelling in spellings(row, "seats"):
            names.add(spelling, (row["name"], "organisation", "seat"))
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

"""Words for actors named before: "the two leaders", "He", "the president", "his Russian counterpart"."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date
from functools import cache

from timeline.events.gazetteer import rows
from timeline.events.groups import groups
from timeline.events.lexicon import name_words
from timeline.events.named import NamedActor
from timeline.events.officeholders import roles_of, same_office
from timeline.events.unlisted import acts

_PRONOUN = re.compile(r"\b(?=[HS])(?:(?<=[.!?”\"] )|(?<=\n)|^)(?:He|She)\b", re.MULTILINE)


def coreferent(
    text: str, found: list[NamedActor], published: date | None, headed: Sequence[str] = ()
) -> Iterator[NamedActor]:
    """Every such word that can safely be said whom it means.

    `headed` are the organisations that the head of the page names, above the text.
    """
    yield from groups(text, found, published)
    yield from _pronouns(text, found)
    yield from _counterparts(text, found, published)
    yield from _by_office(text, found, published)
    yield from _bodies(text, found, headed)
    yield from _countries(text, found)
    yield from _allies(text, found)
    yield from _by_age(text, found)
    yield from _by_calling(text, found)
    yield from _at_work(text, found, headed)


def _pronouns(text: str, found: list[NamedActor]) -> Iterator[NamedActor]:
    """A pronoun that begins a sentence, where only one just named can be meant."""
    people = [actor for actor in found if actor.kind == "person"]
    for pronoun in _PRONOUN.finditer(text) if people else ():
        near = [a for a in people if pronoun.start() - 400 <= a.start_char < pronoun.start()]
        if near and len({actor.name for actor in near}) == 1:
            yield NamedActor(pronoun.start(), pronoun.end(), pronoun.group(), near[-1].name, "person", True)


def _by_office(text: str, found: list[NamedActor], published: date | None) -> Iterator[NamedActor]:
    """The president, the minister: the last person named before who held such an office."""
    people = [actor for actor in found if actor.kind == "person" and not actor.coreferent]
    for office in _BY_OFFICE.finditer(text) if people else ():
        if any(a.start_char <= office.start() < a.end_char for a in found):
            continue
        holders = Counter(
            actor.name
            for actor in people
            if office.start() - _NEAR < actor.start_char < office.start()
            and _holds(text, actor, office[1].lower(), published)
        )
        if holders:  # whom the article speaks of most
            name = holders.most_common(1)[0][0]
            yield NamedActor(office.start(), office.end(), office.group(), name, "person", True)


def _holds(text: str, actor: NamedActor, office: str, published: date | None) -> bool:
    titled = text[max(0, actor.start_char - 40) : actor.start_char].lower().rstrip()
    return titled.endswith(office) or any(office in role.lower() for role in roles_of(actor.name, published))


_BY_OFFICE = re.compile(
    r"\b[Tt]he (?i:(president|prime minister|chancellor|foreign minister|secretary of state"
    r"|defen[cs]e minister|secretary[- ]general|secretary|minister|general|mayor|governor))\b"
    r"(?! (?:of|for|and|[A-Z]))"
)
_NEAR = 3000
"""How many characters back someone is looked for who is meant by an office."""


def _by_age(text: str, found: list[NamedActor]) -> Iterator[NamedActor]:
    """The 47-year-old: the person whom the sentences just before name, where they name but one."""
    people = [actor for actor in found if actor.kind == "person"] if "-year-old" in text else []
    for aged in _AGED.finditer(text) if people else ():
        near = aged.start() - _NEAR_AGE
        names = {a.name for a in people if near <= a.start_char < aged.start()}
        if len(names) == 1:
            yield NamedActor(aged.start(), aged.end(), aged.group(), names.pop(), "person", True)


_AGED = re.compile(r"\b[Tt]he \d\d-year-old\b(?! [a-z]+(?:,| who| said| told| was))")
_NEAR_AGE = 700


def _by_calling(text: str, found: list[NamedActor]) -> Iterator[NamedActor]:
    """The pilot, the director-general: the only one whom the text has called so before, beside the name."""
    called: dict[str, set[str]] = {}
    for actor in found:
        if actor.kind == "person" and not actor.coreferent and (calling := _called(text, actor)):
            called.setdefault(calling, set()).add(actor.name)
    if not called:
        return
    first: dict[str, int] = {}
    for actor in found:
        first.setdefault(actor.name, actor.start_char)
    for meant in _BY_CALLING.finditer(text):
        names = called.get(meant[1].lower(), set())
        if len(names) != 1 or any(a.start_char <= meant.start(1) < a.end_char for a in found):
            continue
        (name,) = names
        if first[name] < meant.start() < first[name] + _NEAR:
            yield NamedActor(meant.start(), meant.end(), meant.group(), name, "person", True)


def _called(text: str, actor: NamedActor) -> str:
    """What someone is called beside the name: "the pilot Jana Duda", "Jana Duda, a pilot of the navy"."""
    before = text[max(0, actor.start_char - _CALLING) : actor.start_char].split()
    while before and before[-1].rstrip(".") in ("Mr", "Mrs", "Ms", "Dr"):
        before.pop()
    calling = before[-1].rstrip(",").lower() if before else ""
    if calling in _CALLINGS:
        return calling
    after = _CALLED_AFTER.match(text, actor.end_char) if text.startswith(", ", actor.end_char) else None
    return after[1] if after is not None and after[1] in _CALLINGS else ""


_CALLING = 40
_OFFICES = frozenset("president chancellor secretary minister general mayor governor".split())
_CALLINGS = name_words("person noun") - _OFFICES | {"director-general"}
_CALLED_AFTER = re.compile(r", (?:the|an?) (?:[\w-]+ ){0,3}?([a-z-]+)(?=,| who\b| (?:of|for|in|at)\b)")
_BY_CALLING = re.compile(
    r"\b[Tt]he ([A-Za-z]+(?:-[A-Za-z]+)*)\b(?!(?:['’]s)? (?:of|for|in|at|and|who|[A-Z])|[-,] ?\w)"
)


def _bodies(text: str, found: list[NamedActor], headed: Sequence[str]) -> Iterator[NamedActor]:
    """The alliance, the bloc, the company: the organisation named last before that can be called so."""
    named = [actor for actor in found if actor.kind == "organisation"]
    taken = {actor.start_char for actor in named}
    for body in _BODY.finditer(text) if named or headed else ():
        if body.start(1) in taken:  # "the Council", where that is a name
            continue
        called = (body[1] or body[2]).lower()
        near = [
            actor.name
            for actor in reversed(named)
            if body.start() - _NEAR_BODY < actor.start_char < body.start() and _is_called(actor.name, called)
        ] or [name for name in headed if _is_called(name, called)]
        if near:  # the last, unless the article speaks of another company far more
            most, often = Counter(near).most_common(1)[0]
            other = called in _CALLED["company"] and often > 2 * near.count(near[0])
            name = most if other else near[0]
            yield NamedActor(body.start(), body.end(), body.group(), name, "organisation", True)


def _countries(text: str, found: list[NamedActor]) -> Iterator[NamedActor]:
    """The country, where it acts: the last that its sentence names before, or the only one just before."""
    named = [actor for actor in found if actor.kind == "country"] if "he country" in text else []
    for country in _COUNTRY.finditer(text) if named else ():
        if not acts(text, country.end()):
            continue
        near = [a for a in named if country.start() - _NEAR_COUNTRY < a.start_char < country.start()]
        here = [a for a in near if _END_OF_SENTENCE.search(text, a.end_char, country.start()) is None]
        if here or len({a.name for a in near}) == 1:
            name = (here or near)[-1].name
            yield NamedActor(country.start(), country.end(), country.group(), name, "country", True)


def _allies(text: str, found: list[NamedActor]) -> Iterator[NamedActor]:
    """Allies, as NATO's own papers write its members: with a capital also within a sentence."""
    if "Allies" not in text or _ALLIES_WITHIN.search(text) is None:
        return
    if any(actor.name == "NATO" for actor in found):
        for allies in _ALLIES.finditer(text):
            yield NamedActor(allies.start(), allies.end(), allies.group(), "NATO", "organisation")


_ALLIES = re.compile(r"(?<!NATO )\bAllies\b(?! of\b)")
_ALLIES_WITHIN = re.compile(r"[a-z,] Allies\b")
_COUNTRY = re.compile(r"\b[Tt]he country\b")
_NEAR_COUNTRY = 300
"""Characters before in which it is named."""
_END_OF_SENTENCE = re.compile(r"[.!?][”\"’)]* [A-Z]|\n")


def _is_called(name: str, called: str) -> bool:
    low = name.lower()
    if low.endswith(" " + called) or low.startswith(f"{called} of "):  # "the Committee of Ministers"
        return True
    kind = _kinds().get(name)
    if kind is None:  # what no gazetteer lists is a company, unless its name says what else it is
        return called == "company" and name_words("public").isdisjoint(name.split())
    return called in _CALLED.get(kind, ())


_CALLED = {
    "alliance": ("alliance",),
    "union of states": ("bloc", "union"),
    "company": ("company", "firm", "group"),
    "court": ("court", "tribunal"),
    "monitoring mission": ("mission", "monitors", "observers"),
    "ministry": ("ministry",),
    "political party": ("party",),
    "parliament": ("parliament",),
}
"""What organisations of a kind are called after their names."""


@cache
def _kinds() -> dict[str, str]:
    return {row["name"]: row["kind"] for row in rows("organisations")}


_BODY = re.compile(
    r"\b(?:[Tt]he (?i:(alliance|bloc|union|company|firm|group|court|tribunal|mission|ministry|party"
    r"|parliament|agency|commission|council|committee|bank|movement|organi[sz]ation))\b"
    r"(?! (?:of|for|and|or|[A-Z])|-)"
    r"|(?<![A-Z] )(?:(?<=[.,;:] )|(?<=\n)|(?<=[Tt]he ))(?i:(monitors|observers))\b(?! (?:of|for|from)))"
)
_NEAR_BODY = 1500


def _at_work(text: str, found: list[NamedActor], headed: Sequence[str]) -> Iterator[NamedActor]:
    """What a mission sees with in its own report: "a patrol saw", "an unmanned aerial vehicle spotted"."""
    mission = next((name for name in headed if _kinds().get(name) == "monitoring mission"), "")
    for eye in _EYES.finditer(text) if mission else ():
        if not any(a.start_char < eye.end() and eye.start() < a.end_char for a in found):
            yield NamedActor(eye.start(), eye.end(), eye.group(), mission, "organisation")


_EYES = re.compile(
    r"\b(?:(?:[Aa]n?|[Tt]he|[Aa]nother|[Tt]wo) (?:second |third |other |mini-)?"
    r"(?:patrols?|teams?|unmanned aerial vehicles?|UAVs?|cameras?)|[Mm]onitors)\b"
)


def _counterparts(text: str, found: list[NamedActor], published: date | None) -> Iterator[NamedActor]:
    """Who holds the same office elsewhere: "his Russian counterpart"."""
    for country in found:
        after = _COUNTERPART.match(text, country.end_char) if country.kind == "country" else None
        if after is None or re.match(r",? [A-Z]", text[after.end() : after.end() + 3]):
            continue
        people = [a for a in found if a.kind == "person" and a.start_char < country.start_char]
        roles = roles_of(people[-1].name, published) if people else []
        name = same_office(roles, country.name, published)
        if name:
            begin, end = country.start_char, after.end()
            yield NamedActor(begin, end, text[begin:end], name, "person")


_COUNTERPART = re.compile(r" counterpart\b")

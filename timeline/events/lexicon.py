"""Words that name what happens: verbs in all their forms and nouns, each with its kind."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path

_FOLDER = Path(__file__).parent / "lexicons"


@dataclass(frozen=True, slots=True)
class Form:
    """A form of a verb: "base", "s", "past", "participle", "ing"; past forms of regular verbs are both."""

    lemma: str
    forms: frozenset[str]
    kind: str | None


@cache
def verb_forms() -> dict[str, Form]:
    """Every form of every known verb, in lower case."""
    kinds = dict(_listed("verbs.tsv"))
    irregular = {row[0]: row[1:] for row in _rows("irregular.tsv")}
    forms: dict[str, tuple[str, set[str]]] = {}
    for lemma in {**irregular, **kinds}:  # in a fixed order, irregular verbs first: "found" is of "find"
        past, participle = irregular.get(lemma) or (regular_past(lemma),) * 2
        for form, name in (
            (lemma, "base"), (third_person(lemma), "s"), (past, "past"), (participle, "participle"),
            (gerund(lemma), "ing"),
        ):  # fmt: skip
            forms.setdefault(form, (lemma, set()))[1].add(name)
        if lemma.endswith(("el", "al")) and lemma not in irregular:  # British "travelled", "cancelling"
            forms.setdefault(lemma + "led", (lemma, {"past", "participle"}))
            forms.setdefault(lemma + "ling", (lemma, {"ing"}))
    return {form: Form(lemma, frozenset(names), kinds.get(lemma)) for form, (lemma, names) in forms.items()}


@cache
def intransitive() -> frozenset[str]:
    """Verbs without an object, mostly: their past form after a passive is none, "was shot and died"."""
    return frozenset(verb for verb, _ in _listed("intransitive.tsv"))


@cache
def without_passive() -> frozenset[str]:
    """Those without an object that have no passive at all: "appeared in a video published on Monday"."""
    return frozenset(verb for verb, group in _listed("intransitive.tsv") if group == "never passive")


@cache
def event_nouns() -> dict[str, str]:
    """Nouns that name an occurrence, with their kind."""
    listed = dict(_listed("nouns.tsv"))
    return {third_person(noun): kind for noun, kind in listed.items() if not noun.endswith("s")} | listed


@cache
def phrases() -> dict[tuple[str, str], str]:
    """A verb and the word after it, where the two mean something of their own: "call for", "shoot down"."""
    rows = ((kind, pair.split()) for kind, pairs in _rows("phrases.tsv") for pair in pairs.split("; "))
    return {(verb, particle): kind for kind, (verb, particle) in rows}


@cache
def states() -> dict[str, str]:
    """What can be said with a date of what only is, with its kind: "ready", "without power"."""
    return {state: kind for kind, listed in _rows("states.tsv") for state in listed.split("; ")}


@cache
def name_words(group: str) -> frozenset[str]:
    """Words that are written like names and how names are built of them: "title", "institution" …"""
    return frozenset(dict(_rows("names.tsv"))[group].split())


def _rows(name: str) -> list[list[str]]:
    return [line.split("\t") for line in (_FOLDER / name).read_text(encoding="utf-8").splitlines() if line]


def _listed(name: str) -> list[tuple[str, str]]:
    return [(word, kind) for kind, words in _rows(name) for word in words.split()]


def past_of(lemma: str) -> str:
    """The past of any verb.

    >>> past_of("speak"), past_of("chair")
    ('spoke', 'chaired')
    """
    return next((row[1] for row in _rows("irregular.tsv") if row[0] == lemma), regular_past(lemma))


def regular_past(lemma: str) -> str:
    """The past of a regular verb.

    >>> [regular_past(v) for v in ("rally", "seize", "visit", "ban", "play")]
    ['rallied', 'seized', 'visited', 'banned', 'played']
    """
    if lemma.endswith("e"):
        return lemma + "d"
    if lemma.endswith("y") and lemma[-2] not in "aeiou":
        return lemma[:-1] + "ied"
    return (lemma + lemma[-1] if lemma in DOUBLED else lemma) + "ed"


def third_person(lemma: str) -> str:
    """The form of the third person."""
    if lemma.endswith(("s", "sh", "ch", "x", "z", "go", "do", "to")):
        return lemma + "es"
    if lemma.endswith("y") and lemma[-2] not in "aeiou":
        return lemma[:-1] + "ies"
    return lemma + "s"


def gerund(lemma: str) -> str:
    """The form in -ing."""
    if lemma.endswith("ie"):
        return lemma[:-2] + "ying"
    if lemma.endswith("e") and not lemma.endswith(("ee", "oe")):
        return lemma[:-1] + "ing"
    return (lemma + lemma[-1] if lemma in DOUBLED | _DOUBLED_IN_ING else lemma) + "ing"


DOUBLED = frozenset(
    """
    ban admit swap stop drop expel compel repel control grab plan kidnap bar refer commit transfer slip slam
    dip trap strip ship step stab rob rip plot plug nod jam grip flip drag dub chat blot patrol propel rebel
    scrap shun slap snub spot stun submit tap trim wrap permit omit occur ram prefer defer deter infer confer
    acquit
    """.split()
)
_DOUBLED_IN_ING = frozenset("hit cut set put run win begin quit split bid get let rid shut sit swim".split())

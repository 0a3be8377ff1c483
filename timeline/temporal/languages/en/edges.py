"""The early, middle and late part of something: the end of the month, later this year."""

from timeline.temporal.expression import (
    Around,
    Base,
    Edge,
    Expression,
    Hedged,
    Holiday,
    Nth,
)  # fmt: skip
from timeline.temporal.languages.en.units import unit_named
from timeline.temporal.languages.en.words import (
    ordinal,
)
from timeline.temporal.reading import Reading
from timeline.temporal.rules import Example, Rule


def edge_of(r: Reading) -> Expression | None:
    """Early 2014, the end of May, mid-December, later this week."""
    what = r.inner("what")
    words = r.text("edge").replace("-", " ").split()
    mod = next((EDGES[w] for w in words if w in EDGES), None)
    if what is None or mod is None:
        return None
    return Edge(mod, what, narrows=_UP_TO_NOW.isdisjoint(words))


_UP_TO_NOW = frozenset({"earlier", "later", "rest", "remainder"})
"""Edges that reach up to publication, or from it on."""

EDGES = {
    "early": "START", "first": "START", "last": "END", "final": "END", "beginning": "START", "start": "START", "outset": "START", "dawn": "START", "opening": "START",
    "late": "END", "end": "END", "close": "END", "latter": "END", "closing": "END", "dying": "END", "tail": "END", "turn": "START",
    "mid": "MID", "middle": "MID", "earlier": "START", "later": "END", "midway": "MID", "small": "START", "wee": "START", "rest": "END", "remainder": "END",
}  # fmt: skip


def edge_of_unit(r: Reading) -> Expression | None:
    """The end of the month, later in the year: the unit of the last date told, else of publication."""
    unit = unit_named(r.text("what").removeprefix("the ").removeprefix("same "))
    mod = next((EDGES[w] for w in r.text("edge").replace("-", " ").split() if w in EDGES), None)
    if unit is None or mod is None or unit in ("hour", "minute", "second"):
        return None
    if unit == "year" and "turn" in r.text("edge"):
        return Hedged("APPROX", Holiday("new year"))
    told: Base = "published" if "rest" in r.text("edge") or "remainder" in r.text("edge") else "told"
    return Edge(mod, Around(unit, 0, told), narrows=_UP_TO_NOW.isdisjoint(r.text("edge").split()))


def half_of_unit(r: Reading) -> Expression | None:
    """The second half of the year."""
    unit = unit_named(r.text("what").removeprefix("the ").removeprefix("same "))
    number = {"last": -1, "final": -1, "latter": -1}.get(r.text("ordinal")) or ordinal(r.text("ordinal"))
    return Nth(number, "half", Around(unit, 0, "told")) if unit and number else None


RULES = (
    Rule("edge-of-unit", "<edge:edge_noun> of <what:the_unit_>", lambda r: edge_of_unit(r),
         (Example("It ends at [the end of the month].", ("2022-02",)), Example("Troops massed at [the turn of the year].", ("2022-01-01",)))),
    Rule("edge-of-bare-unit", "<edge:edge_noun> of <what:present_unit_>", lambda r: edge_of_unit(r),
         (Example("They want a deal by [the end of year].", ("2022",)), Example("It may come by [end of month].", ("2022-02",))),
         unless_after=(" ({number_word}|{digits}|{name})", "-")),
    Rule("earlier-in-unit", "<edge:earlier_word> in <what:the_unit_>|<edge:edge_plain> in <what:the_unit_>", lambda r: edge_of_unit(r)),
    Rule("half-of-unit", "(the )?<ordinal:nth_word> half of <what:the_unit_>", lambda r: half_of_unit(r)),
)  # fmt: skip

MACROS = {
    "the_unit_": "(the|the same) {unit_one}",
    "present_unit_": "week|month|year",
    "edge_plain": "early|late",
}

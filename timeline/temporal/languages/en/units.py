"""What the words of units and sides mean, and how many units a text counts."""

from typing import get_args

from timeline.temporal.expression import (
    Amount,
    Direction,
    Unit,
)  # fmt: skip
from timeline.temporal.languages.en.words import (
    UNITS,
    UNITS_PLURAL,
    number,
)
from timeline.temporal.reading import Reading

SIDES: dict[str, Direction | int] = {
    "last": -1, "past": -1, "previous": -1, "this": 0, "current": 0, "next": 1, "nxt": 1, "coming": 1, "upcoming": 1,
    "following": 1,
}  # fmt: skip

TOLD_SIDES = {
    "that": 0, "same": 0, "very": 0, "following": 1, "next": 1, "subsequent": 1, "succeeding": 1, "previous": -1,
    "preceding": -1, "prior": -1, "before": -1, "after": 1,
}  # fmt: skip


def unit_named(name: str) -> Unit | None:
    """The unit of a word, nights counting as days."""
    found = UNITS.get(name) or UNITS_PLURAL.get(name)
    return "day" if found == "night" else found  # type: ignore[return-value]


_FINEST_FIRST = get_args(Unit)


def is_finer(unit: Unit, other: Unit) -> bool:
    """Whether one unit is a part of the other: minutes of hours."""
    return _FINEST_FIRST.index(unit) < _FINEST_FIRST.index(other)


def amount(r: Reading, count: str = "count", unit: str = "unit") -> Amount | None:
    """So many units: "two and a half years", "several weeks", "an hour"."""
    known = unit_named(r.text(unit))
    if known is None:
        return None
    value = (
        number(r.text(count).removesuffix(" additional").removesuffix(" extra").removesuffix(" further"))
        if r.has(count)
        else None
    )
    if value is not None and r.has("half"):
        value += 0.5
    return Amount(known, value)


def amount_between(r: Reading, least: str, most: str) -> Amount:
    """Two to four weeks: as many units as two numbers tell, "some" where they tell none."""
    unit, first, second = unit_named(r.text("unit")) or "day", r.number(least), r.number(most)
    told = first is not None and second is not None and first < second
    return Amount(unit, None, (first, second) if told else None)  # type: ignore[arg-type]

"""Stretches that end or begin at publication or at the last date told: the past three months."""

from collections.abc import Callable

from timeline.temporal.expression import (
    Amount,
    Base,
    Direction,
    Duration,
    Expression,
    Part,
    Rolling,
)  # fmt: skip
from timeline.temporal.languages.en.pieces import NUMBERED_MONTHS
from timeline.temporal.languages.en.units import amount, amount_between, unit_named
from timeline.temporal.reading import Reading
from timeline.temporal.rules import Example, Rule


def around_the(r: Reading) -> Expression | None:
    """The past week, this coming month: the stretch of that length up to the day, or from it."""
    unit = unit_named(r.text("unit"))
    if r.text("side") == "the last" and (r.after() == "of" or unit in _TOO_SHORT):
        return None
    direction: Direction = 1 if r.text("side").endswith(("coming", "next")) else -1
    return Rolling(Amount(unit, 1), direction) if unit else None


_TOO_SHORT = frozenset(("minute", "second"))
"""Units of which the last is only late: "at the last minute"."""


def quarter_to(r: Reading) -> Expression | None:
    """The quarter ended Dec. 31: the one that closes with that month."""
    return Part("quarter", (NUMBERED_MONTHS[r.text("month")[:3]] + 1) // 3 or 4)


def rolling(base: Base) -> Callable[[Reading], Expression | None]:
    """The past three months, the next few days, the following two weeks."""

    def meaning(r: Reading) -> Expression | None:
        what = amount(r)
        if what is None:
            return None
        side = r.text("side").split()[-1]
        if r.text("side") == "last" and r.before() in BEFORE_VERBS:  # "to last two days"
            return None
        if side in ("first", "last") and r.after() == "of":  # "the last ten days of March" end with March
            return Duration((what,))
        direction: Direction = 1 if side in ("next", "coming", "following", "upcoming", "ahead") else -1
        return Rolling(what, direction, base)

    return meaning


BEFORE_VERBS = frozenset("to will would could may might can should must shall not t ll cannot only".split())
"""Words after which "last" is a verb."""


def rolling_range(r: Reading) -> Expression | None:
    """The next two to three weeks: as long as that at the most."""
    found = recent(r)
    if not isinstance(found, Rolling):
        return None
    return Rolling(amount_between(r, "least", "most"), found.direction)


def recent(r: Reading) -> Expression | None:
    """Recent weeks, coming months: an unknown number of them."""
    unit = unit_named(r.text("unit"))
    if r.text("side") in ("last", "the last") and r.after() == "of":
        return None
    forward = r.text("side").split()[-1] in ("coming", "next", "ahead", "following", "future", "upcoming")
    return Rolling(Amount(unit, None), 1 if forward else -1) if unit else None


RULES = (
    Rule("the-around", "<side:the_side> (fiscal |financial |calendar |single )?<unit:unit_one>( or so)?", around_the,
         (Example("He went to Moscow in [the past week].", ("P1W",)),), ("He fell ill at the last minute.",)),
    Rule("the-unit-to", "<stretch:the_stretch> (to|ended|ending|ending on|ended on) (the )?({month}|{day} {month}|{weekday})",
         lambda r: Duration((Amount(unit_named(r.text("stretch").split()[-1]) or "year", 1),)),
         (Example("Prices rose in [the year] to [March].", ("P1Y", "2021-03")),
          Example("Prices rose in [the month] to [9 February].", ("P1M", "2022-02-09")), Example("It fell in [the week] ending on [Friday].", ("P1W", "2022-02-11")),
          Example("Sales fell in [the fiscal year] ended [Sept. 30].", ("P1Y", "2021-09-30"))), span="stretch"),
    Rule("the-quarter-to", "<stretch:the_quarter_stretch> (to|ended|ending) <month>", quarter_to,
         (Example("Sales rose in [the quarter] ended [Dec. 31].", ("2021-Q4", "2021-12-31")),), span="stretch"),
    Rule("told-plural", "<side:told_side> <unit:unit_many>", recent),
    Rule("rolling", "<side:rolling_side> (<hedge:hedge> )?<count> ({filler} )?<unit>( or so)?", rolling("published"),
         (Example("It happened in [the last three months].", ("P3M",)),
          Example("Over [the next two weeks] they train.", ("P2W",)))),
    Rule("rolling-range", "<side:rolling_side> <least:count>( to | or |{dash})<most:count> ({filler} )?<unit:unit_many>", rolling_range,
         (Example("It will be built over [the next 12 to 18 months].", ("PXM",)),)),
    Rule("rolling-inside", "the <count> <side:inside_side> <unit>", rolling("published"),
         (Example("It fell in [the four previous weeks].", ("P4W",)),)),
    Rule("next-or-so", "the (next|coming) <unit:unit_one> or so", lambda r: Rolling(Amount(unit_named(r.text("unit")) or "day", 1), 1),
         (Example("It will be built over [the next year or so].", ("P1Y",)),)),
    Rule("rolling-told", "<side:rolling_told> <count> ({filler} )?<unit>", rolling("told")),
    Rule("eventful", "(a|an) {eventful} <unit:unit_one>", around_the,
         (Example("It came after [a hectic week] of talks.", ("P1W",)),)),
    Rule("recent", "<side:recent_side> <unit:unit_many>( (and|or) {unit_many})?", recent,
         (Example("Tension has grown in [recent weeks].", ("PXW",)),)),
    Rule("ahead", "(the )?<unit:unit_many> <side:ahead_word>", recent,
         unless_before=("{digits} ", "{number_word} ", "{vague_count} ")),
    Rule("ahead-one", "the <unit:unit_one> ahead", lambda r: Rolling(Amount(unit_named(r.text("unit")) or "day", 1), 1)),
)  # fmt: skip

MACROS = {
    "eventful": "hectic|busy|frantic|tense|turbulent|dramatic|bloody|tumultuous|eventful|fraught",
    "the_stretch": "the (fiscal )?({present_unit}|month)",
    "the_quarter_stretch": "the quarter",
    "the_side": "the (past|last|coming|upcoming)|this (past|coming)",
    "rolling_side": "(the |this |these )?(past|last|next|coming|upcoming)|the latest|each of the past",
    "inside_side": "past|last|next|coming|previous|preceding|following",
    "rolling_told": "(the |these )?(following|previous|preceding|subsequent|first)",
    "recent_side": "(the |these |this )?(more )?(recent|past|last|coming|next|upcoming|future)|the following|the (succeeding|ensuing|subsequent|intervening|preceding)",
    "ahead_word": "ahead|to come",
}

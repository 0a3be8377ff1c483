"""So far from an anchor: two days ago, a week later, day 100 of the war."""

from collections.abc import Callable
from dataclasses import replace

from timeline.temporal.expression import (
    Amount,
    Around,
    Base,
    DayOf,
    Direction,
    Duration,
    Expression,
    Part,
    Shift,
    Unit,
    Vague,
    Within,
)  # fmt: skip
from timeline.temporal.languages.en.pieces import DASHES
from timeline.temporal.languages.en.units import unit_named
from timeline.temporal.languages.en.words import (
    number,
    ordinal,
)
from timeline.temporal.reading import Reading
from timeline.temporal.rules import Example, Rule


def year_ago_period(r: Reading) -> Expression | None:
    """The year-earlier quarter: a year before the quarter told."""
    which = ordinal(r.text("ordinal")) if r.has("ordinal") else None
    if which:
        return Within(Part("quarter", which), Around("year", -1))
    return Shift((Amount("year", 1),), -1, Around("quarter", 0, "told"))


def same_unit_last_year(r: Reading) -> Expression | None:
    """The same month a year earlier: a year before the one told."""
    unit = unit_named(r.text("unit"))
    return (
        Shift((Amount("year", 1),), -1, Around(unit, 0, "told")) if unit in ("day", "week", "month") else None
    )


def glued_ago(r: Reading) -> Expression | None:
    """3h ago, as feeds write it."""
    count = r.text("ago").rstrip("mohdwy")
    unit = _GLUED_UNITS.get(r.text("ago").removeprefix(count))
    return Shift((Amount(unit, int(count)),), -1) if unit else None


_GLUED_UNITS: dict[str, Unit] = {
    "m": "minute", "h": "hour", "d": "day", "w": "week", "mo": "month", "y": "year",
}  # fmt: skip


def shift(direction: Direction, base: Base) -> Callable[[Reading], Expression | None]:
    """Two days ago, three weeks later: a length composed with a direction."""

    def meaning(r: Reading) -> Expression | None:
        what = r.inner("length")
        if not isinstance(what, Duration):
            return None
        if r.text("length").startswith("the "):
            return None  # "in each of the four years after that", "in the 48 hours before"
        some = what.amounts[0].count is None and what.amounts[0].between is None
        if some and what.amounts[0].unit not in _WITHIN_A_DAY:
            return Vague("PAST_REF" if direction < 0 else "FUTURE_REF")
        return Shift(what.amounts, direction, base, what.mod)

    return meaning


_WITHIN_A_DAY = frozenset({"hour", "minute", "second"})


def from_now(r: Reading) -> Expression | None:
    """Two weeks from now: about then; two weeks from today: that very day."""
    found, day = shift(1, "published")(r), r.inner("now") if r.has("now") else None
    counted = isinstance(found, Shift) and isinstance(day, Around) and day.offset in (0, 1)
    return replace(found, base=day) if counted else found  # type: ignore[type-var]


def years_on(r: Reading) -> Expression | None:
    """Eight years on: so long after what is told, and by now."""
    found = shift(1, "told")(r)
    return replace(found, so_far=True) if isinstance(found, Shift) else found


def day_of(r: Reading) -> Expression | None:
    """Day 100 of the war, the hundredth day of the invasion."""
    which = ordinal(r.text("ordinal")) if r.has("ordinal") else number(r.text("number"))
    return DayOf(int(which)) if which and which == int(which) else None


def day_heads(r: Reading) -> Expression | None:
    """Day 391: what heads a report of a war, on a line of its own or before a colon or dash."""
    if r.whole()[0] and "\n" not in r.neighbour(-1):
        return None
    stands = r.neighbour(1) == ":" or "\n" in r.neighbour(1) or r.after() in DASHES
    return day_of(r) if stands and int(number(r.text("number")) or 0) > 1 else None


def d_plus(r: Reading) -> Expression | None:
    """D+3, as soldiers count: three days after the first."""
    return DayOf(int(r.text("number")) + 1) if r.written("d") == "D" else None


RULES = (
    Rule("year-ago-period", "(the )?((comparable|corresponding|same) )?year( |-)(ago|earlier)( fiscal)? (<ordinal> )?(period|quarter|half)", year_ago_period),
    Rule("period-last-year", "the (corresponding|same|comparable) (period|quarter) (last year|a year (ago|earlier))", year_ago_period),
    Rule("same-last-year", "the same <unit:unit_one> (last year|(the year|a year|one year) (ago|earlier|before))", same_unit_last_year,
         (Example("Sales fell in [January] from [the same month a year earlier].", ("2022-01", "2021-01")),)),
    Rule("glued-ago", "(<ago:glued_ago>|<ago:glued_h>) ago", glued_ago, (Example("Posted [3d ago].", ("2022-02-09",)),)),
    Rule("adjective-ago", "<unit:unit_one>-(ago|earlier)", lambda r: Shift((Amount(unit_named(r.text("unit")) or "year", 1),), -1),
         (Example("It compares with a [year-earlier] loss.", ("2021",)),)),
    Rule("day-heads", "day <number:digits>", day_heads,
         (Example("[Day 100]: shells fell on Sumy.", ("2022-06-03",), "2022-06-03"),), ("On day 100 shells fell.",)),
    Rule("d-plus", "<d:d_>~+<number:digits>", d_plus,
         (Example("At [D+3] the capital holds.", ("2022-02-27",), "2022-02-27"),), ("A grade of D+3 is none.",)),
    Rule("day-of", "day (<number>|<number:digits>) of {begun_}|(the )?<ordinal> day of {begun_}", day_of,
         (Example("Russia invaded on [24 February 2022]; on [day 100 of the war] shells fell.", ("2022-02-24", "2022-06-03"), "2022-06-03"),
          Example("He spoke on [the 100th day of Russia's invasion].", ("2022-06-03",), "2022-06-03")),
         ("On day three of the war game they rested.",), unless_after=("( |-)(game|games|crime|crimes|room)", "-")),
)  # fmt: skip

COMPOSITIONS = (
    Rule("ago", "<length> (ago|back)", shift(-1, "published"),
         (Example("He left [two days ago].", ("2022-02-10",)), Example("It began [eight years ago].", ("2014",)),
          Example("It ended [three weeks ago].", ("2022-W03",)), Example("It fell [hours ago].", ("2022-02-12",)), Example("It was built [10 to 15 years ago].", ("PAST_REF",))), unless_after=(" (to|into|in|from|at|up)",)),
    Rule("long-ago", "<length> ago", shift(-1, "published")),
    Rule("from-now", "<length> (hence|from <now:now_like>)", from_now,
         (Example("They meet [two days from now].", ("2022-02-14",)), Example("They meet [two weeks from today].", ("2022-02-26",)))),
    Rule("in-time", "in <length>{apostrophe}?s?{apostrophe}? time", shift(1, "published"),
         (Example("They meet [in two days' time].", ("2022-02-14",)),)),
    Rule("years-on", "(<only:just_word> )?<length> on", years_on,
         (Example("[Eight years on], the war goes on.", ("2022",)), Example("[Ten days on], nothing has changed.", ("2022-02-12",)), Example("In [May 2014] he won; [two years on] he lost.", ("2014-05", "2016")),
          Example("They fought for [weeks] on end.", ("PXW",))),
         unless_after=(" ({datable}|{day_part}|end)", " (the|a|an|his|her|its|their)")),
    Rule("later", "(<only:just_word> )?<length> (later|afterwards|afterward|after that|thereafter)", shift(1, "told"),
         (Example("On [3 May 2014] they met; [two days later] they signed.", ("2014-05-03", "2014-05-05")),),
         unless_after=(" {datable}", " (the|a|an|his|her|its|their)")),
    Rule("later-still", "<length> (later|afterwards|afterward|after that)", shift(1, "told")),
    Rule("earlier", "(<only:just_word> )?<length> (earlier|previously|before that|beforehand)", shift(-1, "told"),
         (Example("On [9 May 2014] he died; [two days earlier] he had spoken.", ("2014-05-09", "2014-05-07")),)),
    Rule("before", "(<only:just_word> )?<length> (before|prior)", shift(-1, "told"),
         (Example("On [9 May 2014] he died; he had spoken [two days before].", ("2014-05-09", "2014-05-07")),),
         unless_after=(" (the|a|an|his|her|its|their|to|they|he|she|it|we|that|opening|closing|beginning|starting|ending)", " {datable}", " {clock_time}", " ({other}|{name}|{plural})")),
)  # fmt: skip

MACROS = {
    "begun_": "(the|{name}{apostrophe}s|its|their|this) (full(-| )scale )?{fighting_}",
    "d_": "d",
    "now_like": "{vague_date}|{day_near}",
    "just_word": "just|only",
}

"""The named day, month or season that is nearest on one side: last Tuesday, next May."""

from timeline.temporal.expression import (
    Amount,
    Date,
    Expression,
    Near,
    Part,
    Shift,
)  # fmt: skip
from timeline.temporal.languages.en.pieces import NUMBERED_MONTHS, NUMBERED_WEEKDAYS
from timeline.temporal.languages.en.units import SIDES, TOLD_SIDES
from timeline.temporal.languages.en.words import (
    DAYPARTS,
    SEASONS,
    ordinal,
)
from timeline.temporal.reading import Reading
from timeline.temporal.rules import Example, Rule


def short_weekday(r: Reading) -> Expression | None:
    """Fri, Sat.: with a word before it that wants a day, or before a part of one; Sun and Sat are also names."""
    return named(r) if r.before() in BEFORE_DAYS or r.after().lower() in DAYPARTS else None


BEFORE_DAYS = frozenset(
    "on since until till by from to this last next every each through and of before after - –".split()
)


def named(r: Reading) -> Expression | None:
    """What a weekday, month or season is called."""
    if r.has("season"):
        return Part("season", str(SEASONS[r.text("season")]))
    if r.has("weekday"):
        return Date(weekday=NUMBERED_WEEKDAYS[r.text("weekday")[:3]])
    return Date(month=NUMBERED_MONTHS[r.text("month")[:3]])


def near(r: Reading) -> Expression | None:
    """Last Saturday, next May, this summer."""
    what = named(r)
    word = next((w for w in reversed(r.text("side").split()) if w in SIDES), None)
    if what is None or word is None:
        return None
    if r.has("month") and r.written("month") in ("may", "march"):
        return None
    if r.has("weekday") and is_counted(r) and "the" in (r.before(), r.text("side").split()[0]):
        return None
    return Near(SIDES[word], what)  # type: ignore[arg-type]


def is_counted(r: Reading) -> bool:
    """Whether a weekday is one of a month: "the last Friday in January", "the last Sunday of the month"."""
    following = r.neighbour(4).lower()
    return r.after() in ("of", "in") and (following == "the" or following[:3] in NUMBERED_MONTHS)


def before_last(r: Reading) -> Expression | None:
    """The Tuesday before last, the Monday after next: a week beyond the last or the next."""
    what, side = named(r), 1 if r.has("next") else -1
    return Shift((Amount("week", 1),), side, Near(side, what)) if what is not None else None  # type: ignore[arg-type]


def weekdays_ago(r: Reading) -> Expression | None:
    """Two Saturdays ago: the last Saturday, and a week back for each further one."""
    count = r.number("count")
    last = Near(-1, Date(weekday=NUMBERED_WEEKDAYS[r.text("weekdays")[:3]]))
    if count is None or count < 1:
        return None
    return last if count == 1 else Shift((Amount("week", count - 1),), -1, last)


def near_day(r: Reading) -> Expression | None:
    """Last Oct. 23, this coming March 8: the day as the publication date has it nearest."""
    day = ordinal(r.text("day"))
    return Date(month=NUMBERED_MONTHS[r.text("month")[:3]], day=day) if day and day <= 31 else None


def told_near(r: Reading) -> Expression | None:
    """The following Tuesday, that December, the previous summer."""
    what = named(r)
    word = next((w for w in reversed(r.text("side").split()) if w in TOLD_SIDES), None)
    return None if what is None or word is None else Near(TOLD_SIDES[word], what, "told")  # type: ignore[arg-type]


RULES = (
    Rule("weekday", "(a |another )?<weekday:weekday_name>", lambda r: named(r),
         (Example("He called him on [Saturday].", ("2022-02-12",)), Example("He arrived on [Friday].", ("2022-02-11",)))),
    Rule("weekday-short", "<weekday:weekday_short>~.|<weekday:weekday_short>", lambda r: short_weekday(r),
         (Example("[Sat night] in Lviv: shelling again.", ("2022-02-12TNI",)),), weak=True),
    Rule("weekday-low", "<weekday:weekday_low>", lambda r: named(r) if r.before() == "on" else None,
         (Example("c u on [thurs]", ("2022-02-10",)),)),
    Rule("weekday-short-on", "<weekday:weekday_short>~.|<weekday:weekday_short>", lambda r: short_weekday(r),
         unless_after=(" {name}", "({name}|{other})")),
    Rule("near-weekday", "<side:near_side> (<weekday>|<weekday:weekday_low>)", near,
         (Example("c u [next fri]", ("2022-02-18",)), Example("They met [last Wednesday].", ("2022-02-09",)), Example("They meet [next Thursday].", ("2022-02-17",)))),
    Rule("near-low-weekend", "<side:near_side> <weekday:low_weekend_>", near,
         (Example("c u [this sat]!!", ("2022-02-12",)),), ("This sun shines on all.",), unless_after=(" ({other}|{plural}|{name})",)),
    Rule("near-day", "<side:near_side> <month> <day>", lambda r: near_day(r), unless_after=(":{digits}",)),
    Rule("near-month", "<side:near_side> <month:month>", near, (Example("It opened [last May].", ("2021-05",)),)),
    Rule("near-season", "<side:near_side> <season>", near, (Example("It ended [last summer].", ("2021-SU",)), Example("Gas was dear [this winter].", ("2021-WI",), "2022-03-09"))),
    Rule("told-weekday", "<side:told_side> <weekday:weekday_name>", told_near,
         (Example("On [3 May 2014] they met; [the following Tuesday] they parted.", ("2014-05-03", "2014-05-06")),)),
    Rule("told-month", "<side:told_side> <month:month_name>", told_near),
    Rule("told-season", "<side:told_side> <season>", told_near),
    Rule("weekday-last", "<weekday> <side:last_next>", lambda r: near(r) if r.text("weekday") not in ("sat", "sun") else None,
         (Example("It began on [Thursday last].", ("2022-02-10",)),
          Example("It began on [Thursday last week].", ("2022-02-03",))), unless_after=(" {unit}",)),
    Rule("weekdays-ago", "<count> <weekdays:weekday_plural> ago", weekdays_ago,
         (Example("They met [two Saturdays ago].", ("2022-01-29",)),)),
    Rule("weekday-before-last", "the <weekday:weekday_name> (before last|after <next:next_>)", before_last,
         (Example("They met on [the Tuesday before last].", ("2022-02-01",)), Example("They meet on [the Monday after next].", ("2022-02-21",))),
         unless_after=(" ({weekday}|{month}|{unit}|{season}|{daypart})",)),
    Rule("weekday-week", "<weekday> week", lambda r: Near(1, Near(1, named(r) or Date(weekday=1))), unless_after=("-",)),
    Rule("month-last", "<month:month_name> last", lambda r: Near(-1, named(r) or Date(month=1)), unless_after=(" {unit}", " {daypart}")),
)  # fmt: skip

MACROS = {
    "next_": "next",
    "low_weekend_": "sat|sun",
    "last_next": "last|next",
    "near_side": "(the )?(last|next|past|coming|upcoming)|this|this (past|coming|last|next)",
}

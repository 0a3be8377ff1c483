"""Days and months of the calendar, in words and in digits."""

import re

from timeline.temporal.expression import Date, Expression
from timeline.temporal.languages.en.neighbours import (
    AFTER_MONTHS,
    BEFORE_MONTHS,
    BEFORE_NAMES,
    BEFORE_PARTS,
    COUNTED,
    SURELY_BEFORE_MONTHS,
)  # fmt: skip
from timeline.temporal.languages.en.pieces import (
    DASHES,
    NUMBERED_MONTHS,
    month,
    two_digit_year,
    weekday,
    year,
)
from timeline.temporal.languages.en.words import DAYPARTS, MONTHS, MONTHS_SHORT, ordinal
from timeline.temporal.reading import Reading
from timeline.temporal.rules import Example, Rule


def date(r: Reading) -> Expression | None:
    """A day, month or year from the pieces that are there."""
    day = ordinal(r.text("day")) if r.has("day") else None
    if day is not None and not 1 <= day <= 31:
        return None
    if r.written("day").istitle() and r.span("month")[0] < r.span("day")[0]:  # "May the Second Army"
        return None
    return Date(year(r), month(r), day, weekday(r), bc="b" in r.text("era"))


def numeric(r: Reading) -> Expression | None:
    """24/02/2022 and 2/24/2022: the part above 12 is the day; else as the text's others, or American, unsure."""
    first, second = int(r.text("a")), int(r.text("b"))
    when = year(r) if r.has("year") else two_digit_year(int(r.text("yy")))
    if second > 12 >= first:
        return Date(when, first, second)
    if first > 12 >= second:
        return Date(when, second, first)
    if first > 12:
        return None
    if r.text_says(DAY_FIRST) and not r.text_says(MONTH_FIRST):
        return Date(when, second, first)
    return Date(when, first, second, ambiguous=first != second)


DAY_FIRST = re.compile(r"\b(?:1[3-9]|2\d|3[01])[/-](?:0?[1-9]|1[0-2])[/-](?:\d{4}|\d\d)\b")
MONTH_FIRST = re.compile(r"\b(?:0?[1-9]|1[0-2])[/-](?:1[3-9]|2\d|3[01])[/-](?:\d{4}|\d\d)\b")
"""Dates in digits that leave no doubt of their order."""


def dotted(r: Reading) -> Expression | None:
    """24.02.2022 has the day first."""
    day, number_of_month = int(r.text("a")), int(r.text("b"))
    if not {r.before(), r.neighbour(-3).lower()}.isdisjoint(NUMBERED):
        return None
    when = year(r) if r.has("year") else two_digit_year(int(r.text("yy")))
    return Date(when, number_of_month, day) if number_of_month <= 12 else None


NUMBERED = frozenset({"version", "versions", "release", "v"})
"""What is numbered in three parts as dates are."""


def in_dateline(r: Reading) -> Expression | None:
    """(5/23), month first, where a report's place and day stand before its first sentence."""
    at = -1
    while r.neighbour(at) and "\n" not in r.neighbour(at):
        if at < _DATELINE or not (r.neighbour(at)[0].isupper() or r.neighbour(at) in (" ", ",", ".")):
            return None
        at -= 1
    month, day = r.text("stretch").split("/")
    return Date(month=int(month), day=int(day))


_DATELINE = -10
"""Tokens before the day in a dateline: "NEW YORK, N.Y. (5/23)"."""


def iso_month(r: Reading) -> Expression | None:
    """2014-03; but 2007-08 is two years, as text has them."""
    next_year = int(r.text("monthno")) == int(r.text("year")) % 100 + 1
    return date(r) if r.text("monthno")[0] == "0" and not next_year else None


def short_month(r: Reading) -> Expression | None:
    """Jan, Feb without a point, after a word that wants a date; Jan is also a first name."""
    if r.text("month") == "jan" and r.after().istitle():
        return None
    ranged = r.neighbour(1) in DASHES and r.neighbour(2).istitle() and is_month(r.neighbour(2))
    wanted = r.before() in BEFORE_PARTS | {"last", "next", "this"}
    return Date(month=month(r)) if ranged or wanted else None


def is_month(word: str) -> bool:
    """Whether a word is the name of a month, whole or cut short."""
    return word.lower() in MONTHS or word in MONTHS_SHORT


def glued(r: Reading) -> Expression | None:
    """26nov 2015."""
    text = r.text("glued")
    name = text.lstrip("0123456789")
    return Date(year(r), NUMBERED_MONTHS[name[:3]], int(text[: -len(name)]))


def compact(r: Reading) -> Expression | None:
    """20220224."""
    text = r.text("compact_date")
    return Date(int(text[:4]), int(text[4:6]), int(text[6:]))


def lone_month(r: Reading) -> Expression | None:
    """A month by itself; May, March, April, June and August are also names and verbs."""
    name = r.written("month")
    if name.capitalize() not in ALSO_WORDS:
        return Date(month=month(r))
    before, after = r.before(), r.after()
    if name in ("MAY", "MARCH"):
        heads = before in ("", "\n", ".") and after in ("", ":", "–", "—", "-")
        return Date(month=month(r)) if heads or before.lower() in BEFORE_MONTHS or goes_on(r) else None
    if after in HEAD_SIGNS and (r.neighbour(-1) == "" or "\n" in r.neighbour(-1)):
        return Date(month=month(r))  # a chronicle's entry: "May: The water rises"
    if name == "august" and before not in SURELY_BEFORE_MONTHS:
        return None
    if (
        name in CHRISTIAN
        and before not in SURELY_BEFORE_MONTHS
        and (after[:1].isupper() or after in OF_NAMES or before in BEFORE_NAMES or before[:1] == "@")
    ):
        return None
    if (
        name in ("May", "March")
        and before not in BEFORE_MONTHS
        and r.neighbour(-2)[:1].isupper()
        and r.neighbour(-1) == " "
    ):
        return None  # "the Long March", "Robert May"
    if (
        name in ("May", "March")
        and before not in BEFORE_MONTHS
        and not goes_on(r)
        and (
            before in ("", ".", "\n", "!", "?", '"', "“", ":", ";")
            or (after[:1].islower() and after not in AFTER_MONTHS)
        )
    ):
        return None
    return Date(month=month(r))


def goes_on(r: Reading) -> bool:
    """Whether another month follows: "May–June", "March and April"."""
    joined = r.neighbour(1) in DASHES or r.neighbour(1) == "/"
    following = r.neighbour(2) if joined else r.neighbour(4) if r.neighbour(2) in ("and", "to") else ""
    return following.istitle() and (following in MONTHS or following.lower() in MONTHS)


HEAD_SIGNS = frozenset(":–—")
"""What may follow the date at the head of an entry."""
ALSO_WORDS = frozenset({"March", "May", "April", "June", "August"})
OF_NAMES = frozenset({"von", "van", "de", "di"})
"""What goes on with a name: "August von Platen"."""
CHRISTIAN = frozenset({"May", "April", "June", "August"})


def on_the_day(r: Reading) -> Expression | None:
    """On the 26th. A name after it begins the clause of a sentence that opens so, unless it is a thing numbered."""
    follows = r.after()
    if r.before() not in BEFORE_PARTS or follows.lower() in COUNTED:
        return None
    begins = r.neighbour(-2) == "On" or (r.neighbour(-2) == "on" and r.neighbour(-4).lower() in CLAUSES_BEGIN)
    if follows[:1].isupper() and not begins:
        return None
    return Date(day=ordinal(r.text("day")))


CLAUSES_BEGIN = frozenset({"and", "but", "then", ",", ";"})


def part_of_the_day(r: Reading) -> Expression | None:
    """The morning of the 9th: any word may follow, since a part of the day has only days."""
    if r.before() != "of" or r.neighbour(-4).lower() not in DAYPARTS or r.after().lower() in COUNTED:
        return None
    return Date(day=ordinal(r.text("day")))


def day_entry(r: Reading) -> Expression | None:
    """The 8th, at the head of a chronicle's entry: under the heading of its month, before a colon or dash."""
    heads = r.neighbour(-1) == "" or "\n" in r.neighbour(-1)
    ends = r.neighbour(1) == ":" or (r.neighbour(1) == " " and r.neighbour(2) in ("-", "–", "—"))
    return Date(day=ordinal(r.text("day"))) if heads and ends else None


RULES = (
    Rule(
        "month-day-year",
        "(<weekday>,? )?<month>( |-|_)(the )?<day>((,_| |,? of |, in )<year:yearish>|-<year:year>)?",
        date,
        (Example("It began on [February 24, 2022].", ("2022-02-24",)),
         Example("Troops crossed the border on [Thursday, Feb. 10].", ("2022-02-10",)),
         Example("The vote of [March 16, 2014] was disputed.", ("2014-03-16",))),
        unless_after=("(:|,){digits}", "_%", " ({number_word}|million|percent)", " {street}"),
    ),
    Rule(
        "day-month-year",
        "(<weekday>(,? the |,? ))?(the )?<day>( of | |_|-)(early |late |mid-)?<month>((,_| |-|_|,? of |/)<year:yearish>)?",
        date,
        (Example("The strike came on [12 April 2014].", ("2014-04-12",)),
         Example("They crossed on [the 10th of February].", ("2022-02-10",))),
        unless_before=("{digits}(,|~.|:)",),
        unless_after=(" {street}",),
    ),
    Rule("day-of-low-month", "(the )?<day> of <month:low_month_>( <year:year>)?", date,
         (Example("They meet on [the 2nd of march].", ("2022-03-02",)),)),
    Rule("month-year", "((the )?month of )?<month>(,? | of |,? of |-|/)<year:yearish>", date,
         (Example("It closed in [March 2014].", ("2014-03",)),), unless_after=(":{digits}", "(,|~.){digits}")),
    Rule("month", "((the )?month of )?<month:month_name>|(the )?month of <month:month_short>", lambda r: lone_month(r),
         (Example("It has lasted since [December].", ("2021-12",)), Example("It ended in [May].", ("2021-05",)),
          Example("[MAY]: The port closes.", ("2021-05",))),
         ("They may march on.", "Theresa May resigned.", "It may be late.", "They told of the Long March.", "They read August von Platen."),
         unless_after=(" {dayno} {street}",)),
    Rule("month-short", "<month:month_short>~.", date, unless_after=(" {digits}",)),
    Rule("month-short-bare", "<month:month_short>", short_month,
         (Example("It has lasted since [Jan] there.", ("2022-01",)), Example("The [Jan]–[Oct 2021] figures are out.", ("2021-01", "2021-10"))),
         ("A letter from Jan Duda came.", "They named him Jan-Otto."),
         unless_after=("{name}", "({digits}|{other})")),
    Rule("iso-date", "<year>-<monthno>-<day:dayno>", date, (Example("Filed [2022-02-09].", ("2022-02-09",)),)),
    Rule("iso-month", "<year>-<monthno>", iso_month,
         unless_after=("-",)),
    Rule("slash-month-year", "<monthno>/<year>", date, (Example("Filed in [04/2016].", ("2016-04",)),),
         unless_before=("{digits}(/|-|~.)", "/")),
    Rule("weekday-day", "<weekday>(,)? (the )?<day:dayth>", date,
         (Example("They met on [Tuesday the 8th].", ("2022-02-08",)), Example("They met on [Tue 8th].", ("2022-02-08",))), unless_after=(" (of|{month}|{name}|century)", "-")),
    Rule("slash-ymd", "<year>/<monthno>/<day:dayno>|<year>~.<monthno>~.<day:dayno>", date),
    Rule("slash-date", "<a:dayno>/<b:dayno>/(<year>|<yy>)", numeric,
         (Example("Filed on [24/02/2014].", ("2014-02-24",)),)),
    Rule("dateline-date", "~(<stretch:month_day_>~)", in_dateline,
         (Example("KYIV ([5/23]) – The army held the city.", ("2022-05-23",), "2022-05-24"),), ("He won three of four (3/4) rounds.",), span="stretch"),
    Rule("dash-date", "<a:dayno>-<b:dayno>-(<year>|<yy>)", numeric),
    Rule("dash-month-date", "<day:dayno>-<month>-<year:yy>", date, (Example("Filed on [24-Feb-14].", ("2014-02-24",)),), unless_after=("-",)),
    Rule("dotted-date", "<a:dayno>~.<b:dayno>~.(<year>|<yy>)", dotted,
         (Example("Filed on [24.02.2014].", ("2014-02-24",)),), ("They use version: 1.1.30 of it.",), unless_after=("~.{digits}",)),
    Rule("compact-date", "<compact_date>", compact, (Example("Filed [20210224].", ("2021-02-24",)),),
         unless_before=("{digits}( |-|~.|,|/)", "(~+|~#|~$|/)"), unless_after=("( |-|~.|,|/){digits}",)),
    Rule("glued-day-month", "<glued:glued_day_month>( <year:yearish>)?", glued),
    Rule("on-the-day", "(the )?<day:dayth>", on_the_day,
         (Example("On [the 26th] Volodymyr Melnyk spoke.", ("2022-01-26",)),
          Example("It began on [24 October 2021], and on [the 28th] Fifa met.", ("2021-10-24", "2021-10-28"))),
         ("On the 26th Floor the lights went out.", "They stood on the 26th Avenue."),
         unless_after=(" ({other}|{plural}|{unit}|{weekday_name}|and|century|time|half|place|round|period)", "-", "(,|~.){digits}")),
    Rule("part-of-the-day", "the <day:dayth>", part_of_the_day,
         (Example("On [the morning of the 9th] tanks crossed.", ("2022-02-09TMO",)),),
         ("They spoke of the 24th brigade.", "The leader of the 9th was hurt."),
         unless_after=(" ({unit}|{weekday_name}|and|century|time|half|place|round|period)", "-", "(,|~.){digits}")),
    Rule("day-entry", "the <day:dayth>", day_entry,
         (Example("[The 8th]: The convoy arrives.", ("2022-02-08",)),),
         ("The 24th brigade holds on.",)),
)  # fmt: skip

MACROS = {
    "low_month_": "march|may",
    "street": "avenue|street|road|boulevard|lane|drive|square|prospekt",
}

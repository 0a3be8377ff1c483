"""Dates of the calendar: days, months, years, decades, centuries, parts of years."""

from timeline.temporal.expression import Century, Date, Decade, Expression, Holiday, Part
from timeline.temporal.languages.en.neighbours import (
    AFTER_MONTHS,
    BEFORE_MONTHS,
    BEFORE_NAMES,
    BEFORE_PARTS,
    COUNTED_BY_DASH,
    NOT_A_YEAR_AFTER,
    NOT_A_YEAR_BEFORE,
    SEASONAL,
    SURELY_BEFORE_MONTHS,
)  # fmt: skip
from timeline.temporal.languages.en.words import MONTHS, number, ordinal
from timeline.temporal.reading import Reading
from timeline.temporal.rules import Example, Rule

NUMBERED_MONTHS = {
    name: n for n, name in enumerate("jan feb mar apr may jun jul aug sep oct nov dec".split(), 1)
}
NUMBERED_WEEKDAYS = {name: n for n, name in enumerate("mon tue wed thu fri sat sun".split(), 1)}
TURN_OF_SHORT_YEARS = 40  # '39 is 2039, '40 is 1940


def date(r: Reading) -> Expression | None:
    """A day, month or year from the pieces that are there."""
    day = ordinal(r.text("day")) if r.has("day") else None
    if day is not None and not 1 <= day <= 31:
        return None
    if r.written("day").istitle() and r.span("month")[0] < r.span("day")[0]:  # "May the Second Army"
        return None
    return Date(year(r), month(r), day, weekday(r), bc="b" in r.text("era"))


def month(r: Reading, name: str = "month") -> int | None:
    """The month's number, in words or digits."""
    if r.has("monthno"):
        return int(r.text("monthno"))
    return NUMBERED_MONTHS.get(r.text(name)[:3])


def weekday(r: Reading) -> int | None:
    """The weekday's ISO number."""
    return NUMBERED_WEEKDAYS.get(r.text("weekday")[:3])


def year(r: Reading, name: str = "year") -> int | None:
    """A year in four digits, two after an apostrophe, or in words."""
    text = r.text(name)
    if not text:
        return None
    digits = "".join(c for c in text if c.isdigit())
    if digits:
        return two_digit_year(int(digits)) if len(digits) == 2 else int(digits)
    words = text.replace("-", " ").split()
    if words[0] == "two":
        return int(number(text) or 0) or None
    rest = 0 if words[1] == "hundred" else number(" ".join(words[1:]))
    first = number(words[0])
    return None if first is None or rest is None else int(first * 100 + rest)


def two_digit_year(short: int) -> int:
    """'98 is 1998, '22 is 2022."""
    return short + (2000 if short < TURN_OF_SHORT_YEARS else 1900)


def bare_year(r: Reading) -> Expression | None:
    """A number alone that is a year by what stands around it."""
    before, after = r.before(), r.after()
    if r.neighbour(-1) in DASHES and not is_year(r.neighbour(-2)) and r.neighbour(-2)[:1].isdigit():
        return None
    if r.neighbour(1) in DASHES and not is_year(r.neighbour(2)) and r.neighbour(2)[:1].isdigit():
        return None
    if (before in NOT_A_YEAR_BEFORE and not is_bound(r)) or after.lower() in NOT_A_YEAR_AFTER or is_count(r):
        return None
    value = int(r.text("year"))
    if not 1500 <= value <= 2100:
        return (
            Date(value)
            if before in ("in", "since", "year", "until", "by", "from", "of") and after in ",.;)"
            else None
        )
    if before in (
        "about",
        "around",
        "over",
        "under",
        "up",
        "to",
        "of",
        "with",
        "killing",
        "wounding",
        "and",
        "or",
        "a",
    ) and (
        after.isalpha()
        and after.endswith("s")
        and after.islower()
        and after not in NO_PLURALS
        and not is_year(r.neighbour(-4))
    ):
        return None
    return Date(value)


def is_bound(r: Reading) -> bool:
    """Whether "at least" bounds a year: "until at least 2010"."""
    return r.before() == "least" and r.neighbour(-6).lower() in ("until", "till", "to", "through", "since")


def is_count(r: Reading) -> bool:
    """Whether a number of four digits counts things: "1500 to 2000 soldiers", "2000-strong", "7946 2012"."""
    if r.neighbour(1) in DASHES and r.neighbour(2).lower() in COUNTED_BY_DASH:
        return True
    if r.after() in ("to", "or") and r.neighbour(4).isdecimal():
        return r.neighbour(6).lower() in NOT_A_YEAR_AFTER
    earlier = r.neighbour(-2)
    if earlier == "." and r.neighbour(-3).lower() == "no":
        return True
    return r.neighbour(-1) == " " and earlier.isdecimal() and len(earlier) > 2 and not is_year(earlier)


NO_PLURALS = frozenset("was is has as his this its us thus whereas perhaps".split())
DASHES = frozenset("-–—")


def is_year(token: str) -> bool:
    """Whether a token is a year in four digits."""
    return len(token) == 4 and token.isdecimal() and 1000 <= int(token) < 2200


def numeric(r: Reading) -> Expression | None:
    """24/02/2022 and 2/24/2022: the part above 12 is the day; else American order, unsure."""
    first, second = int(r.text("a")), int(r.text("b"))
    when = year(r) if r.has("year") else two_digit_year(int(r.text("yy")))
    if second > 12 >= first:
        return Date(when, first, second)
    if first > 12 >= second:
        return Date(when, second, first)
    return Date(when, first, second, ambiguous=first != second) if first <= 12 else None


def dotted(r: Reading) -> Expression | None:
    """24.02.2022 has the day first."""
    day, number_of_month = int(r.text("a")), int(r.text("b"))
    when = year(r) if r.has("year") else two_digit_year(int(r.text("yy")))
    return Date(when, number_of_month, day) if number_of_month <= 12 else None


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
    """Jan, Feb without a point, after a word that wants a date."""
    return Date(month=month(r)) if r.before() in BEFORE_PARTS | {"last", "next", "this"} else None


def glued(r: Reading) -> Expression | None:
    """26nov 2015."""
    text = r.text("glued")
    name = text.lstrip("0123456789")
    return Date(year(r), NUMBERED_MONTHS[name[:3]], int(text[: -len(name)]))


def fiscal(r: Reading) -> Expression | None:
    """Fiscal 2021, FY22."""
    if not r.has("glued"):
        return date(r)
    digits = r.text("glued").removeprefix("fy")
    return Date(two_digit_year(int(digits)) if len(digits) == 2 else int(digits))


def compact(r: Reading) -> Expression | None:
    """20220224."""
    text = r.text("compact_date")
    return Date(int(text[:4]), int(text[4:6]), int(text[6:]))


def decade(r: Reading) -> Expression | None:
    """1990s, '90s, the nineties."""
    if r.has("decade4"):
        return Decade(int(r.text("decade4")[:4]))
    if r.has("decade_word"):
        return Decade(r.integer("decade_word"), century=False)
    return Decade(int(r.text("decade2")[:2]), century=False)


def decade_of_year(r: Reading) -> Expression | None:
    """The 1970's: only of a year that begins a decade; "the 1990's" of another year is a possessive."""
    first = int(r.text("year"))
    return Decade(first) if first % 10 == 0 else None


def decade_before_our_era(r: Reading) -> Expression | None:
    """The 470s BC."""
    return Decade(int(r.text("decade").rstrip("s")), bc=True) if "b" in r.text("era") else None


def spelled_decade(r: Reading) -> Expression | None:
    """The nineteen-nineties."""
    first = number(r.text("century_start"))
    return Decade(int(first or 0) * 100 + r.integer("decade_word"))


def century(r: Reading) -> Expression | None:
    """The nineteenth century."""
    which = ordinal(r.text("ordinal"))
    return Century(which, "b" in r.text("era")) if which and which <= 30 else None


def quarter(r: Reading) -> Expression | None:
    """The third quarter of 2021."""
    which = ordinal(r.text("ordinal")) if r.has("ordinal") else int(r.text("code").strip("q"))
    return Part("quarter", which, year(r)) if which and which <= 4 else None


def half(r: Reading) -> Expression | None:
    """The first half of 2021."""
    which = ordinal(r.text("ordinal")) if r.has("ordinal") else int(r.text("code").strip("h"))
    return Part("half", which, year(r)) if which in (1, 2) else None


def season(r: Reading) -> Expression | None:
    """The spring of 2014, autumn 481 BC."""
    return Part("season", r.word("season"), era_number(r) if r.has("era") else year(r), "b" in r.text("era"))


def era_number(r: Reading) -> int | None:
    """The number before or after BC, AD."""
    text = r.text("digits")
    return int(text) if text and int(text) < 3000 else None


def era_year(r: Reading) -> Expression | None:
    """490 BC, AD 79, August 480 BC."""
    value = era_number(r)
    day = ordinal(r.text("day")) if r.has("day") else None
    return Date(value, month(r), day, bc="b" in r.text("era")) if value else None


def holiday(r: Reading) -> Expression | None:
    """Christmas, New Year's Eve, Victory Day 2015; those of several words only with a capital."""
    written = r.written("holiday")
    if written.islower() and " " in written and not written.startswith(("christmas", "easter")):
        return None
    return Holiday(HOLIDAYS[" ".join(written.lower().replace("’", "'").replace("‘", "'").split())], year(r))


HOLIDAYS = {
    "christmas": "christmas", "christmas day": "christmas", "xmas": "christmas", "christmas eve": "christmas eve",
    "new year's day": "new year", "new year's": "new year", "new year's eve": "new year's eve", "new year": "new year",
    "new years day": "new year", "new years eve": "new year's eve", "boxing day": "boxing day",
    "orthodox christmas": "orthodox christmas", "orthodox christmas day": "orthodox christmas",
    "easter": "easter", "easter sunday": "easter", "good friday": "good friday", "maundy thursday": "maundy thursday", "easter monday": "easter monday",
    "orthodox easter": "orthodox easter", "palm sunday": "palm sunday", "ash wednesday": "ash wednesday",
    "thanksgiving": "thanksgiving", "thanksgiving day": "thanksgiving", "halloween": "halloween",
    "valentine's day": "valentine", "april fools' day": "april fools", "april fool's day": "april fools",
    "st. patrick's day": "st patrick", "st patrick's day": "st patrick", "may day": "may day",
    "international women's day": "women", "women's day": "women", "victory day": "victory day",
    "armistice day": "armistice", "remembrance day": "armistice", "veterans day": "armistice",
    "bastille day": "bastille", "memorial day": "memorial day", "labor day": "labor day",
    "martin luther king day": "mlk day", "presidents' day": "presidents day", "columbus day": "columbus day",
    "election day": "election day", "juneteenth": "juneteenth", "d-day": "d-day", "independence day": "independence day",
    "independence day of ukraine": "independence ukraine", "ukraine's independence day": "independence ukraine",
    "ukrainian independence day": "independence ukraine", "defender of the fatherland day": "defender",
    "russia day": "russia day", "unity day": "unity day ru", "constitution day of ukraine": "constitution ukraine",
    "all saints' day": "all saints", "all saints day": "all saints", "mother's day": "mother", "father's day": "father",
    "epiphany": "epiphany", "guy fawkes night": "guy fawkes",
    "burns night": "burns night", "st. valentine's day": "valentine", "st. andrew's day": "st andrew",
    "holocaust memorial day": "holocaust memorial",
    "old new year": "old new year", "orthodox new year": "old new year", "saint nicholas day": "saint nicholas",
    "st. nicholas day": "saint nicholas", "europe day": "europe day", "trinity sunday": "trinity",
    "day of unity of ukraine": "unity day ukraine",
    "ukraine's constitution day": "constitution ukraine", "flag day of ukraine": "flag day ukraine",
    "day of the national flag of ukraine": "flag day ukraine", "armed forces day of ukraine": "armed forces day ukraine",
    "ukrainian statehood day": "statehood ukraine", "statehood day of ukraine": "statehood ukraine",
    "defenders day of ukraine": "defenders of ukraine", "holodomor remembrance day": "holodomor memorial",
    "holodomor memorial day": "holodomor memorial", "holy saturday": "holy saturday", "shrove tuesday": "shrove tuesday",
    "ascension day": "ascension", "pentecost": "pentecost", "whit sunday": "pentecost", "black friday": "black friday",
}  # fmt: skip

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
    Rule("month-year", "((the )?month of )?<month>(,? | of |,? of |-|/)<year:yearish>", date,
         (Example("It closed in [March 2014].", ("2014-03",)),), unless_after=(":{digits}", "(,|~.){digits}")),
    Rule("month", "((the )?month of )?<month:month_name>|(the )?month of <month:month_short>", lambda r: lone_month(r),
         (Example("It has lasted since [December].", ("2021-12",)), Example("It ended in [May].", ("2021-05",))),
         ("They may march on.", "Theresa May resigned.", "It may be late.", "They told of the Long March."),
         unless_after=(" {dayno} {street}",)),
    Rule("month-short", "<month:month_short>~.", date, unless_after=(" {digits}",)),
    Rule("month-short-bare", "<month:month_short>", short_month, unless_after=("{name}", "({digits}|{other})")),
    Rule("year", "<year:year>", bare_year,
         (Example("It began in [2014].", ("2014",)),),
         ("Resolution 2202 was passed.", "Some 1,990 troops arrived.", "About 2000 soldiers came.")  ,
         unless_before=("{digits}(,|~.|:|/)", "(~$|:|~.|#|@)", "{other}-", "{name}-"),
         unless_after=("(,|~.|:|/){digits}", "_%", "(-|–)({name}|{other})(-|–)", " ({name} )?{name} {street}", " {name} {street}")),
    Rule("pre-post-year", "(pre|post)-<year:year>", date),
    Rule("the-year", "(the )?year <year:yearish>", date, (Example("In [the year 2014] it fell.", ("2014",)),)),
    Rule("spelled-year", "<year:spelled_year>", date,
         unless_before=("(about|than|some|of|with|over|nearly|almost) ", "{digits} ", "{dash}"),
         unless_after=(" {plural}", " (people|men|troops|{unit_many}|{number_word})", "{dash}")),
    Rule("era-year", "<digits>_<era>|<era:era_before> <digits>", era_year, (Example("He sailed in [490 BC].", ("BC0490",)),)),
    Rule("era-month", "(<day> )?<month> <digits>_<era>", era_year),
    Rule("short-year", "{apostrophe}<yy>", lambda r: Date(two_digit_year(int(r.text("yy")))),
         unless_after=("s", "{unit_many}", " {unit_many}", "{apostrophe}", "{dash}"),
         unless_before=("{digits}", "{other}", "{name}", "{plural}", "s")),
    Rule("iso-date", "<year>-<monthno>-<day:dayno>", date, (Example("Filed [2022-02-09].", ("2022-02-09",)),)),
    Rule("iso-month", "<year>-<monthno>", iso_month,
         unless_after=("-",)),
    Rule("slash-month-year", "<monthno>/<year>", date, (Example("Filed in [04/2016].", ("2016-04",)),),
         unless_before=("{digits}(/|-|~.)", "/")),
    Rule("weekday-day", "<weekday>(,)? the <day:dayth>", date,
         (Example("They met on [Tuesday the 8th].", ("2022-02-08",)),), unless_after=(" (of|{month}|{name}|century)", "-")),
    Rule("slash-ymd", "<year>/<monthno>/<day:dayno>|<year>~.<monthno>~.<day:dayno>", date),
    Rule("slash-date", "<a:dayno>/<b:dayno>/(<year>|<yy>)", numeric,
         (Example("Filed on [24/02/2014].", ("2014-02-24",)),)),
    Rule("dateline-date", "~(<stretch:month_day_>~)", in_dateline,
         (Example("KYIV ([5/23]) – The army held the city.", ("2022-05-23",), "2022-05-24"),), ("He won three of four (3/4) rounds.",), span="stretch"),
    Rule("dash-date", "<a:dayno>-<b:dayno>-(<year>|<yy>)", numeric),
    Rule("dotted-date", "<a:dayno>~.<b:dayno>~.(<year>|<yy>)", dotted,
         (Example("Filed on [24.02.2014].", ("2014-02-24",)),), unless_after=("~.{digits}",)),
    Rule("compact-date", "<compact_date>", compact, (Example("Filed [20210224].", ("2021-02-24",)),),
         unless_before=("{digits}( |-|~.|,|/)", "(~+|~#|~$|/)"), unless_after=("( |-|~.|,|/){digits}",)),
    Rule("glued-day-month", "<glued:glued_day_month>( <year:yearish>)?", glued),
    Rule("decade", "(the )?(<decade4>|{apostrophe}?<decade2>)", decade, (Example("Born in [the 1990s].", ("199",)),),
         unless_before=("(his|her|their|my|your|our|late|early|mid) ", "mid-")),
    Rule("decade-apostrophe", "(the )<year:year>{apostrophe}s", decade_of_year,
         (Example("It began in [the 1970's].", ("197",)),)),
    Rule("decade-before", "(the )?<decade:decade_before_> (<era>)", decade_before_our_era,
         (Example("It ended in [the 470s BC].", ("BC047",)),)),
    Rule("decade-edged", "<decade4>|{apostrophe}<decade2>", decade),
    Rule("decade-word", "(the|early|mid|late|mid-) <decade_word>", decade),
    Rule("spelled-decade", "(the )?<century_start>( |-)<decade_word>", spelled_decade),
    Rule("century", "(the )?<ordinal>( |-)century( <era>)?", century,
         (Example("A fort of [the 19th century].", ("18",)),), unless_after=("-old",)),
    Rule("centuries", "(the )?<a:ordinal>( and | to |{dash})(the )?<ordinal> centuries( <era>)?", century),
    Rule("quarter-adjective", "((fiscal|full)( |-))?<ordinal>-quarter", quarter,
         (Example("The [third-quarter] loss grew.", ("2021-Q3",)),), unless_after=(",? (of )?(fiscal )?{year}",)),
    Rule("quarter", "(the )?((fiscal|full)( |-))?<ordinal> quarter((,? of|,)? (fiscal )?<year:yearish>)?", quarter,
         (Example("Sales rose in [the third quarter of 2021].", ("2021-Q3",)),)),
    Rule("quarter-code", "<code:quarter_code>( of|,|)? <year:yearish>|<year:yearish> <code:quarter_code>", quarter),
    Rule("quarter-code-bare", "<code:quarter_code>", lambda r: quarter(r) if r.before() in BEFORE_PARTS else None),
    Rule("year-quarter", "(the )?<year:yearish>({apostrophe}s)? <ordinal>( |-)quarter", quarter),
    Rule("half", "(the )?<ordinal> half,? (of |in )?<year:yearish>|<code:half_code> <year:yearish>", half),
    Rule("season-year", "(the )?<season>(,? of|,)? (<year:year>(-|–|/)({yy}|{year})|<year:yearish>|<digits> <era>)", season,
         (Example("In [the spring of 2014] it fell.", ("2014-SP",)), Example("In [the winter of 2013-14] it fell.", ("2013-WI",)))),
    Rule("year-season", "(the )?<year:year> <season>", season, unless_after=(" {name}",)),
    Rule("the-season", "the <season>", season, unless_after=(" (line|from|off|back|to|in|of|below|under|into|through|short|short)",)),
    Rule("in-season", "<season>", lambda r: season(r) if r.before() in BEFORE_PARTS else None, unless_after=(" {name}",)),
    Rule("season-of", "<season>", lambda r: season(r) if r.after() in SEASONAL else None,
         (Example("A [spring] offensive failed.", ("2021-SP",)),)),
    Rule("season-weak", "<season>", season, weak=True),
    Rule("fiscal-year", "(the )?((fiscal|financial) (year )?|FY )<year:yearish>|<glued:glued_fiscal>", fiscal,
         (Example("In [fiscal 2021] sales rose.", ("2021",)), Example("Sales rose in [FY 2021] and [FY22].", ("2021", "2022")))),
    Rule("on-the-day", "(the )?<day:dayth>", lambda r: Date(day=ordinal(r.text("day"))) if r.before() in BEFORE_PARTS else None,
         unless_after=(" ({other}|{name}|{plural}|{unit}|{weekday_name}|and|century)", "-", "(,|~.){digits}")),
    Rule("holiday", "<holiday:holiday_name>((,? | of |,? in )<year:yearish>)?", holiday),
)  # fmt: skip


def lone_month(r: Reading) -> Expression | None:
    """A month by itself; May, March, April, June and August are also names and verbs."""
    name, before, after = r.written("month"), r.before(), r.after()
    if name == "august" and before not in SURELY_BEFORE_MONTHS:
        return None
    if (
        name in CHRISTIAN
        and before not in SURELY_BEFORE_MONTHS
        and (after[:1].isupper() or before in BEFORE_NAMES or before[:1] == "@")
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
        name in ("May", "March", "MAY", "MARCH")
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


CHRISTIAN = frozenset({"May", "April", "June", "August"})


MACROS = {
    "street": "avenue|street|road|boulevard|lane|drive|square|prospekt",
    "decade_before_": "{decade3}|{decade2}",
    "era_before": "AD|A~.D~.",
    "holiday_name": "|".join(
        name.replace("'", "{apostrophe}").replace("st. ", "st~. ")
        for name in sorted(HOLIDAYS, key=len, reverse=True)
    ),
}

"""Years, and their decades, centuries, quarters, halves and seasons."""

from timeline.temporal.expression import Century, Date, Decade, Expression, Part
from timeline.temporal.languages.en.neighbours import (
    BEFORE_PARTS,
    COUNTED_BY_DASH,
    DURING,
    NOT_A_YEAR_AFTER,
    NOT_A_YEAR_BEFORE,
    SEASONAL,
)  # fmt: skip
from timeline.temporal.languages.en.pieces import (
    DASHES,
    era_number,
    is_year,
    month,
    two_digit_year,
    year,
    year_of,
)
from timeline.temporal.languages.en.words import number, ordinal
from timeline.temporal.reading import Reading
from timeline.temporal.rules import Example, Meaning, Rule


def written_year(r: Reading) -> Expression | None:
    """A year that the words around it leave no doubt of."""
    return Date(year(r))


def bare_year(r: Reading) -> Expression | None:
    """A number alone that is a year by what stands around it."""
    before, after = r.before(), r.after()
    if r.neighbour(-1) in DASHES and not is_year(r.neighbour(-2)) and r.neighbour(-2)[:1].isdigit():
        return None
    if r.neighbour(1) in DASHES and not is_year(r.neighbour(2)) and r.neighbour(2)[:1].isdigit():
        return None
    if (before in NOT_A_YEAR_BEFORE and not is_bound(r)) or after.lower() in NOT_A_YEAR_AFTER or is_count(r):
        return None
    if before == "at" and (after == "The" or after.lower() in HOUSES):
        return None
    value = int(r.text("year"))
    if not 1500 <= value <= 2100:
        return Date(value) if is_early_year(r, before, after) else None
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


def is_early_year(r: Reading, before: str, after: str) -> bool:
    """Whether a number below 1500 is a year: before a stop, or "from 1368 to 1644", "from 1413 until his death"."""
    if before in ("in", "since", "year", "until", "by", "from", "of") and after in ",.;)":
        return True
    if before in ("from", "between") and after in ("to", "until", "till", "and", "-", "–"):
        return is_year(r.neighbour(4)) or is_year(r.neighbour(2)) or after in ("until", "till")
    return before in ("to", "until", "and") and is_year(r.neighbour(-4)) and after in ",.;)"


HOUSES = frozenset("house building hotel avenue street road boulevard suite apartment apt".split())


def is_bound(r: Reading) -> bool:
    """Whether "at least" bounds a year: "until at least 2010"."""
    return r.before() == "least" and r.neighbour(-6).lower() in ("until", "till", "to", "through", "since")


def is_count(r: Reading) -> bool:
    """Whether a number of four digits counts things: "1500 to 2000 soldiers", "2000-strong", "7946 2012"."""
    if r.neighbour(1) in DASHES and r.neighbour(2).lower() in COUNTED_BY_DASH:
        return True
    counted = r.after() in ("to", "or") and r.neighbour(4).isdecimal()
    if counted and r.neighbour(6).lower() in NOT_A_YEAR_AFTER:
        return True
    earlier = r.neighbour(-2)
    if earlier == "." and r.neighbour(-3).lower() == "no":
        return True
    if r.neighbour(-1) != " " or not earlier.isdecimal():
        return False
    dialled = r.neighbour(-3) == " " and r.neighbour(-4).isdecimal()  # "0800 1914 2014"
    return dialled or (len(earlier) > 2 and not is_year(earlier))


NO_PLURALS = frozenset("was is has as his this its us thus whereas perhaps".split())


def fiscal(r: Reading) -> Expression | None:
    """Fiscal 2021, FY22."""
    if not r.has("glued"):
        return written_year(r)
    digits = r.text("glued").removeprefix("fy")
    return Date(year_of(digits))


def fiscal_range(r: Reading) -> Meaning:
    """Fiscal year 2021-22, FY2021/22: begun in the one and ended in the other."""
    first = year(r, "start")
    if first is None or int(r.text("yy")) != (first + 1) % 100:
        return None
    return ("start", "start", Date(first)), ("yy", "yy", Date(first + 1))


def decade(r: Reading) -> Expression | None:
    """1990s, '90s, the nineties."""
    if r.has("decade4"):
        return Decade(int(r.text("decade4")[:4]))
    if r.has("decade_word"):
        return Decade(r.integer("decade_word"), century=False)
    return Decade(int(r.text("decade2")[:2]), century=False)


def decade_edged(r: Reading) -> Expression | None:
    """The mid-90s, the early nineties: but not someone's age, "in her early fifties"."""
    return None if r.neighbour(-4).lower() in OWNERS else decade(r)


OWNERS = frozenset("his her its my your our their whose".split())


def decade_of_year(r: Reading) -> Expression | None:
    """The 1970's: only of a year that begins a decade; "the 1990's" of another year is a possessive."""
    first = int(r.text("year"))
    return Decade(first) if first % 10 == 0 else None


def decade_of_two(r: Reading) -> Expression | None:
    """The 70's, the '70's."""
    short = int(r.text("yy"))
    return Decade(short, century=False) if short % 10 == 0 else None


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


def glued_part(r: Reading) -> Expression | None:
    """3Q22, 1H2021."""
    text = r.text("glued")
    return Part("quarter" if text[1] == "q" else "half", int(text[0]), year_of(text[2:]))


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


def lasts(r: Reading) -> bool:
    """Whether a season is one before another preposition: "the fall in prices" and "of the city" are none."""
    return r.text("season") not in ("fall", "spring") or r.after() not in ("of", "in", "from", "to")


def era_year(r: Reading) -> Expression | None:
    """490 BC, AD 79, August 480 BC."""
    value = era_number(r)
    day = ordinal(r.text("day")) if r.has("day") else None
    return Date(value, month(r), day, bc="b" in r.text("era")) if value else None


RULES = (
    Rule("year", "<year:year>", bare_year,
         (Example("It began in [2014].", ("2014",)), Example("They ruled from [1368] to [1644].", ("1368", "1644")),
          Example("They ruled from [1219] to [1237].", ("1219", "1237")), Example("He was king from [1413] until he died.", ("1413",))),
         ("Resolution 2202 was passed.", "Some 1,990 troops arrived.", "They met at 1762 The Gourmet Deli.", "It rose from 1200 to 1400 men.", "About 2000 soldiers came.",
          "Call 255 1812 or 0800 1914 2014.")  ,
         unless_before=("{digits}(,|~.|:|/)", "(~$|:|~.|#|@)", "{other}-", "{name}-"),
         unless_after=("(,|~.|:|/){digits}", "_%", "(-|–)({name}|{other})(-|–)", " ({name} )?{name} {street}", " {name} {street}")),
    Rule("pre-post-year", "(pre|post)-<year:year>", written_year),
    Rule("the-year", "(the )?year <year:yearish>", written_year, (Example("In [the year 2014] it fell.", ("2014",)),)),
    Rule("spelled-year", "<year:spelled_year>", written_year,
         (Example("In [two thousand and fourteen] it fell.", ("2014",)), Example("It fell in [nineteen ninety-one].", ("1991",)),
          Example("It may end in [two thousand twenty-two].", ("2022",))),
         unless_before=("(about|than|some|of|with|over|nearly|almost) ", "{digits} ", "{dash}"),
         unless_after=(" {plural}", " (people|men|troops|{unit_many}|{number_word})", "{dash}")),
    Rule("era-year", "<digits>_<era>|<era:era_before> <digits>", era_year, (Example("He sailed in [490 BC].", ("BC0490",)),)),
    Rule("era-month", "(<day> )?<month> <digits>_<era>", era_year),
    Rule("short-year", "{apostrophe}<yy>", lambda r: Date(two_digit_year(int(r.text("yy")))),
         unless_after=("s", "{unit_many}", " {unit_many}", "{apostrophe}", "{dash}"),
         unless_before=("{digits}", "{other}", "{name}", "{plural}", "s")),
    Rule("decade", "(the )?(<decade4>|{apostrophe}?<decade2>)", decade, (Example("Born in [the 1990s].", ("199",)),),
         unless_before=("(his|her|their|my|your|our|late|early|mid) ", "mid-")),
    Rule("decade-apostrophe", "(the )<year:year>{apostrophe}s", decade_of_year,
         (Example("It began in [the 1970's].", ("197",)),)),
    Rule("decade-of-two", "the {apostrophe}?<yy>{apostrophe}s", decade_of_two,
         (Example("It began in [the 70's].", ("197",)),)),
    Rule("decade-before", "(the )?<decade:decade_before_> (<era>)", decade_before_our_era,
         (Example("It ended in [the 470s BC].", ("BC047",)),)),
    Rule("decade-edged", "<decade4>|{apostrophe}<decade2>", decade),
    Rule("decade-short", "<decade2>", decade_edged,
         (Example("It closed in [the mid-90s].", ("199",)),), ("She is in her mid-90s.", "It traded in the mid-80s a barrel."),
         unless_after=(" (a|an|per|degrees|percent)", "_%"), weak=True),
    Rule("decade-word", "the <decade_word>", decade, (Example("It closed in [the noughties].", ("200",)),)),
    Rule("decade-word-edged", "<decade_word>", decade_edged,
         (Example("It closed in [the early nineties].", ("199",)),), ("He is in his early thirties.",), weak=True),
    Rule("spelled-decade", "(the )?<century_start>( |-)<decade_word>", spelled_decade),
    Rule("century", "(the )?<ordinal>( |-)century( <era>)?", century,
         (Example("A fort of [the 19th century].", ("18",)),), unless_after=("-old",)),
    Rule("centuries", "(the )?<a:ordinal>( and | to |{dash})(the )?<ordinal> centuries( <era>)?", century),
    Rule("quarter-adjective", "((fiscal|full)( |-))?<ordinal>-quarter", quarter,
         (Example("The [third-quarter] loss grew.", ("2021-Q3",)),), unless_after=(",? (of )?(fiscal )?{year}",)),
    Rule("quarter", "(the )?((fiscal|full)( |-))?<ordinal> quarter((,? of|,)? (fiscal )?<year:yearish>)?", quarter,
         (Example("Sales rose in [the third quarter of 2021].", ("2021-Q3",)),)),
    Rule("glued-part", "<glued:glued_quarter>|<glued:glued_half>", glued_part,
         (Example("Output fell in [3Q22] and in [1H2021].", ("2022-Q3", "2021-H1")),)),
    Rule("quarter-code", "<code:quarter_code>( of|,|)? <year:yearish>|<code:quarter_code>(<year:short_year_>|/<year:year>)|<year:yearish>( |-)<code:quarter_code>|<code:quarter_code>-<year:yearish>", quarter,
         (Example("Output fell in [2021-Q3] and rose in [Q4 2021].", ("2021-Q3", "2021-Q4")), Example("It fell in [Q4/2021] and [Q1'22].", ("2021-Q4", "2022-Q1")))),
    Rule("quarter-code-bare", "<code:quarter_code>", lambda r: quarter(r) if r.before() in BEFORE_PARTS else None),
    Rule("year-quarter", "(the )?<year:yearish>({apostrophe}s)? <ordinal>( |-)quarter", quarter),
    Rule("half", "(the )?<ordinal> half,? (of |in )?<year:yearish>|<code:half_code>( |-)<year:yearish>|<year:yearish>( |-)<code:half_code>", half,
         (Example("It is due in [H2 2022].", ("2022-H2",)),)),
    Rule("season-year", "(the )?<season>(,? of|,)? (<year:year>(-|–|/)({yy}|{year})|<year:yearish>|<digits> <era>)", season,
         (Example("In [the spring of 2014] it fell.", ("2014-SP",)), Example("In [the winter of 2013-14] it fell.", ("2013-WI",)))),
    Rule("year-season", "(the )?<year:year> <season>", season, unless_after=(" {name}",)),
    Rule("the-season", "the <season>", season, unless_after=(" (line|from|off|back|to|in|of|below|under|into|through|short|short)",)),
    Rule("in-the-season", "the <season>", lambda r: season(r) if r.before() in DURING and lasts(r) else None,
         (Example("They fought on through [the summer] in the hills.", ("2021-SU",)),
          Example("It led to fighting in [the autumn] in the valley.", ("2021-FA",))),
         ("It came in the fall in prices.", "It changed during the fall of the city.")),
    Rule("in-season", "<season>", lambda r: season(r) if r.before() in BEFORE_PARTS else None, unless_after=(" {name}",)),
    Rule("season-of", "<season>", lambda r: season(r) if r.after() in SEASONAL else None,
         (Example("A [spring] offensive failed.", ("2021-SP",)),)),
    Rule("season-weak", "<season>", season, weak=True),
    Rule("fiscal-range", "<start:fiscal_start_>(-|–|/)<yy>", fiscal_range,
         (Example("Output fell in [fiscal year 2020]-[21] and in [FY2021]/[22].", ("2020", "2021", "2021", "2022")),), unless_after=("(-|/){digits}",)),
    Rule("fiscal-year", "(the )?((fiscal|financial) (year )?|FY )<year:yearish>|<glued:glued_fiscal>", fiscal,
         (Example("In [fiscal 2021] sales rose.", ("2021",)), Example("Sales rose in [FY 2021] and [FY22].", ("2021", "2022")))),
)  # fmt: skip

MACROS = {
    "fiscal_start_": "(the )?((fiscal|financial) (year )?|FY )({year}|{apostrophe}{yy})|{glued_fiscal}",
    "short_year_": "{apostrophe}{yy}",
    "decade_before_": "{decade3}|{decade2}",
    "era_before": "AD|A~.D~.",
}

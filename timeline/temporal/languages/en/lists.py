"""Several dates that share a month, a year, an era or a half of the day: one rule finds them all."""

from itertools import pairwise

from timeline.temporal.expression import Around, Clock, Date, DayPart, Part, Within
from timeline.temporal.languages.en.clocks import half_of
from timeline.temporal.languages.en.neighbours import BEFORE_PARTS
from timeline.temporal.languages.en.pieces import era_number, month, year
from timeline.temporal.languages.en.units import SIDES, unit_named
from timeline.temporal.languages.en.words import DAYPARTS_PLURAL, ordinal
from timeline.temporal.reading import Reading
from timeline.temporal.rules import Example, Meaning, Rule


def two_days(r: Reading) -> Meaning:
    """8 and 10 February, 12–13 April: two days, the month of one for both."""
    first, second = ordinal(r.text("a")), ordinal(r.text("b"))
    if not first or not second or not first < second <= 31:
        return None
    begins = ["the_first" if r.has("the_first") else "a", "the_second" if r.has("the_second") else "b"]
    return (begins[0], "a", Date(year(r), month(r), first)), (
        begins[1],
        "end",
        Date(year(r), month(r), second),
    )


def month_two_days(r: Reading) -> Meaning:
    """February 8 and 10, April 12–13."""
    first, second = ordinal(r.text("a")), ordinal(r.text("b"))
    if not first or not second or not first < second <= 31:
        return None
    return ("month", "a", Date(year(r), month(r), first)), ("b", "end", Date(year(r), month(r), second))


def years_range(r: Reading) -> Meaning:
    """2014–15, 2021/22, 2021/2022."""
    first, whole = int(r.text("first")), r.has("second")
    last = int(r.text("second")) if whole else first // 100 * 100 + int(r.text("yy"))
    name = "second" if whole else "yy"
    return (("first", "first", Date(first)), (name, name, Date(last))) if first < last else None


def dayparts_of_two_days(r: Reading) -> Meaning:
    """Between the evenings of 10 and 11 February, as monitors count: of the one and of the other."""
    days = two_days(r)
    if not isinstance(days, tuple):
        return None
    (_, a, first), (b, end, second) = days
    part = str(DAYPARTS_PLURAL[r.text("dayparts")])
    return ("start", a, DayPart(part, first)), (b, end, DayPart(part, second))


def two_units(r: Reading) -> Meaning:
    """This week and next, last year and this: the unit of one for both."""
    unit, first, second = unit_named(r.text("unit")), r.text("start"), r.text("b")
    if unit is None or first == second or r.after() not in (_ENDS if second == "this" else _ENDS | _GOES_ON):
        return None
    return ("start", "unit", Around(unit, SIDES[first])), ("b", "b", Around(unit, SIDES[second]))


_ENDS = frozenset(("", ".", ",", ";", ":", ")", "?", "!", "\n", "–", "—", "’", "'"))
_GOES_ON = frozenset(
    "the a an in at on to for with as by and will would he she it they we is are was were".split()
)
"""Words after "this week and next" by which nothing is named that "next" belongs to."""


def era_pair(r: Reading) -> Meaning:
    """499–493 BC: two years, the era of one for both."""
    before = "b" in r.text("era")
    first, second = int(r.text("first")), era_number(r)
    if second is None or first > 3000:
        return None
    return ("first", "first", Date(first, bc=before)), ("digits", "end", Date(second, bc=before))


def three_days(r: Reading) -> Meaning:
    """24, 25 and 26 February; February 23, 24, 25 and 26."""
    names = [name for name in "oabc" if r.has(name)]
    days = [ordinal(r.text(name)) or 0 for name in names]
    if days[0] < 1 or days[-1] > 31 or any(one >= two for one, two in pairwise(days)):
        return None
    begins = "month" if r.span("month") < r.span("a") else names[0]
    first, *rest = (Date(year(r), month(r), day) for day in days)
    return (
        (begins, names[0], first),
        *((name, "end" if name == "c" else name, day) for name, day in zip(names[1:], rest, strict=True)),
    )


def two_seasons(r: Reading) -> Meaning:
    """The spring and summer: of the year that is spoken of."""
    return ("start", "a", Part("season", r.word("a", "season"))), (
        "b",
        "b",
        Part("season", r.word("b", "season")),
    )


def two_quarters(r: Reading) -> Meaning:
    """The first and second quarters of 2021: two, the year of one for both."""
    first, second = ordinal(r.text("a")), ordinal(r.text("b"))
    if not first or not second or not first < second <= _QUARTERS:
        return None
    return ("start" if r.has("start") else "a", "a", Part("quarter", first, year(r))), (
        "b",
        "end",
        Part("quarter", second, year(r)),
    )


_QUARTERS = 4


def days_of_month(r: Reading) -> Meaning:
    """On the 24th and 25th: of the month that is spoken of."""
    first, second = ordinal(r.text("a")), ordinal(r.text("b"))
    if not first or not second or not first < second <= 31 or r.before() not in BEFORE_PARTS | {"between"}:
        return None
    return ("start", "a", Date(day=first)), ("b", "end", Date(day=second))


def days_of_frame(r: Reading) -> Meaning:
    """The 24th and 25th of this month: both of that."""
    first, second, side = ordinal(r.text("a")), ordinal(r.text("b")), r.text("frame").split()[0]
    if not first or not second or not first < second <= 31:
        return None
    frame = Around("month", SIDES[side]) if side in SIDES else Around("month", 0, "told")
    return ("start", "a", Within(Date(day=first), frame)), ("b", "end", Within(Date(day=second), frame))


def clock_range(r: Reading) -> Meaning:
    """Between 5 and 6 a.m., 10:30–11:00: the half of the day of one for both."""
    if r.text("join") == "and" and r.before() != "between":
        return None
    second = half_of(r, "b")
    half = next((letter for letter in r.text("b") if letter in "ap"), None)
    first = half_of(r, "a", half)
    if first is None or second is None:
        return None
    if half and first.hour > second.hour:  # "from 10 to 2 p.m."
        first = Clock((first.hour + 12) % 24, first.minute, None, first.zone)
    return ("a", "a", first), ("b", "end", second)


RULES = (
    Rule("days-month", "((the )?<a:day>{to_dash}(the )?<b:day>)( of | )<month>((,_| )<year:yearish>)?", two_days,
         (Example("Talks on [12]–[13 April 2021] failed.", ("2021-04-12", "2021-04-13")),
          Example("They met from [8] to [10 February].", ("2022-02-08", "2022-02-10")),
          Example("On [the night of 9]-[10 February] it began.", ("2022-02-09TNI", "2022-02-10")))),
    Rule("month-days", "<month> (the )?<a:day>{to_dash}(the )?<b:day>((,_| )<year:yearish>)?", month_two_days,
         (Example("Talks on [April 12]–[13, 2021] failed.", ("2021-04-12", "2021-04-13")),),
         unless_after=("(:|~.){digits}", " {month}", " ({unit}|{ampm}|percent)", "_%")),
    Rule("years-era", "<first:digits>_{dash}_<digits>_<era>", era_pair,
         (Example("The wars of [490]-[480 BC] ended.", ("BC0490", "BC0480")),)),
    Rule("years-to-era", "(from|between) <first:digits> (to|until|and) <digits>_<era>", era_pair,
         (Example("The revolt lasted from [499] to [493 BC].", ("BC0499", "BC0493")),
          Example("They ruled between [20] and [79 CE].", ("0020", "0079"))), ("It rose from 3 to 5 cents.",)),
    Rule("two-days-of-month", "(<the_first:the_> )?<a:day> (and|or) (<the_second:the_> )?<b:day>( of | )<month>((,_| )<year:yearish>)?", two_days,
         (Example("They met on [8] and [10 February].", ("2022-02-08", "2022-02-10")),
          Example("They met on [the 8th] and [the 10th of February].", ("2022-02-08", "2022-02-10")))),
    Rule("month-two-days", "<month> <a:day> and <b:day>((,_| )<year:yearish>)?", month_two_days,
         (Example("They met on [February 8] and [10].", ("2022-02-08", "2022-02-10")),), unless_after=(" {unit}", "(:|~.){digits}", " (people|others|men)", " {month}")),
    Rule("dayparts-of-two-days", "<start:the_> <dayparts:daypart_plural> of (the )?<a:day> (and|to) (the )?<b:day>( of | )<month>((,_| )<year:yearish>)?", dayparts_of_two_days,
         (Example("Between [the evenings of 10] and [11 February] they heard shots.", ("2022-02-10TEV", "2022-02-11TEV")),)),
    Rule("two-units", "<start:this_next_> <unit:unit_of_days_>,? (and|or|as) (the )?<b:this_next_>", two_units,
         (Example("They meet [this week] and [next].", ("2022-W06", "2022-W07")), Example("Rates rose [last year] and [this].", ("2021", "2022")), Example("It grew twice as fast [this year] as [last].", ("2022", "2021"))),
         ("It was this way and next door.",)),
    Rule("years-range", "<first:year>(-|–|—|/)<yy>|<first:year>/<second:year>", years_range, (Example("The crisis of [2014]–[15] was long.", ("2014", "2015")),
         Example("It grew in [2007]-[08].", ("2007", "2008")), Example("Wheat was dear in [2021]/[2022].", ("2021", "2022"))),
         unless_before=("(/|~.|-)",), unless_after=("-", "(/|:|,){digits}")),
    Rule("three-days-of-month", "(<o:day>, (the )?)?<a:day>, (the )?<b:day>,? (and|or) (the )?<c:day>( of | )<month>((,_| )<year:yearish>)?", three_days,
         (Example("They met on [7], [8] and [9 February].", ("2022-02-07", "2022-02-08", "2022-02-09")),
          Example("Shells fell on [6], [7], [8] and [9 February].", ("2022-02-06", "2022-02-07", "2022-02-08", "2022-02-09"))),
         unless_before=("{digits}(,|~.|:)",)),
    Rule("month-three-days", "<month> (<o:day>, )?<a:day>, <b:day>,? (and|or) <c:day>((,_| )<year:yearish>)?", three_days,
         (Example("They met on [February 7], [8] and [9].", ("2022-02-07", "2022-02-08", "2022-02-09")),),
         unless_after=(" ({unit}|{plural}|{other})", "(:|~.){digits}", " {month}")),
    Rule("the-days", "<start:the_> <a:dayth> and (the )?<b:dayth>", days_of_month,
         (Example("They met on [the 8th] and [9th].", ("2022-02-08", "2022-02-09")),),
         unless_after=(" ({other}|{name}|{plural}|{unit}|{month}|of|and|century|centuries)", "-")),
    Rule("the-days-of", "<start:the_> <a:dayth> (and|to|{dash}) (the )?<b:dayth> of <frame:of_month_>", days_of_frame,
         (Example("They met on [the 8th] and [9th of this month].", ("2022-02-08", "2022-02-09")),)),
    Rule("two-quarters", "(<start:the_> )?<a:ordinal_word> (and|to|or) <b:ordinal_word> quarters((,? of)? <year:yearish>)?", two_quarters,
         (Example("Sales fell in [the first] and [second quarters of 2021].", ("2021-Q1", "2021-Q2")),)),
    Rule("the-seasons", "<start:the_> <a:season> and <b:season>", two_seasons,
         (Example("They spent [the summer] and [autumn] in the hills.", ("2021-SU", "2021-FA")),),
         unless_after=(",? (of )?{digits}",)),
    Rule("clock-range", "<a:hour_dotted_>(_<join:dash>_| <join:to_and> )<b:hour_half>((,_|_)<zone:time_zone>)?"
         "|<a:hour_colon>_<join:dash>_<b:hour_colon>((,_|_)<zone:time_zone>)?", clock_range,
         (Example("It began between [5] and [6 a.m.] again.", ("2022-02-12T05:00", "2022-02-12T06:00")),
          Example("They rest at [10:30]–[11:00].", ("2022-02-12T10:30", "2022-02-12T11:00"))),
         unless_before=("{digits}(:|,|~.|-|–)", "~$"), unless_after=("(:|,){digits}", "_%", " vs")),
)  # fmt: skip

MACROS = {
    "the_": "the",
    "of_month_": "(this|that|last|next|same) month",
    "this_next_": "this|next|last",
    "unit_of_days_": "weekend|week|month|quarter|year|season|decade",
    "to_and": "to|and|or|until|till",
    "hour_colon": "{hour}:{minute}",
    "hour_half": "{hour}((:|~.){minute})?_{ampm}|{glued_hour}|{hour}(:|~.){glued_hour}",
    "hour_dotted_": "{hour}((:|~.){minute})?",
}

"""Units around publication or the last date told: this week, last year, the following day."""

from timeline.temporal.expression import (
    Amount,
    Around,
    Date,
    DayPart,
    Edge,
    Expression,
    Part,
    Rolling,
    Shift,
    Vague,
    Within,
)  # fmt: skip
from timeline.temporal.languages.en.units import SIDES, TOLD_SIDES, unit_named
from timeline.temporal.languages.en.words import (
    DAY_WORDS,
    DAYPARTS,
    ordinal,
)
from timeline.temporal.reading import Reading
from timeline.temporal.rules import Example, Rule


def around(r: Reading) -> Expression | None:
    """This week, last month, next year, the current quarter."""
    unit, word = unit_named(r.text("unit")), r.text("side").split()[-1]
    if unit is None or word not in SIDES:
        return None
    if r.text("unit") == "night":
        return DayPart("NI", Around("day", -1 if SIDES[word] < 0 else SIDES[word]))
    if unit == "day" and word == "last":
        return (
            Around(unit, 0) if r.after() in ("to", "for") else None
        )  # "Last day to register!" is no yesterday
    if unit == "day":  # "Next day they signed" is told; of today one says "tomorrow"
        return Around(unit, SIDES[word], "told" if SIDES[word] else "published")
    if unit in ("minute", "second", "hour"):
        return Vague("PRESENT_REF") if word == "this" else Rolling(Amount(unit, 1), SIDES[word] or -1)  # type: ignore[arg-type]
    return Around(unit, SIDES[word])


def is_title(r: Reading) -> bool:
    """Whether the words name a work: "his album The Next Day", all with capitals where the words before have none."""
    if not (r.written("unit").istitle() and r.written("side").istitle()):
        return False
    return r.before().isalpha() and r.neighbour(-2).islower()


def after_next(r: Reading) -> Expression | None:
    """The week after next, the month before last."""
    unit = unit_named(r.text("unit"))
    return (
        Around(unit, 2 if r.has("next") else -2)
        if unit and unit not in ("hour", "minute", "second")
        else None
    )


def bare_unit(r: Reading) -> Expression | None:
    """The week, the year, the quarter: the one that the publication date lies in."""
    unit = unit_named(r.text("unit"))
    return Around(unit, 0) if unit else None


def told(r: Reading) -> Expression | None:
    """That month, the same year, the following day: counted from the date told last."""
    unit = unit_named(r.text("unit"))
    word = next((w for w in reversed(r.text("side").split()) if w in TOLD_SIDES), None)
    if unit is None or word is None or unit in ("second", "minute") or is_title(r):
        return None
    if r.text("unit") == "night":
        return DayPart("NI", Around("day", TOLD_SIDES[word], "told"))
    return Around(unit, TOLD_SIDES[word], "told")


def that_period(r: Reading) -> Expression | None:
    """During this period, throughout the same period: of what is told, but not how long or when."""
    return Vague("PAST_REF") if r.before() in _BEFORE_PERIODS else None


_BEFORE_PERIODS = frozenset("during throughout over in".split())


def told_before_stop(r: Reading) -> Expression | None:
    """The day before, with nothing that it is before; "called the day after for calm"."""
    return told(r) if stands_alone(r) else None


def stands_alone(r: Reading) -> bool:
    """Whether nothing follows that "the day before" could be before: "had claimed the day before that a plane …"."""
    following = r.after()
    if following == "that":
        return r.neighbour(4)[:1].isalpha()
    return following in _AFTER_BEFORE or not (following[:1].isalnum() or following in ("“", "‘", '"', "'"))


_AFTER_BEFORE = frozenset("for by with to had was were in at and".split())


def told_daypart_before(r: Reading) -> Expression | None:
    """The evening before, the morning after: of the day before or after the one told."""
    if not stands_alone(r):
        return None
    return DayPart(str(DAYPARTS[r.text("daypart")]), Around("day", TOLD_SIDES[r.text("side")], "told"))


def told_daypart(r: Reading) -> Expression | None:
    """That evening, the next morning, the same afternoon."""
    word = next(w for w in reversed(r.text("side").split()) if w in TOLD_SIDES)
    return DayPart(str(DAYPARTS[r.text("daypart")]), Around("day", TOLD_SIDES[word], "told"))


def this_daypart(r: Reading) -> Expression | None:
    """This morning, last night, tomorrow evening, tonight."""
    offset = {"last": -1, "this": 0, "next": 1}.get(r.text("side"), 0)
    return DayPart(
        str(DAYPARTS[r.text("daypart")]), Around("day", offset, "told" if offset > 0 else "published")
    )


def latest(r: Reading) -> Expression | None:
    """The latest quarter: the one told, else the last that is over."""
    unit = r.text("unit")
    if unit in ("quarter", "period"):
        return Around("quarter", 0, "told")
    return Around(unit_named(unit) or "year", -1)


def quarter_of_year(r: Reading) -> Expression | None:
    """The 1988 third quarter; the 1988 quarter or period: of that year the quarter told."""
    of_year = int(r.text("year"))
    if r.has("ordinal"):
        return Part("quarter", ordinal(r.text("ordinal")) or 0, of_year)
    return Within(Around("quarter", 0, "told"), Date(of_year))


RULES = (
    Rule("day-word", "<day_word>", lambda r: Around("day", DAY_WORDS[r.text("day_word")]),  # type: ignore[arg-type]
         (Example("We won [2day].", ("2022-02-12",)), Example("He spoke [yesterday].", ("2022-02-11",)), Example("Talks resume [tomorrow].", ("2022-02-13",)))),
    Rule("day-word-week", "<next:tomorrow_> week", lambda _: Shift((Amount("week", 1),), 1, Around("day", 1)),
         (Example("They meet [tomorrow week].", ("2022-02-20",)),), unless_after=("-",)),
    Rule("two-days-off", "the day (before yesterday|after <next:tomorrow_>)", lambda r: Around("day", 2 if r.has("next") else -2),
         (Example("He left [the day before yesterday].", ("2022-02-10",)),)),
    Rule("around", "<side:direct> <unit:unit_one>", around,
         (Example("It may begin as soon as [next week].", ("2022-W07",)), Example("It fell [last year].", ("2021",))),
         ("It is odd in this day and age.",), unless_before=("(the|his|her|their|its|our|my|s) ",), unless_after=(" and age",)),
    Rule("the-current", "(the|its|his|their) <side:current_word> (fiscal |financial |calendar )?<unit:unit_one>", around),
    Rule("the-quarter", "the quarter", lambda r: Around("quarter", 0, "told"), unless_after=(" of", "-", "(~.|,)? {name}ly")),
    Rule("the-unit", "<side:the_word> <unit:present_unit>", bare_unit,
         (Example("It was the worst night of [the week].", ("2022-W06",)), Example("It was [the week]'s worst night.", ("2022-W06",))),
         unless_before=("{titled} of ",), unless_after=(" (of|in|that|when|after|before|ahead|since)", " to ({month}|{day} {month}|{weekday})", "-", "{apostrophe} ")),
    Rule("at-the-weekend", "(at|over|during) <stretch:the_weekend_>", lambda r: Around("weekend", 0),
         (Example("Fighters came at [the weekend] in lorries.", ("2022-W06-WE",)), Example("He spoke at [the weekend] of peace.", ("2022-W06-WE",))),
         span="stretch", unless_after=(" (that|when|after|before)", " of (the )?({day}|{month}|{weekday})", "(-|{apostrophe})")),
    Rule("the-day", "<verb:ending_word> <stretch:the_day_>", lambda r: Around("day", 0),
         (Example("The index ended [the day] lower.", ("2022-02-12",)),), span="stretch", unless_after=(" (of|that|when|after|before|{ordinal})", "-")),
    Rule("the-full-year", "(the )?(full|whole|entire|fiscal) year", lambda r: Around("year", 0), unless_before=("(a|an|each|every) ",)),
    Rule("year-to-date", "(the )?<unit:to_date_unit_>( |-)to( |-)date", lambda r: Edge("START", Around(unit_named(r.text("unit")) or "year", 0), narrows=False),
         (Example("It has killed 40 in [the year to date].", ("2022",)),)),
    Rule("year-end", "(the )?(<unit:ending_unit>(-|{apostrophe}s |{apostrophe}s-| )end|<unit:the_week_>{apostrophe}s end)", lambda r: Edge("END", Around(unit_named(r.text("unit")) or "year", 0)),
         (Example("They want a deal by [year's end], by [month-end] or by [week's end].", ("2022", "2022-02", "2022-W06")),)),
    Rule("told-side-after", "the <unit:day_unit> <side:before_after>", told_before_stop,
         (Example("They met on [3 May 2014]; it had rained [the day before].", ("2014-05-03", "2014-05-02")),
          Example("They met on [3 May 2014]; he had said [the day before] that it would fail.", ("2014-05-03", "2014-05-02")))),
    Rule("told-daypart-before", "the <daypart> <side:before_after>", told_daypart_before,
         (Example("On [3 May 2014] it fell; he had fled [the evening before].", ("2014-05-03", "2014-05-02TEV")),
          Example("On [3 May 2014] it fell; [the morning after], he spoke.", ("2014-05-03", "2014-05-04TMO"))), ("It was the night before the vote.",)),
    Rule("told", "<side:told_side> <unit:unit_one>", told,
         (Example("In [May 2014] he won; [that month] he took office.", ("2014-05", "2014-05")),
          Example("They met on [3 May 2014] and [the next day] they signed.", ("2014-05-03", "2014-05-04"))),
         ("He sang of it on the album The Next Day in tears.",)),
    Rule("told-period", "<side:that_period> period", that_period,
         (Example("In [May 2014] he won; during [that period] the army grew.", ("2014-05", "PAST_REF")),),
         unless_after=(" (of|last|that|when|in|to|a|one)",)),
    Rule("told-daypart", "<side:told_side> <daypart>", told_daypart,
         (Example("On [3 May 2014] it burned; [the next morning] it was gone.", ("2014-05-03", "2014-05-04TMO")),)),
    Rule("this-daypart", "<side:this_side> <daypart>", this_daypart,
         (Example("Shelling resumed [last night].", ("2022-02-11TNI",)), Example("He spoke [this morning].", ("2022-02-12TMO",)), Example("It fell on [3 January]; [next morning] they fled.", ("2022-01-03", "2022-01-04TMO")))),
    Rule("last-nights", "last nights", lambda _: DayPart("NI", Around("day", -1)),
         (Example("What a show, [last nights] game.", ("2022-02-11TNI",)),), unless_before=("(the|these|those|his|her|their|its|our|my) ",)),
    Rule("tonight", "tonight|tonite|2nite", lambda r: DayPart("NI", Around("day", 0)),
         (Example("See you [2nite].", ("2022-02-12TNI",)),)),
    Rule("overnight", "overnight", lambda r: DayPart("NI", over=True), (Example("Shells fell [overnight].", ("2022-02-12TNI",)), Example("Shells fell overnight from [8] to [9 February].", ("2022-02-08", "2022-02-09"))), unless_after=("-", " (from|between) ({weekday}|{digits})")),
    Rule("after-next", "the <unit:unit_one> (after <next:next_word>|before last)",
         after_next,
         (Example("They meet [the week after next].", ("2022-W08",)), Example("They met [the week before last].", ("2022-W04",)),
          Example("They met [the day before last Tuesday].", ("2022-02-07",))), unless_after=(" ({weekday}|{month}|{unit}|{season}|{daypart})",)),
    Rule("latest", "<side:latest_word> (fiscal )?<unit:latest_unit>", lambda r: latest(r),
         (Example("Sales fell in [the latest quarter].", ("2021-Q4",)),)),
    Rule("year-of-quarter", "the <year:year> (<ordinal> )?(quarter|period)", quarter_of_year,
         (Example("Profit rose in [the third quarter]; in [the 2020 period] it fell.", ("2021-Q3", "2020-Q3")),)),
)  # fmt: skip

MACROS = {
    "to_date_unit_": "year|month|week",
    "ending_unit": "year|month",
    "the_week_": "week",
    "ending_word": "end|ends|ended|ending|finish|finished|finishing|close|closed|closing|begin|began|start|started",
    "the_day_": "the day",
    "next_word": "next",
    "before_after": "before|after|previous|following",
    "direct": "this|last|next|nxt|past|coming|following|previous|upcoming|current",
    "tomorrow_": "tomorrow",
    "current_word": "current",
    "the_word": "the",
    "the_weekend_": "the weekend",
    "past_word": "past",
    "latest_word": "the latest|the most recent",
    "latest_unit": "quarter|year|period|week|month",
    "titled": "man|woman|person|player|footballer|sportsman|word|song|photo|book|film|car|company|politician"
    "|journalist|coach|team|story",
    "present_unit": "week|weekend|year",
    "told_side": "that( same| very)?|the (very |exact )?(same|following|next|subsequent|previous|preceding|prior)|the very",
    "that_period": "this|that|the same",
    "this_side": "this|last|next",
}

"""Expressions counted from the publication date or from the last date told."""

from collections.abc import Callable
from dataclasses import replace

from timeline.temporal.expression import (
    Amount,
    Around,
    Base,
    Date,
    DayOf,
    DayPart,
    Direction,
    Duration,
    Edge,
    Expression,
    Near,
    Nth,
    Part,
    Rolling,
    Shift,
    Unit,
    Vague,
    Within,
)  # fmt: skip
from timeline.temporal.languages.en.dates import NUMBERED_MONTHS, NUMBERED_WEEKDAYS
from timeline.temporal.languages.en.words import (
    DAY_WORDS,
    DAYPARTS,
    SEASONS,
    UNITS,
    UNITS_PLURAL,
    number,
    ordinal,
)
from timeline.temporal.reading import Reading
from timeline.temporal.rules import Example, Rule

SIDES: dict[str, Direction | int] = {
    "last": -1, "past": -1, "previous": -1, "this": 0, "current": 0, "next": 1, "nxt": 1, "coming": 1, "upcoming": 1,
    "following": 1,
}  # fmt: skip
TOLD_SIDES = {
    "that": 0, "same": 0, "very": 0, "following": 1, "next": 1, "subsequent": 1, "succeeding": 1, "previous": -1,
    "preceding": -1, "prior": -1, "before": -1, "after": 1,
}  # fmt: skip
ROLLED_BY_THE = frozenset({"past", "last", "coming", "next", "upcoming"})


def unit_named(name: str) -> Unit | None:
    """The unit of a word, nights counting as days."""
    found = UNITS.get(name) or UNITS_PLURAL.get(name)
    return "day" if found == "night" else found  # type: ignore[return-value]


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


def short_weekday(r: Reading) -> Expression | None:
    """Fri, Sat.: with a word before it that wants a day; Sun and Sat are also names."""
    return named(r) if r.before() in BEFORE_DAYS else None


BEFORE_DAYS = frozenset(
    "on since until till by from to this last next every each through and of before after - –".split()
)


def around(r: Reading) -> Expression | None:
    """This week, last month, next year, the current quarter."""
    unit, word = unit_named(r.text("unit")), r.text("side").split()[-1]
    if unit is None or word not in SIDES:
        return None
    if r.text("unit") == "night":
        return DayPart("NI", Around("day", -1 if SIDES[word] < 0 else SIDES[word]))
    if unit in ("minute", "second", "hour"):
        return Vague("PRESENT_REF") if word == "this" else Rolling(Amount(unit, 1), SIDES[word] or -1)  # type: ignore[arg-type]
    return Around(unit, SIDES[word])


def around_the(r: Reading) -> Expression | None:
    """The past week, this coming month: the stretch of that length up to the day, or from it."""
    unit = unit_named(r.text("unit"))
    if r.text("side") == "the last" and r.after() == "of":
        return None
    direction: Direction = 1 if r.text("side").endswith(("coming", "next")) else -1
    return Rolling(Amount(unit, 1), direction) if unit else None


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
    if unit is None or word is None or unit in ("second", "minute"):
        return None
    if r.text("unit") == "night":
        return DayPart("NI", Around("day", TOLD_SIDES[word], "told"))
    return Around(unit, TOLD_SIDES[word], "told")


def told_before_stop(r: Reading) -> Expression | None:
    """The day before, with nothing that it is before."""
    return told(r) if not r.after()[:1].isalnum() and r.after() not in ("“", "‘", '"', "'") else None


def told_daypart(r: Reading) -> Expression | None:
    """That evening, the next morning, the same afternoon."""
    word = next(w for w in reversed(r.text("side").split()) if w in TOLD_SIDES)
    return DayPart(str(DAYPARTS[r.text("daypart")]), Around("day", TOLD_SIDES[word], "told"))


def this_daypart(r: Reading) -> Expression | None:
    """This morning, last night, tomorrow evening, tonight."""
    offset = {"last": -1, "this": 0, "next": 1}.get(r.text("side"), 0)
    return DayPart(str(DAYPARTS[r.text("daypart")]), Around("day", offset))


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
    return Near(SIDES[word], what)  # type: ignore[arg-type]


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


def year_ago_period(r: Reading) -> Expression | None:
    """The year-earlier quarter: a year before the quarter told."""
    which = ordinal(r.text("ordinal")) if r.has("ordinal") else None
    if which:
        return Within(Part("quarter", which), Around("year", -1))
    return Shift((Amount("year", 1),), -1, Around("quarter", 0, "told"))


def quarter_to(r: Reading) -> Expression | None:
    """The quarter ended Dec. 31: the one that closes with that month."""
    return Part("quarter", (NUMBERED_MONTHS[r.text("month")[:3]] + 1) // 3 or 4)


def latest(r: Reading) -> Expression | None:
    """The latest quarter: the one told, else the last that is over."""
    unit = r.text("unit")
    if unit in ("quarter", "period"):
        return Around("quarter", 0, "told")
    return Around(unit_named(unit) or "year", -1)


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


def recent(r: Reading) -> Expression | None:
    """Recent weeks, coming months: an unknown number of them."""
    unit = unit_named(r.text("unit"))
    if r.text("side") in ("last", "the last") and r.after() == "of":
        return None
    forward = r.text("side").split()[-1] in ("coming", "next", "ahead", "following", "future", "upcoming")
    return Rolling(Amount(unit, None), 1 if forward else -1) if unit else None


def shift(direction: Direction, base: Base) -> Callable[[Reading], Expression | None]:
    """Two days ago, three weeks later: a length composed with a direction."""

    def meaning(r: Reading) -> Expression | None:
        what = r.inner("length")
        if not isinstance(what, Duration):
            return None
        if what.amounts[0].count is None:
            return Vague("PAST_REF" if direction < 0 else "FUTURE_REF")
        return Shift(what.amounts, direction, base, what.mod)

    return meaning


def years_on(r: Reading) -> Expression | None:
    """Eight years on: so long after what is told, and by now."""
    found = shift(1, "told")(r)
    return replace(found, so_far=True) if isinstance(found, Shift) else found


def day_of(r: Reading) -> Expression | None:
    """Day 100 of the war, the hundredth day of the invasion."""
    which = ordinal(r.text("ordinal")) if r.has("ordinal") else number(r.text("number"))
    return DayOf(int(which)) if which and which == int(which) else None


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
    "late": "END", "end": "END", "close": "END", "latter": "END", "closing": "END", "tail": "END", "turn": "START",
    "mid": "MID", "middle": "MID", "earlier": "START", "later": "END", "midway": "MID", "small": "START", "wee": "START", "rest": "END", "remainder": "END",
}  # fmt: skip


def edge_of_unit(r: Reading) -> Expression | None:
    """The end of the month, later in the year: the unit of the last date told, else of publication."""
    unit = unit_named(r.text("what").removeprefix("the ").removeprefix("same "))
    mod = next((EDGES[w] for w in r.text("edge").replace("-", " ").split() if w in EDGES), None)
    if unit is None or mod is None or unit in ("hour", "minute", "second"):
        return None
    told: Base = "published" if "rest" in r.text("edge") or "remainder" in r.text("edge") else "told"
    return Edge(mod, Around(unit, 0, told), narrows=_UP_TO_NOW.isdisjoint(r.text("edge").split()))


def half_of_unit(r: Reading) -> Expression | None:
    """The second half of the year."""
    unit = unit_named(r.text("what").removeprefix("the ").removeprefix("same "))
    number = {"last": -1, "final": -1, "latter": -1}.get(r.text("ordinal")) or ordinal(r.text("ordinal"))
    return Nth(number, "half", Around(unit, 0, "told")) if unit and number else None


RULES = (
    Rule("day-word", "<day_word>", lambda r: Around("day", DAY_WORDS[r.text("day_word")]),  # type: ignore[arg-type]
         (Example("He spoke [yesterday].", ("2022-02-11",)), Example("Talks resume [tomorrow].", ("2022-02-13",)))),
    Rule("two-days-off", "the day (before yesterday|after <next:tomorrow_>)", lambda r: Around("day", 2 if r.has("next") else -2),
         (Example("He left [the day before yesterday].", ("2022-02-10",)),)),
    Rule("weekday", "(a |another )?<weekday:weekday_name>", lambda r: named(r),
         (Example("He called him on [Saturday].", ("2022-02-12",)), Example("He arrived on [Friday].", ("2022-02-11",)))),
    Rule("weekday-short", "<weekday:weekday_short>~.|<weekday:weekday_short>", lambda r: short_weekday(r), weak=True),
    Rule("weekday-low", "<weekday:weekday_low>", lambda r: named(r) if r.before() == "on" else None,
         (Example("c u on [thurs]", ("2022-02-10",)),)),
    Rule("weekday-short-on", "<weekday:weekday_short>~.|<weekday:weekday_short>", lambda r: short_weekday(r),
         unless_after=(" {name}", "({name}|{other})")),
    Rule("around", "<side:direct> <unit:unit_one>", around,
         (Example("It may begin as soon as [next week].", ("2022-W07",)), Example("It fell [last year].", ("2021",))),
         unless_before=("(the|his|her|their|its|our|my|s) ",)),
    Rule("the-current", "(the|its|his|their) <side:current_word> (fiscal |financial |calendar )?<unit:unit_one>", around),
    Rule("the-around", "<side:the_side> (fiscal |financial |calendar |single )?<unit:unit_one>( or so)?", around_the,
         (Example("He went to Moscow in [the past week].", ("P1W",)),)),
    Rule("the-quarter", "the quarter", lambda r: Around("quarter", 0, "told"), unless_after=(" of", "-", "(~.|,)? {name}ly")),
    Rule("the-unit", "<side:the_word> <unit:present_unit>", bare_unit,
         (Example("It was the worst night of [the week].", ("2022-W06",)),),
         unless_before=("{titled} of ",), unless_after=(" (of|in|that|when|after|before|ahead|since)", " to ({month}|{day} {month}|{weekday})", "(-|{apostrophe})")),
    Rule("the-day", "<verb:ending_word> <stretch:the_day_>", lambda r: Around("day", 0),
         (Example("The index ended [the day] lower.", ("2022-02-12",)),), span="stretch", unless_after=(" (of|that|when|after|before|{ordinal})", "-")),
    Rule("the-unit-to", "<stretch:the_stretch> (to|ended|ending) ({month}|{day} {month}|{weekday})",
         lambda r: Duration((Amount(unit_named(r.text("stretch").split()[-1]) or "year", 1),)),
         (Example("Prices rose in [the year] to [March].", ("P1Y", "2021-03")),), span="stretch"),
    Rule("the-quarter-to", "<stretch:the_quarter_stretch> (to|ended|ending) <month>", quarter_to,
         (Example("Sales rose in [the quarter] ended [Dec. 31].", ("2021-Q4", "2021-12-31")),), span="stretch"),
    Rule("the-full-year", "(the )?(full|whole|entire|fiscal) year", lambda r: Around("year", 0)),
    Rule("year-end", "(the )?(year|month|week)(-|{apostrophe}s |{apostrophe}s-| )end", lambda r: Edge("END", Around("year", 0)),),
    Rule("near-weekday", "<side:near_side> (<weekday>|<weekday:weekday_low>)", near,
         (Example("c u [next fri]", ("2022-02-18",)), Example("They met [last Wednesday].", ("2022-02-09",)), Example("They meet [next Thursday].", ("2022-02-17",)))),
    Rule("near-day", "<side:near_side> <month> <day>", lambda r: near_day(r), unless_after=(":{digits}",)),
    Rule("near-month", "<side:near_side> <month:month>", near, (Example("It opened [last May].", ("2021-05",)),)),
    Rule("near-season", "<side:near_side> <season>", near, (Example("It ended [last summer].", ("2021-SU",)),)),
    Rule("told-weekday", "<side:told_side> <weekday:weekday_name>", told_near,
         (Example("On [3 May 2014] they met; [the following Tuesday] they parted.", ("2014-05-03", "2014-05-06")),)),
    Rule("told-month", "<side:told_side> <month:month_name>", told_near),
    Rule("told-season", "<side:told_side> <season>", told_near),
    Rule("told-side-after", "the <unit:day_unit> <side:before_after>", told_before_stop,
         (Example("They met on [3 May 2014]; it had rained [the day before].", ("2014-05-03", "2014-05-02")),)),
    Rule("told", "<side:told_side> <unit:unit_one>", told,
         (Example("In [May 2014] he won; [that month] he took office.", ("2014-05", "2014-05")),
          Example("They met on [3 May 2014] and [the next day] they signed.", ("2014-05-03", "2014-05-04")))),
    Rule("told-plural", "<side:told_side> <unit:unit_many>", recent),
    Rule("told-daypart", "<side:told_side> <daypart>", told_daypart,
         (Example("On [3 May 2014] it burned; [the next morning] it was gone.", ("2014-05-03", "2014-05-04TMO")),)),
    Rule("this-daypart", "<side:this_side> <daypart>", this_daypart,
         (Example("Shelling resumed [last night].", ("2022-02-11TNI",)), Example("He spoke [this morning].", ("2022-02-12TMO",)))),
    Rule("tonight", "tonight|tonite", lambda r: DayPart("NI", Around("day", 0))),
    Rule("overnight", "overnight", lambda r: DayPart("NI"), (Example("Shells fell [overnight].", ("2022-02-12TNI",)),), unless_after=("-",)),
    Rule("weekday-last", "<weekday> <side:last_next>", lambda r: near(r) if r.text("weekday") not in ("sat", "sun") else None,
         (Example("It began on [Thursday last].", ("2022-02-10",)),
          Example("It began on [Thursday last week].", ("2022-02-03",))), unless_after=(" {unit}",)),
    Rule("weekdays-ago", "<count> <weekdays:weekday_plural> ago", weekdays_ago,
         (Example("They met [two Saturdays ago].", ("2022-01-29",)),)),
    Rule("after-next", "the <unit:unit_one> (after <next:next_word>|before last)",
         after_next,
         (Example("They meet [the week after next].", ("2022-W08",)), Example("They met [the week before last].", ("2022-W04",)),
          Example("They met [the day before last Tuesday].", ("2022-02-07",))), unless_after=(" ({weekday}|{month}|{unit}|{season}|{daypart})",)),
    Rule("weekday-week", "<weekday> week", lambda r: Near(1, Near(1, named(r) or Date(weekday=1))), unless_after=("-",)),
    Rule("month-last", "<month:month_name> last", lambda r: Near(-1, named(r) or Date(month=1)), unless_after=(" {unit}", " {daypart}")),
    Rule("rolling", "<side:rolling_side> (<hedge:hedge> )?<count> ({filler} )?<unit>( or so)?", rolling("published"),
         (Example("It happened in [the last three months].", ("P3M",)),
          Example("Over [the next two weeks] they train.", ("P2W",)))),
    Rule("rolling-range", "<side:rolling_side> {count}( to | or |{dash}){count} ({filler} )?<unit:unit_many>", recent,
         (Example("It will be built over [the next 12 to 18 months].", ("PXM",)),)),
    Rule("rolling-inside", "the <count> <side:inside_side> <unit>", rolling("published"),
         (Example("It fell in [the four previous weeks].", ("P4W",)),)),
    Rule("rolling-told", "<side:rolling_told> <count> ({filler} )?<unit>", rolling("told")),
    Rule("eventful", "(a|an) {eventful} <unit:unit_one>", around_the,
         (Example("It came after [a hectic week] of talks.", ("P1W",)),)),
    Rule("recent", "<side:recent_side> <unit:unit_many>( (and|or) {unit_many})?", recent,
         (Example("Tension has grown in [recent weeks].", ("PXW",)),)),
    Rule("ahead", "(the )?<unit:unit_many> <side:ahead_word>", recent,
         unless_before=("{digits} ", "{number_word} ", "{vague_count} ")),
    Rule("ahead-one", "the <unit:unit_one> ahead", lambda r: Rolling(Amount(unit_named(r.text("unit")) or "day", 1), 1)),
    Rule("year-ago-period", "(the )?((comparable|corresponding|same) )?year( |-)(ago|earlier)( fiscal)? (<ordinal> )?(period|quarter|half)", year_ago_period),
    Rule("period-last-year", "the (corresponding|same|comparable) (period|quarter) (last year|a year (ago|earlier))", year_ago_period),
    Rule("latest", "<side:latest_word> (fiscal )?<unit:latest_unit>", lambda r: latest(r),
         (Example("Sales fell in [the latest quarter].", ("2021-Q4",)),)),
    Rule("year-of-quarter", "the <year:year> (<ordinal> )?(quarter|period)", lambda r: Part("quarter", ordinal(r.text("ordinal")) or 0, int(r.text("year"))) if r.has("ordinal") else Date(int(r.text("year")))),
    Rule("adjective-ago", "<unit:unit_one>-(ago|earlier)", lambda r: Shift((Amount(unit_named(r.text("unit")) or "year", 1),), -1)),
    Rule("day-of", "day (<number>|<number:digits>) of {begun_}|(the )?<ordinal> day of {begun_}", day_of,
         (Example("Russia invaded on [24 February 2022]; on [day 100 of the war] shells fell.", ("2022-02-24", "2022-06-03"), "2022-06-03"),
          Example("He spoke on [the 100th day of Russia's invasion].", ("2022-06-03",), "2022-06-03")),
         ("On day three of the war game they rested.",), unless_after=("( |-)(game|games|crime|crimes|room)", "-")),
    Rule("edge-of-unit", "<edge:edge_noun> of <what:the_unit_>", lambda r: edge_of_unit(r),
         (Example("It ends at [the end of the month].", ("2022-02",)),)),
    Rule("earlier-in-unit", "<edge:earlier_word> in <what:the_unit_>|<edge:edge_plain> in <what:the_unit_>", lambda r: edge_of_unit(r)),
    Rule("half-of-unit", "(the )?<ordinal:nth_word> half of <what:the_unit_>", lambda r: half_of_unit(r)),
)  # fmt: skip

COMPOSITIONS = (
    Rule("ago", "<length> (ago|back)", shift(-1, "published"),
         (Example("He left [two days ago].", ("2022-02-10",)), Example("It began [eight years ago].", ("2014",)),
          Example("It ended [three weeks ago].", ("2022-W03",))), unless_after=(" (to|into|in|from|at|up)",)),
    Rule("long-ago", "<length> ago", shift(-1, "published")),
    Rule("from-now", "<length> (hence|from <now:now_like>)", shift(1, "published"),
         (Example("They meet [two days from now].", ("2022-02-14",)),)),
    Rule("in-time", "in <length>{apostrophe}?s?{apostrophe}? time", shift(1, "published"),
         (Example("They meet [in two days' time].", ("2022-02-14",)),)),
    Rule("years-on", "(<only:just_word> )?<length> on", years_on,
         (Example("[Eight years on], the war goes on.", ("2022",)), Example("In [May 2014] he won; [two years on] he lost.", ("2014-05", "2016"))),
         unless_after=(" {datable}", " (the|a|an|his|her|its|their)")),
    Rule("later", "(<only:just_word> )?<length> (later|afterwards|afterward|after that|thereafter)", shift(1, "told"),
         (Example("On [3 May 2014] they met; [two days later] they signed.", ("2014-05-03", "2014-05-05")),),
         unless_after=(" {datable}", " (the|a|an|his|her|its|their)")),
    Rule("later-still", "<length> (later|afterwards|afterward|after that)", shift(1, "told")),
    Rule("earlier", "(<only:just_word> )?<length>( |-)(earlier|previously|before that|beforehand)", shift(-1, "told"),
         (Example("On [9 May 2014] he died; [two days earlier] he had spoken.", ("2014-05-09", "2014-05-07")),)),
    Rule("before", "(<only:just_word> )?<length> (before|prior)", shift(-1, "told"),
         (Example("On [9 May 2014] he died; he had spoken [two days before].", ("2014-05-09", "2014-05-07")),),
         unless_after=(" (the|a|an|his|her|its|their|to|they|he|she|it|we|that)", " {datable}", " ({other}|{name}|{plural})")),
)  # fmt: skip

MACROS = {
    "begun_": "(the|({name}|russia|ukraine){apostrophe}s|its|their|this) (full(-| )scale )?{fighting_}",
    "eventful": "hectic|busy|frantic|tense|turbulent|dramatic|bloody|tumultuous|eventful|fraught",
    "the_stretch": "the (fiscal )?{present_unit}",
    "the_quarter_stretch": "the quarter",
    "ending_word": "end|ends|ended|ending|finish|finished|finishing|close|closed|closing|begin|began|start|started",
    "the_day_": "the day",
    "next_word": "next",
    "before_after": "before|after|previous|following",
    "now_like": "{vague_date}|{day_near}",
    "the_unit_": "(the|the same) {unit_one}",
    "edge_plain": "early|late",
    "direct": "this|last|next|nxt|past|coming|following|previous|upcoming|current",
    "tomorrow_": "tomorrow",
    "current_word": "current",
    "the_word": "the",
    "past_word": "past",
    "just_word": "just|only",
    "last_next": "last|next",
    "latest_word": "the latest|the most recent",
    "latest_unit": "quarter|year|period|week|month",
    "titled": "man|woman|person|player|footballer|sportsman|word|song|photo|book|film|car|company|politician"
    "|journalist|coach|team|story",
    "present_unit": "week|weekend|year",
    "the_side": "the (past|last|coming|upcoming)|this (past|coming)",
    "near_side": "(the )?(last|next|past|coming|upcoming)|this|this (past|coming|last|next)",
    "told_side": "that( same| very)?|the (very |exact )?(same|following|next|subsequent|previous|preceding|prior)|the very",
    "this_side": "this|last|next",
    "rolling_side": "(the |this |these )?(past|last|next|coming|upcoming)|each of the past",
    "inside_side": "past|last|next|coming|previous|preceding|following",
    "rolling_told": "(the |these )?(following|previous|preceding|subsequent|first)",
    "recent_side": "(the |these |this )?(more )?(recent|past|last|coming|next|upcoming|future)|the following|the (succeeding|ensuing|subsequent|intervening|preceding)",
    "ahead_word": "ahead|to come",
}

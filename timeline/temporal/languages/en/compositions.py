"""Longer expressions made of shorter ones: a time on a day, the edge of a month, a length after a date."""

from dataclasses import replace

from timeline.temporal.expression import (
    Amount,
    Around,
    Clock,
    Date,
    DayPart,
    Duration,
    Edge,
    Expression,
    Near,
    Nth,
    Part,
    Shift,
    UnitOf,
    Vague,
    Within,
)  # fmt: skip
from timeline.temporal.languages.en.edges import edge_of
from timeline.temporal.languages.en.units import unit_named
from timeline.temporal.languages.en.words import number, ordinal
from timeline.temporal.reading import Reading
from timeline.temporal.rules import Example, Rule


def timed(r: Reading) -> Expression | None:
    """5 p.m. on Saturday, Saturday morning, the evening of 3 May."""
    clock, day = r.inner("clock"), r.inner("day")
    if heads_lines(r):
        return None
    if isinstance(day, DayPart) and isinstance(clock, Clock) and day.day is not None:
        return replace(in_half(clock, day.part), day=day.day)
    if isinstance(day, DayPart) and isinstance(clock, DayPart):  # "by dawn the next morning"
        return replace(clock, day=day.day) if day.day is not None else None
    if isinstance(clock, Clock | DayPart) and day is not None:
        return replace(clock, day=day)
    return None


def heads_lines(r: Reading) -> bool:
    """Whether a date heads a part of a live blog and a clock time an entry, or what that tells is on the next line."""
    return isinstance(r.inner("clock"), Clock) and (r.is_line("day") or r.is_line("clock"))


def clock_in_daypart(r: Reading) -> Expression | None:
    """4 in the morning, 7 this evening, 12 noon."""
    part = r.inner("part")
    clock = r.inner("clock")
    if not isinstance(part, DayPart) or r.text("part") == "overnight":
        return None
    if not isinstance(clock, Clock):
        hour = int(number(r.text("hour")) or 0)
        if not 1 <= hour <= 12:
            return None
        clock = Clock(hour, 0)
    return replace(in_half(clock, part.part), day=part.day)


def in_half(clock: Clock, part: str) -> Clock:
    """The hour in the half of the day that a part of the day tells."""
    afternoon = part in ("AF", "EV") or (part == "NI" and 5 <= clock.hour < 12)
    return replace(clock, hour=clock.hour + 12) if afternoon and clock.hour < 12 else clock


def night_into(r: Reading) -> Expression | None:
    """Overnight into Friday, the night to Friday: that of the day before, which ends on that day."""
    day, night = r.inner("day"), r.inner("night")
    if not isinstance(night, DayPart) or night.part != "NI" or night.day is not None or day is None:
        return None
    return DayPart("NI", Shift((Amount("day", 1),), -1, day), over=True)


def within(r: Reading) -> Expression | None:
    """July last year, August of that year, Friday of last week."""
    what, frame = r.inner("what"), r.inner("frame")
    if what is None or frame is None:
        return None
    if (isinstance(what, Date) and what.year is not None) or (
        isinstance(what, Part) and what.year is not None
    ):
        return None
    return Within(what, frame)


def this_day_in(r: Reading) -> Expression | None:
    """This day in 2014, that week in 1914: the same of that year."""
    what, frame = r.inner("what"), r.inner("frame")
    here = isinstance(what, Around) and what.offset == 0 and r.text("what").split()[0] in _DEMONSTRATIVES
    return Within(what, frame) if here and what is not None and frame is not None else None


def this_day_ago(r: Reading) -> Expression | None:
    """On this day eight years ago: so long before that day."""
    return shifted_day(r) if r.text("what").split()[0] in _DEMONSTRATIVES else None


_DEMONSTRATIVES = frozenset(("this", "that", "the"))


def after(r: Reading) -> Expression | None:
    """Two days after Christmas, the day before the vote's date."""
    what = r.inner("what")
    length = r.inner("length")
    side = -1 if r.text("side").split()[0] in ("before", "prior", "preceding", "ahead") else 1
    if r.has("unit"):
        length = Duration((Amount(unit_named(r.text("unit")) or "day", 1),))
    if not isinstance(length, Duration) or what is None or isinstance(what, Vague | Duration):
        return None
    if r.text("side") == "from" and r.before() in ("for", "over"):  # "for two days from Thursday"
        return None
    if length.amounts[0].count is None:
        return None
    return Shift(length.amounts, side, what, length.mod)  # type: ignore[arg-type]


def weekday_beside(r: Reading) -> Expression | None:
    """The Sunday before Easter, the Friday after 9 May: the nearest on that side of it."""
    what, base = r.inner("what"), r.inner("base")
    if what is None or base is None:
        return None
    return Near(-1 if r.text("side") == "before" else 1, what, base)


def weekday_told(r: Reading) -> Expression | None:
    """Noon on the Monday: that of the week told, else of the news."""
    clock, day = r.inner("clock"), r.inner("day")
    if not isinstance(clock, Clock | DayPart) or day is None:
        return None
    return replace(clock, day=Near(0, day, "told"))


def eve_of(r: Reading) -> Expression | None:
    """The eve of 24 February, the eve of Victory Day: the day before."""
    what = r.inner("what")
    return Shift((Amount("day", 1),), -1, what) if what is not None else None


def week_on(r: Reading) -> Expression | None:
    """A week on Tuesday: the next Tuesday, and a week on; not "closed for a week from Tuesday"."""
    what, length = r.inner("what"), r.inner("length")
    if r.has("from") and r.before() == "for":
        return None
    return Near(1, Near(1, what)) if what is not None and length == Duration((Amount("week", 1),)) else None


def week_today(r: Reading) -> Expression | None:
    """A week today, two weeks tomorrow: so long on from that day."""
    length, day = r.inner("length"), r.inner("day")
    if not isinstance(length, Duration) or not isinstance(day, Around) or day.offset not in (0, 1):
        return None
    weeks = len(length.amounts) == 1 and length.amounts[0].unit in ("week", "fortnight")
    counted = weeks and length.amounts[0].count is not None and length.mod is None
    return Shift(length.amounts, 1, day) if counted and day.base == "published" else None


def nth(r: Reading) -> Expression | None:
    """The first week of May, the last day of 2013, the first half of the year."""
    frame, unit = r.inner("what"), unit_named(r.text("unit")) if r.has("unit") else "half"
    word = r.text("ordinal")
    number = {"last": -1, "final": -1, "latter": -1, "opening": 1, "closing": -1}.get(word) or ordinal(word)
    if frame is None or unit is None or not number:
        return None
    return Nth(number, unit, frame)


def nth_weekday(r: Reading) -> Expression | None:
    """The first Sunday of October, the last Friday in May."""
    what, frame, word = r.inner("what"), r.inner("frame"), r.text("ordinal")
    number = {"last": -1, "final": -1}.get(word) or ordinal(word)
    if not isinstance(what, Date) or what.weekday is None or frame is None or not number or number > _WEEKS:
        return None
    return Nth(number, "day", frame, what.weekday)


_WEEKS = 5

JOINED = (
    Rule("day-clock", "<day:day_ish>(,)?( |_)((at|around|about|by|from) )?<clock:clock_time>", timed,
         (Example("It began on [Friday at 5 a.m.]", ("2022-02-11T05:00",)),)),
    Rule("day-dash-clock", "<day:day_date>_{dash}_<clock:clock_time>", timed,
         (Example("Posted [11 February 2022 – 08:30].", ("2022-02-11T08:30",)),), unless_after=(",? (on |of )?{day_ish}",)),
    Rule("clock-day", "<clock:clock_time>(,)? (on |of )?<day:day_ish>", timed,
         (Example("It began at [5 a.m. on Friday].", ("2022-02-11T05:00",)), Example("It fell at [ten past six on Friday evening].", ("2022-02-11T18:10",))),
         unless_after=(" {day_part}",)),
    Rule("day-daypart", "<day:day_ish> <clock:day_part>", timed,
         (Example("It began on [Friday morning].", ("2022-02-11TMO",)),)),
    Rule("daypart-day", "<clock:day_part>(,)? (of |on )?<day:day_ish>", timed,
         (Example("On [the evening of 9 February] they met.", ("2022-02-09TEV",)),)),
    Rule("daypart-timed", "<clock:day_part>(,)? (of |on |in )?<day:timed>", timed,
         (Example("It was taken on [3 May 2014]; by [dawn the next morning] it was lost.", ("2014-05-03", "2014-05-04TMO")),
          Example("It was taken on [3 May 2014]; before [sunrise next morning] it was lost.", ("2014-05-03", "2014-05-04TMO")))),
    Rule("in-the-daypart", "<day:day_ish> in <clock:day_part>", timed),
    Rule("overnight-into", "<night:day_part> (into|to|in to) <day:day_like>", night_into,
         (Example("Drones struck the port [overnight into Friday].", ("2022-02-10TNI",)),
          Example("It burned in [the night to Thursday].", ("2022-02-09TNI",)))),
    Rule("clock-part", "<clock:clock_time> (in |at )?<part:day_part>|<clock:clock_time> <part:timed>|(<hour>|<hour:small_number>) (in |at )<part:day_part>|<hour> <part:tonight_>",
         clock_in_daypart, (Example("They came at [4 in the morning].", ("2022-02-12T04:00",)),
         Example("They came at [eight in the evening].", ("2022-02-12T20:00",)))),
    Rule("clock-timed", "<clock:clock_time>(,)? (on )?<day:timed>", timed,
         (Example("It began at [5 a.m. this morning].", ("2022-02-12T05:00",)),)),
    Rule("timed-clock", "<day:timed>(,)? (at |around |about )?<clock:clock_time>", timed),
    Rule("within", "(the )?<what:narrow>(,)?( of| in|)( the)? <frame:year_frame>", within,
         (Example("It opened in [July last year].", ("2021-07",)),)),
    Rule("within-week", "(the )?<what:weekday_only>(,)?( of)? <frame:week_near>", within,
         (Example("It was on [Friday of last week].", ("2022-02-04",)),)),
    Rule("within-month", "(the )?<what:on_day>( of)? <frame:month_near>", within),
    Rule("this-day-in", "<what:now_near> (in|of) <frame:year_date>", this_day_in,
         (Example("On [this day in 2014] he fled.", ("2014-02-12",)), Example("[This month in 1914] was cold.", ("1914-02",)))),
    Rule("frame-within", "<frame:year_near>{apostrophe}s <what:part_date>|<frame:year_near>{apostrophe}s <what:month_date>", within,
         (Example("It fell in [last year's third quarter].", ("2021-Q3",)),)),
    Rule("weekday-date", "<what:weekday_only>,? <day:day_date>|<what:week_near>, <day:day_date>|<what:day_near>, <day:day_date>|<day:day_date>, <what:day_date>", lambda r: same_day(r),
         (Example("They meet [this coming Sunday, February 13].", ("2022-02-13",)),)),
    Rule("date-weekday", "<day:day_date>,? (~()?<what:weekday_only>(~))?", lambda r: same_day(r)),
    Rule("week-of", "(the )?<unit:week_word> (of|from) <what:day_like>|<unit:week_near> (starting|beginning|commencing|ending) <what:day_like>", lambda r: unit_of(r),
         (Example("Talks will begin in [the week of 14 March].", ("2022-W11",)),
          Example("They will visit Lviv in [the week beginning 14 March].", ("2022-W11",)))),
    Rule("twelve-noon", "<hour> <clock:clock_time>", lambda r: r.inner("clock") if r.text("hour") == "12" else None),
)  # fmt: skip
"""A time on a day, a date in a wider one."""

EDGED = (
    Rule("edge", "<edge:edge_word>_(in |on |into |in the )?<what:edgeable>", edge_of,
         (Example("It began in [early 2014].", ("2014",)), Example("It ended in [mid-December].", ("2021-12",)), Example("It may end by [end-March].", ("2022-03",)),
          Example("He landed [early on Friday].", ("2022-02-11",)))),
    Rule("the-edge", "<edge:the_edge_word>_(in |on |into |in the )?<what:the_edgeable>", edge_of,
         (Example("It closed in [the late 1990s].", ("199",)), Example("The [mid-December] raid failed.", ("2021-12",)))),
    Rule("edge-of", "<edge:edge_noun> of <what:edgeable>", edge_of,
         (Example("It came in [the last days of January].", ("2022-01",)), Example("It may come by [the end of March].", ("2022-03",)), Example("He fled in [the dying days of 2013].", ("2013",)),
          Example("They stay for [the rest of the year].", ("2022",)))),
    Rule("earlier-in", "<edge:earlier_word>( in| on)? <what:relative_like>", edge_of,
         (Example("He came [earlier this month].", ("2022-02",)),)),
    Rule("year-end-of", "(year|month)-end <what:year_like>", lambda r: Edge("END", r.inner("what") or Around("year", 0))),
    Rule("nth-of", "(the )?<ordinal:nth_word> (full )?<unit:nth_unit> (of|in) (the )?<what:frameable>", nth,
         (Example("It came in [the first week of May].", ("2021-W18",)),
          Example("It came in [the last week of January].", ("2022-W04",)))),
    Rule("nth-weekday", "(the )?<ordinal:nth_word> <what:weekday_only> (of|in) (the )?<frame:month_like>", nth_weekday,
         (Example("They vote on [the first Sunday of March].", ("2022-03-06",)), Example("They met on [the last Friday in January].", ("2022-01-28",)))),
    Rule("half-of", "(the )?<ordinal:nth_word> half of <what:frameable>", nth),
)  # fmt: skip
"""Early, late, the end of, the first week of what the first tier made."""

COUNTED = (
    Rule("week-on", "<length> (on|<from:from_>) <what:weekday_only>", week_on,
         (Example("They meet [a week on Tuesday].", ("2022-02-22",)), Example("It will close for [a week] from [Tuesday].", ("P1W", "2022-02-15")))),
    Rule("weekday-beside", "(the )?<what:weekday_only> <side:beside_> <base:beside_base>", weekday_beside,
         (Example("They met on [the Sunday before Christmas].", ("2021-12-19",)), Example("He fled on [the Friday after 1 February].", ("2022-02-04",))),
         unless_before=("{dayth} ", "{ordinal_word} ", "last ")),
    Rule("clock-the-weekday", "<clock:time_> (on|of) the <day:weekday_only>", weekday_told,
         (Example("On [3 May 2014] they met; by [noon on the Wednesday] they left.", ("2014-05-03", "2014-05-07T12:00")),
          Example("They must leave before [noon on the Monday].", ("2022-02-14T12:00",)))),
    Rule("week-today", "<length> <day:day_near>", week_today,
         (Example("The trial resumes [a week today].", ("2022-02-19",)), Example("They meet [two weeks tomorrow].", ("2022-02-27",)))),
    Rule("after", "(<only:only_word> )?<length>( to the day)? <side:after_side> <what:shift_base>", after,
         (Example("[Two days after 9 February] they met.", ("2022-02-11",)), Example("They met [a week before Christmas].", ("2021-12-18",)),
          Example("It lasted [two days] from [3 May 2014] to [5 May 2014].", ("P2D", "2014-05-03", "2014-05-05"))),
         unless_after=("( to | until |_{dash}_){datable}",)),
    Rule("the-eve-of", "(the )?(very )?<eve:eve_> of (the )?<what:eve_base>", eve_of,
         (Example("He will speak on [the eve of 24 February].", ("2022-02-23",)),)),
    Rule("the-day-after", "(the )?<unit:day_unit> <side:after_side> <what:shift_base>", after,
         (Example("They met [the day after Christmas].", ("2021-12-26",)),)),
    Rule("length-ago-today", "<length> ago <what:now_near>", lambda r: ago_from(r)),
    Rule("weeks-ago-weekday", "<shift:shifted> (on )?<what:weekday_only>", lambda r: weekday_of_shift(r),
         (Example("He left [a week ago Tuesday].", ("2022-02-01",)),)),
    Rule("this-day-ago", "<what:now_near>,? <shift:shifted>", this_day_ago,
         (Example("On [this day eight years ago] he fled.", ("2014-02-12",)),)),
    Rule("ago-day", "<shift:shifted> <what:now_near>|<shift:shifted> <what:near_day_>", lambda r: shifted_day(r),
         (Example("It was signed [30 years ago next Tuesday].", ("1992-02-15",)), Example("[A year ago yesterday] it fell.", ("2021-02-11",)))),
)  # fmt: skip
"""Counted from what the others made."""


def same_day(r: Reading) -> Expression | None:
    """Saturday, 12 February; tomorrow, 13 February: the date counts."""
    day, what = r.inner("day"), r.inner("what")
    if isinstance(day, Near) and isinstance(what, Date):  # "this coming Sunday, 13 February"
        return what if what.day is not None and what.weekday is None else None
    if isinstance(day, Date) and isinstance(what, Date):
        both = day.weekday is None and day.day is not None and what.day is None
        return replace(day, weekday=what.weekday) if both else None
    return day if isinstance(day, Date) and isinstance(what, Near | Around) else None


def unit_of(r: Reading) -> Expression | None:
    """The week of 9 March."""
    what = r.inner("what")
    return UnitOf("week", what) if what is not None else None


def ago_from(r: Reading) -> Expression | None:
    """Eight years ago today, three years ago last month."""
    length, what = r.inner("length"), r.inner("what")
    if not isinstance(length, Duration) or what is None or length.amounts[0].count is None:
        return None
    return Shift(length.amounts, -1, what, length.mod)


def weekday_of_shift(r: Reading) -> Expression | None:
    """A week ago Tuesday, two weeks ago on Friday: that day of the week."""
    shift, what = r.inner("shift"), r.inner("what")
    if not isinstance(shift, Shift) or shift.base != "published" or what is None:
        return None
    return Within(what, shift) if shift.amounts[-1].unit == "week" else None


def shifted_day(r: Reading) -> Expression | None:
    """The same, where "eight years ago" was read first."""
    shift, what = r.inner("shift"), r.inner("what")
    if (
        not isinstance(shift, Shift)
        or shift.base != "published"
        or not isinstance(what, Around | Near)
        or (isinstance(what, Around) and what.offset and not _is_day_of_years(what, shift))
    ):
        return None
    return replace(shift, base=what)


def _is_day_of_years(what: Around, shift: Shift) -> bool:
    """Whether "yesterday" or "tomorrow" after years, months or weeks is the day that they are counted from."""
    return what.unit == "day" and abs(what.offset) == 1 and shift.amounts[-1].unit in _LONGER


_LONGER = frozenset(("week", "month", "year", "decade"))

MACROS = {
    "day_ish": "{day_like}|{shifted}",
    "tonight_": "{timed}",
    "edge_word": "early|late|mid|mid-|early-|late-|end-|very early|very late",
    "the_edge_word": "the early|the late|the mid|the mid-|the earliest|the latter",
    "the_edgeable": "{part_date}|{era_date}|{year_date}|{holiday_date}|{week_near}|{year_near}|{rolling_date}|{day_part}|{timed}|{composed}",
    "edge_noun": "(the )?(very )?(beginning|start|end|middle|close|outset|dawn|turn|rest|remainder|tail end|early part|latter part|first part|opening|(early|first|opening|small|wee) (days|months|weeks|years|hours)|(late|last|final|closing|dying) (days|weeks|months|years|hours))",
    "edgeable": "{datable}|{day_part}|{clock_time}",
    "earlier_word": "earlier|later",
    "relative_like": "{week_near}|{month_near}|{year_near}|{day_like}|{day_date}|{part_date}|{timed}|{month_date}|{year_date}|{era_date}|{day_part}",
    "narrow": "{month_date}|{part_date}|{holiday_date}|{day_date}|{composed}",
    "year_frame": "{year_like}|{era_date}",
    "on_day": "{weekday_only}|{day_date}",
    "week_word": "week|weekend",
    "eve_": "eve",
    "from_": "from",
    "near_day_": "{day_date}",
    "now_near": "{day_near}|{week_near}|{month_near}",
    "eve_base": "{day_like}|{timed}",
    "only_word": "only|just|exactly",
    "after_side": "after|before|following|prior to|from|ahead of|past",
    "shift_base": "{day_like}|{timed}|{month_like}|{composed}|{shifted}|{year_date}",
    "beside_": "before|after|following",
    "beside_base": "{holiday_date}|{day_date}",
    "time_": "{clock_time}|{day_part}",
    "day_unit": "day|week|month|year|night",
    "nth_word": "{ordinal}|last|final|opening|closing|latter",
    "nth_unit": "day|days|week|weekend|month|months|weeks|year|years|hours|decade|quarter",
    "frameable": "{month_like}|{year_like}|{part_date}|{week_near}|{era_date}|{day_like}|{holiday_date}",
    "dash_": "-|–|—",
}

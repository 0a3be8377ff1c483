"""Lengths of time and repeated times."""

import re
from collections.abc import Callable
from itertools import takewhile

from timeline.temporal.expression import Amount, Duration, Expression, Hedged, Repeat, Unit, Vague
from timeline.temporal.languages.en.neighbours import BEFORE_CLOCKS
from timeline.temporal.languages.en.pieces import NUMBERED_MONTHS, NUMBERED_WEEKDAYS
from timeline.temporal.languages.en.units import amount, amount_between, is_finer, unit_named
from timeline.temporal.languages.en.words import (
    DAYPARTS,
    DAYPARTS_PLURAL,
    FREQUENCIES,
    SEASONS,
    UNITS,
    number,
    ordinal,
)
from timeline.temporal.reading import Reading
from timeline.temporal.rules import Example, Meaning, Rule
from timeline.temporal.values import duration_value

HEDGES = {
    "more than": "MORE_THAN", "over": "MORE_THAN", "just over": "MORE_THAN", "well over": "MORE_THAN",
    "slightly over": "MORE_THAN", "upwards of": "MORE_THAN", "less than": "LESS_THAN", "under": "LESS_THAN",
    "just under": "LESS_THAN", "well under": "LESS_THAN", "fewer than": "LESS_THAN", "almost": "LESS_THAN",
    "nearly": "LESS_THAN", "barely": "LESS_THAN", "at least": "EQUAL_OR_MORE", "no less than": "EQUAL_OR_MORE",
    "not less than": "EQUAL_OR_MORE", "at most": "EQUAL_OR_LESS", "up to": "EQUAL_OR_LESS",
    "no more than": "EQUAL_OR_LESS",
    "not more than": "EQUAL_OR_LESS", "no longer than": "EQUAL_OR_LESS", "about": "APPROX", "around": "APPROX",
    "approximately": "APPROX", "roughly": "APPROX", "some": "APPROX", "abt": "APPROX",
}  # fmt: skip


def hedge(r: Reading) -> str | None:
    """The TIMEX3 mod of a hedge: "more than", "nearly", "about"."""
    return HEDGES.get(r.text("hedge"))


def duration(r: Reading) -> Meaning:
    """62 minutes, several weeks, an hour and a half, two hours 15 minutes."""
    what = amount(r)
    if what is None:
        return None
    count, unit = r.text("count"), r.text("unit")
    if r.text("hedge") == "over" and (what.count is None or is_spread(r)):  # "it grew over several years"
        return None
    if (count == "many" and r.before() == "as") or (count == "some" and unit in UNITS):
        return None  # "the third in as many days", "some day care centres"
    if unit == "night" and r.neighbour(1) == "-":  # "a night-time raid"
        return None
    if r.has("lasting") and count in ("a", "an"):
        return None
    if unit == "second" and count in ("a", "another", "one", "the"):
        return None
    if unit in ("min", "sec", "hr") and not count[:1].isdigit():
        return None
    if unit.startswith("quarter") and count in ("a", "one", "half a") and not r.has("unit2"):
        return None
    if unit == "quarters" and count == "three" and r.after().lower() in ("of", "majority"):
        return None
    if (
        unit in ("day", "week", "month", "year", "quarter", "hour", "minute", "night")
        and count[-1:].isdigit()
        and float(what.count or 0) > 1
        and not r.has("dash")
        and r.after().isalpha()
        and r.after()[:1].isupper()
    ):
        return None
    if unit in ("hrs", "hours") and _HHMM.fullmatch(count) and r.before() in BEFORE_CLOCKS:  # "at 1500 hours"
        return None
    if count in ("a", "an") and unit in RATED and is_rate(r):
        return Repeat(duration_value((Amount(what.unit, 1),)))
    second = amount(r, "count2", "unit2") if r.has("unit2") else None
    if second and not is_finer(second.unit, what.unit):  # "for 62 minutes, two days after that"
        first = Duration((what,), hedge(r))
        return ("hedge" if r.has("hedge") else "count", "unit", first), (
            "count2",
            "unit2",
            Duration((second,)),
        )
    return Duration((what, second) if second else (what,), hedge(r) or ("APPROX" if r.has("or_so") else None))


def is_spread(r: Reading) -> bool:
    """Whether "over" says how long something is spread: "to be paid over three years", not "for over three"."""
    last = r.before()
    return last in _SPREAD or (last.endswith("ed") and last != "lasted")


_SPREAD = frozenset("paid spent spread built cut sent held phase phased out drawn".split())
_HHMM = re.compile(r"[01]\d[0-5]\d|2[0-3][0-5]\d")
RATED = frozenset("day week month year hour night minute".split())
_COUNTED = frozenset("dozens hundreds thousands million billion percent".split())
_COUNTED_FROM = frozenset("ago earlier later before after hence back from".split())
_BEFORE_RATES = 6
"""Words before "a day" in which there is a number, where it is a rate."""


def is_rate(r: Reading) -> bool:
    """Whether "a day" says how often: "700 shells a day", "$2 billion a year"; not "it lasts a day"."""
    last = r.before()
    if r.after().lower() in _COUNTED_FROM or r.after() == "of":  # "two hours later", "a day of mourning"
        return False
    if last in _COUNTED or last == "%" or last[:1].isdigit():
        return True
    if not last.endswith("s"):
        return False
    words = (r.neighbour(-at).lower() for at in range(1, 2 * _BEFORE_RATES))
    clause = takewhile(lambda word: word not in (".", ";", ":"), words)
    return any(word[:1].isdigit() or word in _COUNTED or number(word) for word in clause)


def years_old(r: Reading) -> Expression | None:
    """An eight-year-old war: how long it has lasted; the age of a person is no time of the news."""
    what = amount(r)
    return Duration((what,)) if what and r.after().lower() in LASTING else None


LASTING = frozenset(
    """
    war conflict truce ceasefire crisis uprising siege campaign dispute insurgency occupation blockade embargo
    standoff stalemate offensive revolt rebellion protest protests strike slump government regime rule
    """.split()
)
"""What an age tells the length of."""


def glued(r: Reading) -> Expression | None:
    """6hrs, 30mins."""
    count, unit = re.fullmatch(r"(\d+)([a-z]+)", r.text("glued_duration")).groups()  # type: ignore[union-attr]
    known = unit_named(unit)
    whole = r.text("whole")
    if len(whole) == 2 and len(count) == 2 and unit == "hrs" and r.neighbour(-1) != ".":
        return None  # "06.30hrs" is a time of day
    return Duration((Amount(known, float(f"{whole}.{count}" if whole else count)),)) if known else None


def bare(r: Reading) -> Expression | None:
    """Weeks, years: an unknown number of them."""
    unit = unit_named(r.text("unit"))
    if unit is None or r.text("unit") in (
        "quarters",
        "nights",
        "mins",
        "secs",
        "halves",
        "seconds",
        "weekends",
    ):
        return None
    if r.before() == "in" and r.after() in _NAMING_WHICH:  # "in months to come", but "the worst in years"
        return None
    return Duration((Amount(unit, None),))


_NAMING_WHICH = frozenset("to past ahead gone that when after before".split())


def bare_one(r: Reading) -> Expression | None:
    """A year or two: about that many."""
    return Duration((Amount(unit_named(r.text("unit")) or "day", None, (1, 2)),))


def range_of_lengths(r: Reading) -> Expression | None:
    """Two to three weeks, ten or twelve days: an amount between the two."""
    if r.text("hedge") == "over":  # "it is phased out over six to eight months"
        return None
    if r.text("unit") == "hours" and len(r.text("count")) == len(r.text("count1")) == len("0900"):
        return None  # "from 0900 to 1600 hours"
    return Duration((amount_between(r, "count1", "count"),))


def every(r: Reading) -> Expression | None:
    """Every day, every two weeks, each July, every Friday morning."""
    quant = "EACH" if r.text("quant") == "each" else "EVERY"
    return Repeat(repeated(r), quant)


def every_weekdays(r: Reading) -> Meaning:
    """Every Monday and Thursday: both again and again."""
    quant = "EACH" if r.text("start") == "each" else "EVERY"
    named = [
        (name, Repeat(f"XXXX-WXX-{NUMBERED_WEEKDAYS[r.text(name)[:3]]}", quant))
        for name in "aob"
        if r.has(name)
    ]
    return tuple(("start" if name == "a" else name, name, each) for name, each in named)


def every_other(r: Reading) -> Expression | None:
    """Every other day, on alternate weeks, every third year."""
    unit = unit_named(r.text("unit"))
    step = ordinal(r.text("ordinal")) if r.has("ordinal") else 2
    return Repeat(duration_value((Amount(unit, step),)), "EVERY") if unit else None


def repeated(r: Reading) -> str:
    """The TIMEX3 value of a set."""
    if (r.has("weekday") or r.has("weekdays")) and not r.has("nth"):
        number = NUMBERED_WEEKDAYS[(r.text("weekday") or r.text("weekdays"))[:3]]
        part = r.text("daypart") or r.text("dayparts")
        known = {**DAYPARTS, **DAYPARTS_PLURAL}
        return f"XXXX-WXX-{number}" + (f"T{known[part]}" if part else "")
    if r.has("month"):
        day = ordinal(r.text("day")) if r.has("day") else None
        return f"XXXX-{NUMBERED_MONTHS[r.text('month')[:3]]:02d}" + (f"-{day:02d}" if day else "")
    if r.has("season"):
        return (
            f"XXXX-{SEASONS[r.text('season').removesuffix('s') if r.text('season') != 'falls' else 'fall']}"
        )
    if r.has("daypart") or r.has("dayparts"):
        return f"XXXX-XX-XXT{({**DAYPARTS, **DAYPARTS_PLURAL})[r.text('daypart') or r.text('dayparts')]}"
    what = amount(r)
    if what is None:
        return "XXXX"
    if r.text("unit") == "night" and not r.has("count"):
        return "XXXX-XX-XXTNI"
    return duration_value((Amount(what.unit, what.count if r.has("count") else 1.0),))


def per(r: Reading) -> Expression | None:
    """Twice a year, 20 times a day."""
    unit = unit_named(r.text("unit"))
    times = {"once": "1X", "twice": "2X", "thrice": "3X"}.get(r.text("times"))
    return Repeat(duration_value((Amount(unit or "day", 1),)), None, times)


def often(r: Reading) -> Expression | None:
    """Twice daily; seven days a week, 24 hours a day: so much of each."""
    if r.has("frequency"):
        times = {"once": "1X", "twice": "2X", "thrice": "3X"}.get(r.text("times"))
        return Repeat(FREQUENCIES[r.text("frequency")], None, times)  # type: ignore[arg-type]
    unit, each = amount(r), unit_named(r.text("each"))
    if unit is None or unit.count is None or each is None:
        return None
    short = unit.unit in ("second", "minute")  # a freq of 40M would be one of months
    freq = None if short else duration_value((unit,)).lstrip("PT")
    return Repeat(duration_value((Amount(each, 1),)), "EACH", freq)


def length_of_period(r: Reading) -> Expression | None:
    """A three-year period."""
    what = amount(r)
    return Duration((what,)) if what else None


def quarters(unit: Unit, count: int) -> Callable[[Reading], Expression | None]:
    """A quarter of an hour, three quarters of a century: so many of a smaller unit for each."""

    def read(r: Reading) -> Expression | None:
        parts = 3 if r.text("part").startswith("three") else 1
        return Duration((Amount(unit, parts * count),), hedge(r))

    return read


def hedged(r: Reading) -> Expression | None:
    """Nearly eight years, around 1 November, more than a decade."""
    what, mod = r.inner("what"), hedge(r)
    if isinstance(what, Duration):
        return Duration(what.amounts, mod or what.mod)
    return Hedged(mod or "APPROX", what) if what is not None else None


MODALS = frozenset("will would may might can could must shall should to ll".split())
"""Words after which "one day" is some day to come."""

SUBJECTS = frozenset("you he she it we they there this these the a an our my their his her all , I".split())
"""Words that begin what happens after "One day"."""

_CLAUSE = 10
"""Tokens, spaces among them, in which the verb of a sentence that begins with "One day" stands."""


def one_day(r: Reading) -> Expression | None:
    """One day to come: "he will one day return", "One day the war will end"."""
    if r.before() in MODALS:
        return Vague("FUTURE_REF")
    near = [word for at in range(1, _CLAUSE) if (word := r.neighbour(at)).strip()]
    clause = r.written("day")[0] == "O" and bool(near) and (near[0] in SUBJECTS or near[0].istitle())
    return Vague("FUTURE_REF") if clause and not MODALS.isdisjoint(near) else None


RULES = (
    Rule("some-day", "some day", lambda _: Vague("FUTURE_REF"), (Example("The war will end [some day].", ("FUTURE_REF",)),), unless_after=(" (care|trip|school|{name})", "-")),
    Rule("one-day", "<day:one_day_>", one_day,
         (Example("He will [one day] return.", ("FUTURE_REF",)), Example("[One day] the war will end.", ("FUTURE_REF",)),
          Example("[One day] of rain will do.", ("P1D",)),
          Example("It began on [3 May 2014]; they said: [One day later] it would end.", ("2014-05-03", "2014-05-04")))),
    Rule("duration", "(<hedge> )?((the )?<count>(~+)?( |_)|<count><dash:hyphen>)({filler}( |-))?<unit><half:and_half>?"
         "((,| and|, and)? <count2:number> <unit2:unit>)?<lasting:dash_long>?(<or_so:or_so>)?", duration,
         (Example("They spoke for [62 minutes].", ("PT62M",)), Example("It lasted [two and a half years].", ("P2Y6M",)),
          Example("It lasted [half an hour].", ("PT30M",)), Example("It lasted [one-and-a-half hours].", ("PT1H30M",)),
          Example("Some 700 shells fell [a day].", ("P1D",)), Example("It costs $2 billion [a year].", ("P1Y",)),
          Example("It will be paid over [three years].", ("P3Y",)), Example("It was held over [three days] from [Friday].", ("P3D", "2022-02-11")), Example("It lasted [over three years].", ("P3Y",)), Example("They spoke for [2½ hours] or [90-odd minutes].", ("PT2H30M", "PT90M")),
          Example("We queued for [4+ hours].", ("PT4H",)), Example("They spoke for [62 minutes], [two days] before the vote.", ("PT62M", "P2D")),
          Example("A [10-day] drill began.", ("P10D",)), Example("They met for [more than 24 hours].", ("PT24H",))),
         ("A second round followed.",), unless_before=("{digits}(,|~.)", "~$", "~£"), unless_after=("-{digits}", "-old", " old", "-olds", " of age", " a {unit_one}", "-(ago|earlier)")),
    Rule("glued-duration", "(<whole:digits>~.)?<glued_duration>", glued, (Example("The trip takes [1.5hrs].", ("PT1H30M",)),)),
    Rule("years-old", "<count>-<unit>-old", years_old,
         (Example("The [eight-year-old] war goes on.", ("P8Y",)),),
         ("An eight-year-old boy and a 45-year-old man spoke.",)),
    Rule("single-unit", "single-<unit:unit_one>", lambda r: Duration((Amount(unit_named(r.text("unit")) or "day", 1),)),
         (Example("It was the worst [single-day] loss.", ("P1D",)),)),
    Rule("one-or-two", "(a|an) <unit:unit_one> or two", bare_one, (Example("It takes [a year or two].", ("PXY",)),)),
    Rule("units-or-units", "<unit:unit_many> (or|and) (even )?{unit_many}", bare),
    Rule("length-range", "(<hedge> )?(the )?<count1:count>( to | or |{dash})<count> (more )?<unit>", range_of_lengths,
         (Example("It takes [two to three weeks].", ("PXW",)),), unless_before=("{digits}(,|~.)",)),
    Rule("unit-long", "<unit:unit_one>(-| )long", lambda r: Duration((Amount(unit_named(r.text("unit")) or "day", 1),)),
         (Example("A [week-long] drill began.", ("P1W",)),)),
    Rule("units-long", "<unit:unit_many>(-| )long", bare),
    Rule("unitlong", "<long_length>", lambda r: Duration((Amount(r.word("long_length"), 1),)),  # type: ignore[arg-type]
         (Example("A [weeklong] drill began.", ("P1W",)), Example("A [nightlong] raid ended.", ("P1D",)))),
    Rule("bare-units", "<unit:unit_many>", bare, (Example("It took [months].", ("PXM",)), Example("The worst raid in [weeks] hit Lviv.", ("PXW",))),
         unless_before=("{digits}( |-)", "{digits}", "{ordinal_word} ", "(light|man|person|work)( |-)", "(whose|many|old|good|these|those|early|small|wee|later|all|dark|golden|war|school|both|her|his|their|its|my|our|opening|first|last|final|closing|dying|office|working|business|peak|rush) "),
         unless_after=(" (old|of age)", "-", " {month}")),
    Rule("all-unit", "(all|the whole|the entire|the full) (the )?<unit:unit_one>( long)?", lambda r: Duration((Amount(unit_named(r.text("unit")) or "day", 1),)),
         unless_after=(" {name}",)),
    Rule("frequency", "<frequency>", lambda r: Repeat(str(FREQUENCIES[r.text("frequency")])),
         (Example("Shelling is [daily].", ("P1D",)),),
         ("The party daily Granma wrote of it.",), unless_after=(" (newspaper|paper|magazine)", " {name}")),
    Rule("every", "<quant:every_word> (<count> )?(single |working |trading )?<unit>", every, (Example("They met [every day].", ("P1D",)), Example("Shells fall [every night].", ("XXXX-XX-XXTNI",)))),
    Rule("every-other", "(<quant:every_word> other|alternate) <unit>|<quant:every_word> <ordinal:ordinal_word> <unit:unit_one>", every_other,
         (Example("They meet [every other day].", ("P2D",)), Example("They meet on [alternate weeks].", ("P2W",)),
          Example("They vote [every third year].", ("P3Y",)))),
    Rule("often", "<times:times_word> <frequency>|<count:number> <unit> (a|per|each|every) <each:unit_one>", often,
         (Example("The report comes [twice daily].", ("P1D",)), Example("They work [24 hours a day].", ("P1D",)),
          Example("They work [seven days a week].", ("P1W",)))),
    Rule("length-period", "(a |an |the )?<count:number>( |-)<unit:unit_one> period", lambda r: length_of_period(r),
         (Example("It spans [a three-year period].", ("P3Y",)),)),
    Rule("part-of-hour", "(<hedge> )?<part:part_of_hour_> of an hour", quarters("minute", 15),
         (Example("It took [a quarter of an hour].", ("PT15M",)), Example("It took [three quarters of an hour].", ("PT45M",)))),
    Rule("part-of-century", "(<hedge> )?<part:century_part_>(-| of a )century", quarters("year", 25),
         (Example("It has lasted [a quarter of a century].", ("P25Y",)), Example("It fell [a quarter of a century ago].", ("1997",)))),
    Rule("weekends", "weekends", lambda r: Repeat("XXXX-WXX-WE"), (Example("They march on [weekends].", ("XXXX-WXX-WE",)),)),
    Rule("every-weekday", "<quant:every_word> (other |{ordinal_word} )?(<weekday>|<weekday:weekday_low>)( <daypart>)?", every, (Example("They met [every Friday].", ("XXXX-WXX-5",)), Example("They meet [every second Thursday].", ("XXXX-WXX-4",)))),
    Rule("every-weekdays", "<start:every_word> <a:weekday_name>(, <o:weekday_name>)?,? and <b:weekday_name>", every_weekdays,
         (Example("They met [every Monday] and [Thursday].", ("XXXX-WXX-1", "XXXX-WXX-4")),), unless_after=(" {daypart}",)),
    Rule("every-month", "<quant:every_word> (year (on|in) )?(<month>( <day>)?|<day> <month>)", every,
         (Example("They met [each July].", ("XXXX-07",)), Example("They march [every 9 May].", ("XXXX-05-09",)),
          Example("They march [every year on 9 May].", ("XXXX-05-09",)))),
    Rule("nth-weekday-of-each", "(the )?<nth:nth_> <weekday:weekday_name> of <quant:every_word> <unit:month_or_quarter>", every,
         (Example("They meet on [the first Monday of each month].", ("P1M",)),)),
    Rule("every-season", "<quant:every_word> <season>", every),
    Rule("every-daypart", "<quant:every_word> <daypart>", every),
    Rule("weekdays", "<weekdays:weekday_plural>( <dayparts:daypart_plural>)?", lambda r: Repeat(repeated(r)),
         (Example("They met on [Fridays].", ("XXXX-WXX-5",)),)),
    Rule("weekday-dayparts", "<weekday:weekday_name> <dayparts:daypart_plural>", lambda r: Repeat(repeated(r))),
    Rule("per", "<times:times_word> (a|per|each|every|an) <unit:unit_one>", per,
         (Example("They meet [twice a year].", ("P1Y",)),)),
    Rule("per-sure", "per <unit:unit_one>", per),
)  # fmt: skip

COMPOSITIONS = (
    Rule("hedged-date", "<hedge:date_hedge> <what:hedgeable>", hedged,
         (Example("It began [around 9 February].", ("2022-02-09",)),
          Example("How about [Friday night]?", ("2022-02-18TNI",))), unless_before=("(how|what) ",)),
    Rule("sometime", "(sometime|some time)( in| during)? <what:to_come_>", lambda r: r.inner("what"),
         (Example("It may open [sometime next year].", ("2023",)),)),
    Rule("hedged-rolling", "<hedge:strict_hedge> (the )?<what:rolling_date>", lambda r: r.inner("what")),
)  # fmt: skip

MACROS = {
    "one_day_": "one day",
    "nth_": "{ordinal}|last|second|third",
    "month_or_quarter": "month|quarter|year",
    "every_word": "every|each",
    "times_word": "once|twice|thrice|{number} times|several times|many times",
    "and_half": " and a half",
    "hyphen": "-",
    "dash_long": "-long| long",
    "or_so": " or so",
    "century_part_": "(a )?quarter|(the )?three( |-)quarters",
    "part_of_hour_": "a quarter|(the )?three( |-)quarters",
    "strict_hedge": "at least|at most|more than|less than|nearly|almost",
    "hedgeable": "{day_date}|{month_date}|{year_date}|{timed}|{clock_time}|{composed}|{part_date}|{era_date}",
    "to_come_": "{week_near}|{month_near}|{year_near}|{day_near}",
    "date_hedge": "about|around|approximately|roughly|circa|ca~.?|c~.|some time in|sometime in|sometime",
}

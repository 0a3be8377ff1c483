"""Times of day, and words that point at no day in particular."""

import re

from timeline.temporal.expression import Clock, Date, DayPart, Expression, Repeat, Vague
from timeline.temporal.languages.en.neighbours import BEFORE_CLOCKS, BEFORE_SOON
from timeline.temporal.languages.en.pieces import NUMBERED_MONTHS
from timeline.temporal.languages.en.words import DAYPARTS, DAYPARTS_PLURAL, number
from timeline.temporal.reading import Reading
from timeline.temporal.rules import Example, Rule

_LENGTHS = (
    "min",
    "mins",
    "minutes",
    "minute",
    "sec",
    "secs",
    "day",
    "days",
    "week",
    "weeks",
    "hours",
    "hour",
)
_GLUED_CLOCK = re.compile(r"(\d{1,2})(\d\d)()([ap])m")
_CLOCK = re.compile(r"(\d{1,2})(?:[:.]?(\d\d))?(?::(\d\d))?\s*([ap])?")


def clock(r: Reading) -> Expression | None:
    """18:26 EST, 5 a.m., half past nine, noon, midnight."""
    text = r.text("clock").replace("o’", "o'")
    zone = zone_of(r)
    if text in NAMED_HOURS:
        return Clock(*NAMED_HOURS[text], zone=zone)
    if text.endswith(_LENGTHS) or (
        "." in text and text.endswith("hrs") and len(text) < len("06.30hrs")
    ):  # "19:30hrs", but "1:30mins" is a length
        return None
    if text[0].isalpha():
        return spelled_clock(text, zone)
    caught = _GLUED_CLOCK.match(text) or _CLOCK.match(text)
    if caught is None:
        return None
    hour, minute, second, half = caught.groups()
    if half is None and not r.has("zone") and (is_score(r) or r.neighbour(-1) == "#"):
        return None
    if half is None and not r.has("zone") and minute is None and "clock" not in text:
        return None
    return clock_of(int(hour), int(minute or 0), int(second) if second else None, half, zone)


def spelled_clock(text: str, zone: str | None) -> Expression | None:
    """Five a.m., eight forty-five p.m., nine o'clock."""
    words = text.replace("-", " ").split()
    half = next(
        (at for at, word in enumerate(words) if word[0] in "ap" and "m" in text[text.index(word) :]), -1
    )
    minutes = number(" ".join(words[1:half])) if half > 1 else 0
    return clock_of(int(number(words[0]) or 0), int(minutes or 0), None, words[half][0], zone)


def half_of(r: Reading, name: str, half: str | None = None) -> Clock | None:
    """The clock time of a piece, in the half of the day that is told for it."""
    caught = _CLOCK.match(r.text(name))
    if caught is None:
        return None
    hour, minute, _, written = caught.groups()
    found = clock_of(int(hour), int(minute or 0), None, written or half, zone_of(r))
    return found if isinstance(found, Clock) else None


def zone_of(r: Reading) -> str | None:
    """The zone that is written after a clock time; "hrs" is none."""
    zone = r.written("zone").strip("() ")
    return zone if zone and zone not in ("hrs", "hours") else None


def is_score(r: Reading) -> bool:
    """Whether "to" and a number that is no clock time follow: "3:15 to 2"."""
    return (
        r.neighbour(2) == "to"
        and r.neighbour(4).isdigit()
        and not (
            r.neighbour(5) in (":", "/", "-")
            or (r.neighbour(5) == "." and r.neighbour(6).isdigit())
            or r.neighbour(4)[-1:].lower() == "m"
            or r.neighbour(6).lower() in ("am", "pm", "a", "p")
        )
    )


def clock_of(
    hour: int, minute: int, second: int | None, half: str | None, zone: str | None
) -> Expression | None:
    """Hours of half a day made hours of the day; None where there is no such time."""
    if half in ("a", "p") and hour > 12:
        half = None
    if half == "p" and hour < 12:
        hour += 12
    if half == "a" and hour == 12:
        hour = 0
    return Clock(hour, minute, second, zone) if hour <= 24 and minute < 60 and (second or 0) < 60 else None


def past(r: Reading) -> Expression | None:
    """Half past nine, a quarter to five, ten minutes past three."""
    hour = int(number(r.text("hour")) or 0)
    part = r.text("part")
    if r.text("hour").isdigit() and r.text("side") == "to":  # "5 to 9" counts
        return None
    minutes = 30 if part == "half" else 15 if "quarter" in part else int(number(part.split()[0]) or 0)
    if not 0 < hour <= 12 or not minutes or (minutes % 5 and "minute" not in part):  # "two to one" is a vote
        return None
    return (
        Clock(hour, minutes) if r.text("side") in ("past", "after") else Clock((hour - 1) or 12, 60 - minutes)
    )


def military(r: Reading) -> Expression | None:
    """0600 GMT, 1830hrs, 06.00 hrs."""
    digits = "".join(c for c in r.text("clock") if c.isdigit())
    return clock_of(int(digits[:2]), int(digits[2:4] or 0), None, None, zone_of(r))


def bare_military(r: Reading) -> Expression | None:
    """At 0530: after a word that wants a time, where no year can be meant."""
    return military(r) if r.before() in BEFORE_CLOCKS and r.text("clock")[0] == "0" else None


def dotted_at(r: Reading) -> Expression | None:
    """At 22.48: after a word that wants a time, in a text that writes its others with a dot."""
    if r.before() not in BEFORE_CLOCKS or not r.text_says(DOTTED):
        return None
    hour, _, minute = r.text("clock").partition(".")
    return clock_of(int(hour), int(minute), None, None, None) if len(minute) == len("48") else None


DOTTED = re.compile(r"\b\d{1,2}\.[0-5]\d ?[ap]\.?m\b")
"""A time of day with a dot that can be nothing else: "3.20pm"."""


def entry(r: Reading) -> Expression | None:
    """23.32 alone on its line, as live blogs head their entries."""
    hour, _, minute = r.text("clock").partition(".")
    if not len(hour) == len(minute) == len("23") or not (r.is_line("clock") or heads_entry(r)):
        return None
    return clock_of(int(hour), int(minute), None, None, None)


def heads_entry(r: Reading) -> bool:
    """Whether an entry follows on the line of its time, in a text with several whose times are no days."""
    line_begins = r.whole()[0] == 0 or "\n" in r.neighbour(-1)
    if not line_begins or r.neighbour(1) != " " or not r.neighbour(2)[:1].isupper():
        return False
    return r.text_says(NO_DAY) and r.text_says(ENTRIES)


_HEAD = r"^(?:[01]\d|2[0-3])\.{minute} [A-Z]"
ENTRIES = re.compile("(?ms)" + _HEAD.format(minute=r"[0-5]\d") + ".*?" + _HEAD.format(minute=r"[0-5]\d"))
"""Two lines that begin with a time."""
NO_DAY = re.compile("(?m)" + _HEAD.format(minute=r"(?:1[3-9]|[2-5]\d)"))
"""One that can be no day and month, as "24.02" can."""


def clock_h(r: Reading) -> Expression | None:
    """13h30."""
    hour, _, minute = r.text("clock").partition("h")
    return clock_of(int(hour), int(minute or 0), None, None, None)


def at_h(r: Reading) -> Expression | None:
    """At 13h30, until 17h: after a word that wants a time."""
    return clock_h(r) if r.before() in BEFORE_CLOCKS else None


def iso(r: Reading) -> Expression | None:
    """2022-02-24T05:30Z."""
    day, hour = r.text("iso_clock").split("t")
    return Clock(int(hour), int(r.text("minute")), None, "UTC" if r.has("utc") else r.written("offset") or None,
                 Date(int(r.text("year")), int(r.text("monthno")), int(day)))  # fmt: skip


def stamp(r: Reading) -> Expression | None:
    """Sat Feb 12 18:26:00 2022, as machines date what they send."""
    day = Date(int(r.text("year")), NUMBERED_MONTHS[r.text("month")[:3]], int(r.text("day")))
    second = int(r.text("second")) if r.has("second") else None
    return Clock(int(r.text("hour")), int(r.text("minute")), second, zone_of(r), day)


def daypart(r: Reading) -> Expression | None:
    """Morning, the evening, dawn, at night."""
    word = r.text("daypart")
    return DayPart(str(DAYPARTS.get(word) or DAYPARTS_PLURAL[word]))


NAMED_HOURS = {
    "noon": (12, 0),
    "midday": (12, 0),
    "mid-day": (12, 0),
    "mid day": (12, 0),
    "midnight": (24, 0),
}
VAGUE = {
    "now": "PRESENT_REF", "right now": "PRESENT_REF", "currently": "PRESENT_REF", "nowadays": "PRESENT_REF",
    "at present": "PRESENT_REF", "presently": "PRESENT_REF", "at the moment": "PRESENT_REF", "these days": "PRESENT_REF",
    "at this time": "PRESENT_REF", "this time": "PRESENT_REF", "current": "PRESENT_REF", "present": "PRESENT_REF",
    "recently": "PAST_REF", "more recently": "PAST_REF", "most recently": "PAST_REF", "lately": "PAST_REF",
    "recent": "PAST_REF", "more recent": "PAST_REF", "most recent": "PAST_REF", "previously": "PAST_REF",
    "formerly": "PAST_REF", "past": "PAST_REF", "in the past": "PAST_REF", "at the time": "PAST_REF", "at the present time": "PRESENT_REF",
    "at that time": "PAST_REF", "once": "PAST_REF", "earlier": "PAST_REF",
    "soon": "FUTURE_REF", "future": "FUTURE_REF", "near future": "FUTURE_REF", "foreseeable future": "FUTURE_REF",
    "distant future": "FUTURE_REF", "shortly": "FUTURE_REF", "near term": "FUTURE_REF", "short term": "FUTURE_REF",
    "long term": "FUTURE_REF", "medium term": "FUTURE_REF",
}  # fmt: skip


def vague(r: Reading) -> Expression | None:
    """Now, recently, the future."""
    return Vague(VAGUE[r.text("vague").removeprefix("the ")])


RULES = (
    Rule("clock", "<clock>((,_|_)<zone:time_zone>)?", clock,
         (Example("He spoke at [18:26 EST].", ("2022-02-12T18:26",)), Example("It rang at [5 a.m.] again.", ("2022-02-12T05:00",)),
          Example("It fell at [07:00 (Moscow time)] again.", ("2022-02-12T07:00",)), Example("It rang at [18:26 GMT+2] and [20:26 HKT].", ("2022-02-12T18:26", "2022-02-12T20:26"))),
         ("They won 3:15 to 2.", "A model car #1:18 for sale."),
         unless_before=("{digits}(:|,|~.|-|–)", "~$"), unless_after=("(:|,){digits}", "_%", " vs")),
    Rule("o-clock-hour", "<clock:hour_dotted> <zone:hour_zone_>", clock, (Example("It fell at [05.30 Kyiv time].", ("2022-02-12T05:30",)), Example("It fell at [14.30 CET].", ("2022-02-12T14:30",)),), unless_before=("{digits}(:|,|~.)",)),
    Rule("dotted-at", "<clock:entry_clock_>", dotted_at,
         (Example("They came at [11.52 a.m.] and left at [12.19].", ("2022-02-12T11:52", "2022-02-12T12:19")),),
         ("It closed at 12.19.",), unless_before=("{digits}(:|,|~.)", "~$"), unless_after=("(:|,|~.){digits}", "_%", " {unit}", " ({plural}|{number_word}|percent)")),
    Rule("entry-clock", "<clock:entry_clock_>", entry,
         (Example("[11 February 2022]\n[23.32]\nDrones over Odesa.\n[22.05]\nThe mayor speaks.", ("2022-02-11", "2022-02-11T23:32", "2022-02-11T22:05")),
          Example("[09.15] Good [morning].\n[08.30] Shells fell on Kharkiv.", ("2022-02-12T09:15", "2022-02-12TMO", "2022-02-12T08:30"))),
         ("The rate rose to 23.32 in Lviv.", "Rates:\n23.32 percent", "24.02 War begins.\n25.02 Tanks stand before Kyiv.")),
    Rule("stamp", "<weekday>,? <month> <day:dayno>,? <hour>:<minute>(:<second:minute>)? (<zone> )?<year:year>", stamp,
         (Example("Sent [Sat Feb 12 18:26:00 2022].", ("2022-02-12T18:26",)),)),
    Rule("greeting", "good <stretch:greeted_>", lambda r: DayPart(str(DAYPARTS[r.text("stretch")])),
         (Example("Good [morning] from Kyiv.", ("2022-02-12TMO",)),), span="stretch"),
    Rule("the-dayparts", "the <dayparts:daypart_plural>", lambda r: Repeat(f"XXXX-XX-XXT{DAYPARTS_PLURAL[r.text('dayparts')]}") if r.before() in ("in", "during") else None,
         (Example("They shell the town in [the evenings].", ("XXXX-XX-XXTEV",)),), unless_after=(" of",)),
    Rule("noon", "<clock:noon_word>((,_|_)<zone:time_zone>)?", clock, (Example("It began at [noon].", ("2022-02-12T12:00",)),)),
    Rule("half-past", "<part:past_part> <side:past_side> (<hour:small_number>|<hour>)", past,
         (Example("It fell at [half past nine].", ("2022-02-12T09:30",)), Example("It fell at [a quarter to five].", ("2022-02-12T04:45",)),
          Example("It fell at [10 past 9].", ("2022-02-12T09:10",))),
         ("They won by two to one.", "It takes from 5 to 9 men.")),
    Rule("military", "<clock:military_clock>|<clock:hhmm> <zone:military_zone>", military,
         (Example("It fell at [1500 hours].", ("2022-02-12T15:00",)), Example("It fell at [1600 hours GMT].", ("2022-02-12T16:00",)))),
    Rule("military-bare", "<clock:hhmm>", bare_military, (Example("Sirens sounded at [0530 on Saturday].", ("2022-02-12T05:30",)),), ("They dialled 0530 for help.",)),
    Rule("military-dotted", "<clock:dotted_clock> (hrs|hours)", military),
    Rule("glued-h", "<clock:glued_h>", lambda r: clock_h(r), weak=True),
    Rule("at-glued-h", "<clock:glued_h>", lambda r: at_h(r), (Example("It fell at [13h30].", ("2022-02-12T13:30",)),)),
    Rule("iso-clock", "<year>-<monthno>-<iso_clock>:<minute>(:({minute}|<utc:zulu_second>))?(~.{digits})?(<utc:z_>|<offset:offset_>)?", iso,
         (Example("Posted [2021-02-24T05:00:00Z].", ("2021-02-24T05:00",)), Example("Posted [2021-02-24T05:00:00+02:00].", ("2021-02-24T05:00",)))),
    Rule("the-daypart", "the <daypart>", daypart, unless_after=(" (before|after|shift|watch|sky|news)", "{apostrophe}", "-"), weak=True),
    Rule("at-daypart", "<daypart>", lambda r: daypart(r) if r.before() in ("at", "by", "before", "after", "until", "since") else None),
    Rule("in-the-daypart", "the <daypart>", lambda r: daypart(r) if r.before() in ("in", "during", "by", "into", "of", "through", "throughout") else None,
         (Example("It snowed through [the night].", ("2022-02-12TNI",)), Example("In the night from [8] to [9 February] it fell.", ("2022-02-08", "2022-02-09")),), unless_after=(" of", "{apostrophe}", "-", " (from|between) ({weekday}|{digits})")),
    Rule("daypart", "<daypart>", daypart, weak=True),
    Rule("daypart-hours", "(the )?(early |late |small )?<daypart> hours", daypart, (Example("In [the early morning hours of Friday] it fell.", ("2022-02-11TMO",)),), weak=True),
    Rule("vague", "<vague:vague_word>", vague, (Example("He is [now] in exile.", ("PRESENT_REF",)), Example("He [recently] resigned.", ("PAST_REF",)))),
    Rule("soon", "soon", lambda r: Vague("FUTURE_REF") if r.before() in BEFORE_SOON else None,
         (Example("They will [soon] meet.", ("FUTURE_REF",)),), ("As soon as he came, he soon left.",), unless_after=(" (after|as|afterwards)", "-")),
    Rule("vague-adjective", "<vague:vague_adjective>", vague,
         (Example("It plays in a [distant future].", ("FUTURE_REF",)), Example("It may come in [the near future].", ("FUTURE_REF",))),
         unless_before=("{name} ",), unless_after=(" {name}",)),
    Rule("term", "<vague:term_word>", vague, (Example("It may pay in [the long term].", ("FUTURE_REF",)),), unless_after=(" {plural}",)),
    Rule("in-future", "<vague:future_word>", lambda r: vague(r) if r.before() in ("in", "for", "my", "our", "your") else None,
         (Example("We must do better in [future].", ("FUTURE_REF",)),), ("They prepare for future war.",), unless_after=(" ({plural}|{other}|{fighting_})",)),
    Rule("vague-noun", "<vague:vague_noun>", vague, unless_after=(" ({unit}|{other}|{plural}|{number_word}|{digits})",)),
    Rule("these-days", "<vague:these_days_>", vague, unless_after=(" of",)),
)  # fmt: skip

MACROS = {
    "greeted_": "morning|afternoon|evening",
    "hour_zone_": "{zone}|{name} (time|Time)|local time",
    "hour_dotted": "{hour}(~.{minute})?",
    "entry_clock_": "{hour}~.{minute}",
    "noon_word": "noon|midday|mid(-| )day|midnight",
    "past_part": "half|(a )?quarter|{number}( minutes)?",
    "past_side": "past|to",
    "military_zone": "((hrs|hours) )?({zone}|local time)|(hrs|hours)( local)?",
    "dotted_clock": "{hour}~.{minute}|{hour}:{minute}",
    "z_": "Z",
    "offset_": "(~+|-){hour}:{minute}",
    "vague_word": "right now|now|currently|nowadays|recently|more recently|most recently|lately|presently|at present"
    "|at the moment|at the present time",
    "vague_adjective": "current|recent|(the )?(near|foreseeable|distant) future|the future",
    "vague_noun": "the past",
    "term_word": "the (near|short|medium|long) term",
    "future_word": "future",
    "these_days_": "these days",
}

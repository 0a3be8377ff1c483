"""Names that hold the word of a date and are none: newspapers, programmes, wars, days of history.

A rule here takes the words away from the other rules; what it finds is no timex.
"""

from datetime import date

from timeline.temporal.expression import Date, Expression, Name, Remembered
from timeline.temporal.reading import Reading
from timeline.temporal.rules import Example, Meaning, Rule


def name(r: Reading) -> Expression | None:
    """The name, where its words are written with capitals."""
    words = r.written("name").replace("-", " ").split()
    return Name() if all(word[0].isupper() or word in _SMALL or word[0].isdigit() for word in words) else None


def programme(r: Reading) -> Expression | None:
    """The Today programme; of lengths only 60 Minutes is one."""
    return name(r) if not r.written("name")[0].isdigit() or r.written("name") == "60 Minutes" else None


def day_of_history(r: Reading) -> Expression | None:
    """Black Monday, 9/11: one day for ever."""
    return DAYS_OF_HISTORY.get(r.text("name")) or name(r)


def one_day(r: Reading) -> Expression | None:
    """The same with digits, where the day is known."""
    return DAYS_OF_HISTORY.get(r.text("name")) if r.before() not in ("/", "chapter", "ratio") else None


def remembered(r: Reading) -> Expression | None:
    """The September 11 attacks, the 6 January riot: the day of the one that is known by it."""
    what, noun = r.inner("date"), r.text("noun")
    if not isinstance(what, Date):
        return None
    days = (
        day
        for day, nouns in REMEMBERED.items()
        if noun in nouns and (day.month, day.day) == (what.month, what.day)
    )
    return next((Remembered(day, what) for day in days), None)


def games(r: Reading) -> Expression | None:
    """The Winter Games, the summer Olympics: the season may be written small, the games may not."""
    return Name() if r.written("name").split()[-1].istitle() else None


def year_of_games(r: Reading) -> Meaning:
    """The 2014 Winter Olympics: of the year alone."""
    return (("year", "year", Date(int(r.text("year")))),) if games(r) else None


_SMALL = frozenset({"the", "on", "of", "and", "programme", "program", "show", "prize"})

DAYS_OF_HISTORY = {
    "black monday": Date(1987, 10, 19), "black tuesday": Date(1929, 10, 29), "black wednesday": Date(1992, 9, 16),
    "black thursday": Date(1929, 10, 24), "9/11": Date(2001, 9, 11),
}  # fmt: skip

REMEMBERED = {
    date(2001, 9, 11): ("attacks", "hijackings", "hijackers", "terrorists", "atrocities"),
    date(2004, 3, 11): ("bombings",),
    date(2005, 7, 7): ("attacks", "bombings", "bombers"),
    date(2011, 3, 11): ("earthquake", "tsunami", "disaster"),
    date(2015, 11, 13): ("attacks",),
    date(2021, 1, 6): ("attack", "riot", "rioters", "insurrection"),
    date(2022, 2, 24): ("invasion",),
    date(2023, 10, 7): ("attack", "attacks", "massacre"),
}
"""Days by which, with one of these nouns, what happened then is called for ever."""

RULES = (
    Rule("paper", "<name:paper_>", name, never=("The Sunday Times and the Mail on Sunday wrote of it.", "USA Today asked.")),
    Rule("programme", "<name:programme_>", programme, never=("He told the Today programme and 60 Minutes.", "On Fox News Sunday he spoke.")),
    Rule("day-of-history", "<name:day_of_history_>", day_of_history,
         (Example("It was the worst fall since [Black Monday].", ("1987-10-19",)),), never=("They recalled Bloody Sunday.",)),
    Rule("nine-eleven", "<name:month_day_>", one_day, (Example("The law dates from after [9/11].", ("2001-09-11",)),),
         unless_before=("{digits}(/|~.|-)",), unless_after=("(/|-|~.){digits}",)),
    Rule("remembered", "the <date:day_and_month_> ({name} |{other} )?<noun:happening_>", remembered,
         (Example("He fled after the [September 11] attacks.", ("2001-09-11",)),
          Example("The [6 January] Capitol riot was filmed.", ("2021-01-06",)),
          Example("They recalled the [7 July] attacks.", ("2005-07-07",)),
          Example("The [September 11] attacks were told of in prison.", ("1999-09-11",), "2000-02-12")), span="date"),
    Rule("upheaval", "<name:upheaval_>", name, never=("The October Revolution and the Good Friday Agreement are history.",)),
    Rule("war", "<name:war_>", name, never=("The Six-Day War and the Thirty Years' War are over.",)),
    Rule("year-of-games", "(the )?<year:year> <name:games_>", year_of_games, (Example("They won at the [2014] Winter Olympics.", ("2014",)),)),
    Rule("games", "<name:games_>", games,
         never=("The Winter Games are held there.", "They won at the Summer Paralympics and the Winter World University Games.",
                "The Winter Olympic Games and the Summer Youth Olympics are held there.")),
    Rule("palace", "<name:palace_>", name, never=("The Winter Palace and the Winter War are history.",)),
    Rule("island", "<name:island_>", name, never=("They sailed to Christmas Island.",)),
)  # fmt: skip

MACROS = {
    "paper_": "({weekday_name}|daily|weekly|evening|morning) (times|telegraph|mirror|mail|express|post|herald|star|record"
    "|world|beast|sun|independent|standard|tribune|mail|news|sport|people|caller|sabah|signal|maverick|nation|dispatch)"
    "|mail on sunday|(usa|russia) today|novaya gazeta today",
    "programme_": "today (programme|program|show)|{digits} minutes|fox news sunday|saturday night live"
    "|(monday|thursday|sunday) night football|the day after tomorrow",
    "day_of_history_": "(bloody|ruby) {weekday_name}|black (monday|tuesday|wednesday|thursday|saturday|sunday)",
    "month_day_": "{monthno}/{dayno}",
    "day_and_month_": "{month} {dayno}|{month} {dayth}|{dayno} {month}|{dayth} (of )?{month}",
    "happening_": "{other}|{plural}|invasion",
    "upheaval_": "(the )?(february|october|july) (revolution|war|crisis)|(the )?good friday (agreement|accord)",
    "war_": "(the )?{number}(-| ){unit}{apostrophe}? war",
    "games_": "(the )?(winter|summer) ((olympic|youth|world|university|asian|special|military) )?((olympic|university) )?"
    "(games|olympics|olympiad|paralympics|paralympic|universiade|deaflympics)",
    "palace_": "(the )?(winter (palace|war|line|garden)|summer (palace|garden))",
    "island_": "(christmas|easter) (island|islands|rising)",
}

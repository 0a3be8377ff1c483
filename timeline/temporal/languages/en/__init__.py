"""English: its words, rules and cues of tense put together."""

from timeline.temporal.languages.en import (
    clocks,
    compositions,
    dates,
    durations,
    edges,
    holidays,
    lists,
    names,
    near,
    relative,
    shifts,
    stretches,
    words,
    years,
)
from timeline.temporal.languages.en.macros import MACROS
from timeline.temporal.languages.en.messages import MESSAGES
from timeline.temporal.languages.en.tense import CUES
from timeline.temporal.rules import Language

_MODULES = (names, dates, years, holidays, lists, relative, near, stretches, shifts, edges, durations, clocks)
"""Of two rules that find equally much the one of the earlier module reads it."""

LANGUAGE = Language(
    code="en",
    name="English",
    categories=words.CATEGORIES,
    mixed=words.MIXED,
    macros={
        **MACROS,
        **{name: pattern for each in (*_MODULES, compositions) for name, pattern in each.MACROS.items()},
    },
    triggers=tuple(
        """
        month_name month_short weekday_name weekday_short weekday_low weekday_plural season season_plural unit_one
        unit_many daypart daypart_plural decade_word frequency day_word year decade4 decade3 decade2 glued_hour
        glued_clock military_clock long_length glued_h glued_duration glued_ago period zone sat sun quarter_code half_code glued_quarter glued_half + glued_day_month glued_fiscal
        compact_date iso_clock dayth hhmm minute now currently nowadays recently lately presently
        present moment current recent future past term tonight soon noon midday midnight tonite 2nite am pm m clock
        yy bc bce ad b century_start two christmas xmas easter thanksgiving halloween juneteenth
        epiphany pentecost eve half overnight /
        """.split()
    ),
    rules=tuple(rule for each in _MODULES for rule in each.RULES),
    compositions=(
        (*shifts.COMPOSITIONS, *compositions.JOINED),
        (*durations.COMPOSITIONS, *compositions.EDGED),
        compositions.COUNTED,
    ),
    number=words.number,
    cues=CUES,
    messages=MESSAGES,
    signals={
        ("since",): "since",
        ("ever", "since"): "since",
        ("until",): "until",
        ("till",): "until",
        ("by",): "until",
        ("from",): "from",
        ("between",): "between",
        ("as", "of"): "since",
        ("starting",): "since",
        ("starting", "on"): "since",
        ("starting", "in"): "since",
        ("beginning",): "since",
        ("beginning", "in"): "since",
        ("beginning", "on"): "since",
        ("up", "to"): "until",
        ("through",): "until",
        ("before",): "before",
        ("after",): "after",
        ("for",): "for",
        ("throughout",): "throughout",
        ("during",): "during",
        ("all",): "throughout",
        ("since", "at", "least"): "since",
        ("since", "about"): "since",
        ("since", "around"): "since",
        ("not", "until"): "not-until",
        ("how", "about"): "how about",
        ("ahead", "of"): "before",
        ("no", "later", "than"): "until",
        ("not", "later", "than"): "until",
        ("up", "to", "and", "including"): "until",
    },
    joins=frozenset({"to", "until", "till", "through", "and", "-", "–", "—", "/"}),
    openers=frozenset({"from", "between"}),
    movers=frozenset("postponed delayed rescheduled deferred moved pushed shifted changed".split()),
    behind=frozenset({"since", "ever since", "since at least", "since about", "since around"}),
    ahead=frozenset({"until", "till", "not until", "how about", "ahead of"}),
    beginnings=frozenset(
        "began begun begins beginning start started launched invaded invasion outbreak broke declared".split()
    ),
)

"""English words by category, and how English writes numbers.

A word with a capital counts only so written (or in capitals): "May" is a month, "may" is not.
"""

from functools import lru_cache

from timeline.temporal.languages.locale import months, weekdays
from timeline.temporal.lexicon import Value

MONTH_NAMES = {name: number for name, number in months("en").items() if len(name) > 4}
_SHORT = {name: number for name, number in months("en").items() if len(name) <= 4}
MONTHS: dict[str, Value] = {
    name.capitalize() if name == "march" else name: number for name, number in MONTH_NAMES.items()
}
MONTHS |= {"june": 6, "july": 7, "May": 5}
MONTHS_SHORT: dict[str, Value] = {
    name.capitalize(): number for name, number in _SHORT.items() if name not in ("june", "july", "may")
}
WEEKDAYS: dict[str, Value] = {name: number for name, number in weekdays("en").items() if len(name) > 4}
WEEKDAYS_SHORT: dict[str, Value] = {
    "Mon": 1, "Tue": 2, "Tues": 2, "Wed": 3, "Weds": 3, "Thu": 4, "Thur": 4, "Thurs": 4, "Fri": 5, "Sat": 6, "Sun": 7,
}  # fmt: skip
WEEKDAYS_LOW: dict[str, Value] = {
    "mon": 1,
    "tue": 2,
    "tues": 2,
    "wed": 3,
    "thu": 4,
    "thur": 4,
    "thurs": 4,
    "fri": 5,
}
"""Short names as they are typed in haste; "sat" and "sun" are words of their own."""
WEEKDAYS_PLURAL: dict[str, Value] = {name + "s": number for name, number in WEEKDAYS.items()}
SEASONS: dict[str, Value] = {"spring": "SP", "summer": "SU", "autumn": "FA", "fall": "FA", "winter": "WI"}

UNITS: dict[str, Value] = {
    "second": "second", "minute": "minute", "hour": "hour", "day": "day", "week": "week", "weekend": "weekend",
    "fortnight": "fortnight", "month": "month", "quarter": "quarter", "year": "year", "decade": "decade",
    "century": "century", "millennium": "millennium", "min": "minute", "hr": "hour", "yr": "year", "sec": "second",
    "wk": "week", "night": "night",
}  # fmt: skip
UNITS_PLURAL: dict[str, Value] = {
    "seconds": "second", "minutes": "minute", "hours": "hour", "days": "day", "weeks": "week",
    "weekends": "weekend", "fortnights": "fortnight", "months": "month", "quarters": "quarter", "years": "year",
    "decades": "decade", "centuries": "century", "millennia": "millennium", "mins": "minute", "hrs": "hour",
    "yrs": "year", "secs": "second", "wks": "week", "nights": "night",
}  # fmt: skip
DAYPARTS: dict[str, Value] = {
    "morning": "MO", "afternoon": "AF", "evening": "EV", "night": "NI", "nite": "NI", "dawn": "MO", "daybreak": "MO", "sunrise": "MO", "dusk": "EV", "sunset": "EV", "nightfall": "NI",
    "midmorning": "MO", "midafternoon": "AF", "lunchtime": "MI", "dinnertime": "EV",
}  # fmt: skip
DAYPARTS_PLURAL: dict[str, Value] = {"mornings": "MO", "afternoons": "AF", "evenings": "EV", "nights": "NI"}

_ONES = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
    "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16,
    "seventeen": 17, "eighteen": 18, "nineteen": 19,
}  # fmt: skip
_TENS = {
    "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90,
}  # fmt: skip
_SCALES = {"hundred": 100, "thousand": 1000, "million": 1_000_000, "billion": 1_000_000_000}
_ORDINALS = {
    "first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9,
    "tenth": 10, "eleventh": 11, "twelfth": 12, "thirteenth": 13, "fourteenth": 14, "fifteenth": 15,
    "sixteenth": 16, "seventeenth": 17, "eighteenth": 18, "nineteenth": 19, "twentieth": 20, "thirtieth": 30,
}  # fmt: skip
DECADE_WORDS: dict[str, Value] = {
    "twenties": 20, "thirties": 30, "forties": 40, "fifties": 50, "sixties": 60, "seventies": 70, "eighties": 80,
    "nineties": 90, "noughties": 0,
}  # fmt: skip
VAGUE_COUNTS: dict[str, Value] = {"several": None, "few": None, "many": None, "some": None, "numerous": None}
ZONES: dict[str, Value] = {
    "GMT": "Z", "UTC": "Z", "BST": "+01:00", "CET": "+01:00", "CEST": "+02:00", "EET": "+02:00", "EEST": "+03:00",
    "MSK": "+03:00", "EST": "-05:00", "EDT": "-04:00", "CST": "-06:00", "CDT": "-05:00", "MST": "-07:00",
    "MDT": "-06:00", "PST": "-08:00", "PDT": "-07:00", "IST": "+05:30", "SGT": "+08:00", "JST": "+09:00",
    "AEST": "+10:00", "AEDT": "+11:00", "AWST": "+08:00", "HKT": "+08:00", "KST": "+09:00", "NZST": "+12:00",
    "NZDT": "+13:00", "PKT": "+05:00", "TRT": "+03:00", "WET": "Z", "WEST": "+01:00", "ET": None, "CT": None, "PT": None,
}  # fmt: skip
FREQUENCIES: dict[str, Value] = {
    "hourly": "PT1H", "daily": "P1D", "nightly": "P1D", "weekly": "P1W", "fortnightly": "P2W", "biweekly": "P2W",
    "monthly": "P1M", "yearly": "P1Y", "annually": "P1Y", "everyday": "P1D",
}  # fmt: skip
LONG_LENGTHS: dict[str, Value] = {
    **{f"{unit}long": unit for unit in ("hour", "day", "week", "month", "year", "decade", "century")},
    "nightlong": "day",
}
"""A length written as one word: "a weeklong drill"."""
DAY_WORDS: dict[str, Value] = {
    "today": 0,
    "yesterday": -1,
    "tomorrow": 1,
    "tmr": 1,
    "tmrw": 1,
    "trmw": 1,
    "tmw": 1,
    "tomo": 1,
    "2moro": 1,
    "tomoro": 1,
    "tdy": 0,
    "2day": 0,
}

PLACES: dict[str, Value] = dict.fromkeys("Australia Canada Europe Kyiv Russia Ukraine".split())
"""Names that rules also name themselves, as in "Kyiv Day"; all others are known by their capital."""

CATEGORIES: dict[str, dict[str, Value]] = {
    "month_name": MONTHS,
    "month_short": MONTHS_SHORT,
    "weekday_name": WEEKDAYS,
    "weekday_short": WEEKDAYS_SHORT,
    "weekday_low": WEEKDAYS_LOW,
    "weekday_plural": WEEKDAYS_PLURAL,
    "season": SEASONS,
    "season_plural": {"springs": "SP", "summers": "SU", "autumns": "FA", "winters": "WI"},
    "unit_one": UNITS,
    "unit_many": UNITS_PLURAL,
    "daypart": DAYPARTS,
    "daypart_plural": DAYPARTS_PLURAL,
    "number_word": {**_ONES, **_TENS, **_SCALES, "dozen": 12},
    "small_number": {**_ONES},
    "tens": {**_TENS},
    "teens": {name: value for name, value in _ONES.items() if value > 9},
    "century_start": {"sixteen": 16, "seventeen": 17, "eighteen": 18, "nineteen": 19, "twenty": 20},
    "ordinal_word": {**_ORDINALS},
    "decade_word": DECADE_WORDS,
    "vague_count": VAGUE_COUNTS,
    "zone": ZONES,
    "frequency": FREQUENCIES,
    "day_word": DAY_WORDS,
    "long_length": LONG_LENGTHS,
    "name": PLACES,
}
MIXED = {
    "half_digits": r"\d{1,3}[½¼¾]|[½¼¾]",
    "dayth": r"(?:[1-9]|[12]\d|3[01])(?:st|nd|rd|th|ST|ND|RD|TH)",
    "ordinal_number": r"\d{1,3}(?:st|nd|rd|th)",
    "decade4": r"\d{3}0s",
    "decade3": r"[1-9]\d0s",
    "decade2": r"\d0s",
    "glued_hour": r"(?i:\d{1,2}(?:am|pm))",
    "glued_clock": r"(?i:\d{3,4}(?:am|pm))",
    "military_clock": r"(?:[01]\d|2[0-3])[0-5]\d(?:Z|hrs?|h)",
    "glued_h": r"(?:[01]?\d|2[0-3])h(?:[0-5]\d)?",
    "glued_ago": r"\d{1,3}(?:m|mo|h|d|w|y)",
    "glued_duration": r"(?i:\d+(?:hrs?|mins?|secs?|days?|wks?|weeks?|months?|yrs?|years?|hours?|minutes?))",
    "quarter_code": r"[Qq][1-4]|[1-4][Qq]",
    "half_code": r"H[12]|[12]H",
    "glued_quarter": r"[1-4]Q(?:20)?\d\d",
    "glued_half": r"[12]H(?:20)?\d\d",
    "glued_day_month": r"(?i:\d{1,2}(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec))",
    "iso_clock": r"\d\dT\d\d",
    "glued_fiscal": r"FY(?:19|20)?\d\d",
    "zulu_second": r"[0-5]\dZ",
    "compact_date": r"(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])",
}


_PARTS = {"½": 0.5, "¼": 0.25, "¾": 0.75}


@lru_cache(maxsize=4096)
def number(text: str) -> float | None:
    """The number that a piece of text writes, None where it writes none.

    >>> number("twenty-four"), number("2 1/2"), number("a hundred"), number("several")
    (24.0, 2.5, 100.0, None)
    >>> number("half an"), number("one-and-a-half")
    (0.5, 1.5)
    """
    text = text.replace(",", "").replace("-and-a-half", " and a half").removesuffix("odd").strip(" -")
    if not text:
        return None
    if text[-1] in _PARTS:
        return float(text[:-1] or 0) + _PARTS[text[-1]]
    if text[0].isdigit():
        whole, _, fraction = text.partition(" ")
        try:
            value = float(whole) if "/" not in whole else _fraction(whole)
            return value + (_fraction(fraction) if "/" in fraction else 0.0)
        except (ValueError, ZeroDivisionError):
            return None
    half = text.endswith(" and a half")
    words = text.removesuffix(" and a half").replace("-", " ").split()
    spelled = _spelled(words)
    return None if spelled is None else spelled + half / 2


def _fraction(text: str) -> float:
    above, _, below = text.partition("/")
    return int(above) / int(below)


def _spelled(words: list[str]) -> float | None:
    total, group, known = 0.0, 0.0, False
    for word in words:
        if word in _ONES or word in _TENS:
            group += _ONES.get(word) or _TENS[word]
        elif word in _ORDINALS:
            group += _ORDINALS[word]
        elif word in ("a", "an", "another"):
            group += group != 0.5  # "half an hour"
        elif word == "half":
            group = 0.5
        elif word == "couple":
            group = 2
        elif word == "dozen":
            group = max(group, 1) * 12
        elif word in _SCALES:
            group = max(group, 1) * _SCALES[word]
            if word != "hundred":
                total, group = total + group, 0.0
        elif word in ("and", "of", "the"):
            continue
        else:
            return None
        known = True
    return total + group if known else None


def ordinal(text: str) -> int | None:
    """The number of an ordinal: "24th", "eighth", "twenty-first".

    >>> ordinal("twenty-first"), ordinal("24th")
    (21, 24)
    """
    if text[:1].isdigit():
        return int("".join(c for c in text if c.isdigit()))
    value = _spelled(text.replace("-", " ").split())
    return None if value is None else int(value)

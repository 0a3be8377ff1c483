"""Named days and the rule that gives their date in a year.

Western Easter follows the Gregorian computus, the Orthodox one the Julian (Meeus, Astronomical
Algorithms, ch. 8); what is counted from Easter exists in both, with "orthodox " before its name. A fixed
day is (month, day); a moving one (month, weekday, n), n < 0 from the end.
"""

from calendar import monthrange
from datetime import MAXYEAR, MINYEAR, date, timedelta

_NEAR = 42
"""Days in which a shared name means the one that is at hand."""
FIXED = {
    "christmas": (12, 25), "christmas eve": (12, 24), "boxing day": (12, 26), "new year": (1, 1),
    "new year's eve": (12, 31), "orthodox christmas": (1, 7), "epiphany": (1, 6), "valentine": (2, 14),
    "women": (3, 8), "st patrick": (3, 17), "april fools": (4, 1), "may day": (5, 1), "victory day": (5, 9),
    "juneteenth": (6, 19), "bastille": (7, 14), "halloween": (10, 31), "all saints": (11, 1),
    "armistice": (11, 11),
    "independence us": (7, 4), "independence ukraine": (8, 24), "defender": (2, 23), "russia day": (6, 12),
    "unity day ru": (11, 4), "constitution ukraine": (6, 28), "guy fawkes": (11, 5), "burns night": (1, 25),
    "st andrew": (11, 30), "d-day": (6, 6), "holocaust memorial": (1, 27),
    "old new year": (1, 14), "saint nicholas": (12, 6), "europe day": (5, 9), "unity day ukraine": (1, 22),
    "flag day ukraine": (8, 23), "armed forces day ukraine": (12, 6),
    "anzac": (4, 25), "canada day": (7, 1), "australia day": (1, 26), "orthodox epiphany": (1, 19),
    "dignity and freedom": (11, 21), "remembrance and reconciliation": (5, 8),
    "statehood ukraine": (7, 15), "defenders of ukraine": (10, 1), "orthodox christmas eve": (1, 6),
    "ve day": (5, 8),
}  # fmt: skip
MOVED = {
    "statehood ukraine": (2024, (7, 28)), "defenders of ukraine": (2023, (10, 14)),
}  # fmt: skip
"""Fixed days that were on another day before a year."""
MOVING = {
    "thanksgiving": (11, 4, 4), "memorial day": (5, 1, -1), "labor day": (9, 1, 1), "mlk day": (1, 1, 3),
    "presidents day": (2, 1, 3), "columbus day": (10, 1, 2), "mother": (5, 7, 2), "father": (6, 7, 3),
    "holodomor memorial": (11, 6, 4), "black friday": (11, 5, 4),
    "kyiv day": (5, 7, -1), "vyshyvanka": (5, 4, 3), "navy day": (7, 7, -1),
}  # fmt: skip
FROM_EASTER = {
    "easter": 0, "good friday": -2, "maundy thursday": -3, "easter monday": 1, "palm sunday": -7,
    "ash wednesday": -46, "shrove tuesday": -47, "holy saturday": -1, "ascension": 39, "pentecost": 49,
    "trinity": 56,
}  # fmt: skip


ORTHODOX = "orthodox "


BEGINNINGS = {
    "Russia's full-scale invasion of Ukraine": date(2022, 2, 24),
    "the war in Gaza": date(2023, 10, 7),
}
"""Wars whose days news counts, with their first day."""
SHARED = {
    "independence day": ("independence us", "independence ukraine"),
    "unity day": ("unity day ru", "unity day ukraine"),
    "either christmas": ("christmas", "orthodox christmas"),
    "either christmas eve": ("christmas eve", "orthodox christmas eve"),
}
"""Names that several countries or churches give to days of their own."""


def nearest(name: str, day: date) -> str:
    """Of the days that share a name the one nearest to `day`; the first where none is within six weeks.

    >>> nearest("independence day", date(2022, 8, 25)), nearest("independence day", date(2022, 2, 12))
    ('independence ukraine', 'independence us')
    """
    names = SHARED.get(name)
    if names is None:
        return name
    years = [year for year in (day.year - 1, day.year, day.year + 1) if MINYEAR <= year <= MAXYEAR]
    days = {called: min(abs((holiday(called, year) - day).days) for year in years) for called in names}
    at_hand = min(names, key=days.__getitem__)
    return at_hand if days[at_hand] <= _NEAR else names[0]


def holiday(name: str, year: int) -> date:
    """The day of a holiday in a year.

    >>> holiday("orthodox easter", 2022), holiday("thanksgiving", 1999)
    (datetime.date(2022, 4, 24), datetime.date(1999, 11, 25))
    """
    if name in FIXED:
        since, before = MOVED.get(name, (year, FIXED[name]))
        return date(year, *(FIXED[name] if year >= since else before))
    if name in MOVING:
        return nth_weekday(year, *MOVING[name])
    if name in FROM_EASTER:
        return easter(year) + timedelta(days=FROM_EASTER[name])
    if (western := name.removeprefix(ORTHODOX)) in FROM_EASTER:
        return orthodox_easter(year) + timedelta(days=FROM_EASTER[western])
    return nth_weekday(year, 11, 1, 1) + timedelta(days=1)  # election day: the Tuesday after the first Monday


def nth_weekday(year: int, month: int, weekday: int, n: int) -> date:
    """The n-th such ISO weekday of a month, from its end where n < 0."""
    if n > 0:
        first = date(year, month, 1)
        return first + timedelta(days=(weekday - first.isoweekday()) % 7 + 7 * (n - 1))
    last = date(year, month, monthrange(year, month)[1])
    return last - timedelta(days=(last.isoweekday() - weekday) % 7 - 7 * (n + 1))


def easter(year: int) -> date:
    """Easter Sunday in the Gregorian calendar."""
    century, rest = divmod(year, 100)
    golden = year % 19
    epact = (19 * golden + century - century // 4 - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    weekday = (32 + 2 * (century % 4) + 2 * (rest // 4) - epact - rest % 4) % 7
    shift = (golden + 11 * epact + 22 * weekday) // 451
    month, day = divmod(epact + weekday - 7 * shift + 114, 31)
    return date(year, month, day + 1)


def orthodox_easter(year: int) -> date:
    """Easter Sunday of the Julian reckoning, as a Gregorian date."""
    d = (19 * (year % 19) + 15) % 30
    e = (2 * (year % 4) + 4 * (year % 7) - d + 34) % 7
    month, day = divmod(d + e + 114, 31)
    return date(year, month, day + 1) + timedelta(days=year // 100 - year // 400 - 2)

"""Named days: Christmas, Victory Day 2015, Ukraine's Independence Day."""

import re

from timeline.temporal.expression import Expression, Holiday, Near, UnitOf
from timeline.temporal.holidays import FROM_EASTER, ORTHODOX, SHARED
from timeline.temporal.languages.en.pieces import year
from timeline.temporal.languages.en.units import SIDES
from timeline.temporal.reading import Reading
from timeline.temporal.rules import Example, Rule


def holiday(r: Reading) -> Expression | None:
    """Christmas, New Year's Eve, Victory Day 2015; those of several words only with a capital."""
    written = r.written("holiday")
    if written.islower() and " " in written and not written.startswith(("christmas", "easter")):
        return None
    name = HOLIDAYS[" ".join(written.lower().replace("’", "'").replace("‘", "'").split())]
    if name in FROM_EASTER and r.text_says(ORTHODOX_FAITH):
        name = ORTHODOX + name
    if f"either {name}" in SHARED and r.text_says(ORTHODOX_FAITH):
        name = f"either {name}"
    return Holiday(name, year(r))


ORTHODOX_FAITH = re.compile(r"(?<!-)\bOrthodox (?!Jew|rabbi)")
"""Words by which a text's Easter is the Orthodox one, and its Christmas the nearer of the two."""


HOLIDAYS = {
    "christmas": "christmas", "christmas day": "christmas", "xmas": "christmas", "christmas eve": "christmas eve",
    "new year's day": "new year", "new year's": "new year", "new year's eve": "new year's eve", "new year": "new year",
    "new years day": "new year", "new years eve": "new year's eve", "boxing day": "boxing day",
    "orthodox christmas": "orthodox christmas", "orthodox christmas day": "orthodox christmas",
    "easter": "easter", "easter sunday": "easter", "good friday": "good friday", "maundy thursday": "maundy thursday", "easter monday": "easter monday",
    **{f"orthodox {day}": f"orthodox {day.removesuffix(' sunday')}" for day in ("easter", "easter sunday", "easter monday", "good friday", "pentecost")},
    "orthodox palm sunday": "orthodox palm sunday", "palm sunday": "palm sunday", "ash wednesday": "ash wednesday",
    "thanksgiving": "thanksgiving", "thanksgiving day": "thanksgiving", "halloween": "halloween",
    "valentine's day": "valentine", "april fools' day": "april fools", "april fool's day": "april fools",
    "st. patrick's day": "st patrick", "st patrick's day": "st patrick", "may day": "may day",
    "international women's day": "women", "women's day": "women", "victory day": "victory day",
    "armistice day": "armistice", "remembrance day": "armistice", "veterans day": "armistice",
    "bastille day": "bastille", "memorial day": "memorial day", "labor day": "labor day",
    "martin luther king day": "mlk day", "martin luther king jr. day": "mlk day", "mlk day": "mlk day",
    "workers' day": "may day", "international workers' day": "may day", "anzac day": "anzac", "canada day": "canada day",
    "australia day": "australia day", "orthodox epiphany": "orthodox epiphany", "day of dignity and freedom": "dignity and freedom",
    "day of remembrance and reconciliation": "remembrance and reconciliation", "kyiv day": "kyiv day", "presidents' day": "presidents day", "columbus day": "columbus day",
    "election day": "election day", "juneteenth": "juneteenth", "d-day": "d-day", "independence day": "independence day",
    "independence day of ukraine": "independence ukraine", "ukraine's independence day": "independence ukraine",
    "ukrainian independence day": "independence ukraine", "defender of the fatherland day": "defender",
    "russia day": "russia day", "unity day": "unity day", "constitution day of ukraine": "constitution ukraine",
    "all saints' day": "all saints", "all saints day": "all saints", "mother's day": "mother", "father's day": "father",
    "epiphany": "epiphany", "guy fawkes night": "guy fawkes",
    "burns night": "burns night", "st. valentine's day": "valentine", "st. andrew's day": "st andrew",
    "holocaust memorial day": "holocaust memorial", "holocaust remembrance day": "holocaust memorial",
    "labour day": "may day", "constitution day": "constitution ukraine", "statehood day": "statehood ukraine",
    "vyshyvanka day": "vyshyvanka", "navy day": "navy day", "ve day": "ve day", "st nicholas day": "saint nicholas",
    "orthodox christmas eve": "orthodox christmas eve", "national unity day": "unity day",
    "old new year": "old new year", "orthodox new year": "old new year", "saint nicholas day": "saint nicholas",
    "st. nicholas day": "saint nicholas", "europe day": "europe day", "trinity sunday": "trinity",
    "day of unity of ukraine": "unity day ukraine",
    "ukraine's constitution day": "constitution ukraine", "flag day of ukraine": "flag day ukraine",
    "day of the national flag of ukraine": "flag day ukraine", "armed forces day of ukraine": "armed forces day ukraine",
    "ukrainian statehood day": "statehood ukraine", "statehood day of ukraine": "statehood ukraine",
    "defenders day of ukraine": "defenders of ukraine", "holodomor remembrance day": "holodomor memorial",
    "holodomor memorial day": "holodomor memorial", "holy saturday": "holy saturday", "shrove tuesday": "shrove tuesday",
    "ascension day": "ascension", "pentecost": "pentecost", "whit sunday": "pentecost", "black friday": "black friday",
}  # fmt: skip


def near_holiday(r: Reading) -> Expression | None:
    """Last Thanksgiving, next Christmas."""
    what, word = holiday(r), next((w for w in reversed(r.text("side").split()) if w in SIDES), None)
    if what is None or word is None:
        return None
    return Near(SIDES[word], what)  # type: ignore[arg-type]


def holiday_week(r: Reading) -> Expression | None:
    """Easter week, Thanksgiving weekend: the week that the day lies in, or the weekend at its end."""
    what, unit = holiday(r), r.text("unit")
    return UnitOf("week" if unit == "week" else "weekend", what) if what is not None else None


RULES = (
    Rule("holiday-week", "<holiday:holiday_name> <unit:week_unit>", holiday_week,
         (Example("They met in [Easter week].", ("2021-W13",)), Example("It opened on [Thanksgiving weekend].", ("2021-W47-WE",)))),
    Rule("near-holiday", "<side:near_side> <holiday:holiday_name>", near_holiday,
         (Example("He was found [last Thanksgiving].", ("2021-11-25",)), Example("They meet [next Christmas].", ("2022-12-25",)),
          Example("It opens [this Easter].", ("2022-04-17",)))),
    Rule("holiday", "<holiday:holiday_name>((,? | of |,? in )<year:yearish>)?", holiday,
         (Example("They marched on [Anzac Day].", ("2021-04-25",)), Example("The truce of [Easter] held.", ("2021-04-04",)),
          Example("The Orthodox Church asked for a truce at [Easter].", ("2021-05-02",)), Example("Orthodox Jews saw the crowds of [Easter].", ("2021-04-04",)),
          Example("The truce of [Orthodox Good Friday 2022] held.", ("2022-04-22",)), Example("They met on [Martin Luther King Jr. Day].", ("2022-01-17",)),
          Example("The Orthodox Church asked for a truce over [Christmas].", ("2023-01-07",), "2023-01-04"),
          Example("They marched on [Unity Day].", ("2022-01-22",), "2022-01-23"), Example("They met on [Holocaust Remembrance Day].", ("2022-01-27",)),
          Example("It opened on [Statehood Day 2023] and on [Statehood Day 2024].", ("2023-07-28", "2024-07-15")),
          Example("They marched on the [Day of Dignity and Freedom 2021].", ("2021-11-21",)))),
)  # fmt: skip

MACROS = {
    "week_unit": "week|weekend",
    "holiday_name": "|".join(
        name.replace("'", "{apostrophe}").replace(". ", "~. ")
        for name in sorted(HOLIDAYS, key=len, reverse=True)
    ),
}

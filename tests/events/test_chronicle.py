"""Chronicles: every event of an entry has the entry's date, whatever form the entries have."""

from datetime import date

import pytest

from tests.events.reading import days, told

PUBLISHED = date(2024, 7, 24)
FORMS = (
    "{day}. {text}",
    "{day} – {text}",
    "{day} - {text}",
    "{day}: {text}",
    "{day}\n{text}",
    "• {day}: {text}",
    "- {day} – {text}",
    "* {day} - {text}",
)
ENTRIES = (
    ("24 February", "Russian troops invade Ukraine. The president declares martial law."),
    ("2 March", "The General Assembly condemns the invasion. Finland and Sweden apply to join Nato."),
    ("3 April", "Ukrainian soldiers retake Bucha. Germany expels 40 diplomats on the 4th."),
    ("21 September", "Vladimir Putin orders a mobilisation. The rouble fell to a record low."),
    ("11 November", "The World Cup opens in Doha. Ukrainian forces enter Kherson."),
)
DAYS = [
    *["2022-02-24", "2022-02-24", "2022-03-02", "2022-03-02", "2022-04-03", "2022-04-04"],
    *["2022-09-21", "2022-09-21", "2022-11-11", "2022-11-11"],
]


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("year_above", [True, False])
def test_every_sentence_of_an_entry_is_dated_from_it(form: str, year_above: bool) -> None:
    year = "" if year_above else " 2022"
    entries = [form.format(day=day + year, text=text) for day, text in ENTRIES]
    events = told("\n\n".join(["2022"] * year_above + entries), PUBLISHED)
    assert sorted(map(days, events)) == DAYS


def test_a_range_dates_what_is_told_in_its_entry() -> None:
    text = "7-23 February 2014. The Winter Games are held in Sochi. A court in Kyiv jails a soldier."
    assert [days(event) for event in told(text, PUBLISHED)] == ["[2014-02-07..2014-02-23]"] * 2


def test_dawn_the_next_morning_is_of_the_next_day() -> None:
    text = (
        "They gathered in the square on 26 February 2014. By dawn the next morning soldiers had occupied it."
    )
    assert [days(event) for event in told(text, PUBLISHED)] == ["2014-02-26", "2014-02-27"]


def test_a_month_of_an_entry_stays_in_its_year_whatever_the_tense() -> None:
    text = (
        "2023\n\n28 March - The committee opens the door. Kyiv bans its teams, a ban it lifts in late July."
    )
    assert days(told(text, PUBLISHED)[-1]) == "[2023-07-21~..2023-07-31~]"

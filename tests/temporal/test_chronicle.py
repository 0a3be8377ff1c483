"""Chronicles: dates that head entries, in every usual form, and what is counted from them."""

from datetime import date

import pytest

from timeline.temporal import tag

PUBLISHED = date(2024, 7, 24)
FORMS = (
    "{day} 2022. {text}",
    "{day} 2022 – {text}",
    "{day} 2022 - {text}",
    "{day} 2022: {text}",
    "• {day} 2022: {text}",
    "- {day} 2022 – {text}",
    "* {day} 2022 - {text}",
)


def values(text: str) -> list[str]:
    """The TIMEX3 values of a text published in July 2024."""
    return [timex.value for timex in tag(text, PUBLISHED)]


@pytest.mark.parametrize("form", FORMS)
def test_an_entry_dates_what_is_told_in_it(form: str) -> None:
    entry = form.format(day="22 August", text="Three clubs are entered. In December a court forbids it.")
    assert values(entry) == ["2022-08-22", "2022-12"]


@pytest.mark.parametrize("form", [form.replace(" 2022", "") for form in FORMS])
def test_an_entry_is_of_the_year_that_heads_its_part(form: str) -> None:
    days = ("1 March", "20 April", "14 May")
    entries = [form.format(day=day, text="The band wins. It was moved in late July.") for day in days]
    found = values("\n\n".join(["2022", *entries, "2023", entries[0]]))
    assert found[1:7:2] == ["2022-03-01", "2022-04-20", "2022-05-14"]
    assert found[2:7:2] == ["2022-07"] * 3
    assert found[7:] == ["2023", "2023-03-01", "2023-07"]


def test_a_range_heads_its_entry_by_its_last_day() -> None:
    text = (
        "7-23 February 2014. The Winter Games are held in Sochi. The next games open on 7 March.\n\n"
        "14 June - 15 July 2018. They stay away because of the poisoning in March. He will not be freed until"
        " September of the following year."
    )
    assert values(text) == [
        "2014-02-07",
        "2014-02-23",
        "2014-03-07",
        "2018-06-14",
        "2018-07-15",
        "2018-03",
        "2019-09",
    ]


def test_years_that_head_a_whole_part_date_no_entry() -> None:
    text = "2014-2021: first cracks\n\n22 August 2014. Clubs are entered. In December a court forbids it."
    assert values(text)[-1] == "2014-12"


def test_a_year_that_an_entry_only_mentions_does_not_date_the_next() -> None:
    text = (
        "2024\n\n23 February - A court speaks.\n\n5 May - A lifter who came fourth in 2016 is killed.\n\n"
        "8 June - Names are published.\n\nMid-June - More are."
    )
    assert values(text)[-2:] == ["2024-06-08", "2024-06"]


def test_entries_without_a_year_go_on_from_each_other() -> None:
    text = "5 March: A bank fails.\n20 April: It is sold.\n20 November: It is shut."
    assert [t.value for t in tag(text, date(2022, 11, 30))] == ["2022-03-05", "2022-04-20", "2022-11-20"]


def test_a_sentence_that_is_broken_after_a_date_heads_nothing() -> None:
    text = "The ships left the port on\n12 May 2014. The next day it was shut. In March it was sold."
    assert values(text) == ["2014-05-12", "2014-05-13", "2024-03"]


def test_a_year_above_a_dash_is_not_one_stretch_with_the_day_below() -> None:
    (year, day) = tag("2023\n- 6 June: A dam breaks.", PUBLISHED)
    assert year.when is not None
    assert day.when is not None
    assert (year.when.edtf, day.when.edtf) == ("2023", "2023-06-06")


@pytest.mark.parametrize(
    ("entry", "value"),
    [
        ("1 March 2022 – A hall dismisses him; another parts with her on the 3rd.", "2022-03-03"),
        ("30 April 2022 – He speaks. He leaves on the 2nd.", "2022-05-02"),
        ("14 May 2022 – Finland applies; it had decided on the 12th.", "2022-05-12"),
        ("14 May 2022 – Finland applies, as a council did on the 12th.", "2022-05-12"),
    ],
)
def test_a_bare_day_goes_on_from_the_day_of_the_entry(entry: str, value: str) -> None:
    assert values(entry)[-1] == value


def test_an_entry_goes_on_to_the_days_after_its_heading() -> None:
    text = (
        "18 July 2022: They meet. Two days later they part. On Sunday, as planned since Thursday, they sign."
    )
    assert values(text) == ["2022-07-18", "2022-07-20", "2022-07-24", "2022-07-21"]


def test_since_below_a_heading_may_be_later_than_it() -> None:
    entries = "26 April 2024: He calls.\n3 May 2024: She calls.\n5 May 2024: They call."
    text = f"{entries} Since mid-July the town has been shelled. Since February it had been quiet."
    assert values(text)[3:] == ["2024-07", "2024-02"]


@pytest.mark.parametrize("sign", [":", " –"])
def test_a_month_alone_heads_its_entry_even_where_it_could_be_a_verb(sign: str) -> None:
    entries = [f"{month}{sign} The water rises." for month in ("February", "March", "May", "June")]
    assert values("\n\n".join(["2022", *entries])) == ["2022", "2022-02", "2022-03", "2022-05", "2022-06"]


def test_a_date_that_ends_the_first_sentence_of_a_paragraph_is_gone_on_from() -> None:
    text = (
        "The funeral will be held on Sunday.\n\n"
        "A former baker, he led men who seized the town in April 2014. He became mayor four months later."
    )
    assert values(text)[1:] == ["2014-04", "2014-08"]


def test_an_entry_goes_on_to_months_and_feasts_after_the_day_that_it_has_come_to() -> None:
    text = (
        "9 March 2020\nThe trial opens. On 10 July a complaint is lodged. In October the talks end.\n\n"
        "7 June 2021\nFrom 6 to 24 September they speak. Just before Christmas, on the 22nd, he pleads.\n\n"
        "10 June 2022\nIt closes."
    )
    assert values(text)[1:3] == ["2020-07-10", "2020-10"]
    assert values(text)[5:8] == ["2021-09-24", "2021-12-25", "2021-12-22"]


def test_a_day_of_mourning_is_no_rate() -> None:
    assert values("23 July 2022\nThe country observes a day of mourning.") == ["2022-07-23", "P1D"]


@pytest.mark.parametrize(
    ("text", "last"),
    [
        (
            "On 18 February they swore to keep the truce, which has been in effect since 21 July 2019.\n\n"
            "On the same day the envoy wrote to them.",
            "2024-02-18",
        ),
        ("On 20 February men turned us away. They had orders to do so until the 25th.", "2024-02-25"),
    ],
)
def test_what_lasts_until_a_day_or_since_one_is_not_where_a_text_has_come_to(text: str, last: str) -> None:
    assert values(text)[-1] == last

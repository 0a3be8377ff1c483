"""Tagging a text: what holds for every text, and what stands beside the worked examples."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.errors import UsageError
from timeline.model import When
from timeline.temporal import explain, tag

DAYS = st.dates(date(1000, 1, 1), date(2199, 12, 31))
EVERY_DAY = st.dates() | st.sampled_from((date.min, date(1, 2, 28), date(9999, 12, 27), date.max))
MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
    "November", "December",
)  # fmt: skip
FORMATS = (
    "{d} {m} {y}",
    "{m} {d}, {y}",
    "{d}th of {m} {y}",
    "{y}-{n:02}-{d:02}",
    "{d:02}.{n:02}.{y}",
    "{y}/{n:02}/{d:02}",
)
WORDS = st.sampled_from(
    """since last next Saturday May 2014 24 the end of early two days weeks ago later from to until and at
    5 p.m. 12:30 UTC 1990s century third quarter every Friday morning now , . - \n\n BC summer Christmas year
    month week weekend winter overnight past coming decade hours 1 9999""".split(" ")
)  # fmt: skip


@given(st.text(max_size=300), st.none() | EVERY_DAY)
def test_no_text_can_break_the_tagger(text: str, published: date | None) -> None:
    tag(text, published)


@given(st.lists(WORDS, max_size=40).map(" ".join), st.none() | EVERY_DAY)
def test_offsets_lead_back_to_the_text_and_never_overlap(text: str, published: date | None) -> None:
    end = 0
    for timex in tag(text, published):
        assert text[timex.start_char : timex.end_char] == timex.text
        assert timex.start_char >= end
        end = timex.end_char


@given(st.lists(WORDS, max_size=40).map(" ".join), st.none() | EVERY_DAY)
def test_every_meaning_survives_as_edtf(text: str, published: date | None) -> None:
    for timex in tag(text, published):
        if timex.when is not None:
            assert When.from_edtf(timex.when.edtf) == timex.when


@given(DAYS, st.sampled_from(FORMATS))
def test_a_written_date_is_read_back_whatever_its_form(day: date, form: str) -> None:
    written = form.format(d=day.day, m=MONTHS[day.month - 1], n=day.month, y=day.year)
    (timex,) = tag(f"It happened on {written}.", date(2022, 2, 12))
    assert timex.when == When(day, day)


@given(DAYS)
def test_a_weekday_in_past_tense_is_within_the_last_seven_days(published: date) -> None:
    (timex,) = tag("They met on Wednesday.", published)
    assert timex.when is not None
    assert timex.when.begin is not None
    assert published - timedelta(days=6) <= timex.when.begin <= published


def test_offsets_count_characters_not_bytes() -> None:
    (timex,) = tag("🕊 Київ fell silent on 3 May 2014.", None)
    assert timex.text == "3 May 2014"


def test_the_heading_of_a_chronicle_is_the_anchor_of_what_follows() -> None:
    text = "3 May 2014\nClashes began at 10 a.m. and the next day the square was empty."
    assert [timex.value for timex in tag(text, date(2022, 2, 12))] == [
        "2014-05-03",
        "2014-05-03T10:00",
        "2014-05-04",
    ]


def test_a_history_takes_its_year_from_what_it_told() -> None:
    text = (
        "The war began in 1904. On 8 February the fleet was attacked. In 1905 a treaty was signed,"
        " and in September the war ended."
    )
    assert [timex.value for timex in tag(text, date(2022, 2, 12))] == [
        "1904",
        "1904-02-08",
        "1905",
        "1905-09",
    ]


def test_a_history_looks_ahead_from_publication() -> None:
    text = (
        "It was built in 1995. It was altered in 1998. It goes back to 1990. It will be sold late this year."
    )
    assert tag(text, date(2022, 2, 12))[-1].value == "2022"


def test_what_has_gone_on_since_a_day_is_of_late_whatever_year_was_told_before() -> None:
    text = "It was the first such vote since 1960, and he has been held there since 26 July."
    assert tag(text, date(2023, 8, 8))[-1].value == "2023-07-26"


def test_years_between_which_something_was_do_not_date_what_follows() -> None:
    text = "Mali, run by soldiers since coups between 2020 and 2022, warned on 31 July of war."
    assert tag(text, date(2023, 8, 8))[-1].value == "2023-07-31"


@pytest.mark.parametrize("named", ["early 2014", "mid-2014", "late May 2014", "the late 1990s"])
def test_the_open_end_of_a_third_keeps_its_meaning_as_edtf(named: str) -> None:
    (until,) = tag(f"until {named}", date(2022, 2, 12))
    assert until.when is not None
    assert When.from_edtf(until.when.edtf) == until.when


def test_since_late_in_a_month_names_the_month() -> None:
    (since,) = tag("since late May 2014", date(2022, 2, 12))
    assert since.when is not None
    assert (since.when.edtf, since.when.precision) == ("2014-05-21~/..", "month")


def test_midnight_keeps_the_day_that_is_named() -> None:
    (timex,) = tag("The truce began at midnight on 15 February 2015.", date(2022, 2, 12))
    assert timex.when is not None
    assert (timex.value, timex.when.edtf) == ("2015-02-15T24:00", "2015-02-15")


def test_what_is_counted_from_a_day_that_nobody_told_has_no_date() -> None:
    (timex,) = tag("Two years later the bank failed.", date(2022, 2, 12))
    assert (timex.value, timex.when) == ("FUTURE_REF", None)


def test_a_history_counts_from_publication_what_its_writer_counts() -> None:
    text = (
        "The war began in 1904. In 1905 a treaty was signed. In 1910 a king was crowned, and in 1914 he fled."
        " He came back in August last year. Come September he will abdicate."
    )
    assert [timex.value for timex in tag(text, date(2022, 2, 12))][-2:] == ["2021-08", "2022-09"]


@pytest.mark.parametrize(
    ("expression", "edtf"),
    [
        ("since December", "2021-12/.."),
        ("24 February 2022", "2022-02-24"),
        ("the 1990s", "199X"),
        ("yesterday", "2022-02-11"),
    ],
)
def test_one_expression_is_explained(expression: str, edtf: str) -> None:
    timex = explain(expression, date(2022, 2, 12))
    assert timex.when is not None
    assert timex.when.edtf == edtf
    assert timex.text in timex.why


def test_what_names_no_time_is_refused_with_a_sentence() -> None:
    with pytest.raises(UsageError, match="names a time"):
        explain("a red bicycle", date(2022, 2, 12))


def test_a_language_without_rules_is_refused_with_those_that_have() -> None:
    with pytest.raises(UsageError, match="this text is in Polish; only English can be read so far"):
        tag("W sobotę", None, "pl")


def test_a_live_blog_counts_its_entries_from_the_date_at_its_head() -> None:
    text = "Friday, 11 February\n9.45am: Explosions heard.\n11.02 GMT Sirens sound."
    assert [(timex.text, timex.value) for timex in tag(text, date(2022, 2, 12))] == [
        ("Friday, 11 February", "2022-02-11"),
        ("9.45am", "2022-02-11T09:45"),
        ("11.02 GMT", "2022-02-11T11:02"),
    ]


def test_a_text_before_our_era_keeps_its_year() -> None:
    text = "The fleet sailed in 480 BC. It lay at anchor in September, and the following year it burned."
    assert [(timex.value, timex.when) for timex in tag(text, date(2022, 2, 12))] == [
        ("BC0480", None),
        ("BC0480-09", None),
        ("BC0479", None),
    ]


def test_a_plan_does_not_carry_a_history_on() -> None:
    text = (
        "The war began in 1954. In 1955 a campaign planned for 1958 was drawn up. In May the army marched."
        " It fought on through 1956."
    )
    assert [timex.value for timex in tag(text, date(2022, 2, 12))][-2:] == ["1955-05", "1956"]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("They held what they had won in late 1953. In May the army marched.", "1954-05"),
        ("They kept the gains of the previous year. In May the army marched.", "1954-05"),
        ("The siege was to last until 1956. In May the army marched.", "1954-05"),
        ("The siege lasted until 1956. In May the army marched.", "1954-05"),
        ("Losses fell from a high of 1,600 in the summer of 1953. In May the army marched.", "1954-05"),
        ("Losses were lower than in 1953. In May the army marched.", "1954-05"),
        ("This followed the vote of December 1953. In May the army marched.", "1954-05"),
    ],
)
def test_a_look_back_or_ahead_does_not_carry_a_history_on(text: str, value: str) -> None:
    told = "The war began in 1952. It spread in 1954. "
    assert tag(told + text, date(2022, 2, 12))[-1].value == value


def test_a_month_that_a_history_compares_with_is_the_latest_before_it() -> None:
    text = (
        "The war began in 1952. It spread in 1954. It was calm in April compared to the slaughter of"
        " November. In May the army marched."
    )
    assert [timex.value for timex in tag(text, date(2022, 2, 12))][-2:] == ["1953-11", "1954-05"]


def test_two_seasons_or_months_share_the_year_of_the_second() -> None:
    text = "They armed in the spring and early summer of 1943, and fought in early March and late April 1944."
    assert [timex.value for timex in tag(text, date(2022, 2, 12))] == [
        "1943-SP",
        "1943-SU",
        "1944-03",
        "1944-04",
    ]


def test_news_that_recalls_other_years_is_no_history() -> None:
    text = (
        "He was born in 1950, was elected in 1984 and lost in 1992. He left prison two years ago."
        " The show opens in London on 1 March and closes later this year."
    )
    assert [timex.value for timex in tag(text, date(2022, 2, 12))][-3:] == ["2020", "2022-03-01", "2022"]


def test_decades_without_a_century_are_those_nearest_to_what_a_history_tells() -> None:
    text = "He was born in 1931. He was away for most of the 1970s and 80s, and wrote of the 1920s and 30s."
    assert [timex.value for timex in tag(text, date(2022, 2, 12))][1:] == ["197", "198", "192", "193"]


def test_a_weekday_and_a_day_of_the_month_are_those_that_agree() -> None:
    assert [timex.value for timex in tag("They met on Fri 13th.", date(2022, 2, 12))] == ["2021-08-13"]


def test_last_tuesday_in_a_history_that_tells_of_years_is_counted_from_publication() -> None:
    text = "It was founded in 1958. In 1961 it grew, and in 1989 it split. The court met last Tuesday."
    assert tag(text, date(2022, 2, 12))[-1].value == "2022-02-08"


def test_a_verb_that_tells_of_plans_is_past_for_the_date_before_it() -> None:
    assert [
        timex.value for timex in tag("In September, it announced plans to leave.", date(2022, 2, 12))
    ] == ["2021-09"]
    assert [timex.value for timex in tag("In September it is due to leave.", date(2022, 2, 12))] == [
        "2022-09"
    ]


def test_independence_day_is_the_one_at_hand() -> None:
    assert [timex.value for timex in tag("They marched on Independence Day.", date(2022, 8, 25))] == [
        "2022-08-24"
    ]
    assert [timex.value for timex in tag("They marched on Independence Day.", date(2022, 7, 5))] == [
        "2022-07-04"
    ]


def test_an_entry_that_begins_with_overnight_keeps_its_own_time() -> None:
    text = "3 March 2022\n07:40 Overnight, two blasts were heard."
    assert [timex.value for timex in tag(text, date(2022, 3, 3))] == [
        "2022-03-03",
        "2022-03-03T07:40",
        "2022-03-03TNI",
    ]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("An attack could begin on Monday.", "2022-02-14"),
        ("It could have begun on Monday.", "2022-02-07"),
        ("He could not be reached on Friday.", "2022-02-11"),
        ("It may come in April.", "2022-04"),
        ("The ban takes effect in April.", "2022-04"),
        ("The law lapses on 30 June.", "2022-06-30"),
        ("The subsidy runs out in January.", "2023-01"),
        ("The tanks are not expected until the autumn.", "2022-FA"),
        ("It will come in the autumn.", "2022-FA"),
        ("It will be the largest drill since December.", "2021-12"),
    ],
)
def test_a_verb_of_what_may_come_looks_ahead(text: str, value: str) -> None:
    assert [timex.value for timex in tag(text, date(2022, 2, 12))] == [value]


def test_days_of_a_list_are_all_of_its_verb() -> None:
    text = "Polls will be held in Donetsk on 8 May, in Luhansk on 11 November and in Kherson on 12 December."
    assert [timex.value for timex in tag(text, date(2022, 3, 2))] == [
        "2022-05-08",
        "2022-11-11",
        "2022-12-12",
    ]


def test_after_a_semicolon_a_day_is_of_the_year_of_publication_again() -> None:
    text = "The army left the base in 2014; the new base was opened on 9 February."
    assert [timex.value for timex in tag(text, date(2022, 2, 12))] == ["2014", "2022-02-09"]


def test_a_paragraph_that_looks_back_goes_on_in_the_year_it_told() -> None:
    text = (
        "The war broke out in April 2014. In September the two sides signed in Minsk. On 9 February they met."
    )
    assert [timex.value for timex in tag(text, date(2022, 2, 12))] == ["2014-04", "2014-09", "2022-02-09"]


def test_what_had_happened_before_a_day_of_another_year_is_of_that_year() -> None:
    text = "The vote was held on March 16, 2014. Soldiers had occupied the parliament on February 27."
    assert [timex.value for timex in tag(text, date(2019, 3, 18))] == ["2014-03-16", "2014-02-27"]


def test_what_had_been_planned_is_for_the_nearest_such_day() -> None:
    text = "The rebels had planned to hold elections on 11 November."
    assert [timex.value for timex in tag(text, date(2018, 9, 1))] == ["2018-11-11"]
    assert [timex.value for timex in tag(text, date(2018, 12, 1))] == ["2018-11-11"]


def test_what_was_postponed_is_planned_for_the_later_date_only():
    first, second = tag("The call was postponed from Thursday to next week.", date(2022, 2, 12))
    assert (first.value, first.when) == ("2022-02-10", None)
    assert second.when.edtf == "[2022-02-14..2022-02-20]"


def test_the_date_of_a_condition_in_the_present_is_to_come():
    (autumn,) = tag("If no agreement is reached by the autumn, ships may sail alone.", date(2023, 7, 19))
    assert autumn.value == "2023-FA"


def test_what_has_happened_is_not_counted_from_a_date_ahead() -> None:
    text = "The bill falls due on 22 February. He wrote it earlier in the week. Shares fell at midday."
    assert [timex.value for timex in tag(text, date(2022, 2, 12))] == [
        "2022-02-22",
        "2022-W06",
        "2022-02-12T12:00",
    ]


def test_a_day_that_is_no_date_is_an_error_that_says_so():
    with pytest.raises(UsageError, match="such as date"):
        tag("It began on Friday.", "2022-02-12")


@pytest.mark.parametrize(
    ("text", "values"),
    [
        (
            "They met on Thursday, recalling the attacks of 11 September 2001. That night he flew home.",
            ["2022-02-10", "2001-09-11", "2022-02-10TNI"],
        ),
        (
            "They met on Thursday, the first since the invasion began on 24 January. A day earlier he left.",
            ["2022-02-10", "2022-01-24", "2022-02-09"],
        ),
        (
            "He spoke on Thursday. The winner, elected in 2019, toured the front the same day.",
            ["2022-02-10", "2019", "2022-02-10"],
        ),
        (
            "Parliament voted on Thursday to hold an election for May 25. That night he fled.",
            ["2022-02-10", "2022-05-25", "2022-02-10TNI"],
        ),
        ("He spoke on Thursday. A ceremony is set for 3pm.", ["2022-02-10", "2022-02-12T15:00"]),
    ],
)
def test_news_goes_on_from_what_it_tells_and_not_from_what_it_mentions(text: str, values: list[str]) -> None:
    assert [timex.value for timex in tag(text, date(2022, 2, 12))] == values


def test_a_heading_of_several_days_holds_the_weekdays_below_it() -> None:
    text = "February 1\n\nThey met.\n\nFebruary 7-11\n\nOn Wednesday he came. Two days later he left."
    assert [timex.value for timex in tag(text, date(2022, 3, 1))][-2:] == ["2022-02-09", "2022-02-11"]


def test_a_heading_without_a_date_ends_the_part_before_it() -> None:
    text = "Saturday, February 5\n\nThey met.\n\nWhat comes next\n\nHe warned on Friday that it was late."
    assert [timex.value for timex in tag(text, date(2022, 2, 12))] == ["2022-02-05", "2022-02-11"]


@pytest.mark.parametrize(
    ("text", "values"),
    [
        (
            "Thursday, 21 November 2013\n\nThey met.\n\nDecember\n\nOn the 8th a statue falls.",
            ["2013-11-21", "2013-12", "2013-12-08"],
        ),
        (
            "January 2014\n\nIt was passed on the 16th. That Sunday bombs are thrown.",
            ["2014-01", "2014-01-16", "2014-01-19"],
        ),
        (
            "February 2014\n\nIt began.\n\n18 to 20 February\n\nOn Tuesday a march ends in battles.",
            ["2014-02", "2014-02-18", "2014-02-20", "2014-02-18"],
        ),
        (
            "18 August: Rockets strike.\n\nThursday: Officers start.\n\nWhat next?\n\nHe left on Friday.",
            ["2014-08-18", "2014-08-21", "2014-08-22"],
        ),
    ],
    ids=["a month", "that weekday", "several days", "a weekday as label, and the end of the chronicle"],
)
def test_what_stands_below_the_headings_of_a_chronicle_goes_on_from_them(
    text: str, values: list[str]
) -> None:
    assert [timex.value for timex in tag(text, date(2014, 8, 22))] == values


def test_the_present_tells_of_a_programme_in_news() -> None:
    text = "The chancellor travels to Kyiv on Saturday."
    assert [timex.value for timex in tag(text, date(2014, 8, 22))] == ["2014-08-23"]


def test_the_verb_of_what_was_announced_is_not_that_of_the_announcement() -> None:
    text = "They deplore its announcement on 25 March that weapons would be stationed there."
    assert [timex.value for timex in tag(text, date(2022, 11, 8))] == ["2022-03-25"]


def test_the_first_year_has_days_before_none() -> None:
    text = "It began on 3 January 1, after the feast of 2 January 1, and it ended on 5 March 2022."
    assert tag(text, date(2022, 3, 12))[-1].value == "2022-03-05"


def test_days_below_a_month_are_of_it_and_january_after_december_of_the_next_year() -> None:
    text = (
        "October 2021\n\nOn the 18th they left.\n\nDecember 7\n\nThey met.\n\nJanuary 10\n\nThey met again."
    )
    assert [timex.value for timex in tag(text, date(2022, 2, 23))] == [
        "2021-10",
        "2021-10-18",
        "2021-12-07",
        "2022-01-10",
    ]


def test_a_text_may_end_at_a_day_that_owns_something() -> None:
    assert [t.value for t in tag("The latest was Friday's", date(2022, 2, 12))] == ["2022-02-11"]

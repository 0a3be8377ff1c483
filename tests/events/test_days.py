"""What days an occurrence has: deadlines, plans, lengths and stretches."""

from datetime import date

import pytest

from tests.events.reading import days, the_event, told
from timeline.model import Status


def test_what_had_lasted_since_a_date_ended_by_publication():
    text = "The Pentagon pulled out soldiers who had been in the country since November."
    assert ("2021-11/2022-02-12", "happened") in [(days(e), str(e.status)) for e in told(text)]


def test_what_ended_before_it_began_is_taken_to_have_lasted_until_publication():
    """Where the publication date that was given is wrong, the days of a sentence may be, too."""
    text = "Units which had been trapped in the town since last Sunday came under fire on Friday."
    (trapped,) = [e for e in told(text, date(2025, 2, 24)) if e.best.trigger == "trapped"]
    assert days(trapped) == "2025-02-23/2025-02-24"


def test_a_deadline_runs_from_publication_to_its_day():
    event = the_event("Russia must withdraw its troops by 20 February.")
    assert (event.when.begin, event.when.end) == (date(2022, 2, 12), date(2022, 2, 20))


@pytest.mark.parametrize(
    ("text", "title", "when", "status"),
    [
        (
            "Regulators gave the firm 90 days to change its practices.",
            "Regulators gave the firm 90 days to change its practices",
            "[2022-02-12..2022-05-13]",
            "planned",
        ),
        (
            "An inquiry began in July 2016; officials said a ruling could come before the end of the year.",
            "A ruling could come",
            "[2022-02-12..2022-12-31]",
            "warned",
        ),
        (
            "It is a step that the accord requires them to take on Tuesday.",
            "Accord requires them to take",
            "2022-02-15",
            "planned",
        ),
        (
            "A third of the stations have been destroyed in the past eight days, he said on Tuesday.",
            "A third of the stations have been destroyed",
            "[2022-02-04~..2022-02-12~]",
            "happened",
        ),
        (
            "The firm said it will appeal by Friday.",
            "Firm will appeal",
            "[2022-02-12..2022-02-18]",
            "planned",
        ),
        (
            "Air France has cancelled flights to Bamako until 11 March.",
            "Air France has cancelled flights to Bamako",
            "2022-02-12/2022-03-11",
            "ongoing",
        ),
    ],
)
def test_how_long_something_may_take_and_took(text, title, when, status):
    told_ = {event.title: (days(event), str(event.status)) for event in told(text)}
    assert told_[title] == (when, status)


def test_what_is_paid_or_averted_until_a_month_lies_ahead():
    events = told("He signed a bill to fund the ministry through October on Wednesday.", date(2022, 11, 30))
    assert "[2022-11-30..2023-10-31]" in [days(event) for event in events]


def test_a_deadline_named_with_its_day_runs_to_it_too():
    event = the_event("Negotiators in Lausanne work before the 20 February deadline for a deal.")
    assert days(event) == "[2022-02-12..2022-02-20]"


def test_what_is_scheduled_is_of_the_next_such_day():
    event = the_event("The ban comes into force at 9am on Wednesday.")
    assert (days(event), event.status) == ("2022-02-16T09:00:00", "planned")


def test_a_month_of_what_is_regularly_told_in_the_present_lies_ahead():
    assert days(the_event("The alliance celebrates its birthday in April.")) == "2022-04"


def test_what_has_gone_on_since_a_clause_is_open():
    text = "The army said five men had been killed since the truce came into force on Thursday."
    killed = next(event for event in told(text) if event.best.trigger == "killed")
    assert (days(killed), killed.status) == ("2022-02-10/..", "ongoing")


def test_neighbouring_days_that_and_joins_are_one_stretch():
    event = the_event("NATO ministers met in Riga on Tuesday and Wednesday.")
    assert (event.when.begin, event.when.end) == (date(2022, 2, 8), date(2022, 2, 9))


def test_an_election_called_for_a_day_is_planned_for_it():
    event = the_event("Parliament called an early election for 25 May.", date(2014, 2, 22))
    assert (days(event), event.status) == ("2014-05-25", "planned")


def test_what_is_to_happen_on_a_weekday_happens_on_the_next_one():
    event = the_event("The UN Security Council is to vote on a resolution on Tuesday.")
    assert (days(event), event.status) == ("2022-02-15", "planned")


def test_what_a_timetable_says_lies_ahead():
    event = the_event("The grain deal expires on Tuesday.")
    assert (days(event), event.status) == ("2022-02-15", "planned")


def test_what_was_due_stays_a_plan():
    events = told("The jet left Amsterdam on Thursday and was due to land in Kuala Lumpur on Saturday.")
    assert [(days(e), e.status.value) for e in events] == [
        ("2022-02-10", "happened"), ("2022-02-12", "planned"),
    ]  # fmt: skip


def test_a_length_of_what_may_come_is_counted_from_publication():
    event = the_event("The general warned that Russia could launch an invasion within 48 hours.")
    assert (days(event), event.status.value) == ("[2022-02-12..2022-02-14]", "warned")


def test_a_range_of_lengths_is_counted_from_publication():
    event = the_event("The first ships will sail in two to three weeks.")
    assert (days(event), event.status) == ("[2022-02-26~..2022-03-05~]", Status.PLANNED)


def test_a_visit_that_is_planned_lies_ahead_whatever_the_verb():
    events = told("Mr Lavrov spoke about the planned visit of Mr Blinken to Moscow in September.")
    assert ("2022-09", "visit", "planned") in [(days(e), e.best.trigger, e.status.value) for e in events]


def test_a_first_in_twenty_years_is_not_twenty_years_ahead():
    assert told("Poland may be entering its deepest crisis in a decade.") == []
    event = the_event("Jan Duda is to make the first visit in almost two decades next week.")
    assert days(event) == "[2022-02-14..2022-02-20]"


def test_what_has_happened_this_week_was_over_when_it_was_told():
    assert days(the_event("This week Poland sent tanks to the border.")) == "[2022-02-07..2022-02-12]"


def test_what_is_sold_for_days_to_come_was_sold_today():
    assert days(the_event("Tickets to Warsaw have sold out for the next three days.")) == "2022-02-12"


def test_what_has_lasted_for_years_began_so_long_ago():
    event = the_event("The separatists have controlled the city for eight years.")
    assert (days(event), str(event.status)) == ("2014~/..", "ongoing")
    assert event.best.why == "“eight years”, counted back from the article of 2022-02-12"
    assert days(the_event("They have been at war for the past two weeks.")) == "2022-01-29~/.."


def test_what_has_gone_on_since_what_was_told():
    events = told("The strike began on 1 February. It has cost the railway millions since then.")
    assert [days(event) for event in events] == ["2022-02-01", "2022-02-01/.."]


def test_what_something_is_called_for_lies_ahead():
    event = the_event("The union called its members out for further marches on Friday.")
    assert (event.kind, days(event), str(event.status)) == ("protest", "2022-02-18", "planned")
    assert days(the_event("The election is on October 4.")) == "2022-10-04"


def test_a_feast_after_for_is_when_something_is_to_be_and_the_day_when_it_was_ordered():
    events = told("Putin ordered a ceasefire for Orthodox Christmas on Thursday.", date(2023, 1, 6))
    assert [(e.best.trigger, days(e)) for e in events] == [
        ("ordered", "2023-01-05"),
        ("ceasefire", "2023-01-07"),
    ]


@pytest.mark.parametrize(
    ("text", "when"),
    [
        ("Talks could be held in the coming days.", "[2022-02-12~..2022-02-19~]"),
        ("The two leaders will meet in the coming months.", "[2022-02-12~..2022-08-14~]"),
    ],
)
def test_the_coming_days_are_about_a_week(text, when):
    event = the_event(text)
    assert (days(event), str(event.status)) == (when, "planned")


def test_a_count_of_so_many_weeks_has_gone_on_since():
    event = the_event("More than 3 million people have fled the country in two weeks.")
    assert (days(event), str(event.status)) == ("2022-W04~/..", "ongoing")


def test_leaders_of_a_group_meet_next_week():
    event = the_event("Leaders of the G7 meet in The Hague on Monday.")
    assert (days(event), str(event.status)) == ("2022-02-14", "planned")


def test_a_count_by_an_hour_keeps_the_hour():
    event = the_event("By 6pm on Friday six planes had landed.")
    assert (days(event), event.when.precision) == ("2022-02-11T18:00:00", "time")


@pytest.mark.parametrize(
    ("text", "when"),
    [
        ("The pact was signed between 1 and 10 January.", "[2022-01-01..2022-01-10]"),
        ("A convoy was attacked some time between 3 and 5 January.", "[2022-01-03..2022-01-05]"),
        ("Troops fought for the town between 3 and 5 January.", "2022-01-03/2022-01-05"),
    ],
)
def test_what_takes_a_moment_fell_some_time_between_two_days(text, when):
    assert days(the_event(text)) == when


def test_since_then_counts_from_the_end_of_what_was_told():
    events = told("Troops held the town from March to November 2021. It has been shelled since then.")
    assert [days(event) for event in events if event.kind == "attack"] == ["2021-11-30/.."]


def test_what_follows_a_plan_has_no_date_yet():
    assert told("The law will come into force a month after the president signs it.") == []


@pytest.mark.parametrize(
    ("text", "when", "title", "status"),
    [
        ("He did not return until 5 January.", "2022-01-05", "He returned", "happened"),
        (
            "The families were not told of the plan until 4 January.",
            "2022-01-04",
            "Families were told of the plan",
            "happened",
        ),
        ("The ban will not take effect until July.", "2022-07", "Ban will take effect", "planned"),
    ],
)
def test_what_was_not_done_until_a_day_was_done_then(text, when, title, status):
    event = the_event(text)
    assert (days(event), event.title, event.status) == (when, title, status)


@pytest.mark.parametrize(
    ("text", "when"),
    [
        ("Three soldiers were killed overnight.", "[2022-02-11..2022-02-12]"),
        ("Overnight into Thursday, drones struck Odesa.", "[2022-02-09..2022-02-10]"),
        ("Rockets fell on the town last night.", "2022-02-11"),
        ("Shells hit the plant on 3 February and overnight.", "2022-02-03"),
    ],
)
def test_a_night_is_of_two_days(text, when):
    assert days(told(text)[0]) == when


@pytest.mark.parametrize(
    ("text", "title", "when"),
    [
        ("Ukraine has until 1 April to reply.", "Ukraine to reply", "[2022-02-12..2022-04-01]"),
        (
            "Loans of $1bn fall due within a week.",
            "Loans of $1bn fall due within a week",
            "[2022-02-12..2022-02-19]",
        ),
        ("The Kremlin has given Kyiv until 1 April to pay.", "Kyiv to pay", "[2022-02-12..2022-04-01]"),
        (
            "He has six months to agree with the owners.",
            "He has six months to agree with the owners",
            "[2022-02-12..2022-08-12]",
        ),
        ("A subsidy on fuel runs out next week.", "A subsidy on fuel runs out", "[2022-02-14..2022-02-20]"),
    ],
)
def test_what_is_to_be_done_by_a_day_is_planned_up_to_it(text, title, when):
    event = next(event for event in told(text) if event.status == Status.PLANNED)
    assert (event.title, days(event)) == (title, when)

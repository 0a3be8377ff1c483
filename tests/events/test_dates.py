"""Which occurrence a date belongs to, and what days it then has."""

from datetime import date

import pytest

from tests.events.reading import days, the_event, told
from timeline.model import Status


def test_a_date_dates_the_verb_of_its_clause():
    event = the_event("Russian troops seized the airport on Friday, but the city is calm.")
    assert (days(event), event.best.trigger) == ("2022-02-11", "seized")


def test_two_clauses_with_two_dates_are_two_events():
    events = told("Lavrov met Truss in Moscow on Thursday and flew to Minsk on Friday.")
    assert [(days(e), e.best.trigger) for e in events] == [("2022-02-10", "met"), ("2022-02-11", "flew")]


def test_a_date_in_a_noun_phrase_dates_the_noun():
    events = told("Tension has risen since Russia's seizure of Crimea in 2014.")
    assert [(days(e), str(e.status), e.best.trigger) for e in events] == [
        ("2014", "happened", "seizure"),
        ("2014/..", "ongoing", "risen"),
    ]


def test_a_possessive_date_belongs_to_its_noun():
    assert the_event("Few people know about Thursday's summit.").best.trigger == "summit"


@pytest.mark.parametrize(
    "text", ["The 2015 law is unpopular in Ukraine.", "It provides for a return to the constitution of 2004."]
)
def test_a_year_that_only_says_which_thing_is_meant_dates_nothing(text):
    assert told(text) == []


def test_the_first_since_a_date_tells_of_the_one_before():
    event = the_event("The call was the first conversation between the two presidents since December.")
    assert (days(event), event.best.trigger) == ("2021-12", "conversation")


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


@pytest.mark.parametrize(
    ("text", "events"),
    [
        (
            "Russia annexed Crimea in 2014 and, in January 2022, held drills.",
            {"Russia annexed Crimea": "2014", "Russia held drills": "2022-01"},
        ),
        (
            "He met Putin on 3 May and, a week later, flew to Kyiv.",
            {"He met Putin": "2021-05-03", "He flew to Kyiv": "2021-05-10"},
        ),
        (
            "Jan Duda was arrested on Monday, and on Tuesday his lawyer, Adam Nowak, resigned.",
            {"Jan Duda was arrested": "2022-02-07", "Adam Nowak resigned": "2022-02-08"},
        ),
    ],
)
def test_a_date_after_and_is_of_the_verb_that_follows(text, events):
    assert {event.title: days(event) for event in told(text)} == events


@pytest.mark.parametrize(
    ("text", "title", "when"),
    [
        ("By Tuesday six planes had landed in Kyiv.", "Six planes landed in Kyiv", "2022-02-08"),
        (
            "A ceasefire is to apply from 27 to 30 March, between 09:00 and 15:00.",
            "A ceasefire is to apply",
            "2022-03-27/2022-03-30",
        ),
        (
            "Work which had barred monitors from the bridge since 12 January was completed on 24 January.",
            "Work barred monitors from the bridge",
            "2022-01-12/2022-01-24",
        ),
        (
            "They went to Kyiv on 25 January, where they met Volodymyr Zelenskyy.",
            "They met Volodymyr Zelenskyy",
            "2022-01-25",
        ),
        (
            "Next week he is expected to meet Ana Lopes.",
            "He is expected to meet Ana Lopes",
            "[2022-02-14..2022-02-20]",
        ),
        ("The farmer is to appear in court today.", "Farmer is to appear in court", "2022-02-12"),
        ("The EU answered on Monday with travel bans.", "EU answered with travel bans", "2022-02-07"),
        (
            "A court convicted three men over the downing of the airliner in 2014.",
            "Downing of the airliner",
            "2014",
        ),
    ],
)
def test_how_far_a_date_reaches(text, title, when):
    assert {event.title: days(event) for event in told(text)}[title] == when


def test_what_has_gone_on_since_an_occurrence_that_has_its_date():
    events = told("Adam Nowak has been on the run since the January 2020 bombing of a clinic.")
    assert ("Adam Nowak has been on the run", "2020-01/..") in [(e.title, days(e)) for e in events]


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


def test_a_date_after_a_dated_aside_is_of_the_main_verb():
    event = told("Mr Biden is expected to meet Liz Truss, who took office in May, later this evening.")[-1]
    assert (days(event), event.title) == ("2022-02-12", "Mr Biden is expected to meet Liz Truss")


def test_what_has_gone_on_since_a_clause_is_open():
    text = "The army said five men had been killed since the truce came into force on Thursday."
    killed = next(event for event in told(text) if event.best.trigger == "killed")
    assert (days(killed), killed.status) == ("2022-02-10/..", "ongoing")


def test_a_second_verb_shares_the_plan_and_its_day():
    events = told("Mr Biden will open a fair and receive the premier on Wednesday.")
    assert {event.best.trigger: days(event) for event in events} == {
        "open": "2022-02-16",
        "receive": "2022-02-16",
    }


def test_what_someone_claims_on_a_day_is_told_of_that_day():
    event = the_event("On Friday Mr Biden said that Kyiv had no future.")
    assert (days(event), event.kind) == ("2022-02-11", "statement")


def test_neighbouring_days_that_and_joins_are_one_stretch():
    event = the_event("NATO ministers met in Riga on Tuesday and Wednesday.")
    assert (event.when.begin, event.when.end) == (date(2022, 2, 8), date(2022, 2, 9))


def test_what_was_said_on_a_day_to_have_happened_happened_then():
    event = the_event("The army said on Friday that it had shot down 30 drones.")
    assert (days(event), event.best.trigger) == ("2022-02-11", "shot")


def test_an_election_called_for_a_day_is_planned_for_it():
    event = the_event("Parliament called an early election for 25 May.", date(2014, 2, 22))
    assert (days(event), event.status) == ("2014-05-25", "planned")


def test_a_date_in_front_of_a_scene_dates_what_happened_there():
    event = the_event("At a summit in Brussels on Thursday, EU leaders imposed sanctions on five banks.")
    assert (days(event), event.best.trigger) == ("2022-02-10", "imposed")


def test_a_set_or_a_bare_duration_dates_nothing():
    assert told("The committee meets every Friday. The talks are expected to take two weeks.") == []


def test_what_is_to_happen_on_a_weekday_happens_on_the_next_one():
    event = the_event("The UN Security Council is to vote on a resolution on Tuesday.")
    assert (days(event), event.status) == ("2022-02-15", "planned")


def test_what_a_timetable_says_lies_ahead():
    event = the_event("The grain deal expires on Tuesday.")
    assert (days(event), event.status) == ("2022-02-15", "planned")


def test_a_refusal_is_dated_by_when_it_was_told():
    event = the_event("The president said on Tuesday that Ukraine would not surrender the port.")
    assert (days(event), event.best.trigger) == ("2022-02-08", "said")


def test_a_warning_is_dated_by_what_it_warns_of():
    event = the_event("Washington warned that Russia would attack next week.")
    assert (days(event), event.status) == ("[2022-02-14..2022-02-20]", "warned")


def test_a_season_in_a_name_dates_nothing():
    assert told("Athletes of many nations like the Winter Olympics.") == []


def test_what_was_due_stays_a_plan():
    events = told("The jet left Amsterdam on Thursday and was due to land in Kuala Lumpur on Saturday.")
    assert [(days(e), e.status.value) for e in events] == [
        ("2022-02-10", "happened"), ("2022-02-12", "planned"),
    ]  # fmt: skip


def test_a_length_of_what_may_come_is_counted_from_publication():
    event = the_event("The general warned that Russia could launch an invasion within 48 hours.")
    assert (days(event), event.status.value) == ("[2022-02-12..2022-02-14]", "warned")


def test_the_closer_of_two_dates_of_one_verb_wins():
    event = the_event("The peninsula was annexed eight years ago, on 18 March 2014.")
    assert days(event) == "2014-03-18"


def test_a_visit_that_is_planned_lies_ahead_whatever_the_verb():
    events = told("Mr Lavrov spoke about the planned visit of Mr Blinken to Moscow in September.")
    assert ("2022-09", "visit", "planned") in [(days(e), e.best.trigger, e.status.value) for e in events]


def test_someone_is_expected_somewhere():
    event = the_event("President Macron is expected in Moscow on Monday.")
    assert (days(event), event.kind, event.place.name) == ("2022-02-14", "visit", "Moscow")


def test_a_scene_where_something_was_only_said_is_told_too():
    events = told("At a meeting in Paris on Friday, Russia said there was no reason for sanctions.")
    assert {event.best.trigger: days(event) for event in events} == {
        "said": "2022-02-11",
        "meeting": "2022-02-11",
    }


def test_a_second_date_is_of_the_noun_that_it_stands_by():
    events = told("Angela Merkel flew to Washington on Friday for talks today.")
    assert {event.best.trigger: days(event) for event in events} == {
        "flew": "2022-02-11",
        "talks": "2022-02-12",
    }


def test_a_meeting_in_an_aside_has_the_date_after_it():
    events = told("Mr Blinken will go to Geneva, following his meeting with Mr Kuleba on Friday.")
    assert [(e.best.trigger, days(e)) for e in events] == [("meeting", "2022-02-11")]


def test_a_first_in_twenty_years_is_not_twenty_years_ahead():
    assert told("Poland may be entering its deepest crisis in a decade.") == []
    event = the_event("Jan Duda is to make the first visit in almost two decades next week.")
    assert days(event) == "[2022-02-14..2022-02-20]"


def test_what_emerged_in_a_month_is_what_the_news_is_about():
    event = the_event("In January it emerged that eight people had been jailed.")
    assert (event.title, days(event)) == ("Eight people had been jailed", "2022-01")


def test_what_follows_from_standing_somewhere_has_its_date():
    event = the_event("A year ago, Jan Duda stood at the same desk and presented a map.")
    assert (event.title, days(event)) == ("Jan Duda presented a map", "2021")


def test_a_plan_stands_in_the_clause_that_says_when():
    event = the_event("Poland hopes that it is settled when the talks resume in Geneva next week.")
    assert (event.title, event.status) == ("Talks resume in Geneva", "planned")


def test_a_short_sentence_with_a_long_date_is_no_heading():
    text = "The sky was grey.\n\nA truce began at midnight on 15 February 2015."
    assert [(e.title, days(e)) for e in told(text)] == [("A truce began", "2015-02-15")]


def test_a_feast_may_only_say_what_sort_of_break_it_is():
    assert days(the_event("Jan Duda left Warsaw for a Christmas break on Friday.")) == "2022-02-11"


def test_a_year_that_dates_a_struggle_dates_what_happened_in_it():
    assert days(the_event("Jan Duda was removed from his post during a 1998 power struggle.")) == "1998"


def test_a_year_alone_heads_the_dates_below_it():
    text = "2014\n\nMarch: Russia annexes Crimea.\n\n2016\n\nA bridge is begun.\n\nMay 3: It is tested."
    assert [days(event) for event in told(text)] == ["2014-03", "2016", "2016-05-03"]


def test_who_met_and_agreed_did_so_on_the_same_days():
    events = told("NATO leaders who met in Wales on 4 and 5 September 2014 agreed to help.")
    assert {days(event) for event in events} == {"[2014-09-04..2014-09-05]"}


def test_what_has_happened_this_week_was_over_when_it_was_told():
    assert days(the_event("This week Poland sent tanks to the border.")) == "[2022-02-07..2022-02-12]"


def test_blasts_that_were_heard_are_what_happened():
    event = the_event("Heavy blasts were heard near the airport on Friday.")
    assert (event.title, event.kind, days(event)) == ("Heavy blasts", "attack", "2022-02-11")


def test_what_happened_in_an_incident_has_its_date():
    event = the_event("They know of the incident of 8 February, in which Russian vessels seized three ships.")
    assert (event.title, days(event)) == ("Russian vessels seized three ships", "2022-02-08")


def test_what_is_sold_for_days_to_come_was_sold_today():
    assert days(the_event("Tickets to Warsaw have sold out for the next three days.")) == "2022-02-12"


def test_an_aside_keeps_its_date_and_the_verb_after_it_its_own():
    events = told("That ultimatum, issued on 30 January, expired on Thursday.")
    assert [(e.title, days(e)) for e in events] == [
        ("Ultimatum issued", "2022-01-30"),
        ("Ultimatum expired", "2022-02-10"),
    ]


def test_a_date_beside_a_noun_is_that_of_the_noun_where_the_verb_is_of_now():
    event = the_event("Officials count the cost of a cyber-attack last Thursday that hit banks.")
    assert (event.kind, days(event)) == ("attack", "2022-02-10")


def test_what_happened_where_they_gathered_has_the_same_date():
    events = told("They gathered on Friday outside the embassy, where a car was burned.")
    assert {days(event) for event in events} == {"2022-02-11"}


def test_what_has_lasted_for_years_began_so_long_ago():
    event = the_event("The separatists have controlled the city for eight years.")
    assert (days(event), str(event.status)) == ("2014~/..", "ongoing")
    assert event.best.why == "“eight years”, counted back from the article of 2022-02-12"
    assert days(the_event("They have been at war for the past two weeks.")) == "2022-01-29~/.."


def test_what_has_gone_on_since_what_was_told():
    events = told("The strike began on 1 February. It has cost the railway millions since then.")
    assert [days(event) for event in events] == ["2022-02-01", "2022-02-01/.."]


def test_a_comma_before_and_begins_a_clause_with_its_own_date():
    events = told("Putin met Xi on Monday, and flew to Minsk on Friday.")
    assert [(e.title, days(e)) for e in events] == [
        ("Putin met Xi", "2022-02-07"),
        ("Putin flew to Minsk", "2022-02-11"),
    ]
    assert [
        days(e) for e in told("The bill goes to cabinet on 24 March and will be debated on 7 April.")
    ] == [
        "2022-03-24",
        "2022-04-07",
    ]


def test_a_clause_after_a_semicolon_has_its_own_subject_and_the_same_date():
    events = told(
        "Merkel called Putin on Thursday; the Kremlin, in its account of it, accused Kyiv of lying."
    )
    assert [(e.title, days(e)) for e in events] == [
        ("Merkel called Putin", "2022-02-10"),
        ("Kremlin accused Kyiv of lying", "2022-02-10"),
    ]


def test_two_nouns_that_a_verb_leads_to_have_their_own_dates():
    events = told("War came with the invasion of 24 February 2008 and with the annexation of Crimea in 2014.")
    assert {(e.best.trigger, days(e)) for e in events} >= {("annexation", "2014")}


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


def test_the_date_of_an_aside_is_not_that_of_the_news_around_it():
    events = told(
        "Troops have encircled Lyman, a rail hub captured by Russia in late January, officials said."
    )
    assert {(e.best.trigger, days(e)) for e in events} == {
        ("captured", "[2022-01-21~..2022-01-31~]"),
        ("encircled", "2022-02-12"),
    }


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


def test_a_death_and_the_strike_that_caused_it_are_one_occurrence():
    event = the_event("A soldier died on Monday when a drone dropped a grenade on a dugout.")
    assert event.title == "A soldier died when a drone dropped a grenade on a dugout"


def test_a_chronicle_tells_in_the_present_of_what_bodies_and_leaders_do():
    text = (
        "February 5\n\nParliament votes to remove him and calls an election for May 25. Jan Duda, jailed "
        "since 2011, is released and the same night addresses the square.\n\n"
        "February 6\n\nEU leaders, gathered in Brussels, freeze talks on visas; Poland orders bans."
    )
    assert {(e.best.trigger, days(e)) for e in told(text)} >= {
        ("votes", "2022-02-05"),
        ("election", "2022-05-25"),
        ("released", "2022-02-05"),
        ("addresses", "2022-02-05"),
        ("freeze", "2022-02-06"),
        ("orders", "2022-02-06"),
    }


def test_leaders_of_a_group_meet_next_week():
    event = the_event("Leaders of the G7 meet in The Hague on Monday.")
    assert (days(event), str(event.status)) == ("2022-02-14", "planned")


def test_a_count_by_an_hour_keeps_the_hour():
    event = the_event("By 6pm on Friday six planes had landed.")
    assert (days(event), event.when.precision) == ("2022-02-11T18:00:00", "time")


@pytest.mark.parametrize(
    ("text", "title", "when"),
    [
        ("It was on New Year's Day 2006 that Gazprom cut the gas.", "Gazprom cut the gas", "2006-01-01"),
        (
            "Losses were the highest since the signing of the treaty in May 2020.",
            "Signing of the treaty",
            "2020-05",
        ),
        ("Mourning will be observed there on Monday.", "Mourning will be observed there", "2022-02-14"),
        (
            "The treaty, which was signed in May 2020 and expires in June 2024, holds.",
            "Treaty expires",
            "2024-06",
        ),
        (
            "The council chose Mr Tusk as president, to take over on December 1.",
            "Mr Tusk to take over",
            "2022-12-01",
        ),
        ("A mission planned for October was abandoned.", "A mission planned", "2021-10"),
    ],
)
def test_what_a_date_that_stands_apart_is_of(text: str, title: str, when: str) -> None:
    assert (title, when) in [(event.title, days(event)) for event in told(text)]


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


@pytest.mark.parametrize(
    ("text", "when"),
    [
        ("The 2019 law was repealed in January.", "2022-01"),
        ("The 2023 contest was moved in January to Britain.", "2022-01"),
        ("Shots fell by a quarter in January, compared with December.", "2022-01"),
    ],
)
def test_a_year_that_names_a_thing_and_what_is_compared_date_nothing(text, when):
    assert days(the_event(text)) == when

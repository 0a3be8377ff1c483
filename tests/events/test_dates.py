"""Which occurrence a date belongs to."""

import pytest

from tests.events.reading import days, the_event, told


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


def test_a_date_after_a_dated_aside_is_of_the_main_verb():
    event = told("Mr Biden is expected to meet Liz Truss, who took office in May, later this evening.")[-1]
    assert (days(event), event.title) == ("2022-02-12", "Mr Biden is expected to meet Liz Truss")


def test_a_second_verb_shares_the_plan_and_its_day():
    events = told("Mr Biden will open a fair and receive the premier on Wednesday.")
    assert {event.best.trigger: days(event) for event in events} == {
        "open": "2022-02-16",
        "receive": "2022-02-16",
    }


def test_what_someone_claims_on_a_day_is_told_of_that_day():
    event = the_event("On Friday Mr Biden said that Kyiv had no future.")
    assert (days(event), event.kind) == ("2022-02-11", "statement")


def test_what_was_said_on_a_day_to_have_happened_happened_then():
    event = the_event("The army said on Friday that it had shot down 30 drones.")
    assert (days(event), event.best.trigger) == ("2022-02-11", "shot")


def test_a_date_in_front_of_a_scene_dates_what_happened_there():
    event = the_event("At a summit in Brussels on Thursday, EU leaders imposed sanctions on five banks.")
    assert (days(event), event.best.trigger) == ("2022-02-10", "imposed")


def test_a_set_or_a_bare_duration_dates_nothing():
    assert told("The committee meets every Friday. The talks are expected to take two weeks.") == []


def test_a_refusal_is_dated_by_when_it_was_told():
    event = the_event("The president said on Tuesday that Ukraine would not surrender the port.")
    assert (days(event), event.best.trigger) == ("2022-02-08", "said")


def test_a_warning_is_dated_by_what_it_warns_of():
    event = the_event("Washington warned that Russia would attack next week.")
    assert (days(event), event.status) == ("[2022-02-14..2022-02-20]", "warned")


def test_a_season_in_a_name_dates_nothing():
    assert told("Athletes of many nations like the Winter Olympics.") == []


def test_the_closer_of_two_dates_of_one_verb_wins():
    event = the_event("The peninsula was annexed eight years ago, on 18 March 2014.")
    assert days(event) == "2014-03-18"


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


def test_blasts_that_were_heard_are_what_happened():
    event = the_event("Heavy blasts were heard near the airport on Friday.")
    assert (event.title, event.kind, days(event)) == ("Heavy blasts", "attack", "2022-02-11")


def test_what_happened_in_an_incident_has_its_date():
    event = the_event("They know of the incident of 8 February, in which Russian vessels seized three ships.")
    assert (event.title, days(event)) == ("Russian vessels seized three ships", "2022-02-08")


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


def test_the_date_of_an_aside_is_not_that_of_the_news_around_it():
    events = told(
        "Troops have encircled Lyman, a rail hub captured by Russia in late January, officials said."
    )
    assert {(e.best.trigger, days(e)) for e in events} == {
        ("captured", "[2022-01-21~..2022-01-31~]"),
        ("encircled", "2022-02-12"),
    }


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
        ("The 2019 law was repealed in January.", "2022-01"),
        ("The 2023 contest was moved in January to Britain.", "2022-01"),
        ("Shots fell by a quarter in January, compared with December.", "2022-01"),
    ],
)
def test_a_year_that_names_a_thing_and_what_is_compared_date_nothing(text, when):
    assert days(the_event(text)) == when


@pytest.mark.parametrize(
    ("text", "events"),
    [
        ("On Monday the line is to be closed.", {"Line is to be closed": "2022-02-14"}),
        (
            "The mission is to send a team on Monday, when the first of the victims are to be buried.",
            {
                "Mission is to send a team": "2022-02-14",
                "First of the victims are to be buried": "2022-02-14",
            },
        ),
        (
            "He was sworn in on 7 May, at which point the cabinet stepped down.",
            {"He was sworn in": "2021-05-07", "Cabinet stepped down": "2021-05-07"},
        ),
        (
            "Troops overran the town in the first days of the war that began in May 2014.",
            {
                "Troops overran the town in the first days of the war": "2014-05",
                "War began": "2014-05",
            },
        ),
        (
            "Jan Duda, a minister in Riga until 2013, turned himself in to the police on Monday.",
            {"Jan Duda turned himself in to the police": "2022-02-07"},
        ),
        (
            "An indictment accused 14 people of having taken bribes since 1991.",
            {"An indictment accused 14 people of having taken bribes": "2022-02-12"},
        ),
        (
            "Just before Easter, on 10 April, the tribunal freed all four.",
            {"Tribunal freed all four": "2021-04-10"},
        ),
        (
            "He lost the vote on 3 May. Three days later he was out of a job.",
            {"He lost the vote": "2021-05-03", "He was out of a job": "2021-05-06"},
        ),
    ],
)
def test_what_is_told_beside_a_date_and_what_only_says_who_someone_is(text, events):
    assert {event.title: days(event) for event in told(text)} == events

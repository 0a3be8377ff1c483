"""What a sentence without a date tells: the news of the day, a chronicle's entry, or nothing."""

from datetime import date

import pytest

from tests.events.reading import SATURDAY, days, the_event, told


def test_an_undated_report_is_the_news_of_the_day():
    event = the_event("The Pentagon ordered an additional 3,000 troops to Poland.")
    assert days(event) == "2022-02-12"
    assert "news of the day" in event.best.why


@pytest.mark.parametrize(
    "text",
    [
        "The minister said that the alliance was united.",
        "He is a former general. Kyiv is the capital of Ukraine.",
        "Moscow has repeatedly sent troops to the border.",
        "The president urged calm, a spokesman added. Observers hope for peace soon.",
        "“We withdrew our forces and signed the treaty,” said the chancellor.",
    ],
    ids=["speech", "state", "background", "appeal", "quotation"],
)
def test_speech_states_and_background_are_no_news(text):
    filler = "The sky was grey over the old town. Nobody knew what to expect of it."
    assert told(f"{filler} {text}") == []


def test_an_appeal_to_leave_a_country_is_news():
    events = told("The leaders spoke as several countries urged their citizens to leave Ukraine.")
    assert "Several countries urged their citizens to leave Ukraine" in [event.title for event in events]


def test_what_officials_report_is_dated_by_publication():
    event = the_event("Officials said that rockets had struck a hospital in Kharkiv.")
    assert (days(event), event.kind, event.place.name) == ("2022-02-12", "attack", "Kharkiv")


def test_a_heading_dates_the_entries_of_a_chronicle_below_it():
    text = "21 November 2013\nUkraine suspends its talks with the EU.\n\nMarch 2014\nRussia annexes Crimea."
    assert [(days(e), e.title) for e in told(text)] == [
        ("2013-11-21", "Ukraine suspends its talks with the EU"),
        ("2014-03", "Russia annexes Crimea"),
    ]


def test_a_chronicle_may_put_the_date_before_a_colon():
    event = the_event("17 July 2014: Flight MH17 is shot down over eastern Ukraine.", date(2022, 2, 28))
    assert days(event) == "2014-07-17"


def test_an_entry_time_of_a_live_blog_keeps_the_day():
    event = the_event("14:32 GMT\n\nPresident Zelensky imposed martial law.", date(2022, 2, 24))
    assert days(event) == "2022-02-24"


def test_without_a_publication_date_undated_reports_tell_nothing():
    import timeline

    assert timeline.extract(timeline.Article("The Pentagon ordered 3,000 troops to Poland.")) == []
    assert told("The Pentagon ordered 3,000 troops to Poland.", SATURDAY)


def test_an_article_may_begin_with_an_intention():
    event = the_event("Germany said that it would send 5,000 helmets to Ukraine.")
    assert (days(event), event.best.trigger) == ("2022-02-12", "said")


def test_an_article_may_begin_with_what_goes_on():
    assert the_event("Russian forces are advancing on the city, officials said.").status == "ongoing"


def test_the_last_day_told_in_a_paragraph_dates_the_next_sentence():
    events = told("On Thursday rockets hit Kharkiv. Gunmen killed a mayor.")
    assert [days(event) for event in events] == ["2022-02-10", "2022-02-10"]


def test_what_a_look_back_tells_without_a_date_is_of_the_time_told_last_until_a_new_paragraph():
    text = "In 2014 Russia annexed Crimea. Gunmen seized the parliament.\n\nRockets hit Kharkiv."
    assert [days(event) for event in told(text)] == ["2014", "2014", "2022-02-12"]


def test_an_article_that_opens_with_the_day_before_goes_on_with_it():
    text = "Police raided his home yesterday. The mayor was held.\n\nThe crowd threw stones at 4:30am."
    assert {event.best.trigger: days(event) for event in told(text)} == {
        "raided": "2022-02-11",
        "held": "2022-02-11",
        "threw": "2022-02-11T04:30:00",
    }


def test_a_wires_dateline_is_no_date_of_what_happened():
    event = the_event("KYIV, Feb. 12 (Wire) - Russian troops seized the airport on Friday.")
    assert (days(event), event.title) == ("2022-02-11", "Russian troops seized the airport")


def test_a_report_brings_the_news_of_the_day_it_goes_up_to():
    text = "Daily report, based on information received until 18:00 on 10 February 2022\n\n"
    event = the_event(text + "The mission met the mayor of Donetsk.")
    assert days(event) == "2022-02-10"


def test_every_entry_of_a_live_blog_begins_with_news():
    entry = "Nobody knew what to expect of it. The sky was grey over the town.\n\n10:40\n\n"
    event = the_event(f"{entry}Separatist leaders have asked Moscow for help with their defence.")
    assert days(event) == "2022-02-12"


def test_a_deed_of_someone_is_news_wherever_it_is_told():
    filler = "The sky was grey over the old town. Nobody knew what to expect of it."
    event = the_event(f"{filler} The European Union has banned all Russian aircraft from its airspace.")
    assert (days(event), event.kind) == ("2022-02-12", "sanctions")


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (
            "President Kuchma assured President Yeltsin that Ukraine would not join NATO.",
            "President Kuchma assured President Yeltsin that Ukraine would not join NATO",
        ),
        ("Police have blocked all roads into the city.", "Police have blocked all roads into the city"),
        ("Kyiv has accused Moscow of theft, again.", "Kyiv has accused Moscow of theft"),
        ("Moscow denied the raid.", "Moscow denied the raid"),
    ],
    ids=["a promise", "done by now", "an accusation", "a denial"],
)
def test_promises_and_deeds_done_by_now_are_news(text, title):
    filler = "The sky was grey over the old town. Nobody knew what to expect of it."
    event = the_event(f"{filler} {text}")
    assert (days(event), event.title) == ("2022-02-12", title)


def test_a_second_clause_may_tell_of_anothers_deed():
    events = told("The court freed the mayor, but the army arrested him at the gate.")
    assert {event.best.trigger for event in events} == {"freed", "arrested"}


def test_a_day_in_the_clause_of_the_news_is_its_own():
    assert days(the_event("Conservatives yesterday claimed victory in the elections.")) == "2022-02-11"


def test_what_is_planned_today_is_a_plan():
    assert the_event("Poland is planning to send tanks to Ukraine.").status == "planned"


def test_a_statement_speaks_of_its_issuer_as_we():
    text = "Statement by the European Council on Ukraine\n\nWe call on Russia to withdraw its troops."
    event = the_event(text)
    assert event.title == "European Council calls on Russia to withdraw its troops"
    assert event.actors == ("European Council", "Russia")


def test_a_chronicles_entry_needs_no_verb():
    event = the_event("27 June 2008: Second round of voting in Harare.")
    assert (days(event), event.title) == ("2008-06-27", "Voting in Harare")


def test_a_broadcaster_sets_the_scene_in_a_sentence_of_its_own():
    event = the_event("Atlanta, July 1996. A bomb kills one person at the games.")
    assert days(event) == "1996-07"


def test_a_toll_belongs_to_the_attack_that_the_report_dates():
    text = "At least 82 people were killed, officials said. A bomb exploded in Nairobi on Friday."
    toll, _ = told(text)
    assert (days(toll), toll.best.why) == (
        "2022-02-11",
        "no date is told; the article tells of an attack on 2022-02-11, which this is of",
    )


@pytest.mark.parametrize(
    "text",
    [
        "Some 5,500 people have died in the conflict.",
        "Ukraine was ruled from Moscow for centuries.",
        "Normally the president receives guests in the palace.",
        "Under that deal, Russia agreed to withdraw its troops.",
        "Russian troops withdrew from the town during his presidency.",
        "No date has been set for the vote.",
        "Not everyone agreed to the deal.",
        "Has Russia withdrawn its troops?",
        "They have made peace, but his opponents have questioned whether it lasts.",
        "Moscow denied it.",
        "Moscow has consistently denied the charge.",
    ],
    ids=[
        "toll",
        "background",
        "habit",
        "an older deal",
        "an older time",
        "nothing yet",
        "nobody",
        "a question",
        "a balance",
        "a reply to what stands elsewhere",
        "a stand of long",
    ],
)
def test_tolls_replies_and_habits_are_no_news(text):
    filler = "The sky was grey over the old town. Nobody knew what to expect of it."
    assert told(f"{filler} {text}") == []


def test_what_follows_within_some_time_is_counted_from_the_day_told_last():
    (_, event) = told("They drew up a plan on 1 December. Within a week, rebels stormed the town.")
    assert (days(event), event.best.why) == (
        "[2021-12-01..2021-12-08]",
        "“within a week”, counted on from 2021-12-01, told just before",
    )


def test_a_statement_in_the_present_is_of_the_day_of_publication():
    events = told("Two soldiers were shot on Monday. Canada condemns these attacks. NATO calls for talks.")
    assert [(e.title, days(e)) for e in events if e.kind == "statement"] == [
        ("Canada condemns these attacks", "2022-02-12"),
        ("NATO calls for talks", "2022-02-12"),
    ]


def test_what_is_done_by_now_is_told_beside_a_later_clause_with_a_date():
    events = told("A court has rejected his appeal and the reporter will stay in custody until 30 March.")
    assert "A court has rejected his appeal" in [e.title for e in events]


def test_a_name_that_no_list_has_may_warn_at_the_head_of_a_sentence():
    text = "UTX, which owns a bank, warned shareholders on Monday of losses; its shares fell by 3%."
    assert [e.title for e in told(text)] == ["UTX warned shareholders of losses", "UTX’s shares fell by 3%"]


def test_a_stand_taken_on_some_day_of_the_month_told_last_is_no_event():
    assert [e.title for e in told("Duda was tried in May 1999. Moscow condemned the trial.")] == [
        "Duda was tried"
    ]


def test_what_is_quoted_with_backquotes_is_quoted():
    assert told("``We have seized the city and signed the treaty,'' said the general.") == []


def test_what_takes_up_a_look_back_is_of_then_in_a_new_paragraph_too():
    text = "In 2014 Russia annexed Crimea.\n\nThe annexation set off a crisis.\n\nRockets hit Kharkiv."
    assert [days(event) for event in told(text)] == ["2014", "2014", "2022-02-12"]


def test_the_first_ten_sentences_tell_what_anyone_named_did():
    filler = "The sky was grey over the old town. Nobody knew what to expect of it. "
    event = the_event(f"{filler} Vladimir Medinsky led the delegation.")
    assert (event.title, days(event)) == ("Vladimir Medinsky led the delegation", "2022-02-12")
    assert told(f"{filler * 5} Vladimir Medinsky led the delegation.") == []


def test_what_monitors_see_is_news_wherever_it_is_told():
    filler = "The sky was grey over the old town. Nobody knew what to expect of it."
    event = the_event(f"{filler} Monitors saw three people in uniform near the bridge.")
    assert (event.title, days(event)) == (
        "Monitors saw three people in uniform near the bridge",
        "2022-02-12",
    )


def test_a_statement_speaks_of_the_day_it_is_made_whatever_it_told_before():
    text = (
        "Statement by the Group of Seven on Ukraine\n\n"
        "The war began on 24 February 2021. We demand once more that Russia withdraw."
    )
    assert [(e.title, days(e)) for e in told(text)][-1] == (
        "Group of Seven demands once more that Russia withdraw",
        "2022-02-12",
    )


def test_what_had_come_right_before_is_of_the_same_day():
    event = the_event("Jens Stoltenberg had earlier received Dmytro Kuleba in Brussels.")
    assert days(event) == "2022-02-12"


@pytest.mark.parametrize(
    "text",
    [
        "Envoys of the thirty members failed to agree on a text.",
        "Oleksandr Syrskyi has told Volodymyr Zelenskyy that his troops hold the town.",
        "The Pentagon told Moscow to take the lorries home.",
        "Angela Merkel called the swap a hopeful sign.",
        "Moscow denies that it intends to invade.",
        "Moscow dismissed the claims.",
        "The Dutch club denied the report.",
    ],
)
def test_failures_to_agree_demands_judgements_and_denials_are_news(text):
    event = the_event(f"The sky was grey over the old town. Nobody knew what to expect of it. {text}")
    title = text.removesuffix(".").removeprefix("The ")
    assert (event.title, days(event)) == (title, "2022-02-12")


def test_paragraphs_that_look_back_go_on_doing_so_until_one_is_of_now():
    """What is told after a date long past is of then, not of the day of publication, paragraphs on."""
    events = told(
        "Mali opposed it on Thursday.\n\n"
        "Mali closed Chad's embassy in November 2011.\n\n"
        "The ambassador was expelled.\n\n"
        "The two countries signed a treaty.\n\n"
        "A court has jailed two men."
    )
    dated = {event.title: days(event) for event in events}
    assert dated["Two countries signed a treaty"] == "2011-11"
    assert dated["A court has jailed two men"] == "2022-02-12"


def test_what_came_in_return_is_of_the_time_told_before():
    text = "Mali made a first step on 20 January.\n\nIn return, the European Union eased its sanctions."
    assert [days(event) for event in told(text)] == ["2022-01-20", "2022-01-20"]


def test_what_was_a_day_before_something_undated_is_no_news():
    assert told("A day before the vote, gunmen seized the parliament in Simferopol.") == []


def test_an_entry_that_sums_up_yesterday_tells_of_yesterday():
    text = (
        "09:30 Trains are late\n\nA bridge was shut in Riga.\n\n"
        "08:15 What happened on Friday\n\nHere is a summary of yesterday's main events:\n\n"
        "The UN General Assembly suspended Mali by 93 votes to 24.\n\n"
        "07:50 Snow falls\n\nThe airport was closed in Riga."
    )
    when = {event.title: event.when.edtf for event in told(text)}
    assert when["UN General Assembly suspended Mali by 93 votes to 24"] == "2022-02-11"
    assert when["Airport was closed in Riga"] == "2022-02-12"

"""Dates that stand apart from their verb: in a scene, an aside, an occasion, an auxiliary, another clause."""

import pytest

from tests.events.reading import days, told


def dated(text):
    return {(days(event), event.title, event.status.value) for event in told(text)}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Jan Duda, in a debate lasting four hours on Thursday, admitted that the dam had been mined.",
            ("2022-02-10", "Jan Duda admitted that the dam had been mined", "happened"),
        ),
        (
            "In a televised address on Friday night, Mr Duda called it a crime and urged Mali to help.",
            ("2022-02-11", "Mr Duda urged Mali to help", "happened"),
        ),
        (
            "Mr Duda has tonight ordered everyone to leave the city.",
            ("2022-02-12", "Mr Duda has ordered everyone to leave the city", "happened"),
        ),
        (
            "Pope Francis, who gave up his text at Wednesday's general audience, has a cold.",
            ("2022-02-09", "Pope Francis gave up his text at the general audience", "happened"),
        ),
        (
            "Museums across the country will donate Sunday's takings.",
            ("2022-02-13", "Museums across the country will donate the takings", "planned"),
        ),
        (
            "When Ms Kos was last in the palace, on 28 January, she was shown the door.",
            ("2022-01-28", "Ms Kos was shown the door", "happened"),
        ),
        (
            "January was the worst month of the siege: 232 people were killed.",
            ("2022-01", "232 people were killed", "happened"),
        ),
        (
            "Asked on Thursday whether he would stand again, Mr Lukashenko replied that it was too early.",
            ("2022-02-10", "Mr Lukashenko replied that it was too early", "happened"),
        ),
        (
            "In 1997 a tremor shook Umbria; in 1980, close to 3,000 people perished in Irpinia.",
            ("1980", "Close to 3,000 people perished in Irpinia", "happened"),
        ),
        (
            "The ceasefire which the parties renewed on 29 January was broken within hours.",
            ("2022-01-29", "Ceasefire was broken within hours", "happened"),
        ),
        (
            "Flags are to fly at half-mast on Sunday, and the president will visit the town.",
            ("2022-02-13", "President will visit the town", "planned"),
        ),
        (
            "He appeared on television on Monday to promise broad powers for the regions.",
            ("2022-02-07", "He promised broad powers for the regions", "happened"),
        ),
        (
            "After the shouting match in the office on 28 January, the president halted aid on 3 February.",
            ("2022-02-03", "President halted aid", "happened"),
        ),
        (
            "They had their first talks since before the invasion on Friday.",
            ("2022-02-11", "They had their first talks", "happened"),
        ),
        (
            "The minister is to report to parliament on Friday.",
            ("2022-02-18", "Minister is to report to parliament", "planned"),
        ),
        (
            "A promise of membership was repeated by the alliance ten days ago.",
            ("2022-02-02", "A promise of membership was repeated by the alliance", "happened"),
        ),
        (
            "A preliminary report is due within 30 days.",
            ("[2022-02-12..2022-03-14]", "A preliminary report is due within 30 days", "planned"),
        ),
        (
            "The remains should be home by 19 February, the president said.",
            ("[2022-02-12..2022-02-19]", "Remains should be home", "planned"),
        ),
        (
            "It was 1996 before the United States agreed to pay.",
            ("1996", "United States agreed to pay", "happened"),
        ),
        (
            "During his visit a drone was shot down over the city.",
            ("2022-02-12", "A drone was shot down over the city", "happened"),
        ),
        (
            "A further 15 systems will be delivered in the course of 2023.",
            ("2023", "A further 15 systems will be delivered", "planned"),
        ),
        (
            "The spire was added by Eugene Viollet-le-Duc in 1859.",
            ("1859", "Spire was added by Eugene Viollet-le-Duc", "happened"),
        ),
        (
            "The deadline was moved to 8 February. Two days before it ran out Ms Kos saw the king.",
            ("2022-02-06", "Ms Kos saw the king", "happened"),
        ),
        (
            "They voted on Wednesday. Three days before the vote, Bild revealed that it was rigged.",
            ("2022-02-06", "Bild revealed that it was rigged", "happened"),
        ),
        (
            "In August he means to gather foreign leaders in Kyiv.",
            ("2022-08", "He means to gather foreign leaders in Kyiv", "planned"),
        ),
    ],
    ids=lambda value: "" if isinstance(value, tuple) else value[:30],
)
def test_a_date_is_of_what_happened_then(text, expected):
    assert expected in dated(text)


def test_an_address_is_only_where_something_was_said():
    assert dated("In an address on Friday, Mr Duda urged Mali to help.") == {
        ("2022-02-11", "Mr Duda urged Mali to help", "happened")
    }


def test_the_scene_that_a_sentence_opens_with_has_its_own_day():
    text = "After the shouting match in the office on 28 January, the president halted aid on 3 February."
    assert ("2022-01-28", "Shouting match in the office", "happened") in dated(text)


@pytest.mark.parametrize(
    ("text", "title", "when"),
    [
        ("He came on Saturday, the ninth anniversary of the annexation.", "Annexation", "2013-02-12"),
        (
            "Friday was the 10th anniversary of the downing of flight MH17.",
            "Downing of flight MH17",
            "2012-02-11",
        ),
    ],
)
def test_an_anniversary_tells_when_was_what_it_is_of(text, title, when):
    assert (when, title, "happened") in dated(text)


def test_an_anniversary_without_its_number_tells_no_day():
    assert [days(e) for e in told("The city marked the anniversary of its liberation on Friday.")] == [
        "2022-02-11"
    ]


@pytest.mark.parametrize(
    ("text", "title", "when"),
    [
        (
            "Since Germany, France and Mali backed the pact on 2 January, shelling has declined markedly.",
            "Shelling has declined markedly",
            "2022-01-02/..",
        ),
        (
            "As of 30 January, at least 417 persons, among them 62 women, had been killed since the war "
            "began in April 2021.",
            "At least 417 persons were killed since the war began",
            "2021-04/..",
        ),
        (
            "From 1 February the operator has barred them from entering.",
            "Operator has barred them from entering",
            "2022-02-01/..",
        ),
        (
            "Jan Duda, held in Moscow since last July, broke off a hunger strike in January.",
            "Jan Duda held in Moscow",
            "2021-07/..",
        ),
        (
            "We worry about the sea, where ships have been held since the bridge was opened in May.",
            "Ships have been held since the bridge was opened",
            "2021-05/..",
        ),
    ],
)
def test_what_has_gone_on_since(text, title, when):
    assert (when, title, "ongoing") in dated(text)


def test_someone_freed_is_held_no_longer():
    assert not any(
        "held" in title for _, title, _ in dated("Jan Duda, held since 2014, was freed on Friday.")
    )


def test_will_tells_what_came_of_it_long_ago():
    assert ("2000", "Plant will be closed", "happened") in dated(
        "The plant blew up in April 1986; it will be closed in 2000."
    ) | {("2000", title, status) for _, title, status in dated("The plant will be closed in 2000.")}


def test_early_in_a_week_is_its_first_two_days():
    assert [days(e) for e in told("Mr Duda may speak to Ms Kos early next week.")] == [
        "[2022-02-14~..2022-02-15~]"
    ]


def test_this_time_leads_back_to_the_day_of_the_news():
    text = (
        "Mr Duda was shouted at in the palace on 28 January. This time he handed over a letter to the king."
    )
    assert [days(e) for e in told(text)][-1] == "2022-02-12"


def test_a_week_ago_is_about_that_day():
    assert [days(e) for e in told("Merkel received Mr Duda in Berlin a week ago.")] == ["2022-02-05~"]


def test_an_article_without_a_date_is_read_all_the_same():
    text = "Tickets have sold out for the next three days. On 3 May 2014 the theatre was closed."
    assert [days(event) for event in told(text, None)] == ["2014-05-03"]


def test_a_visit_of_some_days_goes_on_to_its_end():
    assert [days(e) for e in told("Mr Xi arrives in Moscow on Monday for a three-day state visit.")] == [
        "2022-02-14/2022-02-16"
    ]


def test_what_was_there_sets_the_day_of_what_follows():
    text = "There was a moment on Wednesday when peace seemed near. Kyiv handed over 233 people."
    assert [(days(e), e.title) for e in told(text)] == [("2022-02-09", "Kyiv handed over 233 people")]


def test_no_story_goes_on_from_a_year_named_beside_its_day():
    text = (
        "On 15 January the president signed an order over meddling in the elections of 2020. "
        "Ten envoys were told to leave."
    )
    assert ("2022-01-15", "Ten envoys were told to leave") in [(days(e), e.title) for e in told(text)]


def test_what_begins_on_a_day_runs_for_as_long_as_is_said_beside_it():
    text = "The curfew takes effect on Wednesday and will run for 30 days."
    assert [(days(e), e.title) for e in told(text)] == [("2022-02-16/2022-03-17", "Curfew takes effect")]


def test_what_is_demanded_is_planned():
    assert dated("The council demands that all prisoners be freed by Friday.") == {
        ("[2022-02-12..2022-02-18]", "All prisoners to be freed", "planned")
    }


def test_a_length_counts_from_the_main_clause_and_not_from_what_says_who():
    text = "The army has hit rebels who had seized the airport, a day after Jan Duda won the election."
    assert ("2022-02-11", "Jan Duda won the election", "happened") in dated(text)


def test_a_date_behind_an_aside_is_that_of_the_verb_before_it():
    text = "Teams have been going from door to door, accompanied by armed men, since 31 January."
    assert [(days(e), e.title) for e in told(text)] == [
        ("2022-01-31/..", "Teams have been going from door to door")
    ]


def test_what_a_promise_is_about_gives_it_no_date():
    text = "Jan Duda refused to go and vowed that the operation begun last month would be over in hours."
    assert [e.title for e in told(text) if days(e) == "2022-01"] == ["Operation begun"]


def test_what_was_called_something_when_was_called_so_then():
    text = 'Jan Duda called the pipeline "a weapon" when Eva Kos paid him a visit on 22 January.'
    assert ("2022-01-22", 'Jan Duda called the pipeline "a weapon"', "happened") in dated(text)


def test_an_appeal_is_heard_on_its_day():
    assert dated("The appeal will be heard by the Supreme Court on 29 March.") == {
        ("2022-03-29", "Appeal will be heard by the Supreme Court", "planned")
    }

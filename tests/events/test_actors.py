"""Who takes part, by the names of the gazetteers."""

from datetime import date

import pytest

import timeline
from tests.events.reading import days, the_event, told
from timeline import Article
from timeline.events.actors import find_actors

NAMES = [
    ("Kiev recalled its ambassador.", "Ukraine"),
    ("Britain recalled its ambassador.", "Britain"),
    ("The US president spoke.", "Joe Biden"),
    ("Mr Putin spoke.", "Vladimir Putin"),
    ("The North Atlantic Treaty Organization met.", "NATO"),
    ("The Pentagon sent troops.", "Pentagon"),
]


@pytest.mark.parametrize(("text", "name"), NAMES, ids=[name for _, name in NAMES])
def test_a_name_in_any_spelling_is_its_entry(text, name):
    assert name in [actor.name for actor in find_actors(text, date(2022, 2, 12))]


def test_an_office_means_who_held_it_that_day():
    holders = [
        find_actors("The US president spoke.", date(year, 6, 1))[0].name for year in (2010, 2018, 2022)
    ]
    assert holders == ["Barack Obama", "Donald Trump", "Joe Biden"]


def test_a_month_is_no_prime_minister():
    assert find_actors("It rained in May.", date(2018, 6, 1)) == []
    assert find_actors("Mrs May resigned.", date(2018, 6, 1))[0].name == "Theresa May"


def test_a_hyphen_joins_two_actors():
    assert [a.name for a in find_actors("The Biden-Putin call", date(2022, 2, 12))] == [
        "Joe Biden",
        "Vladimir Putin",
    ]


def test_where_something_happens_is_no_actor():
    assert the_event("The Pentagon sent 3,000 troops to Poland on Friday.").actors == ("Pentagon",)


def test_whose_minister_someone_is_is_no_actor():
    event = the_event(
        "US Secretary of State Antony Blinken met Russian Foreign Minister Sergey Lavrov on Friday."
    )
    assert event.actors == ("Antony Blinken", "Sergey Lavrov")


def test_who_only_reports_is_no_actor():
    event = the_event("The Pentagon said on Friday that Russia had moved troops to Belarus.")
    assert event.actors == ("Russia",)


def test_a_list_of_actors_is_taken_whole():
    event = the_event("Russia, Ukraine, Germany and France signed a protocol in Paris on Thursday.")
    assert event.actors == ("Russia", "Ukraine", "Germany", "France")


def test_a_pronoun_means_whom_the_text_was_about():
    events = told("President Emmanuel Macron visited Moscow on Monday. He flew to Kyiv on Tuesday.")
    assert [e.actors for e in events] == [("Emmanuel Macron",), ("Emmanuel Macron",)]


def test_they_may_be_the_two_who_met():
    events = told("Putin met Biden in Geneva on Monday. They last spoke in January.")
    assert [(e.title, e.actors) for e in events] == [
        ("Putin and Biden spoke", ("Vladimir Putin", "Joe Biden")),
        ("Putin met Biden in Geneva", ("Vladimir Putin", "Joe Biden")),
    ]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Airbus won the order. On Monday Airbus said so, and Bombardier agreed.", ["Airbus", "Airbus"]),
        ("The Audit Office of Utopia objected.", ["Audit Office of Utopia"]),
        ("A spokesman for Northern Airways resigned.", ["Northern Airways"]),
        ("Anna Karlsson, a surgeon, left. Karlsson left alone.", ["Anna Karlsson", "Anna Karlsson"]),
        ("The Grain Growers League (GGL) met. Later the GGL split.", ["Grain Growers League"] * 2),
        ("Most people stayed. Others left.", []),
        ("They walked along Baker Street and crossed the Red Bridge.", []),
    ],
)
def test_a_name_that_no_gazetteer_lists_is_known_by_how_the_text_treats_it(text, names):
    assert [actor.name for actor in find_actors(text)] == names


def test_the_mission_may_be_the_one_that_heads_the_page():
    mission = "OSCE Special Monitoring Mission to Ukraine (SMM)"
    assert [a.name for a in find_actors("The Mission saw tanks.", headed=(mission,))] == [mission]
    assert find_actors("The Mission saw tanks.") == []


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Russian forces shelled the town.", ["Russia"]),
        ("Russian gas flowed to pro-Russian rebels.", ["Rebels"]),
        ("The Bank of Japan cut its rate.", ["Bank of Japan"]),
        ("Malaysia Airlines lost contact.", ["Malaysia Airlines"]),
        ("The rebel leader Ivan Petrenko fled.", ["Ivan Petrenko"]),
        ("The aid chief, Maria Svensson, is due.", ["Maria Svensson"]),
        ("The defeated challenger, Jan Duda, declared it void.", ["Jan Duda"]),
        ("Jan Duda, 25, fled.", ["Jan Duda"]),
        ("General Motors sold a plant.", ["General Motors"]),
        ("They saw Jan Duda there. Later Duda left.", ["Jan Duda", "Jan Duda"]),
        ("Ayatollah Ali Khamenei agreed.", ["Ali Khamenei"]),
        ("Secretary of State Adam Smith said no.", ["Adam Smith"]),
        ("He telephoned Ana Maria Lopes on Friday.", ["Ana Maria Lopes"]),
        ("President Biden spoke. Later the president flew home.", ["Joe Biden", "Joe Biden"]),
        ("Adam Nowak, Utopia's new mayor, left.", ["Adam Nowak"]),
        ("They spared Adam Nowak. Nothing against Nowak was found.", ["Adam Nowak", "Adam Nowak"]),
        ("They met at the Capitol Hill. The Hill is steep.", []),
        ("John Kerry met his Russian counterpart.", ["John Kerry", "Sergey Lavrov"]),
        ("The Israelis left. Twelve Americans were killed.", ["Israel"]),
        ("In Moscow people marched.", []),
        ("President Jan Duda of Poland wrote to Western leaders.", ["Jan Duda"]),
        ("Fires burned in New Mexico.", []),
        ("Nato met. The alliance celebrates.", ["NATO", "NATO"]),
        ("The EU met. The steel firm told the bloc so.", ["European Union", "European Union"]),
        ("The Russian attempt failed.", ["Russia"]),
        ("The UN's World Food Programme warned of hunger.", ["World Food Programme (WFP)"]),
        ("Monitors left.", []),
        (
            "Putin met South Africa's president, Cyril Ramaphosa, there.",
            ["Vladimir Putin", "Cyril Ramaphosa"],
        ),
        ("Ukraine's president spoke.", ["Volodymyr Zelenskyy"]),
        ("Russia's defence ministry said no. The Kremlin agreed.", ["Russia", "Russia"]),
        ("The defence ministry in Moscow said no. They met in Moscow.", ["Russia"]),
        ("Brussels imposed a levy. They met in Brussels, near Brussels airport.", ["European Union"]),
        ("Ukrainians voted. Twelve Ukrainians left.", ["Ukraine"]),
        ("They spoke of the integrity of Ukraine and of the east of Poland.", []),
        ("Jan Duda, known as Ace, fled.", ["Jan Duda"]),
        ("Trump and Putin met.", ["Donald Trump", "Vladimir Putin"]),
        ("Globex Inc said no. The company grew.", ["Globex Inc", "Globex Inc"]),
        ("Officials of the Ministry of Health left. The company grew.", ["Ministry of Health"]),
        ("Iranian-made drones flew. The UN charter forbids it.", []),
        ("They met the President of Ukraine, Mr. Volodymyr Zelenskyy, there.", ["Volodymyr Zelenskyy"]),
        ("Lieutenant Colonel Eva Nowak left.", ["Eva Nowak"]),
        ("But Jan Duda, deputy head of the office, left.", ["Jan Duda"]),
    ],
)
def test_who_acts_and_who_only_lends_a_name(text, names):
    day = date(2014, 7, 18) if "Kerry" in text else date(2022, 2, 12)
    found = [actor.name for actor in find_actors(text, day)]
    assert found == names


def test_a_house_where_something_happens_does_not_act():
    assert the_event("Donald Trump was heckled in the White House on Friday.").actors == ("Donald Trump",)
    assert the_event("The White House warned Russia on Friday.").actors == ("White House", "Russia")


def test_a_country_that_is_visited_does_not_act():
    assert the_event("Emmanuel Macron visited Poland on Friday.").actors == ("Emmanuel Macron",)


def test_monitors_are_those_of_the_mission_that_the_text_names():
    found = find_actors(
        "The Special Monitoring Mission to Ukraine reports. The Mission saw tanks; monitors left."
    )
    assert [actor.name for actor in found] == ["OSCE Special Monitoring Mission to Ukraine (SMM)"] * 3


def test_a_meeting_has_the_actors_of_its_clause():
    event = the_event("Chancellor Angela Merkel told President Vladimir Putin in a call on Friday to halt.")
    assert set(event.actors) == {"Angela Merkel", "Vladimir Putin"}


@pytest.mark.parametrize(
    ("text", "published", "name"),
    [
        ("Trump rallied his party on Tuesday.", date(2025, 3, 22), "Donald Trump"),
        ("On Friday Biden flew to Kyiv.", date(2023, 2, 20), "Joe Biden"),
    ],
)
def test_a_surname_alone_means_the_head_of_the_country(text, published, name):
    assert name in [actor.name for actor in find_actors(text, published)]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "Before meeting Vladimir Putin on Friday, Emmanuel Macron was calm.",
            ("Emmanuel Macron", "Vladimir Putin"),
        ),
        (
            "Emmanuel Macron spoke on Friday with the host, Vladimir Putin.",
            ("Emmanuel Macron", "Vladimir Putin"),
        ),
        ("Russia handed its drafts to the United States on Friday.", ("Russia", "United States")),
        ("The separatists left on Friday.", ("Separatists",)),
        ("Rebel leaders warned residents on Friday.", ("Rebels",)),
        ("Ukraine's security service opened a case on Friday.", ("Security Service of Ukraine (SBU)",)),
        ("Russia resumed its attacks on Ukraine's power plants on Friday.", ("Russia",)),
        ("Poland sent messages of support for Ukraine on Friday.", ("Poland",)),
        ("Emmanuel Macron left the grounds of the White House on Friday.", ("Emmanuel Macron",)),
        ("A blast hit the bridge between Russia and Crimea on Friday.", ()),
        ("Under pressure from France, Poland backed down on Friday.", ("Poland",)),
        ("Poland won its independence from Russia in 1918.", ("Poland", "Russia")),
        ("Jan Duda was named commander of the Russian forces on Friday.", ("Jan Duda",)),
        ("The list was lodged on Friday by Nowakbank.", ("Nowakbank",)),
        ("Poland warned that Russia could attack by Friday.", ("Poland", "Russia")),
        (
            "Jan Duda, whose talks with his counterpart, Eva Nowak, broke up on Friday, is glad.",
            ("Jan Duda", "Eva Nowak"),
        ),
        (
            "Ten people, Jan Duda among them, died on Friday when a helicopter crashed.",
            ("Jan Duda",),
        ),
        (
            "Poland announced on Friday that it would block Ukraine's ties with the bloc.",
            ("Poland", "Ukraine"),
        ),
        ("Jan Duda said on Friday that the dam had been mined.", ("Jan Duda",)),
        ("Russian infantry slipped through the lines on Friday.", ("Russia",)),
        (
            "Emmanuel Macron flew to Moscow on Monday, telling Mr Putin it was late.",
            ("Emmanuel Macron", "Vladimir Putin"),
        ),
    ],
)
def test_who_takes_part_stands_before_after_or_beside(text, names):
    assert the_event(text).actors == names


def test_he_and_him_mean_the_person_of_the_sentences_before():
    text = "Adam Nowak, a farmer, left on Monday. The trial was put off. Police questioned him on Tuesday."
    assert told(text)[-1].actors == ("Police", "Adam Nowak")


def test_him_is_nobody_where_two_may_be_meant():
    text = "Vladimir Putin had met Emmanuel Macron. A court released him on Tuesday."
    assert told(text)[-1].actors == ()


def test_him_is_whom_a_sentence_singles_out():
    text = (
        "Vladimir Putin met envoys on Monday. The most disputed of the captives was Jan Duda, a former "
        "commander. A court released him on Tuesday."
    )
    assert told(text)[-1].actors == ("Jan Duda",)


def test_him_is_nobody_where_another_was_named_meanwhile():
    text = "Vladimir Putin left on Monday. A crowd booed Emmanuel Macron. Police held him on Tuesday."
    assert told(text)[-1].actors == ("Police",)


def test_the_two_presidents_are_those_who_are_presidents():
    text = (
        "Joe Biden met Vladimir Putin. Boris Johnson was glad. The two presidents signed a pact on Tuesday."
    )
    assert set(told(text)[-1].actors) == {"Joe Biden", "Vladimir Putin"}


def test_an_office_before_another_name_is_that_persons():
    event = the_event("In 2002 the US president George Bush named Iran.", date(2009, 1, 28))
    assert event.actors == ("George Bush", "Iran")


def test_a_short_name_means_the_full_one_wherever_it_is_given():
    text = "Mr Duda was detained on Friday. The opposition leader, Jan Duda, was freed on Saturday."
    assert [event.actors for event in told(text)] == [("Jan Duda",), ("Jan Duda",)]


def test_a_surname_in_a_possessive_after_in_is_no_place():
    text = (
        "The court upheld the election of Wim Koster on Friday. Koster, who was deputy, welcomed it. "
        "Crowds danced in Koster's home town. He will be sworn in on Monday."
    )
    assert any("Koster will be sworn" in event.title for event in told(text))


def test_someone_may_be_called_what_the_text_called_them_before():
    text = "Russia freed the pilot Jana Duda on Friday. In Kyiv the president awarded the pilot a medal."
    assert any(event.actors[-1:] == ("Jana Duda",) and "medal" in event.title for event in told(text))


def test_what_a_mission_sees_with_is_the_mission_in_its_own_report():
    report = Article(
        "OSCE Special Monitoring Mission to Ukraine\nDaily report\n\n"
        "On 28 July an unmanned aerial vehicle spotted four howitzers near Khrustalnyi.",
        date(2020, 7, 31),
        title="Daily report of the OSCE Special Monitoring Mission",
    )
    (event,) = timeline.extract(report)
    assert event.actors == ("OSCE Special Monitoring Mission to Ukraine (SMM)",)
    assert event.title == "An unmanned aerial vehicle spotted four howitzers near Khrustalnyi"


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("There is aid for Mali, which has been a member since 1995.", ("Mali",)),
        ("Maersk, which on Friday began sending ships round the Cape, is cautious.", ("Maersk",)),
        (
            "The Commissioner for Human Rights, Jana Koster, visited refugees on Friday.",
            ("Jana Koster",),
        ),
        (
            "The Committee of Ministers met. The Committee will return to it on Monday.",
            ("Committee of Ministers",),
        ),
        ("Syria, waiting for tankers, began to ration petrol on Friday.", ("Syria",)),
        (
            "Vladimir Putin came to Viktor Yanukovych's rescue: on Friday he lent him $15bn.",
            ("Vladimir Putin", "Viktor Yanukovych"),
        ),
    ],
)
def test_who_acts_is_known_in_asides_and_by_what_they_are_called(text, names):
    assert names in [event.actors for event in told(text)]


def test_what_only_carries_a_name_is_no_actor():
    event = the_event("Ukraine accepted the Steinmeier formula on Friday.")
    assert event.actors == ("Ukraine",)


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Mali expelled 23 Russians on Friday.", ("Mali", "Russia")),
        ("The bridge was blown up by the departing Russians on Friday.", ("Russia",)),
        ("On Friday Russian coast guard vessels seized the boat.", ("Russia",)),
        ("Officials from Mali, Niger and Chad met on Friday.", ("Mali", "Niger", "Chad")),
        ("Poland banned imports from Ukraine on Friday.", ("Poland", "Ukraine")),
        ("Trucks rolled from Mali on Friday.", ()),
    ],
)
def test_so_many_of_a_people_and_who_comes_from_a_state_act_for_it(text: str, who: tuple[str, ...]) -> None:
    assert the_event(text).actors == who


def test_police_and_protesters_act_without_a_name():
    event = the_event("On Friday police beat protesters near a police station.")
    assert event.actors == ("Police", "Protesters")


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("Mali and Niger closed the border. The two governments sent envoys on Friday.", ("Mali", "Niger")),
        ("Mr Sol and Mr Kos were held in May. Both men were freed on Friday.", ("Sol", "Kos")),
        (
            "Mr Macron, Mrs Merkel, Mr Putin and Mr Zelensky met. The four leaders agreed on Friday.",
            ("Emmanuel Macron", "Angela Merkel", "Vladimir Putin", "Volodymyr Zelenskyy"),
        ),
        ("Mali and Niger swapped captives in May. The two sides met on Friday.", ("Mali", "Niger")),
        ("Envoys of Mali and Niger met in May. The two sides fought on Friday.", ()),
        ("Tanks rolled from Niger into Mali, Chad's neighbour. The two countries held drills on Friday.", ()),
        ("Envoys of Mali, Niger and Chad were there. The two countries signed a treaty on Friday.", ()),
    ],
)
def test_a_group_means_as_many_as_its_number_says_where_just_so_many_were_named(
    text: str, meant: tuple[str, ...]
) -> None:
    (last,) = [event for event in told(text, date(2019, 12, 14)) if days(event) == "2019-12-13"]
    assert last.actors == meant


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Parliament passed the law on Friday.", ("Parliament",)),
        ("The measure was approved by MPs on Friday.", ("MPs",)),
        ("The upper house ratified the treaty on Friday.", ("Upper house",)),
        ("Ten armed groups shelled the town on Friday.", ("Armed groups",)),
        ("Councillors voted on Friday to close the road.", ("Councillors",)),
        ("Army engineers laid a bridge on Friday.", ("Army engineers",)),
        ("Opposition to the school grew on Friday.", ()),
        ("The same committee met on Friday.", ()),
    ],
)
def test_a_body_without_a_name_acts_by_what_it_is_called(text: str, who: tuple[str, ...]) -> None:
    assert the_event(text).actors == who


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Ukrvoda, the water supplier, cut the pressure on Friday.", ("Ukrvoda",)),
        ("DTSK restored power on Friday.", ("DTSK",)),
        ("The moderate CFKT welcomed the letter on Friday.", ("CFKT",)),
        ("The Central Reserve and five other banks offered dollars on Friday.", ("Central Reserve",)),
        ("Oleh Kvit and Sava Mohyla resigned on Friday.", ("Oleh Kvit", "Sava Mohyla")),
        ("Regulators fined Softmicro 497 million euros on Friday.", ("Softmicro",)),
        ("Shelling resumed on Friday.", ()),
        ("The Lisbon Memorandum was signed on Friday.", ()),
    ],
)
def test_a_name_that_no_list_has_is_known_by_its_place_beside_the_verb(
    text: str, who: tuple[str, ...]
) -> None:
    assert the_event(text).actors == who


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("The Kremlin chief spoke to Mr Xi on Friday.", ("Vladimir Putin", "Xi Jinping")),
        ("The French leader flew to Kyiv on Friday.", ("Emmanuel Macron",)),
        ("An American leader of a mission resumed work on Friday.", ()),
    ],
)
def test_who_leads_a_state_is_its_head(text: str, who: tuple[str, ...]) -> None:
    assert the_event(text).actors == who


def test_a_church_named_after_a_people_is_no_state():
    event = the_event("The Russian Orthodox Church broke off all ties with Constantinople on Monday.")
    assert "Russian Orthodox Church" in event.actors
    assert "Russia" not in event.actors


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("The body of Reshat Kosov was found on 15 March.", ("Reshat Kosov",)),
        ("On Monday she beat the Belarusian Aryna Kosova in Rome.", ("Aryna Kosova",)),
        ("Ukraine's Lesia Dudenko pulled out of a match on Friday.", ("Lesia Dudenko",)),
        ("The Charles Bridge was shut on Friday.", ()),
    ],
)
def test_a_common_given_name_makes_a_person(text: str, who: tuple[str, ...]) -> None:
    assert the_event(text).actors == who


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("The shipping group Trosk closed its terminals on Tuesday.", ("Trosk",)),
        ("On Friday the country's biggest operator, Dzvinok, restored voice calls.", ("Dzvinok",)),
        ("Hroshibank, the country's largest lender, was nationalised on Sunday.", ("Hroshibank",)),
        ("Volunteers of the far-right Zirka movement marched on Friday.", ("Zirka",)),
        ("The tanker Sigma rammed the frigate Petrel on Friday.", ("Sigma", "Petrel")),
    ],
)
def test_a_name_is_a_body_where_words_beside_it_say_of_what_sort(text: str, who: tuple[str, ...]) -> None:
    assert the_event(text).actors == who


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (
            '"It was a blow," Jan Duda, head of the body, told reporters. He rejected the report on Friday.',
            "Jan Duda rejected the report",
        ),
        (
            "A court in Uman released Jan Duda in January. He left for Poland on Friday.",
            "Jan Duda left for Poland",
        ),
        (
            "Who was Jan Duda? A former baker, he seized the town hall. In January he was elected mayor.",
            "Jan Duda was elected mayor",
        ),
        (
            "Jan Duda has met his Russian opposite number, Oleg Kos, twice. They parted on Friday.",
            "Jan Duda and Oleg Kos parted",
        ),
    ],
)
def test_he_or_they_are_those_whom_a_quotation_a_question_or_the_sentence_before_named(text, title):
    assert title in [event.title for event in told(text)]


def test_he_is_nobody_where_another_has_been_named_since():
    text = "Jan Duda lost the vote. The jury had named Oleg Kos in May. On Friday he resigned."
    assert "Jan Duda resigned" not in [event.title for event in told(text)]

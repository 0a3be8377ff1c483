"""Titles read like a headline."""

import pytest

from tests.events.reading import the_event, told

EXAMPLES = [
    (
        "Air defences shot down 18 drones launched at Odesa on Friday.",
        "Air defences shot down 18 drones launched at Odesa",
    ),
    ("Arrested in 2018, Oleg Sentsov is still in jail.", "Oleg Sentsov arrested"),
    ("Russia responded on Friday by closing the border.", "Russia responded by closing the border"),
    (
        "Officials accused Russian hackers of having knocked out the grid in January.",
        "Russian hackers knocked out the grid",
    ),
    (
        "Having flown to the Netherlands on Friday, Zelensky is in The Hague.",
        "Zelensky flew to the Netherlands",
    ),
    ("The tribunal recommended a ban on Friday.", "Tribunal recommended a ban"),
    (
        "Kharkiv, home to a million people before the war, came under fire on Friday.",
        "Kharkiv came under fire",
    ),
    (
        "The number of displaced people had reached a million on Friday.",
        "Number of displaced people reached a million",
    ),
    (
        "Hostilities have claimed more than 9,000 lives since April 2014.",
        "Hostilities have claimed more than 9,000 lives",
    ),
    ("Canada was the first state to recognise the vote, on 3 February.", "Canada recognised the vote"),
    ("The economy contracted by 37 per cent in January.", "Economy contracted by 37 per cent"),
    ("The ban, in force since 2014, was lifted on Friday.", "Ban was lifted"),
    ("Jan Duda, in office since January, is on leave.", "Jan Duda in office"),
    (
        "Poland closed its last open crossing with Belarus on Friday.",
        "Poland closed its last open crossing with Belarus",
    ),
    ("His approval rating fell to 23 per cent in January.", "His approval rating fell to 23 per cent"),
    ("The prisoners were freed shortly after noon on Friday.", "Prisoners were freed"),
    ("The airport, closed since May, will stay so.", "Airport closed"),
    (
        "Biden called Slovenia's prime minister on Friday to clinch the deal.",
        "Biden called Slovenia's prime minister to clinch the deal",
    ),
    ("Trains were cancelled throughout January.", "Trains were cancelled"),
    ("Britain on Friday withdrew its troops.", "Britain withdrew its troops"),
    ("On Friday, the Pentagon ordered 3,000 troops to Poland.", "Pentagon ordered 3,000 troops to Poland"),
    ("A court jailed two captured soldiers on Friday.", "A court jailed two captured soldiers"),
    (
        "Arrest warrants for Jan Duda and Adam Nowak were issued on Friday.",
        "Arrest warrants for Jan Duda and Adam Nowak were issued",
    ),
    ("Russian shelling wounded nine people.", "Russian shelling wounded nine people"),
    ("They are tired since fighting erupted in April.", "Fighting erupted"),
    ("People have fled Ukraine since Friday, officials said.", "People have fled Ukraine"),
    ("On Friday the G7 pledged commitments to Ukraine.", "G7 pledged commitments to Ukraine"),
    ("Rockets hit a station on Friday, officials said.", "Rockets hit a station"),
    ("Officials said on Friday that rockets had hit a station.", "Rockets hit a station"),
    ("Meanwhile, Poland plans to send tanks next month.", "Poland plans to send tanks"),
    ("Jens Stoltenberg, the head of NATO, visited Kyiv on Friday.", "Jens Stoltenberg visited Kyiv"),
    ("On Friday the theatre, where hundreds had hidden, was destroyed.", "Theatre was destroyed"),
    ("She is glad of the release of activists who were detained on Friday.", "Activists were detained"),
    ("They hailed the success of rebels who took the town on Friday.", "Rebels took the town"),
    ("He said two people, in two cases, were convicted on Friday.", "Two people were convicted"),
    ("On Friday Jan Duda, 25 – who holds two passports – was arrested.", "Jan Duda was arrested"),
    ("A majority (57%) of voters backed the deal on Friday.", "A majority (57%) of voters backed the deal"),
    ("This week Jan Duda, a student, ended a fast.", "Jan Duda ended a fast"),
    ("Jan Duda, given three years for what he wrote, has fasted since May.", "Jan Duda has fasted"),
    ("The code – which the president, Jan Duda, opposes – was adopted on Friday.", "Code was adopted"),
    ("In 2018 a request to visit the site was refused.", "A request to visit the site was refused"),
    ("It was asked whether the accord, signed in 2015, has a future.", "Accord signed"),
    ("With elections scheduled for May, times are hard.", "Elections scheduled"),
    ("Moscow is hostile to the alliance after the 2014 revolution.", "2014 revolution"),
    ("The election on 19 March is being seen in Ukraine as a test.", "Election in Ukraine"),
    ("Jan Duda, the head of the Union for Change (UFC), left on Friday.", "Jan Duda left"),
    ("On Friday the rebels, bloodied and in retreat, made peace.", "Rebels made peace"),
    (
        "Speaking at a meeting in Kyiv on Friday, Jan Duda said he was glad.",
        "Jan Duda said he was glad",
    ),
    (
        "Jan Duda, 67, the baker who was jailed for a year, left Kyiv on Friday.",
        "Jan Duda left Kyiv",
    ),
    ("Jan Duda, a lawyer for one of them, who won on Friday, is glad.", "Jan Duda won"),
    (
        "Referendums on joining Russia that are to be held on Friday are void.",
        "Referendums on joining Russia are to be held",
    ),
    (
        "In a letter sent to Paris on Friday, Poland accused Russia of theft.",
        "Poland accused Russia of theft",
    ),
    ("In a letter dated Friday, Poland accused Russia of theft.", "Poland accused Russia of theft"),
    ("Vladimir Putin, in a decree signed on Friday, pardoned them.", "Vladimir Putin pardoned them"),
    (
        "In a report released on Friday, Poland said that both sides had tortured people.",
        "Poland said that both sides had tortured people",
    ),
    (
        "Jan Duda, a former comedian who won, toured the trenches on Friday.",
        "Jan Duda toured the trenches",
    ),
    (
        "Jan Duda, a former comedian elected as a peacemaker, toured the trenches on Friday.",
        "Jan Duda toured the trenches",
    ),
    ("U.S. officials left on Friday.", "U.S. officials left"),
    (
        "Far away in Utopia, a synod led by Jan Duda, the head of the church, agreed on Friday to meet.",
        "A synod agreed to meet",
    ),
    (
        "They saw the village, in which ten people, among them children, were killed on Friday.",
        "Ten people were killed",
    ),
    ("They praise the corridor, opened by Poland on Friday.", "Corridor opened by Poland"),
    ("Poland paid 4 billion euros, or $5 billion, and left on Friday.", "Poland left"),
    ("Poland dismissed as lies on Friday Russian claims.", "Poland dismissed as lies Russian claims"),
    ("Poland, which last Friday put troops on alert, is calm.", "Poland put troops on alert"),
    ("Nobody visits the ten soldiers, captured on Friday.", "Ten soldiers captured"),
    (
        "They gave a sum of €100bn (£84bn) to the army on Friday.",
        "They gave a sum of €100bn (£84bn) to the army",
    ),
    ("France dropped, for the time being, the law on Friday.", "France dropped the law"),
    ("Jan Duda took over on Friday.", "Jan Duda took over"),
    ("Part of a missile that had been shot down hit a house on Friday.", "Part of a missile hit a house"),
    ("Jan Duda fought for most of Friday.", "Jan Duda fought"),
    ("A truce Jan Duda declared was broken by both sides on Friday.", "A truce was broken by both sides"),
    ("They welcome the first summit on peace, held on Friday.", "First summit on peace held"),
    ("They await a law on courts, which will expire on Friday.", "A law on courts will expire"),
    ("Sanctions due to expire on Friday are void.", "Sanctions due to expire"),
    ("In a letter sent to friends on Friday, Jan Duda is frank.", "A letter sent to friends"),
    ("During the first quarter of the financial year Airbus sold 20 jets.", "Airbus sold 20 jets"),
    ("Jan Duda, the baker who fled, had returned on Friday.", "Jan Duda returned"),
    ("Jan Duda, 67, who announced the drills on Friday, is glad.", "Jan Duda announced the drills"),
    ("Poland, meanwhile, has begun the drills on Friday.", "Poland has begun the drills"),
    ("Envoys, meeting in Brussels, settled on Friday on new sanctions.", "Envoys settled on new sanctions"),
    ("Jan Duda, whose talks failed, left on Friday.", "Jan Duda left"),
    (
        "They deplore the annexation, proclaimed by Russia on 18 March 2014.",
        "Annexation proclaimed by Russia",
    ),
    (
        "In a speech, postponed from Thursday, Jan Duda announced reforms on Friday.",
        "Jan Duda announced reforms",
    ),
    (
        "Poland, which cut the number of visas issued to Russians on Friday, is calm.",
        "Poland cut the number of visas issued to Russians",
    ),
    (
        "Mali and Chad, both run by soldiers, warned on Friday that it means war.",
        "Mali and Chad warned that it means war",
    ),
    ("Jan Duda, 68, the politician who was jailed on Friday, is free.", "Jan Duda was jailed"),
    ("On 30 March 2014 columns from Crimea seize the dam.", "Columns from Crimea seize the dam"),
    ("The last ship to use it, the Samsun, had left on Friday.", "Last ship to use it left"),
    ("Under a treaty signed in 2003, passage is free.", "A treaty signed"),
    ("Here is a school which, a guard said, was struck on Friday.", "A school was struck"),
    ("The State Duma passed the law and it was signed on Friday.", "Law was signed"),
    (
        "The talks have no future, President Emmanuel Macron said on Friday.",
        "President Emmanuel Macron said the talks have no future",
    ),
    ("Poland's foreign minister, Jan Duda, resigned on Friday.", "Jan Duda resigned"),
    ("Jan Duda, Poland's chief negotiator, who was ill, resigned on Friday.", "Jan Duda resigned"),
    ("Shares in Alphabet, Google's parent, fell on Friday.", "Shares in Alphabet fell"),
    ("Envoys, one of whom was ill, signed the deal on Friday.", "Envoys signed the deal"),
    (
        "Separately, 108 women, dozens of whom had been wounded, were freed on Friday.",
        "108 women were freed",
    ),
    (
        "EU leaders, whose offer was vetoed by the Hungarian premier, Viktor Orban, are to meet on Friday.",
        "EU leaders are to meet",
    ),
    (
        "The list, approved by ministers after rockets hit a port, was published on Friday.",
        "List was published",
    ),
    ("All is quiet since Adam Duda, the envoy, left on Friday.", "Adam Duda left"),
    (
        "On Friday the boats were rammed, fired on and boarded by soldiers.",
        "Boats were rammed, fired on and boarded by soldiers",
    ),
]


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("The captives were flown to Turkey and freed on Monday.", "Captives were freed"),
        ("Both men were flown to Turkey and set free on Monday.", "Both men were set free"),
        ("A soldier was shot and died on Monday.", "A soldier died"),
        ("A bridge was hit and collapsed on Monday.", "A bridge collapsed"),
        ("Talks were held in Minsk and ended on Monday.", "Talks ended"),
    ],
)
def test_what_follows_a_passive_is_passive_where_its_verb_can_be(text, title):
    assert title in [event.title for event in told(text)]


@pytest.mark.parametrize(("text", "title"), EXAMPLES, ids=[title for _, title in EXAMPLES])
def test_a_title_is_who_does_what_without_the_date_and_who_says_so(text, title):
    assert the_event(text).title == title


@pytest.mark.parametrize(
    ("text", "title", "actors"),
    [
        (
            "President Emmanuel Macron visited Moscow on Monday. He also met Vladimir Putin on Tuesday.",
            "Emmanuel Macron met Vladimir Putin",
            ("Emmanuel Macron", "Vladimir Putin"),
        ),
        (
            "Gen. Jan Duda said in a speech in the town that he hopes to free the hostages within two weeks.",
            "Gen. Jan Duda hopes to free the hostages within two weeks",
            ("Jan Duda",),
        ),
        (
            "The top commander of the force said on Thursday he had sent a team.",
            "Top commander of the force sent a team",
            (),
        ),
        (
            "Emmanuel Macron was freed on Friday. His arrest on Tuesday shocked the city.",
            "Emmanuel Macron’s arrest shocked the city",
            ("Emmanuel Macron",),
        ),
        (
            "The UN will not lift the sanctions imposed on Iraq after its 1990 invasion of Kuwait.",
            "Iraq’s invasion of Kuwait",
            ("Iraq", "Kuwait"),
        ),
        (
            "“We have been shrinking since 2013,” said Jan Duda, a baker in Gdansk.",
            "Jan Duda: We have been shrinking",
            ("Jan Duda",),
        ),
        (
            "Nato agreed. The alliance said the bridge was hit. The alliance will meet in Paris on Monday.",
            "NATO will meet in Paris",
            ("NATO",),
        ),
        ("“I will sign it on Monday,” Mr Biden told us.", "Mr Biden: I will sign it", ("Joe Biden",)),
        (
            "Jan Duda spoke in May. A month later Mr Macron had warned him of a rift. He left on Friday.",
            "Mr Macron warned Jan Duda of a rift",
            ("Emmanuel Macron", "Jan Duda"),
        ),
        (
            "Jana Duda lost her office in May. A court sentenced her over a contract on Friday.",
            "A court sentenced Jana Duda over a contract",
            ("Jana Duda",),
        ),
        (
            "Emmanuel Macron met Jan Duda in Paris on Monday. Leaders of banks joined them for dinner.",
            "Leaders of banks joined Emmanuel Macron and Jan Duda for dinner",
            ("Emmanuel Macron", "Jan Duda"),
        ),
        (
            "President Jan Duda of the Republic of Mali and President Eva Kos of Chad met on Monday."
            " They agreed on a truce.",
            "Jan Duda and Eva Kos agreed on a truce",
            ("Jan Duda", "Eva Kos"),
        ),
        (
            "Chad pledged to respect Mali's borders as the country gave up its arms on Friday.",
            "Mali gave up its arms",
            ("Mali",),
        ),
    ],
)
def test_a_pronoun_is_replaced_by_whom_it_means(text, title, actors):
    assert {event.title: event.actors for event in told(text)}[title] == actors


def test_a_day_that_names_what_is_remembered_stays_in_its_title():
    events = told("On Friday Jan Duda met Eva Kos, with Ada Lem and Oleh Bil, at the parade of D-Day.")
    assert "Parade of D-Day" in [event.title for event in events]


def test_them_after_among_is_no_subject():
    event = told("Kyiv got 215 men back, among them commanders who led the defence until May.")[-1]
    assert event.title.startswith("Commanders led the defence")


def test_half_a_quotation_loses_its_marks():
    assert (
        "“" not in the_event("Biden called Putin on Friday to warn him of “swift costs if he invades.").title
    )


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (
            "Leaders, alarmed by a raid, agreed on a plan, and Mr Duda, who had flown in, left on Friday.",
            "Mr Duda left",
        ),
        (
            "Hopes rose when a convoy of ten lorries, having crossed the border, came back empty on Friday.",
            "A convoy of ten lorries came back empty",
        ),
        (
            "He called for a zone, an idea backed by Mali and rejected by a Russian deputy on Friday.",
            "An idea rejected by a Russian deputy",
        ),
        ("What changed minds was a set of traces, received on Friday.", "A set of traces received"),
        ("By the time Germans choose a head on 26 September, gas could flow.", "Germans choose a head"),
        ("Russians will vote on March 15-17 in an election.", "Russians will vote in an election"),
        (
            "Ministers of Mali, Niger, Chad and Togo, who flew in, met in Riga on Friday.",
            "Ministers of Mali, Niger, Chad and Togo met in Riga",
        ),
        ("He helped to extend the contract, which was signed on Friday.", "Contract was signed"),
        ("We came at the invitation of Estonia, which took over on Friday.", "Estonia took over"),
        ("Ten were on board the airliner that was shot down on Friday.", "Airliner was shot down"),
        ("Jan Duda, whose talks in Riga broke up on Friday, left.", "Jan Duda’s talks in Riga broke up"),
        ("He spoke of a coup, a charge the Kremlin rejected on Friday.", "Kremlin rejected a charge"),
        (
            "The firm resumed its aid on Friday, a day after Mr Duda had paused it.",
            "Mr Duda paused aid",
        ),
        ("After that call the Kremlin gave way on Friday.", "Kremlin gave way"),
        ("The meeting, their first in three years, ended on Friday.", "Meeting ended"),
        (
            "Mr Duda, who announced the swap before it was completed, left on Friday.",
            "Mr Duda left",
        ),
        (
            "If they fail, Mr Duda warned in April, the firm might fail.",
            "Mr Duda warned the firm might fail",
        ),
        (
            "Both sides agreed on Friday to swap all badly wounded and sick prisoners.",
            "Both sides agreed to swap all badly wounded and sick prisoners",
        ),
        ("Having denied it, Iran admitted the error on Friday.", "Iran admitted the error"),
        (
            "Mali and the Union as a whole shut their skies on Friday.",
            "Mali and the Union as a whole shut their skies",
        ),
        (
            "Ukraine's air force says it shot down 41 of 42 drones launched overnight.",
            "Ukraine's air force shot down 41 of 42 drones",
        ),
        (
            "A fire broke out on Friday at the port, where falling debris injured two men.",
            "Falling debris injured two men",
        ),
        ("The pull-back, due on Monday, was postponed.", "Pull-back was postponed"),
        (
            "Russian guns, he added, have been firing at the town since January.",
            "Russian guns have been firing at the town",
        ),
        (
            "The leaders of Russia, Germany and France, who met in Berlin in 2016, will meet again.",
            "Leaders of Russia, Germany and France met in Berlin",
        ),
        (
            "The mercenaries have left Russia's army headquarters, which they had held since dawn.",
            "Mercenaries held Russia's army headquarters",
        ),
    ],
)
def test_a_subject_is_found_past_asides_lists_and_reduced_clauses(text: str, title: str) -> None:
    assert title in [event.title for event in told(text)]


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (
            "Putin met North Korea's leader, Kim Jong Un, on Friday.",
            "Putin met North Korea's leader, Kim Jong Un",
        ),
        (
            "EU leaders agreed on Friday that the sanctions would stay.",
            "EU leaders agreed that the sanctions would stay",
        ),
        (
            "Zelensky asked Western leaders on Friday not to spread panic.",
            "Zelensky asked Western leaders not to spread panic",
        ),
        (
            "NATO leaders decided at a two-day summit in Warsaw that ended on Friday to send four battalions "
            "to Poland.",
            "NATO leaders decided to send four battalions to Poland",
        ),
        (
            "On Friday France and Mali accepted that the deadlines, which had passed, will slip.",
            "France and Mali accepted that the deadlines will slip",
        ),
        (
            "Blinken conferred on Friday with his British, French and German counterparts.",
            "Blinken conferred with his British, French and German counterparts",
        ),
        ("Mali applied on Friday, four days after the attack.", "Mali applied"),
        ("Russian troops encircled it on 2 January.", "Russian troops encircled it"),
        (
            "The Law on Education, which Parliament passed in May and the president signed in July 2021, "
            "is in force.",
            "President signed Law on Education",
        ),
        (
            "The firm, founded in 1983, disclosed on Friday that it had lost its ships.",
            "Firm disclosed that it had lost its ships",
        ),
        (
            "The envoy was hurt in a blast on Friday, which damaged the embassy, shattered a tower and "
            "toppled a house.",
            "Blast shattered a tower",
        ),
        (
            "Deputies installed Jan Duda as the region's leader on Friday.",
            "Deputies installed Jan Duda as the region's leader",
        ),
        ("He recognised the region on Friday and ordered troops to go in.", "He ordered troops to go in"),
        (
            "The law follows the pact of Minsk, which envoys of Mali, Chad and Niger signed on 5 January.",
            "Envoys of Mali, Chad and Niger signed the pact of Minsk",
        ),
        ("The bill was submitted in December and withdrawn in January.", "Bill was submitted"),
        (
            "If the deal fails, prices will rise, the minister warned on Friday.",
            "Minister warned that if the deal fails, prices will rise",
        ),
        (
            "Separatists who hold the city announced a vote on Friday.",
            "Separatists announced a vote",
        ),
        (
            "A price cap on Russian oil that is carried by sea took effect on Friday.",
            "A price cap on Russian oil took effect",
        ),
        (
            "They mourned the loss of flight MH17, which was shot down on 17 July 2014.",
            "Flight MH17 was shot down",
        ),
    ],
)
def test_a_title_tells_with_whom_and_what_was_decided(text: str, title: str) -> None:
    assert title in [event.title for event in told(text)]


def test_he_who_had_been_elsewhere_is_the_one_who_acts():
    text = "Emmanuel Macron met Olaf Scholz on Friday, a day after he had talked with Vladimir Putin."
    assert "Emmanuel Macron talked with Vladimir Putin" in [event.title for event in told(text)]


def test_whose_something_is_stays_said_where_it_is_taken_up():
    text = "Moscow kept silent. Its navy said on Friday that it had hit a hangar."
    assert "Moscow’s navy hit a hangar" in [event.title for event in told(text)]


def test_he_is_no_one_where_another_was_named_since():
    text = (
        "President Zelensky wrote a poem. President Trump, sent a copy, read it. He spoke on Friday of peace."
    )
    assert not any(event.title.startswith("President Zelensky spoke") for event in told(text))

"""One date, several occurrences: what stands beside a dated verb, and what is counted from it.

Every article here is of Thursday 24 February 2022.
"""

from datetime import date

import pytest

from tests.events.reading import days, told

THURSDAY = date(2022, 2, 24)

EXAMPLES = [
    (
        "Ministers met in Riga on Tuesday and agreed on new sanctions.",
        {"met": "2022-02-22", "agreed": "2022-02-22"},
    ),
    (
        "Since 2014, Russia has occupied Crimea and fuelled a war in Donbas.",
        {"occupied": "2014/..", "fuelled": "2014/.."},
    ),
    (
        "A soldier was killed when gunmen stormed a base in Simferopol on Monday.",
        {"killed": "2022-02-21"},
    ),
    (
        "Putin signed the treaty on Tuesday, two days after voters backed it in a referendum.",
        {"signed": "2022-02-22", "backed": "2022-02-20"},
    ),
    (
        "The talks began on Wednesday, three days after the referendum.",
        {"began": "2022-02-23", "referendum": "2022-02-20"},
    ),
    (
        "Russian troops have held Crimea since February 2014, when armed men took over the parliament.",
        {"held": "2014-02/..", "took": "2014-02"},
    ),
    (
        "Ukraine has fought the rebels since April 2014, a month after Russia annexed Crimea.",
        {"fought": "2014-04/..", "annexed": "2014-03"},
    ),
    (
        "The revolt began in April 2014, and more than 1,000 people have died since then.",
        {"began": "2014-04", "died": "2014-04/.."},
    ),
    (
        "Mr Biden said on Tuesday that he was concerned and accused Moscow of aggression.",
        {"accused": "2022-02-22"},
    ),
    (
        "The invasion began three days ago, on 21 February 2022.",
        {"began": "2022-02-21"},
    ),
    (
        "On Wednesday, he flew to Kyiv before chairing a meeting.",
        {"flew": "2022-02-23", "chairing": "2022-02-23"},
    ),
    (
        "The mayor was detained on Tuesday after a raid on his home.",
        {"detained": "2022-02-22", "raid": "2022-02-22"},
    ),
    (
        "NATO troops toppled the Taliban in 2001 and have remained in Kabul ever since.",
        {"toppled": "2001", "remained": "2001/.."},
    ),
    (
        "Since 1985 – when Israel created a buffer zone – 200 soldiers have been killed.",
        {"created": "1985", "killed": "1985/.."},
    ),
    (
        "On Tuesday he was detained, hours before he was due to lead a rally.",
        {"detained": "2022-02-22", "lead": "2022-02-22"},
    ),
    (
        "Putin signed the treaty on Tuesday, two days after Russia's seizure of the port.",
        {"signed": "2022-02-22", "seizure": "2022-02-20"},
    ),
    (
        "Putin promised a reply on Monday, and the strikes on Odesa, on Tuesday, were described as that.",
        {"promised": "2022-02-21", "strikes": "2022-02-22"},
    ),
    (
        "The minister was arrested two days before the parliament met on Tuesday.",
        {"arrested": "2022-02-20", "met": "2022-02-22"},
    ),
    (
        "A day before the drills began, Macron said that he hoped for talks.",
        {},
    ),
    (
        "Rebels opened a second front and on Tuesday captured a town.",
        {"captured": "2022-02-22"},
    ),
    (
        "Mr Putin flew to Minsk on Tuesday and, hours later, met his ally.",
        {"flew": "2022-02-22", "met": "2022-02-22"},
    ),
    (
        "The firm stopped deliveries on Tuesday, a day after Mali, the last country to hold out, grounded "
        "the jet, and four days after one of them crashed.",
        {"stopped": "2022-02-22", "grounded": "2022-02-21", "crashed": "2022-02-18"},
    ),
    (
        "Kyiv gave up the town on Tuesday, its worst loss since Bakhmut fell in May, and envoys "
        "in Munich left.",
        {"gave": "2022-02-22", "fell": "2021-05", "left": "2022-02-22"},
    ),
    (
        "A draft was presented on 12 January, the day on which the presidents spoke by telephone.",
        {"presented": "2022-01-12", "spoke": "2022-01-12"},
    ),
    (
        "The firm insisted on Tuesday that all was well; that was the day on which its chief rang Mr Biden, "
        "and on which Britain closed its skies.",
        {"insisted": "2022-02-22", "rang": "2022-02-22", "closed": "2022-02-22"},
    ),
    (
        "Mrs Merkel denied it until April 2018, when she conceded the point.",
        {"denied": "../2018-04", "conceded": "2018-04"},
    ),
    (
        "Two envoys signed the plan early last month; they boasted of it ten days before the leaders met on "
        "16 January.",
        {"signed": "[2022-01-01~..2022-01-10~]", "boasted": "2022-01-06", "met": "2022-01-16"},
    ),
    (
        "Mr Biden rang Mr Duda on Tuesday and, according to the White House, blamed the loss on Congress.",
        {"rang": "2022-02-22", "blamed": "2022-02-22"},
    ),
    (
        "Such a step was wrong, Mr Guterres said on Tuesday, two days after he had laid a wreath.",
        {"said": "2022-02-22", "laid": "2022-02-20"},
    ),
    (
        "A ban enters into force on Friday, the day a trade pact starts to apply.",
        {"enters": "2022-02-25", "starts": "2022-02-25"},
    ),
    (
        "The plan is ready, Reznikov said last Friday, the day a missile flattened a block of flats in Uman.",
        {"flattened": "2022-02-18"},
    ),
    (
        "Security will be tight next Wednesday, when Russia marks the victory with a parade.",
        {"marks": "2022-03-02"},
    ),
    (
        "A virus struck banks on Tuesday and has since turned up in 60 countries.",
        {"struck": "2022-02-22", "turned": "2022-02-22/.."},
    ),
    (
        "A referendum on 16 March 2014 was followed two days later by the incorporation of Crimea.",
        {"referendum": "2014-03-16", "incorporation": "2014-03-18"},
    ),
    (
        "The EU unveiled its plan to cut imports by 2030 on Tuesday.",
        {"unveiled": "2022-02-22", "cut": "[2022-02-24..2030-12-31]"},
    ),
    (
        "The truce agreed on 29 January broke down within a week.",
        {"truce": "2022-01-29", "broke": "[2022-01-29..2022-02-05]"},
    ),
    (
        "Since taking office in January he has dismissed five governors.",
        {"taking": "2022-01", "dismissed": "2022-01/.."},
    ),
    ("Leaders agreed on Tuesday to prolong the accord into next year.", {"agreed": "2022-02-22"}),
    (
        "Signed last July and prolonged in January, the deal will lapse in March.",
        {"Signed": "2021-07", "prolonged": "2022-01", "lapse": "2022-03"},
    ),
]


@pytest.mark.parametrize(("text", "expected"), EXAMPLES, ids=[text[:44] for text, _ in EXAMPLES])
def test_a_date_reaches_what_stands_beside_its_clause(text, expected):
    assert {e.best.trigger: e.when.edtf for e in told(text, THURSDAY) if e.best} == expected


def test_the_reason_says_from_where_the_date_came():
    events = {e.best.trigger: e.best.why for e in told(EXAMPLES[3][0], THURSDAY) if e.best}
    assert events["backed"].startswith("“two days after” it, counted from 2022-02-22")


def test_the_toll_of_an_attack_is_no_attack_of_its_own():
    events = told("Shells killed three people and wounded six in Mariupol on Tuesday.", THURSDAY)
    assert [e.best.trigger for e in events if e.best] == ["killed"]


def test_a_date_of_its_own_is_kept():
    events = told("Ministers met in Riga on Tuesday and flew home on Wednesday.", THURSDAY)
    assert [e.when.edtf for e in events] == ["2022-02-22", "2022-02-23"]


def test_a_meeting_that_discusses_is_one_occurrence():
    (event,) = told("EU ministers meeting in Riga on Tuesday discussed more air defence.", THURSDAY)
    assert event.when.edtf == "2022-02-22"


def test_what_was_discussed_and_what_it_raised_are_no_second_occurrence():
    (event,) = told("They spoke by telephone on Monday and discussed the truce.", THURSDAY)
    assert event.title == "They spoke by telephone"
    (event,) = told("Poland freed 35 prisoners on Monday and raised hopes of a deal.", THURSDAY)
    assert event.title == "Poland freed 35 prisoners"


def test_hours_later_is_the_same_day_and_twenty_hours_ago_the_day_before():
    events = told("Work ended on Tuesday, more than 20 hours after a missile struck the house.", THURSDAY)
    assert {e.best.trigger: e.when.edtf for e in events} == {"ended": "2022-02-22", "struck": "2022-02-21"}


def test_a_verb_goes_on_with_the_nearest_clause_of_its_subject():
    text = (
        "We met at the invitation of Mali, which on 1 January took over our group and began its first term."
    )
    assert {e.title: days(e) for e in told(text, THURSDAY)}["Mali began its first term"] == "2022-01-01"


def test_within_a_week_ends_seven_days_on():
    (event,) = told("Leaders agreed to have sanctions ready within a week.", THURSDAY)[-1:]
    assert days(event) == "[2022-02-24..2022-03-03]"


def test_a_list_of_names_after_when_is_of_that_clause():
    text = "The terms were settled on Friday, when Putin, Merkel and Hollande spoke by telephone."
    call = next(event for event in told(text) if event.kind == "call")
    assert (call.title, days(call)) == ("Putin, Merkel and Hollande spoke by telephone", "2022-02-11")

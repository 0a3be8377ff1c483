"""What is only supposed, claimed, likely or decided: conditions without "if", claims that are rejected."""

import pytest

from tests.events.reading import days, told


def read(text):
    return [(days(event), str(event.status), event.title) for event in told(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Should Mali attack before Easter, sanctions will follow.",
            ("[2022-02-12..2022-04-17]", "hypothetical", "Mali to attack"),
        ),
        (
            "Had he signed it in January, the war would have ended.",
            ("2022-01", "hypothetical", "He signed it"),
        ),
    ],
)
def test_a_condition_may_stand_without_if(text, expected):
    assert expected in read(text)


@pytest.mark.parametrize(
    "text",
    [
        "Claims that the dam is mined are false, and were rejected by Jan Duda on Tuesday.",
        "Assertions that a raid is being prepared are absurd, and were dismissed by Jan Duda on Tuesday.",
    ],
)
def test_a_claim_that_is_rejected_is_denied(text):
    assert [(day, status) for day, status, _ in read(text)] == [("2022-02-08", "denied")]


def test_a_noun_before_that_is_what_the_sentence_is_about():
    text = "Assertions that a raid is being prepared are absurd, and were rejected by Jan Duda on Tuesday."
    assert [title for *_, title in read(text)] == ["Assertions were rejected by Jan Duda"]


def test_what_is_decided_for_a_season_that_runs_is_still_planned():
    text = "The cabinet decided to bring back conscription this winter."
    assert read(text) == [("2021-24", "planned", "Cabinet decided to bring back conscription")]


def test_what_is_likely_has_its_date():
    assert ("2022-03", "planned", "MPs are likely to vote on the bill") in read(
        "MPs are likely to vote on the bill next month."
    )

"""What a title that would be too long keeps and where it ends."""

import pytest

from tests.events.reading import told
from timeline.events.title_text import LONGEST, shortened


def test_a_long_title_ends_at_a_phrase_with_nothing_dangling():
    text = (
        "the council approved a plan for the reconstruction of the harbour and the railways "
        "of the region with money from the bank"
    )
    short = shortened(text)
    assert len(short) <= LONGEST
    assert text.lower().startswith(short.lower())
    assert short.split()[-1] not in ("and", "the", "of", "with", "for")


def test_a_long_title_does_not_end_within_a_name_or_phrase():
    text = "Thousands of people marched through central Moscow to mourn opposition leader Boris Nemtsov"
    assert shortened(text) == "Thousands of people marched through central Moscow to mourn opposition leader"

    text = "Vladimir Putin and Alexander Lukashenko watched many missile launches during a nuclear exercise"
    assert shortened(text) == "Vladimir Putin and Alexander Lukashenko watched many missile launches"


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (
            "Putin signed treaties on Friday in a hall of the old Kremlin palace"
            " that claim four Ukrainian regions for Russia.",
            "Putin signed treaties in a hall of the old Kremlin palace",
        ),
        (
            "Russia's State Duma asked Putin on Friday to recognise"
            " the two separatist republics of Donetsk and Luhansk.",
            "Russia's State Duma asked Putin to recognise the two separatist republics",
        ),
        (
            "The European Union and the United States agreed on Friday"
            " on wider sanctions against Russian banks and ports.",
            "EU and the US agreed on wider sanctions against Russian banks and ports",
        ),
        (
            "President Jan Duda of South Africa said on Friday that 26 countries were ready to join or"
            " support a force in the Sahel.",
            "Jan Duda said that 26 countries were ready to join or support a force in the Sahel",
        ),
        (
            "The minister Jan Duda announced on Friday that units sent to the border of Chad for exercises"
            " will return to their bases.",
            "Minister Jan Duda announced that units will return to their bases",
        ),
        (
            "The general Jan Duda cautioned on Friday that the chance of driving the rebels out any time soon"
            " was small.",
            "General Jan Duda cautioned that the chance of driving the rebels out any time soon",
        ),
        (
            "The European Union answered on Friday with bans on travel and a freeze of assets against Russian"
            " and Crimean officials.",
            "EU answered with bans on travel and a freeze of assets",
        ),
        (
            "Defence Minister Jan Duda told his British counterpart, Ben Wallace, on Friday that Mali had no"
            " plan to invade.",
            "Jan Duda told his British counterpart, Ben Wallace, that Mali had no plan to invade",
        ),
    ],
    ids=[
        "before a relative clause",
        "before a pair of names",
        "short names of powers",
        "without the country of who holds an office",
        "without which of them",
        "but with what they are of",
        "before a pair of adjectives",
        "no full stop counts",
    ],
)
def test_a_title_that_is_too_long_is_shortened_where_it_still_tells_the_truth(text, title):
    assert [event.title for event in told(text)] == [title]


def test_a_list_is_not_cut_within_it():
    title = (
        "Frank-Walter Steinmeier and his counterparts from Russia, Ukraine and France had agreed in Berlin"
    )
    assert shortened(title) == title.removesuffix(" in Berlin")

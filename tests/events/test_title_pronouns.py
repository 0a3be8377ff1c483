"""Titles stand alone: "him" and "it" are replaced by whom and what they mean, where that is plain."""

import pytest

from tests.events.reading import told


@pytest.mark.parametrize(
    ("text", "title", "actors"),
    [
        (
            "Jan Duda is gone. Parliament voted on Friday to remove him.",
            "Parliament voted to remove Jan Duda",
            ("Parliament", "Jan Duda"),
        ),
        (
            "In 1992 a bishop, Jan Duda, broke away; the synod excommunicated him five years after that.",
            "Synod excommunicated Jan Duda",
            ("Jan Duda",),
        ),
        (
            "Jan Duda recognised two republics, whose leaders had appealed to him on Friday.",
            "Leaders appealed to Jan Duda",
            ("Jan Duda",),
        ),
        (
            "Jan Duda said on Friday that Chad would not forgive him.",
            "Jan Duda said that Chad would not forgive him",
            ("Jan Duda", "Chad"),
        ),
        (
            "Hundreds have died in Mariupol since troops encircled it on 2 March.",
            "Troops encircled Mariupol",
            (),
        ),
        (
            "The Council of Europe, which Mali joined in 1996, expelled it on Friday.",
            "Council of Europe expelled Mali",
            ("Council of Europe",),
        ),
        ("The canal was opened in 1869. War shut it in June 1967.", "War shut the canal", ()),
        (
            "Kiev agreed on a deal with creditors. Parliament must approve it by mid-September.",
            "Parliament must approve the deal",
            ("Parliament",),
        ),
        (
            "Envoys meet today to save the grain deal. Signed in July, it will lapse on 18 May.",
            "Grain deal will lapse",
            (),
        ),
        (
            "The Duma passed a law. Signed by Vladimir Putin four days later, it took effect in May.",
            "Law took effect",
            (),
        ),
        (
            "The crew left. Captured by rebels in May, they are in jail.",
            "They were captured by rebels",
            ("Rebels",),
        ),
        ("The talks and the flights ended. Both were resumed on Tuesday.", "Both were resumed", ()),
    ],
)
def test_a_pronoun_is_replaced_by_whom_or_what_it_means(text, title, actors):
    assert {event.title: event.actors for event in told(text)}[title] == actors


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (
            "Two were killed the same day by a blast in the village.",
            "Two were killed by a blast in the village",
        ),
        (
            "He hopes that two of the less damaged wards will open on Friday.",
            "Two of the less damaged wards will open",
        ),
        (
            "The chamber enacted the law by overriding the veto cast on Friday by Mr Duda.",
            "Veto cast by Mr Duda",
        ),
        (
            "On Monday, two members of a company were injured when their car, which was marked, was hit.",
            "Two members of a company were injured",
        ),
        ("At least 44 died on Monday, entire families among them.", "At least 44 died"),
    ],
)
def test_nothing_dangles(text, title):
    assert title in [event.title for event in told(text)]

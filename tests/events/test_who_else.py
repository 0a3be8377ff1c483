"""Who takes part besides those whom a clause names as its subject and its object."""

import pytest

from tests.events.reading import told


@pytest.mark.parametrize(
    ("text", "title", "actors"),
    [
        (
            "Police detained seven officials in the hotel on Friday, among them Jan Duda, a banker.",
            "Police detained seven officials in the hotel",
            ("Police", "Jan Duda"),
        ),
        (
            "Prosecutors named two suspects on Friday - the Latvians Jan Duda and Ivo Kos - and left.",
            "Prosecutors named two suspects",
            ("Prosecutors", "Jan Duda", "Ivo Kos"),
        ),
        (
            "Mali and Chad swapped 70 prisoners on Friday, the director Jan Duda among them.",
            "Mali and Chad swapped 70 prisoners",
            ("Mali", "Chad", "Jan Duda"),
        ),
        (
            "Some 50 men commanded by Jan Duda, a retired officer, stormed the hall on Friday.",
            "Some 50 men stormed the hall",
            ("Jan Duda",),
        ),
        (
            "Donald Trump rang Jan Duda on Friday, as did Emmanuel Macron of France.",
            "Donald Trump rang Jan Duda",
            ("Donald Trump", "Jan Duda", "Emmanuel Macron"),
        ),
        (
            "Fires could flare up again this month, Gazprom has cautioned.",
            "Fires could flare up again",
            ("Gazprom",),
        ),
        (
            "Emmanuel Macron said on Friday that Mali would leave in May.",
            "Mali would leave",
            ("Emmanuel Macron", "Mali"),
        ),
        (
            "Mr Duda was replaced on Friday by another president, Mr Ivo Kos, who is to attend.",
            "Mr Duda was replaced by another president",
            ("Andrzej Duda", "Ivo Kos"),
        ),
        (
            "Mali handed over Jan Duda, 68, the politician who was arrested in May.",
            "Jan Duda was arrested",
            ("Jan Duda",),
        ),
        (
            "Jan Duda, chairman of the board, who flew to Riga on Friday, has left.",
            "Jan Duda flew to Riga",
            ("Jan Duda",),
        ),
        (
            "Jan Duda and Ivo Kos, meeting Eva Lem in Riga on Friday, call for peace.",
            "Jan Duda and Ivo Kos met Eva Lem in Riga",
            ("Jan Duda", "Ivo Kos", "Eva Lem"),
        ),
        (
            "Jan Duda broke the news in Varna, where he and Eva Kos were meeting Ivo Lem on Friday.",
            "Jan Duda and Eva Kos were meeting Ivo Lem",
            ("Jan Duda", "Eva Kos", "Ivo Lem"),
        ),
    ],
)
def test_who_is_named_besides_the_subject_and_the_object(text, title, actors):
    assert {event.title: event.actors for event in told(text)}[title] == actors


@pytest.mark.parametrize(
    ("text", "title", "actors"),
    [
        (
            "Ivo Kos said on Friday he expected Mali to be able to end imports this year.",
            "Mali to be able to end imports",
            ("Mali",),
        ),
        (
            "Jan Duda wants the rebel areas to vote in October.",
            "Jan Duda wants the rebel areas to vote",
            ("Jan Duda",),
        ),
        (
            "NATO met. Mr Duda noted that Allies agreed at a summit in 2008 that Mali would join.",
            "Allies agreed at a summit that Mali would join",
            ("NATO",),
        ),
        (
            "The Turkish parliament votes in favour on January 23, and Jan Duda signs it two days later.",
            "Jan Duda signs it",
            ("Jan Duda",),
        ),
        (
            "Fighting goes on in Bakhmut, which Russian forces have been trying to capture since August.",
            "Russian forces have been trying to capture Bakhmut",
            ("Russia",),
        ),
        (
            "Officials said on Friday that snow had come and that frozen ground would help Mali in March.",
            "Frozen ground would help Mali",
            ("Mali",),
        ),
    ],
)
def test_who_does_what_someone_expects_or_asks(text, title, actors):
    assert {event.title: event.actors for event in told(text)}[title] == actors

"""The work grows with the text, never faster: counted in patterns tried, not in seconds."""

import pytest

from timeline.temporal import scanner_for

HOSTILE = {
    "digits": "1234567890 ",
    "commas": "1,2,3,4,",
    "lasts": "last last last ",
    "nested ranges": "from 1 to 2 to 3 to ",
    "months": "May March ",
    "the": "the the the end of the end of ",
    "units": "two days three weeks four months ",
    "colons": "12:30:45:12:",
    "news": "He said on Saturday that talks since December had failed by the end of last week. ",
}


def work(text: str) -> int:
    """How many patterns are tried for a text."""
    scanner = scanner_for("en")
    before = scanner.steps
    scanner.scan(scanner.tokens(text))
    return scanner.steps - before


@pytest.mark.parametrize("piece", HOSTILE.values(), ids=HOSTILE)
def test_twice_the_text_is_at_most_twice_the_work(piece: str) -> None:
    text = piece * (100_000 // len(piece))
    once, twice = work(text), work(text + text)
    assert twice <= 2.05 * once + 200
    assert once < 40 * len(text)

"""The work grows with the text, never faster: counted in places and patterns tried, not in seconds."""

import pytest

from benchmarks.tagger import HOSTILE
from timeline.temporal import scanner_for

NEWS = "He said on Saturday that talks since December had failed by the end of last week. "


def work(text: str) -> int:
    """How many places and patterns are tried for a text."""
    scanner = scanner_for("en")
    before = scanner.steps
    scanner.scan(scanner.tokens(text))
    return scanner.steps - before


@pytest.mark.parametrize("piece", [*HOSTILE.values(), NEWS], ids=[*HOSTILE, "news"])
def test_twice_the_text_is_at_most_twice_the_work(piece: str) -> None:
    text = piece * (100_000 // len(piece))
    once, twice = work(text), work(text + text)
    assert twice <= 2.05 * once + 200
    assert once < 4 * len(text)


def test_a_text_without_a_date_costs_no_work() -> None:
    assert work("The minister spoke of peace, of trade and of the harvest to come. " * 1000) == 0


def test_of_many_rules_only_those_that_fit_are_tried() -> None:
    sentence = "They met on Saturday in Minsk. "
    assert work(sentence * 100) <= 4 * 100

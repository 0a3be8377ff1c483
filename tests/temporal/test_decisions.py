"""The decisions about time, by their worked examples; and the page that tells them."""

import re
from datetime import date
from pathlib import Path

import pytest

from docs.decisions_page import page
from tests.temporal.decisions import DECISIONS
from timeline.temporal import tag

ROWS = [(decision.title, *example) for decision in DECISIONS for example in decision.examples]
PAGE = Path(__file__).parents[2] / "docs" / "decisions-about-time.md"


@pytest.mark.parametrize(("title", "published", "text", "meant"), ROWS)
def test_a_decision_holds_for_its_example(
    title: str, published: str, text: str, meant: tuple[str, ...]
) -> None:
    plain = text.replace("[", "").replace("]", "")
    found = tag(plain, date.fromisoformat(published) if published else None)
    assert [timex.text for timex in found] == re.findall(r"\[(.+?)\]", text)
    assert tuple(timex.when.edtf if timex.when else timex.value for timex in found) == meant


def test_the_page_of_decisions_is_the_one_that_the_examples_give() -> None:
    assert PAGE.read_text(encoding="utf-8") == page(), "run: python -m docs.decisions_page"

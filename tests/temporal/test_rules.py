"""Every rule's worked examples: a sentence with its expressions in brackets, and their values."""

import re
from datetime import date

import pytest

from timeline.temporal import LANGUAGES, scanner_for, tag
from timeline.temporal.rules import Example, Rule

RULES = [
    (code, rule)
    for code in LANGUAGES
    for language in [scanner_for(code).language]
    for rule in (*language.rules, *(rule for tier in language.compositions for rule in tier))
]
EXAMPLES = [(code, rule, example) for code, rule in RULES for example in rule.examples]
MESSAGES = [(code, example) for code in LANGUAGES for example in scanner_for(code).language.messages.examples]
NEVER = [(code, rule, text) for code, rule in RULES for text in rule.never]


@pytest.mark.parametrize(
    ("code", "rule", "example"), EXAMPLES, ids=lambda value: getattr(value, "name", None)
)
def test_an_example_is_read_as_it_says(code: str, rule: Rule, example: Example) -> None:
    reads_as_it_says(example, code)


@pytest.mark.parametrize(("code", "example"), MESSAGES)
def test_a_message_is_read_as_it_says(code: str, example: Example) -> None:
    reads_as_it_says(example, code)


def reads_as_it_says(example: Example, code: str) -> None:
    plain = example.text.replace("[", "").replace("]", "")
    found = tag(plain, date.fromisoformat(example.published), code)
    assert [timex.text for timex in found] == re.findall(r"\[(.+?)\]", example.text)
    assert tuple(timex.value for timex in found) == example.values


@pytest.mark.parametrize(("code", "rule", "text"), NEVER, ids=lambda value: getattr(value, "name", None))
def test_a_counter_example_holds_no_time(code: str, rule: Rule, text: str) -> None:
    assert tag(text, date(2022, 2, 12), code) == []

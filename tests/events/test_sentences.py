"""Where sentences and quotations begin and end."""

import pytest

from timeline.events.sentences import quotations, sentences

EXAMPLES = [
    ("Mr. Biden met Gen. Milley. They spoke.", ["Mr. Biden met Gen. Milley.", "They spoke."]),
    ("The U.S. embassy closed. Staff left.", ["The U.S. embassy closed.", "Staff left."]),
    ("“We are ready.” The crowd cheered.", ["“We are ready.”", "The crowd cheered."]),
    (
        "A headline without a stop\n\nThe first sentence.",
        ["A headline without a stop", "The first sentence."],
    ),
    ("a line that is\nwrapped goes on.", ["a line that is\nwrapped goes on."]),
]


@pytest.mark.parametrize(("text", "parts"), EXAMPLES, ids=[text[:30] for text, _ in EXAMPLES])
def test_a_text_is_cut_into_sentences(text, parts):
    assert [text[a:b] for a, b in sentences(text)] == parts


def test_a_quotation_that_is_not_closed_ends_with_its_paragraph():
    text = "He said: “One.\n\n“Two.” Three."
    assert [text[a:b] for a, b in quotations(text)] == ["“One.", "“Two.”"]


@pytest.mark.parametrize("bullet", ["- ", "• ", "* ", "2. ", "– "])
def test_a_bullet_is_no_part_of_its_sentence(bullet: str) -> None:
    text = f"{bullet}Rafael Grossi arrived. He left."
    assert [text[a:b] for a, b in sentences(text)] == ["Rafael Grossi arrived.", "He left."]

"""What kind of occurrence it is, by verb, noun, or the noun that a light verb carries."""

import pytest

from tests.events.reading import the_event
from timeline.events.kinds import KINDS, LANES, PLOVER
from timeline.events.lexicon import event_nouns, phrases, verb_forms

EXAMPLES = [
    ("Ukraine and Russia exchanged 35 prisoners on Friday.", "humanitarian"),
    ("The two ministers coordinated their positions by phone on Friday.", "call"),
    ("The separatists launched an offensive on Friday.", "military"),
    ("The prosecutor opened an investigation on Friday.", "legal"),
    ("Martial law took effect on Friday.", "legal"),
    ("Protesters gathered on the square on Friday.", "protest"),
    ("The president ordered a review on Friday.", "statement"),
    ("Biden called Putin on Friday.", "call"),
    ("Parliament proclaimed independence on Friday.", "legal"),
    ("Voters confirmed independence in a referendum on Friday.", "vote"),
    ("The G7 moved its summit to Brussels on Friday.", "other"),
    ("Scholz spoke to reporters on Friday.", "statement"),
    ("Scholz rang Putin on Friday.", "call"),
    ("The court acquitted one man on Friday.", "legal"),
    ("Judges found three men guilty on Friday.", "legal"),
    ("Russia transferred troops to Belarus on Friday.", "mobilisation"),
    ("The man was transferred to a clinic on Friday.", "other"),
    ("Macron held talks with Putin on Friday.", "talks"),
    ("Scholz travelled to Kyiv on Friday.", "visit"),
    ("Ukraine and Russia signed a protocol on Friday.", "agreement"),
    ("The EU imposed sanctions on Friday.", "sanctions"),
    ("Parliament approved the budget on Friday.", "vote"),
    ("Russian troops captured the city on Friday.", "military"),
    ("The army began to shell the port on Friday.", "attack"),
    ("Gunmen shot down a helicopter on Friday.", "attack"),
    ("Thousands rallied on Friday.", "protest"),
    ("A court sentenced the general on Friday.", "legal"),
    ("The general stepped down on Friday.", "other"),
    ("The student ended a hunger strike on Friday.", "protest"),
    ("The ministry recognised the need for reform on Friday.", "statement"),
    ("Poland sent a letter to Minsk on Friday.", "other"),
    ("Poland sent tanks to the border on Friday.", "mobilisation"),
    ("The bank brought down inflation on Friday.", "other"),
    ("The president spoke in Berlin on Friday.", "statement"),
    ("The dollar rallied on Friday.", "other"),
    ("Poland pledged to help on Friday.", "statement"),
    ("The premier attacked the sanctions on Friday, saying that they harm all.", "statement"),
]


@pytest.mark.parametrize(("text", "kind"), EXAMPLES, ids=[text[:40] for text, _ in EXAMPLES])
def test_the_kind_follows_from_the_words(text, kind):
    assert the_event(text).kind == kind


def test_every_kind_has_its_plover_code_and_lane():
    assert set(KINDS) == set(PLOVER) == set(LANES)


def test_the_lexicons_know_only_kinds_and_classes():
    classes = {"speech", "plainspeech", "plain", "state"}
    used = (
        {form.kind for form in verb_forms().values()} | set(event_nouns().values()) | set(phrases().values())
    )
    assert used - {None} <= set(KINDS) | classes


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Railway workers began a strike on Friday.", "protest"),
        ("A Russian strike on Friday killed two workers.", "attack"),
    ],
)
def test_those_who_stop_work_attack_nobody(text, kind):
    assert the_event(text).kind == kind

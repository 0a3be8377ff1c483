"""TimeML output: a document that other tools read."""

import re
from datetime import date
from xml.etree import ElementTree

import pytest

from tests.temporal.test_rules import EXAMPLES
from timeline.temporal import tag
from timeline.temporal.timeml import to_timeml

TEXT = "Talks failed on Saturday & resumed two days later. In the past week 3 < 4 drills began."


def document(text: str = TEXT, published: date | None = date(2022, 2, 12)) -> ElementTree.Element:
    return ElementTree.fromstring(to_timeml(text, tag(text, published), published, "Talks & drills"))


def test_the_text_is_kept_to_the_character() -> None:
    body = document().find("TEXT")
    assert body is not None
    assert "".join(body.itertext()) == TEXT


def test_the_publication_date_is_t0() -> None:
    creation = document().find("DCT/TIMEX3")
    assert creation is not None
    assert creation.attrib["tid"] == "t0"
    assert creation.attrib["functionInDocument"] == "CREATION_TIME"


def test_a_relative_date_names_what_it_was_counted_from() -> None:
    saturday, later, _ = document().findall("TEXT/TIMEX3")
    assert saturday.attrib["anchorTimeID"] == "t0"
    assert later.attrib["value"] == "2022-02-14"
    assert later.attrib["anchorTimeID"] == saturday.attrib["tid"]


def test_a_stretch_names_its_first_and_last_day() -> None:
    tree = document()
    week = tree.findall("TEXT/TIMEX3")[2]
    values = {timex.attrib["tid"]: timex.attrib["value"] for timex in tree.iter("TIMEX3")}
    assert week.attrib["type"] == "DURATION"
    assert values[week.attrib["beginPoint"]] == "2022-02-05"
    assert values[week.attrib["endPoint"]] == "2022-02-12"


def test_every_id_is_used_once_and_every_reference_has_its_target() -> None:
    timexes = list(document().iter("TIMEX3"))
    ids = [timex.attrib["tid"] for timex in timexes]
    references = {
        t.attrib[n] for t in timexes for n in ("anchorTimeID", "beginPoint", "endPoint") if n in t.attrib
    }
    assert len(ids) == len(set(ids))
    assert references <= set(ids)


def test_control_characters_do_not_break_the_document() -> None:
    text = "On 3 May 2014\x00 it began.\x0b"
    assert len("".join(document(text).find("TEXT").itertext())) == len(text)  # type: ignore[union-attr]


def test_without_a_publication_date_there_is_no_t0() -> None:
    tree = document("On 3 May 2014 it began.", None)
    assert tree.find("DCT") is None


TYPES = {"DATE", "TIME", "DURATION", "SET"}
MODS = {
    "BEFORE", "AFTER", "ON_OR_BEFORE", "ON_OR_AFTER", "LESS_THAN", "MORE_THAN", "EQUAL_OR_LESS",
    "EQUAL_OR_MORE", "START", "MID", "END", "APPROX",
}  # fmt: skip
ATTRIBUTES = {
    "tid", "type", "value", "mod", "quant", "freq", "temporalFunction", "functionInDocument", "anchorTimeID",
    "beginPoint", "endPoint",
}  # fmt: skip
VALUE = re.compile(
    r"(PAST|PRESENT|FUTURE)_REF"
    r"|P(X|[\d.]+)(Y|Q|M|W|D|E|C|WE)|P(\d+(\.\d+)?[YQMWD])+(T(\d+(\.\d+)?[HMS])+)?|PT(X|\d+(\.\d+)?)[HMS](\d+[MS])*"
    r"|(BC)?[\dX]{2,4}(-(\d\d|XX|Q[1-4X]|H[12]|SP|SU|FA|WI|W(\d\d|XX)(-([1-7]|WE))?)(-(\d\d|XX))?)?"
    r"(T(MO|MI|AF|EV|NI|DT|\d\d(:\d\d(:\d\d)?)?))?"
)


@pytest.mark.parametrize("text", sorted({example.text for _, _, example in EXAMPLES}))
def test_every_attribute_has_a_value_that_the_schema_knows_and_that_belongs_to_the_type(text: str) -> None:
    for timex in document(text.replace("[", "").replace("]", "")).iter("TIMEX3"):
        kind, value = timex.attrib["type"], timex.attrib["value"]
        assert set(timex.attrib) <= ATTRIBUTES
        assert kind in TYPES
        assert timex.attrib.get("mod", "START") in MODS
        assert VALUE.fullmatch(value), value
        assert re.fullmatch(r"t\d+", timex.attrib["tid"])
        length = re.match(r"P[TX\d]", value) is not None
        assert length == (kind == "DURATION") or kind == "SET"
        assert kind != "TIME" or "T" in value
        assert kind == "DURATION" or not {"beginPoint", "endPoint"} & set(timex.attrib)
        assert kind == "SET" or not {"quant", "freq"} & set(timex.attrib)
        assert re.fullmatch(r"\d+[XYMWDH]", timex.attrib.get("freq", "1X"))
        assert timex.attrib.get("anchorTimeID") != timex.attrib["tid"]

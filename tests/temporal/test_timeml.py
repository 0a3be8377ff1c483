"""TimeML output: a document that other tools read."""

from datetime import date
from xml.etree import ElementTree

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

"""Timexes → a TimeML 1.2.1 document (TIMEX3 elements inline, the publication date as t0)."""

from collections.abc import Sequence
from datetime import date
from xml.sax.saxutils import escape, quoteattr

from timeline.model import Timex

_NOT_XML = {code: " " for code in range(32) if chr(code) not in "\t\n\r"}
_HEAD = (
    '<?xml version="1.0" encoding="UTF-8"?>\n'
    '<TimeML xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"'
    ' xsi:noNamespaceSchemaLocation="http://timeml.org/timeMLdocs/TimeML_1.2.1.xsd">\n'
)


def to_timeml(text: str, timexes: Sequence[Timex], published: date | None, title: str = "") -> str:
    """The text as a TimeML document; `published` is its document creation time, t0.

    A relative timex names t0, or the timex whose value it was counted from, as its anchorTimeID; a
    duration with a beginning and an end gets empty TIMEX3 elements for them (beginPoint, endPoint).
    """
    ids = {id(timex): f"t{number}" for number, timex in enumerate(timexes, 1)}
    points: list[str] = []
    out, at = [], 0
    anchors = {published.isoformat(): "t0"} if published else {}
    for timex in timexes:
        out.append(_text(text[at : timex.start_char]))
        attributes = _attributes(timex, ids[id(timex)], anchors, points, len(timexes))
        out.append(f"<TIMEX3 {attributes}>{_text(text[timex.start_char : timex.end_char])}</TIMEX3>")
        anchors[timex.value] = ids[id(timex)]
        at = timex.end_char
    out.append(_text(text[at:]))
    head = (_HEAD, _creation_time(published), _title(title))
    return "".join((*head, "<TEXT>", *out, "</TEXT>\n", *points, "</TimeML>\n"))


def _creation_time(published: date | None) -> str:
    if published is None:
        return ""
    day = published.isoformat()
    return (
        f'<DCT><TIMEX3 tid="t0" type="DATE" value="{day}" temporalFunction="false"'
        f' functionInDocument="CREATION_TIME">{day}</TIMEX3></DCT>\n'
    )


def _title(title: str) -> str:
    return f"<TITLE>{_text(title)}</TITLE>\n" if title else ""


def _attributes(timex: Timex, tid: str, anchors: dict[str, str], points: list[str], count: int) -> str:
    values: dict[str, str | None] = {
        "tid": tid, "type": timex.type, "value": timex.value, "mod": timex.mod, "quant": timex.quant,
        "freq": timex.freq,
        "temporalFunction": "true" if timex.anchor else "false", "functionInDocument": "NONE",
        "anchorTimeID": anchors.get(timex.anchor or ""),
    }  # fmt: skip
    for name, day in (("beginPoint", timex.begin_point), ("endPoint", timex.end_point)):
        if day is None:
            continue
        if day not in anchors:
            anchors[day] = f"t{count + len(points) + 1}"
            points.append(
                f'<TIMEX3 tid="{anchors[day]}" type="DATE" value="{day}" temporalFunction="true"/>\n'
            )
        values[name] = anchors[day]
    return " ".join(f"{name}={quoteattr(value)}" for name, value in values.items() if value is not None)


def _text(text: str) -> str:
    return escape(text.translate(_NOT_XML))

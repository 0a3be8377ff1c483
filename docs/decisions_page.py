"""Writes docs/decisions-about-time.md from the worked examples that run as tests.

python -m docs.decisions_page
"""

from datetime import date
from pathlib import Path

from tests.temporal.decisions import DECISIONS
from timeline.temporal import tag

HEAD = """# Decisions about time

How dates in English news are read. Spans and values follow TimeML (TIMEX3), days are written as EDTF
(ISO 8601-2). This page is written by `python -m docs.decisions_page` from examples that run as tests, so what
it says is what the program does; the last column is the reason that the program gives.
"""


def page() -> str:
    """The page's text."""
    parts = [HEAD]
    for decision in DECISIONS:
        parts.append(f"## {decision.title}\n\n{decision.title} {decision.words}\n")
        parts.append("| published | text | means | because |\n| --- | --- | --- | --- |")
        parts += [row(published, text) for published, text, _ in decision.examples]
        parts.append("")
    return "\n".join(parts)


def row(published: str, text: str) -> str:
    """One example as a row of the table."""
    found = tag(text.replace("[", "").replace("]", ""), date.fromisoformat(published) if published else None)
    meant = "<br>".join(f"`{timex.when.edtf if timex.when else timex.value}`" for timex in found) or "nothing"
    why = "<br>".join(timex.why for timex in found) or "no temporal expression"
    shown = text.replace("[", "**").replace("]", "**").replace("\n", "<br>")
    return f"| {published or 'unknown'} | {shown} | {meant} | {why} |"


if __name__ == "__main__":
    (Path(__file__).parent / "decisions-about-time.md").write_text(page(), encoding="utf-8")

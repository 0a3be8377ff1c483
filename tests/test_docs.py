"""What the documentation promises is so: columns, keys, commands, links."""

import re
import shlex
from datetime import date
from pathlib import Path

import pytest

from timeline import Article, extract, tag
from timeline.cli import COMMANDS, parser
from timeline.exporters import EXPORTERS
from timeline.exporters.frame import COLUMNS
from timeline.records import event_record, timex_record

ROOT = Path(__file__).parents[1]
PAGES = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").glob("*.md"))]
DICTIONARY = (ROOT / "docs" / "data-dictionary.md").read_text(encoding="utf-8")
TEXT = "Ukraine and Russia signed a grain deal in Istanbul on Friday."


def table(heading):
    """The names in the first column of the first table after these words."""
    after = DICTIONARY[DICTIONARY.index(heading) :]
    rows = re.search(r"(?:^\|.*\n)+", after, re.MULTILINE).group().splitlines()[2:]
    return [re.match(r"\| `([^`]+)`", row)[1] for row in rows]


def commands():
    """Every `timeline …` and `python3 run.py …` command of the documentation's code blocks."""
    for page in PAGES:
        text = page.read_text(encoding="utf-8")
        for block in re.findall(r"^```\n(.*?)^```", text, re.MULTILINE | re.DOTALL):
            for line in block.splitlines():
                words = line.partition("  #")[0]
                if found := re.match(r"\s*(?:timeline|python3 run\.py) (?!test\b)(\w.*)", words):
                    yield pytest.param(found[1], id=f"{page.name}: {found[1]}")
    for name, (_, example, _) in COMMANDS.items():
        yield pytest.param(example.removeprefix("timeline "), id=f"--help: {name}")


def test_the_data_dictionary_lists_exactly_the_columns_of_the_csv():
    assert table("## Table of events") == ["id", *COLUMNS]


def test_the_data_dictionary_lists_exactly_the_keys_of_a_timex_and_of_an_event():
    published = date(2022, 7, 23)
    assert table("A temporal expression") == list(timex_record(tag(TEXT, published)[0]))
    event = extract(Article(TEXT, published=published))[0]
    assert table("An event (") == list(event_record(event))


def test_the_data_dictionary_names_every_format():
    known = {suffix for suffix in EXPORTERS if suffix not in ("csv", "json", "jsonl", "claims.csv")}
    assert {name.removeprefix(".") for name in table("## Other formats")} == known


@pytest.mark.parametrize("command", list(commands()))
def test_every_command_in_the_documentation_can_be_read(command):
    parser().parse_args(shlex.split(command))


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_link_to_a_file_leads_somewhere(page):
    links = re.findall(r"\]\(([^)#:\s]+)\)", page.read_text(encoding="utf-8"))
    missing = [link for link in links if not (page.parent / link).exists()]
    assert missing == []


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_python_examples_are_python(page):
    for block in re.findall(r"```python\n(.*?)```", page.read_text(encoding="utf-8"), re.DOTALL):
        indent = re.match(r" *", block).group()
        compile(re.sub(f"^{indent}", "", block, flags=re.MULTILINE), page.name, "exec")

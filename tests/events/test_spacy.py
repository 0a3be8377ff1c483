"""Names from a reader's own spaCy pipeline: beside what our rules find, never in its place."""

import json
import sys
from datetime import date

import pytest

import timeline
from tests.events.reading import days
from timeline import Article
from timeline.cli import main
from timeline.errors import UsageError
from timeline.events.spacy_names import load
from timeline.store import open_store

MEETING = "Tetiana Marunych met Joe Biden in Novoselytsia on Friday."
TEXT = f"{MEETING} Marunych praised the Azure Lantern on Thursday."
ARTICLE = Article(TEXT, date(2022, 2, 12), title="A visit", publisher="Desk")
PATTERNS = [
    {"label": "PERSON", "pattern": "Tetiana Marunych"},
    {"label": "PERSON", "pattern": "Marunych"},
    {"label": "PERSON", "pattern": "Lantern"},
    {"label": "ORG", "pattern": "the Azure Lantern"},
    {"label": "GPE", "pattern": "Novoselytsia"},
    {"label": "ORG", "pattern": "Joe Biden"},
    {"label": "DATE", "pattern": "Friday"},
]


@pytest.fixture(scope="module")
def model():
    """A pipeline that knows the names of the example, made here: no model is fetched."""
    spacy = pytest.importorskip(
        "spacy", reason="spaCy is not installed: pip install 'crisis-timeline[spacy]'"
    )
    pipeline = spacy.blank("en")
    pipeline.add_pipe("entity_ruler").add_patterns(PATTERNS)
    return pipeline


@pytest.fixture
def saved(model, tmp_path):
    """The folder that the pipeline is kept in."""
    folder = tmp_path / "model"
    model.to_disk(folder)
    return str(folder)


def test_names_that_no_gazetteer_knows_become_actors_and_places(model):
    praise, meeting = timeline.extract(ARTICLE, model=model)
    assert set(meeting.actors) == {"Tetiana Marunych", "Joe Biden"}
    assert (meeting.place.name, meeting.place.latitude) == ("Novoselytsia", None)
    assert praise.actors == ("Tetiana Marunych", "Azure Lantern")


def test_days_and_what_happened_stay_as_they_are(model):
    with_model, without = timeline.extract(ARTICLE, model=model), timeline.extract(ARTICLE)
    assert [(e.id, days(e), e.kind, e.status) for e in with_model] == [
        (e.id, days(e), e.kind, e.status) for e in without
    ]


def test_a_store_is_filled_and_rebuilt_with_it_from_the_command_line(saved, tmp_path, capsys):
    url, source = str(tmp_path / "timeline.db"), tmp_path / "visit.txt"
    source.write_text(TEXT, encoding="utf-8")

    def actors():
        with open_store(url) as store:
            return {name for _, name in store.named("actor")}

    options = ["--store", url, "--published", "2022-02-12"]
    assert main(["add", str(source), *options, "--workers", "2", "--spacy", saved]) == 0
    found = actors()
    assert {"Tetiana Marunych", "Azure Lantern"} <= found
    assert main(["rebuild", "--store", url, "--spacy", saved]) == 0
    assert actors() == found
    capsys.readouterr()
    assert main(["extract", str(source), "--published", "2022-02-12", "--json", "--spacy", saved]) == 0
    told = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert {event["place"] for event in told} >= {"Novoselytsia"}


def test_a_model_that_is_not_there_or_finds_no_names_is_said_in_a_sentence(model, tmp_path):
    with pytest.raises(UsageError, match="there is no spaCy model 'en_core_web_none'") as refused:
        load("en_core_web_none")
    assert "\n" not in str(refused.value)
    import spacy

    spacy.blank("en").to_disk(tmp_path / "empty")
    with pytest.raises(UsageError, match="finds no names"):
        load(str(tmp_path / "empty"))


def test_without_spacy_the_extra_is_named(monkeypatch, tmp_path, capsys):
    monkeypatch.setitem(sys.modules, "spacy", None)
    source = tmp_path / "visit.txt"
    source.write_text(TEXT, encoding="utf-8")
    assert main(["extract", str(source), "--published", "2022-02-12", "--spacy", "en_core_web_md"]) == 2
    said = capsys.readouterr().err
    assert "pip install 'crisis-timeline[spacy]'" in said
    assert "Traceback" not in said

"""What is on a timeline, from the command line: listed, corrected, exported, served."""

import json
import re
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from contextlib import contextmanager

import pandas as pd
import pytest

from tests.cli.conftest import REPORT
from tests.store.test_corrections import SHIP, SINKING, STRIKE
from timeline.cli import main
from timeline.exporters import EXPORTERS
from timeline.store import open_store


def test_filters_narrow_the_list(store, report, capsys):
    main(["add", report, "--store", store])
    capsys.readouterr()
    main(["events", "--store", store, "--from", "2015-02-12", "--to", "2015-02-12", "--json"])
    begins = {json.loads(line)["begin"] for line in capsys.readouterr().out.splitlines()}
    assert "2015-02-12" in begins
    assert "2015-02-15" not in begins


def test_export_then_import_changes_nothing(store, report, tmp_path, capsys):
    main(["add", report, "--store", store])
    table = tmp_path / "events.csv"
    assert main(["export", str(table), "--store", store]) == 0
    exported = table.read_bytes()
    assert list(pd.read_csv(table).columns)[:3] == ["id", "begin", "end"]
    assert main(["import", str(table), "--store", store]) == 0
    assert "0 added, 0 changed" in capsys.readouterr().err
    main(["export", str(table), "--store", store])
    assert table.read_bytes() == exported


def test_export_of_an_unknown_format_lists_the_known_ones(store, report, tmp_path, capsys):
    main(["add", report, "--store", store])
    assert main(["export", str(tmp_path / "events.docx"), "--store", store]) == 2
    assert "csv" in capsys.readouterr().err


def test_show_gives_the_sentence_and_the_reason(store, report, capsys):
    main(["add", report, "--store", store, "--json"])
    event = json.loads(capsys.readouterr().out)["events"][0]
    assert main(["show", event["id"], "--store", store]) == 0
    shown = capsys.readouterr().out
    assert " ".join(event["sentence"].split()) in shown
    assert event["why"] in shown


def test_show_of_an_unknown_id_is_one_sentence(store, report, capsys):
    main(["add", report, "--store", store])
    capsys.readouterr()
    assert main(["show", "e000000000000", "--store", store]) == 1
    assert "e000000000000" in capsys.readouterr().err


def test_remove_takes_the_article_and_its_events_out(store, report, capsys):
    main(["add", report, "--store", store, "--json"])
    article = json.loads(capsys.readouterr().out)["article"]
    assert main(["remove", article, "--store", store]) == 0
    capsys.readouterr()
    main(["events", "--store", store, "--json"])
    assert capsys.readouterr().out == ""


def test_rebuild_gives_the_same_events_again(store, report, capsys):
    main(["add", report, "--store", store])
    capsys.readouterr()
    main(["events", "--store", store, "--json"])
    before = capsys.readouterr().out
    assert main(["rebuild", "--store", store]) == 0
    capsys.readouterr()
    main(["events", "--store", store, "--json"])
    assert capsys.readouterr().out == before


def test_articles_are_listed_and_shown_with_their_events(store, report, capsys):
    main(["add", report, "--store", store])
    capsys.readouterr()
    assert main(["articles", "--store", store, "--json"]) == 0
    article = json.loads(capsys.readouterr().out)
    assert article["title"] == "Talks in Minsk end with a ceasefire deal"
    assert main(["show", article["id"], "--store", store]) == 0
    assert "2015-02-12" in capsys.readouterr().out
    assert main(["show", article["id"], "--store", store, "--json"]) == 0
    assert len(json.loads(capsys.readouterr().out)["events"]) == article["events"]


@pytest.mark.parametrize("format", EXPORTERS)
def test_export_writes_every_format_to_a_file_and_to_stdout(
    format,  # noqa: A002
    store,
    report,
    tmp_path,
    capsysbinary,
):
    main(["add", report, "--store", store])
    path = tmp_path / f"events.{format}"
    assert main(["export", str(path), "--store", store]) == 0
    capsysbinary.readouterr()
    assert main(["export", "-", "--format", format, "--store", store]) == 0
    written = capsysbinary.readouterr().out
    assert written == path.read_bytes() or format == "xlsx"  # a workbook tells when it was made


def test_a_file_that_is_no_store_is_refused_and_left_alone(report, capsys):
    assert main(["add", report, "--store", report]) == 1
    assert "not a SQLite database" in capsys.readouterr().err
    with open(report, encoding="utf-8") as file:  # noqa: PTH123
        assert file.read() == REPORT


def test_what_was_known_by_a_month_is_listed(store, report, capsys):
    main(["add", report, "--store", store])
    capsys.readouterr()
    assert main(["events", "--known-by", "2015-01", "--store", store]) == 0
    assert "2015-02-12" not in capsys.readouterr().out
    assert main(["events", "--known-by", "2015-02", "--store", store]) == 0
    assert "2015-02-12" in capsys.readouterr().out


def test_serve_answers_with_the_page_and_stops_when_interrupted(store, report):
    main(["add", report, "--store", store])
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    words = [sys.executable, "-m", "timeline", "serve", "--store", store, "--port", str(port), "--read-only"]
    with interruptible(), subprocess.Popen(words, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as serving:
        try:
            page = answer_of(f"http://127.0.0.1:{port}/", serving)
            serving.send_signal(signal.SIGINT)
            _, err = serving.communicate(timeout=30)
        finally:
            serving.kill()
    assert b"Crisis Timeline" in page
    assert b"Traceback" not in err


def test_serve_tells_the_port_that_it_found_free(store, report):
    main(["add", report, "--store", store])
    words = [sys.executable, "-m", "timeline", "serve", "--store", store, "--port", "0", "--read-only"]
    with subprocess.Popen(words, stderr=subprocess.PIPE, text=True) as serving:
        try:
            told = serving.stderr.readline()
            address = re.search(r"The timeline is at (http://127\.0\.0\.1:[1-9]\d*/)", told)[1]
            page = answer_of(address, serving)
        finally:
            serving.kill()
    assert b"Crisis Timeline" in page


def test_serve_on_a_busy_port_says_only_that(store, report, capsys):
    main(["add", report, "--store", store])
    capsys.readouterr()
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = str(taken.getsockname()[1])
        assert main(["serve", "--store", store, "--port", port, "--read-only"]) == 1
    told = capsys.readouterr().err
    assert told.startswith(f"timeline: cannot listen on 127.0.0.1:{port}")
    assert told.count("\n") == 1


@contextmanager
def interruptible():
    """Lets what is started meanwhile be interrupted, even where the tests run in the background."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)


def answer_of(address, serving):
    """What the address answers, once it does."""
    while serving.poll() is None:
        try:
            with urllib.request.urlopen(address, timeout=10) as answer:
                return answer.read()
        except OSError:
            time.sleep(0.05)
    raise AssertionError(serving.stderr.read().decode())


def test_output_cut_short_by_head_is_no_error(store, report):
    main(["add", report, "--store", store])
    piped = f"{sys.executable} -m timeline events --store {store} | head -n 1"
    done = subprocess.run(["bash", "-c", piped], capture_output=True, text=True)
    assert done.stderr == ""


def test_an_event_is_corrected_hidden_and_everything_is_taken_back(run, store, report):
    run("add", report, "--store", store)
    event = json.loads(run("events", "--store", store, "--json")[1].splitlines()[0])
    status, _, said = run(
        "edit", event["id"], "--store", store, "--date", "March 2014", "--title", "Fighting in the Donbas"
    )
    assert (status, said) == (
        0,
        f"{event['id']}: Fighting in the Donbas (2014-03, ongoing, {event['kind']})\n",
    )
    assert run("edit", event["id"], "--store", store, "--hide")[0] == 0
    assert event["id"] not in run("events", "--store", store)[1]
    assert run("undo", "--store", store)[0] == 0
    assert "Fighting in the Donbas" in run("events", "--store", store)[1]
    run("undo", "--store", store)
    assert json.loads(run("events", "--store", store, "--json")[1].splitlines()[0]) == event


def test_events_are_tagged_and_found_by_their_tags(run, store, report):
    run("add", report, "--store", store)
    first, second = [
        json.loads(line)["id"] for line in run("events", "--store", store, "--json")[1].splitlines()
    ][:2]
    assert run("edit", first, "--store", store, "--tag", "to check", "--tag", "gas")[0] == 0
    listed = run("events", "--store", store, "--tag", "gas")[1]
    assert first in listed
    assert second not in listed
    assert "tags: to check, gas" in run("show", first, "--store", store)[1]


def test_two_events_become_one_and_one_becomes_two_again(run, store, report):
    run("add", report, "--store", store)
    first, second = [
        json.loads(line)["id"] for line in run("events", "--store", store, "--json")[1].splitlines()
    ][:2]
    assert run("edit", first, "--store", store, "--merge", second, "--note", "the same war")[0] == 0
    assert second not in run("events", "--store", store)[1]
    assert run("undo", "--store", store)[0] == 0
    assert second in run("events", "--store", store)[1]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--date", "some day"], "names no days"),
        (["--kind", "picnic"], "is no kind; use one of"),
        ([], "nothing to change"),
        (["--hide", "--title", "x"], "in one edit"),
    ],
)
def test_an_edit_that_makes_no_sense_is_refused_in_one_sentence(run, store, report, words, said):
    run("add", report, "--store", store)
    event = json.loads(run("events", "--store", store, "--json")[1].splitlines()[0])
    status, _, problem = run("edit", event["id"], "--store", store, *words)
    assert status == 2
    assert said in problem
    assert "Traceback" not in problem


def test_likely_duplicates_are_listed_decided_on_and_not_asked_again(store, capsys):
    with open_store(store) as opened:
        opened.save(SHIP, [STRIKE, SINKING])
    capsys.readouterr()
    assert main(["duplicates", "--store", store, "--json"]) == 0
    pair = json.loads(capsys.readouterr().out)
    first, second = (event["id"] for event in pair["events"])
    assert main(["edit", first, "--separate", second, "--store", store, "--note", "hit and lost"]) == 0
    capsys.readouterr()
    assert main(["duplicates", "--store", store]) == 0
    assert "No two events look like one." in capsys.readouterr().err


@pytest.mark.parametrize(
    "words",
    [["events"], ["articles"], ["show", "e1"], ["export", "x.csv"], ["duplicates"], ["undo"], ["rebuild"]],
    ids=lambda words: words[0],
)
def test_looking_into_a_store_that_is_not_there_makes_none(words, tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    assert main([*words, "--store", "none.db"]) != 0
    assert capsys.readouterr().err == "timeline: there is no store at 'none.db'; add an article first\n"
    assert list(tmp_path.iterdir()) == []


def test_an_event_that_no_article_tells_is_added_by_hand_and_taken_back(store, capsys):
    words = ["Ukraine declares independence", "--date", "24 Aug 1991", "--kind", "statement"]
    assert main(["add-event", *words, "--place", "Kiev", "--store", store]) == 0
    main(["events", "--store", store, "--json"])
    event = json.loads(capsys.readouterr().out.splitlines()[-1])
    assert (event["begin"], event["place"], event["kind"]) == ("1991-08-24", "Kyiv", "statement")
    assert main(["undo", "--store", store]) == 0
    assert main(["add-event", "A party", "--date", "1991", "--kind", "party", "--store", store]) == 2
    assert "'party' is no kind" in capsys.readouterr().err


def test_claims_are_exported_a_row_a_mention_with_offsets_into_the_article(store, report, tmp_path):
    main(["add", report, "--store", store])
    assert main(["export", str(tmp_path / "claims.csv"), "--store", store]) == 0
    claims = pd.read_csv(tmp_path / "claims.csv")
    with open_store(store) as opened:
        text = opened.article(claims["article_id"][0]).text
        assert len(claims) == sum(len(event.mentions) for event in opened.event_list())
    for claim in claims.dropna(subset=["expression"]).itertuples():
        begin, end = int(claim.expression_start), int(claim.expression_end)
        assert text[begin:end] == claim.expression
        assert " ".join(text[claim.start_char : claim.end_char].split()) == claim.sentence

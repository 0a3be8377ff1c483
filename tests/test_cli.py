"""The command line as a user meets it: words in; stdout, stderr and exit status out."""

import io
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

from tests.store.test_corrections import SHIP, SINKING, STRIKE
from timeline.cli import COMMANDS, main
from timeline.exporters import EXPORTERS
from timeline.store import open_store

REPORT = """\
Talks in Minsk end with a ceasefire deal

Published 12 February 2015

The leaders of Russia, Ukraine, Germany and France agreed on Thursday on a ceasefire in eastern Ukraine.
The guns are to fall silent on Sunday.

Fighting has gone on in the Donbas since April.
"""


@pytest.fixture
def store(tmp_path):
    return str(tmp_path / "timeline.db")


@pytest.fixture
def report(tmp_path):
    path = tmp_path / "minsk.txt"
    path.write_text(REPORT, encoding="utf-8")
    return str(path)


def run(*words, stdin=""):
    """The command in a process of its own: (status, stdout, stderr)."""
    done = subprocess.run(
        [sys.executable, "-m", "timeline", *words],
        input=stdin,
        capture_output=True,
        text=True,
        encoding="utf-8",
    )
    return done.returncode, done.stdout, done.stderr


@pytest.mark.parametrize("command", sorted(COMMANDS))
def test_every_command_has_help_with_an_example(command, capsys):
    with pytest.raises(SystemExit) as left:
        main([command, "--help"])
    assert left.value.code == 0
    assert f"example:\n  timeline {command}" in capsys.readouterr().out


def test_explain_says_value_days_and_why(capsys):
    assert main(["explain", "since December", "--published", "2022-02-12"]) == 0
    out = capsys.readouterr().out
    assert "DATE 2021-12" in out
    assert "2021-12-01" in out
    assert "2021-12/.." in out
    assert "or 2022-12/..: the next December after publication" in out


def test_explain_of_words_without_a_date_is_one_sentence_and_status_1(capsys):
    assert main(["explain", "the green table", "--published", "2022-02-12"]) == 1
    told = capsys.readouterr().err
    assert told.count("\n") == 1
    assert "green table" in told


def test_add_prints_the_events_it_found_and_events_lists_them(store, report, capsys):
    assert main(["add", report, "--store", store]) == 0
    added = capsys.readouterr()
    assert "2015-02-12" in added.out
    assert main(["events", "--store", store, "--json"]) == 0
    listed = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert {"2015-02-12", "2015-02-15"} <= {event["begin"] for event in listed}


def test_adding_the_same_article_twice_changes_nothing(store, report, capsys):
    main(["add", report, "--store", store])
    main(["events", "--store", store, "--json"])
    before = capsys.readouterr().out
    assert main(["add", report, "--store", store]) == 0
    assert "already on the timeline" in capsys.readouterr().err
    main(["events", "--store", store, "--json"])
    assert capsys.readouterr().out in before


def test_dry_run_shows_events_and_stores_nothing(store, report, capsys):
    assert main(["add", report, "--store", store, "--dry-run"]) == 0
    assert "2015-02-12" in capsys.readouterr().out
    main(["articles", "--store", store, "--json"])
    assert capsys.readouterr().out == ""


def test_an_article_without_a_publication_date_is_refused_with_the_option_named(store, tmp_path, capsys):
    undated = tmp_path / "undated.txt"
    undated.write_text("Shelling went on in the city on Saturday, officials said.\n", encoding="utf-8")
    assert main(["add", str(undated), "--store", store]) == 1
    assert "--published" in capsys.readouterr().err


def test_one_unreadable_source_does_not_keep_the_others_out(store, report, tmp_path, capsys):
    (tmp_path / "broken.pdf").write_bytes(b"%PDF-1.7 not really")
    assert main(["add", str(tmp_path / "broken.pdf"), report, "--store", store]) == 1
    told = capsys.readouterr()
    assert "broken.pdf" in told.err
    assert "2015-02-12" in told.out


@pytest.mark.parametrize("more", [["--dry-run"], ["--workers", "1"], ["--workers", "2"]])
def test_a_text_in_another_language_does_not_keep_the_others_of_a_folder_out(
    more, store, report, tmp_path, capsys
):
    (tmp_path / "a.txt").write_text(
        "Gespräche in Minsk\n\n12. Februar 2015\n\nDie Staats- und Regierungschefs einigten sich am "
        "Donnerstag auf eine Waffenruhe im Osten der Ukraine. Am Sonntag sollen die Waffen schweigen.\n",
        encoding="utf-8",
    )
    assert main(["add", str(tmp_path), "--store", store, *more]) == 1
    told = capsys.readouterr()
    assert f"{tmp_path / 'a.txt'}: this text is in German; only English can be read so far\n" in told.err
    assert "2015-02-12" in told.out


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


def test_tag_reads_standard_input():
    status, out, _ = run(
        "tag", "--published", "2022-02-12", "--format", "jsonl", stdin="The two presidents spoke on Saturday."
    )
    assert status == 0
    (timex,) = [json.loads(line) for line in out.splitlines()]
    assert (timex["text"], timex["value"], timex["begin"]) == ("Saturday", "2022-02-12", "2022-02-12")


def test_batch_answers_each_line_in_order_and_goes_on_after_a_bad_one():
    asked = [
        {"id": 1, "text": "They met on Friday.", "published": "2022-02-12"},
        "not json",
        {"id": 3, "published": "2022-02-12"},
        {"id": 4, "text": "They met in 2014."},
    ]
    lines = "\n".join(line if isinstance(line, str) else json.dumps(line) for line in asked)
    status, out, _ = run("tag", "--batch", stdin=lines)
    answers = [json.loads(line) for line in out.splitlines()]
    assert status == 0
    assert [answer["id"] for answer in answers] == [1, None, 3, 4]
    assert answers[0]["timexes"][0]["value"] == "2022-02-11"
    assert "error" in answers[1]
    assert "text" in answers[2]["error"]
    assert answers[3]["timexes"][0]["value"] == "2014"


def test_batch_extract_gives_offsets_into_the_text_that_was_sent():
    text = "Ukraine and Russia signed a grain deal in Istanbul on Friday."
    _, out, _ = run(
        "extract", "--batch", stdin=json.dumps({"id": "g", "text": text, "published": "2022-07-23"})
    )
    events = json.loads(out)["events"]
    assert events
    for event in events:
        assert text[event["start_char"] : event["end_char"]] == event["sentence"]
    assert "2022-07-22" in {event["begin"] for event in events}


def test_batch_takes_every_line_whatever_its_bytes(tmp_path):
    lines = [
        b'{"id": 1, "text": "On Friday.\xe2\x80\xa8They parted in 2014.", "published": "2022-02-12"}',
        b'{"id": 2, "text": "caf\xe9"}',
        rb'{"id": 3, "text": "half a pair \ud800"}',
        b'["no object"]',
        b'{"id": 5, "text": "They met on Friday.", "published": "soon"}',
        b'{"id": 6, "text": "They met on Friday.", "published": "2022-02-12", "language": "xx"}',
    ]
    (tmp_path / "many.jsonl").write_bytes(b"\n".join(lines))
    status, out, err = run("tag", "--batch", str(tmp_path / "many.jsonl"))
    answers = [json.loads(line) for line in out.split("\n") if line]
    assert (status, err) == (0, "")
    assert ["error" in answer for answer in answers] == [False, True, True, True, True, True]
    assert [timex["text"] for timex in answers[0]["timexes"]] == ["Friday", "2014"]


@pytest.mark.parametrize("mark", ["\r\n\r\n", "\n\n", "\r\r"])
def test_batch_extract_counts_every_character_that_was_sent(mark):
    text = f"A headline{mark}Envoys signed an agreement in Minsk on Thursday.{mark}They will meet on Monday."
    asked = json.dumps({"id": 1, "text": text, "published": "2015-02-13"})
    events = json.loads(run("extract", "--batch", stdin=asked)[1])["events"]
    assert events
    for event in events:
        assert text[event["start_char"] : event["end_char"]] == event["sentence"]
        timex = event["timex"]
        assert text[timex["start_char"] : timex["end_char"]] == timex["text"]


def test_batch_text_is_text_even_where_it_looks_like_a_page():
    text = "<html><body><p>Envoys signed an agreement in Minsk on Thursday.</p></body></html>"
    (answer,) = run(
        "extract", "--batch", stdin=json.dumps({"id": 1, "text": text, "published": "2015-02-13"})
    )[1].splitlines()
    for event in json.loads(answer)["events"]:
        assert text[event["start_char"] : event["end_char"]] == event["sentence"]


@pytest.mark.parametrize("format", ["table", "jsonl", "timeml"])
def test_tag_prints_what_it_found_in_each_form(format, report, capsys):  # noqa: A002
    assert main(["tag", report, "--published", "2015-02-12", "--format", format]) == 0
    assert "2015-02-15" in capsys.readouterr().out


def test_tag_counts_from_the_publication_date_that_the_file_tells(report, capsys):
    assert main(["tag", report, "--format", "jsonl"]) == 0
    days = {t["text"]: t["begin"] for t in map(json.loads, capsys.readouterr().out.splitlines())}
    assert (days["Thursday"], days["Sunday"]) == ("2015-02-12", "2015-02-15")


def test_text_that_is_none_is_refused_by_every_command_that_reads_one(store):
    for command in (["tag"], ["extract", "--published", "2022-02-12"], ["add", "-", "--store", store]):
        done = subprocess.run(
            [sys.executable, "-m", "timeline", *command], input=bytes(2000), capture_output=True
        )
        assert done.returncode == 1
        assert done.stderr.count(b"\n") == 1
        assert b"standard input is not text" in done.stderr


def test_add_reads_standard_input_and_several_cores_give_the_same_events(store, tmp_path, capsys):
    status, out, _ = run("add", "-", "--store", store, stdin=REPORT)
    assert (status, "2015-02-12" in out) == (0, True)
    lines = [{"text": REPORT + f"\nThis is report number {n}.", "published": "2015-02-12"} for n in range(60)]
    archive = tmp_path / "archive.jsonl"
    archive.write_text("\n".join(map(json.dumps, lines)), encoding="utf-8")
    listed = []
    for workers in ("1", "2"):
        other = str(tmp_path / f"{workers}.db")
        assert main(["add", str(archive), "--store", other, "--workers", workers]) == 0
        capsys.readouterr()
        main(["events", "--store", other, "--json"])
        listed.append(capsys.readouterr().out)
    assert listed[0] == listed[1]


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


@pytest.mark.parametrize(
    ("words", "status", "told"),
    [
        (["add"], 2, "SOURCE"),
        (["dance"], 2, "dance"),
        (["serve", "--port", "99999"], 2, "'99999' is no port; give a number from 0 to 65535"),
        (["events", "--kind", "party"], 2, "talks"),
        (["events", "--status", "maybe"], 2, "planned"),
        (["events", "--from", "yesterday"], 2, "yesterday"),
        (["events", "--known-by", "2015-02-30"], 2, "2015-02-30"),
        (
            ["export", "e.csv", "--from", "2022-05", "--to", "2022-01"],
            2,
            "--from 2022-05 is after --to 2022-01",
        ),
        (["events", "--article", "foo"], 1, "there is no article 'foo' in the store"),
        (["edit", "e000000000000"], 2, "nothing to change; give --date, --title"),
        (["export", "-"], 2, "--format"),
        (["explain", "Friday", "--published", "soon"], 2, "soon"),
        (["tag", "--language", "xx"], 2, "xx"),
        (["add", "x.txt", "--workers", "-1"], 2, "--workers"),
        (["events", "--store", "mysql://host/db"], 2, "mysql"),
        (["remove", "a000000000000"], 1, "a000000000000"),
        (["show", "a000000000000"], 1, "a000000000000"),
        (["import", "missing.csv"], 1, "missing.csv"),
        (["tag", "missing.txt"], 1, "missing.txt"),
        (["tag", "--batch", "missing.jsonl"], 1, "missing.jsonl"),
        (["extract", "missing.txt"], 1, "missing.txt"),
        (["export", "no/such/folder/events.csv"], 1, "no/such/folder"),
    ],
)
def test_each_failure_has_its_status_and_its_sentence(
    words, status, told, store, tmp_path, monkeypatch, capsys
):
    open_store(store).close()
    monkeypatch.setenv("TIMELINE_STORE", store)
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(b"They met on Friday.")))
    monkeypatch.chdir(tmp_path)
    try:
        assert main(words) == status
    except SystemExit as left:  # argparse's own way out
        assert left.code == status  # noqa: PT017
    captured = capsys.readouterr()
    assert told in captured.err
    assert captured.out == ""


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


def test_an_event_is_corrected_hidden_and_everything_is_taken_back(store, report):
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


def test_events_are_tagged_and_found_by_their_tags(store, report):
    run("add", report, "--store", store)
    first, second = [
        json.loads(line)["id"] for line in run("events", "--store", store, "--json")[1].splitlines()
    ][:2]
    assert run("edit", first, "--store", store, "--tag", "to check", "--tag", "gas")[0] == 0
    listed = run("events", "--store", store, "--tag", "gas")[1]
    assert first in listed
    assert second not in listed
    assert "tags: to check, gas" in run("show", first, "--store", store)[1]


def test_two_events_become_one_and_one_becomes_two_again(store, report):
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
def test_an_edit_that_makes_no_sense_is_refused_in_one_sentence(store, report, words, said):
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

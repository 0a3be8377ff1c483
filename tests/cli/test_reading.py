"""What reads on the command line, as a user meets it: words in; stdout, stderr and exit status out."""

import json

import pytest

from tests.cli.conftest import REPORT, in_a_process
from timeline.cli import COMMANDS, main
from timeline.store import open_store


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


def test_tag_reads_standard_input():
    status, out, _ = in_a_process(
        "tag", "--published", "2022-02-12", "--format", "jsonl", stdin="The two presidents spoke on Saturday."
    )
    assert status == 0
    (timex,) = [json.loads(line) for line in out.splitlines()]
    assert (timex["text"], timex["value"], timex["begin"]) == ("Saturday", "2022-02-12", "2022-02-12")


@pytest.mark.parametrize("format", ["table", "jsonl", "timeml"])
def test_tag_prints_what_it_found_in_each_form(format, report, capsys):  # noqa: A002
    assert main(["tag", report, "--published", "2015-02-12", "--format", format]) == 0
    assert "2015-02-15" in capsys.readouterr().out


def test_tag_counts_from_the_publication_date_that_the_file_tells(report, capsys):
    assert main(["tag", report, "--format", "jsonl"]) == 0
    days = {t["text"]: t["begin"] for t in map(json.loads, capsys.readouterr().out.splitlines())}
    assert (days["Thursday"], days["Sunday"]) == ("2015-02-12", "2015-02-15")


def test_batch_answers_each_line_in_order_and_goes_on_after_a_bad_one(run):
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


def test_batch_extract_gives_offsets_into_the_text_that_was_sent(run):
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
    status, out, err = in_a_process("tag", "--batch", str(tmp_path / "many.jsonl"))
    answers = [json.loads(line) for line in out.split("\n") if line]
    assert (status, err) == (0, "")
    assert ["error" in answer for answer in answers] == [False, True, True, True, True, True]
    assert [timex["text"] for timex in answers[0]["timexes"]] == ["Friday", "2014"]


@pytest.mark.parametrize("mark", ["\r\n\r\n", "\n\n", "\r\r"])
def test_batch_extract_counts_every_character_that_was_sent(run, mark):
    text = f"A headline{mark}Envoys signed an agreement in Minsk on Thursday.{mark}They will meet on Monday."
    asked = json.dumps({"id": 1, "text": text, "published": "2015-02-13"})
    events = json.loads(run("extract", "--batch", stdin=asked)[1])["events"]
    assert events
    for event in events:
        assert text[event["start_char"] : event["end_char"]] == event["sentence"]
        timex = event["timex"]
        assert text[timex["start_char"] : timex["end_char"]] == timex["text"]


def test_batch_text_is_text_even_where_it_looks_like_a_page(run):
    text = "<html><body><p>Envoys signed an agreement in Minsk on Thursday.</p></body></html>"
    (answer,) = run(
        "extract", "--batch", stdin=json.dumps({"id": 1, "text": text, "published": "2015-02-13"})
    )[1].splitlines()
    for event in json.loads(answer)["events"]:
        assert text[event["start_char"] : event["end_char"]] == event["sentence"]


def test_text_that_is_none_is_refused_by_every_command_that_reads_one(run, store):
    for command in (["tag"], ["extract", "--published", "2022-02-12"], ["add", "-", "--store", store]):
        status, _, err = run(*command, stdin=bytes(2000))
        assert status == 1
        assert err.count("\n") == 1
        assert "standard input is not text" in err


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


def test_add_reads_standard_input_and_several_cores_give_the_same_events(run, store, tmp_path, capsys):
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
def test_each_failure_has_its_status_and_its_sentence(run, words, status, told, store, tmp_path, monkeypatch):
    open_store(store).close()
    monkeypatch.setenv("TIMELINE_STORE", store)
    monkeypatch.chdir(tmp_path)
    ended, out, err = run(*words, stdin="They met on Friday.")
    assert ended == status
    assert told in err
    assert out == ""

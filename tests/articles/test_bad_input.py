"""What is no article: one clear sentence, exit status 1, nothing stored, no traceback."""

import random
import socket

import pytest

from tests.articles.files import FIRST, docx, html, mail, pdf
from timeline import read
from timeline.articles import fetch
from timeline.cli import main
from timeline.errors import TimelineError
from timeline.exporters import EXPORTERS
from timeline.exporters.frame import to_frame
from timeline.store import open_store


def sparse(path, size):
    with path.open("wb") as file:
        file.write(b"Talks went on. ")
        file.truncate(size)


def refused(source, store, capsys):
    """The sentence with which `timeline add` refuses a source."""
    assert main(["add", str(source), "--store", store]) == 1
    told = capsys.readouterr()
    assert told.out == ""
    assert told.err.count("\n") == 1
    with open_store(store) as opened:
        assert opened.articles().empty
    return told.err


@pytest.fixture
def store(tmp_path):
    return str(tmp_path / "store" / "timeline.db")


@pytest.mark.parametrize(
    ("name", "data", "told"),
    [
        ("empty.txt", b"", "empty"),
        ("blank.txt", b" \n\n\t ", "empty"),
        ("noise.txt", bytes(range(256)) * 40, "not text"),
        ("zeros.txt", bytes(5000), "not text"),
        ("image.txt", b"\x89PNG\r\n\x1a\n" + random.Random(1).randbytes(3000), "not text"),
        ("undated.txt", FIRST.encode(), "--published"),
        ("future.txt", f"Talks\n\n1 January 2999\n\n{FIRST}".encode(), "--published"),
        ("head.txt", f"---\ntitle: x\npublished: soon\n---\n{FIRST}".encode(), "'soon'"),
        ("head2.txt", f"---\nno colon here\n---\n{FIRST}".encode(), "no colon here"),
        ("broken.pdf", b"%PDF-1.7\nnothing of a PDF follows", "broken PDF"),
        ("cut.pdf", pdf([FIRST])[:300], "PDF"),
        ("named.pdf", b"this is no pdf", "broken PDF"),
        ("scan.pdf", pdf([]), "scan"),
        ("broken.docx", b"PK\x03\x04 no zip", "broken DOCX"),
        (
            "table.xlsx",
            EXPORTERS["xlsx"].write(to_frame([])),
            "is a spreadsheet; save it as CSV with a column 'text'",
        ),
        ("cut.docx", docx([FIRST])[:-500], "broken DOCX"),
        ("menu.html", b"<html><body><script>var page = 1</script></body></html>", "paste its text"),
        ("binary.eml", mail("").replace(b"text/plain", b"image/png"), "without text"),
        ("odd.eml", b"From: a@b.c\nContent-Type: text/plain; charset=klingon\n\nnuqneH", "character set"),
        ("feed.rss", b"<rss><channel>", "broken feed"),
        ("bomb.rss", b'<!DOCTYPE r [<!ENTITY a "aaaa">]><rss>&a;</rss>', "entity"),
        ("none.rss", b"<rss><channel></channel></rss>", "without entries"),
        ("table.csv", b"name,day\nx,y\n", "no column 'text'"),
        ("list.jsonl", b"[]", "no JSON object"),
        ("one.json", b'{"text": "Talks', "is JSON; articles are read from .jsonl"),
    ],
)
def test_a_file_that_is_no_article_is_refused_in_one_sentence(tmp_path, store, capsys, name, data, told):
    path = tmp_path / name
    path.write_bytes(data)
    sentence = refused(path, store, capsys)
    assert name in sentence
    assert told in sentence


@pytest.mark.parametrize("name", ["large.txt", "large.pdf", "large.html"])
def test_a_file_of_50_mb_is_refused_unread(tmp_path, store, capsys, name):
    sparse(tmp_path / name, 50_000_000)
    assert "larger than 20 MB" in refused(tmp_path / name, store, capsys)


def test_a_source_is_named_once(tmp_path, store, capsys):
    (tmp_path / "empty.txt").touch()
    assert refused(tmp_path / "empty.txt", store, capsys) == f"{tmp_path / 'empty.txt'} is empty\n"
    missing = str(tmp_path / "missing.txt")
    assert refused(missing, store, capsys) == f"there is no file {missing!r}\n"


def test_only_web_addresses_are_read(store, capsys):
    told = "'ftp://x/y' cannot be read; give an address that begins with http:// or https://\n"
    assert refused("ftp://x/y", store, capsys) == told


def test_what_is_not_there_is_named(tmp_path, store, capsys):
    assert "there is no file" in refused(tmp_path / "missing.txt", store, capsys)
    assert "no file matches" in refused(tmp_path / "*.txt", store, capsys)
    (tmp_path / "hollow").mkdir()
    assert "holds no file" in refused(tmp_path / "hollow", store, capsys)


@pytest.mark.parametrize(
    ("path", "page", "told"),
    [
        ("/gone", None, "404"),
        ("/broken", (500, {}, b""), "500"),
        ("/loop", (302, {"Location": "/loop"}, b""), "redirects without end"),
        ("/away", (302, {"Location": "file:///etc/passwd"}, b""), "no web address"),
        ("/empty", (200, {}, b""), "empty"),
        ("/photo", (200, {"Content-Type": "image/png"}, b"PNG"), "image/png"),
        ("/large", (200, {"Content-Type": "text/html"}, b"x" * 20_000_001), "larger than 20 MB"),
    ],
)
def test_an_address_that_answers_no_article_is_refused_in_one_sentence(site, store, capsys, path, page, told):
    address, pages = site
    if page:
        pages[path] = page
    sentence = refused(address + path, store, capsys)
    assert path in sentence
    assert told in sentence


def test_an_address_that_never_answers_is_given_up(site, store, capsys, monkeypatch):
    monkeypatch.setattr(fetch, "TIMEOUT", 0.2)
    assert "does not answer" in refused(f"{site[0]}/never", store, capsys)


def test_an_address_where_nobody_listens_is_refused(store, capsys, monkeypatch):
    monkeypatch.setenv(fetch.ALLOW_PRIVATE, "1")
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))  # taken, but not listening
        assert "cannot be reached" in refused(f"http://127.0.0.1:{taken.getsockname()[1]}/", store, capsys)


@pytest.mark.parametrize(
    "address",
    [
        "http://127.0.0.1:8050/",
        "http://localhost/",
        "http://[::1]/",
        "http://10.0.0.1/",
        "http://169.254.169.254/latest/meta-data",
        "http://0.0.0.0/",
        "http://[::ffff:127.0.0.1]/",
    ],
)
def test_addresses_of_private_networks_are_not_read(address, store, capsys):
    assert "private network" in refused(address, store, capsys)


@pytest.mark.parametrize("address", ["http://", "http://[::1", "https://a.org:b/", f"http://{'a' * 70}.org/"])
def test_what_is_no_address_is_refused(address, store, capsys):
    assert address in refused(address, store, capsys)


@pytest.mark.parametrize("seed", range(40))
@pytest.mark.parametrize("whole", [pdf([FIRST] * 3), docx([FIRST, FIRST]), mail(), html()])
def test_a_damaged_file_is_read_or_refused_but_never_breaks_the_reader(whole, seed):
    chance = random.Random(seed)
    damaged = bytearray(whole)
    for _ in range(chance.randint(1, 30)):
        damaged[chance.randrange(len(damaged))] = chance.randrange(256)
    try:
        read(bytes(damaged[: chance.randint(20, len(damaged))]))
    except TimelineError as why:
        assert "\n" not in str(why)  # noqa: PT017

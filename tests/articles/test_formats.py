"""Every format gives the same report: its headline, its day, its two paragraphs."""

import json
from datetime import date

import pytest

from tests.articles.files import ATOM, FIRST, HEADLINE, RSS, SECOND, docx, html, mail, pdf
from timeline import read, read_many
from timeline.errors import ArticleError

DAY = date(2022, 1, 22)
PDF_LINES = [
    HEADLINE, "Saturday 22 January 2022", "",
    "Envoys from eleven countries left Vienna on Friday without a deal on guar-",
    "antees, the host said, after three days of talks that had begun with some hope, and",
    "Anna Example of the delegation told reporters that they would meet again in March.",
]  # fmt: skip


def words(article):
    return " ".join(article.reading_text.split())


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.txt", f"{HEADLINE}\n\n22 January 2022\n\n{FIRST}\n\n{SECOND}\n".encode()),
        ("windows.txt", f"{HEADLINE}\r\n\r\n22 January 2022\r\n\r\n{FIRST}\r\n\r\n{SECOND}".encode("utf-16")),
        ("a.md", f"# {HEADLINE}\n\n*22 January 2022*\n\n{FIRST}\n\n{SECOND}\n".encode()),
        ("a.html", html("<meta property='article:published_time' content='2022-01-22T07:05:00+02:00'>")),
        ("ld.html", html('<script type="application/ld+json">{"datePublished": "2022-01-22"}</script>')),
        ("a.docx", docx([HEADLINE, "22 January 2022", FIRST, SECOND])),
        ("a.eml", mail()),
        ("html.eml", mail(html().decode(), "html")),
    ],
)
def test_one_file_is_one_article(tmp_path, name, data):
    path = tmp_path / name
    path.write_bytes(data)
    article = read(path)
    assert (article.title, article.published) == (HEADLINE, DAY)
    assert words(article) == f"{FIRST} {SECOND}"
    assert article.published_why


def test_a_pdf_gives_whole_sentences_across_its_lines():
    article = read(pdf(PDF_LINES))
    assert (article.title, article.published) == (HEADLINE, DAY)
    assert "a deal on guarantees, the host said" in words(article)
    assert "some hope, and Anna Example of the delegation told" in words(article)


def test_a_word_file_keeps_the_order_of_paragraphs_and_tables():
    data = docx([HEADLINE, FIRST, SECOND], cells=["Delegation", "Eleven countries"], author="Anna Example")
    article = read(data, published="2022-01-22")
    assert article.text.index("hope") < article.text.index("March") < article.text.index("Eleven")
    assert article.authors == ("Anna Example",)


def test_the_day_a_word_file_was_saved_is_no_publication_date():
    assert read(docx([HEADLINE, FIRST])).published is None


def test_the_zone_of_a_message_is_kept():
    article = read(mail(), name="a.eml")
    assert (article.published_time.iso, article.publisher) == ("07:05+02:00", "The Guardian")


@pytest.mark.parametrize(
    ("name", "data", "publisher"), [("a.rss", RSS, "Reuters"), ("a.atom", ATOM, "BBC News")]
)
def test_a_feed_gives_an_article_for_each_entry_with_text(tmp_path, name, data, publisher):
    (tmp_path / name).write_bytes(data)
    first, *others = [found for _, found in read_many([tmp_path / name])]
    assert (first.title, first.published, first.publisher) == (HEADLINE, DAY, publisher)
    assert FIRST in words(first)
    assert all(isinstance(other, ArticleError) for other in others)


def test_json_lines_give_an_article_a_line_and_a_bad_line_spoils_only_itself(tmp_path):
    good = {
        "text": FIRST,
        "published": "2022-01-22",
        "title": HEADLINE,
        "publisher": "AFP",
        "authors": ["A. B."],
    }
    lines = [
        json.dumps(good),
        "{",
        json.dumps({"title": "no text"}),
        json.dumps(good | {"published": "soon"}),
    ]
    (tmp_path / "a.jsonl").write_text("\n".join(lines), encoding="utf-8")
    found = dict(read_many([tmp_path / "a.jsonl"]))
    first, *bad = found.values()
    assert (first.title, first.published, first.publisher) == (HEADLINE, DAY, "AFP")
    assert [type(each) for each in bad] == [ArticleError] * 3
    assert all(name in str(problem) for name, problem in list(found.items())[1:])


def test_csv_gives_an_article_a_row(tmp_path):
    (tmp_path / "a.csv").write_text(
        f'title,published,text\n{HEADLINE},2022-01-22,"{FIRST}"\n', encoding="utf-8"
    )
    ((_, article),) = read_many([tmp_path / "a.csv"])
    assert (article.title, article.published, words(article)) == (HEADLINE, DAY, FIRST)


def test_an_address_is_read_and_becomes_the_articles_own(site):
    address, pages = site
    pages["/new"] = (200, {"Content-Type": "text/html; charset=utf-8"}, html())
    pages["/old"] = (301, {"Location": "/new"}, b"")
    article = read(f"{address}/old", published="2022-01-22")
    assert (article.title, article.url) == (HEADLINE, f"{address}/old")


def test_folders_and_patterns_are_read_whole(tmp_path):
    for name in ("b.txt", "a.txt", "sub/c.txt", "sub/image.png"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(f"{name}: {FIRST}", encoding="utf-8")
    assert [len(list(read_many([tmp_path]))), len(list(read_many([f"{tmp_path}/*.txt"])))] == [3, 2]


@pytest.mark.parametrize("charset", ["cp1252", "cp1251", "utf-8-sig", "utf-16"])
def test_the_character_set_is_told_by_the_bytes(charset):
    text = "Переговори у Відні завершилися без угоди, повідомили у п’ятницю дипломати."
    if charset == "cp1252":
        text = (
            "Les délégations ont quitté Vienne à l’aube, déçues ; la réunion est reportée à février prochain."
        )
    assert read(text.encode(charset)).text.strip() == text


@pytest.mark.parametrize(
    ("text", "language"), [(FIRST, "en"), ("Президенти обговорили ситуацію в країні та домовилися.", "uk")]
)
def test_the_language_is_guessed_from_the_text(text, language):
    assert read(text).language == language

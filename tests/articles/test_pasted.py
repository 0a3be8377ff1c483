"""A page as a person pastes it: what is the article is kept, what stands around it is told apart."""

from datetime import date

import pytest

from timeline import extract, read
from timeline.errors import UsageError

PAGE = """\
Stay up to date with notifications from The Guardian

Notifications can be managed in browser preferences.

Sign in
Share

Envoys leave Vienna without a deal as both sides ‘dig in’

Host says three days of talks ended with little but a date to meet again

Anna Example,Bohdan Muster
Saturday 22 January 2022 18:26 EST
Comments

Your support helps us to tell the story

We believe quality journalism should be available to everyone, paid for by those who can afford it.

Your support makes all the difference.

Envoys from eleven countries left Vienna on Friday without a deal on guarantees, the host said, \
after three days of talks that had begun with some hope.

Sign up to our daily newsletter

The delegations will meet again in March, a spokeswoman told reporters at the airport, and until then \
“nobody should expect miracles”.

Join our commenting forum

Join thought-provoking conversations, follow other readers and see their replies

Comments

Thank you for registering
"""


@pytest.fixture(scope="module")
def article():
    return read(PAGE)


def test_headline_authors_publisher_and_date_are_found(article):
    assert article.title == "Envoys leave Vienna without a deal as both sides ‘dig in’"
    assert article.authors == ("Anna Example", "Bohdan Muster")
    assert article.publisher == "The Guardian"
    assert article.published == date(2022, 1, 22)
    assert "Saturday 22 January 2022 18:26 EST" in article.published_why


def test_the_clock_time_keeps_its_zone(article):
    assert (article.published_time.iso, article.published_time.zone) == ("18:26-05:00", "EST")


def test_only_the_article_itself_is_read(article):
    paragraphs = [line.strip() for line in article.reading_text.splitlines() if line.strip()]
    assert [paragraph.split()[0] for paragraph in paragraphs] == ["Envoys", "The"]


def test_the_text_is_kept_whole_and_offsets_lead_back_to_it(article):
    assert article.text == PAGE
    assert len(article.reading_text) == len(PAGE)
    for start, end in article.body:
        assert article.reading_text[start:end] == PAGE[start:end]


def test_the_same_article_with_other_furniture_has_the_same_id(article):
    other = read(
        PAGE.replace("Your support makes all the difference.", "Subscribe today.").replace("Share\n", "")
    )
    assert other.id == article.id


def test_what_the_caller_knows_is_surer_than_what_the_page_tells():
    article = read(
        PAGE, published="2022-01-23", title="Mine", publisher="guardian", url="https://example.org/a"
    )
    assert (article.published, article.published_time) == (date(2022, 1, 23), None)
    assert (article.title, article.publisher) == ("Mine", "The Guardian")


def test_a_date_in_the_text_is_never_taken_for_the_publication_date():
    article = read("Envoys left Vienna on 21 January 2022 without a deal, and they will meet again in March.")
    assert article.published is None


@pytest.mark.parametrize(
    "text",
    [
        "Austria will host talks on 3 March 2022.",
        "Ministers met in Vienna\n\nAustria hosted talks on 3 March 2022.\n\nThey agreed on much.",
    ],
)
def test_a_short_sentence_with_a_date_is_no_date_line(text):
    assert read(text).published is None


def test_a_date_that_can_be_read_two_ways_is_not_guessed():
    article = read(PAGE.replace("Saturday 22 January 2022 18:26 EST", "04/05/2022"))
    assert article.published is None
    assert "4 May 2022" in article.published_why
    assert "5 April 2022" in article.published_why


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("Published 22 January 2022", date(2022, 1, 22)),
        ("January 22, 2022 5:12 a.m. ET", date(2022, 1, 22)),
        ("Sat 22 Jan 2022 05.12 GMT", date(2022, 1, 22)),
        ("2022-01-22T05:12:00Z", date(2022, 1, 22)),
        ("22.01.2022, 05:12", date(2022, 1, 22)),
        ("Last updated: 22/01/2022", date(2022, 1, 22)),
    ],
)
def test_date_lines_of_many_shapes_are_read(line, day):
    assert read(PAGE.replace("Saturday 22 January 2022 18:26 EST", line)).published == day


def test_front_matter_tells_the_facts():
    article = read(
        "---\ntitle: Envoys leave Vienna\npublished: 2022-01-22\nauthors: [A. Writer]\n"
        "language: en\nsources:\n  - https://example.org/one\n  - https://example.org/two\n---\n\n"
        "Envoys left Vienna on Friday.\n"
    )
    assert (article.title, article.published) == ("Envoys leave Vienna", date(2022, 1, 22))
    assert article.sources == ("https://example.org/one", "https://example.org/two")
    assert article.reading_text.strip() == "Envoys left Vienna on Friday."


@pytest.mark.shared
def test_the_founding_article_is_read_as_a_person_would(shared):
    article = read(shared / "articles" / "independent-2022-02-12.txt")
    assert article.title.startswith("Biden holds hour-long call with Putin")
    assert article.authors == ("Oliver O'Connell", "Kim Sengupta")
    assert article.publisher == "The Independent"
    assert article.published == date(2022, 2, 12)
    assert article.published_time.iso == "18:26-05:00"
    kept = article.reading_text
    for said in (
        "President Joe Biden called",
        "since Russia’s seizure of Crimea in 2014",
        "with no breakthrough",
    ):
        assert said in kept
    for furniture in (
        "notifications",
        "Your support",
        "donation",
        "commenting forum",
        "Thank you for registering",
    ):
        assert furniture not in kept


def test_a_short_first_entry_of_a_chronicle_is_no_part_of_the_head():
    page = (
        "A first month\n\n1 March: Rockets hit a square in Kharkiv.\n\n"
        "2 March: Troops entered Kherson, the first large city that they took, and set up posts on the roads."
    )
    article = read(page, published=date(2022, 4, 10))
    assert "Rockets hit a square" in "".join(page[begin:end] for begin, end in article.body)


PROSE = (
    "Envoys from eleven countries left Vienna on Friday without a deal on guarantees, the host said, after "
    "three days of talks that had begun with some hope."
)


@pytest.mark.parametrize(
    "above",
    [
        "World | Business | Sport | Pictures",
        "Home News Sport Weather Sounds",
        "Home / Explained / Ukraine",
        "The Lantern\n\nForeign Desk | Archive",
    ],
)
def test_the_bar_of_a_page_and_an_unknown_papers_name_are_no_headline(above):
    page = f"{above}\n\nEnvoys leave Vienna without a deal on guarantees\n\n22 January 2022\n\n{PROSE}"
    assert read(page).title == "Envoys leave Vienna without a deal on guarantees"


def test_the_year_above_the_first_entries_of_a_chronicle_is_no_part_of_the_head():
    entries = f"2022\n\n24 February – {PROSE}\n\n2023\n\n6 June – {PROSE}"
    article = read(f"The war in dates\n\nAn overview.\n\n{entries}", published=date(2024, 7, 24))
    assert article.title == "The war in dates"
    assert article.reading_text.split()[0] == "2022"


def test_the_first_day_of_a_chronicle_belongs_to_its_entries():
    page = (
        "How a week of talks went, day by day\n\nPublished January 23, 2022\n\n"
        "It took a week from the first call to the last handshake in the capital. The main dates, by reports:"
        f"\n\nFriday, January 14\n\n{PROSE}\n\nSaturday, January 15\n\n{PROSE}"
    )
    lines = [line.strip() for line in read(page).reading_text.splitlines() if line.strip()]
    assert (lines[0].split()[:3], lines[1]) == (["It", "took", "a"], "Friday, January 14")


def test_days_with_their_years_over_entries_are_no_date_of_publication() -> None:
    entries = [f"{day}\n{PROSE}" for day in ("17 July 2014", "21 July 2014", "9 March 2020")]
    lead = (
        "A court sentenced three men on Thursday. These are the stages of an inquiry that has lasted years."
    )
    page = "\n\n".join(["From the fields to the courtroom\n\nAn archive\n17 November 2022", lead, *entries])
    article = read(page)
    lines = [line.strip() for line in article.reading_text.splitlines() if line.strip()]
    assert (article.published, lines[:2]) == (date(2022, 11, 17), [lead, "17 July 2014"])
    undated = read("\n\n".join(["From the fields to the courtroom", *entries]), published=date(2022, 11, 17))
    assert undated.reading_text.split()[:3] == ["17", "July", "2014"]


def test_a_bar_above_the_article_is_not_its_foot() -> None:
    page = (
        f"TOP STORIES   GERMANY   EUROPE\n\nEnvoys leave Vienna without a deal\n\nDate 20.12.2019\n\n{PROSE}"
    )
    article = read(page)
    assert (article.published, article.reading_text.strip()) == (date(2019, 12, 20), PROSE)


def test_what_a_report_covers_is_not_when_it_was_published() -> None:
    page = f"Update on the situation\n16 August to 15 November 2017\n\nIssued on 12 December 2017\n\n{PROSE}"
    assert read(page).published == date(2017, 12, 12)


STRIKE = (
    "Russia destroyed a large power plant near Kyiv on Thursday, officials said, and called the attack a "
    "reply to strikes on its refineries."
)


@pytest.mark.parametrize(
    "dateline",
    [
        "KYIV, April 11, 2024 (Reuters) - ",
        "KYIV, April 11, 2024 — ",
        "KYIV, Ukraine, Thursday, April 11, 2024 (AP) -- ",
        "NOVA VES, 11 April 2024 – ",
        "Nova Ves, Apr. 11, 2024 (Reuters) - ",
        "Kyiv, 11 April 2024. ",
        "Brussels, 11 April 2024 – ",
    ],
)
@pytest.mark.parametrize("title", ["Missiles hit a power plant\n\n", ""])
def test_the_date_of_a_dateline_is_when_the_report_was_published(title, dateline):
    article = read(title + dateline + STRIKE)
    assert article.published == date(2024, 4, 11)
    assert article.published_why == f"the dateline “{dateline.strip()}”"
    assert article.reading_text.strip() == STRIKE


def test_a_short_report_has_its_dateline_read_too():
    article = read("KYIV, April 11, 2024 (Reuters) - Talks ended.\nA deal was signed on Thursday.")
    assert (article.published, article.publisher) == (date(2024, 4, 11), "Reuters")


def test_a_date_line_above_a_dateline_is_surer():
    page = f"Missiles hit a power plant\n\n12 April 2024\n\nKYIV, April 11, 2024 (Reuters) - {STRIKE}"
    assert read(page).published == date(2024, 4, 12)


@pytest.mark.parametrize(
    "text",
    [
        f"KYIV, April 11 (Reuters) - {STRIKE}",  # of which year?
        f"NATO, 11 April 2024. {STRIKE}",
        f"Yesterday, April 11, 2024. {STRIKE}",
        f"Talks ended in Minsk on 11 April 2024 (Reuters) - {STRIKE}",
        f"{STRIKE}\n\n{STRIKE}\n\nKYIV, April 11, 2024 — {STRIKE}",
        f"Kyiv, 21 November 2013. {STRIKE}\n\nKyiv, 30 November 2013. {STRIKE}",  # a chronicle
    ],
)
def test_what_only_looks_like_a_dateline_is_not_when_it_was_published(text):
    assert read(text).published is None


def test_a_story_that_opens_on_an_old_day_is_not_dated_by_it():
    article = read(f"Moscow, 19 August 1991. {STRIKE} Thirty years later, in 2021, they met again.")
    assert article.published is None
    assert article.published_why == "it begins “Moscow, 19 August 1991.” but tells of 2021"


@pytest.mark.parametrize(
    "page",
    [
        f"Published: April 11, 2024, 3:14 PM\n\n{STRIKE}",
        f"Missiles hit a power plant\n\n{STRIKE}\n\nFirst published on Thu 11 Apr 2024 09.20 BST",
        "Published: April 11, 2024, 3 PM\nUpdated: April 11, 2024, 9 PM\nMissiles hit Kyiv on Thursday.",
    ],
)
def test_the_line_that_tells_when_a_page_was_published_is_no_event(page):
    article = read(page)
    assert article.published == date(2024, 4, 11)
    assert [event.when.begin for event in extract(article)] == [date(2024, 4, 11)]
    assert "ublished" not in article.reading_text


@pytest.mark.parametrize(
    ("given", "problem"),
    [("3035-01-01", "in the future"), ("1 January 3035", "in the future"), ("0988-07-28", "before 1900")],
)
def test_a_date_of_another_age_is_read_and_refused_as_such(given, problem):
    with pytest.raises(UsageError, match=f"cannot be {problem}"):
        read("Envoys left Vienna.", published=given)


def test_a_given_date_that_is_not_the_texts_own_is_taken_with_a_remark():
    article = read("Envoys leave Vienna\n\n22 January 2022\n\nEnvoys left Vienna.", published="2021-01-22")
    assert article.published == date(2021, 1, 22)
    assert article.published_why == "given as '2021-01-22', though the text says 22 January 2022"

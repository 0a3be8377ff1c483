"""What an article of unknown date tells keeps its place in the tray; it never gets an invented date."""

from datetime import date

import timeline
from timeline.events.undated import find_undated

TEXT = """The foreign ministers of Austria and Slovakia met in Vienna on Thursday.
Slovakia signed a gas agreement in January 2022."""


def test_a_weekday_without_a_publication_date_dates_nothing_and_says_why():
    (found,) = find_undated(timeline.Article(TEXT))
    assert found.title == "Foreign ministers of Austria and Slovakia met in Vienna"
    assert found.timex.text == "Thursday"
    assert found.why == "“Thursday”: there is no date to count the weekday from"


def test_the_news_of_an_unknown_day_is_undated():
    (found,) = find_undated(timeline.Article("The Pentagon ordered 3,000 troops to Poland."))
    assert found.timex is None
    assert "does not tell which day" in found.why


def test_an_article_with_a_date_has_nothing_undated():
    assert find_undated(timeline.Article(TEXT, date(2022, 2, 12))) == []


def test_it_has_the_id_that_it_will_have_when_the_article_gets_its_date():
    (found,) = find_undated(timeline.Article(TEXT))
    assert found.id in {event.id for event in timeline.extract(timeline.Article(TEXT, date(2022, 2, 12)))}

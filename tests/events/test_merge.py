"""The same occurrence, told in several articles, is one event; near-misses stay apart."""

from datetime import date
from itertools import combinations

import timeline.events.merge as merging
from tests.events.merge_gold import GROUPS
from timeline import Article
from timeline.events.alike import likeness
from timeline.events.mentions import find_mentions
from timeline.events.merge import merge


def merged(reports):
    """The events of reports, each an article of its own publisher."""
    articles = {}
    for number, (published, text) in enumerate(reports):
        article = Article(text, date.fromisoformat(published), publisher=f"Paper {number}")
        articles[article.id] = article
    mentions = [m for article in articles.values() for m in find_mentions(article)]
    return merge(mentions, articles)


def pairs(groups):
    """Every two texts that a grouping puts together."""
    return {frozenset(two) for group in groups for two in combinations(sorted(group), 2)}


def test_merging_the_gold_is_precise_and_complete():
    gold = pairs([text for _, text in group] for group in GROUPS)
    events = merged([report for group in GROUPS for report in group])
    found = pairs({m.sentence for m in event.mentions} for event in events)
    wrong, missed = found - gold, gold - found
    assert len(found & gold) / len(found) >= 0.95, wrong
    assert len(found & gold) / len(gold) >= 0.85, missed


def test_the_most_precise_of_compatible_dates_is_kept():
    (event,) = merged(GROUPS[5][:2])
    assert event.when.edtf == "2014-03-18"
    assert event.publishers == 2


def test_of_several_titles_the_one_that_needs_no_sentence_before_it_is_kept():
    (event,) = merged(
        [
            ("2014-09-17", "Mali's parliament and Chad ratified the border treaty on Tuesday."),
            (
                "2015-03-02",
                "The border treaty is old. Mali's parliament and Chad ratified it on 16 September 2014.",
            ),
        ]
    )
    assert event.title == "Mali's parliament and Chad ratified the border treaty"


def test_a_text_pasted_many_times_tells_what_it_tells_once_at_no_more_comparisons(monkeypatch):
    text = (
        "Russia and Ukraine agreed on a ceasefire in Minsk on Thursday.\n\nShells hit Mariupol on Friday.\n\n"
        "The ceasefire was agreed in Minsk on Thursday. Biden called Putin on Friday, and so did Macron."
    )
    compared = []
    monkeypatch.setattr(merging, "likeness", lambda *pair: compared.append(pair) or likeness(*pair))
    once = merged([("2022-02-12", text)])
    few = len(compared)
    often = merged([("2022-02-12", "\n\n".join([text] * 40))])
    assert sorted((e.title, e.when.edtf) for e in often) == sorted((e.title, e.when.edtf) for e in once)
    assert len(compared) - few <= 2 * few + len(once)


def test_a_vague_date_joins_no_two_days():
    reports = [
        ("2022-02-12", "Russia and Belarus began an exercise on Thursday."),
        ("2022-02-25", "Russia's invasion of Ukraine began on Thursday."),
        ("2022-12-22", "Russia's invasion of Ukraine began in February."),
    ]
    events = merged(reports)
    assert sorted(e.when.edtf for e in events) == ["2022-02-10", "2022-02-24"]


def test_the_order_of_the_articles_does_not_matter():
    reports = [report for group in GROUPS for report in group]
    forwards, backwards = merged(reports), merged(reports[::-1])
    assert [(e.id, e.title) for e in forwards] == [(e.id, e.title) for e in backwards]


def test_plans_do_not_merge_with_what_happened():
    reports = [
        ("2022-02-10", "Biden will call Putin on Saturday."),
        ("2022-02-13", "Biden called Putin on Saturday."),
    ]
    assert {str(event.status) for event in merged(reports)} == {"planned", "happened"}


def test_two_articles_of_one_publisher_count_once():
    articles = [
        Article("Russia annexed Crimea in March 2014.", date(2015, 3, 1), publisher="Paper"),
        Article("Russia annexed Crimea in 2014.", date(2016, 3, 1), publisher="Paper"),
    ]
    events = merge([m for a in articles for m in find_mentions(a)], {a.id: a for a in articles})
    assert [(len(e.mentions), e.publishers) for e in events] == [(2, 1)]


def test_two_outcomes_are_two_events():
    for one, other in (("convicted", "acquitted"), ("reopened", "closed"), ("approved", "rejected")):
        reports = [
            ("2022-02-12", f"The court {one} Jan Duda's bakery in Kyiv on Friday."),
            ("2022-02-12", f"The court {other} Jan Duda's bakery in Kyiv on Friday."),
        ]
        assert len(merged(reports)) == 2

"""Reports that disagree about the day of one occurrence, and those that only look so."""

import pytest

from tests.events.test_merge import merged

SUMMIT = "The leaders of Ukraine, Russia, France and Germany met in Paris on {} for a summit on Donbas."
MONDAY, TUESDAY = SUMMIT.format("9 December 2019"), SUMMIT.format("10 December 2019")


def days(reports):
    return sorted(event.when.edtf for event in merged(reports))


def test_one_occurrence_of_two_days_is_one_event_with_both():
    (event,) = merged([("2019-12-10", MONDAY), ("2019-12-14", TUESDAY)])
    assert {event.when.edtf, *(when.edtf for when in event.conflicting)} == {"2019-12-09", "2019-12-10"}
    assert event.publishers == 2


def test_the_day_that_most_publishers_give_is_the_events_day():
    later = [("2019-12-16", TUESDAY.replace("The leaders", "Leaders")), ("2019-12-14", TUESDAY)]
    (event,) = merged([("2019-12-10", MONDAY), *later])
    assert event.when.edtf == "2019-12-10"
    assert [when.edtf for when in event.conflicting] == ["2019-12-09"]


def test_a_dispute_is_found_across_the_end_of_a_month():
    swap = "Russia and Ukraine exchanged 400 prisoners of war on {}."
    reports = [("2024-02-01", swap.format("31 January")), ("2024-02-05", swap.format("1 February"))]
    assert len(merged(reports)) == 1


@pytest.mark.parametrize(
    "reports",
    [
        # each report tells the news of the day before it
        [("2019-12-10", MONDAY), ("2019-12-11", TUESDAY)],
        # nothing but the usual words
        [
            ("2022-02-21", "Macron called Putin on Sunday."),
            ("2022-02-25", "Macron called Putin on 21 February."),
        ],
        # one says that it was another time
        [("2019-12-10", MONDAY), ("2019-12-14", TUESDAY.replace("met", "met again"))],
        # other numbers
        [
            ("2025-05-24", "Russia and Ukraine exchanged 390 prisoners on Friday."),
            ("2025-05-30", "Russia and Ukraine exchanged 307 prisoners on 24 May."),
        ],
        # three days are too many
        [("2019-12-10", MONDAY), ("2019-12-20", SUMMIT.format("12 December 2019"))],
    ],
)
def test_two_occurrences_on_two_days_stay_apart(reports):
    assert len(merged(reports)) == 2


def test_where_one_article_tells_both_days_nothing_is_in_dispute():
    both = f"{MONDAY}\n\n{TUESDAY}"
    assert days([("2019-12-10", MONDAY), ("2019-12-14", TUESDAY), ("2019-12-20", both)]) == [
        "2019-12-09",
        "2019-12-10",
    ]


def test_the_order_of_disputing_reports_does_not_matter():
    reports = [("2019-12-10", MONDAY), ("2019-12-14", TUESDAY), ("2019-12-16", TUESDAY.replace("The l", "L"))]
    assert [e.id for e in merged(reports)] == [e.id for e in merged(reports[::-1])]

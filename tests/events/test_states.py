"""What only is and is told with its date: which states are occurrences, and what is due.

Every article here is of Saturday 12 February 2022.
"""

import pytest

from tests.events.reading import days, the_event, told


@pytest.mark.parametrize(
    ("text", "title", "when", "status"),
    [
        (
            "The bridge is expected to be ready by June 2022.",
            "Bridge is expected to be ready",
            "[2022-02-12..2022-06-30]",
            "planned",
        ),
        (
            "Ten million people were without power on Friday.",
            "Ten million people were without power",
            "2022-02-11",
            "happened",
        ),
        (
            "The ban is likely to last until May 2022.",
            "Ban is likely to last",
            "[2022-02-12..2022-05-31]",
            "planned",
        ),
        ("Mr Putin will be in Minsk on Monday.", "Mr Putin will be in Minsk", "2022-02-14", "planned"),
        ("Outages were in effect on Friday.", "Outages were in effect", "2022-02-11", "happened"),
        (
            "Thousands stood in line for bread on Friday.",
            "Thousands stood in line for bread",
            "2022-02-11",
            "happened",
        ),
        (
            "Ministers sat with him through the night of 3 February.",
            "Ministers sat with him",
            "2022-02-03",
            "happened",
        ),
        ("The mission is now due in Mali on Friday.", "Mission is due in Mali", "2022-02-18", "planned"),
        ("A report is due on Friday.", "A report is due", "2022-02-18", "planned"),
    ],
)
def test_a_state_that_matters_is_told_with_its_date(text: str, title: str, when: str, status: str) -> None:
    event = the_event(text)
    assert (event.title, days(event), event.status) == (title, when, status)


@pytest.mark.parametrize(
    "text",
    ["He was forty in May.", "The number was the highest on Friday.", "It stood at 4 million in March."],
)
def test_what_only_is_so_is_no_occurrence(text: str) -> None:
    assert told(text) == []

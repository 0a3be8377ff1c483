"""What a clause beside a noun is about stands in its title: "the tunnel she opened", "half of which fell"."""

import pytest

from tests.events.reading import told

EXAMPLES = [
    (
        "Chad has laid two cables across the strait, the first of which Mr Duda inaugurated on Monday.",
        "Mr Duda inaugurated the first of two cables across the strait",
    ),
    (
        "They will look at the Kos school in Riga, half of which was restored in 2012.",
        "Half of the Kos school in Riga was restored",
    ),
    (
        "Talks since May have yielded exchanges of prisoners, the most recent of which freed ten on Monday.",
        "Most recent of the exchanges of prisoners freed ten",
    ),
    (
        "Monitors from the OSCE, one of whose patrols had been turned back on Monday, left.",
        "One of OSCE’s patrols was turned back",
    ),
    (
        "The list comes on top of curbs on banks, arms and oil technology which Brussels imposed last month.",
        "Brussels imposed curbs on banks, arms and oil technology",
    ),
    ("Under a deal he signed in May, Mali is to leave.", "He signed a deal"),
    (
        "Moscow awaits an answer to the security demands it published last month, among them a ban.",
        "Russia published the security demands",
    ),
    ("The firm is to send half of the 87 billion it shipped last year.", "Firm shipped the 87 billion"),
    (
        "Relatives will gather at the monument in Delft, which King Willem-Alexander unveiled in 2017.",
        "King Willem-Alexander unveiled the monument in Delft",
    ),
    ("He flew to the camp in Kidal, which the rebels had seized in May.", "Rebels seized Kidal"),
    (
        "Mali mourned 64 people, many of them children, who died in a fire on Sunday.",
        "64 people died in a fire",
    ),
    (
        "The house carries the name of Ada Lem, who left on Friday.",
        "Ada Lem left",
    ),
    (
        "The Razoni, laden with maize for Chad, became the first ship to leave on Monday.",
        "Razoni became the first ship to leave",
    ),
]


@pytest.mark.parametrize(("text", "title"), EXAMPLES)
def test_what_a_clause_beside_a_noun_is_about_stands_in_its_title(text: str, title: str) -> None:
    assert title in [event.title for event in told(text)]


def test_what_someone_was_told_is_no_object_of_what_they_were_told():
    titles = [
        e.title for e in told("Mrs Kos told this newspaper she had heard from him on Saturday evening.")
    ]
    assert not any("newspaper" in title for title in titles)
    titles = [
        e.title for e in told("Analysts at Duda & Kos warn that Airbus would burn through cash this summer.")
    ]
    assert "Airbus would burn through cash" in titles

"""No text, however broken, stops the reader: words in any order, cut anywhere, with and without a stop."""

from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

import timeline
from timeline import Article

WORDS = """
    the a its his which who that of by to in on at with from after before since until as when and
    but or only for it they he him her both all two some 40 $450m more than least among them not no
    was is are were be been has had have will would may could to did do being having on Friday
    yesterday in May 2014 two days later a year to the day said told warned agreed met signed killed
    seized accused expected asked led set made used reported taken fallen becoming meeting calls
    visits votes arms heads stations deal law truce talks summit strike army president minister
    soldiers police officials Putin Zelensky Macron Russia Ukraine NATO Moscow Kyiv Jan Duda Eva Kos
    the first of half , , , . ; : - – ( ) " “ ” 's as did at which point none
""".split()


@settings(max_examples=400, deadline=None)
@given(st.lists(st.sampled_from(WORDS), max_size=45).map(" ".join))
def test_words_in_any_order_are_read(text: str) -> None:
    for event in timeline.extract(Article(text, date(2022, 2, 12))):
        assert event.title
        assert len(event.title) <= 90

"""Landmarks: a dozen or two of key dates, shown where their words have room, never over each other."""

from itertools import pairwise

from tests.test_figure import drawn_with, event, words
from timeline.landmarks import landmarks, with_room
from timeline.packing import text_width

YEAR = 365 * 86_400_000


def test_they_are_few_short_in_order_and_each_has_its_own_day():
    days = [one.day for one in landmarks()]
    assert 12 <= len(days) <= 25
    assert days == sorted(set(days))
    assert all(len(one.title) <= 24 for one in landmarks())


def test_where_two_have_no_room_the_weightier_is_shown():
    lighter, weightier = sorted(landmarks()[:2], key=lambda one: -one.rank)
    assert lighter.rank > weightier.rank
    assert with_room([(10, lighter), (20, weightier)], 500) == [(20, weightier)]


def test_words_never_touch_nor_cross_the_edges():
    shown = with_room([(60.0 * number, one) for number, one in enumerate(landmarks())], 900)
    assert shown
    assert all(a + text_width(one.title) < b for (a, one), (b, _) in pairwise(shown))
    assert shown[-1][0] + text_width(shown[-1][1].title) <= 900


def test_they_are_drawn_from_decades_to_months_and_not_among_days():
    at = 1_409_900_000_000  # 5 September 2014
    months, days = (drawn_with(event(), at - span / 2, at + span / 2) for span in (YEAR, YEAR / 12))
    assert "Minsk Protocol" in words(months)
    assert "Minsk Protocol" not in words(days)

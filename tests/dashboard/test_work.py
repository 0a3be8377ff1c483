"""Work that is followed, cancelled, and whose results are kept for a while."""

import pytest

from dashboard.work import KEPT, Cancelled, Progress, Work


def test_how_far_it_is_can_be_asked_while_it_goes_on():
    work = Work()
    steps = work.steps("key", "abc")
    assert work.progress("key") is None
    assert [next(steps), next(steps)] == ["a", "b"]
    assert work.progress("key") == Progress(steps=3, done=1)
    assert list(steps) == ["c"]
    assert work.progress("key") is None


@pytest.mark.parametrize("done", [1, 2, 3])
def test_once_cancelled_no_step_more_is_done_and_even_after_the_last_it_is_not_over(done):
    work = Work()
    steps = work.steps("key", "abc")
    for _ in range(done):
        next(steps)
    work.cancel("another key")
    work.cancel("key")
    with pytest.raises(Cancelled, match="nothing has changed"):
        next(steps)
    assert work.progress("key") is None


def test_the_last_results_are_kept():
    work = Work()
    for number in range(KEPT + 1):
        work.keep(str(number), number)
    assert (work.kept("0"), work.kept("1"), work.kept(str(KEPT))) == (None, 1, KEPT)

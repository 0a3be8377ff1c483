"""What the tests of the dashboard without a browser share."""

import pytest

from tests.store.reports import BERLIN, MINSK
from timeline.store import open_store


@pytest.fixture
def store(tmp_path):
    """A store of two reports."""
    with open_store(str(tmp_path / "timeline.db")) as opened:
        opened.add(MINSK)
        opened.add(BERLIN)
        yield opened

"""What all tests share: the annotated material, no deadlines, no skipped browser or database in CI."""

import os
from pathlib import Path

import pytest
from hypothesis import settings

settings.register_profile("whatever the machine", deadline=None)
settings.load_profile("whatever the machine")

SHARED = Path(__file__).parents[2] / "shared"
NEVER_SKIPPED_IN_CI = {"browser", "postgres"}


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder with the founding article and the annotated corpora, which are not ours to publish."""
    if not SHARED.is_dir():
        pytest.skip("the founding article and the corpora are not beside the project")
    return SHARED


@pytest.hookimpl(hookwrapper=True)
def pytest_runtest_makereport(item, call):
    outcome = yield
    report = outcome.get_result()
    needed = NEVER_SKIPPED_IN_CI & {mark.name for mark in item.iter_markers()}
    if report.skipped and needed and os.environ.get("CI") and not hasattr(report, "wasxfail"):
        report.outcome = "failed"
        report.longrepr = f"skipped in CI, where {' and '.join(needed)} must run: {report.longrepr}"

"""Killed without warning in the middle of the work, again and again: the store opens and the work goes on."""

import json
import signal
import subprocess
import sys
import time

from tests.store.reports import numbered
from timeline.store import open_store

ARTICLES = 150


def add(archive, url):
    return [sys.executable, "-m", "timeline", "add", str(archive), "--store", url]


def stored(url):
    """How many articles are there; each has to be there with its event, even while others are being added."""
    with open_store(url, read_only=True) as store:
        articles = store.articles()
    assert list(articles["events"]) == [1] * len(articles)
    return len(articles)


def test_kill_9_while_many_articles_are_added_leaves_a_store_that_can_be_continued(url, tmp_path):
    archive = tmp_path / "archive.jsonl"
    reports = [numbered(n) for n in range(ARTICLES)]
    lines = [
        json.dumps({"text": a.text, "published": a.published.isoformat(), "title": a.title}) for a in reports
    ]
    archive.write_text("\n".join(lines), encoding="utf-8")
    open_store(url).close()
    before = 0
    for wanted in (10, 60):
        with subprocess.Popen(
            add(archive, url), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        ) as adding:
            while adding.poll() is None and before < wanted:
                time.sleep(0.01)
                before = stored(url)
            adding.send_signal(signal.SIGKILL)
        assert wanted <= stored(url) < ARTICLES
    finished = subprocess.run(add(archive, url), capture_output=True, text=True)
    assert finished.returncode == 0, finished.stderr
    assert stored(url) == ARTICLES
    with open_store(url) as store:
        assert store.count() == ARTICLES

"""Killed without warning in the middle of the work, again and again: the store opens and the work goes on."""

import json
import signal
import subprocess
import sys
import time

from tests.store.reports import numbered
from timeline.store import open_store

ARTICLES = 150


def line(n):
    """The n-th report as a line of an archive."""
    article = numbered(n)
    return json.dumps(
        {"text": article.text, "published": article.published.isoformat(), "title": article.title}
    )


def add(archive, url):
    return [sys.executable, "-m", "timeline", "add", str(archive), "--store", url]


def stored(url):
    """How many articles are there; each has to be there with its event, even while others are being added."""
    with open_store(url, read_only=True) as store:
        articles = store.articles()
    assert list(articles["events"]) == [1] * len(articles)
    return len(articles)


def test_programs_that_start_at_once_on_a_new_store_all_succeed(url, tmp_path):
    archives = []
    for first in range(3):
        archive = tmp_path / f"{first}.jsonl"
        archive.write_text("\n".join(map(line, range(first, 30, 3))), encoding="utf-8")
        archives.append(archive)
    started = [
        subprocess.Popen(add(archive, url), stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
        for archive in archives
    ]
    told = [adding.communicate()[1] for adding in started]
    assert [adding.returncode for adding in started] == [0, 0, 0], told
    assert stored(url) == 30


def test_kill_9_while_many_articles_are_added_leaves_a_store_that_can_be_continued(url, tmp_path):
    archive = tmp_path / "archive.jsonl"
    archive.write_text("\n".join(map(line, range(ARTICLES))), encoding="utf-8")
    open_store(url).close()
    before = 0
    for wanted in (10, 60):
        with subprocess.Popen(
            add(archive, url), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        ) as adding:
            while adding.poll() is None and before < wanted:
                time.sleep(0.1)  # a look costs what adding needs as well
                before = stored(url)
            adding.send_signal(signal.SIGKILL)
        assert wanted <= stored(url) < ARTICLES
    finished = subprocess.run(add(archive, url), capture_output=True, text=True)
    assert finished.returncode == 0, finished.stderr
    assert stored(url) == ARTICLES
    with open_store(url) as store:
        assert store.count() == ARTICLES

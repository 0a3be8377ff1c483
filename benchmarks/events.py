"""How right and how fast the events are, on annotated articles.

    .venv/bin/python benchmarks/events.py

Prints the scorer's report on the founding article and on the project's own annotated reports (`gold/`,
read while the rules were made), the share of right events by confidence, the speed
of extraction on news, and the memory in use over a hundred thousand reports. For comparison,
on sixteen held-out reports one event a sentence with HeidelTime's dates reaches an F1 of found and
rightly dated events of 55.8, dateparser.search 27.8. Without the scorer beside the project it says so
and stops.
"""

import json
import resource
import subprocess
import sys
import tempfile
import time
from datetime import date, timedelta
from pathlib import Path

from timeline import Article, articles, events
from timeline.records import event_record

SHARED = Path(__file__).parents[2] / "shared"
OWN = Path(__file__).parent / "gold"
ANNOTATED = {
    "the founding article": (SHARED / "articles", SHARED / "articles" / "gold"),
    "own reports": (OWN, OWN),
}
"""What is measured: where the texts are, and where their annotations."""
SPEED_CORPUS = "te3_timebank"
MANY = 100_000


def main() -> int:
    if not SHARED.is_dir():
        print("The annotated articles are not beside the project; there is nothing to measure against.")
        return 0
    hits: list[tuple[float, bool]] = []
    for name, (texts, gold) in ANNOTATED.items():
        extracted = {
            path.stem: events.extract(report(texts / f"{path.stem}.txt", path))
            for path in gold.glob("*.json")
        }
        print(f"{name}\n{scores(extracted, texts, gold)}")
        hits += rights(extracted, gold)
    print(by_confidence(hits))
    print(speed())
    if Path("/proc/self/statm").exists():
        print(memory())
    return 0


def report(text: Path, annotation: Path) -> Article:
    """A report, with the day that its reader would give where it tells none: "KYIV, April 15"."""
    article = articles.read(text)
    day = json.loads(annotation.read_text(encoding="utf-8"))["published"]
    return article if article.published else articles.read(text, published=day)


def scores(extracted: dict, texts: Path, gold: Path) -> str:
    """The scorer's report."""
    with tempfile.TemporaryDirectory() as folder:
        for name, found in extracted.items():
            answer = {"events": [predicted(event_record(event)) for event in found]}
            (Path(folder) / f"{name}.json").write_text(json.dumps(answer), encoding="utf-8")
        scorer = [sys.executable, SHARED / "scorers" / "score_events.py", folder, "--per-file"]
        scorer += ["--gold", gold, "--articles", texts]
        return subprocess.run(scorer, capture_output=True, check=True, text=True).stdout


def predicted(record: dict) -> dict:
    """An event in the scorer's words."""
    renamed = {"start": record["start_char"], "end": record["end_char"], "end_date": record["end"]}
    kept = ("sentence", "begin", "precision", "actors", "status", "title")
    return {**{key: record[key] for key in kept}, **renamed}


def rights(extracted: dict, gold: Path) -> list[tuple[float, bool]]:
    """Each event's confidence, and whether it begins on an annotated day of its sentence."""
    out = []
    for name, found in extracted.items():
        annotated = json.loads((gold / f"{name}.json").read_text(encoding="utf-8"))["events"]
        for event in found:
            record = event_record(event)
            right = any(
                record["begin"] == e["begin"]
                and record["start_char"] < e["sent_end"]
                and e["sent_start"] < record["end_char"]
                for e in annotated
            )
            out.append((event.confidence, right))
    return out


def by_confidence(hits: list[tuple[float, bool]]) -> str:
    """How many events of each confidence are right."""
    rows = (("0.8 and more", 0.8, 1.1), ("0.6 to 0.8", 0.6, 0.8), ("under 0.6", -1, 0.6))
    lines = []
    for name, low, high in rows:
        here = [right for confidence, right in hits if low <= confidence < high]
        lines.append(f"{name:14} {sum(here):3} right of {len(here):3}")
    return "\n".join(["confidence", *lines, ""])


def speed() -> str:
    """Kilobytes of news a second of processor time, dates and events together, on one core."""
    texts = []
    for line in (SHARED / "corpora" / f"{SPEED_CORPUS}.jsonl").open(encoding="utf-8"):
        document = json.loads(line)
        texts.append(Article(document["text"], date.fromisoformat(document["dct"][:10])))
    events.extract(texts[0])  # the lexicons load once
    begin = time.process_time()
    count = sum(len(events.extract(article)) for article in texts)
    seconds = time.process_time() - begin
    size = sum(len(article.text) for article in texts)
    return f"speed: {size / seconds / 1000:.0f} kB/s, {len(texts) / seconds:.0f} articles/s, {count} events"


def memory() -> str:
    """Megabytes in use after so many short reports, each different, extracted one after another."""
    lines = []
    begin = time.process_time()
    for number in range(1, MANY + 1):
        day = date(2014, 1, 1) + timedelta(days=number % 4000)
        text = (
            f"Minister {number} met envoy {number * 7} in Kyiv on Friday and agreed to send {number} tents."
        )
        events.extract(Article(text, day))
        if number in (1_000, MANY // 10, MANY):
            lines.append(f"memory after {number:7,} articles: {_resident():.0f} MB")
    lines.append(f"{MANY / (time.process_time() - begin):.0f} short reports a second")
    return "\n".join(lines)


def _resident() -> float:
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    return pages * resource.getpagesize() / 1e6


if __name__ == "__main__":
    sys.exit(main())

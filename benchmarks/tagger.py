"""How fast temporal expressions are found: this tagger, dateparser.search and chrono-node, side by side.

    .venv/bin/python benchmarks/tagger.py [FILE …]

Reads the bundled articles unless files are named; every system gets the same texts, in turn, in one
run, each text's best of several rounds counts, so just-in-time compilers are warm. chrono-node is timed where
`node` can load the `chrono-node` package (npm install chrono-node; NODE_PATH tells node where it is).
"""

import argparse
import json
import subprocess
import sys
import time
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path

from timeline import articles
from timeline.pipeline import bundled_articles
from timeline.temporal import tag

ROUNDS = 15
HOSTILE = {
    "digits": "1234567890 ",
    "commas": "1,2,3,4,",
    "lasts": "last last last ",
    "nested ranges": "from 1 to 2 to 3 to ",
    "months": "May March ",
    "the": "the the the end of the end of ",
    "units": "two days three weeks four months ",
    "colons": "12:30:45:12:",
}
"""Pieces of texts that are nothing but what a pattern could be caught up in."""
CHRONO = """
const chrono = require('chrono-node');
const texts = JSON.parse(require('fs').readFileSync(0, 'utf8'));
const anchor = new Date(2022, 1, 12, 12);
const best = texts.map(() => Infinity);
for (let round = 0; round < %d; round++) {
  texts.forEach((text, at) => {
    const start = process.hrtime.bigint();
    chrono.parse(text, anchor);
    best[at] = Math.min(best[at], Number(process.hrtime.bigint() - start) / 1e9);
  });
}
console.log(best.reduce((sum, seconds) => sum + seconds, 0));
"""


def main(arguments: list[str]) -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument(
        "files", nargs="*", metavar="FILE", help="texts to read (default: the bundled articles)"
    )
    names = parser.parse_args(arguments).files or bundled_articles()
    texts = [articles.read(Path(name)).reading_text.strip() for name in names]
    size = sum(len(text.encode()) for text in texts) / 1e6
    print(f"{len(texts)} texts, {size:.2f} MB; best of {ROUNDS} rounds (dateparser: of one)")
    ours = best(lambda text: tag(text, date(2022, 2, 12)), texts, ROUNDS)
    report("this tagger", size, ours, ours)
    report("dateparser.search", size, best(search, texts, 1), ours)
    chrono = chrono_seconds(texts)
    if chrono is None:
        print("chrono-node          not here (needs node and: npm install chrono-node)")
    else:
        report("chrono-node", size, chrono, ours)
    report("import of the tagger", 0, import_seconds(), ours)
    report_hostile()
    return 0


def best(read: Callable[[str], object], texts: list[str], rounds: int) -> float:
    """The least seconds of each text, summed: what else the machine does falls out."""
    seconds = [float("inf")] * len(texts)
    for _ in range(rounds):
        for at, text in enumerate(texts):
            start = time.perf_counter()
            read(text)
            seconds[at] = min(seconds[at], time.perf_counter() - start)
    return sum(seconds)


def search(text: str) -> object:
    """Dateparser's search with the same anchor."""
    from dateparser.search import search_dates

    return search_dates(text, languages=["en"], settings={"RELATIVE_BASE": datetime(2022, 2, 12)})


def chrono_seconds(texts: list[str]) -> float | None:
    """chrono-node's seconds, inside one node process; None where it cannot run."""
    try:
        run = subprocess.run(
            ["node", "-e", CHRONO % ROUNDS], input=json.dumps(texts), capture_output=True, text=True
        )
    except FileNotFoundError:
        return None
    return float(run.stdout) if run.returncode == 0 else None


def hostile_seconds(piece: str, size: int) -> float:
    """The seconds for a text made of one piece over and over."""
    return best(lambda text: tag(text, date(2022, 2, 12)), [piece * (size // len(piece))], 3)


def report_hostile() -> None:
    """Whether time grows in proportion on texts made to be slow: 0.5 MB beside 1 MB."""
    print("\nhostile text         0.5 MB      1 MB   growth (2 is linear)")
    for name, piece in HOSTILE.items():
        half, whole = hostile_seconds(piece, 500_000), hostile_seconds(piece, 1_000_000)
        print(f"{name:16} {half:8.2f} s {whole:8.2f} s   {whole / half:.2f}")


def import_seconds() -> float:
    """What importing the tagger adds to the interpreter's start, best of five."""
    return min(process("import timeline.temporal") for _ in range(5)) - min(process("pass") for _ in range(5))


def process(code: str) -> float:
    """The seconds of one Python process."""
    start = time.perf_counter()
    subprocess.run([sys.executable, "-c", code], check=True)
    return time.perf_counter() - start


def report(name: str, size: float, seconds: float, ours: float) -> None:
    """One line of the table."""
    speed = f"{size / seconds:8.3f} MB/s   {seconds / ours:7.1f} × our time" if size else ""
    print(f"{name:20} {seconds:8.3f} s {speed}")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

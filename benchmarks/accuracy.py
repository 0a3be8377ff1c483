"""How right the dates and the events are, on the annotated material beside the project.

    .venv/bin/python benchmarks/accuracy.py [CORPUS …]

Prints a row for each corpus of news, histories or tweets (TempEval-3's measures) and one for the
founding article (dated events). Without the annotated material it says so and stops.
"""

import json
import subprocess
import sys
import tempfile
from pathlib import Path

from timeline import articles, events, temporal
from timeline.records import event_record

SHARED = Path(__file__).parents[2] / "shared"
CORPORA = ("te3_tbaq_artime_corrected", "te3_timebank", "te3_aquaint", "wikiwars_dev", "tweets_train")


def main(names: list[str]) -> int:
    if not SHARED.is_dir():
        print("The annotated corpora are not beside the project; there is nothing to measure against.")
        return 0
    print(f"{'corpus':28} {'strict':>7} {'relaxed':>7} {'type':>7} {'value':>7}")
    for name in names or CORPORA:
        scores = timex_scores(name)
        print(
            f"{name:28}", *(f"{scores[field]['F1']:7.2f}" for field in ("strict", "relaxed", "type", "value"))
        )
    if not names:
        print(f"\nfounding article\n{event_scores()}")
    return 0


def timex_scores(name: str) -> dict:
    """The scorer's answer for one corpus."""
    gold = SHARED / "corpora" / f"{name}.jsonl"
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl", encoding="utf-8", delete=False) as answers:
        for line in gold.open(encoding="utf-8"):
            document = json.loads(line)
            found = temporal.tag(document["text"], published_day(document))
            timexes = [
                {"start": t.start_char, "end": t.end_char, "text": t.text, "type": t.type, "value": t.value}
                for t in found
            ]
            answers.write(json.dumps({"doc_id": document["doc_id"], "timexes": timexes}) + "\n")
    scorer = [sys.executable, SHARED / "scorers" / "score_timex.py", gold, answers.name]
    scores = json.loads(subprocess.run(scorer, capture_output=True, check=True).stdout)
    Path(answers.name).unlink()
    return scores


def published_day(document: dict):
    """The document creation time; TempEval-3 gives some with a clock time, tweets with none."""
    told = document.get("dct")
    return articles.parse_published(str(told)[:10])[0] if told else None


def event_scores() -> str:
    """The scorer's report on the founding article."""
    source = SHARED / "articles" / "independent-2022-02-12.txt"
    extracted = events.extract(articles.read(source))
    with tempfile.TemporaryDirectory() as folder:
        answer = [predicted(event_record(event)) for event in extracted]
        (Path(folder) / f"{source.stem}.json").write_text(json.dumps({"events": answer}), encoding="utf-8")
        scorer = [sys.executable, SHARED / "scorers" / "score_events.py", folder, "--misses"]
        scorer += ["--gold", SHARED / "articles" / "gold", "--articles", SHARED / "articles"]
        return subprocess.run(scorer, capture_output=True, check=True, text=True).stdout


def predicted(record: dict) -> dict:
    """An event in the scorer's words."""
    renamed = {"start": record["start_char"], "end": record["end_char"], "end_date": record["end"]}
    kept = ("sentence", "begin", "precision", "actors", "status", "title")
    return {**{key: record[key] for key in kept}, **renamed}


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

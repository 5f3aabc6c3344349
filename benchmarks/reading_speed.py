"""Speed of ``python -m geo read --lines`` against spaCy's own full pipeline, on the same texts.

Usage: reading_speed.py [GOLD.jsonl] [ARTICLES] [ROUNDS]. One article a line, with ``text``; without that file
(``DATELINE_GOLD`` names the folder of another) the story's own articles are repeated. Both sides are whole
fresh processes, taken in turn (A B A B); each is also run on a single article, and what that takes, the
start, is told apart: "warm" is the rest. spaCy's side runs every pipe of the small English pipeline over
``nlp.pipe`` as it comes from ``spacy.load``, with as many threads as it likes.
"""

from __future__ import annotations

import json
import os
import resource
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
GOLD = Path(os.environ.get("DATELINE_GOLD", ROOT.parent / "shared" / "bench"))
SPACY = """
import json, sys
import spacy
nlp = spacy.load(sys.argv[2])
with open(sys.argv[1], encoding="utf-8") as lines:
    texts = (json.loads(line)["text"] for line in lines)
    print(sum(len(doc) for doc in nlp.pipe(texts)))
"""


@dataclass(frozen=True)
class Run:
    """What one process and its children took."""

    wall_s: float
    cpu_s: float
    peak_mb: float


def texts_of(gold: Path, articles: int) -> list[str]:
    """The texts to read; the story's own, repeated, where there is no gold."""
    if gold.is_file():
        with gold.open(encoding="utf-8") as lines:
            return [json.loads(line)["text"] for line in lines][:articles]
    own = [file.read_text(encoding="utf-8") for file in sorted(ROOT.glob("data/stories/*/articles/*.txt"))]
    return [own[i % len(own)] for i in range(articles)]


def memory_mb(process: int) -> float:
    """What a process and its children hold now, shared pages counted once; 0 where that is not said."""
    held = 0.0
    children = Path(f"/proc/{process}/task/{process}/children")
    try:
        for line in Path(f"/proc/{process}/smaps_rollup").read_text(encoding="ascii").splitlines():
            if line.startswith("Pss:"):
                held += int(line.split()[1]) / 1000
        return held + sum(memory_mb(int(child)) for child in children.read_text(encoding="ascii").split())
    except OSError:  # it has just ended
        return held


def run(command: list[str], environment: dict[str, str]) -> Run:
    """Run a command to its end."""
    before, start = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    process = subprocess.Popen(command, cwd=ROOT, env=environment, stdout=subprocess.DEVNULL)
    peak, ended = [0.0], threading.Event()

    def watch() -> None:
        while not ended.wait(0.5):
            peak[0] = max(peak[0], memory_mb(process.pid))

    watcher = threading.Thread(target=watch)
    watcher.start()
    status = process.wait()
    wall_s, after = time.perf_counter() - start, resource.getrusage(resource.RUSAGE_CHILDREN)
    ended.set()
    watcher.join()
    if status:
        sys.exit(f"{command[:4]} ended with status {status}")
    cpu_s = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return Run(wall_s, cpu_s, peak[0])


def commands(texts: list[str], folder: Path, pipeline: str) -> dict[str, list[str]]:
    """Each side's command over these texts."""
    given = folder / f"{len(texts)}.jsonl"
    given.write_text("".join(json.dumps({"text": text}) + "\n" for text in texts), encoding="utf-8")
    read = [sys.executable, "-m", "geo", "read", "--lines", str(given), "--json", str(folder / "out.jsonl")]
    return {"spaCy": [sys.executable, "-W", "ignore", "-c", SPACY, str(given), pipeline], "geo read": read}


def middle(runs: list[Run], what: str) -> float:
    """The median of one measure."""
    return statistics.median(getattr(one, what) for one in runs)


def pipeline_path() -> str:
    """Where the small English pipeline lies."""
    sys.path.insert(0, str(ROOT))
    from geo.reading.parse import load_pipeline

    return str(load_pipeline().path)


def main() -> None:
    """Print medians and their ratios."""
    gold = Path(sys.argv[1]) if len(sys.argv) > 1 else GOLD / "geowebnews.jsonl"
    articles, rounds = (int(sys.argv[i]) if len(sys.argv) > i else given for i, given in ((2, 100), (3, 3)))
    texts = texts_of(gold, articles)
    environment = {name: value for name, value in os.environ.items() if name != "OPENBLAS_NUM_THREADS"}
    pipeline = pipeline_path()
    whole: dict[str, list[Run]] = {"spaCy": [], "geo read": []}
    start: dict[str, list[Run]] = {"spaCy": [], "geo read": []}
    with tempfile.TemporaryDirectory() as name:
        for _ in range(rounds):
            for runs, given in ((start, texts[:1]), (whole, texts)):
                for side, command in commands(given, Path(name), pipeline).items():
                    runs[side].append(run(command, environment))
    characters = sum(map(len, texts))
    print(f"{len(texts)} articles, {characters} characters, {rounds} rounds, {os.cpu_count()} cores")
    for what, said in (("wall_s", "wall clock"), ("cpu_s", "processor time")):
        all_s = {side: middle(whole[side], what) for side in whole}
        warm_s = {side: all_s[side] - middle(start[side], what) for side in whole}
        for told, seconds in (("whole process", all_s), ("warm", warm_s)):
            ratio = seconds["spaCy"] / seconds["geo read"]
            each = ", ".join(f"{side} {took:.2f} s" for side, took in seconds.items())
            print(f"{said}, {told}: {each}: {ratio:.2f} times as fast")
    for side, runs in whole.items():
        print(f"peak memory, {side}: {max(one.peak_mb for one in runs):.0f} MB")


if __name__ == "__main__":
    main()

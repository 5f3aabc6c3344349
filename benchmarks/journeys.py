"""How well journeys are found in a gold set: ``python benchmarks/journeys.py [FOLDER]``.

FOLDER holds ``geowebnews.jsonl`` (the texts), ``journeys/*.json`` (the gold) and their scorer ``score.py``;
without it, the folder DATELINE_GOLD, else ``../shared/bench``. Prints the scorer's figures for all articles,
and for those at even and at odd places.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from geo.atlas.gazetteer import load_gazetteer
from geo.reading.parse import load_pipeline
from geo.story.document import to_document
from geo.story.lines import read_line

DEFAULT = Path(__file__).resolve().parents[2] / "shared" / "bench"


def main(folder: Path) -> None:
    """Read the gold's articles, and print what the scorer makes of each half."""
    gold = sorted((folder / "journeys").glob("*.json"))
    if not gold:
        sys.stdout.write(f"no gold set in {folder}: nothing measured\n")
        return
    lines = _documents(folder, gold)
    for name, chosen in (("all", gold), ("even", gold[::2]), ("odd", gold[1::2])):
        sys.stdout.write(f"{name}: {_score(folder, chosen, lines)}\n")


def _documents(folder: Path, gold: list[Path]) -> dict[str, str]:
    """Story JSON by the name of the gold file."""
    texts = {
        f"GeoWebNews-{entry['id']}": entry["text"]
        for entry in map(json.loads, (folder / "geowebnews.jsonl").read_text(encoding="utf-8").splitlines())
    }
    nlp, gazetteer = load_pipeline(), load_gazetteer()
    found = {}
    for number, path in enumerate(gold, start=1):
        line = json.dumps({"id": path.stem, "text": texts[path.stem], "published": None})
        story = read_line(line, number, gazetteer=gazetteer, nlp=nlp)
        found[path.stem] = json.dumps(to_document(story), ensure_ascii=False)
    return found


def _score(folder: Path, gold: list[Path], lines: dict[str, str]) -> str:
    with tempfile.TemporaryDirectory() as name:
        there = Path(name)
        out = there / "out.jsonl"
        out.write_text("\n".join(lines[path.stem] for path in gold), encoding="utf-8")
        for path in gold:
            (there / path.name).write_bytes(path.read_bytes())
        command = [sys.executable, str(folder / "score.py"), "journeys", str(there), str(out)]
        told = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    report = json.loads(told)
    return json.dumps({key: report[key] for key in ("journeys", "of the journeys found, right")})


if __name__ == "__main__":
    main(Path(sys.argv[1] if len(sys.argv) > 1 else os.environ.get("DATELINE_GOLD", DEFAULT)))

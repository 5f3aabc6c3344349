"""How well journeys and distances are found in gold sets: ``python benchmarks/journeys.py [FOLDER]``.

FOLDER holds ``geowebnews.jsonl`` (the texts), ``journeys/*.json`` (the gold) and their scorer ``score.py``;
without it, the folder DATELINE_GOLD, else ``../shared/bench``. The sets of ``benchmarks/invented`` are scored
by the same scorer. Prints its figures for all articles of a set, and for those at even and at odd places.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from geo.atlas.gazetteer import load_gazetteer
from geo.reading.parse import load_pipeline
from geo.story.document import to_document
from geo.story.lines import read_numbered

DEFAULT = Path(__file__).resolve().parents[2] / "shared" / "bench"
INVENTED = Path(__file__).resolve().parent / "invented"
Texts = Mapping[str, Mapping[str, str | None]]
"""By the name of the gold file: ``text``, and ``published`` (a date or None)."""


def main(folder: Path) -> None:
    """Read the articles of each gold set, and print what the scorer makes of each half."""
    scorer = folder / "score.py"
    if not scorer.exists():
        sys.stdout.write(f"no scorer {scorer}: nothing measured\n")
        return
    _measure("geowebnews", folder / "journeys", _web_texts(folder / "geowebnews.jsonl"), scorer)
    for name, there in (("first", INVENTED), ("second", INVENTED / "second"), ("third", INVENTED / "third")):
        _measure(f"invented, {name}", there / "journeys", _invented_texts(there), scorer)


def _web_texts(path: Path) -> Texts:
    if not path.exists():
        return {}
    entries = map(json.loads, path.read_text(encoding="utf-8").splitlines())
    return {f"GeoWebNews-{entry['id']}": {"text": entry["text"], "published": None} for entry in entries}


def _invented_texts(folder: Path) -> Texts:
    entries = map(json.loads, (folder / "journeys.jsonl").read_text(encoding="utf-8").splitlines())
    return {entry["id"]: entry for entry in entries}


def _measure(name: str, folder: Path, texts: Texts, scorer: Path) -> None:
    gold = sorted(path for path in folder.glob("*.json") if path.stem in texts)
    if not gold:
        sys.stdout.write(f"{name}: no gold set in {folder}: nothing measured\n")
        return
    documents = _documents(gold, texts)
    for half, chosen in (("all", gold), ("even", gold[::2]), ("odd", gold[1::2])):
        sys.stdout.write(f"{name}, {half}: {_score(scorer, chosen, documents)}\n")


def _documents(gold: list[Path], texts: Texts) -> dict[str, str]:
    """Story JSON by the name of the gold file."""
    nlp, gazetteer = load_pipeline(), load_gazetteer()
    given = ({**texts[path.stem], "id": path.stem} for path in gold)
    stories = read_numbered(enumerate(map(json.dumps, given), start=1), gazetteer=gazetteer, nlp=nlp)
    return {
        path.stem: json.dumps(to_document(story), ensure_ascii=False)
        for path, story in zip(gold, stories, strict=True)
    }


def _score(scorer: Path, gold: list[Path], documents: Mapping[str, str]) -> str:
    with tempfile.TemporaryDirectory() as name:
        there = Path(name)
        out = there / "out.jsonl"
        out.write_text("\n".join(documents[path.stem] for path in gold), encoding="utf-8")
        for path in gold:
            (there / path.name).write_bytes(path.read_bytes())
        command = [sys.executable, str(scorer), "journeys", str(there), str(out)]
        told = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    return json.dumps(json.loads(told))


if __name__ == "__main__":
    main(Path(sys.argv[1] if len(sys.argv) > 1 else os.environ.get("DATELINE_GOLD", DEFAULT)))

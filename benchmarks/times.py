"""Value F1 of the times in MEANTIME (Wikinews, CC BY 4.0), as TempEval-3 counts it.

Usage: times.py [MEANTIME.jsonl]. One document a line: id, text, dct (publication date) and timex (start,
end, value, fn). Documents at even and at odd places are told apart: the rules were written looking at the
even ones.
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterable
from datetime import date
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from spacy.language import Language

from geo.reading.dates.timex import find_times
from geo.reading.parse import load_pipeline, parse

DEFAULT = Path(__file__).resolve().parents[2] / "shared" / "bench" / "meantime.jsonl"


def overlap(gold: dict, found: dict) -> bool:
    """Whether two spans share a character."""
    return gold["start"] < found["end"] and found["start"] < gold["end"]


def pairs(gold: list[dict], found: list[dict]) -> list[tuple[dict, dict]]:
    """Each gold time with the first unpaired one found that overlaps it."""
    left, out = list(found), []
    for one in gold:
        match = next((other for other in left if overlap(one, other)), None)
        if match is not None:
            left.remove(match)
            out.append((one, match))
    return out


def count(document: dict, nlp: Language) -> dict[str, int]:
    """Gold, found, overlapping and rightly valued times of a document, its creation time left out."""
    text, created = document["text"], document.get("dct")
    stated = re.fullmatch(r"(\d{4})-(\d\d)-(\d\d)", created or "")
    lines = [(match.start(), match.end()) for match in re.finditer(r"[^\n]+", text)]
    times = find_times(
        parse(document["id"], text, lines, nlp), date.fromisoformat(created) if stated else None
    )
    found = [{"start": one.span.start, "end": one.span.end, "value": one.value} for one in times]
    creation = [one for one in document["timex"] if one.get("fn") == "CREATION_TIME"]
    gold = [one for one in document["timex"] if one not in creation]
    found = [one for one in found if not any(overlap(other, one) for other in creation)]
    paired = pairs(gold, found)
    return {
        "gold": len(gold),
        "found": len(found),
        "overlapping": len(paired),
        "value": sum(one["value"] == other["value"] for one, other in paired),
    }


def f1(counts: Iterable[dict[str, int]], hit: str) -> float:
    """F1 in per cent over documents."""
    rows = list(counts)
    hits, total = sum(row[hit] for row in rows), sum(row["gold"] + row["found"] for row in rows)
    return 200 * hits / total if total else 0.0


if __name__ == "__main__":
    path = Path(sys.argv[1]) if len(sys.argv) > 1 else DEFAULT
    if not path.exists():
        print(f"times: {path} is not here, nothing measured; give the path of MEANTIME as the argument")
        sys.exit(0)
    pipeline = load_pipeline()
    rows = [count(json.loads(line), pipeline) for line in path.read_text(encoding="utf-8").splitlines()]
    print("times, F1 in per cent        value   span overlap")
    for name, part in (("looked at (even)", rows[::2]), ("held out (odd)", rows[1::2]), ("all", rows)):
        print(f"  {name:24}  {f1(part, 'value'):6.1f}  {f1(part, 'overlapping'):6.1f}")

"""How well toponyms are found and placed on gold sets, how much confidence is worth, and how fast.

``python benchmarks/toponyms.py [GOLD.jsonl [odd|even]]``: an article a line, ``{"id", "text", "toponyms":
[{"start", "end", "lat", "lon"}]}``; without a path, the invented set, and then ``geowebnews.jsonl`` in the
folder DATELINE_GOLD, the halves apart. Prints strict and lenient F1 (demonyms included), the share of the
gold placed within 161 km, a calibration table, and the speed against spaCy's own full pipeline.
"""

from __future__ import annotations

import json
import math
import os
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

import spacy
from spacy.language import Language

from geo.atlas.gazetteer import Gazetteer, load_gazetteer
from geo.model import Mention, Place, Role
from geo.reading.page.clean import clean
from geo.reading.parse import load_pipeline, parse
from geo.reading.places.toponyms import find_toponyms

INVENTED = Path(__file__).resolve().parent / "invented" / "toponyms.jsonl"
NEAR_KM = 161.0
"""A hundred miles: what the literature counts as the right place."""
SPEED_ARTICLES = 25
"""As many are read against the clock."""
_EARTH_RADIUS_KM = 6371.0


def main(gold: str, half: str = "all") -> None:
    """Print the scores of a gold file, or of the articles at its odd or even places."""
    lines = [json.loads(line) for line in Path(gold).read_text(encoding="utf-8").splitlines() if line.strip()]
    articles = {"all": lines, "even": lines[::2], "odd": lines[1::2]}[half]
    counts: Counter[str] = Counter()
    calibration: dict[float, list[bool]] = defaultdict(list)
    nlp, gazetteer = load_pipeline(), load_gazetteer()
    texts = [article["text"] for article in articles]
    find_toponyms(parse("warm", "Kim went to Paris.", [(0, 18)], nlp), gazetteer)
    read = [find_toponyms(parse("a", text, clean(text).body, nlp), gazetteer) for text in texts]
    for article, (mentions, places) in zip(articles, read, strict=True):
        _count(article["toponyms"], mentions, {place.id: place for place in places}, counts, calibration)
    print(json.dumps(_report(counts, calibration, _speed(texts[:SPEED_ARTICLES], nlp, gazetteer)), indent=1))


def _speed(texts: list[str], nlp: Language, gazetteer: Gazetteer) -> float:
    """Processor time of spaCy's own pipeline as it comes, over that of cleaning, parsing and placing."""
    own = spacy.load(Path(str(nlp.path)))
    for _ in own.pipe(texts):
        pass  # both are run with a vocabulary that has met the words
    start = time.process_time()
    for _ in own.pipe(texts):
        pass
    whole = time.process_time() - start
    start = time.process_time()
    for text in texts:
        find_toponyms(parse("a", text, clean(text).body, nlp), gazetteer)
    return whole / (time.process_time() - start)


def _count(
    gold: list[dict[str, Any]],
    mentions: tuple[Mention, ...],
    places: dict[str, Place],
    counts: Counter[str],
    calibration: dict[float, list[bool]],
) -> None:
    found = [mention for mention in mentions if mention.role is not Role.NAME]
    counts["gold"] += len(gold)
    counts["found"] += len(found)
    counts["strict"] += sum(1 for _ in _pairs(gold, found, _same))
    counts["placed"] += sum(one.get("lat") is not None for one in gold)
    for one, mention in _pairs(gold, found, _overlap):
        counts["lenient"] += 1
        place = places.get(mention.place or "")
        if place is not None and one.get("lat") is not None:
            near = _distance_km(one["lat"], one["lon"], place) <= NEAR_KM
            counts["near"] += near
            calibration[min(9, int(place.confidence * 10)) / 10].append(near)


def _pairs(
    gold: list[dict[str, Any]], found: list[Mention], match: Callable[[dict[str, Any], Mention], bool]
) -> Iterator[tuple[dict[str, Any], Mention]]:
    left = list(found)
    for one in gold:
        mention = next((other for other in left if match(one, other)), None)
        if mention is not None:
            left.remove(mention)
            yield one, mention


def _same(one: dict[str, Any], mention: Mention) -> bool:
    return bool(one["start"] == mention.span.start and one["end"] == mention.span.end)


def _overlap(one: dict[str, Any], mention: Mention) -> bool:
    return bool(one["start"] < mention.span.end and mention.span.start < one["end"])


def _distance_km(lat: float, lon: float, place: Place) -> float:
    lat1, lat2 = math.radians(lat), math.radians(place.lat)
    half = math.sin((lat2 - lat1) / 2) ** 2
    half += math.cos(lat1) * math.cos(lat2) * math.sin(math.radians(place.lon - lon) / 2) ** 2
    return 2 * _EARTH_RADIUS_KM * math.asin(min(1.0, math.sqrt(half)))


def _report(counts: Counter[str], calibration: dict[float, list[bool]], speed: float) -> dict[str, Any]:
    return {
        "gold": counts["gold"],
        "strict": _f1(counts["strict"], counts["found"], counts["gold"]),
        "lenient": _f1(counts["lenient"], counts["found"], counts["gold"]),
        "found and within 161 km, %": round(100 * counts["near"] / max(1, counts["placed"]), 1),
        "right, by confidence": {
            f"{low:.1f} to {low + 0.1:.1f}": {
                "mentions": len(right),
                "right": round(sum(right) / len(right), 2),
            }
            for low, right in sorted(calibration.items())
        },
        "times as fast as the full pipeline": round(speed, 2),
    }


def _f1(hits: int, found: int, gold: int) -> dict[str, float]:
    precision, recall = hits / max(1, found), hits / max(1, gold)
    f1 = 2 * precision * recall / (precision + recall) if hits else 0.0
    return {"P": round(100 * precision, 1), "R": round(100 * recall, 1), "F1": round(100 * f1, 1)}


if __name__ == "__main__":
    if len(sys.argv) > 1:
        main(*sys.argv[1:])
    else:
        given = os.environ.get("DATELINE_GOLD")
        for gold in [INVENTED, *([Path(given) / "geowebnews.jsonl"] if given else [])]:
            for half in ("even", "odd"):
                print(f"{gold.name}, {half}:")
                main(str(gold), half)

"""The invented gold sets are true to their texts, and both halves of each test the same things."""

from __future__ import annotations

import json
from collections import Counter
from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest

from geo.model import Mode, Status

FOLDER = Path(__file__).resolve().parents[1] / "benchmarks" / "invented"
SETS = {"first": FOLDER, "second": FOLDER / "second", "third": FOLDER / "third"}
TEXTS = {
    line["id"]: line
    for folder in SETS.values()
    for line in map(json.loads, (folder / "journeys.jsonl").read_text("utf-8").splitlines())
}
GOLDS = {
    name: [json.loads(path.read_text("utf-8")) for path in sorted((folder / "journeys").glob("*.json"))]
    for name, folder in SETS.items()
}
GOLD = [doc for docs in GOLDS.values() for doc in docs]
HALVES = {name: (docs[::2], docs[1::2]) for name, docs in GOLDS.items()}


def _core(half: list[dict], kind: str) -> list[dict]:
    return [item for doc in half for item in doc[kind] if not item.get("optional")]


@pytest.mark.parametrize("doc", GOLD, ids=lambda doc: doc["doc"])
def test_every_span_says_what_the_text_says(doc):
    text = TEXTS[doc["doc"]]["text"]
    spans = [span for journey in doc["journeys"] for span in journey["evidence"]] + doc["distances"]
    assert all(text[span["start"] : span["end"]] == span["text"] for span in spans)
    aliases = [alias for journey in doc["journeys"] for alias in journey["traveller_aliases"]]
    assert all(alias.lower() in text.lower() for alias in aliases)
    assert 50 <= len(text.split()) <= 260


@pytest.mark.parametrize("doc", GOLD, ids=lambda doc: doc["doc"])
def test_every_item_is_complete(doc):
    assert doc["published"] == TEXTS[doc["doc"]]["published"]
    for journey in doc["journeys"]:
        assert journey["evidence"]
        assert journey["traveller_aliases"]
        assert journey["from"] or journey["to"]
        assert journey["status"] in set(Status)
        assert journey["mode"] in set(Mode)
        when = journey["when"]
        assert when is None or date.fromisoformat(when["earliest"]) <= date.fromisoformat(when["latest"])
    places = [
        place for item in doc["journeys"] + doc["distances"] for place in (item["from"], item["to"]) if place
    ]
    assert all(-90 <= place["lat"] <= 90 and -180 <= place["lon"] <= 180 for place in places)


def test_each_text_has_its_gold():
    assert [doc["doc"] for doc in GOLD] == sorted(TEXTS)


@pytest.mark.parametrize("name", SETS)
@pytest.mark.parametrize("status", list(Status))
def test_the_statuses_are_split_evenly(name, status):
    even, odd = (
        Counter(journey["status"] for journey in _core(half, "journeys"))[status] for half in HALVES[name]
    )
    assert min(even, odd) >= 2
    assert min(even, odd) >= 0.6 * max(even, odd) or abs(even - odd) <= 2


@pytest.mark.parametrize("name", SETS)
def test_a_quarter_of_each_half_has_no_journeys(name):
    for half in HALVES[name]:
        assert 0.15 <= sum(not doc["journeys"] for doc in half) / len(half) <= 0.35


@pytest.mark.parametrize("name", SETS)
def test_the_distances_are_split_evenly(name):
    even, odd = (len(_core(half, "distances")) for half in HALVES[name])
    assert min(even, odd) >= 0.6 * max(even, odd)


TOPONYMS = [json.loads(line) for line in (FOLDER / "toponyms.jsonl").read_text("utf-8").splitlines()]


@pytest.mark.parametrize("doc", TOPONYMS, ids=lambda doc: doc["id"])
def test_every_toponym_is_a_name_of_the_text(doc):
    found = doc["toponyms"]
    assert all(doc["text"][one["start"] : one["end"]] == one["text"] == one["text"].strip() for one in found)
    assert all(a["end"] <= b["start"] for a, b in pairwise(found))
    assert all((one["lat"] is None) == (one["lon"] is None) for one in found)
    points = [(one["lat"], one["lon"]) for one in found if one["lat"] is not None]
    assert all(-90 <= lat <= 90 and -180 <= lon <= 180 for lat, lon in points)


def test_the_toponyms_are_split_evenly():
    even, odd = (
        Counter(one["type"] for doc in half for one in doc["toponyms"])
        for half in (TOPONYMS[::2], TOPONYMS[1::2])
    )
    assert set(even) == set(odd)
    assert all(abs(even[kind] - odd[kind]) <= 0.5 * max(even[kind], odd[kind]) for kind in even)

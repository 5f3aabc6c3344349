"""Reported distances: texts with their places in brackets, and what is to be found of each distance."""

from __future__ import annotations

import csv
import re
from functools import lru_cache
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from geo.model import Mention, Place, PlaceKind, Role, Span
from geo.reading.distances.distances import find_distances
from geo.reading.parse import load_pipeline, parse

# each with [Name] for a town, [Name|kind] for another kind of place and [Name|people] for a demonym;
# what is found is "words | from | to | direction", several parted by ";"
TEXTS = tuple(
    csv.DictReader(Path(__file__).with_name("distances.csv").read_text(encoding="utf-8").splitlines())
)


@lru_cache(maxsize=1)
def pipeline():
    return load_pipeline()


def _read(marked):
    """Text, mentions and places of a text with its places in brackets."""
    text, mentions, places, done = "", [], {}, 0
    for match in re.finditer(r"\[([^\]|]+)(?:\|(\w+))?\]", marked):
        text += marked[done : match.start()]
        name, is_people = match.group(1), match.group(2) == "people"
        kind = PlaceKind("country" if is_people else match.group(2) or "city")
        places[name] = Place(
            id=name, name=name, kind=kind, lat=0, lon=0, radius_km=1, country=None, basis="test"
        )
        span = Span(article="a", start=len(text), end=len(text) + len(name), text=name)
        role = Role.DEMONYM if is_people else Role.LITERAL
        mentions.append(Mention(span=span, place=name, role=role))
        text, done = text + name, match.end()
    return text + marked[done:], mentions, tuple(places.values())


def _distances(marked):
    text, mentions, places = _read(marked)
    paragraphs = parse("a", text, [(0, len(text))], pipeline())
    found = find_distances(paragraphs, mentions, places)
    assert all(text[one.start : one.end] == one.text for distance in found for one in distance.evidence)
    return found


@pytest.mark.parametrize("row", TEXTS, ids=lambda row: row["text"][:60])
def test_a_distance_has_its_words_ends_and_direction(row):
    found = [
        (one.evidence[0].text, one.from_place or "", one.to_place or "", one.direction or "")
        for one in _distances(row["text"])
    ]
    wanted = [[part.strip() for part in one.split("|")] for one in row["distances"].split(";") if one]
    assert found == [(*one, *[""] * (4 - len(one))) for one in wanted]


def test_a_third_of_the_texts_have_no_distance():
    assert sum(not row["distances"] for row in TEXTS) * 3 >= len(TEXTS)


ARTICLE = (
    "[Odesa]|[Kherson]|[Crimea]|The city|The island|It|is|lies|and|about|10 miles|some 16 km|(26 km)"
    "|half a mile|north of|from|away|between|to|the city|there|each other|within|road|drive|,|.|\n|“|”"
    "|\u200f|🚂"
)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(ARTICLE.split("|")), max_size=30).map(" ".join))
def test_whatever_is_written_a_distance_has_its_words_and_known_ends(marked):
    last = -1
    for one in _distances(marked):
        assert one.evidence[0].start > last
        assert one.km > 0
        assert one.from_place is None or one.from_place != one.to_place
        assert {one.from_place, one.to_place} <= {None, "Odesa", "Kherson", "Crimea"}
        last = one.evidence[0].start


@pytest.mark.parametrize(
    "marked",
    [
        "[Kherson] is 60\r\nmiles\r\nfrom [Odesa].",
        "\u200f[Kherson] is 60 miles \u200ffrom [Odesa].",
        "<b>[Kherson]</b> is 60 miles from <i>[Odesa]</i>.",
        "“‘[Kherson] is 60 miles from [Odesa],’” he said. 🚂",
        "[Kherson]" + "," * 10_000 + " is 60 miles from [Odesa]",
        "[Kherson] " + "from 60 miles " * 500 + "[Odesa]",
        "60 miles",
        "60 miles from",
        "[Odesa] 60 miles",
    ],
    ids=lambda text: repr(text[:20]),
)
def test_hostile_text_keeps_true_offsets(marked):
    assert all(one.km == pytest.approx(96.561, abs=0.001) for one in _distances(marked))

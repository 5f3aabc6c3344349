"""Toponyms in sentences: found or not, in which role, and which place."""

from __future__ import annotations

import pytest

from geo.atlas.gazetteer import load_gazetteer
from geo.model import Mention, Place
from geo.reading.parse import load_pipeline, parse
from geo.reading.toponyms import find_toponyms


def read(text: str) -> tuple[tuple[Mention, ...], dict[str, Place]]:
    paragraphs = parse("a", text, [(0, len(text))], load_pipeline())
    mentions, places = find_toponyms(paragraphs, load_gazetteer())
    return mentions, {place.id: place for place in places}


def marks(text: str) -> list[tuple[str, str]]:
    return [(m.span.text, m.role.value) for m in read(text)[0] if m.role.value != "name"]


@pytest.mark.parametrize(
    ("text", "want"),
    [
        ("Kim arrived in Vladivostok on Monday.", [("Vladivostok", "literal")]),
        ("The train crossed into Russia at Khasan.", [("Russia", "literal"), ("Khasan", "literal")]),
        ("Moscow denied the report.", [("Moscow", "metonymic")]),
        ("He bought a house in Boise, Idaho.", [("Boise", "literal"), ("Idaho", "literal")]),
        ("Russian troops left.", [("Russian", "demonym")]),
        ("Floods hit the United States.", [("United States", "literal")]),
        ("WASHINGTON (AP) - The storm has passed.", [("WASHINGTON", "metonymic")]),
        # names that are no places
        ("May said on Tuesday that she would resign.", []),
        ("Michael Jordan scored 40 points.", []),
        ("We ate a turkey dinner.", []),
        ("Paris Hilton sang two songs.", []),
        ("He works at the Stockholm International Peace Research Institute.", []),
        ("The Democrats and the Muslims agreed.", []),
    ],
)
def test_toponyms_and_their_roles(text: str, want: list[tuple[str, str]]) -> None:
    assert marks(text) == want

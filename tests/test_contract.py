"""The contract: the schema holds, offsets are true, a story read twice is the same bytes."""

from __future__ import annotations

import dataclasses
import json
import re
from collections.abc import Iterator
from pathlib import Path

import jsonschema
import pytest

import geo
from geo.errors import BadStoryError
from geo.model import Story
from geo.story.document import from_document, to_document, to_json

ROOT = Path(__file__).parent.parent
SCHEMA = json.loads((ROOT / "geo/story/story.schema.json").read_text(encoding="utf-8"))
HOSTILE = (
    "Kim flew to Rome on Tuesday.",
    "<script>alert(1)</script> <b>Kim</b> flew to Rome &amp; Paris.",
    "Kim\u202e flew to\u200b Rome \U0001f682\r\nTuesday,\r\u2028\u201ca \u2018b \u201cc\u201d\u2019\u201d.",
    "half a pair \ud83d and Rome",
    "," * 10_000,
    "a" * 100_000,
)


def spans(value: object) -> Iterator[dict]:
    """Every object of a document that claims to be words of an article."""
    if isinstance(value, dict):
        if {"article", "start", "end", "text"} <= value.keys():
            yield value
        for item in value.values():
            yield from spans(item)
    elif isinstance(value, list):
        for item in value:
            yield from spans(item)


def check(story: Story) -> dict:
    """The story's document, after holding it against the schema, its texts and itself."""
    document = json.loads(to_json(story))
    jsonschema.Draft202012Validator(SCHEMA).validate(document)
    texts = {article.id: article.text for article in story.articles}
    for span in spans(document):
        assert texts[span["article"]][span["start"] : span["end"]] == span["text"]
    known = {place["id"] for place in document["places"]}
    used = {mention["place"] for mention in document["mentions"]}
    for fact in (*document["journeys"], *document["distances"]):
        used |= {fact["from"], fact["to"], *fact.get("via", [])}
        used |= {end for claim in fact.get("claims", []) for end in (claim["from"], claim["to"])}
    used |= {event["place"] for event in document["events"]}
    assert used - {None} <= known
    return document


def test_the_story_keeps_the_contract(kim_putin):
    document = check(kim_putin)
    for kind in ("articles", "places", "journeys", "distances", "events", "origins", "chapters"):
        ids = [item["id"] for item in document[kind]]
        assert len(ids) == len(set(ids)), kind
    body = {a["id"]: a["body"] for a in document["articles"]}
    for mention in document["mentions"]:
        assert any(s <= mention["start"] and mention["end"] <= e for s, e in body[mention["article"]])


def test_every_story_that_ships_keeps_the_contract(kim_putin, stories_folder):
    for folder in geo.list_stories(stories_folder):
        check(kim_putin if folder.name == kim_putin.id else geo.read_story(folder))


def test_a_story_read_twice_is_the_same_bytes(kim_putin, stories_folder):
    again = geo.read_story(stories_folder / "kim-putin-2023", corrections=False)
    assert to_json(again).encode() == to_json(kim_putin).encode()


def test_a_document_comes_back_as_the_same_document(kim_putin):
    texts = {article.id: article.text for article in kim_putin.articles}
    document = json.loads(to_json(kim_putin))
    assert to_document(from_document(document, texts)) == document


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_is_ordinary_text(text):
    check(geo.read_article(text, "2023-09-13"))


@pytest.mark.parametrize(
    ("change", "complaint"),
    [
        ({"schema": "dateline/2"}, "'dateline/1'"),
        ({"journeys": [{"id": "x"}]}, "damaged"),
        ({"articles": [{"id": "unknown"}]}, "damaged"),
        ({"places": [{"id": "x", "kind": "moon"}]}, "damaged"),
    ],
)
def test_a_foreign_document_is_refused_in_a_sentence(change, complaint):
    document = to_document(Story(id="x", title="x")) | change
    with pytest.raises(BadStoryError, match=re.escape(complaint)):
        from_document(document, {})


def test_the_schema_refuses_what_the_contract_does_not_have():
    valid = jsonschema.Draft202012Validator(SCHEMA)
    document = to_document(Story(id="x", title="x"))
    assert valid.is_valid(document)
    assert not valid.is_valid(document | {"surprise": []})
    assert not valid.is_valid(document | {"journeys": [{"id": "x"}]})
    assert not valid.is_valid({key: value for key, value in document.items() if key != "problems"})


def test_the_documentation_names_every_key_of_the_schema():
    words = (ROOT / "docs/story-json.md").read_text(encoding="utf-8")
    defined = [SCHEMA, *SCHEMA["$defs"].values()]
    keys = {key for definition in defined for key in definition.get("properties", {})}
    assert sorted(key for key in keys if key not in words) == []


def test_a_story_can_be_cached(kim_putin):
    assert dataclasses.replace(kim_putin) == kim_putin
    hash(kim_putin)

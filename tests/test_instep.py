"""Paragraphs parsed in step come out as spaCy parses them, in order, however they fall into groups."""

from __future__ import annotations

import pytest
import spacy
from spacy.lang.en import English

from geo.reading import instep
from geo.reading.instep import step_together
from geo.reading.parse import DEFAULT_PIPELINE, load_pipeline

TEXTS = [
    "Kim left Pyongyang by train on Sunday. He will meet Putin in Vladivostok, the Kremlin said.",
    "",
    "Rome",
    " ",
    "A Boeing 747 flew from New York, N.Y., to Paris; it was $3 million late.",
    *(f"On {day} Ann Smith of Acme Corp. went to {day}ville " * 9 for day in ("Monday", "Friday")),
]
ASKED = ["ORTH", "DEP", "HEAD", "ENT_TYPE", "ENT_IOB", "SENT_START"]


@pytest.mark.parametrize(("batch", "group"), [(1, 1), (40, 20), (16_000, 4_000)])
def test_groups_of_any_size_are_parsed_as_by_spacy(monkeypatch, batch, group):
    ours = load_pipeline(DEFAULT_PIPELINE)
    theirs = spacy.load(ours.path)
    monkeypatch.setattr(instep, "BATCH_TOKENS", batch)
    monkeypatch.setattr(instep, "STEP_TOKENS", group)
    monkeypatch.setattr(instep, "VECTOR_TOKENS", group // 2)
    assert not {"parser", "ner"} & set(ours.pipe_names)
    for text, doc in zip(TEXTS, ours.pipe(TEXTS), strict=True):
        assert doc.text == text
        assert doc.to_array(ASKED).tolist() == theirs(text).to_array(ASKED).tolist()
    assert [entity.text for entity in ours(TEXTS[2]).ents] == ["Rome"]


def test_a_parser_with_labels_that_it_never_learned_does_not_give_them():
    pipelines = [spacy.load(load_pipeline(DEFAULT_PIPELINE).path) for _ in range(2)]
    for nlp in pipelines:
        nlp.get_pipe("ner").add_label("SHIP")
        assert nlp.get_pipe("ner").model.attrs["unseen_classes"]
    ours, theirs = pipelines
    step_together(ours)
    for text in TEXTS:
        assert ours(text).to_array(ASKED).tolist() == theirs(text).to_array(ASKED).tolist()


def test_a_parser_of_many_paths_or_after_marked_entities_is_left_to_spacy():
    nlp = English()
    nlp.add_pipe("beam_parser")
    nlp.add_pipe("entity_ruler")
    nlp.add_pipe("ner")
    step_together(nlp)
    assert nlp.pipe_names == ["beam_parser", "entity_ruler", "ner"]

"""Words looked up have what spaCy's own components give them, and outlive what spaCy forgets."""

from __future__ import annotations

import pytest
import spacy
from spacy.lang.en import English

from geo.reading.parse import DEFAULT_PIPELINE, load_pipeline, parse
from geo.reading.wordforms import PIPE, stand_in

ASKED = ["ORTH", "TAG", "POS", "MORPH", "LEMMA", "DEP", "HEAD", "ENT_TYPE"]
ODD = (
    "There's a train, there are two; expl is there's. It ain't so, and they ain't n't gone.",
    "I'm gonna go, you've got ta do it, let's get it: c'm on, y'all!",
    "Nothin', somethin' and nuthin' for ol' 'em; 'nuff, doin' goin'.",
    "He did it, had had it, 'd have had it; I'd go, she'd gone. Is it? They do. The that which was that.",
    "two   spaces \u00a0 and\u2003others ",
    "\u200f\u202eright to left\u202c \U0001f600 <b>but</b> ... !!! 'S 'RE CAN WO SHA N'T",
    "",
    " ",
)


@pytest.fixture(scope="module")
def pipelines():
    """spaCy's own pipeline, and ours."""
    ours = load_pipeline(DEFAULT_PIPELINE)
    return spacy.load(ours.path), ours


def test_every_word_of_real_text_has_what_spacy_gives_it(pipelines, stories_folder):
    theirs, ours = pipelines
    files = sorted(stories_folder.glob("*/articles/*.txt"))
    texts = [*ODD, *(line for file in files for line in file.read_text("utf-8").split("\n"))]
    assert PIPE in ours.pipe_names
    assert "attribute_ruler" in theirs.pipe_names
    assert "attribute_ruler" not in ours.pipe_names
    for _ in range(2):  # worked out, then looked up
        for text, expected, doc in zip(texts, theirs.pipe(texts), ours.pipe(texts), strict=True):
            assert doc.to_array(ASKED).tolist() == expected.to_array(ASKED).tolist(), text


def test_lemmas_can_be_read_after_spacy_has_forgotten_the_article_they_came_with(pipelines):
    nlp = pipelines[1]
    text = "The zorplings were flummoxed by a zorpling."
    read = []
    for _ in range(2):
        with nlp.memory_zone():
            (paragraph,) = parse("a", text, [(0, len(text))], nlp)
            read.append([token.lemma_ for token in paragraph.doc])
    assert read[0] == read[1]
    assert {"the", "zorpling", "be"} <= set(read[0])


@pytest.mark.parametrize(
    ("pattern", "attrs", "index"),
    [
        ([{"SHAPE": "Xxxx"}], {"POS": "PROPN"}, 0),
        ([{"TAG": "NN", "OP": "+"}], {"POS": "PROPN"}, 0),
        ([{"LOWER": {"FUZZY": "train"}}], {"POS": "PROPN"}, 0),
        ([{"LOWER": "a"}, {"LOWER": "b"}, {"LOWER": "c"}], {"POS": "PROPN"}, 0),
        ([{"LOWER": "a"}, {"LOWER": "b"}], {"POS": "PROPN"}, -1),
        ([{"LOWER": "a"}], {"TAG": "NN"}, 0),
    ],
)
def test_rules_of_another_kind_are_left_to_spacy(pattern, attrs, index):
    nlp = English()
    nlp.add_pipe("attribute_ruler").add([pattern], attrs, index=index)
    nlp.add_pipe("lemmatizer")
    stand_in(nlp)
    assert nlp.pipe_names == ["attribute_ruler", "lemmatizer"]


def test_a_pipeline_without_a_lemmatizer_is_left_as_it_is():
    nlp = English()
    nlp.add_pipe("attribute_ruler")
    stand_in(nlp)
    assert nlp.pipe_names == ["attribute_ruler"]

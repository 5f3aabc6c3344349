"""Dependencies and names of many paragraphs, found step by step for all of them at once.

A transition parser of spaCy takes a small decision for each word. Its own loop takes few paragraphs at once,
and asks for the lock of Python many times in each decision; taken through its public methods, for many
paragraphs together, the decisions are the same and take half the time. Knows parsers of spaCy, no article.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any

import numpy as np
from spacy.language import Language
from spacy.ml.parser_model import ParserStepModel
from spacy.pipeline import DependencyParser, EntityRecognizer, Tok2Vec
from spacy.tokens import Doc
from thinc.api import NumpyOps

FACTORY = "in_step"
BATCH_TOKENS = 32_000
"""Paragraphs with so many tokens are gathered, to be put beside others of their length."""
STEP_TOKENS = 8_000
"""Tokens of the paragraphs that step together: the more there are, the less each step costs."""
VECTOR_TOKENS = 2_000
"""Tokens whose vectors are computed together: the matrices then fit the processor's cache."""


class Grouped:
    """The component that stands in for another and hands it documents by tokens, not by number."""

    def __init__(self, pipe: Any) -> None:  # noqa: ANN401 - spaCy's components are compiled, without types
        """Take over from a component that predicts."""
        self._pipe = pipe

    def __call__(self, doc: Doc) -> Doc:
        """Annotate one document."""
        self._annotate([doc])
        return doc

    def pipe(self, docs: Iterable[Doc], **_batches: object) -> Iterator[Doc]:
        """Annotate a stream of documents, in order; how many at a time goes by their tokens."""
        for batch in _filled(docs, BATCH_TOKENS):
            for group in self._grouped(sorted(batch, key=len)):
                self._annotate(group)
            yield from batch

    def _grouped(self, docs: Iterable[Doc]) -> Iterator[list[Doc]]:
        return _filled(docs, VECTOR_TOKENS)

    def _annotate(self, docs: list[Doc]) -> None:
        self._pipe.set_annotations(docs, self._pipe.predict(docs))


class InStep(Grouped):
    """The component that stands in for a transition parser, and takes its steps."""

    def _grouped(self, docs: Iterable[Doc]) -> Iterator[list[Doc]]:
        return _filled(docs, STEP_TOKENS)

    def _annotate(self, docs: list[Doc]) -> None:
        everyone = self._pipe.moves.init_batch(docs)
        unfinished = [state for state in everyone if not state.is_final()]
        if unfinished:
            scores = self._scorer(docs)
            while unfinished:
                unfinished = self._pipe.transition_states(unfinished, scores(unfinished))
        self._pipe.set_annotations(docs, everyone)

    def _scorer(self, docs: list[Doc]) -> Callable[[list[Any]], Any]:
        """What gives each state a score for every move that it might make next, as a row."""
        _, lower, upper = self._pipe.model.layers
        attributes = self._pipe.model.attrs
        has_upper, unseen = attributes["has_upper"], attributes["unseen_classes"]
        layers = (self._vectors, lower, upper)
        step = ParserStepModel(docs, layers, has_upper=has_upper, unseen_classes=unseen, train=False)
        if unseen or not has_upper:
            return step.predict  # type: ignore[no-any-return]
        # what ``predict`` does then, without its preparations for training: half of what a step costs
        weights, bias = np.ascontiguousarray(upper.get_param("W").T), upper.get_param("b")
        return lambda states: step.state2vec.predict(step.get_token_ids(states)) @ weights + bias

    def _vectors(self, docs: list[Doc], *, is_train: bool) -> tuple[Any, None]:
        """The vectors of all tokens, a row each, computed some at a time."""
        del is_train
        vectors = self._pipe.model.layers[0]
        return np.concatenate([vectors.predict(part) for part in _filled(docs, VECTOR_TOKENS)]), None


def _filled(docs: Iterable[Doc], most_tokens: int) -> Iterator[list[Doc]]:
    """The documents in lists of no more tokens than that, or of one document."""
    filled: list[Doc] = []
    tokens = 0
    for doc in docs:
        if filled and tokens + len(doc) > most_tokens:
            yield filled
            filled, tokens = [], 0
        filled.append(doc)
        tokens += len(doc)
    if filled:
        yield filled


@Language.factory(FACTORY, default_config={"of": ""})
def _in_step(nlp: Language, name: str, of: str) -> Grouped:
    del name
    pipe = nlp.get_pipe(of)
    return InStep(pipe) if can_step(pipe) else Grouped(pipe)


def step_together(nlp: Language) -> None:
    """Let the parsers of a pipeline take their steps together, where they can, and bound its matrices."""
    for name in nlp.pipe_names:
        pipe = nlp.get_pipe(name)
        if isinstance(pipe, Tok2Vec) or (can_step(pipe) and not _finds_entities(nlp, before=name)):
            nlp.add_pipe(FACTORY, name=f"{name}_{FACTORY}", config={"of": name}, after=name)
            nlp.disable_pipe(name)


def can_step(pipe: object) -> bool:
    """Whether it is a parser that follows one path at a time, on the processor."""
    if not isinstance(pipe, DependencyParser | EntityRecognizer):
        return False
    return pipe.cfg["beam_width"] == 1 and isinstance(pipe.model.ops, NumpyOps)


def _finds_entities(nlp: Language, *, before: str) -> bool:
    """Whether a component before that one marks entities, whose labels a parser would have to learn first."""
    earlier = nlp.pipe_names[: nlp.pipe_names.index(before)]
    return any("doc.ents" in nlp.get_pipe_meta(name).assigns for name in earlier)

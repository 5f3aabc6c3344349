"""Dependencies and names of many paragraphs, found step by step for all of them at once.

A transition parser of spaCy takes a small decision for each word. Its own loop takes few paragraphs at once,
and asks for the lock of Python many times in each decision; taken through its public methods, for many
paragraphs together, the decisions are the same and take half the time. Knows parsers of spaCy, no article.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from spacy.language import Language
from spacy.pipeline import DependencyParser, EntityRecognizer, Tok2Vec
from spacy.tokens import Doc
from thinc.api import NumpyOps

FACTORY = "in_step"
BATCH_TOKENS = 16_000
"""Paragraphs with so many tokens are gathered, to be put beside others of their length."""
GROUP_TOKENS = 4_000
"""Tokens of the paragraphs that step together: what is computed for each then fits the processor's cache."""


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
            for group in _filled(sorted(batch, key=len), GROUP_TOKENS):
                self._annotate(group)
            yield from batch

    def _annotate(self, docs: list[Doc]) -> None:
        self._pipe.set_annotations(docs, self._pipe.predict(docs))


class InStep(Grouped):
    """The component that stands in for a transition parser, and takes its steps."""

    def _annotate(self, docs: list[Doc]) -> None:
        everyone = self._pipe.moves.init_batch(docs)
        unfinished = [state for state in everyone if not state.is_final()]
        if unfinished:
            scorer = self._pipe.model.predict(docs)
            while unfinished:
                unfinished = self._pipe.transition_states(unfinished, scorer.predict(unfinished))
        self._pipe.set_annotations(docs, everyone)


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

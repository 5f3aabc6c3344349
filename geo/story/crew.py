"""Many lines, each an independent article, to Story JSON: in order, and by two processes where there is room.

Knows processes and their memory, not what a line says. What is written is the same however many read, and
memory does not grow with the number of lines.
"""

from __future__ import annotations

import gc
import os
import sys
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import nullcontext
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain, islice
from multiprocessing import get_context
from typing import TYPE_CHECKING

from geo.atlas.network import load_networks
from geo.errors import DatelineError
from geo.model import Problem, Story
from geo.story.document import to_json
from geo.story.lines import read_numbered

if TYPE_CHECKING:
    from spacy.language import Language

    from geo.atlas.gazetteer import Gazetteer

MAX_PROCESSES = 2
"""Each keeps what it unpacks from the atlas; more than two would not fit into a gigabyte."""
CHUNK_LINES = 32
"""Lines handed over at a time."""
CHUNK_CHARACTERS = 250_000
KEPT_WORDS = 20_000
"""Words that spaCy keeps from chunk to chunk: most of any article. What it learns later is forgotten."""
_START = "fork" if sys.platform == "linux" else "spawn"
"""Where it is safe, processes begin with what the first has loaded."""

_Chunk = tuple[tuple[int, str], ...]
"""Lines with their numbers in the file."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadLine:
    """What came of a line."""

    document: str
    """Its Story JSON, on one line."""
    has_article: bool
    problems: tuple[Problem, ...]


def read_lines(lines: Iterable[str], *, pipeline: str, processes: int = MAX_PROCESSES) -> Iterator[ReadLine]:
    """Each line's story, in the order of the lines; empty lines have none.

    Raises:
        ModelMissingError: No spaCy pipeline of that name is installed.
        DatelineError: A process was ended from outside.
    """
    chunks = _chunks(lines)
    begun = list(islice(chunks, 2))
    chunks = chain(begun, chunks)
    wanted = min(processes, MAX_PROCESSES, _cores())
    if wanted < 2 or len(begun) < 2:
        for chunk in chunks:
            yield from _read_chunk(chunk, pipeline)
        return
    if _START == "fork":
        _load_ahead(pipeline)
    with ProcessPoolExecutor(wanted, mp_context=get_context(_START)) as pool:
        try:
            yield from _in_order(pool, chunks, pipeline, ahead=2 * wanted)
        except BrokenProcessPool as error:
            msg = "A process that reads was ended from outside: is there memory enough? Try fewer lines."
            raise DatelineError(msg) from error
        finally:
            pool.shutdown(cancel_futures=True)


def _in_order(
    pool: ProcessPoolExecutor, chunks: Iterable[_Chunk], pipeline: str, *, ahead: int
) -> Iterator[ReadLine]:
    """What the processes read, with no more than so many chunks handed out and not yet taken back."""
    handed_out: deque[Future[Sequence[ReadLine]]] = deque()
    for chunk in chunks:
        handed_out.append(pool.submit(_read_chunk, chunk, pipeline))
        if len(handed_out) >= ahead:
            yield from handed_out.popleft().result()
    while handed_out:
        yield from handed_out.popleft().result()


def _read_chunk(chunk: _Chunk, pipeline: str) -> Sequence[ReadLine]:
    gazetteer, nlp = _tools(pipeline)
    is_common = len(nlp.vocab) < KEPT_WORDS and sum(len(line) for _, line in chunk) <= CHUNK_CHARACTERS
    with nullcontext() if is_common else nlp.memory_zone():
        return [_written(story) for story in read_numbered(chunk, gazetteer=gazetteer, nlp=nlp)]


def _written(story: Story) -> ReadLine:
    return ReadLine(
        document=to_json(story, indent=None), has_article=bool(story.articles), problems=story.problems
    )


def _load_ahead(pipeline: str) -> None:
    """Load what the processes will share, and keep the collector of garbage from copying it by its marks."""
    _tools(pipeline)
    load_networks()
    gc.freeze()


@lru_cache(maxsize=1)
def _tools(pipeline: str) -> tuple[Gazetteer, Language]:
    from geo.atlas.gazetteer import load_gazetteer
    from geo.reading.parse import load_pipeline

    return load_gazetteer(), load_pipeline(pipeline)


def _chunks(lines: Iterable[str]) -> Iterator[_Chunk]:
    chunk: list[tuple[int, str]] = []
    characters = 0
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        chunk.append((number, line))
        characters += len(line)
        if len(chunk) >= CHUNK_LINES or characters >= CHUNK_CHARACTERS:
            yield tuple(chunk)
            chunk, characters = [], 0
    if chunk:
        yield tuple(chunk)


def _cores() -> int:
    """The processor cores that this process may use."""
    if sys.platform == "linux":
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1

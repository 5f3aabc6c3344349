"""Lines of a JSON Lines file, each an independent article, to stories. Knows no disk."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from datetime import date
from typing import TYPE_CHECKING, TextIO

from spacy.language import Language

from geo.errors import BadArticleError
from geo.model import Problem, Story
from geo.story.assembly import assemble_each
from geo.story.store import RawArticle, StorySource
from geo.story.texts import MAX_ARTICLE_BYTES, check_text

if TYPE_CHECKING:
    from geo.atlas.gazetteer import Gazetteer

MAX_LINE_CHARACTERS = 2 * MAX_ARTICLE_BYTES
"""Of JSON, which writes some signs with two characters and more; no more of a line is read."""


def bounded_lines(file: TextIO) -> Iterator[str]:
    """The lines of a file; of one that is too long no more than shows that it is."""
    while line := file.readline(MAX_LINE_CHARACTERS + 1):
        yield line
        while line and not line.endswith("\n"):
            line = file.readline(MAX_LINE_CHARACTERS)


def read_numbered(
    lines: Iterable[tuple[int, str]], *, gazetteer: Gazetteer, nlp: Language
) -> Iterator[Story]:
    """The story of each line; one that cannot be read has a story with nothing but a problem."""
    sources = (_source(line, number) for number, line in lines)
    return assemble_each(sources, gazetteer=gazetteer, nlp=nlp)


def _source(line: str, number: int) -> StorySource:
    try:
        raw = _parse(line, number)
        check_text(raw.text)
    except BadArticleError as error:
        what, _, advice = str(error).partition(". ")
        problem = Problem(file=f"line {number}", what=what.rstrip(".") + ".", advice=advice)
        return StorySource(id=f"line-{number}", title=f"line {number}", problems=(problem,))
    return StorySource(id=raw.id, articles=(raw,))


def _parse(line: str, number: int) -> RawArticle:
    advice = 'Write one object a line: {"id": ..., "text": ..., "published": a date or null}.'
    if len(line) > MAX_LINE_CHARACTERS and not line.endswith("\n"):
        msg = (
            f"The line has more than {MAX_LINE_CHARACTERS} characters. Write one article a line, or split it."
        )
        raise BadArticleError(msg)
    try:
        line.encode()
        entry = json.loads(line)
    except UnicodeEncodeError as error:  # bytes that the file's reader could not decode
        msg = f"This is not UTF-8 (at character {error.start + 1}). {advice}"
        raise BadArticleError(msg) from error
    except (ValueError, RecursionError) as error:
        msg = f"This is not JSON ({error}). {advice}"
        raise BadArticleError(msg) from error
    if not isinstance(entry, dict) or not isinstance(entry.get("text"), str):
        msg = f"There is no text. {advice}"
        raise BadArticleError(msg)
    article_id = entry.get("id")
    return RawArticle(
        id=f"line-{number}" if article_id is None else str(article_id),
        text=entry["text"],
        published=_date(entry.get("published"), advice),
    )


def _date(published: object, advice: str) -> str | None:
    if published is None or published == "":
        return None
    try:
        date.fromisoformat(str(published)[:10])
    except ValueError as error:
        msg = f"{published!r} is not a date. {advice}"
        raise BadArticleError(msg) from error
    return str(published)

"""One line of a JSON Lines file, an independent article, to its story. Knows the line, not the file."""

from __future__ import annotations

import json
from datetime import date
from typing import TYPE_CHECKING

from spacy.language import Language

from geo.errors import BadArticleError
from geo.model import Problem, Story
from geo.story.assembly import assemble
from geo.story.store import RawArticle, StorySource
from geo.story.texts import check_text

if TYPE_CHECKING:
    from geo.atlas.gazetteer import Gazetteer


def read_line(line: str, number: int, *, gazetteer: Gazetteer, nlp: Language) -> Story:
    """The story of one line; a line that cannot be read gives a story with nothing but a problem."""
    try:
        raw = _parse(line, number)
        check_text(raw.text)
    except BadArticleError as error:
        what, _, advice = str(error).partition(". ")
        problem = Problem(file=f"line {number}", what=what.rstrip(".") + ".", advice=advice)
        return Story(id=f"line-{number}", title=f"line {number}", problems=(problem,))
    source = StorySource(id=raw.id, articles=(raw,))
    return assemble(source, gazetteer=gazetteer, nlp=nlp)


def _parse(line: str, number: int) -> RawArticle:
    advice = 'Write one object a line: {"id": ..., "text": ..., "published": a date or null}.'
    try:
        entry = json.loads(line)
    except ValueError as error:
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

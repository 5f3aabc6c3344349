"""A story's source to the story: each article read, all merged, then measured."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from spacy.language import Language

from geo.atlas.routes import route
from geo.model import Story
from geo.reading.article import read_text
from geo.story.archive import archive_of
from geo.story.chapters import draft_chapters
from geo.story.corrections import apply_corrections
from geo.story.disagreements import find_disagreements
from geo.story.measure import measure
from geo.story.merge import merge
from geo.story.online import Ask, Found, look_up, with_opinions
from geo.story.store import RawArticle, StorySource

if TYPE_CHECKING:
    from geo.atlas.gazetteer import Gazetteer


def assemble(source: StorySource, *, gazetteer: Gazetteer, nlp: Language, ask: Ask | None = None) -> Story:
    """The story that the articles of a source tell together.

    Args:
        source: The articles, and what is known beside them.
        gazetteer: Where names are looked up.
        nlp: The pipeline that parses them.
        ask: Looks a name up online; ``None`` asks nobody.
    """
    stories = _read(source, gazetteer, nlp)
    found = Found() if ask is None else look_up(stories, ask)
    if found.places:  # journeys start and end only at places that are known: the articles are read anew
        stories = _read(source, gazetteer.with_places(found.places), nlp)
    if found.opinions:
        stories = [with_opinions(story, found.opinions) for story in stories]
    story = measure(merge(stories), route=route)
    archive = archive_of(story.articles, story.places)
    return replace(
        story,
        id=source.id,
        title=source.title or (stories[0].title if stories else source.id),
        disagreements=find_disagreements(story.distances, story.journeys, story.events, archive),
        chapters=draft_chapters(story.journeys, story.events, archive),
        problems=(*source.problems, *story.problems, *found.problems),
    )


def _read(source: StorySource, gazetteer: Gazetteer, nlp: Language) -> list[Story]:
    return [
        apply_corrections(read_raw(raw, gazetteer=gazetteer, nlp=nlp), source.corrections)
        for raw in source.articles
    ]


def read_raw(raw: RawArticle, *, gazetteer: Gazetteer, nlp: Language) -> Story:
    """What one article reports; what ``articles.csv`` says of it goes before what the page says."""
    story = read_text(raw.text, article_id=raw.id, published=raw.published, gazetteer=gazetteer, nlp=nlp)
    known = {
        name: value
        for name in ("file", "title", "publisher", "agency", "author", "url", "language", "published_basis")
        if (value := getattr(raw, name)) is not None
    }
    return replace(story, articles=tuple(replace(article, **known) for article in story.articles))

"""A story's source to the story: each article read, all merged, then measured."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import islice, tee
from typing import TYPE_CHECKING

from spacy.language import Language

from geo.atlas.routes import route
from geo.model import Problem, Story
from geo.reading.article import read_texts
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

_KNOWN = ("file", "title", "publisher", "agency", "author", "url", "language", "published_basis")
"""What ``articles.csv`` may say of an article."""


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
    return _together(source, stories, found.problems)


def assemble_each(sources: Iterable[StorySource], *, gazetteer: Gazetteer, nlp: Language) -> Iterator[Story]:
    """The story of each source for itself, asking nobody; the articles of all are parsed together."""
    sources, again = tee(sources)
    stories = read_raws((raw for source in again for raw in source.articles), gazetteer=gazetteer, nlp=nlp)
    for source in sources:
        own = islice(stories, len(source.articles))
        yield _together(source, [apply_corrections(story, source.corrections) for story in own])


def _read(source: StorySource, gazetteer: Gazetteer, nlp: Language) -> list[Story]:
    stories = read_raws(source.articles, gazetteer=gazetteer, nlp=nlp)
    return [apply_corrections(story, source.corrections) for story in stories]


def _together(source: StorySource, stories: Sequence[Story], problems: Iterable[Problem] = ()) -> Story:
    """What the articles of a source, each read, tell together."""
    story = measure(merge(stories), route=route)
    archive = archive_of(story.articles, story.places)
    return replace(
        story,
        id=source.id,
        title=source.title or (stories[0].title if stories else source.id),
        disagreements=find_disagreements(story.distances, story.journeys, story.events, archive),
        chapters=draft_chapters(story.journeys, story.events, archive),
        problems=(*source.problems, *story.problems, *problems),
    )


def read_raws(raws: Iterable[RawArticle], *, gazetteer: Gazetteer, nlp: Language) -> Iterator[Story]:
    """What each article reports; what ``articles.csv`` says of it goes before what the page says."""
    raws, again = tee(raws)
    for raw, story in zip(raws, read_texts(again, gazetteer=gazetteer, nlp=nlp), strict=True):
        known = {name: value for name in _KNOWN if (value := getattr(raw, name)) is not None}
        yield replace(story, articles=tuple(replace(article, **known) for article in story.articles))

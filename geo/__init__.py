"""Dateline: reads news articles about one unfolding story and plays what they report on a map."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path

# before anything imports numpy: the parser's matrices are too small to share out among threads, which makes
# them slower and two of them at a time slower still
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

from geo.errors import DatelineError
from geo.model import Story
from geo.settings import Settings, read_settings
from geo.story.store import RawArticle, StorySource, list_stories, load_source

__all__ = [
    "DatelineError",
    "Settings",
    "Story",
    "StorySource",
    "list_stories",
    "load_source",
    "read_article",
    "read_settings",
    "read_source",
    "read_story",
]


def read_article(text: str, published: str | None = None, *, pipeline: str | None = None) -> Story:
    """The story that one article tells; ``published`` is an ISO 8601 date that "Tuesday" is reckoned from.

    Raises:
        ModelMissingError: No spaCy pipeline of that name is installed.
    """
    raw = RawArticle(id="article", text=text, published=published)
    return read_source(StorySource(id="article", articles=(raw,)), pipeline=pipeline)


def read_story(
    paths: Path | str | Iterable[Path | str],
    *,
    corrections: bool = True,
    pipeline: str | None = None,
    settings: Settings | None = None,
) -> Story:
    """The story in a folder, or in several folders and files taken together.

    An article that cannot be read is listed in ``Story.problems``; the others are read all the same.

    Args:
        paths: A story folder, a folder of text files, or article files.
        corrections: Whether what people corrected counts.
        pipeline: The spaCy pipeline, by name or path.
        settings: Pipeline and online geocoder; without them, what is offline.

    Raises:
        BadStoryError: The story's own tables cannot be read.
        GeocoderUnavailableError: There is no online geocoder of the name that the settings have.
        ModelMissingError: No spaCy pipeline of that name is installed.
    """
    listed = [paths] if isinstance(paths, (str, Path)) else list(paths)
    source = load_source([Path(path) for path in listed], corrections=corrections)
    return read_source(source, pipeline=pipeline, settings=settings)


def read_source(
    source: StorySource, *, pipeline: str | None = None, settings: Settings | None = None
) -> Story:
    """The story that a source's articles tell together; what ``load_source`` found goes in.

    Raises:
        GeocoderUnavailableError: There is no online geocoder of the name that the settings have.
        ModelMissingError: No spaCy pipeline of that name is installed.
    """
    # the language model takes a second to import, and most of the house does without it
    from geo.atlas.gazetteer import load_gazetteer
    from geo.atlas.geocode import online_look_up
    from geo.reading.parse import DEFAULT_PIPELINE, load_pipeline
    from geo.story.assembly import assemble

    settings = settings or Settings()
    nlp = load_pipeline(pipeline or settings.pipeline or DEFAULT_PIPELINE)
    gazetteer = load_gazetteer(source.places)
    return assemble(
        source,
        gazetteer=gazetteer,
        nlp=nlp,
        ask=online_look_up(settings.geocoder, gazetteer, settings.cache_folder),
    )

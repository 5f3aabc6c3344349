"""One article's text to what it reports: the readers, in the order in which each builds on the last."""

from __future__ import annotations

import hashlib
from datetime import date
from typing import TYPE_CHECKING

from spacy.language import Language

from geo.model import Article, Story
from geo.reading.dates.timex import find_times
from geo.reading.distances.distances import find_distances
from geo.reading.events.events import find_events
from geo.reading.journeys.journeys import find_journeys
from geo.reading.page.clean import Cleaned, clean
from geo.reading.parse import parse
from geo.reading.places.toponyms import find_toponyms

if TYPE_CHECKING:
    from geo.atlas.gazetteer import Gazetteer


def read_text(
    text: str, *, article_id: str, published: str | None, gazetteer: Gazetteer, nlp: Language
) -> Story:
    """What one article reports, as a story of that article alone; nothing is measured yet.

    Args:
        text: The article as given.
        article_id: The id that its spans will carry.
        published: When it was published (ISO 8601), ``None`` to go by what the page says.
        gazetteer: Where its place names are looked up.
        nlp: The pipeline that parses it.
    """
    cleaned = clean(text)
    article = _article(article_id, text, published, cleaned)
    paragraphs = parse(article_id, text, cleaned.body, nlp)
    mentions, places = find_toponyms(paragraphs, gazetteer)
    day = _day(article.published)
    times = find_times(paragraphs, day)
    return Story(
        id=article_id,
        title=cleaned.title or article_id,
        articles=(article,),
        places=places,
        mentions=mentions,
        times=times,
        distances=find_distances(paragraphs, mentions, places),
        journeys=find_journeys(paragraphs, mentions, places, times, day),
        events=find_events(paragraphs, mentions, places, times),
    )


def _article(article_id: str, text: str, published: str | None, cleaned: Cleaned) -> Article:
    return Article(
        id=article_id,
        text=text,
        sha256=hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest(),
        title=cleaned.title,
        publisher=cleaned.publisher,
        agency=cleaned.agency,
        author=cleaned.author,
        published=published or cleaned.published,
        published_basis="given with the article" if published else cleaned.published_basis,
        body=cleaned.body,
    )


def _day(published: str | None) -> date | None:
    return date.fromisoformat(published[:10]) if published else None

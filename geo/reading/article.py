"""One article's text to what it reports: the readers, in the order in which each builds on the last."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from datetime import date
from itertools import tee
from typing import TYPE_CHECKING, Protocol

from spacy.language import Language

from geo.model import Article, Story
from geo.reading.dates.timex import find_times
from geo.reading.distances.distances import find_distances
from geo.reading.distances.sorts import sorts_in
from geo.reading.events.events import find_events
from geo.reading.journeys.journeys import find_journeys
from geo.reading.page.clean import clean
from geo.reading.page.cleaned import Cleaned
from geo.reading.parse import Body, Paragraph, parse_each
from geo.reading.places.lookup import lookup_in
from geo.reading.places.toponyms import find_toponyms

if TYPE_CHECKING:
    from geo.atlas.gazetteer import Gazetteer


class Given(Protocol):
    """An article as it comes."""

    @property
    def id(self) -> str:
        """What its spans will carry."""

    @property
    def text(self) -> str:
        """As given."""

    @property
    def published(self) -> str | None:
        """When it was published (ISO 8601); ``None`` to go by what the page says."""


def read_texts(given: Iterable[Given], *, gazetteer: Gazetteer, nlp: Language) -> Iterator[Story]:
    """What each article reports, as a story of that article alone; nothing is measured yet.

    Args:
        given: The articles; they are parsed together, and each is read for itself.
        gazetteer: Where their place names are looked up.
        nlp: The pipeline that parses them.
    """
    pages, again = tee((each, clean(each.text)) for each in given)
    parsed = parse_each((Body(each.id, each.text, page.body) for each, page in again), nlp)
    for (each, page), paragraphs in zip(pages, parsed, strict=True):
        article = _article(each.id, each.text, each.published, page)
        yield _report(article, page.title or each.id, paragraphs, gazetteer)


def _report(article: Article, title: str, paragraphs: tuple[Paragraph, ...], gazetteer: Gazetteer) -> Story:
    mentions, places = find_toponyms(paragraphs, gazetteer)
    day = _day(article.published)
    times = find_times(paragraphs, day)
    return Story(
        id=article.id,
        title=title,
        articles=(article,),
        places=places,
        mentions=mentions,
        times=times,
        distances=find_distances(paragraphs, mentions, places, sorts_in(lookup_in(gazetteer))),
        journeys=find_journeys(paragraphs, mentions, places, times, day),
        events=find_events(paragraphs, mentions, places, times, day),
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

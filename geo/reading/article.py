"""One article's text to what it reports: the readers, in the order in which each builds on the one before."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
import importlib
from typing import Any

from spacy.language import Language

from geo.model import Article, Story
from geo.reading.parse import parse

import hashlib


def _stage(module: str, function: str, default):
    try:
        return getattr(importlib.import_module(module), function)
    except (ModuleNotFoundError, AttributeError):
        return default


@dataclass
class _Plain:
    body: tuple
    title: str | None = None
    author: str | None = None
    agency: str | None = None
    published: str | None = None
    published_basis: str | None = None
    publisher: str | None = None


def _paragraphs(text):
    out, at = [], 0
    for line in text.splitlines(keepends=True):
        if line.strip():
            out.append((at, at + len(line.rstrip())))
        at += len(line)
    return _Plain(tuple(out))


def read_text(text: str, *, article_id: str, published: str | None, gazetteer: Any, nlp: Language) -> Story:
    clean = _stage("geo.reading.clean", "clean", _paragraphs)
    find_toponyms = _stage("geo.reading.toponyms", "find_toponyms", lambda *a: ((), ()))
    find_times = _stage("geo.reading.timex", "find_times", lambda *a: ())
    find_distances = _stage("geo.reading.distances", "find_distances", lambda *a: ())
    find_journeys = _stage("geo.reading.journeys", "find_journeys", lambda *a: ())
    find_events = _stage("geo.reading.events", "find_events", lambda *a: ())
    cleaned = clean(text)
    published_basis = "given" if published else cleaned.published_basis
    published = published or cleaned.published
    paragraphs = parse(article_id, text, cleaned.body, nlp)
    mentions, places = find_toponyms(paragraphs, gazetteer)
    times = find_times(paragraphs, date.fromisoformat(published[:10]) if published else None)
    article = Article(
        id=article_id,
        text=text,
        sha256=hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest(),
        title=cleaned.title,
        publisher=cleaned.publisher,
        agency=cleaned.agency,
        author=cleaned.author,
        published=published,
        published_basis=published_basis,
        body=tuple(cleaned.body),
    )
    return Story(
        id=article_id,
        title=cleaned.title or article_id,
        articles=(article,),
        places=tuple(places),
        mentions=tuple(mentions),
        times=tuple(times),
        distances=tuple(find_distances(paragraphs, mentions, places)),
        journeys=tuple(find_journeys(paragraphs, mentions, places, times)),
        events=tuple(find_events(paragraphs, mentions, places, times)),
    )

"""What is known of an article once its page is cleaned."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Cleaned:
    """An article's body and imprint; every span is ``(start, end)`` in the text as given.

    ``body`` has one span a paragraph (headline, subheads and captions included). ``published`` is ISO 8601.
    """

    body: tuple[tuple[int, int], ...] = ()
    title: str | None = None
    title_span: tuple[int, int] | None = None
    author: str | None = None
    agency: str | None = None
    agency_span: tuple[int, int] | None = None
    published: str | None = None
    published_basis: str | None = None
    publisher: str | None = None
    publisher_span: tuple[int, int] | None = None
    dateline: str | None = None
    dateline_span: tuple[int, int] | None = None

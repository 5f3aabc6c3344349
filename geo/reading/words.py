"""Word lists, written as they are read: words with spaces between."""

from __future__ import annotations


def words(text: str) -> frozenset[str]:
    """The words of a list, each once."""
    return frozenset(text.split())

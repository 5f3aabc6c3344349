"""What kind of thing a common noun is for, by the first sense that WordNet lists: ``data/lexicon``."""

from __future__ import annotations

from functools import cache
from pathlib import Path

_FOLDER = Path(__file__).resolve().parents[3] / "data" / "lexicon"
KINDS = ("person", "animal", "aircraft", "watercraft", "vehicle", "thing", "abstract")


@cache
def nouns_for(kind: str) -> frozenset[str]:
    """The nouns of a kind, one of ``KINDS``, in lower case."""
    return frozenset((_FOLDER / f"{kind}.txt").read_text(encoding="ascii").split())

"""Readable ids: words joined by hyphens, numbered where two would be the same."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable

_GAPS = re.compile(r"[^a-z0-9]+")
_MAX_CHARACTERS = 60


def slug(text: str) -> str:
    """The words of a text in small ASCII letters: ``slug("Kim Jong-un")`` is ``kim-jong-un``."""
    ascii_only = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode("ascii")
    words = _GAPS.sub("-", ascii_only[: 4 * _MAX_CHARACTERS].lower()).strip("-")
    if len(words) > _MAX_CHARACTERS:  # whole words only
        words = words[: _MAX_CHARACTERS + 1].rpartition("-")[0] or words[:_MAX_CHARACTERS]
    return words or "unnamed"


def numbered(slugs: Iterable[str]) -> list[str]:
    """The same slugs, all different: the second of a name gets ``-2``, the third ``-3``."""
    seen: Counter[str] = Counter()
    taken: set[str] = set()
    result: list[str] = []
    for name in slugs:
        unique = name
        while unique in taken:
            seen[name] += 1
            unique = f"{name}-{seen[name] + 1}"
        taken.add(unique)
        result.append(unique)
    return result

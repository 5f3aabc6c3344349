"""Whether the words around a name tell of flights: then it may be an airport's. Knows no places."""

from __future__ import annotations

import re

_FLIGHT = re.compile(
    r"\b(?:flights?|fl(?:y|ew|own|ying)|(?:air)?planes?|aircraft|airlines?|airports?|jets?|runways?|terminal|"
    r"land(?:ed|ing)|t(?:ake|ook|aking) off)\b",
    re.IGNORECASE,
)
NEAR_CHARACTERS = 100
"""As far from a name a word for flying may stand."""


def is_flown(text: str, start: int, end: int) -> bool:
    """Whether flights are told of near ``text[start:end]``."""
    return _FLIGHT.search(text, max(0, start - NEAR_CHARACTERS), end + NEAR_CHARACTERS) is not None

"""What a rewording machine did to the words for vehicles, learnt from the articles beside the reworded one.

One report says "from Pyongyang by armored train to Vladivostok", its reworded copy "from Pyongyang by armored
practice to Vladivostok": in that copy "practice" is a train, elsewhere in it too. Only articles of one
origin are so read, and only a word that stands where the other tells the vehicle of the same way.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from rapidfuzz import fuzz

from geo.model import Claim, Journey, Mode, Origin

_BY_KIND_OF = re.compile(r"\bby\s(?P<kind>[a-z]{4,20})\s(?P<noun>[a-z]{3,20})\b")
_ALIKE = 85.0
"""Likeness (0 to 100) of two spellings of one word: armored and armoured 93."""


def restore_modes(journeys: Sequence[Journey], origins: Sequence[Origin]) -> tuple[Journey, ...]:
    """The journeys, with the mode that a reworded copy hides behind another word."""
    words = dict(_learnt(journeys, origins))
    return tuple(_restored(journey, words) for journey in journeys)


def _learnt(journeys: Sequence[Journey], origins: Sequence[Origin]) -> Iterator[tuple[tuple[str, str], Mode]]:
    """Which word of which article stands for which mode."""
    voices = {article: origin.id for origin in origins for article in origin.articles}
    claims = [claim for journey in journeys for claim in journey.claims if claim.article in voices]
    claims = [claim for claim in claims if any(_phrases(claim))]
    plain = [claim for claim in claims if claim.mode is not Mode.UNKNOWN]
    for hidden in (claim for claim in claims if claim.mode is Mode.UNKNOWN):
        for told in plain:
            if told.article != hidden.article and voices[told.article] == voices[hidden.article]:
                for noun in _aligned(hidden, told):
                    yield (hidden.article, noun), told.mode


def _aligned(hidden: Claim, told: Claim) -> Iterator[str]:
    """Words of one claim that stand where another has its vehicle, on the same way."""
    if not hidden.to_place or (hidden.from_place, hidden.to_place) != (told.from_place, told.to_place):
        return
    for kind, noun in _phrases(hidden):
        for other_kind, vehicle in _phrases(told):
            if noun != vehicle and fuzz.ratio(kind, other_kind) >= _ALIKE:
                yield noun


def _phrases(claim: Claim) -> Iterator[tuple[str, str]]:
    for span in claim.evidence:
        for match in _BY_KIND_OF.finditer(span.text):
            yield match["kind"], match["noun"]


def _restored(journey: Journey, words: Mapping[tuple[str, str], Mode]) -> Journey:
    claims = tuple(_with_mode(claim, words) for claim in journey.claims)
    modes = {claim.mode for claim in claims} - {Mode.UNKNOWN}
    mode = modes.pop() if journey.mode is Mode.UNKNOWN and len(modes) == 1 else journey.mode
    return replace(journey, claims=claims, mode=mode)


def _with_mode(claim: Claim, words: Mapping[tuple[str, str], Mode]) -> Claim:
    if claim.mode is not Mode.UNKNOWN:
        return claim
    found = {mode for (article, noun), mode in words.items() if article == claim.article and _by(noun, claim)}
    return replace(claim, mode=found.pop()) if len(found) == 1 else claim


def _by(noun: str, claim: Claim) -> bool:
    return any(_stands_after_by(noun, span.text.split()) for span in claim.evidence)


def _stands_after_by(noun: str, words: Iterable[str]) -> bool:
    """Whether the words have "by NOUN" or "by some NOUN"."""
    plain = [word.strip(",.;:") for word in words]
    return any(plain[at] == "by" and noun in plain[at + 1 : at + 3] for at in range(len(plain)))

"""What an article says of where it is: the countries, states and counties it names, the towns beside them.

Knows places and how often they are named; no text.
"""

from __future__ import annotations

import math
from collections import defaultdict
from dataclasses import dataclass, field

from geo.atlas.gazetteer import Facts
from geo.model import Place, PlaceKind
from geo.reading.places.lookup import Lookup

NEAR_KM = 100.0
"""Distance over which the company of another town counts for little more than a third."""
NEAR_ENOUGH = 0.2
"""Company that is worth telling."""
FAR_DEGREES = 4.0
"""Of latitude: a town as far off is no company."""
MAX_TOWNS = 60
"""As many towns keep company; more would make an article of many names slow to read."""
TOWN_SHARE = 0.4
"""What naming a town counts for its country and state, beside naming these."""
FAINT = 0.6
"""Evidence of countries that is believed half: somewhat more than one town that is named once gives."""
LEAST = 0.01
"""Evidence below this is none."""
_DIVISIONS = (PlaceKind.COUNTRY, PlaceKind.REGION)
_EARTH_RADIUS_KM = 6371.0


@dataclass
class Surroundings:
    """Evidence by code (countries, divisions) and by town; each name's own part can be left out."""

    lookup: Lookup
    codes: defaultdict[str, float] = field(default_factory=lambda: defaultdict(float))
    parts: defaultdict[str, defaultdict[str, float]] = field(
        default_factory=lambda: defaultdict(lambda: defaultdict(float))
    )
    countries: defaultdict[str, float] = field(default_factory=lambda: defaultdict(float))
    """Of the codes, those of countries."""
    given: defaultdict[str, float] = field(default_factory=lambda: defaultdict(float))
    """What each name gave to countries, whichever they are."""
    total: float = 0.0
    """What all names gave to countries."""
    towns: list[tuple[str, Place, float]] = field(default_factory=list)

    def add(self, key: str, place: Place, weight: float) -> None:
        """Count a place that a name (``key``) stands for, by how often and how surely it does."""
        facts = self.lookup.facts(place)
        if facts is None:
            return
        for code, held in _codes(facts):
            own = place.kind is PlaceKind.COUNTRY or (place.kind is PlaceKind.REGION and not held)
            value = weight if own or place.kind is PlaceKind.REGION else TOWN_SHARE * weight
            self.codes[code] += value
            self.parts[key][code] += value
            if code == facts.country:
                self.countries[code] += value
                self.given[key] += value
                self.total += value
        if place.kind not in (*_DIVISIONS, PlaceKind.AREA) and len(self.towns) < MAX_TOWNS:
            self.towns.append((key, place, min(1.0, weight)))

    def support(self, key: str, place: Place) -> tuple[float, str]:
        """How much the other names of the article speak for a place, and the strongest reason in words."""
        facts = self.lookup.facts(place)
        if facts is None:
            return 0.0, ""
        reasons: list[tuple[float, str]] = [(0.0, "")]
        score = 0.0
        named = {
            code: self.codes[code] - self.parts[key][code] for code, _ in _codes(facts) if code in self.codes
        }
        if facts.country and named.get(facts.country, 0.0) > LEAST:
            share = named[facts.country] / (1e-6 + self._total(key))
            score += _country_support(share, self._total(key))
            reasons.append((share, f"the article names places in {facts.country}"))
        for code, name, most in (
            (facts.admin1_code, facts.admin1, 2.2),
            (facts.admin2_code, facts.admin2, 1.8),
        ):
            value = named.get(code or "", 0.0)
            if value > LEAST and place.kind is not PlaceKind.COUNTRY:
                score += most * min(1.0, value)
                reasons.append((1.0, f"the article names {name} or places in it"))
        near, town = self._company(key, place)
        score += 2.0 * near
        if town is not None and near > NEAR_ENOUGH:
            reasons.append((near, f"near {town.name}"))
        return score, max(reasons)[1]

    def support_unlisted(self, key: str, best: Place) -> float:
        """How much the other names would speak for a place that no gazetteer has: it lies where they do.

        However little they say: what is unknown is believed sooner than a namesake elsewhere. Where the best
        of the name lies in the same country, they say no more for the one than for the other.
        """
        own = self.parts[key]
        told = {code: value - own[code] for code, value in self.countries.items()}
        top = max(told, key=lambda code: told[code], default="")
        if not top or told[top] <= LEAST:
            return 0.0
        evidence = self._total(key) if top == best.country else math.inf
        return _country_support(told[top] / (1e-6 + self._total(key)), evidence)

    def _total(self, key: str) -> float:
        return max(0.0, self.total - self.given[key])

    def _company(self, key: str, place: Place) -> tuple[float, Place | None]:
        """How near the nearest other town is, from 0 to 1, and which."""
        if place.kind in _DIVISIONS:
            return 0.0, None
        best: tuple[float, Place | None] = (0.0, None)
        for other_key, other, weight in self.towns:
            if abs(place.lat - other.lat) < FAR_DEGREES and other_key != key and other.id != place.id:
                value = weight * math.exp(-distance_km(place, other) / NEAR_KM)
                if value > best[0]:
                    best = (value, other)
        return best


def _country_support(share: float, evidence: float = math.inf) -> float:
    """What it counts for a place that so much of the article's evidence of countries is of its own.

    Two far towns named in passing say little of a third; a land named again and again says all it can.
    """
    return (0.8 + 2.2 * share) / (1 + FAINT / evidence)


def _codes(facts: Facts) -> list[tuple[str, bool]]:
    """Codes of the country and divisions of a place, each with whether a smaller one follows."""
    codes = [code for code in (facts.country, facts.admin1_code, facts.admin2_code) if code]
    return [(code, i + 1 < len(codes)) for i, code in enumerate(codes)]


def distance_km(a: Place, b: Place) -> float:
    """Great-circle distance: good enough to tell which namesake is near."""
    lat1, lat2 = math.radians(a.lat), math.radians(b.lat)
    half = math.sin((lat2 - lat1) / 2) ** 2
    half += math.cos(lat1) * math.cos(lat2) * math.sin(math.radians(b.lon - a.lon) / 2) ** 2
    return 2 * _EARTH_RADIUS_KM * math.asin(min(1.0, math.sqrt(half)))

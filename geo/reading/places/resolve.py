"""Which place each name is.

By the larger place written beside it, the article's own states and countries, the company names keep, size.
Every choice keeps the other places of that name, and says in ``basis`` why it was made.
"""

from __future__ import annotations

import math
import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from geo.atlas.folding import fold
from geo.model import Mention, Place, PlaceKind, Role
from geo.reading.places.evidence import AIRPORT
from geo.reading.places.hosts import Hosts
from geo.reading.places.lookup import Lookup
from geo.reading.places.sightings import Sighting
from geo.reading.places.surroundings import Surroundings, distance_km
from geo.reading.places.words import URBAN_HEADS

MAX_ALTERNATIVES = 5
MAX_CANDIDATES = 120
ROUNDS = 2
CALIBRATION = 0.75
"""Power of a share that says how often such a choice is right.

Half of a gold set gives 0.6, but rules were written looking at that half, which flatters them; 1 would be
the share itself. This lies between.
"""
PLACES = frozenset({"GPE", "LOC", "FAC"})
"""spaCy's labels of places."""
BESIDE = 6.0
"""Log odds that "Paris, Texas" gives the Paris that lies in Texas."""
HOLDS = 5.0
"""Log odds that it gives the Texas in which there is a Paris."""
DIVISION = 3.0
"""Log odds that "Jilin province" is the province and not the city."""
FLOWN = 4.0
"""Log odds that a name which is told of together with flights is that of an airport, if one is called so."""
RATHER_URBAN = -2.5
"""Log odds of a town for a name that is a street's or a building's by its words ("Washington Square")."""
CALLED_SO = 0.2
"""Prior share of an airport from which people call it by that name."""
TOGETHER_KM = 25.0
"""Places of one name as near as this are one spot to a reader: an island, its province and its town."""
AMISS = -3.0
"""Log odds of every place of a name that is written beside a land in which none of them lies."""
UNLISTED_THERE = {PlaceKind.COUNTRY: 0.0, PlaceKind.AREA: 0.3, PlaceKind.REGION: 0.6}
"""What the article's own country counts for a place that no gazetteer has, by what the best that it has is.

Hardly any other place is called like a country, many are called like a town.
"""
UNLISTED_TOWN_THERE = 1.1
DOUBTFUL = 0.15
"""A place with a smaller share than this is none: of those, nine in ten were wrong on half of a gold set."""
_FLIGHT = re.compile(
    r"\b(?:flights?|fl(?:y|ew|own|ying)|(?:air)?planes?|aircraft|airlines?|airports?|jets?|runways?|terminal|"
    r"land(?:ed|ing)|t(?:ake|ook|aking) off)\b",
    re.IGNORECASE,
)
NEAR_CHARACTERS = 100
"""As far from a name a word for flying may stand."""
_DIVISIONS = (PlaceKind.COUNTRY, PlaceKind.REGION)
_BETWEEN = 8
"""Characters between a name and the one that holds it."""
_AND = 8
"""Characters between the last two names of a list."""


@dataclass
class _Choice:
    """A name's candidates with their shares, best first, and the reason for the best."""

    candidates: tuple[Place, ...]
    shares: list[float] = field(default_factory=list)
    reason: str = ""

    @property
    def best(self) -> Place:
        return self.candidates[0]

    def share_here(self) -> float:
        """The share of the best with those of its name at the same spot."""
        here = zip(self.candidates[: 1 + MAX_ALTERNATIVES], self.shares, strict=False)
        return min(1.0, sum(share for place, share in here if distance_km(place, self.best) <= TOGETHER_KM))


def resolve(sightings: Sequence[Sighting], lookup: Lookup) -> tuple[tuple[Mention, ...], tuple[Place, ...]]:
    """Mentions with their places, and the places in the order of their first mention."""
    resolver = _Resolver(sightings, lookup)
    hosts = Hosts(sightings, resolver.place, resolver.named(), lookup)
    places: dict[str, Place] = {}
    mentions = []
    for i, sighting in enumerate(sightings):
        place = resolver.place(i) or hosts.place(i)
        if place is None and resolver.is_doubted(i):
            continue
        if place is not None:
            known = places.get(place.id)
            if known is None or known.confidence < place.confidence:
                places[place.id] = place
        span = sighting.paragraph.span_at(sighting.start, sighting.end)
        mentions.append(Mention(span=span, place=place.id if place else None, role=sighting.role))
    return tuple(mentions), tuple(places.values())


class _Resolver:
    def __init__(self, sightings: Sequence[Sighting], lookup: Lookup) -> None:
        self._sightings = sightings
        self._lookup = lookup
        self._holders = _holders(sightings)
        self._owners = _owners(sightings)
        self._holders -= {i for i in self._holders if self._is_list(i)}
        self._keys = [self._key(i) for i in range(len(sightings))]
        self._counts: defaultdict[str, float] = defaultdict(float)
        for key, sighting in zip(self._keys, sightings, strict=True):
            self._counts[key] += 0.5 if sighting.role is Role.NAME else 1.0
        self._urban = {key for key in self._keys if " " in key and key.split()[-1] in URBAN_HEADS}
        self._flown = {key for key, one in zip(self._keys, sightings, strict=True) if _is_flown(one)}
        self._choices: dict[str, _Choice] = {}
        self._look_up()
        for _ in range(ROUNDS):
            self._weigh()

    def named(self) -> dict[str, Place]:
        """The places chosen, by folded name."""
        return {
            fold(key): replace(choice.best, confidence=choice.shares[0])
            for key, choice in self._choices.items()
            if "|" not in key
        }

    def place(self, i: int) -> Place | None:
        """The place chosen for a sighting; ``None`` where none is likely enough."""
        choice = self._choices.get(self._keys[i])
        if choice is None:
            return None
        basis = f"{choice.best.basis}; {choice.reason}" if choice.reason else choice.best.basis
        share = choice.share_here()
        if share < DOUBTFUL:
            return None
        confidence = share**CALIBRATION
        left = (1 - confidence) / max(1e-9, 1 - share)
        rest = zip(choice.candidates[1 : 1 + MAX_ALTERNATIVES], choice.shares[1:], strict=False)
        return replace(
            choice.best,
            confidence=round(confidence, 3),
            basis=basis,
            alternatives=tuple(replace(other, confidence=round(left * part, 3)) for other, part in rest),
        )

    def is_doubted(self, i: int) -> bool:
        """Whether a name was taken for a place only because a gazetteer has one, and that one is unlikely."""
        sighting = self._sightings[i]
        return self._keys[i] in self._choices and not sighting.site and sighting.root.ent_type_ not in PLACES

    def _key(self, i: int) -> str:
        """A name that holds another ("Texas" in "Paris, Texas") is apart from the same word alone."""
        sighting = self._sightings[i]
        if sighting.role is Role.DEMONYM:
            return f"{sighting.key}|people"
        if sighting.called_division:
            return f"{sighting.key}|division"
        return f"{sighting.key}|holder" if i - 1 in self._holders else sighting.key

    def _is_list(self, i: int) -> bool:
        """Whether "X, Y and Z" lists three towns: Y and Z are towns too, and the X most meant is not in Y."""
        if i + 2 >= len(self._sightings) or i + 2 in self._holders or not _is_joined(self._sightings, i + 1):
            return False
        first, *others = (self._lookup.candidates(s.text) for s in self._sightings[i : i + 3])
        towns = all(PlaceKind.CITY in {place.kind for place in found[:2]} for found in others)
        return towns and not list(self._held(first[:1], others[0]))

    def _look_up(self) -> None:
        for i, (key, sighting) in enumerate(zip(self._keys, self._sightings, strict=True)):
            if key in self._choices:
                continue
            if sighting.role is Role.DEMONYM:
                place = self._lookup.demonym(sighting.text)
                found: tuple[Place, ...] = (place,) if place else ()
            else:
                found = self._lookup.candidates(sighting.full, codes=i - 1 in self._holders)
                if not found and sighting.shared and not sighting.site:
                    found = self._lookup.candidates(sighting.text)
            if found:
                self._choices[key] = _Choice(
                    found[:MAX_CANDIDATES], [c.confidence for c in found[:MAX_CANDIDATES]]
                )

    def _weigh(self) -> None:
        """Weigh every name's candidates anew, in the light of what the other names stand for now."""
        around = Surroundings(self._lookup)
        ordered = sorted(
            self._choices.items(), key=lambda item: (-item[1].shares[0] * self._counts[item[0]], item[0])
        )
        for key, choice in ordered:
            around.add(key, choice.best, choice.shares[0] * math.sqrt(self._counts[key]))
        beside = self._beside()
        fresh = {key: self._weighed(key, choice, around, beside) for key, choice in self._choices.items()}
        self._choices = fresh

    def _weighed(
        self, key: str, choice: _Choice, around: Surroundings, beside: dict[str, dict[str, tuple[float, str]]]
    ) -> _Choice:
        prior = {place.id: place.confidence for place in choice.candidates}
        unlisted = max(0.003, 1.0 - sum(prior.values()))
        scored = []
        for place in choice.candidates:
            support, reason = around.support(key, place)
            bonus, why = beside.get(key, {}).get(place.id, (0.0, ""))
            if key.endswith("|division") and place.kind is PlaceKind.REGION:
                bonus, why = bonus + DIVISION, why or "a division, as the text says"
            if key in self._urban and place.kind is PlaceKind.CITY:
                bonus += RATHER_URBAN
            if key in self._flown and prior[place.id] >= CALLED_SO and self._is_airport(place):
                bonus, why = bonus + FLOWN, why or "an airport, where the text tells of flights"
            scored.append((math.log(max(prior[place.id], 1e-6)) + support + bonus, why or reason, place))
        scored.sort(key=lambda item: (-item[0], item[2].id))
        top = scored[0][0]
        there = UNLISTED_THERE.get(scored[0][2].kind, UNLISTED_TOWN_THERE) * around.support_unlisted(key)
        rest = math.exp(math.log(unlisted) + there - top)
        total = sum(math.exp(score - top) for score, _, _ in scored) + rest
        reason = scored[0][1] or (
            "the largest of that name" if len(scored) > 1 else "the only place of that name"
        )
        return _Choice(
            tuple(place for _, _, place in scored),
            [math.exp(score - top) / total for score, _, _ in scored],
            reason,
        )

    def _is_airport(self, place: Place) -> bool:
        facts = self._lookup.facts(place) if place.kind is PlaceKind.FACILITY else None
        return facts is not None and facts.feature == AIRPORT

    def _beside(self) -> dict[str, dict[str, tuple[float, str]]]:
        """What "X, Y" and "Y's X" give to the candidates of both names, by key and place id."""
        given: dict[str, dict[str, tuple[float, str]]] = defaultdict(dict)
        pairs = [(i, i + 1) for i in self._holders] + [(i + 1, i) for i in self._owners]
        for inside, outside in pairs:
            inner, outer = self._choices.get(self._keys[inside]), self._choices.get(self._keys[outside])
            if inner is None or outer is None:
                continue
            held = list(self._held(inner.candidates, outer.candidates))
            if not held and inner.best.kind not in _DIVISIONS:
                for place in (one for one in inner.candidates if one.kind is not PlaceKind.AREA):
                    if outer.best.kind in _DIVISIONS or place.country != outer.best.country:
                        given[self._keys[inside]][place.id] = (AMISS, f"though not in {outer.best.name}")
            for place, holder in held:
                given[self._keys[inside]][place.id] = (BESIDE, f"written beside {holder.name}")
                given[self._keys[outside]][holder.id] = (HOLDS, f"{place.name} lies there")
        return given

    def _held(self, inner: Iterable[Place], outer: Sequence[Place]) -> Iterable[tuple[Place, Place]]:
        holders: dict[str, Place] = {}
        for holder in outer:
            facts = self._lookup.facts(holder) if holder.kind in _DIVISIONS else None
            if facts is not None:
                code = (
                    facts.admin2_code or facts.admin1_code
                    if holder.kind is PlaceKind.REGION
                    else facts.country
                )
                if code:
                    holders.setdefault(code, holder)
        for place in inner:
            facts = self._lookup.facts(place)
            codes = (facts.admin2_code, facts.admin1_code, facts.country) if facts else (place.country,)
            for code in codes:
                if code in holders and holders[code].id != place.id:
                    yield place, holders[code]
                    break


def _is_flown(sighting: Sighting) -> bool:
    """Whether flights are told of near a name."""
    start = max(0, sighting.start - NEAR_CHARACTERS)
    return _FLIGHT.search(sighting.paragraph.text, start, sighting.end + NEAR_CHARACTERS) is not None


def _is_joined(sightings: Sequence[Sighting], i: int) -> bool:
    """Whether "and" stands between a name and the next one."""
    one, two = sightings[i], sightings[i + 1]
    if one.paragraph is not two.paragraph or two.start - one.end > _AND:
        return False
    return one.paragraph.text[one.end : two.start].strip(" ,") in {"and", "or"}


def _holders(sightings: Sequence[Sighting]) -> set[int]:
    """Indices of the names that the next name follows after a comma or "in" ("Douma in Syria")."""
    return _parted(sightings, frozenset({",", "(", ", in", "in"}))


def _owners(sightings: Sequence[Sighting]) -> set[int]:
    """Indices of the names whose possessive stands before the next name ("Nairobi's Eastleigh")."""
    return _parted(sightings, frozenset({"'s", "’s"}))


def _parted(sightings: Sequence[Sighting], words: frozenset[str]) -> set[int]:
    """Indices of the names with nothing but one of these words before the next name."""
    found = set()
    for i, (one, two) in enumerate(pairwise(sightings)):
        if one.paragraph is two.paragraph and Role.DEMONYM not in (one.role, two.role):
            between = one.paragraph.text[one.end : two.start]
            if len(between) <= _BETWEEN and between.strip() in words:
                found.add(i)
    return found

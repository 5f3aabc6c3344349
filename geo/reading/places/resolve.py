"""Which place each name is.

By the larger place written beside it, the article's own states and countries, the company names keep, size.
Every choice keeps the other places of that name, and says in ``basis`` why it was made.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from geo.atlas.folding import fold
from geo.model import Mention, Place, PlaceKind, Role
from geo.reading.places.evidence import AIRPORT, is_code
from geo.reading.places.flights import is_flown
from geo.reading.places.heads import URBAN_HEADS
from geo.reading.places.hosts import Hosts
from geo.reading.places.lookup import Lookup
from geo.reading.places.neighbours import Given, Neighbours
from geo.reading.places.sightings import Sighting
from geo.reading.places.surroundings import Surroundings, distance_km

MAX_ALTERNATIVES = 5
MAX_CANDIDATES = 120
ROUNDS = 2
BELIEVED = 3
"""As many candidates of a name keep company with the others, each by its share."""
CALIBRATION = 0.75
"""Power of a share that says how often such a choice is right.

Half of a gold set gives 0.6, but rules were written looking at that half, which flatters them; 1 would be
the share itself. This lies between.
"""
PLACES = frozenset({"GPE", "LOC", "FAC"})
"""spaCy's labels of places."""
DIVISION = 3.0
"""Log odds that "Jilin province" is the province and not the city."""
FLOWN = 4.0
"""Log odds that a name which is told of together with flights is that of an airport, if one is called so."""
RATHER_URBAN = -2.5
"""Log odds of a town for a name that is a street's or a building's by its words ("Washington Square")."""
UNFLOWN = -2.5
"""Log odds of an airport that is rarely called by that name, where nobody flies."""
HALF = 0.5
FLOWING = 6.0
"""Log odds that "the Missouri" is the river."""
RIVER = "STM"
"""GeoNames' code for it."""
CALLED_SO = 0.2
"""Prior share of an airport from which people call it by that name."""
TOGETHER_KM = 25.0
"""Places of one name as near as this are one spot to a reader: an island, its province and its town."""
UNLISTED_THERE = {PlaceKind.COUNTRY: 0.0, PlaceKind.AREA: 0.3, PlaceKind.REGION: 0.6}
"""What the article's own country counts for a place that no gazetteer has, by what the best that it has is.

Hardly any other place is called like a country, many are called like a town.
"""
UNLISTED_TOWN_THERE = 1.1
DOUBTFUL = 0.15
"""A place with a smaller share than this is none: of those, nine in ten were wrong on half of a gold set."""
LATER = 0.3
"""Part of it that counts for the same name alone, where that stands before the one with a place beside it."""
_IN = "|in "


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
        self._neighbours = Neighbours(sightings, lookup)
        self._keys = [self._key(i) for i in range(len(sightings))]
        self._groups = self._grouped()
        self._counts: defaultdict[str, float] = defaultdict(float)
        for key, sighting in zip(self._keys, sightings, strict=True):
            self._counts[key] += 0.5 if sighting.role is Role.NAME else 1.0
        self._urban = {key for key in self._keys if " " in key and key.split()[-1] in URBAN_HEADS}
        self._flown = {key for key, one in zip(self._keys, sightings, strict=True) if _is_flown(one)}
        self._choices: dict[str, _Choice] = {}
        self._look_up()
        for _ in range(ROUNDS):
            self._weigh()
        self._placed = {key: _placed(choice) for key, choice in self._choices.items()}

    def named(self) -> dict[str, Place]:
        """The places chosen, by folded name."""
        bare_last = sorted(self._choices.items(), key=lambda item: _IN not in item[0])
        return {
            _name(key): replace(choice.best, confidence=choice.shares[0])
            for key, choice in bare_last
            if "|" not in key.replace(_IN, "")
        }

    def place(self, i: int) -> Place | None:
        """The place chosen for a sighting; ``None`` where none is likely enough."""
        return self._placed.get(self._keys[i])

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
        if sighting.article and self._is_river(sighting.full):
            return f"{sighting.key}|river"
        if self._neighbours.is_holder(i):
            return f"{sighting.key}|holder"
        holder = self._neighbours.holder(i)
        return f"{sighting.key}{_IN}{holder}" if holder else sighting.key

    def _is_river(self, name: str) -> bool:
        """Whether a river is called so, and no country: "the Congo" may be either."""
        found = self._lookup.candidates(name)[:MAX_ALTERNATIVES]
        is_land = any(place.kind is PlaceKind.COUNTRY for place in found[:1])
        return not is_land and any(self._feature(place) == RIVER for place in found)

    def _grouped(self) -> dict[str, str]:
        """The names whose own evidence counts for nothing when they are weighed, by a word for each group.

        A name said alone and later beside a larger place ("Alexandria, Virginia") is apart from both.
        """
        groups = {key: _name(key) for key in self._keys}
        told: set[str] = set()
        for i, key in enumerate(self._keys):
            if _IN in key and groups[key] in told:
                groups[self._keys[i + 1]] = groups[key]
            told.add(groups[key])
        return groups

    def _look_up(self) -> None:
        for i, (key, sighting) in enumerate(zip(self._keys, self._sightings, strict=True)):
            if key in self._choices:
                continue
            if sighting.role is Role.DEMONYM:
                place = self._lookup.demonym(sighting.text)
                found: tuple[Place, ...] = (place,) if place else ()
            else:
                found = self._lookup.candidates(sighting.called, codes=self._neighbours.is_holder(i))
                if not found and key in self._flown and is_code(sighting.text):
                    found = self._lookup.candidates(sighting.text, codes=True)
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
            for place, share in zip(choice.candidates[:BELIEVED], choice.shares, strict=False):
                around.add(self._groups[key], place, share * math.sqrt(self._counts[key]))
        beside = self._neighbours.given(
            self._keys, {key: choice.candidates for key, choice in self._choices.items()}
        )
        self._tell_bare(beside)
        fresh = {key: self._weighed(key, choice, around, beside) for key, choice in self._choices.items()}
        self._choices = fresh

    def _tell_bare(self, beside: Given) -> None:
        """Let a name that stands alone mean what it meant before with the larger place beside it.

        Who says "Alexandria, Virginia" only after "Alexandria" means another one: it says much less then.
        """
        told: set[str] = set()
        for key in dict.fromkeys(self._keys):
            name, held, _ = key.partition(_IN)
            if not held:
                told.add(name)
                continue
            weight = LATER if name in told else 1.0
            told.add(name)
            for place_id, (odds, reason) in beside.get(key, {}).items():
                if place_id not in beside[name]:
                    beside[name][place_id] = (weight * odds, reason)

    def _weighed(self, key: str, choice: _Choice, around: Surroundings, beside: Given) -> _Choice:
        prior = {place.id: place.confidence for place in choice.candidates}
        unlisted = max(0.003, 1.0 - sum(prior.values()))
        scored = []
        for place in choice.candidates:
            support, reason = around.support(self._groups[key], place)
            bonus, why = beside.get(key, {}).get(place.id, (0.0, ""))
            added, told = self._by_sort(key, place, prior[place.id])
            bonus, why = bonus + added, why or told
            scored.append((math.log(max(prior[place.id], 1e-6)) + support + bonus, why or reason, place))
        scored.sort(key=lambda item: (-item[0], item[2].id))
        top = scored[0][0]
        best = scored[0][2]
        there = around.support_unlisted(self._groups[key], best)
        there *= UNLISTED_THERE.get(best.kind, UNLISTED_TOWN_THERE)
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

    def _by_sort(self, key: str, place: Place, prior: float) -> tuple[float, str]:
        """What the words of and around a name say of the sort of place that it is."""
        if key.endswith("|division") and place.kind is PlaceKind.REGION:
            return DIVISION, "a division, as the text says"
        feature = self._feature(place)
        if key.endswith("|river") and feature == RIVER:
            return FLOWING, "a river, as the text has it"
        if key in self._urban and place.kind is PlaceKind.CITY:
            return RATHER_URBAN, ""
        if feature == AIRPORT and key in self._flown and prior >= CALLED_SO:
            return FLOWN, "an airport, where the text tells of flights"
        return (UNFLOWN if feature == AIRPORT and key not in self._flown and prior < HALF else 0.0), ""

    def _feature(self, place: Place) -> str | None:
        facts = self._lookup.facts(place) if place.kind in (PlaceKind.FACILITY, PlaceKind.AREA) else None
        return facts.feature if facts is not None else None


def _placed(choice: _Choice) -> Place | None:
    """The best of a name's candidates with its confidence and the others; ``None`` if it is too unlikely."""
    share = choice.share_here()
    if share < DOUBTFUL:
        return None
    confidence = share**CALIBRATION
    left = (1 - confidence) / max(1e-9, 1 - share)
    rest = zip(choice.candidates[1 : 1 + MAX_ALTERNATIVES], choice.shares[1:], strict=False)
    return replace(
        choice.best,
        confidence=round(confidence, 3),
        basis=f"{choice.best.basis}; {choice.reason}" if choice.reason else choice.best.basis,
        alternatives=tuple(replace(other, confidence=round(left * part, 3)) for other, part in rest),
    )


def _name(key: str) -> str:
    """The name by itself, however it is spelled."""
    name = key.partition(_IN)[0]
    return fold(name) or name


def _is_flown(one: Sighting) -> bool:
    return is_flown(one.paragraph.text, one.start, one.end)

"""Distances, bearings, speeds, units, and what they say of a reported distance. Know no network, no text."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from types import MappingProxyType

from geographiclib.geodesic import Geodesic

from geo.model import Interval, Mode, Position, Verdict

KM_PER_UNIT = MappingProxyType(
    {
        "kilometre": 1.0,
        "metre": 0.001,
        "mile": 1.609344,
        "statute mile": 1.609344,
        "nautical mile": 1.852,
        "yard": 0.0009144,
        "foot": 0.0003048,
    }
)
"""Exact by the international yard and pound agreement (1959) and the international nautical mile (1929)."""

UNIT_WORDS = MappingProxyType(
    {
        "km": "kilometre", "kms": "kilometre", "kilometer": "kilometre", "kilometers": "kilometre",
        "kilometre": "kilometre", "kilometres": "kilometre", "klick": "kilometre", "klicks": "kilometre",
        "m": "metre", "meter": "metre", "meters": "metre", "metre": "metre", "metres": "metre",
        "mi": "mile", "mile": "mile", "miles": "mile",
        "statute mile": "statute mile", "statute miles": "statute mile",
        "nm": "nautical mile", "nmi": "nautical mile", "nautical mile": "nautical mile",
        "nautical miles": "nautical mile", "sea mile": "nautical mile", "sea miles": "nautical mile",
        "yd": "yard", "yds": "yard", "yard": "yard", "yards": "yard",
        "ft": "foot", "foot": "foot", "feet": "foot",
    }
)  # fmt: skip
"""Written forms, folded to lower case, and the unit each stands for. A bare mile is a statute mile.

Versts, leagues and li are left as reported: their length changed with place and time.
"""

COMPASS_WORDS = (
    "north", "north-northeast", "northeast", "east-northeast",
    "east", "east-southeast", "southeast", "south-southeast",
    "south", "south-southwest", "southwest", "west-southwest",
    "west", "west-northwest", "northwest", "north-northwest",
)  # fmt: skip
"""Clockwise from north, 22.5 degrees apart."""

ROUNDING = 0.025
"""How far a number printed without "about" may be from the truth, when its own digits are not known."""
ROUNDING_LIMITS = (0.015, 0.05)
"""The least and the most that the digits of a reported number may allow: "1,000" is not 1 +- 0.5 thousand."""
ROUNDING_APPROXIMATE = 0.08
"""The same for "about", "some", "nearly"."""
NETWORK_ERROR = 0.03
"""How far a measured route may be from the kilometre posts: the tolerance that the networks are tested to."""
VAGUE_SHARE = 0.25
"""Ends that are together vaguer than this share of the distance cannot check it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StraightLine:
    """The geodesic between two places, right to within ``error_km``; no bearing if the ends coincide."""

    km: float
    error_km: float
    bearing: float | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """A verdict, and for ``Verdict.ROUTE`` the network whose kilometres the reported ones match."""

    verdict: Verdict
    network: Mode | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SpeedRange:
    """Speeds that the dates allow, in km/h; ``fastest`` is ``None`` where they allow any."""

    slowest: float
    fastest: float | None


def geodesic_km(a: Position, b: Position) -> float:
    """Length of the shortest line on the WGS 84 ellipsoid, in kilometres."""
    line = Geodesic.WGS84.Inverse(a.lat, a.lon, b.lat, b.lon, Geodesic.DISTANCE)
    return float(line["s12"]) / 1000


def bearing(a: Position, b: Position) -> float | None:
    """Direction in which the geodesic leaves ``a``, clockwise from north, ``None`` if it has no length."""
    line = Geodesic.WGS84.Inverse(a.lat, a.lon, b.lat, b.lon, Geodesic.DISTANCE | Geodesic.AZIMUTH)
    return float(line["azi1"]) % 360 if line["s12"] > 0 else None


def straight_line(a: Position, b: Position, *, radius_a_km: float, radius_b_km: float) -> StraightLine:
    """The geodesic between two places that are known to within their radii."""
    return StraightLine(km=geodesic_km(a, b), error_km=radius_a_km + radius_b_km, bearing=bearing(a, b))


def compass_word(degrees: float, *, points: int = 8) -> str:
    """The nearest of 4, 8 or 16 compass points: ``compass_word(40)`` is ``"northeast"``."""
    step = 360 / points
    return COMPASS_WORDS[int((degrees % 360) / step + 0.5) % points * (16 // points)]


def bearing_of_word(word: str) -> float | None:
    """Degrees of a compass word however spelt ("North East", "north-eastern"), ``None`` if it is none."""
    folded = "".join(character for character in word.lower() if character.isalpha())
    folded = folded.removesuffix("wards").removesuffix("ward").removesuffix("ern")
    return next(
        (index * 22.5 for index, known in enumerate(COMPASS_WORDS) if known.replace("-", "") == folded), None
    )


def direction_agrees(word: str, degrees: float, *, within: float = 45.0) -> bool | None:
    """Whether a compass word fits a measured bearing to ``within`` degrees; ``None``: it is no such word."""
    reported = bearing_of_word(word)
    return None if reported is None else abs((degrees - reported + 180) % 360 - 180) <= within


def implied_speed(km: float, depart: Interval, arrive: Interval) -> SpeedRange | None:
    """Speeds that two reported times allow over ``km``.

    Times are local to their places; none has a zone, so a journey across zones is off by their difference.
    ``None`` where a bound is missing or the arrival cannot follow the departure.
    """
    if depart.earliest is None or arrive.latest is None:
        return None
    longest = (_moment(arrive.latest, at_end=True) - _moment(depart.earliest)) / timedelta(hours=1)
    if longest <= 0:
        return None
    shortest = 0.0
    if depart.latest is not None and arrive.earliest is not None:
        shortest = (_moment(arrive.earliest) - _moment(depart.latest, at_end=True)) / timedelta(hours=1)
    return SpeedRange(slowest=km / longest, fastest=km / shortest if shortest > 0 else None)


def verdict(
    reported_km: float,
    approximate: bool,
    straight_km: float | None,
    straight_km_error: float | None,
    routes_km: Iterable[tuple[Mode, float]] = (),
    *,
    value: float | None = None,
) -> Verdict:
    """What a reported distance is; see ``judge``."""
    return judge(
        reported_km,
        approximate=approximate,
        straight_km=straight_km,
        straight_km_error=straight_km_error,
        routes_km=routes_km,
        value=value,
    ).verdict


def judge(
    reported_km: float,
    *,
    approximate: bool,
    straight_km: float | None,
    straight_km_error: float | None,
    routes_km: Iterable[tuple[Mode, float]] = (),
    value: float | None = None,
) -> Judgement:
    """What a reported distance is, held against the geodesic and the networks.

    Of the measures that agree within rounding the nearest is taken. A distance longer than the straight line
    that no network gives is unusual: no known way is that long.

    Args:
        reported_km: The reported distance.
        approximate: Whether the report says "about", "some", "nearly".
        straight_km: The geodesic, ``None`` where an end is missing.
        straight_km_error: How far both places' radii let the geodesic be off.
        routes_km: Length of the route on each network.
        value: The number as printed, in its own unit; its digits tell how far it was rounded.
    """
    if straight_km is None or straight_km_error is None:
        return Judgement(verdict=Verdict.NOT_CHECKABLE)
    if straight_km_error > VAGUE_SHARE * max(reported_km, straight_km):
        return Judgement(verdict=Verdict.NOT_CHECKABLE)
    allowed = reported_km * _rounding(value, approximate=approximate) + straight_km_error
    matches = [(abs(reported_km - straight_km), 0, Judgement(verdict=Verdict.STRAIGHT_LINE))]
    matches = [match for match in matches if match[0] <= allowed]
    for rank, (mode, km) in enumerate(routes_km, start=1):
        if abs(reported_km - km) <= allowed + NETWORK_ERROR * km:
            matches.append((abs(reported_km - km), rank, Judgement(verdict=Verdict.ROUTE, network=mode)))
    if matches:
        return min(matches, key=lambda match: match[:2])[2]
    return Judgement(verdict=Verdict.IMPOSSIBLE if reported_km < straight_km else Verdict.UNUSUAL)


def _rounding(value: float | None, *, approximate: bool) -> float:
    """Share by which a printed number may be off: half a unit of its last digit but noughts, in limits."""
    if approximate:
        return ROUNDING_APPROXIMATE
    if value is None or value <= 0:
        return ROUNDING
    digits = f"{value:.6f}".rstrip("0").rstrip(".")
    decimals = len(digits.partition(".")[2])
    noughts = 0 if decimals else len(digits) - len(digits.rstrip("0"))
    least, most = ROUNDING_LIMITS
    return min(max(0.5 * 10.0 ** (noughts - decimals) / value, least), most)


def _moment(text: str, *, at_end: bool = False) -> datetime:
    """A date or date-time; a bare date begins at midnight and, as an end, lasts until the next."""
    moment = datetime.fromisoformat(text)
    if len(text) > len("2023-09-10"):
        return moment.replace(tzinfo=None)
    return datetime.combine(moment.date(), time()) + timedelta(days=int(at_end))

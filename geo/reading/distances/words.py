"""The words around a reported length, as data: what makes it a distance between places, and what does not."""

from __future__ import annotations

from geo.reading.sentences.vehicles import VEHICLES


def _words(line: str) -> tuple[str, ...]:
    return tuple(line.split())


APPROXIMATORS = (
    "about", "around", "roughly", "approximately", "approx.", "approx", "some", "nearly", "almost",
    "close to",
    "more than", "less than", "fewer than", "no more than", "no less than", "not more than", "over", "under",

    "at least", "at most", "up to", "as much as", "as far as", "as little as", "within", "an estimated",
    "estimated", "circa", "well over", "upwards of", "in excess of", "barely", "not even", "to within",
)  # fmt: skip
"""These belong to the words of a distance; "just", "only" and "a mere" do not."""
LIMITS_OF_A_CIRCLE = frozenset({"within", "to within", "less than"})
"""After these, "N miles of X" is a distance from X, not a length of X."""

JOURNEY_NOUNS = frozenset(
    _words(
        """
    journey trip drive flight voyage trek walk hike ride march route crossing odyssey pilgrimage expedition
    road highway railway railroad stage leg
    commute distance detour
    """
    )
)
"""A length of these lies between places even where the text does not name them."""
WAY_NOUNS = frozenset(
    _words(
        """
    line swim run tour haul passage sail cruise trail track stretch way
    motorcade trajectory race relay caravan procession slog marathon hop jaunt dash chase pursuit retreat loop
    paddle tow exodus
    """
    )
)
"""A length of these lies between places only if one of them is named."""
TRAVEL_VERBS = frozenset(
    _words(
        """
    travel walk drive fly sail trek cycle ride march run swim drift cover cross row hike journey go come move
    paddle bike bicycle hitchhike crawl steam cruise commute head truck ferry transport carry tow take bus
    stretch extend separate lie divide
    """
    )
)
PLACING_VERBS = frozenset(
    _words("be lie sit stand locate situate base live remain stay station perch nestle")
)
"""Their subject is what is so far away."""
PASSERS_BY = frozenset(VEHICLES) | frozenset(
    _words("storm hurricane typhoon cyclone quake earthquake tremor blast explosion shot")
)
"""What a sentence with a place may be about, so that "it" in the next one is not that place."""
FALLING_VERBS = frozenset(_words("land fall crash hit strike explode detonate splash impact"))
"""What is flung and does so is where it came down: "a rocket landed three miles from" a town."""
FLUNG_THINGS = frozenset(
    _words("missile rocket projectile warhead bomb shell mortar drone wind plume ash smoke debris noise wave")
)
"""How far these go is their range or their reach."""
DIRECTIONS = (
    "north", "south", "east", "west", "northeast", "northwest", "southeast", "southwest",
    "north-east", "north-west",
    "south-east", "south-west", "north east", "north west", "south east", "south west", "north-northeast",
    "north-northwest", "south-southeast", "south-southwest", "east-northeast",
    "east-southeast", "west-northwest",
    "west-southwest",
)  # fmt: skip
LOCALS = frozenset(
    _words(
        """
    resident people villager local patient pupil student child family worker farmer commuter woman mother
    parent inhabitant islander townsfolk shopper driver fisherman
    """
    )
)
"""Those of a place: where they must travel, they start there."""
WEAK_UNITS = frozenset(_words("m ft foot feet yd yds yard yards metre metres meter meters nm"))
"""Mostly heights or other words: a distance only where "from", "away" or a direction follows."""

NOUN_KINDS: dict[str, frozenset[str]] = {
    **dict.fromkeys(
        _words(
            "city town village hamlet capital suburb municipality settlement community metropolis port resort"
        ),
        frozenset({"city"}),
    ),
    **dict.fromkeys(
        _words(
            """
    centre center site base airport station spaceport cosmodrome launchpad facility camp plant port pier
    campus museum prison school university hospital factory harbour harbor stadium complex monastery mine
    dam bridge hub middle heart crossing checkpoint colony refinery reactor barracks outpost lighthouse depot
    """
        ),
        frozenset({"facility", "city"}),
    ),
    **dict.fromkeys(
        _words(
            """
    island islands peninsula region province state district area territory lake sea mountain volcano peak
    archipelago atoll glacier valley bay gulf forest desert park reserve sanctuary strait
    """
        ),
        frozenset({"region", "area", "facility"}),
    ),
    **dict.fromkeys(_words("country nation"), frozenset({"country"})),
}
"""What a noun such as "the city" can stand for, by kind of place."""
DEFINITE_WORDS = frozenset({"the", "this", "that"})
"""Before a noun these say that the text has told what it stands for."""

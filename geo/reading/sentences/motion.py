"""The words of travel, as data: verbs and nouns that move someone, and the words that name a way of travel.

Knows words only, no grammar. A frame says which parts of a sentence are the traveller and the places.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from geo.model import Mode
from geo.reading.words import words

TOWARD = words("to into onto toward towards")
WITHIN = words("in at on near outside inside")
FROM = words("from off")
THROUGH = words("via through across past throughout")
AROUND = words("in around round")
FOR = words("for")


class Part(StrEnum):
    """What the direct object of a verb of motion is."""

    NOTHING = "nothing"
    GOAL = "goal"
    SOURCE = "source"
    WAY = "way"
    TRAVELLER = "traveller"
    VEHICLE = "vehicle"


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """How a verb or a noun of motion is built.

    ``goal`` lists the prepositions that lead to the goal, ``direct`` what its object may be. A ``light``
    word has many other senses and counts only with a traveller that can travel. A ``setting_off`` word tells
    the start of the movement: a time beside it is the departure.
    """

    goal: frozenset[str] = TOWARD
    source: frozenset[str] = FROM
    direct: tuple[Part, ...] = ()
    mode: Mode = Mode.UNKNOWN
    light: bool = False
    setting_off: bool = False
    proposes: bool = False


CAUSED = (Part.TRAVELLER,)
ARRIVING = TOWARD | WITHIN
LEAVING = TOWARD | FOR

BEEN = Frame(goal=frozenset({"to"}), source=frozenset(), light=True)
"""Having been to a place."""
TO_BE = Frame(goal=WITHIN, source=frozenset(), light=True)
"""Being in a place on a day to come."""
LINE = Frame(goal=frozenset({"to"}), light=True)
"""Being the craft from one place to another."""
BACK = Frame(light=True)
"""Being back from a place."""
AT_HOME = Frame(goal=WITHIN, source=FROM, light=True)
"""Being back in a place."""
WENDING = Frame(light=True)
"""Making one's way to a place."""
PUT_ABOARD = Frame(direct=CAUSED, light=True, setting_off=True)
"""Being put on a vehicle that goes to a place."""
DUE = Frame(goal=ARRIVING, source=frozenset(), light=True)
"""Being due in or back in a place."""
STAGE = Frame(goal=frozenset(), source=frozenset(), light=True)
"""A stage of a journey that a copula equates with its place."""


def frames(listed: str, frame: Frame) -> dict[str, Frame]:
    """The same frame for each word of a list."""
    return dict.fromkeys(listed.split(), frame)

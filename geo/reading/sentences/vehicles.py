"""By what one travels, as data: vehicles, and the stops that imply one."""

from __future__ import annotations

from geo.model import Mode
from geo.reading.sentences.lexicon import nouns_for
from geo.reading.words import words

VEHICLES: dict[str, Mode] = {
    **dict.fromkeys(nouns_for("vehicle") - words("locomotive train tank vehicle rocket missile"), Mode.ROAD),
    **dict.fromkeys(nouns_for("watercraft"), Mode.SEA),
    **dict.fromkeys(nouns_for("aircraft") - words("drone"), Mode.AIR),
    **dict.fromkeys(
        words("train railway railroad locomotive tram metro subway rail carriage eurostar"),
        Mode.RAIL,
    ),
    **dict.fromkeys(
        words("""
    plane aircraft jet flight airplane aeroplane helicopter airliner airline chopper air balloon airship
    glider bomber seaplane boeing cessna antonov ilyushin tupolev gulfstream learjet jumbo
"""),
        Mode.AIR,
    ),
    **dict.fromkeys(
        words("""
    car bus van truck lorry taxi cab limousine motorcade minibus coach motorcycle motorbike bicycle
    bike ambulance minivan suv jeep tractor road convoy scooter moped motorhome campervan camper pickup
    wagon hearse rickshaw
"""),
        Mode.ROAD,
    ),
    **dict.fromkeys(
        words("""
    ship boat ferry yacht vessel dinghy raft freighter tanker warship trawler canoe sailboat
    speedboat catamaran liner sea frigate destroyer submarine carrier cruiser corvette icebreaker steamer
    barge tug tugboat lifeboat kayak schooner steamship sealer whaler hovercraft hydrofoil trimaran gunboat
"""),
        Mode.SEA,
    ),
    **dict.fromkeys(
        words("foot"),
        Mode.FOOT,
    ),
}
"""Means of travel by lemma."""

STOPS: dict[str, Mode] = {
    "station": Mode.RAIL,
    "platform": Mode.RAIL,
    "airport": Mode.AIR,
    "airfield": Mode.AIR,
    "airbase": Mode.AIR,
    "runway": Mode.AIR,
    "tarmac": Mode.AIR,
}
"""Places that imply a way of travel to whoever arrives at or leaves from them."""

NOT_STOPS = words("""
    police fire gas petrol power polling radio television tv space research weather bus viewing oil
    service filling
""")  # fmt: skip
"""Words before "station" or "platform" that make it another thing."""

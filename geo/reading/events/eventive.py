"""The words of what news reports with a date, as data: nouns and verbs of events, and what holds them.

Knows words only, no grammar.
"""

from __future__ import annotations

from geo.reading.words import words

_NOUNS = {
    "meeting": "meeting summit talk talks negotiation lunch dinner banquet reception",
    "forum": "forum conference congress convention symposium assembly",
    "parade": "parade procession",
    "exhibition": "exhibition exhibit expo fair festival concert premiere",
    "launch": "launch liftoff lift-off",
    "test": "test",
    "attack": "attack bombing shooting airstrike assault raid explosion blast invasion massacre stabbing "
    "ambush killing murder siege",
    "election": "election referendum runoff by-election inauguration vote",
    "exercise": "exercise drill wargame manoeuvre maneuver",
    "agreement": "agreement treaty accord signing ceasefire truce armistice",
    "disaster": "earthquake quake flood flooding hurricane typhoon cyclone tornado eruption landslide "
    "mudslide wildfire crash collision derailment avalanche tsunami blackout",
    "death": "death funeral burial assassination",
    "protest": "protest rally demonstration riot walkout",
    "ceremony": "celebration ceremony anniversary wedding commemoration",
    "trial": "trial hearing sentencing inquest",
    "arrest": "arrest detention",
}
NOUNS: dict[str, str] = {word: kind for kind, listed in _NOUNS.items() for word in listed.split()}
"""Kind of event by noun."""
QUALIFIED: dict[str, frozenset[str]] = {
    "test": words("nuclear missile weapon weapons rocket flight underground engine"),
    "exercise": words("military naval joint live-fire army air war defense defence army-navy trilateral"),
    "drill": words("military naval joint live-fire army air war trilateral evacuation"),
    "fair": words("trade book art world"),
    "launch": words("rocket missile satellite space first test spacecraft"),
    "vote": words("parliamentary confidence no-confidence recall popular"),
    "assembly": words("general un national"),
}
"""Nouns that are an event only with one of these words before them."""

_VERBS = {
    "meeting": "meet confer",
    "launch": "launch fire",
    "test": "test test-fire",
    "attack": "attack bomb shell ambush raid bombard stab shoot invade behead",
    "election": "elect vote",
    "agreement": "sign ratify",
    "sanctions": "impose sanction",
    "death": "die kill assassinate execute murder drown",
    "arrest": "arrest detain",
    "trial": "convict sentence acquit",
    "protest": "protest demonstrate",
    "disaster": "crash derail collide erupt",
    "exercise": "drill",
    "statement": "announce warn declare testify denounce condemn say tell",
}
VERBS: dict[str, str] = {word: kind for kind, listed in _VERBS.items() for word in listed.split()}
"""Kind of event by verb."""
OBJECTS: dict[str, frozenset[str]] = {
    "launch": words("missile rocket satellite spacecraft probe projectile torpedo drone shuttle"),
    "fire": words("missile rocket projectile shell round torpedo"),
    "test": words("missile rocket weapon bomb warhead device icbm engine"),
    "test-fire": words("missile rocket weapon bomb warhead device icbm"),
    "sign": words("agreement treaty deal accord pact memorandum contract ceasefire declaration"),
    "ratify": words("agreement treaty deal accord pact"),
    "impose": words("sanction tariff embargo blockade curfew"),
}
"""What such a verb must be done to, to be an event of its kind."""

HOLDING = words("""
    hold host attend stage have open close join organize organise address watch conduct observe plan schedule
""")
"""Verbs whose object takes place where and when they say."""
HAPPENING = words("""
    take happen occur begin start run open end hold schedule follow continue last hit strike kill mark come
    rock resume
""")
"""Verbs whose subject takes place where and when they say."""
AGAINST = words("on of against in at")
"""What leads to the place of an attack or a disaster."""
WITHIN = words("in at near outside aboard on inside")
"""What leads to the place of any other event."""
NAMED = frozenset({"forum", "exhibition", "exercise", "ceremony", "election"})
"""Kinds that bear names of their own: "the Eastern Economic Forum"."""
BODIES = words("congress convention assembly conference")
"""Nouns that as part of a name are a body or a law more often than an event."""
SAYING = words("announce warn declare testify denounce condemn say tell")
"""Verbs whose own words carry times that are not theirs."""
PLAIN_SAYING = words("say tell")
"""Verbs of saying that make an event only of what someone named says."""
GATHERING = frozenset({"meet", "confer"})
"""Verbs that are told by who came together."""
PEOPLED = frozenset({"meeting"})
"""Kinds that without a place need someone who took part."""
NOT_BEFORE = words("press news heart panic love prize snap sneak future peace-talk")
"""Words that make of what follows another thing: "press conference", "heart attack"."""
DATED = frozenset({"statement"})
"""Kinds that are events only with a date of their own."""
CROWDED = frozenset({"meeting"})
"""Kinds of which the people who take part are proof enough."""

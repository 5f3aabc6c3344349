"""The words of what news reports with a date, as data: nouns and verbs of events, and what holds them.

Knows words only, no grammar.
"""

from __future__ import annotations

from geo.reading.words import words

_NOUNS = {
    "meeting": "meeting summit talk talks negotiation gathering lunch dinner banquet reception",
    "forum": "forum debate conference congress convention symposium assembly",
    "parade": "parade procession",
    "exhibition": "exhibition exhibit expo fair festival concert premiere",
    "games": "games olympics paralympics championship championships tournament marathon",
    "launch": "launch liftoff lift-off",
    "test": "test",
    "attack": "attack bombing shooting airstrike strike assault raid explosion blast invasion massacre "
    "stabbing ambush killing murder siege shelling bombardment "
    "offensive",
    "coup": "coup putsch mutiny",
    "election": "election referendum runoff by-election inauguration vote",
    "exercise": "exercise drill wargame manoeuvre maneuver",
    "agreement": "agreement treaty accord signing ceasefire truce armistice",
    "disaster": "earthquake quake flood flooding hurricane typhoon cyclone tornado eruption landslide "
    "mudslide wildfire crash collision derailment avalanche tsunami blackout shipwreck stampede",
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
    "strike": words("air drone missile rocket artillery bomb"),
    "fair": words("trade book art world"),
    "launch": words("rocket missile satellite space first test spacecraft"),
    "vote": words("parliamentary confidence no-confidence recall popular"),
    "assembly": words("general un national"),
}
"""Nouns that are an event only with one of these words before them."""

_VERBS = {
    "meeting": "meet confer",
    "launch": "launch fire lift blast",
    "test": "test test-fire",
    "attack": "attack bomb shell ambush raid bombard stab shoot invade behead explode detonate strike hit "
    "pound",
    "coup": "seize topple",
    "election": "elect vote go",
    "ceremony": "celebrate unveil inaugurate crown marry wed",
    "agreement": "sign ratify",
    "sanctions": "impose sanction",
    "death": "die kill assassinate execute murder drown",
    "arrest": "arrest detain",
    "trial": "convict sentence acquit",
    "protest": "protest demonstrate clash march",
    "disaster": "crash derail collide erupt capsize sink collapse make",
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
    "celebrate": words("mass anniversary eucharist jubilee"),
    "unveil": words("statue monument memorial plaque"),
    "inaugurate": words("president bridge dam line memorial museum"),
    "make": words("landfall"),
    "seize": words("power"),
    "topple": words("government president regime"),
}
"""What such a verb must be done to, to be an event of its kind."""
DOERS: dict[str, frozenset[str]] = {
    "explode": words("bomb car device grenade shell mine truck gas tanker rocket missile drone"),
    "detonate": words("bomb device car bomber"),
    "strike": words("missile rocket drone airstrike bomb shell jet force troop army military"),
    "hit": words("missile rocket drone airstrike bomb shell jet"),
    "pound": words("missile rocket drone airstrike bomb shell jet force troop army artillery"),
    "clash": words("protester demonstrator fan crowd supporter rioter marcher"),
    "march": words("thousand hundred protester demonstrator worker supporter student activist crowd"),
    "lift": words("rocket spacecraft capsule shuttle"),
    "blast": words("rocket spacecraft capsule shuttle"),
    "erupt": words("volcano crater vent geyser"),
    "crash": words(
        "plane bus car train helicopter truck jet airliner vehicle boat drone minibus van lorry motorcycle "
        "flight aircraft coach glider tram ambulance cargo"
    ),
    "capsize": words("boat ferry ship dinghy vessel canoe trawler raft"),
    "sink": words("boat ferry ship dinghy vessel canoe trawler submarine raft"),
    "collapse": words("building bridge mine dam roof tower block stadium tunnel wall apartment school"),
}
"""Who or what must do such a verb, for it to be an event of its kind."""
ACCUSING = words("accuse guilty charge convict suspect acquit")
"""Words after which a deed is a charge: its day is not that of the trial."""
OBJECTLESS = words("demonstrate march")
"""Verbs that are no event where they are done to something: "demonstrate the safety of beef"."""
WEAPONS = words("missile drone rocket bomb artillery shell airstrike")
"""With these, anybody may strike."""
POLLS = words("poll polls")
"""Where voters go."""

HOLDING = words("""
    hold host attend stage have open close join organize organise address watch conduct observe plan schedule
""")
"""Verbs whose object takes place where and when they say."""
HAPPENING = words("""
    take happen occur begin start run open end hold schedule follow continue last hit strike kill mark come
    rock resume collapse fail conclude close kick oust injure wound shake devastate get
""")
"""Verbs whose subject takes place where and when they say."""
MOVED = words("postpone delay reschedule adjourn move put")
"""Verbs whose subject is put off to the day they tell."""
AGAINST = words("on of against in at near off over outside into")
"""What leads to the place of an attack or a disaster."""
WITHIN = words("in at near outside aboard on inside")
"""What leads to the place of any other event."""
LAUNCHED = words("from at in near off")
"""What leads to the place of a launch."""
STRUCK = frozenset({"attack", "disaster"})
"""Kinds whose verbs strike a place: "shelled Kherson", "an earthquake struck Morocco"."""
HOSTED = frozenset({"election", "parade", "exercise", "forum", "ceremony", "exhibition", "games"})
"""Kinds that a land which holds them holds at home."""
ARRIVING = words("arrive come travel fly go gather assemble return be")
"""Verbs whose place is that of what somebody got there to attend."""
PICTURES = words("photo photograph picture image video footage handout")
"""What shows an event that took place when it was taken."""
LASTING = words("run last continue go")
"""Verbs that with "through" or "until" tell of what is on, and to when it is."""
NAMED = frozenset({"forum", "games", "exhibition", "exercise", "ceremony", "election"})
"""Kinds that bear names of their own: "the Eastern Economic Forum"."""
BODIES = words("congress convention assembly conference")
"""Nouns that as part of a name are a body or a law more often than an event."""
CONVENING = words("open begin close convene start kick end")
"""Verbs by which such a body is an event after all."""
SAYING = words("announce warn declare testify denounce condemn say tell")
"""Verbs whose own words carry times that are not theirs."""
PLAIN_SAYING = words("say tell")
"""Verbs of saying that make an event only of what someone named says."""
GATHERING = frozenset({"meet", "confer"})
"""Verbs that are told by who came together."""
PEOPLED = frozenset({"meeting"})
"""Kinds that without a place need someone who took part."""
NOT_BEFORE = words("press news heart panic love snap sneak future peace-talk")
"""Words that make of what follows another thing: "press conference", "heart attack"."""
DATED = frozenset({"statement"})
"""Kinds that are events only with a date of their own."""
CROWDED = frozenset({"meeting"})
"""Kinds of which the people who take part are proof enough."""

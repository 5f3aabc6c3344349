"""Who can travel, as data: nouns for people, groups, vehicles and cargo, and nouns that only seem to."""

from __future__ import annotations

from geo.reading.sentences.lexicon import nouns_for
from geo.reading.words import words

_NOT_PERSONS = words("""
    barrier carrier frontier supplier career chandelier multiplier amplifier modifier qualifier identifier
    glacier atelier twist checklist playlist shortlist waitlist heist estimate climate ultimate stalemate
    pacemaker placeholder outlier pannier denier veneer human talisman ottoman producer operator provider
    manufacturer retailer lender insurer importer exporter torpedo exile opposition
""")  # fmt: skip
"""What is built or listed as nouns for people are, and mostly is for something else."""
_NOT_CRAFT = words("""
    missile rocket skateboard drone warplane interceptor panzer tank perambulator pram pushchair
    wheelbarrow auto
    bogy dinkey technical nautilus amphibian kamikaze outboard shrimper skyhook clarence stanhope
    phaeton brougham
    compact hardtop knockabout hoy limber convertible trolley transporter launch vehicle used-car
""")  # fmt: skip
"""Vehicles that are cargo, weapons, or mostly something else."""

_NOT_ANIMALS = words("""
    male female human man world homo virus bug drone pest stock kid bacteria bacterium germ microbe
    parasite killer
    worker soldier queen host fighter stray pet runner racer layer carrier
""")
PERSONS = nouns_for("person") - _NOT_PERSONS | words("""
    agent asylum-seeker bellringer chancellor cleaner climber communist counterpart crewmember elderly
    ex-minister ex-prisoner ex-soldier fan founder head individual influencer injured jihadist kayaker
    marine medic midfielder mogul mum old paralympian parliamentarian person prime principal protestor
    publisher queen ranger rebel returnee rockstar royal runaway servicemember shah sherpa shooter
    someone star superstar tenor vice-chancellor vice-president vlogger wounded youtuber
""")  # fmt: skip

GROUPS = words("""
    army band battalion brigade caravan choir civilian clan class column commission committee
    congregation contingent convoy couple crew crowd delegation detachment duo ensemble entourage escort
    expedition family fleet flotilla force gang group household jury mission mob motorcade orchestra
    other pair panel patrol people personnel platoon police posse procession quartet quintet regiment
    remainder rest sextet squad squadron staff team tribe trio troop troupe unit
""")  # fmt: skip

CARGO = words("""
    aid ammunition animal arms artwork ashes body bodies cargo coffin consignment container corpse
    elephant equipment freight goods helicopter horse load medicine munition painting parcel remains
    sample shipment specimen statue supply weapon weaponry whale dog cat bear bird rhino lion tiger
    relic remain wreck hulk food grain rice wheat oil fuel vaccine oxygen medication kit ventilator
    uranium plutonium
    antiquity artefact artifact ivory timber coal ore cement fertilizer fertiliser banknote cattle

""")  # fmt: skip

MAKES = words("airbus boeing cessna antonov ilyushin tupolev gulfstream learjet embraer piper")
"""Makers whose name stands for an aircraft: "a Cessna 208"."""
_LISTED_CRAFT = nouns_for("aircraft") | nouns_for("watercraft") | nouns_for("vehicle")
CRAFT = MAKES | (_LISTED_CRAFT - _NOT_CRAFT) | words("""
    antonov boeing bulker bus campervan caravan carrier cessna chopper clipper coach convoy cutter fleet
    flight flotilla gulfstream hospital-ship hydrofoil ilyushin juggernaut jumbo learjet liner minibus
    motorcade motorhome raft rig schooner sealer smack steamer train tram transport trawler troopship
    tug tupolev van vessel whaler whaleship
""")  # fmt: skip

ANIMALS = nouns_for("animal") - _NOT_ANIMALS | words("""
    albatross alligator animal badger beaver crane cub cuckoo donkey eel flock gull herd heron hippo
    kite leopard lynx ostrich otter pack pod seal swallow swift tiger tuna turtle warbler whale
""")  # fmt: skip
GOODS = words("""
    truckload busload boatload planeload trainload lorryload mummy skull skeleton fossil bone bones
    meteorite sculpture manuscript scroll bust coin jewel diamond
    bullion crate trunk luggage baggage suitcase barrel drum flour sugar salt coffee tea cocoa
    cotton wool silk steel iron copper ammonia asphalt tent blanket mask syringe dose generator transformer
    turbine reactor telescope satellite rocket probe capsule module engine boiler piano
    casket urn cocaine heroin cannabis contraband loot rifle
    gun tank howitzer launcher radar drone vehicle machinery machine equipment pipe cable brick marble stone
    log plank livestock meat fish fruit banana tree barley maize corn soybean soya
""")  # fmt: skip

MOVERS = PERSONS | GROUPS | CARGO | CRAFT | ANIMALS | GOODS
LOADS = CARGO | ANIMALS | GOODS
"""What is carried rather than travels, or goes on four legs: "it", not "they"."""
_PERSON_ENDINGS = (
    *(
        "man",
        "woman",
        "person",
        "ist",
        "ician",
        "crat",
        "keeper",
        "maker",
        "goer",
        "holder",
        "owner",
        "farer",
    ),
    *(
        "fighter",
        "driver",
        "rider",
        "player",
        "leader",
        "dealer",
        "worker",
        "eer",
        "ier",
        "ologist",
        "ographer",
    ),
    *("mate", "monger", "smith", "seeker", "grower", "breeder", "dweller", "hunter", "catcher", "bearer"),
)


def is_person(lemma: str) -> bool:
    """Whether a noun is for a person: listed, or built as such nouns are ("haulier", "ornithologist")."""
    return lemma in PERSONS or (
        len(lemma) > 5 and lemma.endswith(_PERSON_ENDINGS) and lemma not in _NOT_PERSONS
    )


def can_move(lemma: str) -> bool:
    """Whether a common noun is for a person, group, vehicle, animal or goods."""
    return lemma in MOVERS or is_person(lemma)


SHOT = words("""
    missile rocket shell bullet projectile torpedo drone airstrike strike bomb shot ball warplane
    hurricane storm cyclone typhoon wave earthquake tornado virus disease outbreak wildfire plume
    cloud signal news rumor word letter email message price rate share ticket vote story film movie
    song album single novel book poem column road highway route river line path border trail
    pipeline street railway track
    war conflict fighting violence crisis talks meeting election case dispute lawsuit trial game
    match title trophy cup career attention focus money fund cash revenue sale export import
    investment market economy currency idea decision debate discussion law bill policy sanction
    proceeds prize award medal credit blame honor honour power tour event festival exhibition show
    series season campaign temperature warmth rain snow weather wind heat tide water smoke service
    trade traffic number percentage percent total majority minority plan project deal agreement
    response proposal evidence report study statement speech hashtag website internet data app visit
    trip journey voyage
""")  # fmt: skip
"""What goes, comes, arrives or returns without being a traveller: shots, storms, roads, prices, talk."""

ARMED = words("force troop army soldier tank militant rebel fighter infantry insurgent militia regime")
"""Armies: their advances are attacks, not journeys."""
ADVANCES = words("enter cross advance press push move march pour roll storm reach invade retreat stream")
"""Verbs that are an advance when an army does them."""

BARE_CROWDS = words("""
    people visitor tourist traveller traveler passenger commuter customer fan shopper guest
    holidaymaker motorist driver student immigrant migrant worker user buyer foreigner investor
    resident woman man child american
""")  # fmt: skip
"""Plurals that, without a number or an article, name nobody in particular."""

STATISTICS = words(
    "people visitor tourist traveller traveler passenger commuter holidaymaker vehicle customer shopper"
)
"""What is counted rather than named, however exactly."""

TITLES = words("""
    mr mrs ms miss dr sir dame lord lady president minister prime chancellor king queen prince
    princess pope emperor senator sen governor gov general gen admiral adm captain capt colonel col
    lieutenant lt sergeant sgt marshal secretary ambassador judge justice bishop cardinal archbishop
    rev reverend professor prof rep congressman mayor sheikh crown duke duchess premier leader chief
    director chairman officer spokesman spokeswoman spokesperson envoy deputy foreign defense
    defence former vice first army navy party
""")
"""Words before a name that are not part of it."""
HONORIFIC_GENDER = {
    **dict.fromkeys(words("mr sir lord king prince pope duke"), "m"),
    **dict.fromkeys(words("mrs ms miss dame lady queen princess duchess"), "f"),
}
"""What a title tells of its bearer."""
GENDERS = {
    **dict.fromkeys(
        words("""
    man boy father son brother husband uncle nephew grandfather grandson stepfather groom businessman
    fisherman policeman postman salesman actor monk bishop boyfriend widower schoolboy spokesman chairman
    """),
        "m",
    ),
    **dict.fromkeys(
        words("""
    woman girl mother daughter sister wife aunt niece grandmother granddaughter stepmother bride actress
    businesswoman policewoman nun girlfriend widow schoolgirl spokeswoman chairwoman
    """),
        "f",
    ),
}
"""What a noun tells of whom it is said."""

RULERS = words("""
    leader president ruler king queen emperor chancellor premier monarch head chairman pm sultan
    emir
""")
"""Roles of which a reader takes one for the other: the Russian president is the Russian leader."""
OFFICES = words("""
    defense defence foreign interior finance prime vice deputy former culture health trade energy
    justice first crown opposition
""")  # fmt: skip
"""Words that tell one office from another: the foreign minister is not the defence minister."""

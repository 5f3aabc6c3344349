"""The words in a name that tell what it names: a street, a river, a county, a body. Data only."""

from __future__ import annotations

from geo.reading.words import words

FACILITY_HEADS = words(
    """
    abbey academy airbase airfield airport airstrip aquarium arena arsenal ballpark barracks basilica bazaar
    boulevard bridge building cafe canal casino castle cathedral causeway cemetery center centre chapel
    checkpoint church cinema clinic coliseum colliery college convent cosmodrome courthouse court crossing
    dam depot dispensary dock docks dockyard drive elementary embassy estate estates expressway farm farms
    ferry fortress freeway furnaces gallery garden gardens garrison gate graveyard hall harbor harbour
    highway hospice hospital hotel infirmary inn interchange intersection jail junction laboratory lane
    launchpad library lighthouse lodge mall manor mansion marina market memorial mill mine monastery
    monument mosque motel motorway museum nursery observatory orphanage overpass palace park parkway
    pavilion penitentiary pier plantation playground plaza polyclinic port prison quarry quay racecourse
    racetrack railroad railway ranch reactor refinery refuge reserve resort restaurant road roundabout
    runway sanctuary school seminary shipyard shrine spaceport speedway square stadium station street studio
    synagogue temple terminal terminus theater theatre tower towers track trail tunnel turnpike university
    vineyard warehouse wharf winery yard zoo avenue ave blvd rd hwy embankment esplanade promenade terrace
    crescent consulate facility campus cottage viaduct airdrome aerodrome plant base complex compound
    oilfield gasfield pagoda gurdwara madrasa madrassa kindergarten barrage bypass chowk ghat landfill hostel
    pub
    """
)
"""Last words of the names of built things, lower case."""
NATURE_HEADS = words(
    """
    archipelago atoll basin bay beach bluff bluffs canyon cape cave caverns cliffs coast cove creek delta
    desert dunes estuary falls fjord forest geyser glacier glen gorge grasslands gulf headland heath
    highlands hill hills island islands isle isles isthmus lagoon lake lakes lough loch marsh meadows moor
    mountain mountains ocean outback passage pass peak peaks peninsula plain plains plateau point pond
    prairie rainforest ravine reef reservoir ridge river rock sea seaway sound spring springs steppe strait
    straits stream summit swamp valley volcano waterfall waters wetland wetlands woods peninsulas mts
    """
)
REGION_HEADS = words(
    """
    lga side borough canton city commune counties county district districts emirate governorate hamlet
    heights municipality neighborhood neighbourhood oblast parish precinct prefecture principality province
    quarter raion region republic shire state suburb territory town township village ward
    """
)
"""Last words of the names of divisions and settlements."""
SHARED_WORDS = {
    "avenues": "Avenue", "boroughs": "Borough", "counties": "County", "districts": "District",
    "lanes": "Lane", "provinces": "Province", "rivers": "River", "roads": "Road", "streets": "Street",
}  # fmt: skip
"""Plurals after a list of names, each with the word that belongs to every one of them."""
DIVISION_NOUNS = words(
    "province state region county oblast prefecture governorate canton department emirate krai"
)
"""Nouns after a name that tell the division from the town of that name ("Jilin province")."""
NATURE_LEADING = words("lake lakes loch lough mount mt gulf wadi jebel jabal cerro isla islas lago volcán")
"""Those of them that only waters and hills have."""
ROADS = frozenset({"Avenue", "Lane", "Road", "Street"})
LEADING_HEADS = words(
    """
    camp cape fort ft lake lakes loch lough mount mt port rue calle via plaza rio sierra gulf bay isle
    faubourg ciudad villa avenida route highway interstate pier platform terminal gate wadi jebel jabal tell
    deir kafr beit oued puerto punta costa cerro isla islas playa lago volcán monte mont nevado rua
    praça piazza serra lac île
    """
)
"""First words that make a place of what follows ("Lake Superior", "Fort Bragg", "Pier 33")."""
OF_HEADS = words(
    """
    school university college museum port gulf bay strait isle island church cathedral palace tower mall
    port sea cape city town village province county district state republic kingdom
    """
)
"""Words before "of" that make one place of the whole ("University of Alberta", "Strait of Hormuz")."""
BODIES = words("university college institute academy school museum")
"""First words of the names of bodies that are seated somewhere."""
SEATED_HEADS = words(
    """
    airbase airport arena base cathedral college courthouse dam harbor harbour hospital infirmary jail library
    mosque museum plant port prison refinery school stadium university zoo
    """
)
"""Heads of what is named after the town where it stands; streets and squares are named after others."""
URBAN_HEADS = words(
    """
    avenue boulevard building cathedral church clinic drive highway hospital hotel jail lane library mosque
    museum plaza road school square stadium station street theater theatre tower university
    """
)
"""Heads of what stands within a town; hardly any town is called so ("Washington Square")."""
PERSONLIKE_HEADS = words(
    """
    church hill hills field park parks lane drive woods hall castle fort bay falls rivers point camp house
    cove glen mill mills rock pond ford gates gate marsh moor banks street cape court forest garden lake
    waters heath stone ridge english holland france wells brook brooks day island valley wood ferry center
    office track state city side region facility building department division summit pass spring market farm
    station temple tower tunnel trail terrace memorial office school square yard estate plant base complex
    compound pub
    """
)
"""Heads that are also surnames or common words: these need more than their own word."""
ORGANISATION_WORDS = words(
    """
    agency agreement airlines airways alliance assembly association authority bank brigade brothers bureau
    campaign chamber championship championships coalition command commission committee company concert
    conference confederation congress consortium convention cooperative corp corporation corps council cup
    daily department enterprise enterprises exchange expo exports federation festival fleet force forces
    forum foundation front fund government group guard guardian herald holdings inc industries initiative
    institute institution insurance journal league limited llc llp ltd magazine media ministry mirror
    movement network news newspaper olympics open orchestra organisation organization parliament partners
    partnership party plc police post press project radio record regiment reporter review sa senate service
    services society standard star sun syndicate systems team telegraph television times tournament treaty
    tribune trust tv union war weekly workers works act award awards bill bowl classic day deal fair games
    index marathon prize purchase series show summit week
    """
)
"""Last words of the names of bodies, papers, teams, treaties and events."""
CLUB_KINDS = words("golf country yacht tennis cricket polo rowing sailing hunt beach gun social")
"""Words before "Club" that make it grounds, not a team."""

"""The words by which English news shows that a name is a place, and what it does there. Data only."""

from __future__ import annotations


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


FACILITY_HEADS = _words(
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
NATURE_HEADS = _words(
    """
    archipelago atoll basin bay beach bluff bluffs canyon cape cave caverns cliffs coast cove creek delta
    desert dunes estuary falls fjord forest geyser glacier glen gorge grasslands gulf headland heath
    highlands hill hills island islands isle isles isthmus lagoon lake lakes lough loch marsh meadows moor
    mountain mountains ocean outback passage pass peak peaks peninsula plain plains plateau point pond
    prairie rainforest ravine reef reservoir ridge river rock sea seaway sound spring springs steppe strait
    straits stream summit swamp valley volcano waterfall waters wetland wetlands woods peninsulas mts
    """
)
REGION_HEADS = _words(
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
DIVISION_NOUNS = _words(
    "province state region county oblast prefecture governorate canton department emirate krai"
)
"""Nouns after a name that tell the division from the town of that name ("Jilin province")."""
NATURE_LEADING = _words("lake lakes loch lough mount mt gulf wadi jebel jabal cerro isla islas lago volcán")
"""Those of them that only waters and hills have."""
ROADS = frozenset({"Avenue", "Lane", "Road", "Street"})
LEADING_HEADS = _words(
    """
    camp cape fort ft lake lakes loch lough mount mt port rue calle via plaza rio sierra gulf bay isle
    faubourg ciudad villa avenida route highway interstate pier platform terminal gate wadi jebel jabal tell
    deir kafr beit oued puerto punta costa cerro isla islas playa lago volcán monte mont nevado rua
    praça piazza serra lac île
    """
)
"""First words that make a place of what follows ("Lake Superior", "Fort Bragg", "Pier 33")."""
OF_HEADS = _words(
    """
    school university college museum port gulf bay strait isle island church cathedral palace tower mall
    port sea cape city town village province county district state republic kingdom
    """
)
"""Words before "of" that make one place of the whole ("University of Alberta", "Strait of Hormuz")."""
BODIES = _words("university college institute academy school museum")
"""First words of the names of bodies that are seated somewhere."""
SEATED_HEADS = _words(
    """
    airbase airport arena base cathedral college courthouse dam harbor harbour hospital infirmary jail library
    mosque museum plant port prison refinery school stadium university zoo
    """
)
"""Heads of what is named after the town where it stands; streets and squares are named after others."""
URBAN_HEADS = _words(
    """
    avenue boulevard building cathedral church clinic drive highway hospital hotel jail lane library mosque
    museum plaza road school square stadium station street theater theatre tower university
    """
)
"""Heads of what stands within a town; hardly any town is called so ("Washington Square")."""
PERSONLIKE_HEADS = _words(
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

GOVERNMENT_WORDS = _words(
    """
    administration admiralty agency ambassador ambassadors army assembly attorney authorities authority
    backed cabinet chamber chancellor coast command commission commissioner committee congress congressman
    congresswoman constabulary constitution consul corps council councillor councilor councilman defence
    defense delegation department deputies diplomat diplomats education election elections embassy envoy
    executive exports federal federation fire force forces foreign general government governor guard guards
    health house immigration intelligence interior judge judges judiciary justice kingdom law laws lawmaker
    lawmakers leader leaders leadership legislature mayor media military minister ministers ministry mission
    monarch nationals navy office official officials opposition parliament party pd people police policy
    politician politicians premier president prime prosecutor prosecutors public regime representative
    representatives representative's rule ruler rulers sanctions schools secretary security senate senator
    senators service services sheriff soldiers spokesman spokesperson spokeswoman state statement state-run
    supreme treasury tribunal troops union voters vote veto
    """
)
"""Words after a place name that make it stand for those who govern, serve or live there."""
PUBLIC_BODIES = _words(
    """
    administration agency army assembly authority board bureau cabinet commission commissioner congress
    constabulary corps council court department fire force forces government governor guard house
    legislature mayor military minister ministry navy office parliament pd police premier president
    prosecutor representative representatives saps schools secretary senate senator service services sheriff
    treasury
    """
)
"""Words in the name of a body by which a place governs or serves."""

ORGANISATION_WORDS = _words(
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

CALENDAR = _words(
    """
    january february march april may june july august september october november december jan feb mar apr
    aug sept sep oct nov dec monday tuesday wednesday thursday friday saturday sunday
    """
)
"""Months and days of the week; "March" is a town as well."""
CLUB_KINDS = _words("golf country yacht tennis cricket polo rowing sailing hunt beach gun social")
"""Words before "Club" that make it grounds, not a team."""
COMPOUND_PEOPLES = _words(
    "north south central latin west east african native southeast northern southern eastern western"
)
"""Words before a demonym that make one demonym with it ("Latin American")."""

LOCATIVE = _words(
    "in at near inside outside across around throughout within along beyond into through toward towards"
)
"""Prepositions that want a place (or a time, or a group)."""
DIRECTIONAL = _words("to from via off onto above below beneath over past up down between on under opposite")
"""Prepositions that often want a place."""
OWNING_WORDS = _words(
    "share stake stock holding belief believe confidence confide faith trust interest role star"
)
"""Words after which "in" leads to no place."""
SOCIAL = _words("with against by for unlike about despite without among versus vs")
"""Prepositions that rather want somebody."""

TITLES = _words(
    """
    mr mrs ms miss dr prof professor sir lord lady dame president chancellor premier senator sen rep
    congressman congresswoman representative governor gov mayor judge justice attorney secretary minister
    ambassador envoy general gen colonel col captain capt major maj lieutenant lt sergeant sgt admiral adm
    corporal cpl private pvt officer detective inspector constable chief sheriff deputy marshal king queen
    prince princess duke duchess pope bishop archbishop cardinal rabbi imam father sister brother saint rev
    reverend pastor coach manager captain striker midfielder defender goalkeeper forward quarterback pitcher
    actor actress singer author director producer rapper comedian spokesman spokeswoman spokesperson
    chairman chairwoman ceo analyst founder leader boss engineer
    """
)
"""Words before a name that make it a person's."""
SPEECH_VERBS = _words(
    """
    say tell add note explain state declare announce claim argue insist recall admit reply ask joke tweet
    write comment testify whisper confirm remark quip respond suggest warn complain stress laugh smile marry
    die
    """
)

BEING_VERBS = _words(
    """
    be lie stand sit remain seem look appear stretch border adjoin overlook host house contain lie straddle
    flood burn shake grow record report
    """
)
"""Verbs whose subject may be the ground itself."""
ADDRESSED_VERBS = _words(
    """
    order target call defend arm supply outlast offer see accuse ask urge tell warn blame condemn criticize
    criticise sanction support convince persuade help assure threaten pressure press inform thank advise
    allow enable force compel prompt lead oppose defeat beat praise represent recognize recognise lobby sue
    fine punish back join deter prod push isolate antagonize embarrass
    """
)
"""Verbs whose object is somebody, not somewhere."""
GIVING_VERBS = _words(
    """
    sell give provide supply offer lend grant pay say speak talk report complain appeal listen respond reply
    object belong owe apologize submit present propose cede explain matter aid assist
    """
)
"""Verbs whose "to" names who gets something."""
PARTNER_WORDS = _words(
    """
    receive permission support independence approval pressure message letter delegation diplomat blame
    sanction sanctions impose relation relations relationship tie ties talk talks war agreement deal tension
    tensions cooperation alliance trade dispute people citizen citizens interest interests dignity friend
    friends enemy enemies rival rivals ally allies ambassador envoy loyal threat concession criticism
    request demand order summit negotiation negotiations conflict rapprochement pact treaty partnership
    defeat loss
    """
)
"""Words that take somebody and not somewhere after "of", "from", "on", "between" or "to"."""
SETTING_OUT = _words(
    "leave flee quit exit abandon swap jet escape head depart bind sail set embark train flight way make "
    "start bound road"
)
"""Verbs and nouns after which "for" leads to a place."""
TERRITORY_NOUNS = _words(
    """
    resort festival tour leg county capital embassy zoo beach trip visit flight airport airspace area beach
    beaches bay border borders bridge capital center centre church city coast coastline community corner
    countryside district downtown east far fields forest forests frontier harbor harbour heartland highway
    hill hills home hospital hotel interior island islands lake land mainland metro mountain mountains
    neighborhood neighborhoods neighbourhood north northeast northwest office outskirts park port prison
    province provinces region regions restaurant river road roads school shore shores soil south southeast
    southwest state states station street streets suburb suburbs subway territory town towns university
    valley village villages waters west wilderness skyline plant factory store jail intersection junction
    campus stadium headquarters base branch showroom studio apartment house mansion club market mall shop
    shops facility museum theater theatre venue
    """
)
"""Nouns after "X's" or "X" that are parts of the ground of X."""

DIRECTION_WORDS = _words(
    """
    north south east west northern southern eastern western northeast northwest southeast southwest
    north-east north-west south-east south-west northeastern northwestern southeastern southwestern central
    upper lower greater inner outer mid mainland downtown rural metropolitan metro suburban coastal
    """
)
"""Words before a place name that tell which part of it; not of the name where they are in lower case."""
SETTLEMENT_NOUNS = _words(
    """
    city town village municipality suburb district province state county region capital island port
    neighborhood neighbourhood area borough township hamlet parish prefecture governorate republic kingdom
    enclave river resort villages towns cities provinces districts islands regions commune canton ward slum
    settlement outpost territory
    """
)
"""Nouns before "of" or beside a name that say outright that it is a place."""
GROUND_NOUNS = _words(
    """
    village villages town township hamlet city suburb slum settlement commune municipality district province
    region county island islands river lake valley mountain mountains gorge strait peninsula camp camps
    crossing checkpoint airport airfield airbase roundabout junction interchange dam reservoir desert forest
    neighborhood neighbourhood enclave highlands lowlands volcano refinery cosmodrome railyard shipyard
    """
)
"""Nouns after a name, or told of it, that only ground has."""
REACHING_VERBS = _words(
    """
    arrive flee travel drive fly march enter return move head reach land sail walk cross migrate evacuate
    deploy retreat withdraw advance trek hike relocate resettle displace journey escape rush visit
    """
)
"""Verbs of getting somewhere."""
GROUND_VERBS = _words("depart reach enter exit flee evacuate near cross")
"""Verbs whose object is ground, and hardly ever somebody."""
STAYING_VERBS = _words(
    """
    live reside dwell bear raise kill shoot arrest detain bury crash locate situate base station settle
    gather assemble camp erupt explode collapse capsize sink die drown stab attack ambush strand shelter
    hospitalize hospitalise hold happen occur dock anchor
    """
)
"""Verbs of what happens at some place."""
PLACE_SUFFIXES = _words(
    """
    based led backed born bound run controlled style made wide area owned occupied held registered listed
    funded trained sponsored supported allied dominated administered friendly headquartered raised educated
    """
)
"""What a hyphen joins to a place name ("U.S.-led")."""
GROUND_SUFFIXES = _words("based born bound wide area held occupied headquartered raised")
"""Those of them that speak of the ground."""
NOT_PEOPLES = _words(
    """
    muslim muslims islamic islamist islamists islam christian christians catholic catholics protestant
    protestants jewish jews jew hindu hindus buddhist buddhists sikh sikhs sunni sunnis shiite shiites shia
    shi'ite mormon methodist baptist anglican orthodox lutheran evangelical republican republicans democrat
    democrats democratic communist communists socialist socialists conservative conservatives liberal
    liberals labour tory tories nazi nazis nationalist nationalists southern northern western eastern
    westerners southerners marine marines independents creole latino latinos hispanic hispanics black white
    native natives aboriginal gypsy
    """
)
"""What spaCy calls a people although no place is behind it."""

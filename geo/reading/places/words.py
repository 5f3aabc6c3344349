"""The words around a name that tell a place, and what it does there in the news. Data only."""

from __future__ import annotations

from geo.reading.words import words

GOVERNMENT_WORDS = words(
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
PUBLIC_BODIES = words(
    """
    administration agency army assembly authority board bureau cabinet commission commissioner congress
    constabulary corps council court department fire force forces government governor guard house
    legislature mayor military minister ministry navy office parliament pd police premier president
    prosecutor representative representatives saps schools secretary senate senator service services sheriff
    treasury
    """
)
"""Words in the name of a body by which a place governs or serves."""

CALENDAR = words(
    """
    january february march april may june july august september october november december jan feb mar apr
    aug sept sep oct nov dec monday tuesday wednesday thursday friday saturday sunday
    """
)
"""Months and days of the week; "March" is a town as well."""
ERAS = words("ad bc bce ce")
"""What is counted in years before it; "BC" is a province as well."""
COMPOUND_PEOPLES = words(
    "north south central latin west east african native southeast northern southern eastern western"
)
"""Words before a demonym that make one demonym with it ("Latin American")."""

LOCATIVE = words(
    "in at near inside outside across around throughout within along beyond into through toward towards"
)
"""Prepositions that want a place (or a time, or a group)."""
DIRECTIONAL = words("to from via off onto above below beneath over past up down between on under opposite")
"""Prepositions that often want a place."""
OWNING_WORDS = words(
    "share stake stock holding belief believe confidence confide faith trust interest role star"
)
"""Words after which "in" leads to no place."""
SOCIAL = words("with against by for unlike about despite without among versus vs")
"""Prepositions that rather want somebody."""

TITLES = words(
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
SPEECH_VERBS = words(
    """
    say tell add note explain state declare announce claim argue insist recall admit reply ask joke tweet
    write comment testify whisper confirm remark quip respond suggest warn complain stress laugh smile marry
    die
    """
)

DEEDS = words(
    """
    arrive board cook cry dance disembark divorce drink drive eat giggle graduate grin hike hug jog kiss kneel
    limp marry nod phone plead pray retire sail shave shrug sigh sing sip sleep smile smirk smoke sob stroll
    swallow swim testify travel trek walk wave weep whistle wink yawn
    """
)
"""What somebody does, and no town or government."""
DONE_TO_PEOPLE = words(
    """
    acquit arrest behead bear behead charge convict cremate decapitate divorce elect execute extradite
    handcuff hospitalise hospitalize indict jail kidnap knight marry murder nickname rape sentence shoot
    stab strangle sue widow wound
    """
)
"""What is done to somebody, and to no town or government."""
MEETING_VERBS = words("befriend date divorce hug kiss marry meet murder phone shoot stab")
"""Verbs whose object is somebody in the flesh."""
PERSON_NOUNS = words(
    """
    actor actress author brother boy coach daughter doctor driver father farmer fisherman girl grandfather
    grandmother guitarist husband lawyer man mother musician neighbour neighbor nurse painter pilot player
    poet president professor rapper researcher sailor scientist singer sister soldier son spokesman
    spokeswoman striker student teacher teenager uncle aunt veteran widow wife woman worker writer
    """
)
"""Nouns for somebody, with which a sentence says who a name is."""
ACTS_OF_STATE = words(
    """
    abstain annex ban boycott close colonise colonize deploy deport devalue embargo expel export federalise
    import impose invade legalise legalize mobilise mobilize nationalise nationalize outlaw privatise
    privatize ratify recall reopen sanction secede summon suspend veto withdraw
    """
)
"""What a land does through those who govern it."""

BEING_VERBS = words(
    """
    be lie stand sit remain seem look appear stretch border adjoin overlook host house contain lie straddle
    flood burn shake grow record report
    """
)
"""Verbs whose subject may be the ground itself."""
ADDRESSED_VERBS = words(
    """
    order target call defend arm supply outlast offer see accuse ask urge tell warn blame condemn criticize
    criticise sanction support convince persuade help assure threaten pressure press inform thank advise
    allow enable force compel prompt lead oppose defeat beat praise represent recognize recognise lobby sue
    fine punish back join deter prod push isolate antagonize embarrass
    """
)
"""Verbs whose object is somebody, not somewhere."""
GIVING_VERBS = words(
    """
    sell give provide supply offer lend grant pay say speak talk report complain appeal listen respond reply
    object belong owe apologize submit present propose cede explain matter aid assist
    """
)
"""Verbs whose "to" names who gets something."""
PARTNER_WORDS = words(
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
DWELLERS = words(
    """
    dweller dwellers inhabitant inhabitants native natives resident residents townsfolk townspeople
    villagers
    """
)
"""Nouns after a place name for those who live there: hardly anything else has them."""
SETTING_OUT = words(
    "leave flee quit exit abandon swap jet escape head depart bind sail set embark train flight way make "
    "start bound road"
)
"""Verbs and nouns after which "for" leads to a place."""
TERRITORY_NOUNS = words(
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

DIRECTION_WORDS = words(
    """
    north south east west northern southern eastern western northeast northwest southeast southwest
    north-east north-west south-east south-west northeastern northwestern southeastern southwestern central
    upper lower greater inner outer mid mainland downtown rural metropolitan metro suburban coastal
    """
)
"""Words before a place name that tell which part of it; not of the name where they are in lower case."""
SETTLEMENT_NOUNS = words(
    """
    city town village municipality suburb district province state county region capital island port
    neighborhood neighbourhood area borough township hamlet parish prefecture governorate republic kingdom
    enclave river resort villages towns cities provinces districts islands regions commune canton ward slum
    settlement outpost territory
    """
)
"""Nouns before "of" or beside a name that say outright that it is a place."""
GROUND_NOUNS = words(
    """
    village villages town township hamlet city suburb slum settlement commune municipality district province
    region county island islands river lake valley mountain mountains gorge strait peninsula camp camps
    crossing checkpoint airport airfield airbase roundabout junction interchange dam reservoir desert forest
    quarter basin delta oasis lagoon archipelago atoll glacier hills plain plains canyon mine neighborhood
    neighbourhood enclave highlands lowlands volcano refinery cosmodrome railyard shipyard
    """
)
"""Nouns after a name, or told of it, that only ground has."""
REACHING_VERBS = words(
    """
    arrive flee travel drive fly march enter return move head reach land sail walk cross migrate evacuate
    deploy retreat withdraw advance trek hike relocate resettle displace journey escape rush visit
    """
)
"""Verbs of getting somewhere."""
GROUND_VERBS = words(
    """
    annex batter besiege blockade bomb bombard cross depart devastate encircle engulf enter evacuate exit
    flatten flee inundate invade lash leave liberate near occupy overrun pound ravage reach recapture retake
    shell storm
    """
)
"""Verbs whose object is ground, and hardly ever somebody."""
STAYING_VERBS = words(
    """
    live reside dwell bear raise kill shoot arrest detain bury crash locate situate base station settle
    gather assemble camp erupt explode collapse capsize sink die drown stab attack ambush strand shelter
    hospitalize hospitalise hold happen occur dock anchor
    """
)
"""Verbs of what happens at some place."""
PLACE_SUFFIXES = words(
    """
    based led backed born bound run controlled style made wide area owned occupied held registered listed
    funded trained sponsored supported allied dominated administered friendly headquartered raised educated
    """
)
"""What a hyphen joins to a place name ("U.S.-led")."""
GROUND_SUFFIXES = words("based born bound wide area held occupied headquartered raised")
"""Those of them that speak of the ground."""
NOT_PEOPLES = words(
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

"""Who can travel, as data: nouns for people, groups, vehicles and cargo, and nouns that only seem to."""

from __future__ import annotations

from geo.reading.words import words

PERSONS = words("""
    old member
    accomplice activist actor actress adviser advisor agent aide ambassador analyst architect artist
    assistant astronaut athlete attacker attorney author baby backpacker banker baron bishop blogger
    bodyguard boss boy boyfriend brother businessman businesswoman captain cardinal celebrity
    chairman chairwoman chancellor chef chief child cleric climber coach columnist comedian
    commander commissioner composer congressman congresswoman consul convict correspondent cosmonaut
    countess cousin critic curator cyclist dad daughter defector defendant delegate deportee deputy
    designer detainee detective diplomat director dissident doctor driver duchess duke economist
    editor emigrant emir emperor employee engineer entrepreneur envoy evacuee ex-president executive
    exile expert explorer farmer father fighter filmmaker fisherman founder friend fugitive general
    girl girlfriend governor grandfather grandmother grandson guard guest guitarist head hiker
    hostage husband immigrant inmate inspector investigator investor islander jihadist journalist
    judge killer king kid lady lawmaker lawyer leader lieutenant man manager marshal marine mayor
    medic mercenary migrant militant minister missionary monarch monk mother mum musician nephew
    niece nun nurse officer official owner painter parent participant partner pastor patient
    patriarch peacekeeper performer person philanthropist photographer pilgrim pilot player
    playwright poet policeman politician pope preacher premier president priest prime prince
    princess principal prisoner producer professor prosecutor protester protestor queen rabbi ranger
    reporter representative rescuer researcher resident retiree rider rival royal ruler runaway
    runner sailor scholar scientist secretary senator sergeant servant settler shah sheikh sheriff
    singer sister skier soldier son speaker spokesman spokesperson spokeswoman spy staffer statesman
    stepfather student stowaway suspect sultan superstar surgeon surfer survivor swimmer teacher
    teenager toddler tourist trader trafficker traveler traveller treasurer trucker tsar tycoon
    uncle veteran vicar victim villager violinist visitor volunteer wife widow winner witness woman
    worker writer youngster youth refugee asylum-seeker seeker passenger aunt graduate nobleman
    servicemember serviceman negotiator counterpart predecessor successor foreigner national
    expatriate expat
    bishop adventurer anthropologist apprentice archaeologist archbishop archduke astronomer barrister batsman
    billionaire biologist bowler boxer bride broadcaster brother-in-law cameraman campaigner
    caretaker champion choreographer cleaner clergyman collector comedienne communist conductor
    conservationist contestant cook councillor councilman counsellor courier cricketer criminal
    crewman dancer daughter-in-law dealer defender dentist deserter dictator diver donor drummer
    ecologist electrician emissary enthusiast ethnographer ex-wife ex-husband ex-soldier fan farmhand
    father-in-law fiance fiancee finalist financier firefighter forward gangster geologist goalkeeper
    golfer grandchild granddad grandma grandpa grandparent gunman gymnast hacker half-brother half-sister
    healer heir historian hunter infant instructor insurgent
    interpreter inventor janitor jeweller jockey labourer laborer landlord legislator librarian
    linguist lobbyist lodger lover magician magistrate maid maiden magnate manservant mathematician
    mechanic mediator medalist midfielder midwife millionaire miner
    mogul mother-in-law motorcyclist naturalist nanny newborn newcomer newlywed
    newsman nominee novelist opponent organiser organizer orphan outlaw paramedic
    parliamentarian paratrooper pensioner pharmacist philosopher physician physicist pianist pickpocket
    pirate plumber poacher postgraduate practitioner prefect
    prodigy programmer psychologist publisher pupil quarterback racer rapper rebel recruit referee rioter
    robber rockstar rower salesman saint schoolboy schoolchild schoolgirl sculptor shepherd shopkeeper
    shooter sibling skater skipper smuggler sniper socialite songwriter soprano specialist
    spinner sponsor sportsman sportswoman spouse squatter stepmother stepson stepdaughter striker
    client customer patron stranger stylist supporter tailor technician teen tenor terrorist thief
    trainer trainee translator troublemaker trustee twin undersecretary undergraduate vendor vet
    vice-president vice-chancellor viceroy warlord waiter waitress warrior watchman welder whistleblower
    winger wrestler yachtsman zoologist citizen adult returnee
""")  # fmt: skip

GROUPS = words("""
    army band battalion brigade caravan choir civilian class contingent
    convoy couple crew crowd delegation duo entourage escort expedition family fleet force flotilla
    gang group household mission motorcade orchestra pair patrol people platoon posse
    procession regiment squad staff team trio troop troupe tribe unit personnel police rest other remainder
""")  # fmt: skip

CARGO = words("""
    aid ammunition animal arms artwork ashes body bodies cargo coffin consignment container corpse
    elephant equipment freight goods helicopter horse load medicine munition painting parcel remains
    sample shipment specimen statue supply weapon weaponry whale dog cat bear bird rhino lion tiger
    relic remain wreck hulk food grain rice wheat oil fuel vaccine oxygen medication kit ventilator
    uranium plutonium
    antiquity artefact artifact ivory timber coal ore cement fertilizer fertiliser banknote cattle

""")  # fmt: skip

CRAFT = words("""
    train plane aircraft jet flight airplane aeroplane helicopter airliner car bus van truck lorry
    taxi limousine minibus coach motorcycle bicycle ambulance ship boat ferry yacht vessel freighter
    tanker warship trawler submarine destroyer frigate carrier raft dinghy spacecraft locomotive
    convoy motorcade caravan fleet flotilla sailboat balloon tug tugboat steamer barge liner cruiser
    corvette icebreaker sealer whaler schooner brig sloop ketch clipper galleon canoe kayak speedboat lifeboat
    gunboat catamaran trimaran bulker hovercraft hydrofoil minesweeper dredger cutter launch smack airship
    glider bomber seaplane chopper lorry pickup tractor tram minivan van motorhome campervan wagon cart sledge
    sleigh snowmobile rig juggernaut scooter moped rickshaw
""")  # fmt: skip

ANIMALS = words("""
    animal elephant whale dog cat bear bird rhino rhinoceros lion tiger cattle sheep goat camel horse panda
    giraffe turtle penguin monkey chimpanzee gorilla orangutan cow bull pig donkey mule pony calf cub puppy
    kitten wolf lynx fox deer elk moose reindeer bison buffalo zebra hippo hippopotamus leopard cheetah jaguar
    cougar seal walrus dolphin porpoise shark tuna salmon eel orca crocodile alligator snake python tortoise
    lizard eagle hawk falcon vulture condor owl stork crane swan goose duck gull tern albatross swift swallow
    cuckoo osprey kite heron pelican parrot pigeon raven crow curlew godwit plover sandpiper warbler bat
    hedgehog badger beaver otter kangaroo koala wombat ape baboon lemur stallion mare foal racehorse hound
    puma ostrich flamingo butterfly locust pet livestock herd flock pack pod
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
_NOT_PERSONS = words("""
    barrier carrier frontier supplier career chandelier multiplier amplifier modifier qualifier identifier
    glacier atelier twist checklist playlist shortlist waitlist heist estimate climate ultimate stalemate
    pacemaker placeholder outlier pannier denier veneer human talisman ottoman
""")  # fmt: skip


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

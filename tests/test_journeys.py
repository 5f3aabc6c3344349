"""Single sentences and the journeys that they report: traveller, from, to, mode, status."""

import pytest
from journey_reader import rows

REPORTED = [
    # verbs that lead to, from and through
    ("Anna Weber arrived in Paris.", ("Anna Weber", None, "Paris", "unknown", "happened")),
    ("Anna Weber left Lima for Paris.", ("Anna Weber", "Lima", "Paris", "unknown", "happened")),
    ("Anna Weber reached Paris.", ("Anna Weber", None, "Paris", "unknown", "happened")),
    ("Anna Weber returned from Greece.", ("Anna Weber", "Greece", None, "unknown", "happened")),
    ("Anna Weber moved to Berlin in 2015.", ("Anna Weber", None, "Berlin", "unknown", "happened")),
    ("Anna Weber fled Russia.", ("Anna Weber", "Russia", None, "unknown", "happened")),
    ("Anna Weber has been to Paris twice.", ("Anna Weber", None, "Paris", "unknown", "happened")),
    ("Anna Weber made her way to Paris.", ("Anna Weber", None, "Paris", "unknown", "happened")),
    (
        "The convoy crossed from Turkey into Greece.",
        ("The convoy", "Turkey", "Greece", "road", "happened"),
    ),
    ("Anna Weber visited the city of Vienna.", ("Anna Weber", None, "Vienna", "unknown", "happened")),
    ("Anna Weber went to a summit in Vienna.", ("Anna Weber", None, "Vienna", "unknown", "happened")),
    # ways of travel, told or implied
    ("Anna Weber flew to Paris from Lima.", ("Anna Weber", "Lima", "Paris", "air", "happened")),
    ("Anna Weber went by train to Paris.", ("Anna Weber", None, "Paris", "rail", "happened")),
    ("Anna Weber took a bus to Paris.", ("Anna Weber", None, "Paris", "road", "happened")),
    ("Two pilgrims walked from Lima to Paris.", ("Two pilgrims", "Lima", "Paris", "foot", "happened")),
    ("The ship set sail from Mombasa.", ("The ship", "Mombasa", None, "sea", "happened")),
    ("The vessel docked in Mombasa.", ("The vessel", None, "Mombasa", "sea", "happened")),
    (
        "Anna Weber got off the train at Khasan station.",
        ("Anna Weber", None, "Khasan", "rail", "happened"),
    ),
    ("The first train to Moscow arrived.", ("The first train", None, "Moscow", "rail", "happened")),
    ("Anna Weber went by armored practice to Paris.", ("Anna Weber", None, "Paris", "unknown", "happened")),
    # how sure
    ("Anna Weber will travel to Paris.", ("Anna Weber", None, "Paris", "unknown", "planned")),
    ("Anna Weber is expected to visit Paris.", ("Anna Weber", None, "Paris", "unknown", "planned")),
    ("Anna Weber plans to go to Paris.", ("Anna Weber", None, "Paris", "unknown", "planned")),
    ("Anna Weber is due in Paris on Monday.", ("Anna Weber", None, "Paris", "unknown", "planned")),
    ("Anna Weber will likely fly to Paris.", ("Anna Weber", None, "Paris", "air", "planned")),
    ("Anna Weber said she would return to Lima.", ("Anna Weber", None, "Lima", "unknown", "planned")),
    ("Anna Weber could possibly go to Paris.", ("Anna Weber", None, "Paris", "unknown", "possible")),
    ("Anna Weber may visit Paris.", ("Anna Weber", None, "Paris", "unknown", "possible")),
    ("Anna Weber faces deportation to Greece.", ("Anna Weber", None, "Greece", "unknown", "possible")),
    ("Anna Weber was invited to visit Paris.", ("Anna Weber", None, "Paris", "unknown", "proposed")),
    ("The king invited Anna Weber to Paris.", ("Anna Weber", None, "Paris", "unknown", "proposed")),
    (
        "The minister suggested that Anna Weber travel to Paris.",
        ("Anna Weber", None, "Paris", "unknown", "proposed"),
    ),
    ("Anna Weber did not travel to Paris.", ("Anna Weber", None, "Paris", "unknown", "denied")),
    ("Anna Weber never reached Paris.", ("Anna Weber", None, "Paris", "unknown", "denied")),
    ("Anna Weber denied that she flew to Paris.", ("Anna Weber", None, "Paris", "air", "denied")),
    ("Anna Weber is travelling to Paris.", ("Anna Weber", None, "Paris", "unknown", "under way")),
    # nouns
    ("Anna Weber made a visit to Paris.", ("Anna Weber", None, "Paris", "unknown", "happened")),
    ("Anna Weber is on a visit to Greece.", ("Anna Weber", None, "Greece", "unknown", "under way")),
    ("Anna Weber cancelled her trip to Greece.", ("Anna Weber", None, "Greece", "unknown", "denied")),
    ("Anna Weber plans a stop in Houston.", ("Anna Weber", None, "Houston", "unknown", "planned")),
    (
        "The world awaited Anna Weber's planned visit to Paris.",
        ("Anna Weber", None, "Paris", "unknown", "planned"),
    ),
    (
        "One potential stop for Anna Weber after Vladivostok, he said, is Vostochny Cosmodrome.",
        ("Anna Weber", None, "Vostochny Cosmodrome", "unknown", "possible"),
    ),
    (
        "Anna Weber scrapped her trip starting Sunday to Greece.",
        ("Anna Weber", None, "Greece", "unknown", "denied"),
    ),
    ("Anna Weber rescheduled a trip to Paris.", ("Anna Weber", None, "Paris", "unknown", "planned")),
    (
        "Anna Weber will stop off en route to Greece.",
        ("Anna Weber", None, "Greece", "unknown", "planned"),
    ),
    # where it began, told after where it led
    (
        "Anna Weber was arrested on her arrival in Paris after being deported from Lima.",
        ("Anna Weber", "Lima", "Paris", "unknown", "happened"),
    ),
    (
        "Anna Weber made a quiet arrival in Paris after a 12-hour flight from Lima.",
        ("Anna Weber", "Lima", "Paris", "air", "happened"),
    ),
    (
        "The Hydra was towed to Lima, leaving Paris at noon.",
        ("Hydra", "Paris", "Lima", "unknown", "happened"),
    ),
    (
        "Departing from Lima, Anna Weber will make her way to Paris.",
        ("Anna Weber", "Lima", "Paris", "unknown", "planned"),
    ),
    (
        "Anna Weber left Lima on Monday evening for Paris.",
        ("Anna Weber", "Lima", "Paris", "unknown", "happened"),
    ),
    (
        "Anna Weber left Lima on a jet, which landed in Paris.",
        ("Anna Weber", "Lima", "Paris", "air", "happened"),
    ),
    (
        "On a trip to Greece, Anna Weber will meet the king.",
        ("Anna Weber", None, "Greece", "unknown", "planned"),
    ),
    ("The ship sank en route from Lima to Paris.", ("The ship", "Lima", "Paris", "sea", "happened")),
    ("Anna Weber jumped on a plane to Greece.", ("Anna Weber", None, "Greece", "air", "happened")),
    (
        "The caravan, en route to Greece, is resting.",
        ("The caravan", None, "Greece", "unknown", "under way"),
    ),
    # moved by others
    ("Anna Weber was moved to safety in Vienna.", ("Anna Weber", None, "Vienna", "unknown", "happened")),
    (
        "Dealers moved two tons of rice by plane from Lima to Paris.",
        ("two tons of rice", "Lima", "Paris", "air", "happened"),
    ),
    (
        "Moscow sent Defence Minister Sergei Shoigu to Pyongyang.",
        ("Sergei Shoigu", None, "Pyongyang", "unknown", "happened"),
    ),
    (
        "The suspect was arrested in Berlin and extradited to Russia.",
        ("The suspect", "Berlin", "Russia", "unknown", "happened"),
    ),
    ("A ship carrying rice to Greece sank.", ("A ship", None, "Greece", "sea", "happened")),
    ("The tanker was bound for Mombasa.", ("The tanker", None, "Mombasa", "sea", "happened")),
    ("Anna Weber will be in Paris in July.", ("Anna Weber", None, "Paris", "unknown", "planned")),
    ("Anna Weber scrapped plans to visit Lima.", ("Anna Weber", None, "Lima", "unknown", "denied")),
    ("The plane brought Anna Weber to Lima.", ("Anna Weber", None, "Lima", "air", "happened")),
    ("Anna Weber was tired during her stay in Lima.", ("Anna Weber", None, "Lima", "unknown", "happened")),
    # told beside another verb
    ("Back from Berlin, Anna Weber met her staff.", ("Anna Weber", "Berlin", None, "unknown", "happened")),
    ("Fresh off a trip to Paris, Anna Weber spoke.", ("Anna Weber", None, "Paris", "unknown", "happened")),
    ("Anna Weber is en route to Paris.", ("Anna Weber", None, "Paris", "unknown", "under way")),
    ("Returning from Lima, the bishop fell ill.", ("the bishop", "Lima", None, "unknown", "happened")),
    ("Anna Weber fled Russia for Greece.", ("Anna Weber", "Russia", "Greece", "unknown", "happened")),
    (
        "“I came to Paris,” the prime minister said.",
        ("the prime minister", None, "Paris", "unknown", "happened"),
    ),
    ("Anna Weber honeymooned in Lima.", ("Anna Weber", None, "Lima", "unknown", "happened")),
    ("The elephants were moved to Mombasa.", ("The elephants", None, "Mombasa", "unknown", "happened")),
    # further frames: particles, fixed phrases, adverbs that lead on
    ("Anna Weber took off from Lima.", ("Anna Weber", "Lima", None, "air", "happened")),
    ("Anna Weber never made it to Lima.", ("Anna Weber", None, "Lima", "unknown", "denied")),
    ("Anna Weber never set foot in Lima.", ("Anna Weber", None, "Lima", "unknown", "denied")),
    ("Anna Weber made a run for Lima.", ("Anna Weber", None, "Lima", "unknown", "happened")),
    ("Anna Weber hitchhiked to Lima.", ("Anna Weber", None, "Lima", "road", "happened")),
    ("Anna Weber was expected in Lima on Monday.", ("Anna Weber", None, "Lima", "unknown", "planned")),
    ("Anna Weber is back in Lima.", ("Anna Weber", None, "Lima", "unknown", "happened")),
    ("The pilgrims were brought ashore in Greece.", ("The pilgrims", None, "Greece", "unknown", "happened")),
    ("The trawler put into Mombasa.", ("The trawler", None, "Mombasa", "sea", "happened")),
    ("The ferry turned back to Mombasa.", ("The ferry", None, "Mombasa", "sea", "happened")),
    ("A truck brought Anna Weber to Lima.", ("Anna Weber", None, "Lima", "road", "happened")),
    ("The reporter sent to Moscow filed a story.", ("The reporter", None, "Moscow", "unknown", "happened")),
    ("The cargo was destined for Lima.", ("The cargo", None, "Lima", "unknown", "happened")),
    # who travels: those counted, those described, a craft by its way, who is on it
    (
        "A total of 456 pilgrims were brought by boat to Lima.",
        ("A total of 456 pilgrims", None, "Lima", "sea", "happened"),
    ),
    (
        "Thousands of people have been leaving for Greece.",
        ("Thousands of people", None, "Greece", "unknown", "under way"),
    ),
    ("The injured were flown to Vienna.", ("The injured", None, "Vienna", "air", "happened")),
    ("Anna Weber ran from Paris to Vienna.", ("Anna Weber", "Paris", "Vienna", "unknown", "happened")),
    ("Anna Weber was called back to Lima.", ("Anna Weber", None, "Lima", "unknown", "happened")),
    ("A ferry from Lima to Mombasa hit a whale.", ("A ferry", "Lima", "Mombasa", "sea", "happened")),
    (
        "Anna Weber was on a train from Paris to Vienna when it stopped.",
        ("Anna Weber", "Paris", "Vienna", "rail", "happened"),
    ),
    ("A haulier drove from Paris to Vienna.", ("A haulier", "Paris", "Vienna", "road", "happened")),
    # nouns
    (
        "Talk of a trip to Paris by Anna Weber was scotched.",
        ("Anna Weber", None, "Paris", "unknown", "denied"),
    ),
    ("Anna Weber is in Paris for a visit.", ("Anna Weber", None, "Paris", "unknown", "under way")),
    ("Anna Weber missed the trip to Lima.", ("Anna Weber", None, "Lima", "unknown", "denied")),
    ("Anna Weber accepted an invitation to Lima.", ("Anna Weber", None, "Lima", "unknown", "planned")),
    (
        "Anna Weber is coming to the end of a tour of Greece.",
        ("Anna Weber", None, "Greece", "unknown", "happened"),
    ),
    # any way, any vehicle, further phrases
    ("Anna Weber talked her way to Paris.", ("Anna Weber", None, "Paris", "unknown", "happened")),
    ("Anna Weber was put on a plane to Lima.", ("Anna Weber", None, "Lima", "air", "happened")),
    ("Anna Weber took refuge in Greece.", ("Anna Weber", None, "Greece", "unknown", "happened")),
    ("Anna Weber pedalled to Paris.", ("Anna Weber", None, "Paris", "road", "happened")),
    ("Anna Weber was home in Lima by noon.", ("Anna Weber", None, "Lima", "unknown", "happened")),
    ("The bus covered the 90 km from Lima to Paris.", ("The bus", "Lima", "Paris", "road", "happened")),
    ("The plane diverted to Vienna.", ("The plane", None, "Vienna", "air", "happened")),
    ("The ship is due to dock in Mombasa.", ("The ship", None, "Mombasa", "sea", "planned")),
    (
        "Anna Weber accepted an invitation to speak in Paris.",
        ("Anna Weber", None, "Paris", "unknown", "planned"),
    ),
    # where it began, by what was told before
    (
        "Anna Weber met the mayor in Lima and flew to Paris.",
        ("Anna Weber", "Lima", "Paris", "air", "happened"),
    ),
    (
        "Having spent a week in Lima, Anna Weber left for Paris.",
        ("Anna Weber", "Lima", "Paris", "unknown", "happened"),
    ),
    (
        "Anna Weber returned to Paris after a month in Lima.",
        ("Anna Weber", "Lima", "Paris", "unknown", "happened"),
    ),
    (
        "Anna Weber, travelling by car from Lima, reached Paris.",
        ("Anna Weber", "Lima", "Paris", "road", "happened"),
    ),
    (
        "Anna Weber was found dead in Paris after travelling from Lima.",
        ("Anna Weber", "Lima", "Paris", "unknown", "happened"),
    ),
    (
        "The ship left Lima on Monday and is expected in Mombasa.",
        ("The ship", "Lima", "Mombasa", "sea", "under way"),
    ),
    # who travels, by WordNet, by name and by what comes after
    ("The harpist flew to Paris.", ("The harpist", None, "Paris", "air", "happened")),
    ("The head coach came to Paris.", ("The head coach", None, "Paris", "unknown", "happened")),
    ("The coach came to Paris at noon.", ("The coach", None, "Paris", "road", "happened")),
    ("The dhow sailed to Mombasa.", ("The dhow", None, "Mombasa", "sea", "happened")),
    ("A sarcophagus was shipped to Vienna.", ("A sarcophagus", None, "Vienna", "unknown", "happened")),
    ("A Cessna 208 landed in Nairobi.", ("A Cessna", None, "Nairobi", "air", "happened")),
    ("As she was leaving Lima, Anna Weber waved.", ("Anna Weber", "Lima", None, "unknown", "happened")),
    (
        "He flew to Lima, a spokesman for Paul Weber said.",
        ("Paul Weber", None, "Lima", "air", "happened"),
    ),
    # not so
    (
        "Anna Weber tried to reach Paris but was stopped.",
        ("Anna Weber", None, "Paris", "unknown", "denied"),
    ),
    (
        "Anna Weber stayed at home rather than go to Paris.",
        ("Anna Weber", None, "Paris", "unknown", "denied"),
    ),
]


@pytest.mark.parametrize(("text", "expected"), REPORTED)
def test_reported(text, expected):
    assert rows(text) == [expected]


NOT_JOURNEYS = [
    # what moves is no traveller
    "The missile travelled 800 km to Paris.",
    "The decision drove up prices in Paris.",
    "The road goes to Paris.",
    "The talks moved to Vienna.",
    "The company sent a letter to Moscow.",
    "Sales to Russia went up.",
    "A storm reached Houston.",
    # metonyms, armies, attacks
    "Moscow moved to calm the markets.",
    "Russia returned to Greece what it had taken.",
    "Troops entered Houston.",
    "Russia invaded Turkey.",
    # careers, metaphors, presence
    "Anna Weber returned to politics in Paris.",
    "Anna Weber lives in Paris.",
    "Anna Weber met the mayor in Paris.",
    "Anna Weber comes from Lima.",
    "Anna Weber took office in Paris.",
    # habits, statistics, nobody
    "Visitors to London spend more.",
    "Tourists often visit Paris.",
    "Anna Weber regularly travels to Paris.",
    "Anna Weber used to fly to Paris.",
    "People travelling to Paris must wait.",
    "Expulsions of diplomats from Russia went on.",
    "More than 75,000 flights arrived in Paris last year.",
    "He sat back from Berlin politics.",
    "The airline resumed its flight to Berlin.",
    "The king recalled his ambassador to Moscow.",
    "The shop will be in Paris in July.",
    "The price is back from its low in Berlin.",
    "Anna Weber carried a letter from Paris.",
    "Anna Weber quit her job in Lima.",
    "Anna Weber went to Paris University.",
    "The defender moved to Juventus from Lima.",
    "It is a five-hour drive from Paris to Vienna.",
    "It takes three hours to travel from Paris to Vienna.",
    "Trains run from Paris to Vienna.",
    "The ferry from Lima to Mombasa costs ten dollars.",
    "More than two million passengers flew to Paris last year.",
    "Any weapons sent to Greece would be stopped.",
    "Anna Weber flies to Paris every week.",
    "Anna Weber called the mayor at noon in Paris.",
    "His novels travel from Lima to London.",
    "The aircraft can fly from Lima to London.",
    "The firm has a jet capable of flying from Lima to London.",
    # no place of their own
    "Anna Weber went to the hospital.",
    "Anna Weber boarded a plane.",
    # what only nouns tell apart
    "Winter has arrived in Greece.",
    "The brand arrived in Greece in 2019.",
    "The best time to visit Greece is spring.",
    "In his haste to withdraw from Greece, the president stands alone.",
    "The film takes viewers to Greece.",
    "The company moved its headquarters to Paris.",
    "Hurricane Anna left Greece on Sunday.",
    "The scholarship lets four pupils a year go to Paris.",
    "Millions of people have fled to Turkey.",
    "Anna Weber went to school in Paris.",
    "The flight from Paris to Vienna takes two hours.",
    "The airline flies to Paris from Lima.",
    "Oil from Lima goes to Greece.",
]


@pytest.mark.parametrize("text", NOT_JOURNEYS)
def test_no_journey(text):
    assert rows(text) == []

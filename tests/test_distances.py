"""Reported distances: texts with their places in brackets, and what is to be found of each distance."""

from __future__ import annotations

import re
from functools import lru_cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from geo.model import Mention, Place, PlaceKind, Role, Span
from geo.reading.distances.distances import find_distances
from geo.reading.distances.lengths import find_lengths
from geo.reading.parse import load_pipeline, parse
from tests.effort import effort

# text with [Name] for a town, [Name|kind] for another kind; then "words | from | to | direction"
BETWEEN_PLACES = [
    (
        "One potential stop is [Vostochny Cosmodrome|facility], the site of a meeting in April "
        "2022. The centre, "
        "whose first rocket launch took place in 2016, is about 950 miles north of [Vladivostok].",
        "about 950 miles | Vladivostok | Vostochny Cosmodrome | north",
    ),
    (
        "Kim may meet Putin in [Vladivostok], where he arrived Monday. Putin's first meeting with "
        "Kim was held in "
        "2019 in the city, which is about 425 miles (680 kilometers) north of [Pyongyang].",
        "about 425 miles (680 kilometers) | Pyongyang | Vladivostok | north",
    ),
    (
        "He told journalists he would soon travel to the [Vostochny Cosmodrome|facility], a Russian "
        "spaceport some "
        "1,000km from [Vladivostok].",
        "some 1,000km | Vladivostok | Vostochny Cosmodrome | ",
    ),
    ("The attack took place in [Bucha], 20 miles northwest of [Kyiv].",
     "20 miles | Kyiv | Bucha | northwest"),
    ("[Kherson] is 60 miles from [Odesa].", "60 miles | Odesa | Kherson | "),
    ("[Kherson] lies just over 60 miles east of [Odesa].", "over 60 miles | Odesa | Kherson | east"),
    (
        "[Chasiv Yar] lies 10 km west of [Bakhmut]. The town is 55 km from [Kramatorsk].",
        "10 km | Bakhmut | Chasiv Yar | west; 55 km | Kramatorsk | Chasiv Yar | ",
    ),
    ("A blast hit a depot in [Saky], more than 200 km from the front.", "more than 200 km | | Saky | "),
    ("The distance between [Paris] and [London] is 344 km.", "344 km | Paris | London | "),
    ("[Paris] and [London] are 344 km apart.", "344 km | Paris | London | "),
    ("Some 344 km separate [Paris] from [London].", "Some 344 km | Paris | London | "),
    ("The 11-mile road from [Jericho] to [Jerusalem] was closed.", "11-mile | Jericho | Jerusalem | "),
    ("A 3,000-kilometre journey from [Moscow] to [Chita] took days.", "3,000-kilometre | Moscow | Chita | "),
    ("He walked 50 miles to [Reims] from [Paris].", "50 miles | Paris | Reims | "),
    ("They drove two thousand miles from [Miami] to [Denver].", "two thousand miles | Miami | Denver | "),
    ("About 50 miles north of [Kyiv], in [Ivankiv], a bridge fell.",
     "About 50 miles | Kyiv | Ivankiv | north"),
    ("The ship sank nearly 50 nautical miles off [Odesa].", "nearly 50 nautical miles | Odesa | | "),
    ("No one may swim within one kilometre of [Cape Peron|area].", "within one kilometre | Cape Peron | | "),
    ("The village of [Moshchun], half a mile from [Hostomel], burned.",
     "half a mile | Hostomel | Moshchun | "),
    ("[Galway] is 20 km from [Galway].", "20 km | Galway | | "),
    ("[Galway] is a 200-km drive from [Dublin].", "200-km | Dublin | Galway | "),
    ("[Lagos] and [Abuja] are 700 km from each other.", "700 km | Lagos | Abuja | "),
    (
        "The survivors reached [Lampedusa]. Their boat sank 45 miles south of the island.",
        "45 miles | Lampedusa | | south",
    ),
    ("[Deraa], 10 to 15 miles from [Jasim], was shelled.", "10 to 15 miles | Jasim | Deraa | "),
    ("He lives in [Gainesville]. [Dulles Airport|facility] is 22 miles away.",
     "22 miles | Gainesville | Dulles Airport | "),
    ("The camp is in [Zaatari], 12km from [Mafraq], officials said.", "12km | Mafraq | Zaatari | "),
    ("The rebels hold [Kobani], which lies less than a mile from [Suruc].",
     "less than a mile | Suruc | Kobani | "),
    ("She was found in [Harlow], 30 miles (48 km) north-east of [London], on Friday.",
     "30 miles (48 km) | London | Harlow | north-east"),
    ("The town of [Avdiivka], located 15 kilometers north of [Donetsk], fell.",
     "15 kilometers | Donetsk | Avdiivka | north"),
    ("[Khasan], a border town 130 km southwest of [Vladivostok], has a station.",
     "130 km | Vladivostok | Khasan | southwest"),
    ("Police stopped him 40 miles outside [Dallas].", "40 miles | Dallas | | "),
    ("It fell into the sea about 60 miles east of [Sendai].", "about 60 miles | Sendai | | east"),
    ("[Lyman] is a rail hub. It is 160 km by rail from [Kharkiv].", "160 km | Kharkiv | Lyman | "),
    ("The flight from [Oslo] to [Bergen] covers 190 miles.", "190 miles | Oslo | Bergen | "),
    ("[Narva] and [Tallinn] lie 210 kilometres apart.", "210 kilometres | Narva | Tallinn | "),
    ("The quake struck 5 miles from [Amatrice], killing 20.", "5 miles | Amatrice | | "),
    ("[Sderot], a mile from the border with [Gaza|region], was hit.", "a mile | Gaza | Sderot | "),
    ("Three hundred and fifty kilometres south of [Riyadh], the road ends.",
     "Three hundred and fifty kilometres | Riyadh | | south"),
    ("The train left [Tumangang] for [Khasan], six miles away.", "six miles | Tumangang | Khasan | "),
    ("[Douma] is just 10 miles from the capital, [Damascus].", "10 miles | Damascus | Douma | "),
    ("[Iten] is 20 miles from [Eldoret] and 190 miles from [Nairobi].",
     "20 miles | Eldoret | Iten | ; 190 miles | Nairobi | Iten | "),
    ("Rebels seized [Gharyan], some 80km (50 miles) south of the capital [Tripoli], on Friday.",
     "some 80km (50 miles) | Tripoli | Gharyan | south"),
    ("They rode a 10-hour, 500-mile bus journey from [Lima] to [Cusco].", "500-mile | Lima | Cusco | "),
    ("Troops marched to [Mosul], 250 miles (400 km) north of [Baghdad].",
     "250 miles (400 km) | Baghdad | Mosul | north"),
    ("A fire burned in [Ventura]. Twenty miles up the coast, in [Carpinteria], people fled.",
     "Twenty miles | Ventura | Carpinteria | "),
    ("A man was killed in a village 25 miles from [Aleppo].", "25 miles | Aleppo | | "),
    ("[Kramatorsk], which lies around 50 km to the south of [Izyum], was hit.",
     "around 50 km | Izyum | Kramatorsk | south"),
    ("The epicenter was 5 km (3 miles) northwest of [Norcia] at a depth of 10 km.",
     "5 km (3 miles) | Norcia | | northwest"),
    ("People within a 20-mile radius of [Fukushima] in [Japan|country] left.",
     "within a 20-mile | Fukushima | | "),
    ("The car was found about 50 miles away close to [Yuba City].", "about 50 miles | | Yuba City | "),
    ("Pilgrims left [Lahore] for [Nankana]. The 50-mile march took two days.",
     "50-mile | Lahore | Nankana | "),
    ("The gas comes from [Baku] to [Erzurum] in a pipe of 600 miles.",
     "600 miles | Baku | Erzurum | "),
    ("They pedalled from [Rouen] to [Amiens]. Riders covered 75 miles in all.",
     "75 miles | Rouen | Amiens | "),
    ("Floods cut 12 miles of road between [Sibi] and [Quetta].", "12 miles | Sibi | Quetta | "),
    ("Few survive the 900-mile trek across the sand.", "900-mile | | | "),
    ("They marched for 11 miles to [Selma].", "11 miles | | Selma | "),
    ("He swam the 21 miles from [Dover] to [Calais].", "21 miles | Dover | Calais | "),
    ("Fighting reached [Kadugli]. Columns came from [Dilling] and from [El Obeid], 240 km to the north.",
     "240 km | Kadugli | El Obeid | north"),
    ("He sailed for [Antigua]. On Tuesday he was 900 miles east of [Falmouth].",
     "900 miles | Falmouth | | east"),
    ("He lives in [Gainesville]. [Fairfax] station is 12 miles away, [Dulles|facility] 22 miles away.",
     "12 miles | Gainesville | Fairfax | ; 22 miles | Gainesville | Dulles | "),
    ("A lorry overturned on the road to [Kitale], 20 km from [Eldoret].", "20 km | Eldoret | | "),
    ("[Dover], 21 miles across the Channel from [Calais], was full.", "21 miles | Calais | Dover | "),
    ("Police held [Lyman]. From there it is 40 km to [Izium].", "40 km | Lyman | Izium | "),
    ("[Baidoa] is 250 km west of the [Somali|country] capital, [Mogadishu].",
     "250 km | Mogadishu | Baidoa | west"),
    ("They attacked [Mandera], near the border with [Somalia|country], about 1,000 km from [Nairobi].",
     "about 1,000 km | Nairobi | Mandera | "),
    ("[Aden] and [Taiz] are separated by 170 km of mountain road.", "170 km | Aden | Taiz | "),
    ("The team travelled 300 km south to [Maiduguri] from [Diffa].",
     "300 km | Diffa | Maiduguri | south"),
    ("A rocket landed in a field 3 km from [Sderot].", "3 km | Sderot | | "),
    ("The 440-km railway will link [Mombasa] with [Nairobi].", "440-km | Mombasa | Nairobi | "),
    ("The road from [Najaf] to [Karbala] is 80 km long.", "80 km | Najaf | Karbala | "),
    ("A 150-mile stretch of [Interstate 80|facility] between [Laramie] and [Rawlins] was closed.",
     "150-mile | Laramie | Rawlins | "),
    ("The bird set off from [Cork] and came down in [Bubaque], having covered 4,000 km.",
     "4,000 km | Cork | Bubaque | "),
    ("The plane vanished 60 km after leaving [Jakarta].", "60 km | Jakarta | | "),
    ("The engine had covered 1,300 km since [Chennai] and stopped at [Bhopal].",
     "1,300 km | Chennai | | "),
    ("They fled 12 km from a house, police in [Boise] said.", "12 km | | | "),
]  # fmt: skip

NOT_BETWEEN_PLACES = [
    "A side covers 22,000 kilometres in a season between [Lima] and [Cusco].",
    "He walked 36,000 miles in his working life from [Cork].",
    "The tower in [Dubai] is 300 meters high.",
    "The missile, with a range of 3,000 km, can reach [Guam].",
    "The missile flew at an altitude of 500 km over [Japan|country].",
    "The river in [Egypt|country] is 1,000 miles long.",
    "He ran 5 miles every day.",
    "The car did 120 km per hour in [Bonn].",
    "It went 120 km/h near [Bonn].",
    "The square in [Rome] is 100 yards wide.",
    "They own 20 square miles of land near [Perth].",
    "The crater near [Perth] is 2 km in diameter.",
    "The shaft at [Soma] is 400 metres deep.",
    "The quake near [Perth] was 10 km deep.",
    "Snow above 2,000 metres closed [Andermatt].",
    "The snow in [Boston] was two feet deep.",
    "[Boston] lies 19 feet above the sea.",
    "The Premier League put [Leeds] in two leagues.",
    "Spent $5m in [Leeds].",
    "The nine-mile-long border wall at [Tijuana] is new.",
    "They laid 40 miles of pipe in [Ohio|region].",
    "He has 2 million miles of experience.",
    "The trip to [Leeds] took three hours.",
    "It is a 15-minute drive from [Leeds].",
    "She is 5 ft 6 in.",
    "Winds of 90 miles an hour hit [Leeds].",
    "The missile fired from [Sunan] flew 600 km to the east.",
    "Winds extended 100 miles from the center of the storm near [Mobile].",
    "Stay two metres away from others in [Leeds].",
    "Along the 600-mile front line from [Kharkiv] to [Kherson] guns fell silent.",
    "Troops advanced 20 miles into [Syria|country].",
    "The 40-mile-long convoy stood near [Kyiv].",
    "He won the 10 km race in [Leeds].",
    "Sixteen kilometres of the road from [Herat] to [Kandahar] were mined.",
    "The tunnel under [Dover] is 50 km long.",
    "The train runs at 300 km per hour between [Osaka] and [Tokyo].",
    "The missile flew about 1,000 km from [Sunan].",
    "Cars queued for 10 km at [Medyka].",
    "The glacier near [Thun] has shrunk by 2 km.",
    "The tower of [Pisa] is separated by 3 metres of grass.",
]


@lru_cache(maxsize=1)
def pipeline():
    return load_pipeline()


def _read(marked):
    """Text, mentions and places of a text with its places in brackets."""
    text, mentions, places, done = "", [], {}, 0
    for match in re.finditer(r"\[([^\]|]+)(?:\|(\w+))?\]", marked):
        text += marked[done : match.start()]
        name, kind = match.group(1), PlaceKind(match.group(2) or "city")
        places[name] = Place(
            id=name, name=name, kind=kind, lat=0, lon=0, radius_km=1, country=None, basis="test"
        )
        span = Span(article="a", start=len(text), end=len(text) + len(name), text=name)
        mentions.append(Mention(span=span, place=name, role=Role.LITERAL))
        text, done = text + name, match.end()
    return text + marked[done:], mentions, tuple(places.values())


def _distances(marked):
    text, mentions, places = _read(marked)
    paragraphs = parse("a", text, [(0, len(text))], pipeline())
    found = find_distances(paragraphs, mentions, places)
    assert all(text[one.start : one.end] == one.text for distance in found for one in distance.evidence)
    return found


@pytest.mark.parametrize(("marked", "expected"), BETWEEN_PLACES)
def test_a_distance_has_its_words_ends_and_direction(marked, expected):
    found = [
        (one.evidence[0].text, one.from_place or "", one.to_place or "", one.direction or "")
        for one in _distances(marked)
    ]
    assert found == [tuple(part.strip() for part in row.split("|")) for row in expected.split(";")]


@pytest.mark.parametrize("marked", NOT_BETWEEN_PLACES)
def test_what_is_not_between_places_is_left_out(marked):
    assert [one.evidence[0].text for one in _distances(marked)] == []


def test_a_third_of_the_table_is_negative():
    assert len(NOT_BETWEEN_PLACES) * 2 >= len(BETWEEN_PLACES)


@pytest.mark.parametrize(
    ("text", "value", "unit", "km", "approximate"),
    [
        ("about 950 miles", 950, "mile", 1528.877, True),
        ("425 miles (680 kilometers)", 425, "mile", 683.971, False),
        ("some 1,000km", 1000, "kilometre", 1000, True),
        ("a 3,000-kilometre journey", 3000, "kilometre", 3000, False),
        ("two thousand miles", 2000, "mile", 3218.688, False),
        ("half a mile", 0.5, "mile", 0.805, False),
        ("two and a half miles", 2.5, "mile", 4.023, False),
        ("three-quarters of a mile", 0.75, "mile", 1.207, False),
        ("a quarter-mile", 0.25, "mile", 0.402, False),
        ("nearly 50 nautical miles", 50, "nautical mile", 92.6, True),
        ("50 statute miles", 50, "statute mile", 80.467, False),
        ("11-mile", 11, "mile", 17.703, False),
        ("10 to 15 miles", 12.5, "mile", 20.117, True),
        ("50-60km", 55, "kilometre", 55, True),
        ("one hundred and fifty km", 150, "kilometre", 150, False),
        ("1.5 million km", 1_500_000, "kilometre", 1_500_000, False),
        ("3½ miles", 3.5, "mile", 5.633, False),
        ("20 miles, or 32 km,", 20, "mile", 32.187, False),
    ],
)
def test_a_length_is_read_in_words_and_figures(text, value, unit, km, approximate):
    (length,) = find_lengths(text)
    assert (length.value, length.unit, length.is_approximate) == (value, unit, approximate)
    assert length.km == pytest.approx(km, abs=0.001)


@pytest.mark.parametrize("text", ["a few miles", "many miles", "$5m", "the mile", "miles", "A4 m", "0x5km"])
def test_what_has_no_number_is_no_length(text):
    assert find_lengths(text) == ()


WORDS = (
    "10 to 15 miles ( km ) half a mile and , - one hundred ½ within about or / 9999999 $ £ metres 1,000 0.5"
)


@settings(max_examples=100, deadline=None)
@given(
    st.lists(
        st.sampled_from(WORDS.split()),
        max_size=30,
    ).map(" ".join)
    | st.text(max_size=200)
)
def test_any_text_is_read_without_a_crash(text):
    last = 0
    for length in find_lengths(text):
        assert last <= length.start < length.core_end <= length.end <= len(text)
        assert length.km >= 0
        last = length.end


ARTICLE = (
    "[Odesa]|[Kherson]|[Crimea]|The city|The island|It|is|lies|and|about|10 miles|some 16 km|(26 km)"
    "|half a mile|north of|from|away|between|to|the city|there|each other|within|road|drive|,|.|\n|“|”"
    "|\u200f|🚂"
)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(ARTICLE.split("|")), max_size=30).map(" ".join))
def test_whatever_is_written_a_distance_has_its_words_and_known_ends(marked):
    last = -1
    for one in _distances(marked):
        assert one.evidence[0].start > last
        assert one.km > 0
        assert one.from_place is None or one.from_place != one.to_place
        assert {one.from_place, one.to_place} <= {None, "Odesa", "Kherson", "Crimea"}
        last = one.evidence[0].start


@pytest.mark.parametrize(
    "hostile",
    ["10 miles " * 10_000, "1" * 100_000, "one hundred and " * 6_000 + "km", ", " * 50_000, "km " * 30_000],
    ids=lambda text: text[:8],
)
def test_effort_grows_with_the_length_and_no_faster(hostile):
    quarter = effort(lambda: find_lengths(hostile[: len(hostile) // 4]))
    assert effort(lambda: find_lengths(hostile)) < 4.5 * quarter + 200


@pytest.mark.parametrize(
    "marked",
    [
        "[Kherson] is 60\r\nmiles\r\nfrom [Odesa].",
        "\u200f[Kherson] is 60 miles \u200ffrom [Odesa].",
        "<b>[Kherson]</b> is 60 miles from <i>[Odesa]</i>.",
        "“‘[Kherson] is 60 miles from [Odesa],’” he said. 🚂",
        "[Kherson]" + "," * 10_000 + " is 60 miles from [Odesa]",
        "[Kherson] " + "from 60 miles " * 500 + "[Odesa]",
        "60 miles",
        "60 miles from",
        "[Odesa] 60 miles",
    ],
    ids=lambda text: repr(text[:20]),
)
def test_hostile_text_keeps_true_offsets(marked):
    assert all(one.km == pytest.approx(96.561, abs=0.001) for one in _distances(marked))

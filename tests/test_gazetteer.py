"""Place names to places: which rank first, which are unsure, which are none."""

from __future__ import annotations

import csv

import pytest
from geopy.distance import geodesic
from hypothesis import given
from hypothesis import strategies as st

from geo.atlas.folding import fold
from geo.atlas.gazetteer import FOLDER, Gazetteer, load_gazetteer, place_report
from geo.atlas.placetable import NameKind
from geo.model import Place, PlaceKind

PIER = Place(
    id="story:pier-33", name="Pier 33", kind=PlaceKind.FACILITY, lat=43.115, lon=131.885, radius_km=0.5,
    country="RU", basis="places.csv",
)  # fmt: skip


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    return load_gazetteer([PIER])


@pytest.mark.parametrize(
    ("name", "country", "kind", "lat", "lon"),
    [
        ("Khasan", "RU", "city", 42.424, 130.652),
        ("Vladivostok", "RU", "city", 43.106, 131.874),
        ("Kiev", "UA", "city", 50.45, 30.52),
        ("KYIV’S", "UA", "city", 50.45, 30.52),
        ("Svobodny", "RU", "city", 51.38, 128.14),
        ("Svobodnyy", "RU", "city", 51.38, 128.14),
        ("Peking", "CN", "city", 39.91, 116.4),
        ("St. Petersburg", "RU", "city", 59.94, 30.31),
        ("Saint Petersburg", "RU", "city", 59.94, 30.31),
        ("P'yŏngyang", "KP", "city", 39.03, 125.75),
        ("Seville", "ES", "city", 37.38, -5.97),
        ("the Hague", "NL", "city", 52.08, 4.3),
        ("Turkey", "TR", "country", 39.0, 35.0),
        ("Türkiye", "TR", "country", 39.0, 35.0),
        ("U.S.", "US", "country", 39.5, -97.5),
        ("UK", "GB", "country", 54.4, -2.1),
        ("America", "US", "country", 39.5, -97.5),
        ("Primorsky Krai", "RU", "region", 45.3, 134.5),
        ("Los Angeles County", "US", "region", 34.3, -118.2),
        ("England", "GB", "region", 52.8, -1.5),
        ("Sea of Japan", None, "area", 40.0, 135.0),
        ("Pier 33", "RU", "facility", 43.115, 131.885),
        ("Tanjung Pelepas", "MY", "facility", 1.366, 103.55),
        ("Thanaleng", "LA", "facility", 17.88, 102.72),
        ("Boten", "LA", "city", 21.18, 101.69),
        ("Kupiansk", "UA", "city", 49.71, 37.61),
        ("Marawi", "PH", "city", 8.0, 124.29),
        ("Wyoming", "US", "region", 43.0, -107.55),
        ("Sakhalin", "RU", "region", 50.2, 143.4),
        ("Rhodes", "GR", "area", 36.2, 28.0),
        ("Lake Titicaca", None, "area", -15.8, -69.4),
        ("Tsavo East", "KE", "area", -2.9, 38.8),
        ("Far Eastern Federal District", "RU", "area", 62.5, 132.0),
        ("Negros", "PH", "area", 10.0, 123.0),
        ("Drava River", None, "area", 46.6, 14.8),
        ("Dohuk", "IQ", "city", 36.87, 43.0),
        ("Erbil Governorate", "IQ", "region", 36.2, 44.2),
        ("Anbar Province", "IQ", "region", 33.2, 41.5),
        ("Nineveh Province", "IQ", "region", 35.9, 42.8),
        ("Kandahar Province", "AF", "region", 31.1, 65.7),
        ("North Kivu Province", "CD", "region", -0.7, 28.6),
        ("Masovian Voivodeship", "PL", "region", 52.2, 21.2),
        ("Verde Island Passage", "PH", "area", 13.6, 120.9),
        ("Mkomazi National Park", "TZ", "area", -4.0, 38.1),
        ("Schiphol Airport", "NL", "facility", 52.31, 4.76),
        ("Newark Airport", "US", "facility", 40.69, -74.17),
        ("LAX", "US", "facility", 33.94, -118.41),
    ],
)
def test_best_candidate(gazetteer, name, country, kind, lat, lon):
    best = gazetteer.candidates(name)[0]
    assert (best.country, best.kind) == (country, kind)
    assert geodesic((best.lat, best.lon), (lat, lon)).km < max(15, best.radius_km / 3)


@pytest.mark.parametrize(
    ("name", "own", "spelt_like_it"),
    [
        ("Frankfurt", "geonames:2925533", "geonames:4893037"),
        ("Monterrey", "geonames:3995465", "geonames:5374361"),
    ],
)
def test_a_spelling_of_a_small_town_is_left_to_the_city_that_is_called_so(
    gazetteer, name, own, spelt_like_it
):
    share = {place.id: place.confidence for place in gazetteer.candidates(name)}
    assert share[own] > 50 * share[spelt_like_it]
    assert gazetteer.facts(own, name=name).name_kind <= NameKind.KNOWN
    assert gazetteer.facts(spelt_like_it, name=name).name_kind is NameKind.ALTERNATE


@pytest.mark.parametrize(
    "name",
    [
        "Putin",
        "Monday",
        "Lax",
        "Michigan State",
        "Vladivostock",
        "Los Angelos",
        "KPNAM",
        "Korean",
        "",
        "   ",
        "Tumangang",
        "Royal Air Force",
        "x" * 100_000,
        "\u200b",
        "…",
    ],
)
def test_unknown_names(gazetteer, name):
    assert gazetteer.candidates(name) == ()
    assert not gazetteer.has(name)


@pytest.mark.parametrize(
    "name",
    [
        "Khasan", "Us", "Kim", "Springfield", "Vostochny", "Ala", "Shire", "Peace", "Slave", "Snake", "Kula",
        "Green", "Black", "Red River", "Washington", "Lincoln", "Churchill", "Nelson", "Grace", "Anna", "Don",
        "Mohan", "Ali", "Smith", "Garcia", "Ford", "Blue Nile", "White Nile",
        "Victoria", "Granada", "San José", "San Jose", "Córdoba", "Cordoba", "Valencia", "Birmingham",
        "Cambridge", "Alexandria", "Hamilton", "Kingston", "Barcelona", "Santa Cruz", "Columbus",
        "Odessa", "Newcastle", "Orange", "Reading", "Bath", "Hull", "Enterprise", "North",
        "Downtown", "Punjab", "Limburg", "Gulf",
        "Amur", "Tumen", "Yalu", "Moselle", "Drava", "Bohemia", "Moravia", "Portillo", "Las Cuevas",

    ],
)  # fmt: skip
def test_a_bad_namesake_is_never_a_silent_answer(gazetteer, name):
    assert gazetteer.candidates(name)[0].confidence < 0.75


@pytest.mark.parametrize("name", ["Paris", "Santos", "Lima", "Sydney", "Lyon", "Jordan", "London"])
def test_a_large_town_is_sure_though_people_are_called_so(gazetteer, name):
    assert gazetteer.candidates(name)[0].confidence > 0.75


def test_the_reason_says_that_people_bear_the_name(gazetteer):
    said = {name: place_report(gazetteer, name)["best"].basis for name in ("Mohan", "Khasan")}
    assert "people are called so" in said["Mohan"]
    assert "people are called so" not in said["Khasan"]


@pytest.mark.parametrize(("name", "other"), [("Rhine", "Rhein"), ("Euphrates", "Firat"), ("Tagus", "Tejo")])
def test_a_river_is_one_whatever_each_country_calls_it(gazetteer, name, other):
    assert gazetteer.candidates(name)[0].id == gazetteer.candidates(other)[0].id
    assert gazetteer.candidates(name)[0].name == f"{name} River"


@pytest.mark.parametrize(
    ("name", "kind"), [("Nile", "area"), ("Yangtze", "area"), ("Volga", "area"), ("Jordan", "country")]
)
def test_a_great_river_is_still_the_best_of_its_name(gazetteer, name, kind):
    assert gazetteer.candidates(name)[0].kind == kind
    assert gazetteer.candidates("Shire River")[0].confidence > 0.8


@pytest.mark.parametrize(
    ("word", "country"),
    [("Russian", "RU"), ("Russians", "RU"), ("Chinese", "CN"), ("American", "US"), ("British", "GB")],
)
def test_demonyms(gazetteer, word, country):
    assert gazetteer.demonym(word).country == country


@pytest.mark.parametrize("word", ["polish", "Table", "Monday", ""])
def test_what_is_no_demonym(gazetteer, word):
    assert gazetteer.demonym(word) is None


def test_place_report_has_the_other_khasan(gazetteer):
    report = place_report(gazetteer, "Khasan")
    assert report["best"].country == "RU"
    assert [place.country for place in report["alternatives"]] == ["IN"]
    assert place_report(gazetteer, "Khasan", "IN")["best"].name == "Hassan"
    assert place_report(gazetteer, "Nowhereville")["best"] is None


@pytest.mark.parametrize(
    ("query", "options", "address"),
    [
        ("Paris", {}, "Paris, FR"),
        ("Paris, Texas", {}, "Paris, US"),
        ("Paris, TX, US", {}, "Paris, US"),
        ("Paris", {"country_codes": "us"}, "Paris, US"),
        ("Paris", {"country_codes": ["ca", "dk"]}, "Paris, CA"),
        ("Paris", {"viewbox": [(30, -100), (37, -90)]}, "Paris, US"),
        ("Provideniya", {"viewbox": [(60, 170), (70, -165)]}, "Provideniya, RU"),
        ("VVO", {}, "Vladivostok International Airport, RU"),
        ("UHWW", {}, "Vladivostok International Airport, RU"),
        ("Calif.", {}, "California, US"),
        ("Pier 33", {}, "Pier 33, RU"),
    ],
)
def test_geocode(gazetteer, query, options, address):
    assert gazetteer.geocode(query, **options).address == address


@pytest.mark.parametrize(
    ("query", "options"),
    [
        ("Nowhereville", {}),
        ("Paris, Nowhereville", {}),
        ("Khasan", {"country_codes": "US"}),
        ("Khasan", {"viewbox": [(0, 0), (1, 1)]}),
        ("", {}),
    ],
)
def test_geocode_finds_nothing_as_geopy_does(gazetteer, query, options):
    assert gazetteer.geocode(query, **options) is None
    assert gazetteer.geocode(query, exactly_one=False, **options) is None


def test_geocode_tells_all_and_why(gazetteer):
    russian, indian = gazetteer.geocode("Khasan", exactly_one=False)
    assert russian.raw["basis"].startswith("GeoNames")
    assert russian.raw["reason"].startswith("its own name; a town of 776 in Primorsky Krai; 1 other place")
    assert indian.raw["reason"].startswith("only an alternate spelling of it; a town of ")
    assert len(gazetteer.geocode("Springfield", exactly_one=False, limit=3)) == 3


@pytest.mark.parametrize(
    ("lat", "lon", "address"),
    [
        (43.11, 131.88, "Vladivostok, RU"),
        (51.5, -0.12, "London, GB"),
        (64.42, -173.23, "Provideniya, RU"),
        (-90.0, 0.0, "McMurdo Station, AQ"),
        (-16.8, -179.99, "Savusavu, FJ"),
    ],
)
def test_reverse(gazetteer, lat, lon, address):
    nearest = gazetteer.reverse((lat, lon), exactly_one=False, limit=5)
    assert len(nearest) == 5
    assert address in [location.address for location in nearest]
    assert gazetteer.reverse((lat, lon)).address == nearest[0].address


@pytest.mark.parametrize(
    ("name", "country", "feature", "admin1_code", "admin2", "is_capital", "name_kind"),
    [
        ("Moscow", "RU", "PPLC", "RU.48", None, True, NameKind.MAIN),
        ("Kiev", "UA", "PPLC", "UA.12", None, True, NameKind.KNOWN),
        ("Brooklyn", "US", "PPLA2", "US.NY", "Kings County", False, NameKind.MAIN),
        ("Cook County", "US", "ADM2", "US.IL", "Cook County", False, NameKind.MAIN),
        ("UK", "GB", "PCLI", None, None, False, NameKind.ABBREVIATION),
        ("Black Sea", None, "SEA", None, None, False, NameKind.MAIN),
        ("Almaty", "KZ", "PPLA", "KZ.02", None, False, NameKind.MAIN),
    ],
)
def test_facts(gazetteer, name, country, feature, admin1_code, admin2, is_capital, name_kind):
    facts = gazetteer.facts(gazetteer.candidates(name)[0].id, name=name)
    assert (facts.country, facts.feature, facts.admin1_code, facts.admin2) == (
        country, feature, admin1_code, admin2,
    )  # fmt: skip
    assert (facts.is_capital, facts.name_kind) == (is_capital, name_kind)


@pytest.mark.parametrize("name", ["CA", "Calif.", "VVO", "us", "uk"])
def test_codes_count_only_where_asked_for(gazetteer, name):
    for place in gazetteer.candidates(name):
        assert gazetteer.facts(place.id, name=name).name_kind not in (NameKind.CODE, NameKind.ABBREVIATION)


@pytest.mark.parametrize(
    ("name", "smallest", "largest"),
    [
        ("Pier 33", 0.5, 0.5),
        ("Khasan", 1, 3),
        ("Vladivostok", 8, 20),
        ("Tokyo", 25, 40),
        ("Primorsky Krai", 180, 260),
        ("Russia", 2000, 2600),
        ("Cook County", 15, 40),
        ("Sea of Japan", 500, 900),
        ("Sheremetyevo", 1, 5),
    ],
)
def test_radius_is_that_of_the_kind_and_size(gazetteer, name, smallest, largest):
    assert smallest <= gazetteer.candidates(name)[0].radius_km <= largest


def test_an_unknown_id_is_an_error(gazetteer):
    for place_id in ("geonames:0", "iata:none", "", "geonames", "area:no such area"):
        with pytest.raises(KeyError):
            gazetteer.facts(place_id)


@given(st.text(max_size=200))
def test_any_text_is_a_question(gazetteer, text):
    places = gazetteer.candidates(text, codes=True)
    assert sum(place.confidence for place in places) <= 1.001
    assert [place.confidence for place in places] == sorted(
        (place.confidence for place in places), reverse=True
    )
    assert all(place.alternatives == () for place in places)
    assert all(gazetteer.place(place.id).position == place.position for place in places)


@given(st.text(max_size=200))
def test_folding_is_idempotent(text):
    assert fold(fold(text)) == fold(text)


def test_ids_and_codes_lead_back(gazetteer):
    for name in ("Khasan", "Russia", "Sea of Japan", "VVO", "Lake Baikal", "Volga", "Port of Busan"):
        best = gazetteer.candidates(name, codes=True)[0]
        assert gazetteer.place(best.id).position == best.position
    assert sum(1 for _ in gazetteer.names()) > 800_000


def test_every_area_says_how_its_point_is_known():
    with (FOLDER / "areas.csv").open(encoding="utf-8", newline="") as handle:
        rows = list(csv.DictReader(handle))
    assert len({fold(row["name"]) for row in rows}) == len(rows) > 350
    for row in rows:
        assert 0 < float(row["radius_km"]) <= 8000
        assert bool(row["members"]) == (row["point"] == "members")
        assert bool(row["lat"]) == (row["point"] in ("outline", "factbook", "nps", "memory"))


@pytest.mark.parametrize(
    ("region", "inside", "outside"),
    [
        ("Middle East", "Riyadh", "Islamabad"),
        ("Latin America", "Bogotá", "Madrid"),
        ("Southeast Asia", "Bangkok", "Beijing"),
        ("Sahel", "Niamey", "Cairo"),
        ("Scandinavia", "Stockholm", "Warsaw"),
        ("New England", "Boston", "Chicago"),
        ("Hokkaido Island", "Sapporo", "Osaka"),
        ("Sumatra", "Padang", "Manila"),
    ],
)
def test_regions_lie_around_the_towns_in_them(gazetteer, region, inside, outside):
    area = next(place for place in gazetteer.candidates(region) if place.id.startswith("area:"))

    def away_km(name):
        town = next(place for place in gazetteer.candidates(name) if place.kind is PlaceKind.CITY)
        return geodesic((area.lat, area.lon), (town.lat, town.lon)).km

    assert away_km(inside) <= area.radius_km < away_km(outside)


@pytest.mark.parametrize(
    "sea", ["Black Sea", "Sea of Japan", "Yellow Sea", "Baltic Sea", "Red Sea", "Barents Sea"]
)
def test_hand_kept_seas_lie_at_sea(gazetteer, sea):
    place = gazetteer.candidates(sea)[0]
    town = gazetteer.reverse((place.lat, place.lon))
    assert geodesic((place.lat, place.lon), (town.latitude, town.longitude)).km > 35

"""Place names to places: which rank first, which are unsure, which are none."""

from __future__ import annotations

import pytest
from geopy.distance import geodesic

from geo.atlas.gazetteer import Gazetteer, load_gazetteer, place_report
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
    ],
)
def test_best_candidate(gazetteer, name, country, kind, lat, lon):
    best = gazetteer.candidates(name)[0]
    assert (best.country, best.kind) == (country, kind)
    assert geodesic((best.lat, best.lon), (lat, lon)).km < max(15, best.radius_km / 3)


@pytest.mark.parametrize("name", ["Putin", "Monday", "", "   ", "Tumangang", "x" * 100_000, "\u200b", "…"])
def test_unknown_names(gazetteer, name):
    assert gazetteer.candidates(name) == ()
    assert not gazetteer.has(name)


@pytest.mark.parametrize("name", ["Khasan", "Us", "Kim", "Springfield", "Vostochny", "Ala"])
def test_a_bad_namesake_is_never_a_silent_answer(gazetteer, name):
    assert gazetteer.candidates(name)[0].confidence < 0.75


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

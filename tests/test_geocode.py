"""Online geocoders against a real local server that misbehaves; the waiting is recorded, not done."""

from __future__ import annotations

import socket
import urllib.parse
from collections import deque

import pytest

from geo.atlas.gazetteer import load_gazetteer
from geo.atlas.geocode import GeocoderSettings, OnlineGeocoder
from geo.errors import GeocoderUnavailableError
from tests.fixtures.geocoder_server import serving

KHASAN = {
    "place_id": 1, "osm_id": 77, "lat": "42.4284", "lon": "130.6456", "addresstype": "village",
    "display_name": "Khasan, Khasansky District, Primorsky Krai, Russia", "address": {"country_code": "ru"},
    "boundingbox": ["42.42", "42.44", "130.63", "130.66"],
}  # fmt: skip
PHOTON_KHASAN = {
    "type": "FeatureCollection",
    "features": [
        {
            "geometry": {"type": "Point", "coordinates": [130.6456, 42.4284]},
            "properties": {"name": "Khasan", "countrycode": "RU", "osm_value": "village", "osm_id": 77},
        }
    ],
}  # fmt: skip


@pytest.fixture
def server():
    with serving([KHASAN]) as running:
        yield running


class Waiting:
    """A clock that only moves when someone sleeps."""

    def __init__(self):
        self.now, self.pauses = 0.0, []

    def clock(self):
        return self.now

    def sleep(self, seconds):
        self.pauses.append(seconds)
        self.now += seconds


@pytest.fixture
def waiting():
    return Waiting()


@pytest.fixture
def make(server, tmp_path, waiting):
    def geocoder(service="nominatim", port=None, **changes):
        options = (
            ("domain", f"127.0.0.1:{port or server.server_port}"), ("scheme", "http"), ("proxies", {}),
        )  # fmt: skip
        settings = GeocoderSettings(
            **{"service": service, "options": options, "user_agent": "dateline-tests", "timeout_s": 0.2}
            | changes
        )
        return OnlineGeocoder(
            settings, load_gazetteer(), tmp_path / "answers", clock=waiting.clock, sleep=waiting.sleep
        )

    return geocoder


def answers_in(folder):
    return sorted(folder.rglob("*.json"))


def test_off_by_default(tmp_path):
    geocoder = OnlineGeocoder(GeocoderSettings(), load_gazetteer(), tmp_path / "answers")
    answer = geocoder.answer("Khasan")
    assert answer.online is None
    assert answer.problem is None
    assert answer.offline[0].country == "RU"
    assert not (tmp_path / "answers").exists()
    with pytest.raises(GeocoderUnavailableError, match="choose one in the settings"):
        geocoder.places("Khasan")


def test_online_and_offline_side_by_side(make, server):
    answer = make().answer("Khasan")
    (online,) = answer.online
    assert (online.id, online.name, online.kind, online.country) == ("nominatim:77", "Khasan", "city", "RU")
    assert (online.lat, online.lon) == (42.4284, 130.6456)
    assert 1 < online.radius_km < 2
    assert answer.offline[0].id.startswith("geonames:")
    path, headers = server.requests[0]
    assert urllib.parse.parse_qs(urllib.parse.urlsplit(path).query)["q"] == ["Khasan"]
    assert headers["User-Agent"] == "dateline-tests"


def test_photon(make, server):
    server.script = deque([(200, {}, PHOTON_KHASAN)])
    (online,) = make("photon").places("Khasan")
    assert (online.id, online.country, online.kind) == ("photon:77", "RU", "city")


def test_answers_are_cached_before_any_wait(make, server, waiting, tmp_path):
    assert not make().answer("Khasan").from_cache
    geocoder = make()
    assert [geocoder.answer("Khasan").from_cache for _ in range(3)] == [True] * 3
    assert len(server.requests) == 1
    assert waiting.pauses == []
    assert len(answers_in(tmp_path)) == 1


def test_no_such_place_is_an_answer(make, server, tmp_path):
    server.script = deque([(200, {}, [])])
    assert make().answer("Nowhereville").online == ()
    assert make().answer("Nowhereville").from_cache
    assert len(answers_in(tmp_path)) == 1


def test_requests_keep_their_distance(make, waiting):
    geocoder = make(min_delay_s=1.0)
    for name in ("Khasan", "Rajin", "Ussuriysk"):
        geocoder.places(name)
    assert waiting.pauses == [1.0, 1.0]


@pytest.mark.parametrize(
    ("step", "requests", "advice"),
    [
        ("hang", 3, "allow more time"),
        ("drip", 3, "allow more time"),
        ("cut", 1, "cannot be read|failed"),
        ((200, {}, b"[" * 3_000_000), 1, "cannot be read"),
        ((429, {}, b""), 3, "more slowly"),
        ((402, {}, b""), 1, "quota"),
        ((401, {}, b""), 1, "API key"),
        ((403, {}, b"blocked"), 1, "user agent"),
        ((400, {}, b""), 1, "another way"),
        ((500, {}, b"oops"), 3, "try again later"),
        ((503, {}, b""), 3, "allow more time"),
        ((200, {}, b"<html>please log in</html>"), 1, "cannot be read"),
        ((200, {}, b"\xff\xfe\x00"), 1, "cannot be read"),
        ((200, {}, {"unexpected": True}), 1, "cannot be read"),
        ((200, {}, [{"lat": "north", "lon": None}]), 1, "cannot be read"),
        ((200, {}, [{**KHASAN, "lat": "4242", "lon": "130"}]), 1, "cannot be read"),
        ((200, {}, 17), 1, "cannot be read"),
    ],
    ids=lambda value: str(value)[:24],
)
@pytest.mark.filterwarnings("ignore:Latitude normalization")
def test_failures_become_a_sentence_and_are_never_cached(make, server, tmp_path, step, requests, advice):
    server.script = deque([step])
    answer = make().answer("Khasan")
    assert answer.online is None
    assert answer.offline[0].country == "RU"
    assert answer.problem.startswith("The online geocoder 'nominatim' ")
    assert any(words in answer.problem for words in advice.split("|")), answer.problem
    assert answer.problem.endswith(".")
    if requests > 1 or step == "cut":
        assert 1 <= len(server.requests) <= 3
    else:
        assert len(server.requests) == 1
    assert answers_in(tmp_path) == []


def test_passing_failures_back_off_and_recover(make, server, waiting):
    server.script = deque([(429, {}, b""), (500, {}, b""), (200, {}, [KHASAN])])
    assert make(min_delay_s=0.0, back_off_s=2.0).places("Khasan")[0].country == "RU"
    assert waiting.pauses == [2.0, 4.0]


def test_retry_after_is_kept_to(make, server, waiting):
    server.script = deque([(429, {"Retry-After": "7"}, b""), (200, {}, [KHASAN])])
    make(min_delay_s=0.0).places("Khasan")
    assert waiting.pauses == [7.0]


def test_a_pause_longer_than_anyone_waits_is_given_up(make, server, waiting):
    server.script = deque([(429, {"Retry-After": "3600"}, b"")])
    with pytest.raises(GeocoderUnavailableError, match="no more questions"):
        make().places("Khasan")
    assert waiting.pauses == []
    assert len(server.requests) == 1


def test_connection_refused(make):
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
        answer = make(port=port).answer("Khasan")
    assert "check the network" in answer.problem
    assert answer.offline[0].country == "RU"


def test_a_service_that_sends_one_round_in_circles(make, server):
    server.script = deque([(302, {"Location": "/again"}, b"")])
    assert "try again later" in make(max_retries=0).answer("Khasan").problem


def test_a_host_that_no_name_server_knows(make):
    options = (("domain", "geocoder.invalid"), ("scheme", "http"), ("proxies", {}))
    assert "check the network" in make(options=options).answer("Khasan").problem


def test_an_answer_that_cannot_be_kept_is_still_an_answer(make, tmp_path):
    (tmp_path / "answers").write_text("a file where the folder should be")
    assert make().answer("Khasan").online[0].country == "RU"


def test_a_cut_cache_file_is_asked_anew(make, server, tmp_path):
    make().places("Khasan")
    (kept,) = answers_in(tmp_path)
    kept.write_text(kept.read_text()[:20])
    assert make().places("Khasan")[0].country == "RU"
    assert len(server.requests) == 2


@pytest.mark.parametrize(
    ("service", "message"),
    [
        ("atlantis", "no geocoder 'atlantis'"),
        ("mapbox", "needs other options"),
        ("pelias", "needs other options"),
    ],
)
def test_bad_settings_say_what_to_do(tmp_path, service, message):
    with pytest.raises(GeocoderUnavailableError, match=message):
        OnlineGeocoder(GeocoderSettings(service=service), load_gazetteer(), tmp_path)


@pytest.mark.parametrize(
    ("service", "options"),
    [
        ("arcgis", ()),
        ("google", (("api_key", "k"),)),
        ("pelias", (("domain", "d"),)),
        ("opencage", (("api_key", "k"),)),
    ],
)
def test_the_services_that_geopy_offers_can_be_chosen(tmp_path, service, options):
    OnlineGeocoder(GeocoderSettings(service=service, options=options), load_gazetteer(), tmp_path)
    assert list(tmp_path.iterdir()) == []

"""A story read with an online geocoder that answers, that fails in many ways, and that is off."""

from __future__ import annotations

import json
import socket
from collections import deque

import pytest

import geo
from geo.__main__ import main
from geo.atlas.geocode import GeocoderSettings
from geo.model import Mention, Place, PlaceKind, Role, Span, Story
from geo.settings import Settings
from geo.story.online import MOST_NAMES, look_up, with_opinions
from tests.fixtures.geocoder_server import serving

MOLKINO = {
    "place_id": 5, "osm_id": 99, "lat": "44.788", "lon": "39.208", "addresstype": "village",
    "display_name": "Molkino, Krasnodar Krai, Russia", "address": {"country_code": "ru"},
    "boundingbox": ["44.78", "44.80", "39.19", "39.23"],
}  # fmt: skip
TEXT = "Petrov travelled by train from Moscow to Molkino in Russia on Tuesday.\n"


@pytest.fixture
def server():
    with serving([MOLKINO]) as running:
        yield running


@pytest.fixture
def read(server, tmp_path):
    def _read(port=None, **changes):
        (tmp_path / "story").mkdir(exist_ok=True)
        (tmp_path / "story/a.txt").write_text(TEXT)
        domain = f"127.0.0.1:{port or server.server_port}"
        geocoder = GeocoderSettings(
            **{
                "service": "nominatim",
                "options": (("domain", domain), ("scheme", "http"), ("proxies", {})),
                "timeout_s": 0.2,
                "min_delay_s": 0.0,
                "back_off_s": 0.0,
            }
            | changes
        )  # fmt: skip
        settings = Settings(geocoder=geocoder, cache_folder=str(tmp_path / "cache"))
        return geo.read_story(tmp_path / "story", settings=settings)

    return _read


def test_off_nobody_is_asked_and_the_name_has_no_place(read, server, tmp_path):
    story = read(service=None)
    assert [mention.place for mention in story.mentions if mention.span.text == "Molkino"] == [None]
    assert (server.requests, story.problems) == ([], ())
    assert not (tmp_path / "cache").exists()


def test_on_a_name_that_no_gazetteer_has_gets_a_place_and_a_journey_ends_there(read, server):
    story = read()
    (molkino,) = [place for place in story.places if place.id == "nominatim:99"]
    assert (molkino.name, molkino.country, round(molkino.lat, 3)) == ("Molkino", "RU", 44.788)
    assert molkino.basis.startswith("online geocoder nominatim: Molkino, Krasnodar Krai")
    (journey,) = story.journeys
    assert (journey.to_place, journey.path_basis) == ("nominatim:99", "rail network")
    assert story.problems == ()
    asked = len(server.requests)
    assert read() == story
    assert len(server.requests) == asked  # kept


@pytest.mark.parametrize(
    ("step", "says"),
    [
        ("hang", "did not answer within 0.2 s. Try again later"),
        ((429, {}, b""), "takes no more questions for now. Try again later"),
        ((403, {}, b""), "refuses to answer. Check the API key"),
        ((200, {}, b"<html>log in</html>"), "cannot be read. Try another service"),
        ((200, {}, [{"lat": "north"}]), "cannot be read. Try another service"),
        ((500, {}, b""), "failed. Try again later"),
        ("refused", "cannot be reached. Check the network"),
    ],
    ids=str,
)
@pytest.mark.timeout(60)  # a service that hangs must not hang the story
def test_failures_are_one_problem_each_and_leave_the_story_working(read, server, step, says):
    offline = read(service=None)
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        server.script = deque([step])
        story = read(port=free.getsockname()[1] if step == "refused" else None)
    (problem,) = story.problems
    said = f"{problem.what} {problem.advice}"
    assert said.startswith("The online geocoder 'nominatim' ")
    assert says in said
    assert "Molkino" in said.partition("Not looked up online: ")[2]
    assert (story.places, story.journeys, story.events) == (offline.places, offline.journeys, offline.events)
    assert not [value for value in (problem.what, problem.advice) if not value.endswith(".")]


def town(place_id, lat, lon, confidence, **changes):
    return Place(
        id=place_id, name="Kula", kind=PlaceKind.CITY, lat=lat, lon=lon, radius_km=5, country="RS",
        basis="somewhere", confidence=confidence, **changes,
    )  # fmt: skip


def story_of(places, names):
    mentions, at = [], 0
    for name, place in names:
        span = Span(article="a", start=at, end=at + len(name), text=name)
        mentions.append(Mention(span=span, place=place, role=Role.LITERAL))
        at += len(name) + 1
    return Story(id="s", title="s", places=tuple(places), mentions=tuple(mentions))


class Says:
    """Answers from a table; a text is a failure."""

    def __init__(self, table):
        self.table, self.asked = table, []

    def __call__(self, name):
        self.asked.append(name)
        value = self.table.get(name, ())
        self.online, self.problem = (None, value) if isinstance(value, str) else (value, None)
        return self


def test_an_unsure_place_is_confirmed_or_gets_another_beside_it():
    unsure, sure = town("geonames:1", 45.61, 19.53, 0.4), town("geonames:2", 10.0, 10.0, 0.9)
    story = story_of([unsure, sure], [("Kula", "geonames:1"), ("Sure", "geonames:2")])
    ask = Says({"Kula": (town("nominatim:1", 45.62, 19.54, 0.7),)})
    found = look_up([story], ask)
    assert ask.asked == ["Kula"]
    confirmed, same = with_opinions(story, found.opinions).places
    assert (confirmed.id, confirmed.confidence, same) == ("geonames:1", 0.7, sure)
    assert "confirmed by" in confirmed.basis

    far = look_up([story], Says({"Kula": (town("nominatim:2", 38.55, 28.65, 0.7),)}))
    doubted = with_opinions(story, far.opinions).places[0]
    assert (doubted.id, doubted.confidence) == ("geonames:1", 0.4)
    assert [(other.id, other.confidence) for other in doubted.alternatives] == [("nominatim:2", 0.6)]


def test_a_service_that_fails_twice_in_a_row_is_left_alone():
    story = story_of([], [(name, None) for name in ("A", "B", "C", "D", "E")])
    ask = Says({"A": "It broke: wait.", "C": "It broke: wait.", "D": "It is off: turn it on."})
    found = look_up([story], ask)
    assert ask.asked == ["A", "B", "C", "D"]
    assert [(each.what, each.advice) for each in found.problems] == [
        ("It broke.", "Wait. Not looked up online: A, C."),
        ("It is off.", "Turn it on. Not looked up online: D, E."),
    ]


def test_names_beyond_the_most_are_told_not_asked():
    ask = Says({})
    found = look_up([story_of([], [(f"N{n:03}", None) for n in range(MOST_NAMES + 3)])], ask)
    assert len(ask.asked) == MOST_NAMES
    assert [problem.what.split()[0] for problem in found.problems] == ["3"]


def test_the_command_line_asks_where_told_to(server, tmp_path, capsys, monkeypatch):
    monkeypatch.setenv("DATELINE_GEOCODER_DOMAIN", f"http://127.0.0.1:{server.server_port}")
    monkeypatch.setenv("DATELINE_CACHE", str(tmp_path / "cache"))
    monkeypatch.setenv("NO_PROXY", "127.0.0.1")
    assert main(["place", "Molkino", "--json", "-"]) == 2
    assert server.requests == []
    capsys.readouterr()
    assert main(["place", "Molkino", "--online", "nominatim", "--json", "-"]) == 0
    report = json.loads(capsys.readouterr().out)
    assert report["best"]["id"] == report["online"][0]["id"] == "nominatim:99"
    assert report["problem"] is None

    (tmp_path / "a.txt").write_text(TEXT)
    assert main(["read", str(tmp_path / "a.txt"), "--online", "nominatim", "--json", "-"]) == 0
    assert "nominatim:99" in {place["id"] for place in json.loads(capsys.readouterr().out)["places"]}

    server.script = deque([(403, {}, b"")])
    assert main(["place", "Khasan", "--online", "nominatim", "--json", "-"]) == 0
    told = capsys.readouterr()
    assert json.loads(told.out)["best"]["country"] == "RU"
    assert json.loads(told.out)["online"] is None
    assert "refuses to answer" in told.err
    assert main(["place", "Khasan", "--online", "atlantis", "--json", "-"]) == 2

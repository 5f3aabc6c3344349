"""Settings: nothing set is offline, what is set arrives, nonsense is a sentence, and all is documented."""

from __future__ import annotations

from pathlib import Path

import pytest

from geo.errors import BadSettingError
from geo.settings import VARIABLES, OnlineGround, Settings, read_settings

DOCS = (Path(__file__).parent.parent / "docs/settings.md").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    "environment", [{}, {"DATELINE_GEOCODER": " ", "DATELINE_GROUND": ""}, {"HOME": "/"}]
)
def test_nothing_set_is_offline(environment):
    settings = read_settings(environment)
    assert settings == Settings()
    assert (settings.geocoder.service, settings.ground, settings.change_reading) == (None, None, False)


def test_what_is_set_arrives():
    settings = read_settings(
        {
            "DATELINE_STORIES": "/a;~/b;",
            "DATELINE_PIPELINE": "en_core_web_lg",
            "DATELINE_GEOCODER": "pelias",
            "DATELINE_GEOCODER_KEY": "k",
            "DATELINE_GEOCODER_DOMAIN": "http://127.0.0.1:4000/",
            "DATELINE_GEOCODER_OPTIONS": "country_bias=RU, a = b",
            "DATELINE_GEOCODER_TIMEOUT": "2.5",
            "DATELINE_GEOCODER_PAUSE": "0",
            "DATELINE_GROUND": "https://tiles.example/{z}/{x}/{y}.png",
            "DATELINE_GROUND_NAMES": "Yes",
            "DATELINE_GROUND_CREDIT": "Example",
        },
        path_separator=";",
    )
    assert settings.story_folders == ("/a", "~/b")
    assert settings.pipeline == "en_core_web_lg"
    assert settings.change_reading
    assert dict(settings.geocoder.options) == {
        "api_key": "k", "domain": "127.0.0.1:4000", "scheme": "http", "country_bias": "RU", "a": "b",
    }  # fmt: skip
    assert (settings.geocoder.service, settings.geocoder.timeout_s) == ("pelias", 2.5)
    assert settings.geocoder.min_delay_s == 0
    assert settings.ground == OnlineGround(
        address="https://tiles.example/{z}/{x}/{y}.png", has_names=True, credit="Example"
    )


@pytest.mark.parametrize(
    ("name", "value", "said"),
    [
        ("DATELINE_GEOCODER_TIMEOUT", "soon", "give seconds"),
        ("DATELINE_GEOCODER_TIMEOUT", "nan", "give seconds"),
        ("DATELINE_GEOCODER_PAUSE", "-1", "give seconds"),
        ("DATELINE_GEOCODER_OPTIONS", "apikey", "name=value"),
    ],
)
def test_nonsense_is_a_sentence_that_names_the_variable(name, value, said):
    with pytest.raises(BadSettingError, match=said) as raised:
        read_settings({name: value})
    assert name in str(raised.value)


@pytest.mark.parametrize(
    ("address", "names"),
    [("tiles/{z}/{x}/{y}.png", "yes"), ("javascript:alert(1)", "no"), ("https://t.example/{z}", "maybe")],
)
def test_a_ground_that_is_no_address_is_refused(address, names):
    with pytest.raises(BadSettingError, match="DATELINE_GROUND"):
        read_settings({"DATELINE_GROUND": address, "DATELINE_GROUND_NAMES": names})


def test_every_variable_is_documented():
    assert [name for name in VARIABLES if f"`{name}`" not in DOCS] == []

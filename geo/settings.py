"""What a person may set, read from environment variables into one value. Knows no disk and no network.

``docs/settings.md`` documents every variable; without any, everything is offline.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass, field

from geo.atlas.geocode import GeocoderSettings
from geo.errors import BadSettingError

STORIES = "DATELINE_STORIES"
PIPELINE = "DATELINE_PIPELINE"
CACHE = "DATELINE_CACHE"
GEOCODER = "DATELINE_GEOCODER"
GEOCODER_KEY = "DATELINE_GEOCODER_KEY"
GEOCODER_DOMAIN = "DATELINE_GEOCODER_DOMAIN"
GEOCODER_OPTIONS = "DATELINE_GEOCODER_OPTIONS"
GEOCODER_USER_AGENT = "DATELINE_GEOCODER_USER_AGENT"
GEOCODER_TIMEOUT = "DATELINE_GEOCODER_TIMEOUT"
GEOCODER_PAUSE = "DATELINE_GEOCODER_PAUSE"
GROUND = "DATELINE_GROUND"
GROUND_NAMES = "DATELINE_GROUND_NAMES"
GROUND_CREDIT = "DATELINE_GROUND_CREDIT"
VARIABLES = (
    STORIES, PIPELINE, CACHE, GEOCODER, GEOCODER_KEY, GEOCODER_DOMAIN, GEOCODER_OPTIONS, GEOCODER_USER_AGENT,
    GEOCODER_TIMEOUT, GEOCODER_PAUSE, GROUND, GROUND_NAMES, GROUND_CREDIT,
)  # fmt: skip
"""All there are."""
DEFAULT_CACHE = "~/.cache/dateline"


@dataclass(frozen=True, slots=True, kw_only=True)
class OnlineGround:
    """A ground out of the network, in place of the one that the project draws."""

    address: str
    """Of a MapLibre style; or of raster tiles, with {z}, {x} and {y}."""
    has_names: bool = False
    """Whether its pictures have the names of places on them: then none are drawn over them."""
    credit: str = ""
    """Whom to name on the map."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """All settings; as they stand, nothing is asked of the network."""

    story_folders: tuple[str, ...] = ()
    """Folders whose folders are stories, beside those of the project."""
    pipeline: str | None = None
    """A spaCy pipeline by name or path; ``None`` takes the one of the requirements."""
    cache_folder: str = DEFAULT_CACHE
    """Where answers of an online geocoder are kept; "~" stands for the home folder."""
    geocoder: GeocoderSettings = field(default_factory=GeocoderSettings)
    ground: OnlineGround | None = None

    @property
    def change_reading(self) -> bool:
        """Whether articles are read otherwise than without any setting."""
        return self.pipeline is not None or self.geocoder.service is not None


def read_settings(environment: Mapping[str, str], *, path_separator: str = ":") -> Settings:
    """The settings that environment variables make; an empty variable is as good as none.

    Args:
        environment: The variables.
        path_separator: What stands between folders in a variable that names several.

    Raises:
        BadSettingError: A value makes no sense; the message names its variable.
    """
    told = {name: value for name in VARIABLES if (value := environment.get(name, "").strip())}
    return Settings(
        story_folders=tuple(part for part in told.get(STORIES, "").split(path_separator) if part),
        pipeline=told.get(PIPELINE),
        cache_folder=told.get(CACHE, DEFAULT_CACHE),
        geocoder=_geocoder(told),
        ground=_ground(told),
    )


def _geocoder(told: Mapping[str, str]) -> GeocoderSettings:
    offline = GeocoderSettings()
    return GeocoderSettings(
        service=told.get(GEOCODER),
        options=_options(told),
        user_agent=told.get(GEOCODER_USER_AGENT, offline.user_agent),
        timeout_s=_seconds(told, GEOCODER_TIMEOUT, offline.timeout_s),
        min_delay_s=_seconds(told, GEOCODER_PAUSE, offline.min_delay_s),
    )


def _options(told: Mapping[str, str]) -> tuple[tuple[str, str], ...]:
    """What geopy's geocoder is made with: key, domain (and its scheme), and whatever else is given."""
    options: dict[str, str] = {}
    if key := told.get(GEOCODER_KEY):
        options["api_key"] = key
    if domain := told.get(GEOCODER_DOMAIN):
        scheme, divider, rest = domain.partition("://")
        options["domain"] = (rest if divider else domain).rstrip("/")
        if divider:
            options["scheme"] = scheme
    for pair in filter(None, told.get(GEOCODER_OPTIONS, "").split(",")):
        name, equals, value = pair.partition("=")
        if not equals:
            msg = f"{GEOCODER_OPTIONS} has {pair!r}: write name=value, with commas between."
            raise BadSettingError(msg)
        options[name.strip()] = value.strip()
    return tuple(options.items())


def _seconds(told: Mapping[str, str], name: str, default: float) -> float:
    if name not in told:
        return default
    try:
        seconds = float(told[name])
    except ValueError:
        seconds = math.nan
    if not 0 <= seconds <= 600:
        msg = f"{name} is {told[name]!r}: give seconds, from 0 to 600."
        raise BadSettingError(msg)
    return seconds


def _ground(told: Mapping[str, str]) -> OnlineGround | None:
    address = told.get(GROUND)
    if address is None:
        return None
    if not address.startswith(("https://", "http://")):
        msg = f"{GROUND} is {address!r}: give an address that starts with https:// or http://."
        raise BadSettingError(msg)
    names = told.get(GROUND_NAMES, "no").lower()
    if names not in ("yes", "no"):
        msg = f"{GROUND_NAMES} is {names!r}: say yes if the tiles have names of places on them, else no."
        raise BadSettingError(msg)
    return OnlineGround(address=address, has_names=names == "yes", credit=told.get(GROUND_CREDIT, ""))

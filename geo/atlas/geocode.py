"""Online geocoders, through geopy: off by default, paced, patient, cached. Only this module asks the network.

Whatever goes wrong on the way becomes one sentence for the reader, and the offline answer stands in any case.
"""

from __future__ import annotations

import hashlib
import json
import os
import time
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from geopy import exc
from geopy.extra.rate_limiter import RateLimiter
from geopy.geocoders import get_geocoder_for_service
from geopy.location import Location

from geo.atlas.failures import failure_of
from geo.atlas.gazetteer import Gazetteer
from geo.atlas.located import place_of_location
from geo.atlas.patience import PatientAdapter
from geo.errors import GeocoderUnavailableError
from geo.model import Place


@dataclass(frozen=True, slots=True, kw_only=True)
class GeocoderSettings:
    """Which online geocoder to ask, and how politely. As it stands, none."""

    service: str | None = None
    """A name of geopy's: "nominatim", "photon", "arcgis", "google", "pelias", ...; ``None`` asks nobody."""
    options: tuple[tuple[str, Any], ...] = ()
    """What the service needs beside a user agent: ``(("api_key", ...),)``, ``(("domain", ...),)``."""
    user_agent: str = "dateline/0.1"
    timeout_s: float = 5.0
    min_delay_s: float = 1.0
    """Between two requests. One a second is the rule of public Nominatim."""
    max_retries: int = 2
    back_off_s: float = 2.0
    """Before the first repeat; each further one waits twice as long."""
    longest_wait_s: float = 30.0
    """A service that asks for a longer pause is given up for now."""
    limit: int = 5
    """How many answers to keep."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What is known of a name offline and online, side by side, best first.

    ``online`` is ``None`` where nobody was asked or the service failed (``problem`` then says so in a
    sentence), ``()`` where the service was asked and knows no such place.
    """

    query: str
    offline: tuple[Place, ...]
    online: tuple[Place, ...] | None = None
    from_cache: bool = False
    problem: str | None = None


_GARBLED = (KeyError, IndexError, TypeError, AttributeError, ValueError, RecursionError)
"""What geopy's parsers raise on well-formed JSON of an unexpected shape, or nested beyond reason."""


class _Pace(RateLimiter):  # type: ignore[misc]  # geopy ships no types
    """geopy's rate limiter with the clock and the sleep passed in."""

    def __init__(
        self,
        func: Callable[..., Any],
        delay_s: float,
        clock: Callable[[], float],
        sleep: Callable[[float], None],
    ) -> None:
        super().__init__(
            func,
            min_delay_seconds=delay_s,
            error_wait_seconds=delay_s,
            max_retries=0,
            swallow_exceptions=False,
        )
        self._clock = clock
        self._sleep = sleep


class OnlineGeocoder:
    """One online service beside the offline gazetteer."""

    def __init__(
        self,
        settings: GeocoderSettings,
        gazetteer: Gazetteer,
        cache: Path,
        *,
        clock: Callable[[], float] = time.monotonic,
        sleep: Callable[[float], None] = time.sleep,
    ) -> None:
        """Get ready; nothing is asked yet.

        Args:
            settings: The service, and how to ask it.
            gazetteer: The offline answers.
            cache: A folder for answers; made when the first one comes.
            clock: Seconds, from any start.
            sleep: Waits that many seconds.

        Raises:
            GeocoderUnavailableError: geopy has no such service, or it needs other options.
        """
        self._settings = settings
        self._gazetteer = gazetteer
        self._cache = cache
        self._sleep = sleep
        self._ask = None
        if settings.service is not None:
            self._ask = _Pace(_geocoder(settings).geocode, settings.min_delay_s, clock, sleep)

    def answer(self, query: str) -> Answer:
        """The offline and the online answer; never fails for the sake of the online one."""
        offline = self._gazetteer.search(query)
        if self._ask is None:
            return Answer(query=query, offline=offline)
        try:
            online, from_cache = self._places(query)
        except GeocoderUnavailableError as error:
            return Answer(query=query, offline=offline, problem=str(error))
        return Answer(query=query, offline=offline, online=online, from_cache=from_cache)

    def places(self, query: str) -> tuple[Place, ...]:
        """The online answer alone, best first.

        Raises:
            GeocoderUnavailableError: The service gave no usable answer, or none is chosen.
        """
        return self._places(query)[0]

    def _places(self, query: str) -> tuple[tuple[Place, ...], bool]:
        service = self._settings.service
        if service is None:
            msg = "No online geocoder is chosen: choose one in the settings."
            raise GeocoderUnavailableError(msg)
        path = self._cache / service / f"{self._key(query)}.json"
        kept = _read_answer(path)
        rows = kept if kept is not None else self._fetch(query)
        try:
            places = tuple(place_of_location(row, service) for row in rows)
        except _GARBLED as error:
            raise self._failed(exc.GeocoderParseError(str(error))) from error
        if kept is None:
            with suppress(OSError):  # not kept, it is asked again
                _write_answer(path, {"query": query, "service": service, "answers": rows})
        return places, kept is not None

    def _key(self, query: str) -> str:
        domain = str(dict(self._settings.options).get("domain", ""))
        asked = "\n".join(
            (str(self._settings.service), domain, str(self._settings.limit), " ".join(query.split()))
        )
        return hashlib.sha256(asked.encode()).hexdigest()[:32]

    def _fetch(self, query: str) -> list[dict[str, Any]]:
        """Ask, and ask again while the failure is a passing one."""
        assert self._ask is not None
        settings = self._settings
        for attempt in range(settings.max_retries + 1):
            try:
                found = self._ask(query, exactly_one=False, timeout=settings.timeout_s)
                return [_row(location) for location in (found or ())[: settings.limit]]
            except exc.GeopyError as error:
                pause = max(settings.back_off_s * 2**attempt, float(getattr(error, "retry_after", None) or 0))
                last = attempt == settings.max_retries or pause > settings.longest_wait_s
                if last or not failure_of(error).is_passing:
                    raise self._failed(error) from error
                self._sleep(pause)
            except _GARBLED as error:
                raise self._failed(exc.GeocoderParseError(str(error))) from error
        raise AssertionError

    def _failed(self, error: exc.GeopyError) -> GeocoderUnavailableError:
        sentence = failure_of(error).sentence.format(timeout=self._settings.timeout_s)
        return GeocoderUnavailableError(f"The online geocoder {self._settings.service!r} {sentence}")


def online_look_up(
    settings: GeocoderSettings, gazetteer: Gazetteer, cache_folder: str
) -> Callable[[str], Answer] | None:
    """What looks a name up by these settings; ``None`` where they name no service.

    Raises:
        GeocoderUnavailableError: geopy has no such service, or it needs other options.
    """
    if settings.service is None:
        return None
    return OnlineGeocoder(settings, gazetteer, Path(cache_folder).expanduser() / "geocoder").answer


def _geocoder(settings: GeocoderSettings) -> Any:  # noqa: ANN401  # geopy ships no types
    try:
        service = get_geocoder_for_service(settings.service)
        asked = {
            "user_agent": settings.user_agent,
            "timeout": settings.timeout_s,
            "adapter_factory": PatientAdapter,
        }
        return service(**asked | dict(settings.options))
    except exc.GeocoderNotFound as error:
        msg = (
            f"geopy has no geocoder {settings.service!r}: choose nominatim, photon, arcgis, google or pelias."
        )
        raise GeocoderUnavailableError(msg) from error
    except (TypeError, exc.GeopyError) as error:
        msg = f"The online geocoder {settings.service!r} needs other options in the settings ({error})."
        raise GeocoderUnavailableError(msg) from error


def _row(location: Location) -> dict[str, Any]:
    raw = location.raw if isinstance(location.raw, Mapping) else {}
    return {
        "address": location.address,
        "lat": location.latitude,
        "lon": location.longitude,
        "raw": dict(raw),
    }


def _read_answer(path: Path) -> list[dict[str, Any]] | None:
    """The answers kept in a file; ``None`` where there is none, or it was cut short."""
    try:
        answers: Sequence[Any] = json.loads(path.read_text(encoding="utf-8"))["answers"]
    except (OSError, ValueError, KeyError, TypeError):
        return None
    return list(answers)


def _write_answer(path: Path, answer: Mapping[str, Any]) -> None:
    """Keep an answer, whole or not at all."""
    path.parent.mkdir(parents=True, exist_ok=True)
    half = path.with_suffix(f".{os.getpid()}.part")
    half.write_text(json.dumps(answer, ensure_ascii=False, indent=1, default=str) + "\n", encoding="utf-8")
    half.replace(path)

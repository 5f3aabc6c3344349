"""How asking an online geocoder may fail, and the sentence for each: it goes on from the service's name."""

from __future__ import annotations

from dataclasses import dataclass

from geopy import exc


@dataclass(frozen=True, slots=True)
class Failure:
    """What a kind of error means to the reader; a passing one is worth asking again."""

    error: type[exc.GeopyError]
    sentence: str
    is_passing: bool


_FAILURES = (  # the first that fits counts: subclasses stand before their bases
    Failure(
        exc.GeocoderTimedOut,
        "did not answer within {timeout:g} s: try again later, or allow more time in the settings.",
        is_passing=True,
    ),
    Failure(
        exc.GeocoderRateLimited,
        "takes no more questions for now: try again later, or ask more slowly (settings).",
        is_passing=True,
    ),
    Failure(
        exc.GeocoderQuotaExceeded,
        "says that the quota is used up: choose another service in the settings, or wait.",
        is_passing=False,
    ),
    Failure(
        exc.GeocoderAuthenticationFailure,
        "does not accept the key: check the API key in the settings.",
        is_passing=False,
    ),
    Failure(
        exc.GeocoderInsufficientPrivileges,
        "refuses to answer: check the API key and the user agent in the settings.",
        is_passing=False,
    ),
    Failure(
        exc.GeocoderQueryError,
        "does not understand the question: write the place another way.",
        is_passing=False,
    ),
    Failure(
        exc.GeocoderUnavailable,
        "cannot be reached: check the network, or switch online look-ups off in the settings.",
        is_passing=True,
    ),
    Failure(
        exc.GeocoderParseError,
        "gave an answer that cannot be read: try another service in the settings.",
        is_passing=False,
    ),
    Failure(
        exc.GeocoderServiceError,
        "failed: try again later, or choose another service in the settings.",
        is_passing=True,
    ),
)


def failure_of(error: exc.GeopyError) -> Failure:
    """The kind of an error; of one that is not foreseen, that the service failed."""
    return next((failure for failure in _FAILURES if isinstance(error, failure.error)), _FAILURES[-1])

"""What can go wrong, by what the caller can do about it."""

from __future__ import annotations


class DatelineError(Exception):
    """Base of all errors raised on purpose; the message is one sentence that says what to do."""


class BadArticleError(DatelineError, ValueError):
    """An article cannot be read (empty, not text, wrong encoding, too large)."""


class BadStoryError(DatelineError, ValueError):
    """A story folder or a Story JSON document cannot be read."""


class PlaceNotFoundError(DatelineError, LookupError):
    """No gazetteer has a place of that name."""


class NoRouteError(DatelineError, LookupError):
    """No way of that mode leads from one place to the other."""


class ModelMissingError(DatelineError, RuntimeError):
    """No spaCy pipeline is installed that can read the articles."""


class GeocoderUnavailableError(DatelineError, ConnectionError):
    """An online geocoder did not give a usable answer."""


class BadSettingError(DatelineError, ValueError):
    """A setting has a value that makes no sense."""

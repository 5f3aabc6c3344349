"""How long an answer from the network is waited for in all, and how much of it is read."""

from __future__ import annotations

import io
import time
from collections.abc import Mapping
from typing import Any

from geopy.adapters import RequestsAdapter

MOST_BYTES = 2_000_000
"""Longer answers are cut, and then cannot be read."""
CHUNK_BYTES = 65_536


class PatientAdapter(RequestsAdapter):  # type: ignore[misc]  # geopy ships no types
    """geopy's adapter without its two holes: a time-out is that of the whole answer, not of each byte of it.

    And it never sleeps through a Retry-After, for hours if told to: the waiting is done elsewhere.
    """

    def __init__(self, *, proxies: Mapping[str, str] | None, ssl_context: Any) -> None:  # noqa: ANN401
        """As geopy makes it."""
        super().__init__(proxies=proxies, ssl_context=ssl_context, max_retries=0)
        self.session.stream = True
        self.session.hooks["response"].append(_read_in_time)


def _read_in_time(response: Any, *_: object, timeout: float, **__: object) -> None:  # noqa: ANN401
    """Read the body of a ``requests.Response`` within a time-out, as far as it is not too long.

    Raises:
        TimeoutError: It did not end in time.
    """
    latest = time.monotonic() + timeout
    body = b""
    while len(body) < MOST_BYTES and (more := response.raw.read1(CHUNK_BYTES, decode_content=True)):
        body += more
        if time.monotonic() > latest:
            response.close()
            raise TimeoutError
    response.raw = io.BytesIO(body[:MOST_BYTES])

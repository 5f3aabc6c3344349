"""The scenes that this process holds, each at an address that nobody can guess.

A page hands the browser the address alone; the browser fetches the scene once and keeps it. The address is
made of the scene's content and of a secret that ends with the process: who has never been given it cannot
ask for a story, and after a restart every page is given another.
"""

from __future__ import annotations

import gzip
import hashlib
import hmac
import secrets
from collections import OrderedDict
from dataclasses import dataclass
from threading import Lock

from geo.stage.assets import Asset

MOST = 16
"""So many scenes are held; the one that was shown longest ago goes first."""
_SECRET = secrets.token_bytes(32)


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """A packed scene.

    ``digest`` changes when the scene does, and outlives the process; ``address`` is relative to the app;
    ``key`` names what the scene was made of.
    """

    title: str
    digest: str
    token: str
    key: str
    asset: Asset

    @property
    def address(self) -> str:
        """Where the server has the scene."""
        return f"scene/{self.token}.json"


def pack(title: str, scene: str, *, key: str = "") -> Held:
    """The scene as it goes over the wire."""
    body = scene.encode()
    return Held(
        title=title,
        digest=hashlib.sha256(body).hexdigest()[:16],
        token=hmac.new(_SECRET, body, hashlib.sha256).hexdigest()[:40],
        key=key,
        asset=Asset(
            body=gzip.compress(body, compresslevel=5, mtime=0),
            media_type="application/json",
            is_gzipped=True,
        ),
    )


class Shelf:
    """Scenes by their token. Many sessions put and take at once."""

    def __init__(self, most: int = MOST) -> None:
        """An empty shelf for so many scenes."""
        self._most = most
        self._held: OrderedDict[str, Held] = OrderedDict()
        self._lock = Lock()

    def put(self, held: Held) -> Held:
        """Holds the scene, and gives it back; putting it again keeps it from being the one that goes."""
        with self._lock:
            self._held[held.token] = held
            self._held.move_to_end(held.token)
            while len(self._held) > self._most:
                self._held.popitem(last=False)
        return held

    def take(self, token: str) -> Asset | None:
        """The scene of that token; ``None`` if there is none, or none any more."""
        with self._lock:
            held = self._held.get(token)
        return None if held is None else held.asset

    def find(self, key: str) -> Held | None:
        """The scene that was made of this; ``None`` if it is not held."""
        with self._lock:
            return next((held for held in self._held.values() if held.key == key), None)


SHELF = Shelf()
"""The one of this process."""

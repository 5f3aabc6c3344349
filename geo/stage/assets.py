"""The files that a browser needs for the player: modules, styles, fonts, and deck.gl out of the pydeck wheel.

One version names them all, made of their content, so that each may be kept for a year.
"""

from __future__ import annotations

import gzip
import hashlib
from dataclasses import dataclass
from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path

from geo.atlas import basemap
from geo.stage import theme
from geo.stage.bundle import bundle

PLAYER = Path(__file__).parent / "player"
DECK, MODULES, LOOK = "deck.js", "player.js", "look.css"
"""The map library, all modules of the player, all styles: each one file."""
ENTRY = "early.js"
FIRST_FONTS = ("ibm-plex-sans-latin-wght-normal.woff2", "source-serif-4-latin-wght-normal.woff2")
"""Fonts that the first words need."""
MEDIA_TYPES = {
    ".js": "text/javascript; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".woff2": "font/woff2",
    ".txt": "text/plain; charset=utf-8",
}
_COMPRESSED = frozenset({".js", ".css"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Asset:
    """A file as it goes over the wire; ``is_gzipped`` tells how ``body`` is encoded."""

    body: bytes
    media_type: str
    is_gzipped: bool


def deck_bundle() -> Path:
    """deck.gl with everything it needs, as the pydeck wheel ships it.

    Raises:
        FileNotFoundError: pydeck is not installed, or ships no bundle any more.
    """
    spec = find_spec("pydeck")
    if spec is None or spec.origin is None:
        msg = "pydeck is not installed: run `make run`."
        raise FileNotFoundError(msg)
    return Path(spec.origin).parent / "nbextension" / "static" / "index.js"


@lru_cache(maxsize=1)
def names() -> dict[str, Path]:
    """Every name that is served, and its file."""
    files = {
        path.relative_to(PLAYER).as_posix(): path for path in PLAYER.rglob("*") if path.suffix in MEDIA_TYPES
    }
    return {DECK: deck_bundle(), **dict(sorted(files.items()))}


@lru_cache(maxsize=1)
def version() -> str:
    """Twelve hexadecimal digits that change when any of the files does, or what is made of them."""
    digest = hashlib.sha256("\n".join((_modules(), _look())).encode())
    for name, path in names().items():
        digest.update(name.encode())
        digest.update(path.read_bytes())
    return digest.hexdigest()[:12]


@lru_cache(maxsize=1)
def ground_version() -> str:
    """Twelve hexadecimal digits that change when the basemap does, or how its tiles are written."""
    digest = hashlib.sha256(Path(basemap.__file__).read_bytes())
    digest.update(basemap.ARCHIVE.read_bytes())
    return digest.hexdigest()[:12]


def ground_tile(z: int, x: int, y: int) -> Asset | None:
    """One tile of the ground; ``None`` if there is none."""
    body = basemap.tile_json(z, x, y)
    return None if body is None else Asset(body=body, media_type="application/json", is_gzipped=True)


@lru_cache(maxsize=128)
def asset(name: str) -> Asset | None:
    """The file of that name, compressed once where that pays; ``None`` if there is none."""
    made = {MODULES: _modules, LOOK: _look}.get(name)
    path = names().get(name)
    if made is None and path is None:
        return None
    body = made().encode() if made else path.read_bytes() if path else b""
    suffix = Path(name).suffix
    is_gzipped = suffix in _COMPRESSED
    return Asset(
        body=gzip.compress(body, compresslevel=6, mtime=0) if is_gzipped else body,
        media_type=MEDIA_TYPES[suffix],
        is_gzipped=is_gzipped,
    )


def _modules() -> str:
    sources = {path.name: path.read_text(encoding="utf-8") for path in sorted(PLAYER.glob("*.js"))}
    return bundle(sources, entry=ENTRY)


def _look() -> str:
    """Every page's look: the fonts, the theme's custom properties, then the styles that use them."""
    fonts, *sheets = [
        (PLAYER / name).read_text(encoding="utf-8") for name in ("fonts/fonts.css", "page.css", "player.css")
    ]
    return "\n".join([fonts.replace('url("', 'url("fonts/'), theme.css(), *sheets])


def themes() -> dict[str, dict[str, list[int]]]:
    """The colours of both themes, as the player's layers take them."""
    return {name: theme.layer_colours(each) for name, each in theme.THEMES.items()}

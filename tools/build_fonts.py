# /// script
# requires-python = ">=3.11"
# dependencies = ["fonttools==4.*", "brotli", "pmtiles", "mapbox-vector-tile"]
# ///
"""Builds ``geo/stage/player/fonts`` out of pinned packages, once; all are under the SIL Open Font License.

Put the packages into one folder first::

    npm pack @fontsource-variable/source-serif-4@5.3.1 @fontsource-variable/ibm-plex-sans@5.3.0
    apt-get download fonts-noto-cjk=1:20220127+repack1-1

and run ``uv run tools/build_fonts.py FOLDER`` after the basemap is built: of the Chinese, Japanese and Korean
font only the characters that stand on the map are kept, under the name "Dateline Names".
"""

from __future__ import annotations

import re
import shutil
import sys
import tempfile
from pathlib import Path

from fontTools import subset
from packages import unpack
from pmtiles.tile import tileid_to_zxy

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))
OUT = ROOT / "geo" / "stage" / "player" / "fonts"

# fmt: off
# Packages with their sha256.
SERIF = {
    "fontsource-variable-source-serif-4-5.3.1.tgz":
    "8c452853c74be1e43e9fbfe76321c26f4678a2d431e93209ff1d9faec03fd96f"
}
SANS = {
    "fontsource-variable-ibm-plex-sans-5.3.0.tgz":
    "0cdf43f91e27c4dcc53ffee829fd1ebe45c810c24684766bc1e5f5609d3ffc16"
}
EAST_ASIAN = {
    "fonts-noto-cjk_1%3a20220127+repack1-1_all.deb":
    "4a2515eb6db3978b897fef9709ed0d2b1f4c6c4df4d83d6c4ef65f71f1b1f502"
}
# fmt: on

# Family, packages, style sheets of the package, and the scripts taken from them.
FAMILIES = (
    ("Source Serif 4", SERIF, ("wght.css", "wght-italic.css"), ("latin", "latin-ext", "cyrillic")),
    ("IBM Plex Sans", SANS, ("wght.css",), ("latin", "latin-ext", "cyrillic", "greek")),
)
EAST_ASIAN_BLOCKS = (("\u3000", "\u30ff"), ("\u4e00", "\u9fff"), ("\uac00", "\ud7a3"))
KOREAN_FACE = 1  # of the collection: Hangul as Korea draws it, Han as well


def latin_and_its_neighbours(
    family: str, folder: Path, sheets: tuple[str, ...], scripts: tuple[str, ...]
) -> list[str]:
    """Copy the files of a family; its ``@font-face`` rules."""
    rules = []
    for sheet in sheets:
        for rule in re.findall(
            r"@font-face \{.*?\n\}", (folder / sheet).read_text(encoding="utf-8"), re.DOTALL
        ):
            (file,) = re.findall(r"url\(\./files/([\w.-]+)\)", rule)
            if any(f"-{script}-wght-" in file and f"-{script}-ext-" not in file for script in scripts):
                shutil.copy(folder / "files" / file, OUT / file)
                rule = re.sub(r"font-family: '[^']+'", f'font-family: "{family}"', rule)
                rules.append(
                    re.sub(r"url\(.*?\) format\('woff2-variations'\)", f'url("{file}") format("woff2")', rule)
                )
    shutil.copy(folder / "LICENSE", OUT / f"OFL-{family.lower().replace(' ', '-')}.txt")
    return rules


def east_asian(font: Path, licence: Path) -> str:
    """Cut the font down to the characters on the map; its ``@font-face`` rule."""
    characters = sorted(characters_on_the_map())
    out = OUT / "dateline-names.woff2"
    arguments = [f"--font-number={KOREAN_FACE}", f"--text={''.join(characters)}", "--flavor=woff2"]
    subset.main(
        [
            str(font),
            *arguments,
            "--layout-features=",
            "--no-hinting",
            "--desubroutinize",
            f"--output-file={out}",
        ]
    )
    shutil.copy(licence, OUT / "OFL-dateline-names.txt")
    ranges = ",".join(f"U+{ord(character):04X}" for character in characters)
    return (
        '@font-face {\n  font-family: "Dateline Names";\n  font-style: normal;\n  font-display: swap;\n'
        f'  font-weight: 400;\n  src: url("{out.name}") format("woff2");\n  unicode-range: {ranges};\n}}'
    )


def characters_on_the_map() -> set[str]:
    """Every Chinese, Japanese and Korean character in a name of the basemap."""
    from geo.atlas import basemap

    names = (
        name[5] or ""
        for tile_id in basemap.tile_ids()
        for name in basemap.tile(*tileid_to_zxy(tile_id)).get("names", [])
    )
    return {
        letter
        for name in names
        for letter in name
        if any(first <= letter <= last for first, last in EAST_ASIAN_BLOCKS)
    }


def main(packages: Path) -> None:
    """Build them all and write ``fonts.css``."""
    rules = [
        "/* The type of Dateline, shipped so that nothing is fetched from elsewhere. Licences: OFL-*.txt. */"
    ]
    with tempfile.TemporaryDirectory() as scratch:
        for family, checksums, sheets, scripts in FAMILIES:
            folder = Path(scratch) / family
            unpack(checksums, packages, folder)
            rules += latin_and_its_neighbours(family, folder / "package", sheets, scripts)
        folder = Path(scratch) / "east asian"
        unpack(EAST_ASIAN, packages, folder)
        (font,) = folder.glob("usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc")
        (licence,) = folder.glob("usr/share/doc/fonts-noto-cjk/copyright")
        rules.append(east_asian(font, licence))
    (OUT / "fonts.css").write_text("\n".join(rules) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]))

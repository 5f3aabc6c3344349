# /// script
# requires-python = ">=3.11"
# dependencies = [
#     "brotli==1.2.1", "fonttools==4.68.0", "geopy==2.5.0", "mapbox-vector-tile==2.2.0", "numpy==2.4.6",
#     "pmtiles==3.8.1", "scipy==1.17.1",
# ]
# ///
"""Builds ``geo/stage/player/fonts`` out of pinned packages, once; all are under the SIL Open Font License.

    uv run tools/build_fonts.py

Wants the packages that ``tools/packages.py`` downloads, and the basemap: of the fonts for scripts other than
Latin, Cyrillic and Greek only the characters that stand on the map are kept, as "Dateline Names".
"""

from __future__ import annotations

import re
import shutil
import sys
import tempfile
from pathlib import Path

from fontTools import subset
from packages import Archive
from pmtiles.tile import tileid_to_zxy

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))
OUT = ROOT / "geo" / "stage" / "player" / "fonts"

SERIF = "@fontsource-variable/source-serif-4"
SANS = "@fontsource-variable/ibm-plex-sans"
NOTO = ("fonts-noto-cjk", "fonts-noto-core")

# Family, package, style sheets of the package, and the scripts taken from them.
FAMILIES = (
    ("Source Serif 4", SERIF, ("wght.css", "wght-italic.css"), ("latin", "latin-ext", "cyrillic")),
    ("IBM Plex Sans", SANS, ("wght.css",), ("latin", "latin-ext", "cyrillic", "greek")),
)
# Name of the file, font, which face of a collection, and the Unicode blocks taken from it.
NAMES = (
    (
        "east-asian",
        "opentype/noto/NotoSansCJK-Regular.ttc",
        1,
        ("\u3000-\u30ff", "\u4e00-\u9fff", "\uac00-\ud7a3"),
    ),
    ("arabic", "truetype/noto/NotoSansArabic-Regular.ttf", -1, ("\u0600-\u06ff",)),
    ("hebrew", "truetype/noto/NotoSansHebrew-Regular.ttf", -1, ("\u0590-\u05ff",)),
    ("devanagari", "truetype/noto/NotoSansDevanagari-Regular.ttf", -1, ("\u0900-\u097f",)),
    ("bengali", "truetype/noto/NotoSansBengali-Regular.ttf", -1, ("\u0980-\u09ff",)),
)


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


def names_font(script: str, font: Path, face: int, characters: str) -> str:
    """Cut a font down to some characters, with what shapes them; its ``@font-face`` rule."""
    out = OUT / f"dateline-names-{script}.woff2"
    arguments = [f"--font-number={face}", f"--text={characters}", "--flavor=woff2", f"--output-file={out}"]
    features = (
        "--layout-features=" if face >= 0 else "--layout-features=*"
    )  # East Asian needs no shaping here
    subset.main([str(font), *arguments, features, "--no-hinting", "--desubroutinize"])
    ranges = ",".join(f"U+{ord(character):04X}" for character in characters)
    return (
        '@font-face {\n  font-family: "Dateline Names";\n  font-style: normal;\n  font-display: swap;\n'
        f'  font-weight: 400;\n  src: url("{out.name}") format("woff2");\n  unicode-range: {ranges};\n}}'
    )


def characters_on_the_map() -> set[str]:
    """Every character of a local name of the basemap."""
    from geo.atlas import basemap

    tiles = (basemap.tile(*tileid_to_zxy(tile_id)) for tile_id in basemap.tile_ids())
    return {letter for tile in tiles for name in tile.get("names", []) for letter in name[5] or ""}


def main() -> None:
    """Build them all and write ``fonts.css``."""
    rules = [
        "/* The type of Dateline, shipped so that nothing is fetched from elsewhere. Licences: OFL-*.txt. */"
    ]
    with tempfile.TemporaryDirectory() as scratch:
        for family, package, sheets, scripts in FAMILIES:
            folder = Path(scratch) / family
            Archive(package).unpack(folder)
            rules += latin_and_its_neighbours(family, folder / "package", sheets, scripts)
        folder = Path(scratch) / "noto"
        for package in NOTO:
            Archive(package).unpack(folder)
        on_the_map = sorted(characters_on_the_map())
        for script, font, face, blocks in NAMES:
            characters = "".join(re.findall(f"[{''.join(blocks)}]", "".join(on_the_map)))
            rules.append(names_font(script, folder / "usr/share/fonts" / font, face, characters))
        for package in NOTO:
            shutil.copy(folder / "usr/share/doc" / package / "copyright", OUT / f"OFL-{package}.txt")
    (OUT / "fonts.css").write_text("\n".join(rules) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()

"""Story folders on disk: which there are, their articles, their own places. The only disk access of the room.

A story is a folder with a ``story.toml``, a folder with nothing but text files, or a list of files.
"""

from __future__ import annotations

import csv
import tomllib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from typing import Any

from geo.errors import BadArticleError, BadStoryError
from geo.model import Place, PlaceKind, Problem, View
from geo.story.corrections import Correction, parse_corrections, written
from geo.story.texts import decode_article

TEXT_SUFFIXES = frozenset({"", ".txt", ".text", ".md"})
DOCUMENT_SUFFIXES = frozenset({".pdf", ".doc", ".docx", ".odt", ".rtf", ".htm", ".html"})
"""Files that hold an article but not as text: named as problems rather than passed over."""
_STORY_FILE, _ARTICLES_FILE, _PLACES_FILE = "story.toml", "articles.csv", "places.csv"
_CORRECTIONS_FILE = "corrections.jsonl"
_NOT_ARTICLES = frozenset({"readme", "readme.md", "readme.txt", "license", "licence"})


@dataclass(frozen=True, slots=True, kw_only=True)
class RawArticle:
    """An article as it lies on disk, with what ``articles.csv`` knows of it."""

    id: str
    text: str
    file: str | None = None
    title: str | None = None
    publisher: str | None = None
    agency: str | None = None
    author: str | None = None
    published: str | None = None
    published_basis: str | None = None
    url: str | None = None
    language: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class StorySource:
    """What a story is read from."""

    id: str
    title: str | None = None
    summary: str | None = None
    rights: str | None = None
    view: View | None = None
    articles: tuple[RawArticle, ...] = ()
    places: tuple[Place, ...] = ()
    """The story's own places; an alias is a place of the same id under another name."""
    corrections: tuple[Correction, ...] = ()
    folder: Path | None = None
    problems: tuple[Problem, ...] = ()


def list_stories(root: Path) -> tuple[Path, ...]:
    """The story folders directly under ``root``, by name."""
    if not root.is_dir():
        return ()
    return tuple(sorted(path for path in root.iterdir() if is_story(path)))


def is_story(folder: Path) -> bool:
    """Whether a folder is a story: it has a ``story.toml``, or text files and nothing else."""
    if not folder.is_dir() or folder.name.startswith("."):
        return False
    if (folder / _STORY_FILE).is_file():
        return True
    files = [path for path in folder.iterdir() if not path.name.startswith(".")]
    articles = [path for path in files if _may_be_article(path)]
    return bool(articles) and all(path in articles or path.suffix in {".csv", ".jsonl"} for path in files)


def load_source(paths: Sequence[Path], *, corrections: bool = True) -> StorySource:
    """What the story at ``paths`` (one story folder, or folders and files taken together) is read from.

    Raises:
        BadStoryError: The ``story.toml`` or a table beside it cannot be read.
    """
    if len(paths) == 1 and paths[0].is_dir():
        return _load_folder(paths[0], corrections=corrections)
    files: list[Path] = []
    for path in paths:
        files += _article_files(path) if path.is_dir() else [path]
    articles, problems = _load_articles(files, {}, None)
    return StorySource(id="story", articles=articles, problems=problems)


def load_corrections(folder: Path) -> tuple[Correction, ...]:
    """What people changed in a story, in the order in which they did.

    Raises:
        BadStoryError: A line of the file is no correction.
    """
    file = folder / _CORRECTIONS_FILE
    return parse_corrections(file.read_text(encoding="utf-8")) if file.is_file() else ()


def append_correction(folder: Path, correction: Correction) -> None:
    """Add one correction to a story's file, which is never rewritten."""
    with (folder / _CORRECTIONS_FILE).open("a", encoding="utf-8", newline="\n") as lines:
        lines.write(written(correction) + "\n")


def _load_folder(folder: Path, *, corrections: bool) -> StorySource:
    about = _load_toml(folder / _STORY_FILE)
    home = folder / "articles" if (folder / "articles").is_dir() else folder
    table = _load_table(home / _ARTICLES_FILE) or _load_table(folder / _ARTICLES_FILE)
    known = {row["file"]: row for row in table if row.get("file")}
    articles, problems = _load_articles(_article_files(home), known, about.get("language"))
    view = about.get("view")
    return StorySource(
        id=folder.resolve().name,
        title=about.get("title") or folder.resolve().name.replace("-", " ").replace("_", " "),
        summary=about.get("summary"),
        rights=about.get("rights"),
        view=View(**{key: float(value) for key, value in view.items()}) if view else None,
        articles=articles,
        places=tuple(place for row in _load_table(folder / _PLACES_FILE) for place in _places(row)),
        corrections=load_corrections(folder) if corrections else (),
        folder=folder,
        problems=problems,
    )


def _article_files(folder: Path) -> list[Path]:
    return sorted(path for path in folder.iterdir() if _may_be_article(path))


def _may_be_article(path: Path) -> bool:
    if path.name.startswith(".") or path.name.lower() in _NOT_ARTICLES:
        return False
    return path.is_file() and path.suffix.lower() in TEXT_SUFFIXES | DOCUMENT_SUFFIXES


def _load_articles(
    files: Iterable[Path], known: Mapping[str, Mapping[str, str]], language: str | None
) -> tuple[tuple[RawArticle, ...], tuple[Problem, ...]]:
    articles: list[RawArticle] = []
    problems: list[Problem] = []
    ids: set[str] = set()
    for file in files:
        try:
            text = _load_text(file)
        except BadArticleError as error:
            what, _, advice = str(error).partition(". ")
            problems.append(Problem(file=file.name, what=what + ".", advice=advice))
            continue
        article_id = next(name for name in _ids(file.stem) if name not in ids)
        ids.add(article_id)
        row = {key: known.get(file.name, {}).get(key) or None for key in _ROW_KEYS}
        articles.append(RawArticle(id=article_id, text=text, file=file.name, language=language, **row))
    return tuple(articles), tuple(problems)


def _ids(stem: str) -> Iterator[str]:
    """The names that an article may go by, where two files have the same."""
    yield stem
    yield from (f"{stem}-{number}" for number in count(2))


_ROW_KEYS = ("title", "publisher", "agency", "author", "published", "published_basis", "url")


def _load_text(file: Path) -> str:
    try:
        return decode_article(file.read_bytes())
    except OSError as error:
        msg = f"The file cannot be opened ({error.strerror}). Check its name and its permissions."
        raise BadArticleError(msg) from error


def _load_toml(file: Path) -> Mapping[str, Any]:
    if not file.is_file():
        return {}
    try:
        return tomllib.loads(file.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        msg = f"{file.name} of the story {file.parent.name!r} cannot be read: {error}."
        raise BadStoryError(msg) from error


def _load_table(file: Path) -> list[dict[str, str]]:
    if not file.is_file():
        return []
    try:
        with file.open(encoding="utf-8-sig", newline="") as lines:
            return [{key: value for key, value in row.items() if key} for row in csv.DictReader(lines)]
    except (UnicodeDecodeError, csv.Error) as error:
        msg = f"The table {file.name} cannot be read: {error}. Save it as comma-separated UTF-8."
        raise BadStoryError(msg) from error


def _places(row: Mapping[str, str]) -> Iterable[Place]:
    """The place of a row of ``places.csv``, once under its name and once under each alias."""
    try:
        for name in (row["name"], *filter(None, row["aliases"].split("|"))):
            yield Place(
                id=row["id"],
                name=name.strip(),
                kind=PlaceKind(row["kind"]),
                lat=float(row["lat"]),
                lon=float(row["lon"]),
                radius_km=float(row["radius_km"]),
                country=row["country"] or None,
                basis=f"story place: {row['source']}",
            )
    except (KeyError, ValueError, AttributeError) as error:
        msg = f"The row {row.get('id')!r} of {_PLACES_FILE} cannot be read: {error}."
        raise BadStoryError(msg) from error

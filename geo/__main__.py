"""The command line: ``python -m geo read | place | route``. Thin: arguments in, one call, JSON out."""

from __future__ import annotations

import argparse
import json
import os
import re
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any, TextIO

from geo.atlas.gazetteer import Gazetteer, load_gazetteer, place_report
from geo.atlas.geocode import online_look_up
from geo.atlas.geojson import way_feature
from geo.atlas.routes import route
from geo.errors import BadStoryError, DatelineError, PlaceNotFoundError
from geo.model import Mode, Place, Position, Problem
from geo.reading.parse import DEFAULT_PIPELINE, load_pipeline
from geo.settings import Settings, read_settings
from geo.story.assembly import assemble
from geo.story.crew import read_lines
from geo.story.document import escape_surrogates, path_document, place_document, to_json
from geo.story.lines import bounded_lines
from geo.story.store import load_source

DONE, NOTHING_DONE = 0, 2
SURE = 0.75
"""Confidence from which a name says nothing of its namesakes on the way."""
_LAT_LON = re.compile(r"(-?\d{1,2}(?:\.\d{1,9})?)\s?,\s?(-?\d{1,3}(?:\.\d{1,9})?)")


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; the exit status is 0, or 2 where nothing could be read, placed or routed."""
    options = _parser().parse_args(
        [_as_value(argument) for argument in (sys.argv[1:] if arguments is None else arguments)]
    )
    command: Callable[[argparse.Namespace], int] = options.command
    try:
        _check_target(options.json)
        return command(options)
    except DatelineError as error:
        _say(str(error))
    except BrokenPipeError:  # the reader of the output (head, less) has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return DONE
    except OSError as error:
        _say(f"{error.filename}: {error.strerror}. Check the path.")
    except KeyboardInterrupt:
        _say("Stopped.")
    return NOTHING_DONE


def _as_value(argument: str) -> str:
    """A point south of the equator with a blank before it, lest its minus be taken for that of an option."""
    return f" {argument}" if argument.startswith("-") and _LAT_LON.fullmatch(argument) else argument


def _read(options: argparse.Namespace) -> int:
    if bool(options.lines) == bool(options.paths):
        _say("Give either a story (a folder, or article files) or --lines IN.jsonl.")
        return NOTHING_DONE
    return _read_lines(options) if options.lines else _read_story(options)


def _read_story(options: argparse.Namespace) -> int:
    source = load_source(options.paths, corrections=not options.no_corrections)
    for problem in source.problems:
        _say(_sentence(problem))
    if not source.articles:
        if not source.problems:
            _say("There is no article to read. Give a story folder, a folder of text files, or text files.")
        return NOTHING_DONE
    settings = _settings(options)
    gazetteer, nlp = load_gazetteer(source.places), load_pipeline(settings.pipeline or DEFAULT_PIPELINE)
    ask = online_look_up(settings.geocoder, gazetteer, settings.cache_folder)
    story = assemble(source, gazetteer=gazetteer, nlp=nlp, ask=ask)
    for problem in story.problems[len(source.problems) :]:
        _say(f"{problem.what} {problem.advice}")
    with _opened(options.json) as out:
        out.write(to_json(story) + "\n")
    return DONE


def _read_lines(options: argparse.Namespace) -> int:
    if options.online:
        _say("--online goes with a story, not with --lines: lines are read offline.")
        return NOTHING_DONE
    pipeline = _settings(options).pipeline or DEFAULT_PIPELINE
    load_pipeline(pipeline)  # where there is none, that is said before anything is written
    written = with_article = 0
    with _lines_of(options.lines) as lines, _opened(options.json) as out:
        for read in read_lines(bounded_lines(lines), pipeline=pipeline):
            out.write(read.document + "\n")
            written, with_article = written + 1, with_article + read.has_article
            for problem in read.problems:
                _say(_sentence(problem))
    if not written:
        _say(f"{options.lines}: There is no line to read. Write one object a line.")
    return DONE if with_article else NOTHING_DONE


def _place(options: argparse.Namespace) -> int:
    gazetteer, settings = load_gazetteer(), _settings(options)
    report = place_report(gazetteer, options.name, options.country)
    told = {"query": options.name, "best": report["best"], "alternatives": [*report["alternatives"]]}
    ask = online_look_up(settings.geocoder, gazetteer, settings.cache_folder)
    if ask is not None:
        answer = ask(options.name)
        told["online"] = [*answer.online] if answer.online is not None else None
        told["problem"] = answer.problem
        told["best"] = told["best"] or next(iter(answer.online or ()), None)
        if answer.problem:
            _say(answer.problem)
    if told["best"] is None:
        _say(f"No gazetteer has a place named {options.name!r}. Try another spelling.")
        return NOTHING_DONE
    documents = {key: _as_document(value) for key, value in told.items()}
    return _print_json(options.json, documents)


def _as_document(value: Any) -> Any:  # noqa: ANN401 - places become documents, the rest stays
    if isinstance(value, list):
        return [place_document(place) for place in value]
    return place_document(value) if isinstance(value, Place) else value


def _settings(options: argparse.Namespace) -> Settings:
    """Those of the environment, under what the command line says."""
    settings = read_settings(os.environ, path_separator=os.pathsep)
    if options.online:
        settings = replace(settings, geocoder=replace(settings.geocoder, service=options.online))
    pipeline = getattr(options, "pipeline", None)
    return replace(settings, pipeline=pipeline) if pipeline else settings


def _route(options: argparse.Namespace) -> int:
    gazetteer = load_gazetteer()
    names = (options.start, options.goal, *options.via)
    ends = [_end(gazetteer, name) for name in names]
    for name, end in zip(names, ends, strict=True):
        if isinstance(end, Place) and end.confidence < SURE:
            _say(_taken_for(name, end))
    start, goal, *via = (end.position if isinstance(end, Place) else end for end in ends)
    found = route(start, goal, Mode(options.mode), via=via)
    report = {
        "from": options.start,
        "to": options.goal,
        "places": [_as_document(end) if isinstance(end, Place) else None for end in ends],
        "mode": options.mode,
        "km": round(found.km, 3),
        "straight_km": round(found.straight_km, 3),
        "path": path_document(found.path),
        "basis": found.basis,
        "snap_km": [round(km, 3) for km in found.snap_km],
        "countries": list(found.countries),
        "passages": list(found.passages),
    }
    if options.geojson:
        told = {name: value for name, value in report.items() if name not in ("path", "places")}
        _print_json(options.geojson, way_feature(found.path, told))
    return _print_json(options.json, report)


def _end(gazetteer: Gazetteer, name: str) -> Place | Position:
    """The likeliest place of a name, with its namesakes; a position where one is given."""
    if pair := _LAT_LON.fullmatch(name.strip()[:40]):
        lat, lon = map(float, pair.groups())
        if abs(lat) > 90 or abs(lon) > 180:
            msg = f"{name!r} is not on Earth: give latitude, then longitude, in degrees."
            raise PlaceNotFoundError(msg)
        return Position(lat, lon)
    report = place_report(gazetteer, name)
    if report["best"] is None:
        msg = f"No gazetteer has a place named {name!r}. Try another spelling, or give it as lat,lon."
        raise PlaceNotFoundError(msg)
    best: Place = replace(report["best"], alternatives=report["alternatives"])
    return best


def _taken_for(name: str, place: Place) -> str:
    """What an unsure name was taken for, so that a namesake is never a silent answer."""
    others = f", and {len(place.alternatives)} more have the name" if place.alternatives else ""
    where = f"{place.name}, {place.country or place.kind} at {place.lat:.2f},{place.lon:.2f}"
    return f"{name!r} is taken for {where}; that is unsure{others}. Give it as lat,lon to be sure."


def _print_json(target: str, report: dict[str, Any]) -> int:
    with _opened(target) as out:
        out.write(escape_surrogates(json.dumps(report, ensure_ascii=False, indent=1)) + "\n")
    return DONE


def _sentence(problem: Problem) -> str:
    return f"{problem.file or problem.article}: {problem.what} {problem.advice}".strip()


def _say(sentence: str) -> None:
    print(sentence.encode("utf-8", "replace").decode("utf-8"), file=sys.stderr)


def _lines_of(path: Path) -> TextIO:
    """A file of lines; bytes that are not UTF-8 come through marked, so that they spoil their line alone."""
    return path.open(encoding="utf-8-sig", errors="surrogateescape", newline="\n")


def _check_target(target: str) -> None:
    """Say before the work, not after it, that its result cannot be written.

    Raises:
        BadStoryError: It is a folder, lies in none, or may not be written.
    """
    path = Path(target)
    changed = path if path.exists() else path.parent
    if target != "-" and (path.is_dir() or not changed.exists() or not os.access(changed, os.W_OK)):
        msg = f"{target} cannot be written: give a file in a folder that is there and may be written to."
        raise BadStoryError(msg)


@contextmanager
def _opened(target: str) -> Iterator[TextIO]:
    """The file to write, or standard output for ``-``; UTF-8 with plain line ends on every machine."""
    if target != "-":
        with Path(target).open("w", encoding="utf-8", newline="\n") as out:
            yield out
    elif sys.stdout is None:
        msg = "There is no standard output to write to: give a file."
        raise BadStoryError(msg)
    else:
        if hasattr(sys.stdout, "reconfigure"):
            sys.stdout.reconfigure(encoding="utf-8", newline="\n")
        yield sys.stdout


def _country(code: str) -> str:
    """Two letters, as ISO 3166-1 has them."""
    if not re.fullmatch("[A-Za-z]{2}", code):
        msg = f"{code!r} is no country code: give its two letters, such as RU."
        raise argparse.ArgumentTypeError(msg)
    return code


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m geo", description="Read articles, find places and ways.")
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    read = commands.add_parser("read", help="read articles into Story JSON")
    read.add_argument(
        "paths",
        nargs="*",
        type=Path,
        metavar="PATH",
        help="story folder, folder of text files, or text files",
    )
    read.add_argument(
        "--lines", type=Path, metavar="IN.jsonl", help='instead: a {"id", "text", "published"} object a line'
    )
    read.add_argument("--no-corrections", action="store_true", help="leave out what people corrected")
    read.add_argument("--pipeline", help="installed spaCy pipeline for English, name or path")
    read.set_defaults(command=_read)
    place = commands.add_parser("place", help="find a place in the atlas")
    place.add_argument("name", metavar="NAME")
    place.add_argument("--country", type=_country, metavar="CC", help="two-letter country code")
    place.set_defaults(command=_place)
    for command in (read, place):
        command.add_argument(
            "--online", metavar="SERVICE", help="ask an online geocoder too: nominatim, photon, ..."
        )
    way = commands.add_parser("route", help="find a way between two places")
    way.add_argument("start", type=str.strip, metavar="FROM", help="a name, or lat,lon")
    way.add_argument("goal", type=str.strip, metavar="TO", help="a name, or lat,lon")
    way.add_argument("--mode", required=True, choices=["rail", "road", "sea", "air"])
    way.add_argument(
        "--via", action="append", default=[], type=str.strip, metavar="NAME", help="a place on the way"
    )
    way.add_argument(
        "--geojson", metavar="OUT", help="write the way as GeoJSON too, cut at the 180th meridian"
    )
    way.set_defaults(command=_route)
    for command in (read, place, way):
        command.add_argument("--json", default="-", metavar="OUT", help="file to write, else the screen")
    return parser


if __name__ == "__main__":
    sys.exit(main())

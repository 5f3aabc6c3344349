"""The command line: ``python -m geo read | place | route``. Thin: arguments in, one call, JSON out."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TextIO

from geo.errors import DatelineError
from geo.model import Problem
from geo.reading.parse import DEFAULT_PIPELINE, load_pipeline
from geo.story.assembly import assemble
from geo.story.document import to_json
from geo.story.lines import read_line
from geo.story.store import load_source

try:
    from geo.atlas.gazetteer import load_gazetteer
except ImportError:

    def load_gazetteer(extra=()):
        return None


READ, NOTHING_READ = 0, 2


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; the exit status is 0, or 2 where nothing could be read, placed or routed."""
    options = _parser().parse_args(arguments)
    command: Callable[[argparse.Namespace], int] = options.command
    try:
        return command(options)
    except DatelineError as error:
        print(error, file=sys.stderr)
        return NOTHING_READ


def _read(options: argparse.Namespace) -> int:
    if options.lines:
        return _read_lines(options)
    source = load_source(options.paths)
    for problem in source.problems:
        print(_sentence(problem), file=sys.stderr)
    if not source.articles:
        if not source.problems:
            print("There is no article to read: give a story folder or text files.", file=sys.stderr)
        return NOTHING_READ
    gazetteer = load_gazetteer(source.places)
    story = assemble(source, gazetteer=gazetteer, nlp=load_pipeline(options.pipeline))
    with _opened(options.json) as out:
        out.write(to_json(story) + "\n")
    return READ


def _read_lines(options: argparse.Namespace) -> int:
    gazetteer, nlp = load_gazetteer(), load_pipeline(options.pipeline)
    with options.lines.open(encoding="utf-8", newline="\n") as lines, _opened(options.json) as out:
        for number, line in enumerate(lines, start=1):
            if not line.strip():
                continue
            with nlp.memory_zone():  # what spaCy learns from an article is forgotten after it
                story = read_line(line, number, gazetteer=gazetteer, nlp=nlp)
                out.write(to_json(story, indent=None) + "\n")
            for problem in story.problems:
                print(_sentence(problem), file=sys.stderr)
    return READ


def _sentence(problem: Problem) -> str:
    return f"{problem.file or problem.article}: {problem.what} {problem.advice}".strip()


@contextmanager
def _opened(target: str) -> Iterator[TextIO]:
    """The file to write, or standard output for ``-``; UTF-8 with plain line ends on every machine."""
    if target == "-":
        sys.stdout.reconfigure(encoding="utf-8", newline="\n")  # type: ignore[union-attr]
        yield sys.stdout
        return
    with Path(target).open("w", encoding="utf-8", newline="\n") as out:
        yield out


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m geo", description="Read articles, find places, find ways."
    )
    commands = parser.add_subparsers(required=True)
    read = commands.add_parser("read", help="read articles into Story JSON")
    read.add_argument("paths", nargs="*", type=Path, metavar="PATH", help="story folder, folder or files")
    read.add_argument("--lines", type=Path, metavar="IN.jsonl", help="one independent article a line")
    read.add_argument("--json", required=True, metavar="OUT", help="file to write, - for standard output")
    read.add_argument("--no-corrections", action="store_true", help="leave out what people corrected")
    read.add_argument("--pipeline", default=DEFAULT_PIPELINE, help="spaCy pipeline, name or path")
    read.set_defaults(command=_read)
    return parser


if __name__ == "__main__":
    sys.exit(main())

"""Lines read by two processes come out as by one: in order, numbered as in the file, lazily."""

from __future__ import annotations

import json
from itertools import count, islice

import pytest

from geo.errors import ModelMissingError
from geo.reading.parse import DEFAULT_PIPELINE
from geo.story import crew

LINES = [
    json.dumps({"id": f"a{i}", "text": f"Ann flew to {town} on Tuesday.", "published": "2023-09-13"})
    for i, town in enumerate(["Rome", "Oslo", "Paris", "Minsk", "Lima", "Quito", "Cairo"])
]
LINES[2:2] = ["", "no json", "  \n"]


@pytest.fixture(autouse=True)
def short_chunks_and_two_cores(monkeypatch):
    monkeypatch.setattr(crew, "CHUNK_LINES", 2)
    monkeypatch.setattr(crew, "_cores", lambda: 2)


def test_two_processes_write_what_one_writes():
    alone, together = (list(crew.read_lines(LINES, pipeline=DEFAULT_PIPELINE, processes=n)) for n in (1, 2))
    assert together == alone
    assert [json.loads(read.document)["story"]["id"] for read in together] == [
        "a0", "a1", "line-4", "a2", "a3", "a4", "a5", "a6",
    ]  # fmt: skip
    assert [read.has_article for read in together] == [True, True, False, *[True] * 5]
    assert [problem.file for read in together for problem in read.problems] == ["line 4"]


@pytest.mark.parametrize(("processes", "most"), [(1, 4), (2, 14)])
def test_no_more_is_taken_than_is_being_read(processes, most):
    taken = count()
    endless = (LINES[0] for _ in taken)
    stories = crew.read_lines(endless, pipeline=DEFAULT_PIPELINE, processes=processes)
    assert len(list(islice(stories, 3))) == 3
    stories.close()
    assert next(taken) <= most


@pytest.mark.parametrize("lines", [LINES, LINES[:1]])
def test_a_missing_pipeline_is_said(lines):
    with pytest.raises(ModelMissingError, match="xx_no_such"):
        list(crew.read_lines(lines, pipeline="xx_no_such", processes=2))


def test_nothing_comes_of_nothing():
    assert list(crew.read_lines(["", "\n"], pipeline=DEFAULT_PIPELINE)) == []

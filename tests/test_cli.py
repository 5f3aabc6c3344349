"""The command line: what it writes, its exit status, and one clear sentence for each thing that fails."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import jsonschema
import pytest

from geo.__main__ import main
from geo.errors import ModelMissingError
from geo.reading.parse import DEFAULT_PIPELINE, REPACKAGED_PIPELINE, load_pipeline
from geo.story.document import to_json
from geo.story.lines import bounded_lines

ROOT = Path(__file__).parent.parent
SCHEMA = json.loads((ROOT / "geo/story/story.schema.json").read_text(encoding="utf-8"))


def run(capsys, *arguments):
    status = main([str(argument) for argument in arguments])
    captured = capsys.readouterr()
    return status, captured.out, captured.err.splitlines()


def test_reading_a_story_from_a_shell_writes_the_same_bytes(kim_putin, stories_folder):
    command = [sys.executable, "-m", "geo", "read", stories_folder / "kim-putin-2023", "--json", "-"]
    done = subprocess.run([*command, "--no-corrections"], capture_output=True, cwd=ROOT, check=True)
    assert done.stdout == (to_json(kim_putin) + "\n").encode()
    assert done.stderr == b""


def test_bad_files_are_named_and_the_rest_is_read(capsys, tmp_path):
    (tmp_path / "a.txt").write_text("Kim flew to Rome.")
    (tmp_path / "b.txt").write_bytes(b"")
    (tmp_path / "c.txt").write_bytes(b"x" * 10_000_000)
    status, out, err = run(capsys, "read", tmp_path, "--json", tmp_path / "out.json")
    assert (status, out, len(err)) == (0, "", 2)
    assert err[0] == "b.txt: The file is empty. Put the article's text into it, or remove it."
    assert err[1].startswith("c.txt: The file has 10.0 MB, more than the 4 MB")
    document = json.loads((tmp_path / "out.json").read_bytes())
    assert [problem["file"] for problem in document["problems"]] == ["b.txt", "c.txt"]
    assert [article["file"] for article in document["articles"]] == ["a.txt"]


@pytest.mark.parametrize(
    ("make", "said"),
    [
        (lambda folder: [folder], "no article to read"),
        (lambda folder: [folder / "missing.txt"], "missing.txt: The file cannot be opened"),
        (lambda folder: [folder, folder / "x.txt"], "x.txt: The file cannot be opened"),
        (lambda folder: [], "Give either a story"),
        (lambda folder: ["--lines", folder / "missing.jsonl"], "missing.jsonl: No such file"),
        (lambda folder: [folder, "--lines", folder / "missing.jsonl"], "Give either a story"),
        (lambda folder: ["--lines", folder], "Is a directory"),
        (lambda folder: ["--lines", "/dev/null"], "no line to read"),
    ],
)
def test_nothing_to_read_is_status_2_and_a_sentence(capsys, tmp_path, make, said):
    status, out, err = run(capsys, "read", *make(tmp_path), "--json", "-")
    assert (status, out, len(err)) == (2, "", 1)
    assert said in err[0]


def test_a_missing_pipeline_names_the_command_that_installs_it(capsys, tmp_path):
    (tmp_path / "a.txt").write_text("Kim flew to Rome.")
    status, _, err = run(capsys, "read", tmp_path, "--json", "-", "--pipeline", "xx_no_such_pipeline")
    assert status == 2
    assert "xx_no_such_pipeline" in err[0]
    assert "run `python -m " in err[0]


def test_without_the_pipeline_of_the_requirements_the_command_that_installs_it_is_named(monkeypatch):
    monkeypatch.setattr("geo.reading.parse._has", lambda _: False)
    monkeypatch.setitem(sys.modules, REPACKAGED_PIPELINE, None)
    with pytest.raises(ModelMissingError, match=r"run `pip install --require-hashes -r requirements\.txt`"):
        load_pipeline.__wrapped__(DEFAULT_PIPELINE)


def test_lines_in_lines_out(capsys, tmp_path):
    given = [
        {"id": 7, "text": "Kim flew to Rome on Tuesday.", "published": "2023-09-13"},
        {"id": "b", "text": "Putin went to Minsk.", "published": None},
        {"id": "c", "text": ""},
        {"id": "d"},
        {"id": "e", "text": "half \ud83d a pair in Rome", "published": "2023-09-13T10:00:00Z"},
        {"id": "f", "text": "Ann went to Oslo.", "published": "yesterday"},
    ]
    lines = "\n".join([*map(json.dumps, given[:3]), "not json", "", *map(json.dumps, given[3:])])
    (tmp_path / "in.jsonl").write_text(lines)
    status, _, err = run(capsys, "read", "--lines", tmp_path / "in.jsonl", "--json", tmp_path / "out.jsonl")
    assert status == 0
    stories = [json.loads(line) for line in (tmp_path / "out.jsonl").read_bytes().splitlines()]
    for story in stories:
        jsonschema.validate(story, SCHEMA)
    assert [story["story"]["id"] for story in stories] == [
        "7",
        "b",
        "line-3",
        "line-4",
        "line-6",
        "e",
        "line-8",
    ]
    assert [story["articles"][0]["id"] for story in stories if story["articles"]] == ["7", "b", "e"]
    assert stories[0]["journeys"][0]["arrive"]["earliest"] == "2023-09-12"
    assert stories[1]["journeys"][0]["arrive"] is None
    assert len(err) == 4
    assert err[1].startswith("line 4: This is not JSON")


def test_a_line_that_cannot_be_read_spoils_no_other(capsys, tmp_path):
    lines = [b"\xff\xfe\x00", b"[" * 100_000, b"[]", b'{"text": 5}', b'{"text": "Kim flew to Rome."}']
    (tmp_path / "in.jsonl").write_bytes(b"\xef\xbb\xbf" + b"\n".join([lines[-1], *lines]))
    status, _, err = run(capsys, "read", "--lines", tmp_path / "in.jsonl", "--json", tmp_path / "out.jsonl")
    stories = [json.loads(line) for line in (tmp_path / "out.jsonl").read_bytes().splitlines()]
    assert (status, [len(story["articles"]) for story in stories]) == (0, [1, 0, 0, 0, 0, 1])
    said = [
        "line 2: This is not UTF-8",
        "line 3: This is not JSON",
        "line 4: There is no text",
        "line 5: There",
    ]
    assert [line[: len(start)] for line, start in zip(err, said, strict=True)] == said


def test_a_line_too_long_is_not_read_to_its_end(capsys, tmp_path, monkeypatch):
    monkeypatch.setattr("geo.story.lines.MAX_LINE_CHARACTERS", 50)
    short = json.dumps({"id": "a", "text": "Ann flew to Rome."})
    fits = json.dumps({"id": "b", "text": "Ann flew to Rome."}).ljust(50)
    lines = [short, "x" * 51, fits, "[" + "1," * 500, short, "y" * 100]
    (tmp_path / "in.jsonl").write_text("\n".join(lines))
    with (tmp_path / "in.jsonl").open() as file:
        assert [len(line.rstrip("\n")) for line in bounded_lines(file)] == [
            len(short),
            51,
            50,
            51,
            len(short),
            51,
        ]
    status, _, err = run(capsys, "read", "--lines", tmp_path / "in.jsonl", "--json", tmp_path / "out.jsonl")
    stories = [json.loads(line) for line in (tmp_path / "out.jsonl").read_bytes().splitlines()]
    assert (status, [len(story["articles"]) for story in stories]) == (0, [1, 0, 1, 0, 1, 0])
    assert [line.partition(" characters")[0] for line in err] == [
        f"line {number}: The line has more than 50" for number in (2, 4, 6)
    ]


@pytest.mark.parametrize("target", [".", "missing/out.json"])
@pytest.mark.parametrize("command", [["read", "missing.txt"], ["place", "Rome"]])
def test_a_target_that_cannot_be_written_is_said_before_the_work(capsys, tmp_path, command, target):
    status, out, err = run(capsys, *command, "--json", tmp_path / target)
    assert (status, out, len(err)) == (2, "", 1)
    assert "cannot be written: give a file in a folder" in err[0]


def test_a_place_by_name(capsys):
    status, out, _ = run(capsys, "place", "Paris", "--json", "-")
    found = json.loads(out)
    assert (status, found["query"], found["best"]["country"]) == (0, "Paris", "FR")
    assert "US" in {place["country"] for place in found["alternatives"]}
    for place in (found["best"], *found["alternatives"]):
        jsonschema.validate(place, {"$ref": "#/$defs/place", "$defs": SCHEMA["$defs"]})
    status, out, _ = run(capsys, "place", "Paris", "--country", "US", "--json", "-")
    assert json.loads(out)["best"]["country"] == "US"
    status, out, err = run(capsys, "place", "Xyzzyqq", "--json", "-")
    assert (status, out) == (2, "")
    assert "'Xyzzyqq'" in err[0]


def test_a_route_by_rail_through_a_named_place(capsys):
    status, out, _ = run(
        capsys, "route", "Pyongyang", "43.11,131.88", "--mode", "rail", "--via", "Khasan", "--json", "-"
    )
    found = json.loads(out)
    assert status == 0
    assert [found["from"], found["to"], found["mode"], found["basis"]] == [
        "Pyongyang", "43.11,131.88", "rail", "rail network",
    ]  # fmt: skip
    assert found["km"] == pytest.approx(1152, rel=0.03)
    assert found["straight_km"] == pytest.approx(689, rel=0.03)
    (lon, lat), (end_lon, end_lat) = found["path"][0], found["path"][-1]
    assert (lon, lat, end_lon, end_lat) == pytest.approx((125.75, 39.03, 131.88, 43.11), abs=0.1)
    assert len(found["snap_km"]) == 2
    assert (found["countries"], found["passages"]) == (["KP", "RU"], [])


def test_a_route_says_what_its_names_were_taken_for(capsys):
    status, out, err = run(
        capsys, "route", "Springfield", "Paris", "--via", "0,0", "--mode", "air", "--json", "-"
    )
    springfield, paris, given = json.loads(out)["places"]
    assert (status, given, paris["country"], springfield["country"]) == (0, None, "FR", "US")
    assert len(springfield["alternatives"]) > 5
    assert len(err) == 1
    assert err[0].startswith(
        "'Springfield' is taken for Springfield, US at 39.80,-89.64; that is unsure, and "
    )
    assert err[0].endswith(" more have the name. Give it as lat,lon to be sure.")


def test_a_point_south_of_the_equator_is_no_option(capsys):
    given = ["-36.85,174.76", "-33.87,151.21", "--via", "-18.14,178.44", "--mode", "air"]
    status, out, err = run(capsys, "route", *given, "--json", "-")
    found = json.loads(out)
    assert (status, err, found["from"], found["to"]) == (0, [], "-36.85,174.76", "-33.87,151.21")
    assert [round(lat) for _, lat in (found["path"][0], found["path"][-1])] == [-37, -34]
    assert run(capsys, "route", "-36.85", "Rome", "--mode", "air")[0] == 2


def test_a_route_by_sea_names_its_passages(capsys):
    _, out, _ = run(capsys, "route", "Rotterdam", "Singapore", "--mode", "sea", "--json", "-")
    found = json.loads(out)
    assert found["countries"] == []
    assert [name for name in found["passages"] if name in ("Suez Canal", "Strait of Malacca")] == [
        "Suez Canal", "Strait of Malacca",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("start", "goal", "mode", "kind", "ends"),
    [
        ("Anadyr", "Nome", "air", "MultiLineString", [(177.5, 180.0), (-180.0, -165.4)]),
        ("21.3,-157.87", "Auckland", "sea", "MultiLineString", [(-157.9, -180.0), (180.0, 174.8)]),
        ("51.45,-0.98", "51.54,0.71", "air", "LineString", [(-1.0, 0.7)]),
        ("0,0", "0,180", "air", "LineString", [(0.0, 180.0)]),
        ("0,10", "0,10", "air", "Point", [(10.0, 10.0)]),
        ("78.22,15.63", "71.29,-164.37", "air", "MultiLineString", [(15.6, 180.0), (-180.0, -164.4)]),
        ("90,0", "60,30", "air", "LineString", [(0.0, 30.0)]),
        ("-90,0", "-33.87,151.2", "air", "LineString", [(0.0, 151.2)]),
        ("10,180", "20,-180", "air", "LineString", [(180.0, 180.0)]),
    ],
)
def test_a_way_as_geojson_is_cut_at_the_180th_meridian(capsys, tmp_path, start, goal, mode, kind, ends):
    out = tmp_path / "way.geojson"
    status, _, _ = run(capsys, "route", start, goal, "--mode", mode, "--json", "-", "--geojson", out)
    feature = json.loads(out.read_bytes())
    geometry = feature["geometry"]
    assert (status, feature["type"], geometry["type"]) == (0, "Feature", kind)
    assert (feature["properties"]["mode"], "path" in feature["properties"]) == (mode, False)
    at = geometry["coordinates"]
    lines = at if kind == "MultiLineString" else [at] if kind == "LineString" else [[at, at]]
    assert [(round(line[0][0], 1), round(line[-1][0], 1)) for line in lines] == ends
    assert all(-180 <= lon <= 180 and -90 <= lat <= 90 for line in lines for lon, lat in line)


@pytest.mark.parametrize(
    ("start", "goal", "mode", "said"),
    [
        ("Honolulu", "Tokyo", "rail", "Honolulu"),
        ("Xyzzyqq", "Tokyo", "air", "'Xyzzyqq'"),
        ("91,0", "Tokyo", "air", "not on Earth"),
    ],
)
def test_no_route_is_status_2_and_the_reason(capsys, start, goal, mode, said):
    status, out, err = run(capsys, "route", start, goal, "--mode", mode, "--json", "-")
    assert (status, out, len(err)) == (2, "", 1)
    assert said in err[0] or "railway" in err[0]

"""Story folders and article files: what is read, what is named as a problem, what people correct."""

from __future__ import annotations

import json

import pytest

import geo
from geo.errors import BadArticleError, BadStoryError
from geo.model import Mention, Mode, Place, PlaceKind, Role, Status, Story
from geo.story.corrections import Action, Correction, apply_corrections, parse_corrections, written
from geo.story.store import append_correction, is_story, list_stories, load_corrections, load_source
from geo.story.texts import decode_article
from tests.story_builder import PLACES, article, distance, event, journey, span

TEXT = "Kim flew to Rome on Tuesday — so they say.\r\nMore.\n"

# --- texts


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        (TEXT.encode(), TEXT),
        (b"\xef\xbb\xbf" + TEXT.encode(), TEXT),
        (b"\xff\xfe" + TEXT.encode("utf-16-le"), TEXT),
        (b"\xfe\xff" + TEXT.encode("utf-16-be"), TEXT),
        (TEXT.encode("cp1252"), TEXT),
        (b"plain", "plain"),
        (("a" * 1_000_000).encode(), "a" * 1_000_000),
    ],
)
def test_what_is_text(raw, text):
    assert decode_article(raw) == text


@pytest.mark.parametrize(
    ("raw", "complaint"),
    [
        (b"", "empty"),
        (b" \r\n\t", "empty"),
        (b"x" * 10_000_000, "10.0 MB"),
        (b"%PDF-1.7 ...", "PDF"),
        (b"PK\x03\x04....", "archive"),
        (b"\x89PNG\r\n", "picture"),
        (b"text \x00\x01\x02 with controls", "control characters"),
        (b"\xff\xfe" + b"\x00\xd8" * 3, "UTF-16-LE"),
        ("Ким приехал в Россию".encode("cp1251"), "encoding cannot be told"),
        (TEXT.encode() + b"\x81\x8d", "Windows-1252"),
    ],
)
def test_what_is_no_text_is_named_with_advice(raw, complaint):
    with pytest.raises(BadArticleError, match=complaint) as refused:
        decode_article(raw)
    assert str(refused.value).count(". ") >= 1, "what is wrong, then what to do"


# --- folders


@pytest.fixture
def folder(tmp_path):
    """A folder with two articles and two files that are none."""
    (tmp_path / "b.txt").write_bytes(TEXT.encode())
    (tmp_path / "a.txt").write_bytes(b"")
    (tmp_path / "c.txt").write_bytes(TEXT.encode("cp1252"))
    (tmp_path / "d.pdf").write_bytes(b"%PDF-1.4")
    return tmp_path


def test_one_bad_article_never_stops_the_others(folder):
    source = load_source([folder])
    assert [raw.id for raw in source.articles] == ["b", "c"]
    assert {raw.text for raw in source.articles} == {TEXT}
    assert [(problem.file, problem.what) for problem in source.problems] == [
        ("a.txt", "The file is empty."),
        ("d.pdf", "The file is a PDF document, not text."),
    ]
    assert all(problem.advice for problem in source.problems)


def test_files_and_folders_taken_together_have_different_ids(folder, tmp_path_factory):
    other = tmp_path_factory.mktemp("other")
    (other / "b.txt").write_text("Putin flew to Rome.")
    source = load_source([folder / "b.txt", other, folder / "missing.txt"])
    assert [raw.id for raw in source.articles] == ["b", "b-2"]
    assert source.problems[0].file == "missing.txt"
    assert "No such file" in source.problems[0].what


def test_which_folders_are_stories(tmp_path):
    for name, files in {
        "texts": ["a.txt", "b.txt"],
        "told": ["story.toml"],
        "photos": ["a.txt", "b.jpg"],
        "empty": [],
        ".hidden": ["a.txt"],
    }.items():
        (tmp_path / name).mkdir()
        for file in files:
            (tmp_path / name / file).write_text("words = 1")
    assert [path.name for path in list_stories(tmp_path)] == ["texts", "told"]
    assert list_stories(tmp_path / "nowhere") == ()
    assert not is_story(tmp_path / "told" / "story.toml")


def test_what_a_story_folder_tells_of_its_articles(stories_folder):
    source = load_source([stories_folder / "kim-putin-2023"])
    published = {raw.id[:3]: raw.published for raw in source.articles}
    assert published == {
        "000": "2023-09-05",
        "001": "2023-09-04",
        "002": "2023-09-12",
        "003": "2023-09-13",
        "004": "2023-09-05",
    }
    assert all(
        "inferred" in str(raw.published_basis) for raw in source.articles if raw.id[:3] in "000 001 004"
    )
    assert {raw.id[:3]: (raw.publisher, raw.agency) for raw in source.articles} == {
        "000": ("Korea JoongAng Daily", None),
        "001": (None, None),
        "002": (None, "AP"),
        "003": ("Dawn", "AFP"),
        "004": ("The New Daily", None),
    }
    assert source.title == "Kim and Putin, September 2023"
    assert "belong to their publishers" in str(source.rights)
    assert {place.id for place in source.places} >= {"story:vostochny", "story:pier-33", "story:fefu-campus"}


@pytest.mark.parametrize(
    ("file", "content"),
    [
        ("story.toml", "title = "),
        ("places.csv", "id,name,aliases,kind,lat,lon,radius_km,country,source\nx,X,,moon,0,0,1,,s\n"),
        ("places.csv", "id,name,aliases,kind,lat,lon,radius_km,country,source\nx,X,,city,120,0,1,,s\n"),
        ("places.csv", "id,name\nx,X\n"),
        ("corrections.jsonl", "not json\n"),
        ("corrections.jsonl", '{"id": "1", "who": "A", "when": "2023", "why": "b", "action": "drop"}\n'),
    ],
)
def test_a_damaged_table_is_named(tmp_path, file, content):
    (tmp_path / "story.toml").write_text("title = 'x'")
    (tmp_path / file).write_text(content)
    with pytest.raises(BadStoryError):
        load_source([tmp_path])


# --- corrections

PARIS_TX = Place(
    id="geonames:4717560",
    name="Paris",
    kind=PlaceKind.CITY,
    lat=33.66,
    lon=-95.56,
    radius_km=8.0,
    country="US",
    basis="correction by Ann: the article is from Texas",
)


def told() -> Story:
    return Story(
        id="a",
        title="a",
        articles=(article("a", text="Words and words."),),
        places=tuple(PLACES.values()),
        mentions=(Mention(span=span("a"), place="moscow", role=Role.LITERAL),),
        journeys=(journey("a", "Kim", ("pyongyang", "moscow"), via=("moscow",)),),
        distances=(distance("a", 10, "mile", ("moscow", "vvo")),),
        events=(event("a", "they met", "moscow", None),),
    )


def correction(action: str, number: str = "1", **more: object) -> Correction:
    return Correction(
        id=number,
        who="Ann",
        when="2024-01-01T10:00",
        why="the article is from Texas",
        action=Action(action),
        **more,
    )


def test_a_name_can_be_given_another_place():
    story = apply_corrections(told(), [correction("place", name="words", place=PARIS_TX)])
    assert story.mentions[0].place == PARIS_TX.id
    (moved,) = story.journeys
    assert (moved.to_place, moved.via, moved.claims[0].to_place) == (PARIS_TX.id, (PARIS_TX.id,), PARIS_TX.id)
    assert (story.distances[0].from_place, story.events[0].place) == (PARIS_TX.id, PARIS_TX.id)
    assert PARIS_TX in story.places


def test_what_was_read_wrongly_can_be_dropped_and_set():
    here = {"article": "a", "start": 0, "end": 3}
    assert apply_corrections(told(), [correction("drop", what="journeys", **here)]).journeys == ()
    assert apply_corrections(told(), [correction("drop", what="mentions", **here)]).mentions == ()
    values = (("mode", "rail"), ("status", "planned"), ("to", "vvo"))
    (story,) = apply_corrections(told(), [correction("set", what="journeys", values=values, **here)]).journeys
    assert (story.mode, story.status, story.to_place) == (Mode.RAIL, Status.PLANNED, "vvo")
    assert (story.claims[0].mode, story.claims[0].to_place) == (Mode.RAIL, "vvo")


def test_a_correction_elsewhere_changes_nothing():
    for other in (
        correction("drop", what="journeys", article="b", start=0, end=3),
        correction("drop", what="journeys", article="a", start=8, end=9),
        correction("place", name="Rome", place=PARIS_TX),
    ):
        assert apply_corrections(told(), [other]) == told()


def test_a_correction_can_be_taken_back_and_put_back():
    drop = correction("drop", "1", what="journeys", article="a", start=0, end=3)
    back, again = correction("retract", "2", of="1"), correction("retract", "3", of="2")
    assert apply_corrections(told(), [drop, back]) == told()
    assert apply_corrections(told(), [drop, back, again]).journeys == ()


def test_corrections_survive_being_written(tmp_path):
    made = (
        correction("place", "1", name="Paris", place=PARIS_TX),
        correction("set", "2", what="journeys", article="a", start=0, end=3, values=(("to", None),)),
        correction("retract", "3", of="1"),
    )
    for one in made:
        append_correction(tmp_path, one)
    assert load_corrections(tmp_path) == made
    assert parse_corrections("\n".join(map(written, made))) == made


def test_a_correction_survives_a_re_read_and_can_be_left_out(tmp_path):
    text = "Kim flew to Paris on Tuesday."
    (tmp_path / "a.txt").write_text(text)
    append_correction(tmp_path, correction("place", name="Paris", place=PARIS_TX))
    for _ in range(2):
        assert geo.read_story(tmp_path).journeys[0].to_place == PARIS_TX.id
    assert geo.read_story(tmp_path, corrections=False).journeys[0].to_place != PARIS_TX.id
    append_correction(tmp_path, correction("retract", "2", of="1"))
    assert geo.read_story(tmp_path).journeys[0].to_place != PARIS_TX.id
    assert len((tmp_path / "corrections.jsonl").read_text().splitlines()) == 2
    assert json.loads((tmp_path / "corrections.jsonl").read_text().splitlines()[0])["who"] == "Ann"

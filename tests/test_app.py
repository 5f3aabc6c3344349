"""Every page runs on the invented story; the server hands out the player, and nothing else."""

from __future__ import annotations

import asyncio
import gzip
import json
import re
import tomllib
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
import streamlit as st
from starlette.applications import Starlette
from streamlit.testing.v1 import AppTest

import app
import geo
from geo.errors import BadStoryError
from geo.stage import assets, shelf, theme
from geo.stage.bundle import bundle
from pages import doorstep, library
from tests.fixtures.invented import STORY

ROOT = Path(__file__).resolve().parents[1]
ENTRY = ROOT / "pages" / "navigation.py"
TIMEOUT = 30


@pytest.fixture
def story_folder(tmp_path, monkeypatch):
    """A folder with nothing but text files, which is a story; what is read from it is the invented one."""
    folder = tmp_path / "invented"
    folder.mkdir()
    (folder / "first.txt").write_text("Some text.", encoding="utf-8")
    monkeypatch.setenv("DATELINE_STORIES", str(tmp_path))
    monkeypatch.setattr(geo, "read_story", lambda _paths: STORY)
    return folder


def _open(page: str | None = None, **asked: str) -> AppTest:
    at = AppTest.from_file(str(ENTRY), default_timeout=TIMEOUT)
    at.query_params.update({"story": "invented", **asked})
    at.run()
    if page is not None:
        at.switch_page(page).run()
    return at


def _data(at: AppTest, name: str) -> dict:
    """What the page hands to the component of that name."""
    found = [
        each.proto for each in at.get("bidi_component") if each.proto.component_name == f"dateline_{name}"
    ]
    assert found, [each.proto.component_name for each in at.get("bidi_component")]
    return json.loads(found[0].json)


@pytest.mark.usefixtures("story_folder")
def test_the_story_page_tells_the_player_where_its_scene_is():
    at = _open()
    assert not at.exception
    data = _data(at, "main")
    assert data["title"] == STORY.title
    status, headers, body = _get("/" + data["scene"])
    assert status == 200
    assert headers["cache-control"] == "private, max-age=31536000, immutable"
    assert json.loads(gzip.decompress(body))["story"] == {
        "id": "invented",
        "title": STORY.title,
        "articles": 3,
        "origins": 2,
        "as_of": "2024-05-09",
    }
    assert data["assets"] == f"player/{assets.version()}"


@pytest.mark.usefixtures("story_folder")
def test_the_masthead_lists_every_story_and_page():
    data = _data(_open(), "masthead")
    assert {"id": "invented", "title": "invented"} in data["stories"]
    assert {"id": "kim-putin-2023", "title": "Kim and Putin, September 2023"} in data["stories"]
    assert [page["title"] for page in data["pages"]] == ["Story", "Articles", "Table", "Method"]


@pytest.mark.usefixtures("story_folder")
def test_the_articles_page_opens_an_article_at_a_sentence():
    at = _open("articles.py", article="second", at="60")
    assert not at.exception
    data = _data(at, "articles")
    assert (data["page"]["id"], data["at"]) == ("second", 60)


@pytest.mark.usefixtures("story_folder")
@pytest.mark.parametrize(
    ("article", "at"), [("no such", "60"), ("second", "-1"), ("second", "x"), ("second", "1e9")]
)
def test_a_bad_address_opens_an_article_all_the_same(article, at):
    page = _open("articles.py", article=article, at=at)
    assert not page.exception
    assert _data(page, "articles")["at"] is None


@pytest.mark.usefixtures("story_folder")
def test_the_table_page_has_the_story_as_tables():
    at = _open("table.py")
    assert not at.exception
    assert [table["caption"] for table in _data(at, "table")["tables"]] == ["Journeys", "Events", "Places"]


@pytest.mark.usefixtures("story_folder")
def test_the_method_page_names_the_sources():
    at = _open("method.py")
    assert not at.exception
    words = " ".join(each.value for each in at.markdown)
    for source in ("Natural Earth", "OpenStreetMap contributors", "ODbL", "GeoNames", "CC BY 4.0", "dashed"):
        assert source in words


@pytest.mark.usefixtures("story_folder")
def test_an_unknown_story_opens_the_first_with_a_note():
    at = AppTest.from_file(str(ENTRY), default_timeout=TIMEOUT)
    at.query_params["story"] = "../../etc"
    at.run()
    assert not at.exception
    assert "There is no story" in at.toast[0].value


@pytest.mark.usefixtures("story_folder")
def test_a_story_that_cannot_be_read_says_why(monkeypatch):
    def refuse(_paths):
        msg = "The table places.csv cannot be read. Save it as UTF-8."
        raise BadStoryError(msg)

    monkeypatch.setattr(geo, "read_story", refuse)
    at = _open()
    assert not at.exception
    assert _data(at, "notice")["advice"] == "The table places.csv cannot be read. Save it as UTF-8."


def _get(path: str) -> tuple[int, dict[str, str], bytes]:
    """Status, headers and body of a request to the app's own routes, without a socket."""
    sent = []

    async def receive():
        return {"type": "http.request", "body": b"", "more_body": False}

    async def send(message):
        sent.append(message)

    scope = {
        "type": "http",
        "method": "GET",
        "path": path,
        "raw_path": path.encode(),
        "query_string": b"",
        "headers": [],
    }
    # a thread of its own: a browser test that ran before keeps a loop running in this one
    with ThreadPoolExecutor(1) as own:
        own.submit(asyncio.run, Starlette(routes=app.routes)(scope, receive, send)).result()
    headers = {name.decode(): value.decode() for name, value in sent[0]["headers"]}
    return sent[0]["status"], headers, b"".join(message.get("body", b"") for message in sent[1:])


@pytest.mark.usefixtures("story_folder")
def test_a_scene_has_no_address_that_its_content_gives_away():
    data = _data(_open(), "main")
    guesses = (data["digest"], data["digest"] + "0" * 24, "invented", "0" * 40)
    answers = [_get(f"/scene/{guess}.json") for guess in guesses]
    assert [status for status, _, _ in answers] == [404] * len(guesses)
    assert {headers["cache-control"] for _, headers, _ in answers} == {"no-store"}


def test_the_shelf_holds_what_was_shown_last():
    held = [shelf.pack(f"story {number}", f'{{"number": {number}}}') for number in range(4)]
    few = shelf.Shelf(most=2)
    for each in (held[0], held[1], held[0], held[2]):
        few.put(each)
    on_it = [few.take(each.token) is not None for each in held]
    assert on_it == [True, False, True, False]
    assert gzip.decompress(few.take(held[2].token).body) == b'{"number": 2}'
    assert len({each.token for each in held} | {each.digest for each in held}) == 8


def test_the_map_library_goes_out_compressed_and_for_a_year():
    _, headers, body = _get(f"/player/{assets.version()}/deck.js")
    assert headers["content-encoding"] == "gzip"
    assert "immutable" in headers["cache-control"]
    assert b"createDeck" in gzip.decompress(body)
    assert len(body) < 1_400_000


@pytest.mark.parametrize(
    "name", ["../scene.py", "..%2Fscene.py", "player.py", "fonts/", "", "main.js.map", "/etc/passwd"]
)
def test_the_server_hands_out_nothing_else(name):
    assert _get(f"/player/{assets.version()}/{name}")[0] == 404


def test_an_old_address_is_not_kept():
    _, headers, _ = _get("/player/000000000000/player.js")
    assert headers["cache-control"] == "no-cache"


MODULES = {
    "early.js": 'import { a, b as c } from "./other.js";\nexport const first = a + c;\n',
    "other.js": 'export async function a() {}\nexport const b = () => import("./late.js");\n',
    "late.js": "export class Late {}\n",
}


def test_the_modules_go_out_as_one_file():
    text = bundle(MODULES, entry="early.js")
    assert 'const { a, b: c } = part("other.js");\nconst first = a + c;\n\nreturn { first };' in text
    assert 'const b = () => Promise.resolve().then(() => part("late.js"));\n\nreturn { a, b };' in text
    assert not re.search(r"^import|\bimport\(", text, re.MULTILINE)
    sent = gzip.decompress(_get(f"/player/{assets.version()}/player.js")[2]).decode()
    assert all(f'"{path.name}": () => {{' in sent for path in assets.PLAYER.glob("*.js"))


@pytest.mark.parametrize(
    "line",
    [
        'import * as all from "./other.js";',
        'import {\n  a,\n} from "./other.js";',
        "export default a;",
        "export { a };",
        "export let a = 1;",
        'const b = import("./other.js" );',
    ],
)
def test_a_module_of_another_form_is_refused(line):
    with pytest.raises(ValueError, match="form"):
        bundle(MODULES | {"late.js": line}, entry="early.js")


def _told(page: str) -> dict:
    """What the page says to the browser before Streamlit runs."""
    return json.loads(re.search(r'<script type="application/json" id="dl-told">(.*?)</script>', page)[1])


@pytest.mark.usefixtures("story_folder")
def test_the_server_tells_the_browser_what_the_page_is_going_to_tell():
    _get("/")  # an address alone reads nothing
    before = _told(doorstep.html("story", "invented"))["main"]
    assert (before["title"], before["scene"], before["digest"]) == ("invented", None, None)
    at = _open()
    told = _told(doorstep.html("story", "invented"))
    assert told == {"masthead": _data(at, "masthead"), "main": _data(at, "main")}
    at = _open("table.py")
    assert _told(doorstep.html("table", "invented")) == {"masthead": _data(at, "masthead")}


@pytest.mark.usefixtures("story_folder")
def test_the_page_is_streamlits_with_no_way_out_of_what_is_told(monkeypatch):
    monkeypatch.setattr(library, "title", lambda _folder: "</script><script>alert(1)</script>")
    status, headers, body = _get("/table")
    page = body.decode()
    assert (status, headers["cache-control"]) == (200, "no-cache")
    assert '<div id="root"></div>' in page
    assert "alert(1)</script>" not in page
    assert _told(page)["masthead"]["stories"][0]["title"] == "</script><script>alert(1)</script>"


def test_a_setting_that_makes_no_sense_leaves_the_page_to_say_so(monkeypatch):
    monkeypatch.setenv("DATELINE_GROUND", "ftp://nowhere")
    assert _told(doorstep.html("story", None)) == {}


def test_tiles_of_the_ground():
    ground = f"/ground/{assets.ground_version()}"
    assert "land" in json.loads(gzip.decompress(_get(f"{ground}/0/0/0.json")[2]))
    assert _get(f"{ground}/0/0/5.json")[0] == 404
    assert _get(f"{ground}/99/0/0.json")[0] == 404


def test_streamlit_has_the_colours_of_the_theme():
    config = tomllib.loads((ROOT / ".streamlit" / "config.toml").read_text(encoding="utf-8"))
    for name, look in theme.THEMES.items():
        assert config["theme"][name] == {
            "primaryColor": look["accent"],
            "backgroundColor": look["paper"],
            "secondaryBackgroundColor": look["panel"],
            "textColor": look["ink"],
        }
    assert config["browser"]["gatherUsageStats"] is False


def test_the_player_writes_text_as_text():
    """No module of the player turns a string into markup."""
    for path in sorted(assets.PLAYER.glob("*.js")):
        assert not re.search(
            r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\(|new Function",
            path.read_text(encoding="utf-8"),
        ), path.name


def test_the_player_asks_for_nothing_outside():
    for path in sorted([*assets.PLAYER.glob("*.js"), *assets.PLAYER.rglob("*.css")]):
        addresses = set(re.findall(r"https?://[^\s\"'`)]+", path.read_text(encoding="utf-8")))
        assert addresses <= {"http://www.w3.org/2000/svg"}, path.name


@pytest.mark.parametrize("path", sorted((ROOT / "pages").glob("*.py")), ids=lambda path: path.name)
def test_a_page_is_short(path):
    assert len(path.read_text(encoding="utf-8").splitlines()) <= (110 if path.name == "library.py" else 80)


@pytest.mark.usefixtures("story_folder")
def test_the_first_story_is_read_before_anybody_asks(monkeypatch):
    read = []
    monkeypatch.setattr(geo, "read_story", lambda paths, **_: read.append(paths[0].name) or STORY)
    first = next(iter(library.stories()))
    st.cache_resource.clear()
    library.warm_up()
    library.warm_up()
    st.cache_resource.clear()  # what was read here is invented
    assert read == [first]

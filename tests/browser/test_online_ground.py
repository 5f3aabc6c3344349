"""The ground out of the network: drawn, or a sentence says why not and the offline ground stays."""

from __future__ import annotations

import io
import json
import threading
from urllib.parse import urlsplit

import numpy as np
import pytest
from PIL import Image
from pmtiles.reader import MmapSource, Reader

from benchmarks.stage_parts import machine
from geo.atlas import basemap
from geo.stage import theme
from tests.browser.conftest import ROOT, SHOTS
from tests.browser.stage import probe
from tests.browser.test_ground import Handler, Server
from tests.browser.test_picture import save
from tests.fixtures import stories

WIDTH, HEIGHT = 1280, 720
LAND, SEA, WORDS = (10, 200, 30), (20, 40, 200), (250, 0, 250)
UNREACHABLE, NO_STYLE, UNDRAWABLE = (
    "cannot be reached",
    "no MapLibre style",
    "cannot be drawn (layers[0].paint",
)
HOSTILE = (
    "&copy; <a href='https://maps.example.org/'>Mappers</a>, <a href='javascript:bad = 1'>us</a>"
    "<img src=x onerror='bad = 1'><script>bad = 1</script><style>p { color: red }</style>"
)

# the player's own ground
DRAW = """async ([themes, online, view]) => {
    const look = document.head.appendChild(document.createElement("link"));
    await new Promise((onload) => Object.assign(look, { rel: "stylesheet", href: "/player.css", onload }));
    const { createGround } = await import("/ground.js");
    const host = document.getElementById("map");
    host.style.cssText = "position: absolute; inset: 0";
    const box = host.appendChild(document.createElement("div"));
    box.className = "dl-canvas dl-ground";
    const tiles = "/atlas/basemap/{z}/{x}/{y}.json";
    const ctx = { themes, ground: online, tiles, model: { scene: { places: [] } } };
    const credit = host.appendChild(document.createElement("p"));
    credit.id = "credit";
    const onCredit = (...parts) => credit.replaceChildren(...parts);
    const room = () => ({ reserved: [], ways: [] });
    createGround(box, ctx, view, { room, onCredit, isGliding: () => false }).dress();
}"""


def style(here, source, *layers, **more):
    """A MapLibre style: the sea, the land of a source, further layers on them."""
    sea = {"id": "sea", "type": "background", "paint": {"background-color": f"rgb{SEA}"}}
    land = {"id": "land", "type": "fill", "source-layer": "land", "paint": {"fill-color": f"rgb{LAND}"}}
    glyphs = f"{here}fail/{{fontstack}}/{{range}}"
    return {
        "version": 8,
        "sources": {"world": {"type": "vector", **source}},
        "layers": [sea, land | {"source": "world"}, *layers],
        "glyphs": glyphs,
        "sprite": f"{here}fail/sprite",
        **more,
    }


def documents(here):
    """What the server answers, by name: styles that work and styles that do not."""
    tiles = {"tiles": [f"{here}mvt/{{z}}/{{x}}/{{y}}"], "maxzoom": basemap.MAX_ZOOM}
    raster = {
        "type": "raster",
        "tiles": [f"{here}png/{{z}}/{{x}}/{{y}}"],
        "attribution": "<b>Tile makers</b>",
    }
    words = {
        "id": "names", "type": "symbol", "source": "world", "source-layer": "names",
        "layout": {"text-field": ["get", "name"], "text-font": ["A"], "text-size": 24, "icon-image": "none"},
        "paint": {"text-color": f"rgb{WORDS}"},
    }  # fmt: skip
    rivers = {
        "id": "rivers", "type": "line", "source": "world", "source-layer": "rivers",
        "paint": {"line-color": f"rgb{SEA}", "line-width": ["interpolate", ["linear"], ["zoom"], 2, 1, 8, 3]},
    }  # fmt: skip
    bad = {"id": "bad", "type": "background", "paint": {"background-color": ["no-such-expression"]}}
    return {
        "tiles.json": {"tilejson": "3.0.0", **tiles, "attribution": HOSTILE},
        "vector.json": style(here, {"url": f"{here}tiles.json"}, rivers, words),
        "bare.json": style(here, tiles | {"attribution": "Us &amp; them"}, projection={"type": "globe"}),
        "raster.json": style(here, tiles) | {
            "sources": {"b": raster}, "layers": [{"id": "b", "type": "raster", "source": "b"}],
        },
        "empty.json": style(here, tiles) | {"layers": []},
        "expression.json": style(here, tiles) | {"layers": [bad, bad | {"id": "worse"}]},
        "tileless.json": style(here, {"tiles": [f"{here}missing/{{z}}/{{x}}/{{y}}"]}),
        "failing.json": style(here, {"tiles": [f"{here}fail/{{z}}/{{x}}/{{y}}"]}),
        "sourceless.json": style(here, {"url": f"{here}missing/tiles.json"}),
        "list.json": [1, 2],
    }  # fmt: skip


class Elsewhere(Handler):
    """The player's files, and under /online tiles and styles: some work, some fail, one never comes."""

    def do_GET(self):  # noqa: N802 - http.server's name
        if not self.path.startswith("/online/"):
            return super().do_GET()
        here = f"http://127.0.0.1:{self.server.server_port}/online/"
        what, *place = self.path.split("/")[2:]
        if (document := documents(here).get(what)) is not None:
            return self.answer(json.dumps(document).encode(), "application/json", gzipped=False)
        if what == "mvt":
            tile = self.server.world.get(*map(int, place))
            return self.answer(tile or b"", "application/x-protobuf", gzipped=tile is not None)
        if what == "png":
            picture = io.BytesIO()
            Image.new("RGB", (256, 256), LAND).save(picture, "PNG")
            return self.answer(picture.getvalue(), "image/png", gzipped=False)
        if what == "garbage.json":
            return self.answer(b"<html>no</html>", "text/html", gzipped=False)
        if what == "never.json":
            return self.server.closing.wait(60)
        return self.send_error(404 if what == "missing" else 503)

    def end_headers(self):
        self.send_header("Access-Control-Allow-Origin", "*")  # the app is another site
        super().end_headers()


@pytest.fixture(scope="module")
def address():
    server = Server(("127.0.0.1", 0), Elsewhere)
    server.closing = threading.Event()
    threading.Thread(target=server.serve_forever, daemon=True).start()
    with basemap.ARCHIVE.open("rb") as file:
        server.world = Reader(MmapSource(file))
        yield f"http://127.0.0.1:{server.server_port}/"
    server.closing.set()
    server.shutdown()
    server.server_close()


@pytest.fixture
def page(chromium, address):
    page = chromium.new_page(viewport={"width": WIDTH, "height": HEIGHT})
    page.set_default_timeout(60_000)
    complaints = []
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.goto(address)
    yield page
    page.close()
    assert complaints == []


def pixels(page):
    return np.asarray(Image.open(io.BytesIO(page.screenshot())).convert("RGB")).astype(int)


def is_like(seen, colour):
    return (abs(seen - np.array(colour[:3])) < 12).all(axis=2)


def wait_for_share(page, colour, least):
    """Waits until so much of the page has a colour: tiles come one by one."""
    for _ in range(60):
        share = is_like(pixels(page), colour).mean()
        if share > least:
            return
        page.wait_for_timeout(150)
    assert share > least


def draw(page, address, online):
    told = {"has_names": False, "credit": "", **online, "address": f"{address}online/{online['address']}"}
    themes = {name: theme.layer_colours(each) for name, each in theme.THEMES.items()}
    view = {"longitude": 130, "latitude": 43, "zoom": 3, "pitch": 0, "bearing": 0}
    page.evaluate(DRAW, [themes, told, view])


@pytest.mark.parametrize(
    ("online", "credit", "least"),
    [
        ({"address": "png/{z}/{x}/{y}", "credit": "Us", "has_names": True}, "Us", 0.95),
        ({"address": "png/{z}/{x}/{y}", "has_names": True}, "Tiles from HOST", 0.95),
        ({"address": "raster.json"}, "Tile makers; names: Natural Earth, GeoNames", 0.8),
        ({"address": "bare.json"}, "Us & them; names: Natural Earth, GeoNames", 0.4),
        ({"address": "bare.json", "has_names": True, "credit": "<b>Me</b>"}, "<b>Me</b>", 0.4),
        ({"address": "vector.json"}, "© Mappers, us", 0.4),
    ],
)
def test_an_online_ground_is_drawn_with_its_credit(page, address, online, credit, least):
    draw(page, address, online)
    words = credit.replace("HOST", urlsplit(address).netloc)
    page.wait_for_function("words => document.getElementById('credit').textContent === words", arg=words)
    wait_for_share(page, LAND, least)
    assert not page.locator(".dl-note").is_visible()


@pytest.mark.parametrize(
    ("online", "says"),
    [
        ("fail/{z}/{x}/{y}", UNREACHABLE),
        ("missing/{z}/{x}/{y}", UNREACHABLE),
        ("fail.json", UNREACHABLE),
        ("never.json", UNREACHABLE),
        ("tileless.json", UNREACHABLE),
        ("failing.json", UNREACHABLE),
        ("sourceless.json", UNREACHABLE),
        ("garbage.json", NO_STYLE),
        ("list.json", NO_STYLE),
        ("tiles.json", NO_STYLE),
        ("empty.json", NO_STYLE),
        ("expression.json", UNDRAWABLE),
    ],
)
def test_a_sentence_says_why_an_online_ground_is_not_drawn_and_the_offline_one_stays(
    page, address, online, says
):
    page.clock.install()
    draw(page, address, {"address": online})
    if online == "never.json":
        page.clock.fast_forward(60_000)
    page.wait_for_function(
        "words => document.querySelector('.dl-note').textContent.includes(words)", arg=says
    )
    assert "The map shows the offline ground." in page.locator(".dl-note").inner_text()
    assert page.locator("#credit").inner_text() == ""  # nobody else is named
    wait_for_share(page, theme.layer_colours(theme.LIGHT)["ground-land"], 0.2)


@pytest.fixture(scope="module")
def app(tmp_path_factory, address):
    """The app with its setting on the style that has names and links."""
    home = tmp_path_factory.mktemp("stories")
    for name in stories.STORIES:
        (home / name).mkdir()
        (home / name / "first.txt").write_text("Some text.", encoding="utf-8")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("DATELINE_GROUND", f"{address}online/vector.json")
        with machine.serving(ROOT / "tests" / "fixtures" / "invented_app.py", home) as served:
            yield served.address


def open_stage(page, app, *, dark=False):
    page.emulate_media(color_scheme="dark" if dark else "light")
    page.goto(f"{app}/?story=invented&view=57,24,4&camera=stay")
    page.wait_for_selector(".dl-online.dl-drawn", timeout=machine.READY)
    page.wait_for_selector(".dl-early", state="detached", timeout=machine.READY)


def land_of_map(page):
    """Where the map has the colour of land: a share of its height down, of its width across."""
    box = page.locator(".dl-map").bounding_box()
    left, top = int(box["x"]), int(box["y"])
    return is_like(pixels(page)[top : top + int(box["height"]), left : left + int(box["width"])], LAND)


def test_the_ground_follows_the_camera_and_the_size_of_the_page(page, app):
    open_stage(page, app)
    wait_for_share(page, LAND, 0.1)
    before, west = land_of_map(page), probe(page)["view"]
    box = page.locator(".dl-map").bounding_box()
    x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    page.mouse.move(x, y)
    page.mouse.down()
    page.mouse.move(x - 150, y, steps=5)
    page.mouse.up()
    page.wait_for_timeout(2500)
    after, east = land_of_map(page), probe(page)["view"]
    shift = round((east["longitude"] - west["longitude"]) / 360 * 512 * 2 ** east["zoom"])
    assert shift > 50
    assert (after[:, :-shift] == before[:, shift:]).mean() > 0.95 > (after == before).mean()
    page.set_viewport_size({"width": 390, "height": 844})
    page.wait_for_timeout(2500)
    canvas, box = (page.locator(each).bounding_box() for each in (".dl-online canvas", ".dl-map"))
    assert {name: round(size) for name, size in canvas.items()} == {
        name: round(size) for name, size in box.items()
    }


def test_words_of_the_style_keep_clear_of_names_of_the_story(page, app):
    open_stage(page, app)
    page.wait_for_timeout(4000)
    seen = pixels(page)
    words = (seen[..., 0] > 120) & (seen[..., 1] < 110)  # of all on the map they alone are so red
    assert words.sum() > 1000
    names = [each.bounding_box() for each in page.locator(".dl-place:not(.dl-off):not(.dl-under)").all()]
    assert len(names) > 4
    for left, top, width, height in ([round(size) for size in each.values()] for each in names):
        assert words[top : top + height, left : left + width].sum() == 0


def test_hostile_credit_is_text_and_its_links_lead_to_the_web(page, app):
    open_stage(page, app)
    credit = page.locator(".dl-credit")
    assert credit.inner_text() == "© Mappers, us"
    links = credit.locator("a").evaluate_all(
        "links => links.map((link) => [link.textContent, link.href, link.rel])"
    )
    assert links == [["Mappers", "https://maps.example.org/", "noopener noreferrer"]]
    assert page.evaluate("window.bad") is None


def test_nobody_is_asked_but_the_app_and_whom_the_setting_names(page, app, address):
    asked = set()
    page.on("request", lambda request: asked.add(urlsplit(request.url).netloc))
    open_stage(page, app)
    assert asked <= {urlsplit(app).netloc, urlsplit(address).netloc, ""}


@pytest.mark.parametrize("dark", [False, True])
def test_the_picture_has_the_online_ground_as_it_is_seen_and_its_credit(page, app, dark):
    open_stage(page, app, dark=dark)
    tint = theme.layer_colours(theme.THEMES["dark" if dark else "light"])["ground-raster"]
    seen = [channel * by / 255 for channel, by in zip(LAND, tint, strict=False)]
    wait_for_share(page, seen, 0.1)
    name = f"picture-online-{'dark' if dark else 'light'}.png"
    _, written = save(page, name)
    assert "© Mappers, us." in " ".join(written)
    assert is_like(np.asarray(Image.open(SHOTS / name).convert("RGB")).astype(int), seen).mean() > 0.1


def test_a_dark_style_is_not_darkened(page, app, address):
    land = (30, 70, 40)
    night = json.dumps(documents(f"{address}online/")["vector.json"])
    night = night.replace(f"rgb{LAND}", f"rgb{land}").replace(f"rgb{SEA}", "rgb(0, 0, 20)")
    page.route("**/vector.json", lambda route: route.fulfill(body=night, content_type="application/json"))
    open_stage(page, app, dark=True)
    wait_for_share(page, land, 0.1)

"""The ground in a real browser: names kept apart, unsettled borders dashed, no shore at a tile's rim."""

from __future__ import annotations

import re
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from geo.atlas import basemap
from geo.stage import assets, theme

PAGE = b"""<!doctype html><link rel=stylesheet href=/fonts/fonts.css>
<div id=map></div><script src=/deck.js></script>"""
TILE = re.compile(r"/atlas/basemap/(\d+)/(-?\d+)/(\d+)\.json")

DRAW = """async ([colours, longitude, latitude, zoom, view, expected]) => {
    const { groundLayers } = await import("/basemap.js");
    const box = document.getElementById("map");
    box.style.cssText = "position: absolute; inset: 0";
    const views = view === "globe" ? new deck._GlobeView() : new deck.MapView({ repeat: true });
    const layers = groundLayers(colours, { view });
    const initialViewState = { longitude, latitude, zoom };
    window.map = new deck.Deck({ parent: box, views, layers, initialViewState });
    const ground = () => map.layerManager?.layers.find((layer) => layer.id === "ground");
    const named = () => map.layerManager?.layers.find((layer) => layer.id.endsWith("names"));
    const shown = () => (named()?.state?.placed || []).filter(({ word }) => !word.key.startsWith("dot"));
    const name = ({ word }) => JSON.parse(word.key)[0].map((line) => line.text).join(" ");
    const hasAll = () => {
        const there = shown().map(name);
        return ground()?.isLoaded && expected.every((each) => there.includes(each));
    };
    // names come in with their tiles; what has not come after a minute is missing
    for (let still = 0, turn = 0; still < 5 && turn < 300; turn += 1, still = hasAll() ? still + 1 : 0) {
        await new Promise((next) => setTimeout(next, 200));
    }
    const viewport = map.getViewports()[0];
    return shown().map(({ position, word, offset }) => {
        const [x, y] = viewport.project(position);
        const [width, height] = word.screen;
        return [name({ word }), x + offset[0] - width / 2, y + offset[1] - height / 2, width, height];
    });
}"""

DECODE = """async ([url, z, x, y]) => {
    const { decodeTile } = await import("/basemap-tiles.js");
    const tile = await (await fetch(url)).json();
    const { strokes } = decodeTile(tile, { z, x, y });
    return strokes.map(({ kind, path }) => [kind, [...path]]);
}"""


class Server(ThreadingHTTPServer):
    request_queue_size = 64  # a browser asks for many tiles at once


class Handler(BaseHTTPRequestHandler):
    """The player's files and the tiles, as the app serves them."""

    def do_GET(self):
        tile = TILE.fullmatch(self.path)
        if tile:
            self.answer(basemap.tile_json(*map(int, tile.groups())), "application/json", gzipped=True)
        elif self.path == "/":
            self.answer(PAGE, "text/html", gzipped=False)
        elif (path := assets.names().get(self.path[1:])) is not None:
            self.answer(path.read_bytes(), assets.MEDIA_TYPES[path.suffix], gzipped=False)
        else:
            self.answer(b"", "text/plain", gzipped=False)

    def answer(self, body, media_type, *, gzipped):
        self.send_response(200)
        self.send_header("Content-Type", media_type)
        self.send_header("Content-Length", str(len(body)))
        if gzipped:
            self.send_header("Content-Encoding", "gzip")
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_):
        pass


@pytest.fixture(scope="module")
def browser(chromium):
    server = Server(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield chromium, f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()
    server.server_close()


@pytest.fixture
def page(browser):
    chromium, address = browser
    page = chromium.new_page(viewport={"width": 1280, "height": 720})
    page.set_default_timeout(120_000)
    complaints = []
    page.on("console", lambda said: complaints.append(said.text) if said.type == "error" else None)
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.goto(address)
    yield page
    page.close()
    assert complaints == []


@pytest.mark.parametrize(
    ("lon", "lat", "zoom", "view", "expected"),
    [
        (131.0, 42.5, 4.8, "map", {"Vladivostok", "Pyongyang 평양", "Sea of Japan (East Sea)"}),
        (179.0, 62.0, 3.6, "map", {"Anadyr", "Nome", "Bering Sea"}),  # both sides of the 180th meridian
        (110.0, 35.0, 1.6, "globe", {"CHINA 中华人民共和国"}),
    ],
)
def test_no_name_lies_on_another(page, lon, lat, zoom, view, expected):
    boxes = page.evaluate(DRAW, [theme.layer_colours(theme.LIGHT), lon, lat, zoom, view, sorted(expected)])
    assert expected <= {name for name, *_ in boxes}
    for at, (name, x, y, width, height) in enumerate(boxes):
        if lon == 131.0:  # in the middle of one world; a name is there whole or not at all
            assert 0 <= x < x + width <= 1280, name
            assert 0 <= y < y + height <= 720, name
        for other, x2, y2, width2, height2 in boxes[at + 1 :]:
            overlap = (min(x + width, x2 + width2) - max(x, x2), min(y + height, y2 + height2) - max(y, y2))
            assert min(overlap) <= 2, (name, other, overlap)  # halos may touch


def strokes_of(page, z, x, y):
    return page.evaluate(DECODE, [f"/atlas/basemap/{z}/{x}/{y}.json", z, x, y])


def test_unsettled_borders_are_dashed_and_settled_ones_are_not(page):
    assert "line of control" in basemap.tile(5, 27, 12)["borders"]  # Korea
    dashes = [path for kind, path in strokes_of(page, 5, 27, 12) if kind == "border"]
    assert len(dashes) > 10
    assert set(basemap.tile(5, 6, 10)["borders"]) == {"border"}  # the 49th parallel
    assert len([path for kind, path in strokes_of(page, 5, 6, 10) if kind == "border"]) < 5


@pytest.mark.parametrize(("z", "x", "y"), [(3, 7, 1), (3, 0, 1), (5, 27, 11), (2, 2, 1)])
def test_no_shore_runs_along_the_rim_of_a_tile_or_the_180th_meridian(page, z, x, y):
    degrees = 360 / 2**z
    rims = [x * degrees - 180, (x + 1) * degrees - 180]
    near = degrees * 20 / basemap.EXTENT
    for kind, path in strokes_of(page, z, x, y):
        if kind == "coast":
            for at in range(0, len(path) - 2, 2):
                lon, lat, next_lon, next_lat = path[at : at + 4]
                runs_along = any(abs(lon - rim) < near and abs(next_lon - rim) < near for rim in rims)
                assert not (runs_along and abs(next_lat - lat) > degrees / 8), (lon, lat, next_lat)

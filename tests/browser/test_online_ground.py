"""The ground out of the network: drawn, or a sentence says why not and the offline ground stays."""

from __future__ import annotations

import io
import json
import threading

import numpy as np
import pytest
from PIL import Image

from geo.stage import theme
from tests.browser.test_ground import Handler, Server

WIDTH, HEIGHT = 1280, 720

# the player's own ground
DRAW = """async ([themes, online, view]) => {
    const { createGround } = await import("/ground.js");
    const host = document.getElementById("map");
    host.style.cssText = "position: absolute; inset: 0";
    const boxes = [0, 1].map(() => host.appendChild(document.createElement("div")));
    for (const box of boxes) box.style.cssText = "position: absolute; inset: 0";
    const tiles = "/atlas/basemap/{z}/{x}/{y}.json";
    const ctx = { themes, ground: online, tiles, model: { scene: { places: [] } } };
    const credit = host.appendChild(document.createElement("p"));
    const onCredit = (words) => { credit.textContent = words; };
    const room = () => ({ reserved: [], ways: [] });
    createGround(boxes[0], ctx, view, { room, onCredit, isGliding: () => false }).dress();
}"""


class Elsewhere(Handler):
    """The player's files, and under /online raster tiles that work, some that fail, two styles."""

    def do_GET(self):  # noqa: N802 - http.server's name
        if not self.path.startswith("/online/"):
            return super().do_GET()
        what = self.path.split("/")[2]
        style = {"sources": {"a": {"type": "vector", "url": "x"}}}
        if what == "raster.json":
            tiles = f"http://127.0.0.1:{self.server.server_port}/online/tiles/{{z}}/{{x}}/{{y}}"
            style["sources"]["b"] = {"type": "raster", "tiles": [tiles], "attribution": "<b>Tile makers</b>"}
        if what.endswith(".json"):
            return self.answer(json.dumps(style).encode(), "application/json", gzipped=False)
        if what == "tiles":
            picture = io.BytesIO()
            Image.new("RGB", (256, 256), (10, 200, 30)).save(picture, "PNG")
            return self.answer(picture.getvalue(), "image/png", gzipped=False)
        self.send_error(503)
        return None


@pytest.fixture(scope="module")
def address():
    server = Server(("127.0.0.1", 0), Elsewhere)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
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


def themes():
    return {name: theme.layer_colours(each) for name, each in theme.THEMES.items()}


@pytest.mark.parametrize(
    ("online", "says", "colour"),
    [
        ({"address": "tiles/{z}/{x}/{y}", "credit": "Us"}, "Us", (10, 200, 30)),
        ({"address": "tiles/{z}/{x}/{y}", "credit": ""}, "Tiles from 127.0.0.1", (10, 200, 30)),
        (
            {"address": "raster.json", "credit": "", "has_names": False},
            "Tile makers; names: Natural Earth, GeoNames",
            (10, 200, 30),
        ),
        ({"address": "vector.json", "credit": ""}, "vector tiles cannot be drawn here", None),
        ({"address": "broken/{z}/{x}/{y}", "credit": "Us"}, "cannot be reached", None),
    ],
)
def test_an_online_ground_is_drawn_or_a_sentence_says_why_not(page, address, online, says, colour):
    told = {"has_names": True, **online, "address": f"{address}online/{online['address']}"}
    view = {"longitude": 130, "latitude": 43, "zoom": 3, "pitch": 0, "bearing": 0}
    page.evaluate(DRAW, [themes(), told, view])
    page.wait_for_function("words => document.body.textContent.includes(words)", arg=says)
    land = theme.layer_colours(theme.LIGHT)["ground-land"][:3] if colour is None else colour
    expected = 0.2 if colour is None else 0.9 if told["has_names"] else 0.8
    for _ in range(40):  # its tiles come one by one
        page.wait_for_timeout(150)
        share = (abs(pixels(page) - land) < 12).all(axis=2).mean()
        if share > expected:
            break
    assert share > expected

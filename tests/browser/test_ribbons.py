"""Lines as one mesh: their triangles, and the pixels that come of them."""

from __future__ import annotations

import pytest

from tests.browser.test_ground import browser, page  # noqa: F401 - a page with the modules and deck.gl

MESH = """async ([strokes, options]) => {
    const { ribbons } = await import("/ribbons.js");
    const mesh = ribbons(strokes.map((stroke) => ({ colour: [9, 8, 7, 255], width: 3, ...stroke })), options);
    const round = (numbers) => [...numbers].map((number) => Math.round(number * 100) / 100 + 0);
    const pairs = (numbers) =>
        [...Array(numbers.length / 2).keys()].map((at) => round(numbers.slice(2 * at, 2 * at + 2)));
    const { positions, offsets, measures, strokes: owners, indices, colours } = mesh;
    return {
        positions: pairs(positions), offsets: pairs(offsets), measures: pairs(measures),
        owners: [...owners], indices: [...indices], colours: [...colours],
    };
}"""
EAST = [0, 0, 90, 0]  # 128 pixels at zoom 0
UP = 85.0511287798066  # the top of the map: 256 pixels above the equator


@pytest.mark.parametrize(
    ("path", "offsets"),
    [
        (EAST, [[0, 2], [0, -2], [0, 2], [0, -2]]),
        ([0, 0, 0, 0, 90, 0, 90, 0], [[0, 2], [0, -2], [0, 2], [0, -2]]),  # a point told twice is one
        ([0, 0, 90, 0, 90, UP], [[0, 2], [0, -2], [-2, 2], [2, -2], [-2, 0], [2, 0]]),  # mitred
        (
            [0, 0, 90, 0, 0, 0],
            [[0, 2], [0, -2], [0, 2], [0, -2], [0, -2], [0, 2], [0, -2], [0, 2]],
        ),  # back: bevelled
        ([0, 0, 0, 0], []),  # no length
        ([0, 0], []),
        ([], []),
    ],
)
def test_a_line_is_as_wide_as_it_is_told_round_every_corner(page, path, offsets):  # noqa: F811
    mesh = page.evaluate(MESH, [[{"path": path}], {}])
    assert mesh["offsets"] == offsets
    assert len(mesh["indices"]) == max(0, 3 * (len(offsets) - 2))


@pytest.mark.parametrize(
    ("more", "first", "last"),
    [
        ({}, [0, 2], [0, -2]),
        ({"longer": 10}, [-10, 2], [10, -2]),  # in pixels: the same at every zoom
        ({"isRound": True, "longer": 10}, [-2, 2], [2, -2]),  # a round end is half a circle, no more
    ],
)
def test_a_line_ends_as_far_past_its_points_as_it_is_told(page, more, first, last):  # noqa: F811
    offsets = page.evaluate(MESH, [[{"path": EAST, **more}], {"zoom": 3}])["offsets"]
    assert (offsets[0], offsets[-1]) == (first, last)
    assert len(offsets) == (8 if more else 4)


def test_a_mesh_keeps_its_lines_apart(page):  # noqa: F811
    far = {"path": [-90, 0, -90, UP], "colour": [1, 2, 3, 4], "minutes": [100, 160]}
    mesh = page.evaluate(MESH, [[{"path": EAST, "isDashed": True}, far], {"zoom": 1, "since": 100}])
    assert mesh["positions"] == [
        [256, 256],
        [256, 256],
        [384, 256],
        [384, 256],
        [128, 256],
        [128, 256],
        [128, 512],
        [128, 512],
    ]
    assert mesh["measures"][:4] == [[0, 0], [0, 0], [256, 0], [256, 0]]  # dashes count pixels at the zoom
    assert mesh["measures"][4:] == [
        [3.5, 0],
        [3.5, 0],
        [3.5, 60],
        [3.5, 60],
    ]  # a solid line is in a dash all along
    assert mesh["owners"] == [0, 0, 0, 0, 1, 1, 1, 1]
    assert mesh["indices"] == [0, 1, 2, 2, 1, 3, 4, 5, 6, 6, 5, 7]  # no triangle joins the two
    assert mesh["colours"][12:20] == [9, 8, 7, 255, 1, 2, 3, 4]


DRAW = """async ([stroke, minute]) => {
    const { ribbonLayer } = await import("/ribbon-layer.js");
    const data = [{ colour: [255, 0, 0, 255], width: 4, ...stroke }];
    const box = document.getElementById("map");
    box.style.cssText = "position: absolute; width: 200px; height: 100px";
    const props = { id: "line", data, pickable: true, ...(minute === null ? {} : { minute }) };
    const layers = [ribbonLayer(window.deck, props)];
    const initialViewState = { longitude: 0, latitude: 0, zoom: 0 };
    const drawn = await new Promise((done) => {
        const deck = new window.deck.Deck({
            parent: box, views: new window.deck.MapView(), layers, initialViewState,
            width: 200, height: 100, useDevicePixels: 1,
            onAfterRender: () => deck.layerManager?.layers[0]?.state?.model && done(deck),
        });
    });
    drawn.redraw("test");
    const gl = box.querySelector("canvas").getContext("webgl2");
    const column = new Uint8Array(4 * 200);
    gl.readPixels(0, 50, 200, 1, gl.RGBA, gl.UNSIGNED_BYTE, column);
    const runs = [];
    for (let x = 0; x < 200; x += 1) {
        const isOn = column[4 * x + 3] > 127;
        const last = runs[runs.length - 1];
        if (isOn && last && last[1] === x) last[1] = x + 1;
        else if (isOn) runs.push([x, x + 1]);
    }
    const picked = drawn.pickObject({ x: 110, y: 50, radius: 4 });
    drawn.finalize();
    return [runs, picked ? picked.object.ref : null];
}"""


@pytest.mark.parametrize(
    ("stroke", "minute", "runs"),
    [
        ({"path": EAST}, None, [[100, 200]]),
        ({"path": EAST, "isDashed": True}, None, [[at, min(at + 7, 200)] for at in range(100, 200, 13)]),
        ({"path": EAST, "minutes": [1000, 1128]}, 1032, [[100, 132]]),  # as far as its minute
        (
            {"path": EAST, "minutes": [26_000_000, 26_000_128]},
            26_000_032.5,
            [[100, 132]],
        ),  # half a century on
        ({"path": EAST, "minutes": [1000, 1128]}, 999, []),
        ({"path": [-20, 0, -80, 0]}, None, [[100 - 114, 72]]),
    ],
)
def test_a_line_is_drawn_where_and_when_it_is_told(page, stroke, minute, runs):  # noqa: F811
    drawn, picked = page.evaluate(DRAW, [{"ref": "journey:1", **stroke}, minute])
    visible = [[max(0, a), b] for a, b in runs]
    assert len(drawn) == len(visible)
    for got, expected in zip(drawn, visible, strict=True):
        assert got == pytest.approx(expected, abs=1)
    assert picked == ("journey:1" if any(a - 4 <= 110 <= b + 4 for a, b in visible) else None)

"""The server: Streamlit, and beside it the files of the player. `streamlit run app.py`."""

from __future__ import annotations

import threading
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import streamlit as st
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response
from starlette.routing import Route

from geo.stage import assets
from geo.stage.shelf import SHELF
from pages import doorstep, given, library

YEAR = "max-age=31536000, immutable"


def page(request: Request) -> Response:
    """A page of the app: Streamlit's own, and what stands in it before Streamlit has started."""
    told = doorstep.html(request.url.path.strip("/") or given.FIRST, request.query_params.get("story"))
    return HTMLResponse(told, headers={"Cache-Control": "no-cache"})


def player_file(request: Request) -> Response:
    """One file of the player."""
    asset = assets.asset(request.path_params["name"])
    return _answer(asset, is_current=request.path_params["version"] == assets.version())


def ground_tile(request: Request) -> Response:
    """One tile of the ground."""
    place = request.path_params
    tile = assets.ground_tile(place["z"], place["x"], place["y"])
    return _answer(tile, is_current=place["version"] == assets.ground_version())


def scene(request: Request) -> Response:
    """One scene, to whom a page has given its address."""
    return _answer(SHELF.take(request.path_params["token"]), is_current=True, kept_by="private")


def _answer(asset: assets.Asset | None, *, is_current: bool, kept_by: str = "public") -> Response:
    """The address holds a version: what is current may be kept for a year."""
    if asset is None:
        return Response("No such file.", status_code=404, headers={"Cache-Control": "no-store"})
    lifetime = f"{kept_by}, {YEAR}" if is_current else "no-cache"
    headers = {"Cache-Control": lifetime, "Vary": "Accept-Encoding"}
    if asset.is_gzipped:
        headers["Content-Encoding"] = "gzip"
    return Response(asset.body, media_type=asset.media_type, headers=headers)


@asynccontextmanager
async def lifespan(_app: st.App) -> AsyncIterator[None]:
    """Beside the server: reads the first story while its first visitor is still on the way."""
    threading.Thread(target=library.warm_up, name="warm-up", daemon=True).start()
    yield


routes = [
    Route("/", page),
    *[Route(f"/{name}", page) for name in given.PAGES if name != given.FIRST],
    Route("/player/{version}/{name:path}", player_file),
    Route("/scene/{token}.json", scene),
    Route("/ground/{version}/{z:int}/{x:int}/{y:int}.json", ground_tile),
]
app = st.App("pages/navigation.py", routes=routes, lifespan=lifespan)

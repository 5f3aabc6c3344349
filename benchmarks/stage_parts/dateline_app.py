"""The app as it is, with the generated story beside the real one, and a route that tells what reruns took.

The time of a rerun runs from when the server has the browser's message in hand to when the last message of
the finished run has been given to the connection.
"""

from __future__ import annotations

import sys
import time
from pathlib import Path
from typing import Any

import streamlit as st
from starlette.requests import Request
from starlette.responses import JSONResponse
from starlette.routing import Route
from streamlit.runtime.app_session import AppSession

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

import geo  # noqa: E402
from app import routes  # noqa: E402
from benchmarks.generated_story import build  # noqa: E402

GENERATED = "generated"
reruns: list[dict[str, float]] = []
"""Milliseconds by the clock and of the processor, for each finished rerun that a browser asked for."""

_began: dict[str, tuple[float, float]] = {}
_finished: set[str] = set()
_handle, _finish = AppSession.handle_backmsg, AppSession._create_script_finished_message
_sent = AppSession.on_flushed_messages_sent


def _handle_timed(session: AppSession, message: Any) -> None:  # noqa: ANN401 - Streamlit's own message type
    if message.WhichOneof("type") == "rerun_script":
        _began[session.id] = (time.perf_counter(), time.process_time())
        _finished.discard(session.id)
    _handle(session, message)


def _finish_noted(session: AppSession, *args: Any) -> Any:  # noqa: ANN401
    _finished.add(session.id)
    return _finish(session, *args)


def _sent_timed(session: AppSession) -> None:
    _sent(session)
    if session.id in _finished and session._browser_queue.is_empty():
        _finished.discard(session.id)
        if session.id in _began:
            wall, processor = _began.pop(session.id)
            taken = {"wall": time.perf_counter() - wall, "processor": time.process_time() - processor}
            reruns.append({clock: 1000 * seconds for clock, seconds in taken.items()})


AppSession.handle_backmsg = _handle_timed  # type: ignore[method-assign]
AppSession._create_script_finished_message = _finish_noted  # type: ignore[method-assign]
AppSession.on_flushed_messages_sent = _sent_timed  # type: ignore[method-assign]

_read_story = geo.read_story


def _read(paths: list[Path]) -> geo.Story:
    return build() if paths[0].name == GENERATED else _read_story(paths)


geo.read_story = _read  # type: ignore[assignment]


def told_reruns(request: Request) -> JSONResponse:
    """What the reruns took so far."""
    return JSONResponse(reruns)


app = st.App(ROOT / "pages" / "navigation.py", routes=[Route("/bench/reruns", told_reruns), *routes])

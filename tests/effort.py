"""How much work a call is, counted instead of timed: the same on every machine and in every run."""

from __future__ import annotations

import sys
from collections.abc import Callable


def effort(work: Callable[[], object]) -> int:
    """Function calls, Python's and C's, that the work makes.

    A rule that goes back over its text for each of its words shows up as calls that grow faster than
    the text.
    """
    calls = 0

    def count(_frame: object, event: str, _argument: object) -> None:
        nonlocal calls
        calls += event in ("call", "c_call")

    before = sys.getprofile()
    sys.setprofile(count)
    try:
        work()
    finally:
        sys.setprofile(before)
    return calls

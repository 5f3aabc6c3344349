"""What an address carries from page to page: the filters, which hold for the whole story."""

from __future__ import annotations

from urllib.parse import parse_qs

import streamlit as st

FILTERS = ("hide", "find", "from", "to", "area", "near")


def with_filters(told: str | None = None, **asked: str | None) -> dict[str, str | list[str]]:
    """Query parameters of another page of the same story: what it is asked for, and the filters in force.

    Args:
        told: The filters as the browser has them ("&hide=..."); without it, those of the address that
            opened the page. The player changes its address without a run of the page.
        **asked: What else the page is asked for.
    """
    if told is None:
        held = {name: st.query_params.get_all(name) for name in FILTERS}
    else:
        held = {name: values for name, values in parse_qs(told).items() if name in FILTERS}
    wanted = {name: value for name, value in asked.items() if value is not None}
    return {**wanted, **{name: values for name, values in held.items() if values}}


def has_filters() -> bool:
    """Whether the address puts anything aside."""
    return any(name in st.query_params for name in FILTERS)

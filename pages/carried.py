"""What an address carries from page to page: the filters, which hold for the whole story."""

from __future__ import annotations

import streamlit as st

FILTERS = ("hide", "find", "from", "to", "area")


def with_filters(**asked: str | None) -> dict[str, str | list[str]]:
    """Query parameters of another page of the same story: what it is asked for, and the filters in force."""
    held = {name: st.query_params.get_all(name) for name in FILTERS}
    wanted = {name: value for name, value in asked.items() if value is not None}
    return {**wanted, **{name: values for name, values in held.items() if values}}


def has_filters() -> bool:
    """Whether the address puts anything aside."""
    return any(name in st.query_params for name in FILTERS)

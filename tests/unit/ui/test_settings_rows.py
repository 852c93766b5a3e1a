"""Settings, drawn: whatever is marked and however low the window, what is left out is counted and no head is alone."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from workout_tui.logbook.preferences import Setting
from workout_tui.ui.glyphs import UNICODE
from workout_tui.ui.presenters.settings import SettingsView, page

SECTIONS = tuple(
    (f"HEAD {title}", tuple(Setting(f"{title}{n}", f"set {title}{n}", "", "", "on") for n in range(size)))
    for title, size in (("A", 5), ("B", 1), ("C", 3), ("D", 2))
)
ALL = sum(len(settings) for _, settings in SECTIONS)


@given(st.integers(0, ALL - 1), st.integers(6, 25), st.booleans())
def test_what_is_left_out_is_counted_and_no_head_stands_alone(marked: int, height: int, tall: bool) -> None:
    view = SettingsView(SECTIONS, marked, UNICODE, tall)
    rows = [row.plain.strip() for row in page(view, 70, height) if row.plain.strip()]
    hidden = sum(int(row.split()[1]) for row in rows if row.endswith("more"))
    assert hidden + sum("set " in row for row in rows) == ALL
    assert not re.search(r"HEAD \w\n(↑↓|HEAD|$)", "\n".join(rows))
    assert any(f"set {_name(marked)}" in row for row in rows)


def _name(place: int) -> str:
    return [one.name for _, settings in SECTIONS for one in settings][place]

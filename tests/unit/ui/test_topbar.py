"""The top bar: what has no room is left out whole."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from textual.content import Content

from workout_tui.ui.glyphs import UNICODE
from workout_tui.ui.widgets.topbar import TopBar

if TYPE_CHECKING:
    from textual.geometry import Size


@pytest.mark.parametrize(
    ("width", "row"),
    [
        (60, "┣━━┫ workout   Push A   Mon 21 Sep   45 min       all synced"),
        (52, "┣━━┫ workout   Push A   Mon 21 Sep        all synced"),
        (42, "┣━━┫ workout   Push A           all synced"),
        (30, "┣━━┫ workout   Pus… all synced"),
    ],
)
def test_a_fact_without_room_is_left_out_and_only_the_first_is_cut(width: int, row: str) -> None:
    class Bar(TopBar):
        @property
        def size(self) -> Size:
            from textual.geometry import Size

            return Size(width, 1)

    bar = Bar(UNICODE)
    bar.say(Content("Push A"), "Mon 21 Sep", "45 min", chip=Content("all synced"))
    assert bar.render().plain == row

"""The top bar: what has no room is left out whole, the name of the program first."""

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
        (52, "┣━━┫   Push A   Mon 21 Sep   45 min       all synced"),
        (42, "┣━━┫   Push A   Mon 21 Sep      all synced"),
        (30, "┣━━┫   Push A       all synced"),
        (22, "┣━━┫   Pus… all synced"),
    ],
)
def test_without_room_the_name_goes_then_the_last_facts_and_only_the_first_is_cut(width: int, row: str) -> None:
    class Bar(TopBar):
        @property
        def size(self) -> Size:
            from textual.geometry import Size

            return Size(width, 1)

    bar = Bar(UNICODE)
    bar.say(Content("Push A"), "Mon 21 Sep", "45 min", chip=Content("all synced"))
    assert bar.render().plain == row

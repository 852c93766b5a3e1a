from __future__ import annotations

import pytest

from workout_tui.ui.marking import to_section, within


@pytest.mark.parametrize(
    ("place", "count", "kept"), [(0, 3, 0), (2, 3, 2), (3, 3, 2), (9999, 3, 2), (-1, 3, 0), (0, 0, 0), (5, 0, 0)]
)
def test_a_mark_stays_within_its_list(place: int, count: int, kept: int) -> None:
    assert within(place, count) == kept


@pytest.mark.parametrize(
    ("place", "by", "led"), [(0, 1, 4), (3, 1, 4), (4, 1, 6), (6, 1, 6), (9, 1, 9), (9, -1, 6), (6, -1, 4), (0, -1, 0)]
)
def test_tab_leads_from_section_to_section(place: int, by: int, led: int) -> None:
    assert to_section(place, [0, 4, 6], by) == led

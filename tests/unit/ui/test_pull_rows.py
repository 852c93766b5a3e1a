"""What a pull would bring, drawn from values."""

from __future__ import annotations

import pytest

from workout_tui.sync import coming
from workout_tui.sync.pulling import Pull
from workout_tui.ui.glyphs import UNICODE
from workout_tui.ui.presenters import pull

LEFT_OUT = (coming.RUNNING, coming.COPY, coming.MARRED, coming.GONE)


@pytest.mark.parametrize("number", [1, 2])
def test_every_kind_of_row_is_told_whole_in_a_narrow_window(number: int) -> None:
    left_out = dict.fromkeys(LEFT_OUT, number)
    found = Pull("Log", number, 9, number, number, number, number, number, left_out=left_out)
    rows = [row.plain.rstrip() for row in pull.rows(found, 76, 20, UNICODE)]
    told = [row for row in rows if row]
    assert len(told) == 10
    assert not [row for row in told if "…" in row]
    assert all(row.split()[0] == str(number) for row in told)
    one = {row.split()[1] for row in told}
    assert one == ({"workout", "set", "row"} if number == 1 else {"workouts", "sets", "rows"})


def test_what_came_is_told_only_when_something_came() -> None:
    assert pull.taken(Pull("Log", sessions=1, sets=3))[0] == "Taken."
    assert pull.taken(Pull("Log", additions=1))[0] == "Taken."
    title, words = pull.taken(Pull("Log", edited=2))
    assert title == "Nothing came."
    assert "Sync" in words

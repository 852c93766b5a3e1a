"""The weeks of the map: drawn on where the log cannot be read just now."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from tests.support import make_gym
from workout_tui.errors import StoreDamaged
from workout_tui.ui.history.weeks import Weeks

if TYPE_CHECKING:
    from pathlib import Path


def test_where_the_log_cannot_be_read_the_days_read_last_stand_on(tmp_path: Path) -> None:
    logbook = make_gym(tmp_path / "workout.db").logbook
    weeks = Weeks(logbook, logbook.today())
    shown = weeks.days(4, None)
    assert shown[-1].day == logbook.today()

    def unreadable(*_: object) -> None:
        raise StoreDamaged("The disk gives nothing.")

    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(type(logbook), "heat_between", unreadable)
        assert weeks.days(8, None) == shown
    assert weeks.days(8, None)[0].day == shown[0].day - timedelta(weeks=4)

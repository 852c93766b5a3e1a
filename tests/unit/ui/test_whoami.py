"""A name and a unit to begin with."""

from __future__ import annotations

import pytest

from workout_tui.model.load import Unit
from workout_tui.ui import whoami


@pytest.mark.parametrize(
    ("environment", "unit"),
    [
        ({"LANG": "en_US.UTF-8"}, Unit.LB),
        ({"LANG": "en_GB.UTF-8"}, Unit.KG),
        ({"LANG": "de_DE@euro"}, Unit.KG),
        ({"LANG": "en_US.UTF-8", "LC_MEASUREMENT": "de_DE.UTF-8"}, Unit.KG),
        ({"LANG": "de_DE.UTF-8", "LC_ALL": "en_US"}, Unit.LB),
        ({"LANG": "C.UTF-8"}, Unit.KG),
        ({"LC_ALL": "", "LANG": "en_US"}, Unit.LB),
    ],
)
def test_the_unit_is_the_countrys(environment: dict[str, str], unit: Unit) -> None:
    assert whoami.unit(environment) is unit


def test_the_name_is_the_systems(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LOGNAME", "ann")
    assert whoami.name() == "Ann"


def test_a_user_without_a_name_has_none(monkeypatch: pytest.MonkeyPatch) -> None:
    def nobody() -> str:
        raise KeyError("getpwuid(): uid not found")

    monkeypatch.setattr("getpass.getuser", nobody)
    assert whoami.name() == ""

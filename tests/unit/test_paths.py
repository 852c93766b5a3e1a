"""Where things are."""

import stat
from pathlib import Path

import pytest

from workout_tui.errors import StoreUnavailable
from workout_tui.paths import Paths


def test_one_variable_moves_everything(tmp_path: Path) -> None:
    paths = Paths.of({"WORKOUT_HOME": str(tmp_path)})
    assert {paths.data, paths.config, paths.logs, paths.backups.parent} == {tmp_path}
    assert {one.name for one in (paths.database, paths.lock, paths.settings, paths.log)} == {
        "workout.db", "workout.lock", "workout.toml", "workout.log",
    }  # fmt: skip


def test_a_relative_home_does_not_move_with_the_working_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert Paths.of({"WORKOUT_HOME": "gym"}).data == tmp_path / "gym"


def test_a_tilde_is_the_home_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    assert Paths.of({"WORKOUT_HOME": "~/gym"}).data == tmp_path / "gym"


def test_a_home_that_cannot_be_is_refused_in_words(tmp_path: Path) -> None:
    with pytest.raises(StoreUnavailable, match="no such user"):
        Paths.of({"WORKOUT_HOME": "~nobody-of-this-name/gym"})
    with pytest.raises(StoreUnavailable, match=r"cannot be used: File name too long\..*WORKOUT_HOME"):
        Paths.of({"WORKOUT_HOME": str(tmp_path / ("x" * 300))})


def test_without_it_the_systems_own_folders_are_used() -> None:
    paths = Paths.of({})
    assert paths.data.name == paths.config.name == "workout"
    assert Paths.of({"WORKOUT_HOME": ""}) == paths


def test_making_the_folders_keeps_them_private_and_may_be_repeated(tmp_path: Path) -> None:
    paths = Paths.of({"WORKOUT_HOME": str(tmp_path / "deep" / "gym")})
    assert not paths.data.exists()
    paths.make()
    paths.make()
    assert stat.S_IMODE(paths.data.stat().st_mode) == stat.S_IMODE(paths.backups.stat().st_mode) == 0o700


def test_a_folder_that_was_there_keeps_its_rights(tmp_path: Path) -> None:
    tmp_path.chmod(0o755)
    Paths.of({"WORKOUT_HOME": str(tmp_path)}).make()
    assert stat.S_IMODE(tmp_path.stat().st_mode) == 0o755


def test_a_folder_that_cannot_be_made_is_refused_in_words(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(StoreUnavailable, match=r"cannot be made.*WORKOUT_HOME"):
        Paths.of({"WORKOUT_HOME": str(tmp_path / "file" / "gym")}).make()

"""Files that only their owner can read, exchanged whole or not at all."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from workout_tui import private_file


def test_a_file_is_made_with_its_folders_for_its_owner_alone(tmp_path: Path) -> None:
    path = tmp_path / "new" / "file"
    private_file.write(path, "grüße\n")
    assert path.read_text("utf-8") == "grüße\n"
    assert (path.stat().st_mode & 0o777, path.parent.stat().st_mode & 0o777) == (0o600, 0o700)


def test_what_stood_there_stands_until_the_new_file_is_whole(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "file"
    private_file.write(path, "old")

    def fail(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", fail)
    with pytest.raises(OSError, match="No space left"):
        private_file.write(path, "new")
    assert path.read_text("utf-8") == "old"
    assert [one.name for one in tmp_path.iterdir()] == ["file"], "nothing half-written is left"


@pytest.mark.parametrize("links", [True, False])
def test_a_file_is_written_where_none_stands(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, links: bool) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(1, "Operation not permitted")  # as a stick with FAT does

    if not links:
        monkeypatch.setattr(os, "link", refuse)
    path = tmp_path / "file"
    private_file.write_first(path, "first")
    with pytest.raises(FileExistsError):
        private_file.write_first(path, "second")
    assert (path.read_text("utf-8"), path.stat().st_mode & 0o777) == ("first", 0o600)
    assert [one.name for one in tmp_path.iterdir()] == ["file"]

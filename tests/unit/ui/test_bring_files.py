"""Paths as people type, paste, drop and complete them; the files that are offered."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from workout_tui.ui.bring import files

if TYPE_CHECKING:
    from pathlib import Path


def put(path: Path, *, at_s: int = 1000) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("x", "utf-8")
    os.utime(path, (at_s, at_s))
    return path


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_the_newest_tables_of_the_four_folders_are_offered_once(home: Path) -> None:
    put(home / "a.csv", at_s=10)
    put(home / "Downloads" / "b.CSV", at_s=30)
    put(home / "Desktop" / "c.json", at_s=20)
    put(home / "else" / "d.csv", at_s=40)
    put(home / "Documents" / "e.csv", at_s=50)
    put(home / "photo.png", at_s=60)
    (home / "folder.csv").mkdir()
    found = files.candidates(home, home / "else")
    assert [one.path.name for one in found] == ["d.csv", "b.CSV", "c.json", "a.csv"]
    assert found[0].changed_at == 40_000
    assert len(files.candidates(home, home)) == 3


def test_no_more_are_offered_than_there_are_digits(home: Path) -> None:
    for number in range(12):
        put(home / f"{number}.csv", at_s=number)
    assert [one.path.stem for one in files.candidates(home, home)] == [str(number) for number in range(11, 2, -1)]


def test_folders_that_are_missing_offer_nothing(home: Path) -> None:
    assert files.candidates(home / "nobody", home / "nowhere") == ()


@pytest.mark.parametrize(
    "typed",
    ["~/My File.csv", " ~/My File.csv ", "'{home}/My File.csv'", '"{home}/My File.csv"', "{home}/My\\ File.csv"],
)
def test_a_path_is_taken_as_it_was_typed_or_dropped(home: Path, typed: str) -> None:
    path = put(home / "My File.csv")
    assert files.meant(typed.replace("{home}", str(home))) == path


def test_a_user_who_is_not_there_is_a_name_like_any_other() -> None:
    assert str(files.meant("~nobody-of-that-name/x.csv")) == "~nobody-of-that-name/x.csv"


@pytest.mark.parametrize(
    ("typed", "completed"),
    [
        ("~/Do", "~/Downloads/"),
        ("Down", "Downloads/"),
        ("~/Downloads/h", "~/Downloads/hevy_"),
        ("~/Downloads/hevy_2", "~/Downloads/hevy_2.csv"),
        ("~/Downloads/x", "~/Downloads/x"),
        ("~/nowhere/x", "~/nowhere/x"),
        ("~/Downloads/n", "~/Downloads/n"),
        ("a\0b/", "a\0b/"),
    ],
)
def test_what_is_beyond_doubt_is_completed(home: Path, typed: str, completed: str) -> None:
    for name in ("hevy_1.csv", "hevy_2.csv", "notes.txt", ".hidden.csv"):
        put(home / "Downloads" / name)
    assert files.completed(typed) == completed


def test_a_home_is_shown_as_people_write_it(home: Path) -> None:
    shown = [files.shown(path, home) for path in (home, home / "Downloads", home.parent)]
    assert shown == ["~", "~/Downloads", str(home.parent)]

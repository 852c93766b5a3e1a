"""Logs that cannot be opened or written: words on the screen, no traceback, and the file left as it was."""

from __future__ import annotations

import hashlib
import os
import resource
import sqlite3
import sys
from contextlib import closing
from pathlib import Path

import pytest

from tests.terminal.lifting import breathe, count, log, paths, prepare, run, stands, train
from tests.terminal.terminal import Terminal


def digest(home: Path) -> str:
    return hashlib.sha256(paths(home).database.read_bytes()).hexdigest()


def test_a_log_of_a_newer_program_is_told_and_not_touched(tmp_path: Path) -> None:
    prepare(tmp_path)
    with closing(sqlite3.connect(paths(tmp_path).database)) as connection:
        connection.execute("PRAGMA user_version = 999")
    before = digest(tmp_path)
    with Terminal(home=tmp_path) as terminal:
        terminal.wait_for("was written by a newer workout", "Update this program; the file was not touched.")
        terminal.send("q")
        terminal.wait_end()
        assert terminal.is_sane
    told = run(tmp_path, "sql", "SELECT * FROM v_sets")
    assert told.returncode == 1
    assert "newer workout" in told.stderr
    assert digest(tmp_path) == before


def test_a_damaged_log_is_told_and_not_touched(tmp_path: Path) -> None:
    prepare(tmp_path)
    content = bytearray(paths(tmp_path).database.read_bytes())
    content[:100] = b"\xff" * 100
    paths(tmp_path).database.write_bytes(content)
    before = digest(tmp_path)
    with Terminal(home=tmp_path) as terminal:
        terminal.wait_for("the file is damaged", "restore the newest backup", str(tmp_path)[:40])
        terminal.send("\r")  # try again: the same
        terminal.wait_for("the file is damaged")
        terminal.send("q")
        terminal.wait_end()
        assert b"Traceback" not in terminal.raw
    assert digest(tmp_path) == before


@pytest.mark.skipif(os.getuid() == 0 and sys.platform != "linux", reason="nothing holds root back here")
def test_a_folder_without_the_right_to_write_is_told(tmp_path: Path) -> None:
    home = tmp_path / "home"
    home.mkdir()
    prepare(home)
    before = digest(home)
    home.chmod(0o555)
    try:
        with Terminal(home=home, powerless=True) as terminal:
            terminal.wait_for("Permission denied", "Check the folder and the rights there.")
            terminal.send("q")
            terminal.wait_end()
            assert b"Traceback" not in terminal.raw
    finally:
        home.chmod(0o755)
    assert digest(home) == before


@pytest.mark.skipif(not hasattr(resource, "prlimit"), reason="limits of running programs are Linux's")
def test_on_a_full_disk_the_line_is_kept_and_once_there_is_space_enter_logs_it_once(tmp_path: Path) -> None:
    prepare(tmp_path)
    with Terminal(home=tmp_path) as terminal:
        train(terminal)
        log(terminal, "60x8")
        resource.prlimit(terminal.process.pid, resource.RLIMIT_FSIZE, (1, resource.RLIM_INFINITY))
        terminal.send("62.5x8\r")
        terminal.wait_for("✗ not saved: ⏎ tries again · the disk refused to write", "› 62.5x8")
        assert count(terminal.text) == 1
        breathe(terminal)
        terminal.send("\r")
        breathe(terminal)
        assert count(terminal.wait_for("not saved", "› 62.5x8")) == 1
        assert [load for _, load, _ in stands(tmp_path)] == [60.0]
        resource.prlimit(terminal.process.pid, resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY,) * 2)
        terminal.send("\r")
        terminal.wait_until(lambda text: count(text) == 2, "the second set")
        terminal.wait_for("type a set", gone="not saved")
        log(terminal, "65x8")
    assert [load for _, load, _ in stands(tmp_path)] == [60.0, 62.5, 65.0]

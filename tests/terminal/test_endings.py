"""However the program is made to end, the terminal is given back as it was, and nothing logged is lost."""

from __future__ import annotations

import os
import signal
from pathlib import Path

import pytest

from tests.terminal.lifting import log, paths, prepare, stands, train
from tests.terminal.terminal import Terminal


def loads(home: Path) -> list[float]:
    return [load for _, load, _ in stands(home)]


@pytest.mark.parametrize(("told", "code"), [(signal.SIGTERM, 143), (signal.SIGHUP, 129)])
def test_told_to_end_it_leaves_the_terminal_sane(tmp_path: Path, told: signal.Signals, code: int) -> None:
    prepare(tmp_path)
    with Terminal(home=tmp_path) as terminal:
        train(terminal)
        log(terminal, "60x8")
        terminal.send("61x8")  # on the line, not logged
        terminal.wait_for("61x8")
        assert not terminal.is_sane
        os.kill(terminal.process.pid, told)
        assert terminal.wait_end() == code
        assert terminal.is_sane
    assert loads(tmp_path) == [60.0]


def test_an_interrupt_from_outside_leaves_the_terminal_sane(tmp_path: Path) -> None:
    prepare(tmp_path)
    with Terminal(home=tmp_path) as terminal:
        train(terminal)
        log(terminal, "60x8")
        os.kill(terminal.process.pid, signal.SIGINT)
        terminal.wait_end()
        assert terminal.is_sane
        assert b"Traceback" not in terminal.raw
    assert loads(tmp_path) == [60.0]


def test_ctrl_c_logs_nothing_ends_nothing_and_keeps_the_line(tmp_path: Path) -> None:
    prepare(tmp_path)
    with Terminal(home=tmp_path) as terminal:
        train(terminal)
        terminal.send("60x")
        terminal.wait_for("› 60x")
        terminal.send("\x038\r")
        terminal.wait_for("1 of 40 sets")
    assert loads(tmp_path) == [60.0]


def test_closing_the_window_ends_the_program(tmp_path: Path) -> None:
    prepare(tmp_path)
    with Terminal(home=tmp_path) as terminal:
        train(terminal)
        log(terminal, "60x8")
        terminal.hang_up()
        terminal.process.wait(timeout=20)
    assert loads(tmp_path) == [60.0]
    with Terminal(home=tmp_path) as terminal:  # and its lock is free
        terminal.wait_for("1 of 40 sets")


@pytest.mark.parametrize("resting", [True, False], ids=["painting each second", "idle"])
def test_a_window_that_vanishes_without_a_word_ends_the_program_soon(tmp_path: Path, resting: bool) -> None:
    """No controlling terminal, so no signal: reading gives nothing, writing fails, and both would do so for ever."""
    prepare(tmp_path)
    with Terminal(home=tmp_path, controlling=False) as terminal:
        terminal.wait_for("start")
        if resting:
            train(terminal)
            log(terminal, "60x8")
            terminal.send("61x8")
            terminal.wait_for("61x8")
        terminal.hang_up()
        assert terminal.process.wait(timeout=20) == 129
    assert not paths(tmp_path).log.exists() or "crash" not in paths(tmp_path).log.read_text("utf-8")
    assert loads(tmp_path) == [60.0] * resting
    with Terminal(home=tmp_path) as terminal:  # and its lock is free
        terminal.wait_for("1 of 40 sets" if resting else "start")


def test_quitting_in_the_middle_keeps_the_workout_open(tmp_path: Path) -> None:
    prepare(tmp_path)
    with Terminal(home=tmp_path) as terminal:
        train(terminal)
        log(terminal, "60x8")
        terminal.send("\x11")
        assert terminal.wait_end() == 0
        assert terminal.is_sane
    with Terminal(home=tmp_path) as terminal:
        terminal.wait_for("Lower is open", "1 of 40 sets")

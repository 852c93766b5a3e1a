"""A second window on the same log, and a command beside a running window."""

from __future__ import annotations

from pathlib import Path

from tests.terminal.lifting import asked, log, prepare, stands, ticks, train
from tests.terminal.terminal import Terminal


def test_a_second_window_takes_over_and_the_first_one_steps_down(tmp_path: Path) -> None:
    prepare(tmp_path)
    with Terminal(home=tmp_path) as first:
        train(first)
        log(first, "60x8")
        with Terminal(home=tmp_path) as second:
            second.wait_for("open in another window", "take over")
            second.send("\r")
            second.wait_for("Lower is open", "1 of 40 sets")
            first.wait_for("Another window took the log over", "take it back")
            first.send("61x8")  # nobody listens
            train(second)
            log(second, "62.5x8")
            second.wait_until(lambda text: [one.load for one in ticks(text)] == ["60", "62.5"], "both sets")
    assert [load for _, load, _ in stands(tmp_path)] == [60.0, 62.5]


def test_a_window_that_only_looks_writes_nothing_and_says_so(tmp_path: Path) -> None:
    prepare(tmp_path)
    with Terminal(home=tmp_path) as first:
        train(first)
        log(first, "60x8")
        with Terminal(home=tmp_path) as second:
            second.wait_for("open in another window")
            second.send("r")
            second.wait_for("read-only", "1 of 40 sets")
            train(second)
            second.send("61x8\r")
            second.wait_for("this window only looks", "› 61x8")
            log(first, "62.5x8")
            second.wait_for("2 of 40 sets", "› 61x8")  # it sees what is written there
    assert [load for _, load, _ in stands(tmp_path)] == [60.0, 62.5]


def test_a_killed_window_leaves_no_lock_behind(tmp_path: Path) -> None:
    prepare(tmp_path)
    with Terminal(home=tmp_path) as terminal:
        train(terminal)
        log(terminal, "60x8")
        terminal.kill()
    with Terminal(home=tmp_path) as terminal:
        terminal.wait_for("Lower is open", gone="another window")


def test_a_question_is_answered_beside_a_running_window(tmp_path: Path) -> None:
    prepare(tmp_path)
    with Terminal(home=tmp_path) as terminal:
        train(terminal)
        log(terminal, "60x8")
        assert asked(tmp_path, "SELECT exercise, load, reps FROM v_sets") == [
            {"exercise": "Squat", "load": 60.0, "reps": 8}
        ]
        log(terminal, "61x8")

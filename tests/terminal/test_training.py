"""The installed program in a real terminal: a first evening, and what a kill leaves of it."""

from __future__ import annotations

import re
from pathlib import Path

from tests.terminal.lifting import Tick, asked, breathe, finish, log, prepare, ticks, train, value
from tests.terminal.terminal import Terminal


def test_from_an_empty_folder_to_a_finished_workout(tmp_path: Path) -> None:
    """First run, a starter program, its first workout, and every set of it to be asked for."""
    with Terminal(home=tmp_path) as terminal:
        terminal.wait_until(lambda text: re.search(r"name +\w", text) is not None, "a name to begin with")
        terminal.send("\x15")
        terminal.wait_until(lambda text: "name\n" in text, "an empty name")
        terminal.send("Ann\r")
        terminal.wait_for("Nothing logged yet", "5×5")
        terminal.send("4\r")
        terminal.wait_for("UP NEXT", "5×5 A")
        terminal.send("\r")
        terminal.wait_for("0 of 15 sets")
        log(terminal, "22.5x5")
        log(terminal, "25x5x2/8 # two in one line")
        breathe(terminal)
        log(terminal, "")
        assert ticks(terminal.text) == [
            Tick(1, "22.5", "5"),
            Tick(2, "25", "5"),
            Tick(3, "25", "5"),
            Tick(4, "20", "5"),
        ]
        finish(terminal)
        terminal.send("q")
        assert terminal.wait_end() == 0
    sets = asked(tmp_path, "SELECT profile, exercise, load, unit, reps, rpe, note FROM v_sets ORDER BY n")
    assert [tuple(one.values()) for one in sets] == [
        ("Ann", "Back Squat", 22.5, "kg", 5, None, ""),
        ("Ann", "Back Squat", 25.0, "kg", 5, 8.0, "two in one line"),
        ("Ann", "Back Squat", 25.0, "kg", 5, 8.0, "two in one line"),
        ("Ann", "Back Squat", 20.0, "kg", 5, None, ""),
    ]
    assert asked(tmp_path, "SELECT workout, status, sets FROM v_sessions") == [
        {"workout": "5×5 A", "status": "completed", "sets": 4}
    ]


def test_what_a_slow_line_sends_at_once_is_obeyed_key_by_key(tmp_path: Path) -> None:
    prepare(tmp_path, sets=2)
    with Terminal(home=tmp_path) as terminal:
        train(terminal)
        terminal.send("60x5\rAdeadlift\r100x3\ru80x3\rnheavy\r")
        terminal.wait_for("2 of ")
        finish(terminal)
    sets = asked(tmp_path, "SELECT exercise, load, reps FROM v_sets ORDER BY load")
    assert [tuple(one.values()) for one in sets] == [("Squat", 60.0, 5), ("deadlift", 80.0, 3)]


def test_after_a_kill_the_workout_goes_on_where_it_stood(tmp_path: Path) -> None:
    """L2: the sets are there, the rest timer runs on, and the cursor stands on the same set."""
    prepare(tmp_path, sets=5)
    with Terminal(home=tmp_path) as terminal:
        train(terminal)
        log(terminal, "60x8")
        log(terminal, "62.5x8")
        terminal.wait_until(lambda text: len(ticks(text)) == 2, "both ticks")
        drawn = "   ▸  3                    62.5      8      ·      79"  # its last cells come after its first ones
        before = rows(terminal.wait_for("SET 3 OF 5", "of 2:00", drawn))
        rest = value(tmp_path, "SELECT rest_ends_at FROM session")
        terminal.send("65x")  # typed, not logged
        terminal.wait_for("65x")
        terminal.kill()
    with Terminal(home=tmp_path) as terminal:
        terminal.wait_for("Lower is open", "2 of 5 sets", "resume")
        terminal.send("\r")
        terminal.wait_for("2 of 5 sets", "SET 3 OF 5", "of 2:00", gone="space starts")
        terminal.wait_until(lambda text: rows(text) == before, f"the rows as they were: {before}")
        assert value(tmp_path, "SELECT rest_ends_at FROM session") == rest


def rows(text: str) -> list[str]:
    """The rows of the set table, with their marks."""
    return [line for line in text.split("\n") if re.match(r"   [✓▸·]  \d", line)]


def test_a_key_at_the_instant_of_the_first_paint_is_answered(tmp_path: Path) -> None:
    """The words are on their way to the screen, and who knows what comes has pressed ⏎ already."""
    for n in range(4):
        home = tmp_path / str(n)
        home.mkdir()
        prepare(home)
        with Terminal(home=home) as terminal:
            while b"start" not in terminal.raw:
                terminal.read(0.001)
            terminal.send("\r")
            terminal.wait_for("0 of 40 sets", "LAST")

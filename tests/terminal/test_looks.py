"""Small windows, old terminals, terminals without colour, and names that try to command the terminal."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.terminal.lifting import Tick, count, log, prepare, stands, ticks, train
from tests.terminal.terminal import Terminal

PLAIN = [{"TERM": "linux", "COLORTERM": ""}, {"LANG": "C", "LC_ALL": "C"}]


@pytest.mark.parametrize("environment", PLAIN, ids=["linux console", "no UTF-8"])
def test_a_plain_terminal_gets_plain_signs(tmp_path: Path, environment: dict[str, str]) -> None:
    prepare(tmp_path)
    with Terminal(home=tmp_path, environment=environment) as terminal:
        terminal.wait_for("Lower", "start")
        assert terminal.text.isascii(), terminal.text
        train(terminal)
        log(terminal, "60x8")
        terminal.wait_until(lambda text: ticks(text, "v") == [Tick(1, "60", "8")], "the tick")
        assert terminal.text.isascii(), terminal.text
        terminal.send("f")
        terminal.wait_for("Enter save")
        terminal.send("D")
        terminal.wait_for("Discard Lower?", "takes it back.", "esc keep")
        assert terminal.text.isascii(), terminal.text
        assert re.search(rb"[\x80-\xff]", terminal.raw) is None


def test_no_color_means_shades_of_grey(tmp_path: Path) -> None:
    prepare(tmp_path)
    with Terminal(home=tmp_path, environment={"NO_COLOR": "1"}) as terminal:
        train(terminal)
        log(terminal, "60x8")
        terminal.wait_until(lambda text: ticks(text) == [Tick(1, "60", "8")], "the tick")
        colours = set(re.findall(rb"[34]8;2;(\d+);(\d+);(\d+)", terminal.raw))
    assert colours
    assert {one for one in colours if len(set(one)) > 1} == set()


def test_a_window_too_small_says_so_and_logs_nothing_unseen(tmp_path: Path) -> None:
    prepare(tmp_path)
    with Terminal(home=tmp_path, columns=59, rows=17) as terminal:
        terminal.wait_for("make the window larger (60x18)")
        terminal.resize(80, 24)
        train(terminal)
        terminal.send("60x")
        terminal.wait_for("› 60x")
        terminal.resize(59, 24)
        terminal.wait_for("make the window larger (60x18)")
        terminal.send("8\r")
        terminal.wait_until_read()
        terminal.resize(60, 18)
        terminal.wait_for("0 of 40", "› 60x", gone="larger")  # what was typed before is kept
        terminal.send("9\r")
        terminal.wait_until(lambda text: "9" in [tick.reps for tick in ticks(text)], "the tick")
    assert [one[1:] for one in stands(tmp_path)] == [(60.0, 9)]


def test_names_are_shown_and_command_nothing(tmp_path: Path) -> None:
    prepare(tmp_path, name="[red]x[/] \x1b[2J", exercise="[@click=app.quit]Squat\x1b]0;mine\x07")
    with Terminal(home=tmp_path) as terminal:
        terminal.wait_for("[red]x[/]  [2J", "[@click=app.quit]Squat ]0;mine")
        train(terminal)
        terminal.wait_for("[red]x[/]  [2J", "[@click=app.quit]Squat ]0;mine")
        log(terminal, "60x8 # [blink] \u202e")
        assert count(terminal.wait_for("[blink]")) == 1
        assert b"\x1b]0;mine" not in terminal.raw
        assert b"\x1b[2J" not in terminal.raw

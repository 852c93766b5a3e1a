"""Words that name a key name the one the user chose."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import workout_tui
from workout_tui.ui.commands import Command
from workout_tui.ui.glyphs import ASCII, UNICODE
from workout_tui.ui.keymap import written
from workout_tui.ui.keynames import key, named
from workout_tui.ui.log.paint.signs import in_signs
from workout_tui.ui.places import commands_by_place
from workout_tui.ui.text import plain

SOURCES = Path(workout_tui.__file__).parent / "ui"
FIXED = {"lifters.py", "report.py", "small.py"}
"""cards that take their keys themselves: these cannot be changed"""
COMMANDS: dict[str, Command] = {one.id: one for commands in commands_by_place().values() for one in commands}


def test_a_key_stands_as_it_comes_until_the_user_chose_one() -> None:
    words = f"removed · {key('log.undo', 'u')} takes it back, {key('log.redo', 'U')} not"
    assert named(words, {}) == "removed · u takes it back, U not"
    assert named(words, written({"log.undo": "ctrl+z"})) == "removed · ctrl+z takes it back, U not"
    assert in_signs(words, replace(UNICODE, keys={"log.redo": "y"})) == "removed · u takes it back, y not"
    assert in_signs(key("log.remove", "⌫"), ASCII) == "Bksp"


def test_no_text_from_outside_can_hold_such_a_mark() -> None:
    assert plain(key("log.undo", "u")) == "?log.undo?u?"


def test_every_key_that_words_name_is_that_of_its_command() -> None:
    found = [
        pair
        for path in SOURCES.rglob("*.py")
        for pair in re.findall(r"\bkey\(['\"]([a-z]+\.[a-z_0-9]+)['\"], ['\"](.+?)['\"]\)", path.read_text("utf-8"))
    ]
    assert len(found) > 20
    wrong = [(command_id, shown) for command_id, shown in found if COMMANDS[command_id].shown != shown]
    assert wrong == []


def test_no_words_name_a_key_that_the_user_can_change_by_its_letter() -> None:
    letter = re.compile(r"\(\"\s*[A-Za-z]\", \"bold \$now\"\)|· [a-zA-Z] [a-z]+s (it|again|that)|“[a-zA-Z]” [a-z]")
    found = {
        (path.name, match[0])
        for path in SOURCES.rglob("*.py")
        for match in letter.finditer(path.read_text("utf-8"))
        if path.name not in FIXED
    }
    assert found == set()

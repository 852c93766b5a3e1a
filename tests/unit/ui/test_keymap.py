"""A user's keys: refused when they could not work, shown when they do."""

from __future__ import annotations

import pytest

from workout_tui.errors import ConfigError
from workout_tui.ui import keymap
from workout_tui.ui.commands import Command, bindings
from workout_tui.ui.glyphs import ASCII
from workout_tui.ui.places import commands_by_place

UNDO = Command("log.undo", "u", "undo", "u", "undo", "undo")
REDO = Command("log.redo", "U", "redo", "U", "redo")
KEYS = Command("log.keys", "question_mark", "keys", "?", "all keys", "keys")
QUIT = Command("home.quit", "q", "quit", "q", "quit", "quit")
PLACES = {"Log": [UNDO, REDO, KEYS], "Home": [QUIT]}


@pytest.mark.parametrize("key", ["z", "Z", "é", "?", "f5", "ctrl+z", "space", "full_stop", ",", "alt+enter"])
def test_a_key_that_exists_is_taken(key: str) -> None:
    if key == "?":
        keymap.check({"home.quit": key}, PLACES)
    else:
        keymap.check({"log.undo": key}, PLACES)


@pytest.mark.parametrize("key", ["", "nokey", "ctrl+", "ab", "\x1b", "f99"])
def test_what_is_no_key_is_refused(key: str) -> None:
    with pytest.raises(ConfigError, match="is no key"):
        keymap.check({"log.undo": key}, PLACES)


def test_an_unknown_command_is_named_with_its_neighbour() -> None:
    with pytest.raises(ConfigError, match=r"no command “log\.undoo”\. Did you mean “log\.undo”"):
        keymap.check({"log.undoo": "z"}, PLACES)


@pytest.mark.parametrize(("command", "key"), [("log.undo", "U"), ("log.undo", "?"), ("log.keys", "u")])
def test_a_clash_names_both(command: str, key: str) -> None:
    with pytest.raises(ConfigError, match=r"On Log the key .* is wanted by log"):
        keymap.check({command: key}, PLACES)


def test_two_commands_may_swap_their_keys() -> None:
    keymap.check({"log.undo": "U", "log.redo": "u"}, PLACES)


def test_different_screens_do_not_clash() -> None:
    keymap.check({"log.undo": "q"}, PLACES)


def test_the_new_key_is_shown() -> None:
    undo, redo = keymap.applied([UNDO, REDO], {"log.undo": "ctrl+z"})
    assert (undo.key, undo.shown, redo) == ("ctrl+z", "ctrl+z", REDO)
    assert keymap.applied([KEYS], {"log.keys": "full_stop"})[0].shown == "."


def test_plain_terminals_get_plain_marks() -> None:
    enter = Command("log.enter", "enter", "enter", "⏎", "log", "log")
    arrows = Command("log.move", "up,down", "move", "↑ ↓", "move")
    assert [one.shown for one in keymap.in_marks([enter, arrows], ASCII)] == ["Enter", "Up/Dn"]


def test_textual_splits_at_commas() -> None:
    assert keymap.for_textual({"a": ",", "b": "x"}) == {"a": "comma", "b": "x"}


def test_every_screen_as_it_is_has_no_clash_and_tells_its_commands_apart() -> None:
    places = commands_by_place()
    keymap.check({}, places)
    for commands in places.values():
        ids = [command.id for command in commands]
        assert len(ids) == len(set(ids))
        assert all(command.help for command in commands if command.palette)


def test_a_binding_carries_what_its_command_says() -> None:
    (binding,) = bindings([UNDO])
    assert (binding.key, binding.action, binding.id, binding.tooltip) == ("u", "undo", "log.undo", "undo")


def test_a_key_that_a_command_comes_with_is_known_by_any_name() -> None:
    both = Command("log.rest_less", "left_square_bracket,less_than_sign", "", "[", "less")
    assert [keymap.comes_with(both, key) for key in ("[", "<", "less_than_sign", "(")] == [True, True, True, False]
    assert keymap.comes_with(Command("home.settings", "comma", "", ",", "settings"), ",")

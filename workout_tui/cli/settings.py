"""``workout settings``: what the settings screen changes, for scripts and for those who like to type."""

from __future__ import annotations

import difflib
from contextlib import ExitStack
from typing import TYPE_CHECKING, NamedTuple

from workout_tui.cli.options import add_json, add_lifter, command
from workout_tui.errors import ConfigError, InvalidEntry

if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable

    from workout_tui.logbook.logbook import Logbook
    from workout_tui.logbook.preferences import Setting
    from workout_tui.paths import Paths

_EXAMPLES = """\
  workout settings                 all of them, with what each can be
  workout settings rest            one
  workout settings rest 3:00       change it
  workout settings plates_kg "25x2 20 15 10x2 5 2.5 1.25"
  workout settings theme chalk     of this machine; every line of your own in its file stays
  workout settings log.undo z      another key for a command; "" gives it back the one it had
"""


class _Line(NamedTuple):
    """One setting, wherever it is kept."""

    name: str
    value: str
    can_be: str
    change: Callable[[str], object]


def add(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the command."""
    one = command(commands, "settings", _settings, about="show or change settings", examples=_EXAMPLES)
    one.add_argument("name", nargs="?", metavar="SETTING", help="which one; all, if none is named")
    one.add_argument("value", nargs="?", metavar="VALUE", help="what it is to be")
    add_json(one)
    add_lifter(one)


def _settings(arguments: argparse.Namespace, paths: Paths) -> int:
    from workout_tui.cli.opening import opened
    from workout_tui.cli.output import show

    with ExitStack() as stack:
        book = stack.enter_context(opened(arguments, paths)).logbook if paths.database.exists() else None
        if arguments.name is None:
            there = _all(book, paths)
        else:
            there = [_named(arguments.name, book, paths)]
            if arguments.value is not None:
                there[0].change(arguments.value)
                there = _standing(there[0].name, book, paths)
    columns = ("setting", "value", "can be")
    show(columns, [(one.name, one.value, one.can_be) for one in there], json=arguments.json, nothing="It is taken out.")
    return 0


def _all(book: Logbook | None, paths: Paths) -> list[_Line]:
    from workout_tui import config

    keys = config.load(paths.settings).keys
    return [*(_of_lifter(book) if book else ()), *_of_machine(paths), *(_key(paths, name, keys[name]) for name in keys)]


def _standing(name: str, book: Logbook | None, paths: Paths) -> list[_Line]:
    """A setting as it stands after a change; nothing for a key of a command that there is no more."""
    try:
        return [_named(name, book, paths)]
    except ConfigError:
        return []


def _named(name: str, book: Logbook | None, paths: Paths) -> _Line:
    there = _all(book, paths)
    found = next((one for one in there if one.name == name.replace("-", "_")), None)
    if found is None and "." in name:
        from workout_tui.ui.settings.keys import command_of

        found = _key(paths, name, command_of(name).shown)
    if found is None:
        names = [one.name for one in there]
        near = difflib.get_close_matches(name, names, n=1)
        fix = f"Did you mean “{near[0]}”?" if near else f"There are: {', '.join(names)}."
        raise InvalidEntry(f"There is no setting “{name}”.", fix, field="name")
    return found


def _of_lifter(book: Logbook) -> list[_Line]:
    def line(one: Setting) -> _Line:
        return _Line(one.name, one.value, one.allowed, lambda typed: book.change_setting(one.name, typed))

    return [line(one) for one in book.settings()]


def _of_machine(paths: Paths) -> list[_Line]:
    from functools import partial

    from workout_tui import config
    from workout_tui.ui.settings.machine import MACHINE, change

    now = config.load(paths.settings)
    return [_Line(one.name, one.show(now), one.allowed, partial(change, paths.settings, one)) for one in MACHINE]


def _key(paths: Paths, command_id: str, key: str) -> _Line:
    """The key of a command."""

    def change(typed: str) -> None:
        from workout_tui.ui.settings.keys import command_of, forget, give

        if typed:
            give(paths.settings, command_of(command_id), typed)
        else:
            forget(paths.settings, command_id)

    return _Line(command_id, key, "a key such as z, f5 or ctrl+z", change)

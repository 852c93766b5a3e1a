"""``workout completion``: what the shells need to finish commands, options and their values, from the parser itself.

A library could do it (argcomplete, shtab), but one would start Python at every Tab and the other speaks
no fish: three short scripts are less than a dependency. Only for names out of the log do they ask the program.
"""

from __future__ import annotations

import argparse
import sys
from typing import TYPE_CHECKING, NamedTuple

from workout_tui.cli.options import command

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from workout_tui.logbook.logbook import Logbook
    from workout_tui.paths import Paths

SHELLS = ("bash", "zsh", "fish")

_EXAMPLES = """\
  echo 'eval "$(workout completion bash)"' >> ~/.bashrc
  echo 'eval "$(workout completion zsh)"' >> ~/.zshrc        after compinit
  workout completion fish > ~/.config/fish/completions/workout.fish
"""


class Values(NamedTuple):
    """What may stand in a place."""

    words: tuple[str, ...] = ()
    """one of these"""
    names: str = ""
    """one of the log's; which, as ``--names`` takes it"""
    files: bool = False


class Option(NamedTuple):
    """An option as a shell needs to know it."""

    name: str
    about: str
    takes: Values | None
    """what follows it; None: nothing"""


class Command(NamedTuple):
    """A command as a shell needs to know it."""

    name: str
    about: str
    options: tuple[Option, ...]
    follows: Values
    """what else may follow"""


_KINDS: dict[str, Callable[[Logbook], Iterable[str]]] = {
    "exercises": lambda book: (one.name for one in book.exercises() if not one.archived),
    "workouts": lambda book: (one.title for one in book.home(records=False).workouts),
    "programs": lambda book: (one.name for one in book.programs()),
    "lifters": lambda book: (one.name for one in book.lifters()),
}

_NAMED_BY = {
    "exercise": "exercises", "names": "exercises", "what": "exercises", "template": "workouts", "which": "workouts",
    "start": "programs", "lifter": "lifters",
}  # fmt: skip
"""Where names are taken, by the names that the arguments have in the parser."""


def add(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the command."""
    about = "print what a shell needs to complete commands"
    completion = command(commands, "completion", _completion, about=about, examples=_EXAMPLES)
    what = completion.add_mutually_exclusive_group(required=True)
    what.add_argument("shell", nargs="?", choices=SHELLS)
    what.add_argument("--names", choices=tuple(_KINDS), help=argparse.SUPPRESS)  # asked by the scripts


def _completion(arguments: argparse.Namespace, paths: Paths) -> int:
    if arguments.names is not None:
        return _print_names(arguments.names, paths)
    from workout_tui.cli import shells
    from workout_tui.cli.arguments import parser

    scripts = {"bash": shells.bash, "zsh": shells.zsh, "fish": shells.fish}
    sys.stdout.write(scripts[arguments.shell](commands_of(parser())))
    return 0


def _print_names(kind: str, paths: Paths) -> int:
    """Print the names of one kind, each on a line; of the first lifter's where they are a lifter's."""
    from workout_tui.cli.output import say
    from workout_tui.clock import SystemClock, Uids
    from workout_tui.logbook.alerts import Metrics
    from workout_tui.logbook.lifters import first_lifter
    from workout_tui.logbook.logbook import Logbook
    from workout_tui.store import read_only

    with read_only.opened(paths.database) as store:
        lifter = first_lifter(store)
        if lifter is not None:
            clock = SystemClock()
            logbook = Logbook(store, lifter.uid, clock=clock, uids=Uids(clock), metrics=Metrics())
            for name in dict.fromkeys(_KINDS[kind](logbook)):
                say(name)
    return 0


def commands_of(parser: argparse.ArgumentParser) -> tuple[Command, ...]:
    """Every command that a parser knows."""
    # argparse has no public way to ask a parser what it knows; these two have stood since 2.7.
    (subparsers,) = (one for one in parser._actions if isinstance(one, argparse._SubParsersAction))  # noqa: SLF001
    about = {one.dest: one.help or "" for one in subparsers._choices_actions}  # noqa: SLF001
    return tuple(_command(name, about.get(name, ""), one) for name, one in subparsers.choices.items())


def _command(name: str, about: str, parser: argparse.ArgumentParser) -> Command:
    actions = [one for one in parser._actions if one.help != argparse.SUPPRESS]  # noqa: SLF001 - as above
    placed = [_values(one) for one in actions if not one.option_strings]
    return Command(
        name,
        about,
        tuple(
            Option(option, one.help or "", None if one.nargs == 0 else _values(one))
            for one in actions
            for option in one.option_strings
        ),
        Values(
            tuple(word for one in placed for word in one.words),
            next((one.names for one in placed if one.names), ""),
            any(one.files for one in placed),
        ),
    )


def _values(one: argparse.Action) -> Values:
    return Values(tuple(str(word) for word in one.choices or ()), _NAMED_BY.get(one.dest, ""), one.metavar == "FILE")

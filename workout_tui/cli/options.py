"""Options that several commands share, and the form all their help has."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from workout_tui.paths import Paths

    Run = Callable[[argparse.Namespace, Paths], int]


def command(
    commands: argparse._SubParsersAction[argparse.ArgumentParser], name: str, run: Run, *, about: str, examples: str
) -> argparse.ArgumentParser:
    """Add a command whose help says what it does and shows it by examples."""
    one = commands.add_parser(
        name,
        help=about,
        description=f"{about[:1].upper()}{about[1:]}.",
        epilog=f"examples:\n{examples}",
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    one.set_defaults(run=run)
    return one


def file(text: str) -> Path:
    """A path that was given; to be used as the type of an argument."""
    from pathlib import Path

    return Path(text)


def add_lifter(one: argparse.ArgumentParser) -> None:
    """Add the option that says whose log it is."""
    one.add_argument("--lifter", metavar="NAME", help="whose log; needed when several share it")


def add_json(one: argparse.ArgumentParser) -> None:
    """Add the option for programs that read the answer."""
    one.add_argument("--json", action="store_true", help="for programs: JSON instead of words")


def add_sure(one: argparse.ArgumentParser, about: str) -> None:
    """Add the option that answers a doubt beforehand."""
    one.add_argument("--sure", action="store_true", help=about)

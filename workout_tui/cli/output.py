"""What commands print: made harmless for terminals, and no wider than they are."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from workout_tui.store.query import Value


def say(words: str) -> None:
    """Print a line, or several, that may hold what a lifter wrote."""
    from workout_tui.transfer.answers import printable

    print(printable(words, keep="\n"))


def show(columns: Sequence[str], rows: Sequence[Sequence[Value]], *, json: bool, nothing: str) -> None:
    """Print rows as a table, or as a list of JSON objects; `nothing` is said when there are none."""
    from workout_tui.store.query import Answer
    from workout_tui.transfer import answers

    answer = Answer(tuple(columns), tuple(tuple(row) for row in rows))
    if json:
        sys.stdout.write(answers.as_json(answer))
    elif rows:
        sys.stdout.write(answers.table(answer, width()))
    else:
        say(nothing)


def width() -> int | None:
    """How wide the terminal is; None when nobody sees where lines end."""
    import shutil

    return shutil.get_terminal_size().columns if sys.stdout.isatty() else None

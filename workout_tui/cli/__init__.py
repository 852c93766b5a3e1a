"""The command ``workout``: reads the arguments, composes the parts, runs one of them.

Exit codes: 0 done, 1 refused (what and why on stderr), 2 wrong usage, 130 interrupted. What only one
command needs is imported by that command, so that the others start at once.
"""

from __future__ import annotations

import sys
from functools import partial
from typing import TYPE_CHECKING

from workout_tui.cli import streams
from workout_tui.errors import WorkoutError

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from types import TracebackType

    from workout_tui.paths import Paths

REFUSED = 1
INTERRUPTED = 130


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command with these arguments (the process's own by default); returns the exit code."""
    streams.settle()
    try:
        work = _asked_for(sys.argv[1:] if argv is None else argv)
        from workout_tui.paths import Paths

        paths = Paths.of()
        sys.excepthook = partial(_crashed, paths)
        code = work(paths)
        sys.stdout.flush()
    except WorkoutError as error:
        _complain(str(error))
        return REFUSED
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:  # the reader, `head` perhaps, has seen enough
        streams.leave_it_at_that(sys.stdout)
        return 0
    except OSError as error:
        why = streams.unheard(error)
        if why is None:
            raise
        streams.leave_it_at_that(sys.stdout)
        _complain(why)
        return REFUSED
    return code


def _asked_for(argv: Sequence[str]) -> Callable[[Paths], int]:
    if not argv:  # the interface need not wait for the parser of all the others
        from workout_tui.cli import interface

        return partial(interface.run, None)
    from workout_tui.cli.arguments import parser

    arguments = parser().parse_args(argv)
    return partial(arguments.run, arguments)


def _crashed(paths: Paths, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    """What stands in for Python's traceback: the records get it, the user one sentence."""
    from workout_tui.clock import SystemClock
    from workout_tui.logs import Log

    log = Log(paths.log, SystemClock())
    log.failure("crash", error.with_traceback(trace))
    where = f"It is described in {paths.log}." if not log.lost else f"It could not be described in {paths.log}."
    _complain(f"a fault of the program itself ({kind.__name__}). What was logged is kept. {where}")


def _complain(words: str) -> None:
    from workout_tui.transfer.answers import printable

    try:
        print(f"workout: {printable(words)}", file=sys.stderr, flush=True)
    except OSError:  # nobody hears it; the exit code says it, too
        streams.leave_it_at_that(sys.stderr)

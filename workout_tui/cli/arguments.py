"""What ``workout`` understands: every command with its options, and help that teaches by example."""

from __future__ import annotations

import argparse
import sys
from typing import Any, NoReturn

from workout_tui import __version__
from workout_tui.cli import (
    asking,
    completion,
    connecting,
    demo,
    doctor,
    exercises,
    exporting,
    importing,
    interface,
    past,
    programs,
    progress,
    pulling,
    reviving,
    safety,
    sessions,
    settings,
    syncing,
    training,
    verifying,
)

_ABOUT = """\
A workout log for the keyboard that cannot lose a set.

Without a command it opens the interface: ⏎ logs the set as shown, ? shows the keys.
"""

_EXAMPLES = """\
examples:
  workout                                   train
  workout start "Push A"                    begin a workout without the interface, or beside it
  workout log 100x5                         log a set into it
  workout finish                            done
  workout history                           what was done, newest first
  workout progress squat                    how it went, drawn
  workout import strong.csv --unit kg       bring your history; a second time adds only what is new
  workout import strong.csv --dry-run       only say what it would do
  workout export --whole ada.json           a whole log to carry to another laptop
  workout doctor                            is everything as it should be?
  workout connect                           send finished workouts to a Google Sheet of yours
  workout verify                            is every set in the sheet once, cell by cell as it is here?
  workout sql "SELECT * FROM v_sessions"    ask the log anything, read-only
  workout settings rest 3:00                change how you train, or how it looks
  workout demo                              look at it all with sample data first
  workout paths                             where everything is; WORKOUT_HOME=FOLDER moves it
"""


class _Parser(argparse.ArgumentParser):
    """One that repeats nothing a terminal would act on (“*” may stand for any name of a file), nor hides a failure."""

    def exit(self, status: int = 0, message: str | None = None) -> NoReturn:
        """Leave once all is written.

        Raises:
            OSError: it cannot be.
        """
        sys.stdout.flush()
        super().exit(status, message)

    def _print_message(self, message: str, file: Any = None) -> None:
        if file is not sys.stdout:
            super()._print_message(message, file)
        else:
            file.write(message)  # argparse itself would keep it to itself that this failed

    def error(self, message: str) -> NoReturn:
        """Say what is wrong and leave with exit code 2."""
        from workout_tui.transfer.answers import printable

        super().error(printable(message))


def parser() -> argparse.ArgumentParser:
    """The parser of the whole command line; ``run`` in its result is what does the work."""
    whole: argparse.ArgumentParser = _Parser(
        "workout", description=_ABOUT, epilog=_EXAMPLES, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    whole.add_argument("--version", action="version", version=f"workout {__version__}")
    whole.set_defaults(run=interface.run)
    commands = whole.add_subparsers(title="commands", metavar="COMMAND")
    training.add(commands)
    reviving.add(commands)
    past.add(commands)
    sessions.add(commands)
    programs.add(commands)
    progress.add(commands)
    exercises.add(commands)
    importing.add(commands)
    exporting.add(commands)
    asking.add(commands)
    settings.add(commands)
    safety.add(commands)
    doctor.add(commands)
    connecting.add(commands)
    syncing.add(commands)
    verifying.add(commands)
    pulling.add(commands)
    demo.add(commands)
    completion.add(commands)
    return whole

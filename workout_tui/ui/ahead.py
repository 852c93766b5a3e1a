"""What the other screens are made of, fetched piece by piece while Home waits: so that each opens at once.

Python has it all compiled, but making the classes takes some 30 ms a screen, and a style sheet has to be parsed. Before
the first paint that would be in its way, and after a key it would be in the way of the key. So would the whole past of
the exercise to begin with.
"""

from __future__ import annotations

from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.css.stylesheet import Stylesheet
    from textual.message_pump import MessagePump
    from textual.timer import Timer

    from workout_tui.logbook.logbook import Logbook
    from workout_tui.model.overview import Home

PIECES = (
    "model.entry.amounts",
    "model.entry",
    "ui.log.look",
    "ui.log.hint",
    "ui.log.acts",
    "ui.log.standing",
    "ui.log.bench",
    "ui.log.blocks",
    "ui.log.loading",
    "ui.log.view",
    "ui.log.paint.picking",
    "ui.screens.find",
    "ui.screens.pick",
    "ui.screens.asking",
    "ui.widgets.entry",
    "ui.log.paint.hint",
    "ui.widgets.log_body",
    "ui.screens.log",
    "log.tcss",
    "ui.presenters.history.view",
    "ui.history.browser",
    "ui.screens.of_session",
    "ui.screens.history",
    "history.tcss",
    "ui.presenters.progress.view",
    "ui.screens.progress",
    "model.written",
    "ui.editor.bench",
    "ui.presenters.editor.view",
    "ui.screens.editor",
    "editor.tcss",
    "screens/pick.tcss",
    "ui.screens.programs",
    "ui.screens.exercises",
    "ui.settings.sections",
    "ui.screens.settings",
    "screens/settings.tcss",
    "ui.screens.keys",
    "ui.screens.palette",
    "ui.presenters.finish.view",
    "ui.screens.finish",
    "finish.tcss",
    "screens/card.tcss",
    "ui.screens.session",
    "ui.screens.past",
    "sync.rows",
    "sync.settling",
    "sync.journal",
    "sync.sending",
    "sync.overview",
    "sync.standing",
    "ui.presenters.sync.page",
    "ui.presenters.sync.view",
    "sync.connecting",
    "ui.sheet.connecting",
    "ui.screens.sync",
    "screens/sync.tcss",
)
"""modules, each after most of what it needs, so that none keeps a key waiting, and style sheets; what is used most
comes first"""

_EVERY_S = 0.03


def begin(on: MessagePump, sheets: Stylesheet, at_rest: Callable[[], bool]) -> Timer:
    """Fetch one piece after the other, with time for keys and paint between any two.

    Args:
        on: whose timer it is; it ends with the last piece, or with its owner.
        sheets: what the style sheets are added to.
        at_rest: whether nothing else is to be done right now; asked before each piece.
    """
    left = iter(PIECES)

    def step() -> None:
        if not at_rest():
            return
        piece = next(left, None)
        if piece is None:
            timer.stop()
        elif piece.endswith(".tcss"):
            _parse(sheets, str((Path(__file__).parent / piece).resolve()))
        else:
            fetch(f"workout_tui.{piece}")

    def fetch(module: str) -> None:
        try:
            import_module(module)
        except ImportError:  # another version was installed meanwhile: who needs the piece is told
            timer.stop()

    timer = on.set_interval(_EVERY_S, step)
    return timer


def _parse(sheets: Stylesheet, path: str) -> None:
    """Add the sheet that a screen brings, unless that screen was opened already."""
    if not sheets.has_source(path):
        sheets.read(path)
        sheets.parse()


def work_out_bests(logbook: Logbook, home: Home) -> None:
    """Have the logbook remember the bests of the exercise that ⏎ on Home leads to: they need its whole past."""
    from workout_tui.ui.log import course  # noqa: PLC0415 - one of the pieces

    if home.open:
        session = logbook.session(home.open.uid)
        block = course.block_at(session, course.opening(session))
        exercise = block.exercise if block else None
    else:
        exercise = home.up_next.lines[0].exercise if home.up_next and home.up_next.lines else None
    if exercise is not None:
        logbook.bests(exercise.uid)

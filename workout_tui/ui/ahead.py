"""What the other screens are made of, imported piece by piece while Home waits: so that each opens at once.

Python has it all compiled, but making the classes takes some 30 ms a screen. Before the first paint that would be
in its way, and after a key it would be in the way of the key.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.message_pump import MessagePump
    from textual.timer import Timer

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
    "ui.screens.pick",
    "ui.screens.asking",
    "ui.widgets.entry",
    "ui.log.paint.hint",
    "ui.widgets.log_body",
    "ui.screens.log",
    "ui.presenters.history.view",
    "ui.history.browser",
    "ui.screens.of_session",
    "ui.screens.history",
    "ui.presenters.progress.view",
    "ui.screens.progress",
    "model.written",
    "ui.editor.bench",
    "ui.presenters.editor.view",
    "ui.screens.editor",
    "ui.screens.programs",
    "ui.screens.exercises",
    "ui.settings.sections",
    "ui.screens.settings",
    "ui.screens.keys",
    "ui.presenters.finish.view",
    "ui.screens.finish",
    "ui.screens.session",
    "ui.screens.past",
    "sync.rows",
    "sync.settling",
    "sync.sending",
    "sync.overview",
    "sync.standing",
    "ui.presenters.sync.page",
    "ui.presenters.sync.view",
    "sync.connecting",
    "ui.sheet.connecting",
    "ui.screens.sync",
)
"""modules, each after most of what it needs, so that none keeps a key waiting; what is used most comes first"""

_EVERY_S = 0.03


def begin(on: MessagePump, at_rest: Callable[[], bool]) -> Timer:
    """Import one piece after the other, with time for keys and paint between any two.

    Args:
        on: whose timer it is; it ends with the last piece, or with its owner.
        at_rest: whether nothing else is to be done right now; asked before each piece.
    """
    left = iter(PIECES)

    def step() -> None:
        if not at_rest():
            return
        piece = next(left, None)
        if piece is None:
            timer.stop()
        else:
            import_module(f"workout_tui.{piece}")

    timer = on.set_interval(_EVERY_S, step)
    return timer

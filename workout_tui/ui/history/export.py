"""Writing past sessions to a file, beside the interface: every set of twenty years takes a second."""

from __future__ import annotations

import threading
from contextlib import closing
from typing import TYPE_CHECKING

from textual.message import Message

from workout_tui.errors import WorkoutError
from workout_tui.logbook.alerts import Metrics
from workout_tui.logbook.logbook import Logbook
from workout_tui.store.connection import Store
from workout_tui.store.query import Answer
from workout_tui.transfer import answers
from workout_tui.transfer.new_file import write_new
from workout_tui.ui.text import count

if TYPE_CHECKING:
    from collections.abc import Collection
    from pathlib import Path

    from textual.message_pump import MessagePump

    from workout_tui.ui.parts import Parts

_JSON = ".json"


class Exported(Message):
    """An export came to its end: a colour token, and what became of it in words."""

    def __init__(self, token: str, words: str) -> None:
        super().__init__()
        self.token = token
        self.words = words


def start(
    parts: Parts, lifter_uid: str, uids: Collection[str] | None, target: Path, to: MessagePump
) -> threading.Thread:
    """Write the sets of these sessions, or of all, in a thread; what became of it is posted as `Exported`."""

    def run() -> None:
        try:
            with closing(Store(parts.paths.database, create=False)) as store:
                logbook = Logbook(store, lifter_uid, clock=parts.clock, uids=parts.uids, metrics=Metrics())
                sets = only(logbook.sets(), uids)
            write_new(target, as_text(sets, target))
        except WorkoutError as error:
            parts.log.failure("export", error)
            to.post_message(Exported("warn", str(error)))
        else:
            to.post_message(Exported("done", f"{count(len(sets.rows), 'set')} written to {target}"))

    thread = threading.Thread(target=run, name="export", daemon=True)
    thread.start()
    return thread


def only(sets: Answer, uids: Collection[str] | None) -> Answer:
    """The sets of these sessions; of all, when none are named."""
    if uids is None:
        return sets
    place = sets.columns.index("session_uid")
    return Answer(sets.columns, tuple(row for row in sets.rows if row[place] in uids))


def as_text(sets: Answer, target: Path) -> str:
    """JSON for a name that says so; else CSV in which no spreadsheet finds a formula."""
    return answers.as_json(sets) if target.suffix.casefold() == _JSON else answers.as_csv(sets, guarded=True)

"""The stars of the list: looked for beside the interface, for they need the whole past."""

from __future__ import annotations

import threading
from contextlib import closing
from typing import TYPE_CHECKING

from textual.message import Message

from workout_tui.errors import WorkoutError
from workout_tui.logbook.alerts import Metrics
from workout_tui.logbook.logbook import Logbook
from workout_tui.model.records import FOREMOST_FIRST
from workout_tui.store.connection import Store

if TYPE_CHECKING:
    from collections.abc import Iterable

    from textual.message_pump import MessagePump

    from workout_tui.model.looking_back import MadeRecord
    from workout_tui.ui.parts import Parts
    from workout_tui.ui.presenters.history.view import Made


class RecordsFound(Message):
    """All records that were ever made, as the past stood at `state`."""

    def __init__(self, made: Made, state: tuple[int, ...]) -> None:
        super().__init__()
        self.made = made
        self.state = state


def look(parts: Parts, lifter_uid: str, to: MessagePump) -> threading.Thread:
    """Look for them in a thread with a connection of its own; what it finds is posted as `RecordsFound`.

    A log that cannot be read has no stars; the list says what is wrong with it.
    """

    def run() -> None:
        try:
            with closing(Store(parts.paths.database, create=False)) as store:
                logbook = Logbook(store, lifter_uid, clock=parts.clock, uids=parts.uids, metrics=Metrics())
                found = RecordsFound(foremost(logbook.made_records()), logbook.past_state())
        except WorkoutError as error:
            parts.log.failure("records", error)
        else:
            to.post_message(found)

    thread = threading.Thread(target=run, name="records", daemon=True)
    thread.start()
    return thread


def foremost(made: Iterable[MadeRecord]) -> Made:
    """Of each exercise in each session the record worth showing, by their uids."""
    found: Made = {}
    for one in made:
        of_session = found.setdefault(one.session_uid, {})
        known = of_session.get(one.exercise_uid)
        if known is None or FOREMOST_FIRST.index(one.kind) < FOREMOST_FIRST.index(known.kind):
            of_session[one.exercise_uid] = one
    return found

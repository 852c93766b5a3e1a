"""A workout is to begin while another one is open: the other one first."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from workout_tui.ui.log.blocks import work_count
from workout_tui.ui.presenters import when
from workout_tui.ui.screens.confirm import Answer, ConfirmScreen, Question
from workout_tui.ui.text import plain

if TYPE_CHECKING:
    from collections.abc import Callable

    from workout_tui.model.session import Session
    from workout_tui.ui.app import WorkoutApp
    from workout_tui.ui.screens.place import Place


def ask(place: Place, open_uid: str, begin: Callable[[], None], *, then: str = "then start") -> None:
    """Resume what is open, or end it and begin the other one; or neither.

    Args:
        place: where it is asked.
        open_uid: the session that is open.
        begin: begins the other one.
        then: what `begin` does, in words: ``then start``.
    """
    app = place.workout
    running = app.logbook.session(open_uid)
    ends = "finish it as of its last set" if running.last_at is not None else "discard it"
    question = Question(
        f"{plain(running.title)} is still open",
        _stands(running, app.clock.now()),
        (Answer("enter", "resume", app.glyphs.enter), Answer("f", f"{ends}, {then}")),
        keep="back",
        tone="now",
    )
    place.ask(ConfirmScreen(question), partial(_answered, app, open_uid, begin))


def _stands(running: Session, now: int) -> str:
    if running.last_at is None:
        return f"Started {when.ago(running.started_at, now)}, no set yet."
    done, total = work_count(running)
    return f"{done} of {total} sets, the last {when.ago(running.last_at, now)}."


def _answered(app: WorkoutApp, open_uid: str, begin: Callable[[], None], answer: str) -> None:
    if answer == "enter":
        app.open_log(open_uid)
    else:
        _end(app, open_uid)
        begin()


def _end(app: WorkoutApp, open_uid: str) -> None:
    """Finish it as of its last set; without any there is nothing to keep."""
    running = app.logbook.session(open_uid)
    if running.last_at is None:
        app.logbook.discard(open_uid)
    else:
        app.logbook.finish(open_uid, ended_at=running.last_at)
        app.finished(open_uid, running.title)

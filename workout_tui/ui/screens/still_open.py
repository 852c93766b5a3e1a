"""A workout is to begin while another one is open: the other one first."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from workout_tui.errors import WorkoutError
from workout_tui.ui.log.blocks import work_count
from workout_tui.ui.presenters import when
from workout_tui.ui.screens.confirm import Answer, ConfirmScreen, Question
from workout_tui.ui.text import plain

if TYPE_CHECKING:
    from collections.abc import Callable

    from workout_tui.model.session import Session
    from workout_tui.ui.app import WorkoutApp

    Say = Callable[[WorkoutError], None]


def ask(app: WorkoutApp, open_uid: str, begin: Callable[[], None], say: Say, *, then: str = "then start") -> None:
    """Resume what is open, or end it and begin the other one; or neither.

    Args:
        app: the program.
        open_uid: the session that is open.
        begin: begins the other one.
        say: tells what went wrong.
        then: what `begin` does, in words: ``then start``.
    """
    try:
        running = app.logbook.session(open_uid)
    except WorkoutError as error:
        say(error)
        return
    ends = "finish it as of its last set" if running.last_at is not None else "discard it"
    question = Question(
        f"{plain(running.title)} is still open",
        _stands(running, app.clock.now()),
        (Answer("enter", "resume", app.glyphs.enter), Answer("f", f"{ends}, {then}")),
        keep="back",
        tone="now",
    )
    app.push_screen(ConfirmScreen(question), partial(_answered, app, open_uid, begin, say))


def _stands(running: Session, now: int) -> str:
    if running.last_at is None:
        return f"Started {when.ago(running.started_at, now)}, no set yet."
    done, total = work_count(running)
    return f"{done} of {total} sets, the last {when.ago(running.last_at, now)}."


def _answered(app: WorkoutApp, open_uid: str, begin: Callable[[], None], say: Say, answer: str | None) -> None:
    if answer == "enter":
        app.open_log(open_uid)
    elif answer == "f":
        try:
            _end(app, open_uid)
        except WorkoutError as error:
            say(error)
        else:
            begin()


def _end(app: WorkoutApp, open_uid: str) -> None:
    """Finish it as of its last set; without any there is nothing to keep."""
    running = app.logbook.session(open_uid)
    if running.last_at is None:
        app.logbook.discard(open_uid)
    else:
        app.logbook.finish(open_uid, ended_at=running.last_at)
        app.finished(open_uid, running.title)

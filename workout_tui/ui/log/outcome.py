"""What comes of a command key of the Log screen: how the session stands then, where the cursor goes, what is said."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from workout_tui.ui.log.course import Cursor, into
from workout_tui.ui.log.hint import Bar, Said

if TYPE_CHECKING:
    from workout_tui.logbook.logbook import Logbook
    from workout_tui.model.session import Session, SessionExercise
    from workout_tui.ui.log.look import Look


@dataclass(frozen=True, slots=True)
class Outcome:
    """How things stand after an act."""

    session: Session
    cursor: Cursor | None = None
    """None: it stays where it is"""
    said: Said | None = None


Act = Callable[["Logbook", "Look"], Outcome]
"""takes the logbook and the place; raises what the logbook raises"""


def refused(look: Look, words: str) -> Outcome:
    """Nothing was done, and why."""
    return Outcome(look.session, said=Said(words, Bar.WARN))


def block_of(session: Session, uid: str) -> SessionExercise | None:
    """The exercise with this uid, if it is still there."""
    return next((block for block in session.exercises if block.uid == uid), None)


def into_block(session: Session, uid: str) -> Cursor | None:
    """To where one goes on in it."""
    block = block_of(session, uid)
    return into(block) if block else None

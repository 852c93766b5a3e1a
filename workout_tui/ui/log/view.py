"""Everything the Log screen shows, in two parts: what changes with each key, and what stands around it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from workout_tui.model.session import Status
from workout_tui.ui.log import blocks as blocks_view
from workout_tui.ui.log import hero, hint, loading, past, table
from workout_tui.ui.log.rest import length
from workout_tui.ui.presenters import when
from workout_tui.ui.text import plain_lines

if TYPE_CHECKING:
    from workout_tui.model.lifter import Lifter
    from workout_tui.model.session import Session, SessionExercise
    from workout_tui.ui.log.blocks import BlockView
    from workout_tui.ui.log.hero import HeroView
    from workout_tui.ui.log.hint import HintView, Said
    from workout_tui.ui.log.loading import BarView
    from workout_tui.ui.log.look import Look
    from workout_tui.ui.log.past import PastView, TrendView
    from workout_tui.ui.log.table import TableView


@dataclass(frozen=True, slots=True)
class Live:
    """What changes with each key."""

    hero: HeroView | None
    """None: there is no exercise"""
    bar: BarView | None
    table: TableView | None
    hint: HintView
    invitation: str
    """what stands in the empty line"""


@dataclass(frozen=True, slots=True)
class Around:
    """What changes only when something was done, or the cursor went elsewhere."""

    blocks: tuple[BlockView, ...]
    done: int
    total: int
    """work sets"""
    name: str
    """of the exercise; nothing without one"""
    about: str
    """what it is lifted with"""
    plan: str
    last_day: str
    past: tuple[PastView, ...]
    trend: TrendView | None
    notes: tuple[str, ...]
    usual_rest_s: int | None
    """None: the session is over, nobody rests"""


def live(look: Look | None, said: Said | None, *, is_free: bool, insists: bool) -> Live:
    """What stands there now."""
    words = hint.hint(look, said, is_free=is_free, insists=insists)
    if look is None:
        return Live(None, None, None, words, "")
    return Live(hero.hero(look), loading.loading(look), table.table(look), words, _invitation(look))


def around(session: Session, look: Look | None, lifter: Lifter) -> Around:
    """What stands around it."""
    block = look.block if look else None
    done, total = blocks_view.work_count(session)
    days = look.known.history if look else ()
    return Around(
        blocks=blocks_view.blocks(session, block.uid if block else None),
        done=done,
        total=total,
        name=block.exercise.name if block else "",
        about=_about(look) if look else "",
        plan=blocks_view.plan_of(block) if block else "",
        last_day=f"last {when.short(days[-1].day, session.day)}" if days else "first time",
        past=past.last_times(look) if look else (),
        trend=past.trend(look) if look else None,
        notes=_notes(session, block),
        usual_rest_s=_usual_rest(session, block, lifter),
    )


def _usual_rest(session: Session, block: SessionExercise | None, lifter: Lifter) -> int | None:
    if session.status is not Status.ACTIVE:
        return None
    return length(block, lifter) if block else lifter.rest_s


def _invitation(look: Look) -> str:
    if look.is_editing:
        return "type to change this set, or ⏎ to leave it"
    if look.is_skipped:
        return ""
    if look.is_beyond and not look.idea:
        return "type a set to log one more"
    if look.ideas:
        return "type a set, or ⏎ to log it as shown"
    return "type the weight, or the whole set" if look.shown else "type a set"


def _about(look: Look) -> str:
    bar = f"{look.known.bar} bar" if look.known.bar else ""
    return " · ".join(part for part in (look.block.exercise.equipment, bar) if part)


def _notes(session: Session, block: SessionExercise | None) -> tuple[str, ...]:
    """The standing note of the exercise, today's, and the session's."""
    texts = (*((block.setting.note, block.note) if block else ()), session.note)
    return tuple(plain_lines(text) for text in texts if text.strip())

"""What ⏎ does at a place. A set is logged only by ⏎, and only as it is shown."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from workout_tui.model.exercise import Measure
from workout_tui.ui.log.course import is_all_done
from workout_tui.ui.log.guards import BARE_ENTER_S
from workout_tui.ui.log.named import SKIP
from workout_tui.ui.log.table import place_name
from workout_tui.ui.log.words import COUNTED

if TYPE_CHECKING:
    from workout_tui.model.session import SetValues
    from workout_tui.ui.log.look import Look


@dataclass(frozen=True, slots=True)
class LogSets:
    """Log these sets here."""

    sets: tuple[SetValues, ...]
    is_bare: bool
    """nothing was typed"""


@dataclass(frozen=True, slots=True)
class ChangeSet:
    """Write other values into a set that was done."""

    set_uid: str
    values: SetValues


@dataclass(frozen=True, slots=True)
class GoOn:
    """Write nothing; go to the open set."""


@dataclass(frozen=True, slots=True)
class PickNext:
    """Write nothing; offer the next exercise."""


@dataclass(frozen=True, slots=True)
class Confirm:
    """Write nothing yet; the same ⏎ again does."""

    token: str
    words: str
    """empty: the doubt stands in the hint line already"""


@dataclass(frozen=True, slots=True)
class Refuse:
    """Write nothing, and say why. Empty words: it stands in the hint line already."""

    words: str = ""


Decision = LogSets | ChangeSet | GoOn | PickNext | Confirm | Refuse


@dataclass(frozen=True, slots=True)
class Presses:
    """What was pressed before."""

    confirmed: str = ""
    """the token of the last `Confirm`, when nothing else was pressed since"""
    last_bare: float | None = None
    """when a set was last logged as shown, monotonic seconds"""


def enter(look: Look, before: Presses, at: float, *, is_free: bool) -> Decision:
    """Decide what ⏎ does.

    Args:
        look: the place and what was typed.
        before: what was pressed before.
        at: monotonic seconds.
        is_free: the session has no template, so exercises are added as one goes.
    """
    if look.text.strip():
        return _typed(look, before)
    if look.is_editing:
        return GoOn()
    if look.is_skipped:
        return Refuse(f"this set is skipped · {SKIP} takes it back")
    if look.is_beyond and not look.idea:
        return _past_the_end(look, is_free=is_free)
    return _as_shown(look, before, at)


def is_whole(values: SetValues, measure: Measure) -> bool:
    """Whether there is enough to log: an amount, and a load where the exercise has one."""
    if measure in COUNTED:
        return values.reps is not None and (measure is Measure.BODYWEIGHT or values.load is not None)
    return values.seconds is not None if measure is Measure.TIME else values.distance is not None


def _typed(look: Look, before: Presses) -> Decision:
    read = look.entry
    if read.problem is not None:
        return Refuse()
    if look.is_skipped:
        return Refuse(f"this set is skipped · {SKIP} takes it back, or ↓ to log one more")
    token = f"doubt:{look.text}"
    if read.doubts and before.confirmed != token:
        return Confirm(token, "")
    if look.done is None:
        return LogSets(read.sets, is_bare=False)
    if len(read.sets) > 1:
        return Refuse("one set at a time here: this row is being changed")
    return ChangeSet(look.done.uid, read.sets[0])


def _past_the_end(look: Look, *, is_free: bool) -> Decision:
    if look.is_past or not is_all_done(look.session):
        return GoOn()
    return PickNext() if is_free else Refuse()


def _as_shown(look: Look, before: Presses, at: float) -> Decision:
    shown = look.shown
    if shown is None or not is_whole(shown, look.block.exercise.measure):
        return Refuse(f"nothing to go by yet · type the set, {example(look.block.exercise.measure)}")
    since = None if before.last_bare is None else at - before.last_bare
    if since is not None and since < BARE_ENTER_S and before.confirmed != "bounce":
        return Confirm("bounce", f"{max(1, round(since))} s since the last set · ⏎ again logs {place_name(look)}")
    return LogSets((shown,), is_bare=True)


def example(measure: Measure) -> str:
    """A line that would be understood."""
    return {Measure.WEIGHT: "60x8", Measure.BODYWEIGHT: "8 or +10x8", Measure.TIME: "1:30"}.get(measure, "5km 24:30")

"""What a workout would ask for if it were started now: shown on Home, written at the start."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from workout_tui.model import prefill
from workout_tui.model.plan import SetKind, Target
from workout_tui.store import history, session_reads

if TYPE_CHECKING:
    from workout_tui.model.exercise import Exercise
    from workout_tui.model.load import Load
    from workout_tui.model.plan import Template, TemplateExercise
    from workout_tui.model.session import PastExercise
    from workout_tui.store.connection import Store

USUAL_SETS = 3
"""how many sets to plan of an exercise never done"""


@dataclass(frozen=True, slots=True)
class Planned:
    """An exercise of a session to come, with a target for each set."""

    exercise: Exercise
    targets: tuple[Target, ...]
    rest_s: int | None = None
    superset: str = ""
    step: Load | None = None
    note: str = ""


def planned_exercises(store: Store, profile_id: int, template_id: int, template: Template) -> tuple[Planned, ...]:
    """What a session of this template asks for today.

    A template that was imported has no exercises of its own: its latest session stands for them.
    """
    if template.exercises:
        return tuple(_of_template(store, profile_id, one) for one in template.exercises)
    latest = None if template.reserved else history.latest_session(store, template_id)
    return () if latest is None else _of_session(store, latest)


def open_targets(past: tuple[PastExercise, ...]) -> tuple[Target, ...]:
    """Targets that leave everything open: as many as last time, of the kinds they had then."""
    count = prefill.set_count(past) or USUAL_SETS
    return tuple(Target(kind=prefill.next_kind(past, place)) for place in range(count))


def _of_template(store: Store, profile_id: int, one: TemplateExercise) -> Planned:
    past = history.of_exercise(store, profile_id, one.exercise.uid, limit=1)
    return Planned(
        exercise=one.exercise,
        targets=one.targets or open_targets(past),
        rest_s=one.rest_s,
        superset=one.superset,
        step=one.step,
        note=one.note,
    )


def _of_session(store: Store, session_id: int) -> tuple[Planned, ...]:
    latest = session_reads.whole(store, session_id)
    return tuple(
        Planned(
            exercise=block.exercise,
            targets=tuple(Target(kind=one.values.kind) for one in block.performed) or (Target(kind=SetKind.WORK),),
            rest_s=block.rest_s,
            superset=block.superset,
        )
        for block in latest.exercises
        if block.performed
    )

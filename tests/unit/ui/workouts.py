"""Sessions made by hand, for what is decided and drawn without a log."""

from __future__ import annotations

from datetime import date, timedelta

from workout_tui.model.bests import Bests
from workout_tui.model.exercise import Exercise, Measure
from workout_tui.model.load import Load, Unit
from workout_tui.model.plan import SetKind, Target
from workout_tui.model.session import (
    PastExercise,
    PerformedSet,
    PlannedSet,
    PlanState,
    Session,
    SessionExercise,
    SetValues,
    Slot,
    Status,
)
from workout_tui.ui.log.course import Cursor
from workout_tui.ui.log.known import Known
from workout_tui.ui.log.look import Look, look

TODAY = date(2024, 9, 24)
START = 1_727_192_040_000
PLATES = tuple((Load.of(text, Unit.KG), 2) for text in ("25", "20", "15", "10", "5", "2.5", "1.25"))


def kg(number: float) -> Load:
    return Load(round(number * 1000), Unit.KG)


def a_set(
    load: float | None = 100, reps: int | None = 5, *, rpe10: int | None = None, kind: SetKind = SetKind.WORK
) -> SetValues:
    return SetValues(None if load is None else kg(load), reps, rpe10=rpe10, kind=kind)


def target(load: float | None = 100, reps: int | None = 5, kind: SetKind = SetKind.WORK) -> Target:
    return Target(reps, reps, None if load is None else kg(load), kind=kind)


def block(  # noqa: PLR0917 - reads as a row
    name: str,
    planned: int | tuple[Target, ...] = 3,
    done: int | tuple[SetValues, ...] = 0,
    group: str = "",
    measure: Measure = Measure.WEIGHT,
    skipped: tuple[int, ...] = (),
    *,
    began: int = 0,
    equipment: str = "barbell",
) -> SessionExercise:
    """An exercise with planned sets, the first of them done; `began` minutes into the session."""
    targets = (target(),) * planned if isinstance(planned, int) else planned
    sets = (a_set(),) * done if isinstance(done, int) else done
    plans = tuple(
        PlannedSet(
            f"{name}-p{n}",
            n,
            one,
            PlanState.DONE if n <= len(sets) else PlanState.SKIPPED if n in skipped else PlanState.OPEN,
            f"{name}-s{n}" if n <= len(sets) else None,
        )
        for n, one in enumerate(targets, 1)
    )
    performed = tuple(
        PerformedSet(f"{name}-s{n}", n, one, START + (began + n) * 60_000) for n, one in enumerate(sets, 1)
    )
    exercise = Exercise(name.casefold(), name, measure, equipment)
    return SessionExercise(name, 1, exercise, planned=plans, performed=performed, superset=group)


def session(*blocks: SessionExercise, title: str = "Push A", bodyweight: Load | None = None) -> Session:
    return Session(
        "s1", Slot("push-a", 1), title, TODAY, START, 120, None, Status.ACTIVE, blocks, bodyweight=bodyweight
    )


def past(*sets: SetValues, weeks: int = 1, title: str = "Push A") -> PastExercise:
    return PastExercise(f"past{weeks}", title, TODAY - timedelta(weeks=weeks), sets)


def known(*history: PastExercise, measure: Measure = Measure.WEIGHT, bar: Load | None = None) -> Known:
    return Known(
        Bests.of(measure, history),
        history,
        bar=bar,
        plates=PLATES if bar else (),
    )


def looked(one: Session, cursor: Cursor, about: Known | None = None, text: str = "", idea: int = 0) -> Look:
    """The place of a cursor that is there, thought through."""
    found = look(one, cursor, about or known(), text, idea)
    assert found is not None
    return found


def at(block_name: str, n: int | None) -> Cursor:
    """The n-th planned row of a block; None for the free place."""
    return Cursor(block_name, f"{block_name}-p{n}" if n else None)

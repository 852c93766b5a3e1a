"""Runs of programs: begun, left, a day left out; and what a new run makes of the training maxes."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from workout_tui.errors import InvalidEntry, NotFound
from workout_tui.logbook import finding
from workout_tui.logbook.starting import local_day
from workout_tui.model import program as rules
from workout_tui.model.load import Load
from workout_tui.model.plan import ProgramKind, nth
from workout_tui.model.progression import is_made
from workout_tui.store import exercises, history, plan_writes, plans, runs, undo

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import date

    from workout_tui.logbook.desk import Deed, Desk
    from workout_tui.model.plan import Program, TemplateExercise
    from workout_tui.model.program import Standing
    from workout_tui.store.connection import Store
    from workout_tui.store.runs import Run


def standing(store: Store, profile_id: int, programs: Sequence[Program], today: date) -> Standing | None:
    """Where the run stands that the lifter is in; None when they are in none."""
    run = runs.current(store, profile_id)
    program = next((one for one in programs if run and one.uid == run.program_uid), None)
    if run is None or program is None:
        return None
    return rules.standing(program, run.started_on, runs.taken(store, run), today)


def start(desk: Desk, program_uid: str, on: date | None = None) -> Standing:
    """Begin a run of a program, today or as of another day; the run the lifter is in ends.

    Where the last run of it made every set of an exercise that is planned by percentages, the step goes
    onto the training max.

    Raises:
        NotFound: there is no such program.
        InvalidEntry: it is in no order, or has no days.
    """
    with desk.act("start program") as deed:
        program, program_id = _found(deed, program_uid)
        if program.kind is ProgramKind.LOOSE or not rules.days(program):
            raise InvalidEntry(f"“{program.name}” has no days in an order.", "Choose a program.", field="program")
        deed.is_about(program_uid)
        _raise_training_maxes(deed, program, runs.latest(deed.store, program_id))
        today = _today(deed)
        runs.begin(deed.store, deed.profile_id, program_id, uid=deed.new_uid(), started_on=on or today, at=deed.now)
        return _standing(deed, today)


def leave(desk: Desk) -> None:
    """End the run the lifter is in: what comes next is no longer told by it."""
    with desk.act("leave program") as deed:
        run = runs.current(deed.store, deed.profile_id)
        if run is not None:
            deed.is_about(run.program_uid)
            runs.end(deed.store, deed.profile_id, deed.now)


def skip_day(desk: Desk) -> Standing:
    """Leave out the day that comes next in the run the lifter is in.

    Raises:
        NotFound: they are in none, or nothing comes next.
    """
    with desk.act("skip day") as deed:
        run = runs.current(deed.store, deed.profile_id)
        stands = _standing(deed, _today(deed)) if run else None
        if run is None or stands is None or stands.next_day is None:
            raise NotFound("No day of a program comes next.", "Start a program first.")
        deed.is_about(run.program_uid)
        found = plans.find(deed.store, deed.profile_id, stands.next_day.uid)
        assert found is not None
        runs.skip(deed.store, run.id, found[0], deed.now)
        return _standing(deed, _today(deed))


def move_template(desk: Desk, template_uid: str, by: int) -> bool:
    """Move a workout one place up (-1) or down (1) among those of its program and week; whether it could be.

    Raises:
        NotFound: there is no such workout.
    """
    with desk.act("move template") as deed:
        _, one = finding.template(deed.store, deed.profile_id, template_uid)
        if one.archived or one.reserved:
            raise finding.no_template(template_uid)
        program = next(each for each in plans.programs(deed.store, deed.profile_id) if each.uid == one.program_uid)
        order = [day for day in rules.days(program) if day.week == one.week]
        place = [day.uid for day in order].index(one.uid)
        if not 0 <= place + by < len(order):
            return False
        deed.is_about(program.uid)
        other = order[place + by]
        plan_writes.swap_days(deed.store, (one.uid, one.day), (other.uid, other.day))
        return True


def undo_program(desk: Desk, program_uid: str) -> str:
    """Take back the last act about a program; returns its kind."""
    return _moved(desk, "undo program", program_uid, undo.undo_about)


def redo_program(desk: Desk, program_uid: str) -> str:
    """Do again what was undone last about a program; returns its kind."""
    return _moved(desk, "redo program", program_uid, undo.redo_about)


def _moved(desk: Desk, operation: str, program_uid: str, move: Callable[..., str]) -> str:
    with desk.timed(operation):
        own = plans.program_id(desk.store, desk.profile_id, program_uid) is not None
        if not own and not undo.acted_about(desk.store, desk.profile_id, program_uid):
            raise finding.no_program(program_uid)
        return move(desk.store, program_uid, at=desk.clock.now())


def _found(deed: Deed, program_uid: str) -> tuple[Program, int]:
    program = next(
        (one for one in plans.programs(deed.store, deed.profile_id) if one.uid == program_uid and not one.archived),
        None,
    )
    program_id = plans.program_id(deed.store, deed.profile_id, program_uid)
    if program is None or program_id is None:
        raise finding.no_program(program_uid)
    return program, program_id


def _standing(deed: Deed, today: date) -> Standing:
    found = standing(deed.store, deed.profile_id, plans.programs(deed.store, deed.profile_id), today)
    assert found is not None
    return found


def _today(deed: Deed) -> date:
    return local_day(deed.now, deed.desk.clock.utc_offset_min(deed.now), deed.lifter.day_start)


def _raise_training_maxes(deed: Deed, program: Program, last: Run | None) -> None:
    """A step onto the training max of each exercise whose percentages were all made in the last run."""
    if last is None:
        return
    earned: dict[str, list[bool]] = {}
    steps: dict[str, Load] = {}
    for day in rules.days(program):
        found = plans.find(deed.store, deed.profile_id, day.uid)
        for one in day.exercises:
            if found is None or one.step is None or all(target.percent10 is None for target in one.targets):
                continue
            steps.setdefault(one.exercise.uid, one.step)
            made = _made(deed, one, (found[0], nth(day.exercises, one)), last)
            earned.setdefault(one.exercise.uid, []).extend(made)
    for exercise_uid, made in earned.items():
        if made and all(made):
            _raise(deed, exercise_uid, steps[exercise_uid])


def _made(deed: Deed, one: TemplateExercise, found: tuple[int, int | None], last: Run) -> list[bool]:
    """For each session of an exercise in a run, whether all of it was made."""
    template_id, number = found
    past = history.of_template(deed.store, deed.profile_id, one.exercise.uid, template_id, nth=number)
    in_run = [each for each in past if history.began(deed.store, each.session_uid) >= last.began_at]
    return [is_made(one.exercise, each) for each in in_run]


def _raise(deed: Deed, exercise_uid: str, step: Load) -> None:
    exercise_id, _ = deed.find_exercise(exercise_uid)
    setting = exercises.settings(deed.store, deed.profile_id, exercise_id)
    before = setting.training_max
    if before is not None and before.unit is step.unit:
        raised = Load(before.milli + step.milli, before.unit)
        exercises.put_setting(deed.store, deed.profile_id, exercise_id, replace(setting, training_max=raised))

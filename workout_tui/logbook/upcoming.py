"""What a workout would ask for if it were started now: written at the start, shown before it."""

from __future__ import annotations

from dataclasses import replace
from statistics import median
from typing import TYPE_CHECKING, NamedTuple

from workout_tui.logbook import racks
from workout_tui.model import prefill, progression
from workout_tui.model.overview import NextExercise, Suggestion
from workout_tui.model.plan import Target, nth
from workout_tui.model.progression import NextTargets
from workout_tui.store import history, loading, overview, plans, session_reads

if TYPE_CHECKING:
    from datetime import date

    from workout_tui.model.exercise import Exercise
    from workout_tui.model.load import Load
    from workout_tui.model.plan import Template, TemplateExercise
    from workout_tui.model.session import PastExercise, SessionExercise
    from workout_tui.store.connection import Store

USUAL_SETS = 3
"""how many sets to plan of an exercise never done"""

_SANE_MS = (5 * 60_000, 6 * 3_600_000)
"""what a session can have taken: shorter was a trial, longer was not finished in time"""

_SESSIONS_TIMED = 9


class Planned(NamedTuple):
    """An exercise of a session to come, with a target for each set."""

    exercise: Exercise
    targets: tuple[Target, ...]
    rest_s: int | None = None
    superset: str = ""
    step: Load | None = None
    note: str = ""
    change: Load | None = None
    """how much the load went up by the template's step"""
    why: str = ""
    nth: int | None = None
    """which it is, from 0, of the times that the session lists its exercise; None: it does so once only"""


def planned_exercises(store: Store, profile_id: int, template_id: int, template: Template) -> tuple[Planned, ...]:
    """What a session of this template asks for today.

    A template that was imported has no exercises of its own: its latest session stands for them.
    """
    if template.exercises:
        return tuple(
            _of_template(store, profile_id, template_id, one, nth(template.exercises, one))
            for one in template.exercises
        )
    latest = None if template.reserved else history.latest_session(store, template_id)
    return () if latest is None else _of_session(store, latest)


def as_last_time(store: Store, profile_id: int, exercise_uid: str, number: int | None = None) -> tuple[Target, ...]:
    """Targets that leave everything open: as many as last time, of the kinds they had then.

    `number`: which it is of the times that a session lists the exercise (`Planned.nth`).
    """
    past = history.of_exercise(store, profile_id, exercise_uid, nth=number, limit=1)
    count = prefill.set_count(past) or USUAL_SETS
    return tuple(Target(kind=prefill.next_kind(past, place)) for place in range(count))


def preview(
    store: Store, profile_id: int, found: tuple[int, Template], *, last_done: date | None, why: str = ""
) -> Suggestion:
    """A workout as it would be started now. What is left open is shown as it was done last time."""
    template_id, template = found
    lines = planned_exercises(store, profile_id, template_id, template)
    return Suggestion(
        template_uid=template.uid,
        title=template.name,
        lines=tuple(_line(store, profile_id, one) for one in lines),
        last_done=last_done,
        minutes=usual_minutes(store, template_id),
        why=why,
    )


def usual_minutes(store: Store, template_id: int) -> int | None:
    """How long a template usually takes: the median of its last sessions, insane ones left out."""
    took = _sane(overview.durations_ms(store, template_id, limit=_SESSIONS_TIMED))
    return round(median(took) / 60_000) if took else None


def last_minutes(store: Store, template_id: int, *, before: int) -> int | None:
    """How long a template took the last time before a session; None when that is not known."""
    took = _sane(overview.durations_ms(store, template_id, before=before, limit=1))
    return round(took[0] / 60_000) if took else None


def _sane(took: tuple[int, ...]) -> list[int]:
    shortest, longest = _SANE_MS
    return [one for one in took if shortest <= one <= longest]


def _of_template(store: Store, profile_id: int, template_id: int, one: TemplateExercise, number: int | None) -> Planned:
    follows = next_targets(store, profile_id, template_id, one, number)
    targets = follows.targets or as_last_time(store, profile_id, one.exercise.uid, number)
    return Planned(
        exercise=one.exercise,
        targets=targets,
        rest_s=one.rest_s,
        superset=one.superset,
        step=one.step,
        note=one.note,
        change=follows.change,
        why=follows.reason,
        nth=number,
    )


def next_targets_after(
    store: Store,
    profile_id: int,
    found: tuple[int, int, int | None],
    one: TemplateExercise,
    done: PastExercise | None,
) -> NextTargets:
    """What an exercise of a template will ask for, if what was `done` of it in a session is kept as it is.

    `found`: the ids of the rows of the template and of that session, and which one it is of its exercise (`plan.nth`).
    """
    template_id, session_id, number = found
    if any(target.percent10 is not None for target in one.targets):
        return NextTargets(_at_percentages(store, profile_id, one))
    limit = one.deload.after - 1 if one.deload else 0
    uid = one.exercise.uid
    past = history.of_template(store, profile_id, uid, template_id, nth=number, before=session_id, limit=limit)
    rounded = racks.rack_of(store, profile_id, one.exercise).nearest if one.deload else None
    return progression.next_targets(one, done, earlier=past, rounded=rounded)


def next_targets(
    store: Store, profile_id: int, template_id: int, one: TemplateExercise, number: int | None = None
) -> NextTargets:
    """What an exercise of a template, the `number` (`plan.nth`) of its kind, asks for today by its own rules."""
    if any(target.percent10 is not None for target in one.targets):
        return NextTargets(_at_percentages(store, profile_id, one))
    if not one.targets or (one.step is None and one.deload is None):
        return NextTargets(one.targets)
    limit = one.deload.after if one.deload else 1
    past = history.of_template(store, profile_id, one.exercise.uid, template_id, nth=number, limit=limit)
    if not past:
        return NextTargets(one.targets)
    return progression.next_targets(
        one,
        past[-1],
        rewritten=plans.rewritten(store, one.uid, history.began(store, past[-1].session_uid)),
        earlier=past[:-1],
        rounded=racks.rack_of(store, profile_id, one.exercise).nearest if one.deload else None,
    )


def _at_percentages(store: Store, profile_id: int, one: TemplateExercise) -> tuple[Target, ...]:
    setting, _ = loading.settled(store, profile_id, one.exercise.uid)
    rack = racks.rack_of(store, profile_id, one.exercise)
    return progression.at_percentages(one.targets, setting.training_max, rack)


def _of_session(store: Store, session_id: int) -> tuple[Planned, ...]:
    latest = session_reads.whole(store, session_id)
    return tuple(
        Planned(
            exercise=block.exercise,
            targets=_kinds(block),
            rest_s=block.rest_s,
            superset=block.superset,
            nth=nth(latest.exercises, block),
        )
        for block in latest.exercises
        if block.rows
    )


def _kinds(block: SessionExercise) -> tuple[Target, ...]:
    """As many open targets as sets were done; an exercise that was left out that day comes back as it was planned."""
    if block.performed:
        return tuple(Target(kind=one.values.kind) for one in block.performed)
    return tuple(Target(kind=one.target.kind) for one in block.planned)


def _line(store: Store, profile_id: int, one: Planned) -> NextExercise:
    targets = one.targets
    if all(target.is_open for target in targets):
        past = history.of_exercise(store, profile_id, one.exercise.uid, nth=one.nth, limit=1)
        targets = tuple(_as_done(target, past, place) for place, target in enumerate(targets))
    return NextExercise(one.exercise, targets, delta=one.change, why=one.why)


def _as_done(target: Target, past: tuple[PastExercise, ...], place: int) -> Target:
    """An open target, filled in with the set last time had on its place."""
    if not past:
        return target
    done = past[0].sets[min(place, len(past[0].sets) - 1)]
    return replace(Target.of(done), kind=target.kind)

"""A workout in words for people and in JSON for programs."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from workout_tui.cli.taking import next_set
from workout_tui.model.notation import show, show_all
from workout_tui.model.session import Status
from workout_tui.ui.log import rest
from workout_tui.ui.log.blocks import work_count, work_rows

if TYPE_CHECKING:
    from workout_tui.cli.opening import Book
    from workout_tui.cli.taking import Taken
    from workout_tui.model.load import Distance, Load
    from workout_tui.model.session import PerformedSet, Session, SessionExercise, SetValues

_STATE = {Status.ACTIVE: "open", Status.COMPLETED: "finished", Status.DISCARDED: "put aside"}


def session_words(book: Book, session: Session) -> str:
    """Title and state, a line for each exercise, and what comes next."""
    minutes = ((session.ended_at or book.clock.now()) - session.started_at) // 60_000
    done, total = work_count(session)
    lines = [f"{session.title} · {_STATE[session.status]} · {minutes} min · {done}/{total} sets"]
    lines += [f"  {_exercise_words(block)}" for block in session.exercises]
    if session.status is Status.ACTIVE:
        lines.append(next_words(book, session))
    return "\n".join(lines)


def next_words(book: Book, session: Session) -> str:
    """What ⏎ would log next, and the rest that runs."""
    here = next_set(book, session)
    if here is None:
        return "next: an exercise of your choice, “workout log -e NAME SET”"
    name = here.block.exercise.name
    shown = show(here.shown, here.block.exercise.measure) if here.shown else "nothing known yet"
    words = f"next: {name}  {shown}" if here.row else "all planned sets are done"
    now = rest.at(session.rest_ends_at, session.rest_s, book.clock.now())
    return words if now is None or now.is_over else f"{words} · rest {now.text}"


def taken_words(taken: Taken) -> str:
    """A line that was logged."""
    exercise = taken.exercise
    words = f"{exercise.exercise.name}  {taken.words} · {_count(exercise)}"
    return f"{words} · record: {taken.boast}" if taken.boast else words


def taken_json(taken: Taken) -> str:
    """A line that was logged, as one JSON object on one line."""
    return json.dumps(
        {
            "exercise": taken.exercise.exercise.name,
            "sets": [_set(one) for one in taken.sets],
            "records": taken.boast,
        }
    )


def session_json(book: Book, session: Session) -> str:
    """A workout with its sets, as one JSON object."""
    here = next_set(book, session) if session.status is Status.ACTIVE else None
    done, total = work_count(session)
    following = None
    if here is not None:
        following = {"exercise": here.block.exercise.name, **(values(here.shown) if here.shown else {})}
    return json.dumps(
        {
            "session_uid": session.uid,
            "workout": session.title,
            "status": session.status.value,
            "date": session.day.isoformat(),
            "started_at": session.started_at,
            "ended_at": session.ended_at,
            "done": done,
            "total": total,
            "rest_ends_at": session.rest_ends_at,
            "next": following,
            "exercises": [_exercise(block) for block in session.exercises],
        },
        indent=1,
    )


def values(one: SetValues) -> dict[str, Any]:
    """What a set was; what it has not is left out."""
    found: dict[str, Any] = {"kind": one.kind.value, "load": None, "reps": one.reps, "seconds": one.seconds}
    found["load"] = None if one.load is None else _number(one.load)
    found["unit"] = None if one.load is None else one.load.unit.value
    if one.distance is not None:
        found |= {"distance": _number(one.distance), "distance_unit": one.distance.unit.value}
    found |= {"rpe": None if one.rpe10 is None else one.rpe10 / 10, "note": one.note or None}
    return {name: value for name, value in found.items() if value is not None}


def _exercise_words(block: SessionExercise) -> str:
    done = show_all([one.values for one in block.performed], block.exercise.measure)
    return f"{_count(block)}  {block.exercise.name}{f'  {done}' if done else ''}"


def _count(block: SessionExercise) -> str:
    """Work sets done, of all: warm-ups never count."""
    rows = work_rows(block)
    return f"{sum(row.performed is not None for row in rows)}/{len(rows)}"


def _exercise(block: SessionExercise) -> dict[str, Any]:
    sets = [_set(one) for one in sorted(block.performed, key=lambda one: one.n)]
    return {"exercise": block.exercise.name, "open": len(block.open_rows), "sets": sets}


def _set(one: PerformedSet) -> dict[str, Any]:
    return {"set_uid": one.uid, "at": one.at, **values(one.values)}


def _number(one: Load | Distance) -> float:
    return one.milli / 1000

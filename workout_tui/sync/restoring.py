"""Sets of a sheet put together to the workouts they came from: pure."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from workout_tui.model.exercise import Exercise
from workout_tui.model.intake import PastBlock, PastSession, PastSet

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from workout_tui.sync.coming import Coming


def by_session(found: Iterable[Coming]) -> dict[str, list[Coming]]:
    """Sets by the uid of their session, in the order in which they were done."""
    sessions: dict[str, list[Coming]] = {}
    for one in found:
        sessions.setdefault(one.read.session_uid, []).append(one)
    return {
        uid: sorted(its, key=lambda one: (one.read.block, one.read.n, one.read.at)) for uid, its in sessions.items()
    }


def past(sessions: Mapping[str, Sequence[Coming]]) -> list[PastSession]:
    """The workouts as the log takes them in, with the identities they have."""
    return [_past(uid, its) for uid, its in sessions.items()]


def _past(uid: str, its: Sequence[Coming]) -> PastSession:
    first = its[0].read
    return PastSession(
        key=uid,
        title=first.title,
        started_at=first.started_at,
        utc_offset_min=first.utc_offset_min,
        blocks=tuple(_blocks(its)),
        ended_at=first.ended_at,
        note=next((one.read.session_note for one in its if one.read.session_note), ""),
        bodyweight=next((one.read.bodyweight for one in its if one.read.bodyweight), None),
        uid=uid,
        day=first.day,
    )


def _blocks(its: Sequence[Coming]) -> Iterable[PastBlock]:
    # The name, too: somebody who edits it in the sheet means another exercise.
    for (_, name, measure), run in groupby(its, key=lambda one: (one.read.block, one.read.exercise, one.read.measure)):
        sets = tuple(PastSet(one.read.values, one.read.at, one.uid) for one in run)
        yield PastBlock(Exercise("", name, measure), sets)

"""What happened to a session, act by act, in words: ``logged Bench Press 100 kg × 5``.

Read from what the triggers recorded, so nothing that was written can be missing: neither what an import
brought nor what another program wrote.
"""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from workout_tui.logbook.trail_words import Change, Telling
from workout_tui.model.trail import Trace
from workout_tui.store import exercises, trail

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from workout_tui.logbook.desk import Desk
    from workout_tui.store.effects import Image
    from workout_tui.store.trail import ActRow, Written


def audit_trail(desk: Desk, session_id: int) -> tuple[Trace, ...]:
    """What happened to a session, oldest first."""
    written = trail.written(desk.store, session_id)
    acts = trail.acts(desk.store, {one.act_id for one in written if one.act_id is not None})
    telling = Telling(exercises.by_row(desk.store))
    told: dict[int, tuple[str, ...]] = {}
    found = []
    for act, at, changes in _by_act(written, acts):
        words = _words(telling, act, changes, told)
        if act is not None:
            told[act.id] = words
        if words:
            kind, is_undone = (act.kind, act.is_undone) if act else ("", False)
            found.append(Trace(at, desk.clock.utc_offset_min(at), kind, words, is_undone))
    return tuple(found)


def _words(
    telling: Telling, act: ActRow | None, changes: Sequence[Change], told: dict[int, tuple[str, ...]]
) -> tuple[str, ...]:
    words = telling.words(act.kind if act else "", changes)
    past = told.get((act.undoes or act.redoes or 0) if act else 0)
    if act is None or not past:
        return words
    verb = "undone" if act.undoes else "done again"
    return tuple(f"{verb}: {one}" for one in past)


def _by_act(written: Iterable[Written], acts: dict[int, ActRow]) -> Iterator[tuple[ActRow | None, int, list[Change]]]:
    """The net effect of each act, in the order of time; what other programs wrote in one moment is taken as one."""
    images: dict[tuple[str, int], Image | None] = {}
    for key, rows in groupby(written, key=lambda one: (one.act_id, one.at if one.act_id is None else 0)):
        before: dict[tuple[str, int], Image | None] = {}
        at = 0
        for one in rows:
            row, at = (one.table, one.row_id), one.at
            before.setdefault(row, images.get(row))
            images[row] = one.image
        changes = [Change(row[0], was, images[row]) for row, was in before.items() if was != images[row]]
        yield acts.get(key[0] or 0), at, changes

"""New rows: gathered session by session, sent batch by batch."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workout_tui.store import outbox, sync_notes
from workout_tui.store.batches import Kind
from workout_tui.sync import editing, members, plan, unsettled
from workout_tui.sync.editing import Waiting
from workout_tui.sync.push import ROWS_AT_ONCE

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from workout_tui.store.outbox import Due
    from workout_tui.sync.gathering import Gathered
    from workout_tui.sync.members import Part
    from workout_tui.sync.plan import Sorted
    from workout_tui.sync.push import Push

LETTERS_AT_ONCE = 800_000
"""of what is appended by a batch: with all that stands around each cell, two megabytes, which Google recommends"""

_ALONE_AFTER = 4
"""tries after which a session is sent by itself, and last: whatever is wrong with it, the others do not wait"""


def append(push: Push) -> list[Waiting]:
    """Append what is new, batch by batch; returns the sessions with rows to be looked at."""
    due = outbox.due(push.store, push.sheet_id)
    waiting: list[Waiting] = []
    total, done = len(due), 0
    push.lifter.desk.progress(0, total)
    for parts in _packed(_appending(push, due, waiting)):
        push.send(Kind.APPEND, parts, push.looked_at)
        done += len(parts)
        push.lifter.desk.progress(done, total)
    return waiting


def _appending(push: Push, due: Sequence[Due], waiting: list[Waiting]) -> Iterator[tuple[Part, bool]]:
    """The parts to append, each with whether it goes alone."""
    unknown = {one for batch in push.unknown for one in members.of_json(batch.members).sessions}
    tries = outbox.tries(push.store, push.sheet_id)
    both = {one.session_id: one for one in (*outbox.elsewhere(push.store, push.sheet_id), *due)}
    order = sorted(
        (one for one in both.values() if one.session_id not in unknown),
        key=lambda one: (max(_ALONE_AFTER, tries.get(one.session_id, 0)), one.was_sent),
    )
    held = _held(push)
    for gathered in push.lifter.gather(order):
        if gathered.due.was_sent and _rows_to_look_at(waiting) >= ROWS_AT_ONCE:
            push.again.append(0.0)
            return
        found = plan.sort_out(gathered.wishes, push.seen.index, mine=gathered.mine, held=held)
        whole = _ask(push, gathered, found)
        may_edit = push.may_write_into_rows
        if found.looks and may_edit:
            waiting.append(Waiting(gathered, found, whole))
        elif found.appends:
            added = editing.appends(gathered, found.appends, push.lifter.desk.chance)
            part = editing.part(gathered, found, whole=whole and not found.looks, added=added, writes=())
            yield part, tries.get(gathered.due.session_id, 0) >= _ALONE_AFTER
        elif whole and not found.looks:
            push.lifter.acknowledge(gathered, elsewhere=bool(found.elsewhere))


def _ask(push: Push, gathered: Gathered, found: Sorted) -> bool:
    """Write down what only the lifter can decide; whether nothing of the session has to wait."""
    session_id, waits = gathered.due.session_id, bool(found.held)
    if not (found.copied or found.damaged or found.missing):
        return not waits
    with push.store.write():
        for wish, there in found.copied:
            push.asker.copied(session_id, wish, there)
        for wish in found.damaged:
            push.asker.damaged(session_id, wish)
        for wish in found.missing:
            is_missing = push.asker.missing(session_id, wish, push.seen.at, has_key=wish.uid in push.seen.index)
            waits = waits or is_missing
    if found.missing and waits:
        push.again.append(2 * unsettled.QUARANTINE_MS / 1000)
    return not waits


def _held(push: Push) -> frozenset[str]:
    """The sets that wait for a job: those it is about, and those whose rows were hit."""
    jobs = sync_notes.open_jobs(push.store, push.sheet_id)
    return frozenset(uid for job in jobs for uid in (job.set_uid, job.data.get("key")) if isinstance(uid, str))


def _packed(parts: Iterator[tuple[Part, bool]]) -> Iterator[list[Part]]:
    """Parts in batches of a thousand rows and two megabytes at most."""
    batch: list[Part] = []
    rows = letters = 0
    for part, alone in parts:
        rows, letters = rows + part.rows, letters + part.letters
        if batch and (alone or rows > ROWS_AT_ONCE or letters > LETTERS_AT_ONCE):
            yield batch
            batch, rows, letters = [], part.rows, part.letters
        batch.append(part)
        if alone:
            yield batch
            batch, rows, letters = [], 0, 0
    if batch:
        yield batch


def _rows_to_look_at(waiting: Sequence[Waiting]) -> int:
    return sum(len(one.sorted.looks) for one in waiting)

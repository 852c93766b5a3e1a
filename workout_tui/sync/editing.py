"""Rows that stand in the sheet already: read, compared, and written only where they changed here."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from workout_tui.store import bases
from workout_tui.store.bases import BaseRow
from workout_tui.store.batches import Kind
from workout_tui.sync import columns, plan, rows, tokens
from workout_tui.sync.asking import Asked
from workout_tui.sync.cells import Value, at, canonical
from workout_tui.sync.columns import CONTENT, Column
from workout_tui.sync.members import Append, Part, Write
from workout_tui.sync.push import ROWS_AT_ONCE
from workout_tui.sync.sending import Moment, TooOld

if TYPE_CHECKING:
    import random
    from collections.abc import Mapping, Sequence

    from workout_tui.store.connection import Store
    from workout_tui.sync.asking import Asker
    from workout_tui.sync.columns import Layout
    from workout_tui.sync.gathering import Gathered
    from workout_tui.sync.plan import Row, Sorted, Verdict, Wish
    from workout_tui.sync.push import Push
    from workout_tui.sync.settling import Settled


@dataclass(frozen=True, slots=True)
class Waiting:
    """A session some of whose rows have to be looked at, and what is to be appended of it."""

    gathered: Gathered
    sorted: Sorted
    whole: bool
    """whether it is as it should be once this is done"""


def token(uid: str, revision: int, cells: Mapping[Column, Value], chance: random.Random) -> str:
    """The token for a write of these cells."""
    return str(tokens.Token(uid, revision, tokens.digest(cells), tokens.nonce(chance)))


def appends(gathered: Gathered, found: Sequence[Wish], chance: random.Random) -> tuple[Append, ...]:
    """The rows to be added for these wishes."""
    revision = gathered.due.revision
    return tuple(
        Append(wish.uid, token(wish.uid, revision, wish.cells, chance), rows.to_json(wish.cells)) for wish in found
    )


def part(
    gathered: Gathered, found: Sorted, *, whole: bool, added: tuple[Append, ...], writes: tuple[Write, ...]
) -> Part:
    """What a batch has of a session."""
    due = gathered.due
    return Part(
        session=due.session_id,
        uid=due.uid,
        title=gathered.title,
        revision=due.revision,
        status=due.status.value,
        whole=whole,
        elsewhere=bool(found.elsewhere),
        appends=added,
        writes=writes,
    )


@dataclass(frozen=True, slots=True)
class Editor:
    """Compares rows that were read with what they should say.

    Args:
        store: the log.
        sheet_id: the row of the sheet there.
        layout: where the columns stand.
        lines: the rows that were read, by their numbers.
        asker: takes what only the lifter can decide.
        chance: for nonces.
    """

    store: Store
    sheet_id: int
    layout: Layout
    lines: Mapping[int, Sequence[Any]]
    asker: Asker
    chance: random.Random

    def part(self, waiting: Waiting) -> Part:
        """What has to be written of a session. Rows that moved since the first read wait for the next cycle."""
        gathered, moved, writes = waiting.gathered, False, []
        for wish, row in waiting.sorted.looks:
            line = self.lines.get(row.row, ())
            found = at(line, self.layout[Column.TOKEN])
            if at(line, self.layout[Column.KEY]) != wish.uid or not tokens.fits(wish.uid, found):
                moved = True
                continue
            write = self._compare(gathered, wish, row, line, found)
            writes += [write] if write else []
        return part(
            gathered,
            waiting.sorted,
            whole=waiting.whole and not moved,
            added=appends(gathered, waiting.sorted.appends, self.chance),
            writes=tuple(writes),
        )

    def _compare(self, gathered: Gathered, wish: Wish, row: Row, line: Sequence[Any], found: Value) -> Write | None:
        seen: rows.Cells = {column: at(line, self.layout[column]) for column in CONTENT}
        verdict = plan.compare(wish, seen, self.asker.given_up(wish.uid))
        if not verdict.writes and not (wish.base is None and verdict.conflicts):  # then what it was is not known
            base = BaseRow(wish.uid, gathered.due.session_id, canonical(found), rows.to_json(verdict.after))
            bases.put(self.store, self.sheet_id, [base])
        if verdict.conflicts or not verdict.writes:
            self.asker.conflict(gathered.due.session_id, wish, verdict.conflicts)
        return self._write(gathered, wish, row, line, verdict) if verdict.writes else None

    def _write(self, gathered: Gathered, wish: Wish, row: Row, line: Sequence[Any], verdict: Verdict) -> Write:
        new = token(wish.uid, gathered.due.revision, verdict.after, self.chance)
        writes = {self.layout[column]: value for column, value in verdict.writes.items()}
        writes[self.layout[Column.TOKEN]] = new
        return Write(
            uid=wish.uid,
            row=row.row,
            token=new,
            writes=writes,
            seen={place: at(line, place) for place in writes},
            columns={self.layout[column]: column.value for column in (*verdict.writes, Column.TOKEN)},
            key=wish.uid,
            after=rows.to_json(verdict.after),
        )


def edit(push: Push, waiting: Sequence[Waiting]) -> None:
    """Write into rows, a thousand of them at most: where they stand was read a moment ago."""
    now, later = _first_rows(waiting)
    if later:
        push.again.append(0.0)
    if not now:
        return
    wanted = [row.row for one in now for _, row in one.sorted.looks]
    lines = push.reader.rows(wanted, push.seen.layout.width)
    read_at = Moment.now(push.lifter.desk.clock)
    if columns.find(lines[0]) != push.seen.layout:
        raise TooOld
    with push.store.write():
        editor = Editor(push.store, push.sheet_id, push.seen.layout, lines, push.asker, push.lifter.desk.chance)
        parts = [(one, editor.part(one)) for one in now]
    for one, part in parts:
        if not part.rows and part.whole:
            push.lifter.acknowledge(one.gathered, elsewhere=part.elsewhere)
        elif one.whole and not part.whole:  # a row moved since the first read
            push.again.append(0.0)
    sent = [part for _, part in parts if part.rows]
    if sent:
        _close_decided(push, push.send(Kind.EDIT, sent, read_at))


def _close_decided(push: Push, settled: Settled) -> None:
    with push.store.write():
        for base in settled.bases:
            if push.asker.given_up(base.set_uid):
                push.asker.settled(Asked.CONFLICT, base.set_uid)


def _first_rows(waiting: Sequence[Waiting]) -> tuple[list[Waiting], list[Waiting]]:
    """As many sessions as fit into a batch, at least one; and the others."""
    count = rows = 0
    for one in waiting:
        rows += len(one.sorted.looks) + len(one.sorted.appends)
        if count and rows > ROWS_AT_ONCE:
            break
        count += 1
    return list(waiting[:count]), list(waiting[count:])

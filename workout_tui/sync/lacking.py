"""What a lifter's log lacks of their sheet: the tab and the log read, compared, and what was taken noted as known."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

from workout_tui.model.session import Status
from workout_tui.store import bases, lifters, outbox, session_reads, sessions, sync_notes
from workout_tui.store.bases import BaseRow
from workout_tui.sync import columns, coming, gathering, looking, plan, restoring, rows
from workout_tui.sync.asking import Asked

if TYPE_CHECKING:
    from workout_tui.store.connection import Store
    from workout_tui.store.sheets import SheetRow
    from workout_tui.sync.coming import Coming, Found, Known
    from workout_tui.sync.connecting import Desk


@dataclass(slots=True)
class Lack:
    """What came of comparing a tab with the log."""

    store: Store
    row: SheetRow
    found: Found
    new: dict[str, list[Coming]]
    """sets of workouts that the log lacks, by their uid"""
    additions: dict[str, list[Coming]]
    """sets of workouts that it has, and that do not run"""
    held: int
    gone: int
    has_sessions: bool
    text: str
    """the hash of what was read"""

    @classmethod
    def read(cls, desk: Desk, lifter_uid: str, row: SheetRow) -> Lack:
        """Read the tab, and compare."""
        lines = looking.tab(desk, lifter_uid, row)
        layout = columns.find(lines[0] if lines else ())
        with desk.store.read():
            known, aside = _known(desk.store, row)
            sent = bases.every(desk.store, row.id)
            stand = sessions.states(desk.store, row.profile_id)
        found = coming.sort_out(lines, layout, known, sent.keys() - known.keys())
        its = restoring.by_session(found.coming)
        keys = {str(line[layout[columns.Column.KEY]]) for line in lines[1:] if len(line) > layout[columns.Column.KEY]}
        return cls(
            store=desk.store,
            row=row,
            found=found,
            new={uid: sets for uid, sets in its.items() if uid not in stand or uid in aside},
            additions={uid: sets for uid, sets in its.items() if stand.get(uid) is Status.COMPLETED},
            held=sum(len(sets) for uid, sets in its.items() if stand.get(uid) is Status.ACTIVE),
            gone=sum(uid not in keys and not base.gone for uid, base in sent.items()),
            has_sessions=bool(stand),
            text=hashlib.sha256(json.dumps(lines, sort_keys=True).encode()).hexdigest(),
        )

    @property
    def lifter(self) -> str:
        """The one other name that all new rows have."""
        names = set(self.found.lifters) - {""}
        own = lifters.name(self.store, self.row.profile_id)
        return names.pop() if len(names) == 1 and own not in names else ""

    def base_rows(self) -> list[BaseRow]:
        """What is known now of the rows that were taken."""
        ids = _ids(self.store, self.row.profile_id, {*self.new, *self.additions})
        return [
            BaseRow(one.uid, ids[uid], one.token, rows.to_json(one.cells))
            for uid, its in (*self.new.items(), *self.additions.items())
            if uid in ids
            for one in its
        ]

    def acknowledge(self) -> None:
        """The sheet has what was taken from it: nothing of it is due, inside `write`."""
        store, sheet_id = self.store, self.row.id
        ids = set(_ids(store, self.row.profile_id, {*self.new, *self.additions}).values())
        taken = [one for one in outbox.due(store, sheet_id) if one.session_id in ids]
        lifter = lifters.name(store, self.row.profile_id)
        for part in gathering.in_parts(taken):
            sent = gathering.sent(store, sheet_id, [one.session_id for one in part])
            stand = session_reads.several(store, [one.session_id for one in part])
            for one, session in zip(part, stand, strict=True):
                if all(wish.is_met for wish in plan.wishes(session, lifter, sent.get(one.session_id, {}))):
                    outbox.acknowledge(store, sheet_id, one)

    def ask(self, store: Store, at: int) -> None:
        """Have what was edited in the sheet reviewed, inside `write`."""
        known = bases.of_sets(store, self.row.id, [one.uid for one in self.found.edited])
        for one in self.found.edited:
            lines = [
                {"column": column.value, "was": was, "here": here, "sheet": there}
                for column, was, here, there in one.lines
            ]
            sync_notes.ask(
                store,
                self.row.id,
                Asked.EDITED,
                session_id=known[one.uid].session_id,
                set_uid=one.uid,
                lines=lines,
                at=at,
            )


def _known(store: Store, row: SheetRow) -> tuple[dict[str, Known], frozenset[str]]:
    """Every set of the log, as it would be written and as it was sent; and the workouts whose pull was taken back.

    Those are put aside here, and no sheet is told of them: their sets count as lacking.
    """
    lifter, found, aside = lifters.name(store, row.profile_id), {}, set()
    followed = outbox.followed(store, row.id)
    for part in gathering.in_parts(sessions.all_ids(store, row.profile_id)):
        sent = gathering.sent(store, row.id, part)
        for session_id, session in zip(part, session_reads.several(store, part), strict=True):
            if session.status is Status.DISCARDED and session_id not in followed:
                aside.add(session.uid)
                continue
            its = {} if session.status is Status.ACTIVE else sent.get(session_id, {})  # no pull into what runs
            for uid, cells in rows.of_session(session, lifter).items():
                found[uid] = coming.Known(cells, its[uid].cells if uid in its else None)
    return found, frozenset(aside)


def _ids(store: Store, profile_id: int, uids: set[str]) -> dict[str, int]:
    found = ((uid, sessions.of_uid(store, profile_id, uid)) for uid in uids)
    return {uid: one.id for uid, one in found if one is not None}

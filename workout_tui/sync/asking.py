"""What the program will not decide: written down for the lifter, with what was, what is here and what is there."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from workout_tui.store import bases, sync_notes
from workout_tui.sync.columns import Column
from workout_tui.sync.unsettled import QUARANTINE_MS

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from workout_tui.store.connection import Store
    from workout_tui.store.sync_notes import Job, Review
    from workout_tui.sync.cells import Value
    from workout_tui.sync.plan import Row, Wish


class Asked(StrEnum):
    """What a review is about."""

    CONFLICT = "conflict"
    """cells were changed here and in the sheet"""
    EDITED = "edited"
    """cells were changed in the sheet alone, and a pull found them"""
    COPIES = "copies"
    """a row stands in the sheet more than once"""
    VERSIONS = "versions"
    """rows of one set that were written by different laptops"""
    GONE = "gone"
    """a row was taken out of the sheet, and its set was changed here since"""
    DAMAGED = "damaged"
    """a row's key and token do not fit together"""
    STRAY = "stray"
    """something landed where it was not meant to, and could not be put back"""


class Choice(StrEnum):
    """What the lifter decided."""

    HERE = "laptop"
    """what stands here goes into the sheet"""
    SHEET = "sheet"
    """what stands in the sheet comes here, or stays as it is there"""


@dataclass(slots=True)
class Asker:
    """The reviews of one sheet during one cycle."""

    store: Store
    sheet_id: int
    now: int
    known: dict[tuple[str, str], Review] = field(init=False)

    def __post_init__(self) -> None:
        self.known = {(one.kind, one.set_uid): one for one in sync_notes.reviews(self.store, self.sheet_id)}

    def given_up(self, set_uid: str) -> dict[Column, Value]:
        """Values in the sheet that the lifter decided to give up for those here."""
        review = self.known.get((Asked.CONFLICT, set_uid))
        if review is None or review.choice != Choice.HERE:
            return {}
        return {Column(line["column"]): line["sheet"] for line in review.lines}

    def conflict(self, session_id: int, wish: Wish, found: Mapping[Column, tuple[Value, Value, Value]]) -> None:
        """Cells were changed on both sides; with none, whatever was asked of this set is settled."""
        if not found:
            self.settled(Asked.CONFLICT, wish.uid)
            return
        lines = [
            {"column": column.value, "was": was, "here": here, "sheet": there}
            for column, (was, here, there) in found.items()
        ]
        self._ask(Asked.CONFLICT, session_id, wish.uid, lines)

    def copied(self, session_id: int, wish: Wish, found: Sequence[Row]) -> None:
        """A row stands there more than once."""
        kind = Asked.COPIES if len({row.token for row in found}) == 1 else Asked.VERSIONS
        self._ask(kind, session_id, wish.uid, [{"row": row.row + 1, "token": row.token} for row in found])

    def damaged(self, session_id: int, wish: Wish) -> None:
        """A row has the set's key, and a token that is not its own."""
        self._ask(Asked.DAMAGED, session_id, wish.uid, [])

    def missing(self, session_id: int, wish: Wish, seen_at: int, *, has_key: bool) -> bool:
        """A row that was sent is not found. Whether to go on waiting for it: only two quarantines say it is gone."""
        assert wish.base is not None, "only what was sent can be missing"
        since = wish.base.missing_seen_at
        if since is None:
            bases.note_missing(self.store, self.sheet_id, wish.uid, seen_at)
        if since is None or seen_at - since < 2 * QUARANTINE_MS:
            return True
        bases.note_gone(self.store, self.sheet_id, wish.uid)
        self._ask(Asked.DAMAGED if has_key else Asked.GONE, session_id, wish.uid, [])
        return False

    def stray(self, job: Job, why: str) -> None:
        """A job cannot be done: what was written where is told, and its set is not sent again unasked."""
        written = [str(value) for value in job.data.get("writes", {}).values() if value is not None]
        line: dict[str, Any] = {"why": why, "written": written, "key": job.data.get("key")}
        line["before"] = [str(value) for value in job.data.get("before", {}).values() if value is not None]
        sync_notes.close_job(self.store, job.id, done=False)
        if job.kind == "beside" and job.session_id is not None:
            held = bases.BaseRow(job.set_uid, job.session_id, job.data["token"], job.data["cells"], None, gone=True)
            bases.put(self.store, self.sheet_id, [held])
        self._ask(Asked.STRAY, job.session_id, f"{job.set_uid}/{job.id}", [line])

    def settled(self, kind: Asked, set_uid: str) -> None:
        """What was asked of a set needs no answer any longer."""
        if self.known.pop((kind, set_uid), None) is not None:
            sync_notes.close_reviews_of(self.store, self.sheet_id, kind, set_uid, self.now)

    def _ask(self, kind: Asked, session_id: int | None, set_uid: str, lines: Sequence[Any]) -> None:
        sync_notes.ask(
            self.store, self.sheet_id, kind, session_id=session_id, set_uid=set_uid, lines=lines, at=self.now
        )

"""What the lifter decides of a review.

Keeping the laptop's is done by the next cycle, and can be taken back until then. Taking the sheet's is an act
in the log, and undone as every other.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from workout_tui.errors import InvalidEntry, NotFound
from workout_tui.model.session import PerformedSet
from workout_tui.store import acts, bases, lifters, outbox, session_reads, sessions, sets, sheets, sync_notes
from workout_tui.sync import row_reading, rows
from workout_tui.sync.asking import Asked, Choice
from workout_tui.sync.columns import Column

if TYPE_CHECKING:
    from collections.abc import Mapping

    from workout_tui.clock import Clock
    from workout_tui.store.connection import Store
    from workout_tui.store.sync_notes import Review
    from workout_tui.sync.cells import Value

_OF_SET = (
    Column.WEIGHT,
    Column.UNIT,
    Column.REPS,
    Column.RPE,
    Column.TIME,
    Column.DISTANCE,
    Column.KIND,
    Column.NOTE,
)

COMES = frozenset({*_OF_SET, Column.WORKOUT, Column.WORKOUT_NOTE, Column.BODYWEIGHT})
"""what can be taken from the sheet; all else of a row stays as it is there, and here as it is here"""


def decide(store: Store, review_id: int, choice: Choice, clock: Clock) -> None:
    """Decide a review.

    Raises:
        NotFound: it was settled meanwhile.
        InvalidEntry: the sheet holds something the log cannot take.
        StoreUnavailable: nothing was written.
    """
    sheet_id, review = _find(store, review_id)
    if choice is Choice.SHEET:
        _keep_sheet(store, sheet_id, review, clock)
    else:
        with store.write():
            _keep_here(store, sheet_id, review, clock)


def take_back(store: Store, review_id: int) -> None:
    """Take a decision for the laptop's back that was not carried out yet.

    Raises:
        NotFound: it was carried out, or the review is settled.
    """
    sheet_id, review = _find(store, review_id)
    with store.write():
        if review.choice:
            _know(store, sheet_id, review, "was")
        sync_notes.choose(store, review_id, "")


def _find(store: Store, review_id: int) -> tuple[int, Review]:
    found = sync_notes.review(store, review_id)
    if found is None:
        raise NotFound("This is settled already.", "Look at the list again.")
    return found


def _keep_here(store: Store, sheet_id: int, review: Review, clock: Clock) -> None:
    uid = review.set_uid.partition("/")[0]
    if review.kind == Asked.CONFLICT:
        sync_notes.choose(store, review.id, Choice.HERE)
        _know(store, sheet_id, review, "sheet")
    elif review.kind == Asked.EDITED:
        _know(store, sheet_id, review, "sheet")
        sync_notes.close_review(store, review.id, clock.now())
    else:
        sync_notes.close_review(store, review.id, clock.now())
    if review.kind == Asked.COPIES:
        data = {"token": review.lines[0]["token"]}
        sync_notes.add_job(
            store, sheet_id, "mark", set_uid=uid, session_id=review.session_id, data=data, at=clock.now()
        )
    elif review.kind in {Asked.GONE, Asked.STRAY}:
        base = bases.of_sets(store, sheet_id, [uid]).get(uid)
        if base is not None and base.gone:
            bases.forget(store, sheet_id, uid)
    elif review.kind == Asked.DAMAGED:
        base = bases.of_sets(store, sheet_id, [uid]).get(uid)
        if base is not None:
            bases.put(store, sheet_id, [base._replace(gone=False, missing_seen_at=None)])
    if review.session_id is not None:
        outbox.make_due(store, sheet_id, review.session_id)


def _know(store: Store, sheet_id: int, review: Review, side: str) -> None:
    """Take one side of a conflict for what is known to stand in the sheet.

    Once that is the sheet's own, the next cycle writes the laptop's over it, if it still says so.
    """
    base = bases.of_sets(store, sheet_id, [review.set_uid]).get(review.set_uid)
    if base is not None:
        there = {line["column"]: line[side] for line in review.lines}
        known = {name: value for name, value in {**base.cells, **there}.items() if value is not None}
        bases.put(store, sheet_id, [base._replace(cells=known)])


def _keep_sheet(store: Store, sheet_id: int, review: Review, clock: Clock) -> None:
    if review.kind not in {Asked.CONFLICT, Asked.EDITED} or review.session_id is None:
        with store.write():
            sync_notes.close_review(store, review.id, clock.now())
        return
    there: dict[Column, Value] = {Column(line["column"]): line["sheet"] for line in review.lines}
    row = sheets.of_id(store, sheet_id)
    assert row is not None, "a review belongs to a sheet"
    with acts.act(store, "take from sheet", at=clock.now(), profile_id=row.profile_id, session_id=review.session_id):
        try:
            _take(store, review, there)
        except row_reading.Unreadable as error:
            raise InvalidEntry(
                f"The sheet says “{error.value}” under {error.column}.", "Correct it there, or keep the laptop’s."
            ) from error
        _accept(store, sheet_id, review, lifters.name(store, row.profile_id))
        sync_notes.close_review(store, review.id, clock.now())


def _take(store: Store, review: Review, there: Mapping[Column, Value]) -> None:
    """Write what the sheet says into the log, as far as it can be typed there too."""
    assert review.session_id is not None, "a conflict is one of a session"
    session = session_reads.whole(store, review.session_id)
    found = sets.performed(store, review.set_uid)
    here = rows.of_session(session, "").get(review.set_uid)
    if found is not None and here is not None and not there.keys().isdisjoint(_OF_SET):
        cells = {**here, **{column: value for column, value in there.items() if column in _OF_SET}}
        values = row_reading.read_values(cells, row_reading.distance_unit(here))
        sets.put(store, found.block_id, PerformedSet(found.uid, found.n, values, 0))  # its time stays
    if Column.WORKOUT_NOTE in there:
        sessions.set_note(store, review.session_id, row_reading.read_text(there, Column.WORKOUT_NOTE))
    if there.get(Column.WORKOUT):
        sessions.set_title(store, review.session_id, row_reading.read_name(there, Column.WORKOUT))
    if Column.BODYWEIGHT in there and here is not None:
        sessions.set_bodyweight(store, review.session_id, row_reading.read_bodyweight({**here, **there}))


def _accept(store: Store, sheet_id: int, review: Review, lifter: str) -> None:
    """What both say now is the new base: what could not be taken is left as it is there, and not asked about again."""
    assert review.session_id is not None, "a conflict is one of a session"
    base = bases.of_sets(store, sheet_id, [review.set_uid]).get(review.set_uid)
    session = session_reads.whole(store, review.session_id)
    here = rows.of_session(session, lifter).get(review.set_uid)
    if base is not None and here is not None:
        now = {line["column"]: here.get(Column(line["column"])) for line in review.lines}
        known = {name: value for name, value in {**base.cells, **now}.items() if value is not None}
        bases.put(store, sheet_id, [base._replace(cells=known)])

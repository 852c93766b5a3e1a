"""What the screens show of a lifter's sheet: what waits, what happened, and what only they can decide."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from workout_tui import config
from workout_tui.store import bases, batches, outbox, session_reads, sheet_figures, sheets, sync_notes
from workout_tui.sync import address, deciding, members, rows, wording
from workout_tui.sync.asking import Asked
from workout_tui.sync.columns import Column

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping, Sequence
    from datetime import date

    from workout_tui.store.connection import Store
    from workout_tui.sync.rows import Cells

LISTED = 100
"""sessions that are listed by name; of more there is the count"""

_DERIVED = (Column.E1RM, Column.VOLUME, Column.SET, Column.SESSION)


@dataclass(frozen=True, slots=True)
class SheetInfo:
    """The spreadsheet."""

    title: str
    url: str
    account: str
    """the address it is shared with"""


class Waiting(StrEnum):
    """Why a session is not in the sheet yet."""

    DUE = "due"
    CHECKING = "checking"
    """it was sent, and whether it arrived is read from the sheet"""
    ELSEWHERE = "elsewhere"
    """it was done on another laptop, which has to send it"""


@dataclass(frozen=True, slots=True)
class WaitingSession:
    """A session that waits."""

    session_uid: str
    day: date
    title: str
    sets: int
    tries: int
    """how often it was sent in vain"""
    state: Waiting


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happened."""

    at: int
    words: str


@dataclass(frozen=True, slots=True)
class Line:
    """What a review compares."""

    label: str
    was: str
    here: str
    sheet: str
    differs: bool = True


@dataclass(frozen=True, slots=True)
class Review:
    """Something that only the lifter can decide: one set of one session."""

    id: int
    kind: Asked
    session_uid: str
    """empty when it belongs to none"""
    day: date | None
    title: str
    words: str
    """what happened, in a sentence"""
    if_here: str
    """what keeping the laptop’s does"""
    if_sheet: str
    """what keeping the sheet’s does"""
    lines: tuple[Line, ...]
    choice: str
    """what was decided and is not done yet; empty: nothing"""
    comes: bool = False
    """whether something of the sheet's can come here"""


@dataclass(frozen=True, slots=True)
class SyncPage:
    """All the Sync screen shows that stands in the log."""

    sheet: SheetInfo | None
    waiting: tuple[WaitingSession, ...]
    waiting_count: int
    sent_rows: int
    """rows of this lifter in the sheet, as far as is known"""
    last_good: int | None
    events: tuple[Event, ...]
    """newest first"""
    reviews: tuple[Review, ...]
    """sessions together, oldest first"""


def page(store: Store, lifter_uid: str, *, api_root: str = config.GOOGLE) -> SyncPage:
    """The Sync screen's page; `api_root`: where Sheets are spoken, which decides what a browser is shown."""
    with store.read():
        row = sheets.of_lifter(store, lifter_uid)
        if row is None:
            return SyncPage(None, (), 0, 0, None, (), ())
        waiting = tuple(_waiting(store, row))
        return SyncPage(
            sheet=SheetInfo(row.title, address.link(row.spreadsheet_id, row.tab, api_root=api_root), row.account),
            waiting=waiting,
            waiting_count=outbox.count_due(store, row.id) + len(outbox.elsewhere(store, row.id)),
            sent_rows=bases.count(store, row.id),
            last_good=row.last_good_at,
            events=tuple(Event(one.at, one.words) for one in sync_notes.events(store, row.id)),
            reviews=tuple(_reviews(store, row.id)),
        )


def _waiting(store: Store, row: sheets.SheetRow) -> Iterator[WaitingSession]:
    checking = {one for batch in batches.unsettled(store, row.id) for one in members.of_json(batch.members).sessions}
    tries, elsewhere = outbox.tries(store, row.id), outbox.elsewhere(store, row.id)
    states = {one.session_id: Waiting.ELSEWHERE for one in elsewhere}
    states |= {one.session_id: Waiting.DUE for one in outbox.due(store, row.id)}
    states |= dict.fromkeys(checking, Waiting.CHECKING)
    for one in sheet_figures.sessions(store, sorted(states, reverse=True)[:LISTED]):
        yield WaitingSession(one.uid, one.day, one.title, one.sets, tries.get(one.id, 0), states[one.id])


def _reviews(store: Store, sheet_id: int) -> Iterator[Review]:
    found = sync_notes.reviews(store, sheet_id)
    ids = sorted({one.session_id for one in found if one.session_id is not None})
    sessions = dict(zip(ids, session_reads.several(store, ids), strict=True))
    stand = {uid: cells for session in sessions.values() for uid, cells in rows.of_session(session, "").items()}
    known = bases.of_sets(store, sheet_id, [_set_uid(one) for one in found])
    for one in sorted(found, key=lambda review: (review.session_id or 0, review.id)):
        session = sessions.get(one.session_id or 0)
        base = known.get(_set_uid(one))
        was = rows.of_json(base.cells) if base else {}
        words, if_here, if_sheet = _SAID[Asked(one.kind)]
        columns = [Column(line["column"]) for line in one.lines if "column" in line]
        yield Review(
            id=one.id,
            kind=Asked(one.kind),
            session_uid=session.uid if session else "",
            day=session.day if session else None,
            title=session.title if session else "",
            words=_worded(words, one.lines),
            if_here=if_here,
            if_sheet=_of_sheet(columns) or if_sheet,
            lines=tuple(_lines(one, stand.get(_set_uid(one), {}), was)),
            choice=one.choice,
            comes=not deciding.COMES.isdisjoint(columns),
        )


def _of_sheet(columns: Collection[Column]) -> str:
    """What keeping the sheet's does where not all of it can come here; empty where all can."""
    stays = [column.lower() for column in columns if column not in deciding.COMES | {*_DERIVED}]
    if deciding.COMES.isdisjoint(columns):
        return "it stays as it is there; here nothing changes" if columns else ""
    return f"the sheet’s comes here, but for {' and '.join(stays)}" if stays else ""


def _set_uid(one: sync_notes.Review) -> str:
    return one.set_uid.partition("/")[0]


_SAID: dict[Asked, tuple[str, str, str]] = {
    Asked.CONFLICT: ("Changed in both places.", "the laptop’s goes into the sheet", "the sheet’s comes here"),
    Asked.EDITED: ("Changed in the sheet.", "the laptop’s goes into the sheet", "the sheet’s comes here"),
    Asked.COPIES: (
        "This row stands more than once in the sheet: rows {rows}.",
        "the lower one is marked as a copy and stands for no set",
        "both stay as they are, and are left alone",
    ),
    Asked.VERSIONS: (
        "Two laptops wrote this row into the sheet: rows {rows}.",
        "looked at again once you removed one of them",
        "both stay as they are, and are left alone",
    ),
    Asked.GONE: (
        "You took this row out of the sheet, and changed the set here since.",
        "it is sent again",
        "it stays out of the sheet",
    ),
    Asked.DAMAGED: (
        "The hidden key and token of this row no longer fit together.",
        "looked at again once you put them right",
        "the row stays as it is, and is left alone",
    ),
    Asked.STRAY: (
        "Something was sorted or moved in the sheet in the second of a write, and {why}. There was written: {written}."
        " Before, there stood: {before}.",
        "what is missing is sent again",
        "you have looked, and it is as it should be",
    ),
}


def _worded(words: str, lines: Sequence[Mapping[str, Any]]) -> str:
    first = lines[0] if lines else {}
    return words.format(
        rows=" and ".join(str(line["row"]) for line in lines if "row" in line),
        why=first.get("why", ""),
        written=wording.listed(first.get("written", ())),
        before=wording.listed(first.get("before", ())),
    )


def _lines(one: sync_notes.Review, here: Cells, was: Cells) -> Iterator[Line]:
    label = wording.label(here or was)
    found = {Column(line["column"]): line for line in one.lines if "column" in line}
    if not found:
        yield Line(label, wording.amount(was), wording.amount(here), "", differs=False)
        return
    sheet = {**was, **{column: line["sheet"] for column, line in found.items()}}
    before = {**was, **{column: line["was"] for column, line in found.items()}}
    if not found.keys().isdisjoint({*wording.AMOUNT, *_DERIVED}):
        first, mine, theirs = (wording.amount(cells) for cells in (before, here, sheet))
        yield Line(label, first, mine, theirs, differs=mine != theirs)
    for column in (one for one in found if one not in {*wording.AMOUNT, *_DERIVED}):
        was_shown, here_shown, sheet_shown = (wording.shown(found[column][side]) for side in ("was", "here", "sheet"))
        yield Line(f"{label}: {column.lower()}", was_shown, here_shown, sheet_shown)

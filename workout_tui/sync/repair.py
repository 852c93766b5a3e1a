"""Putting right what landed where it was not meant to: pure.

A write is found by the token it wrote, wherever its row was sorted to since. Only cells that still hold
what was written are put back, and only in the row that the receipt says was hit.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from workout_tui.sync import rows, tokens
from workout_tui.sync.cells import Value, at, canonical, same
from workout_tui.sync.columns import Column
from workout_tui.sync.members import Write

if TYPE_CHECKING:
    import random
    from collections.abc import Mapping, Sequence

    from workout_tui.store.sync_notes import Job
    from workout_tui.sync.columns import Layout


class Impossible(Exception):
    """A job that cannot be done; the message says why, in words for the lifter."""


@dataclass(frozen=True, slots=True)
class Tab:
    """The log's tab, read whole."""

    lines: Sequence[Sequence[Any]]
    layout: Layout

    @property
    def header(self) -> Sequence[Any]:
        """The first row."""
        return self.lines[0] if self.lines else ()

    def value(self, row: int, place: int) -> Value:
        """The value of a cell."""
        return at(self.lines[row], place)


def ready(jobs: Sequence[Job]) -> list[Job]:
    """The jobs that can be done now: not those whose own repair strayed and has to be put back first."""
    waiting = {job.data.get("of") for job in jobs}
    return [job for job in jobs if job.id not in waiting]


def plan(job: Job, tab: Tab, chance: random.Random) -> Write:
    """What to write so that a job is done.

    Raises:
        Impossible: its cells cannot be found, or are no longer what they were.
    """
    if job.kind == "mark":
        return _mark(job, tab, chance)
    row = _row_of(job, tab)
    if job.kind == "beside":
        return _put_in_columns(job, tab, row, chance)
    return _put_back(job, tab, row, chance)


def _put_back(job: Job, tab: Tab, row: int, chance: random.Random) -> Write:
    data, token_place = job.data, tab.layout[Column.TOKEN]
    if not same(tab.value(row, tab.layout[Column.KEY]), _key_left(job)):
        raise Impossible("the row that was hit is no longer the same")
    moved = _moves(job, tab, row)
    writes: dict[int, Value] = {}
    for name, value in data["writes"].items():
        place = moved[int(name)]
        if same(tab.value(row, place), value):
            writes[place] = data["before"].get(name)
    token = writes.get(token_place)
    if token_place in writes and data.get("of") is None:  # else the job that strayed looks for the very same one
        token = writes[token_place] = _renewed(token, chance)
    return _write(job, tab, row, writes, token)


def _put_in_columns(job: Job, tab: Tab, row: int, chance: random.Random) -> Write:
    """Move the cells of a row that was appended beside its columns to where they belong."""
    data = job.data
    moved = _moves(job, tab, row)
    landed = {moved[int(name)]: value for name, value in data["writes"].items()}
    if any(not same(tab.value(row, place), value) for place, value in landed.items()):
        raise Impossible("the row was changed before it could be put into its columns")
    cells = rows.of_json(data["cells"])
    old = tokens.read(data["token"])
    token = f"{job.set_uid}:{old.revision if old else 1}:{tokens.digest(cells)}:{tokens.nonce(chance)}"
    belongs: dict[int, Value] = {tab.layout[column]: value for column, value in cells.items()}
    belongs |= {tab.layout[Column.KEY]: job.set_uid, tab.layout[Column.TOKEN]: token}
    if any(place not in landed and tab.value(row, place) is not None for place in belongs):
        raise Impossible("there is something else in the cells where the row belongs")
    cleared: dict[int, Value] = dict.fromkeys(place for place in landed if place not in belongs)
    wanted = {**cleared, **belongs}
    writes = {place: value for place, value in wanted.items() if not same(tab.value(row, place), value)}
    return _write(job, tab, row, writes, token, after=rows.to_json(cells))


def _mark(job: Job, tab: Tab, chance: random.Random) -> Write:
    """Mark the copy of a row: its token alone, so that it stands for no set."""
    found = [
        row
        for row in range(1, len(tab.lines))
        if tab.value(row, tab.layout[Column.KEY]) == job.set_uid
        and canonical(tab.value(row, tab.layout[Column.TOKEN])) == job.data["token"]
    ]
    if len(found) < 2:
        raise Impossible("there is no second row any longer")
    known = tokens.read(job.data["token"])
    original = next((row for row in found if known and _digest(tab, row) == known.hash), found[0])
    copy = next(row for row in reversed(found) if row != original)
    mark = tokens.of_copy(job.data["token"], chance)
    return _write(job, tab, copy, {tab.layout[Column.TOKEN]: mark}, mark)


def _write(
    job: Job, tab: Tab, row: int, writes: dict[int, Value], token: Value, *, after: Mapping[str, Value] | None = None
) -> Write:
    places = {*writes, tab.layout[Column.TOKEN]}
    return Write(
        uid=job.set_uid,
        row=row,
        token=token,
        writes=writes,
        seen={place: tab.value(row, place) for place in places},
        columns={place: canonical(at(tab.header, place)).strip() for place in writes},
        key=tab.value(row, tab.layout[Column.KEY]),
        after=dict(after or {}),
        job=job.id,
    )


def _row_of(job: Job, tab: Tab) -> int:
    """The row that a write hit, wherever it is now: by the token it wrote, else by all that it wrote."""
    data = job.data
    token = canonical(data["token"])
    if token:
        found = [(row, place) for row, line in enumerate(tab.lines) for place, one in enumerate(line) if one == token]
        expected = _candidates(data["token_place"], data["header"], tab.header)
        if any(place not in expected for _, place in found):
            raise Impossible("its columns were moved again before it could be put right")
        hits = [row for row, _ in found]
    else:
        hits = [row for row in range(1, len(tab.lines)) if _holds(job, tab, row)]
    if len(hits) != 1:
        raise Impossible("it is no longer there" if not hits else "it cannot be told from other rows")
    return hits[0]


def _holds(job: Job, tab: Tab, row: int) -> bool:
    """Whether a row has the key that the write left there, and still says all that was written."""
    moved = _moves(job, tab, row)
    return same(tab.value(row, tab.layout[Column.KEY]), _key_left(job)) and all(
        same(tab.value(row, moved[int(name)]), value) for name, value in job.data["writes"].items()
    )


def _key_left(job: Job) -> Value:
    """The key that the row has after the write: a write in wrong columns may have hit even that."""
    names = [canonical(value).strip() for value in job.data["header"]]
    place = str(names.index(Column.KEY)) if Column.KEY in names else ""
    key: Value = job.data["writes"].get(place, job.data["key"])
    return key


def _moves(job: Job, tab: Tab, row: int) -> dict[int, int]:
    """Where the columns of a write stand now: by their names, and those without a name by what was written there."""
    moves: dict[int, int] = {}
    for name, value in job.data["writes"].items():
        candidates = _candidates(int(name), job.data["header"], tab.header)
        if not candidates:
            raise Impossible("its columns were moved again before it could be put right")
        fitting = (one for one in candidates if same(tab.value(row, one), value) and one not in moves.values())
        moves[int(name)] = next(fitting, candidates[0])
    return moves


def _candidates(place: int, then: Sequence[Any], now: Sequence[Any]) -> list[int]:
    """Where a column may stand now, by the header then and now, the likeliest first."""
    names, texts = ([canonical(value).strip() for value in header] for header in (then, now))
    if names == texts[: len(names)]:
        return [place]
    if place < len(names) and names[place] and names.count(names[place]) == texts.count(names[place]) == 1:
        return [texts.index(names[place])]
    nameless = [one for one, text in enumerate(texts) if not text or text not in names]  # no other can be it
    beside = [_by_neighbour(place, names, texts, step) for step in (-1, 1)]
    return list(dict.fromkeys([*(one for one in beside if one in nameless or one >= len(texts)), *nameless]))


def _by_neighbour(place: int, names: Sequence[str], texts: Sequence[str], step: int) -> int:
    """The place counted from the next column with a name."""
    beside = place + step
    while 0 <= beside < len(names):
        if names[beside] and names.count(names[beside]) == texts.count(names[beside]) == 1:
            return max(0, texts.index(names[beside]) + place - beside)
        beside += step
    return place


def _renewed(value: Value, chance: random.Random) -> Value:
    """The token that stood there before, under a new nonce: should this write stray too, it can be found."""
    known = tokens.read(value)
    return str(tokens.Token(known.uid, known.revision, known.hash, tokens.nonce(chance))) if known else value


def _digest(tab: Tab, row: int) -> str:
    places = tab.layout.places.items()
    return tokens.digest({column: tab.value(row, place) for column, place in places})

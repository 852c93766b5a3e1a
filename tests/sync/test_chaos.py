"""Lives drawn from seeds, and proof that the harness would notice: without any one of its rules the protocol breaks."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.sync.chaos import Broken, Life, live
from workout_tui.store import batches
from workout_tui.store.bases import BaseRow
from workout_tui.sync import members, plan, settling, tokens, unsettled
from workout_tui.sync.reading import Reader, Seen
from workout_tui.sync.sending import Wire
from workout_tui.sync.settling import Settled

ROUNDS = 12


@pytest.mark.parametrize("first", range(0, 20, 5))
def test_calm_lives(tmp_path: Path, first: int) -> None:
    """Nothing doubled, nothing missing, no edit lost, nothing of the owner's touched.

    What the owner types into a cell in the very second in which it is written is put back.
    """
    tally = live(range(first, first + 5), tmp_path, rounds=ROUNDS)
    assert (tally.sets, tally.named, tally.strays - tally.put_back) == (360, 0, 0)
    assert tally.faults > 0


@pytest.mark.parametrize("first", range(100, 106, 3))
def test_rough_lives(tmp_path: Path, first: int) -> None:
    """Nothing lost, nothing doubled; whatever was hit was put back, or is named in a review."""
    tally = live(range(first, first + 3), tmp_path, rounds=ROUNDS, rough=True)
    assert tally.sets == 216
    assert tally.strays == tally.put_back + tally.named
    assert tally.put_back > 0


@pytest.mark.parametrize("seed", [1029, 1036, 1058])
def test_what_strayed_is_put_right_before_anything_else_and_at_once(tmp_path: Path, seed: int) -> None:
    """Lives that lost a set or a cell while repairs, too, waited for a second between two cycles."""
    assert live([seed], tmp_path, rounds=25, rough=True).put_back > 0


def test_a_life_can_be_told_again(tmp_path: Path) -> None:
    first, second = (Life(7, tmp_path / name, 6, rough=True) for name in "xy")
    assert first.live() == second.live()
    assert first.cloud.story == second.cloud.story


def append_then_mark(monkeypatch: pytest.MonkeyPatch) -> None:
    """A write that failed is sent again, and nobody looks whether it is there."""

    def settle(wire: Wire, _reader: Reader, _seen: Seen, found: list[batches.Batch]) -> tuple[batches.Batch, ...]:
        for batch in found:
            wire.failed(batch.id, members.of_json(batch.members))
        return ()

    sort_out = plan.sort_out
    monkeypatch.setattr(unsettled, "settle", settle)
    monkeypatch.setattr(
        plan,
        "sort_out",
        lambda found, index, **rest: sort_out(found, {} if all(wish.base is None for wish in found) else index, **rest),
    )


def without_tokens(monkeypatch: pytest.MonkeyPatch) -> None:
    """A key alone says whose row it is, before a write and after it."""
    monkeypatch.setattr(tokens, "fits", lambda key, _token: key is not None)
    monkeypatch.setattr(settling._Judge, "_is_meant", lambda _judge, _write, _before: True)


def without_receipts(monkeypatch: pytest.MonkeyPatch) -> None:
    """A batch is taken for applied when its keys are there."""

    def settle(wire: Wire, _reader: Reader, seen: Seen, found: list[batches.Batch]) -> tuple[batches.Batch, ...]:
        left = []
        for batch in found:
            wanted = members.of_json(batch.members)
            uids = [one.uid for part in wanted.parts for one in part.appends]
            uids += [one.uid for one in wanted.targets]
            if all(uid in seen.index for uid in uids):
                wire.settle(batch.id, _as_meant(wanted), wanted)
            elif batch.quarantine_seen_at is None:
                wire.quarantine(batch.id, seen.at)
                left.append(batch)
            elif seen.at - batch.quarantine_seen_at >= unsettled.QUARANTINE_MS:
                wire.failed(batch.id, wanted)
            else:
                left.append(batch)
        return tuple(left)

    monkeypatch.setattr(unsettled, "settle", settle)


def _as_meant(wanted: members.Members) -> Settled:
    settled = Settled(whole=[(part.due, part.elsewhere) for part in wanted.parts if part.session and part.whole])
    for part in wanted.parts:
        settled.bases += [BaseRow(one.uid, part.session, one.token, one.cells) for one in part.appends]
        settled.bases += [BaseRow(one.uid, part.session, str(one.token), one.after) for one in part.writes if one.after]
        settled.done += [one.job for one in part.writes if one.job is not None]
    return settled


def without_quarantine(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is not there yet is taken for never arriving."""
    settle = unsettled.settle

    def at_once(wire: Wire, reader: Reader, seen: Seen, found: list[batches.Batch]) -> tuple[batches.Batch, ...]:
        return settle(wire, reader, seen, [batch._replace(quarantine_seen_at=0) for batch in found])

    monkeypatch.setattr(unsettled, "settle", at_once)


def without_reading_rows(monkeypatch: pytest.MonkeyPatch) -> None:
    """What the lifter corrected in the sheet is written over."""
    compare = plan.compare
    monkeypatch.setattr(plan, "compare", lambda wish, seen, allowed: compare(wish, seen, seen))


RULES: list[tuple[Callable[[pytest.MonkeyPatch], None], bool, int]] = [
    (append_then_mark, False, 0),
    (without_tokens, True, 4),
    (without_receipts, False, 11),
    (without_quarantine, False, 20),
    (without_reading_rows, False, 0),
]
"""what is knocked out, in which lives, and near which seed it shows soon"""


@pytest.mark.parametrize(("knock_out", "rough", "first"), RULES, ids=[rule.__name__ for rule, _, _ in RULES])
def test_without_a_rule_lives_break(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    knock_out: Callable[[pytest.MonkeyPatch], None],
    rough: bool,
    first: int,
) -> None:
    knock_out(monkeypatch)
    with pytest.raises((Broken, AssertionError)):
        live(range(first, first + 20), tmp_path, rounds=ROUNDS, rough=rough)

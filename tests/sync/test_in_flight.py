"""What the lifter does to a workout in the very moment in which it is being sent."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.support import done
from tests.sync.virtual import Cloud, Fault, Laptop, assert_equal, reviews, sheet_rows, train
from workout_tui.model.session import Session
from workout_tui.store import outbox
from workout_tui.sync.columns import Column

Deed = Callable[[Laptop, Session], object]


def first_set(session: Session) -> str:
    return session.exercises[0].performed[0].uid


def finish_again(laptop: Laptop, session: Session) -> None:
    """Open it again, take out a set, finish it: all while one call is under way."""
    laptop.logbook.reopen(session.uid)
    laptop.logbook.remove_set(first_set(session))
    laptop.logbook.finish(session.uid)


DEEDS: dict[str, Deed] = {
    "edited": lambda laptop, session: laptop.logbook.edit_set(first_set(session), done(110, 2)),
    "removed": lambda laptop, session: laptop.logbook.remove_set(first_set(session)),
    "noted": lambda laptop, session: laptop.logbook.note_session(session.uid, "late"),
    "discarded": lambda laptop, session: laptop.logbook.discard(session.uid),
    "finished again": finish_again,
}


@pytest.mark.parametrize("fault", [Fault.NONE, Fault.BEFORE_RESET, Fault.AFTER_RESET])
@pytest.mark.parametrize("sent_before", [False, True], ids=["appended", "edited in its row"])
@pytest.mark.parametrize("deed", DEEDS.values(), ids=DEEDS.keys())
def test_what_happens_while_a_push_is_under_way_reaches_the_sheet(
    laptop: Laptop, cloud: Cloud, deed: Deed, sent_before: bool, fault: Fault
) -> None:
    session = train(laptop, done(100, 5), done(100, 4))
    if sent_before:
        laptop.settle()
        laptop.logbook.edit_set(first_set(session), done(105, 4))
    left = [deed]

    def act(what: str) -> None:
        if what == "batchUpdate" and left:
            left.pop()(laptop, session)

    def strike(is_write: bool) -> Fault:
        # The hands are not asked of a call that never arrives: they act on the read before it.
        if is_write and fault is Fault.BEFORE_RESET and left:
            left.pop()(laptop, session)
        return fault if is_write else Fault.NONE

    cloud.before_call, laptop.fault = act, strike
    laptop.cycle()
    assert not left
    assert outbox.count_due(laptop.store, laptop.sheet_id) == 1, "what was read is acknowledged, not what came since"
    laptop.settle()
    assert_equal(laptop)
    assert reviews(laptop) == []


def test_a_workout_opened_again_while_it_is_sent_says_so_and_then_is_whole(laptop: Laptop, cloud: Cloud) -> None:
    session = train(laptop, done(100, 5))
    left = [True]

    def reopen(what: str) -> None:
        if what == "batchUpdate" and left:
            left.pop()
            laptop.logbook.reopen(session.uid)

    cloud.before_call = reopen
    laptop.cycle()
    laptop.settle()
    assert [cells[Column.STATUS] for _, _, cells in sheet_rows(cloud)] == ["active"]
    laptop.logbook.finish(session.uid)
    laptop.settle()
    assert_equal(laptop)

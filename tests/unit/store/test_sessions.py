"""The rows of sessions: slots, proofs, numbers."""

from __future__ import annotations

import pytest

from tests.unit.store import rows
from workout_tui.errors import InvalidEntry
from workout_tui.model.session import Slot, Status
from workout_tui.store import session_reads, sessions
from workout_tui.store.connection import Store


@pytest.fixture
def log(store: Store) -> tuple[int, int]:
    """A lifter and a template."""
    with store.write():
        lifter = rows.profile(store)
        return lifter, rows.template(store, lifter)


def add(store: Store, log: tuple[int, int], n: int, status: str = "completed") -> int:
    lifter, template = log
    with store.write():
        number = store.value("SELECT count(*) FROM session")
        ended = {} if status == "active" else ENDED
        return rows.session(store, lifter, template, n, uid=f"session {number}", status=status, **ended)


ENDED = {"ended_at": rows.AT + 1000}


def slot(store: Store, n: int) -> Slot:
    return Slot(store.value("SELECT uid FROM template"), n)


class TestSlots:
    def test_d5_no_column_of_a_slot_can_be_null(self, store: Store, log: tuple[int, int]) -> None:
        """Two NULLs are never equal: a unique index over them would let everything through."""
        add(store, log, 1)
        for column in ("profile_id", "template_id", "occurrence"):
            with store.write(), pytest.raises(InvalidEntry, match="refused"):
                store.run(f"UPDATE session SET {column} = NULL")

    def test_one_session_a_slot(self, store: Store, log: tuple[int, int]) -> None:
        add(store, log, 1)
        with pytest.raises(InvalidEntry):
            add(store, log, 1)

    def test_discarded_ones_do_not_hold_it(self, store: Store, log: tuple[int, int]) -> None:
        add(store, log, 1, "discarded")
        add(store, log, 1, "discarded")
        kept = add(store, log, 1)
        found = sessions.in_slot(store, log[0], slot(store, 1))
        assert found is not None
        assert (found.id, found.status) == (kept, Status.COMPLETED)

    def test_of_discarded_ones_the_newest_is_told(self, store: Store, log: tuple[int, int]) -> None:
        add(store, log, 1, "discarded")
        newest = add(store, log, 1, "discarded")
        found = sessions.in_slot(store, log[0], slot(store, 1))
        assert found is not None
        assert (found.id, found.status) == (newest, Status.DISCARDED)

    def test_one_running_session_a_lifter(self, store: Store, log: tuple[int, int]) -> None:
        running = add(store, log, 1, "active")
        with pytest.raises(InvalidEntry):
            add(store, log, 2, "active")
        found = sessions.running(store, log[0])
        assert found is not None
        assert found.id == running


class TestNumbers:
    def test_they_run_on(self, store: Store, log: tuple[int, int]) -> None:
        assert sessions.next_occurrence(store, *log) == 1
        add(store, log, 1)
        add(store, log, 7)
        assert sessions.next_occurrence(store, *log) == 8

    def test_those_of_discarded_ones_are_free(self, store: Store, log: tuple[int, int]) -> None:
        add(store, log, 1)
        add(store, log, 2, "discarded")
        assert sessions.next_occurrence(store, *log) == 2

    def test_a_free_one_is_kept_and_a_taken_one_given_up(self, store: Store, log: tuple[int, int]) -> None:
        discarded = add(store, log, 2, "discarded")
        with store.write():
            sessions.take_free_occurrence(store, discarded)
        assert store.value("SELECT occurrence FROM session WHERE id = ?", (discarded,)) == 2
        add(store, log, 2)
        with store.write():
            sessions.take_free_occurrence(store, discarded)
        assert store.value("SELECT occurrence FROM session WHERE id = ?", (discarded,)) == 3


class TestProof:
    @pytest.fixture
    def running(self, store: Store, log: tuple[int, int]) -> tuple[int, str]:
        session = add(store, log, 1, "active")
        return session, store.value("SELECT uid FROM session WHERE id = ?", (session,))

    def test_it_stands(self, store: Store, log: tuple[int, int], running: tuple[int, str]) -> None:
        assert sessions.proven(store, log[0], slot(store, 1), *running)

    def test_every_part_of_it_counts(self, store: Store, log: tuple[int, int], running: tuple[int, str]) -> None:
        session, uid = running
        lifter = log[0]
        assert not sessions.proven(store, lifter, slot(store, 1), session + 1, uid)
        assert not sessions.proven(store, lifter, slot(store, 1), session, "another uid")
        assert not sessions.proven(store, lifter + 1, slot(store, 1), session, uid)
        assert not sessions.proven(store, lifter, slot(store, 2), session, uid)
        assert not sessions.proven(store, lifter, Slot("another template", 1), session, uid)

    @pytest.mark.parametrize("status", [Status.COMPLETED, Status.DISCARDED])
    def test_only_while_it_runs(
        self, store: Store, log: tuple[int, int], running: tuple[int, str], status: Status
    ) -> None:
        with store.write():
            sessions.set_status(store, running[0], status, rows.AT + 1)
        assert not sessions.proven(store, log[0], slot(store, 1), *running)


class TestReading:
    def test_in_the_order_asked_for_and_without_those_that_are_gone(self, store: Store, log: tuple[int, int]) -> None:
        first, second = add(store, log, 1), add(store, log, 2)
        read = session_reads.several(store, (second, 999, first))
        assert [one.slot.occurrence for one in read] == [2, 1]

    def test_none(self, store: Store) -> None:
        assert session_reads.several(store, ()) == ()

    def test_what_it_was_before_it_was_discarded(self, store: Store, log: tuple[int, int]) -> None:
        session = add(store, log, 1, "active")
        with store.write():
            sessions.set_status(store, session, Status.DISCARDED, rows.AT + 1)
            sessions.set_note(store, session, "typed into a discarded one")
        assert sessions.status_before_discard(store, session) is Status.ACTIVE

"""Files that are damaged, deleted, exchanged or held by another program."""

from __future__ import annotations

from contextlib import closing, suppress
from pathlib import Path

import pytest

from tests.faults import log
from tests.processes import outcomes, start
from workout_tui.errors import StoreBusy, StoreDamaged, StoreReplaced
from workout_tui.store import health
from workout_tui.store.connection import Store

PAGE = 4096


def sealed(path: Path) -> bytes:
    """A log with thirty sets, closed, as bytes."""
    with closing(log.make(path)) as store:
        for n in range(1, 31):
            log.log_set(store, n, "näher " * 40)
    return path.read_bytes()


def read_all(path: Path) -> None:
    """Open a log, read all of it, and write to it."""
    with closing(Store(path)) as store:
        for table in [row[0] for row in store.rows("SELECT name FROM sqlite_schema WHERE type = 'table'")]:
            store.rows(f"SELECT * FROM {table}")
        log.log_set(store, 31)


class TestDamage:
    @pytest.mark.parametrize(
        ("offset", "noise"),
        [
            pytest.param(0, b"\xff" * 100, id="header"),
            pytest.param(0, b"\0" * PAGE, id="first page"),
            pytest.param(16, b"\x12\x34", id="page size"),
            pytest.param(44, b"\0\0\0\x63", id="schema format"),
            pytest.param(100, b"\xa5" * 200, id="schema"),
        ],
    )
    def test_a_damaged_beginning_cannot_be_opened(self, path: Path, offset: int, noise: bytes) -> None:
        whole = sealed(path)
        path.write_bytes(whole[:offset] + noise + whole[offset + len(noise) :])
        before = path.read_bytes()
        with pytest.raises(StoreDamaged, match="cannot be opened: the file is damaged") as caught:
            read_all(path)
        assert not caught.value.recoverable
        assert path.read_bytes() == before

    @pytest.mark.parametrize("length", [50, PAGE // 2, PAGE, PAGE + 1])
    def test_a_log_cut_off_at_its_beginning_is_damaged(self, path: Path, length: int) -> None:
        whole = sealed(path)
        path.write_bytes(whole[:length])
        with pytest.raises(StoreDamaged, match="the file is damaged"):
            read_all(path)

    def test_any_page_that_is_zeroed_is_seen(self, path: Path) -> None:
        whole = sealed(path)
        unseen = []
        for page in range(len(whole) // PAGE):
            path.write_bytes(whole[: page * PAGE] + b"\0" * PAGE + whole[(page + 1) * PAGE :])
            if not health.quick_check(path):
                unseen.append(page)
            with suppress(StoreDamaged):  # nothing else may come of it
                read_all(path)
        assert unseen == []

    def test_any_log_that_is_cut_off_is_seen(self, path: Path) -> None:
        whole = sealed(path)
        for pages in range(1, len(whole) // PAGE):
            path.write_bytes(whole[: pages * PAGE])
            assert health.quick_check(path), pages

    def test_a_damaged_log_is_read_in_its_own_words(self, path: Path) -> None:
        whole = sealed(path)
        with closing(Store(path)) as store:
            root = store.value("SELECT rootpage FROM sqlite_schema WHERE name = 'performed_set'")
        path.write_bytes(whole[: (root - 1) * PAGE] + b"\xa5" * PAGE + whole[root * PAGE :])
        with closing(Store(path)) as store:
            with pytest.raises(StoreDamaged, match="The log cannot be read: the file is damaged"):
                log.logged(store)
            with pytest.raises(StoreDamaged, match="Not saved: the file is damaged") as caught:
                log.log_set(store, 31)
            assert "restore the newest backup" in caught.value.fix


class TestWriteAheadLog:
    """The file and the log beside it are whole together, though the file alone is not."""

    def test_a_program_killed_after_the_first_page_was_moved_loses_nothing(self, path: Path) -> None:
        """A checkpoint moves the first page first: it tells of pages that are not there yet."""
        killed = path.with_name("killed.db")
        log.make(path).close()
        with closing(Store(path)) as store:
            for n in range(1, 41):
                log.log_set(store, n, "x" * 900)
            beside = path.with_name("workout.db-wal").read_bytes()
            whole = path.read_bytes()
        frames = range(32, len(beside), 24 + PAGE)
        newest = [beside[at + 24 :][:PAGE] for at in frames if beside[at : at + 4] == b"\0\0\0\1"][-1]
        assert int.from_bytes(newest[28:32], "big") * PAGE > len(whole)
        killed.write_bytes(newest + whole[PAGE:])
        killed.with_name("killed.db-wal").write_bytes(beside)
        with closing(Store(killed)) as store:
            assert log.logged(store) == log.expected(40)
        assert health.quick_check(killed) == []

    def test_a_log_that_became_empty_is_not_begun_anew_over_its_write_ahead_log(self, path: Path) -> None:
        with closing(log.make(path)) as store:
            log.log_set(store, 1)
            beside = path.with_name("workout.db-wal").read_bytes()
        assert beside
        path.write_bytes(b"")
        path.with_name("workout.db-wal").write_bytes(beside)
        with pytest.raises(StoreDamaged, match=r"is empty, though sets stand beside it in workout\.db-wal"):
            Store(path)
        assert path.with_name("workout.db-wal").read_bytes() == beside


class TestExchange:
    def test_a_deleted_log_takes_no_set(self, path: Path) -> None:
        store = log.make(path)
        log.log_set(store, 1)
        path.unlink()
        with pytest.raises(StoreReplaced, match="Not saved"):
            log.log_set(store, 2)
        store.close()
        assert not path.exists()

    def test_a_log_that_was_exchanged_takes_no_set_and_the_new_one_takes_it_once(self, path: Path) -> None:
        other = path.with_name("other.db")
        log.make(other).close()
        store = log.make(path)
        log.log_set(store, 1)
        other.replace(path)
        with pytest.raises(StoreReplaced):
            log.log_set(store, 2)
        store.close()
        for ending in ("-wal", "-shm"):
            path.with_name(path.name + ending).unlink(missing_ok=True)
        with closing(Store(path)) as again:
            for _ in range(2):
                log.log_set(again, 2)
            assert log.logged(again) == ["set-2"]


HOLD = """
import sys
from pathlib import Path
from workout_tui.store.connection import Store
store = Store(Path(sys.argv[1]))
with store.write():
    print("held", flush=True)
    sys.stdin.readline()
store.close()
"""


def test_a_lock_held_by_another_program_is_told_reads_go_on_and_a_retry_is_one_row(path: Path) -> None:
    log.make(path).close()
    with closing(Store(path, busy_ms=20)) as store:
        log.log_set(store, 1)
        holder = start(HOLD, path)
        assert holder.stdout
        assert holder.stdin
        holder.stdout.readline()
        with pytest.raises(StoreBusy, match="Not saved: another program is using it") as caught:
            log.log_set(store, 2)
        assert caught.value.retryable
        assert log.logged(store) == ["set-1"]
        holder.stdin.write("\n")
        assert outcomes([holder]) == [(0, "", "")]
        for _ in range(2):
            log.log_set(store, 2)
        assert log.logged(store) == ["set-1", "set-2"]


def test_a_program_that_is_killed_while_it_holds_the_lock_gives_it_free(path: Path) -> None:
    with closing(log.make(path)) as store:
        holder = start(HOLD, path)
        assert holder.stdout
        holder.stdout.readline()
        holder.kill()
        outcomes([holder])
        log.log_set(store, 1)
        assert log.logged(store) == ["set-1"]

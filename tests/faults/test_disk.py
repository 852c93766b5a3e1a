"""Disks that are full, failing or read-only: the right words, no false acknowledgement, and a retry that works."""

from __future__ import annotations

import os
import shutil
import signal
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from tests.benchmarks.sync_calls import FEW, MANY, syncs
from tests.faults import log
from tests.processes import ROOT, outcomes, start
from workout_tui.errors import StoreFull
from workout_tui.store import health, migrations
from workout_tui.store.connection import Store
from workout_tui.store.examination import Examination

BIG = "y" * 200_000
"""A note that needs many pages."""


def test_a_full_disk_refuses_and_once_there_is_space_the_same_set_is_one_row(path: Path) -> None:
    acknowledged: list[int] = []

    def log_until_refused(store: Store) -> None:
        for n in range(1, 99):
            log.log_set(store, n, "x" * 500)
            acknowledged.append(n)

    with closing(log.make(path)) as store:
        pages = store.value("PRAGMA page_count")
        store.connection.execute(f"PRAGMA max_page_count = {pages + 1}")
        with pytest.raises(StoreFull, match="Not saved: the disk is full") as caught:
            log_until_refused(store)
        assert caught.value.retryable
        assert acknowledged
        assert not store.connection.in_transaction
        assert log.logged(store) == log.expected(len(acknowledged))

        store.connection.execute("PRAGMA max_page_count = 1000000")
        for _ in range(2):
            log.log_set(store, len(acknowledged) + 1, "x" * 500)
        assert log.logged(store) == log.expected(len(acknowledged) + 1)


OPEN_IN = """
import resource, signal, sys
from pathlib import Path
from workout_tui.errors import WorkoutError
from workout_tui.store.connection import Store
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[2]), resource.RLIM_INFINITY))
try:
    with_it = Store(Path(sys.argv[1]))
    print(with_it.value("PRAGMA user_version"), with_it.value("SELECT count(*) FROM _sqlite_migrations"))
    with_it.close()
except WorkoutError as error:
    print(error)
"""


def test_an_older_log_is_brought_up_to_date_by_one_of_two_programs_once_there_is_space(path: Path) -> None:
    formats = Path(__file__).parents[1] / "unit" / "store" / "formats"
    with closing(sqlite3.connect(path)) as connection:
        connection.executescript((formats / "1.sql").read_text("utf-8"))
    before = path.stat().st_size
    ((code, told, complaints),) = outcomes([start(OPEN_IN, path, 20_000)])
    assert (code, complaints) == (0, "")
    assert told.startswith("The log cannot be opened: the disk refused to write")
    with closing(sqlite3.connect(path)) as connection:
        assert Examination(connection).format() == 1
        assert Examination(connection).integrity() == []
    assert path.stat().st_size == before
    latest = f"{migrations.LATEST} {migrations.LATEST}\n"
    assert outcomes([start(OPEN_IN, path, 10_000_000) for _ in range(2)]) == [(0, latest, "")] * 2


def test_a_limit_on_the_size_of_files_refuses_reads_go_on_and_a_retry_is_one_row(path: Path) -> None:
    log.make(path).close()
    code = f"""
import resource, signal, sys
from pathlib import Path
from tests.faults import log
from workout_tui.errors import StoreUnavailable
from workout_tui.store.connection import Store
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
store = Store(Path(sys.argv[1]), checkpoints=True)
log.log_set(store, 1)
resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, resource.RLIM_INFINITY))
try:
    log.log_set(store, 2, "y" * {len(BIG)})
    print("saved")
except StoreUnavailable as error:
    print(type(error).__name__, error.context["code"], error.message)
print(*log.logged(store), store.connection.in_transaction)
resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
for _ in range(2):
    log.log_set(store, 2, "y" * {len(BIG)})
print(*log.logged(store))
store.close()
"""
    ((exit_code, told, complaints),) = outcomes([start(code, path)])
    assert (exit_code, complaints) == (0, "")
    assert told.splitlines() == [
        "StoreUnavailable SQLITE_IOERR_WRITE"
        " Not saved: the disk refused to write; it may be full, over a quota, or failing.",
        "set-1 False",
        "set-1 set-2",
    ]


LOG_AND_RETRY = """
import sys
from pathlib import Path
from tests.faults import log
from workout_tui.errors import StoreUnavailable
from workout_tui.store.connection import Store
store = Store(Path(sys.argv[1]), checkpoints=True)
for n in range(1, 7):
    for attempt in range(3):
        try:
            log.log_set(store, n)
        except StoreUnavailable as error:
            print("refused", n, type(error).__name__, error.context.get("code"), flush=True)
        else:
            print("saved", n, flush=True)
            break
store.close()
"""


def strace_works() -> bool:
    tracer = shutil.which("strace")
    return tracer is not None and subprocess.run([tracer, "-o", "/dev/null", "true"], check=False).returncode == 0


@pytest.mark.skipif(not strace_works(), reason="no strace here: I/O errors cannot be injected")
@pytest.mark.parametrize(
    ("fault", "code"),
    [
        *[(f"pwrite64:error=EIO:when={which}", "SQLITE_IOERR_WRITE") for which in (2, 5, 9)],
        *[(f"pwrite64:error=ENOSPC:when={which}", "SQLITE_FULL") for which in (2, 5, 9)],
        *[(f"fdatasync:error=EIO:when={which}", "SQLITE_IOERR_FSYNC") for which in (1, 3, 5)],
    ],
)
def test_a_failing_disk_is_told_and_a_retry_is_one_row(path: Path, fault: str, code: str) -> None:
    """One system call fails. What was refused may still be there (L2): the retry must not make it two."""
    log.make(path).close()
    tracer = ["strace", "-f", "-o", "/dev/null", "-P", f"{path}-wal", "-e", f"inject={fault}"]
    ran = subprocess.run(
        [*tracer, sys.executable, "-c", LOG_AND_RETRY, str(path)], cwd=ROOT, capture_output=True, text=True, check=True
    )
    told = [line.split() for line in ran.stdout.splitlines()]
    refused = [line for line in told if line[0] == "refused"]
    assert {line[3] for line in refused} == {code}
    assert [line[1] for line in told if line[0] == "saved"] == list("123456")
    with closing(Store(path)) as store:
        assert log.logged(store) == log.expected(6)
    assert health.quick_check(path) == []


@pytest.mark.skipif(not strace_works(), reason="no strace here: I/O errors cannot be injected")
def test_when_no_sync_works_nothing_is_acknowledged(path: Path) -> None:
    log.make(path).close()
    tracer = ["strace", "-f", "-o", "/dev/null", "-e", "inject=fdatasync,fsync:error=EIO:when=1+"]
    ran = subprocess.run(
        [*tracer, sys.executable, "-c", LOG_AND_RETRY, str(path)], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert "saved" not in ran.stdout
    assert ran.stdout.count("refused 1 StoreUnavailable SQLITE_IOERR_FSYNC") == 3
    with closing(Store(path)) as store:
        stand = log.logged(store)
        for n in range(1, 7):
            log.log_set(store, n)
        assert set(stand) <= set(log.expected(6))
        assert log.logged(store) == log.expected(6)


AS_NOBODY = """
import os, sys, urllib.parse  # which a path asks for late, when this may not read where Python is installed
from contextlib import closing
from pathlib import Path
from tests.faults import log
from workout_tui.errors import StoreUnavailable
from workout_tui.store.connection import Store
if os.getuid() == 0:
    os.setgroups([]); os.setgid(65534); os.setuid(65534)
try:
    with closing(Store(Path(sys.argv[1]))) as store:
        print("opened", len(log.logged(store)))
        log.log_set(store, 1)
        print("saved")
except StoreUnavailable as error:
    print(type(error).__name__, error.message)
"""


@pytest.mark.parametrize(
    ("file_rights", "folder_rights", "told"),
    [
        (0o444, 0o555, ["StoreReadOnly The log cannot be opened: the file or its folder is read-only."]),
        (0o666, 0o555, ["StoreReadOnly The log cannot be opened: the file or its folder is read-only."]),
        (0o444, 0o777, ["opened 0", "StoreReadOnly Not saved: the file or its folder is read-only."]),
        (0o666, 0o000, ["StoreReadOnly The log cannot be opened: the rights of the file or its folder forbid it."]),
        (0o000, 0o777, ["StoreUnavailable The log cannot be opened: the file is missing or may not be opened."]),
    ],
)
def test_missing_rights_are_told(tmp_path: Path, file_rights: int, folder_rights: int, told: list[str]) -> None:
    folder = tmp_path / "data"
    folder.mkdir()
    path = folder / "workout.db"
    log.make(path).close()
    if os.getuid() == 0:  # root ignores rights, so somebody else must try, and be let in as far as here
        for one in (tmp_path, *tmp_path.parents):
            if not one.stat().st_mode & 0o001:  # stays so: other workers of this run may be on their way through
                one.chmod(one.stat().st_mode | 0o011)
    path.chmod(file_rights)
    folder.chmod(folder_rights)
    try:
        assert outcomes([start(AS_NOBODY, path)]) == [(0, "\n".join([*told, ""]), "")]
    finally:
        folder.chmod(0o755)
        path.chmod(0o644)
    with closing(Store(path)) as store:
        log.log_set(store, 1)
        assert log.logged(store) == ["set-1"]


def test_a_program_that_is_killed_while_the_disk_is_full_loses_nothing_acknowledged(path: Path) -> None:
    log.make(path).close()
    code = """
import os, resource, signal, sys
from pathlib import Path
from tests.faults import log
from workout_tui.errors import StoreUnavailable
from workout_tui.store.connection import Store
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
store = Store(Path(sys.argv[1]), checkpoints=True)
resource.setrlimit(resource.RLIMIT_FSIZE, (300_000, 300_000))
try:
    for n in range(1, 99):
        log.log_set(store, n, "y" * 5000)
        print(n, flush=True)
except StoreUnavailable:
    os.kill(os.getpid(), signal.SIGKILL)
"""
    ((exit_code, told, _),) = outcomes([start(code, path)])
    assert exit_code == -signal.SIGKILL
    acknowledged = len(told.split())
    assert 0 < acknowledged < 98
    with closing(Store(path)) as store:
        assert log.logged(store)[:acknowledged] == log.expected(acknowledged)
        assert len(log.logged(store)) <= acknowledged + 1
    assert health.quick_check(path) == []


@pytest.mark.skipif(not strace_works(), reason="no strace here: system calls cannot be counted")
def test_a_set_costs_one_sync_no_more_and_no_less(tmp_path: Path) -> None:
    few, many = (syncs(tmp_path, commits) for commits in (FEW, MANY))
    assert many - few == MANY - FEW

"""One running interface for each folder: with real processes."""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from workout_tui.clock import SystemClock
from workout_tui.errors import StoreUnavailable
from workout_tui.lock import Holder, Lock

# Holds the lock; each line it is sent is a tick at which it looks for a request.
OWNER = """
import sys
from pathlib import Path
from workout_tui.clock import SystemClock
from workout_tui.lock import Lock
lock = Lock(Path(sys.argv[1]), SystemClock())
print(lock.acquire(), flush=True)
for tick in sys.stdin:
    if lock.asked_to_step_down():
        lock.release()
        print("stepped down", flush=True)
    else:
        print("stays", flush=True)
"""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "workout.lock"


@contextmanager
def owner(path: Path) -> Iterator[subprocess.Popen[str]]:
    command = [sys.executable, "-c", OWNER, str(path)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "True\n"
        try:
            yield process
        finally:
            process.kill()


def tick(process: subprocess.Popen[str]) -> str:
    assert process.stdin is not None
    assert process.stdout is not None
    process.stdin.write("\n")
    process.stdin.flush()
    return process.stdout.readline().strip()


def test_only_one_process_holds_it_and_says_who_it_is(path: Path) -> None:
    before = SystemClock().now()
    with owner(path) as process:
        lock = Lock(path, SystemClock())
        assert not lock.acquire()
        assert not lock.held
        holder = lock.holder()
        assert holder is not None
        assert holder.pid == process.pid
        assert before <= holder.since <= SystemClock().now()


def test_kill_9_frees_it(path: Path) -> None:
    with owner(path) as process:
        os.kill(process.pid, signal.SIGKILL)
        process.wait()
        lock = Lock(path, SystemClock())
        assert lock.acquire()
        assert lock.holder() == Holder(os.getpid(), lock.holder().since)  # type: ignore[union-attr]
        lock.release()


def test_the_owner_steps_down_when_asked(path: Path) -> None:
    with owner(path) as process:
        assert tick(process) == "stays"
        answers: list[str] = []
        lock = Lock(path, SystemClock())
        assert lock.take_over(wait=lambda _: answers.append(tick(process)))
        assert answers == ["stepped down"]
        assert lock.held
        assert not lock.asked_to_step_down(), "the request was for the owner before"
        lock.release()


def test_a_deaf_owner_keeps_it(path: Path) -> None:
    with owner(path) as process:
        lock = Lock(path, SystemClock())
        assert not lock.take_over(patience_s=0.0)
        assert tick(process) == "stays", "the request was withdrawn"


def test_a_request_left_behind_does_not_unseat_the_next_owner(path: Path) -> None:
    Lock(path, SystemClock()).ask()
    lock = Lock(path, SystemClock())
    assert lock.acquire()
    assert not lock.asked_to_step_down()
    lock.release()


def test_it_can_be_taken_again_after_release(path: Path) -> None:
    first, second = Lock(path, SystemClock()), Lock(path, SystemClock())
    assert first.acquire()
    assert first.acquire()
    assert not second.acquire()
    first.release()
    first.release()
    assert second.acquire()
    second.release()


def test_an_unsigned_lock_has_no_holder_to_name(path: Path) -> None:
    lock = Lock(path, SystemClock())
    assert lock.holder() is None
    for text in ("", "[]", '{"pid": "x"}', "{"):
        path.write_text(text)
        assert lock.holder() is None


def test_a_missing_folder_is_refused_in_words(tmp_path: Path) -> None:
    lock = Lock(tmp_path / "missing" / "workout.lock", SystemClock())
    with pytest.raises(StoreUnavailable, match="cannot be used"):
        lock.acquire()
    with pytest.raises(StoreUnavailable, match="cannot be used"):
        lock.ask()

"""The program's own records."""

import json
import stat
from collections.abc import Iterator
from pathlib import Path

import pytest

from workout_tui.clock import SystemClock
from workout_tui.errors import InvalidEntry, StoreBusy
from workout_tui.logs import Log


class _Noon(SystemClock):
    def now(self) -> int:
        return 1_727_179_200_250


@pytest.fixture
def log(tmp_path: Path) -> Iterator[Log]:
    log = Log(tmp_path / "workout.log", _Noon())
    yield log
    log.close()


def _lines(log: Log) -> list[dict[str, object]]:
    return [json.loads(line) for line in log.path.read_text().splitlines()]


def test_one_object_a_line(log: Log) -> None:
    log.event("log_sets", duration_ms=1.5, session="0192-ab", count=3)
    log.event("finish")
    first, second = _lines(log)
    del first["pid"], second["pid"]
    assert first == {
        "time": "2024-09-24T12:00:00.250+00:00", "level": "info", "operation": "log_sets",
        "duration_ms": 1.5, "session": "0192-ab", "count": 3,
    }  # fmt: skip
    assert second["operation"] == "finish"


def test_a_failure_names_its_kind_and_context(log: Log) -> None:
    log.failure("log_sets", StoreBusy("busy", "wait", code="SQLITE_BUSY"), session="s-1")
    (record,) = _lines(log)
    assert (record["level"], record["error"], record["code"], record["session"]) == (
        "error", "StoreBusy", "SQLITE_BUSY", "s-1",
    )  # fmt: skip
    assert "trace" not in record


def test_content_never_goes_out(log: Log) -> None:
    secret = "bench 142.5 felt awful"
    log.event(secret, note=secret, session=secret, count="142.5", constraint=secret, title=secret)
    log.failure("save", InvalidEntry(secret, secret, field="reps", text=secret))
    log.failure("save", ValueError(secret))
    text = log.path.read_text()
    assert "142" not in text
    assert "awful" not in text
    assert "(withheld)" in text


def test_an_unforeseen_error_is_recorded_with_where_it_arose(log: Log) -> None:
    try:
        try:
            json.loads("{")
        except ValueError as error:
            raise RuntimeError("words") from error
    except RuntimeError as error:
        log.failure("start", error)
    trace = _lines(log)[0]["trace"]
    assert isinstance(trace, list)
    assert any(line.startswith("test_logs.py:") for line in trace)
    assert {"RuntimeError", "JSONDecodeError"} <= set(trace)


def test_a_constraints_name_goes_out(log: Log) -> None:
    log.failure("save", InvalidEntry("no", constraint="UNIQUE constraint failed: performed_set.uid"))
    assert _lines(log)[0]["constraint"] == "UNIQUE constraint failed: performed_set.uid"


def test_the_file_is_for_its_owner_only_and_made_with_the_first_record(log: Log) -> None:
    assert not log.path.exists()
    log.event("start")
    assert stat.S_IMODE(log.path.stat().st_mode) == 0o600


def test_it_starts_a_new_file_when_one_is_full(tmp_path: Path) -> None:
    log = Log(tmp_path / "workout.log", _Noon(), max_bytes=400, keep=2)
    for _ in range(20):
        log.event("tick")
    log.close()
    assert sorted(one.name for one in tmp_path.iterdir()) == ["workout.log", "workout.log.1", "workout.log.2"]
    assert all(one.stat().st_size <= 400 and stat.S_IMODE(one.stat().st_mode) == 0o600 for one in tmp_path.iterdir())


def test_a_log_that_cannot_be_written_disturbs_nobody(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    log = Log(tmp_path / "missing" / "workout.log", _Noon())
    log.event("start")
    log.failure("save", RuntimeError("x"))
    assert log.lost == 2
    assert capfd.readouterr() == ("", "")
    log.path.parent.mkdir()
    log.event("again")
    assert len(_lines(log)) == 1
    log.close()

"""The program's own records."""

import json
import logging
import stat
from collections.abc import Iterator
from pathlib import Path

import pytest

from workout_tui.clock import SystemClock
from workout_tui.errors import StoreFull
from workout_tui.logs import Log

_speaker = logging.getLogger("workout_tui.test")


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
    _speaker.info("saved", extra={"operation": "log_sets", "duration_ms": 1.5, "session": "0192-ab", "count": 3})
    _speaker.info("finish", extra={"operation": "move sets"})
    _speaker.info("quit")
    first, second, third = _lines(log)
    assert isinstance(first.pop("pid"), int)
    assert first == {
        "time": "2024-09-24T12:00:00.250+00:00",
        "level": "info", "part": "test", "operation": "log_sets", "duration_ms": 1.5, "session": "0192-ab", "count": 3,
    }  # fmt: skip
    assert (second["operation"], third["operation"]) == ("move sets", "quit")


def test_a_refusal_goes_out_with_its_context(log: Log) -> None:
    _speaker.warning(
        "refused",
        extra={
            "operation": "save",
            "error": "StoreBusy",
            "retryable": True,
            "context": {"code": "SQLITE_BUSY", "x": "y"},
        },
    )
    (record,) = _lines(log)
    assert (record["level"], record["error"], record["code"], record["retryable"]) == (
        "warning", "StoreBusy", "SQLITE_BUSY", True,
    )  # fmt: skip
    assert "x" not in record


def test_whoever_has_the_log_at_hand_may_speak_to_it(log: Log) -> None:
    log.event("open", duration_ms=2)
    log.failure("save", StoreFull("full", "free some", code="SQLITE_FULL"), session="s-1")
    log.failure("thread", ValueError("secret"), screen="home")
    done, refused, crashed = _lines(log)
    assert (done["operation"], done["duration_ms"]) == ("open", 2)
    assert (refused["error"], refused["code"], refused["session"]) == ("StoreFull", "SQLITE_FULL", "s-1")
    assert (crashed["error"], crashed["trace"], crashed["screen"]) == ("ValueError", ["ValueError"], "home")
    assert (done["level"], refused["level"], crashed["level"]) == ("info", "warning", "error")


def test_content_never_goes_out(log: Log) -> None:
    secret = "bench 142.5 felt awful"
    _speaker.info(
        secret, extra={"note": secret, "session": secret, "count": "142.5", "constraint": secret, "title": secret}
    )
    _speaker.info("set %s", secret, extra={"context": {"field": secret, "text": secret}})
    _speaker.info("set", extra={"context": secret})
    _speaker.error("crashed", exc_info=ValueError(secret))
    text = log.path.read_text()
    assert len(text.splitlines()) == 4
    assert "142" not in text
    assert "awful" not in text
    assert "(withheld)" in text


def test_an_unforeseen_error_is_recorded_with_where_it_arose(log: Log) -> None:
    try:
        try:
            json.loads("{")
        except ValueError as error:
            raise RuntimeError("words") from error
    except RuntimeError:
        _speaker.exception("crashed")
    (record,) = _lines(log)
    trace = record["trace"]
    assert isinstance(trace, list)
    assert any(line.startswith("test_logs.py:") for line in trace)
    assert {"RuntimeError", "JSONDecodeError"} <= set(trace)
    assert record["error"] == "RuntimeError"


def test_a_constraints_name_goes_out(log: Log) -> None:
    _speaker.warning("refused", extra={"constraint": "UNIQUE constraint failed: performed_set.uid"})
    assert _lines(log)[0]["constraint"] == "UNIQUE constraint failed: performed_set.uid"


def test_the_file_is_for_its_owner_only_and_made_with_the_first_record(log: Log) -> None:
    assert not log.path.exists()
    _speaker.info("start")
    assert stat.S_IMODE(log.path.stat().st_mode) == 0o600


def test_after_closing_nothing_is_written(log: Log) -> None:
    _speaker.info("start")
    log.close()
    _speaker.info("late")
    assert len(_lines(log)) == 1


def test_it_starts_a_new_file_when_one_is_full(tmp_path: Path) -> None:
    log = Log(tmp_path / "workout.log", _Noon(), max_bytes=400, keep=2)
    for _ in range(20):
        _speaker.info("tick")
    log.close()
    assert sorted(one.name for one in tmp_path.iterdir()) == ["workout.log", "workout.log.1", "workout.log.2"]
    assert all(one.stat().st_size <= 400 and stat.S_IMODE(one.stat().st_mode) == 0o600 for one in tmp_path.iterdir())


def test_a_log_that_cannot_be_written_disturbs_nobody(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    log = Log(tmp_path / "missing" / "workout.log", _Noon())
    _speaker.info("start")
    _speaker.error("crashed", exc_info=RuntimeError("x"))
    assert log.lost == 2
    assert capfd.readouterr() == ("", "")
    log.path.parent.mkdir()
    _speaker.info("again")
    assert len(_lines(log)) == 1
    log.close()

"""The structured records of acts: ids, durations and kinds of errors, never what was typed."""

from __future__ import annotations

import logging
from collections.abc import Callable

import pytest

from tests.support import Gym, amend, done
from workout_tui.errors import NotFound

Records = Callable[[], list[logging.LogRecord]]


@pytest.fixture
def records(caplog: pytest.LogCaptureFixture) -> Records:
    caplog.set_level(logging.INFO, "workout_tui.logbook")
    return lambda: caplog.records


def test_an_act_is_recorded_with_its_duration_and_session(gym: Gym, records: Records) -> None:
    session = gym.log(gym.start(gym.push()))
    last = records()[-1]
    assert (last.__dict__["operation"], last.__dict__["session"]) == ("log sets", session.uid)
    assert last.__dict__["duration_ms"] >= 0


def test_a_refusal_is_recorded_with_its_kind_and_context(gym: Gym, records: Records) -> None:
    with pytest.raises(NotFound):
        gym.logbook.skip("no such set")
    last = records()[-1]
    assert (last.levelno, last.__dict__["operation"], last.__dict__["error"]) == (
        logging.WARNING,
        "skip set",
        "NotFound",
    )
    assert last.__dict__["context"] == {"planned": "no such set"}


def test_content_is_never_recorded(gym: Gym, records: Records) -> None:
    session = gym.start(gym.template("Secret template", gym.planned("Secret exercise")))
    session = gym.logbook.note_session(session.uid, "secret note")
    session = gym.log(session, done(123.5, 7))
    amend(gym.logbook, session.uid, title="secret title")
    gym.logbook.finish(session.uid)
    told = " ".join(str(record.__dict__) for record in records())
    assert "log sets" in told
    assert "ecret" not in told
    assert "123" not in "".join(str(record.__dict__.get("context")) for record in records())

"""The commands about the sheet, over real HTTP to the look-alike."""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest

from tests.support import Gym, done
from tests.sync import here
from tests.unit.cli.conftest import RUN, gym, home, run
from workout_tui.cli import connecting, questions
from workout_tui.clock import SystemClock
from workout_tui.loopback.faults import Ending, Fault, When
from workout_tui.loopback.server import Server
from workout_tui.paths import Paths
from workout_tui.sync import key, sending

__all__ = ["gym", "home", "run"]


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Iterator[Server]:
    monkeypatch.setattr(sending, "_PACE_S", 0.0)
    monkeypatch.setattr(sending, "_READ_WAITS_S", ())
    with here.server() as one:
        monkeypatch.setenv("WORKOUT_SHEET_API", one.url)
        yield one


@pytest.fixture
def key_file(server: Server, tmp_path: Path) -> Path:
    file = tmp_path / "my key.json"
    file.write_text(here.key_text(server))
    return file


def connect(run: RUN, key_file: Path) -> None:
    ran = run("connect", "--key", str(key_file), "--spreadsheet", here.BOOK, "--yes")
    assert (ran.code, ran.err) == (0, "")


def test_connect_tells_each_step_and_check_proves_them_again(gym: Gym, run: RUN, key_file: Path) -> None:
    link = f"https://docs.google.com/spreadsheets/d/{here.BOOK}/edit#gid=0"
    ran = run("connect", "--key", str(key_file), "--spreadsheet", link, "--yes")
    assert ran.out.splitlines() == [
        "✓ The key of a signed-in user is whole.",
        "✓ The account can open “Training log”.",
        "✓ The log’s tab was made.",
        "✓ Every column was found by its header.",
        "✓ The account may edit.",
        "✓ Connected. Finished workouts go there by themselves, each set once.",
    ]
    assert ran.code == 0
    checked = run("connect", "--check", "--json")
    assert checked.code == 0
    assert [step["done"] for step in json.loads(checked.out)] == [True] * 5


def test_connect_tells_how_much_there_is_to_send(gym: Gym, run: RUN, key_file: Path) -> None:
    push = gym.push()
    for count, words in ((1, "1 finished workout goes there"), (2, "2 finished workouts go there")):
        gym.trained(push, done(100, 5))
        ran = run("connect", "--key", str(key_file), "--spreadsheet", here.BOOK, "--yes")
        assert f"✓ Connected. {words} by themselves while" in ran.out, count


def test_a_step_that_fails_is_told_with_its_fix(gym: Gym, run: RUN, key_file: Path, server: Server) -> None:
    server.service.api.closed.add(here.BOOK)
    ran = run("connect", "--key", str(key_file), "--spreadsheet", here.BOOK, "--yes")
    assert ran.code == 1
    assert "✗ Google says this account may not edit the sheet. In Google Sheets: Share" in ran.out
    assert run("connect", "--check").out == "✗ No sheet is connected. “workout connect” connects one.\n"


def test_what_passes_is_said_to_pass_only_where_it_is_tried_again(
    gym: Gym, run: RUN, key_file: Path, server: Server
) -> None:
    connect(run, key_file)
    fail = partial(server.service.faults.add, Fault(status=503))
    fail()
    assert run("connect", "--check").out.endswith("✗ Google’s server failed (503). Try again in a minute.\n")
    fail()
    assert "(503). Try again in a minute." in run("pull").err
    server.service.faults.add(Fault(When.AFTER, Ending.RESET))
    assert "was lost. Try again in a minute: nothing is done twice." in run("verify").err


def test_what_is_wrong_with_key_and_link_is_said_before_anything_is_sent(
    gym: Gym, run: RUN, tmp_path: Path, key_file: Path, server: Server
) -> None:
    (tmp_path / "client.json").write_text('{"installed": {}}')
    assert "OAuth client" in run("connect", "--key", str(tmp_path / "client.json"), "--spreadsheet", here.BOOK).err
    assert "link of a folder" in run("connect", "--key", str(key_file), "--spreadsheet", "https://x.y/folders/1").err
    assert "A key is needed." in run("connect").err
    assert "A spreadsheet is needed." in run("connect", "--key", str(key_file)).err
    assert server.service.log == []


def test_connect_asks_for_what_it_needs(
    gym: Gym, run: RUN, key_file: Path, server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    typed = iter(["nowhere.json", f"'{key_file}'", "a link", here.BOOK, ""])
    asked: list[str] = []
    monkeypatch.setattr(questions, "can_ask", lambda: True)

    def ask(words: str) -> str:
        asked.append(words)
        return next(typed)

    monkeypatch.setattr(questions, "typed", ask)
    server.service.api.closed.add(here.BOOK)
    told = connecting._told

    def share_then(*arguments: object, **more: object) -> int:
        code = told(*arguments, **more)  # type: ignore[arg-type]
        server.service.api.closed.clear()  # the lifter shares the sheet, and presses enter
        return code

    monkeypatch.setattr(connecting, "_told", share_then)
    ran = run("connect")
    assert ran.code == 0
    assert "cannot be read" in ran.out
    assert "neither the link nor the id" in ran.out
    assert "✗ Google says" in ran.out
    assert ran.out.splitlines()[-1].startswith("✓ Connected.")
    assert [words.split(":")[0] for words in asked] == [
        "The key file", "The key file", "The link of the spreadsheet", "The link of the spreadsheet",
        "Enter tries again, q ends. ",
    ]  # fmt: skip


def test_another_sheet_and_no_sheet_want_a_yes(gym: Gym, run: RUN, key_file: Path, server: Server) -> None:
    connect(run, key_file)
    server.service.api.create("another-log-of-the-tests", "Another log")
    again = ("connect", "--key", str(key_file), "--spreadsheet", "another-log-of-the-tests")
    assert "Add --yes." in run(*again).err
    assert "Add --yes." in run("connect", "--disconnect").err
    assert run(*again, "--yes").code == 0
    assert "The key is forgotten." in run("connect", "--disconnect", "--yes").out
    assert key.kept(Paths.of(), gym.logbook.lifter.uid) is None


def test_sync_sends_what_is_due_and_then_nothing(gym: Gym, run: RUN, key_file: Path, server: Server) -> None:
    connect(run, key_file)
    gym.trained(gym.push(), done(100, 5), done(100, 5), done(100, 4))
    ran = run("sync")
    assert (ran.code, ran.out) == (0, "1 workout sent to “Training log”: 3 rows, checked.\n")
    assert len(here.rows(server)) == 3
    before = len(server.service.log)
    assert run("sync").out == "Everything is in “Training log”.\n"
    assert len(server.service.log) == before, "nothing due: not one call"
    assert run("verify").code == 0


def test_sync_says_why_it_could_not_and_loses_nothing(gym: Gym, run: RUN, key_file: Path, server: Server) -> None:
    connect(run, key_file)
    gym.trained(gym.push(), done(100, 5))
    server.service.faults.add(Fault(status=403))
    ran = run("sync", "--json")
    found = json.loads(ran.out)
    assert (ran.code, found["left"], found["rows"]) == (1, 1, 0)
    assert "may not edit" in found["problem"]["words"]
    server.service.faults.add(Fault(status=503, fits=":batchUpdate"))
    assert "Google’s server failed (503)." in run("sync").out
    server.close()
    assert "There is no connection to Google." in run("sync").out


def test_a_lost_answer_is_told_and_settled_by_its_receipt(gym: Gym, run: RUN, key_file: Path, server: Server) -> None:
    connect(run, key_file)
    gym.trained(gym.push(), done(100, 5))
    server.service.faults.add(Fault(When.AFTER, Ending.RESET, fits=":batchUpdate"))
    ran = run("sync")
    assert ran.code == 1
    assert "The answer to a request was lost." in ran.out
    assert run("sync").code == 0
    assert len(here.rows(server)) == 1
    assert run("verify").code == 0


def test_without_a_sheet_sync_says_how_to_get_one(gym: Gym, run: RUN) -> None:
    ran = run("sync")
    assert (ran.code, ran.err) == (1, "workout: Ann has no sheet yet. “workout connect” connects one.\n")


def test_beside_a_program_that_sends_sync_steps_back(gym: Gym, run: RUN, key_file: Path) -> None:
    from workout_tui.lock import Lock

    connect(run, key_file)
    gym.trained(gym.push(), done(100, 5))
    other = Lock(Paths.of().sync_lock, SystemClock())
    assert other.acquire()
    ran = run("sync")
    other.release()
    assert ran.code == 1
    assert "is sending just now" in ran.out


def sheet_check(run: RUN) -> tuple[str, str]:
    """What the doctor says of the sheet."""
    found = {one["check"]: one for one in json.loads(run("doctor", "--json").out)}
    return found["sheet"]["state"], found["sheet"]["words"]


def test_the_doctor_knows_how_the_sheet_stands(
    gym: Gym, run: RUN, key_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("WORKOUT_SHEET_API")
    assert sheet_check(run) == ("ok", "none is connected")


def test_the_doctor_tells_what_deserves_a_look(gym: Gym, run: RUN, key_file: Path, server: Server) -> None:
    connect(run, key_file)
    state, words = sheet_check(run)
    assert state == "notice"
    assert words.startswith("Ann, “Training log”: everything is in it.")
    assert f"spoken to at {server.url}" in words
    gym.clock.at -= 5 * 86_400_000
    gym.trained(gym.push(), done(100, 5))
    server.service.faults.add(Fault(When.AFTER, Ending.RESET, fits=":batchUpdate"))
    run("sync")
    path = Paths.of().key(gym.logbook.lifter.uid)
    path.chmod(0o644)
    state, words = sheet_check(run)
    assert state == "notice"
    assert "1 workout waiting" in words
    assert "have been waiting" not in words, "there was no sheet five days ago"
    with gym.store.write():
        gym.store.run("UPDATE sheet SET connected_at = connected_at - ?", (6 * 86_400_000,))
    _, words = sheet_check(run)
    assert "have been waiting for 5 days" in words
    assert "not known yet" in words
    assert "in three days 2 requests, 0 rows written, 1 failed try." in words
    assert f"Others on this machine may read {path}" in words
    path.unlink()
    assert "is not here" in sheet_check(run)[1]
    path.write_text("{")
    assert sheet_check(run)[0] == "fault"


def test_a_log_that_moved_sends_the_rest_only_when_told_so(gym: Gym, run: RUN, key_file: Path, server: Server) -> None:
    connect(run, key_file)
    gym.trained(gym.push(), done(100, 5))
    run("sync")
    gym.trained(gym.push(), done(105, 5))
    (Paths.of().config / "device").unlink()  # another laptop has another id
    gym.start(gym.push())
    run("log", "110x5")
    run("finish", "--sure")
    run("sync")
    assert [row[6] for row in here.rows(server)] == [100, 110], "what the other laptop logged is its own to send"
    assert "Add --yes." in run("connect", "--moved").err
    assert run("connect", "--moved", "--yes").code == 0
    assert run("sync").code == 0
    assert [row[6] for row in here.rows(server)] == [100, 110, 105]
    assert run("verify").code == 0

"""The script that proves assumptions on a real account: here it runs against the look-alike, and sees what breaks."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests import live
from tests.sync import here
from workout_tui.loopback import batch
from workout_tui.loopback.faults import Fault
from workout_tui.loopback.hands import Hands
from workout_tui.loopback.server import Server


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Iterator[Server]:
    with here.server() as one:
        monkeypatch.setenv("WORKOUT_SHEET_API", one.url)
        yield one


@pytest.fixture
def arguments(server: Server, tmp_path: Path) -> list[str]:
    path = tmp_path / "key.json"
    path.write_text(here.key_text(server), "utf-8")
    return ["--key", str(path), "--spreadsheet", here.BOOK]


def titles(server: Server) -> list[str]:
    return [tab.title for tab in server.service.api.books[here.BOOK].tabs]


def test_the_look_alike_keeps_every_assumption_and_nothing_is_left_behind(
    server: Server, arguments: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    before = titles(server)
    code = live.main(arguments)
    told = capsys.readouterr().out.splitlines()
    assert (code, told[-1]) == (0, "all hold"), told
    assert len([line for line in told if line.startswith("✓")]) == len(live.CHECKS)
    assert titles(server) == before


def test_what_does_not_hold_is_named_and_the_tabs_are_deleted_all_the_same(
    server: Server, arguments: list[str], capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    before = titles(server)
    monkeypatch.setitem(batch._REQUESTS, "appendCells", lambda _book, _body: {})
    code = live.main(arguments)
    told = capsys.readouterr().out.splitlines()
    failed = [line[2:13] for line in told if line.startswith("✗")]
    assert (code, failed, told[-1]) == (1, ["appendCells", "appendCells", "A protectio"], "3 do not hold")
    assert titles(server) == before


def test_a_call_that_fails_ends_its_check_and_not_the_others(
    server: Server, arguments: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    server.service.faults.add(Fault(status=503, fits="batchGetByDataFilter"))
    assert live.main(arguments) == 1
    told = capsys.readouterr().out
    assert "1 do not hold" in told
    assert "503" in told


def test_a_spreadsheet_that_is_not_shared_is_told_in_words(
    server: Server, arguments: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    Hands(server.service.api, here.BOOK).share(shared=False)
    assert live.main(arguments) == 1
    assert capsys.readouterr().out.startswith("✗ Google says this account may not edit the sheet.")

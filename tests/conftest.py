"""Options for the long runs, whose defaults are quick enough for every commit; and goldens.

A golden is a picture of a screen in plain text: compared, and on demand written anew.
"""

from __future__ import annotations

import gc
import os
import socket
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from tests.support import end_programs

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

pytest.register_assert_rewrite("tests.machine.checks", "tests.machine.life")

_HERE = frozenset({"127.0.0.1", "::1", "localhost"})

GOLDENS = Path(__file__).parent / "screens" / "goldens"


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--machine-runs", type=int, default=0, help="random lives of the log beside the fixed ones")
    parser.addoption("--kills", type=int, default=25, help="how often the running program is killed")
    parser.addoption("--update-goldens", action="store_true", help="write the goldens anew; then look at the diff")


def pytest_xdist_auto_num_workers() -> int:
    """One worker more than cores: some tests wait for other programs, and others can run meanwhile."""
    return (os.cpu_count() or 1) + 1


def pytest_collection_finish() -> None:
    """What was imported stays: looking through it for garbage took a fifth of a test of a screen."""
    gc.freeze()
    gc.set_threshold(20_000, 50, 100)


@pytest.fixture(autouse=True)
def no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    """Fail a test that connects to anything beyond this machine."""
    connect, connect_ex = socket.socket.connect, socket.socket.connect_ex

    def refuse_far(one: socket.socket, address: Any) -> None:
        if one.family in {socket.AF_INET, socket.AF_INET6} and address[0] not in _HERE:
            pytest.fail(f"a test connects to {address}", pytrace=True)

    def guarded(one: socket.socket, address: Any) -> None:
        refuse_far(one, address)
        connect(one, address)

    def guarded_ex(one: socket.socket, address: Any) -> int:
        refuse_far(one, address)
        return connect_ex(one, address)

    monkeypatch.setattr(socket.socket, "connect", guarded)
    monkeypatch.setattr(socket.socket, "connect_ex", guarded_ex)


@pytest.fixture(autouse=True)
def ended_programs() -> Iterator[None]:
    yield
    end_programs()


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Callable[[str, str], None]:
    """Compare a text with the golden of this name."""

    def compare(name: str, text: str) -> None:
        path = GOLDENS / f"{name}.txt"
        if request.config.getoption("--update-goldens"):
            path.parent.mkdir(exist_ok=True)
            path.write_text(text, "utf-8")
        assert path.exists(), f"no golden {name}: run with --update-goldens and look at it"
        assert text == path.read_text("utf-8")

    return compare

"""Options for the long runs: the defaults are quick enough for every commit."""

import pytest

pytest.register_assert_rewrite("tests.machine.checks", "tests.machine.life")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--machine-runs", type=int, default=0, help="random lives of the log beside the fixed ones")
    parser.addoption("--kills", type=int, default=25, help="how often the running program is killed")

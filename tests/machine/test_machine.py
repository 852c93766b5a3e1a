"""The whole log against a reference of plain dictionaries, over random lives; and proof that the machine can see."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis.stateful import run_state_machine_as_test

from tests.machine import mutants
from tests.machine.life import make_world
from tests.machine.machine import Lives

ALL = (Phase.generate, Phase.shrink)
CALM = settings(
    max_examples=100,
    stateful_step_count=25,
    deadline=None,
    database=None,
    derandomize=True,
    phases=(Phase.generate,),  # the shortest life that fails takes minutes to find: --machine-runs looks for it
    suppress_health_check=list(HealthCheck),
)


@pytest.fixture(scope="module", autouse=True)
def world(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    logging.disable()  # ten thousand refusals would be shown with a failure
    Lives.world = make_world(tmp_path_factory.mktemp("world"))
    yield
    logging.disable(logging.NOTSET)


def test_in_every_life_each_acknowledged_set_stands_exactly_once() -> None:
    run_state_machine_as_test(Lives, settings=CALM)


def test_in_new_lives_too(request: pytest.FixtureRequest) -> None:
    """As many as asked for, and other ones each time; of one that fails the shortest form is shown."""
    runs: int = request.config.getoption("--machine-runs")
    if not runs:
        pytest.skip("asked for with --machine-runs")
    run_state_machine_as_test(Lives, settings=settings(CALM, max_examples=runs, derandomize=False, phases=ALL))


@pytest.mark.parametrize(
    ("mutate", "seen"),
    [(mutants.append, "logged twice"), (mutants.conflict_on_place, "acknowledged sets were lost")],
    ids=["append", "conflict on place"],
)
def test_a_way_of_saving_that_loses_or_doubles_is_seen(
    mutate: Callable[[pytest.MonkeyPatch], None], seen: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    mutate(monkeypatch)
    with pytest.raises(AssertionError, match=seen):
        run_state_machine_as_test(Lives, settings=CALM)

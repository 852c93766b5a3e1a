"""When a sheet is looked at again."""

from __future__ import annotations

import random

import pytest

from workout_tui.sync.pacing import LONGEST_S, PERIOD_S, Outcome, Rota
from workout_tui.sync.state import Phase

GOOD = Outcome(Phase.IDLE)
FAILED = Outcome(Phase.IDLE, failed=True)
OFFLINE = Outcome(Phase.OFFLINE)
NEEDS_USER = Outcome(Phase.NEEDS_USER)


@pytest.fixture
def rota() -> Rota:
    return Rota(random.Random(7))


def test_a_sheet_nobody_looked_at_yet_is_looked_at_now(rota: Rota) -> None:
    assert rota.ready(1, 0.0)
    assert rota.wait(0.0, [1]) == PERIOD_S, "nothing is known of it but that its turn was just now"


def test_when_all_is_well_a_sheet_is_looked_at_every_five_minutes(rota: Rota) -> None:
    assert rota.keep(1, GOOD, 100.0) == PERIOD_S
    assert not rota.ready(1, 399.0)
    assert rota.wait(399.0, [1]) == 1.0
    assert rota.ready(1, 400.0)


def test_something_new_to_send_goes_at_once_unless_something_stands_against_it(rota: Rota) -> None:
    for sheet_id, outcome in enumerate((GOOD, Outcome(Phase.CHECKING), FAILED, OFFLINE, NEEDS_USER)):
        rota.keep(sheet_id, outcome, 0.0)
    assert [rota.ready(sheet_id, 0.5, woken=True) for sheet_id in range(5)] == [True, True, False, False, False]
    rota.forget()
    assert all(rota.ready(sheet_id, 0.5) for sheet_id in range(5)), "who asks for it gets it now"


def test_failures_wait_longer_and_never_longer_than_an_hour(rota: Rota) -> None:
    waits = [rota.keep(1, FAILED, 0.0) for _ in range(400)]
    assert all(1 <= wait <= LONGEST_S for wait in waits)
    assert max(waits[:2]) <= 60
    assert max(waits[9:]) > LONGEST_S / 2
    assert min(waits[9:]) < LONGEST_S / 20, "spread over the whole range, so that laptops do not knock in step"
    rota.keep(1, GOOD, 0.0)
    assert rota.keep(1, FAILED, 0.0) <= 30, "a good turn forgets the failures before it"


def test_what_the_server_asked_for_is_obeyed(rota: Rota) -> None:
    assert rota.keep(1, Outcome(Phase.IDLE, failed=True, not_before_s=7200), 0.0) == 7200
    assert rota.keep(2, Outcome(Phase.IDLE, not_before_s=10), 0.0) == PERIOD_S


def test_what_can_be_done_sooner_is_done_sooner(rota: Rota) -> None:
    assert rota.keep(1, Outcome(Phase.CHECKING, again_in_s=240), 0.0) == 240
    assert rota.keep(1, Outcome(Phase.IDLE, again_in_s=480), 0.0) == PERIOD_S
    assert rota.keep(1, Outcome(Phase.IDLE, again_in_s=0), 0.0) == 0
    assert rota.ready(1, 0.0)


def test_being_offline_is_no_failed_attempt_and_ends_when_the_network_is_back(rota: Rota) -> None:
    for _ in range(50):
        assert rota.keep(1, OFFLINE, 0.0) == PERIOD_S
    rota.keep(2, NEEDS_USER, 0.0)
    assert rota.any_offline
    rota.network_is_back()
    assert rota.ready(1, 0.5)
    assert not rota.ready(2, 0.5)
    rota.keep(1, GOOD, 1.0)
    assert not rota.any_offline


def test_what_only_the_lifter_can_mend_is_tried_every_hour(rota: Rota) -> None:
    assert rota.keep(1, NEEDS_USER, 0.0) == LONGEST_S
    assert rota.wait(0.0, [1]) == PERIOD_S, "a sheet that was connected meanwhile is seen within five minutes"
    assert rota.ready(1, LONGEST_S)

"""Acts that find their work done: they change nothing, count nothing, and undo passes them by."""

import pytest

from tests.support import Gym
from workout_tui.errors import InvalidEntry
from workout_tui.model.session import Status


def test_reopening_a_running_workout_keeps_its_rest_timer_and_its_revision(gym: Gym) -> None:
    session = gym.log(gym.start(gym.push()))
    gym.logbook.rest(session.uid, gym.clock.now() + 90_000, 90)
    again = gym.logbook.reopen(session.uid)
    assert again.rest_s == 90
    assert again.revision == session.revision


def test_a_workout_discarded_elsewhere_is_not_brought_back_by_finishing_it(gym: Gym) -> None:
    session = gym.log(gym.start(gym.push()))
    gym.again().discard(session.uid)
    with pytest.raises(InvalidEntry, match="was discarded"):
        gym.logbook.finish(session.uid)
    assert gym.logbook.session(session.uid).status is Status.DISCARDED


def test_swapping_an_exercise_for_itself_leaves_no_trace(gym: Gym) -> None:
    session = gym.start(None)
    session = gym.logbook.add_exercise(session.uid, gym.exercise("Row").uid)
    again = gym.logbook.swap_exercise(session.exercises[0].uid, session.exercises[0].exercise.uid)
    assert again == session

"""Ways in which other loggers lost or doubled past workouts, by the number of the case."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.support import DAY, HOUR, START, Gym, amend, done, open_place
from workout_tui.logbook import whole as carrying
from workout_tui.logbook.logbook import NewSet
from workout_tui.model.session import Session, Status
from workout_tui.transfer import whole as file_of


@pytest.fixture
def past(gym: Gym) -> Session:
    session = gym.log(gym.start(gym.push()), count=2)
    gym.clock.pass_ms(HOUR)
    session = gym.logbook.finish(session.uid)
    gym.clock.pass_ms(DAY)
    return session


def rows(gym: Gym, table: str) -> list[tuple[int, str]]:
    return [(row["id"], row["uid"]) for row in gym.store.rows(f"SELECT id, uid FROM {table} ORDER BY id")]


def test_l7_what_was_corrected_added_and_put_aside_is_all_in_the_file(gym: Gym, past: Session) -> None:
    """A restore that leaves something out is found on the day it is needed."""
    gym.logbook.correct_set(past.exercises[0].performed[0].uid, done(101, 5), was=done(100, 5))
    added = gym.logbook.add_past(None, session_uid="added", started_at=START - DAY, ended_at=START)
    gym.logbook.discard(added.uid)
    text = file_of.write(gym.logbook.whole())
    assert all(one in text for one in (past.uid, "added", '"discarded"', "101"))
    read = {one.uid: one for one in carrying.read(gym.store, gym.logbook.lifter.uid).sessions}
    assert read[past.uid].exercises == gym.logbook.session(past.uid).exercises
    assert read["added"].status is Status.DISCARDED


def test_l9_a_template_that_is_changed_or_put_away_takes_nothing_of_the_past_with_it(gym: Gym, past: Session) -> None:
    template = gym.logbook.template(past.slot.template_uid)
    gym.logbook.save_template(replace(template, name="Other", exercises=template.exercises[1:]))
    gym.logbook.archive_template(template.uid)
    assert gym.logbook.session(past.uid) == past
    assert [line.uid for line in gym.logbook.past_page()] == [past.uid]


def test_l10_what_is_put_aside_is_kept_whole_and_comes_back(gym: Gym, past: Session) -> None:
    gym.logbook.discard(past.uid)
    back = gym.logbook.undiscard(past.uid)
    assert replace(back, revision=0) == replace(past, revision=0)


def test_l11_correcting_a_workout_exchanges_no_row_for_a_new_one(gym: Gym, past: Session) -> None:
    """Rows made anew under other ids leave their children behind: here ids and uids stay what they were."""
    before = {table: rows(gym, table) for table in ("session", "session_exercise", "performed_set", "planned_set")}
    bench, press = past.exercises
    gym.logbook.correct_set(bench.performed[0].uid, done(101, 5), was=done(100, 5))
    amend(gym.logbook, past.uid, started_at=START - DAY, ended_at=START - DAY + HOUR)
    gym.logbook.reorder(past.uid, [press.uid])
    gym.logbook.discard(past.uid)
    gym.logbook.undiscard(past.uid)
    gym.logbook.save_session(replace(gym.logbook.session(past.uid), note="whole"), expected_revision=None)
    assert {table: rows(gym, table) for table in before} == before


def test_l12_equal_workouts_of_one_moment_stay_two(gym: Gym, past: Session) -> None:
    """No key made of a date, a name or values may eat a record: identity is the uid alone."""
    when = {"started_at": past.started_at, "ended_at": past.ended_at or 0}
    uids = {past.uid}
    for uid in ("one", "two"):
        added = gym.logbook.add_past(past.slot.template_uid, session_uid=uid, **when)
        for _ in range(2):
            new = NewSet(gym.uids.new(), done(100, 5))
            added = gym.logbook.log_past_sets(uid, open_place(added), [new])
        uids.add(added.uid)
    assert {line.uid for line in gym.logbook.past_page()} == uids
    assert [line.sets for line in gym.logbook.past_page()] == [2, 2, 2]
    assert len({gym.logbook.session(uid).slot for uid in uids}) == 3


def test_d4_a_workout_finished_by_mistake_runs_on_as_the_same(gym: Gym, past: Session) -> None:
    running = gym.logbook.reopen(past.uid)
    after = gym.log(running)
    again = gym.logbook.finish(past.uid)
    assert (after.uid, again.uid, again.done) == (past.uid, past.uid, 3)
    assert len(gym.logbook.past_page()) == 1

"""Whatever is put right in a finished workout: one act, told, taken back whole, due for the sheet again."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from tests.support import DAY, HOUR, START, Gym, done, kg, open_place
from workout_tui.logbook.logbook import NewSet
from workout_tui.model.facts import Facts
from workout_tui.model.plan import SetKind
from workout_tui.model.session import Session, Status
from workout_tui.store import outbox, sheets

Correction = Callable[[Gym, Session], object]


def bench(past: Session) -> str:
    return past.exercises[0].uid


def first(past: Session) -> str:
    return past.exercises[0].performed[0].uid


def planned(past: Session) -> str:
    """The set that was left open."""
    return next(row.planned.uid for row in past.exercises[0].open_rows if row.planned)


CORRECTIONS: dict[str, Correction] = {
    "a set": lambda gym, past: gym.logbook.correct_set(first(past), done(101, 5), was=done(100, 5)),
    "a set, whatever stood": lambda gym, past: gym.logbook.edit_set(first(past), done(101, 5)),
    "a set forgotten": lambda gym, past: gym.logbook.log_past_sets(
        past.uid, open_place(past), [NewSet("new", done(95, 6))]
    ),
    "a set removed": lambda gym, past: gym.logbook.remove_set(first(past)),
    "what a set was for": lambda gym, past: gym.logbook.edit_set(first(past), done(100, 5, SetKind.WARMUP)),
    "what an open set is for": lambda gym, past: gym.logbook.set_kind(planned(past), SetKind.WARMUP),
    "sets of another exercise": lambda gym, past: gym.logbook.move_sets(bench(past), past.exercises[1].exercise.uid),
    "an exercise added": lambda gym, past: gym.logbook.add_exercise(past.uid, gym.exercise("Dips").uid),
    "an exercise taken out": lambda gym, past: gym.logbook.remove_exercise(past.exercises[1].uid),
    "an exercise swapped": lambda gym, past: gym.logbook.swap_exercise(
        bench(past), gym.exercise("Dips").uid, everything=True
    ),
    "the order": lambda gym, past: gym.logbook.reorder(past.uid, [past.exercises[1].uid]),
    "a superset": lambda gym, past: gym.logbook.set_superset(past.uid, {one.uid: "A" for one in past.exercises}),
    "a planned set skipped": lambda gym, past: gym.logbook.skip(planned(past)),
    "one more planned set": lambda gym, past: gym.logbook.add_set(bench(past)),
    "a planned set taken out": lambda gym, past: gym.logbook.remove_planned(planned(past)),
    "the note of an exercise": lambda gym, past: gym.logbook.note_exercise(bench(past), "elbows in"),
    "the note": lambda gym, past: gym.logbook.note_session(past.uid, "hot"),
    "the bodyweight": lambda gym, past: gym.logbook.set_bodyweight(past.uid, kg(82.5)),
    "all facts": lambda gym, past: gym.logbook.amend(
        past.uid, Facts("Hotel", START - DAY, START - DAY + HOUR, 60, kg(82.5)), was=Facts.of(past)
    ),
    "all of it": lambda gym, past: gym.logbook.save_session(
        replace(past, title="Hotel", note="hot", exercises=past.exercises[::-1]), expected_revision=past.revision
    ),
}
"""every way in which a finished workout can be put right"""


@pytest.fixture
def past(gym: Gym) -> Session:
    """A finished workout of yesterday, one set of it left open."""
    session = gym.log(gym.start(gym.push()), count=2)
    gym.clock.pass_ms(HOUR)
    session = gym.logbook.finish(session.uid)
    gym.clock.pass_ms(DAY)
    return session


def due(gym: Gym) -> set[str]:
    uids = gym.logbook.due_for_the_sheet()
    assert uids is not None
    return set(uids)


def all_sent(gym: Gym) -> None:
    """Connect a sheet, if there is none, and take all that is due for sent."""
    with gym.store.write():
        sheet = sheets.of_lifter(gym.store, gym.logbook.lifter.uid)
        sheet_id = sheet.id if sheet else sheets.connect(
            gym.store, gym.logbook._desk.profile_id, sheets.Destination("s", 1, 2, title="Log", account="me"),
            at=gym.clock.at, anew=True,
        )  # fmt: skip
        changed = outbox.due(gym.store, sheet_id)
        outbox.note_sent(gym.store, sheet_id, [one.session_id for one in changed])
        for one in changed:
            outbox.acknowledge(gym.store, sheet_id, one)
    assert due(gym) == set()


@pytest.mark.parametrize("correction", CORRECTIONS.values(), ids=CORRECTIONS)
def test_a_correction_is_one_act_told_taken_back_and_due_again(gym: Gym, past: Session, correction: Correction) -> None:
    gym.exercise("Dips")
    all_sent(gym)
    before = len(gym.logbook.audit_trail(past.uid))
    correction(gym, past)
    after = gym.logbook.session(past.uid)
    assert replace(after, revision=0) != replace(past, revision=0)
    assert (after.status, gym.logbook.active()) == (Status.COMPLETED, None)
    traces = gym.logbook.audit_trail(past.uid)
    assert len(traces) == before + 1
    assert traces[-1].words
    assert due(gym) == {past.uid}
    all_sent(gym)
    undone = gym.logbook.undo(past.uid).session
    assert replace(undone, revision=0) == replace(past, revision=0)
    assert due(gym) == {past.uid}


def test_put_aside_taken_back_and_opened_again_are_told_and_due_too(gym: Gym, past: Session) -> None:
    for act in (gym.logbook.discard, gym.logbook.undiscard, gym.logbook.reopen, gym.logbook.finish):
        all_sent(gym)
        before = len(gym.logbook.audit_trail(past.uid))
        after = act(past.uid)
        assert replace(after, revision=0, status=past.status, ended_at=past.ended_at) == replace(past, revision=0)
        assert len(gym.logbook.audit_trail(past.uid)) == before + 1
        assert due(gym) == {past.uid}

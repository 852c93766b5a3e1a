"""Workouts that are over: corrected, added later, begun once more. Each act is one transaction and undoable."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from tests.support import DAY, HOUR, MINUTE, START, Gym, amend, done, kg, open_place
from workout_tui.errors import CannotUndo, DuplicateSession, InvalidEntry, StaleSession
from workout_tui.logbook.logbook import NewSet, Place
from workout_tui.model.facts import Facts
from workout_tui.model.plan import SetKind, Target
from workout_tui.model.records import RecordKind
from workout_tui.model.session import Session, Status


@pytest.fixture
def past(gym: Gym) -> Session:
    """A finished session of yesterday: two sets of bench, one of press, and a bench set left open."""
    session = gym.log(gym.start(gym.push()), count=2)
    gym.clock.pass_ms(10 * MINUTE)
    session = gym.log(session, done(60, 5), block=1)
    gym.clock.pass_ms(50 * MINUTE)
    session = gym.logbook.finish(session.uid)
    gym.clock.pass_ms(DAY)
    return session


def place(session: Session, block: int = 0) -> Place:
    one = session.exercises[block]
    return Place(one.uid, one.exercise.uid)


class TestSetsAddedLater:
    def test_they_stand_there_and_the_session_stays_finished(self, gym: Gym, past: Session) -> None:
        after = gym.logbook.log_past_sets(past.uid, place(past), [NewSet("new", done(95, 6))])
        assert [one.values for one in after.exercises[0].performed] == [done(100, 5), done(100, 5), done(95, 6)]
        assert (after.status, after.ended_at, after.day) == (Status.COMPLETED, past.ended_at, past.day)
        assert after.revision > past.revision  # so it is due for the sheet again
        assert gym.logbook.active() is None

    def test_the_open_place_is_fulfilled(self, gym: Gym, past: Session) -> None:
        after = gym.logbook.log_past_sets(past.uid, open_place(past), [NewSet("new", done(100, 4))])
        assert not after.exercises[0].open_rows

    def test_they_were_done_when_the_set_before_them_was(self, gym: Gym, past: Session) -> None:
        after = gym.logbook.log_past_sets(past.uid, place(past), [NewSet("a", done(95, 6))])
        assert after.exercises[0].performed[2].at == START
        after = gym.logbook.log_past_sets(past.uid, place(past, 1), [NewSet("b", done(55, 6))])
        assert after.exercises[1].performed[1].at == START + 10 * MINUTE

    def test_the_same_uid_again_is_the_same_set(self, gym: Gym, past: Session) -> None:
        for reps in (6, 7):
            after = gym.logbook.log_past_sets(past.uid, place(past), [NewSet("new", done(95, reps))])
        assert [one.values.reps for one in after.exercises[0].performed] == [5, 5, 7]

    def test_a_set_of_another_workout_is_refused(self, gym: Gym, past: Session) -> None:
        running = gym.log(gym.start(gym.push()))
        stray = running.exercises[0].performed[0].uid
        with pytest.raises(InvalidEntry, match="another workout"):
            gym.logbook.log_past_sets(past.uid, place(past), [NewSet(stray, done(1, 1))])
        assert gym.logbook.session(running.uid) == running

    def test_a_running_one_and_no_set_are_refused(self, gym: Gym, past: Session) -> None:
        with pytest.raises(InvalidEntry):
            gym.logbook.log_past_sets(past.uid, place(past), [])
        running = gym.start()
        with pytest.raises(InvalidEntry, match="running"):
            gym.logbook.log_past_sets(running.uid, place(past), [NewSet("new", done(1, 1))])

    def test_a_discarded_one_can_be_put_right_too(self, gym: Gym, past: Session) -> None:
        gym.logbook.discard(past.uid)
        after = gym.logbook.log_past_sets(past.uid, place(past), [NewSet("new", done(95, 6))])
        assert (after.done, after.status) == (4, Status.DISCARDED)


class TestUndo:
    def test_back_to_how_it_was_finished_and_no_further(self, gym: Gym, past: Session) -> None:
        gym.logbook.log_past_sets(past.uid, place(past), [NewSet("new", done(95, 6))])
        amend(gym.logbook, past.uid, title="Hotel")
        gym.logbook.undo(past.uid)
        assert replace(gym.logbook.undo(past.uid).session, revision=0) == replace(past, revision=0)
        with pytest.raises(CannotUndo, match="since it was finished"):
            gym.logbook.undo(past.uid)
        assert gym.logbook.redo(past.uid).kind == "log sets"

    def test_opened_again_it_goes_on_where_it_was(self, gym: Gym, past: Session) -> None:
        gym.logbook.reopen(past.uid)
        assert gym.logbook.undo(past.uid).kind == "log sets"

    def test_what_was_added_is_put_aside_instead(self, gym: Gym, past: Session) -> None:
        added = gym.logbook.add_past(None, session_uid="a", started_at=START - DAY, ended_at=START - DAY + HOUR)
        with pytest.raises(CannotUndo, match="puts it aside"):
            gym.logbook.undo(added.uid)


class TestCorrectSet:
    def test_corrected(self, gym: Gym, past: Session) -> None:
        one = past.exercises[0].performed[1]
        after = gym.logbook.correct_set(one.uid, done(100, 4), was=one.values)
        assert after.exercises[0].performed[1] == replace(one, values=done(100, 4))

    def test_what_was_changed_elsewhere_is_not_run_over(self, gym: Gym, past: Session) -> None:
        one = past.exercises[0].performed[1]
        gym.again().edit_set(one.uid, done(102.5, 5))
        with pytest.raises(StaleSession) as caught:
            gym.logbook.correct_set(one.uid, done(100, 4), was=one.values)
        assert caught.value.mine.exercises[0].performed[1].values == done(100, 4)
        assert caught.value.theirs.exercises[0].performed[1].values == done(102.5, 5)
        assert gym.logbook.session(past.uid) == caught.value.theirs
        assert gym.logbook.correct_set(one.uid, done(100, 4), was=done(102.5, 5)).done == 3

    def test_the_same_change_on_both_sides_is_none(self, gym: Gym, past: Session) -> None:
        one = past.exercises[0].performed[1]
        gym.again().edit_set(one.uid, done(100, 4))
        assert gym.logbook.correct_set(one.uid, done(100, 4), was=one.values).done == 3


class TestAmend:
    def test_all_at_once_is_one_act(self, gym: Gym, past: Session) -> None:
        was = Facts.of(past)
        facts = Facts("Hotel gym", START - 2 * DAY, START - 2 * DAY + HOUR, 60, kg(82.5))
        after = gym.logbook.amend(past.uid, facts, was=was)
        assert Facts.of(after) == facts
        assert after.day == date(2024, 9, 22)
        assert Facts.of(gym.logbook.undo(past.uid).session) == was

    def test_both_sides_are_kept_when_they_changed_different_things(self, gym: Gym, past: Session) -> None:
        was = Facts.of(past)
        amend(gym.again(), past.uid, title="Theirs")
        after = gym.logbook.amend(past.uid, replace(was, bodyweight=kg(80)), was=was)
        assert (after.title, after.bodyweight) == ("Theirs", kg(80))

    def test_the_same_thing_changed_twice_is_asked_about(self, gym: Gym, past: Session) -> None:
        was = Facts.of(past)
        amend(gym.again(), past.uid, title="Theirs")
        with pytest.raises(StaleSession) as caught:
            gym.logbook.amend(past.uid, replace(was, title="Mine"), was=was)
        assert (caught.value.mine.title, caught.value.theirs.title) == ("Mine", "Theirs")
        assert gym.logbook.amend(past.uid, replace(was, title="Mine"), was=None).title == "Mine"

    @pytest.mark.parametrize(
        "change",
        [
            {"title": "  "},
            {"bodyweight": kg(0)},
            {"ended_at": START - 1},
            {"ended_at": None},
            {"started_at": START * 2},
        ],
    )
    def test_refused(self, gym: Gym, past: Session, change: dict[str, object]) -> None:
        wanted = replace(Facts.of(past), **change)  # type: ignore[arg-type]
        with pytest.raises(InvalidEntry):
            gym.logbook.amend(past.uid, wanted, was=Facts.of(past))
        assert gym.logbook.session(past.uid) == past


class TestAddedLater:
    def test_completed_on_its_day_with_the_sets_of_its_template_open(self, gym: Gym) -> None:
        push, at = gym.push(), START - 3 * DAY
        session = gym.logbook.add_past(push.uid, session_uid="a", started_at=at, ended_at=at + HOUR)
        assert (session.status, session.day, session.title) == (Status.COMPLETED, date(2024, 9, 21), "Push A")
        assert [len(block.open_rows) for block in session.exercises] == [3, 3]
        # What the template asks for today says nothing about then: the reps stand, the load is that day's.
        assert session.exercises[0].planned[0].target == Target(5, 5)
        assert gym.logbook.active() is None

    def test_it_may_be_added_while_another_runs(self, gym: Gym) -> None:
        running = gym.start(gym.push())
        added = gym.logbook.add_past(running.slot.template_uid, session_uid="a", started_at=0, ended_at=HOUR)
        assert added.slot != running.slot
        active = gym.logbook.active()
        assert active is not None
        assert active.uid == running.uid

    def test_a_retry_adds_nothing(self, gym: Gym) -> None:
        for _ in range(2):
            gym.logbook.add_past(None, session_uid="a", started_at=0, ended_at=HOUR)
        assert len(gym.logbook.past_page()) == 1

    @pytest.mark.parametrize(("start", "end"), [(HOUR, 0), (START, START + HOUR)])
    def test_times_that_cannot_be(self, gym: Gym, start: int, end: int) -> None:
        with pytest.raises(InvalidEntry):
            gym.logbook.add_past(None, session_uid="a", started_at=start, ended_at=end)

    def test_the_bodyweight_is_that_of_its_time(self, gym: Gym, past: Session) -> None:
        gym.logbook.set_bodyweight(past.uid, kg(82))
        before = gym.logbook.add_past(None, session_uid="a", started_at=START - DAY, ended_at=START - DAY + HOUR)
        after = gym.logbook.add_past(None, session_uid="b", started_at=START + 2 * HOUR, ended_at=START + 3 * HOUR)
        assert (before.bodyweight, after.bodyweight) == (None, kg(82))

    def test_records_and_suggestions_follow_the_days_not_the_order_of_typing(self, gym: Gym, past: Session) -> None:
        bench = past.exercises[0].exercise.uid
        early = gym.logbook.add_past(
            past.slot.template_uid, session_uid="a", started_at=START - DAY, ended_at=START - DAY + HOUR
        )
        gym.logbook.log_past_sets(early.uid, open_place(early), [NewSet("s", done(110, 5))])
        assert [one.day for one in gym.logbook.history(bench)] == [date(2024, 9, 23), past.day]
        assert gym.logbook.history(bench, before=past.uid)[0].sets == (done(110, 5),)
        assert {one.kind for one in gym.logbook.made_records()} == {RecordKind.VOLUME}  # the weight came before


class TestAgain:
    def test_it_asks_for_what_was_done(self, gym: Gym, past: Session) -> None:
        amend(gym.logbook, past.uid, title="Hotel")
        session = gym.logbook.start_again(past.uid, session_uid="again")
        assert (session.title, session.status, session.slot.template_uid) == (
            "Hotel",
            Status.ACTIVE,
            past.slot.template_uid,
        )
        assert [[one.target for one in block.planned] for block in session.exercises] == [
            [Target(5, 5, kg(100))] * 2,
            [Target(5, 5, kg(60))],
        ]
        assert gym.log(session).done == 1

    def test_kinds_and_supersets_come_along(self, gym: Gym, past: Session) -> None:
        gym.logbook.set_superset(past.uid, {block.uid: "A" for block in past.exercises})
        gym.logbook.edit_set(past.exercises[0].performed[0].uid, done(40, 8, SetKind.WARMUP))
        session = gym.logbook.start_again(past.uid, session_uid="again")
        assert session.exercises[0].planned[0].target == Target(8, 8, kg(40), kind=SetKind.WARMUP)
        assert {block.superset for block in session.exercises} == {"A"}

    def test_a_retry_begins_nothing_new(self, gym: Gym, past: Session) -> None:
        first = gym.logbook.start_again(past.uid, session_uid="again")
        assert gym.logbook.start_again(past.uid, session_uid="again") == first

    def test_not_beside_another(self, gym: Gym, past: Session) -> None:
        gym.start()
        with pytest.raises(DuplicateSession):
            gym.logbook.start_again(past.uid, session_uid="again")

    def test_an_empty_one_has_nothing_to_repeat(self, gym: Gym) -> None:
        empty = gym.logbook.add_past(None, session_uid="a", started_at=0, ended_at=HOUR)
        with pytest.raises(InvalidEntry, match="Nothing was done"):
            gym.logbook.start_again(empty.uid, session_uid="again")
        assert gym.logbook.active() is None

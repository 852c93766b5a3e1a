"""The course of a session: finish, keep training, discard, take back; and what clocks do meanwhile."""

from __future__ import annotations

import pytest

from tests.support import DAY, HOUR, MINUTE, START, Gym, amend, done, kg, open_place
from workout_tui.errors import DuplicateSession, InvalidEntry, NotFound
from workout_tui.logbook.logbook import NewSet
from workout_tui.model.session import Status


class TestFinish:
    def test_it_ends_now(self, gym: Gym) -> None:
        session = gym.log(gym.start(gym.push()))
        gym.clock.pass_ms(58 * MINUTE)
        after = gym.logbook.finish(session.uid)
        assert (after.status, after.ended_at) == (Status.COMPLETED, START + 58 * MINUTE)
        assert gym.logbook.active() is None

    def test_twice_changes_nothing(self, gym: Gym) -> None:
        session = gym.log(gym.start(gym.push()))
        first = gym.logbook.finish(session.uid)
        gym.clock.pass_ms(HOUR)
        assert gym.logbook.finish(session.uid) == first

    def test_as_of_the_last_set(self, gym: Gym) -> None:
        session = gym.start(gym.push())
        gym.clock.pass_ms(40 * MINUTE)
        session = gym.log(session)
        gym.clock.pass_ms(DAY)
        after = gym.logbook.finish(session.uid, ended_at=session.last_at)
        assert after.ended_at == START + 40 * MINUTE

    def test_without_a_set_it_is_refused(self, gym: Gym) -> None:
        session = gym.start(gym.push())
        with pytest.raises(InvalidEntry, match="Nothing was logged"):
            gym.logbook.finish(session.uid)
        assert gym.logbook.active() is not None

    def test_it_keeps_the_figures_in_the_store(self, gym: Gym) -> None:
        gym.trained(gym.push(), done(100, 5))
        assert gym.store.value("SELECT value FROM metric WHERE name = 'saves'") >= 3
        kept = gym.store.value("SELECT sum(value) FROM metric")
        gym.logbook.keep_metrics()
        gym.logbook.keep_metrics()
        assert gym.store.value("SELECT sum(value) FROM metric") >= kept
        total = gym.metrics.counts()["saves"]
        assert gym.store.value("SELECT value FROM metric WHERE name = 'saves'") == total


class TestKeepTraining:
    def test_d4_a_session_finished_by_mistake_goes_on_as_the_same(self, gym: Gym) -> None:
        session = gym.log(gym.start(gym.push()))
        gym.logbook.finish(session.uid)
        again = gym.logbook.reopen(session.uid)
        assert (again.uid, again.slot, again.status, again.ended_at) == (session.uid, session.slot, Status.ACTIVE, None)
        assert gym.log(again).done == 2
        assert gym.store.value("SELECT count(*) FROM session") == 1

    def test_not_while_another_one_runs(self, gym: Gym) -> None:
        first = gym.trained(gym.push(), done(100, 5))
        second = gym.start(gym.template("Pull A", gym.planned("Row")))
        with pytest.raises(DuplicateSession) as error:
            gym.logbook.reopen(first.uid)
        assert error.value.session_uid == second.uid

    def test_not_out_of_the_bin(self, gym: Gym) -> None:
        session = gym.start(gym.push())
        gym.logbook.discard(session.uid)
        with pytest.raises(InvalidEntry):
            gym.logbook.reopen(session.uid)


class TestDiscard:
    def test_it_is_put_aside_never_purged(self, gym: Gym) -> None:
        session = gym.log(gym.start(gym.push()))
        after = gym.logbook.discard(session.uid)
        assert after.status is Status.DISCARDED
        assert gym.logbook.active() is None
        assert gym.logbook.past_page() == ()
        assert [one.uid for one in gym.logbook.past_page(discarded=True)] == [session.uid]
        assert gym.logbook.session(session.uid).done == 1
        assert gym.logbook.history(session.exercises[0].exercise.uid) == ()

    def test_a_running_one_comes_back_running(self, gym: Gym) -> None:
        session = gym.log(gym.start(gym.push()))
        gym.logbook.discard(session.uid)
        back = gym.logbook.undiscard(session.uid)
        assert (back.status, back.ended_at, back.slot) == (Status.ACTIVE, None, session.slot)

    def test_a_finished_one_comes_back_finished(self, gym: Gym) -> None:
        session = gym.trained(gym.push(), done(100, 5))
        gym.logbook.discard(session.uid)
        back = gym.logbook.undiscard(session.uid)
        assert (back.status, back.ended_at) == (Status.COMPLETED, session.ended_at)

    def test_a_running_one_comes_back_finished_while_another_runs(self, gym: Gym) -> None:
        session = gym.log(gym.start(gym.push()))
        gym.logbook.discard(session.uid)
        gym.start(gym.template("Pull A", gym.planned("Row")))
        assert gym.logbook.undiscard(session.uid).status is Status.COMPLETED

    def test_its_number_was_taken_meanwhile(self, gym: Gym) -> None:
        template = gym.push()
        first = gym.trained(template, done(100, 5))
        gym.logbook.discard(first.uid)
        second = gym.trained(template, done(100, 5))
        assert second.slot == first.slot
        back = gym.logbook.undiscard(first.uid)
        assert back.slot.occurrence == 2
        assert gym.logbook.session(second.uid).slot.occurrence == 1

    def test_twice_is_once(self, gym: Gym) -> None:
        session = gym.log(gym.start(gym.push()))
        first = gym.logbook.discard(session.uid)
        gym.clock.pass_ms(HOUR)
        assert gym.logbook.discard(session.uid) == first
        back = gym.logbook.undiscard(session.uid)
        assert gym.logbook.undiscard(session.uid) == back


class TestClocks:
    def test_set_back_a_day_in_mid_session(self, gym: Gym) -> None:
        session = gym.log(gym.start(gym.push()))
        gym.clock.pass_ms(20 * MINUTE)
        gym.clock.set_wall(START - DAY)
        session = gym.log(session)
        gym.clock.pass_ms(10 * MINUTE)
        after = gym.logbook.finish(session.uid)
        assert after.ended_at == START + 30 * MINUTE
        assert [one.n for one in after.exercises[0].performed] == [1, 2]
        assert after.day == session.day

    def test_set_back_while_the_program_was_away(self, gym: Gym) -> None:
        """The new process has no monotonic witness: start and last set hold."""
        session = gym.start(gym.push())
        gym.clock.pass_ms(20 * MINUTE)
        session = gym.log(session)
        gym.clock.set_wall(START - DAY)
        after = gym.again().finish(session.uid)
        assert after.ended_at == START + 20 * MINUTE

    def test_set_back_in_a_program_that_was_opened_in_mid_session(self, gym: Gym) -> None:
        session = gym.start(gym.push())
        gym.clock.pass_ms(20 * MINUTE)
        again = gym.again()
        again.log_sets(session.slot, open_place(session), [NewSet("a", done(100, 5))])
        gym.clock.pass_ms(10 * MINUTE)
        gym.clock.set_wall(START - DAY)
        assert again.finish(session.uid).ended_at == START + 30 * MINUTE

    def test_set_forward_a_day(self, gym: Gym) -> None:
        session = gym.log(gym.start(gym.push()))
        gym.clock.set_wall(START + DAY)
        after = gym.logbook.finish(session.uid, ended_at=session.last_at)
        assert (after.ended_at, after.day) == (START, session.day)

    def test_an_end_before_the_start_is_the_start(self, gym: Gym) -> None:
        session = gym.log(gym.start(gym.push()))
        assert gym.logbook.finish(session.uid, ended_at=START - DAY).ended_at == START

    def test_clocks_go_back_an_hour_in_the_night(self, gym: Gym) -> None:
        """Summer time ends in mid session: UTC does not care, and the date is that of the start."""
        session = gym.log(gym.start(gym.push()))
        gym.clock.offset_min = 60
        gym.clock.pass_ms(20 * MINUTE)
        after = gym.logbook.finish(session.uid)
        assert after.ended_at == START + 20 * MINUTE
        assert after.utc_offset_min == 120

    def test_order_never_follows_the_clock(self, gym: Gym) -> None:
        session = gym.start(gym.push())
        for jump in (0, -HOUR, DAY):
            gym.clock.set_wall(START + jump)
            session = gym.log(session, done(100 + len(session.exercises[0].performed), 5))
        values = [one.values.load for one in session.exercises[0].performed]
        assert values == [kg(100), kg(101), kg(102)]


class TestFacts:
    def test_notes(self, gym: Gym) -> None:
        session = gym.start(gym.push())
        gym.logbook.note_exercise(session.exercises[0].uid, "pause on the chest")
        after = gym.logbook.note_session(session.uid, "felt [fast]; DROP TABLE session;--")
        assert (after.note, after.exercises[0].note) == ("felt [fast]; DROP TABLE session;--", "pause on the chest")

    def test_a_note_written_again_is_no_edit(self, gym: Gym) -> None:
        session = gym.logbook.note_session(gym.start(gym.push()).uid, "same")
        assert gym.logbook.note_session(session.uid, "same").revision == session.revision

    def test_bodyweight(self, gym: Gym) -> None:
        session = gym.start(gym.push())
        assert gym.logbook.set_bodyweight(session.uid, kg(82.5)).bodyweight == kg(82.5)
        assert gym.logbook.set_bodyweight(session.uid, None).bodyweight is None
        with pytest.raises(InvalidEntry):
            gym.logbook.set_bodyweight(session.uid, kg(0))

    def test_title(self, gym: Gym) -> None:
        session = gym.start(gym.push())
        assert amend(gym.logbook, session.uid, title=" Hotel gym ").title == "Hotel gym"
        with pytest.raises(InvalidEntry):
            amend(gym.logbook, session.uid, title="  ")
        assert gym.logbook.templates()[0].name == "Push A"

    def test_times_move_the_date(self, gym: Gym) -> None:
        session = gym.trained(gym.push(), done(100, 5))
        after = amend(gym.logbook, session.uid, started_at=START - DAY, ended_at=START - DAY + HOUR)
        assert (session.day - after.day).days == 1

    def test_times_that_cannot_be(self, gym: Gym) -> None:
        session = gym.trained(gym.push(), done(100, 5))
        with pytest.raises(InvalidEntry, match="before it began"):
            amend(gym.logbook, session.uid, started_at=START, ended_at=START - 1)
        with pytest.raises(InvalidEntry, match="Only a running"):
            amend(gym.logbook, session.uid, started_at=START, ended_at=None)

    def test_an_unknown_session(self, gym: Gym) -> None:
        for act in (gym.logbook.finish, gym.logbook.discard, gym.logbook.reopen, gym.logbook.session):
            with pytest.raises(NotFound):
                act("nobody's uid")

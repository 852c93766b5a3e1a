"""Which session a set goes to: remembered and proven, else found, else begun again."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.support import Gym, done, make_gym, open_place
from workout_tui.errors import DuplicateSession, StaleSession, StoreBusy
from workout_tui.logbook.alerts import Metrics
from workout_tui.logbook.log_ids import LogId
from workout_tui.logbook.logbook import Logbook, NewSet
from workout_tui.model.session import Session, Slot, Status
from workout_tui.store.connection import Store


def counts(logbook: Logbook) -> dict[str, int]:
    return {
        name: value for name, value in logbook._desk.metrics.counts().items() if name.startswith(("cache", "session"))
    }


def log(logbook: Logbook, session: Session, uid: str) -> Session:
    return logbook.log_sets(session.slot, open_place(session), [NewSet(uid, done(100, 5))])


class TestHitAndMiss:
    def test_hit(self, gym: Gym) -> None:
        session = gym.start(gym.push())
        log(gym.logbook, session, "a")
        assert counts(gym.logbook) == {"cache.hit": 1}

    def test_miss(self, gym: Gym) -> None:
        session = gym.start(gym.push())
        other = gym.again()
        log(other, session, "a")
        log(other, other.session(session.uid), "b")
        assert counts(other) == {"cache.miss": 1, "cache.hit": 1}
        assert gym.logbook.session(session.uid).done == 2

    def test_a_screen_left_and_entered_again_finds_its_session(self, gym: Gym) -> None:
        session = gym.start(gym.push())
        log(gym.logbook, session, "a")
        again = gym.logbook.active()
        assert again is not None
        assert log(gym.logbook, again, "b").done == 2
        assert counts(gym.logbook) == {"cache.hit": 2}

    def test_eviction_costs_a_query_and_nothing_else(self, gym: Gym) -> None:
        first = gym.start(gym.push())
        for number in range(64):
            gym.logbook._desk.log_ids.put(Slot("another template", number), LogId(1, "another"))
        assert log(gym.logbook, first, "z").done == 1
        assert counts(gym.logbook) == {"cache.evicted": 2, "cache.miss": 1}

    def test_what_another_program_wrote_empties_it(self, gym: Gym) -> None:
        session = gym.start(gym.push())
        other = gym.again()
        assert not gym.logbook.data_version_moved()
        log(other, session, "a")
        assert gym.logbook.data_version_moved()
        assert not gym.logbook.data_version_moved()
        log(gym.logbook, gym.logbook.session(session.uid), "b")
        assert counts(gym.logbook) == {"cache.miss": 1}

    def test_what_was_rolled_back_is_not_remembered(self, gym: Gym) -> None:
        other = Store(gym.path, busy_ms=0)
        gym.opened.append(other)
        template = gym.push()
        busy = Logbook(other, gym.logbook.lifter.uid, clock=gym.clock, uids=gym.uids, metrics=Metrics())
        with gym.store.write(), pytest.raises(StoreBusy):
            busy.start(template.uid, session_uid="s")
        assert gym.logbook.active() is None
        assert len(busy._desk.log_ids) == 0
        assert busy.start(template.uid, session_uid="s").uid == "s"
        assert len(busy._desk.log_ids) == 1


class TestStale:
    def test_finished_elsewhere(self, gym: Gym) -> None:
        session = gym.log(gym.start(gym.push()))
        gym.again().finish(session.uid)
        with pytest.raises(StaleSession, match="finished elsewhere") as error:
            log(gym.logbook, session, "lost?")
        assert error.value.theirs.status is Status.COMPLETED
        assert error.value.theirs.done == 1
        assert [one.uid for one in error.value.mine.exercises[0].performed][-1] == "lost?"
        assert counts(gym.logbook)["cache.cleanup:completed"] == 1

    def test_discarded_elsewhere(self, gym: Gym) -> None:
        session = gym.log(gym.start(gym.push()))
        gym.again().discard(session.uid)
        with pytest.raises(StaleSession, match="discarded elsewhere"):
            log(gym.logbook, session, "lost?")
        assert counts(gym.logbook)["cache.cleanup:discarded"] == 1
        gym.logbook.undiscard(session.uid)
        assert log(gym.logbook, session, "lost?").done == 2

    def test_discarded_elsewhere_and_its_number_taken_by_a_new_one(self, gym: Gym) -> None:
        """The set belongs to the exercise it was typed into, not to whoever has the slot now."""
        template = gym.push()
        session = gym.log(gym.start(template))
        other = gym.again()
        other.discard(session.uid)
        fresh = other.start(template.uid, session_uid="fresh")
        assert fresh.slot == session.slot
        with pytest.raises(StaleSession, match="discarded"):
            log(gym.logbook, session, "lost?")
        assert other.session("fresh").done == 0

    def test_discarded_here_and_its_number_taken_by_a_new_one(self, gym: Gym) -> None:
        """What is remembered of the new one must not draw the old one's sets to it."""
        template = gym.push()
        session = gym.log(gym.start(template))
        gym.logbook.discard(session.uid)
        fresh = gym.log(gym.start(template))
        assert fresh.slot == session.slot
        with pytest.raises(StaleSession, match="discarded"):
            log(gym.logbook, session, "lost?")
        assert gym.logbook.session(fresh.uid) == fresh

    def test_reopening_takes_the_set_with_the_same_uid(self, gym: Gym) -> None:
        session = gym.log(gym.start(gym.push()))
        gym.again().finish(session.uid)
        with pytest.raises(StaleSession):
            log(gym.logbook, session, "kept")
        gym.logbook.reopen(session.uid)
        assert [one.uid for one in log(gym.logbook, session, "kept").exercises[0].performed][-1] == "kept"

    def test_a_retry_of_a_set_that_was_saved_needs_no_running_session(self, gym: Gym) -> None:
        session = gym.start(gym.push())
        log(gym.logbook, session, "a")
        gym.again().finish(session.uid)
        assert log(gym.logbook, session, "a").done == 1


class TestRestored:
    """A backup was put in the place of the log, between two runs of one screen."""

    def swapped(self, gym: Gym, backup: Path) -> Logbook:
        """The same logbook object on the restored file, with all that it remembers."""
        gym.store.close()
        for suffix in ("-wal", "-shm"):
            gym.path.with_name(gym.path.name + suffix).unlink(missing_ok=True)
        shutil.copy(backup, gym.path)
        gym.store = gym.logbook._desk.store = Store(gym.path)
        return gym.logbook

    def backup(self, gym: Gym) -> Path:
        copy = gym.path.with_name("backup.db")
        gym.store.run("VACUUM INTO ?", (str(copy),))
        return copy

    def test_the_session_is_gone_and_begun_again(self, gym: Gym) -> None:
        template = gym.push()
        backup = self.backup(gym)
        session = gym.log(gym.start(template))
        logbook = self.swapped(gym, backup)
        after = log(logbook, session, "typed after")
        assert after.uid == session.uid
        assert after.slot == session.slot
        assert [one.uid for one in after.exercises[0].performed] == ["typed after"]
        assert counts(logbook)["cache.cleanup:gone"] == 1
        assert counts(logbook)["session.begun_again"] == 1

    def test_the_next_set_from_the_same_screen_follows_it(self, gym: Gym) -> None:
        template = gym.push()
        backup = self.backup(gym)
        session = gym.start(template)
        logbook = self.swapped(gym, backup)
        log(logbook, session, "one")
        after = log(logbook, session, "two")
        assert [one.n for one in after.exercises[0].performed] == [1, 2]
        assert len(after.exercises) == 2

    def test_its_id_is_another_sessions_now(self, gym: Gym, tmp_path: Path) -> None:
        """Ids are given out again in a restored file; only with the uid do they say which session it is."""
        template = gym.push()
        backup = self.backup(gym)
        mine = gym.start(template)
        mine_id = gym.store.value("SELECT id FROM session WHERE uid = ?", (mine.uid,))
        other_gym = make_gym(tmp_path / "other.db")
        other_gym.close()
        shutil.copy(backup, tmp_path / "other.db")
        elsewhere = Store(tmp_path / "other.db")
        foreign = Logbook(elsewhere, gym.logbook.lifter.uid, clock=gym.clock, uids=gym.uids, metrics=Metrics())
        theirs = foreign.start(template.uid, session_uid="theirs")
        foreign.finish(foreign.log_sets(theirs.slot, open_place(theirs), [NewSet("their set", done(60, 5))]).uid)
        elsewhere.close()
        logbook = self.swapped(gym, tmp_path / "other.db")
        assert gym.store.value("SELECT uid FROM session WHERE id = ?", (mine_id,)) == "theirs"
        after = log(logbook, mine, "mine")
        assert after.uid != "theirs"
        assert [one.uid for one in logbook.session("theirs").exercises[0].performed] == ["their set"]
        assert counts(logbook).get("session.begun_again") == 1

    def test_while_another_session_runs_in_it_the_set_is_refused_and_kept(self, gym: Gym) -> None:
        template, pull = gym.push(), gym.template("Pull A", gym.planned("Row"))
        running = gym.start(pull)
        backup = self.backup(gym)
        gym.logbook.discard(running.uid)
        session = gym.start(template)
        logbook = self.swapped(gym, backup)
        with pytest.raises(DuplicateSession) as error:
            log(logbook, session, "a")
        assert error.value.session_uid == running.uid
        logbook.discard(running.uid)
        assert log(logbook, session, "a").done == 1

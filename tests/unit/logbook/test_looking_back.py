"""The past in pages, what it comes to, and the records that were made."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from functools import partial

import pytest

from tests.support import DAY, MINUTE, Gym, done, kg
from workout_tui.errors import NotFound
from workout_tui.model.looking_back import weeks_in_a_row
from workout_tui.model.plan import SetKind
from workout_tui.model.records import RecordKind
from workout_tui.model.search import search
from workout_tui.model.session import Session, SetValues, Status
from workout_tui.store import history, outbox, sheets

MONDAY = date(2024, 9, 23)


def train(gym: Gym, days: int) -> list[Session]:
    """A session a day, oldest first."""
    push = gym.push()
    found = []
    for n in range(days):
        found.append(gym.trained(push, done(60 + n, 8), done(20, 5, SetKind.WARMUP)))
        gym.clock.pass_ms(DAY - 60 * MINUTE)
    return found


def copy(gym: Gym, session: Session, count: int) -> None:
    """Make so many sessions of one: the same exercise and set, an hour apart, each before the one before."""
    columns = "profile_id, template_id, title, local_date, utc_offset_min, status, template_revision, modified_at"
    counted = "SELECT (SELECT count(*) FROM session) UNION ALL SELECT n + 1 FROM t WHERE n < ?2 - 1"
    with gym.store.write():
        gym.store.run(
            f"WITH RECURSIVE t(n) AS ({counted}) INSERT INTO session(uid, occurrence, started_at, ended_at, {columns})"
            f" SELECT 'copy-' || n, n + 1, started_at - n * {60 * MINUTE}, ended_at - n * {60 * MINUTE}, {columns}"
            " FROM session, t WHERE uid = ?1",
            (session.uid, count),
        )
        gym.store.run(
            "INSERT INTO session_exercise(uid, session_id, position, exercise_id) SELECT 'block-' || s.uid, s.id, 1,"
            " (SELECT id FROM exercise LIMIT 1) FROM session s"
            " WHERE NOT EXISTS (SELECT 1 FROM session_exercise WHERE session_id = s.id)"
        )
        gym.store.run(
            "INSERT INTO performed_set(uid, session_exercise_id, n, load, unit, reps, at) SELECT 'set-' || b.uid, b.id,"
            " 1, 60000, 'kg', 8, 0 FROM session_exercise b WHERE uid LIKE 'block-%'"
            " AND NOT EXISTS (SELECT 1 FROM performed_set WHERE session_exercise_id = b.id)"
        )


def steps(gym: Gym, ask: Callable[[], object], each: int = 100) -> int:
    """How much SQLite does for it, in so many of its steps at a time."""
    counted = []
    gym.store.connection.set_progress_handler(lambda: counted.append(1), each)
    try:
        ask()
    finally:
        gym.store.connection.set_progress_handler(None, 0)
    return len(counted)


class TestPages:
    def test_newest_first_with_what_they_came_to(self, gym: Gym) -> None:
        first, second = train(gym, 2)
        newest, oldest = gym.logbook.past_page()
        assert (newest.uid, oldest.uid) == (second.uid, first.uid)
        assert (oldest.title, oldest.day, oldest.minutes, oldest.sets) == ("Push A", first.day, 60, 1)
        assert (oldest.volume_kg, oldest.status) == (480.0, Status.COMPLETED)

    def test_a_page_begins_behind_a_session_and_none_is_missed_or_shown_twice(self, gym: Gym) -> None:
        sessions = train(gym, 7)
        seen: list[str] = []
        while page := gym.logbook.past_page(behind=seen[-1] if seen else None, limit=2):
            seen += [line.uid for line in page]
        assert seen == [one.uid for one in reversed(sessions)]

    def test_sessions_of_one_moment_are_all_shown(self, gym: Gym) -> None:
        push = gym.push()
        for _ in range(3):  # 0 minutes each: they begin in the same millisecond
            gym.trained(push, done(60, 8), minutes=0)
        first = gym.logbook.past_page(limit=1)
        rest = gym.logbook.past_page(behind=first[0].uid)
        assert len({line.uid for line in (*first, *rest)}) == 3

    def test_back_to_a_day_has_all_of_it(self, gym: Gym) -> None:
        sessions = train(gym, 6)
        page = gym.logbook.past_page(back_to=sessions[2].day, limit=1)
        assert sessions[2].uid in {line.uid for line in page}

    def test_what_was_put_aside_is_apart(self, gym: Gym) -> None:
        first, second = train(gym, 2)
        gym.logbook.discard(first.uid)
        assert [line.uid for line in gym.logbook.past_page()] == [second.uid]
        assert [line.uid for line in gym.logbook.past_page(discarded=True)] == [first.uid]

    def test_a_volume_that_is_not_known_is_none(self, gym: Gym) -> None:
        gym.trained(gym.push(), SetValues(reps=8))
        assert gym.logbook.past_page()[0].volume_kg is None

    def test_lines_by_uid_in_the_order_asked_for(self, gym: Gym) -> None:
        first, second = train(gym, 2)
        running = gym.start()
        found = gym.logbook.past_lines([first.uid, "none", second.uid, running.uid])
        assert [line.uid for line in found] == [first.uid, second.uid]

    def test_behind_nothing_known_is_refused(self, gym: Gym) -> None:
        with pytest.raises(NotFound):
            gym.logbook.past_page(behind="none")


class TestTenThousand:
    def test_a_page_and_the_last_of_a_workout_cost_what_they_do_of_a_hundred(self, gym: Gym) -> None:
        """Steps of the database, not seconds: the same on every machine."""
        legs = gym.trained(gym.template("Legs", gym.planned("Squat")), done(100, 5)).slot.template_uid
        legs_id = gym.store.value("SELECT id FROM template WHERE uid = ?", (legs,))
        session = gym.trained(gym.push(), done(60, 8))
        costs = []
        for count in (100, 10_000):
            copy(gym, session, count)
            assert gym.logbook.totals().sessions == count
            behind = gym.logbook.past_page(limit=count)[-61].uid
            assert len(gym.logbook.past_page(limit=60)) == len(gym.logbook.past_page(behind=behind, limit=60)) == 60
            first, far = (partial(gym.logbook.past_page, behind=one, limit=60) for one in (None, behind))
            last = partial(history.latest_session, gym.store, legs_id)
            costs.append((max(steps(gym, first), steps(gym, far)), steps(gym, last, 1)))
        (page, workout), (far_page, far_workout) = costs
        assert 0 < far_page <= 1.25 * page
        assert 0 < far_workout <= 1.25 * workout


class TestSearching:
    @pytest.mark.parametrize(
        "query",
        ["push a", "bench", "flat", "hotel", "belt", "paused", "24 sep 2024", "2024-09-24", "bench sep hotel belt"],
    )
    def test_by_workout_exercise_its_other_names_any_note_and_date(self, gym: Gym, query: str) -> None:
        bench = gym.exercise("Bench Press")
        gym.logbook.change_exercise_field(bench.uid, "also", "Flat")
        wanted = gym.trained(gym.push(), SetValues(kg(60), 8, note="paused"))
        gym.logbook.note_session(wanted.uid, "in the Hôtel")
        gym.logbook.note_exercise(wanted.exercises[0].uid, "with a belt")
        gym.clock.pass_ms(2 * DAY)
        gym.trained(gym.template("Legs", gym.planned("Squat")), done(100, 5))
        texts = gym.logbook.past_texts()
        assert len(texts) == 2
        assert search(query, texts, gym.logbook.today()) == (wanted.uid,)
        assert gym.logbook.past_texts(discarded=True) == ()
        gym.logbook.discard(wanted.uid)
        assert search(query, gym.logbook.past_texts(), gym.logbook.today()) == ()
        assert search(query, gym.logbook.past_texts(discarded=True), gym.logbook.today()) == (wanted.uid,)


class TestTotals:
    def test_counts_and_weeks(self, gym: Gym) -> None:
        push = gym.push()
        for _ in range(3):
            gym.trained(push, done(60, 8))
            gym.clock.pass_ms(7 * DAY)
        gym.logbook.discard(gym.logbook.past_page()[0].uid)
        totals = gym.logbook.totals()
        assert (totals.sessions, totals.discarded) == (2, 1)
        assert totals.weeks_in_a_row == 0  # the last one is more than a week back
        gym.trained(push, done(60, 8))
        assert gym.logbook.totals().weeks_in_a_row == 1

    @pytest.mark.parametrize(
        ("weeks_ago", "row"),
        [
            ((), 0),
            ((0,), 1),
            ((1,), 1),
            ((2,), 0),
            ((0, 0, 1, 1, 1, 2), 3),
            ((0, 2), 1),
            ((1, 2, 4), 2),
            ((-1, 0, 1), 2),
            ((-1,), 0),
        ],
    )
    def test_weeks_in_a_row(self, weeks_ago: tuple[int, ...], row: int) -> None:
        assert weeks_in_a_row([MONDAY - timedelta(weeks=one) for one in weeks_ago], MONDAY) == row

    def test_heat_between_two_days(self, gym: Gym) -> None:
        first, second, third = train(gym, 3)
        heat = gym.logbook.heat_between(first.day, second.day)
        assert [one.day for one in heat] == [first.day, second.day]
        assert all(one.level for one in heat)
        assert third.day not in {one.day for one in heat}


class TestRecords:
    def test_what_made_them(self, gym: Gym) -> None:
        _, second = train(gym, 2)
        found = gym.logbook.made_records()
        assert {one.kind for one in found} == {RecordKind.WEIGHT, RecordKind.E1RM, RecordKind.VOLUME}
        assert {one.session_uid for one in found} == {second.uid}
        weight = next(one for one in found if one.kind is RecordKind.WEIGHT)
        assert (weight.values, weight.set_uid) == (done(61, 8), second.exercises[0].performed[0].uid)
        estimate = next(one.e1rm_kg for one in found if one.kind is RecordKind.E1RM)
        assert estimate == pytest.approx(61 * (1 + 8 / 30))

    def test_more_reps_at_a_load(self, gym: Gym) -> None:
        push = gym.push()
        gym.trained(push, done(100, 5), done(60, 12))
        gym.clock.pass_ms(DAY)
        gym.trained(push, done(60, 13))
        assert [one.kind for one in gym.logbook.made_records()] == [RecordKind.REPS]

    def test_the_state_moves_with_the_past_alone(self, gym: Gym) -> None:
        (first,) = train(gym, 1)
        state = gym.logbook.past_state()
        gym.log(gym.start(gym.push()))
        before = gym.logbook.past_state()
        gym.logbook.note_session(first.uid, "edited")
        assert gym.logbook.past_state() != before
        assert state[:3] == before[:3]


class TestSheet:
    def test_without_one_nothing_is_due(self, gym: Gym) -> None:
        train(gym, 1)
        assert gym.logbook.due_for_the_sheet() is None

    def test_due_until_it_is_there_and_again_once_it_was_corrected(self, gym: Gym) -> None:
        first, second = train(gym, 2)
        with gym.store.write():
            sheet_id = sheets.connect(
                gym.store,
                gym.logbook._desk.profile_id,
                sheets.Destination("s", 1, 2, title="Log", account="me"),
                at=gym.clock.at,
                anew=True,
            )
        assert gym.logbook.due_for_the_sheet() == frozenset({first.uid, second.uid})
        with gym.store.write():
            for one in outbox.due(gym.store, sheet_id):
                outbox.acknowledge(gym.store, sheet_id, one)
        assert gym.logbook.due_for_the_sheet() == frozenset()
        done_set = first.exercises[0].performed[0]
        gym.logbook.correct_set(done_set.uid, done(62.5, 8), was=done_set.values)
        assert gym.logbook.due_for_the_sheet() == frozenset({first.uid})

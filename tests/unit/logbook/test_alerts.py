"""What is counted, kept, and said."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import pytest

from tests.support import DAY, Gym, done
from workout_tui.cli import checks
from workout_tui.cli.findings import State
from workout_tui.errors import InvalidEntry
from workout_tui.logbook.alerts import Metrics, alerts, kept, percentile_ms
from workout_tui.paths import Paths


def saved(metrics: Metrics, count: int, milliseconds: float = 1.0) -> Metrics:
    for _ in range(count):
        metrics.saved(milliseconds)
    return metrics


class TestMetrics:
    def test_several_threads_lose_no_count(self) -> None:
        metrics = Metrics()
        with ThreadPoolExecutor(8) as pool:
            for _ in range(4000):
                pool.submit(metrics.count, "x")
        assert metrics.counts()["x"] == 4000

    def test_only_what_is_new_is_kept_again(self) -> None:
        metrics = saved(Metrics(), 2)
        first = metrics.unkept()
        metrics.kept(first)
        metrics.count("x")
        assert metrics.unkept() == {"x": 1}
        assert first["saves"] == 2

    def test_percentiles_are_bounds_of_classes(self) -> None:
        metrics = saved(saved(Metrics(), 98, 0.4), 2, 300)
        assert percentile_ms(metrics.counts(), 0.5) == 0.5
        assert percentile_ms(metrics.counts(), 0.99) == 500
        assert percentile_ms({}, 0.5) is None

    def test_slower_than_every_class(self) -> None:
        assert percentile_ms(saved(Metrics(), 1, 60_000).counts(), 0.5) == float("inf")


class TestKept:
    def test_another_program_sees_them_for_three_days(self, gym: Gym) -> None:
        gym.metrics.failed("StoreFull")
        gym.logbook.keep_metrics()
        other = gym.again()._desk.store
        assert kept(other, gym.clock.now() + 2 * DAY)["error:StoreFull"] == 1
        assert kept(other, gym.clock.now() + 4 * DAY) == {}

    def test_what_several_programs_count_adds_up(self, gym: Gym) -> None:
        for book in (gym.logbook, gym.again()):
            book._desk.metrics.count("x", 2)
            book.keep_metrics()
        assert kept(gym.store, gym.clock.now())["x"] == 4


class TestAlerts:
    def test_all_is_well(self) -> None:
        assert alerts(saved(Metrics(), 1000).counts()) == ()
        assert alerts({}) == ()

    def test_failing_saves(self) -> None:
        metrics = saved(Metrics(), 10)
        for kind in ("StoreBusy", "StoreFull", "StoreFull"):
            metrics.failed(kind)
        assert alerts(metrics.counts()) == ("3 of 13 saves failed. “workout doctor” says why.",)

    def test_a_few_failures_among_many_saves_are_the_way_of_the_world(self) -> None:
        metrics = saved(Metrics(), 1000)
        for _ in range(3):
            metrics.failed("StoreBusy")
        assert alerts(metrics.counts()) == ()

    def test_slow_saves(self) -> None:
        (words,) = alerts(saved(saved(Metrics(), 30), 3, 400).counts())
        assert "slow" in words
        assert alerts(saved(Metrics(), 5, 400).counts()) == ()

    def test_constraints_that_refuse(self, gym: Gym) -> None:
        session = gym.start(gym.push())
        for _ in range(3):
            with pytest.raises(InvalidEntry, match="The log refused"):
                gym.log(session, done(100, 1000))
        assert "refused 3" in gym.logbook.alerts()[0]
        gym.logbook.keep_metrics()
        paths = Paths.of({"WORKOUT_HOME": str(gym.path.parent)})
        (counters,) = (one for one in checks.examine(paths, gym.clock) if one.check == "counters")
        assert counters.state is State.NOTICE
        assert "CHECK constraint failed: reps BETWEEN 0 AND 999" in counters.words

    def test_what_a_lifter_mistypes_is_no_trouble_of_the_log(self, gym: Gym) -> None:
        for _ in range(3):
            with pytest.raises(InvalidEntry):
                gym.logbook.change_setting("week_goal", "many")
        assert gym.logbook.alerts() == ()

    def test_remembered_ids_that_are_often_stale(self) -> None:
        metrics = saved(Metrics(), 30)
        metrics.count("cache.hit", 30)
        metrics.count("cache.cleanup:completed", 4)
        assert "second “workout”" in alerts(metrics.counts())[0]

    def test_what_ends_here_is_no_stale_id(self, gym: Gym) -> None:
        for _ in range(5):
            gym.trained(gym.push(), *[done(100, 5)] * 3)
            gym.logbook.discard(gym.log(gym.start(gym.push())).uid)
        assert gym.logbook.alerts() == ()

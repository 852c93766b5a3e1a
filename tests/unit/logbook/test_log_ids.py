"""The map from slots to workout-log ids: bounded, counted, emptied with a reason."""

from __future__ import annotations

from workout_tui.logbook.alerts import Metrics
from workout_tui.logbook.log_ids import LogId, LogIds
from workout_tui.model.session import Slot


def slot(number: int) -> Slot:
    return Slot("template", number)


class TestLogIds:
    def test_miss_then_hit(self) -> None:
        metrics = Metrics()
        ids = LogIds(metrics)
        assert ids.get(slot(1)) is None
        ids.put(slot(1), LogId(7, "uid"))
        assert ids.get(slot(1)) == LogId(7, "uid")
        assert metrics.counts() == {"cache.miss": 1, "cache.hit": 1}

    def test_the_least_recently_used_goes_first(self) -> None:
        metrics = Metrics()
        ids = LogIds(metrics, limit=2)
        ids.put(slot(1), LogId(1, "one"))
        ids.put(slot(2), LogId(2, "two"))
        ids.get(slot(1))
        ids.put(slot(3), LogId(3, "three"))
        assert ids.get(slot(2)) is None
        assert ids.get(slot(1)) == LogId(1, "one")
        assert ids.get(slot(3)) == LogId(3, "three")
        assert metrics.counts()["cache.evicted"] == 1

    def test_it_never_holds_more_than_its_limit(self) -> None:
        ids = LogIds(Metrics())
        for number in range(1000):
            ids.put(slot(number), LogId(number, str(number)))
        assert len(ids) == 64

    def test_the_same_slot_again_replaces_its_id(self) -> None:
        ids = LogIds(Metrics())
        ids.put(slot(1), LogId(1, "old"))
        ids.put(slot(1), LogId(2, "new"))
        assert (ids.get(slot(1)), len(ids)) == (LogId(2, "new"), 1)

    def test_cleanup_counts_its_reason(self) -> None:
        metrics = Metrics()
        ids = LogIds(metrics)
        ids.put(slot(1), LogId(1, "one"))
        ids.cleanup(slot(1), "gone")
        assert ids.get(slot(1)) is None
        assert metrics.counts()["cache.cleanup:gone"] == 1

    def test_cleanup_of_what_is_not_there_is_harmless(self) -> None:
        ids = LogIds(Metrics())
        ids.cleanup(slot(1), "gone")
        assert len(ids) == 0

    def test_clear_forgets_everything(self) -> None:
        ids = LogIds(Metrics())
        ids.put(slot(1), LogId(1, "one"))
        ids.clear()
        assert ids.get(slot(1)) is None

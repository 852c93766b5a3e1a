"""Which exercise comes next."""

from __future__ import annotations

import copy

from hypothesis import given
from hypothesis import strategies as st

from workout_tui.model.sequence import PastOrder, lately, next_exercise

uids = st.sampled_from(["squat", "bench", "row", "press", "curl"])
orders = st.builds(PastOrder, st.sampled_from(["A", "B"]), st.lists(uids, unique=True, max_size=5).map(tuple))


def past(*exercises: str, title: str = "A") -> PastOrder:
    return PastOrder(title, exercises)


def test_what_was_done_lately_is_named_once_the_latest_first() -> None:
    assert lately([past("squat", "bench"), past("row", "squat")]) == ("row", "squat", "bench")
    assert lately([]) == ()


def test_what_followed_last_time_comes_next() -> None:
    assert next_exercise([past("squat", "bench", "row")], ["squat"], "A") == ("bench",)


def test_what_is_done_is_passed_over() -> None:
    assert next_exercise([past("squat", "bench", "row")], ["bench", "squat"], "A") == ("row",)


def test_at_the_end_the_first_one_left_out_is_offered() -> None:
    assert next_exercise([past("squat", "bench", "row")], ["bench", "row"], "A") == ("squat",)


def test_nothing_is_left() -> None:
    assert next_exercise([past("squat", "bench")], ["squat", "bench"], "A") == ()


def test_only_sessions_with_the_exercise_just_finished_have_a_vote() -> None:
    assert next_exercise([past("squat", "bench"), past("curl", "row")], ["squat"], "A") == ("bench",)


def test_newer_sessions_count_more() -> None:
    assert next_exercise([past("squat", "bench"), past("squat", "row")], ["squat"], "A") == ("row", "bench")


def strangers(start: str, count: int) -> list[PastOrder]:
    """Sessions of another workout, each with an exercise of its own after `start`."""
    return [past(*filter(None, [start, f"odd {n}"]), title="Legs") for n in range(count)]


def test_the_same_title_counts_three_times() -> None:
    mine, newest = past("squat", "bench", title="Push "), past("squat", "row", title="Legs")
    # 3 × 0.8⁴ is more than 1, 3 × 0.8⁵ is less.
    assert next_exercise([mine, *strangers("squat", 3), newest], ["squat"], "push")[0] == "bench"
    assert next_exercise([mine, *strangers("squat", 4), newest], ["squat"], "push")[0] == "row"


def test_sessions_like_today_count_more() -> None:
    today = ["press", "curl", "squat"]
    like, newest = past(*today, "bench"), past("squat", "row")
    # (1 + 3) × 0.8³ is more than 1 + 1, (1 + 3) × 0.8⁴ is less.
    assert next_exercise([like, *strangers("squat", 2), newest], today, "A")[0] == "bench"
    assert next_exercise([like, *strangers("squat", 3), newest], today, "A")[0] == "row"


def test_the_thirtieth_session_with_it_votes_and_the_thirty_first_does_not() -> None:
    odd, usual = past("squat", "curl"), [past("squat", "bench")] * 29
    assert "curl" in next_exercise([odd, *usual, *[past("row")] * 9], ["squat"], "A")
    assert "curl" not in next_exercise([odd, *usual, past("squat", "bench")], ["squat"], "A")


def test_the_day_begins_with_what_this_workout_began_with() -> None:
    mine, newest = past("squat", title="Push"), past("row", title="Legs")
    # 3 × 0.8¹² is more than 0.2, 3 × 0.8¹³ is less.
    assert next_exercise([mine, *strangers("", 11), newest], [], "Push")[0] == "squat"
    assert next_exercise([mine, *strangers("", 12), newest], [], "Push")[0] == "row"


def test_an_empty_session_says_nothing() -> None:
    assert next_exercise([past()], [], "A") == ()


def test_equal_votes_go_to_the_newest_session() -> None:
    history = [past("squat", "bench"), past("squat", "row"), past("curl", "row")]
    assert next_exercise(history, ["squat"], "A")[0] == "row"


@given(st.lists(orders, max_size=35), st.lists(uids, max_size=5), st.sampled_from(["A", "B", ""]))
def test_whatever_happened_before(history: list[PastOrder], today: list[str], title: str) -> None:
    before = copy.deepcopy((history, today))
    answer = next_exercise(history, today, title)
    assert len(answer) <= 3
    assert len(set(answer)) == len(answer)
    assert not set(answer) & set(today)
    assert (history, today) == before
    assert next_exercise(history, today, title) == answer

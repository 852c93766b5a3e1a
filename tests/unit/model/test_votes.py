"""The voting rule: forty worked examples, the bounds they leave open, and what must hold for any history."""

from __future__ import annotations

import copy
import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workout_tui.model.load import milli
from workout_tui.model.votes import Pair, Past, Rules, common_step, predict

EXAMPLES: list[dict[str, Any]] = json.loads(
    Path(__file__).with_name("prefill_examples.json").read_text(encoding="utf-8"), parse_float=milli
)["examples"]
BARBELL = Rules(step=2_500)

pairs = st.tuples(st.sampled_from([-20_000, 0, 20_000, 60_000, 62_500, 100_000]), st.integers(0, 12))
pasts = st.builds(Past, st.sampled_from(["A", "B", ""]), st.lists(pairs, min_size=1, max_size=5).map(tuple))
rules = st.builds(Rules, st.sampled_from([0, 2_500]), st.sampled_from([0, 1, 5]), signed=st.booleans())


def session(*sets: Pair, title: str = "A") -> Past:
    return Past(title, sets)


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: f"{example['id']}-{example['why'][:40]}")
def test_worked_example(example: dict[str, Any]) -> None:
    history = [session(*[(w, r) for w, r, _ in past["sets"]], title=past["name"]) for past in example["history"]]
    today = [(w, r) for w, r, _ in example["today"]]
    step = common_step(history, cap=10_000) or 2_500
    assert step == example["expect_step"]
    assert predict(history, today, example["workout_name"], Rules(step)) == tuple((w, r) for w, r in example["expect"])


def test_all_forty_examples_are_there() -> None:
    assert [example["id"] for example in EXAMPLES] == list(range(1, 41))


class TestFirstSet:
    heavy = session((100_000, 5), title="Heavy")
    light = session((70_000, 10), title="Light")

    def test_a_namesake_is_looked_for_among_the_last_twelve(self) -> None:
        others = [session((30_000, 5), title="C"), session((50_000, 5), title="D")] * 6
        assert predict([self.heavy, *others[:11]], [], "Heavy", BARBELL)[0] == (100_000, 5)
        assert predict([self.heavy, *others], [], "Heavy", BARBELL)[0] == (50_000, 5)

    def test_only_the_last_eight_sessions_judge_whether_titles_tell(self) -> None:
        # The alternation is old; lately the title said nothing, so the last session leads.
        vague = [session((60_000 + 100 * n, 8), title="AB"[n % 2]) for n in range(9)]
        assert predict([*[self.heavy, self.light] * 6, *vague], [], "B", BARBELL)[0] == (60_800, 8)

    def test_the_eighth_session_back_is_judged_and_the_ninth_is_not(self) -> None:
        proof = [self.heavy, self.light, self.heavy]
        others = [session((50_000, 8), title=f"day {n}") for n in range(8)]
        assert predict([*proof, *others[:7]], [], "Heavy", BARBELL)[0] == (100_000, 5)
        assert predict([*proof, *others], [], "Heavy", BARBELL)[0] == (50_000, 8)

    def test_as_near_by_title_as_by_turn_is_no_proof_either_way(self) -> None:
        a, b, a_between = (session((load, 8), title=title) for load, title in ((60, "A"), (80, "B"), (70, "A")))
        assert predict([a, b, a_between], [], "B", BARBELL)[0] == (70, 8)
        assert predict([a, b, a_between, b], [], "A", BARBELL)[0] == (70, 8)

    def test_older_first_sets_are_taken_from_the_twelve_newest_sessions(self) -> None:
        same = [session((60_000, 8))] * 11
        assert (40_000, 8) in predict([session((40_000, 8)), *same], [], "A", BARBELL)
        assert (40_000, 8) not in predict([session((40_000, 8)), *same, session((60_000, 8))], [], "A", BARBELL)

    def test_no_step_offers_no_heavier_load(self) -> None:
        assert predict([session((0, 60))], [], "A", Rules(step=0, notch=5)) == ((0, 60), (0, 65))


class TestLaterSets:
    def test_one_other_session_at_another_load_only_draws_level(self) -> None:
        other = session((50_000, 8), (55_000, 8), title="B")
        assert predict([other], [(60_000, 8)], "A", BARBELL)[:2] == ((60_000, 8), (65_000, 8))
        assert predict([other], [(60_000, 8)], "B", BARBELL)[:2] == ((65_000, 8), (60_000, 8))

    def test_a_title_makes_up_for_one_session_of_age_not_for_two(self) -> None:
        mine, short = session((60_000, 8), (70_000, 5)), session((60_000, 8), title="B")
        other = session((60_000, 8), (50_000, 12), title="B")
        assert predict([mine, other], [(60_000, 8)], "A", BARBELL)[0] == (70_000, 5)
        assert predict([mine, short, other], [(60_000, 8)], "A", BARBELL)[0] == (50_000, 12)

    def test_the_notch_is_what_is_taken_off(self) -> None:
        assert predict([], [(0, 60)], "A", Rules(0, notch=5)) == ((0, 60), (0, 55), (0, 50))

    def test_without_a_notch_nothing_is_made_up(self) -> None:
        assert predict([], [(0, 5_000)], "A", Rules(0, notch=0)) == ((0, 5_000),)

    def test_assistance_may_go_below_zero(self) -> None:
        history = [session((-10_000, 8), (-20_000, 8))]
        assert predict(history, [(-10_000, 8)], "A", Rules(2_500, signed=True))[0] == (-20_000, 8)
        assert all(load >= 0 for load, _ in predict(history, [(5_000, 8)], "A", BARBELL))

    def test_after_a_failed_set_nothing_with_no_reps_is_offered(self) -> None:
        assert predict([], [(100_000, 0)], "A", BARBELL) == ()


class TestStep:
    def test_the_commonest_gap(self) -> None:
        assert common_step([session((60_000, 5), (65_000, 5), (70_000, 5), (71_000, 5))], cap=10_000) == 5_000

    def test_the_smaller_of_equally_common_gaps(self) -> None:
        assert common_step([session((60_000, 5), (65_000, 5), (67_500, 5))], cap=10_000) == 2_500

    def test_gaps_beyond_the_cap_are_not_steps(self) -> None:
        assert common_step([session((60_000, 5), (75_000, 5))], cap=10_000) is None
        assert common_step([session((60_000, 5), (75_000, 5))], cap=20_000) == 15_000

    def test_only_the_last_twenty_sessions_count(self) -> None:
        old, same = session((61_000, 5)), [session((60_000, 5))] * 19
        assert common_step([old, *same], cap=10_000) == 1_000
        assert common_step([old, *same, *same[:1]], cap=10_000) is None


@given(st.lists(pasts, max_size=25), st.lists(pairs, max_size=5), st.sampled_from(["A", "B"]), rules)
def test_whatever_happened_before(history: list[Past], today: list[Pair], title: str, own: Rules) -> None:
    before = copy.deepcopy((history, today))
    answer = predict(history, today, title, own)
    assert len(answer) <= 3
    assert len(set(answer)) == len(answer)
    assert all(amount >= 1 and (own.signed or load >= 0) for load, amount in answer)
    assert (history, today) == before
    assert predict(history, today, title, own) == answer


@given(st.lists(pasts, min_size=21, max_size=25), st.lists(pairs, max_size=3))
def test_what_lies_further_back_has_no_vote(history: list[Past], today: list[Pair]) -> None:
    assert predict(history, today, "A", BARBELL) == predict(history[-20:], today, "A", BARBELL)


@given(st.lists(pasts, max_size=25), st.lists(pairs, min_size=1, max_size=3), st.integers(1, 50_000))
def test_the_rule_knows_no_absolute_load(history: list[Past], today: list[Pair], shift: int) -> None:
    def shifted(sets: tuple[Pair, ...]) -> tuple[Pair, ...]:
        return tuple((load + shift, amount) for load, amount in sets)

    signed = Rules(2_500, signed=True)
    moved = predict([Past(t, shifted(sets)) for t, sets in history], shifted(tuple(today)), "A", signed)
    assert moved == shifted(predict(history, today, "A", signed))

"""Comparing two lists by uid."""

from __future__ import annotations

from dataclasses import dataclass

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workout_tui.model.changes import Changes, compare


@dataclass(frozen=True)
class Thing:
    uid: str
    value: int = 0


A, B, C, D = (Thing(uid) for uid in "abcd")

lists = st.lists(st.builds(Thing, st.sampled_from("abcdefg"), st.integers(0, 2)), unique_by=lambda thing: thing.uid)


def apply(changes: Changes[Thing], existing: list[Thing]) -> tuple[Thing, ...]:
    things = {one.uid: one for one in existing if one.uid not in changes.to_delete}
    things |= {one.uid: one for one in (*changes.to_update, *changes.to_insert)}
    assert set(things) == set(changes.order)
    return tuple(things[uid] for uid in changes.order)


def test_nothing_changed() -> None:
    changes = compare([A, B], [A, B])
    assert not changes
    assert changes.order == ("a", "b")


def test_inserted_updated_and_deleted() -> None:
    changes = compare([A, B, C], [A, Thing("b", 1), D])
    assert changes.to_insert == (D,)
    assert changes.to_update == (Thing("b", 1),)
    assert changes.to_delete == ("c",)
    assert not changes.order_changed
    assert changes


def test_equal_values_under_another_uid_are_another_thing() -> None:
    changes = compare([Thing("a", 5)], [Thing("b", 5)])
    assert (changes.to_insert, changes.to_update, changes.to_delete) == ((Thing("b", 5),), (), ("a",))


@pytest.mark.parametrize(
    ("updated", "changed"),
    [([B, A], True), ([A, B, C], False), ([C, A, B], True), ([A, C, B], True), ([B], False), ([B, C], False)],
)
def test_the_order_changes_when_appending_would_not_give_it(updated: list[Thing], changed: bool) -> None:
    assert compare([A, B], updated).order_changed is changed


@pytest.mark.parametrize("lists", [([A, A], [A]), ([A], [A, Thing("a", 1)])])
def test_a_uid_stands_once(lists: tuple[list[Thing], list[Thing]]) -> None:
    with pytest.raises(ValueError, match="listed twice: a"):
        compare(*lists)


@given(lists, lists)
def test_the_changes_turn_one_into_the_other(existing: list[Thing], updated: list[Thing]) -> None:
    before = (tuple(existing), tuple(updated))
    changes = compare(existing, updated)
    assert apply(changes, existing) == tuple(updated)
    assert bool(changes) is (existing != updated)
    assert (tuple(existing), tuple(updated)) == before


@given(lists, lists)
def test_without_a_change_of_order_deleting_and_appending_is_enough(
    existing: list[Thing], updated: list[Thing]
) -> None:
    changes = compare(existing, updated)
    fresh = {one.uid: one for one in changes.to_update}
    appended = [fresh.get(one.uid, one) for one in existing if one.uid not in changes.to_delete]
    assert ([*appended, *changes.to_insert] == updated) is not changes.order_changed

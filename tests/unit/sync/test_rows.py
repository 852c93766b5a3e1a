"""A session as rows, and rows as sets again; cells, columns and tokens."""

from __future__ import annotations

import random
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workout_tui.errors import NeedsUser
from workout_tui.model.exercise import Exercise, Measure
from workout_tui.model.load import Distance, DistanceUnit, Load, Unit
from workout_tui.model.plan import SetKind
from workout_tui.model.session import PerformedSet, Session, SessionExercise, SetValues, Slot, Status
from workout_tui.sync import cells, columns, row_reading, rows, tokens
from workout_tui.sync.cells import Value
from workout_tui.sync.columns import CONTENT, FIRST, HIDDEN, Column
from workout_tui.sync.row_reading import Unreadable

UID, BLOCK, SET = (f"01923f5e-0000-7000-8000-00000000000{n}" for n in range(3))

loads = st.builds(Load, st.integers(-1_000_000, 2_000_000), st.sampled_from(Unit))
distances = st.builds(Distance, st.integers(0, 1_000_000_000), st.sampled_from(DistanceUnit))
notes = st.text(st.characters(codec="utf-8"), max_size=40)
values = st.builds(
    SetValues,
    load=st.none() | loads,
    reps=st.none() | st.integers(0, 999),
    seconds=st.none() | st.integers(0, 604_800),
    distance=st.none() | distances,
    rpe10=st.none() | st.integers(0, 100),
    kind=st.sampled_from(SetKind),
    note=notes,
)


def session(*done: SetValues, measure: Measure = Measure.WEIGHT, **more: object) -> Session:
    block = SessionExercise(
        BLOCK, 1, Exercise("e", "Squat", measure),
        performed=tuple(PerformedSet(f"{SET}{n}", n + 1, one, 1_700_000_000_123 + n) for n, one in enumerate(done)),
    )  # fmt: skip
    whole: dict[str, object] = {
        "uid": UID, "slot": Slot("t", 1), "title": "Legs", "day": date(2023, 11, 14), "started_at": 1_700_000_000_001,
        "utc_offset_min": -210, "ended_at": 1_700_003_600_999, "status": Status.COMPLETED, "exercises": (block,),
    }  # fmt: skip
    return Session(**{**whole, **more})  # type: ignore[arg-type]


def row(done: SetValues, **more: object) -> rows.Cells:
    (found,) = rows.of_session(session(done, **more), "Ann").values()  # type: ignore[arg-type]
    return found


class TestRows:
    @given(
        values, st.none() | st.builds(Load, st.integers(1, 1_000_000), st.sampled_from(Unit)), st.sampled_from(Measure)
    )
    def test_a_row_is_the_set_again(self, done: SetValues, body: Load | None, measure: Measure) -> None:
        read = row_reading.read(row(done, bodyweight=body, measure=measure))
        kept = "".join(one for one in done.note if one in "\n\t" or one.isprintable()).rstrip()
        assert (read.values.load, read.values.reps, read.values.seconds) == (done.load, done.reps, done.seconds)
        assert (read.values.rpe10, read.values.kind, read.values.note) == (done.rpe10, done.kind, kept)
        assert read.values.distance == done.distance
        assert (read.bodyweight, read.measure) == (body, measure)
        assert (read.session_uid, read.block, read.n, read.at) == (UID, 1, 1, 1_700_000_000_123)
        assert (read.started_at, read.ended_at, read.utc_offset_min) == (1_700_000_000_001, 1_700_003_600_999, -210)
        assert (read.exercise, read.title, read.day, read.lifter) == ("Squat", "Legs", date(2023, 11, 14), "Ann")

    def test_numbers_are_numbers_and_texts_are_texts(self) -> None:
        found = row(SetValues(Load(102_500, Unit.LB), 5, rpe10=85, note="=1+1"))
        assert {column: found[column] for column in (Column.WEIGHT, Column.UNIT, Column.REPS, Column.RPE)} == {
            Column.WEIGHT: 102.5, Column.UNIT: "lb", Column.REPS: 5, Column.RPE: 8.5,
        }  # fmt: skip
        assert (found[Column.DATE], found[Column.NOTE], found[Column.E1RM]) == (45244, "=1+1", 119.58)
        assert isinstance(row(SetValues(Load(100_000, Unit.KG), 5))[Column.WEIGHT], int)
        assert cells.cell("=1+1") == {"userEnteredValue": {"stringValue": "=1+1"}}
        assert cells.cell(45244, date=True)["userEnteredFormat"]["numberFormat"]["type"] == "DATE"

    def test_warm_ups_count_to_nothing(self) -> None:
        found = row(SetValues(Load(60_000, Unit.KG), 5, kind=SetKind.WARMUP))
        assert (found[Column.VOLUME], found[Column.E1RM]) == (None, None)

    def test_volume_is_in_the_unit_of_the_row(self) -> None:
        assert row(SetValues(Load(225_000, Unit.LB), 5))[Column.VOLUME] == 1125
        dips = row(SetValues(reps=10), measure=Measure.BODYWEIGHT, bodyweight=Load(80_000, Unit.KG))
        assert (dips[Column.VOLUME], dips[Column.UNIT], dips[Column.BODYWEIGHT]) == (800, "kg", 80)

    def test_a_bodyweight_in_another_unit_says_so(self) -> None:
        assert (
            row(SetValues(Load(20_000, Unit.KG), 5), bodyweight=Load(181_500, Unit.LB))[Column.BODYWEIGHT] == "181.5 lb"
        )

    def test_a_set_that_is_gone_counts_to_nothing(self) -> None:
        found = rows.removed(row(SetValues(Load(100_000, Unit.KG), 5, note="x"), bodyweight=Load(80_000, Unit.KG)))
        assert {column for column in CONTENT if isinstance(found[column], (int, float))} == {Column.DATE, Column.SET}
        assert (found[Column.STATUS], found[Column.NOTE]) == ("removed", "x")
        assert rows.removed(found) == found

    def test_json_there_and_back(self) -> None:
        found = row(SetValues(Load(100_000, Unit.KG), 5))
        assert rows.of_json(rows.to_json(found)) == found

    @pytest.mark.parametrize(
        ("column", "value"),
        [(Column.REPS, "many"), (Column.REPS, 5.5), (Column.WEIGHT, "12,5"), (Column.KIND, "heavy"), (Column.UNIT, ""),
         (Column.SESSION, "x"), (Column.STARTED, "yesterday"), (Column.DATE, "soon"), (Column.BODYWEIGHT, "x kg")],
    )  # fmt: skip
    def test_what_cannot_be_read_is_named(self, column: Column, value: Value) -> None:
        found = {**row(SetValues(Load(100_000, Unit.KG), 5)), column: value}
        with pytest.raises(Unreadable) as refused:
            row_reading.read(found)
        assert refused.value.column is column


class TestCells:
    @pytest.mark.parametrize(
        ("one", "other"),
        [(100, 100.0), ("100", 100), ("a ", "a"), (None, ""), ("a\r\nb", "a\nb"), (0.1 + 0.2, 0.3), (-0.0, 0)],
    )
    def test_the_same(self, one: Value, other: Value) -> None:
        assert cells.same(one, other)

    @pytest.mark.parametrize(("one", "other"), [("12,5", 12.5), (100, 101), ("a", "A"), (0, None), ("1e2", 100)])
    def test_not_the_same(self, one: Value, other: Value) -> None:
        assert not cells.same(one, other)

    def test_values_of_answers(self) -> None:
        assert [cells.of_json(one) for one in (True, "", None, 5, "x")] == ["TRUE", None, None, 5, "x"]
        assert (
            cells.of_cell_data({"effectiveValue": {"numberValue": 5}, "userEnteredValue": {"formulaValue": "=2+3"}})
            == 5
        )
        assert cells.of_cell_data({}) is None


class TestColumns:
    def test_keys_and_tokens_stand_between_visible_columns(self) -> None:
        order = list(Column)
        assert len(order) == 23
        for hidden in HIDDEN[:2]:
            place = order.index(hidden)
            assert order[place - 1] not in HIDDEN
            assert order[place + 1] not in HIDDEN

    def test_they_are_found_wherever_they_are(self) -> None:
        header: list[Value] = [*reversed(list(Column)), None, "Mood", ""]
        found = columns.find(["Mine", *header])
        assert found[Column.DATE] == 23
        assert found.width == 24
        assert columns.find(list(Column)) == FIRST

    def test_a_missing_or_double_one_is_told(self) -> None:
        with pytest.raises(NeedsUser, match="no column “Reps”"):
            columns.find([one for one in Column if one is not Column.REPS])
        with pytest.raises(NeedsUser, match="two columns named “Note”"):
            columns.find([*Column, "Note"])
        columns.find([*Column, "Mood", "Mood"])


class TestTokens:
    def test_a_token_fits_its_own_key_only(self) -> None:
        token = str(tokens.Token("a-1", 3, "0011223344", tokens.nonce(random.Random(1))))
        assert tokens.fits("a-1", token)
        assert not tokens.fits("a-2", token)
        assert not tokens.fits("a-1", tokens.of_copy(token, random.Random(2)))
        assert tokens.is_copy(tokens.of_copy(token, random.Random(2)))
        assert [tokens.read(one) for one in (None, "", "a:b", "a:x:c:d", 5)] == [None] * 5

    def test_the_hash_knows_what_was_written(self) -> None:
        found = row(SetValues(Load(100_000, Unit.KG), 5))
        assert tokens.digest(found) == tokens.digest({**found, Column.REPS: 5.0, Column.NOTE: ""})
        assert tokens.digest(found) != tokens.digest({**found, Column.REPS: 6})

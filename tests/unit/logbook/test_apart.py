"""Two lifters on one laptop: whatever uid of one the other names, it is not found, and nothing changes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from tests.support import Gym, done, kg, open_place
from workout_tui.errors import NotFound
from workout_tui.logbook.logbook import Logbook, NewSet
from workout_tui.model.facts import Facts
from workout_tui.model.intake import ImportSource, PastBlock, PastSession, PastSet
from workout_tui.model.plan import SetKind, Target, Template
from workout_tui.model.session import Session
from workout_tui.store.connection import Store

Call = Callable[[Logbook, Session], object]

REFUSED: dict[str, Call] = {
    "session": lambda book, s: book.session(s.uid),
    "summary": lambda book, s: book.summary(s.uid),
    "audit_trail": lambda book, s: book.audit_trail(s.uid),
    "past_page": lambda book, s: book.past_page(behind=s.uid),
    "template": lambda book, s: book.template(s.slot.template_uid),
    "planned_today": lambda book, s: book.planned_today(s.slot.template_uid),
    "start": lambda book, s: book.start(s.slot.template_uid, session_uid="mine"),
    "start the same": lambda book, s: book.start(None, session_uid=s.uid),
    "log_sets": lambda book, s: book.log_sets(s.slot, open_place(s), [NewSet("new", done(1, 1))]),
    "log_sets a known set": lambda book, s: book.log_sets(s.slot, open_place(s), [NewSet(_set(s), done(1, 1))]),
    "edit_set": lambda book, s: book.edit_set(_set(s), done(1, 1)),
    "correct_set": lambda book, s: book.correct_set(_set(s), done(1, 1), was=done(100, 5)),
    "log_past_sets": lambda book, s: book.log_past_sets(s.uid, open_place(s), [NewSet("new", done(1, 1))]),
    "amend": lambda book, s: book.amend(s.uid, replace(Facts.of(s), title="mine"), was=None),
    "add_past": lambda book, s: book.add_past(s.slot.template_uid, session_uid="mine", started_at=0, ended_at=0),
    "add_past the same": lambda book, s: book.add_past(None, session_uid=s.uid, started_at=0, ended_at=0),
    "start_again": lambda book, s: book.start_again(s.uid, session_uid="mine"),
    "remove_set": lambda book, s: book.remove_set(_set(s)),
    "move_sets": lambda book, s: book.move_sets(_block(s), _exercise(s)),
    "set_kind": lambda book, s: book.set_kind(_planned(s), SetKind.WARMUP),
    "skip": lambda book, s: book.skip(_planned(s)),
    "unskip": lambda book, s: book.unskip(_planned(s)),
    "skip_exercise": lambda book, s: book.skip_exercise(_block(s)),
    "unskip_exercise": lambda book, s: book.unskip_exercise(_block(s)),
    "add_set": lambda book, s: book.add_set(_block(s)),
    "insert_sets": lambda book, s: book.insert_sets(_block(s), 1, [Target()]),
    "remove_planned": lambda book, s: book.remove_planned(_planned(s)),
    "add_exercise": lambda book, s: book.add_exercise(s.uid, _exercise(s)),
    "remove_exercise": lambda book, s: book.remove_exercise(_block(s)),
    "swap_exercise": lambda book, s: book.swap_exercise(_block(s), _exercise(s)),
    "reorder": lambda book, s: book.reorder(s.uid, [_block(s)]),
    "set_superset": lambda book, s: book.set_superset(s.uid, {_block(s): "A"}),
    "note_session": lambda book, s: book.note_session(s.uid, "mine"),
    "note_exercise": lambda book, s: book.note_exercise(_block(s), "mine"),
    "set_bodyweight": lambda book, s: book.set_bodyweight(s.uid, kg(1)),
    "undo": lambda book, s: book.undo(s.uid),
    "redo": lambda book, s: book.redo(s.uid),
    "finish": lambda book, s: book.finish(s.uid),
    "reopen": lambda book, s: book.reopen(s.uid),
    "discard": lambda book, s: book.discard(s.uid),
    "undiscard": lambda book, s: book.undiscard(s.uid),
    "rest": lambda book, s: book.rest(s.uid, 1, 1),
    "save_session": lambda book, s: book.save_session(replace(s, note="mine"), expected_revision=None),
    "save_template": lambda book, s: book.save_template(_template(book, s)),
    "adopt_template": lambda book, s: book.adopt_template(s.slot.template_uid),
    "archive_template": lambda book, s: book.archive_template(s.slot.template_uid),
    "start_program": lambda book, s: book.start_program(_program(book)),
    "undo_program": lambda book, s: book.undo_program(_program(book)),
    "redo_program": lambda book, s: book.redo_program(_program(book)),
    "move_template": lambda book, s: book.move_template(s.slot.template_uid, 1),
    "skip_day": lambda book, s: book.skip_day(),
    "archive_program": lambda book, s: book.archive_program(_program(book)),
    "undo_template": lambda book, s: book.undo_template(s.slot.template_uid),
    "redo_template": lambda book, s: book.redo_template(s.slot.template_uid),
    "update_template": lambda book, s: book.update_template(s.uid),
    "save_as_template": lambda book, s: book.save_as_template(s.uid, "Mine"),
    "change_lifter": lambda book, s: book.change_lifter(book.lifters()[0]),
    "undo_import": lambda book, s: book.undo_import(_batch(book)),
}
"""Every public call that names something of a lifter's."""

OWN = {
    "active", "add_exercise_to_library", "add_exercises", "add_program", "alerts", "archive_exercise",
    "arrange_program", "bests", "change_exercise_field", "change_setting", "data_version_moved",
    "due_for_the_sheet", "exercise_form", "exercise_setting", "exercises", "heat", "heat_between", "history",
    "home", "imports", "keep_metrics", "leave_program", "lifter", "lifters", "look_for_records", "made_records",
    "merge_exercises", "of", "orders", "past_lines", "past_state", "past_texts", "plates", "practised",
    "preview", "programs", "rack", "read_exercise_field", "read_setting", "records", "redo_exercises",
    "redo_setting", "sessions_with", "set_exercise_setting", "set_exercise_settings",
    "sets", "settings", "standing", "take_in", "take_programs", "templates", "today", "totals", "training", "trend",
    "undo_exercises", "undo_setting", "whole",
}  # fmt: skip
"""Those that name nothing, or only exercises, which all share; below, they are asked what they give away."""


def _set(session: Session) -> str:
    return session.exercises[0].performed[0].uid


def _block(session: Session) -> str:
    return session.exercises[0].uid


def _planned(session: Session) -> str:
    return session.exercises[0].planned[2].uid


def _exercise(session: Session) -> str:
    return session.exercises[1].exercise.uid


def _ann(book: Logbook) -> Logbook:
    return book.of(book.lifters()[0].uid)


def _template(book: Logbook, session: Session) -> Template:
    return replace(_ann(book).template(session.slot.template_uid), name="Mine")


def _program(book: Logbook) -> str:
    return _ann(book).programs()[0].uid


def _batch(book: Logbook) -> str:
    return _ann(book).imports()[0].uid


def everything(store: Store) -> list[list[tuple[object, ...]]]:
    """All rows of all tables that hold what lifters wrote."""
    tables = [
        row["name"]
        for row in store.rows("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite%'")
        if row["name"] not in {"metric", "act"}
    ]
    return [[tuple(row) for row in store.rows(f"SELECT * FROM {table}")] for table in tables]


@pytest.fixture
def session(gym: Gym) -> Session:
    bench = gym.exercise("Bench Press")
    gym.logbook.take_in(
        ImportSource("strong", "strong.csv", "0" * 64),
        [PastSession("1", "Old", 0, 0, (PastBlock(bench, (PastSet(done(50, 5)),)),))],
    )
    return gym.log(gym.start(gym.push()), count=2)


@pytest.fixture
def bo(gym: Gym, session: Session) -> Logbook:
    return gym.other_lifter()


class TestApart:
    def test_every_public_call_is_looked_at(self) -> None:
        public = {name for name in dir(Logbook) if not name.startswith("_")}
        asked = {name.split()[0] for name in REFUSED}
        assert asked | OWN == public
        assert not asked & OWN

    @pytest.mark.parametrize("call", REFUSED)
    def test_another_lifters_uid_is_not_found_and_nothing_changes(
        self, gym: Gym, session: Session, bo: Logbook, call: str
    ) -> None:
        before = everything(gym.store)
        with pytest.raises(NotFound):
            REFUSED[call](bo, session)
        assert everything(gym.store) == before

    def test_nothing_is_given_away(self, gym: Gym, session: Session, bo: Logbook) -> None:
        gym.logbook.finish(session.uid)
        bench = _exercise(session)
        assert bo.active() is None
        assert bo.templates() == ()
        assert (bo.past_page(), bo.past_lines([session.uid]), bo.made_records()) == ((), (), ())
        assert (bo.past_texts(), bo.sessions_with(bench)) == ((), ())
        assert bo.due_for_the_sheet() is None
        assert (bo.totals().sessions, bo.totals().weeks_in_a_row) == (0, 0)
        assert bo.orders() == ()
        assert bo.sets().rows == ()
        assert bo.records().rows == ()
        assert bo.whole().sessions == ()
        assert {template.uid for program in bo.whole().programs for template in program.templates} == set()
        assert bo.history(session.exercises[0].exercise.uid) == ()
        assert bo.bests(session.exercises[0].exercise.uid).sessions == 0
        assert bo.imports() == ()
        assert bo.preview(session.slot.template_uid) is None
        home = bo.home()
        assert (home.open, home.workouts, home.records, home.week.sessions) == (None, (), (), 0)
        assert not any(day.level for day in bo.heat(4))
        assert not any(day.level for day in bo.heat_between(session.day, session.day))
        gym.logbook.set_exercise_setting(bench, replace(gym.logbook.exercise_setting(bench), note="seat 4"))
        assert bo.exercise_setting(bench).note == ""

    def test_both_can_run_a_session_at_once(self, gym: Gym, session: Session, bo: Logbook) -> None:
        theirs = bo.start(None, session_uid="bo's")
        theirs = bo.add_exercise(theirs.uid, session.exercises[0].exercise.uid)
        theirs = bo.log_sets(theirs.slot, open_place(theirs), [NewSet("bo's set", done(60, 5))])
        assert (theirs.done, gym.log(session).done) == (1, 3)

    def test_another_lifters_session_is_no_point_in_time(self, session: Session, bo: Logbook) -> None:
        with pytest.raises(NotFound):
            bo.history(session.exercises[0].exercise.uid, before=session.uid)
        with pytest.raises(NotFound):
            bo.bests(session.exercises[0].exercise.uid, before=session.uid)

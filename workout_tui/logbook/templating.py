"""From a session back to a template: what was changed on the way, and taking it over."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING, TypeVar

from workout_tui.errors import InvalidEntry
from workout_tui.logbook.templates import put_on_shelf, put_template
from workout_tui.model.plan import ProgramKind, Target, Template, TemplateExercise
from workout_tui.store import plans

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from workout_tui.logbook.desk import Deed, Desk
    from workout_tui.model.session import Row, Session, SessionExercise

_Which = tuple[str, int]
_Listed = TypeVar("_Listed", "TemplateExercise", "SessionExercise")


def changes(session: Session, template: Template) -> tuple[str, ...]:
    """What differs between a session and the template it was started from, in words.

    Exercises that came or went, numbers of sets, the order. A set or an exercise that was skipped is
    no change, nor is one added and not done. What has no template of its own has none to change.
    """
    if template.reserved or template.archived or not template.exercises:
        return ()
    written = dict(_numbered(template.exercises))
    stands = _kept(session, written)
    gone = [one.exercise.name for which, one in written.items() if which not in stands]
    come = [block.exercise.name for which, block in stands.items() if which not in written]
    words = [f"{new} for {old}" for new, old in zip(come, gone, strict=False)]
    words += [f"{name} added" for name in come[len(gone) :]] + [f"{name} taken out" for name in gone[len(come) :]]
    for which, block in stands.items():
        if which in written and len(block.rows) != len(written[which].targets):
            words.append(f"{block.exercise.name} {len(block.rows)} sets instead of {len(written[which].targets)}")
    if [which for which in written if which in stands] != [which for which in stands if which in written]:
        words.append("another order")
    return tuple(words)


def update_template(desk: Desk, session_uid: str) -> Template:
    """Take over into the template what was changed in a session: exercises, numbers of sets, order.

    Written targets stay as they are, so that the progression goes on; a set more is like the last one.

    Raises:
        InvalidEntry: the session has no template of its own.
    """
    with desk.act("update template") as deed:
        session = _session(deed, session_uid)
        _, template = plans.of_session(deed.store, deed.profile_id, deed.session_id)
        if template.reserved or template.archived:
            raise InvalidEntry("This workout has no template of its own.", "Save it as a new one.", field="template")
        written = dict(_numbered(template.exercises))
        stands = _kept(session, written)
        exercises = tuple(_exercise(deed, block, written.get(which)) for which, block in stands.items())
        deed.belongs_to_none()
        deed.is_about(template.uid)
        return put_template(deed, replace(template, exercises=exercises))


def save_as_template(desk: Desk, session_uid: str, name: str) -> Template:
    """Make a template of what was done in a session, on the shelf.

    Raises:
        InvalidEntry: it has no name, or nothing was done.
    """
    with desk.act("save as template") as deed:
        session = _session(deed, session_uid)
        blocks = [block for block in session.exercises if block.performed]
        if not name.strip() or not blocks:
            raise InvalidEntry("A template needs a name and an exercise.", "Type a name.", field="name")
        new = Template(
            uid=deed.new_uid(),
            name=name.strip(),
            slug="",
            revision=1,
            program_uid="",
            program="",
            program_kind=ProgramKind.LOOSE,
            week=0,
            day=0,
            exercises=tuple(_exercise(deed, block) for block in blocks),
        )
        deed.belongs_to_none()
        return put_template(deed, put_on_shelf(deed, new))


def _session(deed: Deed, session_uid: str) -> Session:
    deed.find_session(session_uid)
    return deed.session()


def _numbered(exercises: Iterable[_Listed]) -> Iterator[tuple[_Which, _Listed]]:
    """Each exercise by its uid and how often it was listed before: a template may have it twice."""
    times: Counter[str] = Counter()
    for one in exercises:
        yield (one.exercise.uid, times[one.exercise.uid]), one
        times[one.exercise.uid] += 1


def _kept(session: Session, written: Mapping[_Which, TemplateExercise]) -> dict[_Which, SessionExercise]:
    """What of a session belongs into its template: blocks that are written, and the first of each other one done."""
    stands: dict[_Which, SessionExercise] = {}
    for which, block in _numbered(session.exercises):
        first = (block.exercise.uid, 0)
        if which in written:
            stands[which] = block
        elif block.performed and first not in written:
            stands.setdefault(first, block)
    return stands


def _exercise(deed: Deed, block: SessionExercise, written: TemplateExercise | None = None) -> TemplateExercise:
    if written is None:
        return TemplateExercise(
            uid=deed.new_uid(),
            exercise=block.exercise,
            targets=tuple(_target(row) for row in block.rows),
            rest_s=block.rest_s,
            superset=block.superset,
            step=block.step,
            note=block.note,
        )
    targets = written.targets[: len(block.rows)]
    last = targets[-1:] or (Target(),)
    return replace(written, targets=(*targets, *last * (len(block.rows) - len(targets))))


def _target(row: Row) -> Target:
    """The target of a row; of one that had none, what was done."""
    planned = row.planned.target if row.planned else Target()
    return Target.of(row.performed.values) if row.performed and planned.is_open else planned

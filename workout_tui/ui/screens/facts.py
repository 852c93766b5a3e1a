"""The cards that ask for what a session has beside its sets: when it was, its name, the bodyweight, a note."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from workout_tui.errors import InvalidEntry, StaleSession
from workout_tui.model import find, moments
from workout_tui.model.facts import Facts
from workout_tui.model.load import Load
from workout_tui.ui.presenters.conflict import Versions
from workout_tui.ui.screens.conflict import MINE, ConflictScreen
from workout_tui.ui.screens.write import Text, WriteScreen
from workout_tui.ui.text import plain

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from workout_tui.logbook.logbook import Logbook
    from workout_tui.model.session import Session
    from workout_tui.ui.app import WorkoutApp
    from workout_tui.ui.screens.place import Place

    Done = Callable[[Session], None]
    """told how the session stands then"""

_WHEN = "24 sep 17:34 - 18:32, or yesterday 18:00 58 min"
_USUAL = "18:00 - 19:00"


@dataclass(frozen=True, slots=True)
class Asked:
    """What is asked about, where, and who wants to know what came of it."""

    place: Place
    session: Session
    done: Done

    @property
    def logbook(self) -> Logbook:
        """The logbook it is in."""
        return self.place.workout.logbook


def ask_facts(asked: Asked, opened_by: str) -> None:
    """Ask for name, times and bodyweight of a session, and write what was changed, as one act."""
    session = asked.session
    was = Facts.of(session)
    texts = (
        Text("name", was.title),
        *([Text("when", _written(session), _WHEN)] if was.ended_at is not None else []),
        Text(
            f"bodyweight in {_unit(asked)}", was.bodyweight.number if was.bodyweight else "", "such as 82.5, or 182 lb"
        ),
    )

    def check(values: tuple[str, ...]) -> str:
        return _wrong(lambda: _facts(asked, values))

    card = WriteScreen("This workout", texts, opened_by, check)
    asked.place.ask(card, lambda values: _amend(asked, _facts(asked, values), was))


def ask_note(asked: Asked, opened_by: str) -> None:
    """Ask for the note of a session."""

    def answered(texts: tuple[str, ...]) -> None:
        if texts[0] != asked.session.note:
            asked.done(asked.logbook.note_session(asked.session.uid, texts[0]))

    note = Text("how was it?", asked.session.note)
    asked.place.ask(WriteScreen(f"Note on {plain(asked.session.title)}", (note,), opened_by), answered)


def ask_past(place: Place, title: str, done: Done, opened_by: str) -> None:
    """Ask which workout is to be added and when it was; then add it, its sets still to be typed in."""
    app = place.workout
    choices = {one.template_uid: one.title for one in app.logbook.home(records=False).workouts}
    today = app.logbook.today()
    texts = (
        Text("workout, or nothing for one without a plan", title if title in choices.values() else "", "Push A"),
        Text("when", f"yesterday {_USUAL}", _WHEN),
    )

    def check(values: tuple[str, ...]) -> str:
        return _wrong(lambda: (_template(values[0], choices), _when(values[1], today)))

    def answered(values: tuple[str, ...]) -> None:
        start, end, offset = _moments(app, _when(values[1], today), None)
        added = app.logbook.add_past(
            _template(values[0], choices),
            session_uid=app.uids.new(),
            started_at=start,
            ended_at=end,
            utc_offset_min=offset,
        )
        done(added)

    place.ask(WriteScreen("Add a past workout", texts, opened_by, check), answered)


# Within


def _written(session: Session) -> str:
    ended_at = session.ended_at if session.ended_at is not None else session.started_at
    return moments.write(moments.of(session.started_at, ended_at, session.utc_offset_min, session.day))


def _unit(asked: Asked) -> str:
    load = asked.session.bodyweight
    return load.unit if load else asked.logbook.lifter.unit


def _facts(asked: Asked, values: tuple[str, ...]) -> Facts:
    """The facts as typed; what was left as it stood keeps its seconds."""
    app, was = asked.place.workout, Facts.of(asked.session)
    title, weight = values[0], values[-1]
    if not title:
        raise InvalidEntry("A workout needs a name.", "Type one.")
    start, end, offset = was.started_at, was.ended_at, was.utc_offset_min
    if end is not None and values[1] != _written(asked.session):
        start, end, offset = _moments(app, _when(values[1], app.logbook.today()), asked.session)
    return Facts(title, start, end, offset, _bodyweight(weight, asked))


def _bodyweight(text: str, asked: Asked) -> Load | None:
    load = asked.session.bodyweight
    try:
        return Load.written(text, load.unit if load else asked.logbook.lifter.unit) if text else None
    except ValueError as error:
        raise InvalidEntry(f"{error}.", "Type the bodyweight as 82.5, or as 182 lb.") from error


def _when(text: str, today: date) -> moments.When:
    try:
        return moments.read(text, today)
    except moments.Unread as error:
        raise InvalidEntry(str(error)) from error


def _moments(app: WorkoutApp, when: moments.When, session: Session | None) -> tuple[int, int, int]:
    """Start, end and offset. A session keeps its own offset, unless it was here: then that of the new day counts."""
    day_start = app.logbook.lifter.day_start
    clock = app.clock
    if session is not None and clock.utc_offset_min(session.started_at) != session.utc_offset_min:
        offset = session.utc_offset_min
    else:
        offset = clock.utc_offset_min(when.moments(0, day_start)[0])
    start, end = when.moments(offset, day_start)
    if end > clock.now():
        raise InvalidEntry("That time is still to come.", "Check the day and both times.")
    return start, end, offset


def _template(name: str, choices: dict[str, str]) -> str | None:
    if not name:
        return None
    fitting = find.rank(name, [(uid, title, ()) for uid, title in choices.items()])
    if not fitting:
        raise InvalidEntry(f"There is no workout “{plain(name)}”.", f"There are: {', '.join(choices.values())}.")
    return fitting[0]


def _wrong(read: Callable[[], object]) -> str:
    try:
        read()
    except InvalidEntry as error:
        return str(error)
    return ""


def _amend(asked: Asked, facts: Facts, was: Facts) -> None:
    try:
        asked.done(asked.logbook.amend(asked.session.uid, facts, was=was))
    except StaleSession as error:
        card = ConflictScreen(Versions(asked.session, error.mine, error.theirs))
        asked.place.ask(card, partial(_decided, asked, facts, was))


def _decided(asked: Asked, facts: Facts, was: Facts, answer: str) -> None:
    stands = asked.logbook.session(asked.session.uid)
    if answer == MINE:
        stands = asked.logbook.amend(stands.uid, facts.merged(was, Facts.of(stands)), was=None)
    asked.done(stands)

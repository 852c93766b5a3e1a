"""What can be done to a past session, wherever one is in front: in the list, or in full."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, ClassVar

from workout_tui.errors import DuplicateSession, WorkoutError
from workout_tui.model.session import Status
from workout_tui.ui.keynames import named
from workout_tui.ui.log.blocks import work_count
from workout_tui.ui.log.deeds import deed
from workout_tui.ui.presenters import when
from workout_tui.ui.screens.confirm import Answer, ConfirmScreen, Question
from workout_tui.ui.screens.facts import Asked, ask_facts, ask_note
from workout_tui.ui.screens.telling import Telling
from workout_tui.ui.screens.write import Text, WriteScreen
from workout_tui.ui.text import count, plain

if TYPE_CHECKING:
    from collections.abc import Callable

    from workout_tui.model.session import Session


class SessionPlace(Telling):
    """A place with a past session in front."""

    AUTO_FOCUS: ClassVar[str] = ""

    def __init__(self) -> None:
        super().__init__()
        self._put_aside: str | None = None
        """the uid of the session that was put aside just now: what undo means until something else is done"""

    @property
    def chosen(self) -> str | None:
        """The uid of the session in front; None: there is none."""
        raise NotImplementedError

    def tell(self, token: str, words: str) -> None:
        """Say something, with the keys that it names as the user chose them."""
        super().tell(token, named(words, self.workout.glyphs.keys))

    def mark(self, uid: str) -> None:
        """Have this session in front when the log is read next; a place of one session has it already."""

    # Putting right

    def action_edit(self) -> None:
        """Put its sets right, on the screen they were logged on."""
        uid = self.chosen
        if uid is not None and self.may_write():
            self.workout.open_past(uid)

    def action_facts(self) -> None:
        """Name, date and times, bodyweight."""
        self._with_session(lambda session: ask_facts(self._asked(session), "t"))

    def action_note(self) -> None:
        """Write its note."""
        self._with_session(lambda session: ask_note(self._asked(session), "n"))

    def action_undo(self) -> None:
        """Take the last change back: of the session in front, or that another one was put aside just now."""
        aside = self._put_aside
        if aside is None:
            self._move_back("taken back", f"{self._key('session.redo', 'U')} does it again")
        elif self.may_write():
            self.mark(aside)
            self.workout.logbook.undiscard(aside)
            self._told("taken back")

    def action_redo(self) -> None:
        """Do again what was taken back."""
        self._move_back("done again", f"{self._key('session.undo', 'u')} takes it back")

    def _move_back(self, what: str, then: str) -> None:
        uid, logbook = self.chosen, self.workout.logbook
        if uid is None or not self.may_write():
            return
        try:
            undone = (logbook.undo if what == "taken back" else logbook.redo)(uid)
        except WorkoutError as error:
            self.tell("warn", str(error))
        else:
            self._told(f"{what}: {deed(undone.kind)} · {then}")

    # Away and back

    def action_discard(self) -> None:
        """Ask before it is put aside."""
        self._with_session(self._ask_discard)

    def _ask_discard(self, session: Session) -> None:
        if session.status is Status.DISCARDED:
            self.tell("warn", f"It is put aside already · {self._key('session.reopen', 'o')} takes it back")
            return
        shows, takes = self._key("history.discarded", "v"), self._key("session.reopen", "o")
        question = Question(
            f"Put {plain(session.title)} of {when.full(session.day)} aside?",
            f"{count(work_count(session)[0], 'set')}. It counts to nothing then, but is kept: {shows} shows it,"
            f" {takes} takes it back.",
            (Answer("D", "put it aside", tone="bad"),),
        )
        self.ask(ConfirmScreen(question), lambda _: self._discard(session.uid))

    def _discard(self, uid: str) -> None:
        self.workout.logbook.discard(uid)
        self.look()
        self.went_aside(uid, "put aside")

    def went_aside(self, uid: str, words: str) -> None:
        """Tell that a session was put aside just now; the key for the last change takes that back."""
        back, shows = self._key("session.undo", "u"), self._key("history.discarded", "v")
        self.tell("done", f"{words} · {back} takes it back, {shows} shows it")
        self._put_aside = uid

    def action_reopen(self) -> None:
        """Train on in it; take it back, when it was put aside."""
        self._with_session(self._reopen)

    def _reopen(self, session: Session) -> None:
        logbook = self.workout.logbook
        if session.status is Status.DISCARDED:
            logbook.undiscard(session.uid)
            self._told("taken back")
            return
        edit = self._key("session.edit", "e")
        question = Question(
            f"Train on in {plain(session.title)} of {when.full(session.day)}?",
            f"It runs again, the same session, with its sets and its start. To correct it, {edit} is enough.",
            (Answer("o", "open it again"),),
            keep="leave it finished",
            tone="now",
        )
        reopen = partial(logbook.reopen, session.uid)
        self.ask(ConfirmScreen(question), lambda _: self._train(reopen, "then open this one"))

    # Once more

    def action_again(self) -> None:
        """Begin a session that asks for what was done in this one."""
        uid = self.chosen
        if uid is not None and not self._presses.is_repeat("r") and self.may_write():
            fresh = self.workout.uids.new()
            self._train(partial(self.workout.logbook.start_again, uid, session_uid=fresh), "then start")

    def _train(self, act: Callable[[], Session], then: str) -> None:
        try:
            session = act()
        except DuplicateSession as error:
            from workout_tui.ui.screens import still_open  # noqa: PLC0415 - all of Log hangs on it

            still_open.ask(self, error.session_uid, partial(self._train, act, then), then=then)
        else:
            self.workout.last_closed = None
            self.workout.open_log(session.uid)

    def action_template(self) -> None:
        """Make a template of it."""
        self._with_session(self._ask_template)

    def _ask_template(self, session: Session) -> None:
        name = Text("its name", session.title, "Push A, light")
        card = WriteScreen("A template of what was done", (name,), "m")
        self.ask(card, partial(self._template_named, session.uid))

    def _template_named(self, uid: str, texts: tuple[str, ...]) -> None:
        try:
            template = self.workout.logbook.save_as_template(uid, texts[0])
        except WorkoutError as error:
            self.tell("warn", str(error))
        else:
            self._told(f"{template.name} is on Home, to be started")

    # Elsewhere

    def action_progress(self) -> None:
        """How its exercises went, the first one in front."""
        self._with_session(lambda session: self.workout.open_progress(_first_exercise(session)))

    def action_sync(self) -> None:
        """See where the copies in the sheet stand."""
        self.workout.open_sync()

    # Within

    def _asked(self, session: Session) -> Asked:
        changed = f"changed · {self._key('session.undo', 'u')} takes it back"
        return Asked(self, session, lambda _: self._told(changed))

    def _key(self, command_id: str, comes_with: str) -> str:
        return self.workout.glyphs.key(command_id, comes_with)

    def _with_session(self, act: Callable[[Session], None]) -> None:
        uid = self.chosen
        if uid is not None and self.may_write():
            act(self.workout.logbook.session(uid))

    def _told(self, words: str) -> None:
        self._put_aside = None
        self.look()
        self.tell("done", words)


def _first_exercise(session: Session) -> str | None:
    done = (block for block in session.exercises if block.performed)
    return next((block.exercise.uid for block in done), None)

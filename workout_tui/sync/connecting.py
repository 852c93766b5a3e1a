"""Connecting a lifter to a sheet of theirs: step by step, each told as it is done, and none kept unless all are.

Any step can be repeated: what is there already is found, not made again.
"""

from __future__ import annotations

from contextlib import closing
from dataclasses import dataclass
from typing import TYPE_CHECKING

from workout_tui import config
from workout_tui.clock import Uids
from workout_tui.errors import ConfigError, NotFound, SyncProblem
from workout_tui.lock import Lock
from workout_tui.store import devices, lifters, outbox, sheets
from workout_tui.store.sheets import Destination
from workout_tui.sync import address, key, reach, setting_up
from workout_tui.sync.device import settle_in, this_device
from workout_tui.sync.sheet import CallFailed

if TYPE_CHECKING:
    from collections.abc import Generator, Iterator

    from workout_tui.clock import Clock
    from workout_tui.config import Config
    from workout_tui.paths import Paths
    from workout_tui.store.connection import Store
    from workout_tui.store.sheets import SheetRow
    from workout_tui.sync.key import Key
    from workout_tui.sync.setting_up import Found
    from workout_tui.sync.sheet import Sheet


@dataclass(frozen=True, slots=True)
class Step:
    """One step, done or failed."""

    done: bool
    words: str
    fix: str = ""
    copy: str = ""
    """an address to copy: the account to share with, a page to open"""


@dataclass(frozen=True, slots=True)
class Desk:
    """What connecting works with."""

    store: Store
    paths: Paths
    config: Config
    clock: Clock
    open_sheet: reach.OpenSheet = reach.google


def connect(desk: Desk, lifter_uid: str, the_key: Key, spreadsheet_id: str) -> Iterator[Step]:
    """Connect a lifter; a step that fails is the last.

    Raises:
        NotFound: there is no such lifter.
        StoreUnavailable: the log cannot be written.
    """
    profile_id = _profile(desk.store, lifter_uid)
    yield _key_step(the_key)
    shared = _someone_elses(desk.store, profile_id, spreadsheet_id)
    if shared is not None:
        yield shared
        return
    lock = Lock(desk.paths.sync_lock, desk.clock)
    if not lock.acquire():
        yield Step(done=False, words="A sheet is being written just now.", fix="Try again in a minute.")
        return
    try:
        found, made = yield from _prepare(desk, the_key, spreadsheet_id)
        _settle_in(desk)
        key.keep(desk.paths, lifter_uid, the_key)
        to = Destination(
            spreadsheet_id, setting_up.LOG_TAB, setting_up.JOURNAL_TAB, title=found.title, account=the_key.account
        )
        with desk.store.write():
            row = sheets.connect(desk.store, profile_id, to, at=desk.clock.now(), anew=made)
        yield Step(done=True, words=f"Connected. {_what_is_due(outbox.count_due(desk.store, row))}")
    except (CallFailed, SyncProblem, ConfigError) as error:
        yield _failed(error)
    finally:
        lock.release()


def _prepare(desk: Desk, the_key: Key, spreadsheet_id: str) -> Generator[Step, None, tuple[Found, bool]]:
    """Have both tabs in the spreadsheet; returns what was found there, and whether the log's tab was made."""
    with closing(desk.open_sheet(the_key, spreadsheet_id, config.api_root(desk.config))) as sheet:
        found = setting_up.look(sheet)
        yield Step(done=True, words=f"The account can open “{found.title}”.")
        made = setting_up.make_what_is_missing(sheet, found)
        yield from _tab_steps(sheet, found, made=made)
    return found, made


def _what_is_due(due: int) -> str:
    if not due:
        return "Finished workouts go there by themselves, each set once."
    workouts = "1 finished workout goes" if due == 1 else f"{due} finished workouts go"
    return f"{workouts} there by themselves while “workout” is open, or now with “workout sync”."


def check(desk: Desk, lifter_uid: str) -> Iterator[Step]:
    """Prove each thing the sync stands on, changing nothing; a step that fails is the last."""
    row = sheets.of_lifter(desk.store, lifter_uid)
    if row is None:
        yield Step(done=False, words="No sheet is connected.", fix="“workout connect” connects one.")
        return
    try:
        the_key = key.kept(desk.paths, lifter_uid)
        if the_key is None:
            yield Step(done=False, words="The key is not here.", fix="“workout connect” puts one.")
            return
        yield _key_step(the_key)
        yield from _proofs(desk, row, the_key)
    except (CallFailed, SyncProblem, ConfigError) as error:
        yield _failed(error)


def disconnect(desk: Desk, lifter_uid: str) -> bool:
    """Leave the sheet and forget the key; whether there was one. What was sent stays known, and in the sheet.

    Raises:
        ConfigError: the key cannot be removed; it is left as it was.
        StoreUnavailable: the log cannot be written.
    """
    forgotten = key.forget(desk.paths, lifter_uid)
    with desk.store.write():
        left = sheets.leave(desk.store, _profile(desk.store, lifter_uid), desk.clock.now())
    return forgotten or left


def moved_here(desk: Desk) -> None:
    """The lifter says that no other laptop uses this log any longer: all of it is this one's to send.

    Raises:
        StoreUnavailable: the log cannot be written.
    """
    _settle_in(desk)
    with desk.store.write():
        devices.others_are_out(desk.store, desk.clock.now())


def _settle_in(desk: Desk) -> None:
    """From now on the log knows on which laptop it is: it may be copied before anything is sent."""
    settle_in(desk.store, this_device(desk.paths, Uids(desk.clock)), desk.clock)


def _proofs(desk: Desk, row: SheetRow, the_key: Key) -> Iterator[Step]:
    with closing(desk.open_sheet(the_key, row.spreadsheet_id, config.api_root(desk.config))) as sheet:
        found = setting_up.look(sheet)
        yield Step(done=True, words=f"The account can open “{found.title}”.")
        if not found.is_whole:
            missing = "receipts" if found.has_log else "log"
            yield Step(done=False, words=f"The tab of the {missing} is gone.", fix="“workout connect” makes a new one.")
            return
        yield from _tab_steps(sheet, found, made=False)


def _tab_steps(sheet: Sheet, found: Found, *, made: bool) -> Iterator[Step]:
    title = found.tabs.get(setting_up.LOG_TAB, "")
    yield Step(done=True, words="The log’s tab was made." if made else f"The log’s tab “{title}” is there.")
    setting_up.prove_header(sheet)
    yield Step(done=True, words="Every column was found by its header.")
    setting_up.prove_editing(sheet)
    yield Step(done=True, words="The account may edit.")


def _key_step(the_key: Key) -> Step:
    whose = f"The key of {the_key.account} is whole." if the_key.account else "The key of a signed-in user is whole."
    return Step(done=True, words=whose, copy=the_key.account)


def _failed(error: CallFailed | SyncProblem | ConfigError) -> Step:
    problem = error.told_once() if isinstance(error, CallFailed) else error
    copy = problem.copy if isinstance(problem, SyncProblem) else ""
    return Step(done=False, words=problem.message, fix=problem.fix, copy=copy)


def _someone_elses(store: Store, profile_id: int, spreadsheet_id: str) -> Step | None:
    """Two lifters in one tab could not be told apart by somebody who sorts it."""
    others = [one for one in sheets.every(store) if one.profile_id != profile_id]
    if not any(one.spreadsheet_id == spreadsheet_id for one in others):
        return None
    fix = f"Make another one: {address.NEW}."
    return Step(done=False, words="Another lifter of this log uses that spreadsheet.", fix=fix)


def _profile(store: Store, lifter_uid: str) -> int:
    found = lifters.find(store, lifter_uid)
    if found is None:
        raise NotFound("There is no such lifter in this log.", lifter=lifter_uid)
    return found[0]

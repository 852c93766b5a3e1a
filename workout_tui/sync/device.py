"""Which laptop this is: an id beside the settings, outside of the log.

A log that was copied to another laptop finds another id there, and knows that it is a copy.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from workout_tui import private_file
from workout_tui.clock import Uids
from workout_tui.errors import StoreUnavailable
from workout_tui.store import bases, batches, devices, sheets
from workout_tui.store.exchange import sync

if TYPE_CHECKING:
    from pathlib import Path

    from workout_tui.clock import Clock
    from workout_tui.paths import Paths
    from workout_tui.store.connection import Store
    from workout_tui.store.devices import Device

_NAME = "device"


def this_device(paths: Paths, uids: Uids) -> str:
    """This laptop's id, made at the first call.

    Raises:
        StoreUnavailable: it can neither be read nor be kept.
    """
    path = paths.config / _NAME
    try:
        return _known(path) or _made(path, uids.new())
    except (OSError, UnicodeDecodeError) as error:
        raise StoreUnavailable(f"{path} cannot be used.", "Check the folder and the rights there.") from error


def settle_in(store: Store, device: str, clock: Clock) -> Device:
    """Tell the log on which laptop it is; to be called when the program starts, before a set is logged.

    A log that was last on another one leaves behind what was on its way from there, and from now on only what
    is logged here is appended from here. What is known in a log that was nowhere else is its own.
    """
    known = devices.current(store)
    if known is not None and known.uid == device:
        return known
    with store.write():
        if known is not None:
            bases.forget_inherited(store)
            batches.drop_inherited(store)
        return devices.arrive(store, device, clock.now())


def notice_a_move(store: Store, paths: Paths, clock: Clock) -> None:
    """At the start of a program that may log sets: has a log with a sheet been moved to this laptop?

    Raises:
        StoreUnavailable: the id of this laptop can neither be read nor be kept.
    """
    if sheets.every(store):
        settle_in(store, this_device(paths, Uids(clock)), clock)


def _known(path: Path) -> str:
    return path.read_text("utf-8").strip() if path.exists() else ""


def _made(path: Path, uid: str) -> str:
    """The id that stands there in the end: of several programs that start at once, one makes it."""
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)  # a log that was copied here brings no settings
    try:
        private_file.write_first(path, f"{uid}\n")
    except FileExistsError:
        known = _known(path)
        if known:
            return known
        private_file.write(path, f"{uid}\n")  # somebody emptied it
    sync(path.parent)  # an id that a log has heard of, and that a power cut took away, would make it a copy of itself
    return uid

"""``workout connect``: a sheet of the lifter's own, step by step."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, TypeVar

from workout_tui.cli import questions
from workout_tui.cli.opening import opened_for_sheet
from workout_tui.cli.options import add_json, add_lifter, command, file
from workout_tui.cli.output import say
from workout_tui.errors import InvalidEntry, WorkoutError

if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable, Iterable
    from pathlib import Path

    from workout_tui.model.lifter import Lifter
    from workout_tui.paths import Paths
    from workout_tui.sync.connecting import Desk, Step
    from workout_tui.sync.key import Key

Read = TypeVar("Read")

_EXAMPLES = """\
  workout connect                                  says every click, and asks for what it needs
  workout connect --key key.json --spreadsheet LINK --yes
  workout connect --check                          prove that key, sheet, tab and rights are in order
  workout connect --moved                          this log moved here for good: send what the old laptop had not
  workout connect --disconnect                     forget the key; the rows in the sheet stay

--key takes the JSON key of a service account, or the file of a signed-in user (authorized_user).
"""
_WELCOME = """\
Every finished workout can go to a Google Sheet of yours, each set once. That takes a key file, which Google makes for
you, once and for nothing:

  1  https://console.cloud.google.com/projectcreate                                  Create
  2  https://console.cloud.google.com/apis/library/sheets.googleapis.com             Enable
  3  https://console.cloud.google.com/iam-admin/serviceaccounts                      Create service account, Done
  4  click the account: Keys, Add key, Create new key, JSON                          the browser downloads it
"""


def add(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the command."""
    one = command(commands, "connect", _connect, about="send finished workouts to a Google Sheet", examples=_EXAMPLES)
    one.add_argument("--key", metavar="FILE", type=file, help="the key file that Google made")
    one.add_argument("--spreadsheet", metavar="LINK", help="the link of the spreadsheet, or its id")
    one.add_argument("--yes", action="store_true", help="ask nothing")
    what = one.add_mutually_exclusive_group()
    what.add_argument("--check", action="store_true", help="only prove that all is in order")
    what.add_argument("--moved", action="store_true", help="this log moved here: the other laptop is out of use")
    what.add_argument("--disconnect", action="store_true", help="leave the sheet and forget the key")
    add_lifter(one)
    add_json(one)


def _connect(arguments: argparse.Namespace, paths: Paths) -> int:
    from workout_tui.sync import connecting

    with opened_for_sheet(arguments, paths) as (desk, lifter):
        if arguments.check:
            return _told(connecting.check(desk, lifter.uid), json=arguments.json)
        if arguments.moved:
            return _moved(arguments, desk)
        if arguments.disconnect:
            return _disconnect(arguments, desk, lifter)
        _may_leave(arguments, desk, lifter)
        the_key = _key(arguments)
        spreadsheet_id = _spreadsheet(arguments, the_key)
        while True:
            code = _told(connecting.connect(desk, lifter.uid, the_key, spreadsheet_id), json=arguments.json)
            if not (code and _asks(arguments) and questions.typed("Enter tries again, q ends. ") == ""):
                return code


def _moved(arguments: argparse.Namespace, desk: Desk) -> int:
    from workout_tui.sync import connecting

    _sure(arguments, "Is the other laptop out of use? What it has not sent yet is sent from here. y/n ")
    connecting.moved_here(desk)
    say("All workouts are this laptop’s to send from now on.")
    return 0


def _disconnect(arguments: argparse.Namespace, desk: Desk, lifter: Lifter) -> int:
    from workout_tui.sync import connecting

    _sure(arguments, "Forget the key? The rows in the sheet stay, and so does what is known of them here. y/n ")
    was = connecting.disconnect(desk, lifter.uid)
    say("The key is forgotten. In Google Sheets, Share removes the account." if was else "No sheet was connected.")
    return 0


def _asks(arguments: argparse.Namespace) -> bool:
    return questions.can_ask() and not arguments.yes and not arguments.json


def _may_leave(arguments: argparse.Namespace, desk: Desk, lifter: Lifter) -> None:
    """Another sheet than the one before is connected only when that is meant."""
    from workout_tui.store import sheets
    from workout_tui.sync import address

    row = sheets.of_lifter(desk.store, lifter.uid)
    wanted = arguments.spreadsheet and address.spreadsheet_id(arguments.spreadsheet)
    if row is not None and wanted != row.spreadsheet_id:
        _sure(arguments, f"{lifter.name} is connected to “{row.title}” already. Connect to another sheet? y/n ")


def _sure(arguments: argparse.Namespace, question: str) -> None:
    if arguments.yes:
        return
    if not _asks(arguments):
        raise WorkoutError("Nothing was changed: that wants a yes.", "Add --yes.")
    if (questions.typed(question) or "").casefold() not in {"y", "yes"}:
        raise WorkoutError("Nothing was changed.")


def _key(arguments: argparse.Namespace) -> Key:
    from workout_tui.sync import key

    if arguments.key is not None:
        return key.read(arguments.key)
    if not _asks(arguments):
        fix = "Add --key FILE; at a terminal “workout connect” says how to get one."
        raise InvalidEntry("A key is needed.", fix, field="key")
    say(_WELCOME)
    return _until_read("The key file: ", lambda typed: key.read(_path(typed)))


def _spreadsheet(arguments: argparse.Namespace, the_key: Key) -> str:
    from workout_tui.sync import address

    if arguments.spreadsheet is not None:
        return address.spreadsheet_id(arguments.spreadsheet)
    if not _asks(arguments):
        raise InvalidEntry("A spreadsheet is needed.", "Add --spreadsheet LINK.", field="spreadsheet")
    say(f"\nMake a spreadsheet ({address.NEW}), or take one you have.")
    if the_key.account:
        say(f"In it choose Share, and as Editor add\n\n  {the_key.account}\n")
    return _until_read("The link of the spreadsheet: ", address.spreadsheet_id)


def _path(typed: str) -> Path:
    """A path as it comes from a file manager: with quotes around it, or a tilde."""
    from pathlib import Path

    return Path(typed.strip("'\"")).expanduser()


def _until_read(question: str, read: Callable[[str], Read]) -> Read:
    """Ask until the answer can be used.

    Raises:
        WorkoutError: there is nobody to ask any more.
    """
    while (typed := questions.typed(question)) is not None:
        try:
            return read(typed)
        except InvalidEntry as error:
            say(str(error))
    raise WorkoutError("Nothing was connected.")


def _told(steps: Iterable[Step], *, json: bool) -> int:
    """Show the steps as they are done; 1 when one failed."""
    from dataclasses import asdict

    found = []
    for step in steps:
        found.append(step)
        if not json:
            say(f"{_mark(done=step.done)} {step.words}{f' {step.fix}' if step.fix else ''}")
    if json:
        from json import dumps

        say(dumps([asdict(one) for one in found], indent=1, ensure_ascii=False))
    return 0 if all(one.done for one in found) else 1


def _mark(*, done: bool) -> str:
    try:
        "✓✗".encode(sys.stdout.encoding or "ascii")
    except UnicodeEncodeError:
        return "ok " if done else "no "
    return "✓" if done else "✗"

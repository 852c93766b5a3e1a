"""What only the lifter can mend, as Google says it: recognised by its words, told with what to do about it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from workout_tui.errors import NeedsUser
from workout_tui.sync.key import Kind

if TYPE_CHECKING:
    from collections.abc import Callable

    from workout_tui.sync.key import Key

_LIBRARY = "https://console.cloud.google.com/apis/library/sheets.googleapis.com"


def found(status: int, words: str, key: Key) -> tuple[str, NeedsUser] | None:
    """A short name and the words for it; None when it is nothing the lifter could mend.

    Args:
        status: of the answer.
        words: the server's reason and message.
        key: which account asked.
    """
    known = next((one for one in _KNOWN if one.status == status and re.search(one.pattern, words, re.IGNORECASE)), None)
    return (known.name, known.told(key)) if known else None


def key_is_damaged() -> NeedsUser:
    """The key has the right shape, and those who use it cannot read it."""
    fix = "“workout connect” with the file as it was downloaded."
    return NeedsUser("The key is damaged: its private part cannot be read.", fix, code="key")


def clock_is_wrong() -> NeedsUser:
    """Google compares the time in what the key signs with its own."""
    return NeedsUser("Google says this laptop’s clock is wrong.", "Set date, time and time zone right.", code="clock")


def key_is_dead(key: Key) -> NeedsUser:
    """The key was shown and is not accepted any more."""
    if key.kind is Kind.USER:
        return NeedsUser(
            "Google no longer accepts the sign-in.",
            "Sign in again, then “workout connect” with the new file.",
            cause="it was withdrawn, or it expired: a project in testing gives seven days",
            code="key",
        )
    return NeedsUser(
        "Google no longer accepts the key.",
        "Make a new key for the account, then “workout connect” with its file.",
        cause="the key or its account was deleted or disabled",
        code="key",
    )


def _not_allowed(key: Key) -> NeedsUser:
    with_whom = f"with {key.account}" if key.account else "with the account that signed in"
    return NeedsUser(
        "Google says this account may not edit the sheet.",
        f"In Google Sheets: Share, as Editor, {with_whom}.",
        cause="the sheet is not shared with the program’s account, or only to be read",
        copy=key.account,
        code="403",
    )


def _not_found(key: Key) -> NeedsUser:
    return NeedsUser(
        "Google knows no such spreadsheet.",
        "Look at it in a browser; “workout connect” takes another link.",
        cause="it was deleted, or the link is wrong",
        copy=key.account,
        code="404",
    )


def _switched_off(key: Key) -> NeedsUser:
    project = key.fields.get("project_id", "")
    page = _LIBRARY + (project and f"?project={project}")
    return NeedsUser(
        "The Google Sheets API is not switched on in the key’s project.",
        f"Open {page}, choose Enable, wait a minute.",
        copy=page,
        code="api_off",
    )


def _signed_in_for_less(_: Key) -> NeedsUser:
    return NeedsUser(
        "The sign-in does not cover spreadsheets.",
        "Sign in again and allow them, then “workout connect”.",
        code="scope",
    )


def _tab_is_gone(_: Key) -> NeedsUser:
    return NeedsUser(
        "The log’s tab is gone from the spreadsheet.",
        "In Google Sheets: File, Version history brings it back. “workout connect” makes a new one and fills it.",
        cause="somebody deleted it",
        code="tab_gone",
    )


def _is_full(_: Key) -> NeedsUser:
    return NeedsUser(
        "The spreadsheet is full: Google allows ten million cells.",
        "Delete tabs of your own, or, while no laptop is checking, the rows of “Log receipts”, all but one.",
        code="full",
    )


def _is_protected(key: Key) -> NeedsUser:
    return NeedsUser(
        "The tab is protected against the program’s account.",
        "In Google Sheets: Data, Protected sheets and ranges: let the account edit, or only warn.",
        copy=key.account,
        code="protected",
    )


def _is_no_sheet(_: Key) -> NeedsUser:
    return NeedsUser(
        "That file is an Excel file in Drive, not a Google Sheet.",
        "Open it, choose File, Save as Google Sheets, and connect the new one.",
        code="office",
    )


@dataclass(frozen=True, slots=True)
class _Known:
    status: int
    pattern: str
    name: str
    told: Callable[[Key], NeedsUser]


_KNOWN = (
    _Known(
        403, r"SERVICE_DISABLED|accessNotConfigured|has not been used in project|it is disabled", "off", _switched_off
    ),
    _Known(
        403, r"TOKEN_SCOPE|insufficient authentication scopes|insufficientPermissions", "scope", _signed_in_for_less
    ),
    _Known(403, "", "403", _not_allowed),
    _Known(404, "", "404", _not_found),
    _Known(401, "", "401", key_is_dead),
    _Known(400, r"No grid with id|No sheet with id|Unable to parse range", "tab_gone", _tab_is_gone),
    _Known(400, r"the limit of \d+ cells", "full", _is_full),
    _Known(400, r"edit a protected cell", "protected", _is_protected),
    _Known(400, r"must not be an Office file|not supported for this document", "office", _is_no_sheet),
)
"""The narrower before the wider."""

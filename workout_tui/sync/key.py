"""The key with which Google knows the program: what its file must hold, and where a copy of it is kept.

A service account's key is the way that lasts; a signed-in user's file (``authorized_user``) is the other.
Keys are kept beside the settings, one for each lifter, for their owner's eyes only, and never in the log.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

from workout_tui import config, private_file
from workout_tui.errors import ConfigError, InvalidEntry

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from workout_tui.paths import Paths

GOOGLE_TOKENS = "https://oauth2.googleapis.com/token"
_HOW = (
    "In the Google Cloud console open IAM & Admin, Service Accounts, your account, Keys, Add key, Create new key, JSON."
)
_LARGEST = 100_000
"""bytes; a key has about 2,400"""


class Kind(StrEnum):
    """Whose key it is."""

    SERVICE = "service_account"
    USER = "authorized_user"


@dataclass(frozen=True, slots=True)
class Key:
    """A key that has the right shape. Whether Google takes it only Google can say."""

    kind: Kind
    account: str
    """the e-mail to share the sheet with; empty for a signed-in user whose file does not say it"""
    fields: Mapping[str, str] = field(repr=False)

    @property
    def token_uri(self) -> str:
        """Where it is exchanged for a token."""
        return self.fields.get("token_uri") or GOOGLE_TOKENS


_NEEDED = {
    Kind.SERVICE: ("client_email", "private_key"),
    Kind.USER: ("client_id", "client_secret", "refresh_token"),
}


def read(path: Path) -> Key:
    """The key in a file.

    Raises:
        InvalidEntry: it is no key, in words that say what it is instead.
    """
    return parse(_text(path))


def parse(text: str) -> Key:
    """The key in a file's text.

    Raises:
        InvalidEntry: as for `read`.
    """
    try:
        content = json.loads(text)
    except (ValueError, RecursionError):
        raise _refused(_what_it_is(text)) from None
    if not isinstance(content, dict):
        raise _refused("That file holds no key.")
    if "installed" in content or "web" in content:
        raise _refused("That is the file of an OAuth client. It says who asks, but opens nothing by itself.")
    kind = _kind(content)
    fields = {name: value for name, value in content.items() if isinstance(value, str)}
    missing = [name for name in _NEEDED[kind] if not fields.get(name)]
    if missing:
        raise _refused(f"That key is not whole: {', '.join(missing)} is missing.")
    if kind is Kind.SERVICE and "-----BEGIN" not in fields["private_key"]:
        raise _refused("That key is damaged: its private key does not begin as one does.")
    key = Key(kind, fields["client_email"] if kind is Kind.SERVICE else fields.get("account", ""), fields)
    if not key.account.isprintable():
        raise _refused("That key is damaged: the address of its account is none.")
    _refuse_to_send_it_anywhere(key)
    return key


def keep(paths: Paths, lifter_uid: str, key: Key) -> Path:
    """Keep a copy of the key for this lifter, for their owner's eyes only; returns where.

    Raises:
        ConfigError: it cannot be written.
    """
    path = paths.key(lifter_uid)
    try:
        private_file.write(path, json.dumps({**key.fields, "type": key.kind.value}, indent=1))
    except OSError as error:
        raise ConfigError(
            f"The key cannot be kept in {path}: {error.strerror}.", "Check its folder and the rights there."
        ) from error
    return path


def kept(paths: Paths, lifter_uid: str) -> Key | None:
    """The key of this lifter; None when there is none.

    Raises:
        ConfigError: it is there and cannot be used.
    """
    path = paths.key(lifter_uid)
    try:
        return read(path) if path.exists() else None
    except InvalidEntry as error:
        raise ConfigError(
            f"The key {path} cannot be used. {error.message}", "“workout connect” puts a new one."
        ) from error
    except OSError as error:  # a folder that may not even be looked into
        raise ConfigError(
            f"The key {path} cannot be looked for: {error.strerror}.", "Check its folder and the rights there."
        ) from error


def forget(paths: Paths, lifter_uid: str) -> bool:
    """Remove the key of this lifter; whether there was one.

    Raises:
        ConfigError: it cannot be removed.
    """
    path = paths.key(lifter_uid)
    try:
        path.unlink()
    except FileNotFoundError:
        return False
    except OSError as error:
        raise ConfigError(
            f"The key {path} cannot be removed: {error.strerror}.", "Remove that file by hand."
        ) from error
    return True


def _text(path: Path) -> str:
    try:
        if path.is_dir():
            raise InvalidEntry(f"{path} is a folder.", "Name the key file in it.", field="key")
        if path.stat().st_size > _LARGEST:
            raise _refused("That file is too large for a key.")
        return path.read_text("utf-8-sig")
    except UnicodeDecodeError:
        raise _refused("That file is no text. Of the two forms of a key, JSON and P12, it must be JSON.") from None
    except OSError as error:
        raise InvalidEntry(
            f"{path} cannot be read: {error.strerror}.", "Name the file with its path.", field="key"
        ) from error


def _refused(words: str) -> InvalidEntry:
    return InvalidEntry(words, _HOW, field="key")


def _kind(content: Mapping[str, object]) -> Kind:
    named = content.get("type", Kind.USER if "refresh_token" in content else "")
    kind = next((one for one in Kind if one == named), None)
    if kind is None:
        raise _refused("That file holds no key of a service account.")
    return kind


def _refuse_to_send_it_anywhere(key: Key) -> None:
    """A key is shown to Google over TLS, or to this machine."""
    if not config.may_hold_secrets(key.token_uri):
        raise _refused("That key would be shown to a stranger: its token_uri is no address of https.")


def _what_it_is(text: str) -> str:
    start = text.lstrip()[:200].casefold()
    if not start:
        return "That file is empty."
    if start.startswith("aiza"):
        return "That is an API key. It reads public sheets, and writes none."
    if start.startswith(("<!doctype", "<html", "<")):
        return "That is a web page, not the key that was to be downloaded."
    if start.startswith("-----begin"):
        return "That is the private key alone. The whole JSON file is needed."
    return "That file is no JSON, or was cut short."

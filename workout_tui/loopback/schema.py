"""Bodies held against the table of messages, as strictly as Google does, with its words."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Any

from workout_tui.loopback.enums import ENUMS
from workout_tui.loopback.messages import MESSAGES
from workout_tui.loopback.refusal import Refused, violation

if TYPE_CHECKING:
    from workout_tui.loopback.masks import Mask
    from workout_tui.loopback.refusal import Body

_CAPITAL = re.compile(r"(?<!^)([A-Z])")
_PRIMITIVES: dict[str, tuple[tuple[type, ...], str]] = {
    "string": ((str,), "TYPE_STRING"),
    "mask": ((str,), "TYPE_STRING"),
    "int": ((int,), "TYPE_INT32"),
    "number": ((int, float), "TYPE_DOUBLE"),
    "bool": ((bool,), "TYPE_BOOL"),
}
_SCALARS = (str, int, float, bool)


def check(body: Any, message: str) -> Body:
    """Look at every field of a body. A field that is null counts as absent.

    Args:
        body: the JSON as it came.
        message: which of the messages it has to be.

    Raises:
        Refused: a name is unknown or a type wrong.
    """
    if not isinstance(body, dict):
        raise _unreadable("Root element must be a message.", "")
    _message(body, message, "")
    return body


def unknown_parameter(name: str) -> Refused:
    """A refusal of a parameter of the query that does not exist."""
    return _unreadable(
        f"Unknown name \"{name}\": Cannot bind query parameter. Field '{name}' could not be found in request message.",
        "",
    )


def check_mask(mask: Mask, message: str) -> None:
    """Look at every name of the field mask of an answer.

    Raises:
        Refused: the answer has no such field.
    """
    wrong = _unknown_path(mask, message) if message in MESSAGES else ""
    if wrong:
        reason = f"Error expanding 'fields' parameter. Cannot find matching fields for path '{wrong}'."
        raise Refused("Request contains an invalid argument.", details=violation(wrong, reason))


def _message(body: Body, message: str, path: str) -> None:
    fields = MESSAGES[message]
    for name, value in body.items():
        kind = fields.get(name)
        if kind is None:
            at = f" at '{path}'" if path else ""
            raise _unreadable(f'Unknown name "{name}"{at}: Cannot find field.', path)
        if value is not None:
            _value(value, kind, f"{path}.{_snake(name)}" if path else _snake(name))


def _value(value: Any, kind: str, path: str) -> None:
    if kind == "any":
        return
    if kind.startswith("["):
        _list(value, kind[1:-1], path)
    elif kind in _PRIMITIVES:
        _primitive(value, kind, path)
    elif kind in ENUMS:
        if value not in ENUMS[kind]:
            raise _wrong(path, f"type.googleapis.com/google.apps.sheets.v4.{kind}", value)
    elif kind == "value":
        if not isinstance(value, _SCALARS):
            raise _wrong(path, "type.googleapis.com/google.protobuf.Value", value)
    elif isinstance(value, dict):
        _message(value, kind, path)
    else:
        raise _wrong(path, f"type.googleapis.com/google.apps.sheets.v4.{kind}", value)


def _list(value: Any, kind: str, path: str) -> None:
    if not isinstance(value, list):
        raise _wrong(path, "type.googleapis.com/google.protobuf.ListValue", value)
    for index, one in enumerate(value):
        if one is not None:
            _value(one, kind, f"{path}[{index}]")


def _primitive(value: Any, kind: str, path: str) -> None:
    types, name = _PRIMITIVES[kind]
    if not isinstance(value, types) or (isinstance(value, bool) and kind != "bool"):
        raise _wrong(path, name, value)


def _unknown_path(mask: Mask, message: str) -> str:
    fields = MESSAGES[message]
    for name, inner in mask.items():
        kind = fields.get(name, "").strip("[]")
        if not kind:
            return name
        deeper = _unknown_path(inner, kind) if kind in MESSAGES else ""
        if deeper or (inner and kind not in MESSAGES and kind != "any"):
            return f"{name}.{deeper or next(iter(inner))}"
    return ""


def _wrong(path: str, kind: str, value: Any) -> Refused:
    shown = f'"{value}"' if isinstance(value, str) else str(value)
    message = f"Invalid value at '{path}' ({kind}), {shown}"
    return Refused(message, details=violation(path, message))


def _unreadable(what: str, path: str) -> Refused:
    message = f"Invalid JSON payload received. {what}"
    return Refused(message, details=violation(path, message))


@cache
def _snake(name: str) -> str:
    """Google names fields in its errors as its own code does."""
    return _CAPITAL.sub(r"_\1", name).lower()

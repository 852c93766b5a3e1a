"""Field masks: `fields` of a request says what is written, `fields` of a query says what is answered.

A mask is a tree of names; an empty tree stands for everything below.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, TypeAlias

from workout_tui.loopback.refusal import Refused

if TYPE_CHECKING:
    from workout_tui.loopback.refusal import Body

Mask: TypeAlias = "dict[str, Mask]"

_TOKEN = re.compile(r"[A-Za-z_]\w*|\*|[(),./]")


def parse(text: str) -> Mask:
    """Read `a.b,c(d,e/f)`; `*` is everything.

    Raises:
        Refused: it is no mask.
    """
    squeezed = "".join(text.split())
    tokens = _TOKEN.findall(squeezed)
    if "".join(tokens) != squeezed:
        raise _malformed(text)
    mask, rest = _fields(tokens, text)
    if rest:
        raise _malformed(text)
    return mask


def covers(mask: Mask, *path: str) -> bool:
    """Whether something at or below the path is asked for."""
    for name in path:
        if not mask:
            return True
        if name not in mask:
            return False
        mask = mask[name]
    return True


def below(mask: Mask, name: str) -> Mask:
    """The mask for what stands under a name that the mask covers."""
    return mask.get(name, {})


def pick(value: Any, mask: Mask) -> Any:
    """What the mask asks for; the fields of list items are picked in each."""
    if not mask:
        return value
    if isinstance(value, list):
        return [pick(one, mask) for one in value]
    if not isinstance(value, dict):
        return value
    return {name: pick(inner, mask[name]) for name, inner in value.items() if name in mask}


def merged(old: Body, new: Body, mask: Mask) -> Body:
    """`old` with the fields of the mask taken from `new`; a field that `new` lacks is cleared."""
    if not mask:
        return dict(new)
    found = dict(old)
    for name, inner in mask.items():
        value = new.get(name)
        if inner and (isinstance(value, dict) or isinstance(found.get(name), dict)):
            value = merged(found.get(name) or {}, value or {}, inner) or None
        if value is None:
            found.pop(name, None)
        else:
            found[name] = value
    return found


def _fields(tokens: list[str], text: str) -> tuple[Mask, list[str]]:
    """Fields between commas; ends at the end or before a closing bracket."""
    mask: Mask = {}
    everything = False
    while True:
        path, inner, tokens = _field(tokens, text)
        if path:
            _add(mask, path, inner)
        everything = everything or not path
        if not tokens or tokens[0] == ")":
            return ({} if everything else mask), tokens
        if tokens[0] != ",":
            raise _malformed(text)
        tokens = tokens[1:]


def _field(tokens: list[str], text: str) -> tuple[list[str], Mask, list[str]]:
    """One path with what stands in brackets behind it; an empty path is the star."""
    path: list[str] = []
    while True:
        if not tokens or tokens[0] in "(),./":
            raise _malformed(text)
        name, tokens = tokens[0], tokens[1:]
        if name == "*":
            return path, {}, tokens
        path.append(name)
        if tokens and tokens[0] == "(":
            inner, tokens = _fields(tokens[1:], text)
            if not tokens:
                raise _malformed(text)
            return path, inner, tokens[1:]
        if not tokens or tokens[0] not in "./":
            return path, {}, tokens
        tokens = tokens[1:]


def _add(mask: Mask, path: list[str], inner: Mask) -> None:
    """Join a path to the tree; what is asked for whole stays whole."""
    for name in path[:-1]:
        if name in mask and not mask[name]:
            return
        mask = mask.setdefault(name, {})
    last = path[-1]
    if last not in mask:
        mask[last] = dict(inner)
    elif not inner or not mask[last]:
        mask[last] = {}
    else:
        for name, deeper in inner.items():
            _add(mask[last], [name], deeper)


def _malformed(text: str) -> Refused:
    return Refused(f"Invalid field mask: {text}")

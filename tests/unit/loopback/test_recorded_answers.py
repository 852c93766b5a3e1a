"""The look-alike held to what Google itself answered, where the recordings are at hand.

They are of gspread's own tests: `golden.jsonl`, a request and its answer on every line, ids and addresses masked.
"""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from workout_tui.loopback.api import Api

PLACE = Path("shared", "reference", "golden.jsonl")
CHOSEN = {"sheetId", "namedRangeId", "protectedRangeId"}
"""ids that the server chooses by chance"""
ENOUGH = {"GET": 193, "POST batchUpdate": 76, "GET values": 132, "PUT values": 60, "POST values": 75}
"""how many recordings there are of each kind"""


def recordings() -> Path | None:
    """The recordings, in a folder above this one."""
    return next((folder / PLACE for folder in Path(__file__).resolve().parents if (folder / PLACE).exists()), None)


def kind_of(recorded: dict[str, Any]) -> str:
    method, path = recorded["method"], recorded["path"]
    if "/values" in path:
        return f"{method} values"
    return f"{method} batchUpdate" if path.endswith(":batchUpdate") else str(method)


def learn(theirs: Any, ours: Any, ids: dict[Any, Any]) -> None:
    """Which of our ids stands where one of theirs stood."""
    if isinstance(theirs, dict) and isinstance(ours, dict):
        for name in theirs.keys() & ours.keys():
            if name in CHOSEN:
                ids.setdefault(theirs[name], ours[name])
            learn(theirs[name], ours[name], ids)
    elif isinstance(theirs, list) and isinstance(ours, list):
        for one, other in zip(theirs, ours, strict=False):
            learn(one, other, ids)


def with_ours(body: Any, ids: dict[Any, Any]) -> Any:
    """A body with our ids in place of theirs."""
    if isinstance(body, list):
        return [with_ours(one, ids) for one in body]
    if not isinstance(body, dict):
        return body
    return {name: ids.get(one, one) if name in CHOSEN else with_ours(one, ids) for name, one in body.items()}


def test_every_recorded_request_is_answered_as_google_did() -> None:
    path = recordings()
    if path is None:
        pytest.skip(f"the recordings are not at hand: no {PLACE.name} in a folder above")
    api = Api(editor="{SA_EMAIL}")
    ids: dict[Any, Any] = {}
    equal: Counter[str] = Counter()
    different = []
    for line in path.read_text("utf-8").splitlines():
        recorded = json.loads(line)
        if recorded["path"].startswith("/drive/"):
            if recorded["method"] == "POST":
                api.create("{ID}", recorded["body"]["name"])
                ids = {}
            continue
        query = [(name, value) for name, value in recorded["query"]]
        found = api.handle(recorded["method"], recorded["path"], query, with_ours(recorded["body"], ids), now=0)
        ours = {name: one for name, one in found.body.items() if name != "spreadsheetUrl"}  # masked out of theirs
        learn(recorded["json"], ours, ids)
        if (found.status, ours) == (recorded["status"], with_ours(recorded["json"], ids)):
            equal[kind_of(recorded)] += 1
        else:
            different.append((recorded["test"], recorded["path"], recorded["body"], ours))
    assert different == []
    assert equal == ENOUGH

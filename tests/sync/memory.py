"""A spreadsheet of the look-alike behind the calls of the sync, without a network; refusals are judged as over HTTP."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from email.utils import parsedate_to_datetime

from workout_tui.loopback.api import Api
from workout_tui.sync import outcomes
from workout_tui.sync.key import Key
from workout_tui.sync.outcomes import Said
from workout_tui.sync.sheet import Answer, Area, Json, values_body


@dataclass
class Memory:
    """Opens the spreadsheets of one look-alike."""

    api: Api = field(default_factory=Api)
    now: int = 1_727_202_840_000
    calls: list[str] = field(default_factory=list)
    may_edit: bool = True

    def open(self, key: Key, spreadsheet_id: str, root: str) -> _Sheet:
        return _Sheet(self, key, f"/v4/spreadsheets/{spreadsheet_id}")


@dataclass
class _Sheet:
    memory: Memory
    key: Key
    path: str

    def metadata(self, fields: str) -> Answer:
        return self._call("GET", "", [("fields", fields)])

    def values(self, areas: Sequence[Area], *, columns: bool = False) -> Answer:
        return self._call("POST", "/values:batchGetByDataFilter", [], values_body(areas, columns=columns))

    def batch_update(self, body: Json, fields: str = "") -> Answer:
        if not self.memory.may_edit:
            raise outcomes.answered(Said(403, "The caller does not have permission"), self.key)
        return self._call("POST", ":batchUpdate", [("fields", fields)] if fields else [], body)

    def close(self) -> None:
        self.memory.calls.append("close")

    def _call(self, method: str, rest: str, query: list[tuple[str, str]], body: Json | None = None) -> Answer:
        self.memory.calls.append(rest.strip(":/") or "metadata")
        said = self.memory.api.handle(method, self.path + rest, query, body, now=self.memory.now)
        at = int(parsedate_to_datetime(said.headers["Date"]).timestamp() * 1000)
        if said.status == 200:
            return Answer(said.body, at)
        raise outcomes.answered(Said(said.status, str(said.body["error"]["message"]), at=at), self.key)

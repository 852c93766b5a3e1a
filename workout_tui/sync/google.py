"""Google's Sheets behind the calls of `sync.sheet`: gspread, and nothing of it above its plain requests.

Imported only by the thread or the command that speaks to Google, when it does: 120 ms and 35 MB that the first
paint must not wait for. Not used of gspread, and why: `BackOffHTTPClient` sends an append twice when its answer is
lost, and never gives up; `append` looks for a table and finds the wrong column; `get_all_records` reads “12,5” as 125;
everything above the HTTP client reads the whole spreadsheet's description before each call.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import google.auth.exceptions as auth_errors
import requests
from google.auth.transport.requests import AuthorizedSession, Request
from gspread.exceptions import GSpreadException
from gspread.urls import SPREADSHEETS_API_V4_BASE_URL
from requests import exceptions as http_errors
from urllib3.exceptions import HTTPError

from workout_tui import config
from workout_tui.sync import connections, outcomes, pieces, replies
from workout_tui.sync.outcomes import End
from workout_tui.sync.sheet import Answer, Json, values_body

if TYPE_CHECKING:
    from collections.abc import Sequence

    from workout_tui.sync.key import Key
    from workout_tui.sync.sheet import Area, CallFailed

_ERRORS = (
    http_errors.RequestException, auth_errors.GoogleAuthError, GSpreadException, HTTPError, OSError,
    TypeError, KeyError, ValueError,
)  # fmt: skip
"""what a call may end with: besides their own errors gspread and google-auth let out the last three, for answers that
they did not expect"""


def open_sheet(key: Key, spreadsheet_id: str, api_root: str) -> GoogleSheet:
    """The spreadsheet, without asking Google for anything yet; for one thread, until `close`.

    Raises:
        CallFailed: the key cannot be used.
    """
    try:
        signer = connections.signer(key)
    except (ValueError, auth_errors.GoogleAuthError) as error:
        raise outcomes.unusable_key(type(error).__name__) from error
    return GoogleSheet(key, signer, spreadsheet_id, api_root)


class GoogleSheet:
    """One spreadsheet over HTTP; see `workout_tui.sync.sheet.Sheet` for the calls."""

    def __init__(self, key: Key, signer: Any, spreadsheet_id: str, api_root: str) -> None:
        self._key = key
        self._signer = signer
        # Settings of this machine's network apply to the network only, not to a sheet on this machine.
        trust = not config.is_here(api_root)
        self._tokens = connections.prepared(requests.Session(), trust_env=trust and not config.is_here(key.token_uri))
        self._token_request = Request(self._tokens)
        authorized = AuthorizedSession(signer, auth_request=self._token_request)  # type: ignore[no-untyped-call]
        session = connections.prepared(authorized, trust_env=trust)
        self._http = connections.SheetsHTTP(session, api_root)
        self._url = f"{SPREADSHEETS_API_V4_BASE_URL}/{spreadsheet_id}"

    def metadata(self, fields: str) -> Answer:
        """The spreadsheet's description, as far as `fields` asks for it."""
        return self._call("get", "", params={"fields": fields})

    def values(self, areas: Sequence[Area], *, columns: bool = False) -> Answer:
        """The plain values of some areas."""
        return self._call("post", "/values:batchGetByDataFilter", **_json(values_body(areas, columns=columns)))

    def batch_update(self, body: Json, fields: str = "") -> Answer:
        """Several changes, all of them or none."""
        return self._call("post", ":batchUpdate", params={"fields": fields} if fields else None, **_json(body))

    def close(self) -> None:
        """Close the connections: one that idles till the next cycle would break in the middle of its first write."""
        self._http.session.close()
        self._tokens.close()

    def _call(self, method: str, path: str, **request: Any) -> Answer:
        signed_in = False
        try:
            if not self._signer.valid:
                self._signer.refresh(connections.timed(self._token_request))
            signed_in = True
            response = self._http.request(method, self._url + path, **request)
            return Answer(replies.body(response), replies.date(response))
        except _ERRORS as error:
            raise self._judged(error, signed_in=signed_in) from error

    def _judged(self, error: Exception, *, signed_in: bool) -> CallFailed:
        if isinstance(error, auth_errors.RefreshError) and not error.retryable:
            return outcomes.token_refused(str(error.args[0] if error.args else ""), self._key)
        if isinstance(error, auth_errors.GoogleAuthError) or not signed_in:
            end = replies.end_of_sending(error)
            unsent = end if end in {End.NO_WAY, End.STRANGER} else End.NO_TOKEN
            return outcomes.without_answer(unsent, type(error).__name__)
        response = self._http.last
        if response is not None and not response.ok and not isinstance(error, http_errors.RequestException):
            return outcomes.answered(replies.said(response), self._key)
        at = None if response is None else replies.date_or_none(response)
        return outcomes.without_answer(replies.end_of_sending(error), type(error).__name__, at=at)


def _json(body: Json) -> dict[str, Any]:
    """A body for a request."""
    return {"data": pieces.written(body).encode(), "headers": {"Content-Type": "application/json"}}

"""The look-alike on a port, spoken to by gspread itself; and what the client sees of each fault."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import google.auth.exceptions
import gspread
import pytest
import requests
from gspread.exceptions import APIError

from tests.unit.loopback.google import by_service_account, by_user
from workout_tui.loopback.faults import Ending, Fault, When
from workout_tui.loopback.hands import Hands
from workout_tui.loopback.quota import Quota
from workout_tui.loopback.server import Server

BOOK = "the-book"
NOON = 1_700_000_000_000


class Clock:
    def __init__(self) -> None:
        self.at = NOON

    def now(self) -> int:
        return self.at


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def server(clock: Clock) -> Iterator[Server]:
    with Server(now=clock.now) as one:
        one.service.api.create(BOOK, "Workouts")
        yield one


@pytest.fixture
def client(server: Server) -> Iterator[gspread.Client]:
    one = by_user(server)
    yield one
    one.http_client.session.close()


def append(value: str) -> dict[str, Any]:
    row = {"values": [{"userEnteredValue": {"stringValue": value}}]}
    return {"requests": [{"appendCells": {"sheetId": 0, "rows": [row], "fields": "userEnteredValue"}}]}


def written(server: Server) -> list[list[Any]]:
    return Hands(server.service.api, BOOK).rows("Sheet1")


def test_gspread_reads_and_writes_with_a_key_of_a_service_account(
    server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    client = by_service_account(server, monkeypatch)
    book = client.open_by_key(BOOK)
    tab = book.add_worksheet("My log", rows=10, cols=4)
    tab.update([["a", 1], ["b", 2.5]], "A1")
    tab.append_row(["c", 3])
    tab.insert_row(["first"], 1)
    assert tab.get_all_values() == [["first", ""], ["a", "1"], ["b", "2.5"], ["c", "3"]]
    assert tab.find("b") == gspread.Cell(3, 1, "b")
    tab.sort((1, "des"))
    assert tab.col_values(1) == ["first", "c", "b", "a"]
    tab.freeze(rows=1)
    tab.hide_columns(1, 2)
    tab.update_title("It’s mine")
    assert book.worksheet("It’s mine").frozen_row_count == 1
    assert book.fetch_sheet_metadata()["properties"]["title"] == "Workouts"
    client.http_client.session.close()


def test_a_user_signs_in_with_a_refresh_token_until_it_is_revoked(server: Server) -> None:
    client = by_user(server, "mine")
    client.open_by_key(BOOK)
    server.tokens.revoked.add("mine")
    server.tokens.expire()
    with pytest.raises(google.auth.exceptions.RefreshError, match="expired or revoked"):
        client.open_by_key(BOOK)
    client.http_client.session.close()


def test_a_token_that_ran_out_is_fetched_anew(server: Server, client: gspread.Client, clock: Clock) -> None:
    client.http_client.batch_update(BOOK, append("a"))
    clock.at += 3_600_000
    client.http_client.batch_update(BOOK, append("b"))
    assert written(server) == [["a"], ["b"]]


def test_a_token_may_be_refused_too(server: Server, client: gspread.Client) -> None:
    server.service.faults.add(Fault(status=400, fits="/token"))
    with pytest.raises(google.auth.exceptions.RefreshError):
        client.open_by_key(BOOK)
    client.open_by_key(BOOK)


def test_the_date_of_an_answer_is_the_servers(server: Server, client: gspread.Client) -> None:
    found = client.http_client.request("get", f"https://sheets.googleapis.com/v4/spreadsheets/{BOOK}")
    assert found.headers["Date"] == "Tue, 14 Nov 2023 22:13:20 GMT"


@pytest.mark.parametrize("when", [When.BEFORE, When.AFTER])
@pytest.mark.parametrize(
    ("fault", "seen"),
    [
        (Fault(status=503, retry_after_s=7), APIError),
        (Fault(status=502, html=True), APIError),
        (Fault(ending=Ending.RESET), requests.exceptions.ConnectionError),
        (Fault(ending=Ending.STALL), requests.exceptions.ReadTimeout),
        (Fault(ending=Ending.CUT), requests.exceptions.ChunkedEncodingError),
    ],
)
def test_a_client_cannot_tell_whether_a_write_was_applied(
    server: Server, client: gspread.Client, fault: Fault, seen: type[Exception], when: When
) -> None:
    rows = [["a"]] if when is When.AFTER else []
    client.open_by_key(BOOK)
    client.set_timeout(0.2 if fault.ending is Ending.STALL else 5)
    planned = Fault(when, fault.ending, fault.status, fault.html, fault.retry_after_s, fits=":batchUpdate")
    server.service.faults.add(planned)
    with pytest.raises(seen) as caught:
        client.http_client.batch_update(BOOK, append("a"))
    assert written(server) == rows
    if isinstance(caught.value, APIError):
        assert caught.value.response.status_code == fault.status
        assert caught.value.response.headers.get("Retry-After") == ("7" if fault.retry_after_s else None)
    client.set_timeout(5)
    client.http_client.batch_update(BOOK, append("b"))
    assert written(server) == [*rows, ["b"]], "a fault befalls once"


def test_a_late_write_is_applied_after_its_client_gave_up(server: Server, client: gspread.Client, clock: Clock) -> None:
    client.open_by_key(BOOK)
    server.service.faults.add(Fault(When.LATE, Ending.RESET, late_ms=5_000, fits=":batchUpdate"))
    with pytest.raises(requests.exceptions.ConnectionError):
        client.http_client.batch_update(BOOK, append("late"))
    assert written(server) == []
    client.http_client.batch_update(BOOK, append("next"))
    clock.at += 5_000
    client.http_client.values_get(BOOK, "Sheet1")
    assert written(server) == [["next"], ["late"]]
    assert server.service.late == 0


def test_more_than_a_minutes_worth_of_writes_is_refused_until_the_next(
    server: Server, client: gspread.Client, clock: Clock
) -> None:
    server.service.quota = Quota(limit=2)
    for name in "ab":
        client.http_client.batch_update(BOOK, append(name))
    with pytest.raises(APIError, match="Quota exceeded for quota metric 'Write requests'") as caught:
        client.http_client.batch_update(BOOK, append("c"))
    assert caught.value.code == 429
    client.http_client.values_get(BOOK, "Sheet1")  # reads are counted by themselves
    clock.at += 60_000
    client.http_client.batch_update(BOOK, append("d"))
    assert written(server) == [["a"], ["b"], ["d"]]


def test_every_request_is_recorded_with_its_body(server: Server, client: gspread.Client) -> None:
    server.service.faults.add(Fault(status=500))
    with pytest.raises(APIError):
        client.http_client.batch_update(BOOK, append("a"))
    client.http_client.values_get(BOOK, "Sheet1", {"majorDimension": "COLUMNS"})
    wrote, read = server.service.log
    assert (wrote.request.method, wrote.request.body, wrote.status, wrote.applied) == ("POST", append("a"), 500, False)
    assert wrote.fault == Fault(status=500)
    assert (read.request.path, read.request.query) == (
        f"/v4/spreadsheets/{BOOK}/values/Sheet1",
        (("majorDimension", "COLUMNS"),),
    )
    assert (read.at, read.applied) == (NOON, True)


def test_what_is_not_shared_or_not_there_is_refused(server: Server, client: gspread.Client) -> None:
    hands = Hands(server.service.api, BOOK)
    hands.share(shared=False)
    with pytest.raises(PermissionError):
        client.open_by_key(BOOK)
    hands.share(shared=True)
    hands.trash()
    with pytest.raises(gspread.SpreadsheetNotFound):
        client.open_by_key(BOOK)


def test_without_a_token_nothing_is_answered(server: Server) -> None:
    found = requests.get(f"{server.url}/v4/spreadsheets/{BOOK}", timeout=5)
    assert (found.status_code, found.json()["error"]["status"]) == (401, "UNAUTHENTICATED")


def test_no_other_name_leads_here(server: Server) -> None:
    """A page on the internet may have its name resolve to this machine; its requests still carry that name."""
    assert requests.get(server.url, timeout=5, headers={"Host": "evil.example"}).status_code == 403


def test_the_page_shows_the_cells_and_takes_none_for_markup(server: Server) -> None:
    hands = Hands(server.service.api, BOOK)
    hands.edit("Sheet1", 0, 0, "<script>alert(1)</script>")
    hands.rename("Sheet1", "<b>")
    found = requests.get(f"{server.page(BOOK)}/cells", timeout=5)
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in found.text
    assert "<script" not in found.text
    assert "<b>" not in found.text
    assert (
        requests.get(server.page(BOOK), timeout=5).headers["Content-Security-Policy"].startswith("default-src 'none'")
    )
    assert f'href="/sheet/{BOOK}"' in requests.get(server.url, timeout=5).text
    assert requests.get(server.page("none"), timeout=5).status_code == 404


def test_clients_that_wait_are_cut_off_when_the_server_ends(clock: Clock) -> None:
    with Server(now=clock.now) as server:
        server.service.api.create(BOOK)
        client = by_user(server)
        client.open_by_key(BOOK)
    with pytest.raises(requests.exceptions.ConnectionError):
        client.http_client.values_get(BOOK, "Sheet1")
    client.http_client.session.close()

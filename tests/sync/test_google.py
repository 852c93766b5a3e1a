"""The ends of a call over real sockets: was it applied, whose turn is it, and in which words."""

from __future__ import annotations

import json
import socket
import ssl
import threading
from collections.abc import Iterator
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import rsa

from tests.sync import wire
from tests.sync.wire import AT, Act, Wire, answer, cut, hang_up, refusal, reset
from workout_tui.errors import Ambiguous, NeedsUser, Offline, Throttled
from workout_tui.sync import connections, google, key
from workout_tui.sync.sheet import Applied, Area, Blame, CallFailed

NO, UNKNOWN = Applied.NO, Applied.UNKNOWN
TRANSIENT, NEEDS_USER, BUG = Blame.TRANSIENT, Blame.NEEDS_USER, Blame.BUG
WRITE = {"requests": [{"appendCells": {"sheetId": 1, "rows": [], "fields": "*"}}]}


@pytest.fixture
def here() -> Iterator[Wire]:
    with wire.wire() as one:
        yield one


def user(here: Wire) -> key.Key:
    fields = {"client_id": "c", "client_secret": "s", "refresh_token": "r", "token_uri": f"{here.root}/token"}
    return key.parse(json.dumps(fields))


@pytest.fixture
def sheet(here: Wire) -> Iterator[google.GoogleSheet]:
    one = google.open_sheet(user(here), "the-sheet", here.root)
    yield one
    one.close()


@pytest.fixture
def tls(tmp_path: Path) -> Iterator[int]:
    """The port of a server with a certificate that nobody vouches for."""
    private = rsa.generate_private_key(public_exponent=65537, key_size=2048)
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "hotel")])
    now = datetime.now(UTC)
    certificate = (
        x509.CertificateBuilder(name, name, private.public_key(), x509.random_serial_number())
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + timedelta(days=1))
        .sign(private, hashes.SHA256())
    )
    pem = private.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    (tmp_path / "hotel.pem").write_bytes(pem + certificate.public_bytes(serialization.Encoding.PEM))
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(tmp_path / "hotel.pem")
    with socket.create_server(("127.0.0.1", 0)) as listener:
        answering = threading.Thread(target=_shake_hands, args=(listener, context), daemon=True)
        answering.start()
        yield listener.getsockname()[1]
        answering.join(5)


def _shake_hands(listener: socket.socket, context: ssl.SSLContext) -> None:
    one, _ = listener.accept()
    with one, suppress(OSError), context.wrap_socket(one, server_side=True):
        pass  # the client leaves in the middle


def no_token(words: str) -> Act:
    return answer(400, {"error": "invalid_grant", "error_description": words})


def failed(sheet: google.GoogleSheet) -> CallFailed:
    with pytest.raises(CallFailed) as caught:
        sheet.batch_update(WRITE)
    return caught.value


def test_the_four_calls_as_google_wants_them(here: Wire, sheet: google.GoogleSheet) -> None:
    here.says += [answer(200, {"title": "Log"}), answer(200, {"valueRanges": []}), answer(200, {"replies": [{}]})]
    assert sheet.metadata("properties.title").body == {"title": "Log"}
    assert sheet.values([Area(7, 0, 1)], columns=True).body == {"valueRanges": []}
    assert sheet.batch_update(WRITE, "replies").at == AT, "the server's own clock"
    assert [(one.method, one.path) for one in here.api] == [
        ("GET", "/v4/spreadsheets/the-sheet?fields=properties.title"),
        ("POST", "/v4/spreadsheets/the-sheet/values:batchGetByDataFilter"),
        ("POST", "/v4/spreadsheets/the-sheet:batchUpdate?fields=replies"),
    ]
    assert json.loads(here.api[1].body) == {
        "dataFilters": [{"gridRange": {"sheetId": 7, "startRowIndex": 0, "endRowIndex": 1}}],
        "majorDimension": "COLUMNS",
        "valueRenderOption": "UNFORMATTED_VALUE",
        "dateTimeRenderOption": "SERIAL_NUMBER",
    }
    assert json.loads(here.api[2].body) == WRITE
    assert {one.headers["authorization"] for one in here.api} == {"Bearer t"}
    assert len(here.asked) == 4, "one token for all"


@pytest.mark.parametrize(
    ("act", "applied", "blame", "kind", "words"),
    [
        (refusal(400, "Invalid requests[0].appendCells"), NO, BUG, "400", "as wrong"),
        (refusal(400, "Invalid requests[0].x: No grid with id: 1"), NO, NEEDS_USER, "tab_gone", "tab is gone"),
        (
            refusal(400, "This action would increase the number of cells above the limit of 10000000 cells."),
            NO, NEEDS_USER, "full", "full",
        ),
        (refusal(400, "You are trying to edit a protected cell or object."), NO, NEEDS_USER, "protected", "protected"),
        (refusal(400, "The document must not be an Office file."), NO, NEEDS_USER, "office", "Excel"),
        (refusal(403, "The caller does not have permission"), NO, NEEDS_USER, "403", "may not edit"),
        (refusal(403, "Sheets API has not been used", "SERVICE_DISABLED"), NO, NEEDS_USER, "off", "not switched on"),
        (refusal(403, "insufficient", "ACCESS_TOKEN_SCOPE_INSUFFICIENT"), NO, NEEDS_USER, "scope", "does not cover"),
        (refusal(403, "Quota exceeded", "RATE_LIMIT_EXCEEDED"), NO, TRANSIENT, "429", "fewer requests"),
        (refusal(404, "Requested entity was not found."), NO, NEEDS_USER, "404", "no such spreadsheet"),
        (refusal(429, "Quota exceeded"), NO, TRANSIENT, "429", "fewer requests"),
        (refusal(408, "Timeout"), UNKNOWN, TRANSIENT, "408", "server failed"),
        (refusal(409, "Aborted"), UNKNOWN, TRANSIENT, "409", "server failed"),
        (refusal(500, "Internal"), UNKNOWN, TRANSIENT, "500", "server failed"),
        (refusal(503, "Unavailable"), UNKNOWN, TRANSIENT, "503", "server failed"),
        (answer(502, b"<html>Bad Gateway</html>"), UNKNOWN, TRANSIENT, "502", "server failed"),
        (answer(403, b"<html>Forbidden</html>"), NO, NEEDS_USER, "403", "may not edit"),
        (answer(400, {"error": "invalid_request"}), NO, BUG, "400", "as wrong"),
        (answer(404, {"error": {"message": "no code in it"}}), NO, NEEDS_USER, "404", "no such spreadsheet"),
        (answer(400, ["no object"]), NO, BUG, "400", "as wrong"),
        (answer(200, b"<html>Sign in to the Wi-Fi</html>"), UNKNOWN, TRANSIENT, "unreadable", "was lost"),
        (answer(200, ["no object"]), UNKNOWN, TRANSIENT, "unreadable", "was lost"),
        (answer(200, {}, date=""), UNKNOWN, TRANSIENT, "unreadable", "was lost"),
        (answer(302, b"", Location="http://127.0.0.1:1/login"), UNKNOWN, TRANSIENT, "unreadable", "was lost"),
        (reset, UNKNOWN, TRANSIENT, "reset", "was lost"),
        (hang_up, UNKNOWN, TRANSIENT, "reset", "was lost"),
        (cut, UNKNOWN, TRANSIENT, "reset", "was lost"),
    ],
)  # fmt: skip
def test_each_end_of_a_write(  # noqa: PLR0917 - the columns of the table
    here: Wire, sheet: google.GoogleSheet, act: Act, applied: Applied, blame: Blame, kind: str, words: str
) -> None:
    here.says.append(act)
    found = failed(sheet)
    assert (found.applied, found.blame, found.kind, found.offline) == (applied, blame, kind, False)
    assert words in found.problem.message
    assert len(here.api) == 1, "a write is never sent again by itself"
    assert isinstance(found.problem, NeedsUser) == (blame is NEEDS_USER)
    assert sheet.metadata("x").body == {}, "the next call is a call of its own"


def test_a_body_arrives_as_it_was_meant(here: Wire, sheet: google.GoogleSheet) -> None:
    cells = [
        {"userEnteredValue": {"stringValue": "Kniebeuge “tief”\n=1+1\u2028🏋"}},
        {},
        {"userEnteredValue": {"numberValue": 102.5}},
    ]
    body = {
        "requests": [{"appendCells": {"sheetId": 1, "rows": [{"values": cells}, {}], "fields": "*"}}, {}, {"a": []}],
        "x": None,
    }
    sheet.batch_update(body)
    assert json.loads(here.api[0].body) == body
    assert here.api[0].headers["content-type"] == "application/json"


def test_an_answer_that_does_not_come(here: Wire, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(connections, "READ_S", 0.1)
    here.says.append(here.stall)
    sheet = google.open_sheet(user(here), "the-sheet", here.root)
    found = failed(sheet)
    sheet.close()
    assert (found.applied, found.blame, found.kind) == (UNKNOWN, TRANSIENT, "timeout")
    assert isinstance(found.problem, Ambiguous)


def test_nobody_there_is_offline_and_nothing_was_sent(here: Wire) -> None:
    with socket.create_server(("127.0.0.1", 0)) as free:
        nowhere = f"http://127.0.0.1:{free.getsockname()[1]}"
    for root, token_root in ((nowhere, here.root), (here.root, nowhere)):
        fields = {"client_id": "c", "client_secret": "s", "refresh_token": "r", "token_uri": f"{token_root}/token"}
        sheet = google.open_sheet(key.parse(json.dumps(fields)), "the-sheet", root)
        found = failed(sheet)
        sheet.close()
        assert (found.applied, found.blame, found.kind, found.offline) == (NO, TRANSIENT, "offline", True)
        assert isinstance(found.problem, Offline)
    assert here.api == []


def test_a_name_that_is_not_known_and_a_connection_that_does_not_come_are_offline(
    here: Wire, monkeypatch: pytest.MonkeyPatch
) -> None:
    def unknown(*_: object, **__: object) -> object:
        raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")

    def too_slow(*_: object) -> None:
        raise TimeoutError("timed out")

    for broken, name, how in ((socket, "getaddrinfo", unknown), (socket.socket, "connect", too_slow)):
        sheet = google.open_sheet(user(here), "the-sheet", here.root)
        with monkeypatch.context() as patched:
            patched.setattr(broken, name, how)
            found = failed(sheet)
        sheet.close()
        assert (found.applied, found.blame, found.kind, found.offline) == (NO, TRANSIENT, "offline", True)
    assert here.asked == []


def test_a_proxy_that_refuses_let_nothing_through(here: Wire, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("https_proxy", here.root)
    here.says.append(answer(407, b"who are you?"))
    sheet = google.open_sheet(user(here), "the-sheet", "https://sheets.example.org")
    found = failed(sheet)
    sheet.close()
    assert (found.applied, found.blame, found.kind, found.offline) == (NO, TRANSIENT, "offline", True)
    assert [(one.method, one.path) for one in here.api] == [("CONNECT", "sheets.example.org:443")]


def test_who_cannot_prove_to_be_google_is_told_nothing(here: Wire, tls: int) -> None:
    sheet = google.open_sheet(user(here), "the-sheet", f"https://127.0.0.1:{tls}")
    found = failed(sheet)
    sheet.close()
    assert (found.applied, found.blame, found.kind, found.offline) == (NO, TRANSIENT, "certificate", False)
    assert "Something other than Google answered." in found.problem.message
    assert "Wi‑Fi" in found.problem.fix


def test_broken_encryption_proves_nothing(here: Wire) -> None:
    sheet = google.open_sheet(user(here), "the-sheet", here.root.replace("http:", "https:"))
    found = failed(sheet)  # the other end speaks no TLS
    sheet.close()
    assert (found.applied, found.blame, found.kind) == (UNKNOWN, TRANSIENT, "reset")


def test_an_end_is_judged_by_itself_not_by_the_call_before(here: Wire) -> None:
    with socket.create_server(("127.0.0.1", 0)) as free:
        nowhere = f"http://127.0.0.1:{free.getsockname()[1]}"
    first, second = (google.open_sheet(user(here), "the-sheet", root) for root in (nowhere, here.root))
    here.says.append(reset)
    try:
        first.metadata("x")
    except CallFailed:
        found = failed(second)  # while the other error is still being handled
    first.close()
    second.close()
    assert (found.applied, found.kind) == (UNKNOWN, "reset")


def test_how_long_google_asks_to_wait(here: Wire, sheet: google.GoogleSheet) -> None:
    in_a_minute = "Tue, 24 Sep 2024 18:35:00 GMT"
    for said, seconds in (
        ("30", 30.0), (in_a_minute, 60.0), ("soon", None), ("", None), ("9" * 400, 86_400.0),
        ("Fri, 31 Dec 9999 23:59:59 GMT", 86_400.0),
    ):  # fmt: skip
        here.says.append(refusal(429, "Quota exceeded", Retry_After=said))
        found = failed(sheet)
        assert found.retry_after_s == seconds
        assert isinstance(found.problem, Throttled)
        assert found.problem.retry_after == seconds
        assert found.at == AT


@pytest.mark.parametrize(
    ("act", "blame", "kind", "words"),
    [
        (no_token("Token has been revoked"), NEEDS_USER, "key", "no longer accepts"),
        (no_token("Invalid JWT: Token must be a short-lived token"), NEEDS_USER, "clock", "clock"),
        (answer(200, b"<html>Sign in to the Wi-Fi</html>"), TRANSIENT, "token", "sign-in failed"),
        (reset, TRANSIENT, "token", "sign-in failed"),
    ],
)  # fmt: skip
def test_without_a_token_nothing_is_sent(  # noqa: PLR0917 - as above
    here: Wire, sheet: google.GoogleSheet, act: Act, blame: Blame, kind: str, words: str
) -> None:
    here.tokens.append(act)
    found = failed(sheet)
    assert (found.applied, found.blame, found.kind, found.offline) == (NO, blame, kind, False)
    assert words in found.problem.message
    assert here.api == []


def test_a_token_that_ran_out_is_renewed_and_then_needs_the_user(here: Wire, sheet: google.GoogleSheet) -> None:
    here.says += [refusal(401, "Invalid Credentials"), answer(200, {"replies": []})]
    assert sheet.batch_update(WRITE).body == {"replies": []}
    here.says += [refusal(401, "Invalid Credentials")] * 3
    found = failed(sheet)
    assert (found.applied, found.blame, found.kind) == (NO, NEEDS_USER, "401")


def test_a_renewed_token_does_not_hide_that_the_second_sending_is_unknown(
    here: Wire, sheet: google.GoogleSheet
) -> None:
    here.says += [refusal(401, "Invalid Credentials"), reset]
    found = failed(sheet)
    assert (found.applied, found.blame, found.kind) == (UNKNOWN, TRANSIENT, "reset")


def test_what_the_server_quotes_is_not_passed_on(here: Wire, sheet: google.GoogleSheet) -> None:
    here.says.append(refusal(400, "Invalid value at 'rows' (TYPE_DOUBLE), \"my secret note\"\n" + "x" * 1000))
    found = failed(sheet)
    assert "secret" not in found.technical
    assert "\n" not in found.technical
    assert len(found.technical) <= 240


def test_the_fix_names_the_account_to_share_with() -> None:
    from workout_tui.sync import needs

    fields = {"type": "service_account", "client_email": "a@b.iam", "private_key": "-----BEGIN", "project_id": "gym"}
    service = key.parse(json.dumps(fields))
    found = needs.found(403, "The caller does not have permission", service)
    assert found is not None
    assert "Editor, with a@b.iam" in found[1].fix
    assert found[1].copy == "a@b.iam"
    switched_off = needs.found(403, "SERVICE_DISABLED", service)
    assert switched_off is not None
    assert switched_off[1].copy.endswith("sheets.googleapis.com?project=gym")


def test_a_service_account_signs_in_and_asks_nobody_else(here: Wire) -> None:
    private = rsa.generate_private_key(public_exponent=65537, key_size=2048).private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    fields = {
        "type": "service_account", "client_email": "a@b.iam", "private_key": private.decode(),
        "token_uri": f"{here.root}/token",
    }  # fmt: skip
    sheet = google.open_sheet(key.parse(json.dumps(fields)), "the-sheet", here.root)
    assert sheet.metadata("x").body == {}
    sheet.close()
    assert [one.path for one in here.asked] == ["/token", "/v4/spreadsheets/the-sheet?fields=x"]
    assert b"jwt-bearer" in here.asked[0].body


def test_a_key_that_only_looks_like_one(here: Wire) -> None:
    fields = {
        "type": "service_account",
        "client_email": "a@b.iam",
        "private_key": "-----BEGIN PRIVATE KEY-----\nMIIE\n",
    }
    with pytest.raises(CallFailed) as caught:
        google.open_sheet(key.parse(json.dumps(fields)), "the-sheet", here.root)
    assert (caught.value.applied, caught.value.blame, caught.value.kind) == (NO, NEEDS_USER, "key")


def test_a_netrc_and_a_proxy_leave_the_token_alone(
    here: Wire, sheet: google.GoogleSheet, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "netrc").write_text("machine 127.0.0.1 login x password y\n")
    monkeypatch.setenv("NETRC", str(tmp_path / "netrc"))
    monkeypatch.setenv("http_proxy", "http://127.0.0.1:1")
    assert sheet.metadata("x").body == {}
    assert here.api[0].headers["authorization"] == "Bearer t"


def test_a_closed_connection_ends_at_once() -> None:
    options = {(level, name): value for level, name, value in connections.socket_options()}
    linger = options[socket.SOL_SOCKET, socket.SO_LINGER]
    assert linger == b"\x01\x00\x00\x00\x00\x00\x00\x00"
    if hasattr(socket, "TCP_USER_TIMEOUT"):
        assert options[socket.IPPROTO_TCP, socket.TCP_USER_TIMEOUT] == 30_000

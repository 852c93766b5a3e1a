"""gspread as it is, pointed at the look-alike."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING, Any

import gspread
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import rsa
from google.oauth2.credentials import Credentials
from gspread.http_client import HTTPClient

if TYPE_CHECKING:
    import pytest

    from workout_tui.loopback.server import Server

SCOPES = ["https://www.googleapis.com/auth/spreadsheets"]


def client_for(server: Server) -> type[HTTPClient]:
    """gspread's client with another root, without this machine's proxies."""

    class Here(HTTPClient):
        def __init__(self, auth: Any, session: Any = None) -> None:
            super().__init__(auth, session)
            self.session.trust_env = False
            self.set_timeout((5, 5))

        def request(self, method: str, endpoint: str, *args: Any, **kwargs: Any) -> Any:
            here = endpoint.replace("https://sheets.googleapis.com", server.url, 1)
            return super().request(method, here, *args, **kwargs)

    return Here


def by_service_account(server: Server, monkeypatch: pytest.MonkeyPatch) -> gspread.Client:
    """A client that signs in with a key of a service account."""
    monkeypatch.setattr(
        "google.auth.credentials.CredentialsWithRegionalAccessBoundary._is_regional_access_boundary_lookup_required",
        lambda self: False,
        raising=False,
    )
    key = {
        "type": "service_account",
        "project_id": "p",
        "private_key_id": "1",
        "private_key": _pem(),
        "client_email": server.service.api.editor,
        "client_id": "1",
        "token_uri": f"{server.url}/token",
    }
    return gspread.service_account_from_dict(key, scopes=SCOPES, http_client=client_for(server))


def by_user(server: Server, refresh_token: str = "1//refresh") -> gspread.Client:
    """A client that signs in with the refresh token of a user."""
    signer = Credentials(  # type: ignore[no-untyped-call]
        None, refresh_token=refresh_token, client_id="c", client_secret="s", token_uri=f"{server.url}/token"
    )
    return gspread.authorize(signer, http_client=client_for(server))


@functools.cache
def _pem() -> str:
    key = rsa.generate_private_key(public_exponent=65537, key_size=2048)
    return key.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    ).decode()

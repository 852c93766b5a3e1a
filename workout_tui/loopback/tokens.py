"""The token endpoint: access tokens for a service account's signed claims or for a user's refresh token.

The signature of the claims is not checked: that takes cryptography which the standard library has not.
"""

from __future__ import annotations

import base64
import json
import secrets
import threading
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from workout_tui.loopback.refusal import Refused

if TYPE_CHECKING:
    from collections.abc import Mapping

    from workout_tui.loopback.refusal import Body

LIFE_S = 3600
_JWT_BEARER = "urn:ietf:params:oauth:grant-type:jwt-bearer"
_UNAUTHENTICATED = (
    "Request had invalid authentication credentials. Expected OAuth 2 access token, login cookie or other valid"
    " authentication credential. See https://developers.google.com/identity/sign-in/web/devconsole-project."
)


class NoToken(Exception):
    """A token that is not given, with the error and its description as the endpoint answers them."""

    def __init__(self, error: str, description: str) -> None:
        super().__init__(description)
        self.error = error
        self.description = description

    def body(self) -> Body:
        """The JSON of the answer."""
        return {"error": self.error, "error_description": self.description}


@dataclass(slots=True)
class Tokens:
    """The tokens that are valid. Any thread may use it."""

    life_s: int = LIFE_S
    """how long a token is valid, seconds"""
    revoked: set[str] = field(default_factory=set)
    """the service accounts' addresses and the refresh tokens that get no token any more"""
    _until: dict[str, int] = field(default_factory=dict)
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def issue(self, form: Mapping[str, str], now: int) -> Body:
        """A new token.

        Args:
            form: the fields of the request.
            now: the server's time, UTC milliseconds.

        Raises:
            NoToken: the fields are not those of a grant, or it was revoked.
        """
        who = self._who(form)
        if who in self.revoked:
            raise NoToken("invalid_grant", "Token has been expired or revoked.")
        token = f"ya29.{secrets.token_urlsafe(24)}"
        with self._lock:
            self._until[token] = now + self.life_s * 1000
        return {"access_token": token, "expires_in": self.life_s, "token_type": "Bearer"}

    def check(self, authorization: str, now: int) -> None:
        """Look at the `Authorization` header of a request.

        Raises:
            Refused: its token was never given, or is no longer valid.
        """
        token = authorization.removeprefix("Bearer ")
        with self._lock:
            if self._until.get(token, 0) <= now:
                raise Refused(_UNAUTHENTICATED, 401)

    def expire(self) -> None:
        """No token that was given so far is valid any more."""
        with self._lock:
            self._until.clear()

    def _who(self, form: Mapping[str, str]) -> str:
        grant = form.get("grant_type")
        if grant == "refresh_token" and form.get("refresh_token"):
            return form["refresh_token"]
        if grant == _JWT_BEARER:
            claims = _claims(form.get("assertion", ""))
            return str(claims.get("iss", ""))
        raise NoToken("unsupported_grant_type", f"Invalid grant_type: {grant}")


def _claims(assertion: str) -> dict[str, Any]:
    parts = assertion.split(".")
    try:
        padded = parts[1] + "=" * (-len(parts[1]) % 4)
        claims = json.loads(base64.urlsafe_b64decode(padded))
    except (IndexError, ValueError) as error:
        raise NoToken("invalid_grant", "Invalid JWT: Failed audience check.") from error
    if not isinstance(claims, dict) or not claims.get("iss") or not claims.get("scope"):
        raise NoToken("invalid_grant", "Invalid JWT: iss and scope are required.")
    return claims

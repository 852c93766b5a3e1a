"""What the server refuses, in Google's words."""

from __future__ import annotations

from typing import Any, TypeAlias

Body: TypeAlias = dict[str, Any]
"""A JSON object. Bodies of requests are checked against `messages` before anything looks into them."""

_STATUS = {
    400: "INVALID_ARGUMENT",
    401: "UNAUTHENTICATED",
    403: "PERMISSION_DENIED",
    404: "NOT_FOUND",
    429: "RESOURCE_EXHAUSTED",
    500: "INTERNAL",
    502: "BAD_GATEWAY",
    503: "UNAVAILABLE",
    504: "DEADLINE_EXCEEDED",
}


class Refused(Exception):
    """A request that changes nothing and is answered with an error.

    Args:
        message: the text of the error, as Google writes it.
        code: the HTTP status.
        details: the violations of single fields, where Google lists them.
    """

    def __init__(self, message: str, code: int = 400, details: list[Body] | None = None) -> None:
        super().__init__(message)
        self.message = message
        self.code = code
        self.details = details

    def body(self) -> Body:
        """The JSON of the answer."""
        return error_body(self.code, self.message, self.details)


def error_body(code: int, message: str, details: list[Body] | None = None) -> Body:
    """An error as the API of Google answers it."""
    error: Body = {"code": code, "message": message, "status": _STATUS.get(code, "UNKNOWN")}
    if details is not None:
        error["details"] = details
    return {"error": error}


def violation(field: str, description: str) -> list[Body]:
    """The details of a refusal on account of one field."""
    one = {"field": field, "description": description} if field else {"description": description}
    return [{"@type": "type.googleapis.com/google.rpc.BadRequest", "fieldViolations": [one]}]

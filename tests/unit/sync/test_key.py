"""The key's file: what is accepted, what the usual wrong files are called, and how it is kept."""

from __future__ import annotations

import json
import stat
from pathlib import Path

import pytest

from workout_tui.errors import ConfigError, InvalidEntry
from workout_tui.paths import Paths
from workout_tui.sync import key

SERVICE = {
    "type": "service_account",
    "client_email": "logger@gym-4411.iam.gserviceaccount.com",
    "private_key": "-----BEGIN PRIVATE KEY-----\nMIIE\n-----END PRIVATE KEY-----\n",
    "token_uri": "https://oauth2.googleapis.com/token",
}
USER = {"type": "authorized_user", "client_id": "c", "client_secret": "s", "refresh_token": "r"}


@pytest.fixture
def paths(tmp_path: Path) -> Paths:
    return Paths.of({"WORKOUT_HOME": str(tmp_path / "home")})


def test_a_service_accounts_key_names_the_account_to_share_with() -> None:
    found = key.parse(json.dumps(SERVICE))
    assert (found.kind, found.account) == (key.Kind.SERVICE, SERVICE["client_email"])
    assert "MIIE" not in repr(found), "a key is never printed by accident"


def test_a_signed_in_users_file_is_accepted_with_and_without_its_type() -> None:
    for fields in (USER, {name: value for name, value in USER.items() if name != "type"}):
        found = key.parse(json.dumps(fields))
        assert (found.kind, found.account) == (key.Kind.USER, "")
        assert found.token_uri == key.GOOGLE_TOKENS


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ('{"installed": {"client_id": "x"}}', "OAuth client"),
        ('{"web": {"client_id": "x"}}', "OAuth client"),
        ("AIzaSyA1234567890", "API key"),
        ("<!DOCTYPE html><html>", "web page"),
        ("-----BEGIN PRIVATE KEY-----\nMIIE", "private key alone"),
        ("", "empty"),
        ('{"type": "service_account", "client_em', "cut short"),
        ("[]", "no key"),
        ("[" * 90_000, "no JSON"),
        (json.dumps(SERVICE | {"client_email": "a\x1b[2J@b.iam"}), "address"),
        (json.dumps(SERVICE | {"client_email": "\ud800@b.iam"}), "address"),
        ("{}", "no key of a service account"),
        ('{"type": "external_account"}', "no key of a service account"),
        ('{"type": ["service_account"]}', "no key of a service account"),
        (json.dumps(SERVICE | {"private_key": ""}), "private_key is missing"),
        (json.dumps(SERVICE | {"client_email": 5}), "client_email is missing"),
        (json.dumps(SERVICE | {"private_key": "MIIE"}), "damaged"),
        (json.dumps(SERVICE | {"token_uri": "http://evil.example/token"}), "stranger"),
    ],
)
def test_the_usual_wrong_files_are_called_by_their_names(text: str, words: str) -> None:
    with pytest.raises(InvalidEntry, match=words) as refused:
        key.parse(text)
    assert "JSON" in refused.value.fix


def test_files_that_cannot_be_read_are_told_in_words(tmp_path: Path) -> None:
    (tmp_path / "key.p12").write_bytes(b"\x30\x82\xff\xfe")
    (tmp_path / "big.json").write_text(" " * 200_000)
    for name, words in (
        (".", "folder"),
        ("none.json", "cannot be read"),
        ("key.p12", "P12"),
        ("big.json", "too large"),
    ):
        with pytest.raises(InvalidEntry, match=words):
            key.read(tmp_path / name)


def test_a_key_is_kept_for_its_owner_only_and_comes_back_the_same(paths: Paths) -> None:
    assert key.kept(paths, "ada") is None
    for fields in (SERVICE, USER):
        put = key.keep(paths, "ada", key.parse(json.dumps(fields)))
        assert stat.S_IMODE(put.stat().st_mode) == 0o600
        assert stat.S_IMODE(put.parent.stat().st_mode) == 0o700
        assert list(put.parent.iterdir()) == [put], "nothing is left beside it"
        found = key.kept(paths, "ada")
        assert found is not None
        assert found.fields == fields
    assert key.kept(paths, "bob") is None, "each lifter has a key of their own"


def test_a_key_is_forgotten_once(paths: Paths) -> None:
    put = key.keep(paths, "ada", key.parse(json.dumps(SERVICE)))
    assert key.forget(paths, "ada")
    assert not put.exists()
    assert not key.forget(paths, "ada")


def test_a_key_that_was_spoilt_on_disk_is_told_with_the_way_out(paths: Paths) -> None:
    key.keep(paths, "ada", key.parse(json.dumps(SERVICE))).write_text("{")
    with pytest.raises(ConfigError, match="workout connect"):
        key.kept(paths, "ada")


def test_a_place_that_cannot_be_looked_into_is_told(paths: Paths) -> None:
    paths.key("a").parent.mkdir(parents=True)
    with pytest.raises(ConfigError, match="cannot be looked for"):
        key.kept(paths, "a" * 300)  # no right to look is told alike, but not to root

"""Which spreadsheet is meant."""

from __future__ import annotations

import pytest

from workout_tui.errors import InvalidEntry
from workout_tui.sync import address

ID = "1AbC_d-EfGhIjKlMnOpQrStUvWxYz0123456789abcdefg"


@pytest.mark.parametrize(
    "text",
    [
        ID,
        f" {ID}\n",
        f"https://docs.google.com/spreadsheets/d/{ID}/edit#gid=0",
        f"https://docs.google.com/spreadsheets/d/{ID}/edit?usp=sharing",
        f"https://docs.google.com/spreadsheets/u/1/d/{ID}",
        f"<docs.google.com/spreadsheets/d/{ID}/>",
        f"http://127.0.0.1:8020/spreadsheets/d/{ID}/edit",
        f"“https://docs.google.com/a/gym.org/spreadsheets/d/{ID}/view”",
    ],
)
def test_the_id_is_found_in_whatever_a_browser_gives(text: str) -> None:
    assert address.spreadsheet_id(text) == ID
    assert address.spreadsheet_id(address.link(ID, 7)) == ID


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "no link"),
        ("https://drive.google.com/drive/folders/1AbC", "folder"),
        (f"https://docs.google.com/document/d/{ID}/edit", "another kind of document"),
        (f"https://drive.google.com/file/d/{ID}/view", "Excel"),
        ("https://docs.google.com/spreadsheets/d/e/2PACX-1vQ/pubhtml", "published"),
        ("https://example.org/", "no spreadsheet"),
        ("my training log", "neither"),
        ("12", "neither"),
        ("training-log", "neither"),
    ],
)
def test_other_links_are_called_by_their_names(text: str, words: str) -> None:
    with pytest.raises(InvalidEntry, match=words) as refused:
        address.spreadsheet_id(text)
    assert "docs.google.com/spreadsheets/d/" in refused.value.fix

"""The settings of the machine."""

import stat
from dataclasses import replace
from pathlib import Path

import pytest

from workout_tui import config
from workout_tui.config import Config
from workout_tui.errors import ConfigError


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "workout.toml"


def test_a_missing_file_gives_the_defaults_and_is_not_made(file: Path) -> None:
    assert config.load(file) == Config(theme="iron", glyphs="auto", big_numbers=True)
    assert not file.exists()


def test_every_setting_is_read(file: Path) -> None:
    file.write_text(
        'theme = "chalk"\nglyphs = "ascii"\nbig_numbers = false\nunshifted_digits = "&é\\"\'(-è_çà"\n'
        '[keys]\n"log.undo" = "z"\n',
        "utf-8",
    )
    assert config.load(file) == Config("chalk", "ascii", False, "&é\"'(-è_çà", {"log.undo": "z"})


def test_the_unshifted_row_reads_as_digits() -> None:
    azerty = Config(unshifted_digits="&é\"'(-è_çà")
    assert "".join(map(azerty.digit, "&é\"'(-è_çà")) == "1234567890"
    assert [azerty.digit("x"), azerty.digit("7"), azerty.digit("")] == ["x", "7", ""]
    assert Config().digit("&") == "&"


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ('theme = "neon"', ["theme", "iron, chalk, ember, ansi16"]),
        ("theme = 3", ["theme", "iron"]),
        ('glyphs = "emoji"', ["glyphs", "auto, unicode, ascii"]),
        ("big_numbers = 1", ["big_numbers", "true, false"]),
        ('unshifted_digits = "abc"', ["unshifted_digits", "ten different"]),
        ('unshifted_digits = "1234567890"', ["unshifted_digits"]),
        ('unshifted_digits = "aabcdefghi"', ["unshifted_digits"]),
        ('keys = "z"', ["keys", "table"]),
        ("[keys]\nundo = 3", ["keys", "table"]),
        ('tehme = "iron"', ["tehme", "Did you mean “theme”"]),
        ("qqq = 1", ["qqq", "theme, glyphs"]),
        ("theme = \n", ["not valid TOML", "line 1"]),
        (f"theme = {'[' * 20_000}", ["no TOML", "brackets"]),
        (f"{'k' * 20_000} = 1", ["k…”, which is no setting", "theme, glyphs"]),
    ],
)
def test_a_wrong_line_names_the_file_the_key_and_what_is_allowed(file: Path, line: str, words: list[str]) -> None:
    file.write_text(line)
    with pytest.raises(ConfigError) as caught:
        config.load(file)
    assert all(word in str(caught.value) for word in [str(file), *words])


def test_a_file_that_is_no_text_is_refused_in_words(file: Path) -> None:
    file.write_bytes(b"\xff\xfe\x00")
    with pytest.raises(ConfigError, match="not UTF-8"):
        config.load(file)
    file.unlink()
    file.mkdir()
    with pytest.raises(ConfigError, match="cannot be read"):
        config.load(file)


def test_changing_a_setting_keeps_every_other_line(file: Path) -> None:
    file.write_text('# mine\nglyphs = "ascii"  # plain\n\n[keys]\n"log.undo" = "z"\n')
    changed = config.change(file, "theme", "ember")
    assert changed == config.load(file) == Config("ember", "ascii", keys={"log.undo": "z"})
    assert file.read_text() == '# mine\nglyphs = "ascii"  # plain\ntheme = "ember"\n\n[keys]\n"log.undo" = "z"\n'
    config.change(file, "theme", "iron")
    assert file.read_text().count("theme") == 1


def test_changing_a_setting_makes_the_file_for_its_owner_only(tmp_path: Path) -> None:
    file = tmp_path / "new" / "workout.toml"
    assert config.change(file, "big_numbers", False).big_numbers is False
    assert file.read_text() == "big_numbers = false\n"
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert list(file.parent.iterdir()) == [file]


def test_a_refused_change_leaves_the_file_alone(file: Path) -> None:
    file.write_text('theme = "chalk"\n')
    with pytest.raises(ConfigError, match="iron, chalk"):
        config.change(file, "theme", "neon")
    assert file.read_text() == 'theme = "chalk"\n'


def test_a_line_is_changed_however_it_is_written(file: Path) -> None:
    file.write_text('"theme" = "chalk" # by day\n')
    assert config.change(file, "theme", "ember").theme == "ember"
    assert file.read_text() == '"theme" = "ember" # by day\n'


def test_a_file_that_is_a_link_stays_one(file: Path, tmp_path: Path) -> None:
    kept = tmp_path / "dotfiles" / "workout.toml"
    kept.parent.mkdir()
    kept.write_text('glyphs = "ascii"\n', "utf-8-sig")  # with the mark that some editors put first
    file.symlink_to(kept)
    config.change(file, "theme", "ember")
    assert file.is_symlink()
    assert config.load(kept) == Config("ember", "ascii")


@pytest.mark.parametrize(
    "before",
    [
        "",
        "# mine\n",
        'theme = "chalk"\n\n[keys]  # my own\n"log.undo" = "y" # qwertz\n\n[sheet]\n',
        'keys = {"log.redo" = "Z"} # on one line\n',
        'keys."log.undo" = "y"\n',
        '[sheet]\napi_root = "http://127.0.0.1:1"  # demo\n',
    ],
)
def test_a_command_is_given_a_key_and_back_its_own(file: Path, before: str) -> None:
    file.write_text(before)
    was = config.load(file)
    changed = config.change_key(file, "log.undo", "z")
    assert changed == config.load(file) == replace(was, keys={**was.keys, "log.undo": "z"})
    config.change_key(file, "log.undo", None)
    assert config.load(file) == replace(was, keys={k: v for k, v in was.keys.items() if k != "log.undo"})
    comments = [line[line.index("#") :] for line in before.splitlines() if "#" in line and "qwertz" not in line]
    assert all(comment in file.read_text() for comment in comments)


def test_a_key_of_any_character_is_kept(file: Path) -> None:
    for key in ('"', "\\", "é", "#", "space", "ctrl+z"):
        assert config.change_key(file, "log.undo", key) == config.load(file)
        assert config.load(file).keys == {"log.undo": key}


def test_a_folder_that_cannot_be_written_is_refused_in_words(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(ConfigError, match="cannot be"):
        config.change(tmp_path / "file" / "workout.toml", "theme", "ember")


@pytest.mark.parametrize("root", ["https://sheets.example.org/", "http://127.0.0.1:8020", "http://localhost:1"])
def test_the_sheet_may_be_spoken_to_elsewhere(file: Path, root: str) -> None:
    file.write_text(f'[sheet]\napi_root = "{root}"\n')
    assert config.api_root(config.load(file), {}) == root.rstrip("/")
    assert config.api_root(config.load(file), {"WORKOUT_SHEET_API": "http://[::1]:9"}) == "http://[::1]:9"


@pytest.mark.parametrize(
    "root", ["http://sheets.example.org", "ftp://127.0.0.1", "https://", "127.0.0.1:80", "http://[", "http://127.0.0.2"]
)
def test_a_token_is_sent_in_the_clear_to_this_machine_only(file: Path, root: str) -> None:
    file.write_text(f'[sheet]\napi_root = "{root}"\n')
    with pytest.raises(ConfigError, match="https, or of http on this machine"):
        config.load(file)
    with pytest.raises(ConfigError, match="WORKOUT_SHEET_API"):
        config.api_root(Config(), {"WORKOUT_SHEET_API": root})


def test_without_a_word_about_it_the_sheet_is_googles() -> None:
    assert config.api_root(Config(), {}) == "https://sheets.googleapis.com"

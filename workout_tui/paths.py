"""Where things are: the log, its backups, the settings file, the program's own records."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from workout_tui.errors import StoreUnavailable

if TYPE_CHECKING:
    from collections.abc import Mapping

APP = "workout"

HOME_VARIABLE = "WORKOUT_HOME"
"""Names one folder that takes everything; without it each system's own folders are used."""


@dataclass(frozen=True, slots=True)
class Paths:
    """The folders of one installation. Nothing is made until `make`."""

    data: Path
    config: Path
    logs: Path

    @classmethod
    def of(cls, environment: Mapping[str, str] | None = None) -> Paths:
        """The folders for this environment; the process's own by default.

        Raises:
            StoreUnavailable: the log's folder may not be looked into, or cannot be.
        """
        home = (os.environ if environment is None else environment).get(HOME_VARIABLE, "")
        found = cls._in(home) if home else cls._usual()
        try:
            found.database.exists()  # whether it does is for others to ask; that it can be asked is settled here
        except OSError as error:
            raise StoreUnavailable(
                f"The folder {found.data} cannot be used: {error.strerror}.",
                f"Give your user the right to look into it, or set {HOME_VARIABLE} to another folder.",
            ) from error
        return found

    @classmethod
    def _in(cls, home: str) -> Paths:
        try:
            folder = Path(home).expanduser().absolute()
        except RuntimeError as error:
            raise StoreUnavailable(f"{HOME_VARIABLE} is {home}, and there is no such user.", "Correct it.") from error
        return cls(folder, folder, folder)

    @classmethod
    def _usual(cls) -> Paths:
        import platformdirs  # noqa: PLC0415 - 10 ms that `--version` must not wait for

        return cls(
            Path(platformdirs.user_data_dir(APP, appauthor=False)),
            Path(platformdirs.user_config_dir(APP, appauthor=False)),
            Path(platformdirs.user_log_dir(APP, appauthor=False)),
        )

    @property
    def database(self) -> Path:
        """The log itself, a SQLite file."""
        return self.data / "workout.db"

    @property
    def lock(self) -> Path:
        """Held by the running interface."""
        return self.data / "workout.lock"

    @property
    def backups(self) -> Path:
        """The folder of copies of the log."""
        return self.data / "backups"

    @property
    def settings(self) -> Path:
        """The machine's settings; need not exist."""
        return self.config / "workout.toml"

    @property
    def sync_lock(self) -> Path:
        """Held while the sheet is spoken to, by whichever program does."""
        return self.data / "sync.lock"

    def key(self, lifter_uid: str) -> Path:
        """The key that opens a lifter's sheet: a secret, outside the log."""
        return self.config / "sheet" / f"{lifter_uid}.json"

    @property
    def log(self) -> Path:
        """What the program did, one JSON object a line."""
        return self.logs / "workout.log"

    def make(self) -> None:
        """Make the folders that are missing, for their owner's eyes only.

        Raises:
            StoreUnavailable: a folder cannot be made.
        """
        for folder in (self.data, self.config, self.logs, self.backups):
            try:
                folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            except OSError as error:
                raise StoreUnavailable(
                    f"The folder {folder} cannot be made: {error.strerror}.",
                    f"Give your user the right to write there, or set {HOME_VARIABLE} to another folder.",
                ) from error

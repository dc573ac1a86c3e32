"""What this installation keeps is for its owner alone: 0700 for VAR_DIR, 0600 for the files of a SQLite database.

It is made so at every start, which mends what an earlier version made; where that can't be (somebody else owns it, or
the folder holds more than this installation's own) a system check says so. Windows has no such modes.
"""

import os
import stat
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from django.conf import settings
from django.core.checks import CheckMessage, Warning

FOLDER, FILE = 0o700, 0o600
OTHERS = 0o077  # what a mode allows to all but the owner
BESIDE = ("", "-wal", "-shm", "-journal")  # the files of a SQLite database; new ones get the mode of the first
OPEN = "newsroom.W001"


def make_private() -> None:
    """Take from others what they may do with VAR_DIR and the database, and make a new database for the owner alone."""
    if (database := _database()) and database.parent.is_dir() and not database.exists():
        with suppress(OSError):  # whoever opens it says why that can't be
            os.close(os.open(database, os.O_CREAT | os.O_EXCL, FILE))
    for path, mode in _open_to_others():
        if not path.is_dir() or _is_own(path):
            with suppress(OSError):
                path.chmod(mode)


def check_private(app_configs: object = None, **options: object) -> list[CheckMessage]:
    """Warn of what others can still read."""
    return [
        Warning(f"{path} is open to other users of this machine.", hint=f"chmod {mode:o} {path}", id=OPEN)
        for path, mode in _open_to_others()
    ]


def _open_to_others() -> Iterator[tuple[Path, int]]:
    """Yield what is open to others, with the mode that it should have."""
    if os.name != "posix":
        return
    database = _database()
    files = [Path(f"{database}{ending}") for ending in BESIDE] if database else []
    for path, mode in [(Path(settings.VAR_DIR), FOLDER), *((file, FILE) for file in files)]:
        with suppress(OSError):
            if stat.S_IMODE(path.stat().st_mode) & OTHERS:
                yield path, mode


def _database() -> Path | None:
    """Return the file of the database; None where it is none."""
    database = settings.DATABASES["default"]
    name = str(database["NAME"])
    is_file = database["ENGINE"].endswith("sqlite3") and name and not name.startswith((":memory:", "file:"))
    return Path(name) if is_file else None


def _is_own(folder: Path) -> bool:
    """Say whether a folder is this installation's alone: none for everybody (/tmp), and none it lies in itself."""
    shared = folder.stat().st_mode & stat.S_ISVTX
    return not shared and not settings.BASE_DIR.resolve().is_relative_to(folder.resolve())

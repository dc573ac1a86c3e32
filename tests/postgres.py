"""A PostgreSQL of the tests' own, for as long as a command runs: `python -m tests.postgres COMMAND…`.

Its data lies in a temporary folder, without the pains that keep data through a crash; it listens at a socket in there
and at no port. It is no root's process: started by root it runs as `postgres`, or as `nobody`. The command finds it by
DATABASE_URL. The order of words is that of a language, as in most installations: tests that only hold by code points
fail here.
"""

import os
import pwd
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import quote

NAME = "newsroom"
INIT = ["--username", NAME, "--auth=trust", "--encoding=UTF8", "--locale=C.UTF-8", "--no-sync"]
ORDER = ["--locale-provider=icu", "--icu-locale=en"]
SETTINGS = {
    "fsync": "off",
    "synchronous_commit": "off",
    "full_page_writes": "off",
    "shared_buffers": "64MB",
    "max_connections": "60",
    "listen_addresses": "",
    "unix_socket_permissions": "0700",
}
DEBIAN = Path("/usr/lib/postgresql")
ABSENT = (
    "PostgreSQL is not installed here: initdb is neither on the PATH nor in /usr/lib/postgresql/*/bin "
    "(apt-get install postgresql)."
)


def main(command: list[str]) -> int:
    """Run a command beside a PostgreSQL of its own, and return its status."""
    signal.signal(signal.SIGTERM, lambda number, _: sys.exit(128 + number))
    with running() as url:
        return subprocess.run(command, env=os.environ | {"DATABASE_URL": url}, check=False).returncode


@contextmanager
def running() -> Iterator[str]:
    """Have a new PostgreSQL run until the block ends, and give the address of its database. Raises SystemExit."""
    programs, folder = programs_folder(), Path(tempfile.mkdtemp(prefix="newsroom-pg-"))
    account = unprivileged()
    try:
        if account:
            shutil.chown(folder, account["user"], account["group"])
        data, options = folder / "data", " ".join(f"-c {name}={value!r}" for name, value in SETTINGS.items())
        call([programs / "initdb", *INIT, *ORDER, f"--pgdata={data}"], account)
        control: list[str | Path] = [programs / "pg_ctl", f"--pgdata={data}", "--silent", "--wait"]
        call([*control, f"--log={folder / 'log'}", f"--options=-k {folder} {options}", "start"], account)
        try:
            yield f"postgres://{NAME}@/postgres?host={quote(str(folder))}"
        finally:
            call([*control, "--mode=immediate", "stop"], account)
    finally:
        shutil.rmtree(folder)


def programs_folder() -> Path:
    """Return the folder of PostgreSQL's programs, the newest of Debian's where none is on the PATH."""
    if found := shutil.which("initdb"):
        return Path(found).resolve().parent
    installed = [folder for folder in DEBIAN.glob("*/bin") if (folder / "initdb").exists()]
    if not installed:
        sys.exit(ABSENT)
    return max(installed, key=lambda folder: int(folder.parent.name))


def unprivileged() -> dict[str, Any]:
    """Return as whom to run, where this is root, whom PostgreSQL refuses; else nothing."""
    if os.geteuid() != 0:
        return {}
    names = {entry.pw_name for entry in pwd.getpwall()}
    entry = pwd.getpwnam("postgres" if "postgres" in names else "nobody")
    return {"user": entry.pw_uid, "group": entry.pw_gid, "extra_groups": []}


def call(command: Sequence[str | Path], account: dict[str, Any]) -> None:
    """Run a program of PostgreSQL; where it fails, end with what it said."""
    with tempfile.TemporaryFile("w+") as said:  # the server keeps a pipe open
        if subprocess.run(command, cwd="/", stdout=said, stderr=said, check=False, **account).returncode:
            said.seek(0)
            sys.exit(f"{command[0]} failed:\n{said.read()}")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

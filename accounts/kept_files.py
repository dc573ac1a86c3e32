"""Where files lie that were made in the background, and when they go.

A folder in VAR_DIR, which is its owner's alone: a file for each KeptFile, by its key, and beside it, while it is made,
one that ends in .part. What is deleted here goes from the table first, so that nobody is led to what is not there.
"""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from pathlib import Path
from typing import BinaryIO

from django.conf import settings
from django.db.models import QuerySet
from django.utils.timezone import now

from accounts.models import KeptFile
from accounts.write_lock import write_transaction

FOLDER_MODE = 0o700


class GoneError(Exception):
    """A file went while it was made, as all do when an article is withdrawn."""


def path_of(key: int) -> Path:
    """Return where the file of a KeptFile lies when it is whole."""
    return _folder() / str(key)


@contextmanager
def being_written(key: int) -> Iterator[BinaryIO]:
    """Give a file to write; it takes its place when the block has ended well, and is gone where it has not.

    Raises GoneError where it was taken away meanwhile.
    """
    part = path_of(key).with_suffix(".part")
    try:
        with part.open("wb") as file:
            yield file
        _take_its_place(part, path_of(key))
    finally:
        part.unlink(missing_ok=True)


def _take_its_place(part: Path, place: Path) -> None:
    try:
        part.replace(place)
    except FileNotFoundError as error:
        raise GoneError from error


def files_of(owner: int | None) -> "QuerySet[KeptFile]":
    """Return the files that an account still has, by its key; what is too old is not theirs any more."""
    return KeptFile.objects.filter(owner=owner, asked_at__gte=_oldest())


def forget_old() -> None:
    """Delete the files that were asked for longer ago than FILES_KEPT_DAYS allows, and what is nobody's."""
    lying = list(_folder().iterdir())  # first, so that one that is begun meanwhile is not taken for nobody's
    forget(KeptFile.objects.filter(asked_at__lt=_oldest()))
    known = {str(key) for key in KeptFile.objects.values_list("pk", flat=True)}
    for path in lying:
        if path.stem not in known:
            path.unlink(missing_ok=True)


def forget_all() -> None:
    """Delete all files, as they may have words of an article that is no longer to be read."""
    forget(KeptFile.objects.all())
    shutil.rmtree(_folder(), ignore_errors=True)


def forget(files: "QuerySet[KeptFile]") -> None:
    """Delete some files. One that is being made ends when its job sees that nobody wants it."""
    keys = list(files.values_list("pk", flat=True))
    _delete_rows(keys)
    for key in keys:
        path_of(key).unlink(missing_ok=True)


@write_transaction
def _delete_rows(keys: list[int]) -> None:
    KeptFile.objects.filter(pk__in=keys).delete()


def _oldest() -> datetime:
    return now() - timedelta(days=settings.FILES_KEPT_DAYS)


def _folder() -> Path:
    folder = Path(settings.VAR_DIR) / "files"
    folder.mkdir(mode=FOLDER_MODE, exist_ok=True)
    return folder

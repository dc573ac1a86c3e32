"""A long file made in the background: asked for by who is signed in, made by a job that says how far it is.

The job begins the file anew wherever it was ended, since a workbook can't be gone on with and a file is to be of one
state of the index. A file that nobody wants any more, as when its owner deleted it or an article was withdrawn
meanwhile, is given up at the next step.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import TypeVar

from django.contrib.auth.models import User
from django.http import QueryDict
from django.utils.timezone import now
from django_tasks import task

from accounts.jobs.asking import ask
from accounts.jobs.steps import JobProblemError, Outcome, Steps
from accounts.kept_files import GoneError, being_written, forget_old, path_of
from accounts.models import KeptFile
from accounts.write_lock import patient_transaction, write_transaction
from articles.files.formats import FORMATS, Format, chunks
from articles.files.table import NotWhole, Table
from search.files.about import in_words
from search.files.found import found_table
from search.results.ask_engine import SearchUnavailable
from search.results.model import counted_unit
from search.results.prepared_query import PreparedQuery, prepare
from search.results.scan import EmptyRequest
from search.results.url_parameters import parse_parameters

LOOKS_EVERY = 2_000  # rows between two looks whether somebody still wants the file
OF_EACH = 3  # files that one account has made at once
KEPT_OF_EACH = 10  # files that one account has, those that are being made among them
NOT_WANTED = "Nobody wanted the file any more."
TOO_MANY = "{} of your files are being made already. Wait for one of them, or delete it."
TOO_MANY_KEPT = "{} of your files are kept already. Delete one of them first."

Made = TypeVar("Made")


class NotWantedError(Exception):
    """Nobody wants the file any more that is being made."""


class TooManyFiles(Exception):  # noqa: N818  a state of the world
    """Somebody has as many files made as one may; the message is a sentence."""


def ask_for_file(prepared: PreparedQuery, form: Format, host: str, expected: int, by: User) -> KeptFile:
    """Have the file of a search made, and return it. `expected` is how many rows it will have.

    Raises TooManyFiles.
    """
    forget_old()
    return _asked_for(prepared, form, host, expected, by, in_words(prepared))


@write_transaction
def _asked_for(prepared: PreparedQuery, form: Format, host: str, expected: int, by: User, words: str) -> KeptFile:
    _refuse_too_many(by)
    unit = prepared.engine_request.unit
    query, name = prepared.request.on_page(1).to_query(), f"newsroom-{unit}.{form.ending}"
    kept = KeptFile.objects.create(owner=by, what=query, ending=form.ending, host=host, words=words, name=name)
    what = f"A file of {expected:,} {counted_unit(unit, expected)} ({form.label})"
    kept.job = ask(make_file, kept.pk, what=what, by=by)
    kept.save(update_fields=["job"])
    return kept


def _refuse_too_many(owner: User) -> None:
    files = KeptFile.objects.filter(owner=owner).select_related("job")
    making = sum(one.job is not None and one.job.is_open for one in files)
    if making >= OF_EACH:
        raise TooManyFiles(TOO_MANY.format(making))
    if len(files) >= KEPT_OF_EACH:
        raise TooManyFiles(TOO_MANY_KEPT.format(len(files)))


@task(unit="rows", priority=10)  # somebody waits for it: what takes hours gives way, and goes on where it was
def make_file(key: int) -> Steps:
    """Make the file of a KeptFile."""
    kept = KeptFile.objects.filter(pk=key).first()
    if kept is None:
        return Outcome(NOT_WANTED)
    counted = _Counted(_table(kept))
    yield counted.left
    try:
        with being_written(key) as file:
            for chunk in chunks(counted.table, FORMATS[kept.ending]):
                file.write(chunk)
                yield counted.left
                _look(key, counted)
    except (NotWantedError, GoneError):
        return Outcome(NOT_WANTED)
    if not _is_made(key, counted.rows):
        path_of(key).unlink(missing_ok=True)
        return Outcome(NOT_WANTED)
    return Outcome(f"The file has {counted.rows:,} rows.", kept.get_absolute_url())


def _look(key: int, counted: "_Counted") -> None:
    """Look now and then whether somebody still wants the file. Raises NotWantedError."""
    if counted.look() and not KeptFile.objects.filter(pk=key).exists():
        raise NotWantedError


def _table(kept: KeptFile) -> Table:
    prepared = prepare(parse_parameters(QueryDict(kept.what)).request)
    try:
        return found_table(prepared, lambda path: f"{kept.host}{path}")
    except (EmptyRequest, SearchUnavailable) as error:
        raise JobProblemError(str(error)) from error


@dataclass
class _Counted:
    """A table whose rows are counted as they are read; one that breaks off ends the job, not the file."""

    whole: Table
    rows: int = 0
    looked: int = 0

    @property
    def table(self) -> Table:
        """The table, counting."""
        items = self.whole.items
        return replace(
            self.whole,
            records=lambda: self._each(self.whole.records()),
            items=(lambda: self._each(items())) if items else None,
        )

    @property
    def left(self) -> int:
        """How many rows are left."""
        return max(0, (self.whole.expected or 0) - self.rows)

    def look(self) -> bool:
        """Say whether it is time to look again whether the file is wanted."""
        due = self.rows - self.looked >= LOOKS_EVERY
        self.looked = self.rows if due else self.looked
        return due

    def _each(self, rows: Iterator[Made]) -> Iterator[Made]:
        try:
            for row in rows:
                yield row
                self.rows += 1
        except NotWhole as error:
            raise JobProblemError(str(error)) from error


@patient_transaction
def _is_made(key: int, rows: int) -> bool:
    """Note that a file is whole; say no where nobody wants it any more."""
    try:
        size = path_of(key).stat().st_size
    except FileNotFoundError:  # all files went meanwhile
        return False
    return bool(KeptFile.objects.filter(pk=key).update(made_at=now(), rows=rows, size=size))

"""The desk: where editors work, as the menu of every page shows it to those who may, with what waits there."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils.functional import SimpleLazyObject
from django.utils.translation import gettext_noop

from accounts.doorway import may
from accounts.models import Job
from accounts.permissions import CORRECT, MANAGE_ACCOUNTS, WITHDRAW
from articles.models import PublisherCandidate
from articles.models.pair import OPEN
from articles.queries.conflicts import count_open_conflicts
from articles.queries.merge_candidates import candidates_in


@dataclass(frozen=True)
class DeskPage:
    """A page of the desk: what it is called, the name of its address, who may, and what counts what waits there.

    Counting is one quick query, since every page of those who may asks for it.
    """

    name: str
    address: str
    permission: str = CORRECT
    waiting: Callable[[], int] | None = None


@dataclass(frozen=True, slots=True)
class DeskEntry:
    """A line of the menu: a page of the desk, and how much waits there, where that is counted."""

    name: str
    address: str
    href: str
    waiting: int | None


PAGES = (
    DeskPage(gettext_noop("Pairs of people"), "merge-candidates", waiting=lambda: candidates_in(OPEN).count()),
    DeskPage(
        gettext_noop("Pairs of publishers"),
        "publisher-candidates",
        waiting=lambda: candidates_in(OPEN, PublisherCandidate).count(),
    ),
    DeskPage(gettext_noop("Corrections"), "corrections"),
    DeskPage(gettext_noop("Findings to look at"), "to-look-at"),
    DeskPage(gettext_noop("Conflicts with sources"), "conflicts", waiting=count_open_conflicts),
    DeskPage(gettext_noop("Withdrawn articles"), "withdrawn", WITHDRAW),
    DeskPage(gettext_noop("Jobs"), "jobs", waiting=lambda: Job.objects.open().count()),
    DeskPage(gettext_noop("Accounts"), "accounts", MANAGE_ACCOUNTS),
)


def desk_menu(request: HttpRequest) -> dict[str, Any]:
    """Give templates `desk`, the menu's entries for who asks; counted where a page shows it, once."""
    return {"desk": SimpleLazyObject(lambda: entries(request))}


def entries(request: HttpRequest) -> list[DeskEntry]:
    """Return the pages of the desk that somebody may see (1 query for each that counts, none for readers)."""
    open_pages = [page for page in PAGES if may(request.user, page.permission)]
    return [
        DeskEntry(page.name, page.address, reverse(page.address), page.waiting() if page.waiting else None)
        for page in open_pages
    ]

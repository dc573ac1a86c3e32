"""Jobs that people may start on the page of jobs, named in the settings: rooms above this one make the offers."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, cast

from django.conf import settings
from django.contrib.auth.models import AnonymousUser, User
from django.utils.module_loading import import_string
from django_tasks.base import Task

from accounts.doorway import may


@dataclass(frozen=True)
class Offer:
    """A job to be started: its name in addresses, its task, who may start it, what its button says and why one would.

    `what` asks the archive and returns what would be done, in words ("Extract again from 12 articles"), or nothing
    where there is nothing to do; `nothing` is the sentence that says so.
    """

    name: str
    task: Task[..., Any]
    permission: str
    label: str
    why: str
    nothing: str
    what: Callable[[], str]


def offers_for(user: User | AnonymousUser) -> list[Offer]:
    """Return what a user may start."""
    return [offer for offer in _all() if may(user, offer.permission)]


def offer_named(name: str) -> Offer | None:
    """Return an offer by its name."""
    return next((offer for offer in _all() if offer.name == name), None)


def _all() -> list[Offer]:
    return [cast("Offer", import_string(name)) for name in settings.JOB_OFFERS]

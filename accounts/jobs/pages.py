"""The pages of jobs: what was asked for and how far it is, for editors; what may be started, for who may."""

from datetime import timedelta

from django.contrib import messages
from django.contrib.auth.models import AnonymousUser, User
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.timezone import now
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from accounts.doorway import may, refuse, requires
from accounts.jobs.asking import ask, go_on, open_job, stop
from accounts.jobs.offers import Offer, offer_named, offers_for
from accounts.models import Job
from accounts.models.job import JobState
from accounts.permissions import BATCH, CORRECT

PER_PAGE = 20
LONG = timedelta(seconds=30)  # after which a page says that no worker is heard of


@require_safe
@never_cache
@requires(CORRECT)
def jobs(request: HttpRequest) -> HttpResponse:
    """Show the jobs of everybody, or one's own, the latest first, and what may be started."""
    mine = request.GET.get("whose") == "mine"
    rows = Job.objects.select_related("asked_by")
    paginator = Paginator(rows.filter(asked_by=request.user.pk) if mine else rows, PER_PAGE)
    page = paginator.get_page(request.GET.get("page"))
    context = {
        "mine": mine,
        "tabs": [
            {"name": "All", "href": reverse("jobs"), "here": not mine},
            {"name": "Yours", "href": f"{reverse('jobs')}?whose=mine", "here": mine},
        ],
        "page": page,
        "page_numbers": paginator.get_elided_page_range(page.number, on_each_side=2, on_ends=1),
        "offers": [_offered(offer) for offer in offers_for(request.user)],
    }
    return render(request, "jobs/list.html", context)


def _offered(offer: Offer) -> dict[str, object]:
    return {"offer": offer, "what": offer.what(), "job": open_job(offer.task)}


@require_safe
@never_cache
@requires(CORRECT)
def job(request: HttpRequest, pk: int) -> HttpResponse:
    """Show a job; while it is open, htmx asks for it again and again."""
    shown = get_object_or_404(Job.objects.select_related("asked_by"), pk=pk)
    context = {"job": shown, "may_stop": may_stop(request.user, shown), "nobody": _nobody_at_it(shown)}
    return render(request, "jobs/job.html", context)


def _nobody_at_it(job: Job) -> str:
    """Say in a sentence that no worker seems to be at a job, where that is so."""
    silent = now() - max(job.asked_at, job.seen_at or job.asked_at) > LONG
    if job.state == JobState.RUNNING and silent:
        return "Nothing was heard of it for a while. It goes on where it was when its worker does, or another one."
    others_run = Job.objects.filter(state=JobState.RUNNING, seen_at__gt=now() - LONG).exists()
    if job.state == JobState.WAITING and silent and not others_run:
        return "No worker has taken it up. Whoever keeps the archive starts one by “manage.py run_jobs”."
    return ""


@require_POST
@requires(CORRECT)
def start(request: HttpRequest, name: str) -> HttpResponseRedirect:
    """Start what is offered and lead to its job, or to the one that runs already."""
    offer = offer_named(name)
    if offer is None:
        raise Http404
    if not may(request.user, offer.permission):
        refuse(_signed_in(request), offer.permission)
    what, running = offer.what(), open_job(offer.task)
    if running or not what:
        messages.info(request, "That is under way already." if running else "There is nothing to do.")
        return redirect(running or "jobs")
    return redirect(ask(offer.task, what=what, by=_signed_in(request)))


@require_POST
@requires(CORRECT)
def stop_job(request: HttpRequest, pk: int) -> HttpResponseRedirect:
    """Have a job stop and come back to it."""
    asked = _own(request, pk)
    if not stop(asked.pk, _signed_in(request)):
        messages.info(request, "Nothing was stopped: it had ended already.")
    return redirect(asked)


@require_POST
@requires(CORRECT)
def go_on_with_job(request: HttpRequest, pk: int) -> HttpResponseRedirect:
    """Have a job that was stopped or failed go on, and come back to it."""
    asked = _own(request, pk)
    try:
        return redirect(go_on(asked.pk, _signed_in(request)))
    except ValueError as error:
        messages.info(request, f"Nothing was begun: {error}.")
        return redirect(asked)


def may_stop(user: User | AnonymousUser, job: Job) -> bool:
    """Say whether somebody may stop a job, or have it go on: their own, or any where they may do much at once."""
    return job.asked_by_id == user.pk or may(user, BATCH)


def _own(request: HttpRequest, pk: int) -> Job:
    """Return a job that the user may stop. Raises Http404, PermissionDenied."""
    asked = get_object_or_404(Job, pk=pk)
    if not may_stop(request.user, asked):
        refuse(_signed_in(request), BATCH)
    return asked


def _signed_in(request: HttpRequest) -> User:
    assert isinstance(request.user, User)  # noqa: S101 -- the doorway lets nobody else in
    return request.user

"""The pages on which editors settle what a source says otherwise since a value was corrected."""

from django.contrib import messages
from django.contrib.auth.models import User
from django.db import OperationalError
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from accounts.doorway import requires
from accounts.permissions import CORRECT
from accounts.write_lock import is_locked
from articles.editing.conflict_seen import ConflictMovedError, SeenConflict
from articles.editing.conflicts import keep, take
from articles.filters import ConflictFilter
from articles.models import SourceConflict
from articles.pages.listing import Listing
from articles.queries.conflicts import OPEN, conflict_entries, open_conflicts

SAID = {"keep": "The correction stays.", "take": "What the source says is shown now."}
BUSY = "The archive is busy: nothing was decided. Try again in a moment."
GONE = "Nothing was decided: the archive shows neither value any more."
NOT_UNDERSTOOD = "Nothing was decided: the form was not understood."


@require_safe
@requires(CORRECT)
def conflicts(request: HttpRequest) -> HttpResponse:
    """Show the open conflicts of the whole archive that the filters leave."""
    filters = ConflictFilter(request.GET, queryset=open_conflicts(), request=request)
    return render(request, "conflicts/list.html", {"listing": Listing(filters, conflict_entries)})


@require_POST
@requires(CORRECT)
def decide_conflict(request: HttpRequest, pk: int) -> HttpResponse:
    """Keep the correction or take what the source says, and come back to the page where that was chosen."""
    conflict = get_object_or_404(SourceConflict, pk=pk, article__withdrawn=False)
    side, seen = request.POST.get("side", ""), SeenConflict(pk, request.POST.get("seen", ""))
    if side not in SAID:
        messages.error(request, NOT_UNDERSTOOD)
    else:
        _decide(request, side, seen)
    of_article = f"{reverse('article', args=[conflict.article_id])}#conflicts"
    return HttpResponseRedirect(of_article if request.POST.get("at") == "article" else reverse("conflicts"))


def _decide(request: HttpRequest, side: str, seen: SeenConflict) -> None:
    """Do what the editor chose, and have the next page say what became of it."""
    assert isinstance(request.user, User)  # noqa: S101 -- the doorway lets nobody else in
    try:
        (keep if side == "keep" else take)(seen, request.user)
    except ConflictMovedError as moved:
        messages.error(request, _said_of(moved.conflict.pk))
    except SourceConflict.DoesNotExist:
        messages.error(request, GONE)
    except OperationalError as error:
        if not is_locked(error):
            raise
        messages.error(request, BUSY)
    else:
        messages.success(request, SAID[side])


def _said_of(key: int) -> str:
    """Say what became of a conflict since a form was made of it."""
    conflict = SourceConflict.objects.select_related("decided_by").filter(pk=key).first()
    if conflict is None:
        return GONE
    if conflict.state == OPEN:
        return "Nothing was decided: one of the two values has changed since. Both are shown as they are now."
    who = f"{conflict.decided_by.get_username()}: " if conflict.decided_by else ""
    return f"Nothing was decided, for it is decided already ({who}{conflict.get_state_display()})."

"""The pages on which editors say whether two names are one person's, or one publisher's."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse, HttpResponsePermanentRedirect, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.http import urlencode
from django.views.decorators.http import require_http_methods, require_safe

from accounts.doorway import requires
from accounts.permissions import CORRECT
from articles.editing.forms import MergeVerdictForm, sentence
from articles.editing.identity_decisions import DecidedMeanwhileError, MergeVerdict, decide, decide_publishers
from articles.models import MergeCandidate, PublisherCandidate
from articles.models.pair import DIFFERENT, OPEN, SAME
from articles.names.normalise import LONGEST_NAME
from articles.names.visible import visible
from articles.queries.merge_candidates import candidate_entries, candidates_called, candidates_in
from articles.queries.publisher_candidates import publisher_candidate_entries

PER_PAGE = 10


@dataclass(frozen=True)
class Candidates:
    """The merge candidates of one kind: their table, what reads and decides them, addresses by name, and words.

    `said` has the sentence that follows each decision, with both names.
    """

    table: type[Any]
    entries: Callable[[Sequence[int]], list[Any]]
    decide: Callable[[int, MergeVerdict], Any]
    list_name: str
    decide_name: str
    one: str
    several: str
    said: dict[str, str]

    def says(self, decision: Any, candidate: Any) -> str:
        """Return the sentence that follows a decision."""
        return self.said[decision.state].format(candidate.first, candidate.second)


PEOPLE = Candidates(
    MergeCandidate,
    candidate_entries,
    decide,
    "merge-candidates",
    "decide-merge",
    "person",
    "people",
    {
        SAME: "{0} and {1} are one person now.",
        DIFFERENT: "{0} and {1} are two people, and are not asked about again.",
        OPEN: "Whether {0} and {1} are one person is open again.",
    },
)
PUBLISHERS = Candidates(
    PublisherCandidate,
    publisher_candidate_entries,
    decide_publishers,
    "publisher-candidates",
    "decide-publishers",
    "publisher",
    "publishers",
    {
        SAME: "{0} and {1} are one publisher now.",
        DIFFERENT: "{0} and {1} are two publishers, and are not asked about again.",
        OPEN: "Whether {0} and {1} are one publisher is open again.",
    },
)


@require_safe
@requires(CORRECT)
def merge_candidates(request: HttpRequest, of: Candidates = PEOPLE) -> HttpResponse:
    """Show the merge candidates in a state, the open ones unless another is asked for."""
    state = request.GET.get("state", "")
    state = state if state in of.table.State.values else OPEN
    name = visible(request.GET.get("name", "")[:LONGEST_NAME])
    found = candidates_in(state, of.table)
    found = candidates_called(found, name, of.table) if name else found
    paginator = Paginator(found.values_list("pk", flat=True), PER_PAGE)
    page = paginator.get_page(request.GET.get("page"))
    counts = {one: candidates_in(one, of.table).count() for one in of.table.State}
    context = {
        "of": of,
        "state": state,
        "name": name,
        "found": paginator.count,
        "tabs": [_tab(of, one, count, name, here=one == state) for one, count in counts.items()],
        "open": counts[of.table.State.OPEN],
        "decided": sum(counts.values()) - counts[of.table.State.OPEN],
        "total": max(1, sum(counts.values())),
        "page": page,
        "page_numbers": paginator.get_elided_page_range(page.number, on_each_side=2, on_ends=1),
        "entries": of.entries(list(page.object_list)),
        "side_template": f"merging/_{of.one}.html",
    }
    return render(request, "merging/candidates.html", context)


def _tab(of: Candidates, state: Any, count: int, name: str, here: bool) -> dict[str, Any]:
    asked = urlencode({"state": state} | ({"name": name} if name else {}))
    return {"name": state.label.capitalize(), "href": f"{reverse(of.list_name)}?{asked}", "count": count, "here": here}


@require_http_methods(["GET", "HEAD", "POST"])
@requires(CORRECT)
def decide_merge(request: HttpRequest, pk: int, of: Candidates = PEOPLE) -> HttpResponse:
    """Show one pair, or take an editor's decision and come back to where it was made."""
    candidate = get_object_or_404(of.table._default_manager.select_related("first", "second"), pk=pk)
    if request.method != "POST":
        side = f"merging/_{of.one}.html"
        return render(request, "merging/pair.html", {"of": of, "entries": of.entries([pk]), "side_template": side})
    return _decided(request, candidate, of)


def _decided(request: HttpRequest, candidate: Any, of: Candidates) -> HttpResponse:
    form = MergeVerdictForm(request.POST)
    state = urlencode({"state": request.POST.get("seen", "")[:10]})
    alone = reverse(of.decide_name, args=[candidate.pk])
    back = HttpResponseRedirect(alone if "alone" in request.POST else f"{reverse(of.list_name)}?{state}")
    if not form.is_valid():
        messages.error(request, "Nothing was saved: the form was not understood.")
        return back
    try:
        decision = of.decide(candidate.pk, form.verdict(request.user))
    except DecidedMeanwhileError as error:
        who = error.last.editor.get_username() if error.last and error.last.editor else "The archive"
        messages.error(request, f"Nothing was saved: {who} has decided about {candidate} meanwhile.")
    except ValueError as error:
        messages.error(request, f"Nothing was saved: {sentence(error)}")
    else:
        messages.success(request, of.says(decision, candidate))
    return back


def moved(request: HttpRequest, pk: int | None = None) -> HttpResponse:
    """Lead an address of before, /people/offers/, to where its page is now; a form that is sent there comes along."""
    address = reverse("merge-candidates") if pk is None else reverse("decide-merge", args=[pk])
    query = request.META.get("QUERY_STRING")
    return HttpResponsePermanentRedirect(f"{address}?{query}" if query else address, preserve_request=True)

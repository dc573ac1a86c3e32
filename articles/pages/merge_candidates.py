"""The page on which editors say whether two names are one person's."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse, HttpResponsePermanentRedirect, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.http import urlencode
from django.views.decorators.http import require_POST, require_safe

from articles.editing.forms import MergeVerdictForm, sentence
from articles.editing.identity_decisions import DecidedMeanwhileError, decide
from articles.models import MergeCandidate
from articles.permissions import editors_only
from articles.queries.merge_candidates import candidate_entries, candidates_in

PER_PAGE = 10
DECIDED: dict[str, str] = {
    MergeCandidate.State.SAME: "{0} and {1} are one person now.",
    MergeCandidate.State.DIFFERENT: "{0} and {1} are two people, and are not asked about again.",
    MergeCandidate.State.OPEN: "Whether {0} and {1} are one person is open again.",
}


@require_safe
@editors_only
def merge_candidates(request: HttpRequest) -> HttpResponse:
    """Show the merge candidates in a state, the open ones unless another is asked for."""
    state = request.GET.get("state", "")
    state = state if state in MergeCandidate.State.values else MergeCandidate.State.OPEN
    paginator = Paginator(candidates_in(state).values_list("pk", flat=True), PER_PAGE)
    page = paginator.get_page(request.GET.get("page"))
    context = {
        "state": state,
        "states": [(one, candidates_in(one).count()) for one in MergeCandidate.State],
        "page": page,
        "page_numbers": paginator.get_elided_page_range(page.number, on_each_side=2, on_ends=1),
        "entries": candidate_entries(list(page.object_list)),
    }
    return render(request, "people/merge_candidates.html", context)


@require_POST
@editors_only
def decide_merge(request: HttpRequest, pk: int) -> HttpResponse:
    """Take an editor's decision and come back to the list it was made in."""
    candidate = get_object_or_404(MergeCandidate.objects.select_related("first", "second"), pk=pk)
    form = MergeVerdictForm(request.POST)
    state = urlencode({"state": request.POST.get("seen", "")[:10]})
    back = HttpResponseRedirect(f"{reverse('merge-candidates')}?{state}")
    if not form.is_valid():
        messages.error(request, "Nothing was saved: the form was not understood.")
        return back
    try:
        decision = decide(candidate.pk, form.verdict(request.user))
    except DecidedMeanwhileError as error:
        who = error.last.editor.get_username() if error.last and error.last.editor else "The archive"
        messages.error(request, f"Nothing was saved: {who} has decided about {candidate} meanwhile.")
    except ValueError as error:
        messages.error(request, f"Nothing was saved: {sentence(error)}")
    else:
        state = MergeCandidate.State(decision.state)
        messages.success(request, DECIDED[state].format(candidate.first, candidate.second))
    return back


def moved(request: HttpRequest, pk: int | None = None) -> HttpResponse:
    """Lead an address of before, /people/offers/, to where its page is now; a form that is sent there comes along."""
    address = reverse("merge-candidates") if pk is None else reverse("decide-merge", args=[pk])
    query = request.META.get("QUERY_STRING")
    return HttpResponsePermanentRedirect(f"{address}?{query}" if query else address, preserve_request=True)

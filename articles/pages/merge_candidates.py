"""The page on which editors say whether two names are one person's."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.http import urlencode
from django.views.decorators.http import require_POST, require_safe

from articles.editing.forms import VerdictForm, sentence
from articles.editing.identity_decisions import DecidedMeanwhileError, decide
from articles.models import PersonOffer
from articles.permissions import editors_only
from articles.queries.merge_candidates import offer_entries, offers_in

PER_PAGE = 10
SAID = {
    PersonOffer.State.SAME: "{0} and {1} are one person now.",
    PersonOffer.State.DIFFERENT: "{0} and {1} are two people, and are not offered again.",
    PersonOffer.State.OPEN: "Whether {0} and {1} are one person is open again.",
}


@require_safe
@editors_only
def offers(request: HttpRequest) -> HttpResponse:
    """Show the offers in a state, the open ones unless another is asked for."""
    state = request.GET.get("state", "")
    state = state if state in PersonOffer.State.values else PersonOffer.State.OPEN
    paginator = Paginator(offers_in(state).values_list("pk", flat=True), PER_PAGE)
    page = paginator.get_page(request.GET.get("page"))
    context = {
        "state": state,
        "states": [(one, offers_in(one).count()) for one in PersonOffer.State],
        "page": page,
        "page_numbers": paginator.get_elided_page_range(page.number, on_each_side=2, on_ends=1),
        "entries": offer_entries(list(page.object_list)),
    }
    return render(request, "people/offers.html", context)


@require_POST
@editors_only
def decide_offer(request: HttpRequest, pk: int) -> HttpResponse:
    """Take an editor's decision and come back to the list it was made in."""
    offer = get_object_or_404(PersonOffer.objects.select_related("first", "second"), pk=pk)
    form = VerdictForm(request.POST)
    back = HttpResponseRedirect(f"{reverse('offers')}?{urlencode({'state': request.POST.get('seen', '')[:10]})}")
    if not form.is_valid():
        messages.error(request, "Nothing was saved: the form was not understood.")
        return back
    try:
        decision = decide(offer.pk, form.verdict(request.user))
    except DecidedMeanwhileError as error:
        who = error.last.editor.get_username() if error.last and error.last.editor else "The archive"
        messages.error(request, f"Nothing was saved: {who} has decided about {offer} meanwhile.")
    except ValueError as error:
        messages.error(request, f"Nothing was saved: {sentence(error)}")
    else:
        messages.success(request, SAID[decision.state].format(offer.first, offer.second))
    return back

"""The list of findings that an editor touched and whose words an import or an edit took out of the text."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from accounts.doorway import requires
from accounts.permissions import CORRECT
from articles.filters import LostFindingFilter
from articles.pages.listing import Listing
from articles.queries.to_look_at import lost_findings, to_look_at


@require_safe
@requires(CORRECT)
def findings_to_look_at(request: HttpRequest) -> HttpResponse:
    """Show the findings that the filters leave, the one that was corrected last first."""
    filters = LostFindingFilter(request.GET, queryset=to_look_at(), request=request)
    return render(request, "to_look_at/list.html", {"listing": Listing(filters, lost_findings)})

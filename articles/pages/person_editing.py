"""What the pages have in common on which editors put a person right: whom they are of, and that no word is lost."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect

from accounts import draft
from accounts.doorway import Requires
from accounts.permissions import CORRECT
from articles.models import Person
from articles.pages.correcting import Sent


class PersonEditing(Requires):
    """A page of one person for editors; of somebody who was merged it leads to who is shown for them."""

    permission = CORRECT
    takes_drafts = True
    http_method_names = ["get", "head", "post"]
    person: Person

    def setup(self, request: HttpRequest, *args: Any, pk: int, **kwargs: Any) -> None:
        """Find the person; raises Http404."""
        super().setup(request, *args, pk=pk, **kwargs)
        self.person = get_object_or_404(Person.objects.select_related("merged_into"), pk=pk)

    def get(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        """Show the page, with what was sent before its sender had to sign in again."""
        if self.person.merged_into:
            return redirect(self.person.shown)
        return self.show(draft.take(request))

    def show(self, sent: Sent | None, status: int = 200) -> HttpResponse:
        """Show the page with what was sent, if anything was."""
        raise NotImplementedError

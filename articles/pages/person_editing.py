"""What the pages have in common on which editors put a person right: whom they are of, and that no word is lost."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render

from accounts import draft
from accounts.doorway import Requires, may
from accounts.permissions import CORRECT, HIDE_NAMES
from articles.models import Person, WithheldPerson
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

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        """Let in or turn away; whose name is hidden has such pages for those alone who may hide names."""
        if may(request.user, self.permission) and is_hidden_from(request, self.person):
            return withheld_page(request, self.person.shown)
        return super().dispatch(request, *args, **kwargs)

    def get(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        """Show the page, with what was sent before its sender had to sign in again."""
        if self.person.merged_into:
            return redirect(self.person.shown)
        return self.show(draft.take(request))

    def show(self, sent: Sent | None, status: int = 200) -> HttpResponse:
        """Show the page with what was sent, if anything was."""
        raise NotImplementedError


def is_hidden_from(request: HttpRequest, person: Person) -> bool:
    """Say whether the name that somebody is shown by is hidden, from whoever asks too."""
    hidden = WithheldPerson.objects.filter(person=person.shown, kind=WithheldPerson.Kind.HIDDEN)
    return not may(request.user, HIDE_NAMES) and hidden.exists()


def withheld_page(request: HttpRequest, person: Person) -> HttpResponse:
    """Say that nobody is shown here, to editors how that is taken back; of a hidden name to chief editors alone."""
    hidden = WithheldPerson.objects.filter(person=person, kind=WithheldPerson.Kind.HIDDEN).exists()
    may_see = may(request.user, HIDE_NAMES if hidden else CORRECT)
    return render(request, "people/withheld.html", {"person": person, "may_see": may_see}, status=404)

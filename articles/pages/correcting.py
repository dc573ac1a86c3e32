"""What every page of a correction does: show the form, save what it says, show both versions of a conflict.

With htmx the form comes alone, to stand in its place. Nothing that an editor typed is lost on the way: the form is
shown again with it after a mistake, a conflict, a new sign-in, and while the archive is busy.
"""

from abc import ABC, abstractmethod
from typing import Any

from django import forms
from django.contrib import messages
from django.db import OperationalError
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils.datastructures import MultiValueDict

from articles.editing.corrections import ConflictError, Edit
from articles.editing.forms import ReasonForm, sentence
from articles.models import Article, Quotation
from articles.pages import draft
from articles.permissions import editors_only

BUSY = "The archive is busy: nothing was saved. Your words are still here; save them again in a moment."


class Place(ABC):
    """What is corrected, how, and where to come back to."""

    article: Article
    label: str  # what pages call it
    quotation: Quotation | None = None
    typed_in: str | None = None  # the form's field that a mistake is told at; without one, the form as a whole

    @property
    @abstractmethod
    def back(self) -> str:
        """The address where it stands, to come back to."""

    @abstractmethod
    def stands(self) -> Any:
        """Return the value that stands now, in the JSON form that corrections keep."""

    @abstractmethod
    def form(self, data: MultiValueDict | None = None) -> ReasonForm:
        """Make the form; its ids differ from those of another form on the same page."""

    @abstractmethod
    def typed(self, form: ReasonForm) -> Any:
        """Return the value that a valid form has, in its JSON form."""

    @abstractmethod
    def save(self, edit: Edit) -> None:
        """Save a correction."""


def answer(request: HttpRequest, place: Place) -> HttpResponse:
    """Answer a request to correct something that exists, to editors alone."""
    if request.method == "POST" and not request.user.is_authenticated:
        draft.keep(request)
    return _answer_editor(request, place)


@editors_only
def _answer_editor(request: HttpRequest, place: Place) -> HttpResponse:
    if request.method == "POST":
        return _save(request, place, place.form(request.POST))
    return _show(request, place, place.form(draft.take(request)))


def _save(request: HttpRequest, place: Place, form: ReasonForm) -> HttpResponse:
    if not form.is_valid():
        return _show(request, place, form)
    try:
        place.save(form.edit(place.typed(form), request.user))
    except ConflictError as conflict:
        return _show_both(request, place, form, conflict)
    except ValueError as error:
        form.add_error(place.typed_in, sentence(error))
        return _show(request, place, form)
    except OperationalError as error:
        return _show_busy(request, place, form, error)
    messages.success(request, f"The {place.label} is corrected.")
    return HttpResponseRedirect(place.back)


def _show(request: HttpRequest, place: Place, form: forms.Form, status: int = 200) -> HttpResponse:
    template = "correcting/_form.html" if request.htmx else "correcting/page.html"
    return render(request, template, {"place": place, "form": form}, status=status)


def _show_busy(request: HttpRequest, place: Place, form: ReasonForm, error: OperationalError) -> HttpResponse:
    """Ask to save again where somebody else held the database for too long; anything else is our fault."""
    if "lock" not in str(error):
        raise error
    form.add_error(None, BUSY)
    return _show(request, place, form, status=503)


def _show_both(request: HttpRequest, place: Place, form: ReasonForm, conflict: ConflictError) -> HttpResponse:
    """Show what stands now beside what the editor sent; sent again, the form overrules what was shown here."""
    place.article.refresh_from_db()
    renewed = request.POST.copy()
    renewed["seen"] = str(place.article.revision)
    context = {
        "place": place,
        "form": place.form(renewed),
        "stands": place.stands(),
        "yours": place.typed(form),
        "reason": form.cleaned_data["reason"],
        "last": conflict.last,
    }
    return render(request, "correcting/conflict.html", context, status=409)

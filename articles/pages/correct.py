"""The page, or with htmx the form in place, on which an editor corrects a value of an article."""

from dataclasses import dataclass

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_http_methods

from articles.corrections import ConflictError, correct_value
from articles.forms import FORMS, ReasonForm, sentence
from articles.models import Article, Correction
from articles.permissions import editors_only, take_unsaved
from articles.values import value_of


@dataclass(frozen=True, slots=True)
class Place:
    """What is corrected, and where to come back to."""

    article: Article
    field: str

    @property
    def label(self) -> str:
        return Correction.Field(self.field).label

    @property
    def back(self) -> str:
        return f"{self.article.get_absolute_url()}#{self.field}"


@require_http_methods(["GET", "HEAD", "POST"])
@editors_only
def correct(request: HttpRequest, pk: int, field: str) -> HttpResponse:
    """Show the form of a value, or save what it says."""
    if field not in FORMS:
        raise Http404(f"“{field}” is not a value that can be corrected")
    place = Place(get_object_or_404(Article.objects.select_related("publisher"), pk=pk), field)
    return (
        _save(request, place)
        if request.method == "POST"
        else _show(request, place, _form(place, take_unsaved(request)))
    )


def _form(place: Place, data: object = None) -> ReasonForm:
    """Make the form; its ids differ from those of another value's form on the same page."""
    initial = {"value": value_of(place.article, place.field), "seen": place.article.revision}
    return FORMS[place.field](data, initial=initial, auto_id=f"correct-{place.field}-%s")


def _save(request: HttpRequest, place: Place) -> HttpResponse:
    form = _form(place, request.POST)
    if not form.is_valid():
        return _show(request, place, form)
    try:
        correct_value(place.article.pk, place.field, form.edit(form.cleaned_data["value"], request.user))
    except ConflictError as conflict:
        return _show_both(request, place, form, conflict)
    except ValueError as error:
        form.add_error("value", sentence(error))
        return _show(request, place, form)
    messages.success(request, f"The {place.label} is corrected.")
    return HttpResponseRedirect(place.back)


def _show(request: HttpRequest, place: Place, form: ReasonForm) -> HttpResponse:
    template = "correcting/_form.html" if request.htmx else "correcting/page.html"
    return render(request, template, {"place": place, "form": form})


def _show_both(request: HttpRequest, place: Place, form: ReasonForm, conflict: ConflictError) -> HttpResponse:
    """Show what stands now beside what the editor sent; sent again, the form overrules what was shown here."""
    place.article.refresh_from_db()
    renewed = request.POST.copy()
    renewed["seen"] = str(place.article.revision)
    context = {
        "place": place,
        "form": _form(place, renewed),
        "stands": value_of(place.article, place.field),
        "yours": form.cleaned_data["value"],
        "reason": form.cleaned_data["reason"],
        "last": conflict.last,
    }
    return render(request, "correcting/conflict.html", context, status=409)

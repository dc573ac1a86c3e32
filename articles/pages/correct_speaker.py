"""The page, or with htmx the form in place, on which an editor corrects who said a quotation."""

from dataclasses import dataclass

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, QueryDict
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_http_methods

from articles.corrections import ConflictError, speaker_value
from articles.corrections import correct_speaker as save_speaker
from articles.forms import SpeakerFormSet, SpeakersForm, sentence
from articles.models import Article, Quotation
from articles.permissions import editors_only, take_unsaved

SPEAKER = "speaker"


@dataclass(frozen=True, slots=True)
class Place:
    """What is corrected, and where to come back to."""

    quotation: Quotation
    label: str = SPEAKER

    @property
    def article(self) -> Article:
        return self.quotation.article

    @property
    def back(self) -> str:
        return f"{self.article.get_absolute_url()}#q{self.quotation.pk}"


@require_http_methods(["GET", "HEAD", "POST"])
@editors_only
def correct_speaker(request: HttpRequest, pk: int) -> HttpResponse:
    """Show the form of a quotation's speakers, or save what it says."""
    place = Place(get_object_or_404(Quotation.objects.select_related("article"), pk=pk))
    return (
        _save(request, place)
        if request.method == "POST"
        else _show(request, place, _form(place, take_unsaved(request)))
    )


def _form(place: Place, data: QueryDict | None = None) -> SpeakersForm:
    """Make the form with a row for every speaker; its ids differ from those of another quotation's."""
    name = f"speakers-{place.quotation.pk}"
    said_by = speaker_value(place.quotation) if data is None else None
    rows = SpeakerFormSet(data, initial=said_by, prefix=name, auto_id="%s")
    initial = {"seen": place.article.revision}
    return SpeakersForm(place.quotation, data, speakers=rows, initial=initial, auto_id=f"{name}-%s")


def _save(request: HttpRequest, place: Place) -> HttpResponse:
    form = _form(place, request.POST)
    if not (form.is_valid() and form.speakers.is_valid()):
        return _show(request, place, form)
    try:
        save_speaker(place.quotation.pk, form.edit(form.speakers.speakers, request.user))
    except ConflictError as conflict:
        return _show_both(request, place, form, conflict)
    except ValueError as error:
        form.add_error(None, sentence(error))
        return _show(request, place, form)
    messages.success(request, "The speaker is corrected.")
    return HttpResponseRedirect(place.back)


def _show(request: HttpRequest, place: Place, form: SpeakersForm) -> HttpResponse:
    template = "correcting/_form.html" if request.htmx else "correcting/page.html"
    return render(request, template, {"place": place, "form": form, "quotation": place.quotation})


def _show_both(request: HttpRequest, place: Place, form: SpeakersForm, conflict: ConflictError) -> HttpResponse:
    """Show who stands now beside whom the editor named; sent again, the form overrules what was shown here."""
    place.article.refresh_from_db()
    renewed = request.POST.copy()
    renewed["seen"] = str(place.article.revision)
    context = {
        "place": place,
        "quotation": place.quotation,
        "form": _form(place, renewed),
        "stands": speaker_value(place.quotation),
        "yours": form.speakers.speakers,
        "reason": form.cleaned_data["reason"],
        "last": conflict.last,
    }
    return render(request, "correcting/conflict.html", context, status=409)

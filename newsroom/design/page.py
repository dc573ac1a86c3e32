"""Shows every component in every state, with short and long content, without a date, and in Arabic."""

from django import forms
from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from . import reading_specimens, specimens


class SpecimenForm(forms.Form):
    """One field as it stands, and one that is wrong."""

    title = forms.CharField(label="Title", help_text="As the article is headed.", initial="A market of voices")
    day = forms.DateField(
        label="Published",
        help_text="A day, a month or a year.",
        error_messages={"invalid": "There is no such day. Write a day, a month or a year, as in 2026-05-31."},
    )
    section = forms.ChoiceField(label="Section", choices=[("", "Any section"), ("world", "World")], required=False)
    reason = forms.CharField(label="Why", widget=forms.Textarea, required=False)


@require_safe
def components(request: HttpRequest) -> HttpResponse:
    """Show the components; raises Http404 where DEBUG is off."""
    if not settings.DEBUG:
        raise Http404("the components are shown where DEBUG is on")
    form = SpecimenForm({"title": "A market of voices", "day": "2026-05-32"})
    form.is_valid()
    return render(request, "design/page.html", {"specimens": specimens, "reading": reading_specimens, "form": form})

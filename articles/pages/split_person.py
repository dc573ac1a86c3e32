"""The page on which an editor says in which articles a person's name means somebody else.

Articles are chosen on as many pages as there are; every button sends the form, so that no choice is lost on the way.
"""

from typing import Any

from django import forms
from django.contrib import messages
from django.core.paginator import Paginator
from django.db import OperationalError
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render

from accounts.write_lock import is_locked
from articles.editing.forms import sentence
from articles.editing.identity_decisions import DecidedMeanwhileError
from articles.editing.person_choice import NamedForm, settle
from articles.editing.splitting import Splitting, split_person
from articles.pages.correcting import BUSY, Sent
from articles.pages.person_editing import PersonEditing
from articles.queries.splitting import naming_articles, naming_entries

PER_PAGE = 25
MOST_CHOSEN = 5_000
MEANWHILE = "Nothing was saved: somebody has decided about these two meanwhile."
OTHER = "other"  # begins the names of the fields by which the other one is asked for


class SplitForm(forms.Form):
    """Why, beside what was chosen."""

    reason = forms.CharField(
        label="Why",
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text="Editors read it beside the decision.",
        error_messages={"required": "Write in a few words why."},
    )


class SplitPerson(PersonEditing):
    """Shows the articles page by page, keeps what is chosen, and splits when that is what was sent."""

    def post(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        """Show another page, or split."""
        if self.person.merged_into:
            messages.error(request, f"{self.person} was joined with {self.person.shown} meanwhile.")
            return redirect(self.person.shown)
        return self._split(request.POST) if "split" in request.POST else self.show(request.POST)

    def _split(self, sent: QueryDict) -> HttpResponse:
        form, named = SplitForm(sent), NamedForm(sent, prefix=OTHER)
        if named.is_valid():
            settle([named])
        if not named.cleaned_data.get("name"):
            named.add_error("name", "Give the name of the other one.")
        if not (form.is_valid() and named.is_valid()):
            return self._page(sent, form, named)
        name, who = (named.cleaned_data[field] for field in ("name", "who"))
        editor: Any = self.request.user
        try:
            splitting = Splitting(_chosen(sent), name, who, form.cleaned_data["reason"], editor)
            decision = split_person(self.person.pk, splitting)
        except DecidedMeanwhileError:
            return self._page(sent, form, named, MEANWHILE, 409)
        except ValueError as error:
            return self._page(sent, form, named, f"Nothing was saved: {sentence(error)}")
        except OperationalError as error:
            if not is_locked(error):
                raise
            return self._page(sent, form, named, BUSY, 503)
        messages.success(self.request, f"{len(_chosen(sent)):,} articles mean {decision.candidate.second.shown} now.")
        return redirect(self.person)

    def show(self, sent: Sent | None, status: int = 200) -> HttpResponse:
        """Show a page of articles; what was sent stays chosen and typed."""
        kept = sent if sent is not None else QueryDict()
        form = SplitForm(initial={"reason": kept.get("reason", "")})
        initial = {"name": self.person.name} | {
            name: kept[f"{OTHER}-{name}"] for name in ("name", "who", "asked") if f"{OTHER}-{name}" in kept
        }
        return self._page(kept, form, NamedForm(initial=initial, prefix=OTHER), status=status)

    def _page(self, sent: Sent, form: SplitForm, named: NamedForm, wrong: str = "", status: int = 200) -> HttpResponse:
        paginator = Paginator(naming_articles(self.person).values_list("pk", flat=True), PER_PAGE)
        page = paginator.get_page(sent.get("page") or sent.get("here"))
        keys, chosen = list(page.object_list), _chosen(sent)
        context = {
            "person": self.person,
            "form": form,
            "named": named,
            "wrong": wrong,
            "page": page,
            "entries": naming_entries(self.person, keys),
            "chosen": chosen,
            "elsewhere": ",".join(map(str, sorted(chosen - set(keys)))),
        }
        return render(self.request, "people/split.html", context, status=status)


def _chosen(sent: Sent) -> set[int]:
    """Return the keys of the articles chosen: on the page that was sent, and on others before."""
    given = [*sent.getlist("article"), *sent.get("elsewhere", "").split(",")]
    keys = (int(key) for key in given[: MOST_CHOSEN + PER_PAGE] if key.isascii() and key.isdecimal() and len(key) < 19)
    return set(keys)

"""The page on which an editor joins a person with another one: who it is, what that touches, which name stays."""

from typing import Any

from django.contrib import messages
from django.db import OperationalError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from accounts.write_lock import is_locked
from articles.editing.forms import JoinForm, sentence
from articles.editing.identity_decisions import DecidedMeanwhileError
from articles.editing.joining import join
from articles.editing.person_choice import NamedForm, settle
from articles.models import Person
from articles.pages.correcting import BUSY, Sent
from articles.pages.person_editing import PersonEditing
from articles.queries.joining import JoinPreview, join_preview

OTHER = "other"  # begins the names of the fields by which the other one is asked for


class JoinPeople(PersonEditing):
    """Asks for the other one by name, in the address; then shows both, and joins them when the form is sent."""

    def post(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        """Join the two."""
        form = JoinForm(request.POST)
        if not form.is_valid():
            unseen = "other" in form.errors or "seen" in form.errors
            return self.refuse("Nothing was saved: the form was not understood." if unseen else "", 200)
        try:
            decision = join(self.person.pk, form.cleaned_data["other"], form.verdict(request.user))
        except DecidedMeanwhileError as error:
            return self.refuse(_meanwhile(error), 409)
        except ValueError as error:
            return self.refuse(sentence(error), 200)
        except OperationalError as error:
            if not is_locked(error):
                raise
            return self.refuse(BUSY, 503)
        pair = decision.candidate
        messages.success(request, f"{pair.first} and {pair.second} are one person now.")
        return redirect(decision.kept.shown if decision.kept else self.person)

    def refuse(self, wrong: str, status: int) -> HttpResponse:
        """Show the page again, with what was sent and why it was not done; of who is merged now, whom they are with."""
        self.person.refresh_from_db()
        if self.person.merged_into:
            messages.error(self.request, wrong)
            return redirect(self.person.shown)
        return self.show(self.request.POST, status, wrong)

    def show(self, sent: Sent | None, status: int = 200, wrong: str = "") -> HttpResponse:
        """Ask for the other one, or show what joining the two would touch."""
        asked = self.request.GET if f"{OTHER}-name" in self.request.GET else None
        named = NamedForm(asked, prefix=OTHER)
        other = self._other(named) if asked is not None else None
        preview = join_preview(self.person, other) if other else None
        context: dict[str, Any] = {"person": self.person, "named": named, "preview": preview, "wrong": wrong}
        if preview and other:
            context["form"] = _form(sent, preview, other)
        return render(self.request, "people/join.html", context, status=status)

    def _other(self, named: NamedForm) -> Person | None:
        """Return who is meant by the name in the address, if that is settled."""
        if not named.is_valid():
            return None
        settle([named])
        if not named.is_valid():
            return None
        if named.cleaned_data["who"] in ("", "new"):
            named.add_error("name", "Choose somebody whom the archive has.")
        elif named.cleaned_data["who"] == self.person.pk:
            named.add_error("name", f"{self.person} is the one whom you want to join with another.")
        return Person.objects.get(pk=named.cleaned_data["who"]) if named.is_valid() else None


def _form(sent: Sent | None, preview: JoinPreview, other: Person) -> JoinForm:
    """Make the form with what was typed; it is of what the page shows now, whatever an earlier one had seen."""
    values = {"other": other.pk, "seen": preview.seen, "keep": preview.sides[0].side.pk}
    if sent is None:
        return JoinForm(initial=values)
    return JoinForm(values | {name: sent.get(name, "") for name in ("keep", "reason")})


def _meanwhile(error: DecidedMeanwhileError) -> str:
    if error.last is None:
        return "Nothing was saved: somebody has put these two together meanwhile."
    who = error.last.editor.get_username() if error.last.editor else "The archive"
    return f"Nothing was saved: {who} has decided about these two meanwhile. Look again before you join them."

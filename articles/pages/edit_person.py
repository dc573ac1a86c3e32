"""The page on which editors put a person right: the name, roles, spellings, and whether pages show the person."""

from typing import Any

from django.contrib import messages
from django.db import OperationalError
from django.forms.utils import ErrorList
from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render

from accounts.doorway import may
from accounts.permissions import HIDE_NAMES
from accounts.write_lock import is_locked
from articles.editing.corrections import ConflictError
from articles.editing.forms import sentence
from articles.editing.people.forms import TASKS, ChoosingForm, Task
from articles.editing.people.withholding import HIDDEN, PERSON, hidden_value, person_value
from articles.models import Person
from articles.pages.correcting import BUSY, Sent
from articles.pages.person_editing import PersonEditing
from articles.queries.people import roles_shown
from articles.queries.person_spellings import spelling_sources
from articles.templatetags.wording import value_words

AGAIN = "Save yours again to overrule that."


class EditPerson(PersonEditing):
    """All forms on one page; each is sent to an address of its own, which shows the page again where it is wrong."""

    task: Task | None = None
    what = ""

    def setup(self, request: HttpRequest, *args: Any, what: str = "", **kwargs: Any) -> None:
        """Find what is to be done; raises Http404."""
        super().setup(request, *args, **kwargs)
        if what and what not in TASKS:
            raise Http404(f"“{what}” is nothing that can be corrected of a person")
        self.what, self.task = what, TASKS.get(what)

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        """Ask for the permission that the task takes."""
        self.permission = self.task.permission if self.task else self.permission
        return super().dispatch(request, *args, **kwargs)

    def post(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        """Correct what was sent."""
        if self.task is None:
            return redirect("edit-person", self.person.pk)
        form = self._forms(request.POST)[self.what]
        if not form.is_valid():
            return self._page({self.what: form})
        try:
            self.task.correct(self.person.pk, form.edit(form.after(), request.user))
        except ConflictError as conflict:
            return self._both(conflict)
        except ValueError as error:
            form.add_error("value", sentence(error))
            return self._page({self.what: form})
        except OperationalError as error:
            if not is_locked(error):
                raise
            form.add_error(None, BUSY)
            return self._page({self.what: form}, 503)
        messages.success(request, self.task.said)
        return redirect(self.person)

    def show(self, sent: Sent | None, status: int = 200) -> HttpResponse:
        """Show all forms, one of them with what was sent before its sender had to sign in again."""
        forms = self._forms(sent) if sent is not None and self.what else {}
        return self._page({name: form for name, form in forms.items() if name == self.what}, status)

    def _both(self, conflict: ConflictError) -> HttpResponse:
        """Say what stands now; sent again, the form overrules it."""
        self.person.refresh_from_db()
        renewed = self.request.POST.copy()
        renewed["seen"] = str(self.person.revision)
        form = self._forms(renewed)[self.what]
        form.is_valid()
        who = f"{conflict.last.editor.get_username()} (“{conflict.last.reason}”)" if conflict.last else "somebody"
        stands = value_words(conflict.current)
        form.add_error(None, f"Nothing was saved: {who} has changed this meanwhile, to “{stands}”. {AGAIN}")
        return self._page({self.what: form}, 409)

    def _page(self, sent: dict[str, Any], status: int = 200) -> HttpResponse:
        person, may_hide = self.person, may(self.request.user, HIDE_NAMES)
        hidden, forms = hidden_value(person) == HIDDEN, self._forms(None) | sent
        context = {
            "person": person,
            "forms": {name.replace("-", "_"): form for name, form in forms.items()},
            "spellings": spelling_sources(person),
            "is_person": person_value(person) == PERSON,
            "is_shown": not hidden,
            "may_hide": may_hide,
            "refused": self._refused(sent, hidden),
        }
        return render(self.request, "people/edit.html", context, status=status)

    def _refused(self, sent: dict[str, Any], hidden: bool) -> ErrorList | None:
        """Return what is wrong with a form that the page shows no more, since somebody withheld the person."""
        is_person = person_value(self.person) == PERSON
        is_there = {"person": not hidden, "hidden": is_person}.get(self.what, is_person and not hidden)
        if is_there or self.what not in sent:
            return None
        return ErrorList([str(one) for errors in sent[self.what].errors.values() for one in errors])

    def _forms(self, sent: Sent | None) -> dict[str, Any]:
        return {name: self._form(name, task.form, sent if name == self.what else None) for name, task in TASKS.items()}

    def _form(self, name: str, form: type[Any], sent: Sent | None) -> Any:
        initial: dict[str, Any] = {"seen": self.person.revision} | _stands(name, self.person)
        more = {"choices": _choices(name, self.person)} if issubclass(form, ChoosingForm) else {}
        return form(sent, initial=initial, auto_id=f"{name}-%s", **more)


def _stands(name: str, person: Person) -> dict[str, str]:
    return {"value": person.name} if name == "name" else {}


def _choices(name: str, person: Person) -> list[str]:
    if name == "take-role":
        return [role.words for role in roles_shown(person)]
    return list(person.aliases.filter(removed=False).exclude(name=person.name).values_list("name", flat=True))

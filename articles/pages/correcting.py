"""What every page of a correction does: show the form, save what it says, show both versions of a conflict.

With htmx the form comes alone, to stand in its place. Nothing that an editor typed is lost on the way: the form is
shown again with it after a mistake, a conflict, a new sign-in, and while the archive is busy.
"""

from abc import abstractmethod
from typing import Any

from django.contrib import messages
from django.core.exceptions import ObjectDoesNotExist
from django.db import OperationalError
from django.http import Http404, HttpResponse, HttpResponseRedirect, QueryDict
from django.utils.datastructures import MultiValueDict
from django.views.generic import FormView

from accounts import draft
from accounts.doorway import Requires
from accounts.permissions import CORRECT
from accounts.write_lock import is_locked
from articles.editing.corrections import ConflictError, Edit
from articles.editing.forms import ReasonForm, sentence
from articles.editing.places import DoubtfulPlaceError
from articles.models import Article, Person, Quotation
from articles.names.visible import has_unseen
from articles.pages.htmx import HtmxRequest

BUSY = "The archive is busy: nothing was saved. Your words are still here; save them again in a moment."
UNSEEN_LEFT_OUT = "Signs that nobody sees, or that turn a text around, were left out of what you typed."
Sent = QueryDict | MultiValueDict[str, Any]


class CorrectionView(Requires, FormView):  # type: ignore[type-arg] # Django's has none at run time
    """A page on which editors correct one thing; `setup` finds it, so that nobody is asked to sign in for nothing."""

    permission = CORRECT
    takes_drafts = True
    http_method_names = ["get", "head", "post"]
    request: HtmxRequest

    label: str  # what pages call what is corrected
    mistakes_at: str | None = None  # the form's field that a mistake is shown at; without one, the form as a whole
    article: Article
    quoted: Quotation | None = None  # the quotation that is corrected, as pages show it
    action = "Save the correction"

    @property
    def heading(self) -> str:
        """What the page is called."""
        return f"Correct the {self.label}"

    @property
    def done(self) -> str:
        """The sentence that says that it is done."""
        return f"The {self.label} is corrected."

    @property
    @abstractmethod
    def back(self) -> str:
        """The address where it stands, to come back to."""

    @property
    def revised(self) -> Article | Person:
        """What has the revision that the form is made from."""
        return self.article

    @abstractmethod
    def stands(self) -> Any:
        """Return the value that stands now, in the JSON form that corrections keep."""

    @abstractmethod
    def form_with(self, sent: Sent | None) -> ReasonForm:
        """Make the form, with what was sent if anything was; its ids differ from those of others on the same page."""

    @abstractmethod
    def typed(self, form: Any) -> Any:
        """Return the value that a valid form has, in its JSON form."""

    @abstractmethod
    def save(self, edit: Edit) -> None:
        """Save a correction."""

    def get_template_names(self) -> list[str]:
        """The form alone, for htmx, or the whole page."""
        return ["correcting/_form.html" if self.request.htmx else "correcting/page.html"]

    def get_form(self, form_class: Any = None) -> ReasonForm:
        """Make the form, with what is sent or was sent before its sender had to sign in again."""
        return self.form_with(self.request.POST if self.request.method == "POST" else draft.take(self.request))

    def get_context_data(self, **context: Any) -> dict[str, Any]:
        """Have the page open where the first mistake is, or else the first field."""
        data = super().get_context_data(**context)
        data["form"].choose_focus()
        return data

    def form_valid(self, form: ReasonForm) -> HttpResponse:
        """Save the correction, or show the form again where that cannot be done."""
        try:
            self.save(form.edit(self.typed(form), self.request.user))
        except ConflictError as conflict:
            return self.overtaken(form, conflict)
        except DoubtfulPlaceError as doubt:
            form.add_error("anyway", sentence(doubt))
            return self.form_invalid(form)
        except ValueError as error:
            form.add_error(self.mistakes_at, sentence(error))
            return self.form_invalid(form)
        except OperationalError as error:
            return self._busy(form, error)
        except ObjectDoesNotExist as error:  # taken out since it was found: as it is answered from now on
            raise Http404(str(error)) from error
        messages.success(self.request, self.done)
        if any(has_unseen(words) for words in self.request.POST.values() if isinstance(words, str)):
            messages.info(self.request, UNSEEN_LEFT_OUT)
        return HttpResponseRedirect(self.back)

    def _busy(self, form: ReasonForm, error: OperationalError) -> HttpResponse:
        """Ask to save again where somebody else held the database for too long; anything else is our fault."""
        if not is_locked(error):
            raise error
        form.add_error(None, BUSY)
        return self.render_to_response(self.get_context_data(form=form), status=503)

    def overtaken(self, form: ReasonForm, conflict: ConflictError) -> HttpResponse:
        """Show what stands now beside what the editor sent; sent again, the form overrules what was shown here."""
        context = self.get_context_data(
            form=self._renewed(),
            stands=self.stands(),
            yours=self.typed(form),
            reason=form.cleaned_data["reason"],
            last=conflict.last,
        )
        context["form"].forget_focus()  # both versions are to be read first
        return self.response_class(self.request, ["correcting/conflict.html"], context, status=409)

    def _renewed(self) -> ReasonForm:
        """Return the form with what was sent, made from what it is of as that is now."""
        self.revised.refresh_from_db()
        renewed = self.request.POST.copy()
        renewed["seen"] = str(self.revised.revision)
        return self.form_with(renewed)


class DecisionView(CorrectionView):
    """A page on which editors say yes or no: in a conflict there are no two versions to compare, so they look again."""

    CHANGED = "Somebody changed this while your form was open. Look at it again; nothing was saved yet."
    after: Any  # what the page stands for, in its JSON form

    def typed(self, form: Any) -> Any:
        """Return what the page stands for: there is nothing to write but the reason."""
        return self.after

    def overtaken(self, form: ReasonForm, conflict: ConflictError) -> HttpResponse:
        """Show the form again, above what stands now."""
        renewed = self._renewed()
        renewed.add_error(None, self.CHANGED)
        return self.render_to_response(self.get_context_data(form=renewed), status=409)

"""The pages on which a chief editor withdraws, restores or erases an article, and the list of those that are gone."""

from abc import abstractmethod
from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.db import OperationalError
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.views.decorators.http import require_safe
from django.views.generic import FormView

from accounts import draft
from accounts.doorway import Requires, requires
from accounts.permissions import ERASE, WITHDRAW
from accounts.write_lock import is_locked
from articles.editing.withdrawal_forms import EraseForm, RestoreForm, WhyForm, WithdrawForm
from articles.models import Article, Withdrawal
from articles.pages.correcting import BUSY
from articles.pages.listing import PER_PAGE
from articles.queries.withdrawn import all_removed, removed_entries
from articles.withdrawal.erase import erase
from articles.withdrawal.kept_rows import unpacked, values_of
from articles.withdrawal.withdraw import ChangedMeanwhileError, restore, withdraw, withdrawal_of

CHANGED = (
    "Somebody changed the article since you opened this form, and nothing was done. Look at it, and send it again."
)


class RemovalView(Requires, FormView):  # type: ignore[type-arg] # Django's has none at run time
    """A page on which one of these is done to one article; `setup` finds it."""

    permission = WITHDRAW
    takes_drafts = True
    http_method_names = ["get", "head", "post"]
    template_name = "withdrawing/page.html"

    heading: str
    button: str
    says: str  # what follows, in a sentence or two
    article: Article
    title: str  # what the article is called on this page

    def setup(self, request: HttpRequest, *args: Any, pk: int, **kwargs: Any) -> None:
        """Find the article; raises Http404 where there is none to do it to."""
        super().setup(request, *args, pk=pk, **kwargs)
        self.article, self.title = self.find(pk)

    def find(self, number: int) -> tuple[Article, str]:
        """Return the article of a number and its title. Raises Http404."""
        article = get_object_or_404(Article.objects.all(), pk=number)
        return article, str(article)

    @abstractmethod
    def do(self, form: Any) -> None:
        """Do what the form says."""

    @property
    def back(self) -> str:
        """The address to go on at."""
        return self.article.get_absolute_url()

    def get_initial(self) -> dict[str, Any]:
        """Have the form carry the revision that is seen."""
        return {"seen": self.article.revision}

    def get_form_kwargs(self) -> dict[str, Any]:
        """Give the form what is sent, or what was sent before its sender had to sign in again."""
        kwargs = super().get_form_kwargs()
        if self.request.method != "POST" and (sent := draft.take(self.request)):
            kwargs["data"] = sent
        return kwargs

    def form_valid(self, form: WhyForm) -> HttpResponse:
        """Do it, or show the form again where that cannot be done now."""
        try:
            self.do(form)
        except ChangedMeanwhileError:
            return self._again(form, CHANGED, 409)
        except OperationalError as error:
            if not is_locked(error):
                raise
            return self._again(form, BUSY, 503)
        return HttpResponseRedirect(self.back)

    def _again(self, form: WhyForm, sentence: str, status: int) -> HttpResponse:
        """Show the form with all that was typed, and the article as it is now."""
        self.article, self.title = self.find(self.article.pk)
        sent = self.request.POST.copy()
        sent["seen"] = str(self.article.revision)
        renewed = type(form)(**{**self.get_form_kwargs(), "data": sent})
        renewed.is_valid()
        renewed.add_error(None, sentence)
        return self.render_to_response(self.get_context_data(form=renewed), status=status)


class WithdrawArticle(RemovalView):
    """Withdraws an article."""

    form_class = WithdrawForm
    heading, button = "Withdraw this article", "Withdraw the article"
    says = (
        "It goes at once from pages, search, feeds, files and the API, and stays out when it is imported again. "
        "Its addresses say that it was withdrawn. Corrections are kept, and it can be restored as it was."
    )

    @property
    def back(self) -> str:
        """The list of those that are gone."""
        return reverse("withdrawn")

    def do(self, form: WithdrawForm) -> None:
        """Withdraw it."""
        withdraw(self.article.pk, form.ground(self.request.user))
        messages.success(self.request, f"Article {self.article.pk} is withdrawn.")


class RestoreArticle(RemovalView):
    """Restores an article."""

    form_class = RestoreForm
    heading, button = "Restore this article", "Restore the article"
    says = (
        "It comes back as it was, with its numbers and all corrections. "
        "If its source has a newer version, that comes with the next import."
    )

    def find(self, number: int) -> tuple[Article, str]:
        """Return the article of a number and its title, which is kept. Raises Http404."""
        return find_withdrawn(number)

    def do(self, form: RestoreForm) -> None:
        """Restore it."""
        try:
            restore(self.article.pk, form.cleaned_data["reason"], _user(self.request), form.cleaned_data["seen"])
        except Withdrawal.DoesNotExist as error:
            raise ChangedMeanwhileError from error
        messages.success(self.request, "The article is back as it was.")


class EraseArticle(RemovalView):
    """Erases an article, withdrawn or shown."""

    permission = ERASE
    form_class = EraseForm
    heading, button = "Erase this article for good", "Erase the article for good"
    says = (
        "Its text, its imported versions, all that was found in it and every correction of it are deleted, and people "
        "whom nothing else names. What stays is its number, your reason, and hashes by which no import brings it back. "
        "It can’t be taken back: to take an article down for a while, withdraw it."
    )

    @property
    def back(self) -> str:
        """The list of those that are gone."""
        return reverse("withdrawn")

    def find(self, number: int) -> tuple[Article, str]:
        """Return the article of a number, withdrawn or shown, and its title. Raises Http404."""
        shown = Article.objects.filter(pk=number).first()
        return (shown, str(shown)) if shown else find_withdrawn(number)

    def get_form_kwargs(self) -> dict[str, Any]:
        """Have the form know which number is to be typed."""
        return super().get_form_kwargs() | {"number": self.article.pk}

    def do(self, form: EraseForm) -> None:
        """Erase it."""
        erase(self.article.pk, form.ground(self.request.user))
        messages.success(self.request, f"Article {self.article.pk} is erased.")


def find_withdrawn(number: int) -> tuple[Article, str]:
    """Return a withdrawn article and its title, which is kept. Raises Http404."""
    try:
        withdrawal = withdrawal_of(number)
    except Withdrawal.DoesNotExist as error:
        raise Http404(f"article {number} is not withdrawn") from error
    kept = unpacked(bytes(withdrawal.content or b""))
    ((title,),) = values_of(kept, "Article", "title")
    return withdrawal.article, title or f"Article {number}"


def _user(request: HttpRequest) -> Any:
    return request.user


@require_safe
@requires(WITHDRAW)
def withdrawn(request: HttpRequest) -> HttpResponse:
    """List the articles that are withdrawn or erased, the latest first."""
    page = Paginator(all_removed(), PER_PAGE).get_page(request.GET.get("page"))
    context = {
        "page": page,
        "page_numbers": page.paginator.get_elided_page_range(page.number, on_each_side=2, on_ends=1),
        "entries": removed_entries(number for number, _ in page.object_list),
    }
    return render(request, "withdrawing/list.html", context)

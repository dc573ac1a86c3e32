"""The administrator's pages: who has an account, and what can be done with one."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.contrib.auth.models import User
from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse, HttpResponseBase, HttpResponseRedirect
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST, require_safe

from accounts.doorway import SignedInRequest, requires
from accounts.listing import account_row, account_rows, accounts_named, changes
from accounts.managing import LastAdministratorError, change_role, close, reopen
from accounts.permissions import MANAGE_ACCOUNTS
from accounts.roles import BY_NAME, ROLES

PER_PAGE = 50
LONGEST = 150  # letters of a name that is looked for


@require_safe
@requires(MANAGE_ACCOUNTS)
def accounts(request: HttpRequest) -> HttpResponse:
    """List the accounts, or those whose name or address has some letters."""
    name = request.GET.get("name", "").replace("\x00", "")[:LONGEST].strip()
    context = _page(request, accounts_named(name))
    rows = account_rows(context["page"])
    return render(request, "accounts/list.html", context | {"rows": rows, "name": name})


@require_safe
@requires(MANAGE_ACCOUNTS)
def managed_account(request: HttpRequest, pk: int) -> HttpResponse:
    """Show one account with what was changed of it."""
    user = get_object_or_404(User, pk=pk)
    context = {"account": user, "row": account_row(pk), "roles": ROLES, "changes": changes(user)[:PER_PAGE]}
    return render(request, "accounts/account.html", context)


@require_safe
@requires(MANAGE_ACCOUNTS)
def account_changes(request: HttpRequest) -> HttpResponse:
    """Show the log of all accounts."""
    return render(request, "accounts/changes.html", _page(request, changes()))


def _page(request: HttpRequest, rows: "QuerySet[Any]") -> dict[str, Any]:
    """Return the page of rows that is asked for, and which others there are."""
    paginator = Paginator(rows, PER_PAGE)
    page = paginator.get_page(request.GET.get("page"))
    return {"page": page, "page_numbers": paginator.get_elided_page_range(page.number, on_each_side=2, on_ends=1)}


@require_POST
@requires(MANAGE_ACCOUNTS)
def account_role(request: SignedInRequest, pk: int) -> HttpResponseRedirect:
    """Give an account another role."""
    role = BY_NAME.get(request.POST.get("role", ""))
    if role is None:
        messages.error(request, "Nothing was changed: the form was not understood.")
        return redirect("managed-account", pk)
    return _done(request, pk, lambda user: change_role(user, role, request.user), f"{{}} is {role.with_article} now.")


@require_POST
@requires(MANAGE_ACCOUNTS)
def close_account(request: SignedInRequest, pk: int) -> HttpResponseBase:
    """Close an account."""
    return _done(request, pk, lambda user: close(user, request.user), "The account {} is closed, and signed out.")


@require_POST
@requires(MANAGE_ACCOUNTS)
def reopen_account(request: SignedInRequest, pk: int) -> HttpResponseBase:
    """Open an account again."""
    return _done(request, pk, lambda user: reopen(user, request.user), "The account {} is open again.")


def _done(request: SignedInRequest, pk: int, do: Callable[[User], None], said: str) -> HttpResponseRedirect:
    """Do something with an account, say so, and come back to it; who did it to themselves may not see it any more."""
    user = get_object_or_404(User, pk=pk)
    try:
        do(user)
    except LastAdministratorError as error:
        messages.error(request, f"Nothing was changed. {error}")
    else:
        messages.success(request, said.format(user.get_username()))
        if user == request.user:
            return redirect("account")
    return redirect("managed-account", pk)

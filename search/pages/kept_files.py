"""Long files, made in the background for who is signed in: asking for one, how far it is, fetching and deleting it.

A file is its owner's alone: to everybody else, editors too, its addresses lead nowhere.
"""

from dataclasses import replace

from django.contrib import messages
from django.http import FileResponse, Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from accounts.doorway import SignedInRequest, signed_in
from accounts.jobs.asking import stop
from accounts.kept_files import files_of, forget, path_of
from accounts.models import KeptFile
from articles.files.formats import FORMATS, formats_for
from articles.pages.download import unknown_format, whole_addresses
from search.files.about import in_words, search_address
from search.files.job import TooManyFiles, ask_for_file
from search.pages.errors import errors_as_text, prepare_strictly
from search.results.ask_engine import ask_engine
from search.results.model import counted_unit
from search.results.prepared_query import PreparedQuery
from search.results.scan import EMPTY, EmptyRequest


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
@signed_in
@errors_as_text
def ask_for_long_file(request: SignedInRequest) -> HttpResponse:
    """Show how long the file of a search would be, with the formats to choose from; have it made."""
    prepared = prepare_strictly(request.GET)
    rows = _count(prepared)
    if request.method == "POST":
        return _asked(request, prepared, rows)
    context = {
        "rows": rows,
        "unit": counted_unit(prepared.engine_request.unit, rows),
        "said": in_words(prepared),
        "back": search_address(prepared.request),
        "formats": formats_for(True),
        "query": prepared.request.on_page(1).to_query(),
    }
    return render(request, "search/files/ask.html", context)


def _asked(request: SignedInRequest, prepared: PreparedQuery, rows: int) -> HttpResponse:
    form = FORMATS.get(request.POST.get("format", ""))
    if form is None:
        return HttpResponse(unknown_format(request.POST.get("format", "")), "text/plain; charset=utf-8", 400)
    host = whole_addresses(request)("")
    try:
        return redirect(ask_for_file(prepared, form, host, rows, request.user))
    except TooManyFiles as error:
        messages.info(request, str(error))
        return redirect("kept-files")


def _count(prepared: PreparedQuery) -> int:
    if prepared.is_empty:
        raise EmptyRequest(EMPTY)
    asked = replace(prepared.engine_request, page=1, groups_per_page=0, facets=(), timeline=False)
    return ask_engine(asked).documents


@require_safe
@never_cache
@signed_in
def kept_files(request: SignedInRequest) -> HttpResponse:
    """Show the files that were made for who is signed in, the latest first."""
    files = files_of(request.user.pk).select_related("job")
    return render(request, "search/files/list.html", {"files": files})


@require_safe
@never_cache
@signed_in
def kept_file(request: SignedInRequest, pk: int) -> HttpResponse:
    """Show how far a file is; while it is made, htmx asks for it again and again."""
    return render(request, "search/files/file.html", {"file": _own(request, pk)})


@require_safe
@never_cache
@signed_in
def fetch_file(request: SignedInRequest, pk: int) -> HttpResponseBase:
    """Give a file that is whole."""
    kept, path = _own(request, pk), path_of(pk)
    if kept.made_at is None or not path.exists():
        raise Http404("There is no such file yet, or no longer.")
    media_type = FORMATS[kept.ending].media_type
    return FileResponse(path.open("rb"), as_attachment=True, filename=kept.name, content_type=media_type)


@require_POST
@signed_in
def delete_file(request: SignedInRequest, pk: int) -> HttpResponseRedirect:
    """Delete a file, and have its job stop where it is still made."""
    kept = _own(request, pk)
    if kept.job:
        stop(kept.job.pk, request.user)
    forget(KeptFile.objects.filter(pk=kept.pk))
    return redirect("kept-files")


def _own(request: HttpRequest, pk: int) -> KeptFile:
    """Return a file of who is signed in that is not too old. Raises Http404."""
    return get_object_or_404(files_of(request.user.pk).select_related("job"), pk=pk)

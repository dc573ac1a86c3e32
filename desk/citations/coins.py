"""COinS: an article as an OpenURL context object in the title of a span, by which Zotero takes it from a list.

The format is Dublin Core (info:ofi/fmt:kev:mtx:dc) with Zotero's own name for a newspaper article as its type: the one
for journals would make it an article of a journal. See https://www.zotero.org/support/dev/exposing_metadata.
"""

from collections.abc import Iterator
from urllib.parse import urlencode

from articles.bibliography import CslItem
from articles.bibliography.authors import CslName


def context_object(item: CslItem) -> str:
    """Return the context object of an item: parameters as in an address."""
    return urlencode(list(_parameters(item)))


def iso_date(item: CslItem) -> str:
    """Return the date of an item as far as it is known: "2022-03"; else nothing."""
    parts = item["issued"]["date-parts"][0] if "issued" in item else []
    return "-".join(f"{part:0{width}}" for part, width in zip(parts, (4, 2, 2), strict=False))


def full_name(name: CslName) -> str:
    """Return a name as it is spoken: given name first."""
    parts = (
        name.get("given", ""),
        name.get("non-dropping-particle", ""),
        name.get("family", ""),
        name.get("suffix", ""),
    )
    return name.get("literal") or " ".join(filter(None, parts))


def _parameters(item: CslItem) -> Iterator[tuple[str, str]]:
    yield "url_ver", "Z39.88-2004"
    yield "ctx_ver", "Z39.88-2004"
    yield "rft_val_fmt", "info:ofi/fmt:kev:mtx:dc"
    yield "rft.type", "newspaperArticle"
    yield "rft.title", item["title"]
    known = {
        "rft.source": item.get("container-title", ""),
        "rft.identifier": item.get("URL", ""),
        "rft.date": iso_date(item),
        "rft.language": item.get("language", ""),
    }
    yield from ((name, value) for name, value in known.items() if value)
    yield from (("rft.au", full_name(name)) for name in item.get("author", ()))

"""What names of publishers and names of sections lead to, looked up together."""

from collections import defaultdict
from collections.abc import Collection
from typing import Any

from django.db.models import Value

from articles.identity.lookup import NamesByKey
from articles.identity.sections import with_shown_names
from articles.identity.spellings import Spelling, things_by_name
from articles.models import PublisherAlias, SectionAlias


def publishers_and_sections_by_name(
    publishers: Collection[str], sections: Collection[str]
) -> tuple[dict[str, NamesByKey], dict[str, NamesByKey]]:
    """Return what `publishers_by_name` and `sections_by_name` return, in one query for both, none without names."""
    if not publishers and not sections:
        return {}, {}
    tables = (
        _spellings("publisher", PublisherAlias.objects.all() if publishers else PublisherAlias.objects.none()),
        _spellings("section", SectionAlias.objects.all() if sections else SectionAlias.objects.none()),
    )
    spellings: defaultdict[str, list[Spelling]] = defaultdict(list)
    for kind, key, shown, name in tables[0].union(tables[1], all=True):
        spellings[kind].append((key, shown, name))
    for of_kind in spellings.values():
        of_kind.sort(key=lambda spelling: spelling[1:])
    return (
        things_by_name(publishers, spellings["publisher"]),
        things_by_name(sections, with_shown_names(spellings["section"])),
    )


def _spellings(of: str, aliases: Any) -> Any:
    return aliases.order_by().annotate(kind=Value(of)).values_list("kind", of, f"{of}__name", "name")

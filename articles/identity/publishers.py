"""The archive's publishers by the names that articles, editors and readers give; nothing else reads their spellings.

A spelling that the archive has had before is one look-up. A new one leads to the publisher it is a spelling of for sure
(articles/names/publishers.py), else to a new publisher.
"""

from collections.abc import Collection
from itertools import chain, count

from django.db.models import Q
from django.utils.text import slugify

from articles.identity.lookup import NamesByKey
from articles.identity.publisher_candidates import propose_for
from articles.identity.spellings import Spelling, things_by_name
from articles.models import Article, Publisher, PublisherAlias
from articles.models.bulk_rows import select_rows
from articles.models.publisher import LONGEST_SLUG
from articles.names.identity import name_identity
from articles.names.publishers import LONGEST_PUBLISHER, reads_better

RESERVED = frozenset({"merge-candidates"})  # addresses beside those of publishers


def set_publisher(article: Article, name: str) -> None:
    """Have an article be of the publisher of this name, made where there is none; of no known one for ""."""
    article.publisher_id, article.named_as_id = _keys_named(name) if name else (None, None)


def _keys_named(name: str) -> tuple[int | None, int | None]:
    """Return the keys of the publisher that pages show for a spelling, and of the one named, where it is another."""
    known = select_rows(PublisherAlias, ("publisher_id", "named_as_id"), "name", [name])
    if known:
        return known[0][0], known[0][1]
    alias = alias_named(name)
    return alias.publisher_id, alias.named_as_id


def alias_named(name: str) -> PublisherAlias:
    """Return the alias of exactly this spelling, with its publishers; made where the archive has not had it yet."""
    known = PublisherAlias.objects.select_related("publisher", "named_as").filter(name=name).first()
    if known:
        return known
    named = _publisher_of(name)
    if reads_better(name, named.name) and not named.namings.exists():  # an editor's choice stands
        named.name = name
        named.save(update_fields=["name"])
    shown = named.shown
    return PublisherAlias.objects.create(publisher=shown, named_as=named if named != shown else None, name=name)


def shown_publisher(name: str) -> str:
    """Return the name that pages show for a spelling of a known publisher; any other name as it is."""
    known = Publisher.objects.select_related("merged_into").filter(identity=name_identity(name)).first()
    return known.shown.name if known else name


def publishers_called(texts: Collection[str]) -> dict[str, Publisher]:
    """Return the publishers that pages show for numbers, spellings or slugs of addresses; the unknown are left out.

    However many the texts, it is one query (and one more for each merge into a publisher that was merged since).
    """
    wanted = {text: _ways_to_name(text.replace("\x00", " ").strip()) for text in texts}
    ways = list(chain.from_iterable(wanted.values()))
    having = {column: [value for name, value in ways if name == column] for column in ("pk", "slug", "identity")}
    either = Q(pk__in=having["pk"]) | Q(slug__in=having["slug"]) | Q(identity__in=having["identity"])
    rows = Publisher.objects.select_related("merged_into").filter(either) if ways else ()
    by_way = {way: row for row in rows for way in (("pk", row.pk), ("slug", row.slug), ("identity", row.identity))}
    found = ((text, next((by_way[way] for way in ways if way in by_way), None)) for text, ways in wanted.items())
    return {text: publisher.shown for text, publisher in found if publisher}


def publisher_called(text: str) -> Publisher | None:
    """Return the publisher that pages show for a number, a spelling or the slug of an address, or None."""
    return publishers_called([text]).get(text)


def publisher_spellings() -> list[Spelling]:
    """Return all spellings of every publisher, by name (1 query)."""
    rows = PublisherAlias.objects.order_by("publisher__name", "name")
    return list(rows.values_list("publisher", "publisher__name", "name"))


def publishers_by_name(names: Collection[str]) -> dict[str, NamesByKey]:
    """Return for each name the publishers it leads to: their numbers and names. However many names, it is one query."""
    return things_by_name(names, publisher_spellings()) if names else {}


def free_slug(name: str, taken: Collection[str]) -> str:
    """Return the slug for a publisher's name that is not among those taken."""
    stem = slugify(name_identity(name), allow_unicode=True)[: LONGEST_SLUG - 8].strip("-_") or "publisher"
    numbered = chain([stem], (f"{stem}-{number}" for number in count(2)))
    return next(slug for slug in numbered if slug not in taken and slug not in RESERVED and not slug.isdecimal())


def _ways_to_name(text: str) -> list[tuple[str, int | str]]:
    """Return the columns and values by which a text may name a publisher, the surest first."""
    number: list[tuple[str, int | str]] = (
        [("pk", int(text))] if text.isascii() and text.isdecimal() and len(text) < 19 else []
    )
    if not text or len(text) > LONGEST_PUBLISHER:
        return []
    spelled = dict.fromkeys((name_identity(text), name_identity(text.replace("-", " "))))
    return [*number, ("slug", text), *(("identity", one) for one in spelled)]


def _publisher_of(name: str) -> Publisher:
    """Return the publisher that this is a spelling of for sure, made where there is none."""
    identity = name_identity(name)
    known = Publisher.objects.select_related("merged_into").filter(identity=identity).first()
    if known:
        return known
    stem = free_slug(name, ())
    taken = set(Publisher.objects.filter(slug__startswith=stem).values_list("slug", flat=True))
    publisher = Publisher.objects.create(name=name, identity=identity, slug=free_slug(name, taken))
    propose_for(publisher)
    return publisher

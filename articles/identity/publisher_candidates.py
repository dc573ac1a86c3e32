"""Record linkage among publishers: those of nearly equal names are proposed to editors; none is joined by itself.

A Publisher is compared with the others once, when it is named first. They are found by blocking keys of their names
(articles/names/publishers.py), at the most `MOST`, so that the cost does not grow with the archive.
"""

from articles.models import Publisher, PublisherCandidate, PublisherKey
from articles.names.publishers import publisher_keys, publisher_variant

MOST = 50  # publishers of like names that a new one is compared with


def propose_for(publisher: Publisher) -> None:
    """Make a merge candidate of a new Publisher with each of nearly its name (3 queries, and 2 for each of these)."""
    keys = sorted(publisher_keys(publisher.name))
    PublisherKey.objects.bulk_create(PublisherKey(publisher=publisher, key=key) for key in keys)
    alike = PublisherKey.objects.filter(key__in=keys).exclude(publisher=publisher).values("publisher")
    for other in Publisher.objects.filter(pk__in=alike).select_related("merged_into").order_by("-pk")[:MOST]:
        variant = publisher_variant(publisher.name, other.name)
        if variant:
            first, second = sorted((publisher, other.shown), key=lambda one: one.pk)
            PublisherCandidate.objects.get_or_create(first=first, second=second, defaults={"kind": variant.value})

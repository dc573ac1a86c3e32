"""Every publisher of before becomes a spelling, and those that are one publisher's for sure become one.

The spelling of most articles gives the name. The rows of the others stay, merged into it, so that addresses with their
numbers lead on. Corrections stay as they are; no article changes but in which row it points to, one statement a
publisher that had several spellings. The search index is built anew anyway, since its version is another.
"""

from collections import defaultdict

from django.db import migrations
from django.db.models import Count

from articles.identity.publishers import free_slug
from articles.names.identity import name_identity

A_BATCH = 500


def join_spellings(apps, schema_editor):
    Publisher, Article = (apps.get_model("articles", name) for name in ("Publisher", "Article"))
    counted = Article.objects.order_by().values_list("publisher").annotate(times=Count("pk"))
    times = dict(counted.exclude(publisher=None))
    by_identity = defaultdict(list)
    for publisher in Publisher.objects.order_by("pk"):
        by_identity[name_identity(publisher.name)].append(publisher)
    taken, rows, aliases = set(), [], []
    Alias = apps.get_model("articles", "PublisherAlias")
    for identity, spellings in by_identity.items():
        kept, *others = sorted(spellings, key=lambda one: (one.name.isupper(), -times.get(one.pk, 0), one.pk))
        named(kept, identity, taken)
        for other in others:
            named(other, f"{identity}@{other.pk}", taken)
            other.merged_into = kept
        if others:
            Article.objects.filter(publisher__in=[one.pk for one in others]).update(publisher=kept)
        rows += spellings
        aliases += [Alias(publisher=kept, name=one.name) for one in spellings]
    Publisher.objects.bulk_update(rows, ["identity", "slug", "merged_into"], batch_size=A_BATCH)
    Alias.objects.bulk_create(aliases, batch_size=A_BATCH)


def named(publisher, identity, taken):
    """Give a publisher its identity and a slug of its own."""
    publisher.identity = identity
    publisher.slug = free_slug(publisher.name, taken)
    taken.add(publisher.slug)


class Migration(migrations.Migration):

    dependencies = [
        ('articles', '0008_publishers'),
    ]

    operations = [
        migrations.RunPython(join_spellings, migrations.RunPython.noop, elidable=True),
    ]

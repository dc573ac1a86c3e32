"""Every article that is there gets its first version, from its imported values and its paragraphs.

Its address and its language join the imported values, since editors may correct them as well from now on. Both are done
some hundred articles at a time, each in a transaction of its own, so that a run that ends on the way goes on where it
was. Going back leaves what was added: the tables go with the migration before, and extra values hurt nobody.
"""

import json
import zlib
from collections import defaultdict

from django.db import migrations, transaction
from django.db.models import Exists, Max, OuterRef

from articles.models.bulk_rows import update_rows

A_BATCH = 500
HEADINGS = ("title", "standfirst")


def add_first_versions(apps, schema_editor):
    Article, ArticleVersion = (apps.get_model("articles", name) for name in ("Article", "ArticleVersion"))
    without = Article.objects.exclude(Exists(ArticleVersion.objects.filter(article=OuterRef("pk"))))
    last = 0
    while batch := list(without.filter(pk__gt=last).order_by("pk")[:A_BATCH]):
        last = batch[-1].pk
        with transaction.atomic():
            add_values(Article, batch)
            add_versions(apps, batch)


def add_values(Article, batch):
    """Add what only columns had so far to the imported values."""
    for one in batch:
        one.imported = {"language": one.language, "url": one.url, **one.imported}
    update_rows(Article, ("imported",), ((one.imported, one.pk) for one in batch))


def add_versions(apps, batch):
    ArticleVersion = apps.get_model("articles", "ArticleVersion")
    texts, times = texts_of(apps, batch), times_of(apps, batch)
    ArticleVersion.objects.bulk_create(
        ArticleVersion(
            article=one,
            number=1,
            content_hash=one.content_hash,
            place=one.file_name,
            at=times.get(one.pk, one.imported_at),
            content=packed({"values": one.imported, "paragraphs": texts[one.pk]}),
        )
        for one in batch
    )


def texts_of(apps, batch):
    """Return the imported paragraphs of each article, in reading order."""
    paragraphs = apps.get_model("articles", "Paragraph").objects.exclude(kind__in=HEADINGS)
    rows = paragraphs.filter(article__in=batch).order_by("article_id", "position")
    texts = defaultdict(list)
    for article, *layers in rows.values_list("article_id", "imported_kind", "kind", "imported_text", "text"):
        imported_kind, kind, imported_text, text = layers
        texts[article].append([imported_kind or kind, imported_text or text])
    return texts


def times_of(apps, batch):
    """Return when each article was imported last, as the journal has it."""
    changes = apps.get_model("articles", "Change").objects.filter(article_id__in=[one.pk for one in batch])
    imports = changes.filter(kind__in=["imported", "updated"]).order_by().values_list("article_id")
    return dict(imports.annotate(last=Max("at")))


def packed(content):
    return zlib.compress(json.dumps(content, ensure_ascii=False, separators=(",", ":")).encode())


class Migration(migrations.Migration):

    atomic = False

    dependencies = [
        ('articles', '0022_corrections_of_everything'),
    ]

    operations = [
        migrations.RunPython(add_first_versions, migrations.RunPython.noop, elidable=True),
    ]

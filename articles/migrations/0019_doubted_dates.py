"""Why a date is doubted is kept beside it, and a doubted date has no instant.

Dates that lie more than a day ahead today can't be so, unless an editor gave them. The journal says which, so that the
index follows. Going back gives them their instants again. What earlier imports left unknown has no reason yet: importing
the same files again brings it.
"""

from datetime import timedelta

from django.db import migrations, models
from django.utils.timezone import now

from articles.sources.dates import read_date

A_BATCH = 500


def doubt_what_lies_ahead(apps, schema_editor):
    Article, Change, Correction = (apps.get_model("articles", name) for name in ("Article", "Change", "Correction"))
    of_editors = Correction.objects.filter(field="published").values("article")
    ahead = Article.objects.filter(published_from__gt=now() + timedelta(days=1)).exclude(pk__in=of_editors)
    while batch := list(ahead.order_by("pk")[:A_BATCH]):  # each batch is ahead no more once it is saved
        for one in batch:
            at = one.imported_at
            one.published_doubt = f"it lies ahead of the import, which was on {at.day} {at:%B} {at.year}"
            one.imported = {**one.imported, "published_doubt": one.published_doubt}
            one.published_from = None
            one.revision += 1
        Article.objects.bulk_update(batch, ["published_doubt", "imported", "published_from", "revision"])
        changes = [Change(article_id=one.pk, revision=one.revision, kind="updated", fields=["published"]) for one in batch]
        Change.objects.bulk_create(changes)


def believe_all(apps, schema_editor):
    for one in apps.get_model("articles", "Article").objects.exclude(published_doubt="").order_by("pk"):
        one.published_from = read_date(one.published).start if one.published else None
        one.published_doubt = ""
        one.save(update_fields=["published_from", "published_doubt"])


class Migration(migrations.Migration):

    dependencies = [
        ('articles', '0018_look_ups_by_index'),
    ]

    operations = [
        migrations.AlterModelOptions(
            name='article',
            options={'ordering': [models.OrderBy(models.F('published_from'), descending=True, nulls_last=True), '-pk']},
        ),
        migrations.RemoveConstraint(
            model_name='article',
            name='article_date_and_its_instant_together',
        ),
        migrations.AddField(
            model_name='article',
            name='published_doubt',
            field=models.CharField(blank=True, default='', max_length=300),
        ),
        migrations.AddConstraint(
            model_name='article',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('published', ''), ('published_from__isnull', True)), models.Q(models.Q(('published_doubt', ''), _negated=True), ('published_from__isnull', True)), models.Q(models.Q(('published', ''), _negated=True), ('published_doubt', ''), ('published_from__isnull', False)), _connector='OR'), name='article_date_and_its_instant_unless_doubted'),
        ),
        migrations.RunPython(doubt_what_lies_ahead, believe_all, elidable=True),
    ]

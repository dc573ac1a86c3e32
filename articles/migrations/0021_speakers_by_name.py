"""Organisations, documents and countries that are quoted are found by their names as people are: an index, and keys."""

from itertools import islice

from django.db import migrations, models

from articles.names.normalise import LONGEST_NAME
from articles.names.spellings import lookup_keys

BATCH = 500  # names of one statement
INSERT = 'INSERT INTO articles_spellingkey (name, "key") VALUES (%s, %s) ON CONFLICT DO NOTHING'


def fill_keys(apps, schema_editor):
    kinds = ("organisation", "document", "country")
    speakers = apps.get_model("articles", "Speaker").objects.filter(kind__in=kinds).order_by("name")
    names = iter(speakers.values_list("name", flat=True).distinct().iterator(BATCH))
    while batch := list(islice(names, BATCH)):
        keys = [(name, key) for name in batch if len(name) <= LONGEST_NAME for key in lookup_keys(name)]
        with schema_editor.connection.cursor() as cursor:
            cursor.executemany(INSERT, keys)


class Migration(migrations.Migration):

    dependencies = [
        ('articles', '0020_names_of_publishers'),
    ]

    operations = [
        migrations.AddIndex(
            model_name='speaker',
            index=models.Index(fields=['name', 'kind'], name='speaker_by_name'),
        ),
        migrations.RunPython(fill_keys, migrations.RunPython.noop, elidable=False),
    ]

"""The field's names for tables and columns: merge candidates, blocking keys, bottom-k sketches, whom was extracted.

No row changes. The columns of the large tables are renamed in place: Django would build those tables anew on SQLite,
which takes long and loses their triggers. The table of decisions is built anew, so its trigger is laid again.
"""

import django.db.models.deletion
from django.db import migrations, models

APPEND_ONLY = "decisions are append-only"
OLD_TRIGGER, NEW_TRIGGER = "articles_persondecision_append_only", "articles_mergedecision_append_only"
SQLITE_TRIGGER = """
    CREATE TRIGGER {name} BEFORE UPDATE ON {table}
    BEGIN SELECT RAISE(ABORT, '{message}'); END"""
EXTRACTED_AS = models.Q(extracted_as__isnull=False)


def extracted_as(noun):
    """Rename the column of one table, with the index that names it."""
    rename = "ALTER TABLE articles_{0} RENAME COLUMN {1}_id TO {2}_id"
    return [
        migrations.RemoveIndex(model_name=noun, name=f"{noun}_found_as_another"),
        migrations.SeparateDatabaseAndState(
            database_operations=[
                migrations.RunSQL(
                    rename.format(noun, "found_as", "extracted_as"),
                    rename.format(noun, "extracted_as", "found_as"),
                    elidable=False,
                )
            ],
            state_operations=[migrations.RenameField(noun, "found_as", "extracted_as")],
        ),
        migrations.AddIndex(
            model_name=noun,
            index=models.Index(condition=EXTRACTED_AS, fields=["extracted_as"], name=f"{noun}_extracted_as_another"),
        ),
    ]


def lay_trigger(apps, schema_editor):
    if schema_editor.connection.vendor == "sqlite":
        lay_on_sqlite(schema_editor, NEW_TRIGGER, "articles_mergedecision")
    else:
        rename_trigger(schema_editor, "articles_mergedecision", OLD_TRIGGER, NEW_TRIGGER)


def lay_old_trigger(apps, schema_editor):
    if schema_editor.connection.vendor == "sqlite":
        lay_on_sqlite(schema_editor, OLD_TRIGGER, "articles_persondecision")


def rename_trigger_back(apps, schema_editor):
    if schema_editor.connection.vendor != "sqlite":
        rename_trigger(schema_editor, "articles_mergedecision", NEW_TRIGGER, OLD_TRIGGER)


def lay_on_sqlite(schema_editor, name, table):
    for old in (OLD_TRIGGER, NEW_TRIGGER):
        schema_editor.execute(f"DROP TRIGGER IF EXISTS {old}", params=None)
    schema_editor.execute(SQLITE_TRIGGER.format(name=name, table=table, message=APPEND_ONLY), params=None)


def rename_trigger(schema_editor, table, old, new):
    schema_editor.execute(f"ALTER TRIGGER {old} ON {table} RENAME TO {new}", params=None)


class Migration(migrations.Migration):

    dependencies = [
        ('articles', '0006_alias_by_last_word'),
    ]

    operations = [
        migrations.RunPython(migrations.RunPython.noop, lay_old_trigger, elidable=False),
        *extracted_as('alias'),
        *extracted_as('mention'),
        *extracted_as('role'),
        *extracted_as('speaker'),
        *extracted_as('subject'),

        migrations.RemoveConstraint(model_name='namekey', name='name_key_once_a_person'),
        migrations.RenameModel('NameKey', 'BlockingKey'),
        migrations.AlterField(
            model_name='blockingkey',
            name='person',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='blocking_keys', to='articles.person'),
        ),
        migrations.AddConstraint(
            model_name='blockingkey',
            constraint=models.UniqueConstraint(fields=('person', 'key'), name='blocking_key_once_a_person'),
        ),

        migrations.RemoveIndex(model_name='copykey', name='copykey_by_key'),
        migrations.RenameModel('CopyKey', 'SketchHash'),
        migrations.RenameField('sketchhash', 'key', 'hash'),
        migrations.AlterField(
            model_name='sketchhash',
            name='article',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='sketch', to='articles.article'),
        ),
        migrations.AddIndex(
            model_name='sketchhash',
            index=models.Index(fields=['hash', 'article'], name='sketch_by_hash'),
        ),

        migrations.RemoveConstraint(model_name='copypair', name='copypair_once'),
        migrations.RemoveConstraint(model_name='copypair', name='copypair_in_order'),
        migrations.RenameModel('CopyPair', 'NearDuplicatePair'),
        migrations.AddConstraint(
            model_name='nearduplicatepair',
            constraint=models.UniqueConstraint(fields=('first', 'second'), name='near_duplicates_once'),
        ),
        migrations.AddConstraint(
            model_name='nearduplicatepair',
            constraint=models.CheckConstraint(condition=models.Q(('first__lt', models.F('second'))), name='near_duplicates_in_order'),
        ),

        migrations.RemoveIndex(model_name='personoffer', name='offer_by_state'),
        migrations.RemoveConstraint(model_name='personoffer', name='offer_once_a_pair'),
        migrations.RemoveConstraint(model_name='personoffer', name='offer_pair_in_order'),
        migrations.RemoveConstraint(model_name='personoffer', name='offer_state_is_known'),
        migrations.RenameModel('PersonOffer', 'MergeCandidate'),
        migrations.RenameField('mergecandidate', 'sign', 'corroboration'),
        migrations.RenameModel('PersonDecision', 'MergeDecision'),
        migrations.RenameField('mergedecision', 'offer', 'candidate'),
        migrations.AlterModelOptions(name='mergedecision', options={'ordering': ['candidate_id', 'pk']}),
        migrations.AddIndex(
            model_name='mergecandidate',
            index=models.Index(fields=['state', '-id'], name='merge_candidate_by_state'),
        ),
        migrations.AddConstraint(
            model_name='mergecandidate',
            constraint=models.UniqueConstraint(fields=('first', 'second'), name='merge_candidate_once_a_pair'),
        ),
        migrations.AddConstraint(
            model_name='mergecandidate',
            constraint=models.CheckConstraint(condition=models.Q(('first__lt', models.F('second'))), name='merge_candidate_in_order'),
        ),
        migrations.AddConstraint(
            model_name='mergecandidate',
            constraint=models.CheckConstraint(condition=models.Q(('state__in', ['open', 'same', 'different'])), name='merge_candidate_state_is_known'),
        ),
        migrations.RunPython(lay_trigger, rename_trigger_back, elidable=False),
    ]

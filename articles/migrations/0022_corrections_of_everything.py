"""Corrections of everything: of paragraphs, quotations, mentions and people; the versions of articles; conflicts.

Columns with a default are added by the database itself: it writes no row of the large tables anew. The table of
mentions is copied once on SQLite, for its new constraint. SQLite loses the triggers of tables that it copies, which are
laid again.
"""

from importlib import import_module

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

COLUMN_TYPES = {"BooleanField": "boolean NOT NULL DEFAULT false", "CharField": "varchar({0}) NOT NULL DEFAULT '{1}'", "TextField": "text NOT NULL DEFAULT '{1}'"}
GONE = "UPDATE articles_quotation SET standing = 'gone' WHERE NOT still_found"
STILL_FOUND = "UPDATE articles_quotation SET still_found = (standing = 'stands')"
COPIED = ("articles_correction", "articles_mention")  # the tables with triggers that SQLite copies


def column(table, name, field):
    """Add a column with a default of the database's own; Django would have SQLite copy the table for each."""
    column_type = COLUMN_TYPES[type(field).__name__].format(field.max_length, field.default)
    return migrations.SeparateDatabaseAndState(
        state_operations=[migrations.AddField(table, name, field)],
        database_operations=[
            migrations.RunSQL(
                f"ALTER TABLE articles_{table} ADD COLUMN {name} {column_type}",
                f"ALTER TABLE articles_{table} DROP COLUMN {name}",
            )
        ],
    )


class AtOnce(migrations.SeparateDatabaseAndState):
    """Several changes of one table: SQLite makes them by one copy of it, other databases one by one."""

    def __init__(self, table, operations):
        super().__init__(database_operations=operations, state_operations=operations)
        self.table, self.operations = table, operations

    def deconstruct(self):
        return self.__class__.__name__, [self.table, self.operations], {}

    def database_forwards(self, app_label, schema_editor, from_state, to_state):
        if schema_editor.connection.vendor != "sqlite":
            return super().database_forwards(app_label, schema_editor, from_state, to_state)
        drop_triggers(schema_editor)
        schema_editor._remake_table(to_state.apps.get_model(app_label, self.table))

    def database_backwards(self, app_label, schema_editor, from_state, to_state):
        if schema_editor.connection.vendor != "sqlite":
            return super().database_backwards(app_label, schema_editor, from_state, to_state)
        drop_triggers(schema_editor)
        schema_editor.execute("DELETE FROM articles_mention WHERE standing <> 'stands'", params=None)
        schema_editor._remake_table(to_state.apps.get_model(app_label, self.table))


def of_copied_tables(statement):
    return any(f" ON {table} " in statement or f"FROM {table} " in statement for table in COPIED)


def trigger_statements():
    first = import_module("articles.migrations.0002_triggers")
    return [one for one in first.sqlite_statements() if of_copied_tables(" ".join(one.split()))]


def drop_triggers(schema_editor):
    """Drop the triggers that name the tables copied; the name of each is the third word of its statement."""
    for statement in trigger_statements():
        schema_editor.execute(f"DROP TRIGGER IF EXISTS {statement.split()[2]}", params=None)


def lay_triggers_again(apps, schema_editor):
    if schema_editor.connection.vendor == "sqlite":
        drop_triggers(schema_editor)
        for statement in trigger_statements():
            schema_editor.execute(statement, params=None)


class Migration(migrations.Migration):

    dependencies = [
        ('articles', '0021_speakers_by_name'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.RunPython(migrations.RunPython.noop, lay_triggers_again, elidable=False),
        migrations.CreateModel(
            name='ArticleVersion',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('number', models.PositiveIntegerField()),
                ('content_hash', models.CharField(db_index=True, max_length=64)),
                ('place', models.CharField(blank=True, max_length=400)),
                ('at', models.DateTimeField()),
                ('content', models.BinaryField()),
            ],
            options={
                'ordering': ['article_id', 'number'],
            },
        ),
        migrations.CreateModel(
            name='SourceConflict',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('field', models.CharField(max_length=20)),
                ('paragraph', models.PositiveIntegerField(default=0)),
                ('ours', models.JSONField()),
                ('theirs', models.JSONField(null=True)),
                ('state', models.CharField(choices=[('open', 'open'), ('kept', 'the correction was kept'), ('taken', "the source's value was taken"), ('past', 'the source agrees again, or the correction was taken back')], default='open', max_length=5)),
                ('at', models.DateTimeField(auto_now_add=True)),
                ('decided_at', models.DateTimeField(blank=True, null=True)),
            ],
            options={
                'ordering': ['-at', '-pk'],
            },
        ),
        migrations.RemoveConstraint(
            model_name='correction',
            name='correction_of_a_quotation_names_it',
        ),
        migrations.AddField(
            model_name='correction',
            name='paragraph',
            field=models.PositiveIntegerField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name='correction',
            name='person',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='corrections', to='articles.person'),
        ),
        migrations.AddField(
            model_name='correction',
            name='releases',
            field=models.BooleanField(db_default=False, default=False),
        ),
        migrations.AddField(
            model_name='correction',
            name='reverts',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='reverted_by', to='articles.correction'),
        ),
        migrations.AddField(
            model_name='mention',
            name='found',
            field=models.JSONField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name='quotation',
            name='found_places',
            field=models.JSONField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name='quotation',
            name='last_places',
            field=models.JSONField(blank=True, null=True),
        ),
        migrations.AlterField(
            model_name='correction',
            name='article',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='corrections', to='articles.article'),
        ),
        migrations.AlterField(
            model_name='correction',
            name='field',
            field=models.CharField(choices=[('title', 'title'), ('standfirst', 'standfirst'), ('byline', 'byline'), ('published', 'date'), ('publisher', 'publisher'), ('section', 'section'), ('language', 'language'), ('url', 'address of the original'), ('text', 'text of a paragraph'), ('paragraph kind', 'kind of a paragraph'), ('quotation', 'quotation'), ('speaker', 'speaker'), ('about', 'list of subjects'), ('kind', 'kind of a quotation'), ('cue', 'cue'), ('span', 'words of a quotation'), ('quotation check', 'check of a quotation'), ('mention', 'mention'), ('named', 'person or country named'), ('mention check', 'check of a mention'), ('name', 'name'), ('role', 'role'), ('alias', 'spelling'), ('person', 'person'), ('hidden', 'hidden name')], max_length=20),
        ),
        migrations.AlterField(
            model_name='paragraph',
            name='kind',
            field=models.CharField(choices=[('title', 'title'), ('standfirst', 'standfirst'), ('body', 'body'), ('subhead', 'subhead'), ('caption', 'caption'), ('credit', 'credit'), ('image_description', 'image description'), ('note', 'note'), ('boilerplate', 'no article text')], max_length=20),
        ),
        migrations.AddField(
            model_name='correction',
            name='identity',
            field=models.JSONField(blank=True, default=dict),
        ),
        migrations.AddField(
            model_name='correction',
            name='mention',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='corrections', to='articles.mention'),
        ),
        migrations.AddIndex(
            model_name='correction',
            index=models.Index(fields=['-at'], name='correction_latest_first'),
        ),
        migrations.AddConstraint(
            model_name='correction',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('article__isnull', False), ('field__in', ('title', 'standfirst', 'byline', 'published', 'publisher', 'section', 'language', 'url')), ('mention__isnull', True), ('paragraph__isnull', True), ('person__isnull', True), ('quotation__isnull', True)), models.Q(('article__isnull', False), ('field__in', ('text', 'paragraph kind')), ('mention__isnull', True), ('paragraph__isnull', False), ('person__isnull', True), ('quotation__isnull', True)), models.Q(('article__isnull', False), ('field__in', ('quotation', 'speaker', 'about', 'kind', 'cue', 'span', 'quotation check')), ('mention__isnull', True), ('paragraph__isnull', True), ('person__isnull', True), ('quotation__isnull', False)), models.Q(('article__isnull', False), ('field__in', ('mention', 'named', 'mention check')), ('mention__isnull', False), ('paragraph__isnull', True), ('person__isnull', True), ('quotation__isnull', True)), models.Q(('article__isnull', True), ('field__in', ('name', 'role', 'alias', 'person', 'hidden')), ('mention__isnull', True), ('paragraph__isnull', True), ('person__isnull', False), ('quotation__isnull', True)), _connector='OR'), name='correction_names_what_it_is_of'),
        ),
        migrations.AddField(
            model_name='articleversion',
            name='article',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='versions', to='articles.article'),
        ),
        migrations.AddField(
            model_name='sourceconflict',
            name='article',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='conflicts', to='articles.article'),
        ),
        migrations.AddField(
            model_name='sourceconflict',
            name='decided_by',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='sourceconflict',
            name='version',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='conflicts', to='articles.articleversion'),
        ),
        migrations.AddConstraint(
            model_name='articleversion',
            constraint=models.UniqueConstraint(fields=('article', 'number'), name='article_version_number_once'),
        ),
        migrations.AddIndex(
            model_name='sourceconflict',
            index=models.Index(condition=models.Q(('state', 'open')), fields=['-at'], name='conflict_open_latest_first'),
        ),
        migrations.AddConstraint(
            model_name='sourceconflict',
            constraint=models.UniqueConstraint(condition=models.Q(('state', 'open')), fields=('article', 'field', 'paragraph'), name='conflict_open_once_a_value'),
        ),
        column('mention', 'added', models.BooleanField(db_default=False, default=False)),
        column('mention', 'checked', models.BooleanField(db_default=False, default=False)),
        column('mention', 'corrected', models.BooleanField(db_default=False, default=False)),
        column('mention', 'standing', models.CharField(choices=[('stands', 'stands in the text'), ('rejected', 'rejected by an editor'), ('gone', 'no longer found')], db_default='stands', default='stands', max_length=10)),
        column('paragraph', 'imported_kind', models.CharField(blank=True, db_default='', default='', max_length=20)),
        column('paragraph', 'imported_text', models.TextField(blank=True, db_default='', default='')),
        column('quotation', 'added', models.BooleanField(db_default=False, default=False)),
        column('quotation', 'checked', models.BooleanField(db_default=False, default=False)),
        column('quotation', 'cue_corrected', models.BooleanField(db_default=False, default=False)),
        column('quotation', 'found_cue', models.CharField(blank=True, db_default='', default='', max_length=200)),
        column('quotation', 'found_kind', models.CharField(blank=True, db_default='', default='', max_length=10)),
        column('quotation', 'kind_corrected', models.BooleanField(db_default=False, default=False)),
        column('quotation', 'span_corrected', models.BooleanField(db_default=False, default=False)),
        column('quotation', 'standing', models.CharField(choices=[('stands', 'stands in the text'), ('rejected', 'rejected by an editor'), ('gone', 'no longer found')], db_default='stands', default='stands', max_length=10)),
        migrations.RunSQL(GONE, STILL_FOUND),
        migrations.RemoveField(
            model_name='quotation',
            name='still_found',
        ),
        AtOnce('mention', [
            migrations.RemoveConstraint(
                model_name='mention',
                name='mention_names_a_person_or_a_country',
            ),
            migrations.AlterField(
                model_name='mention',
                name='paragraph',
                field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.CASCADE, related_name='mentions', to='articles.paragraph'),
            ),
            migrations.AddConstraint(
                model_name='mention',
                constraint=models.CheckConstraint(condition=models.Q(models.Q(('paragraph__isnull', False), ('standing', 'stands'), models.Q(models.Q(('country__isnull', True), ('person__isnull', False)), models.Q(('country__isnull', False), ('person__isnull', True)), _connector='OR')), models.Q(('country__isnull', True), ('person__isnull', True), models.Q(('standing', 'rejected'), models.Q(('paragraph__isnull', True), ('standing', 'gone')), _connector='OR')), _connector='OR'), name='mention_names_a_person_or_a_country_while_it_stands'),
            ),
        ]),
        migrations.RunPython(lay_triggers_again, lay_triggers_again, elidable=False),
    ]

"""Of whom and what a quotation speaks, and corrections of that.

Changing the table of corrections rebuilds it on SQLite, which loses its trigger: it is laid again.
"""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

APPEND_ONLY = """
    CREATE TRIGGER articles_correction_append_only BEFORE UPDATE ON articles_correction
    BEGIN SELECT RAISE(ABORT, 'corrections are append-only'); END"""


def lay_trigger_again(apps, schema_editor):
    if schema_editor.connection.vendor == "sqlite":
        schema_editor.execute("DROP TRIGGER IF EXISTS articles_correction_append_only", params=None)
        schema_editor.execute(APPEND_ONLY, params=None)


class Migration(migrations.Migration):

    dependencies = [
        ('articles', '0002_triggers'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='Subject',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('ordinal', models.PositiveSmallIntegerField()),
                ('way', models.CharField(choices=[('named', 'named in the words'), ('beside', 'named beside the words'), ('pronoun', 'meant by a pronoun'), ('home', "the speaker's own country"), ('editor', 'told by an editor')], max_length=10)),
                ('confidence', models.FloatField()),
                ('evidence', models.JSONField(default=list)),
            ],
            options={
                'ordering': ['quotation_id', 'ordinal'],
            },
        ),
        migrations.RemoveConstraint(
            model_name='correction',
            name='correction_of_a_speaker_names_the_quotation',
        ),
        migrations.AddField(
            model_name='quotation',
            name='about_corrected',
            field=models.BooleanField(default=False),
        ),
        migrations.AddField(
            model_name='quotation',
            name='found_about',
            field=models.JSONField(default=list),
        ),
        migrations.AlterField(
            model_name='correction',
            name='field',
            field=models.CharField(choices=[('title', 'title'), ('standfirst', 'standfirst'), ('byline', 'byline'), ('published', 'date'), ('publisher', 'publisher'), ('speaker', 'speaker'), ('about', 'list of subjects')], max_length=15),
        ),
        migrations.AddConstraint(
            model_name='correction',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('field__in', ['speaker', 'about']), ('quotation__isnull', False)), models.Q(models.Q(('field__in', ['speaker', 'about']), _negated=True), ('quotation__isnull', True)), _connector='OR'), name='correction_of_a_quotation_names_it'),
        ),
        migrations.AddField(
            model_name='subject',
            name='country',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='spoken_of', to='articles.country'),
        ),
        migrations.AddField(
            model_name='subject',
            name='person',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='spoken_of', to='articles.person'),
        ),
        migrations.AddField(
            model_name='subject',
            name='quotation',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='about', to='articles.quotation'),
        ),
        migrations.AddConstraint(
            model_name='subject',
            constraint=models.UniqueConstraint(fields=('quotation', 'ordinal'), name='subject_ordinal_once'),
        ),
        migrations.AddConstraint(
            model_name='subject',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('country__isnull', True), ('person__isnull', False)), models.Q(('country__isnull', False), ('person__isnull', True)), _connector='OR'), name='subject_is_a_person_or_a_country'),
        ),
        migrations.AddConstraint(
            model_name='subject',
            constraint=models.CheckConstraint(condition=models.Q(('confidence__gte', 0), ('confidence__lte', 1)), name='subject_confidence_is_a_share'),
        ),
        migrations.RunPython(lay_trigger_again, elidable=False),
    ]

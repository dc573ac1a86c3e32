"""Merge candidates among publishers, the keys that find them, and what editors decide, which nothing changes."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

APPEND_ONLY = "decisions are append-only"
STATEMENTS = {
    "sqlite": f"""
        CREATE TRIGGER articles_publisherdecision_append_only BEFORE UPDATE ON articles_publisherdecision
        BEGIN SELECT RAISE(ABORT, '{APPEND_ONLY}'); END""",
    "postgresql": """
        CREATE TRIGGER articles_publisherdecision_append_only BEFORE UPDATE ON articles_publisherdecision
        FOR EACH ROW EXECUTE FUNCTION articles_append_only()""",
}


def lay_trigger(apps, schema_editor):
    schema_editor.execute(STATEMENTS[schema_editor.connection.vendor], params=None)


class Migration(migrations.Migration):

    dependencies = [
        ('articles', '0015_sections_are_rows'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AlterField(
            model_name='change',
            name='kind',
            field=models.CharField(choices=[('imported', 'imported'), ('updated', 'imported again'), ('corrected', 'corrected'), ('extracted', 'extracted again'), ('merged', 'somebody it names, or its publisher, merged with another, or taken out again'), ('story', 'found to be a copy of another, or no longer'), ('removed', 'taken out of the archive')], max_length=10),
        ),
        migrations.CreateModel(
            name='PublisherCandidate',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kind', models.CharField(choices=[('spacing', 'the same letters, divided otherwise'), ('article', 'with or without “The”'), ('address', 'a web address and a name'), ('addition', 'with or without an addition'), ('slip', 'one letter that differs')], max_length=15)),
                ('state', models.CharField(choices=[('open', 'open'), ('same', 'one publisher'), ('different', 'two publishers')], default='open', max_length=10)),
                ('first', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='articles.publisher')),
                ('second', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='articles.publisher')),
            ],
            options={
                'ordering': ['-pk'],
            },
        ),
        migrations.CreateModel(
            name='PublisherDecision',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('reason', models.TextField(blank=True)),
                ('at', models.DateTimeField(auto_now_add=True)),
                ('state', models.CharField(choices=[('open', 'open'), ('same', 'one publisher'), ('different', 'two publishers')], max_length=10)),
                ('candidate', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='decisions', to='articles.publishercandidate')),
                ('editor', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('kept', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='articles.publisher')),
            ],
            options={
                'ordering': ['candidate_id', 'pk'],
            },
        ),
        migrations.CreateModel(
            name='PublisherKey',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('key', models.CharField(db_index=True, max_length=80)),
                ('publisher', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='keys', to='articles.publisher')),
            ],
        ),
        migrations.AddIndex(
            model_name='publishercandidate',
            index=models.Index(fields=['state', '-id'], name='publisher_candidate_by_state'),
        ),
        migrations.AddConstraint(
            model_name='publishercandidate',
            constraint=models.UniqueConstraint(fields=('first', 'second'), name='publisher_candidate_once_a_pair'),
        ),
        migrations.AddConstraint(
            model_name='publishercandidate',
            constraint=models.CheckConstraint(condition=models.Q(('first__lt', models.F('second'))), name='publisher_candidate_in_order'),
        ),
        migrations.AddConstraint(
            model_name='publishercandidate',
            constraint=models.CheckConstraint(condition=models.Q(('state__in', ['open', 'same', 'different'])), name='publisher_candidate_state_is_known'),
        ),
        migrations.AddConstraint(
            model_name='publisherdecision',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('kept__isnull', False), ('state', 'same')), models.Q(('state__in', ['open', 'different']), ('kept__isnull', True)), _connector='OR'), name='publisher_decision_says_who_stays'),
        ),
        migrations.AddConstraint(
            model_name='publisherkey',
            constraint=models.UniqueConstraint(fields=('publisher', 'key'), name='publisher_key_once'),
        ),
        migrations.RunPython(lay_trigger, migrations.RunPython.noop, elidable=False),
    ]

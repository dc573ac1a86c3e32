"""People put right: names taken away, roles and people withheld by editors, whom a name means in an article.

Columns with a default are added by the database itself, which writes no row of the large tables anew. The reach of the
merge candidates that are there is counted once.
"""

import django.db.models.deletion
from django.db import migrations, models


SMALLER = """UPDATE articles_mergecandidate SET reach = (
    SELECT CASE WHEN one.n < other.n THEN one.n ELSE other.n END FROM
    (SELECT COUNT(*) AS n FROM articles_mention WHERE person_id = articles_mergecandidate.first_id) AS one,
    (SELECT COUNT(*) AS n FROM articles_mention WHERE person_id = articles_mergecandidate.second_id) AS other
) WHERE state = 'open'"""


def column(table, name, column_type, field):
    """Add a column with a default of the database's own; Django would have SQLite copy the table."""
    return migrations.SeparateDatabaseAndState(
        state_operations=[migrations.AddField(table, name, field)],
        database_operations=[
            migrations.RunSQL(
                f"ALTER TABLE articles_{table} ADD COLUMN {name} {column_type}",
                f"ALTER TABLE articles_{table} DROP COLUMN {name}",
            )
        ],
    )


class Migration(migrations.Migration):

    dependencies = [
        ('articles', '0023_first_versions'),
    ]

    operations = [
        migrations.CreateModel(
            name='EditedRole',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('words', models.CharField(max_length=300)),
                ('since', models.CharField(blank=True, max_length=40)),
                ('removed', models.BooleanField(default=False)),
            ],
            options={
                'ordering': ['person_id', 'pk'],
            },
        ),
        migrations.CreateModel(
            name='PersonInArticle',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
            ],
            options={
                'ordering': ['article_id', 'pk'],
            },
        ),
        migrations.CreateModel(
            name='WithheldPerson',
            fields=[
                ('person', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, primary_key=True, related_name='withheld', serialize=False, to='articles.person')),
                ('kind', models.CharField(choices=[('nobody', 'not a person'), ('hidden', 'a name that is hidden')], max_length=10)),
            ],
            options={
                'verbose_name_plural': 'withheld people',
            },
        ),
        column('alias', 'removed', 'boolean NOT NULL DEFAULT false', models.BooleanField(db_default=False, default=False)),
        column('mergecandidate', 'reach', 'integer NOT NULL DEFAULT 0', models.PositiveIntegerField(db_default=0, default=0)),
        column('person', 'revision', 'integer NOT NULL DEFAULT 0', models.PositiveIntegerField(db_default=0, default=0, editable=False)),
        migrations.AlterField(
            model_name='mergecandidate',
            name='kind',
            field=models.CharField(choices=[('spelling', 'one name in two spellings'), ('short form', 'a short or other form of the given name'), ('left out', 'a middle name left out'), ('initial', 'an initial for a name'), ('generation', 'one with Jr., Sr. or a number: perhaps father and son'), ('slip', 'one letter that differs'), ('several', 'more than one difference'), ('editor', 'put together by an editor'), ('split', 'two people of one name, put apart by an editor')], max_length=15),
        ),
        migrations.AddIndex(
            model_name='mergecandidate',
            index=models.Index(fields=['state', '-reach', '-id'], name='merge_candidate_by_reach'),
        ),
        migrations.AddField(
            model_name='editedrole',
            name='extracted_as',
            field=models.ForeignKey(db_index=False, editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='articles.person'),
        ),
        migrations.AddField(
            model_name='editedrole',
            name='person',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='edited_roles', to='articles.person'),
        ),
        migrations.AddField(
            model_name='personinarticle',
            name='article',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='articles.article'),
        ),
        migrations.AddField(
            model_name='personinarticle',
            name='found',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='articles.person'),
        ),
        migrations.AddField(
            model_name='personinarticle',
            name='person',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='in_articles', to='articles.person'),
        ),
        migrations.AddConstraint(
            model_name='personinarticle',
            constraint=models.UniqueConstraint(fields=('article', 'found'), name='person_in_article_once'),
        ),
        migrations.RunSQL(SMALLER, migrations.RunSQL.noop),
    ]

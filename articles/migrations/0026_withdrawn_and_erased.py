"""Articles that are withdrawn or erased: what is kept of them, and by which hashes an import knows them."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


def withdrawn_column():
    """Add the column with a default of the database's own; Django would have SQLite copy the table."""
    return migrations.SeparateDatabaseAndState(
        state_operations=[
            migrations.AddField('article', 'withdrawn', models.BooleanField(db_default=False, default=False))
        ],
        database_operations=[
            migrations.RunSQL(
                'ALTER TABLE articles_article ADD COLUMN withdrawn boolean NOT NULL DEFAULT false',
                'ALTER TABLE articles_article DROP COLUMN withdrawn',
            )
        ],
    )


class Migration(migrations.Migration):

    dependencies = [
        ('articles', '0025_last_place_of_a_mention'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='BarredContent',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('article_number', models.BigIntegerField(db_index=True)),
                ('of', models.CharField(choices=[('id', 'id in its source'), ('content', 'content of a version'), ('text', 'words of a body paragraph')], max_length=10)),
                ('hash', models.CharField(max_length=32)),
            ],
        ),
        migrations.CreateModel(
            name='ErasedQuotation',
            fields=[
                ('number', models.BigIntegerField(primary_key=True, serialize=False)),
            ],
        ),
        migrations.CreateModel(
            name='Tombstone',
            fields=[
                ('article_number', models.BigIntegerField(primary_key=True, serialize=False)),
                ('kind', models.CharField(choices=[('legal', 'for legal reasons'), ('privacy', 'to protect somebody’s privacy'), ('error', 'because of an error')], max_length=10)),
                ('reason', models.TextField()),
                ('at', models.DateTimeField()),
                ('corrections', models.PositiveIntegerField()),
                ('change', models.BigIntegerField()),
            ],
            options={
                'ordering': ['-at', '-pk'],
            },
        ),
        migrations.CreateModel(
            name='Withdrawal',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kind', models.CharField(choices=[('legal', 'for legal reasons'), ('privacy', 'to protect somebody’s privacy'), ('error', 'because of an error')], max_length=10)),
                ('reason', models.TextField()),
                ('at', models.DateTimeField()),
                ('revision', models.PositiveIntegerField()),
                ('content', models.BinaryField(null=True)),
                ('people', models.JSONField(default=list)),
                ('restored_at', models.DateTimeField(null=True)),
                ('restored_because', models.TextField(blank=True)),
            ],
            options={
                'ordering': ['-pk'],
            },
        ),
        withdrawn_column(),
        migrations.AlterField(
            model_name='change',
            name='kind',
            field=models.CharField(choices=[('imported', 'imported'), ('updated', 'imported again'), ('corrected', 'corrected'), ('extracted', 'extracted again'), ('merged', 'somebody it names, or its publisher, merged with another, or taken out again'), ('story', 'found to be a copy of another, or no longer'), ('withdrawn', 'withdrawn'), ('restored', 'restored'), ('erased', 'erased for good'), ('removed', 'taken out of the archive')], max_length=10),
        ),
        migrations.AlterField(
            model_name='quotation',
            name='standing',
            field=models.CharField(choices=[('stands', 'stands in the text'), ('rejected', 'rejected by an editor'), ('gone', 'no longer found'), ('withdrawn', 'withdrawn with its article')], db_default='stands', default='stands', max_length=10),
        ),
        migrations.AddIndex(
            model_name='article',
            index=models.Index(fields=['withdrawn'], name='article_withdrawn'),
        ),
        migrations.AddIndex(
            model_name='barredcontent',
            index=models.Index(fields=['hash'], name='barred_content_by_hash'),
        ),
        migrations.AddField(
            model_name='tombstone',
            name='by',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='erasedquotation',
            name='tombstone',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='quotations', to='articles.tombstone'),
        ),
        migrations.AddField(
            model_name='withdrawal',
            name='article',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='withdrawals', to='articles.article'),
        ),
        migrations.AddField(
            model_name='withdrawal',
            name='by',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='withdrawal',
            name='restored_by',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddConstraint(
            model_name='withdrawal',
            constraint=models.UniqueConstraint(condition=models.Q(('restored_at', None)), fields=('article',), name='withdrawn_once_at_a_time'),
        ),
        migrations.AddConstraint(
            model_name='withdrawal',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('content__isnull', False), ('restored_at__isnull', True)), models.Q(('content__isnull', True), ('restored_at__isnull', False)), _connector='OR'), name='withdrawal_keeps_content_until_restored'),
        ),
    ]

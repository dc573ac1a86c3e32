"""Publishers get an identity, a slug, aliases, and whom they were merged into; what is there is joined by the next one.

The columns of articles may be NULL: SQLite then adds them in place, whatever the table's size.
"""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('articles', '0007_standard_names'),
    ]

    operations = [
        migrations.AddField(
            model_name='publisher',
            name='identity',
            field=models.CharField(max_length=400, null=True),
        ),
        migrations.AddField(
            model_name='publisher',
            name='slug',
            field=models.CharField(max_length=80, null=True),
        ),
        migrations.AddField(
            model_name='publisher',
            name='merged_into',
            field=models.ForeignKey(blank=True, editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='merged', to='articles.publisher'),
        ),
        migrations.CreateModel(
            name='PublisherAlias',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(max_length=300, unique=True)),
                ('named_as', models.ForeignKey(db_index=False, editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='articles.publisher')),
                ('publisher', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='aliases', to='articles.publisher')),
            ],
            options={
                'verbose_name_plural': 'publisher aliases',
                'ordering': ['name'],
                'indexes': [models.Index(condition=models.Q(('named_as__isnull', False)), fields=['named_as'], name='publisher_alias_named_as')],
            },
        ),
        migrations.AddField(
            model_name='article',
            name='named_as',
            field=models.ForeignKey(db_index=False, editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='articles.publisher'),
        ),
        migrations.AddIndex(
            model_name='article',
            index=models.Index(condition=models.Q(('named_as__isnull', False)), fields=['named_as'], name='article_named_as'),
        ),
    ]

"""Sections become rows, with every text that leads to one; the next migration makes them of the texts that are there.

What can be added to the table of articles in place is: its columns may be NULL, and a column of text takes another name.
"""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('articles', '0012_refold_names'),
    ]

    operations = [
        migrations.CreateModel(
            name='Section',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(max_length=200)),
                ('identity', models.CharField(max_length=400, unique=True)),
            ],
            options={
                'ordering': ['name'],
            },
        ),
        migrations.CreateModel(
            name='SectionAlias',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(max_length=200, unique=True)),
                ('section', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='aliases', to='articles.section')),
            ],
            options={
                'verbose_name_plural': 'section aliases',
                'ordering': ['name'],
            },
        ),
        migrations.RenameField(
            model_name='article',
            old_name='section',
            new_name='section_text',
        ),
        migrations.AddField(
            model_name='article',
            name='section',
            field=models.ForeignKey(blank=True, db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='articles', to='articles.section'),
        ),
        migrations.AlterField(
            model_name='correction',
            name='field',
            field=models.CharField(choices=[('title', 'title'), ('standfirst', 'standfirst'), ('byline', 'byline'), ('published', 'date'), ('publisher', 'publisher'), ('section', 'section'), ('speaker', 'speaker'), ('about', 'list of subjects')], max_length=15),
        ),
    ]

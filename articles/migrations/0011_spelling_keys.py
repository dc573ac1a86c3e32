"""The keys by which spellings are found (articles/names/spellings.py); the next migration fills them."""

from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('articles', '0010_publishers_are_known_by_identity'),
    ]

    operations = [
        migrations.CreateModel(
            name='SpellingKey',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('key', models.CharField(db_index=True, max_length=201)),
                ('name', models.CharField(max_length=200)),
            ],
        ),
        migrations.RemoveIndex(
            model_name='alias',
            name='alias_by_last_word',
        ),
        migrations.AddIndex(
            model_name='alias',
            index=models.Index(fields=['name'], name='alias_by_name'),
        ),
        migrations.AddConstraint(
            model_name='spellingkey',
            constraint=models.UniqueConstraint(fields=('name', 'key'), name='spelling_key_once'),
        ),
    ]

"""The column of texts goes: the texts are the imported values now. An index is made here, where its values are there."""

from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('articles', '0014_texts_of_sections'),
    ]

    operations = [
        migrations.RemoveField(
            model_name='article',
            name='section_text',
        ),
        migrations.AddIndex(
            model_name='article',
            index=models.Index(fields=['section', '-published_from'], name='article_of_section_by_date'),
        ),
    ]

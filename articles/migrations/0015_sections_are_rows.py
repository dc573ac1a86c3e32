"""The column of texts goes: the texts are the imported values now, and the spellings of sections."""

from django.db import migrations


class Migration(migrations.Migration):

    dependencies = [
        ('articles', '0014_texts_of_sections'),
    ]

    operations = [
        migrations.RemoveField(
            model_name='article',
            name='section_text',
        ),
    ]

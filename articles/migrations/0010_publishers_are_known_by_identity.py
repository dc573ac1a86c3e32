"""No two publishers have one identity or one slug."""

from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('articles', '0009_spellings_of_publishers'),
    ]

    operations = [
        migrations.AlterField(
            model_name='publisher',
            name='identity',
            field=models.CharField(max_length=400, unique=True),
        ),
        migrations.AlterField(
            model_name='publisher',
            name='slug',
            field=models.CharField(max_length=80, unique=True),
        ),
    ]

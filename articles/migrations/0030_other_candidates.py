"""Who else may have said a quotation: a column without a default, which no database writes rows anew for."""

from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('articles', '0029_standing_lines'),
    ]

    operations = [
        migrations.AddField(
            model_name='quotation',
            name='found_candidates',
            field=models.JSONField(blank=True, null=True),
        ),
    ]

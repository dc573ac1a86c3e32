"""By which spelling a publisher goes is an editor's to choose, and nothing changes what was chosen."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

APPEND_ONLY = "decisions are append-only"
STATEMENTS = {
    "sqlite": f"""
        CREATE TRIGGER articles_publishernaming_append_only BEFORE UPDATE ON articles_publishernaming
        BEGIN SELECT RAISE(ABORT, '{APPEND_ONLY}'); END""",
    "postgresql": """
        CREATE TRIGGER articles_publishernaming_append_only BEFORE UPDATE ON articles_publishernaming
        FOR EACH ROW EXECUTE FUNCTION articles_append_only()""",
}


def lay_trigger(apps, schema_editor):
    schema_editor.execute(STATEMENTS[schema_editor.connection.vendor], params=None)


class Migration(migrations.Migration):

    dependencies = [
        ('articles', '0019_doubted_dates'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AlterField(
            model_name='publisher',
            name='name',
            field=models.CharField(db_index=True, max_length=300),
        ),
        migrations.CreateModel(
            name='PublisherNaming',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('reason', models.TextField(blank=True)),
                ('at', models.DateTimeField(auto_now_add=True)),
                ('before', models.CharField(max_length=300)),
                ('after', models.CharField(max_length=300)),
                ('editor', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('publisher', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='namings', to='articles.publisher')),
            ],
            options={
                'ordering': ['publisher_id', 'pk'],
            },
        ),
        migrations.RunPython(lay_trigger, migrations.RunPython.noop, elidable=False),
    ]

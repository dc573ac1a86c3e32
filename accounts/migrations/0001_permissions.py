"""What people may be allowed to do."""

from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True
    dependencies = []
    operations = [
        migrations.CreateModel(
            name="Archive",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
            ],
            options={
                "permissions": [
                    ("keep_lists", "May keep lists"),
                    ("use_tokens", "May have tokens for the API"),
                    ("export_large", "May take large files along"),
                    ("correct", "May correct what was imported or found"),
                    ("withdraw", "May withdraw articles and restore them"),
                    ("erase", "May erase articles for good"),
                    ("hide_names", "May hide the name of a person"),
                    ("batch", "May change more than 500 things at once"),
                    ("manage_accounts", "May invite people, change their roles and close accounts"),
                ],
                "managed": False,
                "default_permissions": (),
            },
        ),
    ]

"""Tokens by which programs ask the API in the name of an account; that one was made or revoked is logged."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

WHAT = [
    ("invited", "invited"),
    ("link", "given a link to set a password"),
    ("role", "given the role"),
    ("closed", "closed"),
    ("reopened", "opened again"),
    ("token", "given the token"),
    ("revoked", "relieved of the token"),
]


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "0005_account_changes"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]
    operations = [
        migrations.AlterField("accountchange", "what", models.CharField(choices=WHAT, max_length=10)),
        migrations.CreateModel(
            name="ApiToken",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("name", models.CharField(max_length=60)),
                ("digest", models.CharField(max_length=64, unique=True)),
                ("beginning", models.CharField(max_length=12)),
                (
                    "scope",
                    models.CharField(choices=[("read", "read what everybody may read")], default="read", max_length=10),
                ),
                ("made_at", models.DateTimeField(auto_now_add=True)),
                ("used_at", models.DateTimeField(null=True)),
                ("revoked_at", models.DateTimeField(null=True)),
                (
                    "owner",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="api_tokens",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "ordering": ["-pk"],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("revoked_at", None)),
                        fields=("owner", "name"),
                        name="api_token_name_once_an_account",
                    )
                ],
            },
        ),
    ]

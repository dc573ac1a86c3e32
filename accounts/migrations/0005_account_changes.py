"""The log of accounts. What an entry says is never changed; whom it names may go, where an account is deleted."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

APPEND_ONLY = "changes of accounts are append-only"
LAY = {
    "sqlite": [
        f"""CREATE TRIGGER accounts_accountchange_append_only BEFORE UPDATE OF what, words, at ON accounts_accountchange
            BEGIN SELECT RAISE(ABORT, '{APPEND_ONLY}'); END"""
    ],
    "postgresql": [
        f"""CREATE FUNCTION accounts_append_only() RETURNS trigger LANGUAGE plpgsql AS $$
            BEGIN RAISE EXCEPTION '{APPEND_ONLY}' USING ERRCODE = 'check_violation'; END $$""",
        """CREATE TRIGGER accounts_accountchange_append_only BEFORE UPDATE OF what, words, at ON accounts_accountchange
            FOR EACH ROW EXECUTE FUNCTION accounts_append_only()""",
    ],
}
LIFT = {
    "sqlite": ["DROP TRIGGER accounts_accountchange_append_only"],
    "postgresql": ["DROP FUNCTION accounts_append_only CASCADE"],
}


def lay(apps, schema_editor):
    for statement in LAY[schema_editor.connection.vendor]:
        schema_editor.execute(statement, params=None)


def lift(apps, schema_editor):
    for statement in LIFT[schema_editor.connection.vendor]:
        schema_editor.execute(statement, params=None)


def somebody():
    return models.ForeignKey(
        null=True,
        on_delete=django.db.models.deletion.SET_NULL,
        related_name="+",
        to=settings.AUTH_USER_MODEL,
    )


WHAT = [
    ("invited", "invited"),
    ("link", "given a link to set a password"),
    ("role", "given the role"),
    ("closed", "closed"),
    ("reopened", "opened again"),
]


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "0004_jobs_by_state"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]
    operations = [
        migrations.CreateModel(
            name="AccountChange",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("what", models.CharField(choices=WHAT, max_length=10)),
                ("words", models.CharField(blank=True, max_length=200)),
                ("at", models.DateTimeField(auto_now_add=True)),
                ("by", somebody()),
                ("whom", somebody()),
            ],
            options={"ordering": ["-pk"]},
        ),
        migrations.RunPython(lay, lift),
    ]

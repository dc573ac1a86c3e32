"""Each account has a role: today's editors stay editors, and Django's superusers are administrators.

An editor was who was in the group "Editors", or was allowed by name to add corrections. What the groups may is laid
after every migration (`accounts.groups.lay_groups`).
"""

from django.db import migrations
from django.db.models import Q

FORMER = "Editors"
MAY_CORRECT = {"codename": "add_correction", "content_type__app_label": "articles"}
ROLES = ["reader", "researcher", "editor", "chief editor", "administrator"]


def take_over(apps, schema_editor):
    groups, users = apps.get_model("auth", "Group").objects, apps.get_model("auth", "User").objects
    role = {name: groups.get_or_create(name=name)[0] for name in ROLES}
    allowed = apps.get_model("auth", "Permission").objects.filter(**MAY_CORRECT)
    by_group_or_name = Q(groups__name=FORMER) | Q(user_permissions__in=allowed)
    role["editor"].user_set.add(*users.filter(by_group_or_name, is_superuser=False).distinct())
    role["administrator"].user_set.add(*users.filter(is_superuser=True))
    groups.filter(name=FORMER).delete()


def give_back(apps, schema_editor):
    groups, users = apps.get_model("auth", "Group").objects, apps.get_model("auth", "User").objects
    former, _ = groups.get_or_create(name=FORMER)
    former.permissions.set(apps.get_model("auth", "Permission").objects.filter(**MAY_CORRECT))
    former.user_set.add(*users.filter(groups__name__in=ROLES[2:]).distinct())
    groups.filter(name__in=ROLES).delete()


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "0001_permissions"),
        ("auth", "0012_alter_user_first_name_max_length"),
        ("contenttypes", "0002_remove_content_type_name"),
    ]
    operations = [migrations.RunPython(take_over, give_back)]

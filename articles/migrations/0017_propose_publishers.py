"""Publishers of nearly equal names become merge candidates, as they would if each were named now for the first time."""

from collections import defaultdict

from django.db import migrations

from articles.names.publishers import publisher_keys, publisher_variant

A_BATCH = 500
MOST = 50  # publishers of like names that one is compared with


def propose(apps, schema_editor):
    Publisher, Key, Candidate = (
        apps.get_model("articles", name) for name in ("Publisher", "PublisherKey", "PublisherCandidate")
    )
    by_key, keys, pairs = defaultdict(list), [], {}
    for publisher in Publisher.objects.filter(merged_into=None).order_by("pk"):
        own = publisher_keys(publisher.name)
        keys += [Key(publisher=publisher, key=key) for key in sorted(own)]
        for other in {one.pk: one for key in own for one in by_key[key][-MOST:]}.values():
            if variant := publisher_variant(publisher.name, other.name):
                pairs[other.pk, publisher.pk] = variant.value
        for key in own:
            by_key[key].append(publisher)
    Key.objects.bulk_create(keys, batch_size=A_BATCH)
    candidates = (Candidate(first_id=one, second_id=two, kind=kind) for (one, two), kind in pairs.items())
    Candidate.objects.bulk_create(candidates, batch_size=A_BATCH)


class Migration(migrations.Migration):

    dependencies = [
        ('articles', '0016_publishers_that_may_be_one'),
    ]

    operations = [
        migrations.RunPython(propose, migrations.RunPython.noop, elidable=True),
    ]

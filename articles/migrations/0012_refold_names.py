"""Every name in the one normal form: what is stored beside names is made anew, and the keys of spellings are filled.

Nobody becomes somebody else. Two people whose names have the same normal form since ("Łukasz Nowak", "Lukasz Nowak")
stay two and become a merge candidate, unless they were merged; the second one's identity goes on with the letters that
told them apart, so that either name leads to whom it led to before (Person.identities_of). Who is known to one article
by one name alone stays tied to it. Going back restores the forms of before; merge candidates stay, being an editor's
to decide. The forms are those of the program that migrates: a later change of them brings a migration of its own.
"""

from itertools import islice

from django.db import migrations, models
from django.db.models import Value
from django.db.models.functions import Cast, Concat

from articles.names.normalise import LONGEST_NAME, normalise, normalise_accents
from articles.names.spellings import lookup_keys

BATCH = 500  # rows of one statement
INSERT = 'INSERT INTO articles_spellingkey (name, "key") VALUES (%s, %s) ON CONFLICT DO NOTHING'


def refold(apps, schema_editor):
    store_folded(apps.get_model("articles", "Alias").objects, normalise)
    fill_keys(apps.get_model("articles", "Alias").objects, schema_editor.connection)
    alike = store_identities(apps.get_model("articles", "Person").objects, identity_since)
    offer(alike, apps.get_model("articles", "Person").objects, apps.get_model("articles", "MergeCandidate"))


def unfold(apps, schema_editor):
    store_identities(apps.get_model("articles", "Person").objects, identity_before)
    apps.get_model("articles", "SpellingKey").objects.all().delete()
    store_folded(apps.get_model("articles", "Alias").objects, normalise_accents)


def store_folded(aliases, form):
    """Write the normal form beside each spelling that has another one."""
    for batch in batches(aliases.order_by("pk").only("name", "folded").iterator(BATCH)):
        changed = [one for one in batch if one.folded != form(one.name)[:LONGEST_NAME]]
        for one in changed:
            one.folded = form(one.name)[:LONGEST_NAME]
        aliases.bulk_update(changed, ["folded"])


def fill_keys(aliases, connection):
    names = aliases.order_by("name").values_list("name", flat=True).distinct()
    for batch in batches(names.iterator(BATCH)):
        with connection.cursor() as cursor:
            cursor.executemany(INSERT, [(name, key) for name in batch for key in lookup_keys(name)])


def store_identities(people, form):
    """Give people the identity that a form gives them, if any; return pairs of keys: who has it, and who has it too."""
    changed = {}
    for one in people.order_by("pk").only("name", "identity", "merged_into").iterator(BATCH):
        identity = form(one)
        if identity not in (None, one.identity):
            changed[one] = identity
    for batch in batches(changed):  # aside, since identities are unique and may change places
        aside = Concat(Value("~"), Cast("pk", models.CharField()))
        people.filter(pk__in=[one.pk for one in batch]).update(identity=aside)
    alike = []
    for batch in batches(sorted(changed, key=lambda one: (one.merged_into_id is not None, one.pk))):
        taken = dict(people.filter(identity__in=[changed[one] for one in batch]).values_list("identity", "pk"))
        for one in batch:
            if changed[one] in taken:
                alike.append((taken[changed[one]], one.pk))
                one.identity = tied(one, f"{since(one)[:100]}~{before(one)[:100]}")
            else:
                one.identity = changed[one]
                taken[one.identity] = one.pk
        people.bulk_update(batch, ["identity"])
    return alike


def offer(alike, people, merge_candidate):
    """Make a merge candidate of each two who are alike, as pages show them, unless they are one or were one before."""
    merged_into = dict(people.filter(merged_into__isnull=False).values_list("pk", "merged_into"))
    pairs = (sorted({shown(key, merged_into) for key in pair}) for pair in alike)
    candidates = [merge_candidate(first_id=pair[0], second_id=pair[1], kind="spelling") for pair in pairs if pair[1:]]
    merge_candidate.objects.bulk_create(candidates, BATCH, ignore_conflicts=True)


def shown(key, merged_into):
    while key in merged_into:
        key = merged_into[key]
    return key


def identity_since(one):
    return tied(one, since(one)) if one.identity == tied(one, before(one)) else None


def identity_before(one):
    own = (since(one), f"{since(one)[:100]}~{before(one)[:100]}")
    return tied(one, before(one)) if one.identity in [tied(one, identity) for identity in own] else None


def since(one):
    return normalise(one.name.replace(".", ". "))[:LONGEST_NAME]


def before(one):
    return normalise_accents(one.name.replace(".", ". "))[:LONGEST_NAME]


def tied(one, identity):
    """Return an identity tied to the article that somebody's is tied to, if it is."""
    return identity + "".join(one.identity.rpartition("@")[1:]) if "@" in one.identity else identity


def batches(rows):
    rows = iter(rows)
    while batch := list(islice(rows, BATCH)):
        yield batch


class Migration(migrations.Migration):

    dependencies = [
        ('articles', '0011_spelling_keys'),
    ]

    operations = [
        migrations.RunPython(refold, unfold, elidable=False),
    ]

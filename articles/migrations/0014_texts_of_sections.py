"""Every text of a section leads to a section with a readable name, and becomes an imported value beneath it.

The readable name that most articles give is the section's. One statement changes the articles.
"""

from collections import defaultdict

from django.db import migrations
from django.db.models import Count

from articles.names.sections import section_identity, section_name

A_BATCH = 500
SECTION = "section_id = (SELECT section_id FROM articles_sectionalias WHERE name = section_text)"
KEPT = {
    "sqlite": f"""
        UPDATE articles_article SET {SECTION}, imported = json_set(imported, '$.section', section_text)
        WHERE section_text <> ''""",
    "postgresql": f"""
        UPDATE articles_article SET {SECTION}, imported = imported || jsonb_build_object('section', section_text)
        WHERE section_text <> ''""",
}
BACK = {
    "sqlite": "UPDATE articles_article SET section_text = coalesce(json_extract(imported, '$.section'), '')",
    "postgresql": "UPDATE articles_article SET section_text = coalesce(imported ->> 'section', '')",
}


def make_sections(apps, schema_editor):
    Article, Section, Alias = (apps.get_model("articles", name) for name in ("Article", "Section", "SectionAlias"))
    texts = Article.objects.exclude(section_text="").order_by().values_list("section_text").annotate(times=Count("pk"))
    names = defaultdict(lambda: defaultdict(int))
    texts = dict(texts)
    for text, times in texts.items():
        names[section_identity(text)][section_name(text)] += times
    sections = [Section(identity=one, name=max(named, key=named.get)) for one, named in sorted(names.items())]
    Section.objects.bulk_create(sections, batch_size=A_BATCH)
    keys = dict(Section.objects.values_list("identity", "pk"))
    aliases = (Alias(section_id=keys[section_identity(text)], name=text) for text in texts)
    Alias.objects.bulk_create(aliases, batch_size=A_BATCH)
    schema_editor.execute(KEPT[schema_editor.connection.vendor], params=None)


def keep_texts(apps, schema_editor):
    schema_editor.execute(BACK[schema_editor.connection.vendor], params=None)


class Migration(migrations.Migration):

    dependencies = [
        ('articles', '0013_sections'),
    ]

    operations = [
        migrations.RunPython(make_sections, keep_texts, elidable=True),
    ]

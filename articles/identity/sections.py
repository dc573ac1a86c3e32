"""The archive's sections by the texts that articles, editors and readers give; nothing else reads their spellings."""

from collections.abc import Collection

from articles.identity.lookup import NamesByKey
from articles.identity.spellings import Spelling, things_by_name
from articles.models import Article, Section, SectionAlias
from articles.names.sections import LONGEST_SECTION, section_identity, section_name


def set_section(article: Article, text: str) -> None:
    """Have an article stand in the section that a text names, made where there is none; in no known one for ""."""
    article.section = section_named(text) if text else None


def section_named(text: str) -> Section:
    """Return the section that a text names, made where there is none; a text that was there before is one query."""
    known = SectionAlias.objects.select_related("section").filter(name=text).first()
    if known:
        return known.section
    section, _ = Section.objects.get_or_create(identity=section_identity(text), defaults={"name": section_name(text)})
    section.aliases.create(name=text)
    return section


def shown_section(text: str) -> str:
    """Return the name that pages show for the section that a text names, known or not; "" for ""."""
    known = Section.objects.filter(identity=section_identity(text)).first() if text else None
    return known.name if known else section_name(text)


def sections_called(texts: Collection[str]) -> dict[str, Section]:
    """Return the sections for numbers or for texts that name them; the unknown are left out. One query."""
    numbers = {text: int(text) for text in texts if text.isascii() and text.isdecimal() and len(text) < 19}
    short = (text for text in texts if len(text) <= LONGEST_SECTION)
    identities = {text: section_identity(text.replace("\x00", " ")) for text in short}
    by_number = Section.objects.filter(pk__in=numbers.values())
    rows = list(by_number | Section.objects.filter(identity__in=identities.values()))
    by_key, by_identity = {row.pk: row for row in rows}, {row.identity: row for row in rows}
    found = ((text, by_key.get(numbers.get(text, 0)) or by_identity.get(identities.get(text, ""))) for text in texts)
    return {text: section for text, section in found if section}


def section_spellings() -> list[Spelling]:
    """Return all ways to write every section, by name (1 query)."""
    rows = SectionAlias.objects.order_by("section__name", "name").values_list("section", "section__name", "name")
    return [one for key, shown, name in rows for one in ((key, shown, shown), (key, shown, name))]


def sections_by_name(names: Collection[str]) -> dict[str, NamesByKey]:
    """Return for each name the sections it leads to: their numbers and names. However many names, it is one query."""
    return things_by_name(names, section_spellings()) if names else {}

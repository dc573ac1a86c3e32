"""The archive's sections by the texts that articles, editors and readers give; nothing else reads their spellings."""

from collections.abc import Collection, Iterable, Mapping

from django.db.models import Q, QuerySet

from articles.identity.lookup import NamesByKey
from articles.identity.spellings import Spelling, things_by_name
from articles.models import Article, Section, SectionAlias
from articles.models.bulk_rows import select_rows
from articles.names.sections import LONGEST_SECTION, section_identity, section_name


def set_section(article: Article, text: str) -> None:
    """Have an article stand in the section that a text names, made where there is none; in no known one for ""."""
    known = select_rows(SectionAlias, ("section_id",), "name", [text]) if text else ()
    article.section_id = known[0][0] if known else section_named(text).pk if text else None


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
    rows = {row.pk: row for row in sections_among(texts)}
    meant = meant_sections(texts, ((row.pk, row.identity) for row in rows.values()))
    return {text: rows[key] for text, key in meant.items()}


def sections_among(texts: Collection[str]) -> QuerySet[Section]:
    """Return the rows of the sections that any of these texts may mean, as a number or as a name."""
    identities = (section_identity(text) for text in texts if len(text) <= LONGEST_SECTION)
    return Section.objects.filter(Q(pk__in=[*filter(None, map(_number, texts))]) | Q(identity__in=[*identities]))


def meant_sections(texts: Collection[str], sections: Iterable[tuple[int, str]]) -> dict[str, int]:
    """Return which of some sections, by number and identity, each text means; the unknown are left out."""
    by_identity = {identity: key for key, identity in sections}
    keys = set(by_identity.values())
    meant = ((text, _number(text) if _number(text) in keys else _named(text, by_identity)) for text in texts)
    return {text: key for text, key in meant if key}


def _number(text: str) -> int | None:
    return int(text) if text.isascii() and text.isdecimal() and len(text) < 19 else None


def _named(text: str, by_identity: Mapping[str, int]) -> int | None:
    return by_identity.get(section_identity(text)) if len(text) <= LONGEST_SECTION else None


def section_spellings() -> list[Spelling]:
    """Return all ways to write every section, by name (1 query)."""
    rows = SectionAlias.objects.order_by("section__name", "name").values_list("section", "section__name", "name")
    return with_shown_names(rows)


def with_shown_names(spellings: Iterable[Spelling]) -> list[Spelling]:
    """Return spellings of sections with, before each, the name that is shown: no article needs to have that."""
    return [one for key, shown, name in spellings for one in ((key, shown, shown), (key, shown, name))]


def sections_by_name(names: Collection[str]) -> dict[str, NamesByKey]:
    """Return for each name the sections it leads to: their numbers and names. However many names, it is one query."""
    return things_by_name(names, section_spellings()) if names else {}

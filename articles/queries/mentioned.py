"""Whom and what paragraphs name, and quotations speak of, for many of them at once."""

from collections import defaultdict
from collections.abc import Collection, Iterable
from typing import Any, Literal, NamedTuple

from articles.models import Mention, Subject


class EntityRef(NamedTuple):
    """A person by id, or a country by its code."""

    kind: Literal["person", "country"]
    key: int | str
    name: str


def mentioned_in(paragraphs: Collection[int]) -> dict[int, list[EntityRef]]:
    """Return whom each of these paragraphs names, each once, in the order of the text (1 query)."""
    mentions = Mention.objects.filter(paragraph__in=paragraphs, standing=Mention.Standing.STANDS)
    mentions = mentions.order_by("paragraph", "start")
    return _each_once(mentions.values_list("paragraph", "person", "person__name", "country", "country__name"))


def subjects_of(quotations: Collection[int]) -> dict[int, list[EntityRef]]:
    """Return of whom and what each of these quotations speaks, each once, in their order (1 query, or none)."""
    if not quotations:
        return defaultdict(list)
    subjects = Subject.objects.filter(quotation__in=quotations).order_by("quotation", "ordinal")
    return _each_once(subjects.values_list("quotation", "person", "person__name", "country", "country__name"))


def _each_once(rows: Iterable[tuple[Any, ...]]) -> dict[int, list[EntityRef]]:
    gathered: dict[int, list[EntityRef]] = defaultdict(list)
    for owner, person, person_name, country, country_name in rows:
        who = EntityRef("person", person, person_name) if person else EntityRef("country", country, country_name)
        if who not in gathered[owner]:
            gathered[owner].append(who)
    return gathered

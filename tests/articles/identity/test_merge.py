"""Two Persons merged and separated: what was found under each name follows, whatever happened in between."""

from typing import Any

import pytest

from articles.editing.quotation_parts import SUBJECTS
from articles.findings.reextraction import reextract
from articles.identity.merge import merge, separate
from articles.importing.importer import import_article
from articles.models import Alias, Article, Mention, Person, Quotation, Role, Speaker, Subject

pytestmark = pytest.mark.django_db

VALE = "{name}, the mayor of Lisbon, opened a pier. “It floats,” {name} told reporters."


@pytest.fixture
def named(source):
    """Import an article that names these people, each as the mayor; return it."""

    def build(*names: str, n: int = 1) -> Article:
        texts = [VALE.format(name=name) for name in names]
        return import_article(source(texts, source_id=f"test:{n}", title=f"Pier {n}")).article

    return build


def person(name: str) -> Person:
    return Person.objects.get(name=name)


def shown(article: Article) -> dict[str, set[str]]:
    """Who is shown in an article: as named, as a speaker, with a role."""
    return {
        "named": set(
            Mention.objects.filter(paragraph__article=article, person__isnull=False).values_list(
                "person__name", flat=True
            )
        ),
        "quoted": set(Speaker.objects.filter(quotation__article=article).values_list("person__name", flat=True)),
        "roles": set(Role.objects.filter(article=article).values_list("person__name", flat=True)),
    }


def everywhere(name: str) -> dict[str, set[str]]:
    return {key: {name} for key in ("named", "quoted", "roles")}


def rows() -> set[tuple[Any, ...]]:
    """All that points to people."""
    people = (table.objects.values_list("person", "extracted_as") for table in (Mention, Speaker, Subject, Role))
    aliases = Alias.objects.values_list("person", "extracted_as", "name")
    return {("alias", *row) for row in aliases} | {(n, *row) for n, table in enumerate(people) for row in table}


def test_what_was_found_under_one_name_is_shown_as_the_other_and_back(named):
    one, other = named("Adela Vale", n=1), named("Bruno Dias", n=2)
    before = rows()
    assert merge(person("Adela Vale"), person("Bruno Dias")) == [other.pk]
    assert shown(one) == shown(other) == everywhere("Adela Vale")
    assert person("Adela Vale").aliases.filter(name="Bruno Dias").exists()
    assert person("Bruno Dias").shown == person("Adela Vale")
    assert separate(person("Bruno Dias")) == [other.pk]
    assert shown(other) == everywhere("Bruno Dias")
    assert rows() == before


def test_what_is_found_later_follows_the_merge_and_its_end(named):
    named("Adela Vale", n=1)
    other = named("Bruno Dias", n=2)
    merge(person("Adela Vale"), person("Bruno Dias"))
    later = named("Bruno Dias", n=3)
    reextract(other.pk)
    assert shown(later) == shown(other) == everywhere("Adela Vale")
    assert separate(person("Bruno Dias")) == [other.pk, later.pk]
    assert shown(later) == shown(other) == everywhere("Bruno Dias")


def test_extracting_again_after_a_merge_changes_nothing(named):
    named("Adela Vale", n=1)
    other = named("Bruno Dias", n=2)
    merge(person("Adela Vale"), person("Bruno Dias"))
    before = rows()
    assert not reextract(other.pk)
    assert rows() == before


def test_both_in_one_article_and_back(named):
    both = named("Adela Vale", "Bruno Dias")
    before = rows()
    merge(person("Adela Vale"), person("Bruno Dias"))
    reextract(both.pk)
    assert shown(both)["named"] == {"Adela Vale"}
    separate(person("Bruno Dias"))
    assert rows() == before


@pytest.fixture
def quoted(source) -> Quotation:
    """A quotation that speaks of two people."""
    text = "“Bruno Dias and Clara Nunes will build it,” Adela Vale, the mayor of Lisbon, told reporters."
    return import_article(source([text])).article.quotations.get()


def test_a_quotation_about_both_is_about_who_stays_once_and_about_both_again(quoted):
    before, subjects = rows(), SUBJECTS.value(quoted)
    assert [one["name"] for one in subjects] == ["Bruno Dias", "Clara Nunes"]
    merge(person("Bruno Dias"), person("Clara Nunes"))
    reextract(quoted.article_id)
    quoted.refresh_from_db()
    assert [str(subject) for subject in quoted.subjects] == ["Bruno Dias"]
    assert SUBJECTS.value(quoted) == subjects[:1]
    separate(person("Clara Nunes"))
    assert SUBJECTS.value(quoted) == subjects
    assert rows() == before


@pytest.mark.parametrize("first_back", ["Bruno Dias", "Clara Nunes"])
def test_merges_of_merges_are_taken_back_in_any_order(named, first_back):
    articles = [named(name, n=n) for n, name in enumerate(("Adela Vale", "Bruno Dias", "Clara Nunes"))]
    before = rows()
    merge(person("Bruno Dias"), person("Clara Nunes"))
    merge(person("Adela Vale"), person("Bruno Dias"))
    assert all(shown(article) == everywhere("Adela Vale") for article in articles)
    for article in articles:
        reextract(article.pk)
    assert all(shown(article) == everywhere("Adela Vale") for article in articles)
    separate(person(first_back))
    left = {"Bruno Dias": "Bruno Dias", "Clara Nunes": "Adela Vale"}[first_back]
    assert shown(articles[1]) == everywhere(left)
    separate(person({"Bruno Dias": "Clara Nunes", "Clara Nunes": "Bruno Dias"}[first_back]))
    assert [shown(article) for article in articles] == list(
        map(everywhere, ("Adela Vale", "Bruno Dias", "Clara Nunes"))
    )
    assert rows() == before


def test_nobody_is_merged_twice_or_into_the_merged(named):
    named("Adela Vale", "Bruno Dias", "Clara Nunes")
    a, b, c = map(person, ("Adela Vale", "Bruno Dias", "Clara Nunes"))
    merge(a, b)
    for kept, merged in ((c, b), (b, c), (c, c)):
        with pytest.raises(ValueError, match="already"):
            merge(kept, merged)
    with pytest.raises(ValueError, match="two people already"):
        separate(c)

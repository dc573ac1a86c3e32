"""Two people of one name are told apart for good, and taken together again whatever came in between."""

import pytest

from articles.editing.identity_decisions import MergeVerdict, decide
from articles.editing.splitting import Splitting, split_person
from articles.findings.reextraction import reextract
from articles.importing.importer import import_article
from articles.models import Article, Change, Mention, MergeCandidate, Person, Speaker

pytestmark = pytest.mark.django_db

NAME = "Amara Okafor"


@pytest.fixture
def articles(source) -> list[Article]:
    """Three articles that name and quote an Amara Okafor."""
    return [
        import_article(
            source([f"“It floats {n} times,” said pilot {NAME}."], source_id=f"test:{n}", title=f"Pier {n}")
        ).article
        for n in range(3)
    ]


@pytest.fixture
def person(articles) -> Person:
    return Person.objects.get(name=NAME)


@pytest.fixture
def cut(person, editor):
    """Split the person: the articles, the name and who that is."""

    def build(articles, name=NAME, who="new"):
        return split_person(
            person.pk, Splitting([one.pk for one in articles], name, who, "another desk", editor)
        ).candidate

    return build


def named(article: Article) -> set[int]:
    tables = (Mention.objects.filter(paragraph__article=article), Speaker.objects.filter(quotation__article=article))
    return {key for rows in tables for key in rows.filter(person__isnull=False).values_list("person", flat=True)}


def test_some_articles_mean_the_other_one_whatever_comes_again(articles, person, cut, source):
    pair = cut(articles[:1])
    other = pair.second
    assert (pair.first, other.name, pair.state) == (person, NAME, "different")
    reextract(articles[0].pk)
    import_article(source([f"“It sinks,” said pilot {NAME}."], source_id="test:0", title="Pier 0, corrected"))
    import_article(source([f"“It rolls,” said pilot {NAME}."], source_id="test:9", title="Pier 9"))
    assert [named(one) for one in articles] == [{other.pk}, {person.pk}, {person.pk}]
    assert named(Article.objects.latest("pk")) == {person.pk}
    assert not MergeCandidate.objects.filter(state="open").exists()
    assert Change.objects.filter(kind="merged").count() == 1


def test_they_are_one_again(articles, person, cut, editor):
    pair = cut(articles[:2])
    decide(pair.pk, MergeVerdict("same", editor, "different", person.pk))
    reextract(articles[0].pk)
    assert [named(one) for one in articles] == [{person.pk}] * 3
    decide(pair.pk, MergeVerdict("different", editor, "same"))
    assert [named(one) for one in articles] == [{pair.second_id}] * 2 + [{person.pk}]


def test_the_other_one_may_be_somebody_whom_the_archive_has(articles, person, cut, editor):
    there = Person.objects.create(name="Mama Ferry", identity="mama ferry")
    pair = cut(articles[:1], who=there.pk)
    reextract(articles[0].pk)
    assert [named(one) for one in articles] == [{there.pk}, {person.pk}, {person.pk}]
    decide(pair.pk, MergeVerdict("same", editor, "different", person.pk))
    assert [named(one) for one in articles] == [{person.pk}] * 3
    assert there.merged.count() == 0


def test_who_was_split_is_split_again(articles, person, cut, editor):
    second = cut(articles[:2]).second
    third = split_person(second.pk, Splitting([articles[0].pk], "A. Okafor", "new", "and another", editor)).candidate
    reextract(articles[0].pk)
    assert [named(one) for one in articles] == [{third.second_id}, {second.pk}, {person.pk}]


@pytest.mark.parametrize(
    ("chosen", "who", "sentence"),
    [
        ([], "new", "choose some of the articles"),
        ([0, 1, 2], "new", "choose some of the articles"),
        ([0], "self", "whom you want to tell from another"),
        ([0], 999_999, "choose two people of the archive"),
    ],
)
def test_what_is_senseless_is_refused(articles, person, cut, chosen, who, sentence):
    with pytest.raises(ValueError, match=sentence):
        cut([articles[n] for n in chosen], who=person.pk if who == "self" else who)


def test_who_comes_second_is_told(articles, cut):
    cut(articles[:1])
    with pytest.raises(ValueError, match="do not name Amara Okafor any more"):
        cut(articles[:2])

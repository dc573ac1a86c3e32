"""The whole way on the project's own first articles: what a reader of them would expect to find on their pages."""

import pytest
from django.core.management import call_command

from articles.models import Article, Mention, Speaker

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module")
def imported(rows_of_a_module, seeds):
    """Import the seeds, once for all tests here."""
    call_command("import_articles", str(seeds))


@pytest.fixture
def found(db, imported):
    """The articles of the seeds, the one with a title and the one without."""
    return {"titled": Article.objects.exclude(title="").get(), "untitled": Article.objects.get(title="")}


PEOPLE = {
    "titled": "Antony Blinken, Jake Sullivan, Joe Biden, Katrina Yu, Mike Pompeo, Samir Puri, Vladimir Putin, "
    "Xi Jinping, Yang Jiechi, Zhao Lijian",
    "untitled": "Joe Biden, John Kirby, Lloyd Austin, Vladimir Putin, Wei Fenge, Wendy Sherman, Xi Jinping, Xu Qiliang",
}
COUNTRIES = {"titled": "CN IT RU TW UA US", "untitled": "BE CN RU SB TW UA US"}


@pytest.mark.parametrize("which", ["titled", "untitled"])
def test_the_people_and_countries_and_none_besides(found, which):
    mentions = Mention.objects.filter(paragraph__article=found[which])
    people = mentions.filter(person__isnull=False).values_list("person__name", flat=True)
    countries = mentions.filter(country__isnull=False).values_list("country", flat=True)
    assert ", ".join(sorted(set(people))) == PEOPLE[which]
    assert " ".join(sorted(set(countries))) == COUNTRIES[which]


@pytest.mark.parametrize(
    ("which", "words", "speakers"),
    [
        ("untitled", "follow-up", ["John Kirby"]),
        ("untitled", "costs", ["Joe Biden"]),
        ("untitled", "has no limits", ["Xi Jinping", "Vladimir Putin"]),
        ("untitled", "not want to see", ["China"]),
        ("titled", "responsibility to use influence with Putin", ["United States"]),
        ("titled", "costs", ["Antony Blinken"]),
        ("titled", "really important moment", ["Samir Puri"]),
        ("titled", "free and sovereign", ["Mike Pompeo"]),
        ("titled", "strategic ambiguity", []),
    ],
)
def test_who_is_quoted(found, which, words, speakers):
    quotation = found[which].quotations.get(text=words)
    assert [speaker.name for speaker in quotation.speakers.all()] == speakers
    assert all(speaker.kind in (Speaker.Kind.PERSON, Speaker.Kind.COUNTRY) for speaker in quotation.speakers.all())


def test_what_the_articles_do_not_tell_is_missing(found):
    assert found["untitled"].missing == ["title", "date", "publisher", "byline"]
    assert found["titled"].missing == ["date", "byline"]
    assert found["titled"].publisher.name == "Al Jazeera"

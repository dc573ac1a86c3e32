"""An article that was erased is nowhere: not in a table, not in a file of the database or the index, not compressed.

All that keeps copies of what articles say is named here. A table or a file that begins to keep them fails the first of
these tests until it is named, and the others until erasing takes care of it.
"""

from pathlib import Path

import pytest
from django.conf import settings
from django.contrib.sessions.backends.db import SessionStore
from django.contrib.sessions.models import Session
from django.db import connection

from accounts.draft import UNSAVED
from accounts.jobs.asking import ask
from accounts.models import Job
from articles.editing.corrections import Edit, correct_value
from articles.identity.following_job import follow_decision
from articles.importing.importer import import_article
from articles.importing.recognition import StaysOutError
from articles.models import Article, Mention, Person, Quotation, Tombstone, WithdrawalKind
from articles.sources import SourceArticle, SourceParagraph
from articles.withdrawal.erase import erase
from articles.withdrawal.withdraw import Ground, restore, withdraw
from search.engines import get_engine
from search.indexing.sync import sync
from search.indexing.verify import verify
from tests.security.traces import in_files, in_tables

pytestmark = pytest.mark.django_db(transaction=True)
GROUND = Ground(WithdrawalKind.PRIVACY, "Somebody asked us to.")
OTHERS = "The old mill in Porto opened again, said Joana Prata."
SINGS = "“I sing on Sundays,” said Quorvina Blixthall, the mayor."
TEXTS = {
    "first": "“The glimmerfrax must close,” Quorvina Blixthall, the mayor, told reporters on Monday.",
    "second": "“The zwillenborn must close,” Quorvina Blixthall, the mayor, told reporters on Tuesday.",
    "third": "Nobody at the trundlewick office would say how much it had cost. The hall has stood empty since the roof "
    "came down in the storms of last winter, and the people who live beside it have asked for a fence twice. A builder "
    "who looked at the walls in spring thought that two of them could be saved, if work began before the first frost.",
}
WORDS = {
    "glimmerfrax": "an earlier version",
    "zwillenborn": "the text",
    "blixthall": "a person whom nothing else names",
    "trundlewick": "a paragraph without a quotation",
    "plinthorpe": "a title that was imported",
    "snorbeck": "a title that an editor gave",
    "wherefrond": "the reason of a correction",
    "hobbledean": "a byline",
    "fripplewood": "the address of the original",
    "mumblecroft": "what an editor typed and did not save",
}
KEEP_COPIES = {
    "articles_alias",
    "articles_article",
    "articles_articleversion",
    "articles_correction",
    "articles_mention",
    "articles_paragraph",
    "articles_person",
    "articles_quotation",
    "articles_sourceconflict",
    "articles_speaker",
    "articles_spellingkey",
    "articles_withdrawal",
    "django_session",
}


def source(text: str, title: str) -> SourceArticle:
    paragraphs = tuple(SourceParagraph(TEXTS[one]) for one in (text, "third"))
    address = "https://example.org/fripplewood"
    return SourceArticle("a place", "a.txt", paragraphs, "x:1", address, title, byline="Hob Hobbledean")


@pytest.fixture
def number(django_user_model, client) -> int:
    """The number of an article with words of its own in all places, beside another article."""
    import_article(SourceArticle("a place", "b.txt", (SourceParagraph(OTHERS),), "x:2", title="Mill"))
    sync()
    article = import_article(source("first", "Plinthorpe waits")).article
    editor = django_user_model.objects.create_user("edith")
    correct_value(article.pk, "title", Edit("Snorbeck waits", "It is a wherefrond.", editor, article.revision))
    sync()
    import_article(source("second", "Plinthorpe waits on"))
    sync()
    client.force_login(editor)
    session = client.session
    session[UNSAVED] = [f"/articles/{article.pk}/correct/title/", {"value": ["Mumblecroft waits"]}]
    session.save()
    return article.pk


def folders() -> list[Path]:
    """Where the archive keeps files: PostgreSQL's own are its operator's."""
    index, database = Path(settings.SEARCH_INDEX_DIR), connection.settings_dict["NAME"]
    return [index] if connection.vendor == "postgresql" else [index, Path(database).parent]


def test_what_keeps_copies_is_named(number):
    shown = in_tables(WORDS)
    withdraw(number, GROUND)
    assert {table for table, _ in shown | in_tables(WORDS)} == KEEP_COPIES
    assert {word for _, word in shown} == set(WORDS)
    kinds = {"zwillenborn", "trundlewick", "snorbeck", "blixthall"}
    assert {word for _, word in in_files([Path(settings.SEARCH_INDEX_DIR)], WORDS)} >= kinds


@pytest.mark.parametrize("withdrawn", [False, True], ids=["shown", "withdrawn"])
def test_an_erased_article_is_nowhere(number, withdrawn):
    quotations = set(Quotation.objects.filter(article=number).values_list("pk", flat=True))
    if withdrawn:
        withdraw(number, GROUND)
        restore(number, "Not yet.")
        withdraw(number, GROUND)
        sync()
    erase(number, GROUND)
    assert in_tables(WORDS) == set()
    assert sync().did == "followed"
    assert in_files(folders(), WORDS) == set()
    assert get_engine().completions("zwillen", 5) == ()
    assert verify().agrees
    assert list(Person.objects.values_list("name", flat=True)) == ["Joana Prata"]
    tombstone = Tombstone.objects.get()
    assert (tombstone.pk, tombstone.corrections) == (number, 1)
    assert set(tombstone.quotations.values_list("pk", flat=True)) == quotations


def test_it_never_comes_back_and_its_numbers_are_not_given_again(number, client):
    quotations = set(Quotation.objects.filter(article=number).values_list("pk", flat=True))
    erase(number, GROUND)
    for again in (source("second", "Plinthorpe waits on"), source("first", "Plinthorpe waits")):
        with pytest.raises(StaysOutError):
            import_article(again)
    other = SourceArticle("a place", "c.txt", source("second", "").paragraphs, "y:9", title="Another name")
    with pytest.raises(StaysOutError):
        import_article(other)
    assert client.get(f"/articles/{number}/").status_code == 410
    assert {client.get(f"/quotations/{one}/").status_code for one in quotations} == {410}
    new = import_article(SourceArticle("a place", "d.txt", (SourceParagraph("“It rained,” said Al Berto."),), "y:1"))
    assert new.article.pk > number
    assert new.article.quotations.get().pk > max(quotations)


def test_somebody_whom_another_article_names_stays(number):
    import_article(SourceArticle("a place", "e.txt", (SourceParagraph(SINGS),), "x:3"))
    erase(number, GROUND)
    assert Person.objects.filter(name="Quorvina Blixthall").exists()


def test_somebody_whom_a_withdrawn_article_names_comes_back_with_it(number):
    also = import_article(SourceArticle("a place", "e.txt", (SourceParagraph(SINGS),), "x:3"))
    withdraw(also.article.pk, GROUND)
    erase(number, GROUND)
    restore(also.article.pk, "She sings.")
    assert Article.objects.get(pk=also.article.pk).paragraphs.get(number=1).mentions.get(person__isnull=False)


def test_words_that_were_typed_at_pages_of_its_mentions_and_people_go(number, client):
    person = Person.objects.get(name="Quorvina Blixthall")
    mention = Mention.objects.filter(paragraph__article=number).first()
    other = Person.objects.get(name="Joana Prata")
    addresses = [f"/mentions/{mention.pk}/person/", f"/people/{person.pk}/edit/name/", f"/people/{other.pk}/edit/name/"]
    for address in addresses:
        session = SessionStore()
        session[UNSAVED] = [address, {"value": ["Mumblecroft waits"]}]
        session.save()
    erase(number, GROUND)
    left = [session.get_decoded().get(UNSAVED) for session in Session.objects.all()]
    assert [unsaved[0] for unsaved in left if unsaved] == addresses[2:]


def test_jobs_about_its_people_go_and_others_stay(number):
    blixthall, prata = Person.objects.get(name="Quorvina Blixthall"), Person.objects.get(name="Joana Prata")
    Person.objects.filter(pk=blixthall.pk).update(name="Ana")  # which Joana and Mariana have in their names
    ask(follow_decision, blixthall.pk, what="Bring what was found as Ana to Quorvina")
    words = {"Bring what was found as Joana to Mariana": "", "Bring what was found as Joana to Ana": "Ana has all."}
    jobs = [
        Job.objects.create(task=follow_decision.module_path, key=f"{n}", what=what, outcome=outcome)
        for n, (what, outcome) in enumerate(words.items())
    ]
    extracting = Job.objects.create(task="another.task", key=f"another.task {prata.pk}", what="Extract from banana.txt")
    erase(number, GROUND)
    assert list(Job.objects.order_by("pk").values_list("pk", "what", "outcome")) == [
        (jobs[0].pk, "Bring what was found as Joana to Mariana", ""),
        (jobs[1].pk, "Bring what was found as Joana to …", "… has all."),
        (extracting.pk, "Extract from banana.txt", ""),
    ]

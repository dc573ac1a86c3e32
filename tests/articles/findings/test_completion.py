"""A long article's findings come in slices, and are in the end those that come at once; nobody's work is doubled."""

from concurrent.futures import ThreadPoolExecutor
from itertools import accumulate
from pathlib import Path

import pytest
from django.db import connection

from articles.editing.corrections import Edit, correct_value
from articles.extraction import extract
from articles.extraction.findings import Passage
from articles.findings import completion, slices
from articles.findings.reextraction import outdate_all, outdated, reextract
from articles.findings.slices import sliced
from articles.importing import importer
from articles.importing.importer import Outcome, import_article
from articles.importing.recognition import recognised
from articles.importing.runs import ImportRun, Upcoming, read_ahead
from articles.models import Article, Change, Mention, Quotation, Role, Speaker, Subject
from articles.paragraph_kinds import PassageKind

TEXTS = [
    "Amara Okafor, the mayor of Lisbon, opened a pier in Morocco.",
    "“It floats,” said Okafor.",
    "“It sinks,” said Ines Duarte, a minister, of Okafor and Spain.",
    "“It does not,” Okafor said, “and Portugal knows it.”",
    "Duarte left for Oslo.",
]


@pytest.fixture
def short_slices(monkeypatch):
    """Have an article of more than two passages be long."""
    monkeypatch.setattr(slices, "SLICE", 2)


def stored() -> list[list[tuple[object, ...]]]:
    """All that is stored of findings, without its keys."""
    return [
        list(Mention.objects.order_by("paragraph", "start").values_list("start", "end", "person__name", "country")),
        list(Quotation.objects.order_by("ordinal").values_list("ordinal", "kind", "text", "found", "found_about")),
        list(Speaker.objects.order_by("quotation__ordinal").values_list("person__name", "words", "ordinal")),
        list(Subject.objects.order_by("quotation__ordinal").values_list("person__name", "country", "ordinal")),
        list(Role.objects.order_by("words").values_list("person__name", "words")),
    ]


@pytest.mark.django_db
def test_all_is_stored_in_the_end_as_if_at_once(source, short_slices, monkeypatch):
    article = import_article(source(TEXTS)).article
    in_slices = stored()
    assert not outdated().exists()
    assert [change.kind for change in Change.objects.all()] == ["imported", "extracted"]
    article.refresh_from_db()
    assert (article.revision, article.quotation_count) == (2, article.quotations.said().count())
    Change.objects.all().delete()
    article.delete()
    monkeypatch.setattr(slices, "SLICE", 1_000)
    import_article(source(TEXTS))
    assert stored() == in_slices


@pytest.mark.django_db
def test_who_corrects_the_title_in_between_has_all_stored_and_nothing_twice(source, editor, short_slices, monkeypatch):
    store_slice, title = completion._store_slice, "Amara Okafor opens a pier"

    def correct_first(rest, part):
        if not Change.objects.filter(kind="corrected").exists():
            correct_value(rest.article, "title", Edit(title, "better", editor, 1))
        return store_slice(rest, part)

    monkeypatch.setattr(completion, "_store_slice", correct_first)
    article = import_article(source(TEXTS)).article
    whole = stored()
    assert not outdated().exists()
    assert not reextract(article.pk)
    assert stored() == whole


@pytest.fixture
def unfinished(source, short_slices, monkeypatch, db):
    """An article whose import ended on the way."""

    def end(*args):
        raise KeyboardInterrupt

    with monkeypatch.context() as ended:
        ended.setattr(completion, "_store_slice", end)
        with pytest.raises(KeyboardInterrupt):
            import_article(source(TEXTS))
    article = outdated().get()
    assert article.quotations.said().count() < article.quotation_count
    return article


def test_a_run_that_ends_on_the_way_is_brought_to_its_end_by_the_next_extraction(unfinished):
    reextract(unfinished.pk)
    assert not outdated().exists()
    assert unfinished.quotations.said().count() == unfinished.quotation_count > 2


def test_a_run_that_ends_on_the_way_is_brought_to_its_end_by_the_next_import(unfinished, source):
    def outcome():
        return next(ImportRun().take(one) for one in read_ahead([source(TEXTS)]) if isinstance(one, Upcoming))

    assert outcome() == Outcome.UPDATED
    assert not outdated().exists()
    assert unfinished.quotations.said().count() == unfinished.quotation_count > 2
    rows = list(Change.objects.values())
    assert outcome() == Outcome.UNCHANGED
    assert list(Change.objects.values()) == rows


def test_an_unfinished_article_that_is_taken_out_meanwhile_comes_in_anew(unfinished, source, monkeypatch):
    def taken_out_first(key):
        Article.objects.get(pk=key).delete()
        return reextract(key)

    monkeypatch.setattr(importer, "reextract", taken_out_first)
    assert import_article(source(TEXTS)).outcome == Outcome.CREATED
    assert not outdated().exists()


def rows_and_files():
    """All that an import changes, and the files beside the database that tell who is at work."""
    name = Path(connection.settings_dict["NAME"])
    files = sorted(name.parent.glob(f"{name.name}.*.at-work")) if connection.vendor == "sqlite" else []
    return stored(), list(Article.objects.values()), list(Change.objects.values()), files


@pytest.fixture
def elsewhere():
    """Do something as another process does: on a connection of its own."""

    def apart(work):
        try:
            return work()
        finally:
            connection.close()

    with ThreadPoolExecutor(1) as other:
        yield lambda work: other.submit(apart, work).result()


def after_each_slice(monkeypatch, work):
    """Have something done after each slice of an import, and return what it gives."""
    store_slice, given = completion._store_slice, []

    def store_then_work(rest, part):
        people = store_slice(rest, part)
        given.append(work())
        return people

    monkeypatch.setattr(completion, "_store_slice", store_then_work)
    return given


@pytest.mark.django_db(transaction=True)
def test_an_import_beside_a_running_one_changes_nothing(source, short_slices, monkeypatch, elsewhere):
    def import_beside():
        before = rows_and_files()
        outcome = elsewhere(lambda: import_article(source(TEXTS)).outcome)
        return outcome, rows_and_files() == before

    beside = after_each_slice(monkeypatch, import_beside)
    assert import_article(source(TEXTS)).outcome == Outcome.CREATED
    assert beside == [(Outcome.UNCHANGED, True)] * 2
    assert not outdated().exists()
    assert [change.kind for change in Change.objects.all()] == ["imported", "extracted"]
    *_, files = rows_and_files()
    assert files == []


@pytest.mark.django_db(transaction=True)
def test_an_import_beside_one_that_brings_another_to_its_end_changes_nothing(
    unfinished, source, monkeypatch, elsewhere
):
    outcomes = []

    def reextract_beside_an_import(key):
        monkeypatch.setattr(importer, "reextract", reextract)
        outcomes.append(elsewhere(lambda: import_article(source(TEXTS)).outcome))
        return reextract(key)

    monkeypatch.setattr(importer, "reextract", reextract_beside_an_import)
    assert import_article(source(TEXTS)).outcome == Outcome.UPDATED
    assert outcomes == [Outcome.UNCHANGED]
    assert not outdated().exists()


def test_an_article_that_was_brought_to_its_end_after_it_was_read_is_unchanged(unfinished, source, monkeypatch):

    def read_too_early(*args):
        article = recognised(*args)
        if not outdated().exists():
            return article
        reextract(article.pk)
        return article

    monkeypatch.setattr(importer, "recognised", read_too_early)
    assert import_article(source(TEXTS)).outcome == Outcome.UNCHANGED


@pytest.mark.parametrize("outdate", [outdate_all, lambda: Article.objects.update(extractor_version="older")])
def test_an_import_extracts_from_no_article_that_is_only_outdated(source, db, outdate):
    article = import_article(source(TEXTS)).article
    outdate()
    assert import_article(source(TEXTS)).outcome == Outcome.UNCHANGED
    assert outdated().get() == article


def test_slices_are_the_findings_in_order(monkeypatch):
    monkeypatch.setattr(slices, "SLICE", 2)
    whole = extract([Passage(text, PassageKind.BODY) for text in TEXTS])
    parts = sliced(whole, len(TEXTS))
    assert [quotation for part in parts for quotation in part.findings.quotations] == list(whole.quotations)
    lengths = [len(part.findings.quotations) for part in parts]
    assert [part.first for part in parts] == list(accumulate(lengths[:-1], initial=0))
    assert sorted(one.mention.start for part in parts for one in part.findings.countries) == sorted(
        one.mention.start for one in whole.countries
    )
    roles = [person.role for part in parts for person in part.findings.people if person.role]
    assert sorted(roles) == sorted(person.role for person in whole.people if person.role)

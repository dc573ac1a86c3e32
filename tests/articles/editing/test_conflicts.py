"""A value that was corrected and that its source has changed since is a conflict until an editor takes one of both."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import pytest
from django.db import connection

from articles.content.layered_fields import corrected_fields
from articles.editing.conflict_seen import ConflictMovedError, SeenConflict
from articles.editing.conflicts import keep, take
from articles.editing.corrections import Edit, correct_value
from articles.editing.paragraphs import correct_paragraph
from articles.editing.reverting import revert
from articles.importing.importer import import_article
from articles.models import Article, Correction, SourceConflict
from articles.sources.dates import read_date
from tests.articles.conftest import TEXT

pytestmark = pytest.mark.django_db
CHANGED = TEXT[1].replace("again", "ever again")


@pytest.fixture
def correct(article, editor):
    """Correct a value of the article, or with a number one of a paragraph."""

    def build(field, after, number=0, **values):
        edit = Edit(after, "as printed", editor, Article.objects.get(pk=article.pk).revision, **values)
        if number:
            return correct_paragraph(article.pk, number, field, edit)
        return correct_value(article.pk, field, edit)

    return build


def seen(conflict=None) -> SeenConflict:
    conflict = conflict or SourceConflict.objects.get(state="open")
    return SeenConflict(conflict.pk, conflict.values_digest)


def states() -> list[tuple[str, str, str | None]]:
    return list(SourceConflict.objects.order_by("pk").values_list("state", "ours", "theirs"))


VALUES = {  # of each value: how it is corrected, what the source says then, and that in its JSON form
    "title": ("Mine", "Theirs", "Theirs"),
    "standfirst": ("Mine", "Theirs", "Theirs"),
    "byline": ("Mine", "Theirs", "Theirs"),
    "publisher": ("Mine", "The Harbour Times", "The Harbour Times"),
    "published": ("2024", read_date("18 March 2022"), "2022-03-18"),
    "section": ("Mine", "harbours", "Harbours"),
    "language": ("pt", "en", "en"),
    "url": ("https://example.org/mine", "https://example.org/theirs", "https://example.org/theirs"),
}


@pytest.mark.parametrize("field", VALUES)
def test_a_value_that_its_source_changed_is_a_conflict_and_taken_follows_its_source_again(
    article, correct, editor, source, field
):
    mine, brought, theirs = VALUES[field]
    correct(field, mine)
    import_article(source(**{field: brought}))
    conflict = SourceConflict.objects.get()
    assert (conflict.field, conflict.paragraph, conflict.ours, conflict.theirs) == (field, 0, mine, theirs)
    assert conflict.version.number == 2
    correction = take(seen(), editor)
    assert (correction.releases, correction.before, correction.after) == (
        True,
        mine,
        str(getattr(brought, "iso", brought)),
    )
    article.refresh_from_db()
    assert str(getattr(article, field)) == theirs
    assert corrected_fields(article) == set()
    conflict.refresh_from_db()
    assert (conflict.state, conflict.decided_by) == ("taken", editor)
    import_article(source(**{field: read_date("2021") if field == "published" else "2021"}))
    article.refresh_from_db()
    assert "2021" in str(getattr(article, field))
    assert SourceConflict.objects.count() == 1


def test_a_kept_value_is_not_asked_about_until_its_source_changes_again(article, correct, editor, source):
    correct("title", "Mine")
    import_article(source(title="Theirs"))
    keep(seen(), editor)
    import_article(source(title="Theirs", byline="Li Na"))
    assert states() == [("kept", "Mine", "Theirs")]
    import_article(source(title="Theirs again"))
    assert states() == [("kept", "Mine", "Theirs"), ("open", "Mine", "Theirs again")]
    assert Article.objects.get().title == "Mine"


def test_the_newest_version_of_the_source_is_in_the_one_open_conflict(article, correct, source):
    correct("title", "Mine")
    for title in ("Theirs", "Newer"):
        import_article(source(title=title))
    assert states() == [("open", "Mine", "Newer")]
    assert SourceConflict.objects.get().version.number == 3


def test_a_source_that_agrees_ends_it_and_so_does_a_correction_to_the_same(article, correct, source):
    correct("title", "Mine")
    import_article(source(title="Theirs"))
    import_article(source(title="Mine"))
    import_article(source(title="Other"))
    correct("title", "Other")
    assert states() == [("past", "Mine", "Theirs"), ("past", "Mine", "Other")]


def test_another_correction_is_the_editors_side_and_a_released_one_ends_it(article, correct, source):
    correct("title", "Mine")
    import_article(source(title="Theirs"))
    correct("title", "Better")
    assert states() == [("open", "Better", "Theirs")]
    correct("title", "", releases=True)
    assert states() == [("past", "Better", "Theirs")]


def test_spellings_of_one_publisher_are_no_conflict(source, editor):
    article = import_article(source(publisher="The Harbour Times")).article
    correct_value(article.pk, "publisher", Edit("The Sea Post", "as printed", editor, 1))
    import_article(source(publisher="THE HARBOUR TIMES"))
    assert not SourceConflict.objects.exists()


@pytest.mark.parametrize("first", [keep, take])
@pytest.mark.parametrize("second", [keep, take])
def test_the_second_of_two_editors_hears_that_it_is_decided(article, correct, editor, source, first, second):
    correct("title", "Mine")
    import_article(source(title="Theirs"))
    form = seen()
    first(form, editor)
    with pytest.raises(ConflictMovedError) as moved:
        second(form, editor)
    assert moved.value.conflict.decided_by == editor
    assert Correction.objects.count() == (2 if first is take else 1)


@pytest.mark.parametrize("decision", [keep, take])
def test_a_form_that_saw_other_values_decides_nothing(article, correct, editor, source, decision):
    correct("title", "Mine")
    import_article(source(title="Theirs"))
    form = seen()
    import_article(source(title="Newer"))
    for stale in (form, replace(form, digest="")):
        with pytest.raises(ConflictMovedError):
            decision(stale, editor)
    assert states() == [("open", "Mine", "Newer")]


def test_the_sources_paragraph_is_taken_with_what_is_found_in_it(article, correct, editor, source):
    correct("text", "“Nobody waits,” Okafor said.", number=2)
    import_article(source(texts=[TEXT[0], CHANGED, TEXT[2]]))
    correction = take(seen(), editor)
    row = article.paragraphs.get(number=2)
    assert (row.text, row.imported_text, correction.after) == (CHANGED, "", CHANGED)
    assert article.quotations.get(standing="stands").text == "Nobody will wait for a boat ever again,"


def test_a_paragraph_that_the_source_has_no_more_is_kept_for_good_or_goes(article, correct, editor, source):
    correct("text", "Words of the editor.", number=2)
    import_article(source(texts=[TEXT[0], TEXT[2]]))
    keep(seen(), editor)
    import_article(source(texts=[TEXT[0], TEXT[2]], byline="Li Na"))
    assert article.paragraphs.filter(number=2).exists()
    assert [state for state, *_ in states()] == ["kept"]


def test_a_paragraph_that_goes_takes_its_other_conflicts_along(article, correct, editor, source):
    correct("paragraph kind", "note", number=2)
    import_article(source(texts=[TEXT[0], TEXT[2]]))
    correct("text", "Words of the editor.", number=2)
    correction = take(seen(), editor)
    assert (correction.before, correction.after, correction.releases) == ("note", "", True)
    assert not article.paragraphs.filter(number=2).exists()
    import_article(source(texts=[TEXT[0], TEXT[2]], byline="Li Na"))
    assert not SourceConflict.objects.filter(state="open").exists()


def test_a_correction_of_a_paragraph_that_went_is_not_taken_back(article, correct, editor, source):
    corrected = correct("text", "Words of the editor.", number=2)
    again = correct("text", "Other words of the editor.", number=2)
    import_article(source(texts=[TEXT[0], TEXT[2]]))
    take(seen(), editor)
    for one in (corrected, again):
        with pytest.raises(ValueError, match="the article has no such paragraph any more"):
            revert(one, Edit(None, "it was right", editor, Article.objects.get().revision))


def test_a_doubted_date_that_is_taken_is_doubted(article, correct, editor, source):
    correct("published", "2024")
    doubt = "it lies ahead of the import"
    import_article(source(published=read_date("2091"), published_doubt=doubt))
    take(seen(), editor)
    article.refresh_from_db()
    assert (article.published, article.published_from, article.published_doubt) == ("2091", None, doubt)


def test_a_correction_taken_back_ends_the_conflict_and_the_source_is_followed_again(article, correct, editor, source):
    correction, kept = correct("title", "Mine"), correct("text", "“Nobody waits,” Okafor said.", number=2)
    import_article(source(title="Theirs", texts=[TEXT[0], CHANGED, TEXT[2]]))
    for one in (correction, kept):
        revert(one, Edit(None, "it was right", editor, Article.objects.get().revision))
    assert {state for state, *_ in states()} == {"past"}
    assert (Article.objects.get().title, article.paragraphs.get(number=2).text) == ("Theirs", CHANGED)
    import_article(source(title="Newer", texts=TEXT))
    assert (Article.objects.get().title, article.paragraphs.get(number=2).text) == ("Newer", TEXT[1])
    assert not SourceConflict.objects.filter(state="open").exists()


def test_what_was_taken_can_be_taken_back(article, correct, editor, source):
    correct("title", "Mine")
    import_article(source(title="Theirs"))
    revert(take(seen(), editor), Edit(None, "it was right", editor, Article.objects.get().revision))
    assert Article.objects.get().title == "Mine"
    import_article(source(title="Newer"))
    assert states() == [("taken", "Mine", "Theirs"), ("open", "Mine", "Newer")]


@pytest.mark.django_db(transaction=True)
def test_of_four_editors_at_once_one_decides_and_the_others_hear_of_it(article, correct, editor, source):
    correct("title", "Mine")
    import_article(source(title="Theirs"))
    form = seen()

    def decide(decision):
        try:
            return bool(decision(form, editor))
        except ConflictMovedError:
            return False
        finally:
            connection.close()

    with ThreadPoolExecutor(4) as pool:
        decided = list(pool.map(decide, [keep, take, keep, take]))
    assert decided.count(True) == 1
    (state, *_), title = states()[0], Article.objects.get().title
    assert (state, title) in {("kept", "Mine"), ("taken", "Theirs")}
    assert Correction.objects.count() == (2 if state == "taken" else 1)

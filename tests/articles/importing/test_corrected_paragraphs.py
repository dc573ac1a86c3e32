"""A new version of the source leaves an editor's word on top of a paragraph, and follows the source beneath."""

import pytest

from articles.editing.corrections import Edit
from articles.editing.paragraphs import correct_paragraph
from articles.importing import importer
from articles.importing.importer import import_article
from articles.models import Article, SourceConflict
from tests.articles.conftest import TEXT

pytestmark = pytest.mark.django_db
MINE = "“Nobody waits for boats,” said Amara Okafor, the minister."


@pytest.fixture
def correct(article, editor):
    """Correct a paragraph of the article: `correct(2, "text", "…")`."""

    def build(number, field, after, **values):
        revision = Article.objects.get(pk=article.pk).revision
        return correct_paragraph(article.pk, number, field, Edit(after, "as printed", editor, revision, **values))

    return build


def shown(article) -> dict[str, str]:
    return {row.anchor: row.text for row in article.paragraphs.order_by("position")}


def beneath(article, number=2) -> tuple[str, str]:
    row = article.paragraphs.get(number=number)
    return row.imported_kind, row.imported_text


def open_conflicts() -> list[tuple[str, int, str, str | None]]:
    rows = SourceConflict.objects.filter(state="open").order_by("pk")
    return list(rows.values_list("field", "paragraph", "ours", "theirs"))


def test_what_changes_beside_a_corrected_paragraph_is_no_conflict(article, correct, source):
    correct(2, "text", MINE)
    import_article(source(texts=["A new beginning.", TEXT[0], TEXT[1], "And an end."]))
    assert list(shown(article)) == ["title", "p4", "p1", "p2", "p5"]
    assert shown(article)["p2"] == MINE
    assert beneath(article) == ("", TEXT[1])
    assert open_conflicts() == []


def test_a_paragraph_that_its_source_changed_keeps_the_editors_text_and_is_a_conflict(article, correct, source):
    correct(2, "text", MINE)
    changed = TEXT[1].replace("again", "ever again")
    import_article(source(texts=[TEXT[0], changed, TEXT[2]]))
    assert (shown(article)["p2"], beneath(article)) == (MINE, ("", changed))
    assert open_conflicts() == [("text", 2, MINE, changed)]
    assert article.quotations.filter(standing="stands").get().text == "Nobody waits for boats,"


def test_a_corrected_kind_stays_while_the_text_follows_its_source(article, correct, source):
    correct(2, "paragraph kind", "note")
    changed = TEXT[1].replace("again", "ever again")
    import_article(source(texts=[TEXT[0], changed, TEXT[2]]))
    row = article.paragraphs.get(number=2)
    assert (row.kind, row.text, beneath(article)) == ("note", changed, ("body", ""))
    assert open_conflicts() == []


@pytest.mark.parametrize("place", [1, 2, 3])
def test_a_corrected_paragraph_that_the_source_has_no_more_stays_where_it_was(article, correct, source, place):
    correct(place, "text", "Words of the editor.")
    import_article(source(texts=["Something new.", *(text for n, text in enumerate(TEXT, 1) if n != place)]))
    order = [anchor for anchor in shown(article) if anchor not in ("title", "p4")]
    assert order == ["p1", "p2", "p3"]
    assert open_conflicts() == [("text", place, "Words of the editor.", None)]


def test_of_a_paragraph_that_is_gone_text_and_kind_are_one_conflict(article, correct, source):
    correct(2, "paragraph kind", "note")
    correct(2, "text", MINE)
    import_article(source(texts=[TEXT[0], TEXT[2]]))
    assert open_conflicts() == [("text", 2, MINE, None)]


def test_a_paragraph_that_comes_back_ends_its_conflict(article, correct, source):
    correct(2, "text", MINE)
    import_article(source(texts=[TEXT[0], TEXT[2]]))
    import_article(source(texts=TEXT, byline="Li Na"))
    assert open_conflicts() == []
    assert (list(shown(article)), shown(article)["p2"]) == (["title", "p1", "p2", "p3"], MINE)


def test_a_source_that_comes_to_say_the_same_ends_the_conflict_and_the_correction_stands(article, correct, source):
    mine = TEXT[1].replace("a boat", "the ferry")
    correct(2, "text", mine)
    import_article(source(texts=[TEXT[0], TEXT[1].replace("a boat", "any boat"), TEXT[2]]))
    import_article(source(texts=[TEXT[0], mine, TEXT[2]]))
    assert (SourceConflict.objects.get().state, beneath(article)) == ("past", ("", mine))


def test_a_released_paragraph_follows_its_source_again(article, correct, source):
    correct(2, "text", MINE)
    correct(2, "text", "", releases=True)
    changed = TEXT[1].replace("again", "ever again")
    import_article(source(texts=[TEXT[0], changed, TEXT[2]]))
    assert (shown(article)["p2"], beneath(article)) == (changed, ("", ""))
    assert not SourceConflict.objects.exists()


def test_an_article_without_an_id_is_known_by_its_imported_text(source, editor):
    article = import_article(source(texts=TEXT[:2], source_id=None)).article
    correct_paragraph(article.pk, 1, "text", Edit("Wholly other words.", "as printed", editor, 1))
    correct_paragraph(article.pk, 2, "paragraph kind", Edit("boilerplate", "an advertisement", editor, 2))
    again = import_article(source(texts=TEXT[:2], source_id=None, byline="Li Na"))
    assert again.article == article
    assert list(shown(article).values())[1:] == ["Wholly other words.", TEXT[1]]


def test_a_correction_while_an_import_extracts_is_seen_by_it(article, correct, source, monkeypatch):
    extract, meanwhile = vars(importer)["extract_from"], iter([lambda: correct(2, "text", MINE)])

    def interrupted(passages, *known):
        found = extract(passages, *known)
        next(meanwhile, lambda: None)()
        return found

    monkeypatch.setattr(importer, "extract_from", interrupted)
    changed = TEXT[1].replace("again", "ever again")
    import_article(source(texts=[TEXT[0], changed, TEXT[2]]))
    assert (shown(article)["p2"], beneath(article)) == (MINE, ("", changed))
    assert open_conflicts() == [("text", 2, MINE, changed)]

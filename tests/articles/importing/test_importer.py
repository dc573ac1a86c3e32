"""Importing is idle for what is known, keeps addresses and corrections, and leaves nothing half-done."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connection
from hypothesis import HealthCheck, given
from hypothesis import strategies as st

from articles import journal
from articles.editing.corrections import Edit, correct_quotation, correct_value
from articles.editing.quotation_parts import SPEAKERS
from articles.findings import store
from articles.importing.importer import Outcome, import_article
from articles.models import Article, Change, Mention, Paragraph, Quotation
from articles.sources import SourceArticle, SourceParagraph
from articles.sources.dates import read_date
from tests.articles.conftest import TEXT
from tests.examples import examples

pytestmark = pytest.mark.django_db


def texts(article: Article) -> dict[str, str]:
    return {paragraph.anchor: paragraph.text for paragraph in article.paragraphs.all()}


def test_an_article_is_saved_with_its_text_and_findings(article):
    assert article.title == "New harbour opens"
    assert texts(article) == {"title": "New harbour opens", "p1": TEXT[0], "p2": TEXT[1], "p3": TEXT[2]}
    assert article.quotations.get().text == "Nobody will wait for a boat again,"
    assert article.extractor_version
    assert article.quotation_count == 1


def test_what_is_not_told_stays_unknown(source):
    article = import_article(source(title="")).article
    assert article.missing == ["title", "date", "publisher", "byline"]
    assert article.stand_in_title == TEXT[0]


def test_a_long_opening_stands_in_cut_at_a_word(source):
    article = import_article(source(title="", texts=["Ferries and boats, " * 10])).article
    assert article.stand_in_title == "Ferries and boats, Ferries and boats, Ferries and boats, Ferries and boats …"


def test_the_same_again_changes_nothing_not_even_the_journal(source):
    first = import_article(source()).article
    rows = list(Change.objects.values())
    again = import_article(source(place="another place"))
    assert again.outcome == Outcome.UNCHANGED
    assert list(Change.objects.values()) == rows
    assert Article.objects.get().revision == first.revision


def test_a_date_keeps_its_precision(source):
    article = import_article(source(published=read_date("March 2022"))).article
    assert (article.published, article.published_from.isoformat()) == ("2022-03", "2022-03-01T00:00:00+00:00")


def test_a_new_version_keeps_the_address_of_what_stays(source):
    article = import_article(source()).article
    keys = {p.anchor: p.pk for p in article.paragraphs.all()}
    touched_up = TEXT[1].replace("again", "ever again")
    new = import_article(source(texts=["A first paragraph that is new.", TEXT[0], touched_up, "And a last."]))
    assert new.outcome == Outcome.UPDATED
    assert texts(article) == {
        "title": "New harbour opens",
        "p4": "A first paragraph that is new.",
        "p1": TEXT[0],
        "p2": touched_up,
        "p5": "And a last.",
    }
    assert [p.pk for p in article.paragraphs.all() if p.anchor in ("p1", "p2")] == [keys["p1"], keys["p2"]]


def test_a_paragraph_that_moves_keeps_its_address(source):
    article = import_article(source()).article
    import_article(source(texts=[TEXT[2], TEXT[0], TEXT[1]]))
    assert list(texts(article)) == ["title", "p3", "p1", "p2"]


def test_a_number_is_never_given_again(source):
    import_article(source())
    import_article(source(texts=TEXT[:2]))
    article = import_article(source(texts=[*TEXT[:2], "Something else altogether."])).article
    assert list(texts(article)) == ["title", "p1", "p2", "p4"]


def test_a_quotation_that_stays_keeps_its_address(source):
    article = import_article(source()).article
    key = article.quotations.get().pk
    import_article(source(texts=["“Welcome,” said the mayor, Ines Duarte.", *TEXT]))
    assert article.quotations.get(text__startswith="Nobody").pk == key


def test_a_quotation_that_is_touched_up_keeps_its_address(source):
    article = import_article(source()).article
    key = article.quotations.get().pk
    import_article(source(texts=[TEXT[0], TEXT[1].replace("again", "ever again"), TEXT[2]]))
    quotation = article.quotations.get()
    assert (quotation.pk, quotation.text) == (key, "Nobody will wait for a boat ever again,")


SAME_WORDS = ("“We will wait,” Amara Okafor said on Monday.", "“We will wait,” said the mayor, Ines Duarte.")


@pytest.mark.parametrize("first", [0, 1])
def test_of_two_quotations_with_the_same_words_the_corrected_one_keeps_its_correction(source, editor, first):
    article = import_article(source(texts=SAME_WORDS)).article
    row = article.quotations.all()[first]
    correct_quotation(row.pk, SPEAKERS, Edit([{"kind": "person", "name": "Li Na"}], "heard it", editor, 1))
    import_article(source(texts=["A new beginning.", *(f"Then: {text}" for text in SAME_WORDS)]))
    row.refresh_from_db()
    assert (row.standing, row.speakers.get().name) == ("stands", "Li Na")
    assert article.quotations.count() == 2


def test_other_words_at_the_same_place_do_not_inherit_a_correction(source, editor):
    article = import_article(source(texts=["“Yes we can,” Amara Okafor said.", *TEXT])).article
    row = article.quotations.all()[0]
    correct_quotation(row.pk, SPEAKERS, Edit([{"kind": "person", "name": "Li Na"}], "heard it", editor, 1))
    import_article(source(texts=["“No ink is,” Amara Okafor said.", *TEXT]))
    row.refresh_from_db()
    assert row.standing == "gone"
    assert article.quotations.filter(text__startswith="No ink").get().speakers.get().name == "Amara Okafor"


def test_a_speaker_that_a_new_version_changes_is_in_the_journal(source):
    article = import_article(source(texts=["“We will wait,” Amara Okafor said.", TEXT[2]])).article
    import_article(source(texts=["“We will wait,” Ines Duarte said.", TEXT[2]]))
    quotation = article.quotations.get()
    assert quotation.speakers.get().name == "Ines Duarte"
    assert journal.speaker_field(quotation.pk) in Change.objects.last().fields


def test_importing_again_does_not_undo_a_correction(source, editor):
    article = import_article(source()).article
    correct_value(article.pk, "title", Edit("The harbour is open", "the paper's own title", editor, article.revision))
    new = import_article(source(title="New harbour opened", byline="Li Na")).article
    assert (new.title, new.byline) == ("The harbour is open", "Li Na")
    assert new.imported["title"] == "New harbour opened"
    assert texts(new)["title"] == "The harbour is open"


def test_another_id_is_another_article(source):
    import_article(source())
    assert import_article(source(source_id="test:2")).outcome == Outcome.CREATED


def test_a_file_without_an_id_is_known_by_its_content(source):
    import_article(source(source_id=None))
    assert import_article(source(source_id=None, file_name="b.txt")).outcome == Outcome.UNCHANGED


@pytest.mark.parametrize("since", [{"published": read_date("8 May 2019")}, {"published_doubt": "it can be two dates"}])
def test_without_an_id_it_is_known_too_where_its_date_could_not_be_read_before(source, since):
    former = import_article(source(source_id=None)).article
    again = import_article(source(source_id=None, file_name="b.txt", **since))
    assert (again.outcome, again.article.pk) == (Outcome.UPDATED, former.pk)
    assert import_article(source(source_id=None, **since)).outcome == Outcome.UNCHANGED


def test_a_file_of_the_same_name_and_mostly_the_same_text_is_a_new_version(source):
    import_article(source(source_id=None))
    assert import_article(source(source_id=None, texts=[*TEXT[:2], "A new end."])).outcome == Outcome.UPDATED


def test_a_file_of_the_same_name_with_another_text_is_another_article(source):
    import_article(source(source_id=None))
    other = import_article(source(source_id=None, texts=["Rain fell on Oslo all day.", "It will go on.", TEXT[2]]))
    assert other.outcome == Outcome.CREATED


def test_a_failure_leaves_nothing_behind(source, monkeypatch):
    def fail(*args):
        raise RuntimeError("the program broke")

    monkeypatch.setattr(store, "insert_mentions", fail)
    with pytest.raises(RuntimeError):
        import_article(source())
    assert not Article.objects.exists()
    assert not Paragraph.objects.exists()
    assert not Change.objects.exists()


def test_the_cost_does_not_grow_with_the_archive(source, django_assert_max_num_queries):
    for n in range(5):
        import_article(source(source_id=f"other:{n}"))
    with django_assert_max_num_queries(40):
        import_article(source(source_id="last"))
    with django_assert_max_num_queries(4):
        import_article(source(source_id="last"))


WORDS = st.text(alphabet="aeb .,“”'‘’\"-é👍\u200bAB", min_size=1, max_size=60).filter(str.strip)


@examples(0.4, HealthCheck.function_scoped_fixture)
@given(st.lists(st.lists(WORDS, min_size=1, max_size=6), min_size=2, max_size=3))
def test_after_any_versions_every_span_lies_in_its_text_and_the_last_again_is_idle(db, versions):
    for version in versions:
        record = SourceArticle("p", "f.txt", tuple(SourceParagraph(text) for text in version), source_id="test:any")
        import_article(record)
    before = Change.objects.count()
    assert import_article(record).outcome == Outcome.UNCHANGED
    assert Change.objects.count() == before
    article = Article.objects.get(source_id="test:any")
    assert [p.text for p in article.paragraphs.all()] == versions[-1]
    for mention in Mention.objects.filter(paragraph__article=article, person__isnull=False).select_related("paragraph"):
        assert any(c.isalpha() for c in mention.paragraph.text[mention.start : mention.end])
    for quotation in Quotation.objects.filter(article=article, standing="stands").prefetch_related("spans__paragraph"):
        spans = [span.paragraph.text[span.start : span.end] for span in quotation.spans.all()]
        assert "\n".join(spans) == quotation.text
    gone = Quotation.objects.filter(article=article, standing="gone")
    assert not gone.filter(spans__isnull=False)
    assert all(quotation.last_places for quotation in gone)


@pytest.mark.django_db(transaction=True)
def test_two_importers_at_once_make_one_article(source):
    def run(_):
        try:
            return import_article(source(source_id=None)).outcome
        finally:
            connection.close()

    with ThreadPoolExecutor(2) as pool:
        outcomes = sorted(pool.map(run, range(2)))
    assert outcomes == [Outcome.CREATED, Outcome.UNCHANGED]
    assert Article.objects.count() == 1


@pytest.mark.django_db(transaction=True)
def test_an_editor_and_an_importer_at_once_lose_nothing(source, editor):
    article = import_article(source()).article
    edit = Edit("The harbour is open", "the printed page says so", editor, 1)

    def correct(_):
        correct_value(article.pk, "title", edit)
        connection.close()

    def update(_):
        import_article(source(title="New harbour opens", byline="Li Na"))
        connection.close()

    with ThreadPoolExecutor(2) as pool:
        list(pool.map(lambda do: do(None), [correct, update]))
    article.refresh_from_db()
    assert (article.title, article.byline, article.revision) == ("The harbour is open", "Li Na", 3)
    assert [change.revision for change in Change.objects.all()] == [1, 2, 3]

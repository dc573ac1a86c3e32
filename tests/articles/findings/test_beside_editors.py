"""What an editor said of a finding stands, whatever is imported or extracted after it; rows keep their numbers."""

from dataclasses import replace

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from articles.extraction.findings import QuotationKind, Span
from articles.findings.article_text import ArticleText
from articles.findings.extracted import ExtractedText, extract_from, passages_of
from articles.findings.reextraction import reextract
from articles.identity.countries import countries_for
from articles.importing.importer import import_article
from articles.models import Correction, Mention, Person, Quotation, QuotationSpan, Speaker

HARBOUR = "The ferry minister, Amara Okafor, opened a new harbour in Lisbon on Monday."
WAIT = "“Nobody will wait for a boat again,” Okafor told reporters."
PORT = "Ferries from Morocco will call at the port of Lisbon twice a day."
TEXTS = (HARBOUR, WAIT, PORT)
SAID = "Nobody will wait for a boat again,"


@pytest.fixture
def article(db, source):
    return import_article(source(texts=TEXTS)).article


@pytest.fixture(autouse=True)
def spain(db):
    countries_for({"ES"})


@pytest.fixture
def quotation(article):
    return article.quotations.get()


def extracted_again(article, change):
    """Extract again, with an extractor whose findings `change` makes of this one's."""
    passages = passages_of(article)
    found = change(extract_from(passages, "").findings)
    return reextract(article.pk, ExtractedText.of(tuple(passages), found, b"0" * 16))


def hold(row, **values):
    for name, value in values.items():
        setattr(row, name, value)
    row.save()


def reject(row):
    text = ArticleText.of(row.article_id)
    places = [text.place_of((span.paragraph_id, span.start, span.end)) for span in row.spans.all()]
    row.spans.all().delete()
    hold(row, standing="rejected", last_places=places)


def check(row):
    hold(row, checked=True)


def narrow(row):
    """Correct the span to its first two words."""
    row.spans.update(end=row.spans.get().start + len("Nobody will"))
    hold(row, text="Nobody will", span_corrected=True)


def add(row):
    """Have an editor's quotation in place of the extractor's: words that no extractor finds."""
    place = row.article.paragraphs.get(number=3)
    row.spans.update(paragraph=place, start=0, end=len("Ferries from Morocco"))
    hold(row, text="Ferries from Morocco", added=True, corrected=True, about_corrected=True)


def again(*texts):
    """Import the article with these texts."""
    return lambda article, source: import_article(source(texts=texts))


def nothing_found(article, source):
    extracted_again(article, lambda found: replace(found, quotations=(), people=(), countries=()))


def other_speaker(article, source):
    def change(found):
        speaker = replace(found.quotations[0].speakers[0], name=None, words="somebody")
        quotation = replace(found.quotations[0], speakers=(speaker,), cue_words="mumbled", kind=QuotationKind.MIXED)
        return replace(found, quotations=(quotation,))

    extracted_again(article, change)


def shorter(article, source):
    """Extract again, with a quotation that lacks its last word."""

    def change(found):
        (span,) = found.quotations[0].spans
        return replace(found, quotations=(replace(found.quotations[0], spans=(Span(2, span.start, span.end - 7),)),))

    extracted_again(article, change)


def all_over(article, source):
    reextract(article.pk)


LONGER = f"Then, on a windy day: {WAIT}"


@pytest.mark.parametrize(
    ("hold_it", "then", "standing", "words", "paragraph"),
    [
        (reject, all_over, "rejected", SAID, ""),
        (reject, shorter, "rejected", SAID, ""),
        (reject, again("A new first one.", HARBOUR, LONGER, PORT), "rejected", SAID, ""),
        (reject, again(HARBOUR, WAIT.replace("boat again", "boat any more")), "rejected", SAID[:-6] + "any more,", ""),
        (reject, again(PORT), "rejected", SAID, ""),
        (check, all_over, "stands", SAID, WAIT),
        (check, other_speaker, "stands", SAID, WAIT),
        (check, shorter, "stands", SAID, WAIT),
        (check, nothing_found, "stands", SAID, WAIT),
        (check, again(LONGER, HARBOUR), "stands", SAID, LONGER),
        (check, again(HARBOUR, PORT), "gone", SAID, ""),
        (narrow, all_over, "stands", "Nobody will", WAIT),
        (narrow, again(HARBOUR, LONGER, PORT), "stands", "Nobody will", LONGER),
        (narrow, nothing_found, "stands", "Nobody will", WAIT),
        (add, all_over, "stands", "Ferries from Morocco", PORT),
        (add, again(PORT, HARBOUR, "A new one."), "stands", "Ferries from Morocco", PORT),
        (add, again(HARBOUR, f"{WAIT} {PORT}"), "stands", "Ferries from Morocco", f"{WAIT} {PORT}"),
        (add, again(HARBOUR, WAIT), "gone", "Ferries from Morocco", ""),
    ],
)
def test_an_editors_quotation_stays_on_its_words(article, quotation, source, hold_it, then, standing, words, paragraph):
    hold_it(quotation)
    before = list(quotation.speakers.values("kind", "name", "words"))
    then(article, source)
    quotation.refresh_from_db()
    assert (quotation.standing, quotation.text) == (standing, words)
    assert list(quotation.speakers.values("kind", "name", "words")) == before
    assert "".join(span.paragraph.text for span in quotation.spans.select_related("paragraph")) == paragraph
    assert [span.paragraph.text[span.start : span.end] for span in quotation.spans.all()] == [words] * bool(paragraph)
    assert bool(quotation.last_places) == (standing != "stands")
    article.refresh_from_db()
    assert article.quotation_count == article.quotations.said().count()


@pytest.mark.parametrize("hold_it", [reject, check, narrow])
def test_nothing_is_stored_beside_an_editors_quotation(article, quotation, hold_it):
    hold_it(quotation)
    reextract(article.pk)
    assert article.quotations.count() == 1


def test_what_is_found_lies_beneath_an_editors_word(article, quotation, source):
    check(quotation)
    other_speaker(article, source)
    quotation.refresh_from_db()
    assert (quotation.kind, quotation.cue_words, quotation.speakers.get().name) == ("direct", "told", "Amara Okafor")
    assert (quotation.found_kind, quotation.found_cue) == ("mixed", "mumbled")
    assert quotation.found[0]["words"] == "somebody"
    assert quotation.found_places[0][0] == "p2"


@pytest.mark.parametrize(
    ("flag", "column", "beneath", "found"),
    [("kind_corrected", "kind", "found_kind", "mixed"), ("cue_corrected", "cue_words", "found_cue", "mumbled")],
)
def test_a_corrected_value_stays_above_what_is_found(article, quotation, source, flag, column, beneath, found):
    hold(quotation, **{flag: True, column: "indirect"})
    other_speaker(article, source)
    quotation.refresh_from_db()
    assert (getattr(quotation, column), getattr(quotation, beneath)) == ("indirect", found)
    hold(quotation, **{flag: False})
    other_speaker(article, source)
    quotation.refresh_from_db()
    assert (getattr(quotation, column), getattr(quotation, beneath)) == (found, "")


@pytest.mark.parametrize(
    ("away", "back"),
    [
        (nothing_found, all_over),
        (nothing_found, again(HARBOUR, LONGER, PORT)),
        (again(HARBOUR, PORT), again(*TEXTS)),
        (again(HARBOUR, PORT), again(PORT, HARBOUR, LONGER)),
    ],
)
def test_what_is_found_no_more_keeps_its_number_and_stands_again(article, quotation, source, away, back):
    away(article, source)
    quotation.refresh_from_db()
    article.refresh_from_db()
    assert (quotation.standing, quotation.last_places[0][0]) == ("gone", "p2")
    assert not QuotationSpan.objects.exists()
    assert not Speaker.every.exists()
    assert (article.quotation_count, Quotation.objects.said().count()) == (0, 0)
    back(article, source)
    quotation.refresh_from_db()
    assert (quotation.standing, quotation.last_places) == ("stands", None)
    assert quotation.speakers.get().name == "Amara Okafor"
    assert article.quotations.filter(text=SAID).count() == 1


def test_two_with_the_same_short_words_keep_their_places(article, source):
    texts = ("“No,” said Amara Okafor. “No,” said Ines Duarte.",)
    article = import_article(source(source_id="test:2", texts=texts)).article
    first, second = article.quotations.all()
    check(first), check(second)
    import_article(source(source_id="test:2", texts=["A long beginning comes before it all. " + texts[0]]))
    starts = [QuotationSpan.objects.get(quotation=row).start for row in (first, second)]
    assert [ArticleText.of(article.pk).paragraphs[-1].text[start:][:10] for start in starts] == ["No,” said "] * 2
    assert starts[0] < starts[1]


def mention_of(code):
    return Mention.objects.filter(country=code, paragraph__number=3).get()


def touched(mention, editor, article):
    """Have a correction of a mention, as each that an editor touched has."""
    Correction.objects.create(
        article=article, mention=mention, field="mention", before="", after="", reason="so", editor=editor, revision=1
    )


REJECTED = {"standing": "rejected", "country_id": None}
CORRECTED = {"corrected": True, "country_id": "ES"}


@pytest.mark.parametrize(
    ("values", "then", "standing", "country", "words"),
    [
        (REJECTED, all_over, "rejected", None, "Morocco"),
        (REJECTED, again("First.", HARBOUR, WAIT, f"Now: {PORT}"), "rejected", None, "Morocco"),
        (REJECTED, again(HARBOUR), "rejected", None, ""),
        ({"checked": True}, nothing_found, "stands", "MA", "Morocco"),
        (CORRECTED, all_over, "stands", "ES", "Morocco"),
        (CORRECTED, again(HARBOUR, WAIT, f"Two {PORT}"), "stands", "ES", "Morocco"),
        (CORRECTED, again(HARBOUR, WAIT), "gone", None, ""),
        (CORRECTED, again(HARBOUR, WAIT, PORT.replace("Morocco", "Moroccos")), "gone", None, ""),
    ],
)
def test_an_editors_mention_stays_on_its_words(article, editor, source, values, then, standing, country, words):
    mention = mention_of("MA")
    touched(mention, editor, article)
    hold(mention, **values)
    then(article, source)
    mention = Mention.every.get(pk=mention.pk)
    assert (mention.standing, mention.country_id) == (standing, country)
    stands_in = mention.paragraph.text if mention.paragraph else ""
    assert stands_in[mention.start : mention.end] == words
    assert not Mention.objects.filter(country="MA").exclude(pk=mention.pk).exists()


@pytest.mark.parametrize(("values", "country"), [(CORRECTED, "ES"), (REJECTED, None)])
def test_an_editors_mention_whose_words_come_back_is_what_it_was(article, editor, source, values, country):
    mention = mention_of("MA")
    touched(mention, editor, article)
    hold(mention, **values)
    import_article(source(texts=[HARBOUR, WAIT]))
    import_article(source(texts=[HARBOUR, WAIT, "Before it.", PORT]))
    mention = Mention.every.get(pk=mention.pk)
    assert (mention.standing, mention.country_id) == (values.get("standing", "stands"), country)
    assert mention.paragraph.text[mention.start : mention.end] == "Morocco"
    assert not Mention.objects.filter(country="MA").exclude(pk=mention.pk).exists()


def test_mentions_found_again_keep_their_rows(article, source):
    before = set(Mention.objects.values_list("pk", flat=True))
    import_article(source(texts=["First of all.", f"Now: {HARBOUR}", WAIT, PORT]))
    assert set(Mention.objects.values_list("pk", flat=True)) == before


def test_mentions_found_no_more_are_deleted_but_for_what_an_editor_touched(article, editor, source):
    kept = mention_of("MA")
    touched(kept, editor, article)
    nothing_found(article, source)
    assert [row.pk for row in Mention.every.all()] == [kept.pk]
    assert (Mention.every.get().standing, Mention.every.get().paragraph) == ("gone", None)


def test_extracting_the_same_again_writes_no_finding(article):
    with CaptureQueriesContext(
        connection,
    ) as queries:
        assert not reextract(article.pk, extract_from(passages_of(article), ""))
    written = [q["sql"] for q in queries if q["sql"].startswith(("INSERT", "UPDATE", "DELETE"))]
    findings = ("articles_mention", "articles_quotation", "articles_speaker", "articles_subject")
    assert [sql for sql in written if any(f'"{table}' in sql for table in findings)] == []


@pytest.mark.parametrize("now", ["merged", "deleted"])
def test_a_name_whose_words_come_back_is_of_whom_its_person_is_now(article, editor, source, now):
    named, other = Person.objects.get(name="Amara Okafor"), Person.objects.create(name="A. Okafor", identity="a okafor")
    mention = Mention.objects.create(
        paragraph=article.paragraphs.get(number=3), start=0, end=7, person=other, confidence=1, added=True
    )
    touched(mention, editor, article)
    import_article(source(texts=[HARBOUR, WAIT]))
    assert Mention.every.get(pk=mention.pk).last_place["words"] == "Ferries"
    Person.objects.filter(pk=other.pk).update(merged_into=named) if now == "merged" else other.delete()
    import_article(source(texts=[HARBOUR, PORT]))
    mention = Mention.every.get(pk=mention.pk)
    stands = ("stands", named.pk, other.pk) if now == "merged" else ("gone", None, None)
    assert (mention.standing, mention.person_id, mention.extracted_as_id) == stands

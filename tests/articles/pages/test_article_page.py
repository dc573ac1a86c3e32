"""An article's page."""

import re

import pytest

from articles.editing.corrections import Edit, correct_value
from articles.importing.importer import import_article
from articles.models import Article, Mention, Paragraph, QuotationSpan
from articles.pages.article import blocks

pytestmark = pytest.mark.django_db


def shown(client, article):
    return client.get(f"/articles/{article.pk}/").content.decode()


def rail(page):
    return page.split("<aside")[1].split("</aside>")[0]


def test_it_shows_what_is_known(client, archive):
    page = shown(client, archive.full(url="https://example.org/ferry", byline="A. Pen", section="harbour"))
    for words in ("Ferry 0 leaves", "Harbour Post", "18 March 2022", "A. Pen", "harbour"):
        assert words in page
    assert '<a href="https://example.org/ferry"' in page


def test_each_paragraph_has_its_address(client, archive):
    page = shown(client, archive.article("One.", "Two."))
    assert re.findall(r'<div class="paragraph body" id="(p\d)"', page) == ["p1", "p2"]
    assert re.search(r'href="#p2" aria-label="Paragraph 2">2</a>', page)


def test_quotations_people_and_countries_are_marked_and_lead_on(client, archive):
    article = archive.full()
    page, person, quotation = shown(client, article), archive.person(), article.quotations.get()
    assert "<mark" in page
    assert f'<a class="person first" href="/people/{person.pk}/" title="Mara Quill">Mara Quill</a>' in page
    assert '<a class="country first" href="/countries/PE/" title="Peru (named)">Peru</a>' in page
    assert f'<a class="to-quotation" href="/quotations/{quotation.pk}/"' in page
    assert f'<mark class="quotation direct" title="Quotation of Mara Quill" id="q{quotation.pk}">' in page


def test_beside_the_text_stand_speaker_role_words_and_their_places(client, archive):
    article = archive.full()
    beside = rail(shown(client, article))
    quotation = article.quotations.get()
    assert re.search(r'name-person" href="/people/\d+/">Mara Quill</a>', beside)
    assert '<p class="note">captain</p>' in beside
    assert f'<a href="#q{quotation.pk}">“We never sink,”</a>' in beside
    assert f'<a href="/quotations/{quotation.pk}/">How this is known' in beside
    assert ">Sure</span>" in beside


def test_how_many_speakers_are_unsure_is_said_until_an_editor_corrects_them(client, archive):
    article = archive.full()
    assert "1 quotation of 1 speaker<" in rail(shown(client, article))
    article.quotations.update(confidence=0.4)
    assert "1 quotation, 1 of them unsure<" in rail(shown(client, article))
    article.quotations.update(corrected=True)
    assert "1 quotation of 1 speaker<" in rail(shown(client, article))


def test_a_country_that_its_name_does_not_name_says_what_does(client, archive):
    article = archive.article("The captain went to Lima.")
    archive.mention(article, "Lima", country=archive.country())
    article.paragraphs.get(number=1).mentions.update(by="capital")
    assert "by capital" in rail(shown(client, article))
    assert "by name" not in rail(shown(client, archive.full()))


def test_a_term_is_neither_marked_nor_listed(client, archive):
    article = archive.article()
    archive.quotation(article, "We never sink,", kind="term")
    page = client.get(f"/articles/{article.pk}/")
    assert page.context["page"].quotations == []
    assert '<mark class="quotation term"' not in page.content.decode()


def test_reported_words_are_marked_as_such_and_listed(client, archive):
    article = archive.article()
    archive.quotation(article, "captain Mara Quill told", kind="indirect")
    page = shown(client, article)
    assert '<mark class="quotation indirect" title="Reported words' in page
    assert ">captain Mara Quill told</a></blockquote>" in rail(page)


def test_an_unnamed_speaker_keeps_the_words_of_the_article(client, archive):
    article = archive.article()
    archive.quotation(article, "We never sink,", speaker={"kind": "unnamed", "words": "a sailor"})
    beside = rail(shown(client, article))
    assert ">a sailor</span>" in beside
    assert "unnamed: these are the article’s words" in beside


def test_a_stand_in_title_is_marked(client, archive):
    page = shown(client, archive.article(title=""))
    assert '<span class="stand-in">' in page
    assert "came without a title" in page


def test_an_address_that_runs_is_not_made_a_link(client, archive):
    page = shown(client, archive.article(url="javascript:alert(1)"))
    assert "javascript:alert(1)" in page
    assert 'href="javascript' not in page


def test_hostile_text_stays_text(client, archive):
    page = shown(client, archive.article("<script>alert(1)</script> & more", title="<img src=x>", byline="<b>"))
    assert "<script>alert" not in page
    assert "<img" not in page
    assert "&lt;script&gt;alert(1)&lt;/script&gt; &amp; more" in page


def test_what_is_unknown_is_said(client, archive):
    page = shown(client, archive.article(publisher="", published=""))
    for words in ("publisher unknown", "date unknown", "no byline", "1 minute to read"):
        assert words in page


def test_names_are_marked_where_the_text_names_them_first(client, archive):
    article = archive.article("Mara Quill sails.", "Mara Quill lands.", title="Mara Quill sails")
    for number in (1, 2):
        archive.mention(article, "Mara Quill", number, person=archive.person())
    title = article.paragraphs.get(kind="title")
    Mention.objects.create(paragraph=title, start=0, end=10, person=archive.person(), confidence=1)
    page = shown(client, article)
    assert "<a" not in page.split("<h1")[1].split("</h1>")[0]
    assert re.findall(r'<a class="(person[a-z ]*)" href', page) == ["person first", "person"]


def test_a_name_of_a_caption_is_first_only_where_the_text_has_none(client, archive):
    article = archive.article("Mara Quill sails.")
    caption = archive.paragraph(article, "Mara Quill in Peru", "caption", 7, 0)
    archive.mention(article, "Mara Quill", 7, person=archive.person())
    archive.mention(article, "Peru", 7, country=archive.country())
    archive.mention(article, "Mara Quill", 1, person=archive.person())
    page = shown(client, article)
    assert re.findall(r'<a class="((?:person|country)[a-z ]*)" href', page) == [
        "person",
        "country first",
        "person first",
    ]
    assert caption.anchor in page


def test_stretches_of_one_quotation_have_addresses_of_their_own(client, archive):
    article = archive.article()
    quotation = archive.quotation(article, "We never sink,")
    paragraph = article.paragraphs.get(number=1)
    QuotationSpan.objects.create(quotation=quotation, ordinal=1, paragraph=paragraph, start=17, end=24)
    page = shown(client, article)
    assert page.count(f'id="q{quotation.pk}"') == page.count(f'id="q{quotation.pk}-2"') == 1


def test_on_paper_it_ends_with_its_citation(client, archive):
    page = shown(client, archive.full(byline="A. Pen"))
    assert "“Ferry 0 leaves”, A. Pen, Harbour Post, 18 March 2022. Newsroom, http://testserver/articles/" in page


def paragraphs(*kinds):
    return [Paragraph(kind=kind, text=kind, number=n) for n, kind in enumerate(kinds, start=1)]


@pytest.mark.parametrize(
    ("kinds", "laid"),
    [
        (["body", "subhead", "note"], ["body", "subhead", "note"]),
        (["image_description", "caption", "credit", "body"], ["picture", "body"]),
        (["caption", "caption"], ["picture", "picture"]),
        (["caption", "credit", "image_description"], ["picture", "picture"]),
        (["credit", "body", "credit"], ["picture", "body", "picture"]),
        ([], []),
    ],
)
def test_what_belongs_to_a_picture_is_laid_together(kinds, laid):
    assert [block.kind for block in blocks(paragraphs(*kinds))] == laid


@pytest.mark.parametrize("address", ["/articles/999/", "/articles/999999999999999999999999/"])
def test_no_such_article(client, db, address):
    assert client.get(address).status_code == 404


def test_a_number_that_is_none(client, db):
    assert client.get("/articles/abc/").status_code == 404


def test_it_is_for_reading_only(client, archive):
    assert client.post(f"/articles/{archive.article().pk}/").status_code == 405


def test_longer_articles_cost_no_more_queries(archive, queries_of):
    one = queries_of(f"/articles/{archive.full().pk}/")
    long = archive.article(*["“We never sink,” captain Mara Quill told Peru’s harbour master."] * 12, title="Long")
    for number in range(1, 13):
        archive.mention(long, "Mara Quill", number, person=archive.person(f"Mara Quill {number}"))
        archive.mention(long, "Peru", number, country=archive.country())
        archive.quotation(long, "We never sink,", number, person=archive.person())
    assert queries_of(f"/articles/{long.pk}/") == one


def test_readers_see_nothing_of_the_editors(client, archive, reader):
    client.force_login(reader)
    page = shown(client, archive.article(title=""))
    assert "For editors" not in page
    assert "correct-link" not in page


@pytest.fixture
def corrected(article, editor):
    """An article whose title an editor corrected."""
    correct_value(article.pk, "title", Edit("Harbour opens", "shorter", editor, article.revision))
    return Article.objects.get(pk=article.pk)


def test_editors_see_what_is_missing_and_where_to_supply_it(client, editor, archive):
    client.force_login(editor)
    article = archive.article(published="")
    page = shown(client, article)
    assert f'<a href="/articles/{article.pk}/correct/published/">supply the date</a>' in page
    assert "supply the title" not in page


def test_editors_see_what_was_corrected(client, editor, corrected):
    client.force_login(editor)
    page = shown(client, corrected)
    for words in ("New harbour opens", "Harbour opens", "shorter", "edith"):
        assert words in page


def test_editors_see_that_the_source_changed_since(client, editor, corrected, source):
    import_article(source(title="Grand harbour opens"))
    client.force_login(editor)
    page = " ".join(shown(client, corrected).split())
    assert '<p class="version-words" dir="auto">Harbour opens</p>' in page
    assert "[added: </span>Grand " in page


def test_a_source_that_says_the_same_is_not_spoken_of(client, editor, corrected, source):
    import_article(source(byline="A. Pen"))
    client.force_login(editor)
    assert "Where the source has changed" not in shown(client, corrected)

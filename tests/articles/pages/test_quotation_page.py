"""A quotation's own page: its words, where they stand, how to cite them, and what is known of it."""

import pytest

from articles.models import Quotation, QuotationSpan, Role

pytestmark = pytest.mark.django_db


def shown(client, quotation) -> str:
    answer = client.get(f"/quotations/{quotation.pk}/")
    assert answer.status_code == 200
    return " ".join(answer.content.decode().split())


@pytest.fixture
def quotation(archive):
    return archive.full().quotations.get()


def test_it_shows_the_words_who_said_them_and_where(client, quotation):
    page = shown(client, quotation)
    article = quotation.article.get_absolute_url()
    assert "Mara Quill, quoted by Harbour Post</h1>" in page
    assert "said-xl" in page
    assert "<span>captain</span>" in page
    assert f'Paragraph 1 of <bdi><a href="{article}#p1">Ferry 0 leaves</a></bdi>' in page
    assert '“<mark class="quotation direct" title="">We never sink,</mark>”' in page
    assert "Direct: a whole sentence between quotation marks" in page


def test_it_is_cited_by_what_is_known(client, quotation):
    cited = f"quoted in “Ferry 0 leaves”, Harbour Post, 18 March 2022, paragraph 1. Newsroom, http://testserver/quotations/{quotation.pk}/"
    assert f"“We never sink,” – Mara Quill, {cited}" in shown(client, quotation)


def test_what_is_unknown_is_said_in_the_citation_too(client, archive):
    article = archive.article(title="", publisher="", published="")
    quotation = archive.quotation(article, "captain Mara Quill told", kind="indirect")
    page = shown(client, quotation)
    assert "captain Mara Quill told – speaker unknown, quoted in an untitled article (“" in page
    assert "publisher unknown, date unknown, paragraph 1. Newsroom" in page
    assert "A speaker who is unknown, quoted by an unknown publisher" in page


def test_of_several_speakers_no_role_is_said(client, archive, quotation):
    Role.objects.create(person=archive.person("Tom Reed"), article=quotation.article, words="pilot")
    quotation.speakers.create(ordinal=1, kind="person", person=archive.person("Tom Reed"), name="Tom Reed")
    page = shown(client, quotation)
    assert "Mara Quill and Tom Reed, quoted by" in page
    assert "<span>captain</span>" not in page


def test_long_paragraphs_are_cut_around_the_words(client, archive):
    article = archive.article("first " * 300 + "“We never sink,” she said. " + "later " * 300)
    page = shown(client, archive.quotation(article, "We never sink,"))
    passage = page.split('class="evidence-passage')[1].split("</p>")[0]
    assert 400 < len(passage) < 900
    assert ">…first" in passage
    assert passage.endswith("later…")


def test_words_over_several_paragraphs_are_all_shown(client, archive):
    article = archive.article("“We never sink,", "and we never wait,” said Mara Quill.")
    quotation = archive.quotation(article, "We never sink,")
    second = article.paragraphs.get(number=2)
    QuotationSpan.objects.create(quotation=quotation, ordinal=1, paragraph=second, start=0, end=18)
    assert shown(client, quotation).count('<mark class="quotation direct"') == 2


def test_editors_correct_from_here_and_readers_do_not(client, quotation, editor, reader):
    client.force_login(reader)
    assert "correct-speaker" not in shown(client, quotation)
    client.force_login(editor)
    for way in ("correct-speaker", "correct-about"):
        assert f'href="/quotations/{quotation.pk}/{way}/"' in shown(client, quotation)


def test_what_the_text_has_no_more_says_so_and_links_its_article(client, quotation):
    Quotation.objects.update(standing="gone")
    page = shown(client, quotation)
    assert "No longer in the text" in page
    assert f'href="{quotation.article.get_absolute_url()}' in page


def test_hostile_words_stay_text(client, archive):
    article = archive.article("“<script>alert(1)</script>” & more", title="<img src=x>")
    page = shown(client, archive.quotation(article, "<script>alert(1)</script>"))
    assert "<script>alert" not in page
    assert "<img" not in page


def test_longer_words_are_set_smaller_and_never_cut(client, archive):
    words = "We never sink and we never wait for anybody at all. " * 12
    article = archive.article(f"“{words}” she said.")
    page = shown(client, archive.quotation(article, words))
    assert "said-m" in page
    assert words.strip() in page


def test_more_of_everything_costs_no_more_queries(archive, quotation, queries_of):
    paragraph = quotation.article.paragraphs.get(number=1)
    step = {"step": "cue", "sentence": "So.", "paragraph": paragraph.pk, "start": 0, "end": 4}
    further = archive.article("Far away.").paragraphs.get(number=1)
    Quotation.objects.update(evidence=[step, step | {"paragraph": further.pk}])
    one = queries_of(f"/quotations/{quotation.pk}/")
    for n in range(5):
        person = archive.person(f"Person {n}")
        quotation.speakers.create(ordinal=n + 1, kind="person", person=person, name=person.name)
        archive.about(quotation, person=person, evidence=[step])
    assert queries_of(f"/quotations/{quotation.pk}/") <= one <= 8


def test_an_untitled_article_is_cited_by_its_first_words(client, archive):
    article = archive.article("We never sink.", title="", publisher="", published="")
    page = client.get(article.get_absolute_url()).content.decode()
    assert "An untitled article (“We never sink.”), publisher unknown, date unknown. Newsroom, " in page

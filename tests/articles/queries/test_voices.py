"""The voices of an article: who speaks, how often, and where in its length."""

import pytest

from articles.models import Article
from articles.models.quotation import Quotation, QuotationSpan, Speaker
from articles.queries import article_page

pytestmark = pytest.mark.django_db


@pytest.fixture
def article(db):
    """An article of 1,000 signs in two paragraphs, without a heading."""
    row = Article.objects.create(content_hash="0", revision=1)
    for number, text in enumerate(("a" * 400, "b" * 600), start=1):
        row.paragraphs.create(text=text, kind="body", number=number, position=number, fingerprint=str(number))
    return row


def quote(article, number, start, end, kind="direct", **speaker):
    """Have somebody say a stretch of a paragraph: an organisation of a `name`, or somebody unnamed by `words` alone."""
    ordinal = article.quotations.count()
    row = Quotation.objects.create(article=article, ordinal=ordinal, kind=kind, text="words", confidence=0.9)
    paragraph = article.paragraphs.get(number=number)
    QuotationSpan.objects.create(quotation=row, ordinal=0, paragraph=paragraph, start=start, end=end)
    if speaker:
        what = "organisation" if speaker.get("name") else "unnamed"
        Speaker.objects.create(quotation=row, ordinal=0, kind=what, **speaker)
    return row


def voices(article):
    return article_page(article).voices


def test_a_tick_stands_where_the_words_do(article):
    quote(article, 2, 100, 300)
    (tick,) = voices(article).ticks
    assert (tick.start, tick.length, tick.reported) == (500, 200, False)


def test_a_single_word_is_seen_and_stays_on_the_strip(article):
    quote(article, 2, 599, 600, kind="indirect")
    (tick,) = voices(article).ticks
    assert tick.length == 6
    assert tick.start + tick.length == 1000
    assert tick.reported


def test_the_share_counts_each_sign_between_marks_once(article):
    quote(article, 1, 0, 100)
    quote(article, 1, 50, 150, kind="mixed")
    quote(article, 2, 0, 600, kind="indirect")
    assert voices(article).quoted_share == 15


def test_who_speaks_most_comes_first_then_who_speaks_earlier(article):
    for number, name in enumerate(("Board", "Crew", "Union", "Crew")):
        quote(article, 1, number * 10, number * 10 + 5, name=name)
    assert [(str(voice.speaker), len(voice.utterances)) for voice in voices(article).speakers] == [
        ("Crew", 2),
        ("Board", 1),
        ("Union", 1),
    ]


def test_the_unnamed_are_one_by_the_articles_words_and_apart_from_those_nobody_names(article):
    for start, words in ((0, "a sailor"), (10, "A sailor"), (20, "a cook")):
        quote(article, 1, start, start + 5, words=words)
    quote(article, 1, 30, 35)
    counted = [(str(voice.speaker or "nobody"), len(voice.utterances)) for voice in voices(article).speakers]
    assert counted == [("a sailor", 2), ("a cook", 1), ("nobody", 1)]


def test_what_two_say_together_is_counted_for_both_and_once_in_all(article):
    row = quote(article, 1, 0, 5, name="Crew")
    Speaker.objects.create(quotation=row, ordinal=1, kind="organisation", name="Union")
    found = voices(article)
    assert [str(voice.speaker) for voice in found.speakers] == ["Crew", "Union"]
    assert len(found.utterances) == 1


def test_an_article_without_a_text_or_words_has_no_voices(article):
    assert voices(article).speakers == []
    assert voices(Article.objects.create(content_hash="1", revision=1)).quoted_share == 0

"""The editors' page of two publishers that may be one."""

import pytest
from django.test import Client

from articles.importing.importer import Outcome, import_article
from articles.models import Article, PublisherCandidate, PublisherDecision
from articles.models.correction import AppendOnlyError
from tests.articles.pages.signing_in import hidden

pytestmark = pytest.mark.django_db

HERE = "/publishers/merge-candidates/"


@pytest.fixture
def candidate(archive):
    """The Harbour Post, which two articles name, and harbourpost.com, which one does."""
    archive.article(title="First", publisher="The Harbour Post", section="politics", published="2019-01-02")
    archive.article(title="Second <b>", publisher="THE HARBOUR POST")
    archive.article(title="Third", publisher="harbourpost.com", published="")
    archive.article(title="Fourth", publisher="Quay News")
    return PublisherCandidate.objects.get()


@pytest.fixture
def signed_in(client, editor):
    client.force_login(editor)
    return client


def post(client, candidate, decision, **values):
    candidate.refresh_from_db()
    sent = {"state": decision, "seen": candidate.state, "keep": candidate.first_id} | values
    return client.post(f"{HERE}{candidate.pk}/", sent, follow=True)


def text(answer) -> str:
    return " ".join(answer.content.decode().split())


def total(client, publisher) -> int:
    return client.get(f"/articles/?publisher={publisher}").context["listing"].total


def test_both_are_shown_with_what_distinguishes_them(signed_in, candidate):
    page = text(signed_in.get(HERE))
    for words in (
        "One publisher or two?",
        "A web address and a name",
        "THE HARBOUR POST; The Harbour Post",
        "<dd>2, <time",
        "Politics",
        "none named",
        "Second &lt;b&gt;",
        "Same publisher: merge them",
        "Two publishers: never ask again",
    ):
        assert words in page
    assert page.index("The Harbour Post</a>") < page.index("harbourpost.com</a>")


def test_one_publisher_and_back(signed_in, candidate):
    kept, merged = candidate.first, candidate.second
    page = text(post(signed_in, candidate, "same", reason="one desk <i>"))
    assert "The Harbour Post and harbourpost.com are one publisher now." in page
    assert total(signed_in, kept.pk) == total(signed_in, merged.pk) == total(signed_in, "harbourpost.com") == 3
    assert "Also written harbourpost.com, THE HARBOUR POST" in text(signed_in.get("/publishers/the-harbour-post/"))
    assert signed_in.get(f"/publishers/{merged.slug}/").url == "/publishers/the-harbour-post/"
    assert "harbourpost.com" not in text(signed_in.get("/publishers/")).split("</h1>")[1]
    page = text(signed_in.get(f"{HERE}?state=same"))
    for words in ("edith", "one desk &lt;i&gt;", "Take it back", "<dd>2, <time", "<dd>1</dd>"):
        assert words in page
    assert "is open again" in text(post(signed_in, candidate, "open"))
    assert (total(signed_in, kept.pk), total(signed_in, merged.pk)) == (2, 1)
    assert list(merged.aliases.values_list("name", flat=True)) == ["harbourpost.com"]
    assert not Article.objects.exclude(named_as=None).exists()
    assert [one.state for one in candidate.decisions.all()] == ["same", "open"]


def test_the_other_name_may_stay(signed_in, candidate):
    post(signed_in, candidate, "same", keep=candidate.second_id)
    assert [row.publisher.name for row in signed_in.get("/publishers/").context["listing"].entries] == [
        "harbourpost.com",
        "Quay News",
    ]


def test_every_article_that_is_shown_otherwise_is_in_the_journal(signed_in, candidate):
    from articles import journal

    before = journal.latest()
    post(signed_in, candidate, "same")
    post(signed_in, candidate, "open")
    third = Article.objects.get(title="Third")
    assert [(one.article_id, one.kind) for one in journal.since(before)] == [(third.pk, "merged")] * 2
    assert third.revision == 3


def test_what_is_imported_later_follows_the_merge_and_its_end(signed_in, candidate, source):
    post(signed_in, candidate, "same")
    article = import_article(source(publisher="harbourpost.com")).article
    assert (article.publisher, article.named_as) == (candidate.first, candidate.second)
    another = import_article(source(publisher="HARBOURPOST.com", source_id="test:2")).article
    assert (another.publisher, another.named_as) == (candidate.first, candidate.second)
    assert import_article(source(publisher="harbourpost.com")).outcome == Outcome.UNCHANGED
    post(signed_in, candidate, "open")
    assert {Article.objects.get(pk=one.pk).publisher for one in (article, another)} == {candidate.second}


def test_a_chain_of_merges_is_taken_back_link_by_link(signed_in, candidate, archive):
    post(signed_in, candidate, "same", keep=candidate.second_id)
    archive.article(title="Fifth", publisher="Harbourpost")
    next_one = PublisherCandidate.objects.filter(state="open", first=candidate.second).get()
    post(signed_in, next_one, "same", keep=next_one.second_id)
    assert total(signed_in, "the harbour post") == total(signed_in, "Harbourpost") == 4
    post(signed_in, candidate, "open")
    assert (total(signed_in, "the harbour post"), total(signed_in, "harbourpost.com")) == (2, 2)
    post(signed_in, next_one, "open")
    assert [total(signed_in, name) for name in ("harbourpost.com", "Harbourpost")] == [1, 1]


def test_two_publishers_are_not_asked_about_again(signed_in, candidate, archive):
    assert "are two publishers, and are not asked about again." in text(post(signed_in, candidate, "different"))
    archive.article(title="Sixth", publisher="HARBOURPOST.COM")
    assert PublisherCandidate.objects.count() == 1
    assert "harbourpost" not in text(signed_in.get(HERE)).split("</h1>")[1]


def test_who_comes_second_is_told_by_whom(signed_in, candidate):
    post(signed_in, candidate, "different")
    page = text(post(signed_in, candidate, "same", seen="open"))
    assert "Nothing was saved: edith has decided about The Harbour Post and harbourpost.com meanwhile." in page


@pytest.mark.parametrize(
    ("values", "sentence"),
    [
        ({"keep": ""}, "Say which of the two names"),
        ({"keep": "999"}, "Say which of the two names"),
        ({"keep": "9" * 30}, "the form was not understood"),
        ({"seen": "x"}, "the form was not understood"),
        ({"state": "x"}, "the form was not understood"),
        ({"state": "\x00"}, "the form was not understood"),
        ({"reason": "x" * 1001}, "the form was not understood"),
        ({"reason": "\x00"}, "the form was not understood"),
    ],
)
def test_what_is_senseless_gets_a_sentence(signed_in, candidate, values, sentence):
    assert sentence in text(post(signed_in, candidate, "same", **values))
    assert not PublisherDecision.objects.exists()


def test_it_is_for_editors_alone(client, reader, candidate):
    assert client.get(HERE).url == f"/sign-in/?next={HERE}"
    assert hidden(client.post(f"{HERE}{candidate.pk}/"))["next"] == "/sign-in/unsaved/"
    client.force_login(reader)
    assert client.get(HERE).status_code == 403
    assert client.post(f"{HERE}{candidate.pk}/", {"state": "different", "seen": "open"}).status_code == 403
    assert "perhaps one publisher" not in text(client.get("/publishers/the-harbour-post/"))
    assert HERE not in text(client.get("/publishers/"))
    assert not PublisherDecision.objects.exists()


def test_editors_are_led_there(signed_in, candidate):
    assert f'<a href="{HERE}">1 pair of names' in text(signed_in.get("/publishers/"))
    assert "perhaps one publisher with harbourpost.com" in text(signed_in.get("/publishers/the-harbour-post/"))


def test_no_such_candidate_wrong_methods_and_a_form_from_elsewhere(signed_in, editor, candidate):
    assert signed_in.post(f"{HERE}999/", {}).status_code == 404
    assert signed_in.put(f"{HERE}{candidate.pk}/").status_code == 405
    assert "harbourpost.com" in signed_in.get(f"{HERE}{candidate.pk}/").content.decode()
    assert signed_in.post(HERE).status_code == 405
    strict = Client(enforce_csrf_checks=True)
    strict.force_login(editor)
    assert strict.post(f"{HERE}{candidate.pk}/", {"state": "different", "seen": "open"}).status_code == 403


def test_a_decision_is_never_changed(signed_in, candidate):
    post(signed_in, candidate, "different")
    decision = candidate.decisions.get()
    for change in (decision.save, decision.delete, candidate.decisions.all().delete):
        with pytest.raises(AppendOnlyError):
            change()


def test_more_candidates_cost_no_more_queries(signed_in, archive, candidate, queries_of):
    one = queries_of(HERE)
    for n in range(5):
        archive.article(publisher=f"Pier Gazette {n}", section=f"Part {n}")
        archive.article(publisher=f"The Pier Gazette {n}", section=f"Part {n}")
    assert PublisherCandidate.objects.count() > 5
    assert queries_of(HERE) == one

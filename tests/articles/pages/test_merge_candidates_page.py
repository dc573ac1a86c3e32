"""The editors' page of two who may be one person."""

import pytest
from django.http import QueryDict
from django.test import Client

from articles.models import Mention, MergeCandidate, MergeDecision, Role
from search.results.url_parameters import parse_parameters
from tests.articles.pages.signing_in import hidden

pytestmark = pytest.mark.django_db

HERE = "/people/merge-candidates/"


@pytest.fixture
def candidate(archive):
    """Mara Quill, whom two articles name, and Marra Quill, whom one does."""
    archive.full(0)
    archive.full(1)
    article = archive.article("A long word. " * 40 + "Then pilot Marra Quill sang <b>. " + "Another long word. " * 40)
    archive.mention(article, "Marra Quill", person=archive.person("Marra Quill"))
    Role.objects.create(person=archive.person("Marra Quill"), article=article, words="pilot")
    return archive.merge_candidate("Mara Quill", "Marra Quill")


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


def test_both_are_shown_with_what_distinguishes_them(signed_in, candidate):
    page = text(signed_in.get(HERE))
    for words in (
        "captain",
        "pilot",
        "Peru",
        "no country",
        "in 2 articles, 2 quotations",
        "in 1 article, 0 quotations",
        "No article names both.",
        "1 pair is open, 0 are decided.",
    ):
        assert words in page
    assert page.index("Mara Quill</a>") < page.index("Marra Quill</a>")
    assert "… " in page
    assert "<strong>Marra Quill</strong> sang &lt;b&gt;. " in page
    assert f'href="/articles/{candidate.second.mentions.get().paragraph.article_id}/#p1"' in page


def test_whoever_one_article_names_together_is_counted(signed_in, candidate, archive):
    for n in range(3):
        article = archive.article(f"Mara Quill met Marra Quill, and Mara Quill {n} left.")
        for name in ("Mara Quill", "Marra Quill"):
            archive.mention(article, name, person=archive.person(name))
        archive.mention(article, f"Mara Quill {n}", person=archive.person("Mara Quill"))
    assert "3 articles name both." in text(signed_in.get(HERE))
    post(signed_in, candidate, "same")
    assert "3 articles name both." in text(signed_in.get(f"{HERE}?state=same"))


def test_one_person_and_back(signed_in, candidate):
    page = text(post(signed_in, candidate, "same", reason="one desk <i>"))
    assert "Mara Quill and Marra Quill are one person now." in page
    assert "No pair of names waits for a decision." in page
    assert Mention.objects.filter(person=candidate.second).count() == 0
    page = text(signed_in.get(f"{HERE}?state=same"))
    for words in ("edith", "one desk &lt;i&gt;", "Take it back", "pilot", "in 1 article, 0 quotations"):
        assert words in page
    assert "is open again" in text(post(signed_in, candidate, "open"))
    assert Mention.objects.filter(person=candidate.second).count() == 1


def test_two_people_are_not_asked_about_again(signed_in, candidate):
    assert "are two people, and are not asked about again." in text(post(signed_in, candidate, "different"))
    assert "Marra" not in text(signed_in.get(HERE)).split("</h1>")[1]
    assert "Marra Quill" in text(signed_in.get(f"{HERE}?state=different"))


def test_the_page_of_who_was_merged_leads_to_who_stays(signed_in, candidate):
    post(signed_in, candidate, "same")
    answer = signed_in.get(f"/people/{candidate.second_id}/")
    assert answer.url == f"/people/{candidate.first_id}/"
    assert "<li>Marra Quill</li>" in text(signed_in.get(answer.url))


def test_addresses_with_who_was_merged_lead_on(signed_in, candidate, search_quotations):
    post(signed_in, candidate, "same")
    keys = (candidate.first_id, candidate.second_id)
    totals = [signed_in.get(f"/articles/?person={key}").context["listing"].total for key in keys]
    assert totals[0] == totals[1] > 0
    totals = [search_quotations(f"/quotations/?speaker={key}").total for key in keys]
    assert totals[0] == totals[1] > 0
    assert parse_parameters(QueryDict(f"person={candidate.second_id}")).request.chosen_in("people") == (
        candidate.first_id,
    )


def test_who_comes_second_is_told_by_whom(signed_in, candidate):
    post(signed_in, candidate, "different")
    page = text(post(signed_in, candidate, "same", seen="open"))
    assert "Nothing was saved: edith has decided about Mara Quill and Marra Quill meanwhile." in page


@pytest.mark.parametrize(
    ("values", "sentence"),
    [
        ({"keep": ""}, "Say which of the two names"),
        ({"keep": "999"}, "Say which of the two names"),
        ({"keep": "x"}, "the form was not understood"),
        ({"seen": "x"}, "the form was not understood"),
        ({"state": "x"}, "the form was not understood"),
        ({"reason": "x" * 1001}, "the form was not understood"),
    ],
)
def test_what_is_senseless_gets_a_sentence(signed_in, candidate, values, sentence):
    assert sentence in text(post(signed_in, candidate, "same", **values))
    assert not MergeDecision.objects.exists()


def test_it_is_for_editors_alone(client, reader, candidate):
    assert client.get(HERE).url == f"/sign-in/?next={HERE}"
    assert hidden(client.post(f"{HERE}{candidate.pk}/"))["next"] == "/sign-in/unsaved/"
    client.force_login(reader)
    assert client.get(HERE).status_code == 403
    assert client.post(f"{HERE}{candidate.pk}/", {"state": "different", "seen": "open"}).status_code == 403
    assert "Perhaps one person" not in text(client.get(f"/people/{candidate.first_id}/"))
    assert HERE not in text(client.get("/people/"))
    assert not MergeDecision.objects.exists()


def test_the_menu_says_editors_how_many_are_open(signed_in, reader, candidate):
    assert f'<a href="{HERE}">Pairs of people <span class="count">1<' in text(signed_in.get("/countries/"))
    signed_in.force_login(reader)
    assert "Pairs of people" not in text(signed_in.get("/countries/"))


def test_editors_are_led_there(signed_in, candidate):
    assert f'<a href="{HERE}">1 pair of names' in text(signed_in.get("/people/"))
    page = text(signed_in.get(f"/people/{candidate.first_id}/"))
    assert f'Perhaps one person with <a href="{HERE}{candidate.pk}/" dir="auto">Marra Quill</a>' in page


def test_a_pair_has_an_address_of_its_own_and_decisions_made_there_come_back_to_it(signed_in, candidate, archive):
    archive.merge_candidate("Ida Vale", "Idda Vale")
    address = f"{HERE}{candidate.pk}/"
    page = text(signed_in.get(address))
    assert "captain" in page
    assert "Idda" not in page
    assert "Take it back" in text(post(signed_in, candidate, "same", alone="1"))
    assert signed_in.post(address, {"state": "open", "seen": "same", "alone": "1"}).url == address


def test_the_pair_that_reaches_furthest_comes_first_and_names_are_looked_for(signed_in, candidate, archive):
    rare = archive.merge_candidate("Ida Vale", "Idda Vale")
    MergeCandidate.objects.filter(pk=candidate.pk).update(reach=7)
    page = text(signed_in.get(HERE))
    assert page.index("Marra Quill") < page.index("Idda Vale")
    assert "The rarer name stands in 7 places." in page
    page = text(signed_in.get(f"{HERE}?name=idda"))
    assert f"{HERE}{rare.pk}/" in page
    assert f"{HERE}{candidate.pk}/" not in page
    assert "No such pair has this name." in text(signed_in.get(f"{HERE}?name=nobody"))


def test_no_such_candidate_and_wrong_methods(signed_in, candidate):
    assert post(signed_in, MergeCandidate(pk=candidate.pk, state="open"), "different").status_code == 200
    assert signed_in.post(f"{HERE}999/", {}).status_code == 404
    assert signed_in.put(f"{HERE}{candidate.pk}/").status_code == 405
    assert signed_in.post(HERE).status_code == 405


def test_a_form_from_elsewhere_is_refused(editor, candidate):
    client = Client(enforce_csrf_checks=True)
    client.force_login(editor)
    assert client.post(f"{HERE}{candidate.pk}/", {"state": "different", "seen": "open"}).status_code == 403


@pytest.mark.parametrize("query", ["?state=x", "?page=x", "?page=99999", "?state=%00"])
def test_hostile_addresses_are_answered(signed_in, candidate, query):
    assert "Marra Quill" in text(signed_in.get(HERE + query))


def test_more_candidates_cost_no_more_queries(signed_in, archive, candidate, queries_of):
    one = queries_of(HERE)
    for n in range(5):
        article = archive.article(f"Then Ida Vale{n} met Idda Vale{n}.")
        for name in (f"Ida Vale{n}", f"Idda Vale{n}"):
            archive.mention(article, name, person=archive.person(name))
        archive.merge_candidate(f"Ida Vale{n}", f"Idda Vale{n}")
    assert queries_of(HERE) == one


def test_the_addresses_of_before_lead_on_with_what_was_sent(signed_in, candidate):
    assert signed_in.get("/people/offers/?state=same").url == f"{HERE}?state=same"
    sent = {"state": "different", "seen": "open"}
    assert "are two people" in text(signed_in.post(f"/people/offers/{candidate.pk}/", sent, follow=True))

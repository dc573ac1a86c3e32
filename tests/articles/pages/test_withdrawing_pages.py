"""The pages on which chief editors withdraw and restore, and what the addresses of such an article answer."""

from dataclasses import replace

import pytest
from django.core.management import CommandError, call_command

from articles.models import Article, Withdrawal
from articles.withdrawal.withdraw import withdraw
from search.indexing.sync import sync
from tests.articles.withdrawal.conftest import GROUND, chief  # noqa: F401  a fixture

pytestmark = pytest.mark.django_db
SENT = {"kind": "privacy", "reason": "She asked us to."}


@pytest.fixture
def at_the_desk(client, chief):  # noqa: F811
    client.force_login(chief)
    return client


def test_its_addresses_say_that_it_was_withdrawn_and_not_what_it_said(client, archive):
    article = archive.full(title="Ferry leaves early")
    quotation = article.quotations.get().pk
    withdraw(article.pk, GROUND)
    for address in (
        f"/articles/{article.pk}/",
        f"/quotations/{quotation}/",
        f"/search/opened/{article.pk}/?q=ferry",
        f"/articles/{article.pk}/correct/title/",
    ):
        answer = client.get(address)
        page = answer.content.decode()
        assert answer.status_code == 410, address
        assert "was withdrawn on" in page
        assert "to protect somebody’s privacy" in page
        assert not any(words in page for words in ("Ferry leaves", "never sink", "She asked"))
    assert client.get(f"/articles/{article.pk + 1}/").status_code == 404


@pytest.mark.parametrize(
    "address",
    ["/articles/", "/people/", "/publishers/", "/countries/", "/people/{}/", "/countries/PE/"],
)
def test_no_list_and_no_count_has_it(client, archive, address):
    article, person = archive.full(title="Ferry leaves early"), archive.person().pk
    withdraw(article.pk, GROUND)
    page = client.get(address.format(person)).content.decode()
    assert "Ferry leaves early" not in page
    assert "never sink" not in page
    assert "1 article" not in page


def test_a_chief_editor_withdraws_and_restores(at_the_desk, archive):
    article = archive.full(title="Ferry leaves early")
    page = at_the_desk.get(f"/articles/{article.pk}/").content.decode()
    assert f"/articles/{article.pk}/withdraw/" in page
    assert "Ferry leaves early" in at_the_desk.get(f"/articles/{article.pk}/withdraw/").content.decode()
    answer = at_the_desk.post(f"/articles/{article.pk}/withdraw/", SENT | {"seen": article.revision}, follow=True)
    assert "She asked us to." in answer.content.decode()
    assert at_the_desk.get(f"/articles/{article.pk}/withdraw/").status_code == 410
    seen = Article.every.get(pk=article.pk).revision
    assert "Ferry leaves early" in at_the_desk.get(f"/articles/{article.pk}/restore/").content.decode()
    answer = at_the_desk.post(f"/articles/{article.pk}/restore/", {"reason": "Yes.", "seen": seen}, follow=True)
    assert "Ferry leaves early" in answer.content.decode()
    assert at_the_desk.get(f"/articles/{article.pk}/restore/").status_code == 404


@pytest.mark.parametrize(
    ("sent", "says"),
    [
        ({}, "Choose of which kind the reason is."),
        ({"kind": "whim"}, "Select a valid choice"),
        ({"reason": "…"}, "Say why, in words."),
        ({"seen": "x"}, "The form does not say which version"),
    ],
)
def test_a_form_that_is_wrong_gets_a_sentence_and_nothing_is_done(at_the_desk, archive, sent, says):
    article = archive.article()
    answer = at_the_desk.post(f"/articles/{article.pk}/withdraw/", (SENT | {"seen": 1, "kind": ""}) | sent)
    assert says in answer.content.decode()
    assert Article.objects.filter(pk=article.pk).exists()


def test_somebody_who_corrected_meanwhile_is_seen_first(at_the_desk, archive):
    article = archive.article()
    Article.objects.filter(pk=article.pk).update(revision=2, title="What it says now")
    address, sent = f"/articles/{article.pk}/withdraw/", SENT | {"seen": 1}
    answer = at_the_desk.post(address, sent)
    page = answer.content.decode()
    assert answer.status_code == 409
    assert "Somebody changed the article" in page
    assert "What it says now" in page
    assert "She asked us to." in page
    assert 'name="seen" value="2"' in page
    at_the_desk.post(address, sent | {"seen": 2})
    assert not Article.objects.exists()


@pytest.mark.parametrize("page", ["withdraw", "restore", "erase"])
def test_a_number_larger_than_the_database_has_is_no_article(client, page):
    assert client.get(f"/articles/{2**63}/{page}/").status_code == 404


def test_a_chief_editor_erases_by_typing_the_number(at_the_desk, archive):
    article = archive.full(title="Ferry leaves early")
    address, sent = f"/articles/{article.pk}/erase/", SENT | {"seen": article.revision}
    for number, says in (("", "Type the article’s number."), ("7000", f"That is not {article.pk}")):
        assert says in at_the_desk.post(address, sent | {"number": number}).content.decode()
    withdraw(article.pk, GROUND)
    page = at_the_desk.get(address).content.decode()
    assert "Ferry leaves early" in page
    sent["seen"] = Article.every.get().revision
    listed = at_the_desk.post(address, sent | {"number": f" {article.pk} "}, follow=True).content.decode()
    assert f"Article {article.pk}, erased" in listed
    assert "Files of the search index still have words of it" in listed
    assert not Article.every.exists()
    assert at_the_desk.get(address).status_code == 410
    sync()
    assert "Files of the search index" not in at_the_desk.get("/corrections/withdrawn/").content.decode()


def test_the_list_costs_the_same_however_many_there_are(at_the_desk, archive, queries_of):
    numbers = [archive.article(title=f"Ferry {n}").pk for n in range(3)]
    withdraw(numbers[0], GROUND)
    alone = queries_of("/corrections/withdrawn/")
    for number in numbers[1:]:
        withdraw(number, replace(GROUND, by=None))
    assert queries_of("/corrections/withdrawn/") == alone


def test_the_command_erases_what_is_named_twice(archive, capsys):
    number = archive.article().pk
    for says, arguments in (("nothing was done", (number, number + 1)), ("There is no article", (number + 1,) * 2)):
        with pytest.raises(CommandError, match=says):
            call_command("erase_article", str(arguments[0]), confirm=arguments[1], kind="legal", reason="A court.")
    call_command("erase_article", str(number), confirm=number, kind="legal", reason="A court.")
    assert f"Article {number} is erased" in capsys.readouterr().out
    assert not Article.every.exists()


def test_the_command_withdraws_and_restores(archive, capsys):
    number = archive.article().pk
    call_command("withdraw_article", str(number), kind="error", reason="It never happened.")
    assert f"Article {number} is withdrawn" in capsys.readouterr().out
    with pytest.raises(CommandError, match="or it is withdrawn already"):
        call_command("withdraw_article", str(number), kind="error", reason="Again.")
    call_command("withdraw_article", str(number), restore=True, reason="It did.")
    assert Withdrawal.objects.get().restored_because == "It did."
    with pytest.raises(CommandError, match="is not withdrawn"):
        call_command("withdraw_article", str(number), restore=True, reason="Again.")

"""Tokens for the API: shown once, kept as hashes, named, revoked, logged; for those alone whose role may have them."""

import re

import pytest
from django.test import Client

from accounts.groups import give_role
from accounts.managing import close
from accounts.models import AccountChange, ApiToken
from accounts.roles import READER, RESEARCHER
from accounts.tokens import MOST, make_token, token_saying


@pytest.fixture
def researcher(rita):
    """Rita, who may have tokens."""
    give_role(rita, RESEARCHER)
    return rita


def shown(answer) -> str:
    return re.search(r"newsroom_[\w-]{43}", answer.content.decode())[0]


def asked(said: str):
    return Client().get("/api/v1/countries", headers={"Authorization": f"Bearer {said}"})


def test_a_token_is_shown_once_and_kept_as_a_hash(as_rita, researcher):
    made = as_rita.post("/account/tokens/", {"name": "My <b>laptop</b>"})
    said = shown(made)
    assert "no-store" in made.headers["Cache-Control"]
    token = ApiToken.objects.get()
    assert said not in (token.digest, token.beginning)
    page = as_rita.get("/account/").content.decode()
    assert said not in page
    assert "My &lt;b&gt;laptop&lt;/b&gt;" in page
    assert "not used yet" in page
    assert asked(said).status_code == 200
    assert "last used" in as_rita.get("/account/").content.decode()


def test_making_and_revoking_are_logged(as_rita, researcher):
    said = shown(as_rita.post("/account/tokens/", {"name": "laptop"}))
    as_rita.post("/account/tokens/revoke/", {"token": ApiToken.objects.get().pk})
    assert [str(one) for one in AccountChange.objects.order_by("pk")] == [
        "rita given the token “laptop”",
        "rita relieved of the token “laptop”",
    ]
    assert asked(said).status_code == 401
    assert as_rita.post("/account/tokens/", {"name": "laptop"}).status_code == 200  # the name is free again


@pytest.mark.parametrize("name", ["", " ", "\x00", "x" * 61])
def test_a_name_that_is_none_makes_no_token(as_rita, researcher, name):
    assert as_rita.post("/account/tokens/", {"name": name}).status_code == 302
    assert not ApiToken.objects.exists()


def test_a_name_is_one_tokens_and_there_are_not_too_many(as_rita, researcher):
    for number in range(MOST):
        make_token(researcher, str(number))
    for name, words in (("0", "You have a token of this name"), ("another", f"You have {MOST} tokens")):
        page = as_rita.post("/account/tokens/", {"name": name}, follow=True).content.decode()
        assert words in page
    assert ApiToken.objects.count() == MOST


@pytest.mark.parametrize("number", ["", "x", "-1", "²", "9" * 40])
def test_only_ones_own_tokens_are_revoked(as_rita, researcher, number, django_user_model):
    mara = django_user_model.objects.create_user("mara")
    said = make_token(mara, "hers")
    give_role(mara, RESEARCHER)
    for one in (number, ApiToken.objects.get().pk):
        assert as_rita.post("/account/tokens/revoke/", {"token": one}).status_code == 302
    assert token_saying(said)


def test_a_token_holds_as_long_as_its_owner_may_have_one(researcher):
    said = make_token(researcher, "laptop")
    assert asked(said).status_code == 200
    give_role(researcher, READER)
    assert "may have none any more" in asked(said).json()["detail"]
    give_role(researcher, RESEARCHER)
    close(researcher)
    assert asked(said).status_code == 401


@pytest.mark.django_db
@pytest.mark.parametrize(
    "said", ["newsroom_", "newsroom_" + "x" * 43, "x", "newsroom_\x00", "newsroom_" + "9" * 9_000, "é"]
)
def test_a_forged_token_gets_a_sentence(said):
    answer = asked(said)
    assert (answer.status_code, answer.headers["Content-Type"]) == (401, "application/problem+json")
    assert answer.headers["WWW-Authenticate"].startswith("Bearer")
    assert "This token is none" in answer.json()["detail"]


@pytest.mark.django_db
@pytest.mark.parametrize("header", ["", "Bearer", "Basic cml0YTp4", "Bearer "])
def test_without_a_token_everybody_is_answered(header):
    assert Client().get("/api/v1/countries", headers={"Authorization": header}).status_code == 200


def test_the_limiter_counts_for_the_account(researcher, limits, rate):
    rate(api="1/minute")
    one, other = make_token(researcher, "one"), make_token(researcher, "other")
    assert [asked(one).status_code for _ in range(3)] == [200, 200, 200]
    assert [asked(other).status_code for _ in range(3)] == [200, 200, 429]
    stranger = Client()
    assert [stranger.get("/api/v1/countries").status_code for _ in range(2)] == [200, 429]
    refused = stranger.get("/api/v1/countries")
    assert (refused.headers["Content-Type"], refused.json()["status"]) == ("application/problem+json", 429)
    assert int(refused.headers["Retry-After"]) > 0

"""Every address of the site, asked by everybody: strangers and each role, by GET and by POST.

TABLE says who may, by the name of the address (its route, where it has none). A new address fails here until it is
listed: add a line with who may, what GET and POST answer to those where not 200 and 405, and what its angle brackets
are filled with. Nothing is sent by POST but an empty form.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

import pytest
from django.conf import settings
from django.contrib.auth.models import User
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver

from accounts.groups import give_role
from accounts.models import Job
from accounts.roles import ADMINISTRATOR, BY_NAME, CHIEF_EDITOR, EDITOR, READER, RESEARCHER, ROLES, Role
from articles.editing.corrections import Edit, correct_value
from articles.importing.importer import import_article
from articles.models import MergeCandidate, Person, Publisher, PublisherCandidate, WithdrawalKind
from articles.sources import SourceArticle, SourceParagraph
from articles.withdrawal.withdraw import Ground, withdraw

STRANGER = "stranger"  # asks without an account
EVERYBODY = None  # who may: strangers too
SIGNED_IN = READER
TEXTS = (
    "“Nobody will wait for a boat again,” the ferry minister, Amara Okafor, told reporters in Lisbon.",
    "The harbour was opened by Joana Prata.",
)


@dataclass(frozen=True)
class Address:
    """Who may ask an address, from which role on; what those are answered; what its angle brackets are filled with."""

    least: Role | None = EVERYBODY
    get: int = 200
    post: int = 405
    arguments: dict[str, str] = field(default_factory=dict)


def page(least: Role | None = EVERYBODY, get: int = 200, post: int = 405, **arguments: str) -> Address:
    """Make a line of the table. An argument is the name of a thing of the `things` below, or a text as it stands."""
    return Address(least, get, post, arguments)


TABLE = {
    # articles
    "front": page(),
    "articles": page(),
    "articles-file": page(ending="csv"),
    "article": page(pk="article"),
    "paragraph": page(get=302, pk="article", number="1"),
    "paragraph-as-it-was": page(get=404, pk="article", number="1", digits="000000"),
    "correct": page(EDITOR, post=200, pk="article", field="title"),
    "article-history": page(EDITOR, pk="article"),
    "quotation-history": page(EDITOR, pk="quotation"),
    "person-history": page(EDITOR, pk="person"),
    "corrections": page(EDITOR),
    "article-versions": page(EDITOR, pk="article"),
    "article-version": page(EDITOR, pk="article", number="1"),
    "conflicts": page(EDITOR),
    "decide-conflict": page(EDITOR, get=405, post=302, pk="conflict"),
    "to-look-at": page(EDITOR),
    "corrections-csv": page(EDITOR),
    "corrections-jsonl": page(EDITOR),
    "corrections-feed": page(),
    "revert": page(EDITOR, post=200, pk="correction"),
    "withdraw-article": page(CHIEF_EDITOR, post=200, pk="article"),
    "restore-article": page(CHIEF_EDITOR, post=200, pk="withdrawn article"),
    "erase-article": page(CHIEF_EDITOR, post=200, pk="withdrawn article"),
    "withdrawn": page(CHIEF_EDITOR),
    "switch-marks": page(get=405, post=302),
    "quotations": page(get=301),
    "quotation": page(pk="quotation"),
    "correct-speaker": page(EDITOR, post=200, pk="quotation"),
    "correct-about": page(EDITOR, post=200, pk="quotation"),
    "correct-kind": page(EDITOR, post=200, pk="quotation"),
    "correct-cue": page(EDITOR, post=200, pk="quotation"),
    "correct-words": page(EDITOR, post=200, pk="quotation"),
    "reject-quotation": page(EDITOR, post=200, pk="quotation"),
    "restore-quotation": page(EDITOR, post=200, pk="quotation"),
    "check-quotation": page(EDITOR, post=200, pk="quotation"),
    "uncheck-quotation": page(EDITOR, post=200, pk="quotation"),
    "correct-text": page(EDITOR, post=200, pk="article", anchor="p1"),
    "paragraph-kind": page(EDITOR, post=200, pk="article", anchor="p1"),
    "add-mention": page(EDITOR, post=200, pk="article", anchor="p1"),
    "correct-mention": page(EDITOR, post=200, pk="mention"),
    "reject-mention": page(EDITOR, post=200, pk="mention"),
    "restore-mention": page(EDITOR, post=200, pk="mention"),
    "check-mention": page(EDITOR, post=200, pk="mention"),
    "uncheck-mention": page(EDITOR, post=200, pk="mention"),
    "add-quotation": page(EDITOR, post=200, pk="article", anchor="p1"),
    "people": page(),
    "people-file": page(ending="csv"),
    "suggested-people": page(),
    "person": page(pk="person"),
    "edit-person": page(EDITOR, post=302, pk="person"),
    "correct-person": page(EDITOR, post=200, pk="person", what="name"),
    "split-person": page(EDITOR, post=200, pk="person"),
    "join-person": page(EDITOR, post=200, pk="person"),
    "merge-candidates": page(EDITOR),
    "decide-merge": page(EDITOR, post=302, pk="pair of people"),
    "people/offers/": page(get=308, post=308),
    "people/offers/<int:pk>/": page(get=308, post=308, pk="pair of people"),
    "coverage": page(),
    "publisher-coverage": page(slug="publisher"),
    "publishers": page(),
    "publishers-file": page(ending="csv"),
    "publisher": page(slug="publisher"),
    "name-publisher": page(EDITOR, get=405, post=302, slug="publisher"),
    "publisher-candidates": page(EDITOR),
    "decide-publishers": page(EDITOR, post=302, pk="pair of publishers"),
    "countries": page(),
    "countries-file": page(ending="csv"),
    "country": page(code="PT"),
    # search
    "search": page(),
    "search-help": page(),
    "search-values": page(facet="people"),
    "concordance": page(),
    "suggestions": page(),
    "opened": page(pk="article"),
    "export": page(get=400, ending="csv"),  # nothing is searched
    "export-groups": page(get=400, ending="csv"),
    "export-months": page(get=400, ending="csv"),
    "export-values": page(get=503, facet="people", ending="csv"),  # nothing is indexed
    "ask-for-file": page(SIGNED_IN, get=400, post=400),  # nothing is searched
    "kept-files": page(SIGNED_IN),
    "kept-file": page(SIGNED_IN, get=404, pk="1"),  # another's, or none
    "fetch-file": page(SIGNED_IN, get=404, pk="1"),
    "delete-file": page(SIGNED_IN, get=405, post=404, pk="1"),
    "feed": page(get=400),
    "api": page(),
    "api-openapi": page(),
    "api-search": page(get=400, unit="paragraphs"),
    # desk
    "cite-article": page(pk="article"),
    "cite-article-file": page(pk="article", ending="bib"),
    "cite-paragraph": page(get=302, pk="article", number="1", digits="000000"),
    "cite-paragraph-file": page(get=302, pk="article", number="1", digits="000000", ending="ris"),
    "cite-quotation": page(pk="quotation"),
    "cite-quotation-file": page(pk="quotation", ending="json"),
    "cite-search": page(get=400),  # nothing is searched
    "cite-search-file": page(get=400, ending="bib"),
    "api-v1": page(get=302, post=302),
    "api-v1-openapi": page(),
    "v1-articles": page(),
    "v1-article": page(id="article"),
    "v1-paragraphs": page(get=503),  # there is no index
    "v1-paragraph": page(id="paragraph"),
    "v1-quotations": page(get=503),
    "v1-quotation": page(id="quotation"),
    "v1-people": page(),
    "v1-person": page(id="person"),
    "v1-countries": page(),
    "v1-country": page(code="PT"),
    "v1-publishers": page(),
    "v1-publisher": page(id="number of the publisher"),
    "v1-search": page(get=400, unit="paragraphs"),
    # accounts
    "sign-in": page(post=200),
    "account_login": page(post=200),
    "account_inactive": page(),
    "account_reset_password": page(post=200),
    "account_reset_password_done": page(),
    "account_reset_password_from_key": page(post=200, uidb36="1", key="no-such-key"),
    "unsaved": page(SIGNED_IN),
    "sign-out": page(get=405, post=302),
    "accounts": page(ADMINISTRATOR),
    "invite": page(ADMINISTRATOR, post=200),
    "account-changes": page(ADMINISTRATOR),
    "managed-account": page(ADMINISTRATOR, pk="account"),
    "account-role": page(ADMINISTRATOR, get=405, post=302, pk="account"),
    "close-account": page(ADMINISTRATOR, get=405, post=302, pk="account"),
    "reopen-account": page(ADMINISTRATOR, get=405, post=302, pk="account"),
    "account-link": page(ADMINISTRATOR, get=405, post=200, pk="account"),
    "jobs": page(EDITOR),
    "job": page(EDITOR, pk="job"),
    "start-job": page(CHIEF_EDITOR, get=405, post=302, name="extract-again"),
    "stop-job": page(CHIEF_EDITOR, get=405, post=302, pk="job"),  # and who asked for it
    "go-on-with-job": page(CHIEF_EDITOR, get=405, post=302, pk="job"),
    "account": page(SIGNED_IN),
    "account-email": page(SIGNED_IN, post=200),
    "account_change_password": page(SIGNED_IN, post=200),
    "new-token": page(RESEARCHER, get=405, post=302),
    "end-token": page(RESEARCHER, get=405, post=302),
    "account-sessions": page(SIGNED_IN, get=302, post=302),
    # the installation
    "health": page(post=200),
    "design": page(get=404),
}


def patterns(resolver: URLResolver, before: str = "") -> Iterator[tuple[str, URLPattern, str]]:
    """Yield each address of the site: what it is called in TABLE, its pattern, and its route."""
    for one in resolver.url_patterns:
        route = f"{before}{one.pattern}"
        if isinstance(one, URLResolver):
            yield from patterns(one, route)
        else:
            yield one.name or route, one, route


ADDRESSES = {name: (pattern, route) for name, pattern, route in patterns(get_resolver())}


@pytest.fixture(scope="module")
def things(rows_of_a_module) -> dict[str, object]:
    """What stands in angle brackets: a number, or a slug, of one of each."""
    paragraphs = tuple(map(SourceParagraph, TEXTS))
    source = SourceArticle("a place", "a.txt", paragraphs, title="Boats", publisher="The Post")
    article = import_article(source).article
    gone = import_article(SourceArticle("a place", "b.txt", (SourceParagraph("It rained."),))).article
    withdraw(gone.pk, Ground(WithdrawalKind.ERROR, "It did not rain."))
    people = Person.objects.order_by("pk")[:2]
    post = Publisher.objects.get()
    posts = Publisher.objects.create(name="The Posts", slug="the-posts", identity="posts")
    title = Edit("Boats again", "as printed", User.objects.create_user("edith"), article.revision)
    correction = correct_value(article.pk, "title", title)
    import_article(replace(source, title="More boats"))
    return {
        "account": User.objects.create_user("rita").pk,
        "correction": correction.pk,
        "conflict": article.conflicts.get().pk,
        "article": article.pk,
        "withdrawn article": gone.pk,
        "quotation": article.quotations.get().pk,
        "person": people[0].pk,
        "mention": article.paragraphs.filter(mentions__gt=0).values_list("mentions", flat=True)[0],
        "publisher": post.slug,
        "number of the publisher": post.pk,
        "paragraph": article.paragraphs.values_list("pk", flat=True)[0],
        "pair of people": MergeCandidate.objects.create(first=people[0], second=people[1], kind="spelling").pk,
        "job": Job.objects.create(task="no.task", key="no.task", what="Nothing").pk,
        "pair of publishers": PublisherCandidate.objects.create(first=post, second=posts).pk,
    }


@pytest.fixture(scope="module")
def sessions(rows_of_a_module) -> dict[str, str]:
    """The key of a session of each role, by the role's name."""
    keys = {}
    for role in ROLES:
        user = User.objects.create_user(role.name.replace(" ", "-"), password="a long enough password")
        give_role(user, role)
        client = Client()
        client.force_login(user)
        keys[role.name] = client.cookies[settings.SESSION_COOKIE_NAME].value
    return keys


def client_of(who: str, sessions: dict[str, str]) -> Client:
    client = Client()
    if who != STRANGER:
        client.cookies[settings.SESSION_COOKIE_NAME] = sessions[who]
    return client


def filled(route: str, arguments: dict[str, str], things: dict[str, object]) -> str:
    """Return an address, with its angle brackets filled."""
    for name, word in arguments.items():
        route = re.sub(rf"<(\w+:)?{name}>", str(things.get(word, word)), route)
    return f"/{route}"


def is_sign_in(answer) -> bool:
    """Say whether somebody was asked to sign in: sent to that page, or shown it with what they sent."""
    if answer.status_code == 302:
        return answer.url.startswith("/sign-in/?next=/")
    return answer.status_code == 200 and 'action="/sign-in/"' in answer.content.decode()


def is_refusal(who: str, answer, expected: int) -> bool:
    """Say whether somebody who may not was answered as is due; a method that there is not may be said first."""
    if expected == 405 and answer.status_code == 405:
        return True
    if who == STRANGER:
        return is_sign_in(answer)
    return answer.status_code == 403 and "It takes" in answer.content.decode()


def test_every_address_is_listed_and_no_other():
    assert set(ADDRESSES) == set(TABLE)


@pytest.mark.django_db
@pytest.mark.parametrize("name", TABLE)
def test_an_address_answers_each_role_as_it_is_listed(name, things, sessions):
    listed, (_, route) = TABLE[name], ADDRESSES[name]
    address = filled(route, listed.arguments, things)
    for method, expected in (("get", listed.get), ("post", listed.post)):
        for who in (STRANGER, *BY_NAME):
            answer = getattr(client_of(who, sessions), method)(address)
            asked = f"{method} {address} by {who}: {answer.status_code}"
            if may(who, listed.least):
                assert answer.status_code == expected, asked
            else:
                assert is_refusal(who, answer, expected), asked


def may(who: str, least: Role | None) -> bool:
    if least is EVERYBODY:
        return True
    return who != STRANGER and ROLES.index(BY_NAME[who]) >= ROLES.index(least)

"""What every page holds to, whatever an article says: a strict policy, nothing inline, text that stays text."""

from html.parser import HTMLParser

import pytest
from django.core.management import call_command

from articles.importing.importer import import_article
from articles.models import Person, Quotation
from articles.sources import SourceArticle, SourceParagraph

pytestmark = pytest.mark.django_db

HOSTILE = "<script>alert('x')</script><img src=x onerror=alert(1)>"


class InlineFinder(HTMLParser):
    """Collects what the policy forbids: inline scripts, styles and handlers, and addresses that run."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag, attrs):
        names = dict(attrs)
        if tag == "style" or (tag == "script" and "src" not in names):
            self.found.append(f"<{tag}>")
        for name, value in attrs:
            if name == "style" or name.startswith("on") or (value or "").strip().lower().startswith("javascript:"):
                self.found.append(f"{tag} {name}={value}")


def inline(page: str) -> list[str]:
    finder = InlineFinder()
    finder.feed(page)
    return finder.found


def test_the_finder_finds():
    assert len(inline("<p style=x onclick=y><script>1</script><style></style><a href=' JavaScript:1'>")) == 5


@pytest.fixture
def archive():
    """An article that is hostile wherever a text goes."""
    texts = (
        f"The mayor, Amara Okafor, met {HOSTILE} in Lisbon.",
        f"“Never {HOSTILE} again,” Okafor said.",
    )
    article = SourceArticle(
        place="a place",
        file_name=f"{HOSTILE}.txt",
        paragraphs=tuple(map(SourceParagraph, texts)),
        source_id="test:1",
        title=f"A title {HOSTILE}",
        standfirst=HOSTILE,
        byline=HOSTILE,
        publisher=HOSTILE,
        section=HOSTILE,
        url="javascript:alert(1)",
    )
    key = import_article(article).article.pk
    call_command("sync_index")
    return key


PAGES = [
    "/",
    "/articles/",
    "/articles/{article}/",
    "/search/?unit=quotations",
    "/quotations/{quotation}/",
    "/people/",
    "/people/{person}/",
    "/countries/",
    "/countries/PT/",
    "/search/",
    "/search/?q=mayor",
    "/search/?q=%3Cscript%3Ealert(1)%3C/script%3E",
    "/search/opened/{article}/?q=script+OR+alert+OR+mayor&at=1",
    "/cite/articles/{article}/",
    "/cite/quotations/{quotation}/",
    "/cite/search/?q=%3Cscript%3Ealert(1)%3C/script%3E",
    "/sign-in/",
    "/api/",
]


@pytest.mark.parametrize("address", PAGES)
def test_a_page_keeps_to_the_policy_and_text_stays_text(client, archive, address):
    person = Person.objects.get(name="Amara Okafor").pk
    quotation = Quotation.objects.get(text__startswith="Never").pk
    answer = client.get(address.format(article=archive, person=person, quotation=quotation), follow=True)
    assert answer.status_code == 200
    assert inline(answer.content.decode()) == []
    policy = answer.headers["Content-Security-Policy"]
    assert "default-src 'self'" in policy
    assert "unsafe" not in policy
    assert answer.headers["X-Frame-Options"] == "DENY"
    assert answer.headers["X-Content-Type-Options"] == "nosniff"


@pytest.mark.parametrize("address", ["/api/search/paragraphs?q=mayor", "/api/search/paragraphs?q=%3Cscript%3E"])
def test_data_is_never_taken_for_a_page(client, archive, address):
    answer = client.get(address)
    assert answer.headers["Content-Type"] in ("application/json", "application/problem+json")
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert "default-src 'self'" in answer.headers["Content-Security-Policy"]
    assert answer.json()["q"] in ("mayor", "<script>")


def test_an_address_that_is_no_web_address_is_no_link(client, archive):
    assert "javascript:alert(1)" in client.get(f"/articles/{archive}/").content.decode()
    assert inline(client.get(f"/articles/{archive}/").content.decode()) == []

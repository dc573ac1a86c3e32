"""Pages with forms are kept nowhere, those without may be."""

import pytest

from accounts.groups import give_role
from accounts.roles import EDITOR
from tests.accounts.pages.conftest import as_rita, rita  # noqa: F401 (fixtures)


def is_kept_nowhere(answer) -> bool:
    return "no-store" in answer.headers.get("Cache-Control", "")


@pytest.mark.parametrize(
    "address", ["/sign-in/", "/account/", "/account/password/", "/people/merge-candidates/", "/people/"]
)
def test_a_page_with_a_form_is_kept_nowhere(as_rita, rita, address):  # noqa: F811
    give_role(rita, EDITOR)
    answer = as_rita.get(address)
    assert answer.status_code == 200
    assert is_kept_nowhere(answer)


@pytest.mark.django_db
@pytest.mark.parametrize(("address", "nowhere"), [("/sign-in/", True), ("/people/", False), ("/articles/", False)])
def test_what_strangers_read_without_a_form_may_be_kept(client, address, nowhere):
    assert is_kept_nowhere(client.get(address)) == nowhere

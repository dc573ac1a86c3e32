"""Who of an article's people bears a role, each question answered once."""

import pytest

from articles.extraction.speakers.role_bearers import RoleBearers

ROLES = {0: "mayor of Bergen, Norway", 1: "Chinese president", 3: "Rep."}


class CountedRoles(dict[int, str]):
    """Roles that count how often all of them are gone through."""

    times = 0

    def items(self):
        self.times += 1
        return super().items()


@pytest.mark.parametrize(
    ("code", "people"), [("NO", {0, 2, 3}), ("CN", {1, 2, 3}), ("FR", {2, 3}), (None, {0, 1, 2, 3}), ("", {0, 1, 2, 3})]
)
def test_who_may_be_of_a_country(code, people):
    assert RoleBearers(ROLES, 4).perhaps_of(code) == people


@pytest.mark.parametrize(
    ("noun", "code", "people"),
    [
        ("mayor", None, {0}),
        ("mayor", "NO", {0}),
        ("mayor", "CN", set()),
        ("leader", "CN", {1}),
        ("skipper", None, set()),
    ],
)
def test_whose_role_has_a_noun(noun, code, people):
    assert RoleBearers(ROLES, 4).with_role(noun, code) == people


def test_titles_and_nouns_of_one_sort_say_the_same():
    assert RoleBearers(ROLES, 4).described_by("lawmaker") == {3}


def test_the_roles_are_gone_through_once_for_however_many_descriptions():
    roles = CountedRoles(ROLES)
    bearers = RoleBearers(roles, 4)
    for _ in range(100):
        bearers.described_by("lawmaker"), bearers.with_role("mayor", "NO"), bearers.perhaps_of("NO")
    assert roles.times == 3

"""The page of accounts says of every role what it may."""

import re

from accounts.permissions import IN_WORDS
from accounts.roles import ROLES
from tests.conftest import ROOT


def test_the_table_of_roles_is_what_holds():
    page = (ROOT / "docs" / "accounts.md").read_text()
    rows = dict(re.findall(r"^\| ([a-z ]+) \| (.+) \|$", page, re.MULTILINE))
    rows.pop("role")
    assert rows == {role.name: "; ".join(IN_WORDS[one] for one in role.adds) for role in ROLES}

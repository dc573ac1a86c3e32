"""The roles that people have, from the least to the most; each may do what those before it may."""

from dataclasses import dataclass

from accounts.permissions import (
    BATCH,
    CORRECT,
    ERASE,
    EXPORT_LARGE,
    HIDE_NAMES,
    KEEP_LISTS,
    MANAGE_ACCOUNTS,
    USE_TOKENS,
    WITHDRAW,
)


@dataclass(frozen=True)
class Role:
    """A role by its name, which is its group's too, and what it may beyond the role before it."""

    name: str
    adds: tuple[str, ...]

    @property
    def with_article(self) -> str:
        """Return its name as a sentence has it: "an editor"."""
        return f"{'an' if self.name[0] in 'aeiou' else 'a'} {self.name}"


READER = Role("reader", (KEEP_LISTS,))
RESEARCHER = Role("researcher", (USE_TOKENS, EXPORT_LARGE))
EDITOR = Role("editor", (CORRECT,))
CHIEF_EDITOR = Role("chief editor", (WITHDRAW, ERASE, HIDE_NAMES, BATCH))
ADMINISTRATOR = Role("administrator", (MANAGE_ACCOUNTS,))

ROLES = (READER, RESEARCHER, EDITOR, CHIEF_EDITOR, ADMINISTRATOR)
BY_NAME = {role.name: role for role in ROLES}


def permissions_of(role: Role) -> tuple[str, ...]:
    """Return all that a role may."""
    return tuple(permission for one in ROLES[: ROLES.index(role) + 1] for permission in one.adds)


def first_with(permission: str) -> Role:
    """Return the least role that has a permission. Raises StopIteration for one that none has."""
    return next(role for role in ROLES if permission in role.adds)

"""A query in plain English: what a page of results says of how it searched."""

from collections.abc import Iterable
from dataclasses import dataclass

from search.language.ast import And, Field, Having, Not, Or, Query, Scope, UnresolvedName, Within

SCOPE_DESCRIPTIONS: dict[Scope, str] = {
    "title": "an article whose title has {}",
    "titles": "in titles: {}",
    "quotes": "within quotations: {}",
    "captions": "in captions: {}",
}
SCOPE_NAMES: dict[Scope, str] = {
    "title": "",
    "titles": "a title",
    "quotes": "a quotation",
    "captions": "a caption",
}


@dataclass(frozen=True, slots=True)
class ResolvedName:
    """Whom or what of the archive a name in a field led to: the likeliest by name, and how many more there are."""

    field: Field
    text: str
    names: tuple[str, ...]
    more: int = 0

    def __str__(self) -> str:
        names = [*self.names, *([f"{self.more:,} more"] if self.more else [])]
        return " and ".join(part for part in (", ".join(names[:-1]), *names[-1:]) if part) or "not in the archive"


def describe(query: Query, resolved: Iterable[ResolvedName] = ()) -> str:
    """Return a query in plain English, with whom each name led to where that is among `resolved`."""
    return _Describer(resolved).describe(query)


class _Describer:
    def __init__(self, resolved: Iterable[ResolvedName]) -> None:
        self.resolved = {(name.field, name.text): name for name in resolved}

    def describe(self, query: Query) -> str:
        match query:
            case And(parts):
                return " and ".join(self._grouped(part, Or) for part in parts)
            case Or(parts):
                return " or ".join(self._grouped(part, And) for part in parts)
            case Not(part):
                return f"not {self._grouped(part, And, Or)}"
            case Within(scope, part):
                return SCOPE_DESCRIPTIONS[scope].format(self._grouped(part, And, Or)) if part else SCOPE_NAMES[scope]
            case UnresolvedName(field, text) | Having(field, _, text) if (field, text) in self.resolved:
                return query.describe(str(self.resolved[field, text]))
            case _:
                return query.describe()

    def _grouped(self, query: Query, *kinds: type[Query]) -> str:
        return f"({self.describe(query)})" if isinstance(query, kinds) else self.describe(query)

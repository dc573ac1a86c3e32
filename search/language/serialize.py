"""A query as a text that can be typed: parsing it gives the same tree."""

from search.language.ast import And, Not, Or, Query, Scope, Within


def serialize(query: Query) -> str:
    """Return a text of which the parser makes this very tree."""
    match query:
        case And(parts):
            return " ".join(_grouped(part, Or, Within) for part in parts)
        case Or(parts):
            return " OR ".join(serialize(part) for part in parts)
        case Not(part):
            return "-" + _grouped(part, And, Or, Within, Not)
        case Within(scope, part):
            return _serialize_within(scope, part)
        case _:
            return query.serialize()


def _serialize_within(scope: Scope, part: Query | None) -> str:
    if scope == "title" and part is not None:
        return f"title:({serialize(part)})"
    return f"in:{scope}" if part is None else f"in:{scope} {_grouped(part, Or, Within)}"


def _grouped(query: Query, *kinds: type[Query]) -> str:
    """Serialize a part, in parentheses where it is of one of these kinds and does not stand for itself."""
    stands_alone = isinstance(query, Within) and (query.scope == "title" or query.part is None)
    return f"({serialize(query)})" if isinstance(query, kinds) and not stands_alone else serialize(query)

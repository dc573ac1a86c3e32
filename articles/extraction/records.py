"""Records: dataclasses whose fields are set once, when one is made.

The type checker refuses any later assignment, by `frozen_default` of PEP 681. At run time nothing does: what makes a
dataclass frozen (`object.__setattr__` for every field) takes five times as long, and an article makes hundreds.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TypeVar, dataclass_transform, overload

Record = TypeVar("Record")


@overload
def record(cls: type[Record]) -> type[Record]: ...
@overload
def record(*, eq: bool = True, order: bool = False) -> Callable[[type[Record]], type[Record]]: ...


@dataclass_transform(frozen_default=True, field_specifiers=(field,))
def record(
    cls: type[Record] | None = None, *, eq: bool = True, order: bool = False
) -> type[Record] | Callable[[type[Record]], type[Record]]:
    """Make a class a record, which may be a key of a dict.

    Records are equal where their fields are, without `eq` only to themselves; with `order` they are sorted by them.
    """
    made = dataclass(slots=True, eq=eq, unsafe_hash=eq, order=order)
    return made if cls is None else made(cls)

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
def record(*, order: bool = False) -> Callable[[type[Record]], type[Record]]: ...


@dataclass_transform(frozen_default=True, field_specifiers=(field,))
def record(
    cls: type[Record] | None = None, *, order: bool = False
) -> type[Record] | Callable[[type[Record]], type[Record]]:
    """Make a class a record: compared, and with `order` sorted, by its fields in turn; it may be a key of a dict."""
    made = dataclass(slots=True, unsafe_hash=True, order=order)
    return made if cls is None else made(cls)

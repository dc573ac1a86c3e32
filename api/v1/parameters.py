"""What all requests have in common: parameters that are known, given once where one is enough, and a size and a cursor.

A declaration of parameters is a class; its fields are what is validated and what is described. What does not fit is
refused with a sentence, nothing is left out in silence.
"""

from collections.abc import Iterable, Mapping
from typing import Annotated, Any

from django.http import HttpRequest, QueryDict
from pydantic import BaseModel, ConfigDict, Field, ValidationInfo, model_validator

from api.v1.cursors import LONGEST
from api.v1.problems import ApiProblem

MOST_NAMED = 40  # characters of a name that a sentence repeats
SIZE, MAX_SIZE = 25, 100


def _as_given(schema: dict[str, Any]) -> None:
    """Take out of a schema what stands for a parameter that is not given: nobody can send that."""
    for one in schema["properties"].values():
        if one.get("default", 0) in (None, []):
            one.pop("default")
        if "anyOf" in one:
            one |= next(kind for kind in one.pop("anyOf") if kind.get("type") != "null")


class Parameters(BaseModel):
    """Parameters of an address. Raises ApiProblem for one that is unknown, or given twice where one is enough."""

    model_config = ConfigDict(frozen=True, json_schema_extra=_as_given, use_attribute_docstrings=True)

    @model_validator(mode="before")
    @classmethod
    def _as_sent(cls, data: Any, info: ValidationInfo) -> Any:
        request: HttpRequest | None = (info.context or {}).get("request")
        if request is not None:
            cls._refuse_unknown(request.GET)
            cls._refuse_repeated(request.GET)
        return data

    @classmethod
    def _refuse_unknown(cls, given: QueryDict) -> None:
        unknown = sorted(set(given) - set(cls.model_fields))
        if unknown:
            known = ", ".join(cls.model_fields)
            raise ApiProblem(400, f"There is no parameter “{unknown[0][:MOST_NAMED]}” here; there are {known}.")

    @classmethod
    def _refuse_repeated(cls, given: QueryDict) -> None:
        for name, values in given.lists():
            if len(values) > 1 and not isinstance(cls.model_fields[name].get_default(call_default_factory=True), list):
                raise ApiProblem(400, f"Give “{name}” once: it has one value.")

    def asked(self) -> dict[str, Any]:
        """Return what is asked for, without what goes without saying, whichever page and size of it."""
        return self.model_dump(exclude={"cursor", "size"}, exclude_defaults=True)


class ListParameters(Parameters):
    """Parameters of a list."""

    size: Annotated[int, Field(ge=1, le=MAX_SIZE)] = SIZE
    """How many items an answer has, at the most."""
    cursor: Annotated[str, Field(max_length=LONGEST, pattern="^[A-Za-z0-9_:.-]+$")] | None = None
    """Where to go on: `next_cursor` of the answer before, with the same parameters."""


def as_query(values: Mapping[str, Any]) -> QueryDict:
    """Return values of parameters as an address has them."""
    query = QueryDict(mutable=True)
    for name, value in values.items():
        query.setlist(name, [str(one) for one in (value if isinstance(value, list) else [value])])
    return query


def refuse(sentences: Iterable[str], status: int = 404) -> None:
    """Raise ApiProblem where there are sentences about what the archive does not have."""
    if said := " ".join(sentences):
        raise ApiProblem(status, said)

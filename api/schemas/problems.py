"""The schema of errors: problem details by RFC 9457 (application/problem+json)."""

from pydantic import TypeAdapter
from pydantic.dataclasses import dataclass

from api.schemas.items import CONFIG


@dataclass(frozen=True, slots=True, config=CONFIG)
class RefusedParameter:
    """A parameter that could not be taken, and why, in one sentence."""

    parameter: str
    sentence: str


@dataclass(frozen=True, slots=True, config=CONFIG)
class Problem:
    """Why there is no answer (RFC 9457, application/problem+json)."""

    type: str
    title: str
    status: int
    detail: str
    """What is wrong, in a sentence for people."""
    parameters: tuple[RefusedParameter, ...] = ()
    """Where several parameters are wrong, each of them."""


PROBLEM = TypeAdapter(Problem)

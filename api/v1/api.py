"""The API of version 1, put together."""

from typing import Any

from ninja import NinjaAPI
from ninja.errors import ValidationError, ValidationErrorContext
from ninja.operation import Operation

from api.v1 import articles, countries, paragraphs, people, publishers, quotations, search
from api.v1.reading import served_urls, tell_problems

VERSION = "1.0.0"  # raise the second number with what is new; what would break a program is /api/v2/
MEANING = (
    "The archive as data: what its pages show, with the same counts. Everything is only read; no key is needed, and who"
    " has an account may send a token to be answered more often. What can't be read of a request is refused with a"
    " sentence. Lists go on by cursors. Texts are their publishers'."
)

Contexts = list[ValidationErrorContext[Any]]


class VersionOne(NinjaAPI):
    """The API of version 1; its operations are called what their functions are."""

    def get_openapi_operation_id(self, operation: Operation) -> str:
        """Return the name by which a client that is made of the description calls an operation."""
        return operation.view_func.__name__

    def validation_error_from_error_contexts(
        self, error_contexts: list[ValidationErrorContext[Any]]
    ) -> ValidationError:
        """Return what could not be read, each fault with where it stands and what was given."""
        return ValidationError(
            [
                {**fault, "loc": (context.model.__ninja_param_source__, *fault["loc"])}
                for context in error_contexts
                for fault in context.pydantic_validation_error.errors(include_url=False)
            ]
        )


api = VersionOne(
    title="Newsroom",
    version=VERSION,
    description=MEANING,
    urls_namespace="api-v1",
    openapi_url=None,
    docs_url=None,
)
tell_problems(api)
for module in (articles, paragraphs, quotations, people, countries, publishers, search):
    api.add_router(f"/{module.__name__.rpartition('.')[2]}", module.router)
urls = served_urls(api)

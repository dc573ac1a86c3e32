"""A publisher, as a reader chooses it, or as an address names it: by number, by any of its spellings, by its slug."""

from typing import Any

from django import forms
from django_filters import ModelChoiceFilter
from django_filters.fields import ModelChoiceField

from articles.identity.publishers import publisher_called
from articles.models import Publisher


class PublisherField(ModelChoiceField):
    """A choice among the publishers; cleans to the one that pages show for what was given."""

    def to_python(self, value: Any) -> Publisher | None:
        if value in self.empty_values:
            return None
        self.validate_no_null_characters(value)
        publisher = publisher_called(str(value))
        if publisher is None:
            raise forms.ValidationError(self.error_messages["invalid_choice"], code="invalid_choice")
        return publisher

    def prepare_value(self, value: Any) -> Any:
        """Have the publisher chosen that a spelling means, or the number of one that was merged."""
        if isinstance(value, str) and value:
            publisher = publisher_called(value)
            return publisher.pk if publisher else value
        return super().prepare_value(value)


class PublisherFilter(ModelChoiceFilter):
    """Narrows a list by a publisher."""

    field_class = PublisherField

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(
            queryset=Publisher.objects.filter(merged_into=None),
            empty_label="Any publisher",
            error_messages={"invalid_choice": "The archive has no such publisher."},
            **kwargs,
        )

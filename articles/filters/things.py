"""A publisher or a section, as a reader chooses it, or as an address names it: by number or by any of its spellings."""

from typing import Any

from django import forms
from django.db.models import Model
from django.utils.translation import gettext_lazy as _
from django_filters import ModelChoiceFilter
from django_filters.fields import ModelChoiceField

from articles.identity.publishers import publishers_called
from articles.identity.sections import sections_called
from articles.models import Publisher, Section


class PublisherField(ModelChoiceField):
    """A choice among the publishers; cleans to the one that pages show for what was given."""

    @staticmethod
    def called(text: str) -> Model | None:
        """Return what a text means, or None."""
        return publishers_called([text]).get(text)

    def to_python(self, value: Any) -> Model | None:
        if value in self.empty_values:
            return None
        self.validate_no_null_characters(value)
        thing = self.called(str(value))
        if thing is None:
            raise forms.ValidationError(self.error_messages["invalid_choice"], code="invalid_choice")
        return thing

    def prepare_value(self, value: Any) -> Any:
        """Have that chosen which a spelling means, or the number of one that was merged."""
        if isinstance(value, str) and value:
            thing = self.called(value)
            return thing.pk if thing else value
        return super().prepare_value(value)


class SectionField(PublisherField):
    """A choice among the sections."""

    @staticmethod
    def called(text: str) -> Model | None:
        """Return what a text means, or None."""
        return sections_called([text]).get(text)


class PublisherFilter(ModelChoiceFilter):
    """Narrows a list by a publisher."""

    field_class = PublisherField

    def __init__(self, **kwargs: Any) -> None:
        unknown = {"invalid_choice": "The archive has no such publisher."}
        rows = Publisher.objects.filter(merged_into=None)
        super().__init__(queryset=rows, empty_label=_("Any publisher"), error_messages=unknown, **kwargs)


class SectionFilter(ModelChoiceFilter):
    """Narrows a list by a section, of whichever publisher."""

    field_class = SectionField

    def __init__(self, **kwargs: Any) -> None:
        unknown = {"invalid_choice": "The archive has no such section."}
        super().__init__(queryset=Section.objects.all(), empty_label=_("Any section"), error_messages=unknown, **kwargs)

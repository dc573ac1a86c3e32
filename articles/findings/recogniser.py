"""The recogniser of people that this installation chose: the setting PEOPLE_RECOGNISER, and what its findings bear."""

from django.conf import settings
from django.core.checks import CheckMessage, Error, register

from articles.extraction import version_with
from articles.extraction.recognisers import Recogniser, RecogniserError, recogniser_named


def recogniser() -> Recogniser:
    """Return the recogniser of the settings. Raises RecogniserError with a sentence where there is none."""
    return recogniser_named(settings.PEOPLE_RECOGNISER)


def extractor_version() -> str:
    """Return the version that findings are stored with: the extractor's, and the recogniser's where it is another."""
    return version_with(recogniser().name)


@register()
def check_recogniser(**_: object) -> list[CheckMessage]:
    """Say at the start, not at the first article, that the recogniser asked for cannot be had."""
    try:
        recogniser()
    except RecogniserError as problem:
        return [Error(str(problem), id="articles.E001")]
    return []

"""A newer extractor over an article that is in the archive already; what editors decided stays."""

from django.db import transaction

from articles import changes, enrichment, recognition
from articles.models import Article, Change


def outdated() -> list[int]:
    """Return the keys of the articles whose findings are of another version of the extractor, or another recogniser."""
    present = recognition.extractor_version()
    return list(Article.objects.exclude(extractor_version=present).order_by("pk").values_list("pk", flat=True))


@transaction.atomic
def reextract(article_key: int) -> None:
    """Extract again from the text of one article and store what is found now. Raises Article.DoesNotExist."""
    changes.take_turn()
    article = Article.objects.get(pk=article_key)
    speakers = enrichment.enrich(article, enrichment.forget_findings(article))
    article.revision += 1
    article.save()
    changes.record(article, Change.Kind.EXTRACTED, [*map(changes.speaker_field, speakers)])

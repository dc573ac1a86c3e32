"""Which article of the archive a source article is a version of; every look-up goes by an index."""

from collections.abc import Iterable, Mapping

from django.db.models import Q, QuerySet

from articles.findings.completion import UNFINISHED
from articles.models import Article, Paragraph
from articles.models.bulk_rows import select_rows
from articles.models.paragraph import fingerprint
from articles.paragraph_kinds import PassageKind
from articles.sources import SourceArticle

Content = tuple[str | None, str]  # an article's id in its source, if it has one, and the hash of its content
SAME_ARTICLE = 0.5  # a file's new version keeps more than this share of its paragraphs, and adds no more than it keeps
LATEST = 20  # articles of a file that its next version is compared with


def recognised(source: SourceArticle, content_hash: str) -> Article | None:
    """Find the article that this is a version of: by its id, else by its content, else by its file and text.

    The same content counts, too, where its date could not be read when it was imported.
    """
    if source.source_id:
        known = select_rows(Article, ("id",), "source_id", [source.source_id])
        return Article.objects.get(pk=known[0][0]) if known else None
    same = {one.content_hash: one for one in _anonymous(content_hash, source.undated_hash())}
    return same.get(content_hash) or next(iter(same.values()), None) or _same_file(source)


def _anonymous(*hashes: str) -> QuerySet[Article]:
    return Article.objects.filter(content_hash__in=hashes, source_id=None).order_by("pk")


def known_contents(contents: Iterable[Content]) -> set[Content]:
    """Return the contents among these that the archive has already, with all that was found in them (1 query)."""
    wanted = set(contents)
    ids = [source_id for source_id, _ in wanted if source_id]
    hashes = [content_hash for source_id, content_hash in wanted if not source_id]
    either = Q(source_id__in=ids) | Q(source_id=None, content_hash__in=hashes)
    finished = Article.objects.filter(either).exclude(UNFINISHED).order_by()
    return wanted & set(finished.values_list("source_id", "content_hash"))


def _same_file(source: SourceArticle) -> Article | None:
    """A file alone proves nothing ("latest.txt"); if most of its text is the same too, it is the same article."""
    new = {fingerprint(paragraph.text) for paragraph in source.paragraphs if paragraph.kind == PassageKind.BODY}
    latest = list(Article.objects.filter(source_id=None, file_name=source.file_name).order_by("-pk")[:LATEST])
    texts = _fingerprints(article.pk for article in latest)
    return next((article for article in latest if _most_is_the_same(new, texts[article.pk])), None)


def _fingerprints(articles: Iterable[int]) -> Mapping[int, set[str]]:
    """Return the fingerprints of these articles' body paragraphs (1 query)."""
    texts: dict[int, set[str]] = {article: set() for article in articles}
    rows = Paragraph.objects.filter(article__in=list(texts), kind=PassageKind.BODY).order_by() if texts else None
    for article, text in rows.values_list("article", "fingerprint") if rows is not None else ():
        texts[article].add(text)
    return texts


def _most_is_the_same(new: set[str], old: set[str]) -> bool:
    return len(new & old) > SAME_ARTICLE * max(len(new), len(old))

"""Which article of the archive a source article is a version of; every look-up goes by an index."""

from collections.abc import Iterable, Mapping

from django.db.models import Q

from articles.findings.completion import UNFINISHED
from articles.models import Article, Paragraph
from articles.models.bulk_rows import select_rows
from articles.models.paragraph import fingerprint
from articles.paragraph_kinds import PassageKind
from articles.sources import SourceArticle
from articles.withdrawal.barring import is_barred

Content = tuple[str | None, str]  # an article's id in its source, if it has one, and the hash of its content
SAME_ARTICLE = 0.5  # a file's new version keeps more than this share of its paragraphs, and adds no more than it keeps
LATEST = 20  # articles of a file that its next version is compared with


class StaysOutError(Exception):
    """The article was withdrawn or erased, so it does not come in, in whichever version."""


def recognised(source: SourceArticle, content_hash: str) -> Article | None:
    """Find the article that this is a version of: by its id, else by its content, else by its file and text.

    The same content counts, too, where its date could not be read when it was imported. Raises StaysOutError where it
    was withdrawn or erased.
    """
    key = _of_id(source.source_id) if source.source_id else _anonymous(source, content_hash)
    article = Article.every.filter(pk=key).first() if key else None
    if article.withdrawn if article else is_barred(source, content_hash):
        raise StaysOutError
    return article


def _of_id(source_id: str) -> int | None:
    return next((key for (key,) in select_rows(Article, ("id",), "source_id", [source_id])), None)


def _anonymous(source: SourceArticle, content_hash: str) -> int | None:
    """Return the key of the article, among those without an id, that this is a version of."""
    hashes = content_hash, source.undated_hash()
    rows = sorted(select_rows(Article, ("id", "content_hash", "source_id"), "content_hash", hashes))
    same = {hash_: key for key, hash_, source_id in rows if source_id is None}
    return same.get(content_hash) or next(iter(same.values()), None) or _same_file(source)


def known_contents(contents: Iterable[Content]) -> set[Content]:
    """Return the contents among these that the archive has already, with all that was found in them (1 query)."""
    wanted = set(contents)
    ids = [source_id for source_id, _ in wanted if source_id]
    hashes = [content_hash for source_id, content_hash in wanted if not source_id]
    either = Q(source_id__in=ids) | Q(source_id=None, content_hash__in=hashes)
    finished = Article.objects.filter(either).exclude(UNFINISHED).order_by()
    return wanted & set(finished.values_list("source_id", "content_hash"))


def _same_file(source: SourceArticle) -> int | None:
    """A file alone proves nothing ("latest.txt"); if most of its text is the same too, it is the same article."""
    new = {fingerprint(paragraph.text) for paragraph in source.paragraphs if paragraph.kind == PassageKind.BODY}
    of_file = Article.objects.filter(source_id=None, file_name=source.file_name).order_by("-pk")
    texts = _fingerprints(of_file.values_list("pk", flat=True)[:LATEST])
    return next((article for article in texts if _most_is_the_same(new, texts[article])), None)


def _fingerprints(articles: Iterable[int]) -> Mapping[int, set[str]]:
    """Return the fingerprints of these articles' body paragraphs, by article in the order given (1 query).

    What an editor corrected counts as it was imported, and boilerplate as the body text that its source calls it.
    """
    texts: dict[int, set[str]] = {article: set() for article in articles}
    columns = ("article_id", "kind", "imported_kind", "fingerprint", "imported_text")
    for article, kind, imported_kind, text, imported_text in select_rows(Paragraph, columns, "article_id", texts):
        if (imported_kind or kind) in (PassageKind.BODY, PassageKind.BOILERPLATE):
            texts[article].add(fingerprint(imported_text) if imported_text else text)
    return texts


def _most_is_the_same(new: set[str], old: set[str]) -> bool:
    return len(new & old) > SAME_ARTICLE * max(len(new), len(old))

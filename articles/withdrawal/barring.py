"""By what an import knows an article that was withdrawn or erased, whatever name it comes under.

Known is its id in its source; the content of any of its versions; and its text, where most of the body paragraphs of
the one that comes are those of the one that is gone, as a file's new version is known (importing/recognition.py).
"""

from collections import Counter
from collections.abc import Collection, Iterator
from functools import lru_cache
from hashlib import blake2b

from articles.models import Article, ArticleVersion, BarredContent
from articles.models.bulk_rows import insert_rows, select_rows
from articles.models.paragraph import fingerprint
from articles.paragraph_kinds import PassageKind
from articles.sources import SourceArticle

Of, BODY = BarredContent.Of, PassageKind.BODY
SAME_TEXT = 0.5  # of the paragraphs, those of either side, more than this share are the same


def bar(article: Article) -> None:
    """Have an article known, before its text is taken out, so that no import brings it in again."""
    insert_rows(BarredContent, ("article_number", "of", "hash"), ((article.pk, *one) for one in _hashes(article)))


def unbar(article: int) -> None:
    """Have it welcome again."""
    BarredContent.objects.filter(article_number=article).delete()


def is_barred(source: SourceArticle, content_hash: str) -> bool:
    """Say whether a source article that the archive does not have was withdrawn or erased (1 query, rarely 2)."""
    exact, texts = _hashes_of_source(source, content_hash)
    found = select_rows(BarredContent, ("article_number", "hash"), "hash", texts | exact)
    return any(one in exact for _, one in found) or _has_text(texts, Counter(article for article, _ in set(found)))


@lru_cache(maxsize=1)  # an import asks before it extracts, and again when it has the lock
def _hashes_of_source(source: SourceArticle, content_hash: str) -> tuple[frozenset[str], frozenset[str]]:
    """Return the hashes of which one alone tells an article, and those of its body paragraphs."""
    exact = {_hash(Of.CONTENT, content_hash), _hash(Of.CONTENT, source.undated_hash())}
    if source.source_id:
        exact.add(_hash(Of.ID, source.source_id))
    texts = (fingerprint(one.text) for one in source.paragraphs if one.kind == BODY)
    return frozenset(exact), frozenset(_hash(Of.TEXT, text) for text in texts)


def _has_text(texts: Collection[str], shared: Counter[int]) -> bool:
    """Say whether a text is that of one of the articles with which it shares so many paragraphs."""
    if not shared:
        return False
    of_gone = BarredContent.objects.filter(of=Of.TEXT)
    return any(
        times > SAME_TEXT * max(len(texts), of_gone.filter(article_number=article).values("hash").distinct().count())
        for article, times in shared.items()
        if times > SAME_TEXT * len(texts)
    )


def _hashes(article: Article) -> Iterator[tuple[str, str]]:
    if article.source_id:
        yield Of.ID, _hash(Of.ID, article.source_id)
    versions = ArticleVersion.objects.filter(article=article).values_list("content_hash", flat=True)
    yield from ((Of.CONTENT, _hash(Of.CONTENT, one)) for one in {article.content_hash, *versions})
    yield from ((Of.TEXT, _hash(Of.TEXT, fingerprint(text))) for text in _body_of(article))


def _body_of(article: Article) -> Iterator[str]:
    """Yield the body paragraphs as they were imported, beneath what editors made of them."""
    rows = article.paragraphs.values_list("text", "imported_text", "kind", "imported_kind")
    return (imported or text for text, imported, kind, imported_kind in rows if (imported_kind or kind) == BODY)


def _hash(of: str, value: str) -> str:
    return blake2b(f"{of}:{value}".encode(), digest_size=16).hexdigest()

"""By what an import knows an article that was withdrawn or erased, whatever name it comes under.

Known is its id in its source; the content of any of its versions; its title together with all its body paragraphs; and
its text alone, where most of the body paragraphs of the one that comes are those of the one that is gone, as a file's
new version is known (importing/recognition.py), and what both say has at least 300 characters, some 60 words: "This
video is no longer available." is the whole text of many articles.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from hashlib import blake2b

from articles.models import Article, ArticleVersion, BarredContent
from articles.models.bulk_rows import insert_rows, select_rows
from articles.models.paragraph import fingerprint
from articles.paragraph_kinds import PassageKind
from articles.sources import SourceArticle

Of, BODY = BarredContent.Of, PassageKind.BODY
IN_SOURCE = (BODY, PassageKind.BOILERPLATE)  # what a source calls body text
SAME_TEXT = 0.5  # of the paragraphs, those of either side, more than this share are the same
ENOUGH = 300  # characters (code points) in the paragraphs that are the same, by which an article is known without more


def bar(article: Article) -> None:
    """Have an article known, before its text is taken out, so that no import brings it in again."""
    insert_rows(BarredContent, ("article_number", "of", "hash"), ((article.pk, *one) for one in _hashes(article)))


def unbar(article: int) -> None:
    """Have it welcome again."""
    BarredContent.objects.filter(article_number=article).delete()


def is_barred(source: SourceArticle, content_hash: str) -> bool:
    """Say whether a source article that the archive does not have was withdrawn or erased (1 query, rarely 2)."""
    exact, texts = _hashes_of_source(source, content_hash)
    found = select_rows(BarredContent, ("article_number", "hash"), "hash", exact.union(texts))
    shared = defaultdict[int, set[str]](set)
    for article, one in found:
        shared[article].add(one)
    return any(exact & ones for ones in shared.values()) or _has_text(texts, shared)


@lru_cache(maxsize=1)  # an import asks before it extracts, and again when it has the lock
def _hashes_of_source(source: SourceArticle, content_hash: str) -> tuple[frozenset[str], Mapping[str, int]]:
    """Return the hashes of which one alone tells an article, and those of its body paragraphs with their lengths."""
    body = [one.text for one in source.paragraphs if one.kind == BODY]
    exact = {_hash(Of.CONTENT, content_hash), _hash(Of.CONTENT, source.undated_hash())}
    if source.title and body:
        exact.add(_titled(source.title, body))
    if source.source_id:
        exact.add(_hash(Of.ID, source.source_id))
    return frozenset(exact), {_hash(Of.TEXT, fingerprint(text)): len(text) for text in body}


def _has_text(texts: Mapping[str, int], shared: Mapping[int, set[str]]) -> bool:
    """Say whether a text, the hashes of its paragraphs and their lengths, is that of an article that shares some."""
    if not shared:
        return False
    of_gone = BarredContent.objects.filter(of=Of.TEXT)
    return any(
        len(ones)
        > SAME_TEXT * max(len(texts), of_gone.filter(article_number=article).values("hash").distinct().count())
        for article, ones in shared.items()
        if len(ones) > SAME_TEXT * len(texts) and sum(texts[one] for one in ones) >= ENOUGH
    )


def _hashes(article: Article) -> Iterator[tuple[str, str]]:
    if article.source_id:
        yield Of.ID, _hash(Of.ID, article.source_id)
    versions = ArticleVersion.objects.filter(article=article).values_list("content_hash", flat=True)
    yield from ((Of.CONTENT, _hash(Of.CONTENT, one)) for one in {article.content_hash, *versions})
    body, title = list(_body_of(article)), article.imported.get("title", article.title)
    if title and body:
        yield Of.CONTENT, _titled(title, body)
    yield from ((Of.TEXT, _hash(Of.TEXT, fingerprint(text))) for text in body)


def _body_of(article: Article) -> Iterator[str]:
    """Yield the body paragraphs as they were imported, boilerplate among them, beneath what editors made of them."""
    columns = "text", "imported_text", "kind", "imported_kind"
    rows = article.paragraphs.order_by("position").values_list(*columns)
    return (imported or text for text, imported, kind, imported_kind in rows if (imported_kind or kind) in IN_SOURCE)


def _titled(title: str, body: Iterable[str]) -> str:
    """Return the hash of a title with the body paragraphs under it."""
    return _hash(Of.CONTENT, "\n".join(map(fingerprint, (title, *body))))


def _hash(of: str, value: str) -> str:
    return blake2b(f"{of}:{value}".encode(), digest_size=16).hexdigest()

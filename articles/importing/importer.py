"""One source article into the archive: recognise → extract → one transaction: save → compare → store → journal.

Whatever takes long is done before the transaction, which makes sure that it still holds: an article that somebody else
imported meanwhile is recognised, and findings of a text that was changed are made again.

Cost: a fixed number of queries an article (some 25 for a new one, 1 for one that is known and unchanged), whatever the
size of the archive; every look-up goes by an index.
"""

from dataclasses import dataclass
from enum import StrEnum

from django.db.models import QuerySet

from articles import journal
from articles.content.layered_fields import apply_imported, corrected_fields, imported_values
from articles.content.paragraph_rows import insert_text, stored_paragraphs, upsert_headings, upsert_text
from articles.duplicates import clusters
from articles.extraction.findings import Passage
from articles.findings import store
from articles.findings.extracted import ExtractedText, again_where_stale, extract_from
from articles.models import Article, Change
from articles.models.paragraph import HEADINGS, StoredParagraph, fingerprint
from articles.paragraph_kinds import PassageKind
from articles.sources import SourceArticle
from articles.write_lock import patient_transaction

AS_IMPORTED = ("url", "language", "file_name")
SAME_ARTICLE = 0.5  # a file's new version keeps more than this share of its paragraphs, and adds no more than it keeps


class Outcome(StrEnum):
    """What importing one article did."""

    CREATED = "imported"
    UPDATED = "updated"
    UNCHANGED = "unchanged"


@dataclass(frozen=True)
class Imported:
    """An article of the archive and what importing it did."""

    article: Article
    outcome: Outcome


class RepeatedIdError(ValueError):
    """Two records of one run have the same id and another content each; the message says where the first stands."""


class ImportRun:
    """One run over any number of files, in which an id stands for one article.

    Without it, two records with the same id would overwrite each other in every run. It remembers 16 bytes and the
    place for each id.
    """

    def __init__(self) -> None:
        self.seen: dict[str, tuple[str, str]] = {}

    def take(self, source: SourceArticle) -> Imported:
        """Import one article. Raises RepeatedIdError where its id came before with another content."""
        if source.source_id:
            content = source.content_hash()[:16]
            first, place = self.seen.setdefault(source.source_id, (content, source.place))
            if first != content:
                raise RepeatedIdError(f"its id “{source.source_id}” stands at {place} too, with another content")
        return import_article(source)


@again_where_stale
def import_article(source: SourceArticle) -> Imported:
    """Bring one source article into the archive; the same one again changes nothing, not even the journal."""
    content_hash = source.content_hash()
    article = _recognised(source, content_hash)
    if article and article.content_hash == content_hash:
        return Imported(article, Outcome.UNCHANGED)
    return _store(source, content_hash, extract_from(_passages(source, article)))


def _passages(source: SourceArticle, article: Article | None) -> list[Passage]:
    """Return the passages that an article will have with this version; an editor's title and standfirst stay."""
    corrected = corrected_fields(article) if article else ()
    shown = {kind: getattr(article if kind in corrected else source, kind) for kind in map(PassageKind, HEADINGS)}
    headings = [Passage(text, kind) for kind, text in shown.items() if text]
    return headings + [Passage(paragraph.text, paragraph.kind) for paragraph in source.paragraphs]


@patient_transaction
def _store(source: SourceArticle, content_hash: str, extracted: ExtractedText) -> Imported:
    """Save the article with what was found in it. Raises StaleFindingsError where its text is another one by now."""
    article = _recognised(source, content_hash)  # again, as somebody else may have imported it meanwhile
    if article and article.content_hash == content_hash:
        return Imported(article, Outcome.UNCHANGED)
    outcome = Outcome.UPDATED if article else Outcome.CREATED
    article = article or Article(source_id=source.source_id)
    article.content_hash = content_hash
    _save(article, source, extracted)
    return Imported(article, outcome)


def _recognised(source: SourceArticle, content_hash: str) -> Article | None:
    """Find the article that this is a version of: by its id, else by its content, else by its file and text."""
    if source.source_id:
        return Article.objects.filter(source_id=source.source_id).first()
    anonymous = Article.objects.filter(source_id=None)
    return anonymous.filter(content_hash=content_hash).first() or _same_file(source, anonymous)


def _same_file(source: SourceArticle, anonymous: QuerySet[Article]) -> Article | None:
    """A file alone proves nothing ("latest.txt"); if most of its text is the same too, it is the same article."""
    new = {fingerprint(paragraph.text) for paragraph in source.paragraphs if paragraph.kind == PassageKind.BODY}
    for article in anonymous.filter(file_name=source.file_name).order_by("-pk")[:20]:
        old = set(article.paragraphs.filter(kind=PassageKind.BODY).values_list("fingerprint", flat=True))
        if len(new & old) > SAME_ARTICLE * max(len(new), len(old)):
            return article
    return None


def _save(article: Article, source: SourceArticle, extracted: ExtractedText) -> None:
    changed = apply_imported(article, imported_values(source))
    for name in AS_IMPORTED:
        setattr(article, name, getattr(source, name))
    article.revision += 1
    store.stamp(article, extracted)
    is_new = article.pk is None
    earlier = [] if is_new else store.forget_findings(article)
    paragraphs = _insert(article, source) if is_new else _update(article, source)
    others = [key for key in clusters.assign(article) if key != article.pk]
    reattributed = store.enrich(article, paragraphs, earlier, extracted)
    journal.record_many(others, Change.Kind.STORY)
    fields = [*changed, *journal.changed_fields(reattributed.speakers, reattributed.about)]
    journal.record(article, Change.Kind.IMPORTED if is_new else Change.Kind.UPDATED, fields)


def _insert(article: Article, source: SourceArticle) -> list[StoredParagraph]:
    article.last_number = len(source.paragraphs)
    article.save()
    return insert_text(article, source.paragraphs)


def _update(article: Article, source: SourceArticle) -> list[StoredParagraph]:
    upsert_headings(article)
    upsert_text(article, source.paragraphs)
    article.save()
    return stored_paragraphs(article)

"""One source article into the archive: recognise → extract → one transaction: save → compare → store → journal.

Whatever takes long is done before the transaction, which makes sure that it still holds: an article that somebody else
imported meanwhile is recognised, and findings of a text that was changed are made again. Of a long article most
findings come behind it, in short transactions of their own (findings/completion.py).

Cost: a fixed number of statements an article (some 25 for a new one, a share of one for one that is known and
unchanged, see runs.py), whatever the size of the archive; every look-up goes by an index.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from accounts.write_lock import patient_transaction
from articles import journal
from articles.content.boilerplate_rows import with_boilerplate
from articles.content.layered_fields import apply_imported, corrected_fields, imported_values
from articles.content.paragraph_layout import text_with
from articles.content.paragraph_rows import (
    TextUpdate,
    insert_text,
    stored_paragraphs,
    upsert_headings,
    upsert_text,
)
from articles.content.source_conflicts import record_conflicts
from articles.content.versions import add_version, pack_version
from articles.duplicates import clusters
from articles.duplicates.clusters import ComparedText
from articles.extraction.findings import Passage
from articles.extraction.gc_disabled import gc_disabled
from articles.findings import store
from articles.findings.completion import Rest, complete, is_unfinished, left_behind, while_completing
from articles.findings.extracted import ExtractedText, StaleFindingsError, again_where_stale, extract_from
from articles.findings.reextraction import reextract
from articles.importing.recognition import recognised
from articles.models import Article, Change
from articles.models.paragraph import HEADINGS, StoredParagraph
from articles.paragraph_kinds import PassageKind
from articles.sources import SourceArticle, SourceParagraph


class Outcome(StrEnum):
    """What importing one article did."""

    CREATED = "imported"
    UPDATED = "updated"
    UNCHANGED = "unchanged"
    STAYS_OUT = "withdrawn or erased, which stay out"


@dataclass(frozen=True)
class Imported:
    """An article of the archive and what importing it did."""

    article: Article
    outcome: Outcome


@dataclass(frozen=True)
class _Prepared:
    """What takes long of an import, done before the lock is taken."""

    content_hash: str
    texts: tuple[SourceParagraph, ...]
    extracted: ExtractedText
    compared: ComparedText
    version: bytes

    @classmethod
    def of(cls, source: SourceArticle, content_hash: str, article: Article | None) -> "_Prepared":
        """Extract from and compare a source article, which is a new version of an article, or new."""
        texts = with_boilerplate(source, article)
        body = "\n".join(paragraph.text for paragraph in texts if paragraph.kind == PassageKind.BODY)
        compared = ComparedText.of(body).with_others(article.pk if article else None)
        shown = _shown(source, article)
        extracted = extract_from(_passages(texts, article, shown), shown["language"], shown["byline"])
        return cls(content_hash, texts, extracted, compared, pack_version(source))


@again_where_stale
def import_article(source: SourceArticle, content_hash: str = "") -> Imported:
    """Bring one source article into the archive; the same one again changes nothing, not even the journal.

    Unless an import of it ended on the way: then what is left of its findings is stored. One that is still at it is
    left alone. The hash of its content is computed where it is not given.
    Raises StaysOutError where it was withdrawn or erased; NoTurnError, DatabaseError.
    """
    content_hash = content_hash or source.content_hash()
    article = recognised(source, content_hash)
    if article and article.content_hash == content_hash:
        return _finished(article) if is_unfinished(article) else Imported(article, Outcome.UNCHANGED)
    prepared = _Prepared.of(source, content_hash, article)
    with while_completing(prepared.extracted):
        imported, rest = _store(source, prepared)
        complete(rest, prepared.extracted)
    return imported


def _finished(article: Article) -> Imported:
    """Store all findings of an article whose import ended on the way; nothing where another process is at it."""
    with left_behind(article) as nobody_is_at_it:
        if not nobody_is_at_it:
            return Imported(article, Outcome.UNCHANGED)
        try:
            reextract(article.pk)
        except Article.DoesNotExist:
            raise StaleFindingsError from None  # somebody took it out meanwhile: it comes in anew
    return Imported(article, Outcome.UPDATED)


def _passages(paragraphs: Sequence[SourceParagraph], article: Article | None, shown: dict[str, str]) -> list[Passage]:
    """Return the passages that an article will show with this version; what an editor corrected of them stays."""
    headings = [Passage(shown[kind], kind) for kind in map(PassageKind, HEADINGS) if shown[kind]]
    texts = text_with(article, paragraphs) if article else [(one.text, one.kind) for one in paragraphs]
    return headings + [Passage(text, kind) for text, kind in texts]


def _shown(source: SourceArticle, article: Article | None) -> dict[str, str]:
    """Return what an article will show with this version of what extraction reads; what was corrected stays."""
    corrected = corrected_fields(article) if article else ()
    return {name: getattr(article if name in corrected else source, name) for name in (*HEADINGS, "language", "byline")}


@patient_transaction
def _store(source: SourceArticle, prepared: _Prepared) -> tuple[Imported, Rest | None]:
    """Save the article with what was found in it. Raises StaleFindingsError where its text is another one by now."""
    article = recognised(source, prepared.content_hash)  # again, as somebody else may have imported it meanwhile
    if article and article.content_hash == prepared.content_hash:
        return Imported(article, Outcome.UNCHANGED), None
    outcome = Outcome.UPDATED if article else Outcome.CREATED
    article = article or Article(source_id=source.source_id)
    article.content_hash = prepared.content_hash
    with gc_disabled():  # of ten thousand paragraphs; a collection takes longer than to insert them
        return Imported(article, outcome), _save(article, source, prepared)


def _save(article: Article, source: SourceArticle, prepared: _Prepared) -> Rest | None:
    values = apply_imported(article, imported_values(source))
    article.file_name = source.file_name
    article.revision += 1
    store.stamp(article, prepared.extracted)
    is_new = article.pk is None
    earlier = None if is_new else store.forget_findings(article)
    paragraphs, text = _insert(article, prepared.texts) if is_new else _update(article, prepared.texts)
    version = add_version(article, source, prepared.version, is_new)
    record_conflicts(article, version, values.corrected + text.corrected)
    others = [key for key in clusters.assign(article, prepared.compared) if key != article.pk]
    stored = store.enrich(article, paragraphs, earlier, prepared.extracted, in_slices=is_new)
    journal.record_many(others, Change.Kind.STORY)
    fields = [*values.touched, *text.touched, *journal.changed_fields(stored.speakers, stored.about)]
    journal.record(article, Change.Kind.IMPORTED if is_new else Change.Kind.UPDATED, fields)
    return stored.rest


def _insert(article: Article, texts: Sequence[SourceParagraph]) -> tuple[list[StoredParagraph], TextUpdate]:
    article.last_number = len(texts)
    article.save()
    return insert_text(article, texts), TextUpdate([], [])


def _update(article: Article, texts: Sequence[SourceParagraph]) -> tuple[list[StoredParagraph], TextUpdate]:
    upsert_headings(article)
    update = upsert_text(article, texts)
    article.save()
    return stored_paragraphs(article), update

"""What is left of a long article's findings when the article itself is stored comes behind it, in short transactions.

An article of ten thousand paragraphs has findings that take seconds to store, and names thousands of people who are to
be compared with others. Its text and the first of that come in one transaction, the rest a slice and a hundred people
at a time, and others have their turn in between. Until all is there the article has no version and a digest that is
its own mark: who extracts from it anew, or corrects its title, takes the mark away, and what was left is dropped. A run
that ends on the way leaves an unfinished article to the next import of it, or to `reextract_articles`. The process that
is at it holds the mark (accounts/write_lock/marks.py), so that an import beside it sees that nothing was left behind.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from django.db.models import Q

from accounts.write_lock import held_mark, patient_transaction
from articles import journal
from articles.findings.extracted import ExtractedText, StaleFindingsError
from articles.findings.introduction import AT_ONCE, Waiting, has_all_at_once, introduce
from articles.findings.linked import LinkedFindings
from articles.findings.mentions import insert_mentions
from articles.findings.quotations import insert_quotations
from articles.findings.slices import FindingsSlice
from articles.models import Article, Change
from articles.models.paragraph import StoredParagraph

UNFINISHED = Q(extractor_version="", findings_digest__isnull=False)  # of articles: they have a mark


def is_unfinished(article: Article) -> bool:
    """Say whether not all of an article's findings are stored, since somebody is at it or ended on the way."""
    return not article.extractor_version and article.findings_digest is not None


def is_stored_at_once(extracted: ExtractedText) -> bool:
    """Say whether all findings of an article come in the transaction of the article itself."""
    return has_all_at_once(extracted) and len(extracted.slices) == 1


@contextmanager
def while_completing(extracted: ExtractedText | None) -> Iterator[None]:
    """Hold the mark of these findings from before they are stored until all are; of few findings there is none."""
    if extracted is None or is_stored_at_once(extracted):
        yield
        return
    with held_mark(extracted.mark):
        yield


@contextmanager
def left_behind(article: Article) -> Iterator[bool]:
    """Say of an unfinished article whether nobody is at it; nobody else finds it left behind during the block.

    Raises StaleFindingsError where it has been brought to its end, or was taken out, since it was read.
    """
    mark = bytes(article.findings_digest or b"")
    with held_mark(mark) as is_ours:
        if is_ours and not _with_mark(article.pk, mark):
            raise StaleFindingsError
        yield is_ours


@dataclass(frozen=True)
class Rest:
    """What is left to do for an article: people to be introduced, and slices of findings to be stored before.

    `named` are the keys of all people whom the article names, but for the slices.
    """

    article: int
    mark: bytes
    people: Waiting
    named: frozenset[int]
    paragraphs: tuple[StoredParagraph, ...] = ()
    slices: tuple[FindingsSlice, ...] = ()


def complete(rest: Rest | None, extracted: ExtractedText) -> None:
    """Store what is left of an article's findings, outside a transaction. Raises NoTurnError, DatabaseError."""
    if rest is None:
        return
    people = dict.fromkeys(rest.people)
    for part in rest.slices:
        people |= dict.fromkeys(_store_slice(rest, part))
    waiting, named = list(people), rest.named | {key for key, _ in people}
    for start in range(0, len(waiting), AT_ONCE):
        introduce(waiting[start : start + AT_ONCE], named)
    _stamp(rest, extracted)


@patient_transaction
def _store_slice(rest: Rest, part: FindingsSlice) -> Waiting:
    """Store a slice and return the people whom it names; nothing where somebody else took the article on."""
    article = _marked(rest)
    if article is None:
        return ()
    linked = LinkedFindings.of(article, rest.paragraphs, part.findings)
    insert_mentions(linked)
    insert_quotations(linked, part.first)
    return [(person.pk, name) for name, person in linked.people.items()]


@patient_transaction
def _stamp(rest: Rest, extracted: ExtractedText) -> None:
    """Say that all is there; the index follows what came in slices."""
    article = _marked(rest)
    if article is None:
        return
    article.extractor_version, article.findings_digest = extracted.findings.version, extracted.digest
    article.revision += bool(rest.slices)
    article.save(update_fields=["extractor_version", "findings_digest", "revision"])
    if rest.slices:
        journal.record(article, Change.Kind.EXTRACTED)


def _marked(rest: Rest) -> Article | None:
    return _with_mark(rest.article, rest.mark)


def _with_mark(article_key: int, mark: bytes) -> Article | None:
    return Article.objects.filter(pk=article_key, extractor_version="", findings_digest=mark).first()

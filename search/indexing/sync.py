"""The index follows the journal; where it can't, it is built anew beside itself and swapped in."""

from articles import journal
from articles.models import Article, Change
from articles.withdrawal.traces import wipe_freed_pages
from search.engines import get_engine
from search.engines.port import Batch, Engine, IndexUnavailable
from search.indexing.documents import ARTICLES_PER_BATCH, batch_of
from search.indexing.journal_fingerprint import fingerprint_at, why_other_journal
from search.indexing.rebuild import Progress, SyncReport, no_progress, rebuild, why_other_version

CHANGES_PER_QUERY = 1_000
ALWAYS_FOLLOWED = 2_000  # so many changed articles are never a reason for a rebuild


def sync(progress: Progress = no_progress, thorough: bool = False) -> SyncReport:
    """Bring the index in step with the journal, once, and return what was done; an index that can't follow is rebuilt.

    With `thorough`, every file of the index is verified first, and a damaged index is rebuilt. `progress` is called
    with the number of articles that were written since it was called last. Raises IndexBusy or IndexWriteFailed where
    the index can't be written.
    """
    engine = get_engine()
    if why := _cannot_follow(engine, thorough):
        return rebuild(progress, why)
    try:
        return _follow(engine, progress)
    except IndexUnavailable as error:
        return rebuild(progress, str(error))


def _cannot_follow(engine: Engine, thorough: bool) -> str:
    """Return a sentence that says why the index can't follow the journal from where it is; empty where it can."""
    try:
        state = engine.state()
        if thorough:
            engine.check()
    except IndexUnavailable as error:
        return str(error)
    if why := why_other_version(engine, state) or why_other_journal(state):
        return why
    changed = Change.objects.filter(number__gt=state.reached).values("article_id").distinct().count()
    # The archive is counted only where many changed.
    if changed > ALWAYS_FOLLOWED and changed > Article.objects.count() // 2:
        return "Most of the archive has changed."
    return ""


def _follow(engine: Engine, progress: Progress) -> SyncReport:
    articles, reached = 0, engine.state().reached
    while batch := _next_batch(reached):
        engine.write(batch)
        if batch.purge:
            wipe_freed_pages()  # where a reader was in the way of who erased
        articles, reached = articles + len(batch.articles), batch.reached
        progress(len(batch.articles))
    return SyncReport("followed" if articles else "nothing", articles, reached)


def _next_batch(reached: int) -> Batch | None:
    """Return a batch of the next changes of the journal; None where there are none.

    It ends before the change that would bring it more articles than a batch may have.
    """
    articles: set[int] = set()
    erased = False
    for change in journal.since(reached, CHANGES_PER_QUERY):
        if len(articles | {change.article_id}) > ARTICLES_PER_BATCH:
            break
        articles.add(change.article_id)
        erased |= change.kind == Change.Kind.ERASED
        reached = change.number
    return batch_of(articles, reached, fingerprint_at(reached), purge=erased) if articles else None

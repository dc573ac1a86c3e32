"""The index follows the journal; where it can't, it is built anew beside itself and swapped in."""

from articles import journal
from articles.models import Article, Change
from search.engines import get_engine
from search.engines.port import Batch, Engine, IndexUnavailable
from search.indexing.documents import ARTICLES_A_BATCH, batch_of
from search.indexing.journal_fingerprint import foreign, mark_at
from search.indexing.rebuild import Progress, SyncReport, no_progress, rebuild

CHANGES_A_LOOK = 1_000
FEW = 2_000  # changed articles that are always followed one batch after the other


def sync(progress: Progress = no_progress, thorough: bool = False) -> SyncReport:
    """Bring the index in step with the journal, once; an index that can't follow is rebuilt.

    A thorough one reads all of the index first, and rebuilds it where a file is damaged.
    """
    engine = get_engine()
    if why := _cannot_follow(engine, thorough):
        return rebuild(progress, why)
    try:
        return _follow(engine, progress)
    except IndexUnavailable as error:
        return rebuild(progress, str(error))


def _cannot_follow(engine: Engine, thorough: bool) -> str:
    """Say why the index can't follow the journal from where it is, or nothing."""
    try:
        state = engine.state()
        if thorough:
            engine.check()
    except IndexUnavailable as error:
        return str(error)
    if why := foreign(state):
        return why
    changed = Change.objects.filter(number__gt=state.reached).values("article_id").distinct().count()
    if changed > FEW and changed > Article.objects.count() // 2:  # the archive is counted only where many changed
        return "Most of the archive has changed."
    return ""


def _follow(engine: Engine, progress: Progress) -> SyncReport:
    articles, reached = 0, engine.state().reached
    while batch := _next_batch(reached):
        engine.write(batch)
        articles, reached = articles + len(batch.articles), batch.reached
        progress(len(batch.articles))
    return SyncReport("followed" if articles else "nothing", articles, reached)


def _next_batch(reached: int) -> Batch | None:
    """Take the next changes of the journal, as far as they touch no more articles than fit in a batch."""
    articles: set[int] = set()
    for change in journal.since(reached, CHANGES_A_LOOK):
        if len(articles | {change.article_id}) > ARTICLES_A_BATCH:
            break
        articles.add(change.article_id)
        reached = change.number
    return batch_of(articles, reached, mark_at(reached)) if articles else None

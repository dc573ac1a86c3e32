"""Extracting again as a job: from all articles whose findings are of an older version of the extractor.

Which articles are left the archive itself says, so the job goes on wherever it was ended.
"""

from contextlib import closing

from django.urls import reverse
from django_tasks import TaskContext, task

from accounts.jobs.offers import Offer
from accounts.jobs.steps import Outcome, Steps
from accounts.permissions import BATCH
from articles.extraction.processes import cores
from articles.findings.reextraction import Reextracted, outdated, reextract_all
from articles.models import Change


@task(unit="articles", takes_context=True)
def reextract_outdated(context: TaskContext) -> Steps:
    """Bring the findings of one article after the other up to the present version."""
    left = outdated().count()
    yield left
    failed: list[Reextracted] = []
    with closing(reextract_all(outdated(), processes=max(1, cores() - 1))) as articles:  # a core is left for the pages
        for article in articles:
            failed += [article] if article.problem else []
            left = max(0, left - 1)
            yield left
    return Outcome(f"{_changed(context)}{_failed(failed)}", reverse("articles"))


def _changed(context: TaskContext) -> str:
    """Say in how many articles something changed since the job began, however often it was begun again."""
    since = context.task_result.started_at
    rows = Change.objects.filter(kind=Change.Kind.EXTRACTED, at__gte=since)
    changed = rows.values("article_id").distinct().count()
    return f"All findings are of the present version; in {changed:,} articles something changed."


def _failed(articles: list[Reextracted]) -> str:
    if not articles:
        return ""
    return f" {len(articles):,} could not be extracted again, the first of them article {articles[0].key}."


def _what() -> str:
    count = outdated().count()
    articles = "article whose findings are" if count == 1 else "articles whose findings are"
    return f"Extract again from {count:,} {articles} of an older version" if count else ""


OFFER = Offer(
    name="extract-again",
    task=reextract_outdated,
    permission=BATCH,
    label="Extract again",
    why="A newer extractor finds more, and errs less. What editors decided stays as it is.",
    nothing="the findings of all articles are of the present version.",
    what=_what,
)

"""`manage.py find_copies`: compare the articles that were never compared, or not by the present version."""

from argparse import ArgumentParser
from collections.abc import Iterator
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from tqdm import tqdm

from accounts.stopping import stopped_by_signals
from accounts.write_lock import NoTurnError, patient_transaction
from articles import journal
from articles.duplicates import clusters
from articles.duplicates.clusters import ComparedText
from articles.models import Article, Change

READ_AT_ONCE = 500  # keys


class Command(BaseCommand):
    help = (
        "Find near-identical copies among the articles that were not compared yet (importing does it for new ones). "
        "Stopped and run again, it goes on where it was; after --all without --all."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--all", action="store_true", help="compare all articles anew")

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            if options["all"]:
                clusters.compare_all_anew()
            waiting = clusters.uncompared().count()
            bar = tqdm(_waiting(), total=waiting, unit=" articles", disable=None)
            with stopped_by_signals() as stop:
                changed = sum(map(_placed, stop.until_asked(bar)))
        except NoTurnError as busy:
            raise CommandError(f"Stopped, since {busy}; run again, it goes on with the rest.") from busy
        if stop.asked:
            raise CommandError(
                "Stopped. The next run, without --all, goes on with the rest.", returncode=stop.returncode
            )
        if waiting or options["verbosity"] > 1:
            self.stdout.write(f"{waiting:,} articles compared; {changed:,} are of another story than before.")


def _waiting() -> Iterator[int]:
    """Yield the keys of the articles to compare, in order, a few read at a time."""
    last, waiting = 0, clusters.uncompared().order_by("pk").values_list("pk", flat=True)
    while keys := list(waiting.filter(pk__gt=last)[:READ_AT_ONCE]):
        yield from keys
        last = keys[-1]


def _placed(key: int) -> int:
    """Compare an article, if it is still there, and return how many changed their story."""
    article = Article.objects.filter(pk=key).first()
    if article is None:
        return 0
    return _assigned(article, ComparedText.of(clusters.body_text(article)).with_others(key))


@patient_transaction
def _assigned(seen: Article, compared: ComparedText) -> int:
    """Assign an article to its story, compared as it was seen; compare it anew where its text changed meanwhile."""
    article = Article.objects.filter(pk=seen.pk).first()
    if article is None:
        return 0
    changed = clusters.assign(article, compared if article.content_hash == seen.content_hash else None)
    journal.record_many(changed, Change.Kind.STORY)
    return len(changed)

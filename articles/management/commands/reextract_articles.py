"""`manage.py reextract_articles`: bring every article's findings up to the extractor's present version."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand
from tqdm import tqdm

from articles.models import Article
from articles.recognition import extractor_version
from articles.reextraction import outdated, reextract


class Command(BaseCommand):
    help = (
        "Extract again from the articles whose findings are of another version. Corrections stay. "
        "Stopped and run again, it goes on where it was."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--all", action="store_true", help="also those that are of the present version")

    def handle(self, *args: Any, **options: Any) -> None:
        keys = list(Article.objects.order_by("pk").values_list("pk", flat=True)) if options["all"] else outdated()
        for key in tqdm(keys, unit=" articles", disable=None):
            reextract(key)
        self.stdout.write(f"{len(keys):,} extracted again, by version {extractor_version()} of the extractor.")

"""Brings the catalogues of translations up to date with the words that are marked, and compiles them."""

from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from newsroom.translation.catalogues import languages, untranslated, up_to_date, write


class Command(BaseCommand):
    """Brings the catalogues of translations up to date."""

    help = "Brings the catalogues in locale/ up to date with the words that are marked, and compiles them."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("language", nargs="*", help="a language by its code; without any, all there are")

    def handle(self, *args: Any, **options: Any) -> None:
        for language in options["language"] or languages():
            catalogue = up_to_date(language)
            write(language, catalogue)
            left = len(list(untranslated(catalogue)))
            self.stdout.write(f"{language}: {len(catalogue):,} words, {left:,} of them not translated.")

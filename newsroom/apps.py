"""The project as an app: what is to be so at every start."""

from django.apps import AppConfig
from django.core import checks


class NewsroomConfig(AppConfig):
    name = "newsroom"
    verbose_name = "Installation"

    def ready(self) -> None:
        """Make the installation's files its owner's alone, and say where that can't be."""
        from newsroom import private_files  # needs the settings

        private_files.make_private()
        checks.register(private_files.check_private)

"""The database at an earlier migration, with the models as they were there."""

from django.db import connection
from django.db.migrations.executor import MigrationExecutor


def migrated(targets):
    """Migrate to there, and return the models as they are there."""
    executor = MigrationExecutor(connection)
    executor.migrate(targets)
    return MigrationExecutor(connection).loader.project_state(targets).apps.get_model

"""The newest migration, to come back to after a test that goes back."""

import pytest
from django.db import connection
from django.db.migrations.executor import MigrationExecutor

from tests.articles.models.migrating import migrated


@pytest.fixture
def latest():
    """The newest migration; whatever a test does, the next one finds the database there."""
    targets = [node for node in MigrationExecutor(connection).loader.graph.leaf_nodes() if node[0] == "articles"]
    yield targets
    migrated(targets)

"""The environment the tests run in, set before the settings are read (pytest loads this first: see pyproject.toml).

Each process of a parallel run loads it anew, and so has a folder, a database and an index of its own.
"""

import os
import shutil
import tempfile

os.environ["DEBUG"] = "1"
os.environ["SECRET_KEY"] = "a key for tests alone"
os.environ["ALLOWED_HOSTS"] = "testserver,127.0.0.1,localhost"
os.environ["VAR_DIR"] = tempfile.mkdtemp(prefix="newsroom-tests-")
os.environ["SEARCH_INDEX_DIR"] = os.path.join(os.environ["VAR_DIR"], "index")
os.environ["LIMITS"] = "0"  # tests ask more than a visitor may; those of the limiter ask for it
# Playwright drives its browser from an event loop in this very thread.
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "1"


def pytest_unconfigure() -> None:
    """Take the folder away. (Processes of a parallel run end without their exit handlers.)"""
    shutil.rmtree(os.environ["VAR_DIR"], ignore_errors=True)

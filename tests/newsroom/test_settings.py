"""Production refuses to start on assumptions."""

import os
import subprocess
import sys

import pytest

from tests.conftest import ROOT


def start(tmp_path, **environment: str) -> subprocess.CompletedProcess[str]:
    """Import the settings in a process of their own, from a copy of the tree without a .env."""
    (tmp_path / "newsroom").mkdir()
    settings = (ROOT / "newsroom" / "settings.py").read_text()
    (tmp_path / "newsroom" / "settings.py").write_text(settings)
    script = "from newsroom import settings as s; print(s.DEBUG, s.ALLOWED_HOSTS, s.DATABASES['default'])"
    clean = {key: os.environ[key] for key in ("PATH", "HOME") if key in os.environ}
    return subprocess.run(
        [sys.executable, "-c", script],
        cwd=tmp_path,
        env=clean | environment,
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.mark.parametrize(
    ("environment", "sentence"),
    [
        ({}, "SECRET_KEY is not set"),
        ({"ALLOWED_HOSTS": "news.example"}, "SECRET_KEY is not set"),
        ({"SECRET_KEY": "x"}, "ALLOWED_HOSTS is not set"),
        ({"SECRET_KEY": "x", "DEBUG": "0"}, "ALLOWED_HOSTS is not set"),
        ({"SECRET_KEY": "x", "ALLOWED_HOSTS": "a", "EMAIL_URL": "mail.example"}, "EMAIL_URL is no mail server"),
        ({"SECRET_KEY": "x", "ALLOWED_HOSTS": "a", "INTERFACE_LANGUAGES": "de,xx"}, "some of en-gb, de"),
        ({"SECRET_KEY": "x", "ALLOWED_HOSTS": "a", "PROXIES": "-1"}, "PROXIES is a number from 0 on"),
        ({"SECRET_KEY": "x", "ALLOWED_HOSTS": "a", "LIMIT_SIGNED_IN_FACTOR": "0"}, "LIMIT_SIGNED_IN_FACTOR one from 1"),
        (
            {"SECRET_KEY": "x", "ALLOWED_HOSTS": "a", "IMPORT_MAX_LINES": "0"},
            "IMPORT_MAX_LINES and IMPORT_PROBLEMS_SHOWN",
        ),
    ],
)
def test_production_refuses_to_start_without_what_it_needs(tmp_path, environment, sentence):
    run = start(tmp_path, **environment)
    assert run.returncode != 0
    assert sentence in run.stderr


def test_production_starts_with_both(tmp_path):
    run = start(tmp_path, SECRET_KEY="x", ALLOWED_HOSTS="news.example")
    assert run.stdout.startswith("False ['news.example']")


def test_sqlite_waits_its_turn_and_writes_ahead(tmp_path):
    said = start(tmp_path, SECRET_KEY="x", ALLOWED_HOSTS="a").stdout
    assert "'transaction_mode': 'IMMEDIATE'" in said
    assert "'timeout': 5" in said
    assert "journal_mode=WAL" in said


def test_postgresql_is_chosen_by_its_url(tmp_path):
    said = start(tmp_path, SECRET_KEY="x", ALLOWED_HOSTS="a", DATABASE_URL="postgres://me:pw@db/news").stdout
    assert "django.db.backends.postgresql" in said
    assert "IMMEDIATE" not in said

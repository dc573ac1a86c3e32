"""What the tests of jobs stand on."""

from functools import partial
from types import SimpleNamespace

import pytest
from django.contrib.auth.models import User

from accounts.groups import give_role
from accounts.jobs import running
from accounts.jobs.asking import ask
from accounts.models import Job
from accounts.roles import CHIEF_EDITOR, EDITOR
from tests.accounts.jobs.working import work_until_empty


@pytest.fixture(autouse=True)
def looks_at_every_step(monkeypatch):
    monkeypatch.setattr(running, "LOOKS", 0.0)


@pytest.fixture
def editor(db) -> User:
    """An editor, edith."""
    return _somebody("edith", EDITOR)


@pytest.fixture
def chief(db) -> User:
    """A chief editor, carla."""
    return _somebody("carla", CHIEF_EDITOR)


def _somebody(name, role) -> User:
    user = User.objects.create_user(name, password="a long enough password")
    give_role(user, role)
    return user


@pytest.fixture
def signal():
    """What a worker asks whether a signal came: `signal.asked = True` is one."""
    return SimpleNamespace(asked=False, wait=lambda seconds: None)


@pytest.fixture
def work(signal):
    """Run a worker until nothing is left, or `signal` is asked: `work()` returns what it said."""
    return partial(work_until_empty, signal)


@pytest.fixture
def job(editor):
    """Ask for a job and return it: `job(task, *arguments)`."""

    def build(task, *arguments, by=editor) -> Job:
        return ask(task, *arguments, what=f"{task.name} for the harbour", by=by)

    return build

"""What the tests of withdrawing stand on: an article that editors have been at, and a picture of the tables."""

from typing import Any

import pytest
from django.apps import apps

from accounts.groups import give_role
from accounts.roles import CHIEF_EDITOR
from articles.editing.corrections import Edit, correct_quotation, correct_value
from articles.editing.quotation_parts import SPEAKERS
from articles.models import Article, WithdrawalKind
from articles.withdrawal.withdraw import Ground

GROUND = Ground(WithdrawalKind.PRIVACY, "She asked us to.")
APART = {"Change", "Withdrawal", "BarredContent"}  # which grow by withdrawing and restoring


def tables() -> dict[str, list[dict[str, Any]]]:
    """Every row of the archive's tables by the tables' names, but for the revisions of articles and the journal."""
    rows = {
        model.__name__: list(model._base_manager.order_by("pk").values())
        for model in apps.get_app_config("articles").get_models()
        if model.__name__ not in APART
    }
    for row in rows["Article"]:
        row.pop("revision")
    return rows


@pytest.fixture
def corrected(article, editor) -> Article:
    """The article with a title and a speaker that an editor corrected."""
    correct_value(article.pk, "title", Edit("A harbour for Lisbon", "It was wrong.", editor, article.revision))
    quotation = article.quotations.get()
    speaker = [{"kind": "organisation", "name": "The Ferry Company", "words": ""}]
    correct_quotation(quotation.pk, SPEAKERS, Edit(speaker, "It was the company.", editor, article.revision + 1))
    return Article.objects.get(pk=article.pk)


@pytest.fixture
def chief(db, django_user_model):
    """Somebody who may withdraw and erase."""
    user = django_user_model.objects.create_user("clara", password="a long enough password")
    give_role(user, CHIEF_EDITOR)
    return user

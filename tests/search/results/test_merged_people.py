"""Two people merged by an editor: the index follows the journal, and so do search and what searches for either."""

import pytest

from articles.editing.identity_decisions import MergeVerdict, decide
from articles.importing.importer import import_article
from articles.models import MergeCandidate
from search.indexing import sync
from search.results.request import SearchRequest
from search.results.search import search
from tests.articles.conftest import editor, source  # noqa: F401 (fixtures)

pytestmark = pytest.mark.django_db


def test_search_follows_a_merge_and_its_end(source, editor):  # noqa: F811
    for n, name in enumerate(("Mohammed Attar", "Muhammad Attar")):
        import_article(source([f"“It floats,” said {name}."], source_id=f"test:{n}", title=f"Pier {n}"))
    sync.sync()
    candidate = MergeCandidate.objects.get()

    def articles_of(person: int) -> int:
        return search(SearchRequest(chosen=(("people", (person,)),))).article_count

    assert (articles_of(candidate.first_id), articles_of(candidate.second_id)) == (1, 1)
    decide(candidate.pk, MergeVerdict("same", editor, "open", keep=candidate.first_id))
    assert sync.sync().articles == 1
    assert articles_of(candidate.first_id) == 2
    decide(candidate.pk, MergeVerdict("open", editor, "same"))
    assert sync.sync().articles == 1
    assert (articles_of(candidate.first_id), articles_of(candidate.second_id)) == (1, 1)

"""People of a long article come into the archive a hundred at a time, and a run that ends on the way leaves a trace."""

import pytest

from articles.findings import completion, introduction
from articles.findings.reextraction import outdated, reextract
from articles.importing.importer import import_article
from articles.models import Alias, BlockingKey, Change, MergeCandidate, Person

pytestmark = pytest.mark.django_db

NAMES = ("Mara Quill", "Jon Vale", "John Vale", "Ines Duarte", "Li Wen", "Muhammad Attar")
TEXTS = [f"“It floats,” said {name}." for name in NAMES]


@pytest.fixture
def few_at_once(monkeypatch):
    """Have two people come at once."""
    monkeypatch.setattr(introduction, "AT_ONCE", 2)
    monkeypatch.setattr(completion, "AT_ONCE", 2)


@pytest.fixture
def attar(source):
    """An article that names somebody whom the next one may name too."""
    return import_article(source(["“It floats,” said Mohammed Attar."], source_id="first")).article


def everything() -> tuple[set[str], set[str], int, int]:
    pairs = MergeCandidate.objects.values_list("first__name", "second__name")
    names = set(Alias.objects.values_list("name", flat=True))
    return names, {" / ".join(pair) for pair in pairs}, BlockingKey.objects.count(), Change.objects.count()


def test_all_come_in_the_end_as_if_at_once(source, attar, few_at_once):
    article = import_article(source(TEXTS)).article
    names, candidates, _, _ = everything()
    assert names == {*NAMES, "Mohammed Attar"}
    assert candidates == {"Jon Vale / John Vale", "Mohammed Attar / Muhammad Attar"}
    assert not outdated().filter(pk=article.pk).exists()


def test_a_run_that_ends_on_the_way_is_brought_to_its_end_by_the_next_extraction(
    source, attar, few_at_once, monkeypatch
):
    def end(*args):
        raise KeyboardInterrupt

    with monkeypatch.context() as ended:
        ended.setattr(completion, "introduce", end)
        with pytest.raises(KeyboardInterrupt):
            import_article(source(TEXTS))
    assert Person.objects.filter(blocking_keys=None).count() == len(NAMES) - 2
    article = outdated().get()
    reextract(article.pk)
    assert not Person.objects.filter(blocking_keys=None).exists()
    assert "Mohammed Attar / Muhammad Attar" in everything()[1]
    assert not outdated().exists()


def test_two_whom_one_article_names_are_never_merged_however_far_apart(source, few_at_once):
    texts = [f"“It floats,” said {name} in Norway." for name in ("Mohammed Attar", *NAMES)]
    import_article(source(texts))
    assert not Person.objects.exclude(merged_into=None).exists()
    assert "Mohammed Attar / Muhammad Attar" in everything()[1]


def test_who_is_named_far_behind_is_not_merged_with_the_first_either(source, few_at_once):
    import_article(source(["“It floats,” said Mohammed Attar in Norway."], source_id="first"))
    texts = [f"“It floats,” said {name} in Norway." for name in ("Muhammad Attar", *NAMES[:-1], "Mohammed Attar")]
    import_article(source(texts))
    assert not Person.objects.exclude(merged_into=None).exists()


def test_few_people_come_with_their_article(source, monkeypatch):
    monkeypatch.setattr(completion, "introduce", None)  # it would be called in vain
    assert import_article(source(TEXTS)).article.extractor_version
    assert set(NAMES) <= everything()[0]

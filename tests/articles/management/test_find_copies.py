"""`manage.py find_copies`: what was never compared is, once, and goes on where it was stopped."""

import signal
from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from articles.duplicates import clusters
from articles.importing.importer import import_article
from articles.models import Article, Change, NearDuplicatePair, SketchHash, StoryMember

pytestmark = pytest.mark.django_db
TEXT = " ".join(f"harbour{n}" for n in range(100))


@pytest.fixture
def older_archive(source):
    """Three articles from before copies were looked for; the first and the last have one text."""
    for name, text in (("a", TEXT), ("b", "Something else."), ("c", TEXT)):
        import_article(source(texts=[text], source_id=name))
    for table in (StoryMember, SketchHash, NearDuplicatePair):
        table.objects.all().delete()


def run(command: str, *arguments: str, **options) -> str:
    out = StringIO()
    call_command(command, *arguments, stdout=out, **options)
    return out.getvalue()


def named() -> dict[str | None, str | None]:
    return dict(StoryMember.objects.values_list("article__source_id", "story__source_id"))


def test_an_older_archive_gets_its_stories_and_the_journal_tells(older_archive):
    assert run("find_copies") == "3 articles compared; 1 are of another story than before.\n"
    assert named() == {"a": "a", "b": "b", "c": "a"}
    last = Change.objects.latest("number")
    assert (last.kind, last.article_id) == ("story", Article.objects.get(source_id="c").pk)


def test_again_it_has_nothing_to_do_and_nothing_to_say(older_archive):
    run("find_copies")
    before = list(Change.objects.values())
    assert run("find_copies") == ""
    assert list(Change.objects.values()) == before


def test_all_anew_finds_the_same(older_archive):
    run("find_copies")
    before = named(), Change.objects.count()
    assert run("find_copies", "--all") == "3 articles compared; 0 are of another story than before.\n"
    assert (named(), Change.objects.count()) == before


def test_stopped_it_goes_on_with_what_is_left(older_archive, monkeypatch):
    assign = clusters.assign

    def stop_at_the_second(article, compared):
        if article.source_id == "b":
            signal.raise_signal(signal.SIGTERM)
        return assign(article, compared)

    monkeypatch.setattr(clusters, "assign", stop_at_the_second)
    with pytest.raises(CommandError, match="The next run, without --all, goes on with the rest") as stopped:
        run("find_copies")
    assert stopped.value.returncode == 143
    assert set(named()) == {"a", "b"}
    monkeypatch.undo()
    assert run("find_copies").startswith("1 articles compared")
    assert named()["c"] == "a"

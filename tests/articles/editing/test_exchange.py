"""Corrections as data: taken along and given again on a fresh archive of the same articles, they give the same one."""

import json
from dataclasses import replace
from io import StringIO
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from django.db import connection
from django.db.models.functions import Coalesce

from articles.editing.corrections import Edit, correct_quotation, correct_value
from articles.editing.exchange.records import records
from articles.editing.exchange.replay import Outcome, Replay
from articles.editing.identity_decisions import MergeVerdict
from articles.editing.joining import join
from articles.editing.mentions.addition import MissedMention, add_mention
from articles.editing.mentions.values import NAMED, correct_mention
from articles.editing.paragraphs import correct_paragraph
from articles.editing.people.names import rename
from articles.editing.quotation_parts import SPEAKERS
from articles.editing.quotations.addition import MissedQuotation, add_quotation
from articles.editing.quotations.spans import WORDS
from articles.editing.quotations.standing import CHECK, STANDING
from articles.editing.quotations.values import KIND
from articles.editing.reverting import revert
from articles.editing.splitting import Splitting, split_person
from articles.identity.naming import NEW
from articles.importing.importer import import_article
from articles.models import Article, Correction, Mention, Person, Quotation
from articles.models.pair import SAME
from tests.articles.conftest import TEXT

pytestmark = pytest.mark.django_db
OTHER = (
    "“The port is full,” said Joana Prata.",
    "“We wait,” Okafor said.",
    "Ferries from Morocco will call in Lisbon.",
)


def archive(source) -> list[Article]:
    """The articles of both installations."""
    return [
        import_article(one).article for one in (source(), source(texts=OTHER, source_id="test:2", title="Full port"))
    ]


def emptied() -> None:
    """Make the installation a fresh one: nothing that was imported, found or corrected is left."""
    connection.check_constraints()
    tables = [name for name in connection.introspection.table_names() if name.startswith("articles_")]
    kept = {"articles_country"}
    with connection.constraint_checks_disabled(), connection.cursor() as cursor:
        for statement in connection.ops.sql_flush(_style(), [name for name in tables if name not in kept]):
            cursor.execute(statement)


def _style() -> Any:
    from django.core.management.color import no_style

    return no_style()


@pytest.fixture
def decided(source, editor):
    """An archive in which editors decided much, and the lines that say so."""
    first, second = archive(source)

    def edit(after, article=first) -> Edit:
        return Edit(after, "as printed", editor, Article.objects.get(pk=article.pk).revision)

    quotation, (full, wait) = first.quotations.get(), second.quotations.order_by("ordinal")
    correct_value(first.pk, "byline", edit("Li Na"))
    revert(correct_value(first.pk, "title", edit("Another title")), edit(None))
    correct_paragraph(first.pk, 3, "text", edit("Ferries from Tangier will call at the port of Lisbon."))
    add_quotation(
        first.pk, edit(MissedQuotation([{"paragraph": "p3", "start": 0, "end": 20}], "indirect", anyway=True))
    )
    correct_quotation(quotation.pk, SPEAKERS, edit([{"kind": "person", "name": "Joana Prata"}]))
    correct_quotation(quotation.pk, WORDS, edit({"places": [{"paragraph": "p2", "start": 1, "end": 17}]}))
    correct_quotation(full.pk, STANDING, edit("rejected", second))
    correct_quotation(wait.pk, KIND, edit("mixed", second))
    correct_quotation(wait.pk, CHECK, edit("checked", second))
    lisbon = Mention.objects.filter(paragraph__article=first, country="PT").order_by("pk")[0]
    correct_mention(lisbon.pk, NAMED, edit({"kind": "country", "name": "Morocco"}))
    port = {"paragraph": "p3", "start": 26, "end": 30, "words": "call"}
    add_mention(first.pk, edit(MissedMention(port, {"kind": "person", "name": "Joana Prata"})))
    people = list(Person.objects.filter(merged_into=None).order_by("identity"))
    join(people[0].pk, people[-1].pk, MergeVerdict(SAME, editor, "", people[0].pk, "one person"))
    person = Person.objects.get(pk=people[0].pk)
    rename(person.pk, replace(edit("Amara A. Okafor"), seen=person.revision))
    prata = Person.objects.get(identity="joana prata")
    split_person(prata.pk, Splitting([second.pk], "Joana Prata", NEW, "another one", editor))
    return [json.dumps(record, ensure_ascii=False) for record in records()]


def state() -> dict[str, Any]:
    """All that editors may have changed, without the numbers of rows."""
    quotations = Quotation.objects.order_by("article__source_id", "ordinal", "text").prefetch_related(
        "spans__paragraph"
    )
    people = Person.objects.values_list("name", "identity", "merged_into__identity")
    return {
        "articles": list(Article.objects.order_by("source_id").values_list("title", "byline", "quotation_count")),
        "texts": list(
            Article.objects.order_by("source_id", "paragraphs__position").values_list(
                "paragraphs__text", "paragraphs__kind", "paragraphs__imported_text"
            )
        ),
        "quotations": [
            (one.text, one.kind, one.standing, one.checked, one.corrected, one.added, one.span_corrected, _who(one))
            for one in quotations
        ],
        "people": sorted((name, identity.partition("@")[0], other) for name, identity, other in people),
        "mentions": sorted(
            Mention.objects.filter(paragraph__isnull=False).values_list(
                "paragraph__text", "start", Coalesce("person__name", "country__name"), "added", "corrected"
            )
        ),
        "corrections": list(
            Correction.objects.order_by("at", "pk").values_list("field", "at", "reason", "releases", "editor__username")
        ),
    }


def _who(quotation: Quotation) -> list[str]:
    return [str(speaker) for speaker in quotation.speakers.select_related("person")]


def test_a_fresh_archive_of_the_same_articles_becomes_the_same(decided, source):
    before = state()
    emptied()
    archive(source)
    replayed = list(Replay().run(decided))
    assert [one for one in replayed if one.outcome != Outcome.APPLIED] == []
    assert state() == before


def test_given_twice_it_changes_nothing(decided):
    before = state()
    assert {one.outcome for one in Replay().run(decided)} == {Outcome.KNOWN}
    assert state() == before


def test_it_fits_where_rows_and_paragraphs_have_other_numbers(decided, source):
    emptied()
    import_article(source(texts=("Something else.", *OTHER), source_id="test:2", title="Full port"))
    import_article(source(texts=("A paragraph that the other archive never had.", *TEXT)))
    assert {one.outcome for one in Replay().run(decided)} == {Outcome.APPLIED}
    assert Quotation.objects.get(added=True).spans.get().paragraph.number == 4


def test_what_no_longer_fits_is_said_with_its_line_and_the_rest_goes_on(decided, source, tmp_path):
    emptied()
    import_article(source(texts=("All is new here.",)))
    file, out, wrong = tmp_path / "corrections.jsonl", StringIO(), StringIO()
    file.write_text("\n".join(decided))
    call_command("replay_corrections", file, stdout=out, stderr=wrong)
    assert Article.objects.get().byline == "Li Na"
    assert "applied" in out.getvalue()
    assert "line 4: this archive has no such article, or not these words in it" in wrong.getvalue()


def test_the_command_writes_a_line_for_each(decided):
    out = StringIO()
    call_command("export_corrections", stdout=out)
    assert out.getvalue().splitlines() == decided


RIGHT = {
    "number": 1,
    "at": "2026-11-28T10:00:00+00:00",
    "editor": "ada",
    "field": "byline",
    "of": {"kind": "article", "article": {"source_id": "test:1", "content_hash": "", "url": "", "title": ""}},
    "before": "",
    "after": "Li Na",
    "reason": "as printed",
}


@pytest.mark.parametrize(
    ("line", "sentence"),
    [
        ("nonsense", "it is no JSON"),
        ("[" * 100_000, "it is no JSON"),
        ("[]", "it is no correction"),
        ("{}", "it is no correction"),
        (json.dumps(RIGHT | {"at": "soon"}), "it is no correction"),
        (json.dumps(RIGHT | {"more": 1}), "it is no correction"),
        (json.dumps(RIGHT | {"number": True}), "it is no correction"),
        (json.dumps(RIGHT | {"of": {}}), "no such article"),
        (json.dumps(RIGHT | {"of": {"kind": "person", "identity": 7}}), "knows nobody"),
        (json.dumps(RIGHT | {"field": "password"}), "nothing that can be corrected"),
        (json.dumps(RIGHT | {"reason": " "}), "say why"),
        (json.dumps(RIGHT | {"field": "published", "after": "soon"}), "soon"),
        (json.dumps(RIGHT | {"after": "x" * 1_000_000}), "longer than"),
        (json.dumps(RIGHT | {"after": {"places": 3}}), "wrong shape"),
        (json.dumps(RIGHT | {"field": "speaker", "after": [{"kind": "person"}]}), "is of something else"),
        (json.dumps(RIGHT | {"field": "text", "after": 5}), "is of something else"),
    ],
)
def test_a_hostile_line_gets_a_sentence_and_changes_nothing(article, line, sentence):
    (replayed,) = Replay().run([line])
    assert replayed.outcome == Outcome.REFUSED
    assert sentence in replayed.sentence
    assert not Correction.objects.exists()


def test_a_right_line_among_them_is_taken_and_its_editor_can_t_sign_in(article, django_user_model):
    first, second = Replay().run(["nonsense", json.dumps(RIGHT)])
    assert (first.outcome, second.outcome, second.line) == (Outcome.REFUSED, Outcome.APPLIED, 2)
    editor = django_user_model.objects.get(username="ada")
    assert not editor.is_active
    assert not editor.has_usable_password()


@pytest.mark.parametrize("content", [b"\xff\xfe\x00", None])
def test_a_file_that_can_t_be_read_is_said(tmp_path, db, content):
    file = tmp_path / "corrections.jsonl"
    if content:
        file.write_bytes(content)
    with pytest.raises(CommandError, match="can't be read"):
        call_command("replay_corrections", file)

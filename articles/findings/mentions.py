"""The places that name people and countries: those found again keep their rows, and what an editor said stays."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain

from articles.findings.article_text import ArticleText
from articles.findings.linked import LinkedFindings, Location
from articles.findings.mention_matching import COLUMNS, FoundMention, found_beneath, keys_of, lay_held
from articles.models import Article, Correction, Mention
from articles.models.bulk_rows import batched, insert_rows, update_rows

STORED = (*COLUMNS, "standing", "found", "last_place")  # those that an extraction may change


def take_mentions_off(article: Article) -> None:
    """Take the mentions of an article off its text, so that it may change; `store_mentions` puts them back."""
    there = Mention.every.filter(paragraph__article=article)
    there.update(standing=Mention.Standing.GONE, paragraph=None, person=None, extracted_as=None, country=None)


def insert_mentions(linked: LinkedFindings) -> None:
    """Insert the mentions found in a text that had none before."""
    insert_rows(Mention, COLUMNS, (one.row for one in _found(linked)))


def store_mentions(
    linked: LinkedFindings, earlier: Sequence[Mention], texts: tuple[ArticleText, ArticleText], were_taken_off: bool
) -> None:
    """Store the mentions found beside the earlier ones.

    `texts` are the article's when the earlier ones were read, and now.
    """
    before = {} if were_taken_off else {row.pk: _columns(row) for row in earlier}
    free = [row for row in earlier if not row.is_held]  # before others are laid: one that stands again is held no more
    held = {where: row for row in earlier if row.is_held and (where := lay_held(row, *texts))}
    found = []
    for one, above in found_beneath(held, _found(linked)):
        if above is None:
            found.append(one)
        elif not above.checked:
            above.found = one.whom
    new, lost = _match(free, found, texts)
    deleted = _let_go(linked.article, lost, texts[0])
    changed = (row for row in earlier if row.pk not in deleted and _columns(row) != before.get(row.pk))
    update_rows(Mention, STORED, ((*_columns(row), row.pk) for row in changed))
    insert_rows(Mention, COLUMNS, (one.row for one in new))


def _match(
    free: Sequence[Mention], found: Sequence[FoundMention], texts: tuple[ArticleText, ArticleText]
) -> tuple[list[FoundMention], list[Mention]]:
    """Set the rows of mentions that are found again; return the mentions that are new, and the rows of those lost."""
    before, now = texts
    found = sorted(found, key=lambda one: one.location)
    rows = dict(zip(keys_of([_place(row) for row in free], before, before is not now), free, strict=True))
    places = [(one.location, one.whom["kind"] == "person") for one in found]
    new = []
    for key, one in zip(keys_of(places, now, before is not now), found, strict=True):
        row = rows.pop(key, None)
        if row is None:
            new.append(one)
            continue
        for name, value in zip(COLUMNS, one.row, strict=True):
            setattr(row, name, list(value) if name == "evidence" else value)
    return new, list(rows.values())


def _place(row: Mention) -> tuple[Location, bool]:
    assert row.paragraph_id  # noqa: S101 -- a constraint of the table
    return (row.paragraph_id, row.start, row.end), row.person_id is not None


def _let_go(article: Article, lost: Sequence[Mention], before: ArticleText) -> set[int]:
    """Delete mentions that are found no more, and return their keys.

    One that an editor ever touched keeps its row, and stands nowhere.
    """
    if not lost:
        return set()
    touched = set(Correction.objects.filter(article=article, mention__isnull=False).values_list("mention", flat=True))
    for row in lost:
        if row.pk in touched:
            lay_held(row, before, ArticleText())
    deleted = {row.pk for row in lost} - touched
    for some in batched(deleted):
        Mention.every.filter(pk__in=some).delete()
    return deleted


def _columns(row: Mention) -> tuple[object, ...]:
    return tuple(getattr(row, name) for name in STORED)


def _found(linked: LinkedFindings) -> Iterable[FoundMention]:
    return chain(_people(linked), _countries(linked))


def _people(linked: LinkedFindings) -> Iterator[FoundMention]:
    for person in linked.findings.people:
        columns = (*linked.person_keys[person.name], None, "", person.confidence, person.evidence)
        whom = {"kind": "person", "name": person.name}
        for span in person.mentions:
            yield FoundMention((linked.paragraphs[span.passage].pk, span.start, span.end, *columns), whom)


def _countries(linked: LinkedFindings) -> Iterator[FoundMention]:
    for found in linked.findings.countries:
        where = found.mention
        columns = (None, None, found.code, found.by, found.confidence, found.evidence)
        whom = {"kind": "country", "code": found.code, "by": found.by}
        yield FoundMention((linked.paragraphs[where.passage].pk, where.start, where.end, *columns), whom)

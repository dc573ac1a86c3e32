"""Lines that stand in many articles of one publisher: no text of any, whatever they say and in whichever language.

Counted when the archive is extracted from again, by one query over its paragraphs; asked for by their fingerprints, by
one query an import. Copies of one text are one story, so that what an agency sold to many is no standing line; and
what a paper writes again and again (“She did not answer questions.”) stands in a far smaller share of its articles.
"""

from collections.abc import Iterable

from django.db.models import Count, Q
from django.db.models.functions import Length

from accounts.write_lock import patient_transaction
from articles.models import Article, Paragraph, StandingLine
from articles.models.bulk_rows import batched

LEAST_STORIES = 5
LEAST_SHARE = 0.01  # of the publisher's articles
LENGTHS = range(30, 601)  # code points; shorter lines are names, subheads and heads of tables
KINDS = (Paragraph.Kind.BODY, Paragraph.Kind.SUBHEAD, Paragraph.Kind.BOILERPLATE)


def find_standing_lines() -> set[str]:
    """Return the fingerprints of the archive's standing lines (2 queries, one of them over all paragraphs)."""
    lines = (
        Paragraph.objects.filter(kind__in=KINDS, imported_kind="", article__publisher__isnull=False)
        .annotate(length=Length("text"))
        .filter(length__gte=LENGTHS.start, length__lt=LENGTHS.stop)
        .exclude(Q(text__contains="“") | Q(text__contains='"'))  # somebody may have said it
        .order_by()
        .values("article__publisher", "fingerprint")
        .annotate(stories=Count("article__story_member__story", distinct=True))
        .filter(stories__gte=LEAST_STORIES)
    )
    published = Article.objects.order_by().values_list("publisher").annotate(Count("pk"))
    articles = dict(published.values_list("publisher", "pk__count"))
    return {
        line["fingerprint"] for line in lines if line["stories"] >= LEAST_SHARE * articles[line["article__publisher"]]
    }


def count_anew() -> None:
    """Store which lines are standing lines now. Raises NoTurnError, DatabaseError."""
    _store(find_standing_lines())


@patient_transaction
def _store(lines: set[str]) -> None:
    known = set(StandingLine.objects.values_list("pk", flat=True))
    for gone in batched(known - lines):
        StandingLine.objects.filter(pk__in=gone).delete()
    StandingLine.objects.bulk_create(map(StandingLine, sorted(lines - known)))


def standing_among(fingerprints: Iterable[str]) -> set[str]:
    """Return those of these fingerprints that are standing lines' (1 query for some hundred)."""
    return {
        one
        for some in batched(set(fingerprints))
        for one in StandingLine.objects.filter(pk__in=some).values_list("pk", flat=True)
    }

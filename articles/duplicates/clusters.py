"""Clusters of near-duplicates, called stories: found by sketches, proved by the shingles of the whole texts.

Every function works in its caller's transaction and returns the keys of the articles whose story is another than
before; the caller writes them to the journal, so that the index follows. Stories are the connected components of the
pairs of near-duplicates, so they are the same in whichever order articles come, change and go.

An article is looked up by the 24 hashes of its sketch and compared with `MOST` others at most, the latest first, so
that the cost does not grow with the archive, whatever many articles share (a line that ends every text, ten thousand
pages that say the same). That has a price: a story of more than `MOST` copies may fall apart when as many of them are
taken out of its middle; comparing all anew (`find_copies --all`) makes it whole.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from django.db import connection
from django.db.models import Q, QuerySet

from accounts.write_lock import patient_transaction
from articles.duplicates.shingles import RESEMBLANCE_VERSION, SHARED_HASHES, near_duplicates, shingles_of, sketch_of
from articles.models import Article, NearDuplicatePair, Paragraph, SketchHash, StoryMember
from articles.models.bulk_rows import insert_rows, select_rows

Version = tuple[int, str]
MOST = 50  # articles that one is compared with
A_HASH = 200  # the latest articles with a hash in their sketch that are looked at
BODY = Paragraph.Kind.BODY


def uncompared() -> QuerySet[Article]:
    """Return the articles that this version has not compared with the others."""
    return Article.objects.exclude(story_member__version=RESEMBLANCE_VERSION)


@patient_transaction
def compare_all_anew() -> None:
    """Have every article compared again, now or by a later run. Raises NoTurnError, DatabaseError."""
    StoryMember.objects.update(version=0)


@dataclass(frozen=True)
class ComparedText:
    """A body text as it is compared, and which versions of other articles it is a near-duplicate of, or not.

    A version is the article's key and the hash of its content.
    """

    shingles: frozenset[int]
    sketch: list[int]
    alike: Mapping[Version, bool] = field(default_factory=dict)

    @classmethod
    def of(cls, text: str) -> "ComparedText":
        """Make ready a text for comparing."""
        shingles = shingles_of(text)
        return cls(shingles, sketch_of(shingles))

    def with_others(self, article: int | None) -> "ComparedText":
        """Compare it with the others (3 queries) before the lock is taken; `article` is its own, where it has one.

        Few others will have come until then, so a long comparison holds nobody up.
        """
        return replace(self, alike=self._compared(article or 0))

    def near_duplicates(self, article: int) -> list[int]:
        """Return the articles that are near-duplicates now, in the order of their keys."""
        return sorted(key for (key, _), alike in self._compared(article).items() if alike)

    def _compared(self, article: int) -> Mapping[Version, bool]:
        versions = _candidates(article, self.sketch)
        texts = _texts(version[0] for version in versions if version not in self.alike)
        new = {
            version: near_duplicates(self.shingles, shingles_of(texts[version[0]]))
            for version in versions
            if version not in self.alike
        }
        return {version: new[version] if version in new else self.alike[version] for version in versions}


def body_text(article: Article) -> str:
    """Return the text of an article that is compared with others'."""
    return _texts([article.pk])[article.pk]


def assign(article: Article, compared: ComparedText | None = None) -> list[int]:
    """Assign an article, whose text was stored just now or never compared, to its story; compared here or before."""
    before = next((story for (story,) in select_rows(StoryMember, ("story_id",), "article_id", [article.pk])), None)
    if before is not None:
        _forget(article)
    compared = compared or ComparedText.of(body_text(article))
    found = compared.near_duplicates(article.pk)
    insert_rows(SketchHash, ("article_id", "hash"), ((article.pk, hash_) for hash_ in compared.sketch))
    insert_rows(NearDuplicatePair, ("first_id", "second_id"), (sorted((article.pk, other)) for other in found))
    return _join(article.pk, found) if before is None else _rejoin(article.pk, before, found)


def remove(article: Article) -> list[int]:
    """Remove an article from its story, since it leaves the archive."""
    before = StoryMember.objects.filter(article=article).values_list("story", flat=True).first()
    _forget(article)
    changed = [] if before is None else _regroup({before})
    StoryMember.objects.filter(article=article).delete()
    return [key for key in changed if key != article.pk]


def _forget(article: Article) -> None:
    SketchHash.objects.filter(article=article).delete()
    NearDuplicatePair.objects.filter(Q(first=article) | Q(second=article)).delete()


def _texts(articles: Iterable[int]) -> Mapping[int, str]:
    """Return the body texts of these articles."""
    texts: dict[int, list[str]] = {article: [] for article in articles}
    if texts:
        rows = Paragraph.objects.filter(article__in=list(texts), kind=BODY).order_by("article", "position")
        for article, text in rows.values_list("article", "text"):
            texts[article].append(text)
    return {article: "\n".join(parts) for article, parts in texts.items()}


def _candidates(article: int, sketch: list[int]) -> list[Version]:
    """Return the articles whose sketches share enough hashes with this: the most alike first, then the latest."""
    shared = Counter(_sharing(article, sketch))
    enough = [key for key, times in shared.items() if times >= SHARED_HASHES]
    keys = sorted(enough, key=lambda key: (-shared[key], -key))[:MOST]
    hashes = dict(Article.objects.filter(pk__in=keys).values_list("pk", "content_hash")) if keys else {}
    return [(key, hashes[key]) for key in keys if key in hashes]


def _sharing(article: int, sketch: list[int]) -> list[int]:
    """Return the latest other articles with each hash; in SQL, as Django unites no limited queries here."""
    if not sketch:
        return []
    table = connection.ops.quote_name(SketchHash._meta.db_table)
    of_a_hash = (
        f"SELECT article_id FROM (SELECT article_id FROM {table} WHERE {connection.ops.quote_name('hash')} = %s"  # noqa: S608  a name of our own
        f" AND article_id <> %s ORDER BY article_id DESC LIMIT {A_HASH}) AS latest"
    )
    with connection.cursor() as cursor:
        values = [value for hash_ in sketch for value in (hash_, article)]
        cursor.execute(" UNION ALL ".join([of_a_hash] * len(sketch)), values)
        return [row[0] for row in cursor.fetchall()]


def _join(article: int, found: list[int]) -> list[int]:
    """Give a new article its story, which joins those of its copies; cost as many rows as change."""
    stories = set(StoryMember.objects.filter(article__in=found).values_list("story", flat=True)) if found else set()
    story = min(stories | {article})
    changed = _move(stories - {story}, story) if stories - {story} else []
    insert_rows(StoryMember, ("article_id", "story_id", "version"), [(article, story, RESEMBLANCE_VERSION)])
    return changed + [article] * (story != article)


def _move(stories: set[int], story: int) -> list[int]:
    """Have the articles of some stories be of another one, and return their keys."""
    moved = StoryMember.objects.filter(story__in=stories)
    changed = list(moved.values_list("article", flat=True))
    moved.update(story=story)
    return changed


def _rejoin(article: int, before: int, found: list[int]) -> list[int]:
    """Bring a changed article, and those it shared a story with, into the stories that their pairs make now."""
    StoryMember.objects.filter(article=article).update(version=RESEMBLANCE_VERSION)
    return _regroup({before, *StoryMember.objects.filter(article__in=found).values_list("story", flat=True)})


def _regroup(stories: set[int]) -> list[int]:
    """Make the stories anew of the articles that are in these."""
    members = dict(StoryMember.objects.filter(story__in=stories).values_list("article", "story"))
    pairs = NearDuplicatePair.objects.filter(first__story_member__story__in=stories).values_list("first", "second")
    after = _named_by_earliest(members, pairs)
    changed = [StoryMember(article_id=key, story_id=after[key]) for key in members if after[key] != members[key]]
    StoryMember.objects.bulk_update(changed, ["story"], batch_size=200)
    return [member.article_id for member in changed]


def _named_by_earliest(members: Iterable[int], pairs: Iterable[tuple[int, int]]) -> Mapping[int, int]:
    """Return for each member the earliest of those it hangs together with."""
    beside: dict[int, list[int]] = defaultdict(list)
    for first, second in pairs:
        beside[first].append(second)
        beside[second].append(first)
    earliest: dict[int, int] = {}
    for member in sorted(members):
        waiting = [member] if member not in earliest else []
        while waiting:
            one = waiting.pop()
            if one not in earliest:
                earliest[one] = member
                waiting += beside[one]
    return earliest

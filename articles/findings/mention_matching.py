"""Which mention of an earlier extraction is found again, and keeps its row, and what lies beneath one that is held.

Where the text is the same a mention is known by its place, where it was changed by its words and their count in its
paragraph. One that an editor holds stays on its words, and nothing found there is stored beside it; where its words
are gone it stands nowhere, and its last place says whom it named, so that it may stand again.
"""

from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Mapping
from typing import Any, NamedTuple

from articles.findings.article_text import ArticleText, Place, Stretch, is_nearly, shared
from articles.findings.linked import Location
from articles.models import Article, Mention, Person
from articles.models.bulk_rows import Row
from articles.models.person import person_keys

COLUMNS = ("paragraph_id", "start", "end", "person_id", "extracted_as_id", "country_id", "by", "confidence", "evidence")
WHO = ("person_id", "extracted_as_id", "country_id")


class FoundMention(NamedTuple):
    """A mention found: the values of COLUMNS, and whom it names in the form that lies beneath a correction."""

    row: Row
    whom: dict[str, Any]

    @property
    def location(self) -> Location:
        """Where it stands."""
        key, start, end, *_ = self.row
        return key, start, end


def earlier_mentions(article: Article) -> tuple[Mention, ...]:
    """Read the mentions of an article, those that stand nowhere any more too (2 queries)."""
    standing = Mention.every.filter(paragraph__article=article).order_by("paragraph", "start")
    gone = Mention.every.filter(paragraph=None, corrections__article=article).distinct().order_by("pk")
    return (*standing, *gone)


def lay_held(row: Mention, before: ArticleText, now: ArticleText) -> Location | None:
    """Lay a mention that an editor holds on the text as it is now; return where it stands, None where nowhere."""
    stretch = _stretch(row, before)
    location = now.locate(stretch) if stretch else None
    if location and _names_somebody(row):
        row.paragraph_id, row.start, row.end = location
        row.last_place = None
        return location
    _go(row, stretch)
    return None


def _stretch(row: Mention, before: ArticleText) -> Stretch | None:
    if row.paragraph_id:
        return before.stretch_at((row.paragraph_id, row.start, row.end))
    last = row.last_place
    return before.stretch_of(last["words"], Place(*last["place"])) if last else None


def _names_somebody(row: Mention) -> bool:
    """Have a mention that was gone name whom it named; say whether there is somebody, if it is not a rejected one.

    Who was merged into another one meanwhile is shown as that one.
    """
    if row.standing != Mention.Standing.GONE or not row.last_place:
        return True
    country, who = row.last_place["country_id"], row.last_place["extracted_as_id"] or row.last_place["person_id"]
    person = Person.objects.filter(pk=who).first()
    if not (country or person):
        return False
    row.standing, row.country_id = Mention.Standing.STANDS, country
    row.person_id, row.extracted_as_id = person_keys(person) if person else (None, None)
    return True


def _go(row: Mention, stretch: Stretch | None) -> None:
    if row.paragraph_id and stretch:
        row.last_place = {"place": list(stretch.place), "words": stretch.words} | {n: getattr(row, n) for n in WHO}
    if row.standing == Mention.Standing.STANDS:
        row.standing = Mention.Standing.GONE
    row.paragraph = row.person = row.extracted_as = row.country = None


def found_beneath(
    held: Mapping[Location, Mention], found: Iterable[FoundMention]
) -> Iterator[tuple[FoundMention, Mention | None]]:
    """Yield each mention found with the one that an editor holds at its words, if any.

    One that stands keeps all others from its words; one that was rejected keeps off only what is nearly at its place.
    """
    by_paragraph: dict[int, list[Location]] = defaultdict(list)
    for location in held:
        by_paragraph[location[0]].append(location)
    for one in found:
        here = [
            where for where in by_paragraph.get(one.location[0], ()) if _keeps_off(held[where], where, one.location)
        ]
        most = max(here, key=lambda where: shared([where], [one.location]), default=None)
        yield one, held[most] if most else None


def _keeps_off(row: Mention, where: Location, found: Location) -> bool:
    if row.standing == Mention.Standing.REJECTED:
        return is_nearly([where], [found])
    return shared([where], [found]) > 0


def keys_of(places: Iterable[tuple[Location, bool]], text: ArticleText, by_words: bool) -> list[Hashable]:
    """Return what mentions are known by, given as where each stands and whether it names a person, in reading order."""
    times: dict[Hashable, int] = defaultdict(int)
    keys: list[Hashable] = []
    for location, is_person in places:
        key = (location[0], text.words_at(location), is_person) if by_words else (location, is_person)
        keys.append((key, times[key]))
        times[key] += 1
    return keys

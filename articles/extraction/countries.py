"""The countries of an article: every place that names one, and by what it is named.

In: the reading and the people found in it, whose names are no countries. Out: `FoundCountry` for each place. "By" is
the name, the people ("Chinese"), the capital, the government ("the Kremlin"), or a place inside the country.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from .cast import Cast
from .findings import FoundCountry, Span
from .gazetteer import Place, phrases, regions
from .reading import Page, Reading
from .words import plain, proper, words_of

_CONFIDENCE = {"name": 0.95, "people": 0.9, "capital": 0.85, "government": 0.8, "place": 0.75}
_LINKS = frozenset((" ", "-", ", ", ". ", " & ", "\xa0"))


@dataclass(frozen=True, slots=True)
class CountryMention:
    """A phrase found: half-open word range in its page; a hyphenated part has its own place in the text."""

    page: int
    first: int
    last: int
    span: Span
    place: Place


def country_mentions(reading: Reading, cast: Cast) -> list[CountryMention]:
    """Find every phrase that names a country, in order."""
    taken = {(mention.page, at) for mention in cast.mentions for at in range(mention.first, mention.last)}
    found = [mention for page in reading.pages for mention in _in_page(page, taken)]
    return _believed(_georgia(_towns(found, reading), reading))


def found_countries(mentions: list[CountryMention], reading: Reading) -> tuple[FoundCountry, ...]:
    """Return the findings, each with its evidence."""
    return tuple(
        FoundCountry(
            code=mention.place.code,
            mention=mention.span,
            by=mention.place.by,
            confidence=_CONFIDENCE[mention.place.by],
            evidence=(_evidence(mention, reading),),
        )
        for mention in mentions
    )


def _evidence(mention: CountryMention, reading: Reading) -> str:
    words = reading.pages[mention.page].text[mention.span.start : mention.span.end]
    kinds = {
        "name": "is a name of the country",
        "people": "is its people",
        "capital": "is its seat of power",
        "government": "stands for its government",
        "place": "is a place in it",
    }
    return f"“{words}” {kinds[mention.place.by]}."


def _in_page(page: Page, taken: set[tuple[int, int]]) -> Iterator[CountryMention]:
    at = 0
    while at < len(page.words):
        word = page.words[at]
        if not word.capital or (page.index, at) in taken:
            at += 1
            continue
        place = _longest(page, at)
        if place:
            last = at + len(place.rest) + 1
            if place.by != "guard" and not _guarded(page, at, last, place):
                span = Span(page.index, word.start, page.words[last - 1].end)
                yield CountryMention(page.index, at, last, span, place)
            at = last
        else:
            if "-" in word.text:
                yield from _in_parts(page, at)
            at += 1


def _longest(page: Page, at: int) -> Place | None:
    words = page.words
    for place in phrases().get(plain(proper(words[at])), ()):
        last = at + len(place.rest)
        if last < len(words) and all(
            words[at + step].gap in _LINKS and plain(proper(words[at + step])) == part
            for step, part in enumerate(place.rest, 1)
        ):
            return place
    return None


def _in_parts(page: Page, at: int) -> Iterator[CountryMention]:
    """Look into a word with hyphens: "US-Chinese" names two countries."""
    word = page.words[at]
    for part in words_of(word.text.replace("-", " ")):
        for place in phrases().get(plain(part.text), ()):
            if not place.rest and place.by not in ("guard",):
                span = Span(page.index, word.start + part.start, word.start + part.end)
                yield CountryMention(page.index, at, at + 1, span, place)


def _guarded(page: Page, first: int, last: int, place: Place) -> bool:
    """Say whether the words around show that no country is meant."""
    word = page.words[first]
    after = page.text[word.end : word.end + 1]
    if after == "$" or (word.text == "US" and _shouted(page, first)):
        return True
    following = page.lowers[last] if last < len(page.words) else ""
    if place.by == "place" and first and page.words[first].gap == " " and page.words[first - 1].capital:
        return page.lowers[first - 1] in ("mr", "mrs", "ms", "dr", "sir", "lady", "lord", "judge", "miss", "professor")
    return following in ("pig", "pigs", "fowl") or (place.by == "people" and following in ("language", "dictionary"))


def _shouted(page: Page, at: int) -> bool:
    """Say whether the words beside are in capitals too, where "US" may be the pronoun."""
    around = [page.words[step].text for step in (at - 1, at + 1) if 0 <= step < len(page.words)]
    return bool(around) and all(len(word) > 2 and word.isupper() for word in around)


def _towns(found: list[CountryMention], reading: Reading) -> list[CountryMention]:
    """Read a town before a state as a place in that state's country: "Paris, Texas"."""
    towns = []
    for at, mention in enumerate(found):
        following = found[at + 1] if at + 1 < len(found) else None
        place = mention.place
        if following and place.by in ("capital", "place") and _in_region(mention, following, reading):
            place = Place((), following.place.code, "place")
        towns.append(replace(mention, place=place))
    return towns


def _in_region(town: CountryMention, region: CountryMention, reading: Reading) -> bool:
    if (region.page, region.first) != (town.page, town.last):
        return False
    text = reading.pages[region.page].text
    return text[town.span.end : region.span.start] == ", " and text[region.span.start : region.span.end] in regions()


def _georgia(found: list[CountryMention], reading: Reading) -> list[CountryMention]:
    """Read "Georgia" as the American state where the article is about America and not about the Caucasus."""
    caucasus = any(m.place.code in ("AM", "AZ", "RU") or (m.place.code == "GE" and m.place.by != "name") for m in found)
    american = sum(m.place.code == "US" for m in found)
    if caucasus or not american:
        return found
    state = Place((), "US", "place")
    return [replace(m, place=state) if m.place.code == "GE" and m.place.by in ("name", "people") else m for m in found]


def _believed(found: list[CountryMention]) -> list[CountryMention]:
    """Drop doubtful forms whose country is named nowhere else."""
    named = {mention.place.code for mention in found if not mention.place.doubtful}
    return [mention for mention in found if not mention.place.doubtful or mention.place.code in named]

"""What the page of components shows: invented, and of the shapes that the archive's own rows have."""

from dataclasses import dataclass, field
from types import SimpleNamespace
from typing import Any

from articles.extraction.certainty import LEAST_LIKELY, LEAST_SURE

UNSURE = LEAST_LIKELY / 2  # a confidence of what is unsure
LONG_NAME = "Maria-Magdalena von Hohenstein-Fürstenau"
LONG_WORDS = (
    "We have asked for the ledgers of every harbour on this coast, and in each of them the same ship is entered under "
    "another name, with another owner, another flag and another cargo; so when somebody tells me that nobody could "
    "have known, I answer that it took two of us, a borrowed car and eleven days, that we paid for our bread, and that "
    "the doors of all those offices stood wide open the whole time we were there."
)
ARABIC = "لا نطلب معروفًا من أحد، نطلب أن تُفتح الأبواب في وقتها وأن يُقال للناس ما جرى."


@dataclass(frozen=True, slots=True)
class Page:
    """What has a name and a page of its own: a person, a country, a publisher, an article."""

    name: str
    address: str = "#top"

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        """Return where the name leads."""
        return self.address


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who said something: known as a person, as a country, by name alone, or by the article's words."""

    name: str = ""
    words: str = ""
    person_id: int | None = None
    country_id: str | None = None

    def __str__(self) -> str:
        return self.name or self.words

    @property
    def person(self) -> Page:
        return Page(self.name)


@dataclass(frozen=True, slots=True)
class Subject:
    """Of whom somebody speaks."""

    who: Page
    person_id: int | None = None
    country_id: str | None = None

    @property
    def kind(self) -> str:
        """What it is: "person" or "country"."""
        return "person" if self.person_id else "country"


@dataclass(frozen=True, slots=True)
class Article:
    """Where something was said."""

    title: str = "A market of voices"
    publisher: Page | None = Page("The Harbour Post")
    published: str = "2026-05-01"

    @property
    def published_from(self) -> str:
        return self.published

    def get_absolute_url(self) -> str:
        """Return where the title leads."""
        return "#top"


@dataclass(frozen=True)
class Said:
    """A quotation."""

    text: str
    speaker: Speaker
    kind: str = "direct"
    confidence: float = LEAST_SURE
    is_checked: bool = False
    subjects: list[Subject] = field(default_factory=list)
    article: Article = Article()
    pk: int = 1
    ordinal: int = 0
    cue_words: str = "said"

    @property
    def is_unsure(self) -> bool:
        """Whether it may be somebody else's."""
        return not self.is_checked and self.confidence < LEAST_LIKELY

    @property
    def attributed(self) -> list[Speaker]:
        """Those under whose names it stands."""
        return [] if self.is_unsure else [self.speaker]

    @property
    def described(self) -> str:
        """The article's own words for its speaker."""
        return self.speaker.words


PERSON = Speaker("Ines Varga", person_id=1)
OF_A_COUNTRY = [Subject(Page("Norway"), country_id="NO"), Subject(Page("Ola Berg"), person_id=2)]

EXTRA_LARGE = Said("We counted the boats, and then we counted the children.", PERSON, is_checked=True)
LARGE = Said("The harbour was open; it was the office that was shut.", PERSON, subjects=OF_A_COUNTRY)
MEDIUM = Said("Nobody asked us, so nobody was answered.", PERSON, confidence=LEAST_LIKELY)
SMALL = Said("The talks were frank.", Speaker("China", country_id="CN"), kind="mixed")
INDIRECT = Said("that the bridge would be closed for two years", Speaker("", "a senior official"), "indirect", UNSURE)
LONG = Said(LONG_WORDS, Speaker(LONG_NAME, person_id=3))
UNDATED = Said("No day stands on it.", Speaker("The Port Authority"), article=Article(publisher=None, published=""))
IN_ARABIC = Said(ARABIC, Speaker("ليلى الحسن", person_id=4))

EARLIER, LATER = "The bridge will be closed for two years.", "The old bridge will be closed for a year."
FINDINGS = [
    SimpleNamespace(confidence=LEAST_SURE, is_checked=False),
    SimpleNamespace(confidence=LEAST_LIKELY, is_checked=False),
    SimpleNamespace(confidence=UNSURE, is_checked=False),
    SimpleNamespace(confidence=UNSURE, is_checked=True),
]
CHIPS: list[dict[str, Any]] = [
    {"label": "Published from", "value": "2023", "href": "#top"},
    {"label": "Countries", "value": "Norway", "href": "#top", "excluded": True},
]
TABS = [
    {"name": "Paragraphs", "href": "#top", "count": 1624, "here": True},
    {"name": "Quotations", "href": "#top", "count": 118},
    {"name": "About the search", "href": "#top"},
]
VIEWS = [
    {"name": "By time", "href": "#top", "count": 12, "here": True},
    {"name": "By speaker", "href": "#top", "count": 3},
]
ROWS = [
    {"who": Page("Norway"), "times": 1310},
    {"who": Page(LONG_NAME), "times": 460},
    {"who": Page("Ola Berg"), "times": 3},
]
YEARS = [{"name": str(2017 + n), "times": times} for n, times in enumerate((3, 0, 8, 17, 12, 1, 22, 41, 11))]
CITATION = "Ines Varga, in “A market of voices”, The Harbour Post, 1 May 2026. Newsroom, https://archive.example/quotations/1/."
ICONS = [
    "search", "menu", "quote", "person", "people", "globe", "link", "copy", "keep", "flag",
    "down", "right", "left", "check", "x", "filter", "feed", "file", "share", "clock",
]  # fmt: skip
COLOURS = {
    "paper": "the page",
    "sheet": "fields, evidence",
    "sunk": "cite box, decisions",
    "ink": "text, actions",
    "ink-2": "dates, counts",
    "rule": "hair lines",
    "field": "borders of controls",
    "words": "chosen words",
    "words-soft": "words in running text",
    "words-line": "bars and strokes of words",
    "person": "a person",
    "country": "a country",
    "wrong": "what is wrong",
    "hit": "a word searched for",
}


def _asked(name: str, *people: SimpleNamespace, near: bool = False, more: int = 0) -> SimpleNamespace:
    """Return a row of a form that asks who is meant by a name."""
    question = SimpleNamespace(name=name, people=people, is_near=near, more=more)
    prefix = f"asked-{len(name)}"
    fields = {field: SimpleNamespace(html_name=f"{prefix}-{field}") for field in ("who", "asked")}
    return SimpleNamespace(prefix=prefix, question=question, checked="" if people else "new", **fields)


@dataclass(frozen=True, slots=True)
class Known(Page):
    """Somebody who may be meant by a name."""

    pk: int = 1


ASKED = [
    _asked(
        "Varga",
        SimpleNamespace(
            person=Known(LONG_NAME, pk=1),
            role="minister of harbours",
            first=1998,
            last=2026,
            articles=1204,
            quotations=87,
            is_here=True,
        ),
        SimpleNamespace(
            person=Known("Ines Varga", pk=2), role="", first=2026, last=2026, articles=1, quotations=0, is_here=False
        ),
        more=44,
    ),
    _asked(
        "Ines Vagra",
        SimpleNamespace(
            person=Known("Ines Varga", pk=3), role="", first=None, last=None, articles=1, quotations=1, is_here=False
        ),
        near=True,
    ),
    _asked("Nobody Yet"),
]

"""The parameters of the API: those of the search page, described once, and the size of a page beside them.

They are parsed by search/results/url_parameters.py. Every facet of a search request has a parameter here; DESCRIBED
says what its values are, and of one that it does not have only the title is known.
"""

from dataclasses import dataclass
from typing import Any

from api.parameters.values import DATE_PATTERN, HIGHEST, LONGEST_NAME, MONTH_PATTERN, NO_NUL
from articles.models import Paragraph
from search.engines.port import CERTAINTIES, GROUPINGS, QUOTED, SORTS, SPEAKER_KINDS, WITH_QUOTES, WITHOUT_QUOTES
from search.language.limits import LONGEST_QUERY
from search.results.facets import TITLES
from search.results.prepared_query import GROUPS_PER_PAGE
from search.results.request import EXCLUDE
from search.results.request import PARAMETERS as FACET_PARAMETERS
from search.results.url_parameters import KNOWN, MAX_VALUES

MAX_SIZE = 50
WORD: dict[str, Any] = {"type": "string", "maxLength": LONGEST_NAME, "pattern": NO_NUL}
NUMBER: dict[str, Any] = {"type": "integer", "minimum": 1, "maximum": HIGHEST}
WORDS: dict[str, Any] = {"type": "string", "maxLength": LONGEST_QUERY, "pattern": NO_NUL}
YEAR: dict[str, Any] = {"type": "integer", "minimum": 1, "maximum": 9999}
DATE: dict[str, Any] = {"type": "string", "pattern": DATE_PATTERN}


@dataclass(frozen=True, slots=True)
class Parameter:
    """A parameter: its name, its meaning in a sentence, the JSON schema of a value, and whether it may be repeated."""

    name: str
    meaning: str
    schema: dict[str, Any]
    many: bool = False


DESCRIBED = (
    Parameter("quotations", "Paragraphs with or without a quotation.", {"enum": [WITH_QUOTES, WITHOUT_QUOTES]}),
    Parameter(
        "quoted",
        "The kind of quotation, all three by default: between marks (direct, mixed), or in the article's words.",
        {"enum": list(QUOTED)},
        many=True,
    ),
    Parameter(
        "certainty",
        "How sure it is who said it; known is all but unsure.",
        {"enum": [*CERTAINTIES, KNOWN]},
        many=True,
    ),
    Parameter("person", "A person whom the paragraph names, by number.", NUMBER, many=True),
    Parameter(
        "speaker",
        "Who is quoted: a person by number, a country by its code, an organisation or document by its name, or unnamed;"
        " not where it is unsure who said it.",
        WORD,
        many=True,
    ),
    Parameter("speaker_kind", "What the speaker is.", {"enum": list(SPEAKER_KINDS)}, many=True),
    Parameter("role", "What the article calls the speaker: “president”.", WORD, many=True),
    Parameter("cue", "The words that report the saying: “warned”.", WORD, many=True),
    Parameter("about", "A person whom the quotation speaks of, by number.", NUMBER, many=True),
    Parameter("about_country", "A country that the quotation speaks of, by its code.", WORD, many=True),
    Parameter("candidate", "Who may have said what is unsure, given as a speaker is.", WORD, many=True),
    Parameter("country", "A country that the paragraph names, by its code in ISO 3166-1: PT.", WORD, many=True),
    Parameter("publisher", "Who published the article, by number or by any spelling of the name.", WORD, many=True),
    Parameter("section", "The section that the article stands in, by number or by name.", WORD, many=True),
    Parameter("kind", "The part of the article.", {"enum": list(Paragraph.Kind.values)}, many=True),
    Parameter("year", "The year of publication: 2022.", YEAR, many=True),
    Parameter("month", "The month of publication: 2022-05.", {"type": "string", "pattern": MONTH_PATTERN}, many=True),
)
BY_NAME = {one.name: one for one in DESCRIBED}
FACETS = tuple(
    BY_NAME.get(name) or Parameter(name, f"{TITLES.get(facet, facet)}.", WORD, many=True)
    for facet, name in FACET_PARAMETERS.items()
)
EXCLUDES = tuple(Parameter(EXCLUDE + one.name, f"Leaves out: {one.meaning}", one.schema, one.many) for one in FACETS)
PARAMETERS = (
    Parameter(
        "q",
        "The words, in the language of the search page.",
        {"type": "string", "maxLength": LONGEST_QUERY, "pattern": NO_NUL},
    ),
    *FACETS,
    *EXCLUDES,
    Parameter("date_from", "Published in this year, month or day, or later.", DATE),
    Parameter(
        "date_to",
        "Published in this year, month or day, or earlier; unlike before: in q, the date is included.",
        DATE,
    ),
    Parameter(
        "sort",
        "The best first (the newest, without words), the newest, or the oldest.",
        {"enum": list(SORTS)},
    ),
    Parameter("by", "What the results are grouped by; articles by default.", {"enum": list(GROUPINGS)}),
    Parameter("copies", "Near-identical copies are one result; with apart, each is its own.", {"enum": ["apart"]}),
    Parameter("page", "Which page of the groups; one beyond the last gives the last.", NUMBER),
    Parameter("size", f"Groups a page; {GROUPS_PER_PAGE} by default.", {**NUMBER, "maximum": MAX_SIZE}),
)
MANY = f"May be given up to {MAX_VALUES} times; then any of the values will do."

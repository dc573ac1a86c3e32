"""What an article says of whom: quotations with their speakers, people with their roles, countries with their codes.

Plain Python without Django. `extract` takes the passages of one article in reading order and returns `Findings`. The
steps, each a package: text reads the words, marks and sentences; candidates finds runs of words that may be names, of
which recognisers say what names a person, and people who is the same human being, with roles and genders; countries
finds what names a country by the phrases of the gazetteer; grammar tells cues, subjects and clauses apart; speakers
leads the words for a speaker back to a person; quotations finds words between marks, and indirect those without, both
asking decisions that were learnt from annotated articles; authors gives what "I" says to who signed the article; about
tells of whom they speak. What is given out is in findings; the word lists are in data/, read by lexicons.
"""

from collections.abc import Sequence

from .about.about import with_subjects
from .authors import with_author, with_authors_among
from .candidates.spellings import in_full
from .confidence.confidence import with_confidence
from .countries.countries import country_mentions, found_countries
from .countries.given_names import without_places
from .decisions import Decisions
from .decisions.shipped import shipped_decisions
from .findings import Findings, FoundPerson, Passage, Span
from .gc_disabled import gc_disabled
from .grammar.sentence_context import SentenceContexts
from .indirect.indirect import with_indirect
from .languages.passage_languages import passage_languages
from .languages.without_rules import only_in, with_other_languages
from .lexicons import ENGLISH
from .people.entities import PersonEntities, mention_span
from .people.genders import with_genders
from .people.leaders import identify_leader, with_leaders
from .people.people import find_people
from .people.roles import roles_of
from .quotations.marked_quotations import marked_quotations
from .recognisers import BUILTIN, Recogniser
from .speaker_choice.speaker_choice import with_chosen_speakers
from .speakers.resolver import speaker_resolver
from .text.analysis import AnalysedArticle, analyse
from .text.link_debris import cut_out_debris

__all__ = ["EXTRACTOR_VERSION", "extract", "version_with"]

EXTRACTOR_VERSION = "2026.11.6"  # raise it with every change that finds something else

LONGEST_VERSION = 40  # letters that the archive keeps of it


def extract(
    passages: Sequence[Passage],
    recogniser: Recogniser | None = None,
    decisions: Decisions | None = None,
    language: str = "",
    authors: Sequence[str] = (),
) -> Findings:
    """Find the quotations, people and countries of one article.

    Without a recogniser the built-in one finds people; without decisions those that come with the project are asked.
    `language` is what the source says of the article's language, as a tag ("de-AT") or in words, if it says anything;
    `authors` are those whom it names as having written the article, as it names them.
    """
    decisions = shipped_decisions() if decisions is None else decisions
    with gc_disabled():
        codes = passage_languages(passages, language)
        if all(code == ENGLISH for code in codes):
            return _extract(passages, recogniser, decisions, authors)
        english = _extract(only_in(ENGLISH, passages, codes), recogniser, decisions, authors)
        return with_other_languages(english, passages, codes)


def _extract(
    passages: Sequence[Passage], recogniser: Recogniser | None, decisions: Decisions, authors: Sequence[str]
) -> Findings:
    article = analyse(passages)
    entities = without_places(find_people(article, recogniser), article)
    roles = roles_of(article, entities)
    entities = with_genders(with_leaders(entities, roles), article, roles)
    countries = country_mentions(article, entities)
    resolver = speaker_resolver(article, entities, countries, roles)
    contexts = SentenceContexts(article, resolver.mention_index)
    marked = marked_quotations(article, entities, resolver, contexts, decisions)
    quotations = with_indirect(article, marked, resolver, contexts, decisions)
    quotations = cut_out_debris(quotations, passages)
    quotations = with_author(quotations, article, entities, authors)
    quotations = with_chosen_speakers(quotations, resolver, decisions)
    quotations = with_confidence(quotations, article, decisions)
    return Findings(
        version=version_with(recogniser.name if recogniser else BUILTIN),
        people=with_authors_among(_found_people(article, entities, roles), quotations),
        countries=found_countries(countries, article),
        quotations=with_subjects(quotations, contexts, entities, countries, roles),
    )


def version_with(recogniser: str) -> str:
    """Return the extractor's version, with the recogniser of people where it is not the built-in one."""
    return EXTRACTOR_VERSION if recogniser == BUILTIN else f"{EXTRACTOR_VERSION}+{recogniser}"[:LONGEST_VERSION]


def _found_people(article: AnalysedArticle, entities: PersonEntities, roles: dict[int, str]) -> tuple[FoundPerson, ...]:
    spans: dict[int, list[Span]] = {}
    for mention in entities.mentions:
        spans.setdefault(mention.person, []).append(mention_span(mention, article))
    return tuple(_found_person(number, tuple(places), entities, roles.get(number)) for number, places in spans.items())


def _found_person(number: int, mentions: tuple[Span, ...], entities: PersonEntities, role: str | None) -> FoundPerson:
    cluster, name = entities.people[number], entities.names[number]
    leader = identify_leader(cluster, role)
    full = in_full(cluster.name)
    evidence = f"Named in full as “{name}”." if full else f"Known by the one name “{name}”."
    if leader:
        evidence = f"“{' '.join(cluster.name)}” alone is {name}, by the list of leaders."
    return FoundPerson(
        name=name,
        mentions=mentions,
        role=role,
        full=full or leader is not None,
        confidence=round(cluster.confidence, 2),
        evidence=(evidence,),
    )

"""One number for one question: whatever counts quotations, counts the same ones.

An archive is generated once, with people who were merged or hidden, countries, organisations and the unnamed, copies,
withdrawn articles, terms, what was rejected or is gone, and every degree of certainty. Questions are put together at
random. What each is to find is told by the rows as pages show them, and asked of the search, its scan and the API of
before version 1; one search is asked of its tabs, chart and JSON Lines file too, one of its facets and groups. Pages
and cards of people and countries, the pages of publishers and the list of people say the numbers of the searches that
they link to. Feeds, suggestions, the front page and files of other formats are not compared here.
"""

import json
import random
import re
import shutil
from html import unescape
from typing import Any

import pytest
from django.http import QueryDict

from articles import journal
from articles.identity.sections import section_named
from articles.models import (
    Alias,
    Article,
    Change,
    Country,
    Mention,
    Person,
    Publisher,
    Quotation,
    QuotationSpan,
    Role,
    Speaker,
    StoryMember,
    Subject,
    WithdrawalKind,
    WithheldPerson,
)
from articles.names.normalise import normalise
from articles.withdrawal.withdraw import Ground, withdraw
from search.engines.port import FACETS
from search.results.prepared_query import prepare
from search.results.scan import scan
from search.results.search import search
from search.results.url_parameters import parse_parameters

pytestmark = pytest.mark.django_db

ARTICLES, QUESTIONS, AT_A_TIME = 36, 200, 25
WORDS = ("harbour", "ferry", "tax", "storm", "bread", "winter")
NAMES = ("Mara Quill", "Tom Reed", "Ida Holm", "Bo Marsh", "Ann Lee", "Cy Drew")
CODES = {"PE": "Peru", "PT": "Portugal", "TD": "Chad"}
BODIES = ("Harbour Board", "the Ferry Union")
CUES, ROLES = ("said", "Warned", "according to", ""), ("Captain", "mate", "Harbour master")
CONFIDENCES = (0.3, 0.59, 0.6, 0.8, 0.9, 1.0)


@pytest.fixture(scope="module")
def indexed(rows_of_a_module, index_now):
    """The generated archive, indexed."""
    _Generated(random.Random(14)).write()  # noqa: S311
    return index_now()


@pytest.fixture(scope="module")
def known(indexed):
    """What each quotation is found by."""
    return facts()


@pytest.fixture
def archive(db, indexed, settings):
    shutil.copytree(indexed, settings.SEARCH_INDEX_DIR)


class _Generated:
    def __init__(self, chance: random.Random) -> None:
        self.chance = chance
        self.people = [Person.objects.create(name=name, identity=normalise(name)) for name in NAMES]
        Alias.objects.bulk_create(Alias(person=one, name=one.name, folded=normalise(one.name)) for one in self.people)
        self.countries = [
            Country.objects.get_or_create(code=code, defaults={"name": n})[0] for code, n in CODES.items()
        ]
        self.publishers = [Publisher.objects.create(name=name, slug=normalise(name), identity=name) for name in "AB"]
        self.sections = [section_named(name) for name in ("Ports", "Politics")]

    def write(self) -> None:
        articles = [self._article(number) for number in range(ARTICLES)]
        for copy, original in ((7, 3), (8, 3), (20, 11)):
            for one in (articles[copy], articles[original]):
                StoryMember.objects.get_or_create(article=one, defaults={"story": articles[original], "version": 1})
        *_, hidden, merged = self.people
        WithheldPerson.objects.create(person=hidden, kind=WithheldPerson.Kind.HIDDEN)
        for rows in (Speaker.every, Subject.every, Mention.every):
            rows.filter(person=merged).update(person=self.people[0])
        Person.objects.filter(pk=merged.pk).update(merged_into=self.people[0])
        withdraw(articles[5].pk, Ground(WithdrawalKind.LEGAL, "It is.", None, articles[5].revision))

    def _article(self, number: int) -> Article:
        day = self.chance.choice(["", "2019", "2020-03", "2021-05-17"])
        article = Article.objects.create(
            title=f"Article {number}", publisher=self.chance.choice([*self.publishers, None]),
            section=self.chance.choice([*self.sections, None]), published=day,
            published_from=f"{(day + '-01-01')[:10]}T00:00Z" if day else None, content_hash=str(number), revision=1,
        )  # fmt: skip
        roles = [Role(article=article, person=one, words=self.chance.choice(ROLES)) for one in self.people[:4]]
        Role.objects.bulk_create(self.chance.sample(roles, 2))
        for place in range(self.chance.randint(1, 4)):
            self._paragraph(article, place + 1)
        journal.record(article, Change.Kind.IMPORTED)
        return article

    def _paragraph(self, article: Article, number: int) -> None:
        said = [" ".join(self.chance.choices(WORDS, k=4)) for _ in range(self.chance.randint(0, 3))]
        text = " — ".join([*said, "the end"])
        paragraph = article.paragraphs.create(
            number=number, position=number, kind=self.chance.choice(["body", "body", "caption"]), text=text,
            fingerprint=str(number),
        )  # fmt: skip
        start = 0
        for words in said:
            self._quotation(paragraph, start, words)
            start += len(words) + 3
        for whom in self.chance.sample([*self.people, *self.countries], 2):
            key = "person" if isinstance(whom, Person) else "country"
            Mention.objects.create(paragraph=paragraph, start=0, end=3, confidence=1, by="name", **{key: whom})

    def _quotation(self, paragraph, start: int, words: str) -> None:
        quotation = Quotation.objects.create(
            article=paragraph.article, ordinal=paragraph.article.quotations.count(), text=words,
            kind=self.chance.choice(["direct", "mixed", "indirect", "indirect", "term"]),
            cue_words=self.chance.choice(CUES), confidence=self.chance.choice(CONFIDENCES),
            checked=self.chance.random() < 0.1, corrected=self.chance.random() < 0.1,
            standing=self.chance.choice(["stands"] * 8 + ["rejected", "gone"]),
        )  # fmt: skip
        if quotation.standing == "stands":
            QuotationSpan.objects.create(
                quotation=quotation, ordinal=0, paragraph=paragraph, start=start, end=start + len(words)
            )
        for ordinal, who in enumerate(self.chance.sample(self._who_may_speak(), self.chance.choice([0, 1, 1, 1, 2]))):
            Speaker.objects.create(quotation=quotation, ordinal=ordinal, **who)
        for ordinal, whom in enumerate(self.chance.sample([*self.people, *self.countries], self.chance.randint(0, 2))):
            key = "person" if isinstance(whom, Person) else "country"
            Subject.objects.create(quotation=quotation, ordinal=ordinal, way="named", confidence=1, **{key: whom})

    def _who_may_speak(self) -> list[dict[str, Any]]:
        people = [{"kind": "person", "person": one, "name": one.name} for one in self.people]
        countries = [{"kind": "country", "country": one, "name": one.name} for one in self.countries]
        bodies = [{"kind": "organisation", "name": name} for name in BODIES]
        return [
            *people,
            *countries,
            *bodies,
            {"kind": "document", "name": "The Charter"},
            {"kind": "unnamed", "words": "he"},
        ]


def facts() -> list[dict[str, set[str]]]:
    """What each quotation that stands is found by, as its row says on pages; values as addresses have them."""
    roles: dict[tuple[int, int], set[str]] = {}
    for role in Role.objects.given():
        roles.setdefault((role.article_id, role.person_id), set()).add(role.words.casefold())
    rows = Quotation.objects.said().select_related("article").prefetch_related("speakers", "about", "spans__paragraph")
    return [_fact(row, roles) for row in rows]


def _fact(row: Quotation, roles) -> dict[str, set[str]]:
    paragraph = row.spans.all()[0].paragraph
    mentions = Mention.objects.filter(paragraph=paragraph)
    day = row.article.published
    return {
        "q": set(row.text.split()),
        "quoted": {row.kind},
        "certainty": {row.certainty.value},
        "speaker": {_who(one) for one in row.attributed},
        "speaker_kind": {one.kind for one in row.attributed},
        "role": {words for one in row.attributed for words in roles.get((row.article_id, one.person_id), ())},
        "candidate": {_who(one) for one in row.candidates},
        "cue": {row.cue_words.casefold()} - {""},
        "about": {str(one.person_id) for one in row.subjects if one.person_id},
        "about_country": {one.country_id for one in row.subjects if one.country_id},
        "person": {str(key) for key in mentions.values_list("person", flat=True) if key},
        "country": {key for key in mentions.values_list("country", flat=True) if key},
        "publisher": {str(row.article.publisher_id)},
        "section": {str(row.article.section_id)},
        "kind": {paragraph.kind},
        "year": {day[:4]} - {""},
    }


def _who(speaker: Speaker) -> str:
    if speaker.kind == "unnamed":
        return "unnamed"
    return str(speaker.person_id or speaker.country_id or normalise(speaker.name))


def questions(known: list[dict[str, set[str]]]) -> list[list[tuple[str, str]]]:
    """Put questions together at random, of values that quotations have and some that none has."""
    chance = random.Random(2026)  # noqa: S311
    values = {name: sorted({value for one in known for value in one[name]} - {"None"}) for name in known[0]}
    asked = []
    for _ in range(QUESTIONS):
        names = chance.sample(sorted(values), chance.choice([1, 1, 2, 3]))
        asked.append(
            [
                (name if name == "q" or chance.random() < 0.8 else f"not_{name}", value)
                for name in names
                for value in chance.sample(
                    values[name], 1 if name == "q" else min(len(values[name]), chance.choice([1, 1, 2]))
                )
            ]
        )
    return asked


def is_found(one: dict[str, set[str]], question: list[tuple[str, str]]) -> bool:
    """Say whether a question finds a quotation: values of a filter are alternatives, filters add up."""
    chosen: dict[str, set[str]] = {}
    for name, value in question:
        chosen.setdefault(name, set()).add(value)
    return all(
        not (one[name[4:]] & some) if name.startswith("not_") else bool(one[name] & some)
        for name, some in chosen.items()
    )


def address(question: list[tuple[str, str]]) -> str:
    parameters = QueryDict(mutable=True)
    for name, value in [("unit", "quotations"), *question]:
        parameters.appendlist(name, value)
    return parameters.urlencode()


@pytest.mark.parametrize("first", range(0, QUESTIONS, AT_A_TIME))
def test_two_hundred_questions_have_one_number_each(archive, known, client, first):
    for question in questions(known)[first : first + AT_A_TIME]:
        number, asked = sum(is_found(one, question) for one in known), address(question)
        parsed = parse_parameters(QueryDict(asked))
        assert parsed.warnings == [], asked
        found = search(parsed.request)
        assert found.documents == number, asked
        whole = scan(prepare(parsed.request), 10_000)
        assert (whole.documents, len(list(whole.rows))) == (number, number), asked
        answer = client.get(
            f"/api/search/{asked.replace('unit=quotations', 'quotations?', 1).replace('?&', '?')}"
        ).json()
        assert answer["total"]["documents"] == number, asked
        kinds = {one.value: one.count for one in found.of["quoted"].values}
        if not any(name.endswith("quoted") for name, _ in question):
            assert sum(kinds.values()) == number, asked


def test_every_count_of_every_facet_is_what_its_click_finds(archive, known):
    found = search(parse_parameters(QueryDict("unit=quotations")).request)
    for facet in found.facets:
        for value in facet.values:
            assert search(value.click).documents == value.count, (facet.facet, value.value)
    assert {facet.facet for facet in found.facets} == set(FACETS)
    speakers = {str(value.value): value.count for value in found.of["speakers"].values}
    assert speakers == {who: sum(who in one["speaker"] for one in known) for who in speakers}
    assert set(speakers) == {who for one in known for who in one["speaker"]}
    assert {"unnamed", "PE", "harbour board", "the ferry union"} <= set(speakers)


def test_groups_by_speaker_are_all_who_speak_with_the_numbers_of_the_facet(archive):
    grouped = search(parse_parameters(QueryDict("unit=quotations&by=speakers")).request, groups_per_page=100)
    facet = {value.value: (value.name, value.count) for value in grouped.of["speakers"].values}
    assert {group.value: (group.name, group.count) for group in grouped.groups} == facet
    assert {name for name, _ in facet.values()} >= {"unnamed", "Peru", "Harbour Board", "Mara Quill"}
    for group in grouped.groups:
        assert search(group.click).documents == group.count


def links(client, path: str) -> dict[str, int]:
    """The searches of quotations to which a page links, with the number that stands in the link."""
    page = client.get(path).content.decode()
    found = re.findall(r'<a href="/?[^"?]*\?(unit=quotations&amp;[^"]*)"[^>]*>(.*?)</a>', page, re.S)
    numbered = ((unescape(query), re.sub(r"<[^>]*>", " ", said)) for query, said in found)
    return {query: _number(said) for query, said in numbered if _number(said)}


def _number(said: str) -> int:
    words = {"once": 1, "twice": 2, "the one quotation": 1}
    digits = re.search(r"\d[\d,]*", said)
    in_words = next((number for word, number in words.items() if word in said.lower()), 0)
    return int(digits[0].replace(",", "")) if digits else in_words


def test_pages_say_the_numbers_of_the_searches_they_lead_to(archive, client):
    people = [person.get_absolute_url() for person in Person.objects.in_use()]
    pages = [
        *people,
        *(f"/countries/{code}/" for code in CODES),
        *(f"/publishers/{slug}/" for slug in "ab"),
        "/people/",
    ]
    said = {path: links(client, path) for path in pages}
    assert all(said.values())
    for path, numbers in said.items():
        for query, number in numbers.items():
            assert search(parse_parameters(QueryDict(query)).request).documents == number, (path, query)


def test_cards_say_the_numbers_of_the_pages(archive, client):
    for path, facet, key in [("/people/{}/", "speakers", "about")]:
        for person in Person.objects.in_use():
            page = client.get(path.format(person.pk)).context["page"]
            (card,) = client.get("/search/", {"q": person.name}).context["cards"]
            assert (card.said.documents, card.about.documents) == (page.quotation_count, page.about_count), person
            assert (card.said.request.chosen[0][0], card.about.request.chosen[0][0]) == (facet, key)
    for code, name in CODES.items():
        page = client.get(f"/countries/{code}/").context["page"]
        (card,) = client.get("/search/", {"q": f"country:{name}"}).context["cards"]
        assert (card.said.documents, card.about.documents) == (page.said_count, page.about_count), name


def test_a_search_says_its_number_as_its_file_and_its_chart_do(archive, client):
    query = "unit=quotations&speaker_kind=person"
    answer = client.get(f"/search/?{query}")
    found = answer.context["found"]
    lines = client.get(f"/search/export.jsonl?{query}").getvalue().decode().splitlines()
    rows = [json.loads(line) for line in lines]
    assert sum("text" in row for row in rows) == found.documents
    assert f"<strong>{found.documents}</strong> quotations" in answer.content.decode()
    own = sum(one["kind"] in ("direct quotation", "mixed quotation") for one in rows if "text" in one)
    assert f"of them {own} in their speakers’ own words" in answer.content.decode()
    undated = answer.context["undated"]
    assert sum(month.count for month in found.timeline) + undated == found.documents
    assert {tab.count for tab in answer.context["tabs"] if tab.unit == "quotations"} == {found.documents}

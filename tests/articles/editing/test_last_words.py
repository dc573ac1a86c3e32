"""Whatever is imported, extracted, merged, withdrawn or taken back, in any order, the editors' last words stand."""

from collections import defaultdict
from dataclasses import replace
from typing import Any

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given
from hypothesis import strategies as st

from articles.content.layered_fields import value_of
from articles.editing.corrections import Edit, NothingToCorrectError, correct_quotation, correct_value
from articles.editing.identity_decisions import MergeVerdict, decide
from articles.editing.joining import join
from articles.editing.quotation_parts import SPEAKERS
from articles.editing.quotations.addition import MissedQuotation, add_quotation
from articles.editing.quotations.standing import CHECK, STANDING
from articles.editing.quotations.values import KIND
from articles.editing.reverting import QUOTATION_VALUES, revert
from articles.extraction.findings import QuotationKind
from articles.findings.extracted import ExtractedText, extract_from, passages_of
from articles.findings.reextraction import reextract
from articles.importing.importer import import_article
from articles.importing.recognition import StaysOutError
from articles.models import Article, Correction, MergeCandidate, Person, Quotation, Withdrawal, WithdrawalKind
from articles.models.pair import DIFFERENT, SAME
from articles.withdrawal.withdraw import Ground, restore, withdraw
from tests.examples import examples

HARBOUR = "The ferry minister, Amara Okafor, opened a new harbour in Lisbon on Monday."
WAIT = "“Nobody will wait for a boat again,” Okafor told reporters."
FULL = "“The harbour was full on the first day,” said Joana Prata."
PORT = "Ferries from Morocco will call at the port of Lisbon twice a day."
VERSIONS = (
    {"texts": (HARBOUR, WAIT, PORT, FULL)},
    {"texts": (HARBOUR, "A paragraph before it.", WAIT, PORT, FULL), "title": "Harbour opens at last"},
    {"texts": (WAIT.replace("boat again", "boat any more"), FULL, HARBOUR), "byline": "Ines Duarte"},
    {"texts": (PORT, HARBOUR)},
)
WORDS = ("Li Na", "Li Nan", "")


def nothing(found):
    return replace(found, quotations=(), people=(), countries=())


def other_speakers(found):
    """Find all quotations, but each as somebody else's, and of another kind."""
    changed = []
    for one in found.quotations:
        speakers = tuple(replace(speaker, name=None, words="somebody") for speaker in one.speakers)
        changed.append(replace(one, speakers=speakers, kind=QuotationKind.MIXED, cue_words="mumbled"))
    return replace(found, quotations=tuple(changed))


def the_same(found):
    return found


EXTRACTORS = (the_same, nothing, other_speakers)


class Desk:
    """An article, what may happen to it, and the corrections of each value that nobody has taken back."""

    def __init__(self, source, editor) -> None:
        self.source, self.editor = source, editor
        self.article = import_article(source(**VERSIONS[0])).article.pk
        self.words: defaultdict[tuple[str, int | None], list[Correction]] = defaultdict(list)

    def edit(self, after: Any = None) -> Edit:
        seen = Article.objects.values_list("revision", flat=True).get(pk=self.article)
        return Edit(after, "as printed", self.editor, seen)

    def quotation(self, choice: int) -> Quotation | None:
        rows = list(Quotation.objects.filter(article=self.article).order_by("pk"))
        return rows[choice % len(rows)] if rows else None

    def keep(self, correction: Correction) -> None:
        self.words[correction.field, correction.quotation_id].append(correction)

    # what may happen, each by the number that was drawn for it

    def imported(self, choice: int) -> None:
        import_article(self.source(**VERSIONS[choice % len(VERSIONS)]))

    def extracted(self, choice: int) -> None:
        passages = passages_of(Article.objects.get(pk=self.article))
        found = EXTRACTORS[choice % len(EXTRACTORS)](extract_from(passages, "").findings)
        reextract(self.article, ExtractedText.of(tuple(passages), found, bytes([choice % 256]) * 16))

    def valued(self, choice: int) -> None:
        field = ("title", "byline", "standfirst")[choice % 3]
        self.keep(correct_value(self.article, field, self.edit(WORDS[choice // 3 % len(WORDS)])))

    def attributed(self, choice: int) -> None:
        who = [{"kind": "person", "name": ("Joana Prata", "Tomas Reis")[choice % 2]}]
        self._corrected(SPEAKERS, choice // 2, who)

    def rejected(self, choice: int) -> None:
        self._corrected(STANDING, choice, "rejected")

    def checked(self, choice: int) -> None:
        self._corrected(CHECK, choice, "checked")

    def of_another_kind(self, choice: int) -> None:
        self._corrected(KIND, choice // 2, ("mixed", "indirect")[choice % 2])

    def added(self, choice: int) -> None:
        paragraph = Article.objects.get(pk=self.article).paragraphs.filter(number__gt=0).order_by("position").last()
        places = [{"paragraph": paragraph.anchor, "start": 0, "end": len(" ".join(paragraph.text.split()[:4]))}]
        self.keep(add_quotation(self.article, self.edit(MissedQuotation(places, "indirect", anyway=True))))

    def taken_back(self, choice: int) -> None:
        open_words = [key for key, stack in sorted(self.words.items(), key=str) if stack]
        if open_words:
            stack = self.words[open_words[choice % len(open_words)]]
            revert(stack[-1], self.edit())
            stack.pop()

    def joined(self, choice: int) -> None:
        people = list(Person.objects.filter(merged_into=None).order_by("pk")[:2])
        if len(people) == 2:
            one, other = (person.pk for person in people)
            pair = MergeCandidate.objects.filter(first=one, second=other).first()
            verdict = MergeVerdict(
                SAME, self.editor, pair.state if pair else "", (one, other)[choice % 2], "one person"
            )
            join(one, other, verdict)

    def taken_apart(self, choice: int) -> None:
        pair = MergeCandidate.objects.filter(state=SAME).order_by("-pk").first()
        if pair:
            decide(pair.pk, MergeVerdict(DIFFERENT, self.editor, SAME, None, "two people"))

    def withdrawn(self, choice: int) -> None:
        withdraw(self.article, Ground(WithdrawalKind.LEGAL, "a court said so", self.editor))

    def restored(self, choice: int) -> None:
        restore(self.article, "another court said so", self.editor)

    def _corrected(self, value: Any, choice: int, after: Any) -> None:
        quotation = self.quotation(choice)
        if quotation:
            self.keep(correct_quotation(quotation.pk, value, self.edit(after)))

    # what must hold

    @property
    def is_withdrawn(self) -> bool:
        return Withdrawal.objects.filter(article=self.article, restored_at=None).exists()

    def lost_words(self) -> list[str]:
        """Say which last words don't stand; all are kept beneath a rejection, too."""
        article = Article.objects.get(pk=self.article)
        last = {key: stack[-1] for key, stack in self.words.items() if stack}
        return [
            f"{field} of {quotation or 'the article'}: {stands!r}, not {word.after!r}"
            for (field, quotation), word in last.items()
            if (stands := self.standing(article, field, quotation)) not in self.expected(word)
        ]

    def standing(self, article: Article, field: str, quotation: int | None) -> Any:
        if quotation is None:
            return value_of(article, field)
        row = Quotation.objects.get(pk=quotation)
        if field == SPEAKERS.field:
            return [speaker.person.shown.pk for speaker in row.speakers.select_related("person")]
        return QUOTATION_VALUES[field].value(row)

    def expected(self, word: Correction) -> tuple[Any, ...]:
        """Return what may stand; the words of a quotation that was added may have left the text."""
        if word.field == SPEAKERS.field:
            names = [Person.objects.get(identity=Person.identity_of(one["name"])) for one in word.after]
            return ([person.shown.pk for person in names],)
        return ("stands", "gone") if isinstance(word.after, dict) else (word.after,)


STEPS = (
    "imported",
    "extracted",
    "valued",
    "attributed",
    "rejected",
    "checked",
    "of_another_kind",
    "added",
    "taken_back",
    "joined",
    "taken_apart",
    "withdrawn",
    "restored",
)


@pytest.mark.slow(reason="an archive is imported, extracted and corrected anew for every example")
@pytest.mark.django_db
@examples(0.3, HealthCheck.function_scoped_fixture)
@given(steps=st.lists(st.tuples(st.sampled_from(STEPS), st.integers(0, 30)), min_size=3, max_size=12))
def test_the_editors_last_words_stand(source, editor, steps):
    with transaction.atomic():
        desk = Desk(source, editor)
        for name, choice in steps:
            try:
                getattr(desk, name)(choice)
            except NothingToCorrectError:
                continue  # the drawn value is the one that stands
            except (Article.DoesNotExist, StaysOutError):
                assert desk.is_withdrawn, name
            except Withdrawal.DoesNotExist:
                assert not desk.is_withdrawn, name
            except ValueError:
                assert name in ("checked", "of_another_kind", "taken_back", "joined", "attributed"), name
        if desk.is_withdrawn:
            desk.restored(0)
        lost = desk.lost_words()
        transaction.set_rollback(True)
    assert not lost

"""Editors who put right whatever is drawn for them, each on a connection of its own, and note what they were told."""

import traceback
from collections import Counter
from collections.abc import Sequence
from random import Random
from typing import Any

from django.contrib.auth.models import User
from django.core.exceptions import ObjectDoesNotExist

from articles.editing.corrections import ConflictError, Edit, correct_quotation, correct_value
from articles.editing.identity_decisions import DecidedMeanwhileError, MergeVerdict, decide
from articles.editing.joining import join
from articles.editing.mentions import values as mentions
from articles.editing.mentions.addition import MissedMention, add_mention
from articles.editing.mentions.values import NAMED, correct_mention
from articles.editing.paragraphs import correct_paragraph
from articles.editing.people.names import LEADS, REMOVED, correct_spelling, rename
from articles.editing.people.roles import GIVEN, correct_role
from articles.editing.people.roles import REMOVED as TAKEN_AWAY
from articles.editing.quotation_parts import SPEAKERS, SUBJECTS
from articles.editing.quotations.addition import MissedQuotation, add_quotation
from articles.editing.quotations.spans import WORDS
from articles.editing.quotations.standing import CHECK, STANDING
from articles.editing.quotations.values import CUE, KIND
from articles.editing.reverting import revert
from articles.models import Article, Correction, Mention, MergeCandidate, Person, Quotation
from articles.models.pair import DIFFERENT, SAME
from tests.conftest import ROOT

NAMES = ("Joana Prata", "Amara Okafor", "Tomas Reis", "Li Na")
REASON = "the printed page says so"


class EditorAtWork:
    """An editor, the corrections that were saved for them, what else they were answered, and what went wrong."""

    def __init__(self, user: User, articles: Sequence[int], seed: int) -> None:
        self.user, self.articles, self.random = user, articles, Random(seed)  # noqa: S311 -- no secret
        self.saved: list[int] = []
        self.decisions = 0
        self.refused: Counter[str] = Counter()
        self.errors: list[str] = []

    def work(self, steps: int) -> None:
        """Do so many things, one after the other."""
        for _ in range(steps):
            self._note(self.random.choice(STEPS))

    def _note(self, step: str) -> None:
        try:
            saved = getattr(self, step)(self.random.choice(self.articles))
        except (ConflictError, DecidedMeanwhileError, ObjectDoesNotExist) as refusal:
            self.refused[type(refusal).__name__] += 1
        except Exception as error:
            if is_sentence(error):
                self.refused[f"{step}: {error}"] += 1
            else:
                self.errors.append(f"{step}: {traceback.format_exc()}")
        else:
            self.saved += [saved.pk] if isinstance(saved, Correction) else []
            self.decisions += saved is not None and not isinstance(saved, Correction)

    # what they do, each as a form does: what is shown is read first, and sent behind it

    def value(self, article: int) -> Correction:
        field = self.random.choice(("title", "standfirst", "byline", "section", "publisher", "published"))
        typed = f"2024-03-{self.random.randint(10, 28)}" if field == "published" else self._words()
        return correct_value(article, field, self._edit(article, typed))

    def paragraph(self, article: int) -> Correction | None:
        edit, row = self._edit(article), self._one(Article.objects.get(pk=article).paragraphs.filter(number__gt=0))
        text = f"{row.text.partition(' So ')[0]} So {self._words()} said."
        field, typed = self.random.choice((("text", text), ("paragraph kind", self.random.choice(("body", "caption")))))
        return correct_paragraph(article, row.number, field, Edit(typed, REASON, self.user, edit.seen))

    def quotation(self, article: int) -> Correction | None:
        edit, row = self._edit(article), self._one(Quotation.objects.filter(article=article))
        who = [{"kind": "person", "name": self.random.choice(NAMES)}]
        value, typed = self.random.choice(
            (
                (SPEAKERS, who),
                (SUBJECTS, who),
                (STANDING, "rejected"),
                (STANDING, "stands"),
                (CHECK, "checked"),
                (CHECK, ""),
                (KIND, self.random.choice(("direct", "mixed", "term"))),
                (CUE, self._words()),
                (WORDS, {"places": [self._place(article)], "anyway": True}),
            )
        )
        return row and correct_quotation(row.pk, value, Edit(typed, REASON, self.user, edit.seen))

    def mention(self, article: int) -> Correction | None:
        edit, row = self._edit(article), self._one(Mention.objects.filter(paragraph__article=article))
        whom = {"kind": "person", "name": self.random.choice(NAMES)}
        value, typed = self.random.choice(
            ((NAMED, whom), (mentions.STANDING, "rejected"), (mentions.STANDING, whom), (mentions.CHECK, "checked"))
        )
        return row and correct_mention(row.pk, value, Edit(typed, REASON, self.user, edit.seen))

    def added_quotation(self, article: int) -> Correction:
        edit = self._edit(article)
        missed = MissedQuotation([self._place(article)], self.random.choice(("indirect", "term")), anyway=True)
        return add_quotation(article, Edit(missed, REASON, self.user, edit.seen))

    def added_mention(self, article: int) -> Correction:
        edit = self._edit(article)
        missed = MissedMention(self._place(article), {"kind": "person", "name": self.random.choice(NAMES)}, anyway=True)
        return add_mention(article, Edit(missed, REASON, self.user, edit.seen))

    def reverted(self, article: int) -> Correction | None:
        seen = self._edit(article)
        last = self._one(Correction.objects.filter(article=article, reverted_by=None))
        return last and revert(last, seen)

    def person(self, _: int) -> Correction | None:
        row = self._one(Person.objects.filter(merged_into=None))
        role = f"{self._words()}, number {row.pk}"  # what two people are is not lost to one where they are joined
        use_case, typed = self.random.choice(
            (
                (rename, f"{row.name.split(' called ')[0]} called {self._words()}"),
                (correct_role, [{"name": role, "kind": self.random.choice((GIVEN, TAKEN_AWAY))}]),
                (correct_spelling, [{"name": self._words(), "kind": self.random.choice((LEADS, REMOVED))}]),
            )
        )
        return use_case(row.pk, Edit(typed, REASON, self.user, row.revision))

    def joined(self, _: int) -> Any:
        one, other = sorted(person.pk for person in self._some(Person.objects.filter(merged_into=None), 2))
        pair = MergeCandidate.objects.filter(first=one, second=other).first()
        keep = self.random.choice((one, other))
        return join(one, other, MergeVerdict(SAME, self.user, pair.state if pair else "", keep, REASON))

    def taken_apart(self, _: int) -> Any:
        pair = self._one(MergeCandidate.objects.filter(state=SAME))
        return pair and decide(pair.pk, MergeVerdict(DIFFERENT, self.user, SAME, None, REASON))

    # what they read and type

    def _edit(self, article: int, typed: Any = None) -> Edit:
        seen = Article.objects.values_list("revision", flat=True).get(pk=article)
        return Edit(typed, REASON, self.user, seen)

    def _place(self, article: int) -> dict[str, Any]:
        row = self._one(Article.objects.get(pk=article).paragraphs.filter(number__gt=0))
        start = row.text.index(self.random.choice(row.text.split()))
        return {"paragraph": row.anchor, "start": start, "end": min(start + 20, len(row.text))}

    def _words(self) -> str:
        return f"{self.random.choice(('Li', 'Ida', 'Jon'))} {self.random.choice('ABC')}"

    def _one(self, rows: Any) -> Any:
        return next(iter(self._some(rows, 1)), None)

    def _some(self, rows: Any, most: int) -> list[Any]:
        found = list(rows.order_by("pk"))
        return self.random.sample(found, min(most, len(found)))


STEPS = (
    *(2 * ("value", "paragraph", "mention", "person", "reverted")),
    *(4 * ("quotation",)),
    *("added_quotation", "added_mention", "joined", "taken_apart"),
)


def is_sentence(error: Exception) -> bool:
    """Say whether an error is a sentence of the product's for its editors, and none of Python's or of a library."""
    frames = traceback.extract_tb(error.__traceback__)
    return isinstance(error, ValueError) and frames[-1].filename.startswith(str(ROOT / "articles"))

"""Gives corrections again that another installation of the same articles has taken along (records.py).

Each line is one step, by the use case that an editor's form calls; what is known already is left as it is, so that a
file may be given again. What no longer fits is said, with its line, and the rest goes on.
"""

import json
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import Annotated, Any, Literal

from django.contrib.auth.models import User
from pydantic import AwareDatetime, BaseModel, ConfigDict, Field, TypeAdapter, ValidationError

from articles.editing.corrections import ConflictError, Edit, NothingToCorrectError
from articles.editing.exchange.lasting import NotHereError, person_here, value_here
from articles.editing.identity_decisions import DecidedMeanwhileError, MergeVerdict, decide, decide_publishers
from articles.editing.joining import join
from articles.editing.mentions.addition import MissedMention, add_mention
from articles.editing.places import stored_place
from articles.editing.quotations.addition import MissedQuotation, add_quotation
from articles.editing.reverting import GIVES_BACK, present
from articles.editing.splitting import Splitting, split_person
from articles.findings.identity import resolve
from articles.identity.naming import NEW
from articles.models import (
    Article,
    Correction,
    Mention,
    MergeCandidate,
    Paragraph,
    PublisherCandidate,
    Quotation,
)
from articles.models.correction import OF_ARTICLES, OF_MENTIONS, OF_PARAGRAPHS, OF_PEOPLE, OF_QUOTATIONS
from articles.models.pair import SAME

LONGEST_LINE = 1_000_000  # characters


class Outcome(StrEnum):
    """What became of a record."""

    APPLIED = "applied"
    KNOWN = "known already"
    REFUSED = "does not fit"


class _Record(BaseModel):
    model_config = ConfigDict(strict=True, extra="forbid")

    number: int
    at: Annotated[AwareDatetime, Field(strict=False)]
    editor: Annotated[str, Field(min_length=1, max_length=150)]
    reason: Annotated[str, Field(max_length=10_000)]


class CorrectionRecord(_Record):
    """A correction as a file has it."""

    field: str
    of: dict[str, Any]
    before: Any
    after: Any
    releases: bool = False
    reverts: int | None = None


class DecisionRecord(_Record):
    """A decision about two names as a file has it."""

    decision: Literal["people", "split", "publishers"]
    state: Literal["open", "same", "different"]
    pair: Annotated[list[Any], Field(min_length=2, max_length=2)]
    kept: Any = None
    articles: list[dict[str, Any]] = []


RECORD: TypeAdapter[CorrectionRecord | DecisionRecord] = TypeAdapter(CorrectionRecord | DecisionRecord)


@dataclass(frozen=True, slots=True)
class Replayed:
    """What became of a line of a file, and why where it does not fit."""

    line: int
    outcome: Outcome
    sentence: str = ""


@dataclass
class Replay:
    """One run over a file; it remembers which correction each number of the file became."""

    given: dict[int, Correction] = field(default_factory=dict)

    def run(self, lines: Iterable[str]) -> Iterator[Replayed]:
        """Give every line again, in order; blank lines count for nothing."""
        for number, line in enumerate(lines, start=1):
            if line.strip():
                yield self._replayed(number, line)

    def _replayed(self, number: int, line: str) -> Replayed:
        try:
            record = read_record(line)
            outcome = self._correct(record) if isinstance(record, CorrectionRecord) else _decide(record)
            return Replayed(number, outcome)
        except NothingToCorrectError:
            return Replayed(number, Outcome.KNOWN)
        except (ConflictError, DecidedMeanwhileError):
            return Replayed(number, Outcome.REFUSED, "somebody changes the same now; give it again")
        except (TypeError, KeyError, IndexError, AttributeError):  # what somebody wrote by hand, in a form of their own
            return Replayed(number, Outcome.REFUSED, "it has a value of a wrong shape")
        except ValueError as error:
            return Replayed(number, Outcome.REFUSED, str(error))

    def _correct(self, record: CorrectionRecord) -> Outcome:
        known = Correction.objects.filter(field=record.field, at=record.at, editor__username=record.editor).first()
        if known:
            self.given[record.number] = known
            return Outcome.KNOWN
        target = _target(record)
        _refuse_another_kind(record, target)
        reverts = self.given.get(record.reverts) if record.reverts is not None else None
        edit = Edit(
            value_here(record.after, target.article),
            record.reason,
            editor_called(record.editor),
            _revision(target),
            releases=record.releases,
            reverts=reverts,
            at=record.at,
        )
        self.given[record.number] = _use_case(record)(target, edit)
        return Outcome.APPLIED


def read_record(line: str) -> CorrectionRecord | DecisionRecord:
    """Read a line of a file. Raises ValueError with a sentence that says what is wrong with it."""
    if len(line) > LONGEST_LINE:
        raise ValueError(f"it is longer than {LONGEST_LINE:,} characters")
    try:
        return RECORD.validate_python(json.loads(line))
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        where = ".".join(str(part) for part in first["loc"][1:])
        raise ValueError(f"it is no correction: {where or 'it'}: {first['msg']}") from None
    except (ValueError, RecursionError):
        raise ValueError("it is no JSON") from None


def editor_called(name: str) -> User:
    """Return the account of that name; where there is none, a closed one that can't sign in keeps whose word it was."""
    user, is_new = User.objects.get_or_create(username=name, defaults={"is_active": False})
    if is_new:
        user.set_unusable_password()
        user.save(update_fields=["password"])
    return user


def _target(record: CorrectionRecord) -> Correction:
    """Return a correction, not to be saved, of what the record is about in this archive. Raises NotHereError."""
    target = Correction(field=record.field, before=record.before, after=record.after)
    if record.of.get("kind") == "person":
        target.person = person_here(record.of)
        return target
    row = resolve(record.of)
    if isinstance(row, Article):
        target.article = row
    elif isinstance(row, Paragraph):
        target.article, target.paragraph = row.article, row.number
    elif isinstance(row, Quotation):
        target.article, target.quotation = row.article, row
    elif isinstance(row, Mention) and row.paragraph:
        target.article, target.mention = row.paragraph.article, row
    elif _adds(record):
        article = resolve({**record.of, "kind": "article"})
        target.article = article if isinstance(article, Article) else None
    if target.article is None:
        raise NotHereError("this archive has no such article, or not these words in it")
    return target


def _refuse_another_kind(record: CorrectionRecord, target: Correction) -> None:
    of = {
        OF_PARAGRAPHS: target.paragraph,
        OF_QUOTATIONS: target.quotation or _adds(record),
        OF_MENTIONS: target.mention or _adds(record),
        OF_PEOPLE: target.person,
        OF_ARTICLES: target.article,
    }
    if not next((row for fields, row in of.items() if record.field in fields), True):
        raise ValueError(f"a correction of the field “{record.field}” is of something else")


def _adds(record: CorrectionRecord) -> bool:
    of = (Correction.Field.QUOTATION, Correction.Field.MENTION)
    return record.field in of and record.before == "" and isinstance(record.after, dict)


def _revision(target: Correction) -> int:
    row = target.person or present(target.article)
    row.refresh_from_db(fields=["revision"])
    return row.revision


def _use_case(record: CorrectionRecord) -> Callable[[Correction, Edit], Correction]:
    if _adds(record):
        return _add if record.field == Correction.Field.QUOTATION else _add_mention
    if record.field not in GIVES_BACK:
        raise ValueError(f"“{record.field[:40]}” is nothing that can be corrected")
    return GIVES_BACK[record.field].correct


def _add(target: Correction, edit: Edit) -> Correction:
    if target.quotation and target.quotation.standing == Quotation.Standing.STANDS:
        raise NothingToCorrectError("it stands already")
    after = edit.after
    places = list(map(stored_place, after["places"]))
    missed = MissedQuotation(places, after["kind"], after.get("cue", ""), after.get("speakers", ()), anyway=True)
    return add_quotation(present(target.article).pk, replace(edit, after=missed))


def _add_mention(target: Correction, edit: Edit) -> Correction:
    if target.mention and target.mention.added and target.mention.standing == Mention.Standing.STANDS:
        raise NothingToCorrectError("it stands already")
    whom = {name: edit.after[name] for name in ("kind", "name", "identity") if name in edit.after}
    missed = MissedMention(stored_place(edit.after["places"][0]), whom, anyway=True)
    return add_mention(present(target.article).pk, replace(edit, after=missed))


def _decide(record: DecisionRecord) -> Outcome:
    return DECIDE[record.decision](record)


def _decide_people(record: DecisionRecord) -> Outcome:
    one, other = (person_here(side) for side in record.pair)
    pair = MergeCandidate.objects.filter(first=min(one.pk, other.pk), second=max(one.pk, other.pk)).first()
    if (pair.state if pair else "open") == record.state:
        return Outcome.KNOWN
    keep = person_here(record.kept).pk if record.kept else None
    verdict = MergeVerdict(record.state, editor_called(record.editor), pair.state if pair else "", keep, record.reason)
    if record.state == SAME:
        join(one.pk, other.pk, verdict)
    elif pair:
        decide(pair.pk, verdict)
    else:
        raise NotHereError("nobody has asked here whether these two are one")
    return Outcome.APPLIED


def _split(record: DecisionRecord) -> Outcome:
    person, other = person_here(record.pair[0]), record.pair[1]
    known = MergeCandidate.objects.filter(first=person, kind=MergeCandidate.Kind.SPLIT)
    if known.filter(second__identity=other.get("identity")).exists():
        return Outcome.KNOWN
    articles = [resolve({"kind": "article", "article": one}) for one in record.articles]
    keys = [article.pk for article in articles if isinstance(article, Article)]
    split_person(person.pk, Splitting(keys, str(other["name"]), NEW, record.reason, editor_called(record.editor)))
    return Outcome.APPLIED


def _decide_publishers(record: DecisionRecord) -> Outcome:
    names = [str(name) for name in record.pair]
    pair = PublisherCandidate.objects.filter(first__name__in=names, second__name__in=names).first()
    if pair is None:
        raise NotHereError("this archive has no such pair of publishers")
    if pair.state == record.state:
        return Outcome.KNOWN
    kept = next((side.pk for side in (pair.first, pair.second) if side.name == record.kept), None)
    verdict = MergeVerdict(record.state, editor_called(record.editor), pair.state, kept, record.reason)
    decide_publishers(pair.pk, verdict)
    return Outcome.APPLIED


DECIDE: dict[str, Callable[[DecisionRecord], Outcome]] = {
    "people": _decide_people,
    "split": _split,
    "publishers": _decide_publishers,
}

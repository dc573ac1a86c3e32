"""Build the shipped decisions: weights with a note of what they were learnt from."""

import hashlib
from collections import Counter, defaultdict
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

from ...confidence.borne_out import band_of
from ...decisions.logistic import LogisticDecision, write_decision
from ...decisions.shipped import NAMES
from .crossvalidation import lessons_of
from .fit import PENALTY, RAREST, fit_calibrated, fit_named, unseen
from .further_reports import further_lessons
from .further_speech import speech_lessons
from .gold import read_gold
from .teacher import ON_FINDINGS, Lesson


def build_decisions(
    gold: Sequence[Path],
    to: Path,
    names: Sequence[str] = NAMES,
    reports: Path | None = None,
    archive: Path | None = None,
) -> Counter[str]:
    """Learn decisions from files of annotated articles, write their weights, and return how many lessons each had.

    `reports` is a file of news that others annotated, which teaches more about reported clauses; `archive` one of the
    articles that `marked_words.jsonl` keeps places of, which teach more about what is speech between marks.
    What no lesson teaches is not written. Raises OSError where a file is missing, ValueError where one is damaged or
    teaches nothing; the old weights stay then.
    """
    articles = [article for file in gold for article in read_gold(file)]
    taught = lessons_of(articles, all_further_lessons(reports, archive))
    lessons = [one for one in (*taught.of_steps, *taught.of_findings) if one.decision in names]
    learnt = {name: fit_named(name, lessons) for name in names}
    if not any(learnt.values()):
        raise ValueError("the articles teach nothing")
    note = {
        "made": datetime.now(UTC).date().isoformat(),
        "by": "manage.py train_quotations",
        "articles": len(articles),
        "from": {
            file.name: hashlib.sha256(file.read_bytes()).hexdigest() for file in (*gold, reports, archive) if file
        },
        "parameters": {"C": PENALTY, "rarest": RAREST},
    }
    to.mkdir(exist_ok=True)
    for name, decision in learnt.items():
        if decision:
            _write(name, decision, note, [one for one in lessons if one.decision == name], to)
    return Counter(lesson.decision for lesson in lessons)


def all_further_lessons(reports: Path | None, archive: Path | None) -> list[Lesson]:
    """Return what the files beside the annotated articles teach about the steps, as far as they are there."""
    return [*(further_lessons(reports) if reports else ()), *(speech_lessons(archive) if archive else ())]


def _write(name: str, decision: LogisticDecision, note: dict[str, object], lessons: Sequence[Lesson], to: Path) -> None:
    counts: dict[str, object] = {"lessons": len(lessons), "of_these_hold": sum(lesson.holds for lesson in lessons)}
    if name in ON_FINDINGS:
        counts["borne_out"] = borne_out_table(lessons)
    aside = to / f"{name}.json.new"
    write_decision(decision, note | counts, aside)
    aside.replace(to / f"{name}.json")


def borne_out_table(lessons: Sequence[Lesson]) -> list[tuple[float, int, int]]:
    """Return for each band of confidence its least one, how many findings were right, and how many there were.

    Each finding has the confidence that decisions learnt from the other parts' articles give it.
    """
    counts: defaultdict[float, list[int]] = defaultdict(lambda: [0, 0])
    for confidence, right in unseen(lessons, fit_calibrated):
        band = counts[band_of(confidence)]
        band[0] += right
        band[1] += 1
    return [(least, right, findings) for least, (right, findings) in sorted(counts.items(), reverse=True)]

"""Learn a decision's weights from lessons: logistic regression with an L2 penalty, by scikit-learn.

The same weights from the same lessons every time.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from ...decisions import Claim, Decisions
from ...decisions.calibration import fit_calibration
from ...decisions.logistic import LogisticDecision
from .parts import PARTS, part_of
from .teacher import ON_FINDINGS, Lesson

PENALTY = 0.1  # scikit-learn's C, the inverse of the penalty; chosen by cross-validation
RAREST = 3  # a feature that fewer lessons have says too little
_DIGITS = 3


def fit_decisions(lessons: Sequence[Lesson]) -> Decisions:
    """Return every decision that the lessons teach; one that none teaches stays with the rules."""
    names = {lesson.decision for lesson in lessons}
    return Decisions(**{name: fit_named(name, lessons) for name in names})


def fit_named(name: str, lessons: Iterable[Lesson]) -> LogisticDecision | None:
    """Return the decision of a name as lessons teach it; those on findings are calibrated."""
    own = [lesson for lesson in lessons if lesson.decision == name]
    return fit_calibrated(own) if name in ON_FINDINGS else fit(own)


def fit_calibrated(lessons: Sequence[Lesson]) -> LogisticDecision | None:
    """Return what lessons teach, calibrated by what each part's lessons are said to be by those of the other parts."""
    decision = fit(lessons)
    if decision is None:
        return None
    return replace(decision, calibration=fit_calibration(unseen(lessons, fit)))


def unseen(
    lessons: Sequence[Lesson], fitted: Callable[[Sequence[Lesson]], LogisticDecision | None]
) -> list[tuple[float, bool]]:
    """Return what each lesson is said to be, between 0 and 1, by a decision fitted to other parts', and if it holds."""
    return [
        (decision.probability(lesson.features, Claim(())), lesson.holds)
        for part in range(PARTS)
        if (decision := fitted([one for one in lessons if part_of(one.article) != part]))
        for lesson in lessons
        if part_of(lesson.article) == part
    ]


def fit(lessons: Iterable[Lesson]) -> LogisticDecision | None:
    """Return what lessons of one decision teach, None where all of them end alike."""
    from sklearn.feature_extraction import DictVectorizer  # only those who train need it
    from sklearn.linear_model import LogisticRegression

    lessons = list(lessons)
    held = [lesson.holds for lesson in lessons]
    if len(set(held)) < 2:
        return None
    seen = Counter(feature for lesson in lessons for feature in set(lesson.features))
    rows = [{name: 1.0 for name in lesson.features if seen[name] >= RAREST} for lesson in lessons]
    vectors = DictVectorizer()
    model = LogisticRegression(C=PENALTY, max_iter=2000).fit(
        vectors.fit_transform(rows), held, sample_weight=[lesson.weight for lesson in lessons]
    )
    weights = zip(vectors.get_feature_names_out(), model.coef_[0], strict=True)
    kept = {str(name): round(float(weight), _DIGITS) for name, weight in weights}
    return LogisticDecision(
        round(float(model.intercept_[0]), _DIGITS), {name: weight for name, weight in kept.items() if weight}
    )
